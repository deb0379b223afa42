"""How figures are written in a report, and the report's own words in its language."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from engine.phrases import Phrases, phrases
from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "ko")
_SHARES = ("key_facts", "win_share", "right")
_PLACES = {"token_f1": 2, "rouge_l": 2, "loss": 2, "judge": 0}


class Texts:
    """The words of a report in one language; what the engine says itself is translated as in the window."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._own = _table(language)
        self._engine = Phrases(lambda text: text) if language == "en" else phrases(language)

    def __call__(self, key: str, **values: object) -> str:
        """A text of the table with its parts filled in."""
        return self._own[key].format(**values) if values else self._own[key]

    def name(self, group: str, key: str) -> str:
        """The name of a side, split, figure or suite; what is not in the table is shown as the engine names it."""
        found = self._own.get(f"{group}.{key}")
        return found if found is not None else self.engine(key.replace("_", " "))

    def engine(self, text: str) -> str:
        """A text that the engine made."""
        return self._engine.said(text)


@cache
def _table(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(resource("report", f"{language}.json").read_text(encoding="utf-8"))
    return found


def value(figure: str, number: float | None) -> str:
    """A figure as a person reads it; a share in percent."""
    if number is None:
        return "–"
    if figure in _SHARES:
        return f"{number:.0%}"
    if figure == "perplexity":
        return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
    return f"{number:.{_PLACES.get(figure, 2)}f}"


def interval(figure: str, found: Mapping[str, Any] | None) -> str:
    """A mean with its 95% interval."""
    if not found:
        return "–"
    low, high = value(figure, found["low"]), value(figure, found["high"])
    return f"{value(figure, found['mean'])} ({low.removesuffix('%')}–{high})"


def change(figure: str, number: float) -> str:
    """A difference with its sign; of shares in points."""
    shown = f"{100 * number:+.0f}" if figure in _SHARES else f"{number:+.{_PLACES.get(figure, 2)}f}"
    if shown.strip("+-0.") == "":
        shown = shown.lstrip("+-")
    return shown.replace("-", "−")


def changed(figure: str, found: Mapping[str, Any] | None) -> str:
    """A difference with its 95% interval."""
    if not found:
        return "–"
    low, high = change(figure, found["low"]), change(figure, found["high"])
    return f"{change(figure, found['difference'])} ({low} … {high})"


def shortened(text: str, width: int) -> str:
    """At most so many Latin letters wide; a Korean one counts twice."""
    room = width
    kept: list[str] = []
    for letter in text:
        room -= 2 if ord(letter) >= 0x1100 else 1
        if room < 1:
            return "".join(kept).rstrip() + "…"
        kept.append(letter)
    return text
