"""Let base and tuned model, each alone and with the documents, answer questions that were kept from training."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events
from engine.dataset.scores import score
from engine.errors import HoneError
from engine.exam_paper import Question, questions
from engine.jobs import Pace
from engine.project import Project, exams, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.grounded import Grounding
    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Example, Loaded

_SPARE_TOKENS = 16  # beyond the longest reference answer, for replies that are worded at more length
_LONGEST_REPLY = 256
_WITH_DOCUMENTS = {exams.BASE_RAG: exams.BASE, exams.TUNED_RAG: exams.TUNED}


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
    """Ask, score and store batch by batch; ends with `Artifact("exam")`, whose data is `exams.summary`.

    Raises HoneError without a tuned model, a file of questions that cannot be read, or nothing to ask.
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
        found = exams.begin(project, run.id, _fingerprint(spec, run))
        _ask(project, spec, run, found.id, asked, emit, cancel)
        scores = exams.finish(project, found.id, {})
    emit(events.Artifact("exam", "", {"run": run.id, "exam": found.id, "questions": len(asked), **scores}))


def _ask(
    project: Project,
    spec: ExamSpec,
    run: runs.Run,
    exam_id: int,
    asked: Sequence[Question],
    emit: Emit,
    cancel: Cancel,
) -> None:
    """Answer what was not answered yet."""
    done = {answer.position for answer in exams.answers(project, exam_id)}
    left = [question for question in asked if question.position not in done]
    pace = Pace("exam", len(asked), emit, len(asked) - len(left))
    if not left:
        return
    from engine.runtimes import mlx

    loaded = mlx.load(run.base, run.adapter)
    cancel.check()
    grounding = _grounding(project, spec, loaded, run.style, emit)
    sides = tuple(side for side in spec.sides if grounding is not None or side not in _WITH_DOCUMENTS)
    room = _Room(loaded, run.style, sides, grounding, spec.max_tokens, _noisy(asked) if spec.noise else "", left)
    for batch in room.batches(left, spec.batch_size):
        exams.add_answers(project, exam_id, room.answers(batch, cancel))
        pace.advance(len(batch))


def _grounding(project: Project, spec: ExamSpec, loaded: Loaded, style: str, emit: Emit) -> Grounding | None:
    """The documents for the sides that have them open; None, with a word about it, where there is no index."""
    if not set(spec.sides) & set(_WITH_DOCUMENTS):
        return None
    from engine.grounded import Grounding

    try:
        return Grounding(project, loaded, style)
    except HoneError as error:
        emit(events.Log(f"Nobody is asked with the documents open: {error.title}. {error.hint}", "warning"))
        return None


def _noisy(asked: Sequence[Question]) -> str:
    """The split whose questions the base is asked twice more: the one that gives the exam's main figures."""
    splits = {question.split for question in asked}
    return next(split for split in exams.MAIN if split in splits)


