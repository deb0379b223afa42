"""The engine's plan for a run in sentences: rows, time, memory, on what they rest, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop.wording import size_text, time_text
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said before the start; `measurable`: a trial would tell more, `possible`: it can be started."""

    estimate: str
    warning: str = ""
    measurable: bool = False
    possible: bool = False


def advice(found: Mapping[str, Any], preset: str) -> Advice:
    """The sentences for one preset of a plan; an empty plan is being worked out."""
    if not found:
        return Advice(tr("Working out the numbers…"))
    if "problem" in found:
        return Advice("", _problem(found["problem"]))
    chosen = found["presets"][preset]
    memory = _memory(chosen)
    if chosen["seconds"] is None:
        text = tr("How long it takes is not known on this computer yet.")
    else:
        text = tr("Takes about {0}: {1}.").format(time_text(chosen["seconds"]), _ground(chosen))
    return Advice(f"{text} {memory}", _warning(found, chosen), not chosen["alike"], True)


def rows_text(found: Mapping[str, Any]) -> str:
    """How many rows there are for what, and whether the dataset is made anew."""
    rows = found["rows"]
    parts = [tr("{0} to train"), tr("{0} valid"), tr("{0} test")]
    said = [text.format(f"{rows[name]:,}") for text, name in zip(parts, ("train", "valid", "test"), strict=True)]
    if rows.get("unseen"):
        said.append(tr("{0} unseen").format(f"{rows['unseen']:,}"))
    if rows.get("replay"):
        said.append(tr("{0} of them general").format(f"{rows['replay']:,}"))
    text = " · ".join(said)
    if found["older_dataset"]:
        text += "\n" + tr("Pairs or options have changed since the last dataset: it is made anew at the start.")
    dropped = max(preset["dropped"] for preset in found["presets"].values())
    if dropped:
        text += "\n" + tr("{0} rows are longer than allowed and are left out.").format(f"{dropped:,}")
    return text


def _problem(problem: Mapping[str, str]) -> str:
    hint = engine_text(problem["hint"])
    if "hone " in hint or "--" in hint:  # words for a terminal
        hint = tr("Write or accept more pairs first, or change the dataset's options under Advanced.")
    return f"{engine_text(problem['title'])}. {hint}"


def _ground(chosen: Mapping[str, Any]) -> str:
    if chosen["rests_on"] == "run" and chosen["alike"]:
        return tr("run {0} was that fast on this computer").format(chosen["run"])
    if chosen["rests_on"] == "run":
        return tr("judged by run {0}, which had other numbers").format(chosen["run"])
    if chosen["alike"]:
        return tr("measured in a short trial on this computer")
    return tr("judged by a short trial with other numbers")


def _memory(chosen: Mapping[str, Any]) -> str:
    if chosen["alike"]:
        return tr("Needs about {0} of memory, as measured.").format(size_text(chosen["memory"]))
    text = tr("Needs about {0} of memory, going by the sizes of base, batch and longest row.")
    return text.format(size_text(chosen["memory"]))


def _warning(found: Mapping[str, Any], chosen: Mapping[str, Any]) -> str:
    machine = found["machine"]
    if not chosen["fits"]:
        text = tr(
            "This computer has {0} of memory, and other programs need some of it: it may become very slow. Choose a "
            "smaller base, or a smaller batch or longest row under Advanced."
        )
        return text.format(size_text(machine["memory"]))
    if chosen["memory"] > machine["available"]:
        return tr("Only {0} of memory are free now: close other programs first.").format(
            size_text(machine["available"])
        )
    return ""


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("plan_text", text)
