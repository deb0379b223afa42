"""The verdict on each wording of a fact: its checks, then what it repeats, then what its writer objects to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.checks import judge
from engine.dataset.duplicates import Asked
from engine.dataset.words import normalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.dataset.candidate import Candidate

Verdict = tuple[str, str]  # reason and detail; ('', '') accepts


class Verdicts:
    """Judges facts one after the other; an accepted question stands against later ones that repeat it."""

    def __init__(self) -> None:
        self._asked = Asked()

    def remember(self, fact_id: int, question: str) -> None:
        """Take up a question that is accepted already."""
        self._asked.add(fact_id, question)

    def of_fact(self, fact_id: int, pairs: Sequence[Candidate], objections: Sequence[tuple[str, str]]) -> list[Verdict]:
        """The verdict on each wording of a fact; `objections` are the writer's own, '' where it has none."""
        verdicts: list[Verdict] = []
        wordings: set[str] = set()
        for pair, objection in zip(pairs, objections, strict=True):
            reason, detail = judge(pair)
            if not reason and normalised(pair.question) in wordings:
                reason, detail = "same_wording", pair.question
            if not reason and (other := self._asked.near_duplicate(fact_id, pair.question)):
                reason, detail = "near_duplicate", f"also asked: {other}"
            if objection[0] and not reason:
                reason, detail = objection
            if not reason:
                wordings.add(normalised(pair.question))
                self._asked.add(fact_id, pair.question)
            verdicts.append((reason, detail))
        return verdicts
