"""Write the tuned model, its adapter or the dataset for other programs, checked before they take their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine import events
from engine.errors import HoneError
from engine.exports.adapters import adapter
from engine.exports.gguf_files import gguf
from engine.exports.hugging_face import hugging_face
from engine.exports.lm_studio import lm_studio
from engine.exports.mlx_model import mlx
from engine.exports.ollama import ollama
from engine.exports.options import ExportSpec
from engine.exports.rows import dataset
from engine.exports.work import Made, Work
from engine.jobs import Pace
from engine.project import Project, artifacts, files, runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.jobs import Cancel, Emit

__all__ = ["ExportSpec", "export"]

# Option with the folder -> what writes it.
_STEPS: dict[str, Callable[[Work], Made]] = {
    "gguf": gguf,
    "lm_studio": lm_studio,
    "ollama": ollama,
    "mlx": mlx,
    "hugging_face": hugging_face,
    "adapter": adapter,
    "dataset": dataset,
}
_FILES = ("gguf", "lm_studio")  # kinds that are a GGUF alone, which the next one can copy


def export(spec: ExportSpec, emit: Emit, cancel: Cancel) -> None:
    """Write what was asked for; each part is announced as an artifact and recorded in the project.

    Raises HoneError when nothing was asked for, the run is not fused, a folder cannot be written, or the GGUF
    does not answer as the MLX model.
    """
    names = [name for name in _STEPS if getattr(spec, name)]
    if not names:
        raise HoneError(
            "There is nothing to export",
            "Say what and where to: --gguf, --ollama, --lm-studio, --mlx, --hugging-face, --adapter or --dataset with "
            "a folder.",
        )
    if spec.push and not spec.hugging_face:
        raise HoneError("There is nothing to push", "Say where the folder for the Hub goes too: --hugging-face FOLDER.")
    with Project(spec.project) as project:
        alone = names == ["dataset"] and spec.run is None  # a dataset needs no run
        work = Work(project, spec, cancel, None if alone else runs.chosen(project, spec.run))
        pace = Pace("export", len(names), emit)
        for name in names:
            cancel.check()
            made = _written(_STEPS[name], work)
            if made.kind in _FILES:
                work.gguf = made
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
