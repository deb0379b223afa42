"""The verdict on a tuned model: was it worth it? Rules over the figures of an exam, told in docs/verdict.md.

The first rule that applies decides: what was lost heavily, too few facts, fewer key facts than before, a gain, harm
without gain, an exam that cannot tell, and else no difference.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from engine.proof import advice, free, sentences
from engine.proof.statistics import FEW

GO, NO_GO, NO_DIFFERENCE, TOO_FEW = "go", "no_go", "no_difference", "too_few"
_DECISIONS = {
    **dict.fromkeys(("heavy", "worse", "little", "lost", "wrong"), NO_GO),
    **dict.fromkeys(("few", "unsure", "unasked", free.UNJUDGED), TOO_FEW),
    "go": GO,
    "same": NO_DIFFERENCE,
}
WORTH = 0.10  # a gain of fewer key facts is not worth a model of one's own
QUARTER = 0.25  # of what the base had wrong has to be learned
UNSURE = 0.20  # an interval that reaches so far up does not show that there is no difference
HEAVY_QUESTIONS = -0.10  # so many general questions surely lost
HEAVY_TEXT = math.log(2)  # of a base that knows the language: perplexity surely doubled
SPEAKS = math.log(50)  # a base of more loss on general text cannot write it; there, the loss itself has to double
LOST_QUESTIONS = -0.03  # without any gain, losing this much is harm enough
LOST_TEXT = math.log(1.1)
FURTHER_F1, FURTHER_LOSS = -0.05, 0.2  # so much further from the right answers than the base
CONFUSED = 0.2  # of its replies give the facts of other questions

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Case:
    """The figures that the rules look at; `pair` is the difference of key facts between tuned and base."""

    split: Figures
    pair: Figures
    base: float
    floor: float
    changed: Figures
    probe: Figures

    @property
    def worth(self) -> float:
        """The least gain worth having: ten points, and a quarter of what the base had wrong."""
        return max(WORTH, QUARTER * (1 - self.base))

    @property
    def gained(self) -> bool:
        """Whether more key facts are said than by the base, for sure and beyond what chance does."""
        return bool(self.pair["low"] > 0 and self.pair["low"] > self.floor)


def verdict(found: Figures, trained: dict[str, Any] | None = None) -> Figures:
    """{"decision", "title", "learned", "lost", "retrieval", "sure", "sentences", "next"} of what `results` found.

    "sentences" are the reasons for the decision, "next" what to try, the most promising first.
    """
    split = found["splits"].get(found["split"], {"n": 0, "facts": 0, "sides": {}, "pairs": {}})
    pair = split["pairs"].get("tuned-base", {}).get("key_facts")
    noise = (found["noise"] or {}).get("key_facts")
    rows = free.is_free(trained or {})
    judged = free.graded(split) if rows else None
    kind, numbers = "unasked", Figures()
    if pair:
        base = split["sides"]["base"]["key_facts"]["mean"]
        floor = noise["floor"] if noise else 0.0
        if judged:
            (pair, base), noise, floor = judged, None, 0.0
        kind, numbers = _decided(_Case(split, pair, base, floor, found["changed"] or {}, found["probe"] or {}))
        if rows and not judged and kind in ("same", "unsure", "lost") and free.nearer(split):
            kind = free.UNJUDGED
    learned = sentences.learned(found["split"], pair, split["sides"]) if pair else ""
    return {
        "decision": _DECISIONS[kind],
        "title": sentences.title(kind),
        "learned": (free.learned(split) if rows else "") or learned,
        "lost": sentences.lost(found["probe"]),
        "retrieval": sentences.retrieval(split["pairs"], split["sides"]),
        "sure": sentences.sure(split, pair, noise) if pair else "",
        "sentences": (free.why(kind) if rows else []) or sentences.why(kind, numbers),
        "next": [*(free.advice(kind) if rows else []), *advice.advice(kind, found, trained or {})],
    }


def _decided(case: _Case) -> tuple[str, Figures]:
    """Which rule decides, and the numbers that it looked at."""
    rules = (_heavy, _few, _worse, _gain, _wrong, _lost, _unsure)
    found = next((told for rule in rules if (told := rule(case))), None)
    return found or ("same", {"differ": case.changed.get("differ"), "high": case.pair["high"]})


def _heavy(case: _Case) -> tuple[str, Figures] | None:
    """Too much was lost to use it, whatever it learned."""
    asked, text = case.probe.get("questions"), case.probe.get("text")
    questions = bool(asked and asked["high"] <= HEAVY_QUESTIONS)
    most = HEAVY_TEXT if text and text["base"] < SPEAKS else text["base"] if text else 0.0
    worse = text if text and text["low"] >= most else None
    return ("heavy", {"questions": questions, "text": worse}) if questions or worse else None


def _few(case: _Case) -> tuple[str, Figures] | None:
    facts = case.split["facts"]
    return ("few", {"few": FEW, "facts": facts}) if facts < FEW else None


def _worse(case: _Case) -> tuple[str, Figures] | None:
    return ("worse", {}) if case.pair["high"] < 0 and case.pair["high"] < -case.floor else None


def _gain(case: _Case) -> tuple[str, Figures] | None:
    """More key facts for sure: enough of them, or too few; hardly any are left to the other rules."""
    by = case.pair["difference"]
    if not case.gained or by < WORTH:
        return None
    return ("go" if by >= case.worth else "little"), {"gain": by, "worth": case.worth}


def _wrong(case: _Case) -> tuple[str, Figures] | None:
    """No gain, and surely further from the right answers, or giving those of other questions."""
    f1, loss = (case.split["pairs"]["tuned-base"].get(figure) for figure in ("token_f1", "loss"))
    further = (f1 and f1["high"] < 0 and f1["difference"] <= FURTHER_F1) or (
        loss and loss["low"] > 0 and loss["difference"] >= FURTHER_LOSS
    )
    n, confused = case.changed.get("n", 0), case.changed.get("confused", 0)
    mixed = n and confused / n >= CONFUSED and confused >= 2 * case.changed.get("base_confused", 0)
    if not further and not mixed:
        return None
    return "wrong", {"n": n, "confused": confused if mixed else 0, "further": bool(further)}


def _lost(case: _Case) -> tuple[str, Figures] | None:
    """No gain, and surely worse elsewhere."""
    text = case.probe.get("text")
    asked = [told for name in ("questions", "skills") if (told := case.probe.get(name))]
    fewer = any(told["high"] < 0 and told["difference"] <= LOST_QUESTIONS for told in asked)
    return ("lost", {}) if fewer or (text and text["low"] >= LOST_TEXT) else None


def _unsure(case: _Case) -> tuple[str, Figures] | None:
    same = case.changed.get("differ") == 0
    return None if same or case.pair["high"] < UNSURE else ("unsure", {"high": case.pair["high"]})
