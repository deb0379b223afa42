"""Let base and tuned model, each alone and with the documents, answer questions that were kept from training."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events, exam_results
from engine.errors import HoneError
from engine.exam_paper import Question, questions
from engine.exam_room import OPEN_BOOK, Room
from engine.grades import expect, grade
from engine.jobs import Pace
from engine.project import Project, exams, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.grounded import Grounding
    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Loaded

OFF = "off"
_PROBED = 16  # items that are stored at once


@dataclass(frozen=True, kw_only=True)
class ExamSpec(Spec):
    """Which questions to ask whom; an unfinished exam with the same options goes on where it was."""

    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    splits: tuple[str, ...] = option(("test", "unseen"), "Splits.", "Of test, unseen, valid and train.")
    trained: bool = option(False, "Trained questions too.", "Asks those of train as well, scored apart.")
    questions: str = option("", "File of questions.", "JSON list of {question, key: [spellings], answer?, page?}.")
    sides: tuple[str, ...] = option(
        exams.SIDES, "Who answers.", "Of base, base_rag, tuned, tuned_rag; _rag has the documents open."
    )
    noise: bool = option(True, "Ask the base twice.", "With chance, to see how far chance alone carries.")
    limit: int | None = option(None, "At most.", "Questions of each split, spread over it.", minimum=1)
    max_tokens: int | None = option(
        None, "Longest reply.", "In tokens; by default what the longest reference needs.", minimum=1, maximum=4096
    )
    probe: bool = option(True, "Probe.", "Asks what else the base can do, to see what was lost.")
    judge: str = option(
        "off",
        "Judge.",
        "Grades the replies: off, the path of a GGUF chat model, or the address of an OpenAI-compatible server.",
    )
    judge_model: str = option("", "Judge's model.", "Its name on the server; not needed where there is only one.")
    batch_size: int = option(32, "Batch size.", "Questions answered at once.", minimum=1, maximum=256)

    def validate(self) -> None:
        """Check the names of splits and sides too."""
        super().validate()
        known = ("test", "unseen", "valid", "train")
        if unknown := [name for name in self.splits if name not in known]:
            raise HoneError(f"There is no split {unknown[0]}", f"Choose of {', '.join(known)}.")
        if unknown := [name for name in self.sides if name not in exams.SIDES]:
            raise HoneError(f"There is no side {unknown[0]}", f"Choose of {', '.join(exams.SIDES)}.")
        if not {exams.BASE, exams.TUNED} <= set(self.sides):
            raise HoneError("Base and tuned model are always asked", "Add base and tuned to the sides.")


def exam(spec: ExamSpec, emit: Emit, cancel: Cancel) -> None:
    """Ask, probe and judge, storing batch by batch; ends with `Artifact("exam")`: `exams.summary` and the results.

    Raises HoneError without a tuned model, a file of questions that cannot be read, or nothing to ask. A judge that
    cannot be had ends the exam too; what was answered is kept, and the same exam goes on from there.
    """
    with Project(spec.project) as project:
        run = runs.chosen(project, spec.run)
        splits = (*spec.splits, *(("train",) if spec.trained else ()))
        asked = questions(project, run, splits, spec.questions, spec.limit)
        if not asked:
            raise HoneError(
                "There is no question to ask",
                f"The dataset has no rows in {', '.join(spec.splits)}: make it anew with hone dataset "
                f"{project.path.name}, ask trained ones with --trained, or give a file with --questions.",
            )
        if spec.judge != OFF:
            expect(spec.judge, spec.judge_model, cancel)
        found = exams.begin(project, run.id, _fingerprint(spec, run))
        sitting = _Sitting(project, spec, run, found.id, emit, cancel)
        sitting.ask(asked)
        if spec.probe:
            sitting.probe()
        if spec.judge != OFF:
            sitting.leave()
            grade(project, found.id, spec.judge, spec.judge_model, emit, cancel)
        scores = exam_results.finish(project, found.id)
    emit(events.Artifact("exam", "", {"run": run.id, "exam": found.id, "questions": len(asked), **scores}))


@dataclass
class _Sitting:
    """An exam under way: what is stored already is not asked again."""

    project: Project
    spec: ExamSpec
    run: runs.Run
    exam: int
    emit: Emit
    cancel: Cancel

    @functools.cached_property
    def loaded(self) -> Loaded:
        """Base and adapter, loaded when the first question needs them."""
        from engine.runtimes import mlx

        found = mlx.load(self.run.base, self.run.adapter)
        self.cancel.check()
        return found

    def ask(self, asked: Sequence[Question]) -> None:
        """The questions, of all sides."""
        done = {answer.position for answer in exams.answers(self.project, self.exam)}
        left = [question for question in asked if question.position not in done]
        pace = Pace("exam", len(asked), self.emit, len(asked) - len(left))
        if not left:
            return
        grounding = self._grounding()
        sides = tuple(side for side in self.spec.sides if grounding is not None or side not in OPEN_BOOK)
        noisy = _noisy(asked) if self.spec.noise else ""
        room = Room(self.loaded, self.run.style, sides, grounding, self.spec.max_tokens, noisy, asked)
        for answers in room.answers(left, self.spec.batch_size, self.cancel):
            exams.add_answers(self.project, self.exam, answers)
            pace.advance(len(answers))

    def probe(self) -> None:
        """What else the base can do."""
        from engine import probe
        from engine.runtimes import mlx

        items = probe.items(probe.is_starter(mlx.load_tokenizer(self.run.base)))
        done = {answer.position for answer in exams.probe_answers(self.project, self.exam)}
        left = [item for item in items if item.position not in done]
        pace = Pace("probe", len(items), self.emit, len(done))
        sides = (exams.BASE, exams.TUNED)
        for start in range(0, len(left), _PROBED):
            some = left[start : start + _PROBED]
            told = probe.answer(self.loaded, some, self.run.style, self.run.system, sides, self.cancel.check)
            exams.add_probe_answers(self.project, self.exam, list(told))
            pace.advance(len(some))

    def leave(self) -> None:
        """Let go of base and adapter: a judge on this machine needs the memory."""
        if self.__dict__.pop("loaded", None) is not None:
            from engine.runtimes.mlx.training import forget_peak_memory

            forget_peak_memory()

    def _grounding(self) -> Grounding | None:
        """The documents for the sides that have them open; None, with a word about it, where there is no index."""
        if not set(self.spec.sides) & set(OPEN_BOOK):
            return None
        from engine.grounded import Grounding

        try:
            return Grounding(self.project, self.loaded, self.run.style)
        except HoneError as error:
            said = f"Nobody is asked with the documents open: {error.title}. {error.hint}"
            self.emit(events.Log(said, "warning"))
            return None


def _noisy(asked: Sequence[Question]) -> str:
    """The split whose questions the base is asked twice more: the one that gives the exam's main figures."""
    splits = {question.split for question in asked}
    return next(split for split in exams.MAIN if split in splits)


def _fingerprint(spec: ExamSpec, run: runs.Run) -> str:
    """What an exam was of: its options, the very questions of the file, and how far the run had come."""
    options = {name: value for name, value in asdict(spec).items() if name not in ("project", "run")}
    file = Path(spec.questions).expanduser()
    digest = hashlib.sha256(file.read_bytes()).hexdigest() if spec.questions else ""
    return json.dumps({**options, "digest": digest, "best_iteration": run.best_iteration}, sort_keys=True)
