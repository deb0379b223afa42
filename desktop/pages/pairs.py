"""The page "Pairs"."""

from __future__ import annotations

from desktop.pages.page import Page


class PairsPage(Page):
    """To be made."""

    name = "pairs"
