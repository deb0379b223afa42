"""Questions about sentences of real text, by rules that stay silent when unsure."""

from __future__ import annotations

import re

from .clauses import ANAPHORA, Asked, conditional, default, exist, lower_first, order, purpose, you
from .grammar import (
    BE,
    DETERMINERS,
    MODALS,
    NOUN_LIKE,
    NUMBERS,
    OBJECT_PREPOSITIONS,
    PARTICIPLES,
    PAST,
    PLURAL,
    PRONOUNS,
    SUBJECT_STOP,
    VERBS,
    base,
)
from .styled import SYNONYM

PLACES = {
    "located",
    "found",
    "stored",
    "placed",
    "shown",
    "seen",
    "listed",
    "defined",
    "mounted",
    "printed",
    "displayed",
    "kept",
}


def ask(sentence: str) -> Asked | None:
    """The question whose answer is the sentence, or None when no rule is sure."""
    body = sentence.rstrip(".")
    if re.search(r'["():;?#!]', body) or len(body.split()) < 4:
        return None
    for rule in (conditional, order, purpose, you, default, exist, _main):
        found = rule(sentence, body)
        if found:
            return found
    return None


def _subject_ok(words: list[str]) -> bool:
    if not 1 <= len(words) <= 7 or words[0].lower() in PRONOUNS or words[0].endswith(("ing", "ly", "ed")):
        return False
    if len(words) == 1 and (words[0].lower() in DETERMINERS or len(words[0]) < 3):
        return False
    if words[-1].lower() in OBJECT_PREPOSITIONS | DETERMINERS | {"in", "to", "it"} or ANAPHORA.search(" ".join(words)):
        return False
    return not any(x.lower() in SUBJECT_STOP or x[-1] in ",;:" for x in words)


def _np(word: str) -> bool:
    """Whether a word can begin the object noun phrase."""
    return word.lower() in DETERMINERS or word[0].isdigit()


def _main(sentence: str, body: str) -> Asked | None:
    words = body.split()
    for at, word in enumerate(words[1:9], start=1):
        head, rest = words[:at], words[at + 1 :]
        if not (word in BE or word in MODALS or word in VERBS or word in PLURAL or word in PAST):
            if word.lower() in SUBJECT_STOP:
                return None
            continue
        if not rest or not _subject_ok(head):
            return None
        if word in VERBS or word in PLURAL:
            if not _noun_like(word, rest):
                return _verb(sentence, lower_first(" ".join(head)), word, rest, head)
            if word in VERBS and word not in PLURAL and head[0].lower() not in {"the", "a", "an"}:
                return None
            continue
        rule = _be if word in BE else _modal if word in MODALS else _past
        return rule(sentence, lower_first(" ".join(head)), word, rest)
    return None


def _noun_like(word: str, rest: list[str]) -> bool:
    """Whether what looks like a verb may as well be a noun (`average costs are`)."""
    third = word if word in VERBS else PLURAL[word][0]
    return third in NOUN_LIKE and not _np(rest[0]) and rest[0] != VERBS[third]


def _be(sentence: str, subject: str, verb: str, rest: list[str]) -> Asked | None:
    first = rest[0].lower()
    if first in {"a", "an", "the", "one"} and len(rest) > 1:
        others = (
            f"How {verb} {subject} defined?",
            f"What does one understand by {subject}?",
            f"What {verb} meant by {subject}?",
            f"How can {subject} be described?",
        )
        return Asked(sentence, f"What {verb} {subject}?", f"what {subject} {verb}", others, f"Definition of {subject}?")
    if first == "called" or (first == "known" and rest[1:2] == ["as"]):
        what = "called" if first == "called" else "known as"
        return Asked(
            sentence,
            f"What {verb} {subject} {what}?",
            f"what {subject} {verb} {what}",
            (f"What {verb} the name of {subject}?", f"What name {verb} given to {subject}?"),
            f"Name of {subject}?",
        )
    if first.endswith("ed") or first in PARTICIPLES:
        return _passive(sentence, subject, verb, first, rest[1:]) if len(rest) > 2 and first != "need" else None
    if "because" in rest[1:6] and first != "not":
        what = " ".join(rest[: rest.index("because")])
        return Asked(
            sentence,
            f"Why {verb} {subject} {what}?",
            f"why {subject} {verb} {what}",
            (f"For what reason {verb} {subject} {what}?", f"What is the reason that {subject} {verb} {what}?"),
        )
    return None


