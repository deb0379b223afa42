"""The page "Compare"."""

from __future__ import annotations

from desktop.pages.page import Page


class ComparePage(Page):
    """To be made."""

    name = "compare"
