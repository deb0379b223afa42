"""One run: how it stands, its figures, its curves and its numbers; live or from the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.job_runner import RUNNING as RUN_NOW
from desktop.job_runner import WAITING
from desktop.tables.runs_table import FAILED, FINISHED, INTERRUPTED, RUNNING, STOPPED
from desktop.widgets.figures import Figures
from desktop.widgets.loss_chart import LossChart
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.run_side import RunSide
from desktop.widgets.run_warnings import RunWarnings
from desktop.wording import size_text, time_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session
    from desktop.widgets.live_run import LiveRun
    from engine.project.runs import Run
    from engine.project.samples import Sample
    from engine.proof.curve import Remark

Point = tuple[float, float]
_SIGNS = {FINISHED: ("check", "good"), RUNNING: ("running", "tuned"), STOPPED: ("stop", "warning")}


@dataclass(frozen=True, slots=True)
class Shown:
    """A run with how it stands and what the store has of it; `hindrance` says why it cannot go on."""

    run: Run | None
    state: str
    metrics: dict[str, list[tuple[int, float]]]
    hindrance: str = ""
    samples: list[Sample] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


class RunView(QWidget):
    """`stop_wanted`, `resume_wanted` and `compare_wanted` are what its buttons say; the last two with the run."""

    stop_wanted = Signal()
    resume_wanted = Signal(int)
    compare_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-view")
        self.sign, self.title, self.sentence = QLabel(), QLabel(), QLabel(wordWrap=True)
        theme.as_heading(self.title)
        self.stop = QPushButton(theme.icon("stop", 14), self.tr("Stop"))
        self.stop.setToolTip(self.tr("Keeps the best adapter; the run can be resumed"))
        self.resume = QPushButton(theme.icon("play", 14), self.tr("Resume"))
        self.compare = theme.primary(self.tr("Use in Compare"))
        self.bar = ProgressBar(self.tr("Progress"))
        self.figures, self.chart = Figures(), LossChart()
        self.warnings, self.side = RunWarnings(), RunSide()
        self.smooth = QCheckBox(self.tr("Smooth"))
        self.smooth.setChecked(True)
        self.smooth.setToolTip(self.tr("Draws the mean of the train loss; single iterations stay behind it"))
        self.smooth.toggled.connect(self.chart.set_smooth)
        self.side.replies.looked_at.connect(self.chart.read_out)
        self._shown: Shown | None = None
        self._curves: tuple[Sequence[Point], Sequence[Point], int, Point | None] = ([], [], 0, None)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_curves)
        self._lay_out()
        self.stop.clicked.connect(self._on_stop)
        self.resume.clicked.connect(lambda: self.resume_wanted.emit(self._number()))
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self._number()))

    def show_run(self, shown: Shown, live: LiveRun | None) -> None:
        """Show a run; `live` is given while it is being trained."""
        self._shown = shown
        run = shown.run
        self.title.setText(self.tr("New Run") if run is None else self.tr("Run {0}").format(run.id))
        self.side.show_run(run, shown.samples, live=live is not None)
        self.side.setVisible(run is not None)
        self.warnings.show_remarks(shown.remarks)
        self.show_news(live)
        self._show_state(shown, live)

    def show_news(self, live: LiveRun | None) -> None:
        """Draw what came in; called often while a run is trained."""
        if self._shown is None:
            return
        run, stored = self._shown.run, self._shown.metrics
        train: Sequence[Point] = stored.get("train_loss", [])
        valid: Sequence[Point] = stored.get("val_loss", [])
        best: Point | None = None
        if run is not None and run.best_iteration is not None:
            best = (run.best_iteration, run.best_val_loss or 0.0)
        total = run.iterations if run is not None else 0
        if live is not None:
            train, valid = live.merged("train_loss", train), live.merged("val_loss", valid)
            best, total = live.best if best is None else best, live.total or total
        self._show_figures(train, valid, total, best, live)
        self._curves = train, valid, total, best
        if live is None:
            self._draw_curves()
        else:  # in the next turn of the event loop: both take their time
            self._next.start()

    def _draw_curves(self) -> None:
        self.chart.show_curves(*self._curves)

    def _show_figures(
        self, train: Sequence[Point], valid: Sequence[Point], total: int, best: Point | None, live: LiveRun | None
    ) -> None:
        assert self._shown is not None
        done = int(max((curve[-1][0] for curve in (train, valid) if curve), default=0))
        names = ("tokens_per_second", "peak_memory", "val_key_facts")
        rate, peak, share = (self._newest(name, live) for name in names)
        left = live.progress.seconds_left if live is not None and live.progress is not None else None
        self.figures.show_figures((
            (self.tr("Iteration"), f"{done:,} / {total:,}" if total else f"{done:,}"),
            (self.tr("Train loss"), f"{train[-1][1]:.3f}" if train else "–"),
            (self.tr("Best valid loss"), f"{best[1]:.3f}" if best else "–"),
            (self.tr("Tokens/s"), "–" if rate is None else f"{rate:,.0f}"),
            (self.tr("Memory"), "–" if peak is None else size_text(peak * 1e9)),
            (self.tr("Time left"), "–" if left is None else time_text(left)),
            (self.tr("Exam"), "–" if share is None else f"{share:.0%}"),
        ), hidden=self._meaningless(live, share))  # fmt: skip
        self.bar.setVisible(live is not None)
        self.bar.show_done(done, total)

    def _meaningless(self, live: LiveRun | None, share: float | None) -> list[str]:
        """Names of figures that tell nothing now."""
        hidden = [self.tr("Time left")] if live is None else []
        return hidden if share is not None else [*hidden, self.tr("Exam")]

    def _newest(self, name: str, live: LiveRun | None) -> float | None:
        if live is not None and name in live.newest:
            return live.newest[name]
        stored = self._shown.metrics.get(name, []) if self._shown else []
        return stored[-1][1] if stored else None

    def _show_state(self, shown: Shown, live: LiveRun | None) -> None:
        icon, tint = _SIGNS.get(shown.state, ("attention", "warning"))
        self.sign.setPixmap(theme.icon(icon, 20, theme.colour(tint)).pixmap(20, 20))
        self.sentence.setText(self._sentence(shown, live))
        self.stop.setVisible(live is not None)
        if live is not None:
            self.stop.setEnabled(not live.job.cancelling)
            self.stop.setText(self.tr("Stopping…") if live.job.cancelling else self.tr("Stop"))
        unfinished = shown.state in (STOPPED, INTERRUPTED, FAILED)
        self.resume.setVisible(unfinished)
        self.resume.setEnabled(not shown.hindrance)
        self.resume.setToolTip(shown.hindrance)
        tuned = shown.run is not None and shown.run.best_iteration is not None
        self.compare.setVisible(tuned and live is None)

    def _sentence(self, shown: Shown, live: LiveRun | None) -> str:
        run = shown.run
        if live is not None and live.job.state == WAITING:
            if live.job.after is not None and live.job.after.state == RUN_NOW:
                return self.tr("Making the dataset of the accepted pairs…")
            return self.tr("Waits until what runs now is done.")
        if run is None or shown.state == RUNNING:
            return self.tr("Training. What is measured appears below; the best adapter is kept.")
        best = run.best_val_loss is not None
        kept = self.tr("Its best adapter, of iteration {0}, is kept.").format(run.best_iteration) if best else ""
        if shown.state == FINISHED and run.stopped_early is not None:
            text = self.tr("Stopped early at iteration {0} of {1}, as it got no better.")
            text = text.format(f"{run.stopped_early:,}", f"{run.iterations:,}")
            return " ".join((text, kept, self.tr("Next: compare it with the base.")))
        if shown.state == FINISHED and best:
            first = next((value for at, value in shown.metrics.get("val_loss", []) if at == 0), None)
            text = self.tr("Done. Best valid loss {0} at iteration {1}").format(
                f"{run.best_val_loss:.3f}", f"{run.best_iteration:,}"
            )
            before = self.tr(", {0} before training").format(f"{first:.3f}") if first is not None else ""
            return text + before + ". " + self.tr("Next: compare it with the base.")
        words = {
            STOPPED: self.tr("Stopped."),
            INTERRUPTED: self.tr("Interrupted before it was done."),
            FAILED: self.tr("It failed before it was done."),
        }
        return " ".join(filter(None, (words.get(shown.state, ""), kept, shown.hindrance)))

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop.setText(self.tr("Stopping…"))
        self.stop_wanted.emit()

    def _number(self) -> int:
        return self._shown.run.id if self._shown and self._shown.run else 0

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.TIGHT + 2)
        top.addWidget(self.sign)
        top.addWidget(self.title)
        top.addWidget(self.sentence, 1)
        for button in (self.resume, self.stop, self.compare):
            top.addWidget(button)
        card = QFrame()
        theme.set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 6, 8, 6)
        inside.setSpacing(0)
        inside.addWidget(self.chart, 1)
        inside.addWidget(self.smooth, 0, Qt.AlignmentFlag.AlignRight)
        middle = QHBoxLayout()
        middle.setSpacing(theme.GAP)
        middle.addWidget(card, 2)
        middle.addWidget(self.side, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(top)
        layout.addWidget(self.figures)
        layout.addWidget(self.bar)
        layout.addWidget(self.warnings)
        layout.addLayout(middle, 1)


if __name__ == "__main__":
    from desktop import preview
    from engine.project import runs

    def _fill(view: RunView, session: Session) -> None:
        run = runs.latest(session.project)
        curves = {name: runs.metrics(session.project, run.id, name) for name in ("train_loss", "val_loss")}
        view.show_run(Shown(run, FINISHED, curves), None)

    raise SystemExit(preview.show(lambda session: RunView(), _fill))
