"""Grading the replies of an exam: what a judge says of them is stored as it arrives, and asked for once only."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from engine import events
from engine.jobs import Pace
from engine.project import exams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.jobs import Cancel, Emit
    from engine.project import Project
    from engine.writers.grading import Grader

_HOPELESS = 40  # replies of a judge without one that can be read: it is not asked any further


@dataclass(frozen=True, slots=True)
class Graded:
    """What was had of a judge: of `asked` replies `scored` have its score, of the questions `preferred` its choice.

    `unreadable` counts what it said and nobody could read; `problem` is why, of the last one.
    """

    judge: str
    asked: int
    scored: int
    preferred: int
    unreadable: int
    problem: str


def grade(project: Project, exam_id: int, judge: str, judge_model: str, emit: Emit, cancel: Cancel) -> Graded:
    """Let a judge score each reply of an exam, and compare tuned with base; what it said before is not asked again.

    Emits Progress "judge". Raises HoneError when the judge cannot be had, or its server dies; all it said is kept.
    """
    from engine.writers.grading import open_grader

    answers = exams.answers(project, exam_id)
    with closing(open_grader(judge, judge_model, cancel.check)) as grader:
        if grader.address:
            emit(events.Log(f"Questions, references and replies are sent to {urlsplit(grader.address).netloc}."))
        return _Grading(project, exam_id, grader, answers, emit, cancel).run()


def expect(judge: str, judge_model: str, cancel: Cancel) -> None:
    """Raise HoneError when there is no such judge: it is only needed when everything else of an exam is done."""
    from engine.writers.grading import find_judge

    find_judge(judge, judge_model, cancel.check)


class _Hopeless(Exception):
    """The judge says nothing that can be read."""


class _Grading:
    """One pass of a judge over an exam."""

    def __init__(
        self,
        project: Project,
        exam_id: int,
        grader: Grader,
        answers: Sequence[exams.Answer],
        emit: Emit,
        cancel: Cancel,
    ) -> None:
        self._project, self._exam, self._grader, self._cancel, self._emit = project, exam_id, grader, cancel, emit
        scored = {
            (said.position, said.side)
            for said in exams.judgements(project, exam_id)
            if said.judge == grader.name and said.score is not None
        }
        preferred = {
            said.position
            for said in exams.preferences(project, exam_id)
            if said.judge == grader.name and None not in (said.forward, said.backward)
        }
        sided = [(answer, side) for answer in answers for side in exams.SIDES if side in answer.replies]
        both = [answer for answer in answers if {exams.BASE, exams.TUNED} <= answer.replies.keys()]
        self._asked, self._scored, self._preferred = len(sided), len(scored), len(preferred)
        self._sided = [pair for pair in sided if (pair[0].position, pair[1]) not in scored]
        self._both = [answer for answer in both if answer.position not in preferred]
        self._unreadable, self._problem = 0, ""
        done = len(scored) + len(preferred)
        self._pace = Pace("judge", len(sided) + len(both), emit, done)

    def run(self) -> Graded:
        """Scores first, then preferences."""
        try:
            self._grade()
            self._prefer()
        except _Hopeless:
            pass
        if self._unreadable:
            self._emit(
                events.Log(
                    f"{self._grader.name} said {self._unreadable} times what cannot be read, the last time because: "
                    f"{self._problem}.",
                    "warning",
                )
            )
        return Graded(self._grader.name, self._asked, self._scored, self._preferred, self._unreadable, self._problem)

    def _grade(self) -> None:
        from engine.writers.grading import Item

        items = [
            Item(answer.question, answer.reference, answer.evidence, answer.replies[side], _language(answer))
            for answer, side in self._sided
        ]
        for number, score, reason, problem in self._grader.grade(items, self._cancel.check):
            answer, side = self._sided[number]
            said = exams.Judgement(answer.position, side, self._grader.name, score, reason, problem)
            exams.add_judgements(self._project, self._exam, [said])
            self._scored += score is not None
            self._count(problem)

    def _prefer(self) -> None:
        from engine.writers.grading import Two

        pairs = [
            Two(answer.question, answer.reference, answer.evidence, answer.tuned, answer.base, _language(answer))
            for answer in self._both
        ]
        for number, forward, backward, problem in self._grader.prefer(pairs, self._cancel.check):
            place = self._both[number].position
            name = self._grader.name
            said = exams.Preference(place, exams.TUNED, exams.BASE, name, forward, backward, problem)
            exams.add_preferences(self._project, self._exam, [said])
            self._preferred += forward is not None and backward is not None
            self._count(problem)

    def _count(self, problem: str) -> None:
        self._pace.advance()
        if not problem:
            return
        self._unreadable += 1
        self._problem = problem
        if self._unreadable >= _HOPELESS and not self._scored:
            raise _Hopeless


def _language(answer: exams.Answer) -> str:
    from engine.documents.language import language

    return language(f"{answer.question} {answer.reference}")
