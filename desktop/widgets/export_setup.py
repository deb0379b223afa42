"""What to export and where to: cards to choose from, the folder, start and stop, and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import preferences, theme
from desktop.widgets.dataset_options import NOW, DatasetOptions
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.export_card import ExportCard
from desktop.widgets.fold import Fold
from desktop.widgets.gguf_options import GgufOptions
from desktop.widgets.job_sign import JobSign
from desktop.widgets.reveal import reveal, reveal_text
from desktop.widgets.run_choice import RunChoice
from desktop.widgets.spec_form import SpecForm
from desktop.wording import path_text
from engine import events
from engine.errors import HoneError
from engine.export import ExportSpec
from engine.project import datasets
from engine.project.status import milestones
from engine.taxonomy import TaxonomySpec

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session

_JOBS = ("fuse", "export", "taxonomy")
_WRITING = ("export", "taxonomy")  # jobs that tell of an artifact that is in the folder
_FUSED = ("gguf", "mlx", "hugging_face")  # what needs the fused model
_MODELS = (*_FUSED, "adapter")
_TAXONOMY = ("path", "domain", "outline", "created_by", "examples", "version", "repo", "commit")
_FOLDER, _AFTERWARDS = "export_folder", "export_shows"


class ExportSetup(QWidget):
    """Submits the jobs: fuse or dataset first where the export needs them, and no export when those did not finish."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._made = self._folder = ""
        self.run = RunChoice()
        self.dataset = DatasetOptions()
        self.form = SpecForm(ExportSpec, ("agreement",))
        self.gguf = GgufOptions()
        self.options = {
            "mlx": SpecForm(ExportSpec, ("precision",)),
            "hugging_face": SpecForm(ExportSpec, ("push",)),
            "adapter": SpecForm(ExportSpec, ("adapter_format",)),
        }
        repository = self.options["hugging_face"].editors["push"]
        if isinstance(repository, QLineEdit):
            repository.setPlaceholderText(self.tr("owner/name on the Hub, to upload it too"))
        self.taxonomy = self._taxonomy_form()
        self.cards = self._make_cards()
        self.folder, self.choose = ElidedLabel(), QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the folder to export to"))
        self.choose.clicked.connect(self.ask_folder)
        self.afterwards = QCheckBox(self.tr("{0} afterwards").format(reveal_text()))
        self.afterwards.setChecked(preferences.get(_AFTERWARDS, "yes") == "yes")
        self.afterwards.toggled.connect(lambda on: preferences.put(_AFTERWARDS, "yes" if on else "no"))
        self.start = theme.primary(self.tr("Export"))
        self.start.setObjectName("start-export")
        self.start.clicked.connect(lambda: self.submit())
        self.sign = JobSign(
            session.queue,
            _JOBS,
            self,
            beginning=lambda job: f"{job.title}…",
            line=lambda job, progress: f"{job.title}: {progress}",
        )
        self.bar, self.detail, self.stop = self.sign.bar, self.sign.detail, self.sign.stop
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self._lay_out()
        self.set_folder(preferences.get(_FOLDER) or str(session.project.path.parent))
        session.queue.told.connect(self._on_told)
        self.sign.changed.connect(self._show_job)
        self.sign.attach()

    def refresh(self) -> None:
        """Show the tuned models there are now; the chosen one stays chosen."""
        self.run.refresh(self.session.project)
        found = self.run.run is not None
        for widget in (self.run, self.run_label):
            widget.setVisible(found)
        for name in _MODELS:
            self.cards[name].allow(found, self.tr("Needs a tuned model: train one first."))
        self.dataset.offer_rows(found)
        accepted = milestones(self.session.project)["accepted"] > 0
        self.cards["qna"].allow(accepted, self.tr("Needs accepted pairs: write or import some first."))
        self._show_job()

    def set_folder(self, path: str) -> None:
        """Export to another folder."""
        self._folder = path
        self.folder.setText(path_text(Path(path)))

    def ask_folder(self) -> None:
        """Let the person choose a folder, and remember it."""
        path = QFileDialog.getExistingDirectory(self, self.tr("Choose a Folder to Export To"), self._folder)
        if path:
            preferences.put(_FOLDER, path)
            self.set_folder(path)

    def submit(self) -> None:
        """Queue what was chosen."""
        chosen = [name for name, card in self.cards.items() if card.chosen]
        if self.sign.job is not None or not chosen:
            return
        run, folder = self.run.run, self._folder
        apart = "dataset" in chosen and self.dataset.rows.currentData() == NOW
        together = [name for name in chosen if name != "qna" and not (apart and name == "dataset")]
        fields: dict[str, Any]
        fuse = None
        if run is not None and not run.is_fused and any(name in _FUSED for name in chosen):
            fuse = self.session.submit("fuse", self.tr("Merging adapter and base"), run=run.id)
        if together and run is not None:
            fields = dict.fromkeys(self._places(together), folder)
            fields.update(self._values(together))
            self.session.submit("export", self.tr("Export"), after=fuse, run=run.id, **fields)
        if apart:
            made = self.session.submit("dataset", self.tr("Making the dataset"), **self._dataset_fields())
            fields = {"dataset": folder, **self.dataset.values()}
            self.session.submit("export", self.tr("Export of the dataset"), after=made, **fields)
        if "qna" in chosen:
            fields = {"folder": folder, **self.taxonomy.values()}
            self.session.submit("taxonomy", self.tr("Export to a taxonomy"), **fields)

    def _places(self, chosen: list[str]) -> list[str]:
        """The options of ExportSpec that take the folder."""
        return [self.gguf.place if name == "gguf" else name for name in chosen]

    def _values(self, chosen: list[str]) -> dict[str, Any]:
        """What else the chosen cards say."""
        values: dict[str, Any] = {}
        for name in chosen:
            if name in self.options:
                values |= self.options[name].values()
        if "gguf" in chosen:
            values |= {**self.gguf.values(), **self.form.values()}
        return values | (self.dataset.values() if "dataset" in chosen else {})

    def _dataset_fields(self) -> dict[str, Any]:
        """As the newest dataset was made, of what is accepted now."""
        try:
            options = datasets.latest(self.session.project).options
        except HoneError:
            return {}
        return {name: value for name, value in options.items() if value is not None}

    def _on_told(self, job: JobRun, event: events.Event) -> None:
        """Show what was exported."""
        if job.name in _WRITING and isinstance(event, events.Artifact):
            self._made = event.path
        elif job.name in _WRITING and isinstance(event, events.Finished):
            if self._made and self.afterwards.isChecked():
                reveal(self._made)
            self._made = ""

    def _show_job(self) -> None:
        for idle in (self.afterwards, self.start):
            idle.setVisible(self.sign.job is None)
        self.start.setEnabled(any(card.chosen for card in self.cards.values()))

    def _explanation(self) -> QLabel:
        text = QLabel(self.tr("A GGUF file is kept only if llama.cpp answers with it as the model in Hone does."))
        text.setWordWrap(True)
        theme.as_quiet(text)
        return text

    def _taxonomy_form(self) -> SpecForm:
        """Shown only once it is wanted; what is left empty the job fills in."""
        form = SpecForm(TaxonomySpec, _TAXONOMY, columns=2, nothing={"examples": self.tr("all")})
        for name, empty in (("path", self.session.project.path.stem), ("domain", self.session.project.path.stem)):
            editor = form.editors[name]
            if isinstance(editor, QLineEdit):
                editor.setPlaceholderText(empty)
        form.hide()
        return form

    def _make_cards(self) -> dict[str, ExportCard]:
        cards = {
            "gguf": ExportCard(
                self.tr("GGUF file"),
                self.tr("The whole model in one file, for Ollama, LM Studio and llama.cpp. Runs nearly everywhere."),
                self.gguf,
            ),
            "mlx": ExportCard(
                self.tr("MLX model"),
                self.tr("The whole model as a folder for mlx-lm: the fastest on a Mac, and it can be trained on."),
                self.options["mlx"],
            ),
            "hugging_face": ExportCard(
                self.tr("Hugging Face model"),
                self.tr("The whole model for transformers, with a card that says where it comes from."),
                self.options["hugging_face"],
            ),
            "adapter": ExportCard(
                self.tr("Adapter"),
                self.tr("Only what was learned, in a few megabytes. Needs the base model beside it."),
                self.options["adapter"],
            ),
            "dataset": ExportCard(
                self.tr("Dataset"),
                self.tr("The pairs with where each comes from, for other trainers, spreadsheets and review."),
                self.dataset,
            ),
            "qna": ExportCard(
                self.tr("InstructLab taxonomy"),
                self.tr("Accepted pairs as qna.yaml files, below knowledge and compositional_skills in the folder."),
                self.taxonomy,
            ),
        }
        cards["qna"].toggled.connect(self.taxonomy.setVisible)
        for name, card in cards.items():
            card.setObjectName(f"export-{name}")
            card.toggled.connect(lambda _: self._show_job())
        return cards

    def _grid(self) -> QGridLayout:
        """What needs a tuned model two by two, the pairs below."""
        grid = QGridLayout()
        grid.setSpacing(theme.GAP)
        *models, dataset, qna = self.cards.values()
        for number, card in enumerate(models):
            grid.addWidget(card, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        for row, card in enumerate((dataset, qna), 2):
            grid.addWidget(card, row, 0, 1, 2)
        return grid

    def _lay_out(self) -> None:
        self.run_label = QLabel(self.tr("Tuned model:"))
        self.run_label.setBuddy(self.run)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(self.run_label)
        top.addWidget(self.run)
        top.addStretch()
        limits = QHBoxLayout()
        limits.setContentsMargins(theme.GAP, 0, 0, 0)
        limits.addWidget(self.form)
        limits.addWidget(self._explanation(), 1)
        inner = QWidget()
        inner.setLayout(limits)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(QLabel(self.tr("Save to:")))
        foot.addWidget(self.folder, 1)
        foot.addWidget(self.choose)
        last = QHBoxLayout()
        last.setSpacing(theme.GAP)
        last.addWidget(self.afterwards)
        last.addWidget(self.detail, 1)
        last.addStretch()
        last.addWidget(self.stop)
        last.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(top)
        layout.addLayout(self._grid())
        layout.addWidget(Fold(self.tr("Advanced"), inner))
        layout.addLayout(foot)
        layout.addLayout(last)
        layout.addWidget(self.bar)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ExportSetup, lambda w, s: w.refresh()))