@dataclass
class _Room:
    """The loaded model with the questions as tokens: answers a batch with all sides."""

    loaded: Loaded
    style: str
    sides: tuple[str, ...]
    grounding: Grounding | None
    max_tokens: int | None
    noisy: str  # split
    questions: Sequence[Question]
    _prompts: dict[tuple[int, bool], list[int]] = field(default_factory=dict)  # by position, with documents or not
    _examples: dict[tuple[int, bool], Example] = field(default_factory=dict)
    _hits: dict[int, tuple[dict[str, object], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for question in self.questions:
            self._read(question, False, list(question.asked))
        if self.max_tokens is None:
            longest = max((row.targets for row in self._examples.values()), default=0)
            self.max_tokens = min(longest + _SPARE_TOKENS, _LONGEST_REPLY)
        if self.grounding is not None:
            for question in self.questions:
                messages, hits = self.grounding.conversation(question.asked, self.max_tokens)
                self._hits[question.position] = hits
                self._read(question, True, messages)

    def _read(self, question: Question, open_book: bool, asked: list[dict[str, str]]) -> None:
        """A question as tokens, alone and with its reference."""
        from engine.dataset.styles import render
        from engine.runtimes import mlx

        reply = {"role": "assistant", "content": question.reference}
        place = (question.position, open_book)
        self._prompts[place] = self.loaded.encode(render(self.style, asked, self.loaded.tokenizer)[0])
        row = mlx.example(self.loaded, *render(self.style, [*asked, reply], self.loaded.tokenizer))
        if row.targets > 0:
            self._examples[place] = row

    def batches(self, asked: Sequence[Question], size: int) -> list[list[Question]]:
        """Questions of alike length together: little padding."""
        order = sorted(asked, key=lambda question: (len(self._prompts[question.position, False]), question.position))
        return [order[start : start + size] for start in range(0, len(order), size)]

    def answers(self, batch: Sequence[Question], cancel: Cancel) -> list[exams.Answer]:
        """Replies and scores of all sides."""
        replies = {side: self._replies(batch, side, cancel) for side in self.sides}
        losses = {side: self._losses(batch, side, cancel) for side in self.sides}
        for turn, side in enumerate(exams.NOISE if self.noisy else ()):
            chosen = [question for question in batch if question.split == self.noisy]
            if chosen:
                replies[side] = self._replies(chosen, exams.BASE, cancel, turn)
        return [self._answer(question, replies, losses) for question in batch]

    def _answer(
        self, question: Question, replies: dict[str, dict[int, str]], losses: dict[str, dict[int, float]]
    ) -> exams.Answer:
        at, origin = question.position, question.origin
        said = {side: of_side[at] for side, of_side in replies.items() if at in of_side}
        return exams.Answer(
            position=at,
            pair_id=question.pair_id,
            split=question.split,
            question=question.text,
            reference=question.reference,
            key_facts=question.keys,
            replies=said,
            scores={
                side: {
                    **score(reply, question.reference, question.keys),
                    **({"loss": losses[side].get(at)} if side in losses else {}),
                }
                for side, reply in said.items()
            },
            fact_id=None if origin is None else origin.fact_id,
            kind="" if origin is None else origin.kind,
            section=() if origin is None else origin.section,
            evidence="" if origin is None else origin.evidence,
            place=question.place,
            hits=self._hits.get(at, ()),
        )

    def _replies(self, batch: Sequence[Question], side: str, cancel: Cancel, turn: int | None = None) -> dict[int, str]:
        """What a side says, by position; with `turn` drawn by chance, as in chat."""
        from engine.runtimes import mlx

        open_book = side in _WITH_DOCUMENTS
        chance = [] if turn is None else [mlx.Sampling(seed=len(exams.NOISE) * q.position + turn) for q in batch]
        said = mlx.greedy(
            self.loaded,
            [self._prompts[question.position, open_book] for question in batch],
            _WITH_DOCUMENTS.get(side, side),
            cancel.check,
            max_tokens=self.max_tokens or 1,
            draws=chance,
        )
        return {question.position: reply for question, reply in zip(batch, said, strict=True)}

    def _losses(self, batch: Sequence[Question], side: str, cancel: Cancel) -> dict[int, float]:
        """The loss of the references, by position; none where a question has only a key, or nothing fits."""
        from engine.runtimes import mlx

        open_book = side in _WITH_DOCUMENTS
        graded = [q.position for q in batch if q.graded and (q.position, open_book) in self._examples]
        if not graded:
            return {}
        self.loaded.use(_WITH_DOCUMENTS.get(side, side))
        rows = [self._examples[position, open_book] for position in graded]
        return dict(zip(graded, mlx.losses(self.loaded, rows, cancel.check), strict=True))


def _fingerprint(spec: ExamSpec, run: runs.Run) -> str:
    """What an exam was of: its options, the very questions of the file, and how far the run had come."""
    options = {name: value for name, value in asdict(spec).items() if name not in ("project", "run")}
    file = Path(spec.questions).expanduser()
    digest = hashlib.sha256(file.read_bytes()).hexdigest() if spec.questions else ""
    return json.dumps({**options, "digest": digest, "best_iteration": run.best_iteration}, sort_keys=True)
