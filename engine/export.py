"""Write the tuned model, its adapter or the dataset for other programs, checked before they take their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine import events
from engine.errors import HoneError
from engine.exports.adapters import adapter
from engine.exports.folders import dataset, mlx
from engine.exports.gguf_files import gguf
from engine.exports.options import ExportSpec
from engine.exports.work import Made, Work
from engine.jobs import Pace
from engine.project import Project, artifacts, files, runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.jobs import Cancel, Emit

__all__ = ["ExportSpec", "export"]

# Option with the folder -> what writes it.
_STEPS: dict[str, Callable[[Work], Made]] = {"gguf": gguf, "mlx": mlx, "adapter": adapter, "dataset": dataset}


def export(spec: ExportSpec, emit: Emit, cancel: Cancel) -> None:
    """Write what was asked for; each part is announced as an artifact and recorded in the project.

    Raises HoneError when nothing was asked for, the run is not fused, a folder cannot be written, or the GGUF
    does not answer as the MLX model.
    """
    names = [name for name in _STEPS if getattr(spec, name)]
    if not names:
        raise HoneError(
            "There is nothing to export", "Say what and where to: --gguf, --mlx, --adapter or --dataset with a folder."
        )
    with Project(spec.project) as project:
        alone = names == ["dataset"] and spec.run is None  # a dataset needs no run
        work = Work(project, spec, cancel, None if alone else runs.chosen(project, spec.run))
        pace = Pace("export", len(names), emit)
        for name in names:
            cancel.check()
            made = _written(_STEPS[name], work)
            digest = files.sha256(made.path) if made.path.is_file() else ""
            artifacts.record(project, made.kind, str(made.path), made.data, digest)
            pace.advance()
            emit(events.Artifact(made.kind, str(made.path), made.data))


def _written(step: Callable[[Work], Made], work: Work) -> Made:
    try:
        return step(work)
    except OSError as error:
        raise HoneError(
            "The export could not be written",
            f"{error.strerror or error} ({error.filename}): choose a folder in which you may write, "
            "on a disk with room.",
        ) from error
