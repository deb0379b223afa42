"""The template engine: invented facts as statements, each with questions in seven styles."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from . import (
    attributes_care,
    attributes_forms,
    attributes_measure,
    attributes_more,
    attributes_use,
    values_goods,
    values_more,
)
from . import slots as s
from . import values as v
from . import words as w
from .clause import as_clause
from .phrases import ASIDES, MEASURED, NEEDS, POLITE, PREFIXES, QUALIFIERS, SUFFIXES, TAILS
from .subjects import KINDS, UNITS_STORED, Who, product, subject

if TYPE_CHECKING:
    from random import Random

STYLES = ("plain", "otherwise", "user", "politely", "briefly", "which")
IRREGULAR = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "goes": "go",
    "can": "can",
    "reaches": "reach",
    "carries": "carry",
    "switches": "switch",
    "withstands": "withstand",
    "processes": "process",
    "finishes": "finish",
    "stays": "stay",
}


@dataclass(frozen=True)
class Attribute:
    """One kind of fact with its statement forms and question templates."""

    name: str
    kinds: tuple[str, ...]
    value: str
    forms: tuple[tuple[str, str], ...]
    nouns: tuple[str, ...]
    indirect: tuple[str, ...]
    otherwise: tuple[str, ...]
    user: tuple[str, ...]
    which: tuple[str, ...]


@dataclass
class Fact:
    """A statement with a fixed form, its key value and what its templates need."""

    attribute: Attribute
    subject: str
    variants: tuple[str, ...]
    plural: bool
    slots: dict[str, str]
    form: int
    prefix: str = ""
    suffix: str = ""
    aside: str = ""
    tail: str = ""

    @property
    def value(self) -> str:
        """The key of the fact, as it stands in the sentence."""
        statement = self.attribute.forms[self.form][0]
        return next(self.slots[k] for k in ("V", "VG", "VC", "N") if f"{{{k}}}" in statement)

    def fill(self, template: str, subject: str | None = None) -> str:
        text = conjugate(template, self.plural)
        name = subject or self.subject
        mine = "my " + name.removeprefix("the ") if name.startswith("the ") else name
        return " ".join(text.format_map({**self.slots, "S": name, "M": mine}).split()).replace("..", ".")

    def sentence(self, form: int | None = None) -> str:
        statement = self.attribute.forms[self.form if form is None else form][0]
        if form is not None:
            return upper(self.fill(statement))
        subject = (
            f"{self.subject}, {self.aside}," if getattr(self, "aside", "") and statement.startswith("{S} ") else None
        )
        text = upper(self.fill(statement, subject))
        if self.suffix:
            text = f"{stem(text)} {self.suffix}."
        if getattr(self, "tail", ""):
            text = f"{stem(text)}{self.tail}."
        if self.prefix:
            text = f"{self.prefix}, {lower(text)}"
        return text

    def plain(self, form: int | None = None) -> str:
        text = upper(self.fill(self.attribute.forms[self.form if form is None else form][1]))
        return f"{text[:-1]} {self.suffix}?" if self.suffix and form is None else text


def stem(text: str) -> str:
    """A sentence without its full stop, which `5 p.m.` keeps."""
    return text if text.endswith(".m.") else text[:-1]


def upper(text: str) -> str:
    return text[0].upper() + text[1:]


def lower(text: str) -> str:
    first = text.split()[0]
    common = first.lower() in {
        "the",
        "a",
        "an",
        "do",
        "keep",
        "use",
        "set",
        "clean",
        "replace",
        "in",
        "store",
        "you",
        "there",
        "leave",
        "fill",
        "charge",
        "check",
        "open",
        "never",
        "always",
        "before",
        "after",
        "if",
        "when",
        "to",
        "pressing",
        "avoid",
        "up",
        "it",
        "delivery",
        "charging",
        "change",
    }
    return text[0].lower() + text[1:] if common else text


def conjugate(template: str, plural: bool) -> str:
    """Resolves `[verb]` to agree with a singular or plural subject."""

    def verb(match: re.Match[str]) -> str:
        word = match.group(1)
        return word if not plural else IRREGULAR.get(word, word.removesuffix("s"))

    return re.sub(r"\[(\w+)\]", verb, template)


@cache
def attributes() -> tuple[Attribute, ...]:
    """All attributes of the three tables."""
    more: dict[str, list[tuple[str, str]]] = {}
    for line in attributes_forms.TABLE.strip().splitlines():
        name, _, form = line.partition(" = ")
        statement, plain = form.split(" => ")
        more.setdefault(name, []).append((statement.strip(), plain.strip()))
    found: list[Attribute] = []
    for block in (
        attributes_measure.TABLE + attributes_care.TABLE + attributes_use.TABLE + attributes_more.TABLE
    ).split("\n# ")[1:]:
        head, *lines = [line for line in block.strip().splitlines() if line.strip()]
        name, kinds, value = (part.strip() for part in head.split("|"))
        forms = tuple(
            (a.strip(), b.strip()) for a, b in (line[2:].split("=>") for line in lines if line.startswith("= "))
        )
        rest = {
            line[0]: tuple(t.strip() for t in re.split(r";|, " if line[0] == "n" else ";", line[2:]) if t.strip())
            for line in lines
            if line[0] != "="
        }
        found.append(
            Attribute(
                name,
                tuple(kinds.split()),
                value,
                forms + tuple(more.get(name, ())),
                rest["n"],
                rest["i"],
                rest["o"],
                rest["u"],
                rest["w"],
            )
        )
    return tuple(found)


@cache
def by_kind(kind: str) -> tuple[Attribute, ...]:
    return tuple(a for a in attributes() if kind in a.kinds)


def _value(name: str) -> v.Value:
    found: v.Value = next(getattr(m, name) for m in (values_more, values_goods, v) if hasattr(m, name))
    return found


def make_fact(rng: Random, kind: str, who: Who, attribute: Attribute, owner: str) -> Fact:
    """A fact about the subject `who` with a drawn value, form and now and then a leading phrase."""
    name, variants, plural = who
    slots = {"H": _head(name)}
    if attribute.kinds[0] == "own":
        slots |= s.own_slots(rng, attribute.name, owner)
    elif attribute.value == "slots":
        count, unit = v.count(rng), rng.choice(UNITS_STORED)
        slots |= {"V": f"{count} {unit}", "U": unit, "N": count}
    elif attribute.value == "count_of":
        count, unit = (
            v.count(rng),
            (
                w.part_phrase(rng)
                if rng.random() < 0.6
                else rng.choice("wheel button drawer shelf port window program key slot leg speed".split())
            )
            + "s",
        )
        slots |= {"V": f"{count} {unit}", "U": unit, "N": count}
    else:
        slots["V"] = _value(attribute.value)(rng)
    fact = Fact(attribute, name, variants, plural, slots, rng.randrange(len(attribute.forms)))
    if attribute.kinds[0] != "own":
        _decorate(rng, fact)
    if (
        attribute.name not in ("error", "light", "button", "warning", "default", "reason", "sends")
        and rng.random() < 0.12
    ):
        fact.tail = rng.choice(TAILS).format(w.part_phrase(rng), w.part_phrase(rng))
    elif attribute.kinds[0] != "own" and rng.random() < 0.06:
        fact.aside = rng.choice(ASIDES).format(w.part_phrase(rng), rng.choice(w.LOCATIONS), w.company(rng))
    return fact


def _decorate(rng: Random, fact: Fact) -> None:
    """Now and then a leading phrase, a condition at the end or a word like `about` before the value."""
    statement = fact.attribute.forms[fact.form][0]
    if rng.random() < 0.08:
        fact.prefix = rng.choice(PREFIXES)
    elif fact.attribute.value in MEASURED | {"interval"} and statement.endswith("{V}.") and rng.random() < 0.1:
        fact.suffix = rng.choice(SUFFIXES)
    word = statement.partition("{V}")[0].split()[-1:]
    if (
        fact.attribute.value in MEASURED
        and word
        and word[0] not in ("of", "to", "least", "most", "than", "a", "by", "{S}", "within")
        and rng.random() < 0.08
    ):
        fact.slots["V"] = f"{rng.choice(QUALIFIERS)} {fact.slots['V']}"


def _head(name: str) -> str:
    return name.removeprefix("the ")


def random_owner(rng: Random) -> str:
    return product(rng)[0]


def random_facts(rng: Random, count: int = 1, owner: str | None = None) -> list[Fact]:
    """Up to `count` facts about one drawn subject, with different attributes."""
    kind = rng.choice(KINDS)
    owner = owner or random_owner(rng)
    who = subject(rng, kind, owner)
    pool = by_kind(kind)
    return [make_fact(rng, kind, who, a, owner) for a in rng.sample(pool, min(count, len(pool)))]


def _name(rng: Random, fact: Fact) -> str:
    return rng.choice(fact.variants) if rng.random() < 0.3 else fact.subject


def question(rng: Random, fact: Fact, style: str) -> str:
    """One question about the fact in a style; every style is answered by the same sentence."""
    text = _question(rng, fact, style)
    if fact.suffix and style != "plain" and rng.random() < 0.6:
        text = f"{text[:-1]} {fact.suffix}{text[-1]}"
    return text


def _question(rng: Random, fact: Fact, style: str) -> str:
    if style == "plain":
        return fact.plain()
    text = STYLE_WORDINGS[style](rng, fact, rng.choice(fact.attribute.nouns))
    return upper(fact.fill(text, _name(rng, fact)))


def _own(fact: Fact) -> bool:
    """Whether the noun patterns do not suit the attribute, since its subject lies in its slots."""
    return fact.attribute.kinds[0] == "own" and fact.attribute.name != "auto"


def _otherwise(rng: Random, fact: Fact, noun: str) -> str:
    roll = rng.random()
    if _own(fact) or roll < 0.62:
        return rng.choice(fact.attribute.otherwise)
    if roll < 0.85:
        return rng.choice(
            [f"What is the {noun} of {{S}}?", f"What is the {noun} for {{S}}?", f"What {noun} [does] {{S}} have?"]
        )
    return rng.choice(fact.attribute.forms)[1]


def _user(rng: Random, fact: Fact, noun: str) -> str:
    clause = as_clause(fact.attribute.forms[fact.form][1])
    if clause and rng.random() < 0.3:
        return rng.choice(NEEDS).format(clause)
    if rng.random() < 0.75:
        return rng.choice(fact.attribute.user)
    return rng.choice(NEEDS).format(rng.choice(fact.attribute.indirect))


def _politely(rng: Random, fact: Fact, noun: str) -> str:
    lead = rng.choice(POLITE)
    end = "." if lead.startswith(("I ", "Please")) else "?"
    clause = as_clause(fact.attribute.forms[fact.form][1])
    if clause and rng.random() < 0.6:
        return f"{lead} {clause}{end}"
    body = rng.choice(fact.attribute.indirect) if _own(fact) or rng.random() < 0.85 else f"the {noun} of {{S}}"
    if body.startswith("the ") and lead in ("I wonder", "May I ask", "I would like to ask"):
        lead = "Can you tell me"
    return f"{lead} {body}{'.' if lead.startswith(('I ', 'Please')) else '?'}"


def _briefly(rng: Random, fact: Fact, noun: str) -> str:
    if _own(fact):
        return _brief_own(rng, fact.attribute.name)
    return rng.choice(
        [f"{noun} of {{S}}?", f"{noun} of {{S}}?", f"{noun} for {{S}}?", f"{{S}}: {noun}?", f"{noun}, {{S}}?"]
    )


def _which(rng: Random, fact: Fact, noun: str) -> str:
    if _own(fact) or rng.random() < 0.6:
        return rng.choice(fact.attribute.which)
    return rng.choice(
        [f"Which {noun} applies to {{S}}?", f"Which {noun} is stated for {{S}}?", f"What {noun} is given for {{S}}?"]
    )


STYLE_WORDINGS = {"otherwise": _otherwise, "user": _user, "politely": _politely, "briefly": _briefly, "which": _which}


def _brief_own(rng: Random, name: str) -> str:
    brief = {
        "error": ["Meaning of {l} {C}?", "{l} {C}?", "Cause of {C}?"],
        "error_fix": ["Remedy for {l} {C}?", "{l} {C}: what to do?", "Fix for {C}?"],
        "light": ["Meaning of {a} {c} {H}?", "{H} {c}: meaning?", "{c} {H}?"],
        "button": ["Function of the {B} button?", "{B} button?", "Effect of {B}?"],
        "procedure": ["How to {G}?", "Procedure for {R} {O}?", "{R} {O}: how?"],
        "warning": ["Forbidden when {R} {O}?", "Not allowed when {R} {O}?", "{R} {O}: what to avoid?"],
        "before": ["Before {R} {O}: what to do?", "First step before {R} {O}?"],
        "after": ["After {R} {O}: what to do?", "Next step after {R} {O}?"],
        "when_if": ["What to do if {X}?", "Remedy if {X}?", "{X}: what to do?"],
    }
    return rng.choice(brief[name])


def questions(rng: Random, fact: Fact, count: int) -> list[tuple[str, str]]:
    """`count` distinct (style, question) pairs, the styles taken in turn after the plain one."""
    found: list[tuple[str, str]] = [("plain", fact.plain())]
    for turn in range(count * 3):
        style = STYLES[1 + turn % 5]
        text = question(rng, fact, style)
        if len(found) < count and text not in {q for _, q in found}:
            found.append((style, text))
    return found
