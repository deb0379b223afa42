"""The start screen: what Hone does, a place to drop documents, and the way back to one's projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.drop_area import DropArea
from desktop.widgets.recent_list import RecentList

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop.job_queue import JobQueue
    from desktop.widgets.model_offer import ModelOffer

_LATER_MS = 300  # what fits is looked up once the window is there
_FOOT = 24  # pixels
_WIDEST = 1080  # pixels of what stands in the middle


class StartScreen(QWidget):
    """What a person sees first; it only tells what was wanted."""

    dropped = Signal(list)  # of Path
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    project_wanted = Signal(object)  # Path
    model_wanted = Signal(str, str)  # its name in the catalogue, and what its download is called

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.offer: ModelOffer | None = None
        self._downloads: JobQueue | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._make_offer)
        self.area = DropArea(
            self.tr("Drop your documents here"),
            self.tr("PDF, Word, PowerPoint, EPUB, HTML, Markdown, text, or a folder of them"),
        )
        self.area.dropped.connect(self.dropped)
        self.area.chosen.connect(self.dropped)
        self.recent = RecentList()
        self.recent.wanted.connect(self.project_wanted)
        self.recent.shortened.connect(self._show_recent)
        self.choose = theme.primary(self.tr("Choose Documents…"))
        self.sample = QPushButton(theme.icon("sample"), self.tr("Try the Sample"))
        self.sample.setToolTip(self.tr("Makes a project with a short manual that comes with Hone."))
        self.new = QPushButton(theme.icon("add"), self.tr("New Project…"))
        self.open = QPushButton(theme.icon("folder"), self.tr("Open…"))
        self.open.setToolTip(self.tr("Opens a project that you made before."))
        self.choose.clicked.connect(self.area.choose)
        for button, signal in (
            (self.sample, self.sample_wanted),
            (self.new, self.new_wanted),
            (self.open, self.open_wanted),
        ):
            button.clicked.connect(signal)
            button.setIconSize(QSize(16, 16))
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: the list may have changed."""
        super().showEvent(event)
        self.recent.refresh()
        self._show_recent()
        self._later.start()

    def follow(self, downloads: JobQueue) -> None:
        """Show how far they are, in place of the offer."""
        from desktop.widgets.job_bar import JobBar

        if self._downloads is not None:
            return
        self._downloads = downloads
        self.foot.addWidget(JobBar(downloads, "download-bar"))
        downloads.changed.connect(self._later.start)

    def _make_offer(self) -> None:
        """A writer that fits this computer, for whoever has none yet."""
        from PySide6.QtCore import Qt  # a large class, which takes its time

        from desktop.widgets.model_offer import ModelOffer

        if self.offer is None:
            self.offer = ModelOffer()
            self.offer.setToolTip(self.tr("Downloads it. You can work with the starter meanwhile."))
            self.offer.clicked.connect(self._want_model)
            self.foot.insertWidget(0, self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        self.offer.refresh(is_first=self._downloads is None or self._downloads.running is None)

    def _want_model(self) -> None:
        if self.offer is not None and self.offer.entry is not None:
            entry = self.offer.entry
            self.model_wanted.emit(entry.name, self.tr("Downloading {0}").format(entry.title))

    def _show_recent(self) -> None:
        self.side.setVisible(bool(self.recent.count()))

    def _lay_out(self) -> None:
        title = QLabel("Hone")
        line = QLabel(self.tr("Teach a language model your documents, on your own computer. Nothing leaves it."))
        theme.as_banner(title)
        theme.as_quiet(line)
        line.setWordWrap(True)
        across = QHBoxLayout()
        across.setSpacing(theme.PAGE)
        across.addWidget(self.area, 3)
        across.addWidget(self._recent_side(), 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.sample)
        buttons.addStretch()
        buttons.addWidget(self.new)
        buttons.addWidget(self.open)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(title)
        column.addWidget(line)
        column.addSpacing(theme.GAP)
        column.addLayout(self._how())
        column.addSpacing(theme.GAP)
        column.addLayout(across, 1)
        column.addSpacing(theme.TIGHT)
        column.addLayout(buttons)
        self.foot = QHBoxLayout()
        self.foot.addStrut(_FOOT)  # what stands above does not move when it is filled
        column.addLayout(self.foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(48, 32, 48, 36)
        layout.addStretch(1)
        layout.addWidget(middle, 100)
        layout.addStretch(1)

    def _recent_side(self) -> QWidget:
        heading = QLabel(self.tr("Recent projects"))
        theme.as_heading(heading)
        self.side = QWidget()
        self.side.setMinimumWidth(300)
        down = QVBoxLayout(self.side)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(theme.TIGHT)
        down.addWidget(heading)
        down.addWidget(self.recent, 1)
        return self.side

    def _how(self) -> QHBoxLayout:
        """How it works: three things in a row."""
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        steps = (
            ("documents", self.tr("1. Add documents"), self.tr("Manuals, notes, books: Hone reads every page.")),
            (
                "pairs",
                self.tr("2. Write pairs"),
                self.tr("Questions with their answers, each with its place in the text."),
            ),
            (
                "compare",
                self.tr("3. Train and compare"),
                self.tr("A model learns the pairs. Ask it beside one that did not."),
            ),
        )
        for icon, title, text in steps:
            row.addWidget(_step(icon, title, text), 1)
        return row


def _step(icon: str, title: str, text: str) -> QFrame:
    sign, name, line = QLabel(), QLabel(title), QLabel(text)
    sign.setPixmap(theme.icon(icon, 28, theme.colour("tuned")).pixmap(28, 28))
    theme.as_heading(name)
    theme.as_quiet(line)
    line.setWordWrap(True)
    card = QFrame()
    card.setProperty("role", "card")
    inside = QHBoxLayout(card)
    inside.setContentsMargins(16, 14, 16, 14)
    inside.setSpacing(14)
    left, right = QVBoxLayout(), QVBoxLayout()
    right.setSpacing(4)
    left.addWidget(sign)
    right.addWidget(name)
    right.addWidget(line)
    for column in (left, right):
        column.addStretch()
    inside.addLayout(left)
    inside.addLayout(right, 1)
    return card
