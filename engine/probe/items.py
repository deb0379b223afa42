"""What the forgetting probe asks, in a fixed order: questions of suites, then passages of general prose."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LANGUAGES = ("en", "ko")
# Of general models, in the order asked.
SUITES = ("language", "arithmetic", "reasoning", "instructions", "refusal")
# Of the starter, which knows nothing general: a question about a sentence, the sentence that answers a question.
WRITING, PICKING = "writing", "picking"
SKILLS = (WRITING, PICKING)
TEXT = "text"  # no question: a passage, whose loss counts
_ASK = "ask: "  # how the starter was taught to be asked for a question (see engine.writers.starter)
_SHOWN = (2, 8)  # sentences beside each other when one is picked, at least and at most


@dataclass(frozen=True, slots=True)
class Item:
    """One question with a reference that passes its `check` (see `engine.probe.rules`), or a passage without both."""

    position: int
    suite: str
    language: str
    question: str
    reference: str = ""
    check: dict[str, Any] = field(default_factory=dict)


def items(starter: bool, languages: Sequence[str] = LANGUAGES) -> list[Item]:
    """All items in these languages for a general base, or for the starter, which speaks English only.

    Positions count from 0 and are the same each time.
    """
    known = [language for language in LANGUAGES if language in languages]
    found = [*_skills(), *_passages("en")] if starter else [*_questions(known)]
    if not starter:
        found += [passage for language in known for passage in _passages(language)]
    return [Item(position, *entry) for position, entry in enumerate(found)]


_Entry = tuple[str, str, str, str, dict[str, Any]]  # what follows the position in an Item


def _questions(languages: Sequence[str]) -> Iterator[_Entry]:
    entries = json.loads(resource("probe", "questions.json").read_text(encoding="utf-8"))
    for suite in SUITES:
        for language in languages:
            for entry in entries:
                if (entry["suite"], entry["language"]) == (suite, language):
                    yield suite, language, entry["question"], entry["reference"], entry["check"]


def _passages(language: str) -> Iterator[_Entry]:
    text = resource("probe", f"text_{language}.txt").read_text(encoding="utf-8")
    for passage in text.strip().split("\n\n"):
        yield TEXT, language, " ".join(passage.split()), "", {}


def _skills() -> Iterator[_Entry]:
    """A question is to be written of every other fact; of the rest one is to be picked among its neighbours."""
    facts = json.loads(resource("probe", "starter.json").read_text(encoding="utf-8"))
    for fact in facts[::2]:
        yield WRITING, "en", f"{_ASK}{fact['sentence']}", fact["question"], {"asks_of": fact["sentence"]}
    least, most = _SHOWN
    for number, at in enumerate(range(1, len(facts), 2)):
        count = least + number % (most - least + 1)
        first = at - number % count  # so that the answer stands now at the start, now at the end
        shown = [facts[place % len(facts)]["sentence"] for place in range(first, first + count)]
        answer = facts[at]["sentence"]
        yield PICKING, "en", f"{' '.join(shown)}\n{facts[at]['question']}", answer, {"exactly": answer}
