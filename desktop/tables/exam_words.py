"""Sides, figures and differences of an exam in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIGURES = ("key_facts", "token_f1", "rouge_l", "loss", "perplexity", "judge")
_MINUS, _DASH = "\N{MINUS SIGN}", "\N{EN DASH}"


def side_title(side: str) -> str:
    """What a side is called."""
    names = {
        "base": tr("Base"),
        "base_rag": tr("Base + documents"),
        "tuned": tr("Tuned"),
        "tuned_rag": tr("Tuned + documents"),
    }
    return names.get(side, side)


def pair_title(pair: str) -> str:
    """Which side is set against which, by the name that results give the pair."""
    names = {
        "tuned-base": tr("Tuned against base"),
        "tuned-base_rag": tr("Tuned against base + documents"),
        "base_rag-base": tr("Base + documents against base"),
        "tuned_rag-base_rag": tr("Tuned + documents against base + documents"),
        "tuned_rag-tuned": tr("Tuned + documents against tuned"),
    }
    return names.get(pair, pair)


def figure_title(figure: str) -> str:
    """What a figure is called."""
    names = {
        "key_facts": tr("Key facts right"),
        "token_f1": tr("Same words (token F1)"),
        "rouge_l": tr("Same order (ROUGE-L)"),
        "loss": tr("Loss, less is better"),
        "perplexity": tr("Perplexity, less is better"),
        "judge": tr("Judge, 0 to 100"),
    }
    return names.get(figure, figure)


def figure_text(figure: str) -> str:
    """What a figure tells, in a sentence."""
    texts = {
        "key_facts": tr("Answers that say the numbers, names and words that make them right."),
        "token_f1": tr("How many words an answer shares with the reference, from 0 to 1."),
        "rouge_l": tr("How long a run of the reference an answer has in the same order, from 0 to 1."),
        "loss": tr(
            "How much the reference answer surprises the model. There is none where a question has no full answer."
        ),
        "perplexity": tr("Among how many words the model wavers while it reads the reference answer."),
        "judge": tr("How good another model finds the reply, set beside the reference."),
    }
    return texts.get(figure, "")


def value_text(figure: str, value: float | None) -> str:
    """A figure's value as people read it."""
    if value is None:
        return _DASH
    if figure == "key_facts":
        return percent(value)
    if figure == "judge":
        return f"{value:.0f}"
    return _signed(f"{value:.2f}" if figure != "perplexity" or value < 100 else f"{value:,.0f}")


def range_text(figure: str, found: Mapping[str, Any]) -> str:
    """From where to where a mean may lie; '' where nobody has worked that out."""
    low, high = found.get("low"), found.get("high")
    if low is None or high is None:
        return ""
    return tr("{0} to {1}").format(value_text(figure, low), value_text(figure, high))


def difference_text(figure: str, found: Mapping[str, Any] | None) -> str:
    """A difference with the range in which it lies."""
    if not found or found.get("difference") is None:
        return _DASH
    said = change_text(figure, found["difference"])
    low, high = found.get("low"), found.get("high")
    if low is None or high is None:
        return said
    ends = tuple(change_text(figure, end, unit=False) for end in (low, high))
    return f"{said} ({tr('{0} to {1}').format(*ends)})"


def change_text(figure: str, value: float, *, unit: bool = True) -> str:
    """A difference with its sign; that of shares counts in points of a hundred."""
    if figure == "key_facts":
        points = _plus(f"{100 * value:+.0f}")
        return tr("{0} points").format(points) if unit else points
    return _plus(f"{value:+.0f}" if figure == "judge" else f"{value:+.2f}")


def section_title(titles: Sequence[str]) -> str:
    """The headings above a place, the outermost first."""
    return " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(titles) or tr("Without a heading")


def questions_text(number: int) -> str:
    """How many questions."""
    return tr("1 question") if number == 1 else tr("{0} questions").format(f"{number:,}")


def percent(share: float) -> str:
    """A share in whole percent; what is not all is never told as all, nor something as nothing."""
    shown = round(100 * share)
    if shown == 100 and share < 1:
        shown = 99
    elif shown == 0 and share > 0:
        return "<1%"
    return f"{shown}%"


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("exam_words", text)


def _plus(text: str) -> str:
    return "0" + text[2:] if not text.strip("+-0.") and text[1:2] == "0" else _signed(text)


def _signed(text: str) -> str:
    return text.replace("-", _MINUS)
