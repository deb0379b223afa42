"""Every question of an exam: narrowed, searched, sorted, read in full, and taken along as CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import failure, preferences, theme
from desktop.tables.answer_delegate import AnswerDelegate, row_height
from desktop.tables.areas_table import area_title
from desktop.tables.exam_table import (
    ALL,
    BASE_RIGHT,
    BEATS_DOCUMENTS,
    BOTH_WRONG,
    DIFFERENCE,
    LOSES_TO_DOCUMENTS,
    QUESTION,
    REFERENCE,
    TUNED_RIGHT,
    ExamTable,
    Narrowing,
    column_title,
    split_title,
)
from desktop.widgets.answer_details import AnswerDetails
from engine.errors import HoneError
from engine.project import exams, files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.session import Session
    from engine.project.exams import Answer, Judgement

_TYPING_MS = 150
_COLUMN = 150  # pixels that a column of text needs; what does not fit is left out until one asks for it


class ExamQuestions(QWidget):
    """Shows the answers of one exam."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.table, self.view = ExamTable(self), QTableView()
        self.which, self.split, self.search = QComboBox(), QComboBox(), QLineEdit()
        self.count = QLabel()
        self.csv = QPushButton(self.tr("CSV"))
        self.sides = QPushButton(self.tr("Columns"))
        self.area = QPushButton()
        self._area: Mapping[str, Any] | None = None
        self._columns: dict[str, QAction] = {}
        self._wanted: set[str] | None = None  # the columns that the person chose; None while they are chosen by room
        self.details = AnswerDetails(session)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._narrow)
        self._make_filters()
        self._make_table()
        self._make_csv()
        self._make_area()
        self._lay_out()
        self._renew_columns()

    def show_answers(self, answers: Sequence[Answer], judgements: Sequence[Judgement] = ()) -> None:
        """Show the answers of an exam; what is chosen stays chosen where it still is."""
        splits = list(dict.fromkeys(answer.split for answer in answers))
        known = [self.split.itemData(row) for row in range(1, self.split.count())]
        if splits != known:
            kept = self.split.currentData()
            self.split.blockSignals(True)
            self.split.clear()
            self.split.addItem(self.tr("All splits"), "")
            for split in splits:
                self.split.addItem(split_title(split), split)
            self.split.setCurrentIndex(max(self.split.findData(kept), 0))
            self.split.blockSignals(False)
        current, place = self.details.answer, self.view.verticalScrollBar().value()
        columns = self.table.columns
        self.table.show_answers(answers, judgements)
        self.details.show_judgements(judgements)
        if columns != self.table.columns:
            self._renew_columns()
        self._offer_documents("base_rag" in self.table.columns)
        self._narrow()
        self.view.verticalScrollBar().setValue(place)
        if current is not None and not self._choose(current.position):
            self.details.show_answer(None)

    def show_split(self, split: str) -> None:
        """Narrow to one split, with every other filter off."""
        self.show_area(split, None)

    def show_area(self, split: str, area: Mapping[str, Any] | None) -> None:
        """Narrow to a section or kind of a split, a row of results, with every other filter off."""
        self.search.clear()
        self.which.setCurrentIndex(0)
        self.split.setCurrentIndex(max(self.split.findData(split), 0))
        self._area = area
        self.area.setVisible(area is not None)
        if area is not None:
            self.area.setText(self.tr("Only: {0}").format(area_title(area)).replace("&", "&&"))
        self._narrow()

    def copy_csv(self) -> None:
        """Put the rows that are shown on the clipboard."""
        QGuiApplication.clipboard().setText(exams.as_csv(self.table.rows))

    def ask_csv(self) -> None:
        """Ask where to, then write the rows that are shown."""
        start = Path(preferences.get("export_folder") or self.session.project.path.parent)
        name = str(start / f"{self.session.project.path.stem} exam.csv")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as CSV"), name, self.tr("CSV (*.csv)"))
        if path:
            self.save_csv(Path(path))

    def save_csv(self, path: Path) -> None:
        """Write the rows that are shown, with the mark by which Excel knows UTF-8."""
        try:
            files.write_text(path, "\ufeff" + exams.as_csv(self.table.rows))
        except OSError as error:
            why = self.tr("{0}: choose a folder in which you may write.").format(error.strerror or str(error))
            failure.show_error(self, HoneError(self.tr("The table could not be saved"), why))

    def _make_filters(self) -> None:
        for value, text in (
            (ALL, self.tr("All answers")),
            (TUNED_RIGHT, self.tr("Only tuned right")),
            (BASE_RIGHT, self.tr("Only base right")),
            (BOTH_WRONG, self.tr("Both wrong")),
        ):
            self.which.addItem(text, value)
        self.split.addItem(self.tr("All splits"), "")
        self.which.setAccessibleName(self.tr("Which answers"))
        self.split.setAccessibleName(self.tr("Which questions"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in questions and answers"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(120)
        theme.as_quiet(self.count)
        self.which.currentIndexChanged.connect(self._narrow)
        self.split.currentIndexChanged.connect(self._narrow)
        self.search.textChanged.connect(lambda: self._typing.start())
        find = QShortcut(
            QKeySequence(QKeySequence.StandardKey.Find), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        find.activated.connect(self.search.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns come and go with the room."""
        super().resizeEvent(event)
        self._fit()

    def _make_area(self) -> None:
        self.area.setObjectName("area")
        self.area.setIcon(theme.icon("close", 14))
        self.area.setToolTip(self.tr("Show the questions of all sections and kinds"))
        theme.set_role(self.area, "chip")
        self.area.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.area.clicked.connect(lambda: self.show_area(self.split.currentData() or "", None))
        self.area.hide()

    def _offer_documents(self, on: bool) -> None:
        """Filters that set the tuned model against the documents mean something only where these were asked."""
        texts = {
            BEATS_DOCUMENTS: self.tr("Tuned right, base + documents wrong"),
            LOSES_TO_DOCUMENTS: self.tr("Base + documents right, tuned wrong"),
        }
        for value, text in texts.items():
            row = self.which.findData(value)
            if on and row < 0:
                self.which.addItem(text, value)
            elif not on and row >= 0:
                self.which.removeItem(row)

    def _renew_columns(self) -> None:
        """Make the menu of the columns anew, and lay the table out for them."""
        self._wanted = None
        menu = QMenu(self.sides)
        self._columns = {}
        for column in self.table.columns:
            if column not in (QUESTION, DIFFERENCE):
                action = menu.addAction(column_title(column))
                action.setCheckable(True)
                action.toggled.connect(self._on_columns)
                self._columns[column] = action
        old = self.sides.menu()
        self.sides.setMenu(menu)
        if old is not None:
            old.deleteLater()
        header = self.view.horizontalHeader()
        for place, column in enumerate(self.table.columns):
            fixed = column == DIFFERENCE
            header.setSectionResizeMode(
                place, QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Stretch
            )
            if fixed:
                self.view.setColumnWidth(place, header.fontMetrics().horizontalAdvance(column_title(column)) + 44)
        header.setSortIndicator(len(self.table.columns) - 1, Qt.SortOrder.DescendingOrder)
        self._fit()

    def _fit(self) -> None:
        """Show what the person chose, else base, tuned, both with documents and the reference while there is room."""
        shown = self._by_room() if self._wanted is None else self._wanted
        for column, action in self._columns.items():
            action.blockSignals(True)
            action.setChecked(column in shown)
            action.blockSignals(False)
            self.view.setColumnHidden(self.table.column_of(column), column not in shown)

    def _by_room(self) -> set[str]:
        room = max(self.width() // _COLUMN - 2, 2)  # beside question and difference
        order = ("base", "tuned", "base_rag", "tuned_rag", REFERENCE)
        return set([column for column in order if column in self._columns][:room])

    def _on_columns(self) -> None:
        self._wanted = {column for column, action in self._columns.items() if action.isChecked()}
        self._fit()

    def _make_table(self) -> None:
        view = self.view
        view.setObjectName("exam-table")
        view.setAccessibleName(self.tr("Questions of the exam"))
        view.setModel(self.table)
        view.setItemDelegate(AnswerDelegate(view))
        theme.as_table(view, row_height(view.fontMetrics().height()))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSortingEnabled(True)
        view.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.modelReset.connect(self._on_reset)

    def _make_csv(self) -> None:
        menu = QMenu(self.csv)
        copy, save = menu.addAction(self.tr("Copy as CSV")), menu.addAction(self.tr("Save as CSV…"))
        copy.triggered.connect(lambda: self.copy_csv())
        save.triggered.connect(lambda: self.ask_csv())
        self.csv.setMenu(menu)
        self.csv.setAccessibleName(self.tr("Copy or save the rows as CSV"))
        self.sides.setAccessibleName(self.tr("Which columns are shown"))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.TIGHT + 2)
        for widget in (self.which, self.split):
            bar.addWidget(widget)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.count)
        bar.addWidget(self.sides)
        bar.addWidget(self.csv)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        self.view.setMinimumHeight(72)
        self.details.setMinimumHeight(72)
        both.addWidget(self.view)
        both.addWidget(self.details)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        both.setHandleWidth(theme.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.TIGHT, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addLayout(bar)
        layout.addWidget(self.area, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(both, 1)

    def _narrow(self) -> None:
        self._typing.stop()
        area = self._area or {}
        self.table.narrow(
            Narrowing(
                self.which.currentData() or ALL,
                self.split.currentData() or "",
                self.search.text(),
                tuple(area["section"]) if "section" in area else None,
                str(area["kind"] or "") if "kind" in area else None,
            )
        )

    def _on_reset(self) -> None:
        """The table was filled, narrowed or sorted: the same question stays chosen."""
        shown, total = len(self.table.rows), self.table.total
        if shown == total:
            self.count.setText(self.tr("{0} questions").format(f"{total:,}"))
        else:
            self.count.setText(self.tr("{0} of {1}").format(f"{shown:,}", f"{total:,}"))
        if self.details.answer is not None:
            self._choose(self.details.answer.position)

    def _choose(self, position: int) -> bool:
        row = self.table.row_of(position)
        if row < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(
            self.table.index(row, 0), flags.ClearAndSelect | flags.Rows | flags.Current
        )
        self.view.scrollTo(self.table.index(row, 0))
        return True

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            answer = self.table.answer(index.row())
            if answer != self.details.answer:
                self.details.show_answer(answer)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ExamQuestions, lambda w, s: w.show_answers(exams.answers(s.project, 1))))
