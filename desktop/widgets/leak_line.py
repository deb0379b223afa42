"""A quiet line: whether held-out questions of a dataset can be read off the trained ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QWidget

from desktop import theme
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Mapping


class LeakLine(QLabel):
    """Hidden where there is no report; the kinds and their counts are in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leaks")
        self.setWordWrap(True)
        theme.as_quiet(self)
        self.hide()

    def show_report(self, report: Mapping[str, Any] | None) -> None:
        """Show a report as `engine.dataset.leaks` makes it."""
        from engine.dataset.leaks import SENTENCES

        self.setVisible(report is not None)
        if report is None:
            return
        found = {kind: sum(kinds.get(kind, 0) for kinds in report["leaks"].values()) for kind in SENTENCES}
        told = [f"{number:,} × {engine_text(SENTENCES[kind])}" for kind, number in found.items() if number]
        number = sum(found.values()) - found["untrained_fact"]  # which tells nothing; it only measures no learning
        if not number:
            self.setText(self.tr("No held-out question can be read off the trained ones."))
        elif number == 1:
            self.setText(self.tr("1 held-out question may be read off a trained one."))
        else:
            self.setText(self.tr("{0} held-out questions may be read off trained ones.").format(f"{number:,}"))
        self.setToolTip("\n".join(told))
        self.setAccessibleDescription("\n".join(told))


if __name__ == "__main__":
    from desktop import preview

    report = {"leaks": {"test": {"same_wording": 1, "near_duplicate": 2}}}
    raise SystemExit(preview.show(lambda session: LeakLine(), lambda line, session: line.show_report(report)))
