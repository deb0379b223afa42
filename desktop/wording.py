"""Figures as people read them: progress, time left, sizes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from desktop.words import engine_text

if TYPE_CHECKING:
    from engine.events import Progress


def progress_text(progress: Progress, *, stage: bool = True) -> str:
    """One line: stage (where that says more than what stands beside it), units, and the time left when it is known."""
    parts = [_stage_text(progress.stage)] if stage else []
    count = size_text if progress.stage in ("download", "convert") else "{:,}".format
    if progress.total:
        parts.append(tr("{0} of {1}").format(count(progress.done), count(progress.total)))
    if progress.seconds_left is not None and progress.done != progress.total:
        parts.append(tr("{0} left").format(time_text(progress.seconds_left)))
    return " · ".join(filter(None, parts))


def _stage_text(stage: str) -> str:
    """What is counted; nothing where the title of the job says that already."""
    names = {
        "read": tr("Pages read"),
        "split": tr("Pages divided into chunks"),
        "ask": tr("Questions"),
        "answer": tr("Answers"),
        "rows": tr("Rows prepared"),
        **dict.fromkeys(("index", "train", "fuse", "export", "exam", "checks", "skill", "download", "convert"), ""),
        "sweep": tr("Iterations"),
    }
    return names.get(stage, engine_text(stage))


def short_name(name: str, letters: int) -> str:
    """At most so many letters of a file's name, its end among them."""
    return name if len(name) <= letters else f"{name[: letters - 11]}…{name[-10:]}"


def time_text(seconds: float) -> str:
    """A length of time, no finer than it can be known."""
    if seconds < 60:
        return tr("{0} s").format(max(1, round(seconds)))
    if seconds < 3600:
        return tr("{0} min").format(round(seconds / 60))
    return tr("{0} h {1} min").format(int(seconds // 3600), int(seconds % 3600 // 60))


def size_text(size: float) -> str:
    """Bytes as KB, MB or GB, as the Finder counts them."""
    if size < 1e5:
        return tr("{0} KB").format(f"{size / 1e3:.0f}")
    if size < 1e9:
        return tr("{0} MB").format(f"{size / 1e6:.0f}" if size >= 1e7 else f"{size / 1e6:.1f}")
    return tr("{0} GB").format(f"{size / 1e9:.1f}")


def moment_text(stored: str) -> str:
    """A moment as the store tells it, in UTC, in the person's time and way of writing."""
    moment = QDateTime.fromString(stored, "yyyy-MM-dd HH:mm:ss")
    moment.setTimeZone(QTimeZone.utc())
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)


def path_text(path: Path) -> str:
    """A path, from the person's own folder on where it lies there."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def language_name(code: str) -> str:
    """What a language is called; '' for one that is not known."""
    names = {
        "ar": tr("Arabic"), "de": tr("German"), "el": tr("Greek"), "en": tr("English"), "es": tr("Spanish"),
        "fr": tr("French"), "he": tr("Hebrew"), "hi": tr("Hindi"), "it": tr("Italian"), "ja": tr("Japanese"),
        "ko": tr("Korean"), "nl": tr("Dutch"), "pl": tr("Polish"), "pt": tr("Portuguese"), "ru": tr("Russian"),
        "sv": tr("Swedish"), "th": tr("Thai"), "tr": tr("Turkish"), "zh": tr("Chinese"),
    }  # fmt: skip
    return names.get(code, "")


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("wording", text)
