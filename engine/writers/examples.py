"""A person's own pairs as examples: of the questions and answers that are wanted, and of skills."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.writers.forms import STYLES
from engine.writers.kinds import SKILL, UNANSWERABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project import Project

_MOST = 5  # examples of one prompt
_FIT = 1500  # characters of them
_LANGUAGE = re.compile(r"[가-힣]")
_STYLES = (
    ("ask politely", r"^(can|could|would) you|^do you know|^please"),
    ("ask as a user", r"\b(i|my|me|we|our)\b"),
    ("ask which", r"^which\b"),
    ("ask otherwise", r"^what is the \w+ (of|for)\b"),
    (
        "ask briefly",
        r"^(?!what|which|who|how|when|where|why|is|are|do|does|can|must|at|in|to|for|with|by)\w+.{0,40}\?$",
    ),
)


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that a person wrote or gave as a seed."""

    question: str
    input: str
    answer: str

    @property
    def is_korean(self) -> bool:
        """Whether it is written in Korean."""
        return _LANGUAGE.search(self.question + self.answer) is not None


def examples(project: Project, before: int | None = None) -> tuple[Example, ...]:
    """The pairs that a person wrote or gave as seeds, in the order they came, but skills.

    Pairs of generation `before` and of later ones are left out: what a person corrects while it is under
    way must not change what it asks.
    """
    return _read(project, "facts.kind NOT IN (?, ?) AND pairs.input = ''", before, SKILL, UNANSWERABLE)


def skills(project: Project, before: int | None = None) -> tuple[Example, ...]:
    """The seed examples of skills: rows that teach how to do something and not what a document says."""
    return _read(project, "facts.kind = ?", before, SKILL)


def _read(project: Project, where: str, before: int | None, *values: str) -> tuple[Example, ...]:
    rows = project.rows(
        "SELECT question, input, answer FROM pairs JOIN facts ON facts.id = fact_id"
        f" WHERE facts.origin IN ('seed', 'person') AND pairs.state = 'accepted' AND answer IS NOT NULL AND {where}"
        " AND (generation_id IS NULL OR ? IS NULL OR generation_id < ?) ORDER BY pairs.id",
        *values,
        before,
        before,
    )
    return tuple(Example(row[0], row[1], row[2]) for row in rows)


def fitting(known: Sequence[Example], language: str) -> list[Example]:
    """As many examples in a language as fit into a prompt, the first ones first."""
    found: list[Example] = []
    size = 0
    for example in known:
        size += len(example.question) + len(example.answer)
        if example.is_korean == (language == "ko") and len(found) < _MOST and size <= _FIT:
            found.append(example)
    return found


def styles_like(known: Sequence[Example]) -> tuple[str, ...]:
    """The starter's styles of asking, those that the examples have most often first."""
    counts = Counter(
        next((style for style, form in _STYLES if re.search(form, example.question.lower())), STYLES[0])
        for example in known
        if not example.is_korean
    )
    return tuple(sorted(STYLES, key=lambda style: -counts[style]))
