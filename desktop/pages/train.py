"""The page "Train": a new run with what it will take, runs live and past, and a look at what is trained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget

from desktop.pages.page import Page
from desktop.widgets import hosts_view
from desktop.widgets.planner import Planner
from desktop.widgets.row_view import RowView
from desktop.widgets.runs_view import RunsView
from desktop.widgets.segments import Segments
from desktop.widgets.train_setup import DATASET_OPTIONS, TrainSetup
from engine import events
from engine.errors import HoneError
from engine.project import datasets, runs
from engine.project.settings import set_setting, setting

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from desktop.job_runner import JobRun

NEW, RUNS, ROW = "new", "runs", "row"
_WISHES = "train_page"  # setting of the project: what was chosen last


class TrainPage(Page):
    """Three views: what a new run would do, the runs, and a row as the base reads it."""

    name = "train"

    def build(self) -> None:
        """Make the views; a training that runs already is shown."""
        texts = {NEW: self.tr("New Run"), RUNS: self.tr("Runs"), ROW: self.tr("What Is Trained")}
        self.segments = Segments(texts, self.tr("View"))
        self.setup, self.runs, self.row = TrainSetup(), RunsView(self.session), RowView(self.session)
        self.views = {NEW: self.setup, RUNS: self.runs, ROW: self.row}
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        self.planner = Planner(self.session, self)
        self._plan: dict[str, Any] = {}
        self._lay_out()
        self.setup.show_wishes(self._remembered())
        self.segments.chosen.connect(self.show_view)
        self.planner.planned.connect(self._on_planned)
        self.setup.changed.connect(self._on_wishes)
        self.setup.start_wanted.connect(self.start)
        self.setup.measure_wanted.connect(lambda: self._want(measure=True))
        self.setup.hosts.check_wanted.connect(self.check_hosts)
        self.runs.resume_wanted.connect(self.resume)
        self.runs.new_wanted.connect(lambda: self.show_view(NEW))
        self.session.queue.changed.connect(self._on_queue)
        self.show_view(RUNS if self.runs.live is not None or runs.runs(self.session.project) else NEW)

    def refresh(self) -> None:
        """Show what the store holds now."""
        self.runs.refresh()
        if self.segments.selected == NEW:
            self._want()
        if self.segments.selected == ROW:
            self.row.refresh()
        self._show_startable()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page may want the engine for itself: a plan that is worked out can wait."""
        self.planner.rest()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: go on planning."""
        super().showEvent(event)
        self._want()

    def show_view(self, name: str) -> None:
        """Go to one of the views."""
        self.segments.select(name)
        self.stack.setCurrentWidget(self.views[name])
        if name == NEW:
            self._want()
        if name == ROW:
            self.row.base = self.setup.base.value
            self.row.dataset_fields = self.setup.wishes()["dataset"]
            self.row.refresh()

    def start(self) -> None:
        """Make the dataset where it is not that of the pairs as they are, then train."""
        wishes = self.setup.wishes()
        fields = {"base": wishes["base"], "preset": wishes["preset"], **wishes["train"]}
        self.planner.rest()
        self.show_view(RUNS)
        if self._plan.get("dataset") is not None:
            self._train(fields, None)
            return
        dataset = self.session.submit("dataset", self.tr("Making the dataset"), **self._dataset_fields(wishes))
        dataset.ended.connect(self._on_dataset)
        self._train(fields, dataset)

    def resume(self, number: int) -> None:
        """Let an unfinished run go on."""
        self.planner.rest()
        self._train({"resume": number}, None)

    def check_hosts(self) -> None:
        """Ask the Macs of the list whether they are ready."""
        self.planner.rest()
        self.setup.hosts.set_busy(busy=True)
        file = str(hosts_view.place())
        job = self.session.submit("hosts", self.tr("Asking the Macs"), file=file, base=self.setup.base.value)
        job.made.connect(self._on_hosts)
        job.ended.connect(self._on_asked)

    def _on_hosts(self, artifact: events.Artifact) -> None:
        if artifact.kind == "hosts" and artifact.data:
            self.setup.hosts.show_found(artifact.data["hosts"])

    def _on_asked(self) -> None:
        self.setup.hosts.set_busy(busy=False)
        self._want()

    def _train(self, fields: dict[str, Any], dataset: JobRun | None) -> None:
        """The queue chains the two, so that a training comes even if this page is made anew meanwhile."""
        hosts = self.setup.hosts.file or None
        self.session.submit("train", self.tr("Training"), after=dataset, **fields, hosts=hosts)

    def _on_dataset(self, event: events.Event) -> None:
        if not isinstance(event, events.Finished):
            self.runs.choose(None)
            self.show_view(NEW)

    def _on_queue(self) -> None:
        self.runs.attach()
        self._show_startable()

    def _show_startable(self) -> None:
        busy = self.session.queue.of("train") is not None
        possible = "problem" not in self._plan
        self.setup.start.setEnabled(possible and not busy)
        self.setup.start.setToolTip(self.tr("A run is being trained; stop it first.") if busy else "")

    def _on_planned(self, found: dict[str, Any]) -> None:
        self._plan = found
        self.setup.show_plan(found)
        self._show_startable()

    def _on_wishes(self) -> None:
        wishes = self.setup.wishes()
        if wishes != setting(self.session.project, _WISHES, None):
            set_setting(self.session.project, _WISHES, wishes)
        self._want()

    def _want(self, *, measure: bool = False) -> None:
        """Have the plan worked out for what is chosen, while that is seen."""
        if not self.isVisible() or self.segments.selected != NEW:
            return
        wishes = self.setup.wishes()
        fields = {**self._dataset_fields(wishes), "base": wishes["base"], "preset": wishes["preset"], **wishes["train"]}
        if "seed" in (own := self._dataset_fields(wishes)):
            fields = {**fields, "split_seed": own["seed"], "seed": wishes["train"].get("seed", 0)}
        self.planner.want(fields, measure=measure)

    def _dataset_fields(self, wishes: dict[str, Any]) -> dict[str, Any]:
        """The dataset's options; the seed, which is no choice here, stays that of the newest dataset."""
        stored = self._newest_dataset()
        return {**wishes["dataset"], **({"seed": stored["seed"]} if stored.get("seed") else {})}

    def _remembered(self) -> dict[str, Any]:
        """What was chosen last, or what the newest dataset and run were made with."""
        found: dict[str, Any] | None = setting(self.session.project, _WISHES, None)
        if found is not None:
            return found
        dataset = {name: value for name, value in self._newest_dataset().items() if name in DATASET_OPTIONS}
        made = runs.runs(self.session.project)[-1:]
        spec = json.loads(made[0].spec) if made else {}
        return {"dataset": dataset, **{name: spec[name] for name in ("base", "preset") if name in spec}}

    def _newest_dataset(self) -> dict[str, Any]:
        try:
            return dict(json.loads(datasets.latest(self.session.project).spec))
        except HoneError:
            return {}

    def _lay_out(self) -> None:
        self.add_beside_title(self.segments)
        self.body.addWidget(self.stack, 1)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(TrainPage))
