"""Direct questions as indirect ones: "How long does the drum rest?" becomes "how long the drum rests"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.writers.verbs import verbs

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAD = re.compile(r"(?:Can|Could) you (?:please )?tell me (.+)\?")
_QUESTION = re.compile(
    r"(?:(?:At|In|For|From|On|To|With|By|Under|Since|Until) )?(?:What|Which|Who|Whom|When|Where|Why|How)\b",
    re.IGNORECASE,
)
_DO = ("does", "do", "did")
_BE = ("is", "are", "was", "were")
_MODAL = ("must", "should", "can", "may", "could", "will", "would")
_NOBODY = re.compile(r"\b(?:not|never|no|n't)\b")
# No noun phrase of a question holds one of these: a verb, or the beginning of a clause.
_NOT_IN_PHRASE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|must|should|can|may|will|would|if|when|that|which|who|what"
    r"|where|why|how|because|it|this|these|those|they|he|she|him|her|them|to)\b",
    re.IGNORECASE,
)
_ALONE = ("the", "a", "an", "each", "every", "your", "my", "its", "their", "our")
_LOOKS_DONE = re.compile(r"(?:ed|en|ing|ght|ble)$")
_CLAUSES = ("if", "when", "while", "that", "which", "who", "before", "after")
_PERSONS = ("i", "you", "we", "one")
_PREPOSITIONS = ("for", "to", "from", "with", "by", "in", "on", "of", "at", "into", "as")


def is_phrase(text: str) -> bool:
    """Whether a text can be a noun phrase: more than an article, and no verb or clause in it."""
    words = text.lower().split()
    if len(words) == 1 and words[0] in _PERSONS:
        return True
    return bool(words) and words[-1] not in (*_ALONE, *_PREPOSITIONS, "and", "or") and not _NOT_IN_PHRASE.search(text)


def indirect(question: str) -> str:
    """What may follow "Can you tell me"; '' when subject and verb cannot be told apart with certainty."""
    if lead := _LEAD.fullmatch(question):
        return lead[1]
    words = question.removesuffix("?").split()
    if not question.endswith("?") or not _QUESTION.match(question) or _NOBODY.search(question):
        return ""
    place = next((i for i, word in enumerate(words) if i and word in (*_DO, *_BE, *_MODAL)), 0)
    subject_asked = not place and _is_verb(words[1:2], "third")
    if any(word in _CLAUSES for word in words[1:place]):  # "what happens if the error is large": the verb of a clause
        return _lower(words) if words[1] == "happens" else ""
    if not place and not subject_asked:
        return ""
    asked, helper, rest = words[:place], words[place], words[place + 1 :]
    if (
        subject_asked
        or (rest and helper in _MODAL and rest[0] == "be")
        or (helper in _BE and _is_verb(rest, "participle"))
    ):
        return _lower(words)  # "Who leads it?", "What must be done?": nothing was turned round
    if helper in _DO:
        return _turned(asked, rest, lambda verb: _inflected(verb, helper), "plain")
    if helper in _MODAL:
        return _turned(asked, rest, lambda verb: f"{helper} {verb}", "plain")
    return _with_be(asked, helper, rest)


def _with_be(asked: list[str], helper: str, rest: list[str]) -> str:
    """After a form of be comes a phrase alone, or one and a participle; `there` stands before it."""
    if rest[:1] == ["there"]:
        return _lower([*asked, "there", helper, *rest[1:]])
    places = [i for i in range(1, len(rest)) if _is_verb(rest[i : i + 1], "participle")]
    if not places:
        if _LOOKS_DONE.search(rest[-1]):
            return ""  # what is said of the subject, by a word that is not known
        return _lower([*asked, *rest, helper]) if is_phrase(" ".join(rest)) else ""
    if asked == ["What"] and rest[-1] not in (*_PREPOSITIONS, "called"):
        return ""  # "the name given to it": the participle may belong to the phrase
    return _turned(asked, rest, lambda verb: f"{helper} {verb}", "participle")


def _turned(asked: list[str], rest: list[str], inflect: Callable[[str], str], form: str) -> str:
    """Subject before verb, where there is one place only at which the verb can stand."""
    places = [
        i
        for i in range(1, len(rest))
        if (rest[i] == "be" or _is_verb(rest[i : i + 1], form)) and is_phrase(" ".join(rest[:i]))
    ]
    if "be" in rest:
        places = [i for i in places if rest[i] == "be"]
    if len(places) != 1:
        return ""
    at = places[0]
    return _lower([*asked, *rest[:at], inflect(rest[at]), *rest[at + 1 :]])


def _inflected(verb: str, helper: str) -> str:
    if helper == "do":
        return verb
    found = next(known for known in verbs()[verb] if known.plain == verb)
    return found.third if helper == "does" else found.past


def _is_verb(words: list[str], form: str) -> bool:
    return bool(words) and any(getattr(verb, form) == words[0] for verb in verbs().get(words[0], ()))


def _lower(words: list[str]) -> str:
    return " ".join([words[0].lower(), *words[1:]])
