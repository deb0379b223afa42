"""Exams made up for tests of the proof: answers of any number of facts, whose sides are right as often as asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.scores import key_facts, score
from engine.project.exams import NOISE, Answer, ProbeAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PARTS = ("pump", "filter", "valve", "hose", "motor", "sensor", "lid", "drum", "fan", "belt", "door", "lamp")


def right(number: int) -> tuple[str, float]:
    """What the document says."""
    return reference(number), 0.05 + number % 5 / 100


def wrong(number: int) -> tuple[str, float]:
    """A base that never read it."""
    return f"It is a {_PARTS[number % 12]} like any other.", 5.0 + number % 7 / 10


def garbage(number: int) -> tuple[str, float]:
    """A model that forgot language."""
    return "ttttt %% the the" * (number % 3), 14.0 + number % 3


def mixed_up(number: int) -> tuple[str, float]:
    """The answer of another question."""
    return reference(number + 5), 8.0 + number % 4 / 10


def reference(number: int) -> str:
    """The right answer, with a number of its own."""
    number %= 60
    return f"The {_PARTS[number % 12]} of unit {number // 12} is changed after {1000 + 37 * number} hours."


def question(number: int) -> str:
    """What is asked."""
    number %= 60
    return f"When is the {_PARTS[number % 12]} of unit {number // 12} changed?"


def often(share: float, yes: Callable[[int], tuple[str, float]] = right) -> Callable[[int], tuple[str, float]]:
    """Right so often, spread over the questions; else wrong."""
    return lambda number: (yes if int((number + 1) * share) > int(number * share) else wrong)(number)


def answers(
    count: int,
    sides: Mapping[str, Callable[[int], tuple[str, float]]],
    *,
    split: str = "test",
    wordings: int = 1,
    first: int = 0,
    old: bool = False,
) -> list[Answer]:
    """Answers to `count` questions with `wordings` of each fact; `old` ones do not tell their facts."""
    found = []
    for place in range(count):
        number = place // wordings
        keys = key_facts(question(number), reference(number))
        replies = {side: say(number)[0] for side, say in sides.items()}
        scores: dict[str, dict[str, float | None]] = {
            side: {**score(replies[side], reference(number), keys), "loss": say(number)[1]}
            for side, say in sides.items()
        }
        found.append(
            Answer(
                position=first + place,
                pair_id=first + place + 1,
                split=split,
                question=question(number),
                reference=reference(number),
                key_facts=keys,
                replies=replies,
                scores=scores,
                fact_id=None if old else number + 1,
                kind="" if old else ("fact", "how_to")[number % 2],
                section=() if old else ("Care", f"Unit {number // 12}"),
            )
        )
    return found


def noisy(say: Callable[[int], tuple[str, float]]) -> dict[str, Callable[[int], tuple[str, float]]]:
    """The base asked twice, with the same replies."""
    return dict.fromkeys(NOISE, say)


def probe(
    base: float,
    tuned: float,
    before: float = 2.5,
    after: float = 2.6,
    *,
    count: int = 120,
    suites: tuple[str, ...] = ("language", "reasoning"),
) -> list[ProbeAnswer]:
    """General questions of which so many are right, and passages with about such losses."""
    found = []
    for number in range(count):
        told = {side: float((number * 7) % count < share * count) for side, share in (("base", base), ("tuned", tuned))}
        scores: dict[str, dict[str, float | None]] = {side: {"right": value} for side, value in told.items()}
        language = ("en", "ko")[number // len(suites) % 2]
        suite = suites[number % len(suites)]
        found.append(ProbeAnswer(number, suite, language, f"Question {number}?", "Answer.", {}, scores))
    for number in range(40):
        by = number % 5 / 10 - 0.2
        scores = {"base": {"loss": before + by}, "tuned": {"loss": after + by * (after / before)}}
        found.append(ProbeAnswer(count + number, "text", "en", f"Passage {number}.", "", {}, scores))
    return found
