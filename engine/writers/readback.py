"""A question read back into its English sentence: its words must stand there as it puts them together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.writers.verbs import verbs
from engine.writers.words import AUXILIARIES, BE, DETERMINERS, OTHERS, PREPOSITIONS, Word, split, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASKS = re.compile(
    r"^(?:(?:to|by|with|at|from|for|in|on|into|of) )?(?:what|where|when|why|whom|how(?: (?:long|often|far))?)$",
    re.IGNORECASE,
)
_SKIPPED = (OTHERS | AUXILIARIES | words_of("and or")) - words_of("not never it they he she we you them cannot")
_ROLES = re.compile(
    r"\b(?:editor|manager|author|leader|developer|founder|director|president|engineer|professor|maintainer|chairman"
    r"|inventor|member|secretary|designer|writer|baker|teacher)s?\b"
)
_MEANS = re.compile(r"\b(?:with|using|through|via|by (?!default|far\b|now\b|then\b)|in an? \w+ (?:way|manner))", re.I)
# What asks for a person; what leaves open what a thing is made to do, or made into.
_OF_PERSONS = words_of("inform tell notify remind warn advise persuade convince prompt teach")
_ENABLING = words_of(
    "allow permit enable cause force require encourage help let expect want invite get take lead teach ask need"
)
_COMPLETED = words_of(
    "represent see treat regard define describe use view consider call name divide distribute convert transform"
    " translate split separate compare associate combine map bind attach base assign turn put place set leave find"
    " know mark copy move change keep make render"
)
_COMPLETES = words_of("as into to from between among divided by")
_GIVEN = words_of("by before to when while")
_LITTLE = words_of(
    "far little less more fewer much no neither both any either another other others such different together"
)
_HAVING = words_of("have")
_DO = words_of("do does did")
_THIN = words_of(
    "use provide offer support give make get define distribute represent create see know include allow integrate"
    " install bring"
)
_ALIKE = (
    words_of("require need"),
    words_of("contain include comprise consist have come hold carry supply equip"),
    words_of("mean indicate show signal tell stand say warn"),
    words_of("use need run draw consume take require"),
    words_of("receive get win go award honour"),
    words_of("measure show indicate"),
    words_of("do"),
    words_of("cost pay"),
    words_of("weigh"),
    words_of("belong connect plug attach"),
)
# A preposition before what is asked for stands after the verb: "To what is it connected?"
_PREPOSED = {
    "with": words_of("with using"),
    "by": words_of("by"),
    "to": words_of("to into"),
    "into": words_of("into to"),
    "from": words_of("from"),
}
_SUBJECT_NOT = words_of(
    "again assuming considering regarding following including further most nowadays later then however therefore thus"
    " finally also"
)
_PARTICLES = words_of("up out off down")
_LEFT_OVER = words_of("however also therefore thus nowadays finally later then itself themselves")


def strays(sentence: str, text: str) -> str:
    """What speaks against it: subject and verb do not stand together there, or what is asked for does not follow."""
    words = split(text)
    asks = next((n for n in (3, 2, 1) if _ASKS.match(" ".join(w.lower for w in words[:n]))), 0)
    if not asks or len(words) < asks + 2:
        return ""
    helper = words[asks].lower if words[asks].lower in AUXILIARIES else ""
    rest = words[asks + bool(helper) :]
    if not helper and any(word.lower in _DO for word in rest[:-1]):
        return ""  # "what warranty does it have"
    if rest[0].lower in ("i", "you", "one", "be", "happens", "to", "there", "it") or not rest[1:]:
        return _is_what(sentence, rest, helper)
    if objection := _odd_subject(rest, helper):
        return objection
    said = split(sentence)
    known = {form for word in said for form in _forms(word.lower)}
    if any(word.lower not in known and word.lower not in AUXILIARIES for word in rest):
        return _other_verb(said, words[:asks], rest, helper)
    end = _place(said, rest, whole=True)
    if end is not None:
        return _asked_for(sentence, said, (_kind(words, asks), helper, rest), end)
    ordered = helper not in _DO and _order_place(said, rest) is not None
    return "" if ordered or (helper in BE and len(rest) < 3) else "the sentence does not say so of it"


def _kind(words: Sequence[Word], asks: int) -> str:
    """The question word, or the preposition before it; '' for how long and how often."""
    first = words[0].lower
    return first if asks == 1 or first in _PREPOSED else ""


def stands(sentence: str, phrase: str) -> bool:
    """Whether a phrase's words stand together in the sentence; also when it has others than the sentence."""
    said, wanted = split(sentence), split(phrase)
    known = {form for word in said for form in _forms(word.lower)}
    return any(word.lower not in known for word in wanted) or _place(said, wanted) is not None


