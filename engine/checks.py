"""Checks: list the checks of a project, switch them, and judge the stored pairs again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import events
from engine.errors import HoneError
from engine.jobs import Pace
from engine.project import Project
from engine.project import pairs as stored
from engine.project.settings import set_setting, setting
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit
    from engine.project.judged import Judged

_BATCH = 200  # pairs between two commits


@dataclass(frozen=True, kw_only=True)
class ChecksSpec(Spec):
    """Which checks to switch, and whether to judge again."""

    off: tuple[str, ...] = option((), "Off", "Names of checks that shall not reject any more.")
    on: tuple[str, ...] = option((), "On", "Names of checks that shall reject again.")
    again: bool = option(
        False, "Again", "Judge all stored pairs by the checks that are on; what a person settled stays as it is."
    )


def checks(spec: ChecksSpec, emit: Emit, cancel: Cancel) -> None:
    """Switch, judge again where asked, and announce every check with its sentence, state and count of rejections.

    Switching alone changes no pair. Raises HoneError for a name that is no check, or cannot be switched off.
    """
    from engine.dataset.checks import SENTENCES, SETTING

    with Project(spec.project) as project:
        off = _switched(set(setting(project, SETTING, [])), spec)
        if spec.off or spec.on:
            set_setting(project, SETTING, sorted(off))
        moved = _again(project, off, emit, cancel) if spec.again else None
        rejected = stored.counts(project)["rejected"]
        rows = [
            {"name": name, "sentence": sentence, "on": name not in off, "rejected": rejected.get(name, 0)}
            for name, sentence in SENTENCES.items()
        ]
        data: dict[str, Any] = {"checks": rows}
        if moved is not None:
            data["again"] = moved
        emit(events.Artifact("checks", "", data))


def _switched(off: set[str], spec: ChecksSpec) -> set[str]:
    from engine.dataset.checks import ALWAYS, SENTENCES

    for name in (*spec.off, *spec.on):
        if name not in SENTENCES:
            raise HoneError(f"There is no check {name}", f"The checks are: {', '.join(SENTENCES)}.")
    for name in spec.off:
        if name in ALWAYS:
            raise HoneError(f"{name} cannot be switched off", "Without question and answer there is nothing to learn.")
    if both := sorted(set(spec.off) & set(spec.on)):
        raise HoneError(f"{both[0]} can be switched on or off, not both", "Say --on or --off.")
    return (off | set(spec.off)) - set(spec.on)


def _again(project: Project, off: set[str], emit: Emit, cancel: Cancel) -> dict[str, Any]:
    """Judge all generated pairs; those that are accepted now first, so that nothing moves without a cause."""
    from engine.dataset.checks.candidate import Candidate
    from engine.dataset.checks.verdicts import Opinion, Verdicts
    from engine.project.judged import accepted_questions, judged, move
    from engine.writers.base import RULES

    verdicts = Verdicts(off)
    for fixed in accepted_questions(project, fixed=True):
        verdicts.remember(*fixed)
    rows = judged(project, RULES)
    pace = Pace("checks", len(rows), emit)
    counts: Counter[str] = Counter(checked=len(rows), accepted=0, rejected=0)
    by_check: Counter[str] = Counter()
    changed: list[tuple[Judged, str, str]] = []
    for row in rows:
        cancel.check()
        pair = Candidate(row.question, row.answer, row.evidence, row.chunk, row.language, row.kind, row.page)
        opinion = Opinion(row.verdict, row.verdict_sentence, row.judge)
        if row.reason == "unjudged":
            opinion = Opinion("", "", row.judge, row.detail)
        (verdict,) = verdicts.of_fact(row.fact_id, [pair], [row.objection], [opinion])
        if (verdict.reason, verdict.detail) != (row.reason, row.detail):
            changed.append((row, verdict.reason, verdict.detail))
        if verdict.reason and not row.reason:
            counts["rejected"] += 1
            by_check[verdict.reason] += 1
        counts["accepted"] += bool(row.reason and not verdict.reason)
        if len(changed) >= _BATCH:
            move(project, changed)
            changed.clear()
        pace.advance()
    move(project, changed)
    return {**counts, "rejected_by": dict(by_check.most_common())}
