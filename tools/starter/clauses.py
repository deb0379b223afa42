"""Rules for sentences with a leading clause: conditions, purposes, orders, defaults."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from .grammar import DETERMINERS, IMPERATIVES, NAMES, NUMBERS

ANAPHORA = re.compile(r"\b(it|they|this|that|them|these|those|he|she|its|their|his|her|such|so)\b", re.I)


@dataclass(frozen=True)
class Asked:
    """A sentence, its plain question, the question as a clause and other wordings of it."""

    sentence: str
    plain: str
    indirect: str
    others: tuple[str, ...] = ()
    brief: str = ""


def lower_first(text: str) -> str:
    """Lower-cases a sentence-initial common noun; names and acronyms keep their capitals."""
    first, *rest = text.split(" ", 1)
    proper = bool(re.search(r"[A-Z].*[A-Z]|\d|'s$", first)) or (bool(rest) and rest[0][:1].isupper()) or first in NAMES
    return text if proper and first.lower() not in DETERMINERS else text[0].lower() + text[1:]


def conditional(sentence: str, body: str) -> Asked | None:
    match = re.fullmatch(r"(If|When|Whenever) ([^,]{8,70}), (.{8,})", body)
    if not match:
        return None
    word, clause, then = match.group(1).lower(), match.group(2), match.group(3)
    if (
        ANAPHORA.search(clause)
        or re.match(r"(\w+(ing|ed)|not|and|or)\b", clause)
        or re.match(r"(and|or|but|which)\b", then)
    ):
        return None
    if re.search(r"\S \byou\b", clause):
        return None
    mine = re.sub(r"\byour\b", "my", re.sub(r"^you\b", "I", clause)).replace("I are", "I am").replace("I were", "I was")
    if then.split()[0] in IMPERATIVES or then.startswith(
        ("you must", "you should", "you need", "make sure", "please", "you can", "you may", "you will need")
    ):
        plain, clause = f"What should be done {word} {mine}?", f"what should be done {word} {mine}"
        return Asked(
            sentence,
            plain,
            clause,
            (f"What should I do {word} {mine}?", f"What is the right step {word} {mine}?"),
            f"What to do {word} {mine}?",
        )
    others = (
        f"What is the result {word} {mine}?",
        f"What is the consequence {word} {mine}?",
        f"What should I expect {word} {mine}?",
    )
    return Asked(
        sentence,
        f"What happens {word} {mine}?",
        f"what happens {word} {mine}",
        others,
        f"{word.capitalize()} {mine}: what happens?",
    )


def order(sentence: str, body: str) -> Asked | None:
    match = re.fullmatch(r"(Before|After) ((?:\w+ing) (?:a|an|the|your) [^,]{3,50}), (.{8,})", body)
    if not match or ANAPHORA.search(match.group(2)):
        return None
    when = f"{match.group(1).lower()} {match.group(2)}".replace("your ", "the ")
    return Asked(
        sentence,
        f"What happens {when}?",
        f"what happens {when}",
        (f"What must be done {when}?", f"What comes {when}?"),
        f"{match.group(1)} {match.group(2)}: what?",
    )


def how(sentence: str, goal: str) -> Asked:
    goal = re.sub(r"\byour\b", "the", goal)
    others = (
        f"How do I {goal}?",
        f"What is the way to {goal}?",
        f"What must be done to {goal}?",
        f"What do I need to do to {goal}?",
        f"How is it possible to {goal}?",
    )
    return Asked(sentence, f"How can one {goal}?", f"how to {goal}", others, f"How to {goal}?")


def purpose(sentence: str, body: str) -> Asked | None:
    match = re.fullmatch(r"(?:In order to|To) ([a-z]+ (?:a|an|the|your|this|our|[a-z]+s) [^,]{3,60}), (.{8,})", body)
    if (
        match
        and not ANAPHORA.search(match.group(1))
        and not re.match(r"(be|illustrate|summarize|see|understand|keep|make|put)\b", match.group(1))
    ):
        return how(sentence, match.group(1))
    match = re.fullmatch(r"([A-Z][a-z]+ .{6,80}) to ([a-z]+ (?:a|an|the|your) [^,]{3,50})", body)
    if (
        match
        and match.group(1).split()[0].lower() in IMPERATIVES
        and not ANAPHORA.search(match.group(2))
        and " to " not in match.group(1)
    ):
        return how(sentence, match.group(2))
    match = re.fullmatch(r"You can ([a-z]+ (?:a|an|the|your) [^,]{3,50}) by \w+ing .{5,}", body)
    if match and not ANAPHORA.search(match.group(1)):
        return how(sentence, match.group(1))
    return None


def you(sentence: str, body: str) -> Asked | None:
    match = re.fullmatch(
        r"You can (find|see|view|get|download) ((?:a|an|the|more|your) [^,]{3,50}?) (?:in|on|at|under|from) .{4,}", body
    )
    if match and not ANAPHORA.search(match.group(2)):
        what = match.group(2).replace("your ", "the ")
        return Asked(
            sentence,
            f"Where can you {match.group(1)} {what}?",
            f"where to {match.group(1)} {what}",
            (f"Where can I {match.group(1)} {what}?", f"Where is {what}?"),
            f"Where to {match.group(1)} {what}?",
        )
    match = re.fullmatch(r"(?:Never|Do not|Don't) ([a-z]+) ((?:a|an|the|your|any|[a-z]+s)\b[^,]{2,60})", body)
    if match and not ANAPHORA.search(match.group(2)):
        what = match.group(2).replace("your ", "the ")
        return Asked(
            sentence,
            "What must not be done?" if len(what) < 4 else f"Should one {match.group(1)} {what}?",
            f"whether to {match.group(1)} {what}",
            (f"May I {match.group(1)} {what}?",),
            f"{match.group(1).capitalize()} {what}?",
        )
    return None


def default(sentence: str, body: str) -> Asked | None:
    match = re.fullmatch(r"By default, ((?:the|a|an|[A-Z])[^,]{2,40}?) (is|are|uses|use|has|runs) (.{3,})", body)
    if not match or ANAPHORA.search(match.group(1)) or len(match.group(1).split()) > 5:
        return None
    subject, verb = match.group(1), match.group(2)
    front = {"uses": "does", "has": "does", "runs": "does", "use": "do"}.get(verb, verb)
    tail = {"uses": " use", "has": " have", "runs": " run", "use": " use"}.get(verb, "")
    return Asked(
        sentence,
        f"What {front} {subject}{tail} by default?",
        f"what {subject} {verb} by default",
        (f"Without a change, what {front} {subject}{tail}?",),
        f"Default of {subject}?",
    )


def exist(sentence: str, body: str) -> Asked | None:
    match = re.fullmatch(
        r"There are (\w+) ((?:\w+ )?(?:kinds|types|ways|reasons|options|methods|steps|parts|levels) [^,]{3,50})",
        body,
    )
    if match and (match.group(1) in NUMBERS or match.group(1).isdigit()):
        what = match.group(2)
        return Asked(
            sentence,
            f"How many {what} are there?",
            f"how many {what} there are",
            (f"What is the number of {what}?",),
            f"Number of {what}?",
        )
    return None
