"""The page "Export"."""

from __future__ import annotations

from desktop.pages.page import Page


class ExportPage(Page):
    """To be made."""

    name = "export"
