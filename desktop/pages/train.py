"""The page "Train"."""

from __future__ import annotations

from desktop.pages.page import Page


class TrainPage(Page):
    """To be made."""

    name = "train"
