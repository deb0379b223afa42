"""Other wordings of the questions about real sentences."""

# ruff: noqa: E501
from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from .clauses import Asked

SYNONYM = {
    "provide": ("offer", "supply", "give"),
    "require": ("need", "call for"),
    "need": ("require",),
    "contain": ("include", "have inside"),
    "include": ("contain", "consist of"),
    "show": ("display", "present"),
    "produce": ("make", "create"),
    "create": ("make", "produce"),
    "make": ("create", "produce"),
    "allow": ("permit", "make possible"),
    "cause": ("bring about", "lead to"),
    "use": ("work with", "make use of"),
    "describe": ("explain", "tell about"),
    "reduce": ("make smaller", "lower"),
    "increase": ("raise", "make larger"),
    "represent": ("stand for",),
    "prevent": ("stop", "avoid"),
    "mean": ("stand for", "signify"),
    "offer": ("provide",),
    "control": ("regulate", "manage"),
    "determine": ("decide",),
    "receive": ("get",),
    "buy": ("purchase",),
    "have": ("possess", "come with"),
    "affect": ("influence",),
    "help": ("assist",),
    "return": ("give back",),
    "store": ("keep",),
    "hold": ("contain",),
    "define": ("specify",),
    "raise": ("increase",),
    "lower": ("reduce",),
    "indicate": ("show",),
    "face": ("deal with",),
    "want": ("wish for",),
    "send": ("transmit",),
    "measure": ("determine",),
    "support": ("work with", "help"),
}


def styled(rng: Random, asked: Asked, style: str) -> str:
    """The question about a real sentence in another style."""
    clause = asked.indirect
    if style == "politely":
        lead = rng.choice(
            [
                "Can you tell me",
                "Could you tell me",
                "Could you please tell me",
                "Do you know",
                "I would like to know",
                "Please tell me",
                "Please explain",
            ]
        )
        return f"{lead} {clause}{'.' if lead.startswith(('I ', 'Please')) else '?'}"
    if style == "user":
        mine = [q for q in asked.others if re.search(r"\b(I|my)\b", q)]
        if mine and rng.random() < 0.6:
            return rng.choice(mine)
        return f"{rng.choice(['I need to know', 'I want to find out', 'I have to know', 'Tell me', 'I am not sure', 'My question is'])} {clause}."
    if style == "briefly":
        return asked.brief or clause[0].upper() + clause[1:] + "?"
    if (
        style == "which"
        and re.match(r"What (does|do|did|can|must|should) ", asked.plain)
        and not asked.plain.endswith(" do?")
    ):
        return "Which thing" + asked.plain[4:]
    if asked.others:
        return rng.choice(asked.others)
    plain = asked.plain[0].lower() + asked.plain[1:]
    return rng.choice([f"According to the text, {plain}", f"In short, {plain}", f"{asked.plain[:-1]} exactly?"])
