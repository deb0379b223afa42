"""What the verdict says, as whole sentences with numbers in them, so that each can be translated."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNSCORED = "No score could be had: "  # how a judge's problem may begin itself

Figures = dict[str, Any]


def percent(share: float) -> str:
    """A share in whole percent; one that is not quite 0 or 100 is not told as such."""
    told = round(100 * share)
    if told == 0 and share > 0:
        return "<1"
    return ">99" if told == 100 and share < 1 - 1e-9 else str(told)


def points(difference: float) -> str:
    """A difference of shares in points of a hundred."""
    return f"{round(100 * difference) + 0:d}"


def amount(value: float) -> str:
    """A perplexity or loss with as many digits as say something."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def title(kind: str) -> str:
    """The headline of a verdict, by the rule that decided."""
    if kind == "go":
        return "Worth it: the tuned model knows what it was taught"
    if kind == "heavy":
        return "Not worth it: too much was lost elsewhere"
    if kind == "worse":
        return "Not worth it: the tuned model knows less than the base"
    if kind == "little":
        return "Not yet worth it: too little was learned"
    if kind == "lost":
        return "Not worth it: nothing was learned, and something was lost"
    if kind == "wrong":
        return "Not worth it: what the tuned model says is wrong"
    if kind == "same":
        return "No difference between the tuned model and the base"
    if kind == "unsure":
        return "Too few questions to tell a difference"
    if kind == "few":
        return "Too few questions for a verdict"
    return "Not enough was asked for a verdict"


def learned(split: str, pair: Figures, sides: Mapping[str, Figures]) -> str:
    """How much of the document was learned, on the questions of the main split."""
    base, tuned = (percent(sides[side]["key_facts"]["mean"]) for side in ("base", "tuned"))
    low, high, by = points(pair["low"]), points(pair["high"]), pair["difference"]
    if points(by) == "0":
        said = f"The tuned model says the key facts of {tuned}% of the questions, the base of {base}%: as many."
    elif by > 0:
        said = (
            f"The tuned model says the key facts of {tuned}% of the questions, the base of {base}%: "
            f"{points(by)} points more (between {low} and {high})."
        )
    else:
        said = (
            f"The tuned model says the key facts of {tuned}% of the questions, the base of {base}%: "
            f"{points(-by)} points less (between {points(-pair['high'])} and {points(-pair['low'])})."
        )
    return f"{said} {asked(split)}".strip()


def asked(split: str) -> str:
    """What the questions of a split are to the model."""
    if split == "test":
        return "These questions were never trained in these words."
    if split == "written":
        return "These are questions of a person about trained facts."
    if split == "unseen":
        return "These are facts of sections that were never trained."
    if split == "valid":
        return "These are the wordings that the best adapter was chosen by."
    if split == "train":
        return "These very questions were trained, so this shows memory and not yet understanding."
    if split == "uncovered":
        return "These are questions about facts that nobody taught."
    return ""


def lost(probe: Figures | None) -> str:
    """What was lost of other knowledge and of language."""
    if not probe:
        return "What was lost elsewhere was not measured: the exam was taken without the probe."
    said = []
    if found := probe.get("questions"):
        said.append(
            f"Of {found['n']} general questions the base answers {percent(found['base'])}% right, the tuned model "
            f"{percent(found['tuned'])}% (between {points(found['low'])} and {points(found['high'])} points of change)."
        )
    if found := probe.get("skills"):
        said.append(
            f"Of {found['n']} tasks that the starter was made for, the base does {percent(found['base'])}%, the tuned "
            f"model {percent(found['tuned'])}%."
        )
        said.append("The base itself stays as it was and goes on writing pairs.")
    if found := probe.get("text"):
        said.append(_text(found))
    return " ".join(said) or "What was lost elsewhere was not measured: the exam was taken without the probe."


def _text(found: Figures) -> str:
    before, after = amount(found["base_perplexity"]), amount(found["tuned_perplexity"])
    by, low, high = (f"{found[name]:+.2f}" for name in ("difference", "low", "high"))
    if before == after:
        return f"On general text its perplexity stayed at {after}."
    if found["difference"] > 0:
        return f"On general text its perplexity rose from {before} to {after} (loss {by}, between {low} and {high})."
    return f"On general text its perplexity fell from {before} to {after} (loss {by}, between {low} and {high})."


