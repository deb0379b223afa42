"""The page "Exam": what the tuned model knows that the base does not, in figures and question by question."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.pages.page import Page
from desktop.widgets.areas_view import AreasView
from desktop.widgets.exam_questions import ExamQuestions
from desktop.widgets.exam_setup import ExamSetup
from desktop.widgets.report_row import ReportRow
from desktop.widgets.scoreboard import Scoreboard, from_summary
from desktop.widgets.segments import Segments
from desktop.wording import moment_text
from engine.project import exams

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from engine.project import Project
    from engine.project.exams import Answer, Exam, Judgement


_GROW_MS = 600  # how often the answers of a running exam are taken in
_HIGH = 700  # pixels of a page with room for the options and the result


@dataclass(frozen=True, slots=True)
class _Found:
    """What the store holds of an exam."""

    exam: Exam
    answers: list[Answer]
    judged: list[Judgement]
    results: dict[str, Any]


def _look(project: Project, exam: Exam, known: Sequence[Answer]) -> _Found:
    """What the exam proves: as it was stored, or worked out now for exams from before that was told.

    Of one that is not finished the answers that are known are not read again.
    """
    from engine.proof.results import results

    judged = exams.judgements(project, exam.id)
    if exam.state != "finished":
        answers = exams.answers(project, exam.id, known=known)
        return _Found(exam, answers, judged, from_summary(exams.summary(answers)))
    answers = exams.answers(project, exam.id)
    told = exam.scores.get("results")
    if not told:
        preferences, probe = exams.preferences(project, exam.id), exams.probe_answers(project, exam.id)
        told = results(answers, judged, preferences, probe, trained=exam.scores.get("trained"))
    return _Found(exam, answers, judged, told)


class ExamPage(Page):
    """The newest exam is shown until the person chooses another; one that runs fills up as it goes."""

    name = "exam"

    def build(self) -> None:
        """Setup above; below it the result, or what an exam is."""
        self._exams: list[Exam] = []
        self._drawn: tuple[Any, ...] | None = None  # what of an exam was drawn last
        self._found: _Found | None = None
        self._behind: set[str] = set()  # views that have not shown yet what was found
        self._grow = QTimer(self, singleShot=True, interval=_GROW_MS)
        self._grow.timeout.connect(self._take_in)
        self.setup = ExamSetup(self.session)
        self.setup.advanced.connect(self._show_news_of_job)
        self.board, self.areas, self.questions = Scoreboard(), AreasView(), ExamQuestions(self.session)
        self.board.wanted.connect(lambda split: self._on_area(split, None))
        self.board.judge.wanted.connect(self._on_judge)
        self.areas.wanted.connect(self._on_area)
        self._names = {
            "scores": self.tr("Result"),
            "areas": self.tr("Where It Learned"),
            "questions": self.tr("Questions"),
        }
        self.tabs = Segments(self._names, self.tr("Result, where it learned, or questions"))
        self.past = QComboBox()
        self.past.setObjectName("past-exams")
        self.past.setAccessibleName(self.tr("Past exams"))
        self.past.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.past.currentIndexChanged.connect(self._show_exam)
        self.note = QLabel()
        theme.as_quiet(self.note)
        self.go_on = QPushButton(self.tr("Continue"))
        self.go_on.clicked.connect(self._on_go_on)
        self.report = ReportRow(self.session)
        self.views = QStackedWidget()
        for view in (self.board, self.areas, self.questions):
            self.views.addWidget(view)
        self.tabs.chosen.connect(self._show_view)
        self._show_view("scores")
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self._result())
        self.body.addWidget(self.setup)
        self.body.addWidget(self.stack, 1)
        self.body.addStretch(0)
        self.setup.fold.button.toggled.connect(self._make_room)

    def refresh(self) -> None:
        """Show the runs and exams there are now."""
        self.setup.refresh()
        before = {exam.id for exam in self._exams}
        self._exams = exams.exams(self.session.project)
        chosen = self.past.currentData()
        if self._exams and self._exams[0].id not in before:
            chosen = self._exams[0].id
        self.past.blockSignals(True)
        self.past.clear()
        for exam in self._exams:
            self.past.addItem(self._exam_text(exam), exam.id)
        self.past.setCurrentIndex(max(self.past.findData(chosen), 0))
        self.past.blockSignals(False)
        self.stack.setCurrentIndex(1 if self._exams else 0)
        self._show_exam()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the options take the place of the result while they are open."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.stack.setVisible(self.height() >= _HIGH or not self.setup.fold.button.isChecked())

    def _show_news_of_job(self) -> None:
        """A batch was answered: it is in the store already."""
        if not self.isVisible():
            self._stale = True
        elif not self._grow.isActive():
            self._grow.start()

    def _take_in(self) -> None:
        if len(self._exams) == exams.count(self.session.project):
            self._show_exam()
        else:
            self.refresh()

    def _show_exam(self) -> None:
        """What is told at once; the answers are read on another thread, but for the first sight of a told exam."""
        exam, project = self._chosen(), self.session.project
        if exam is None:
            return
        number = exams.count_answers(project, exam.id)
        unfinished = exam.state != "finished"
        busy = self.session.queue.of("exam", "judge") is not None
        self.note.setVisible(unfinished)
        self.go_on.setVisible(unfinished and not busy)
        self.note.setText(self.tr("Not finished: {0} answered").format(f"{number:,}"))
        self.board.judge.set_busy(busy)
        self.report.show_exam(None if unfinished else exam.id)
        shown = exam.id, number, exam.state, exams.count_judgements(project, exam.id), json.dumps(exam.scores)
        if self._drawn == shown:
            return
        first, self._drawn = self._drawn is None, shown
        if first and (unfinished or "results" in exam.scores):
            self._draw(self._query(exam)(project))
        else:
            self.session.reader.ask(self, partial(self._query, exam), self._draw)

    def _query(self, exam: Exam) -> Callable[[Project], _Found]:
        known = self._found.answers if self._found is not None and self._found.exam == exam else ()
        return partial(_look, exam=exam, known=known)

    def _draw(self, found: _Found) -> None:
        """Show what was read, unless another exam was chosen meanwhile; while one is answered only what is seen."""
        if self._drawn is not None and self._drawn[0] == found.exam.id:
            self._found, self._behind = found, set(self._names)
            for name in self._names if found.exam.state == "finished" else (self.tabs.selected,):
                self._fill(name)

    def _fill(self, name: str) -> None:
        found = self._found
        if found is None or name not in self._behind:
            return
        self._behind.remove(name)
        if name == "questions":
            self.questions.show_answers(found.answers, found.judged)
        elif name == "areas":
            self.areas.show_results(found.results)
        else:
            self.board.show_results(found.results, final=found.exam.state == "finished")

    def _show_view(self, name: str) -> None:
        self._fill(name)
        self.tabs.select(name)
        self.views.setCurrentWidget({"scores": self.board, "areas": self.areas, "questions": self.questions}[name])

    def _chosen(self) -> Exam | None:
        return next((exam for exam in self._exams if exam.id == self.past.currentData()), None)

    def _exam_text(self, exam: Exam) -> str:
        state = "" if exam.state == "finished" else " · " + self.tr("not finished")
        return self.tr("{0} · Run {1}").format(moment_text(exam.created_at), exam.run_id) + state

    def _on_go_on(self) -> None:
        exam = self._chosen()
        if exam is not None:
            fields: dict[str, Any] = {name: value for name, value in exam.options.items() if value is not None}
            self.setup.options.set_values(fields)
            self.setup.submit({**fields, "run": exam.run_id})

    def _on_area(self, split: str, area: dict[str, Any] | None) -> None:
        self._show_view("questions")
        self.questions.show_area(split, area)

    def _on_judge(self, fields: dict[str, Any]) -> None:
        exam = self._chosen()
        if exam is not None:
            self.setup.judge(exam.id, fields)

    def _result(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(self.tabs)
        top.addStretch()
        top.addWidget(self.note)
        top.addWidget(self.go_on)
        top.addWidget(self.report.button)
        top.addWidget(self.past)
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(top)
        layout.addWidget(self.report)
        layout.addWidget(self.views, 1)
        return result

    def _empty(self) -> QWidget:
        icon, title, text = QLabel(), QLabel(self.tr("No exam yet")), QLabel()
        icon.setPixmap(theme.icon("exam", 40, theme.quiet()).pixmap(40, 40))
        theme.as_heading(title)
        text.setText(
            self.tr(
                "Base and tuned model answer questions that were kept from training.\n"
                "Every answer is marked against your documents."
            )
        )
        theme.as_quiet(text)
        empty = QWidget()
        layout = QVBoxLayout(empty)
        layout.addStretch(2)
        for label in (icon, title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(3)
        return empty


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ExamPage))
