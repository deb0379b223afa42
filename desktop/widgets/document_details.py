"""What was read of a document, what was not and why, and the field for the password of a locked one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.page_map import PageLegend, PageMap
from desktop.words import engine_text
from engine.project import documents as store

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from engine.project.documents import Document, Page


class DocumentDetails(QFrame):
    """Shows one document with the map of its pages."""

    unlock = Signal(str)  # the password that was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document-details")
        theme.set_role(self, "card")
        self.document: Document | None = None
        self._locked = False
        self.name, self.report, self.message, self.sign = ElidedLabel(), QLabel(), QLabel(), QLabel()
        self.map, self.legend = PageMap(), PageLegend()
        self.ask = QPushButton(self.tr("Enter Password…"))
        self.password, self.open = QLineEdit(), QPushButton(self.tr("Open"))
        self.entry = QWidget()
        self._lay_out()

    def show_document(self, document: Document, pages: Sequence[Page]) -> None:
        """Show a document, or the same one anew."""
        another = self.document is None or self.document.sha256 != document.sha256
        self.document = document
        self.name.setText(document.title if document.title and document.pages else document.name)
        self.map.show_pages(pages)
        counts = self.map.table.counts()
        self.legend.show_counts(counts)
        self.legend.setVisible(len(counts) > 1)
        self.map.setVisible(len(pages) > 0)
        locked = store.wants_password(document)
        failed = document.state == store.FAILED
        self.report.setText("" if failed else self._sentence(counts, sum(page.tables > 0 for page in pages)))
        self.report.setVisible(not failed)
        self.message.setText(
            self._locked_text(document) if locked else _sentence_case(engine_text(document.message), document.name)
        )
        self.message.setVisible(bool(self.message.text()))
        self.sign.setVisible(bool(self.message.text()))
        name, meaning = ("lock", "warning") if locked else ("close", "bad") if failed else ("attention", "warning")
        self.sign.setPixmap(theme.icon(name, 16, theme.colour(meaning)).pixmap(16, 16))
        if another or (self._locked and not locked):
            self._close_entry()
        self._locked = locked
        wrong = locked and document.message.startswith(store.WRONG_PASSWORD.format(document.name))
        self.ask.setVisible(locked and not wrong and self.entry.isHidden())
        if wrong and self.entry.isHidden():
            self.ask_password()

    def _locked_text(self, document: Document) -> str:
        if document.message.startswith(store.LOCKED.format(document.name)):
            return self.tr("This PDF needs a password. Hone does not keep it.")
        return self.tr("That password is not right. Type it again.")

    def _sentence(self, counts: Counter[str], tables: int) -> str:
        """What was read, in a sentence."""
        pages, read = counts.total(), counts["text"] + counts["ocr"]
        if read == pages == 1:
            parts = [self.tr("It was read in full.")]
        elif read + counts["blank"] == pages:
            parts = [self.tr("All {0} pages were read.").format(f"{pages:,}")]
        else:
            parts = [self.tr("{0} of {1} pages were read.").format(f"{read:,}", f"{pages:,}")]
        if tables and pages > 1:
            parts.append(self.tr("Pages with tables: {0}.").format(f"{tables:,}"))
        return " ".join(parts)

    def ask_password(self) -> None:
        """The button becomes the field: no window in the way."""
        self.ask.hide()
        self.entry.show()
        self.password.selectAll()
        self.password.setFocus()

    def _on_open(self) -> None:
        if password := self.password.text():
            if not self._locked:  # it is only read again
                self._close_entry()
            self.unlock.emit(password)

    def _close_entry(self) -> None:
        self.password.clear()
        self.entry.hide()

    def _lay_out(self) -> None:
        theme.as_heading(self.name)
        theme.as_quiet(self.report)
        for label in (self.report, self.message):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password"))
        self.password.setAccessibleName(self.tr("Password of the document"))
        self.password.setMaximumWidth(240)
        self.password.returnPressed.connect(self._on_open)
        self.password.textChanged.connect(lambda text: self.open.setEnabled(bool(text)))
        self.open.setEnabled(False)
        self.open.clicked.connect(self._on_open)
        self.ask.clicked.connect(self.ask_password)
        row = QHBoxLayout(self.entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.password, 1)
        row.addWidget(self.open)
        row.addStretch()
        self.entry.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        layout.setSpacing(theme.TIGHT)
        told = QHBoxLayout()
        told.setSpacing(theme.TIGHT)
        told.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.message, 1)
        layout.addWidget(self.name)
        layout.addWidget(self.report)
        layout.addLayout(told)
        layout.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.entry)
        layout.addWidget(self.legend)
        layout.addWidget(self.map)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _sentence_case(text: str, name: str) -> str:
    """Begin with a capital letter, unless it begins with the name of the file."""
    return text if text.startswith(name) else text[:1].upper() + text[1:]


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: DocumentDetails(),
            lambda w, s: w.show_document(store.documents(s.project)[0], store.pages(s.project, 1)),
        )
    )
