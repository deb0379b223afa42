"""Plain question templates as indirect questions."""

from __future__ import annotations

import re
from functools import cache

THING = r"(\{[SO]\}|\{l\} \{C\}|the \{H\}|\{a\} \{c\} \{H\}|the [a-z ]+ (?:of|in|for|at) \{[SO]\})"
THIRD = {
    "have": "has",
    "go": "goes",
    "reach": "reaches",
    "carry": "carries",
    "switch": "switches",
    "comply": "complies",
    "flash": "flashes",
}
SUBJECT_ASKED = r"(who (?!is )\w+|what (?:is|must be|should be) (?!the )\w+|how many people (?:work|may))\b"


@cache
def as_clause(plain: str) -> str | None:
    """A plain question template as a clause: `how often {S} must be replaced`; None if no rule fits."""
    body = plain[0].lower() + plain[1:].rstrip("?")
    if match := re.fullmatch(rf"(.+?) (\[does\]|does) {THING} (\w+)(.*)", body):
        asked, auxiliary, name, verb, rest = match.groups()
        third = THIRD.get(verb, verb + "s")
        return f"{asked} {name} {f'[{third}]' if auxiliary[0] == '[' else third}{rest}"
    if match := re.fullmatch(rf"(.+?) (\[is\]|\[was\]|\[has\]|must|can|should|may|will) {THING}(.*)", body):
        asked, auxiliary, name, rest = match.groups()
        return f"{asked} {name} {auxiliary}{rest}"
    if match := re.fullmatch(r"(what|who|when|where) (is|are|was) (the [^?]*\{[SO]\}[^?]*)", body):
        return f"{match.group(1)} {match.group(3)} {match.group(2)}"
    return body if re.match(SUBJECT_ASKED, body) else None
