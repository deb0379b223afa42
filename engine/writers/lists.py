"""Lists with a sentence that leads into them, and lines that define a term: questions read off their form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.writers import kinds
from engine.writers.korean import entries
from engine.writers.table_wordings import Naming, Written
from engine.writers.words import CONJUNCTIONS, LEADS, PREPOSITIONS, main_verbs, split

_ITEM = re.compile(r"^\s*(?:[-*•‣▪◦–·]|\d{1,2}[.)]|[a-z]\))\s+(?P<text>\S.*)$")
_MOST_ITEMS, _LONGEST_ITEM = 10, 9  # items; words of one
_LEAD = re.compile(
    r"^(?P<subject>(?:the|a|an|your|each|every|[A-Z])[^,.;:]{1,60}?) (?P<verb>contains?|includes?|comprises?|"
    r"consists? of|comes? with|supports?|offers?|provides?|requires?|needs?|covers?|has|have)"
    r"(?: the)?(?: following)?(?: \w+)?:$",
    re.IGNORECASE,
)
_THESE = re.compile(
    r"^(?:the )?(?:following )?(?P<what>[a-z][\w -]{2,50}?s) (?:are|is) (?P<done>(?:included|contained|supplied|"
    r"required|needed|available|supported|allowed|possible|covered)(?: [\w -]{2,40})?):$",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"^(?:[-*•]\s+)?(?:\*\*)?(?P<term>[A-Z가-힣][\w가-힣 /()-]{1,40}?)(?:\*\*)?(?::(?:\*\*)?| [–—]) "
    r"(?P<meaning>\S.{8,200})$"
)
_NUMBERED = re.compile(r" \d{1,3}[a-z]?$")
_NO_TERM = re.compile(
    r"^(note|tip|hint|warning|caution|important|attention|danger|notice|remark|example|see|step|figure|table|chapter|section|tel|phone|email|e-mail|fax|www|주의|경고|참고|예|주|그림|표)\b",
    re.IGNORECASE,
)
# "Recommended: a controller", "Without the battery: a fan turns": a sort of thing or a case, no term.
_NO_NOUN = re.compile(
    r"\w+(?:ed|ing|ly|able|ible)$|(?:optional|mandatory|necessary|new|old|standard|default|other|both|all|any|none|yes|no"
    r"|first|second|third|left|right|top|bottom|before|after|next|then|also|remember|result|reason|symptom|problem|solution"
    r"|cause|effect|purpose|goal|aim|input|output|requirements?|prerequisites?|pros?|cons?|advantages?"
    r"|requires?|needs?|uses?|includes?|contains?|supports?|provides?|returns?|results?|expects?|disadvantages?|usage|syntax|type|value|default|format|description|name|location|size)$",
    re.IGNORECASE,
)
_PLAIN = {
    "contains": "contain",
    "includes": "include",
    "comprises": "comprise",
    "consists of": "consist of",
    "comes with": "come with",
    "supports": "support",
    "offers": "offer",
    "provides": "provide",
    "requires": "require",
    "needs": "need",
    "covers": "cover",
    "has": "have",
}


@dataclass(frozen=True, slots=True)
class Block:
    """What was read off the characters `start` to `end` of a page."""

    start: int
    end: int
    written: Written


def blocks(text: str, naming: Naming, korean: bool) -> list[Block]:
    """The lists and definitions of a page's text, in order."""
    lines: list[tuple[str, int]] = []
    at = 0
    for line in text.split("\n"):
        lines.append((line, at))
        at += len(line) + 1
    found = []
    for i, (line, begin) in enumerate(lines):
        made = (
            _listed(lines, i, naming, korean)
            if line.rstrip().endswith((":", "：", "다."))
            else _defined(line, begin, naming, korean)
        )
        if made is not None:
            found.append(made)
    return found