def _passive(sentence: str, subject: str, verb: str, done: str, rest: list[str], modal: str = "") -> Asked | None:
    """Questions about `subject is done preposition ...` and `subject must be done ...`."""
    front, be = (modal, " be") if modal else (verb, "")
    clause = f"{subject} {front}{be} {done}"
    prep = rest[0].lower()
    if prep == "in" and re.match(r"(1[5-9]|20)\d\d\b", rest[1]):
        return Asked(
            sentence,
            f"When {front} {subject}{be} {done}?",
            f"when {clause}",
            (f"In what year {front} {subject}{be} {done}?",),
        )
    if done in PLACES and prep in {"in", "on", "at", "under", "behind", "inside"}:
        return Asked(
            sentence,
            f"Where {front} {subject}{be} {done}?",
            f"where {clause}",
            (f"In what place {front} {subject}{be} {done}?",),
            f"Place of {subject}?",
        )
    if prep == "to" and done in {"used", "designed", "needed", "required", "intended", "expected", "meant"}:
        return Asked(
            sentence,
            f"What {front} {subject}{be} {done} to do?",
            f"what {clause} to do",
            (f"For what purpose {front} {subject}{be} {done}?",),
            f"Purpose of {subject}?",
        )
    if prep in OBJECT_PREPOSITIONS - {"at"} and rest[1] not in {"which", "what", "how"} and not rest[1].endswith("ing"):
        what = "By whom or what" if prep == "by" else f"{prep.capitalize()} what"
        return Asked(
            sentence,
            f"What {front} {subject}{be} {done} {prep}?",
            f"what {clause} {prep}",
            (f"{what} {front} {subject}{be} {done}?",),
        )
    if prep == "because":
        return Asked(
            sentence,
            f"Why {front} {subject}{be} {done}?",
            f"why {clause}",
            (f"For what reason {front} {subject}{be} {done}?",),
        )
    return None


def _modal(sentence: str, subject: str, verb: str, rest: list[str]) -> Asked | None:
    first = rest[0].lower()
    if (
        len(rest) < 2
        or first
        in {
            "not",
            "also",
            "only",
            "often",
            "then",
            "still",
            "always",
            "never",
            "have",
            "sometimes",
            "even",
            "either",
            "now",
        }
        or first.endswith("ly")
    ):
        return None
    if verb == "cannot":
        return Asked(
            sentence,
            f"What can {subject} not do?",
            f"what {subject} cannot do",
            (f"What is impossible for {subject}?",),
        )
    if first == "be":
        done = rest[1].lower()
        return (
            _passive(sentence, subject, "", done, rest[2:], verb)
            if len(rest) > 3 and (done.endswith("ed") or done in PARTICIPLES)
            else None
        )
    if _np(rest[1]) and not any(x in rest for x in ("and", "but")):
        return Asked(
            sentence,
            f"What {verb} {subject} {first}?",
            f"what {subject} {verb} {first}",
            (f"What thing {verb} {subject} {first}?",),
        )
    return Asked(
        sentence,
        f"What {verb} {subject} do?",
        f"what {subject} {verb} do",
        (f"What {verb} be done by {subject}?",)
        if verb in {"must", "should"}
        else (f"What is {subject} able to do?",)
        if verb == "can" and not subject.endswith("s")
        else (),
    )


def _past(sentence: str, subject: str, verb: str, rest: list[str]) -> Asked | None:
    if not _np(rest[0]):
        return None
    return Asked(
        sentence,
        f"What did {subject} {PAST[verb]}?",
        f"what {subject} {verb}",
        (f"Which thing did {subject} {PAST[verb]}?",),
    )


def _verb(sentence: str, subject: str, verb: str, rest: list[str], head: list[str]) -> Asked | None:
    singular = verb in VERBS
    root = base(verb) if singular else verb
    third = verb if singular else PLURAL[verb][0]
    if not singular and not (head[-1].endswith("s") and not head[-1].endswith(("ss", "us"))):
        return None
    aux = "does" if singular else "do"
    prep = VERBS[third]
    if rest[0] == prep and prep and len(rest) > 1 and not rest[1].endswith("ing"):
        return Asked(
            sentence,
            f"What {aux} {subject} {root} {prep}?",
            f"what {subject} {verb} {prep}",
            (f"{prep.capitalize()} what {aux} {subject} {root}?",),
        )
    if rest[0] == "that" and root in {
        "mean",
        "show",
        "state",
        "argue",
        "assume",
        "suggest",
        "ensure",
        "indicate",
        "explain",
    }:
        return Asked(sentence, f"What {aux} {subject} {root}?", f"what {subject} {verb}")
    if rest[0] == "to" and root in {"need", "want", "start", "help"}:
        return Asked(sentence, f"What {aux} {subject} {root} to do?", f"what {subject} {verb} to do")
    if rest[:2] in (["you", "to"], ["us", "to"], ["users", "to"]):
        return Asked(
            sentence,
            f"What {aux} {subject} {root} {rest[0]} to do?",
            f"what {subject} {verb} {rest[0]} to do",
            (f"What can one do with {subject}?",),
        )
    if len(rest) > 2 and (rest[0] in NUMBERS or rest[0].isdigit()) and rest[1].endswith("s"):
        return Asked(
            sentence,
            f"How many {rest[1]} {aux} {subject} {root}?",
            f"how many {rest[1]} {subject} {verb}",
            (f"What number of {rest[1]} {aux} {subject} {root}?",),
            f"Number of {rest[1]} of {subject}?",
        )
    stop = (
        OBJECT_PREPOSITIONS
        | SUBJECT_STOP
        | {
            "to",
            "in",
            "out",
            "up",
            "less",
            "well",
            "over",
            "down",
            "off",
            "together",
            "back",
            "away",
            "very",
            "too",
            "quite",
        }
    )
    if (prep and not _np(rest[0])) or rest[0].lower() in stop or rest[0].endswith("ly"):
        return None
    others = SYNONYM.get(root, ())
    more = tuple(f"What {aux} {subject} {other}?" for other in others)
    return Asked(sentence, f"What {aux} {subject} {root}?", f"what {subject} {verb}", more)
