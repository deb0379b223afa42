"""What every reader gives back, and the failures that all of them share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.documents.language import language
from engine.errors import HoneError
from engine.project.documents import BLANK, FAILED, READ, SCANNED, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a section begins: character offset in its page's text, level from 1 (outermost), title."""

    start: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as read; `state` is read, scanned (nothing but pictures, or blank) or failed.

    `headings` are in the order of the text; `tables` counts the Markdown tables in it; `method` is text for a
    page with a text layer, ocr when its letters were recognised.
    """

    number: int
    text: str
    state: str = READ
    message: str = ""
    headings: tuple[Heading, ...] = ()
    tables: int = 0
    method: str = TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: its kind, its title ('' when it has none) and its pages in order."""

    kind: str
    title: str
    pages: tuple[ReadPage, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """A document whose `count` pages come one after another; `language` is '' when it cannot be told."""

    kind: str
    title: str
    count: int
    language: str
    pages: Iterator[ReadPage]

    def whole(self) -> Reading:
        """All of it."""
        return Reading(self.kind, self.title, tuple(self.pages))


def coming(reading: Reading) -> Coming:
    """A document that is there already, page after page."""
    texts = "\n".join(page.text for page in reading.pages)
    return Coming(reading.kind, reading.title, len(reading.pages), language(texts), iter(reading.pages))


def damaged(name: str, detail: str) -> HoneError:
    """The file is of a known kind, but no reader gets through it."""
    hint = (
        f"It could not be opened ({detail}). Get a fresh copy, or open it in another program and save it as PDF again."
    )
    return HoneError(f"{name} is damaged", hint)


def without_text(name: str, reading: Reading) -> HoneError:
    """No page has text: each is damaged, a picture or blank."""
    pages = reading.pages
    if all(page.state == FAILED for page in pages):
        hint = f"{pages[0].message} Get a fresh copy, or open it in another program and save it as PDF again."
        return HoneError(f"No page of {name} can be read", hint)
    which = "Its only page is" if len(pages) == 1 else f"All {len(pages)} pages are"
    why = next((page.message for page in pages if page.state == SCANNED and page.message != BLANK), BLANK)
    return HoneError(f"{name} has no text", f"{which} a picture or blank, most likely a scan. {why}")
