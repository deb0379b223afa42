"""A page of a document as it looks, with the evidence marked on it; its stored text where the file cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.page_text import PageText
from desktop.widgets.paper import Paper
from desktop.widgets.source_file import CHANGED, SAME, SourceFile
from desktop.words import engine_text
from engine.project import documents as store

if TYPE_CHECKING:
    from desktop.session import Session

_QUOTED = 240  # characters of evidence that are told in words


class PagePreview(QFrame):
    """Shows one page at a time. `turned` tells that the person went to another page: document and page."""

    turned = Signal(int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("page-preview")
        theme.set_role(self, "card")
        self.document: store.Document | None = None
        self.page = 0
        self._span: tuple[int, int] | None = None
        self._opened: tuple[int, str] | None = None  # document id and hash of the open PDF
        self._note = ""
        self._file = SourceFile(self)
        self.name, self.number = ElidedLabel(), QLabel()
        self.note, self.quote = QLabel(), QLabel()
        self.paper, self.text, self.empty = Paper(), PageText(), QLabel()
        self.stack = QStackedWidget()
        self._lay_out()
        for view in (self.paper, self.text):
            view.turned.connect(self.turn)
            view.setAccessibleName(self.tr("Choose a page to see it here."))
        self.paper.located.connect(self._on_located)
        self.clear()

    def show_page(self, document_id: int, page: int, start: int | None = None, end: int | None = None) -> None:
        """Show a page and mark characters of its stored text, as those of a pair's evidence."""
        document = store.document(self.session.project, document_id)
        if document is None:
            self.clear(self.tr("This document is no longer in the project."))
            return
        changed = self.document is None or (self.document.id, self.document.sha256) != (document.id, document.sha256)
        self.document, self.page = document, page
        self._span = (start, end) if start is not None and end is not None else None
        if changed:
            self._note, self._opened = "", None
        self._show_heading()
        if document.kind != "pdf" or (changed and "://" in document.source):
            self._show_text()
        elif self._opened == (document.id, document.sha256):
            self._show_paper()
        elif changed:
            self._file.ask(document.source, document.sha256, self._on_file)
        else:
            self._show_text()

    def clear(self, text: str = "") -> None:
        """Show no page; `text` says why, or what to do."""
        self._file.drop()
        self.document, self.page, self._span, self._opened, self._note = None, 0, None, None, ""
        self.empty.setText(text or self.tr("Choose a page to see it here."))
        self._show_heading()
        self._show_view(self.empty)

    def turn(self, by: int) -> None:
        """Go some pages on or back, as far as there are any."""
        if self.document is None or not 1 <= self.page + by <= self.document.pages:
            return
        self.show_page(self.document.id, self.page + by)
        self.turned.emit(self.document.id, self.page)

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self.findChildren(QToolButton):
                button.setIcon(theme.icon(button.objectName()))

    def _on_file(self, verdict: str) -> None:
        """What became of the file since it was read."""
        document = self.document
        if document is None:
            return
        password = self.session.passwords.get(document.sha256, "")
        if verdict == SAME and self.paper.open(document.source, password):
            self._opened = document.id, document.sha256
            self._show_paper()
            return
        if verdict == SAME:
            self._note = self.tr("The file cannot be shown without its password; this is the text that was read.")
        elif verdict == CHANGED:
            self._note = self.tr("The file has changed since it was read; this is the text that was read.")
        else:
            self._note = self.tr("The file is no longer where it was read; this is the text that was read.")
        self._show_text()

    def _show_paper(self) -> None:
        page = self._stored()
        if self.as_text.isChecked() or (page is not None and page.state == store.FAILED):
            self._show_text()  # what broke the reader shall not break the window
            return
        quote, share = "", 0.0
        if page is not None and self._span is not None:
            quote = page.text[slice(*self._span)]
            share = self._span[0] / max(len(page.text), 1)
        self._show_view(self.paper)
        self.paper.show_page(self.page, quote, share)

    def _show_text(self) -> None:
        page = self._stored()
        if page is None or not page.text:
            message = page.message if page is not None else self.document.message if self.document is not None else ""
            self.empty.setText(engine_text(message) or self.tr("There is no text on this page."))
            self._show_view(self.empty)
            return
        self._show_view(self.text)
        self.text.show_text(page.text, *(self._span or (None, None)))

    def _stored(self) -> store.Page | None:
        return None if self.document is None else store.page(self.session.project, self.document.id, self.page)

    def _show_view(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(view)
        self.note.setText(self._note)
        self.note.setVisible(bool(self._note))
        self.quote.hide()
        on_paper = view is self.paper
        for button in (self.zoom_in, self.zoom_out):
            button.setVisible(on_paper)
        self.as_text.setVisible(self._opened is not None)

    def _show_heading(self) -> None:
        document = self.document
        self.head.setVisible(document is not None)
        if document is None:
            return
        self.name.setText(document.name)
        shown = self.tr("{0} of {1}").format(f"{self.page:,}", f"{document.pages:,}")
        self.number.setText(shown)
        self.number.setVisible(document.pages > 1)
        told = self.tr("{0}, page {1}").format(document.name, shown)
        for view in (self.paper, self.text):
            view.setAccessibleName(told)
        for button, there in ((self.previous, self.page > 1), (self.next, self.page < document.pages)):
            button.setEnabled(there)
            button.setVisible(document.pages > 1)

    def _on_located(self, found: bool) -> None:
        page = self._stored()
        self.quote.setVisible(not found)
        if not found and page is not None and self._span is not None:
            quote = " ".join(page.text[slice(*self._span)].split())
            quote = quote if len(quote) <= _QUOTED else quote[:_QUOTED].rstrip() + "…"
            self.quote.setText(self.tr("It says on this page: “{0}”").format(quote))

    def _on_as_text(self) -> None:
        if self.document is not None and self._opened is not None:
            self._show_paper()

    def _lay_out(self) -> None:
        self.previous = self._button("previous", self.tr("Previous Page"))
        self.next = self._button("next", self.tr("Next Page"))
        self.zoom_out = self._button("zoom_out", self.tr("Zoom Out"), QKeySequence.StandardKey.ZoomOut)
        self.zoom_in = self._button("zoom_in", self.tr("Zoom In"), QKeySequence.StandardKey.ZoomIn)
        self.as_text = self._button("text", self.tr("Show the Text That Was Read"))
        self.as_text.setCheckable(True)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.zoom_out.clicked.connect(lambda: self.paper.zoom_by(-1))
        self.zoom_in.clicked.connect(lambda: self.paper.zoom_by(1))
        self.as_text.clicked.connect(self._on_as_text)
        fit = QShortcut(QKeySequence("Ctrl+0"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        fit.activated.connect(lambda: self.paper.zoom_by(0))
        self.head = QWidget()
        bar = QHBoxLayout(self.head)
        bar.setContentsMargins(theme.GAP, theme.TIGHT, theme.TIGHT, theme.TIGHT)
        bar.setSpacing(2)
        bar.addWidget(self.name, 1)
        bar.addSpacing(theme.TIGHT)
        for widget in (self.previous, self.number, self.next, self.zoom_out, self.zoom_in, self.as_text):
            bar.addWidget(widget)
        for label in (self.number, self.note, self.empty):
            theme.as_quiet(label)
        for label in (self.note, self.quote, self.empty):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.note, self.quote):
            label.setContentsMargins(theme.GAP, 0, theme.GAP, theme.TIGHT)
        self.quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(theme.PAGE)
        for view in (self.paper, self.text, self.empty):
            self.stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.note)
        layout.addWidget(self.quote)
        layout.addWidget(self.stack, 1)

    def _button(self, name: str, text: str, key: QKeySequence.StandardKey | None = None) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setObjectName(name)
        button.setIcon(theme.icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        if key is not None:
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        return button


if __name__ == "__main__":
    from desktop import preview

    def _make(session: Session) -> QWidget:
        widget = PagePreview(session)
        pair = session.project.row(
            "SELECT evidence_document, evidence_page, evidence_start, evidence_end FROM facts WHERE evidence_page > 3"
        )
        assert pair is not None
        widget.show_page(*pair)
        return widget

    raise SystemExit(preview.show(_make))
