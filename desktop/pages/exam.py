"""The page "Exam"."""

from __future__ import annotations

from desktop.pages.page import Page


class ExamPage(Page):
    """To be made."""

    name = "exam"
