"""Other words for a question that is right already: forms that ask the same, told apart by what stands in them.

No model is asked. A form stands in a class with all forms that are as good whenever it is itself
(resources/prompts/en/rewordings.txt), so that a question which the writer was sure of gives further ones which need
no trust of their own. Memory of a fact needs more than one phrasing (Allen-Zhu and Li 2024, Physics of Language
Models 3.1: knowledge that was seen in many wordings can be asked for in new ones).
"""

from __future__ import annotations

import functools
import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from engine.dataset.words import normalised
from engine.resources import resource
from engine.writers.indirect import indirect, is_phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

REWORDED = "reworded"  # the style of these wordings
_WORDS = r"[^\s?,;:]+"
_INNER = rf"(?!(?:of|the|a|an|is|are|to|for|in|on) ){_WORDS}"  # inside the name of an attribute
_SLOTS = {
    "x": rf"(?:{_WORDS} ){{0,9}}{_WORDS}",
    "v": r"(?!(?:the|an?|your|my|its|each|every|all) )(?:[^\s?]+ ){0,11}[^\s?]+",
    "c": r"(?:[^\s?]+ ){1,13}[^\s?]+",
    "p": rf"{_WORDS}(?:ed|en|un|pt|ut|ght|ld|wn|et|ne)(?: {_WORDS}){{0,6}}",
    "m": r"must|should|can|may",
    "i": r"if|when",
    "b": r"before|after|with|between",
    "n": rf"(?:{_INNER} ){{0,2}}{_INNER}",
    "u": rf"(?:{_WORDS} )?{_WORDS}s",
    "t": r"show|indicate|protect|contain|include|measure|produce|need|require|damage|prevent|open|carry|keep|hold",
    "d": r"invented|founded|developed|designed|leads|built|created|wrote|discovered|made|introduced|published",
}
_THIRD = {"carry": "carries"}
_SLOT = re.compile(r"<(\w+)>")
# Where a form shows that what stands in <x> is one thing and not several.
_SINGULAR = re.compile(r"\b(?:does|is|has) <x>|(?<!of )<x> (?:is|has|means|costs|weighs|takes|lasts|<t3>)")
_LEADS = (
    "Do you know {}?",
    "Can you tell me {}?",
    "May I ask {}?",
    "Could you please tell me {}?",
    "Could you tell me {}?",
)


def reworded(questions: Sequence[str], is_good: Callable[[str], bool]) -> Iterator[str]:
    """Further wordings of questions that ask for one fact: the first of each, then the second of each, and so on."""
    seen = {normalised(question) for question in questions}
    for turn in zip_longest(*map(rewordings, questions)):
        for other in turn:
            if other and normalised(other) not in seen and is_good(other):
                seen.add(normalised(other))
                yield other


def rewordings(question: str) -> list[str]:
    """Other questions that ask exactly the same, direct ones first; none when its build is not understood."""
    found: dict[str, None] = {}
    for begins, results in _classes():
        for form, pattern in begins:
            match = pattern.fullmatch(question)
            if match and _sound(match.groupdict()):
                slots = _completed(match.groupdict())
                is_one = _SINGULAR.search(form) is not None or not _may_be_several(slots.get("x", ""))
                wanted = (result for result in results if is_one or not _SINGULAR.search(result))
                found.update(dict.fromkeys(_filled(result, slots) for result in wanted))
                break
    if asked := indirect(question):
        found.update(dict.fromkeys(lead.format(asked) for lead in _LEADS))
    found.pop(question, None)
    return list(found)


def _sound(slots: dict[str, str]) -> bool:
    """Whether what was taken for a phrase can be one."""
    return all(is_phrase(slots[name]) for name in ("x", "n", "u") if name in slots)


def _may_be_several(phrase: str) -> bool:
    """Whether a phrase without an article could be a plural, by its head."""
    head = re.split(r" (?:of|for|in|on|with|to|from|at) ", phrase)[0].rsplit(" ", 1)[-1]
    return head.endswith("s") and not head.endswith(("ss", "us", "is")) or " and " in phrase


def _completed(slots: dict[str, str]) -> dict[str, str]:
    """The slots with the plain form of a verb that stands in the third person."""
    if "t3" not in slots:
        return slots
    plain = next(verb for verb in _SLOTS["t"].split("|") if _third(verb) == slots["t3"])
    return {**slots, "t": plain}


def _filled(form: str, slots: dict[str, str]) -> str:
    """The form with what stands in its slots."""
    text = _SLOT.sub(lambda slot: _third(slots["t"]) if slot[1] == "t3" else slots[slot[1]], form)
    return text[0].upper() + text[1:]


def _third(verb: str) -> str:
    return _THIRD.get(verb, verb + "s")


@functools.cache
def _classes() -> tuple[tuple[tuple[tuple[str, re.Pattern[str]], ...], tuple[str, ...]], ...]:
    """For each class the forms that lead into it with their patterns, and all its forms."""
    text = resource("prompts", "en", "rewordings.txt").read_text(encoding="utf-8")
    blocks = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip().split("\n\n")
    found = []
    for block in blocks:
        lines = block.splitlines()
        begins = tuple((line, _pattern(line)) for line in lines if not line.startswith("> "))
        found.append((begins, tuple(line.removeprefix("> ") for line in lines)))
    return tuple(found)


def _pattern(form: str) -> re.Pattern[str]:
    parts = _SLOT.split(form)
    pieces = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            pieces.append(re.escape(part))
        elif part == "t3":
            thirds = "|".join(_third(verb) for verb in _SLOTS["t"].split("|"))
            pieces.append(f"(?P<t3>{thirds})")
        else:
            pieces.append(f"(?P<{part}>{_SLOTS[part]})")
    return re.compile("".join(pieces))
