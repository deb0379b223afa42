"""Write the tuned model, its adapter or the dataset for other programs, checked before they take their name."""

from __future__ import annotations

import dataclasses
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.dataset.formats.prompts import TEXT_STYLES
from engine.dataset.formats.writing import FORMATS
from engine.errors import HoneError
from engine.jobs import Pace
from engine.project import Project, artifacts, datasets, files, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.jobs import Cancel, Emit

_PROMPTS = 24


@dataclass(frozen=True, kw_only=True)
class ExportSpec(Spec):
    """What to write, and into which folders; each is made when it is not there."""

    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    gguf: str = option("", "Folder for a GGUF.", "The fused model for llama.cpp, Ollama, LM Studio (Llama family).")
    mlx: str = option("", "Folder for the MLX model.", "The fused model for mlx-lm.")
    adapter: str = option("", "Folder for the adapter.", "For mlx-lm, beside its base.")
    dataset: str = option("", "Folder for the dataset.", "Its splits, where each row comes from, and a card.")
    format: str = option("chat", "Format of the dataset.", "For other programs.", choices=tuple(FORMATS))
    text_style: str = option(
        "", "Prompt style of the format text.", "By default the dataset's, or alpaca.", choices=("", *TEXT_STYLES)
    )
    agreement: float = option(
        0.95,
        "Least agreement.",
        "Share of reply tokens that llama.cpp must choose as MLX does; else no GGUF is kept.",
        minimum=0,
        maximum=1,
    )


def export(spec: ExportSpec, emit: Emit, cancel: Cancel) -> None:
    """Write what was asked for; each part is announced as an artifact and recorded in the project.

    Raises HoneError when nothing was asked for, the run is not fused, a folder cannot be written, or the GGUF
    does not answer as the MLX model.
    """
    steps: list[Callable[..., tuple[str, Path, dict[str, Any]]]] = [
        step for step in (_gguf, _mlx, _adapter, _dataset) if getattr(spec, step.__name__.strip("_"))
    ]
    if not steps:
        raise HoneError(
            "There is nothing to export", "Say what and where to: --gguf, --mlx, --adapter or --dataset with a folder."
        )
    with Project(spec.project) as project:
        alone = steps == [_dataset] and spec.run is None  # a dataset needs no run
        run = None if alone else runs.chosen(project, spec.run)
        pace = Pace("export", len(steps), emit)
        for step in steps:
            cancel.check()
            try:
                kind, path, data = step(project, run, spec, cancel)
            except OSError as error:
                raise HoneError(
                    "The export could not be written",
                    f"{error.strerror or error} ({error.filename}): choose a folder in which you may write, "
                    "on a disk with room.",
                ) from error
            digest = files.sha256(path) if path.is_file() else ""
            artifacts.record(project, kind, str(path), data, digest)
            pace.advance()
            emit(events.Artifact(kind, str(path), data))


def _gguf(project: Project, run: runs.Run, spec: ExportSpec, cancel: Cancel) -> tuple[str, Path, dict[str, Any]]:
    source = _fused(project, run)
    from engine.runtimes.gguf_export import export_gguf
    from engine.runtimes.gguf_parity import parity

    target = _folder(spec.gguf) / f"{project.path.stem}.gguf"
    with files.atomic_file(target) as temporary, tempfile.TemporaryDirectory() as folder:
        fused = _linked(source, Path(folder) / project.path.stem)
        _set_style(fused, run.style)
        export_gguf(fused, temporary, name=project.path.stem, check=cancel.check)
        found = parity(fused, temporary, _questions(project, run), check=cancel.check)
        if found.token_ids_equal < found.prompts:
            raise HoneError(
                "The GGUF reads text differently from the MLX model",
                f"{found.prompts - found.token_ids_equal} of {found.prompts} prompts become other tokens, so nothing "
                "was kept: export the MLX folder, and please report which base this is.",
            )
        if found.token_agreement < spec.agreement:
            raise HoneError(
                "The GGUF does not answer as the MLX model",
                f"llama.cpp chooses {found.token_agreement:.1%} of the reply tokens alike, wanted were "
                f"{spec.agreement:.1%}, so nothing was kept: export the MLX folder, or allow less with --agreement.",
            )
        temporary.chmod(0o644)  # temporary files are made for their owner alone
    return "gguf", target, {"run": run.id, "bytes": target.stat().st_size, **dataclasses.asdict(found)}


def _mlx(project: Project, run: runs.Run, spec: ExportSpec, cancel: Cancel) -> tuple[str, Path, dict[str, Any]]:
    target = _folder(spec.mlx) / f"{project.path.stem}-mlx"
    source = _fused(project, run)
    count = _copy(source, target, "config.json", cancel, lambda folder: _set_style(folder, run.style))
    return "mlx", target, {"run": run.id, "files": count}


