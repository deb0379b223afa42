"""The page "Documents"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class DocumentsPage(Page):
    """To be made."""

    name = "documents"

    def add(self, paths: Iterable[Path]) -> None:
        """Read documents into the project, then index them."""
        self.session.submit("ingest", self.tr("Reading documents"), paths=[str(path) for path in paths])
        self.session.submit("index", self.tr("Indexing"))
