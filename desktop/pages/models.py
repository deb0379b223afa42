"""The page "Models"."""

from __future__ import annotations

from desktop.pages.page import Page


class ModelsPage(Page):
    """To be made."""

    name = "models"
