"""Whether a reply is right, by rules alone: the same reply is judged the same way every time."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.dataset.key_facts import matches
from engine.dataset.words import clean_question, content
from engine.writers.misfits import misfit
from engine.writers.unanswerable import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable

_THOUGHT = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)  # some models think aloud before they reply
_IGNORANCE = re.compile(
    r"\b(?:(?:do|does|did)(?: not|n['’]t) (?:\w+ )?(?:know|have|say|state|mention|exist|specify|tell|give)"
    r"|can(?:not| not|['’]t) (?:\w+ )?(?:know|say|tell|answer|determine|find|see|access|predict|verify|provide|be)"
    r"|could(?: not|n['’]t) (?:find|determine|verify)|unable to|not able to|no way (?:to|of) know"
    r"|not (?:\w+ )?(?:mentioned|stated|specified|given|known|provided|enough|aware|familiar|possible|available|sure)"
    r"|unknown|no (?:\w+ )?(?:information|record|records|knowledge|such|access|evidence|data)"
    r"|(?:insufficient|without|need|lacks?|missing) (?:more |further |the |any )?(?:information|details|context)"
    r"|fictional|fictitious|invented|made[- ]up|impossible to)\b"
    r"|모르|모릅|몰라|알지 못|알 방법이|알려진 (?:바|것)[이가]? 없|(?:정보|기록|자료|내용|언급)[이가은는]? (?:\S+ )?없"
    r"|(?:답|답변|확인|파악|판단|예측|단정)(?:을|은)?\s?(?:할|드릴) 수(?:가)? 없"
    r"|(?:알|볼|말할|말씀드릴|찾을|답할) 수(?:가)? 없"
    r"|(?:나와|나타나|주어져|알려져|적혀|언급되어|제시되어|밝혀져) 있지 않"
    r"|(?:언급|제공|제시|명시|공개)되지 않|주어지지 않|(?:존재|실존)하지 않|가상의|허구|확실하지 않|불가능",
    re.IGNORECASE,
)
_ITEM_WORDS = 3  # of a list, at most: "sweet red peppers" is an item, a sentence is none
_STRANGE = 1  # content words that a good question may have beyond its sentence's


def right(reply: str, check: dict[str, Any]) -> float:
    """0 to 1: 1 when every rule of the check holds; a question that was to be written may be half right.

    `RULES` names the rules; `key` takes spellings as `engine.dataset.key_facts.matches` does, `keys` are those of a
    JSON object, `list` counts items between commas.
    """
    said = _THOUGHT.sub("", reply).strip()
    if "asks_of" in check:
        return _asks(said, check["asks_of"])
    return float(bool(said) and all(RULES[name](said, wanted) for name, wanted in check.items()))


def _asks(reply: str, sentence: str) -> float:
    """Half for a question in words of the sentence, the whole when the checks of pairs find nothing wrong with it."""
    question = clean_question(reply)
    words, known = content(question), content(sentence)
    if not question.endswith("?") or not words & known or len(words - known) > _STRANGE:
        return 0.0
    reason, _ = judge(Candidate(question, sentence, sentence, sentence))
    return 0.5 if reason or misfit(sentence, question) else 1.0


def _refuses(reply: str, wanted: bool) -> bool:
    return bool(REFUSED.search(reply) or _IGNORANCE.search(reply)) == wanted


def _words(reply: str) -> int:
    return len(re.findall(r"[^\W_][^\s,;]*", reply))


def _sentences(reply: str) -> int:
    parts = re.split(r"[.!?。]+", re.sub(r"(?<=\d)\.(?=\d)", "", reply))
    return sum(re.search(r"\w", part) is not None for part in parts)


def _is_list(reply: str, count: int) -> bool:
    """So many short items between commas and nothing around them."""
    items = [item.strip() for item in reply.rstrip(". \n").split(",")]
    return len(set(items)) == len(items) == count and all(item and _words(item) <= _ITEM_WORDS for item in items)


def _json(reply: str) -> Any:
    """What the reply holds as JSON, with or without a fence around it; None for anything else."""
    fenced = re.fullmatch(r"```(?:json)?\s*(.*?)\s*```", reply, re.DOTALL)
    try:
        return json.loads(fenced[1] if fenced else reply)
    except (ValueError, RecursionError):
        return None


def _keys(reply: str, wanted: list[str]) -> bool:
    found = _json(reply)
    return isinstance(found, dict) and sorted(found) == sorted(wanted)


def _plain(text: str) -> str:
    return text.strip().strip("\"'“”‘’").rstrip(".").strip()


RULES: dict[str, Callable[[str, Any], bool]] = {
    "key": matches,
    "refuses": _refuses,
    "exactly": lambda reply, text: _plain(reply) == _plain(text),
    "words": lambda reply, count: _words(reply) == count,
    "words_at_most": lambda reply, count: _words(reply) <= count,
    "words_at_least": lambda reply, count: _words(reply) >= count,
    "characters_at_most": lambda reply, count: len(reply) <= count,
    "sentences": lambda reply, count: _sentences(reply) == count,
    "list": _is_list,
    "capitals": lambda reply, wanted: reply.isupper() == wanted,
    "keys": _keys,
    "starts": lambda reply, text: reply.startswith(text),
    "without": lambda reply, text: text.lower() not in reply.lower(),
    "pattern": lambda reply, pattern: re.fullmatch(pattern, reply.strip()) is not None,
}
