"""How far the writing is: one bar over all its stages, how many pairs a minute, and the time left."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import theme
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.progress_bar import ProgressBar
from desktop.wording import time_text

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from engine.events import Metric, Progress

_WINDOW = 60.0  # seconds of which the rate is told
_FIRST = 3.0  # so long nothing is said of rate and time left
_FINE = 1000  # steps of the bar
_RATE = "replies a minute of "  # begins the name of a server's rate


class WritingProgress(QWidget):
    """Follows one job; what it told before is not known, so that rates begin anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ProgressBar(self.tr("Progress of the writing"))
        self.text = ElidedLabel(at_end=True)
        self.text.setObjectName("writing-text")
        theme.as_quiet(self.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.bar, 2)
        layout.addWidget(self.text, 3)
        self.begin(None)

    def begin(self, run: JobRun | None) -> None:
        """Follow a job from now on."""
        self._stages: dict[str, tuple[int, int]] = {}
        self._marks: deque[tuple[float, float, int]] = deque()  # when, share done, pairs so far
        self._counts = {"accepted": 0, "rejected": 0}
        self._rates: dict[str, float] = {}  # replies a minute by server
        self._both = run is None or run.fields.get("stage", "all") == "all"
        self.bar.setRange(0, 0)
        self.text.setText("")
        if run is not None:
            run.progressed.connect(self._on_progress)
            run.measured.connect(self._on_measured)
            if run.progress is not None:
                self._on_progress(run.progress)

    def say(self, text: str) -> None:
        """Say something instead of figures."""
        self.text.setText(text)

    def share(self) -> float:
        """How much of all stages is done."""
        if not self._stages:
            return 0.0
        stages = 2 if self._both and set(self._stages) <= {"ask", "answer"} else len(self._stages)
        return sum(done / total for done, total in self._stages.values() if total) / stages

    def _on_progress(self, progress: Progress) -> None:
        self._stages[progress.stage] = (min(progress.done, progress.total or 0), progress.total or 0)
        self.bar.show_done(round(_FINE * self.share()), _FINE)
        self._show()

    def _on_measured(self, batch: list[Metric]) -> None:
        for metric in batch:
            if metric.name in self._counts:
                self._counts[metric.name] = int(metric.value)
            elif metric.name.startswith(_RATE):
                self._rates[metric.name.removeprefix(_RATE)] = metric.value
        self._show()

    def _show(self) -> None:
        now, pairs = time.monotonic(), sum(self._counts.values())
        self._marks.append((now, self.share(), pairs))
        while self._marks[0][0] < now - _WINDOW:
            self._marks.popleft()
        parts = []
        if pairs:
            accepted, rejected = self._counts["accepted"], self._counts["rejected"]
            parts.append(self.tr("{0} accepted, {1} rejected").format(f"{accepted:,}", f"{rejected:,}"))
        (start, before, some), (end, after, all) = self._marks[0], self._marks[-1]
        if end - start > _FIRST:
            if all > some:
                parts.append(self.tr("{0} pairs/min").format(f"{60 * (all - some) / (end - start):,.0f}"))
            if after > before:
                parts.append(self.tr("{0} left").format(time_text((1 - after) * (end - start) / (after - before))))
        if len(self._rates) > 1:
            busy = sum(rate > 0 for rate in self._rates.values())
            parts.append(self.tr("{0} of {1} servers").format(busy, len(self._rates)))
        self.text.setText(" · ".join(parts) or self.tr("Opening the writer…"))
        each = [self.tr("{0}: {1} replies/min").format(name, f"{rate:,.0f}") for name, rate in self._rates.items()]
        self.bar.setToolTip("\n".join(each))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(lambda session: WritingProgress(), lambda w, s: w.begin(s.submit("generate", "Writing pairs")))
    )