def _asked_for(sentence: str, said: Sequence[Word], question: tuple[str, str, Sequence[Word]], end: int) -> str:
    """Whether what the question (its word, its auxiliary, the rest) asks for follows the verb, before `end`."""
    asks, helper, rest = question
    if asks in _PREPOSED:
        return "" if _next(said, end) in _PREPOSED[asks] else f"nothing with '{asks}' follows"
    if asks == "what":
        return _is_what(sentence, rest, helper) if helper in BE else _incomplete(said, rest, end)
    return _manner_or_place(sentence, said, end, asks) if asks in ("how", "where") else ""


def _next(said: Sequence[Word], at: int) -> str:
    """The next word that is no adverb."""
    return next((word.lower for word in said[at:] if not word.lower.endswith("ly") and word.lower not in OTHERS), "")


def _manner_or_place(sentence: str, said: Sequence[Word], end: int, asks: str) -> str:
    """How needs a means after the verb, and where a place right after it."""
    after = re.split(r"[,;:]\s", sentence[said[end - 1].end :])[0]
    if asks == "how" and said[end - 1].lower in verbs() and said[end - 1].lower not in ("is", "are"):
        first = said[end].lower if end < len(said) else ""
        manner = _MEANS.search(after) or (first.endswith("ly") and not said[end - 1].breaks)
        return "" if manner or re.search(r"\b(?:as|like)\b", after) and "as soon as" not in after else "no way is told"
    if asks == "where" and end < len(said):
        first = said[end].lower
        if first.endswith("ly") or re.match(r"\s+(?:in order|in (?:its|their) entirety|in full|at once)\b", after):
            return "no place is told"
    return ""


def _is_what(sentence: str, rest: Sequence[Word], helper: str) -> str:
    """`What is X?` of a person should be who; and what X is must be said of X."""
    if helper not in BE or not rest or rest[0].lower in ("it", "there"):
        return ""
    subject = " ".join(word.text for word in rest)
    found = re.search(rf"{re.escape(subject)} (?:is|are|was|were) ([^,.;]*)", sentence)
    capitals = len(rest) == 2 and all(word.text[:1].isupper() for word in rest)
    return "it is a person" if found and capitals and _ROLES.search(found[1]) else ""


def _odd_subject(rest: Sequence[Word], helper: str) -> str:
    """A subject that holds what opened the sentence, or begins with what is done."""
    first = rest[0].lower
    if helper == "do" and first in ("a", "an", "each", "every"):
        return "its subject is one thing"
    if first in _SUBJECT_NOT:
        return f"'{first}' is no part of a subject"
    commas = [i for i, word in enumerate(rest[:-1]) if word.breaks]
    if commas and not any(word.lower in ("and", "or") for word in rest):
        return "a comma stands in its subject"
    plain = any(first == verb.plain for verb in verbs().get(first, []))
    if rest[1].lower in _PARTICLES or (plain and len(rest) > 2 and rest[1].lower in DETERMINERS):
        return "its subject is an order"
    left = next((word.lower for word in rest[:-1] if word.lower in _LEFT_OVER), "")
    if left:
        return f"'{left}' speaks of what was said before"
    return "it ends in the middle" if rest[-1].lower in ("least", "most", "only", "about") else ""


def _forms(word: str) -> set[str]:
    found = {word}
    for verb in verbs().get(word, []):
        found |= {verb.plain, verb.third, verb.past, verb.participle, verb.gerund}
    return found


def _place(said: Sequence[Word], wanted: Sequence[Word], *, whole: bool = False) -> int | None:
    """Where the words stand one after another, adverbs and auxiliaries aside: the index after the last.

    `whole` says that a subject begins them, and not what hangs on one: `setting up the network is followed by`.
    """
    lowered = [word.lower for word in wanted if word.lower not in AUXILIARIES or word.lower in ("have", "has", "had")]
    for start in range(len(said)):
        if whole and start and said[start - 1].lower in PREPOSITIONS | _PARTICLES:
            continue
        at, i = start, 0
        while at < len(said) and i < len(lowered):
            if lowered[i] == said[at].lower or (i and said[at].lower in _forms(lowered[i])):
                i += 1
            elif not i or not _may_stand_between(said, at, lowered[i]):
                break
            at += 1
        if i == len(lowered):
            return at
    return None


