"""What a recipe comes to with the rows as they are, and how much computing that is; nothing is trained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.rows import TWINS, Reader, Rows, base_folder, fitting
from engine.runtimes.fitting import check_base
from engine.runtimes.recipe import Base, Recipe
from engine.runtimes.recipe import plan as work_out
from engine.runtimes.sizing import Shape, fit, measure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from engine.jobs import Cancel
    from engine.rows import Row

_SAMPLE = 2000  # rows that are cut into tokens; the lengths of more are taken to be like theirs
_FORWARD = 1 / 3  # an evaluation has no way back, which takes twice the way there


@dataclass(frozen=True, slots=True)
class Known:
    """What the estimates of all recipes for one base and dataset share."""

    base: Base
    shape: Shape
    folder: Path
    rows: dict[str, list[Row]]
    scale: float  # rows there are to rows that were looked at
    trained: int  # rows to train on

    def recipe(self, wishes: Mapping[str, Any]) -> tuple[Recipe, dict[str, str], Rows]:
        """What the options of a spec of train come to, why, and the rows that were looked at and fit."""
        lengths = [len(row.example.tokens) for row in self.rows["train"]]
        every = [lengths[number * len(lengths) // self.trained] for number in range(self.trained)]
        recipe, reasons = work_out(wishes, every, self.base)
        recipe, reasons = fit(recipe, reasons, self.base, self.shape, fitting(self.rows, recipe).sizes)
        return recipe, reasons, fitting(self.rows, recipe)

    def targets(self, recipe: Recipe, rows: Rows) -> float:
        """Tokens with a loss in all iterations, and in all evaluations as if they were trained too."""
        each = sum(row.example.targets for row in rows.train) / len(rows.train)
        trained = recipe.iterations * recipe.batch_size * recipe.accumulation * each
        evaluations = recipe.iterations // recipe.evaluate_every + 1
        noisy = recipe.cues or recipe.word_dropout
        held_out = sum(row.example.targets for row in rows.valid) * self.scale * ((1 + TWINS) if noisy else 1)
        return trained + _FORWARD * evaluations * held_out


def look(base: str, style: str, mask_prompt: bool, texts: Mapping[str, str], cancel: Cancel) -> Known:
    """Read the base's sizes and the rows of the JSONL files `texts`, by their names; raises HoneError."""
    from engine.runtimes import mlx
    from engine.runtimes.mlx.model import read_config

    folder = base_folder(base)
    config = read_config(folder)
    check_base(folder, config, loading=False)
    found, shape = measure(folder, config)
    reader = Reader(mlx.load_tokenizer(folder), style, mask_prompt)
    trained = texts.get("train.jsonl", "").count("\n")
    every = max(-(-trained // _SAMPLE), 1)
    rows: dict[str, list[Row]] = {}
    for split in ("train", "valid"):
        rows[split] = []
        for line in texts.get(f"{split}.jsonl", "").splitlines()[::every]:
            cancel.check()
            rows[split] += reader.lines(line)
    return Known(found, shape, folder, rows, every, trained)
