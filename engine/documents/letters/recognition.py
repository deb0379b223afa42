"""What recognises letters takes and gives: pictures, words with their places, and the protocol all engines keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

DPI = 300  # at which pages are rendered


class RecognitionError(Exception):
    """The program that recognises letters failed; its words say why."""


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word, or a line of them: its place in pixels from the top left corner, and which line it is on."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float  # 0 to 1
    line: tuple[int, ...] = ()  # words of one line have the same


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a file's bytes (PNG, JPEG or TIFF) with its size in pixels."""

    data: bytes
    width: int
    height: int


class Recogniser(Protocol):
    """What recognises letters."""

    name: str

    def languages(self) -> Sequence[str]:
        """The languages it knows, as ISO 639-1 codes where there are such."""
        ...

    def words(self, picture: Picture, languages: Sequence[str]) -> list[Word]:
        """The words of a picture, in the order in which they are read. Raises RecognitionError."""
        ...

    def turn(self, picture: Picture) -> int:
        """By how many degrees (0, 90, 180, 270) to turn the picture with the clock to make it upright."""
        ...
