"""The questions of an exam with all answers: sorted, searched and narrowed to those where one side was right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from desktop.tables.exam_words import side_title
from desktop.tables.rows_table import RowsTable
from engine.project.exams import SIDES, asked_sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject

    from desktop.tables.rows_table import Index
    from engine.project.exams import Answer, Judgement

# Columns by name: "question", the sides that were asked, "reference", "difference".
QUESTION, REFERENCE, DIFFERENCE = "question", "reference", "difference"
ALL, TUNED_RIGHT, BASE_RIGHT, BOTH_WRONG = "all", "tuned", "base", "wrong"
BEATS_DOCUMENTS, LOSES_TO_DOCUMENTS = "beats", "loses"
RIGHT = Qt.ItemDataRole.UserRole  # whether a side said the key facts; None for other columns
SCORE = Qt.ItemDataRole.UserRole + 1  # what the judge gave a side, 0 to 100; None without


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which answers are shown: by who was right, split ('' for all), words, section and kind (None for all)."""

    which: str = ALL
    split: str = ""
    words: str = ""
    section: tuple[str, ...] | None = None
    kind: str | None = None

    def fits(self, answer: Answer) -> bool:
        """Whether an answer is shown."""
        if self.split not in ("", answer.split) or not _WHICH[self.which](answer):
            return False
        if self.section is not None and answer.section != self.section:
            return False
        if self.kind is not None and answer.kind != self.kind:
            return False
        said = (answer.replies.get(side, "") for side in SIDES)
        text = "\n".join((answer.question, *said, answer.reference)).casefold()
        return all(word in text for word in self.words.casefold().split())