def _listed(lines: list[tuple[str, int]], at: int, naming: Naming, korean: bool) -> Block | None:
    last = at + 1
    while last < len(lines) and not lines[last][0].strip() and last < at + 2:
        last += 1
    items = []
    end = 0
    while last < len(lines) and (item := _ITEM.match(lines[last][0])):
        items.append(item["text"].strip(" .;,"))
        end = lines[last][1] + len(lines[last][0].rstrip())
        last += 1
    # Items that are sentences are facts of their own, and are asked about one by one.
    is_short = all(len(item.split()) <= _LONGEST_ITEM and not _states(item, korean) for item in items)
    if not 2 <= len(items) <= _MOST_ITEMS or not is_short:
        return None
    lead = lines[at][0].strip().replace("：", ":")
    written = entries.listed(lead, items) if korean else _english_list(lead, items, naming)
    return Block(lines[at][1] + len(lines[at][0]) - len(lines[at][0].lstrip()), end, written) if written else None


def _states(item: str, korean: bool) -> bool:
    if korean:
        return item.endswith(("다", "요", "오"))
    words = split(item)
    return len(words) > 3 and any(at > 0 for at in main_verbs(words))


def _english_list(lead: str, items: list[str], naming: Naming) -> Written | None:
    named = [naming.opened(item) for item in items]
    listed = f"{', '.join(named[:-1])} and {named[-1]}"
    if found := _LEAD.match(lead):
        subject = (
            naming.opened(found["subject"])
            if re.match(r"(the|an?|your|each|every) ", found["subject"], re.IGNORECASE)
            else found["subject"]
        )
        subject = (
            subject[0].lower() + subject[1:]
            if subject.lower().startswith(("the ", "a ", "an ", "your ", "each ", "every "))
            else subject
        )
        verb = " ".join(found["verb"].lower().split())
        plain = _PLAIN.get(verb, verb)
        do = "does" if verb in _PLAIN else "do"
        questions = (
            f"What {do} {subject} {plain}?",
            f"Can you tell me what {subject} {verb}?",
            f"Which things {do} {subject} {plain}?",
            f"Could you please list what {subject} {verb}?",
        )
        return Written(kinds.LIST, questions, f"{subject[0].upper()}{subject[1:]} {verb} {listed}.")
    if found := _THESE.match(lead):
        what = re.sub(r"^(the )?(following )?", "", naming.opened(found["what"]))
        questions = (
            f"Which {what} are {found['done']}?",
            f"What are the {what} that are {found['done']}?",
            f"Can you tell me which {what} are {found['done']}?",
            f"Could you please list the {what} that are {found['done']}?",
        )
        return Written(kinds.LIST, questions, f"The {what} that are {found['done']} are {listed}.")
    return None


def _defined(line: str, begin: int, naming: Naming, korean: bool) -> Block | None:
    """`Term: what it means`, where that is no sentence of instruction and the term is no label of a remark."""
    found = _TERM.match(line.strip())
    if not found or _NO_TERM.match(found["term"]) or len(found["term"].split()) > 4 or found["meaning"].count(":") > 0:
        return None
    term, meaning = found["term"].strip(), found["meaning"].strip().rstrip(".")
    first = term.split()[0].lower()
    if _NUMBERED.search(term) or meaning.endswith((";", ",")):
        return None  # a figure, whatever its name was read as; or a line of a longer list
    if _NO_NOUN.match(term) or first in PREPOSITIONS | CONJUNCTIONS | LEADS:
        return None
    start = begin + len(line) - len(line.lstrip())
    end = begin + len(line.rstrip())
    if korean:
        written = entries.defined(term, meaning)
        return Block(start, end, written) if written else None
    words = split(meaning)
    # "Undock: sends the robot away" and "Weight: 5 kg" are an entry of an interface and a value, no meanings.
    if (
        len(words) < 3
        or meaning[0].isdigit()
        or main_verbs(words)[:1] == [0]
        or not re.match(r"(an?|the|any|all|one) ", meaning, re.IGNORECASE)
    ):
        return None
    shown = f'"{term}"'
    asked = (
        f"What does {shown} mean?",
        f"What is the meaning of {shown}?",
        f"Can you tell me what {shown} means?",
        f"What is meant by {shown}?",
    )
    return Block(start, end, Written(kinds.FACT, asked, f"{shown} means {meaning[0].lower()}{meaning[1:]}."))
