"""Show one row of the dataset in every prompt style, with the tokens marked that training learns."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.dataset.styles import STYLES, render
from engine.errors import HoneError
from engine.project import Project, datasets
from engine.resources import starter
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Loaded


@dataclass(frozen=True, kw_only=True)
class StylesSpec(Spec):
    """Which row is shown, as which base reads it."""

    base: str = option("starter", "Base", "Folder of an MLX model: its tokenizer and chat template are used.")
    row: int = option(1, "Row", "Of the newest dataset's rows for training, from 1.", minimum=1)
    mask_prompt: bool = option(True, "Learn answers only.", "As in training.")


def styles(spec: StylesSpec, emit: Emit, cancel: Cancel) -> None:
    """Announce the row in each style: its tokens, and which of them carry the loss.

    Raises HoneError without a dataset or such a row, and for a base whose tokenizer cannot be read.
    """
    with Project(spec.project) as project:
        dataset = datasets.latest(project)
        messages = _row(dataset.folder / "train.jsonl", spec.row)
    from engine.runtimes import mlx

    loaded = mlx.load_tokenizer(starter() if spec.base == "starter" else Path(spec.base))
    shown = []
    for style in STYLES:
        cancel.check()
        shown.append({"style": style, "dataset": style == dataset.style, **_shown(loaded, style, messages, spec)})
    figures = {"row": spec.row, "base": loaded.path.name, "messages": messages, "styles": shown}
    emit(events.Artifact("styles", "", figures))


def _row(file: Path, number: int) -> list[dict[str, str]]:
    try:
        lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except OSError as error:
        raise HoneError(
            "The dataset's files are gone", f"{error.strerror} ({file.name}): make it again with hone dataset PROJECT."
        ) from error
    if number > len(lines):
        raise HoneError(f"There is no row {number}", f"The dataset has {len(lines)} rows for training.")
    messages: list[dict[str, str]] = json.loads(lines[number - 1])["messages"]
    return messages


def _shown(loaded: Loaded, style: str, messages: list[dict[str, str]], spec: StylesSpec) -> dict[str, Any]:
    """The tokens with their marks, or why this base has no such style."""
    from engine.runtimes import mlx

    try:
        prompt, answer = render(style, messages, loaded.tokenizer)
    except HoneError as error:
        return {"error": str(error)}
    row = mlx.example(loaded, prompt, answer, mask_prompt=spec.mask_prompt)
    marks = mlx.learned(row)
    tokens = [
        {"id": token, "text": text, "trained": trained}
        for token, text, trained in zip(row.tokens, loaded.pieces(row.tokens), marks, strict=True)
    ]
    return {"tokens": tokens, "trained": sum(marks)}
