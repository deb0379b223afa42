"""Where an exam is sat: the loaded model with the questions as tokens, and what each side makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.dataset.scores import score
from engine.project import exams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.exam_paper import Question
    from engine.grounded import Grounding
    from engine.jobs import Cancel
    from engine.runtimes.mlx import Example, Loaded

OPEN_BOOK = {exams.BASE_RAG: exams.BASE, exams.TUNED_RAG: exams.TUNED}  # who answers with the documents open
_SPARE_TOKENS = 16  # beyond the longest reference answer, for replies that are worded at more length
_LONGEST_REPLY = 256


@dataclass
class Room:
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

        open_book = side in OPEN_BOOK
        chance = [] if turn is None else [mlx.Sampling(seed=len(exams.NOISE) * q.position + turn) for q in batch]
        said = mlx.greedy(
            self.loaded,
            [self._prompts[question.position, open_book] for question in batch],
            OPEN_BOOK.get(side, side),
            cancel.check,
            max_tokens=self.max_tokens or 1,
            draws=chance,
        )
        return {question.position: reply for question, reply in zip(batch, said, strict=True)}

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
