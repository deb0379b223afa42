"""The page "Settings": language, looks, folders, what stays on this machine, and what Hone is made of."""

from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton

from desktop import preferences
from desktop.pages.page import Page
from desktop.widgets.card import Card
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.sections import Sections
from desktop.widgets.servers_card import ServersCard
from desktop.wording import path_text
from engine.models import library

if TYPE_CHECKING:
    from pathlib import Path

_LANGUAGES = (("en", "English"), ("ko", "한국어"))  # as they call themselves


class SettingsPage(Page):
    """What the window remembers of the person; nothing here belongs to the project alone."""

    name = "settings"

    def build(self) -> None:
        """Make the cards."""
        sections = Sections()
        sections.add_section(self.tr("General"), self._general())
        self.servers = ServersCard()
        sections.add_section(
            self.tr("Servers"),
            self.servers,
            note=self.tr(
                "Programs that run a chat model, here or on other machines: llama-server, vLLM, LM Studio, Ollama. On "
                "the page Pairs one of them can be the writer, or all of them together."
            ),
        )
        sections.add_section(self.tr("Privacy"), self._privacy())
        sections.add_section(self.tr("Where Things Are Kept"), self._places())
        sections.add_section(self.tr("About Hone"), self._about())
        self.body.addWidget(sections)

    def refresh(self) -> None:
        """Show what is set now."""
        self.folder.setText(path_text(preferences.projects_folder()))
        self.servers.refresh()

    def choose_folder(self) -> None:
        """Ask where new projects shall be made."""
        now = str(preferences.projects_folder())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for New Projects"), now)
        if chosen:
            preferences.put("projects_folder", chosen)
            self.refresh()

    def _general(self) -> Card:
        card = Card()
        self.language = QComboBox()
        self.language.setObjectName("language")
        self.language.addItem(self.tr("System"), "")
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(preferences.language())))
        self.language.activated.connect(self._on_language)
        card.add_row(self.tr("Language"), self.tr("Changes at once; running jobs go on."), self.language)
        card.add_row(self.tr("Appearance"), self.tr("Light or dark, as the system is set; it changes by itself."))
        choose = QPushButton(self.tr("Choose…"))
        choose.setObjectName("choose-folder")
        choose.setAccessibleName(self.tr("Choose the folder for new projects"))
        choose.clicked.connect(self.choose_folder)
        self.folder = ElidedLabel()
        card.add_row(self.tr("Folder for new projects"), self.folder, choose)
        return card

    def _privacy(self) -> Card:
        card = Card()
        card.add_text(
            self.tr(
                "<b>Everything stays on this machine.</b> Documents are read, pairs written and models trained here. "
                "There is no account, no telemetry and no update check."
            )
        )
        card.add_text(
            self.tr(
                "Hone goes online in four cases only: when you add documents by the address of a git repository, "
                "it fetches them from there; when you download a model, that comes from huggingface.co; when you "
                "name a repository at the export for Hugging Face, the model goes there; and when you choose a "
                "server on another machine as writer or judge, the texts that it is asked about are sent to it."
            )
        )
        return card

    def _places(self) -> Card:
        card = Card()
        project = self._reveal(self.session.project.path)
        card.add_row(
            self.tr("This project"),
            self.tr("Texts, pairs, runs with their adapters, exams and chats. Delete the folder, and all are gone."),
            project,
        )
        settings = self._reveal(preferences.place().parent)
        card.add_row(
            self.tr("What Hone remembers"),
            self.tr("Language, folders, recent projects and the list of your models."),
            settings,
        )
        downloaded = self._reveal(library.folder())
        downloaded.setEnabled(library.folder().exists())
        card.add_row(
            self.tr("Models"),
            self.tr("Downloaded ones lie in a folder of Hone’s; all others stay where they are."),
            downloaded,
        )
        return card

    def _reveal(self, folder: Path) -> QPushButton:
        button = QPushButton(self.tr("Show Folder"))
        button.setToolTip(str(folder))
        button.setAccessibleName(self.tr("Show {0}").format(folder.name))
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        return button

    def _about(self) -> Card:
        card = Card()
        card.add_text(
            self.tr(
                "<b>Hone {0}</b><br>Free software under the "
                '<a href="https://www.apache.org/licenses/LICENSE-2.0">Apache License 2.0</a>.'
            ).format(_version())
        )
        card.add_text(
            self.tr(
                "Made with Qt and PySide6 (LGPL 3), llama.cpp and MLX (MIT), PDFium (BSD), and other open libraries. "
                "The starter model is Hone’s own, under the same licence as Hone."
            )
        )
        return card

    def _on_language(self, index: int) -> None:
        wanted = str(self.language.itemData(index))
        if wanted != preferences.language():
            self.session.language_wanted.emit(wanted)


def _version() -> str:
    try:
        return importlib.metadata.version("hone")
    except importlib.metadata.PackageNotFoundError:  # a copy that was not installed
        return ""


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(SettingsPage))
