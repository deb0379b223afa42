"""Where an exam is sat: the loaded model with the questions as tokens, and what each side makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from engine.dataset.scores import score
from engine.project import exams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.exam_paper import Question
    from engine.grounded import Grounding
    from engine.jobs import Cancel
    from engine.runtimes.mlx import Asked, Example, Loaded

OPEN_BOOK = {exams.BASE_RAG: exams.BASE, exams.TUNED_RAG: exams.TUNED}  # who answers with the documents open
_SPARE_TOKENS = 16  # beyond the longest reference answer, for replies that are worded at more length
_LONGEST_REPLY = 256


@dataclass
class Room:
    """The loaded model with the questions as tokens: lets all sides answer them, in one batch."""

    loaded: Loaded
    style: str
    sides: tuple[str, ...]
    grounding: Grounding | None
    max_tokens: int | None
    noisy: str  # split
    questions: Sequence[Question]
    _prompts: dict[tuple[int, bool], list[int]] = field(init=False, default_factory=dict)  # by position, open or not
    _examples: dict[tuple[int, bool], Example] = field(init=False, default_factory=dict)
    _hits: dict[int, tuple[dict[str, object], ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for question in self.questions:
            self._read(question, False, list(question.asked))
        if self.max_tokens is None:
            longest = max((row.targets for row in self._examples.values()), default=0)
            self.max_tokens = min(longest + _SPARE_TOKENS, _LONGEST_REPLY)

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

    def answers(self, asked: Sequence[Question], size: int, cancel: Cancel) -> Iterator[list[exams.Answer]]:
        """Replies and scores of all sides, so many questions at a time; `size` replies are written at once."""
        from engine.runtimes import mlx

        base, tuned = exams.BASE, exams.TUNED
        prompts = [self._prompts[question.position, False] for question in asked]
        kept = mlx.shared(self.loaded, prompts, (base, tuned), cancel.check)
        left = {question.position: question for question in asked}
        said: dict[int, dict[str, str]] = {position: {} for position in left}
        rows = self._rows(asked, size, cancel)
        whole: list[Question] = []
        for one, reply in mlx.ask(
            self.loaded, rows, cancel.check, max_tokens=self.max_tokens or 1, batch_size=size, kept=kept
        ):
            position, side = cast("tuple[int, str]", one.name)
            said[position][side] = reply
            if len(said[position]) == len(self._answering(left[position])):
                whole.append(left.pop(position))
            if len(whole) == size or (whole and not left):
                yield self._scored(whole, said, cancel)
                whole = []

    def _answering(self, question: Question) -> tuple[str, ...]:
        """The sides of a question, and the base by chance where it shows how far chance alone carries."""
        return (*self.sides, *(exams.NOISE if question.split == self.noisy else ()))

    def _rows(self, asked: Sequence[Question], size: int, cancel: Cancel) -> Iterator[Asked]:
        """What is asked in which order: questions of alike length together, so many that few are left half answered.

        What the documents say is looked up when it is needed.
        """
        from engine.runtimes import mlx

        order = sorted(asked, key=lambda question: (len(self._prompts[question.position, False]), question.position))
        for start in range(0, len(order), size):
            some = order[start : start + size]
            if self.grounding is not None:
                for question in some:
                    cancel.check()
                    messages, self._hits[question.position] = self.grounding.conversation(
                        question.asked, self.max_tokens or 1
                    )
                    self._read(question, True, messages)
            yield from mlx.alike(self.loaded, [self._row(one, side) for one in some for side in self._answering(one)])

    def _row(self, question: Question, side: str) -> Asked:
        """What one side is asked; the base by chance is asked as in chat."""
        from engine.runtimes import mlx

        name, prompt = (question.position, side), self._prompts[question.position, side in OPEN_BOOK]
        if side in exams.NOISE:
            seed = len(exams.NOISE) * question.position + exams.NOISE.index(side)
            return mlx.Asked(name, exams.BASE, prompt, mlx.Sampling(seed=seed))
        return mlx.Asked(name, OPEN_BOOK.get(side, side), prompt)

    def _scored(self, batch: Sequence[Question], said: dict[int, dict[str, str]], cancel: Cancel) -> list[exams.Answer]:
        losses = {side: self._losses(batch, side, cancel) for side in self.sides}
        return [self._answer(question, said[question.position], losses) for question in batch]

    def _answer(self, question: Question, said: dict[str, str], losses: dict[str, dict[int, float]]) -> exams.Answer:
        at, origin = question.position, question.origin
        replies = {side: said[side] for side in self._answering(question)}
        return exams.Answer(
            position=at,
            pair_id=question.pair_id,
            split=question.split,
            question=question.text,
            reference=question.reference,
            key_facts=question.keys,
            replies=replies,
            scores={
                side: {
                    **score(reply, question.reference, question.keys),
                    **({"loss": losses[side].get(at)} if side in losses else {}),
                }
                for side, reply in replies.items()
            },
            fact_id=None if origin is None else origin.fact_id,
            kind="" if origin is None else origin.kind,
            section=() if origin is None else origin.section,
            evidence="" if origin is None else origin.evidence,
            place=question.place,
            hits=self._hits.get(at, ()),
        )

    def _losses(self, batch: Sequence[Question], side: str, cancel: Cancel) -> dict[int, float]:
        """The loss of the references, by position; none where a question has only a key, or nothing fits."""
        from engine.runtimes import mlx

        open_book = side in OPEN_BOOK
        graded = [q.position for q in batch if q.graded and (q.position, open_book) in self._examples]
        if not graded:
            return {}
        self.loaded.use(OPEN_BOOK.get(side, side))
        rows = [self._examples[position, open_book] for position in graded]
        return dict(zip(graded, mlx.losses(self.loaded, rows, cancel.check), strict=True))
