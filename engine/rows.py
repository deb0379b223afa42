"""The rows of a dataset as the base reads them: tokens, noisy twins, and those that fit."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from engine.dataset.styles import render
from engine.errors import HoneError
from engine.resources import starter
from engine.runtimes.noise import noisy

if TYPE_CHECKING:
    from engine.runtimes.mlx import Example, Loaded
    from engine.runtimes.recipe import Recipe

TWINS = 4  # noisy questions for each held-out one, less those that chance leaves as they are


@dataclass(frozen=True, slots=True)
class Row:
    """A row's messages and its tokens."""

    messages: list[dict[str, str]]
    example: Example

    def fits(self, recipe: Recipe) -> bool:
        """Whether it can be trained whole, and has a token to learn."""
        return len(self.example.tokens) <= recipe.max_length and self.example.targets > 0


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that a run uses; `dropped` are too long for it, `untrained` have no token to learn."""

    train: list[Row]
    valid: list[Row]
    dropped: int
    untrained: int

    @property
    def longest(self) -> int:
        """Tokens of the longest row to train on."""
        return max(len(row.example.tokens) for row in self.train)

    @property
    def answers(self) -> int:
        """Tokens of the longest answer to learn."""
        return max(row.example.targets for row in self.train)

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """Tokens of each row to train on, and of its answer."""
        return [(len(row.example.tokens), row.example.targets) for row in self.train]

    @property
    def held_out(self) -> list[Row]:
        """What the adapter is measured on: valid, or a part of train where there is none."""
        return self.valid or self.train[: len(self.train) // 5 or 1]


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns the messages of a row into tokens, as the base and the dataset's prompt style want them."""

    loaded: Loaded
    style: str
    mask_prompt: bool

    def file(self, path: Path) -> list[Row]:
        """All rows of a JSONL file."""
        return self.lines(path.read_text(encoding="utf-8")) if path.is_file() else []

    def lines(self, text: str) -> list[Row]:
        """All rows of a JSONL text."""
        rows = [json.loads(line)["messages"] for line in text.split("\n") if line]
        return [Row(messages, self.example(messages)) for messages in rows]

    def example(self, messages: list[dict[str, str]]) -> Example:
        """One conversation as tokens, with where its answer begins."""
        from engine.runtimes import mlx

        prompt, answer = render(self.style, messages, self.loaded.tokenizer)
        return mlx.example(self.loaded, prompt, answer, mask_prompt=self.mask_prompt)

    def varied(self, messages: list[dict[str, str]], recipe: Recipe, random: Random) -> Example | None:
        """The row with a noisy question, or None when chance leaves it as it is."""
        *before, question, answer = messages
        text = noisy(question["content"], answer["content"], recipe.cues, recipe.word_dropout, random)
        return None if text is None else self.example([*before, {**question, "content": text}, answer])

    def held_out(self, rows: list[Row], recipe: Recipe) -> list[Example]:
        """The rows and, where training is noisy, noisy twins of them, the same at every evaluation.

        A small base has a few dozen plain ones right long before it answers freely worded questions, and their
        loss alone would keep an adapter of half the way.
        """
        found = [row.example for row in rows]
        if recipe.cues or recipe.word_dropout:
            for number, row in enumerate(rows):
                for turn in range(TWINS):
                    twin = self.varied(row.messages, recipe, Random(f"{recipe.seed} {number} {turn}"))
                    if twin is not None and len(twin.tokens) <= recipe.max_length:
                        found.append(twin)
        return found


def base_folder(name: str) -> Path:
    """Where the base of a spec lies."""
    return starter() if name == "starter" else Path(name).expanduser()


def portable(base: Path) -> str:
    """The base's place as another machine can find it, whose user may have another name."""
    if base.resolve() == starter().resolve():
        return "starter"
    home = Path.home()
    return f"~/{base.relative_to(home)}" if base.is_relative_to(home) else str(base)


def fitting(rows: dict[str, list[Row]], recipe: Recipe) -> Rows:
    """Rows that fit as a whole: a cut would take the answer's end, and a prompt alone has no loss at all."""
    kept = {split: [row for row in found if row.fits(recipe)] for split, found in rows.items()}
    left_out = [row for found in rows.values() for row in found if not row.fits(recipe)]
    dropped = sum(len(row.example.tokens) > recipe.max_length for row in left_out)
    if not kept["train"]:
        raise HoneError("There is no row to train on", _why(dropped, len(left_out), recipe))
    return Rows(kept["train"], kept["valid"], dropped, len(left_out) - dropped)


def _why(dropped: int, left_out: int, recipe: Recipe) -> str:
    if dropped:
        return f"{dropped} rows are longer than {recipe.max_length} tokens: allow longer ones with --max-length."
    if left_out:
        return "No row has an answer to learn: look at them with hone styles, then make the dataset again."
    return "train.jsonl is empty: make the dataset again with hone dataset."


def fingerprint(folder: Path) -> str:
    """Tells whether the base is still the same without reading gigabytes: its config, and its files' sizes."""
    sizes = sorted((path.name, path.stat().st_size) for path in folder.glob("*.safetensors"))
    text = (folder / "config.json").read_text(encoding="utf-8") + json.dumps(sizes)
    return hashlib.sha256(text.encode()).hexdigest()
