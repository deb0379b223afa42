"""What a rule makes of a Korean sentence: a question word in the place of a part, in several registers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.writers.korean.letters import particle
from engine.writers.korean.reading import ADVERBS, Reading

PLAIN, FORMAL, TELL, OTHER = "ask", "ask formally", "ask politely", "ask otherwise"


@dataclass(frozen=True, slots=True)
class Question:
    """A fact of a sentence: what `kind` of thing is asked for, and (style, question) for each wording, best first."""

    kind: str
    wordings: tuple[tuple[str, str], ...]


_BARE_AMOUNT = re.compile(r"(몇 \S+|며칠|얼마)(을|를)$")


def _with_object(reading: Reading, before: str, asks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """연차 휴가 며칠을 is better said 연차 휴가를 며칠."""
    last = before.rsplit(" ", 1)[-1]
    known = next((word for word in reading.words if word.raw == last), None)
    if known is None or known.particle or known.noun in ADVERBS or not all(_BARE_AMOUNT.fullmatch(ask) for ask in asks):
        return before, asks
    of = particle(known.noun, "을", "를")
    return (f"{before}{of}", tuple(ask[:-1] for ask in asks)) if of else (before, asks)


def in_place(reading: Reading, start: int, end: int, asks: tuple[str, ...], kind: str) -> Question | None:
    """Words `start` up to `end` replaced by each of the question words, the predicate turned into a question.

    None where the question would still say what it asks for.
    """
    before, after = reading.text(0, start), reading.text(end)
    asked = reading.words[end - 1]
    named = asked.noun or asked.text
    if len(named) > 1 and not re.search(r"\d", named) and named in f"{before} {after}":
        return None
    return around(reading, before, after, asks, kind)


def around(reading: Reading, before: str, after: str, asks: tuple[str, ...], kind: str) -> Question:
    found = reading.predicate
    before, asks = _with_object(reading, before, asks)
    first = asks[0]
    second = asks[1] if len(asks) > 1 else first
    third = asks[2] if len(asks) > 2 else second
    wordings = [
        (PLAIN, f"{before} {first} {after} {found.asks}?"),
        (TELL, f"{before} {second} {after} {found.indirect} 알려 주세요."),
        (FORMAL, f"{before} {third} {after} {found.formally}?"),
    ]
    if found.otherwise:
        wordings.insert(1, (OTHER, f"{before} {second} {after} {found.otherwise}?"))
    wordings += [(OTHER, f"{before} {ask} {after} {found.asks}?") for ask in asks[1:]]
    wordings.append((TELL, f"{before} {first} {after} {found.indirect} 알 수 있을까요?"))
    return Question(kind, tuple(wordings))


def topic_only(reading: Reading, kind: str) -> list[tuple[str, str]]:
    """Questions that need nothing but the topic: 가격은 어떻게 되나요?, 가격을 알려 주세요."""
    topic = reading.words[reading.topic]
    phrase = reading.text(0, reading.topic)
    of = particle(topic.noun, "을", "를")
    found = [(OTHER, f"{phrase} {topic.text} 어떻게 되나요?")]
    return [*found, (TELL, f"{phrase} {topic.noun}{of} 알려 주세요.")] if of else found
