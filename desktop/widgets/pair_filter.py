"""Which pairs are looked at: by state with their numbers, by reason, kind, document, and by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from desktop import theme
from desktop.tables.pairs_table import reason_text
from desktop.words import engine_text
from engine.project.review import ACCEPTED, ASKED, REJECTED, Filter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.project.documents import Document
    from engine.project.tally import Tally

_PAUSE_MS = 250  # typing goes on: look only when it rests
_STATES = ("", ACCEPTED, REJECTED, ASKED)


class PairFilter(QWidget):
    """`changed` gives the filter."""

    changed = Signal(object)  # Filter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        self.reason, self.kind, self.document = QComboBox(), QComboBox(), QComboBox()
        self.search = QLineEdit()
        self._page: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rest.timeout.connect(self._tell)
        self._make()
        self.show_tally(None, [])

    def _make(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        for number, state in enumerate(_STATES):
            button = QToolButton(autoRaise=True)
            button.setCheckable(True)
            button.setObjectName(f"state-{state or 'all'}")
            self.states.addButton(button, number)
            self.buttons[state] = button
            layout.addWidget(button)
        self.buttons[""].setChecked(True)
        self.states.idClicked.connect(self._tell)
        self._make_combos(layout)
        self._make_search(layout)

    def _make_combos(self, layout: QHBoxLayout) -> None:
        for combo, name in (
            (self.reason, self.tr("Reason")),
            (self.kind, self.tr("Kind")),
            (self.document, self.tr("Document")),
        ):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(4)
            combo.setMinimumWidth(70)
            combo.setMaximumWidth(130)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.view().setMinimumWidth(220)
            combo.activated.connect(self._tell)
            layout.addWidget(combo, 1)
        self.page = QToolButton()
        self.page.setObjectName("page-of-filter")
        self.page.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.page.clicked.connect(self.leave_page)
        self.page.setVisible(False)
        layout.addWidget(self.page)

    def _make_search(self, layout: QHBoxLayout) -> None:
        self.search.setObjectName("search-pairs")
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in questions, answers and evidence"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(80)
        self.search.addAction(theme.icon("search", 14, theme.quiet()), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda: self._rest.start())
        self.search.returnPressed.connect(self._tell)
        layout.addWidget(self.search, 2)
        find = QAction(self.tr("Find"), self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self._find)
        self.seek = find

    def wanted(self) -> Filter:
        """What is asked for now."""
        return Filter(
            state=_STATES[self.states.checkedId()] or None,
            reason=self.reason.currentData() or None,
            kind=self.kind.currentData() or None,
            document=self.document.currentData() or None,
            page=self._page,
            text=self.search.text().strip() or None,
            spare=False,
        )

    def narrowed(self) -> bool:
        """Whether anything but all is asked for."""
        return self.wanted() != Filter(spare=False)

    def clear(self) -> None:
        """All pairs again."""
        self._set(None, None)
        self.buttons[""].setChecked(True)
        self._tell()

    def show_page(self, document: int, page: int) -> None:
        """The pairs of one page."""
        self._set(document, page)
        self.buttons[""].setChecked(True)
        self._tell()

    def show_tally(self, tally: Tally | None, documents: Iterable[Document]) -> None:
        """Bring numbers and choices up to date; what is chosen stays so."""
        names = (self.tr("All"), self.tr("Accepted"), self.tr("Rejected"), self.tr("Waiting"))
        counts = (tally.all, tally.accepted, tally.rejected, tally.asked) if tally else (0, 0, 0, 0)
        for state, name, count in zip(_STATES, names, counts, strict=True):
            self.buttons[state].setText(f"{name} {count:,}")
        self.buttons[ASKED].setVisible(bool(tally and tally.asked) or self.buttons[ASKED].isChecked())
        reasons = tally.reasons if tally else {}
        kinds = tally.kinds if tally else {}
        _fill(self.reason, self.tr("Reason"), {r: f"{reason_text(r)} ({n:,})" for r, n in reasons.items()})
        _fill(self.kind, self.tr("Kind"), {k: f"{kind_text(k)} ({n:,})" for k, n in kinds.items()})
        named = {document.id: document.name for document in documents if document.state != "failed"}
        _fill(self.document, self.tr("Document"), named)
        self.reason.setVisible(self.reason.count() > 1)
        self.kind.setVisible(self.kind.count() > 2 or self.kind.currentIndex() > 0)
        self._show_documents()

    def _set(self, document: int | None, page: int | None) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for combo in (self.reason, self.kind, self.document):
            combo.setCurrentIndex(0)
        if document is not None:
            self.document.setCurrentIndex(max(0, self.document.findData(document)))
        self._set_page(page)

    def leave_page(self) -> None:
        """The pairs of all pages, where those of one were asked for."""
        if self._page is not None:
            self.document.setCurrentIndex(0)
            self._set_page(None)
            self._tell()

    def _set_page(self, page: int | None) -> None:
        self._page = page
        self.page.setVisible(page is not None)
        self._show_documents()
        self.page.setIcon(theme.icon("close", 12))
        self.page.setText(self.tr("Page {0}").format(page))

    def _show_documents(self) -> None:
        """Of several the person chooses; while one page is looked at there is nothing to choose."""
        several = self.document.count() > 2 or self.document.currentIndex() > 0
        self.document.setVisible(several and self._page is None)
        self.page.setToolTip(" · ".join(filter(None, (self.document.currentText(), self.tr("Show all pages again")))))

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _tell(self, *_: object) -> None:
        self._rest.stop()
        self.changed.emit(self.wanted())


def kind_text(kind: str) -> str:
    """A kind of question as people say it."""
    return engine_text(kind.replace("_", " "))


def _fill(combo: QComboBox, every: str, named: dict[str, str] | dict[int, str]) -> None:
    chosen = combo.currentData()
    wanted = [(every, None), *((text, value) for value, text in named.items())]
    if wanted == [(combo.itemText(at), combo.itemData(at)) for at in range(combo.count())]:
        return
    combo.clear()
    for text, value in wanted:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: PairFilter()))
