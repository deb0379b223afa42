"""Questions that a run answers while it is trained: a few to be looked at, and more to choose the best adapter by."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from engine.dataset.scores import KeyFacts, key_facts, matches
from engine.dataset.styles import render
from engine.project.samples import Sample

if TYPE_CHECKING:
    from pathlib import Path

    from engine.rows import Reader, Row, Rows
    from engine.runtimes.mlx.training import Check, Trainer
    from engine.runtimes.recipe import Recipe

_SPLITS = ("test", "unseen", "valid", "train")  # the first of them that has rows
_EXAM = 32  # questions at most, since they are asked at each evaluation
_SPARE_TOKENS = 16  # beyond the longest reference, for replies that are worded at more length
_LONGEST_REPLY = 256


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is needed to ask it and to tell whether the reply is right."""

    text: str
    reference: str
    keys: KeyFacts
    prompt: list[int]
    tokens: int  # of the reference


@dataclass(frozen=True, slots=True)
class Questions:
    """The same for a whole run: `shown` are kept with their replies, of `exam` only the share that is right."""

    shown: list[Question]
    exam: list[Question]

    def ask(self, trainer: Trainer, check: Check) -> tuple[list[Sample], float | None]:
        """The likeliest replies of the model as it is now, and the share of the exam's that says the key facts."""
        asked = [*self.shown, *self.exam]
        if not asked:
            return [], None
        longest = min(max(question.tokens for question in asked) + _SPARE_TOKENS, _LONGEST_REPLY)
        replies = trainer.replies([question.prompt for question in asked], longest, check)
        right = [matches(reply, question.keys) for reply, question in zip(replies, asked, strict=True)]
        found = [
            Sample(trainer.iteration, number, question.text, question.reference, replies[number], right[number])
            for number, question in enumerate(self.shown)
        ]
        graded = right[len(self.shown) :]
        return found, sum(graded) / len(graded) if graded else None


def choose(reader: Reader, folder: Path, rows: Rows, recipe: Recipe) -> Questions:
    """The questions of a run, always the same for the same dataset and seed.

    What is only shown comes from rows kept for the exam. The best adapter is chosen by rows of valid, as by their
    loss: an exam of rows that had a say in it would flatter.
    """
    shown: list[Row] = []
    for split in _SPLITS if recipe.samples else ():
        shown = _spread(reader, folder / f"{split}.jsonl", recipe)
        if shown:
            break
    held_out = rows.held_out
    count = min(_EXAM, len(held_out)) if recipe.best_by == "exam" else 0
    exam = [held_out[number * len(held_out) // count] for number in range(count)]
    return Questions([_question(reader, row) for row in shown], [_question(reader, row) for row in exam])


def _spread(reader: Reader, file: Path, recipe: Recipe) -> list[Row]:
    """One row by chance of each of so many equal stretches of a file, of those that fit."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    count, random = min(recipe.samples, len(lines)), Random(f"{recipe.seed} samples")
    found = []
    for number in range(count):
        stretch = lines[number * len(lines) // count : (number + 1) * len(lines) // count]
        random.shuffle(stretch)
        fitting = (row for line in stretch for row in reader.lines(line) if row.fits(recipe))
        found += [row for row in [next(fitting, None)] if row is not None]
    return found


def _question(reader: Reader, row: Row) -> Question:
    *asked, answer = row.messages
    prompt = reader.loaded.encode(render(reader.style, asked, reader.loaded.tokenizer)[0])
    text, reference = asked[-1]["content"], answer["content"]
    return Question(text, reference, key_facts(text, reference), prompt, len(row.example.tokens) - len(prompt))
