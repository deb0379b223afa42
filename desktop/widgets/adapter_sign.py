"""Says whether the tuned side really differs from the base: measured with every question, never assumed."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop import theme

UNKNOWN, ACTIVE, SILENT = "unknown", "active", "silent"


class AdapterSign(QWidget):
    """An icon, a word, and the figure behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adapter-sign")
        self.state = UNKNOWN
        self.mark, self.text = QLabel(), QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addWidget(self.mark)
        layout.addWidget(self.text)
        self.show_delta(None)

    def show_delta(self, delta: float | None) -> None:
        """`delta` is the largest difference of logits between the sides; None before the first reply."""
        if delta is None:
            self._show(UNKNOWN, self.tr("Adapter not checked yet"))
            self.setToolTip(self.tr("With the next question it is measured whether the adapter changes the replies."))
        elif delta > 0:
            self._show(ACTIVE, self.tr("Adapter active · logits differ by {0}").format(f"{delta:.1f}"))
            self.setToolTip(
                self.tr(
                    "For the first word after the last question, the scores of base and tuned model differ by"
                    " up to this much. 0 would mean that the adapter does nothing."
                )
            )
        else:
            self._show(SILENT, self.tr("Adapter changes nothing"))
            self.setToolTip(self.tr("Base and tuned model answer alike: this run learned nothing. Train again."))

    def changeEvent(self, event: QEvent) -> None:
        """The mark follows the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _show(self, state: str, text: str) -> None:
        self.state = state
        self.text.setText(text)
        theme.set_role(self.text, {UNKNOWN: "quiet", ACTIVE: "good", SILENT: "bad"}[state])
        self._paint()

    def _paint(self) -> None:
        sign, ink = {
            UNKNOWN: ("question", theme.quiet()),
            ACTIVE: ("check", theme.colour("good")),
            SILENT: ("attention", theme.colour("bad")),
        }[self.state]
        self.mark.setPixmap(theme.icon(sign, 16, ink).pixmap(16, 16))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: AdapterSign()))
