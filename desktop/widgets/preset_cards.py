"""Quick, Balanced, Thorough: three cards with what each comes to, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.wording import size_text, time_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = 18  # pixels of the sign that a card is chosen


class PresetCards(QWidget):
    """`chosen` tells the preset that the person chose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preset"))
        texts = {
            "quick": (self.tr("Quick"), self.tr("A first look")),
            "balanced": (self.tr("Balanced"), self.tr("Right for most documents")),
            "thorough": (self.tr("Thorough"), self.tr("Learns most, takes longest")),
        }
        self.cards: dict[str, PresetCard] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        for name, (title, line) in texts.items():
            card = PresetCard(title, line)
            card.setObjectName(f"preset-{name}")
            card.clicked.connect(lambda _, name=name: self.chosen.emit(name))
            group.addButton(card)
            layout.addWidget(card, 1)
            self.cards[name] = card
        self.select("balanced")

    @property
    def selected(self) -> str:
        """The chosen preset."""
        return next(name for name, card in self.cards.items() if card.isChecked())

    def select(self, name: str) -> None:
        """Choose a preset without telling."""
        if name in self.cards:
            self.cards[name].setChecked(True)

    def show_plans(self, presets: Mapping[str, Mapping[str, Any]]) -> None:
        """Show the numbers of each preset; none while they are not known."""
        for name, card in self.cards.items():
            card.show_plan(presets.get(name))


class PresetCard(QAbstractButton):
    """One preset: what it is for, how long it takes, and its numbers."""

    def __init__(self, title: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line = line
        self.title, self.line, self.cost, self.numbers = QLabel(title), QLabel(line), QLabel(), QLabel()
        theme.as_heading(self.title)
        theme.as_quiet(self.line)
        theme.as_quiet(self.numbers)
        self._inside = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(3)
        for label in (self.title, self.line, self.cost, self.numbers):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        layout.insertSpacing(2, 6)
        layout.addStretch()
        self.show_plan(None)

    def show_plan(self, found: Mapping[str, Any] | None) -> None:
        """The numbers, or that they are being worked out."""
        if found is None:
            self.cost.setText("–")
            self.numbers.setText("\n\n")
            self.setAccessibleName(f"{self.text()}, {self._line}")
            return
        memory = size_text(found["memory"])
        time = (
            self.tr("About {0}").format(time_text(found["seconds"])) if found["seconds"] else self.tr("Time not known")
        )
        self.cost.setText(f"{time} · {memory}")
        recipe = found["recipe"]
        lines = (
            (self.tr("{0} iterations"), f"{recipe['iterations']:,}", self.tr("{0} epochs"), f"{found['epochs']:,g}"),
            (self.tr("Rank {0}"), f"{recipe['rank']}", self.tr("batch {0}"), _batch(recipe)),
        )
        text = [f"{one.format(first)} · {two.format(second)}" for one, first, two, second in lines]
        text.append(self.tr("Learning rate {0}").format(f"{recipe['learning_rate']:g}"))
        self.numbers.setText("\n".join(text))
        self.setAccessibleName(", ".join((self.text(), self._line, time, memory, *text)))

    def sizeHint(self) -> QSize:
        """What its lines need."""
        return self._inside.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; the chosen one has a strong frame and a filled ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, on = theme.colour("tuned"), self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(QPen(accent if on else theme.line(), 2 if on else 1))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        ring = QRectF(self.width() - 14 - _MARK, 13, _MARK, _MARK)
        painter.setBrush(accent if on else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent if on else theme.quiet(), 1.2))
        painter.drawEllipse(ring)
        if on:
            ground = self.palette().color(QPalette.ColorRole.Base)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawEllipse(ring.center(), 3.5, 3.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 5, 5)


def _batch(recipe: Mapping[str, Any]) -> str:
    size, parts = recipe["batch_size"], recipe["accumulation"]
    return f"{size}" if parts == 1 else f"{size} × {parts}"


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: PresetCards(), lambda w, s: w.select("balanced")))
