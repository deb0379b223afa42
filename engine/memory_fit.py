"""Whether this machine's memory is enough for a model of the catalogue, for those that show or fetch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.runtimes.fitting import (
    CHAT,
    FITS,
    SEARCH,
    TIGHT,
    TOO_LARGE,
    TRAINING,
    WRITING,
    Fit,
    best,
    fit,
    offers,
    too_large,
    uses,
    uses_here,
)

if TYPE_CHECKING:
    from engine.models.catalogue import Entry

__all__ = [
    "CHAT",
    "FITS",
    "SEARCH",
    "TIGHT",
    "TOO_LARGE",
    "TRAINING",
    "WRITING",
    "Fit",
    "best",
    "check",
    "fit",
    "offers",
    "uses",
    "uses_here",
]


def check(entry: Entry) -> None:
    """Raise HoneError for a model that is too large for this machine."""
    found = fit(entry)
    if found.state == TOO_LARGE:
        error = too_large(entry.title, entry.kind, found.needed, found.memory)
        again = "--anyway downloads it all the same."
        raise HoneError(error.title, f"{error.hint} {again}")