def _adapter(project: Project, run: runs.Run, spec: ExportSpec, cancel: Cancel) -> tuple[str, Path, dict[str, Any]]:
    target = _folder(spec.adapter) / f"{project.path.stem}-adapter"
    count = _copy(run.adapter, target, "adapters.safetensors", cancel)
    return "adapter", target, {"run": run.id, "base": Path(run.base).name, "files": count}


def _dataset(
    project: Project, run: runs.Run | None, spec: ExportSpec, cancel: Cancel
) -> tuple[str, Path, dict[str, Any]]:
    """The run's dataset, or the newest where there is no run."""
    from engine.dataset.release import ROWS, release
    from engine.documents.language import language
    from engine.runtimes.gguf_licence import licence

    dataset = datasets.latest(project) if run is None else datasets.get(project, run.dataset_id)
    target = _folder(spec.dataset) / f"{project.path.stem}-dataset"
    style = spec.text_style or (dataset.style if dataset.style in TEXT_STYLES else TEXT_STYLES[0])
    _only_ours(target, ROWS, "train.parquet")
    with files.atomic_folder(target) as temporary:
        counts, changes = release(
            project, dataset, temporary, spec.format, style, licence=licence, language=language, check=cancel.check
        )
        for path in (temporary, *temporary.iterdir()):
            path.chmod(0o755 if path.is_dir() else 0o644)  # temporary ones are made for their owner alone
    return "dataset", target, {"dataset": dataset.id, "format": spec.format, **counts, **changes}


def _fused(project: Project, run: runs.Run) -> Path:
    if run.fused is None or not run.is_fused:
        gone = " (its folder is gone)" if run.fused else ""
        raise HoneError(
            f"Run {run.id} is not fused{gone}", f"Merge its adapter first with: hone fuse {project.path.name}"
        )
    return project.path / run.fused


def _folder(path: str) -> Path:
    folder = Path(path).expanduser().resolve()
    if folder.is_file():
        raise HoneError(f"{folder.name} is a file", "Give a folder; the exported file gets its name by itself.")
    return folder


def _linked(source: Path, folder: Path) -> Path:
    """The same model in another folder, its weights as links, so that its template can be another."""
    folder.mkdir()
    for path in source.iterdir():
        if path.suffix == ".safetensors":
            (folder / path.name).symlink_to(path)
        elif path.is_file():
            shutil.copyfile(path, folder / path.name)
    return folder


def _set_style(folder: Path, style: str) -> None:
    """Give a model the chat template of the style that it was trained in."""
    from transformers import AutoTokenizer

    from engine.dataset.templates import chat_template

    if style == "chat":
        return
    template = chat_template(style, AutoTokenizer.from_pretrained(str(folder)))
    file = folder / "tokenizer_config.json"
    config = json.loads(file.read_text(encoding="utf-8"))
    config.pop("chat_template", None)
    file.write_text(json.dumps(config, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / "chat_template.jinja").write_text(template, encoding="utf-8")


def _copy(
    source: Path, target: Path, mark: str, cancel: Cancel, change: Callable[[Path], None] = lambda folder: None
) -> int:
    """Copy a folder whole or not at all; only an earlier export of the same kind (it has `mark`) is replaced."""
    _only_ours(target, mark)
    copied = sorted(path for path in source.iterdir() if path.is_file() and path.name != "lock")
    with files.atomic_folder(target) as temporary:
        for path in copied:
            cancel.check()
            shutil.copyfile(path, temporary / path.name)
        change(temporary)
        temporary.chmod(0o755)  # temporary folders are made for their owner alone
    return len(copied)


def _only_ours(target: Path, *marks: str) -> None:
    if target.exists() and not any((target / mark).is_file() for mark in marks):
        raise HoneError(f"{target.name} exists already", f"{target} is something else: choose another folder.")


def _questions(project: Project, run: runs.Run) -> list[str]:
    """Questions of the run's dataset, spread over it, and sentences that tokenizers stumble over."""
    from engine.runtimes.gguf_parity import PROMPTS

    folder = project.value("SELECT folder FROM datasets WHERE id = ?", run.dataset_id)
    lines = (project.path / folder / "train.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
    asked = [
        str(json.loads(line)["messages"][-2]["content"]) for line in lines[:: max(len(lines) // _PROMPTS, 1)][:_PROMPTS]
    ]
    return [*asked, *PROMPTS[: max(_PROMPTS - len(asked), 0)]]
