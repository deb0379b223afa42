"""Writing the answers that were given in chat to a file that the person names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desktop import failure, preferences
from engine.errors import HoneError
from engine.project import transcripts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.project import Project


def ask(parent: QWidget, project: Project, run_id: int, conversation: str | None) -> None:
    """Ask where to, then write the table of a conversation, or of the whole run if None."""
    start = Path(preferences.get("export_folder") or project.path.parent)
    name = str(start / f"{project.path.stem} answers.csv")
    kinds = tr("Table for spreadsheets (*.csv);;JSON (*.json)")
    path, _ = QFileDialog.getSaveFileName(parent, tr("Export Answers"), name, kinds)
    if path:
        write(parent, Path(path), project, run_id, conversation)


def write(parent: QWidget, path: Path, project: Project, run_id: int, conversation: str | None) -> None:
    """Write the table; what is in the way is said in a sheet."""
    try:
        transcripts.write(path, transcripts.rows(project, run_id, conversation))
    except HoneError as error:
        failure.show_error(parent, error)


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("answers_file", text)
