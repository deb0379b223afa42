"""Forms of English verbs, as far as the question forms need them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from engine.resources import resource

_VOWEL = re.compile(r"[aeiou]")
_SHORT = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")  # one short syllable: the last letter doubles

_STRESSED_LAST = frozenset(
    word
    for line in (
        "admit begin cancel commit control debug defer embed emit enrol fulfil incur infer occur omit overlap permit",
        "prefer program refer remit submit transfer transmit unplug",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: use, uses, used, used, using."""

    plain: str
    third: str
    past: str
    participle: str
    gerund: str


@functools.cache
def verbs() -> dict[str, list[Verb]]:
    """All known verbs by each of their forms."""
    found: dict[str, list[Verb]] = {}
    for line in resource("prompts", "en", "verbs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        for entry in line.split():
            plain, past, participle = entry.split(",") if "," in entry else (entry, _past(entry), _past(entry))
            verb = Verb(plain, _third(plain), past, participle, _gerund(plain))
            for form in {plain, verb.third, past, participle, verb.gerund}:
                found.setdefault(form, []).append(verb)
    return found


def _third(plain: str) -> str:
    if plain == "have":
        return "has"
    if plain.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{plain}es"
    return f"{plain[:-1]}ies" if plain.endswith("y") and not _VOWEL.match(plain[-2]) else f"{plain}s"


def _past(plain: str) -> str:
    if plain.endswith("e"):
        return f"{plain}d"
    if plain.endswith("y") and not _VOWEL.match(plain[-2]):
        return f"{plain[:-1]}ied"
    return f"{_doubled(plain)}ed"


def _gerund(plain: str) -> str:
    if plain.endswith("ie"):
        return f"{plain[:-2]}ying"
    if plain.endswith("e") and not plain.endswith(("ee", "oe", "ye")):
        return f"{plain[:-1]}ing"
    return f"{_doubled(plain)}ing"


def _doubled(plain: str) -> str:
    return plain + plain[-1] if _SHORT.match(plain) or plain in _STRESSED_LAST else plain
