"""Let a model grade the replies of an exam that was taken before."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from engine import events, exam_results, grades
from engine.errors import HoneError
from engine.project import Project, exams
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit


@dataclass(frozen=True, kw_only=True)
class JudgeSpec(Spec):
    """Which exam to grade and who grades it; what this judge graded before stays."""

    exam: int | None = option(None, "Exam.", "By default the newest.", minimum=1)
    judge: str = option(
        "", "Judge.", "The path of a GGUF chat model, or the address of an OpenAI-compatible server (http://...)."
    )
    judge_model: str = option("", "Judge's model.", "Its name on the server; not needed where there is only one.")


def judge(spec: JudgeSpec, emit: Emit, cancel: Cancel) -> None:
    """Grade, commit reply by reply, and tell the exam's results anew; ends with `Artifact("judge")`.

    Raises HoneError without an exam that is finished, without a judge, or when not one reply of it could be read.
    """
    with Project(spec.project) as project:
        found = _exam(project, spec.exam)
        graded = grades.grade(project, found.id, spec.judge, spec.judge_model, emit, cancel)
        exam_results.finish(project, found.id)
    if not graded.scored:
        raise HoneError(
            f"{graded.judge} gave no score that can be read",
            f"The last time because: {graded.problem}. Choose another judge: a larger chat model follows its form.",
        )
    emit(events.Artifact("judge", "", {"exam": found.id, "run": found.run_id, **asdict(graded)}))


def _exam(project: Project, number: int | None) -> exams.Exam:
    try:
        found = exams.latest(project) if number is None else exams.get(project, number)
    except KeyError:
        raise HoneError(f"There is no exam {number}", "hone exam takes one.") from None
    if found is None:
        raise HoneError("There is no finished exam", f"Take one first: hone exam {project.path.name}.")
    if found.state != "finished":
        raise HoneError(
            f"Exam {found.id} is not finished", "Take it again with the same options: it goes on where it was."
        )
    return found