def _may_stand_between(said: Sequence[Word], at: int, wanted: str) -> bool:
    """Adverbs, auxiliaries, and further verbs before the one that is asked for: starts, pauses and changes."""
    word = said[at].lower
    if word in _SKIPPED or word.endswith("ly") or word in ("then", "therefore", "thus", "however"):
        return True
    return (
        wanted in verbs()
        and word in verbs()
        and (said[at].breaks or said[at + 1 : at + 2] != [] and said[at + 1].lower == "and")
    )


def _order_place(said: Sequence[Word], rest: Sequence[Word]) -> int | None:
    """`Clean the drum with vinegar` says how the drum must be cleaned: the verb stands before its object."""
    words = [word for word in rest if word.lower not in AUXILIARIES]
    for i in range(len(words) - 1, 0, -1):
        if words[i].lower in verbs():
            return _place(said, [words[i], *words[:i]]) or _order_of(said, words[i], words[:i])
    return None


def _order_of(said: Sequence[Word], verb: Word, what: Sequence[Word]) -> int | None:
    forms, lowered = _forms(verb.lower), [word.lower for word in what]
    for i, word in enumerate(said):
        if word.lower in forms and [w.lower for w in said[i + 1 : i + 1 + len(what)]] == lowered:
            return i + 1 + len(what)
    return None


def _other_verb(said: Sequence[Word], asking: Sequence[Word], rest: Sequence[Word], helper: str) -> str:
    """A verb that the sentence does not have stands for one of its own sense beside the same subject."""
    if [word.lower for word in asking] != ["what"] or (helper and helper not in _DO):
        return ""
    at = next((i for i in range(len(rest) - 1, 0, -1) if rest[i].lower in verbs()), 0)
    if not at:
        return ""
    plain = {verb.plain for verb in verbs()[rest[at].lower]}
    group = frozenset().union(*(alike for alike in _ALIKE if alike & plain))
    if not group or "do" in plain:
        return ""
    end = _place(said, rest[:at])
    while end is not None and end < len(said) and (said[end].lower in OTHERS or said[end].lower.endswith("ly")):
        end += 1
    if end is not None and end < len(said) and _forms(said[end].lower) & group:
        return ""
    return f"the sentence does not say what it does '{rest[at].lower}'"


def _incomplete(said: Sequence[Word], rest: Sequence[Word], end: int) -> str:
    """Whether what follows the verb is not all that the question asks for, or nothing of its own."""
    verb = {found.plain for found in verbs().get(rest[-1].lower, [])}
    subject = [word for word in rest[:-1] if word.is_content]
    following = list(said[end:])
    stop = next((i + 1 for i, word in enumerate(following) if word.breaks), len(following))
    following = following[:stop]
    if said[end - 1].breaks:
        following = []
    if not verb or rest[-1].lower in PREPOSITIONS:
        first = following[0].lower if following else ""
        spans = first == "left" or [w.lower for w in following[1:2]] == ["to"] and rest[-1].lower == "from"
        return "it ends in the middle" if spans or first in _LITTLE else ""
    lowered = [word.lower for word in following]
    if not following or lowered[0] in _LITTLE:
        return "nothing that could be asked for follows"
    if set(lowered[1:2]) & (DETERMINERS | {"that"}) and any(lowered[0] == v.third for v in verbs().get(lowered[0], [])):
        return "its verb is a noun"
    if verb & _OF_PERSONS:
        return "it asks for whom, and the sentence tells of what"
    is_name = all(not word.text[0].islower() for word in subject)
    if verb & _HAVING or (verb & _THIN and (len(subject) < 2 or is_name)):
        return "it has many answers"
    if verb & _ENABLING and any(
        word == "to" and not set(lowered[i + 1 : i + 2]) & DETERMINERS for i, word in enumerate(lowered)
    ):
        return "what it is made to do is not asked for"
    if verb & _COMPLETED and set(lowered[1:9]) & _COMPLETES:
        return "what the object is made into is not asked for"
    if lowered[0] == "the" and len(lowered) > 2 and lowered[2] in _GIVEN:
        return "what is asked for is known, and how it is done is new"
    return ""
