"""The page "Settings"."""

from __future__ import annotations

from desktop.pages.page import Page


class SettingsPage(Page):
    """To be made."""

    name = "settings"
