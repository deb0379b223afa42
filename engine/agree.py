"""Let a judge choose where a person voted without knowing whose the replies were: how far can it be trusted?"""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from engine import events
from engine.errors import HoneError
from engine.jobs import Pace
from engine.project import Project, references, runs, votes
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.jobs import Cancel, Emit
    from engine.writers.grading import Grader, Two

_AT_ONCE = 8  # votes judged between two commits


@dataclass(frozen=True, kw_only=True)
class AgreeSpec(Spec):
    """Who judges, and which votes."""

    judge: str = option(
        "", "Judge.", "The path of a GGUF chat model, or the address of an OpenAI-compatible server (http://...)."
    )
    judge_model: str = option("", "Judge's model.", "Its name on the server; not needed where there is only one.")
    run: int | None = option(None, "Run.", "By default the votes on all runs.", minimum=1)


def agree(spec: AgreeSpec, emit: Emit, cancel: Cancel) -> None:
    """Ask the judge about each vote that it has not judged, and end with `Artifact("agreement")`.

    Each two of the replies are shown to it both ways round; what wins most often is its choice. Raises HoneError
    without votes, and for a judge that cannot be used.
    """
    with Project(spec.project) as project:
        found = votes.ballots(project, spec.run)
        if not found:
            raise HoneError(
                "There is no vote to judge", "Turn on Blind on the page Compare, ask, and say which reply is better."
            )
        from engine.writers.grading import open_grader

        with closing(open_grader(spec.judge, spec.judge_model, cancel.check)) as grader:
            if grader.address:
                emit(events.Log(f"Questions, references and replies are sent to {urlsplit(grader.address).netloc}."))
            known = votes.judged(project, grader.name)
            left = [ballot for ballot in found if ballot.id not in known or known[ballot.id].problem]
            pace = Pace("judge", len(found), emit, len(found) - len(left))
            for start in range(0, len(left), _AT_ONCE):
                cancel.check()
                batch = left[start : start + _AT_ONCE]
                votes.add_judged(project, _judged(project, grader, batch, cancel))
                pace.advance(len(batch))
            emit(events.Artifact("agreement", "", _result(project, spec, grader.name, found)))


def _result(project: Project, spec: AgreeSpec, judge: str, found: Sequence[votes.Ballot]) -> dict[str, Any]:
    from engine.proof.agreement import agreed

    judged = votes.judged(project, judge)
    problems = [judged[ballot.id].problem for ballot in found if not judged[ballot.id].choice]
    result = agreed(judge, votes.beside_judges(project, spec.run).get(judge, []))
    if result is None:
        raise HoneError(
            f"{judge} gave no choice that can be read",
            f"The last time because: {problems[-1]}. Choose another judge: a larger chat model follows its form.",
        )
    return {**asdict(result), "problems": len(problems)}


def _judged(project: Project, grader: Grader, ballots: Sequence[votes.Ballot], cancel: Cancel) -> list[votes.Judged]:
    """The judge's choice for each vote, all their pairs asked together."""
    pairs = [(ballot, side, other) for ballot in ballots for side, other in combinations(ballot.replies, 2)]
    points = {ballot.id: dict.fromkeys(ballot.replies, 0.0) for ballot in ballots}
    problems = {ballot.id: "" for ballot in ballots}
    asked = [_two(project, ballot, side, other) for ballot, side, other in pairs]
    for number, forward, backward, problem in grader.prefer(asked, cancel.check):
        ballot, side, other = pairs[number]
        if forward is None or backward is None:
            problems[ballot.id] = problem
            continue
        better = (forward + backward) / 2
        won = 0.5 if better == 0.5 else float(better > 0.5)  # each preferred when first: neither
        points[ballot.id][side] += won
        points[ballot.id][other] += 1 - won
    return [
        votes.Judged(number, grader.name, "" if problems[number] else _choice(each), problems[number])
        for number, each in points.items()
    ]


def _choice(points: dict[str, float]) -> str:
    best = max(points.values(), default=0.0)
    winners = [side for side, won in points.items() if won == best]
    return winners[0] if len(winners) == 1 else votes.BOTH


def _two(project: Project, ballot: votes.Ballot, side: str, other: str) -> Two:
    from engine.documents.language import language
    from engine.writers.grading import Two

    known = references.reference(project, runs.get(project, ballot.run_id).dataset_id, ballot.question)
    answer, evidence = (known.answer, known.evidence) if known else ("", "")
    return Two(
        ballot.question,
        answer,
        evidence,
        ballot.replies[side],
        ballot.replies[other],
        language(f"{ballot.question} {answer}"),
    )
