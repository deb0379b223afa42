"""The report of an exam that a person can send: JSON with every record, Markdown, and one web page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.project import files
from engine.proof.report.content import composed
from engine.proof.report.figures import LANGUAGES
from engine.proof.report.gathered import Gathered, as_data, gather, recompute, responses
from engine.proof.report.markdown import as_markdown as _markdown
from engine.proof.report.page import as_html as _html

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LANGUAGES", "Gathered", "gather", "recompute"]

HTML, MARKDOWN, JSON, RESPONSES = KINDS = ("html", "markdown", "json", "responses")


def as_json(found: Gathered) -> str:
    """Everything: what was asked, what was said, how it was scored and judged, and every figure of it."""
    return json.dumps(as_data(found), ensure_ascii=False, indent=1) + "\n"


def as_markdown(found: Gathered, language: str = "en") -> str:
    """The report as Markdown."""
    return _markdown(composed(found, _checked(language)))


def as_html(found: Gathered, language: str = "en") -> str:
    """The report as one web page."""
    return _html(composed(found, _checked(language)))


def as_responses(found: Gathered) -> str:
    """The questions as rows of a dataset, with each side's reply beside the reference."""
    return json.dumps(responses(found), ensure_ascii=False, indent=4) + "\n"


def _checked(language: str) -> str:
    if language not in LANGUAGES:
        raise HoneError(f"Reports are not written in {language}", f"Choose of {', '.join(LANGUAGES)}.")
    return language


def write(found: Gathered, kind: str, path: Path, language: str = "en") -> None:
    """Write one of KINDS; the file is there as a whole or not at all. Raises HoneError when it cannot be written."""
    if kind == JSON:
        text = as_json(found)
    elif kind == RESPONSES:
        text = as_responses(found)
    else:
        text = as_markdown(found, language) if kind == MARKDOWN else as_html(found, language)
    try:
        files.write_text(path, text)
    except OSError as error:
        raise HoneError(
            f"The report could not be written to {path}", f"{error.strerror}: choose another place or name."
        ) from error
