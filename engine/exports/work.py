"""One export on its way, and what all kinds of it do: find the fused model, copy folders, ask for the target."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.project import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.exports.options import ExportSpec
    from engine.jobs import Cancel
    from engine.project import Project
    from engine.project.runs import Run

PROMPTS = 24
_TOKENIZER, _TEMPLATE = "tokenizer_config.json", "chat_template.jinja"  # where a chat template can stand


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: its kind, the file or folder, and what was found out about it."""

    kind: str
    path: Path
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Work:
    """What an export works with; `gguf` is the file that was made and checked already, which the next one copies."""

    project: Project
    spec: ExportSpec
    cancel: Cancel
    chosen: Run | None
    gguf: Made | None = None

    @property
    def run(self) -> Run:
        """The run that is exported; a dataset alone needs none."""
        assert self.chosen is not None
        return self.chosen

    @property
    def name(self) -> str:
        """What files and folders are called."""
        return self.project.path.stem

    def fused(self) -> Path:
        """The folder of the fused model; raises HoneError when there is none."""
        run = self.run
        if run.fused is None or not run.is_fused:
            gone = " (its folder is gone)" if run.fused else ""
            raise HoneError(
                f"Run {run.id} is not fused{gone}",
                f"Merge its adapter first with: hone fuse {self.project.path.name}",
            )
        return self.project.path / run.fused

    def questions(self, count: int = PROMPTS) -> list[str]:
        """Questions of the run's dataset, spread over it, and sentences that tokenizers stumble over."""
        from engine.runtimes.gguf_parity import PROMPTS as SENTENCES

        folder = self.project.value("SELECT folder FROM datasets WHERE id = ?", self.run.dataset_id)
        lines = (self.project.path / folder / "train.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
        asked = [
            str(json.loads(line)["messages"][-2]["content"]) for line in lines[:: max(len(lines) // count, 1)][:count]
        ]
        return [*asked, *SENTENCES[: max(count - len(asked), 0)]]


def folder_of(path: str) -> Path:
    """The folder that was asked for; raises HoneError when a file has that name."""
    folder = Path(path).expanduser().resolve()
    if folder.is_file():
        raise HoneError(f"{folder.name} is a file", "Give a folder; the exported file gets its name by itself.")
    return folder


def only_ours(target: Path, *marks: str) -> None:
    """Raise HoneError when `target` is something else than an earlier export, which has one of `marks` in it."""
    if target.exists() and not any((target / mark).is_file() for mark in marks):
        raise HoneError(f"{target.name} exists already", f"{target} is something else: choose another folder.")


def copy_folder(
    source: Path, target: Path, mark: str, cancel: Cancel, change: Callable[[Path], None] = lambda folder: None
) -> int:
    """Copy a folder whole or not at all; only an earlier export of the same kind (it has `mark`) is replaced."""
    only_ours(target, mark)
    copied = sorted(path for path in source.iterdir() if path.is_file() and path.name != "lock")
    with files.atomic_folder(target) as temporary:
        for path in copied:
            cancel.check()
            shutil.copyfile(path, temporary / path.name)
        change(temporary)
        readable(temporary)
    return len(copied)


def readable(folder: Path) -> None:
    """Let others read it as they read a person's other files; temporary ones are made for their owner alone."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def linked(source: Path, folder: Path) -> Path:
    """The same model in another folder, all but its template as links, so that `set_style` can change that."""
    folder.mkdir()
    for path in source.iterdir():
        if path.name in (_TOKENIZER, _TEMPLATE):
            shutil.copyfile(path, folder / path.name)
        elif path.is_file():
            (folder / path.name).symlink_to(path.resolve())
    return folder


def set_style(folder: Path, style: str) -> None:
    """Give a model the chat template of the style that it was trained in."""
    from transformers import AutoTokenizer

    from engine.dataset.templates import chat_template

    if style == "chat":
        return
    template = chat_template(style, AutoTokenizer.from_pretrained(str(folder)))
    file = folder / _TOKENIZER
    config = json.loads(file.read_text(encoding="utf-8"))
    config.pop("chat_template", None)
    file.write_text(json.dumps(config, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / _TEMPLATE).write_text(template, encoding="utf-8")
