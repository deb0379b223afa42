"""Merge an adapter into its base and make sure that the result answers as the two did."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events
from engine.dataset.styles import render
from engine.errors import HoneError
from engine.jobs import Pace
from engine.project import Project, datasets, files, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Loaded

_PROMPTS = 8
_SAME_REPLIES = 0.75  # of the probed prompts must have the same greedy reply


@dataclass(frozen=True, kw_only=True)
class FuseSpec(Spec):
    """What to merge, and where to."""

    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    out: str = option("", "Folder.", "By default beside the run's adapter.")
    dequantize: bool = option(True, "In full precision.", "Squeezed into 4 bits again, most of the adapter is lost.")


def fuse(spec: FuseSpec, emit: Emit, cancel: Cancel) -> None:
    """Write a model folder that needs no adapter; raises HoneError when it does not answer as base and adapter did."""
    from engine.runtimes import mlx
    from engine.runtimes.mlx.fusing import fuse_into

    with Project(spec.project) as project:
        run = runs.chosen(project, spec.run)
        out = Path(spec.out).expanduser().resolve() if spec.out else run.folder / "fused"
        if spec.out and out.exists() and any(out.iterdir()):
            raise HoneError(f"{out.name} is not empty", "Choose a new or empty folder with --out.")
        pace = Pace("fuse", 4, emit)
        loaded = mlx.load(run.base, run.adapter)
        prompts = [loaded.encode(text) for text in _questions(project, run, loaded)]
        before = _answers(loaded, prompts, cancel)
        pace.advance()
        cancel.check()
        with files.atomic_folder(out) as temporary:
            fuse_into(loaded, temporary, dequantize=spec.dequantize)
            del loaded
            pace.advance()
            fused = mlx.load(temporary)
            cancel.check()
            after = _answers(fused, prompts, cancel)
            pace.advance()
            figures = _difference(before, after)
            if figures["same_replies"] < _SAME_REPLIES:
                raise HoneError(
                    "The fused model does not answer as base and adapter did",
                    f"Only {figures['same_replies']:.0%} of {len(prompts)} replies are the same, "
                    f"logits differ by up to {figures['logit_difference']:.3f}. "
                    "Fuse without quantizing (--dequantize).",
                )
        if out.is_relative_to(project.path):
            runs.set_fused(project, run.id, project.relative(out))
        else:
            runs.set_fused(project, run.id, str(out))
        pace.advance()
    emit(events.Artifact("fused", str(out), {"run": run.id, "prompts": len(prompts), **figures}))


def _questions(project: Project, run: runs.Run, loaded: Loaded) -> list[str]:
    """Rendered questions of the run's own rows, spread over the file."""
    folder = datasets.get(project, run.dataset_id).folder
    lines = (folder / "train.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
    chosen = lines[:: max(len(lines) // _PROMPTS, 1)][:_PROMPTS]
    return [render(run.style, json.loads(line)["messages"][:-1], loaded.tokenizer)[0] for line in chosen]


def _answers(loaded: Loaded, prompts: list[list[int]], cancel: Cancel) -> list[tuple[str, list[float]]]:
    """Greedy reply and next-token logits of each prompt by the side in use."""
    from engine.runtimes import mlx

    side = mlx.TUNED if loaded.has_adapter else mlx.BASE
    replies = mlx.greedy(loaded, prompts, side, cancel.check, max_tokens=48)
    return list(zip(replies, [mlx.next_logits(loaded, prompt) for prompt in prompts], strict=True))


def _difference(before: list[tuple[str, list[float]]], after: list[tuple[str, list[float]]]) -> dict[str, float]:
    logits = [
        max(abs(one - other) for one, other in zip(old, new, strict=True))
        for (_, old), (_, new) in zip(before, after, strict=True)
    ]
    same = sum(old == new for (old, _), (new, _) in zip(before, after, strict=True))
    return {"same_replies": same / len(before), "logit_difference": max(logits)}
