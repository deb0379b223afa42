"""An exam as a report in a file: where to, in which form, and the way to it afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop import failure, preferences, theme
from desktop.translation import current
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.reveal import reveal, reveal_text
from desktop.wording import path_text
from engine.errors import HoneError

if TYPE_CHECKING:
    from desktop.session import Session

HTML, MARKDOWN, JSON, RESPONSES = "html", "markdown", "json", "responses"
_ENDS = {HTML: ".html", MARKDOWN: ".md", JSON: ".json", RESPONSES: ".json"}


class ReportRow(QWidget):
    """A line that tells what was saved, hidden before; `button` starts it and is laid out by the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.exam: int | None = None
        self.path: Path | None = None
        self.button = QPushButton(self.tr("Save Report…"))
        self.button.setObjectName("save-report")
        self.button.clicked.connect(self.ask)
        self.saved, self.show_file = ElidedLabel(), QPushButton(reveal_text())
        theme.as_quiet(self.saved)
        self.show_file.clicked.connect(self._on_show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.saved, 1)
        layout.addWidget(self.show_file)
        self.hide()

    def show_exam(self, exam: int | None) -> None:
        """The exam that is saved from now on; None where there is none to save."""
        if exam != self.exam:
            self.hide()
        self.exam = exam
        self.button.setVisible(exam is not None)

    def ask(self) -> None:
        """Ask where to and in which form, then write it."""
        names = {
            HTML: self.tr("Web page with charts (*.html)"),
            MARKDOWN: self.tr("Markdown (*.md)"),
            JSON: self.tr("Every answer and figure (*.json)"),
            RESPONSES: self.tr("Questions with the replies (*.json)"),
        }
        start = Path(preferences.get("export_folder") or self.session.project.path.parent)
        name = str(start / f"{self.session.project.path.stem} exam {self.exam}.html")
        path, chosen = QFileDialog.getSaveFileName(self, self.tr("Save Report"), name, ";;".join(names.values()))
        if path:
            self.save(Path(path), next((kind for kind, text in names.items() if text == chosen), HTML))

    def save(self, path: Path, kind: str) -> None:
        """Write the exam in a form; a name that ends otherwise gets the ending of the form."""
        from engine.proof import report

        path = path if path.suffix == _ENDS[kind] else path.with_name(path.stem + _ENDS[kind])
        try:
            report.write(report.gather(self.session.project, self.exam), kind, path, current())
        except HoneError as error:
            failure.show_error(self, error)
            return
        self.path = path
        self.saved.setText(self.tr("Saved as {0}").format(path_text(path)))
        self.show()

    def _on_show(self) -> None:
        if self.path is not None:
            reveal(self.path)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: ReportRow(session), lambda w, s: w.show_exam(1)))
