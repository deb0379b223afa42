"""The questions of an exam with both answers: sorted, searched and narrowed to those where one side was right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from engine.project.exams import Answer

    _Index = QModelIndex | QPersistentModelIndex

QUESTION, BASE, TUNED, REFERENCE, DIFFERENCE = range(5)
SIDES = {BASE: "base", TUNED: "tuned"}
ALL, TUNED_RIGHT, BASE_RIGHT, BOTH_WRONG = "all", "tuned", "base", "wrong"
RIGHT = Qt.ItemDataRole.UserRole  # whether a side said the key facts; None for other columns


class ExamTable(QAbstractTableModel):
    """Answers of one exam; `answer` gives that of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Answer] = []
        self._shown: list[Answer] = []
        self._which, self._split, self._words = ALL, "", ""
        self._order = (DIFFERENCE, Qt.SortOrder.DescendingOrder)

    @property
    def shown(self) -> Sequence[Answer]:
        """The answers in the rows, in their order."""
        return self._shown

    @property
    def total(self) -> int:
        """How many there are when nothing is narrowed."""
        return len(self._all)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show the answers of an exam."""
        self._all = list(answers)
        self._renew()

    def narrow(self, which: str, split: str, words: str) -> None:
        """Show only some: by who was right, by split ('' for all), and with all these words somewhere."""
        self._which, self._split, self._words = which, split, words.casefold()
        self._renew()

    def answer(self, row: int) -> Answer:
        """The answer in a row."""
        return self._shown[row]

    def row_of(self, position: int) -> int:
        """The row of a question by its number in the exam; -1 when it is not shown."""
        return next((row for row, answer in enumerate(self._shown) if answer.position == position), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column."""
        self._order = (column, order)
        self._renew()

    def rowCount(self, parent: _Index | None = None) -> int:
        """One for each answer."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Question, base, tuned, reference, difference."""
        return 0 if parent is not None and parent.isValid() else DIFFERENCE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            names = (tr("Question"), tr("Base"), tr("Tuned"), tr("Reference"), tr("Difference"))
            return names[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == DIFFERENCE:
            return tr("How much nearer the tuned answer is to the reference. Where only one side is right comes first.")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == DIFFERENCE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, and what the delegate draws with it."""
        answer, column = self._shown[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(answer, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = cell_text(answer, column)
            return f"{mark_text(is_right(answer, SIDES[column]))}: {text}" if column in SIDES else text
        if role == RIGHT:
            return is_right(answer, SIDES[column]) if column in SIDES else None
        return None

    def _renew(self) -> None:
        self.beginResetModel()
        column, order = self._order
        found = [answer for answer in self._all if self._fits(answer)]
        found.sort(key=lambda answer: _key(answer, column), reverse=order == Qt.SortOrder.DescendingOrder)
        self._shown = found
        self.endResetModel()

    def _fits(self, answer: Answer) -> bool:
        base, tuned = is_right(answer, "base"), is_right(answer, "tuned")
        wanted = {
            ALL: True,
            TUNED_RIGHT: tuned and not base,
            BASE_RIGHT: base and not tuned,
            BOTH_WRONG: not base and not tuned,
        }
        if not wanted[self._which] or self._split not in ("", answer.split):
            return False
        text = "\n".join((answer.question, answer.base, answer.tuned, answer.reference)).casefold()
        return all(word in text for word in self._words.split())


def is_right(answer: Answer, side: str) -> bool:
    """Whether a side said the key facts."""
    return answer.scores[side].get("key_facts") == 1


def mark_text(right: bool) -> str:
    """Right or wrong, in a word."""
    return tr("Right") if right else tr("Wrong")


def cell_text(answer: Answer, column: int) -> str:
    """What a cell says."""
    if column == DIFFERENCE:
        return f"{_nearer(answer):+.2f}".replace("-", "\N{MINUS SIGN}")
    return (answer.question, answer.base, answer.tuned, answer.reference)[column]


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
    return (answer.scores["tuned"].get("token_f1") or 0.0) - (answer.scores["base"].get("token_f1") or 0.0)


def _key(answer: Answer, column: int) -> tuple[Any, ...]:
    if column == DIFFERENCE:
        return (is_right(answer, "base") != is_right(answer, "tuned"), abs(_nearer(answer)), -answer.position)
    if column in SIDES:
        side = SIDES[column]
        return (is_right(answer, side), answer.scores[side].get("token_f1") or 0.0)
    return (cell_text(answer, column).casefold(),)
