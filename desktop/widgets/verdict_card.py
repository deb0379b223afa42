"""Was it worth it: the decision with its sign, what was learned and lost, how sure that is, and what to try next."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import theme
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Mapping

GO, NO_GO, NO_DIFFERENCE, TOO_FEW = "go", "no_go", "no_difference", "too_few"
_SIGNS = {
    GO: ("check", "good"),
    NO_GO: ("close", "bad"),
    NO_DIFFERENCE: ("equal", "base"),
    TOO_FEW: ("question", "warning"),
}
_LIST = "margin: 0 0 0 12px; -qt-list-indent: 0"
_SIZE, _WIDE = 44, 760  # pixels: the sign; from this width on there are two columns


class VerdictCard(QFrame):
    """Shows a verdict as `engine.proof` words it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict")
        theme.set_role(self, "card")
        self.sign, self.decision, self.title, self.why = _Sign(), QLabel(), QLabel(), QLabel()
        self.why.setWordWrap(True)
        theme.as_title(self.title)
        self.title.setWordWrap(True)
        self.lines: dict[str, QLabel] = {}
        self.next = QLabel()
        self.next.setWordWrap(True)
        self._next_head = QLabel(self.tr("What to try next"))
        theme.as_heading(self._next_head)
        self._lay_out()

    def show_verdict(self, verdict: Mapping[str, Any]) -> None:
        """Show {decision, title, sentences, learned, lost, retrieval, sure, next}; what has no text is left out."""
        decision = str(verdict.get("decision", TOO_FEW))
        words = {
            GO: self.tr("Go"),
            NO_GO: self.tr("No-go"),
            NO_DIFFERENCE: self.tr("No difference"),
            TOO_FEW: self.tr("Too few questions"),
        }
        self.sign.show_sign(*_SIGNS.get(decision, _SIGNS[TOO_FEW]))
        self.decision.setText(words.get(decision, decision))
        theme.set_role(self.decision, _SIGNS.get(decision, _SIGNS[TOO_FEW])[1])
        self.title.setText(engine_text(str(verdict.get("title", ""))))
        self.why.setText(" ".join(engine_text(str(sentence)) for sentence in verdict.get("sentences", ())))
        self.why.setVisible(bool(self.why.text()))
        for name, line in self.lines.items():
            line.setText(engine_text(str(verdict.get(name) or "")))
            for label in (line, self._names[name]):
                label.setVisible(bool(line.text()))
        steps = [engine_text(str(step)) for step in verdict.get("next", ())]
        self.next.setText(f"<ul style='{_LIST}'>{''.join(f'<li>{html.escape(step)}</li>' for step in steps)}</ul>")
        self._advice.setVisible(bool(steps))
        self.setAccessibleName(f"{self.decision.text()}: {self.title.text()}")
        said = [line.text() for line in (self.why, *self.lines.values()) if line.text()]
        self.setAccessibleDescription("\n".join([*said, *([self._next_head.text(), *steps] if steps else [])]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What to try next stands beside the rest where there is room, else below it."""
        wide = self.width() >= _WIDE
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        texts = {
            "learned": self.tr("Learned"),
            "lost": self.tr("Lost"),
            "retrieval": self.tr("Against documents alone"),
            "sure": self.tr("How sure"),
        }
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.decision)
        head.addWidget(self.title)
        head.addWidget(self.why)
        font = self.decision.font()
        font.setWeight(font.Weight.DemiBold)
        self.decision.setFont(font)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(head, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.TIGHT)
        self._names: dict[str, QLabel] = {}
        for row, (name, text) in enumerate(texts.items()):
            title, line = QLabel(text), QLabel()
            theme.as_quiet(title)
            line.setWordWrap(True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
            self._names[name], self.lines[name] = title, line
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(texts), 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(theme.PAGE)
        self._body.addLayout(grid, 3)
        self._body.addWidget(self._boxed(), 2, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, theme.GAP + 2, 16, theme.GAP + 2)
        layout.setSpacing(theme.GAP)
        layout.addLayout(top)
        layout.addLayout(self._body)

    def _boxed(self) -> QWidget:
        """What to try next."""
        self._advice = QFrame()
        theme.set_role(self._advice, "reference")
        advice = QVBoxLayout(self._advice)
        advice.setContentsMargins(14, theme.GAP - 2, 14, theme.GAP - 2)
        advice.setSpacing(theme.TIGHT)
        advice.addWidget(self._next_head)
        advice.addWidget(self.next)
        return self._advice


class _Sign(QWidget):
    """An icon on a disc of its colour."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._meaning = _SIGNS[TOO_FEW]
        self.setFixedSize(_SIZE, _SIZE)

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def show_sign(self, icon: str, meaning: str) -> None:
        self._icon, self._meaning = icon, meaning
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = theme.colour(self._meaning)
        ground = theme.colour(self._meaning)
        ground.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(self.rect())
        size = _SIZE * 3 // 5
        edge = (_SIZE - size) // 2
        theme.icon(self._icon, size, tint).paint(painter, edge, edge, size, size)


if __name__ == "__main__":
    from desktop import preview

    shown = {
        "decision": GO,
        "title": "It has learned your documents",
        "learned": "Of 36 questions it answers 35 right, the base 0.",
        "lost": "Nothing that could be measured.",
        "next": ["Ask your own questions.", "Write more pairs."],
    }
    raise SystemExit(preview.show(lambda session: VerdictCard(), lambda w, s: w.show_verdict(shown)))
