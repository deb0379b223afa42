"""The verdict on rows of a file, whose answers are worded freely: a judge's scores count there before key facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.proof.sentences import percent, points

if TYPE_CHECKING:
    from collections.abc import Mapping

Figures = dict[str, Any]

NEARER = 0.10  # so much more of the references' words is a gain that token F1 can show
UNJUDGED = "unjudged"
_SCALED = ("mean", "difference", "low", "high")


def is_free(trained: Mapping[str, Any]) -> bool:
    """Whether the questions are rows of a dataset that was split by rows."""
    return trained.get("split") == "rows"


def graded(split: Figures) -> tuple[Figures, float] | None:
    """The judge's difference of tuned and base and its mean of the base, both of 1; None without a judge."""
    pair = split["pairs"].get("tuned-base", {}).get("judge")
    if not pair:
        return None
    shares = {name: value / 100 if name in _SCALED else value for name, value in pair.items()}
    return shares, split["sides"]["base"]["judge"]["mean"] / 100


def nearer(split: Figures) -> bool:
    """Whether the replies are surely more like the references than those of the base."""
    pair = split["pairs"].get("tuned-base", {}).get("token_f1")
    return bool(pair and pair["low"] > 0 and pair["difference"] >= NEARER)


def learned(split: Figures) -> str:
    """How much nearer to the references the replies came, by the judge where there is one."""
    judged = "judge" in split["pairs"].get("tuned-base", {})
    figure, whole = ("judge", 100) if judged else ("token_f1", 1)
    pair = split["pairs"].get("tuned-base", {}).get(figure)
    if not pair:
        return ""
    base, tuned = (percent(split["sides"][side][figure]["mean"] / whole) for side in ("base", "tuned"))
    by, low, high = (points(pair[name] / whole) for name in ("difference", "low", "high"))
    if judged:
        said = (
            f"The judge gives the tuned model's replies {tuned} of 100, the base's {base}: "
            f"{by} points of difference (between {low} and {high})."
        )
    else:
        said = (
            f"The tuned model's replies share {tuned}% of their words with the references, the base's {base}%: "
            f"{by} points of difference (between {low} and {high})."
        )
    return f"{said} These are rows of the dataset that were never trained."


def why(kind: str) -> list[str]:
    """The reasons where they are others than for key facts; nothing where they are the same."""
    if kind == UNJUDGED:
        return [
            "Its replies came nearer to the references, in words; whether they are right, counting words cannot tell.",
            "Key facts say little about answers that are worded freely.",
        ]
    if kind == "worse":
        return ["The judge surely gives the tuned model's replies less than the base's."]
    return []


def advice(kind: str) -> list[str]:
    """What to try first, before the advice that holds for all."""
    if kind == UNJUDGED:
        return ["Take the exam again with a judge: a larger model that says how right each reply is."]
    return []
