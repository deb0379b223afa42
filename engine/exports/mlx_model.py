"""The fused model for mlx-lm: as it is, in bfloat16, or in few bits with the drift that was measured."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from engine.exports.work import Made, Work, copy_folder, folder_of, only_ours, readable, set_style
from engine.project import files

if TYPE_CHECKING:
    from pathlib import Path

_PROMPTS = 20


def mlx(work: Work) -> Made:
    """NAME-mlx, or NAME-mlx-4bit."""
    source, style, precision = work.fused(), work.run.style, work.spec.precision
    ending = "" if precision == "fused" else f"-{precision}"
    target = folder_of(work.spec.mlx) / f"{work.name}-mlx{ending}"
    told = {"run": work.run.id, "precision": precision}
    if precision == "fused":
        count = copy_folder(source, target, "config.json", work.cancel, lambda folder: set_style(folder, style))
        return Made("mlx", target, {**told, "files": count})
    from engine.runtimes.mlx.precision import write_precision

    only_ours(target, "config.json")
    with files.atomic_folder(target) as temporary:
        write_precision(source, temporary, precision)
        work.cancel.check()
        set_style(temporary, style)
        measured = _drift(work, source, temporary)
        readable(temporary)
        count = sum(1 for _ in temporary.iterdir())
    return Made("mlx", target, {**told, "files": count, **measured})


def _drift(work: Work, source: Path, changed: Path) -> dict[str, Any]:
    """How often the tokens are chosen that the fused model in full precision chooses."""
    from engine.runtimes.mlx.drift import drift

    found = drift(source, changed, work.questions(_PROMPTS), check=work.cancel.check)
    return dataclasses.asdict(found)
