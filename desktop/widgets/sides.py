"""The sides of a comparison as people read them, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.tables.exam_words import side_title
from engine.project import exams, messages

if TYPE_CHECKING:
    from collections.abc import Iterable

SIDES = (exams.BASE, exams.TUNED)
DOCUMENTS = (exams.BASE_RAG, exams.TUNED_RAG)  # these read what the index finds for the question
ALL = (*SIDES, *DOCUMENTS)  # in two columns the documents stand below


def side_name(side: str) -> str:
    """Who that is."""
    run = messages.run_of(side)
    if run is not None:
        return tr("Run {0}").format(run)
    names = {exams.BASE: tr("Base model"), exams.TUNED: tr("Tuned model")}
    return names.get(side) or side_title(side)


def colour_of(side: str) -> str:
    """The name of a side's colour; other runs are tuned models too."""
    return side if side in ALL else exams.TUNED


def in_order(sides: Iterable[str]) -> tuple[str, ...]:
    """The sides of one run as they are shown, without other runs."""
    found = set(sides)
    return tuple(side for side in ALL if side in found)


def other_runs(sides: Iterable[str]) -> list[str]:
    """The other runs among the sides, by number."""
    return sorted((side for side in sides if messages.run_of(side) is not None), key=lambda side: (len(side), side))


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("sides", text)
