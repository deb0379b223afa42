"""What training cost: general questions and general text, base against tuned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.difference_delegate import Span, draw_span
from desktop.tables.exam_words import difference_text, questions_text, value_text
from desktop.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Mapping

_ARROW = " \N{RIGHTWARDS ARROW} "


class LostCard(QFrame):
    """Shows the probe of results, suite by suite; says plainly when nothing was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lost")
        theme.set_role(self, "card")
        title, self.sentence = QLabel(self.tr("What was lost")), QLabel()
        theme.as_heading(title)
        theme.as_quiet(self.sentence)
        self.sentence.setWordWrap(True)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, theme.TIGHT, 0, 0)
        self._grid.setHorizontalSpacing(theme.PAGE)
        self._grid.setVerticalSpacing(theme.TIGHT)
        self._grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, theme.GAP, 16, theme.GAP + 2)
        layout.setSpacing(theme.TIGHT)
        layout.addWidget(title)
        layout.addWidget(self.sentence)
        layout.addWidget(self._table)

    def show_probe(self, probe: Mapping[str, Any] | None) -> None:
        """Show {suites, questions, text}; None was not measured."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        rows = self._rows(probe) if probe else []
        for number, (name, figure, found) in enumerate(rows):
            self._add(number, name, figure, found)
        self._table.setVisible(bool(rows))
        self.sentence.setText(
            self.tr(
                "General questions that have nothing to do with your documents, answered before and after training. "
                "Right of the line the tuned model is better, left of it worse."
            )
            if rows
            else self.tr("Not measured. Run an exam with general questions to see what the model has forgotten.")
        )
        said = [f"{name}: {_change(figure, found)}, {difference_text(figure, found)}" for name, figure, found in rows]
        self.setAccessibleName(self.tr("What was lost"))
        self.setAccessibleDescription("\n".join([self.sentence.text(), *said]))

    def _rows(self, probe: Mapping[str, Any]) -> list[tuple[str, str, Mapping[str, Any]]]:
        rows = [(self._name(suite), "key_facts", suite) for suite in probe.get("suites") or ()]
        together = {"questions": self.tr("General questions together"), "skills": self.tr("Skills together")}
        for name, title in together.items():
            if probe.get(name) and len(rows) > 1:
                rows.append((title, "key_facts", probe[name]))
        texts = probe.get("texts") or ()
        rows += [(self.tr("{0}: loss").format(self._name(text)), "loss", text) for text in texts if len(texts) > 1]
        if probe.get("text"):
            rows.append((self.tr("General text: loss, less is better"), "loss", probe["text"]))
        return rows

    def _name(self, suite: Mapping[str, Any]) -> str:
        names = {
            "language": self.tr("Language"),
            "arithmetic": self.tr("Arithmetic"),
            "reasoning": self.tr("Reasoning"),
            "instructions": self.tr("Following instructions"),
            "refusal": self.tr("Saying that it does not know"),
            "writing": self.tr("Writing a question"),
            "picking": self.tr("Picking the sentence that answers"),
            "text": self.tr("General text"),
        }
        name, language = str(suite["suite"]), language_name(str(suite.get("language") or ""))
        return f"{names.get(name, name)} ({language})" if language else names.get(name, name)

    def _add(self, row: int, name: str, figure: str, found: Mapping[str, Any]) -> None:
        number = int(found.get("n") or 0)
        title, count, change = QLabel(name), QLabel(questions_text(number)), QLabel(_change(figure, found))
        difference = QLabel(difference_text(figure, found))
        if found.get("nothing_to_lose"):
            difference.setText(self.tr("nothing to lose"))
            difference.setToolTip(self.tr("The base answers none of these, so this tells nothing of what was lost."))
            theme.as_quiet(difference)
        if figure == "loss":
            count.setText(self.tr("1 piece") if number == 1 else self.tr("{0} pieces").format(f"{number:,}"))
        theme.as_quiet(count)
        line = DifferenceLine()
        if not found.get("nothing_to_lose"):
            line.show_difference(found, figure)
        for column, widget in enumerate((title, count, change, line, difference)):
            right = Qt.AlignmentFlag.AlignRight if column in (1, 4) else Qt.AlignmentFlag(0)
            self._grid.addWidget(widget, row, column, right)


class DifferenceLine(QWidget):
    """A difference as a dot with its range, around the line where there is none. Better is always at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_difference(self, found: Mapping[str, Any], figure: str) -> None:
        """Show {difference, low, high} of a figure; shares reach from -1 to 1, losses as far as they go."""
        span = Span.of(found, 1.0)
        if span is not None and figure == "loss":
            low, high = (None if end is None else -end for end in (span.high, span.low))
            ends = [abs(end) for end in (span.value, low, high) if end is not None]
            span = Span(-span.value, low, high, max([*ends, 0.5]))
        self._span = span
        self.update()

    def sizeHint(self) -> QSize:
        """A line of text high."""
        return QSize(90, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scale alone; the numbers stand beside it."""
        if self._span is not None:
            draw_span(QPainter(self), self.rect(), self._span)


def _change(figure: str, found: Mapping[str, Any]) -> str:
    return _ARROW.join(value_text(figure, found.get(side)) for side in ("base", "tuned"))


if __name__ == "__main__":
    from desktop import preview

    suite = {"suite": "facts", "language": "en", "n": 60, "base": 0.71, "tuned": 0.62}
    probe = {"suites": [{**suite, "difference": -0.09, "low": -0.18, "high": -0.01}], "questions": None, "text": None}
    raise SystemExit(preview.show(lambda session: LostCard(), lambda w, s: w.show_probe(probe)))