class ExamTable(RowsTable):
    """Answers of one exam; `answer` gives that of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((QUESTION, "base", "tuned", REFERENCE, DIFFERENCE), parent)
        self._all: list[Answer] = []
        self.rows: list[Answer] = []
        self._judged: dict[tuple[int, str], Judgement] = {}
        self.narrowing = Narrowing()
        self._order = (DIFFERENCE, Qt.SortOrder.DescendingOrder)

    @property
    def total(self) -> int:
        """How many there are when nothing is narrowed."""
        return len(self._all)

    def show_answers(self, answers: Sequence[Answer], judgements: Iterable[Judgement] = ()) -> None:
        """Show the answers of an exam with what a judge gave them."""
        sides = asked_sides(answers) or ("base", "tuned")
        self.beginResetModel()
        self._all = list(answers)
        self._judged = {(found.position, found.side): found for found in judgements if found.score is not None}
        self.columns = (QUESTION, *sides, REFERENCE, DIFFERENCE)
        self._fill()
        self.endResetModel()

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only some."""
        self.narrowing = narrowing
        self._renew()

    def answer(self, row: int) -> Answer:
        """The answer in a row."""
        return self.rows[row]

    def judgement(self, answer: Answer, side: str) -> Judgement | None:
        """What the judge said of a side's reply."""
        return self._judged.get((answer.position, side))

    def row_of(self, position: int) -> int:
        """The row of a question by its number in the exam; -1 when it is not shown."""
        return next((row for row, answer in enumerate(self.rows) if answer.position == position), -1)

    def column_of(self, name: str) -> int:
        """The place of a column; -1 when there is none."""
        return self.columns.index(name) if name in self.columns else -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column."""
        if 0 <= column < len(self.columns):
            self._order = (self.columns[column], order)
            self._renew()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns, and what the difference is."""
        if (
            role == Qt.ItemDataRole.ToolTipRole
            and orientation == Qt.Orientation.Horizontal
            and section == self.column_of(DIFFERENCE)
        ):
            return tr("How much nearer the tuned answer is to the reference. Where only one side is right comes first.")
        return super().headerData(section, orientation, role)

    def heading(self, column: str) -> str:
        """The column's name."""
        return column_title(column)

    def in_figures(self, column: str) -> bool:
        """The difference."""
        return column == DIFFERENCE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, and what the delegate draws with it."""
        answer, column = self.rows[index.row()], self.columns[index.column()]
        is_side = column in SIDES
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(answer, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = cell_text(answer, column)
            score = self._score(answer, column)
            given = "" if score is None else ", " + tr("judge {0}").format(f"{score:.0f}")
            return f"{mark_text(is_right(answer, column))}{given}: {text}" if is_side else text
        if role == RIGHT:
            return is_right(answer, column) if is_side else None
        return self._score(answer, column) if role == SCORE else None

    def _score(self, answer: Answer, side: str) -> float | None:
        found = self._judged.get((answer.position, side))
        return None if found is None else found.score

    def _renew(self) -> None:
        self.beginResetModel()
        self._fill()
        self.endResetModel()

    def _fill(self) -> None:
        column, order = self._order
        found = [answer for answer in self._all if self.narrowing.fits(answer)]
        found.sort(key=lambda answer: self._key(answer, column), reverse=order == Qt.SortOrder.DescendingOrder)
        self.rows = found

    def _key(self, answer: Answer, column: str) -> tuple[Any, ...]:
        if column == DIFFERENCE:
            rights = [is_right(answer, side) for side in SIDES if side in answer.replies]
            differs = is_right(answer, "base") != is_right(answer, "tuned")
            return (differs, any(rights) and not all(rights), abs(_nearer(answer)), -answer.position)
        if column in SIDES:
            score = self._score(answer, column)
            return (is_right(answer, column), score or 0.0, answer.scores.get(column, {}).get("token_f1") or 0.0)
        return (cell_text(answer, column).casefold(),)


def is_right(answer: Answer, side: str) -> bool:
    """Whether a side said the key facts."""
    return answer.scores.get(side, {}).get("key_facts") == 1


_WHICH: dict[str, Callable[[Answer], bool]] = {
    ALL: lambda answer: True,
    TUNED_RIGHT: lambda answer: is_right(answer, "tuned") and not is_right(answer, "base"),
    BASE_RIGHT: lambda answer: is_right(answer, "base") and not is_right(answer, "tuned"),
    BOTH_WRONG: lambda answer: not is_right(answer, "base") and not is_right(answer, "tuned"),
    BEATS_DOCUMENTS: lambda answer: is_right(answer, "tuned") and not is_right(answer, "base_rag"),
    LOSES_TO_DOCUMENTS: lambda answer: is_right(answer, "base_rag") and not is_right(answer, "tuned"),
}


def mark_text(right: bool) -> str:
    """Right or wrong, in a word."""
    return tr("Right") if right else tr("Wrong")


def column_title(column: str) -> str:
    """The name of a column."""
    names = {QUESTION: tr("Question"), REFERENCE: tr("Reference"), DIFFERENCE: tr("Difference")}
    return names.get(column) or side_title(column)


def cell_text(answer: Answer, column: str) -> str:
    """What a cell says."""
    if column == DIFFERENCE:
        return f"{_nearer(answer):+.2f}".replace("-", "\N{MINUS SIGN}")
    if column in SIDES:
        return answer.replies.get(column, "")
    return answer.question if column == QUESTION else answer.reference


def split_title(split: str) -> str:
    """What a split is called."""
    names = {
        "test": tr("Held-out wordings"),
        "unseen": tr("Unseen sections"),
        "written": tr("Hand-written questions"),
        "uncovered": tr("Hand-written, never taught"),
        "valid": tr("Validation questions"),
        "train": tr("Trained questions"),
    }
    return names.get(split, split)


def split_text(split: str) -> str:
    """What a split tells, in a sentence."""
    texts = {
        "test": tr("Facts it was taught, asked in words it never saw. This is what it has learned."),
        "unseen": tr("Sections it never saw at all. This is what spills over to things it was not taught."),
        "written": tr("A person's own questions about facts it was taught. The hardest and most honest test."),
        "uncovered": tr("A person's own questions about facts that no pair teaches. Nothing is to be expected here."),
        "valid": tr("Held-out wordings by which training chose its best state, so a little flattering."),
        "train": tr("The very questions it was trained on. This is how well it remembers."),
    }
    return texts.get(split, "")


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("exam_table", text)


def _nearer(answer: Answer) -> float:
    tuned, base = (answer.scores.get(side, {}).get("token_f1") or 0.0 for side in ("tuned", "base"))
    return tuned - base
