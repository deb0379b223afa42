"""The page "Pairs": have them written, look at them beside their evidence, and have the last word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.pages.page import Page
from desktop.tables.pairs_table import News, PairsTable, look
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.pair_details import PairDetails
from desktop.widgets.pair_filter import PairFilter
from desktop.widgets.pairs_view import PairsView
from desktop.widgets.review_bar import ReviewBar
from desktop.widgets.writing_card import PAUSED, WritingCard
from engine.project import changes
from engine.project.documents import Document, documents
from engine.project.pairs import Coverage, coverage
from engine.project.tally import Tally, tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from engine.project import Project
    from engine.project.review import Filter

_GROW_MS = 600  # how often the table takes in what a running job stored
_LOOK_MS = 120  # the cursor rests so long before a page is drawn


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows of the store."""

    news: News
    tally: Tally
    documents: list[Document]
    coverage: Coverage


def _look(project: Project, wanted: Filter, known: list[int], seen: list[int]) -> _Found:
    return _Found(look(project, wanted, known, seen), tally(project), documents(project), coverage(project))


class PairsPage(Page):
    """Reads the store and sends specs of generate, regenerate, checks and import."""

    name = "pairs"

    def build(self) -> None:
        """The card of the writer, the filter, and the table beside the pair's page."""
        self.card = WritingCard(self.session)
        self.filter = PairFilter()
        self.table = PairsTable(self.session.project)
        self.table.setParent(self)
        self.view = PairsView(self.table)
        self.bar = ReviewBar(self.session, self.view)
        self.details, self.preview = PairDetails(), PagePreview(self.session)
        self.bring = QPushButton(self.tr("Import Pairs…"))
        self.bring.setObjectName("import-pairs")
        self._seen: tuple[object, ...] = ()
        self._begun = False
        self._lay_out()
        self.bar.attach(self)
        self.addAction(self.filter.seek)
        self._grow = QTimer(self, singleShot=True, interval=_GROW_MS)
        self._grow.timeout.connect(self._take_in)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_page)
        self.card.grew.connect(self._on_grew)
        self.card.page_wanted.connect(self.filter.show_page)
        self.filter.changed.connect(self._on_filter)
        self.view.chosen.connect(self._on_chosen)
        self.session.queue.changed.connect(self._show_busy)
        self.bring.clicked.connect(lambda: self.ask_import())
        self.session.closing.connect(self.view.finish)

    def _lay_out(self) -> None:
        self.body.removeWidget(self.title)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.bring)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self.side.addWidget(self.details)
        self.side.addWidget(self.preview)
        self.side.setSizes([200, 300])
        self.side.setChildrenCollapsible(False)
        self.details.setMinimumHeight(60)
        self.preview.setMinimumHeight(96)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.nothing = _Nothing()
        self.nothing.all_wanted.connect(self.filter.clear)
        self.found = QStackedWidget()
        self.found.addWidget(self.view)
        self.found.addWidget(self.nothing)
        self.split.addWidget(self.found)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([600, 400])
        self.split.setHandleWidth(theme.GAP)
        self.side.setHandleWidth(theme.GAP)
        self.found.setMinimumWidth(340)
        self.side.setMinimumWidth(220)
        table = QWidget()
        layout = QVBoxLayout(table)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addWidget(self.filter)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.bar)
        self.empty = _Empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(table)
        self.body.addLayout(head)
        self.body.addWidget(self.card)
        self.body.addWidget(self.stack, 1)

    def unfinished(self) -> bool:
        """A paused generation waits to be resumed."""
        return self.card.state == PAUSED

    def refresh(self) -> None:
        """All of it anew: the first time at once, later when it was read."""
        if self._begun:
            self.session.reader.ask(self, self._query, self._show_all)
        else:
            self._begun = True
            self._show_all(self._query()(self.session.project))

    def _query(self) -> Callable[[Project], _Found]:
        return partial(_look, wanted=self.filter.wanted(), known=self.table.ids, seen=self.view.seen())

    def _show_all(self, found: _Found) -> None:
        self.card.refresh(found.tally, found.coverage)
        self.view.name_documents(sum(document.state != "failed" for document in found.documents) > 1)
        self._show(found)
        self.bar.refresh()
        self._show_busy()

    def _show(self, found: _Found) -> None:
        """The table and its figures; looked for again when a person changed something meanwhile."""
        if found.news.known is not self.table.ids:
            self.session.reader.ask(self, self._query, self._show)
            return
        self.filter.show_tally(found.tally, found.documents)
        if found.news.wanted == self.table.wanted:
            self.view.show_news(found.news)
        else:
            self.view.show_filtered(found.news)
        self.found.setCurrentIndex(int(not self.table.ids and self.filter.narrowed()))
        self.stack.setCurrentIndex(int(found.tally.all > 0))

    def _show_busy(self) -> None:
        self.empty.show_busy(self.session.queue.of("generate") is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card leaves room for the table."""
        super().resizeEvent(event)
        self.card.fit(self.height())

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: nothing is read until it is seen again."""
        super().hideEvent(event)
        self._stale = self._stale or self._grow.isActive()
        self._grow.stop()
        self._look.stop()

    # -- pairs come while the page is looked at ----------------------------------------------------------------

    def _on_grew(self) -> None:
        if not self.isVisible():
            self._stale = True
        elif not self._grow.isActive():
            self._grow.start()

    def _take_in(self) -> None:
        self.session.reader.ask(self, self._query, self._show)

    # -- what is looked at -------------------------------------------------------------------------------------

    def _on_filter(self) -> None:
        self.session.reader.ask(self, self._query, self._show)

    def _on_chosen(self) -> None:
        chosen = self.view.selectionModel().selection().count()
        pair = self.view.current() if chosen else None
        if pair is None:
            self.details.show_none(0)
        else:
            self.details.show_pair(pair, changes.history(self.session.project, pair.id))
        self._look.start()

    def _show_page(self) -> None:
        pair = self.view.current()
        place = (None,) if pair is None else (pair.document_id, pair.page, pair.start, pair.end)
        if place == self._seen:
            return
        self._seen = place
        if pair is None or pair.document_id is None or pair.page is None:
            self.preview.clear("" if pair is None else self.tr("This pair has no evidence on a page."))
        else:
            self.preview.show_page(pair.document_id, pair.page, pair.start, pair.end)

    def ask_import(self) -> None:
        """Ask for a file with pairs; it works without documents too, while this page is covered."""
        kinds = self.tr("Instruction datasets") + " (*.jsonl *.json *.csv *.parquet *.yaml *.yml)"
        path, _ = QFileDialog.getOpenFileName(self.window(), self.tr("Import Pairs"), "", kinds)
        if path:
            self.session.submit("import", self.tr("Importing pairs"), path=path)
            self.session.go(self.name)


class _Empty(QWidget):
    """Stands where the table will be."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("no-pairs")
        self.icon, self.title, self.why = QLabel(), QLabel(), QLabel()
        theme.as_heading(self.title)
        theme.as_quiet(self.why)
        self.why.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for label in (self.icon, self.title, self.why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(3)
        self.show_busy(busy=False)

    def show_busy(self, busy: bool) -> None:
        """Nothing is there yet, or nothing was asked for."""
        self.icon.setPixmap(theme.icon("pairs", 40, theme.quiet()).pixmap(40, 40))
        self.title.setText(self.tr("The first pairs are on their way") if busy else self.tr("No pairs yet"))
        self.why.setText(
            self.tr("They appear here as they are written.")
            if busy
            else self.tr(
                "A pair is a question about your documents with its answer: models learn from pairs. "
                "Press Start to have them written; each is kept with the place that proves it."
            )
        )


class _Nothing(QWidget):
    """Stands where the filter finds nothing."""

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("no-pair-fits")
        text, button = QLabel(self.tr("No pair fits the filter.")), QPushButton(self.tr("Show All"))
        theme.as_quiet(text)
        button.clicked.connect(self.all_wanted)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(text, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(PairsPage))