def retrieval(pairs: Mapping[str, Mapping[str, Figures]], sides: Mapping[str, Figures]) -> str:
    """Better or worse than looking things up, and what both together give."""
    pair = pairs.get("tuned-base_rag", {}).get("key_facts")
    if pair is None:
        return "It was not compared with retrieval: the base was not asked with the documents."
    tuned, beside = (percent(sides[side]["key_facts"]["mean"]) for side in ("tuned", "base_rag"))
    low, high = points(pair["low"]), points(pair["high"])
    if pair["low"] > 0:
        said = "Better than retrieval alone."
    elif pair["high"] < 0:
        said = "Worse than retrieval alone."
    else:
        said = "No better and no worse than retrieval alone, as far as this exam can tell."
    said = (
        f"{said} Without the documents the tuned model says the key facts of {tuned}% of the questions, with them the "
        f"base of {beside}% (between {low} and {high} points of difference)."
    )
    both = sides.get("tuned_rag", {}).get("key_facts")
    return f"{said} {together(both['mean'])}" if both else said


def together(share: float) -> str:
    """What training and looking things up give together."""
    return f"The tuned model with the documents says {percent(share)}%."


def sure(split: Figures, pair: Figures, noise: Figures | None) -> str:
    """How far the verdict can be relied on: questions, facts, interval, chance."""
    low, high = points(pair["low"]), points(pair["high"])
    return " ".join(
        (
            f"Asked were {split['n']} questions about {split['facts']} facts.",
            f"In 95 of 100 such exams the interval from {low} to {high} points holds the true difference.",
            chance(noise),
        )
    )


def chance(noise: Figures | None) -> str:
    """How far chance alone carries."""
    if noise is None:
        return "The base was not asked twice, so how far chance alone carries is not known."
    return f"The base asked twice with chance differs from itself by at most {points(noise['floor'])} points."


def why(kind: str, found: Mapping[str, Any]) -> list[str]:
    """The reasons for a decision, by the rule that decided; `found` holds the numbers it looked at."""
    if kind in ("heavy", "wrong", "same"):
        return {"heavy": heavy, "wrong": wrong, "same": same}[kind](found)
    return [_reason(kind, found)]


def _reason(kind: str, found: Mapping[str, Any]) -> str:
    gain, worth = points(found.get("gain", 0.0)), points(found.get("worth", 0.0))
    if kind == "go":
        return f"The gain of {gain} points is surely more than chance makes, and {worth} would be worth having."
    if kind == "little":
        return f"The gain of {gain} points is real, but only {worth} would be worth having."
    if kind == "worse":
        return "The tuned model surely says fewer key facts than the base."
    if kind == "lost":
        return "Nothing was gained that would make up for what was lost elsewhere."
    if kind == "few":
        return f"A verdict needs {found['few']} different facts at least; these were {found['facts']}."
    if kind == "unsure":
        return f"Nothing is sure: the tuned model may know up to {points(found['high'])} points more, or nothing more."
    return "Base and tuned model have to answer the same questions."


def wrong(found: Mapping[str, Any]) -> list[str]:
    """How it shows that what the tuned model says is wrong."""
    said = ["It answers otherwise than the base, and no more often right."]
    if found.get("confused"):
        said.append(f"Of its {found['n']} replies {found['confused']} give the key facts of another question.")
    if found.get("further"):
        said.append("The right answers became less likely to it, or its replies less like them.")
    return said


def same(found: Mapping[str, Any]) -> list[str]:
    """In what sense there is no difference."""
    if found.get("differ") == 0:
        return ["It answers every question word for word as the base does."]
    return [f"If it knows more, then by less than {points(found['high'])} points, and nothing was surely lost."]


def heavy(found: Mapping[str, Any]) -> list[str]:
    """Which loss elsewhere forbids using it."""
    said, text = [], found["text"]
    if found["questions"]:
        said.append("Of a hundred general questions it surely answers ten fewer than the base or worse.")
    if text:
        times = amount(math.exp(min(text["difference"], 700)))
        said.append(f"It takes general text for {times} times as unlikely, word for word, as the base does.")
    return said


def unscored(failed: Sequence[str], asked: int) -> str:
    """What a judge could not score, which is in no mean; '' where it scored all. `failed` are its problems."""
    if not failed:
        return ""
    told = next((problem for problem in failed if problem), "").removeprefix(_UNSCORED) or "the judge gave none."
    return f"No score could be had of {len(failed)} of {asked} replies, which are in no mean: {told}"
