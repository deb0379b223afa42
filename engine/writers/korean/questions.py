"""Rules that turn a Korean sentence into questions; the first rule that fits is taken.

Korean asks with the question word in the place of what it asks for, so a question is the sentence itself with one
part replaced and another ending.
"""

from __future__ import annotations

import functools
import re

from engine.writers.korean.asking import Question
from engine.writers.korean.clauses import consequence, procedure, reason
from engine.writers.korean.parts import asked_amount, contents, means, only_when, parts, thing
from engine.writers.korean.places import agent, place, recipient
from engine.writers.korean.reading import Reading, is_of_an_example, read
from engine.writers.korean.what import called_by_number, definition, name_given, said_amount

_SHORTEST_QUESTION = 7  # letters without spaces
_TIGHT = re.compile(r"\s+([,?.])")


@functools.lru_cache(maxsize=4096)
def question(sentence: str) -> Question | None:
    """The fact of a cleaned sentence; None where no rule is sure."""
    reading = read(sentence)
    if reading is None or is_of_an_example(reading) or _lacks_subject(reading):
        return None
    for rule in _RULES:
        if found := rule(reading):
            unique = dict.fromkeys((style, _tidy(text)) for style, text in found.wordings)
            fitting = tuple((style, text) for style, text in unique if _is_well_formed(text))
            return Question(found.kind, fitting) if fitting else None
    return None


def _lacks_subject(reading: Reading) -> bool:
    """Whether a statement begins with a clause that leaves out of what it speaks: 2년으로 설정되지만 ..."""
    if reading.link != "and" or reading.predicate.kind in ("order", "must", "ban"):
        return False
    roles = {word.particle for word in reading.words[: reading.main]}
    return not roles & {"은", "는", "이", "가", "에는", "에서는", "란", "이란", "에게는", "께서"}


def _tidy(text: str) -> str:
    return _TIGHT.sub(r"\1", " ".join(text.split()))


def _is_well_formed(text: str) -> bool:
    words = text.split()
    twice = any(a == b for a, b in zip(words, words[1:], strict=False))
    return len(text.replace(" ", "")) >= _SHORTEST_QUESTION and not twice and text.count('"') % 2 == 0


_RULES = (
    said_amount,
    called_by_number,
    definition,
    name_given,
    asked_amount,
    parts,
    contents,
    place,
    only_when,
    reason,
    procedure,
    consequence,
    agent,
    recipient,
    means,
    thing,
)
