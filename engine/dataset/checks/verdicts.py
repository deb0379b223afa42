"""The verdict on each wording of a fact: its checks, what it repeats, what its writer objects to, what a judge says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.dataset.checks import judge
from engine.dataset.checks.duplicates import Asked
from engine.dataset.words import normalised, tokens

if TYPE_CHECKING:
    from collections.abc import Collection

    from engine.dataset.checks.candidate import Candidate

SUPPORTED, UNSUPPORTED = "supported", "unsupported"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge says of a pair: `verdict` is supported, unsupported, or '' when it gave no usable reply.

    `sentence` is the one of the source that decides; `problem` says why there is no verdict, '' where the
    judge was not asked or abstains.
    """

    verdict: str = ""
    sentence: str = ""
    judge: str = ""
    problem: str = ""

    @property
    def objection(self) -> tuple[str, str]:
        """The reason to reject, with its detail; ('', '') for none. No usable reply is never taken for a yes."""
        if self.problem:
            return "unjudged", self.problem
        if self.verdict == UNSUPPORTED:
            return "unfaithful", self.sentence or "no sentence of the source supports it"
        return "", ""


NO_OPINION = Opinion()
Judging = Callable[[Sequence["Candidate"]], Sequence[Opinion]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is the name of a check, '' accepts; what writer and judge say is kept beside it."""

    reason: str
    detail: str
    objection: tuple[str, str] = ("", "")
    opinion: Opinion = NO_OPINION


class Verdicts:
    """Judges facts one after the other; an accepted question stands against later ones that repeat it.

    `off` names checks that are switched off.
    """

    def __init__(self, off: Collection[str] = (), judging: Judging | None = None) -> None:
        self._off, self._judging = frozenset(off), judging
        self._asked = Asked()
        self._wordings: defaultdict[int, set[str]] = defaultdict(set)

    def remember(self, fact_id: int, question: str, answer: str = "", evidence: str = "") -> None:
        """Take up a question that is accepted already."""
        self._asked.add(fact_id, question, answer, evidence)
        self._wordings[fact_id].add(normalised(question))

    def of_fact(
        self,
        fact_id: int,
        pairs: Sequence[Candidate],
        objections: Sequence[tuple[str, str]],
        opinions: Sequence[Opinion] | None = None,
    ) -> list[Verdict]:
        """The verdict on each wording of a fact; `objections` are the writer's own, '' where it has none.

        `opinions` are known ones; without them the judge, if there is one, is asked about what passes the checks.
        """
        found = [self._alone(pair, own) for pair, own in zip(pairs, objections, strict=True)]
        known = list(opinions) if opinions is not None else self._opinions(pairs, [reason for reason, _ in found])
        verdicts: list[Verdict] = []
        for pair, own, alone, opinion in zip(pairs, objections, found, known, strict=True):
            reason, detail = alone
            if not reason:
                reason, detail = self._beside(fact_id, pair)
            if not reason and opinion.objection[0] not in self._off:
                reason, detail = opinion.objection
            if not reason:
                self.remember(fact_id, pair.question, pair.answer, pair.evidence)
            verdicts.append(Verdict(reason, detail, own, opinion))
        return verdicts

    def _alone(self, pair: Candidate, objection: tuple[str, str]) -> tuple[str, str]:
        reason, detail = judge(pair, self._off)
        if not reason and not tokens(pair.answer):  # whatever is switched off: there is nothing to learn
            return "unanswered", objection[1] or "there is no answer"
        if not reason and objection[0] not in self._off:
            return objection
        return reason, detail

    def _opinions(self, pairs: Sequence[Candidate], reasons: Sequence[str]) -> list[Opinion]:
        opinions = [NO_OPINION] * len(pairs)
        # That the document does not say is what no sentence of it supports.
        passing = [i for i, reason in enumerate(reasons) if not reason and pairs[i].kind != "unanswerable"]
        if self._judging is not None and passing:
            for number, opinion in zip(passing, self._judging([pairs[i] for i in passing]), strict=True):
                opinions[number] = opinion
        return opinions

    def _beside(self, fact_id: int, pair: Candidate) -> tuple[str, str]:
        """What it repeats of this fact or of others."""
        if "same_wording" not in self._off and normalised(pair.question) in self._wordings[fact_id]:
            return "same_wording", pair.question
        if "near_duplicate" in self._off:
            return "", ""
        other = self._asked.near_duplicate(fact_id, pair.question, pair.answer, pair.evidence)
        return ("near_duplicate", f"also asked: {other}") if other else ("", "")
