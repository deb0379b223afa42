"""How far something is, as a thin line without words."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget


class ProgressBar(QProgressBar):
    """Is painted together with what else changed: of itself it would paint all that waits with every value."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, textVisible=False)
        self.setFixedHeight(6)
        self.setAccessibleName(name)

    def show_done(self, done: int, total: int) -> None:
        """So much of so much; of an unknown total nothing is told but that it goes on."""
        unit = (total >> 30) + 1  # bytes of a model are more than Qt counts
        self.setUpdatesEnabled(False)
        self.setRange(0, total // unit)
        self.setValue(min(done, total) // unit)
        self.setUpdatesEnabled(True)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: ProgressBar("Progress"), lambda w, s: w.show_done(40, 100)))
