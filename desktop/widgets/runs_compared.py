"""Several runs beside each other: their options, their curves over each other, and which differ by more than chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.tables.compared_table import MOST, ComparedTable
from desktop.widgets.nothing import nothing
from desktop.widgets.run_curves import RunCurves, Series
from desktop.widgets.segments import Segments
from desktop.words import engine_text
from engine.project import compared, runs
from engine.proof import between

if TYPE_CHECKING:
    from desktop.session import Session

_ROW = 30
_VALID, _TRAIN = "val_loss", "train_loss"
_SIGNS = {between.BETTER: "check", between.ALIKE: "equal", between.TOO_FEW: "question", between.UNKNOWN: "question"}


class RunsCompared(QWidget):
    """Ticked runs are compared; `train_wanted` asks for a first one."""

    train_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.model, self.table, self.chart = ComparedTable(self), QTableView(), RunCurves()
        self.curves = Segments({_VALID: self.tr("Valid Loss"), _TRAIN: self.tr("Train Loss")}, self.tr("Curves"))
        self.curves.select(_VALID)
        self.said: list[QLabel] = []
        self.sentences, self.hint = QVBoxLayout(), QLabel()
        self.exam = QPushButton(self.tr("Take an Exam"))
        self.stack = QStackedWidget()
        self._told: tuple[object, ...] = ()
        self._lay_out()
        self.model.chosen_changed.connect(self._show_chosen)
        self.model.refused.connect(self._refuse)
        self.curves.chosen.connect(lambda name: self._show_curves())
        self.exam.clicked.connect(lambda: session.go("exam"))

    def refresh(self) -> None:
        """Show what the store holds now."""
        project = self.session.project
        found = runs.runs(project)
        self.stack.setCurrentIndex(1 if found else 0)
        running = self.session.queue.of("train", "sweep")
        busy = running is not None and running is self.session.queue.running and not running.fields.get("estimate")
        live = next((run.id for run in reversed(found) if run.state == "running"), None) if busy else None
        examined = [compared.examined(project, run) for run in found]
        state = [(each.run, live, None if each.exam is None else each.exam.id) for each in examined]
        if self._told != (told := (str(state), theme.is_dark())):
            self._told = told
            at = self.table.currentIndex()
            self.model.show_runs(examined, live)
            self._resize_columns()
            if at.isValid():
                self.table.setCurrentIndex(self.model.index(min(at.row(), self.model.rowCount() - 1), at.column()))
            self._show_chosen()
        elif live in self.model.chosen:
            self._show_curves()

    def _show_chosen(self) -> None:
        self._show_curves()
        while (item := self.sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.said = []
        chosen = self.model.examined()
        without = [each for each in chosen if each.exam is None and each.run.best_iteration is not None]
        told = between.differences(chosen)
        for difference in told:
            if difference.decision != between.UNKNOWN:
                self._say(_SIGNS[difference.decision], engine_text(between.sentence(difference)))
        for each in without:
            self._say("question", self.tr("Run {0} has no exam: its answers cannot be compared.").format(each.run.id))
        if len(chosen) > 1 and not compared.losses_compare([each.run for each in chosen]):
            text = self.tr("The losses were measured on different rows: the curves say nothing about each other.")
            self._say("attention", text)
        theme.set_role(self.hint, "quiet")
        if len(chosen) < 2:
            text = self.tr("Tick two to {0} runs to compare them.").format(MOST)
            self.hint.setText(text)
        else:
            self.hint.setText(self.tr("Key facts right in the replies of the tuned models to the same questions."))
        self.exam.setVisible(bool(without))
        self.sentences.addStretch()

    def _refuse(self) -> None:
        """One more run was ticked than can be told apart."""
        self.hint.setText(self.tr("At most {0} runs are compared: untick another one first.").format(MOST))
        theme.set_role(self.hint, "warning")

    def _say(self, sign: str, text: str) -> None:
        row, icon, label = QWidget(), QLabel(), QLabel(text)
        icon.setPixmap(theme.icon(sign, 16).pixmap(16, 16))
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label, 1)
        self.sentences.addWidget(row)
        self.said.append(label)

    def _show_curves(self) -> None:
        name = self.curves.selected
        series = [
            Series(
                self.tr("Run {0}").format(each.run.id),
                [point for point in compared.curve(self.session.project, each.run.id, name) if point[0]],
                *self.model.look(each.run.id),
            )
            for each in self.model.examined()
        ]
        self.chart.show_series(series, smooth=name == _TRAIN)

    def _resize_columns(self) -> None:
        self.table.resizeColumnsToContents()
        for column in range(self.model.columnCount() - 1):
            self.table.setColumnWidth(column, self.table.columnWidth(column) + 6)
        rows = min(max(self.model.rowCount(), 2), 6)
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + 2 * _ROW + 6)
        self.table.setMaximumHeight(self.table.horizontalHeader().sizeHint().height() + max(rows, 3) * _ROW + 24)

    def _lay_out(self) -> None:
        self._style_table()
        button = QPushButton(self.tr("Train"))
        button.clicked.connect(self.train_wanted)
        text = self.tr("Each training is a run; two and more can be compared here.")
        self.stack.addWidget(nothing(self.tr("No run yet"), text, button))
        lower = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        lower.addWidget(self._curves_box())
        lower.addWidget(self._sentences_box())
        lower.setStretchFactor(0, 3)
        lower.setStretchFactor(1, 2)
        lower.setSizes([600, 380])
        lower.setHandleWidth(theme.GAP)
        lower.setStyleSheet("QSplitter::handle { image: none; }")
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.table)
        layout.addWidget(lower, 1)
        self.stack.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _curves_box(self) -> QWidget:
        box = QFrame()
        box.setProperty("role", "card")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(self.curves, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.chart, 1)
        return box

    def _sentences_box(self) -> QWidget:
        box, title, inside = QFrame(), QLabel(self.tr("More than chance?")), QWidget()
        box.setProperty("role", "card")
        theme.as_heading(title)
        theme.as_quiet(self.hint)
        self.hint.setWordWrap(True)
        self.sentences.setContentsMargins(0, 0, 6, 0)
        self.sentences.setSpacing(theme.TIGHT + 4)
        inside.setLayout(self.sentences)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        for ground in (inside, area.viewport()):
            ground.setAutoFillBackground(False)
        area.setAccessibleName(self.tr("What differs"))
        layout = QVBoxLayout(box)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.addWidget(title)
        layout.addWidget(self.hint)
        layout.addSpacing(4)
        layout.addWidget(area, 1)
        layout.addWidget(self.exam, 0, Qt.AlignmentFlag.AlignLeft)
        box.setMinimumWidth(230)
        return box

    def _style_table(self) -> None:
        self.table.setObjectName("compared-runs")
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setModel(self.model)
        theme.as_table(self.table, _ROW)
        self.table.setIconSize(QSize(26, 14))
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStyleSheet("QHeaderView::section { padding: 5px 6px; border: none; background: palette(base); }")


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(RunsCompared, lambda w, s: w.refresh()))
