"""What a report is made of: every stored record of one exam and what it was of, as plain data and back again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from engine.errors import HoneError
from engine.project import datasets, exams, runs
from engine.project.exams import Answer, Judgement, Preference, ProbeAnswer
from engine.proof.results import results

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.project import Project

FORMAT, VERSION = "hone report", 1
_PATHS = ("questions", "judge")  # options that may be paths of this machine
_Record = TypeVar("_Record", Answer, Judgement, Preference, ProbeAnswer)


@dataclass(frozen=True, slots=True)
class Asked:
    """The row that a question was made from, as its file had it; `opening` are messages before the question."""

    instruction: str
    input: str
    opening: list[dict[str, str]]
    imported: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """One exam: `about` says of what, `figures` is what `results` found."""

    about: dict[str, Any]
    answers: list[Answer]
    judgements: list[Judgement]
    preferences: list[Preference]
    probe: list[ProbeAnswer]
    figures: dict[str, Any]
    rows: dict[int, Asked] = field(default_factory=dict)  # by position

    @property
    def imported(self) -> int:
        """How many of the main split's questions are rows of a file, which have neither page nor section."""
        main = self.figures["split"]
        return sum(a.split == main and a.position in self.rows and self.rows[a.position].imported for a in self.answers)


def gather(project: Project, exam_id: int | None = None) -> Gathered:
    """Everything about an exam, by default the newest finished one; raises HoneError when it is not finished."""
    exam = _chosen(project, exam_id)
    run = runs.get(project, exam.run_id)
    found = exams.answers(project, exam.id)
    records = (exams.judgements(project, exam.id), exams.preferences(project, exam.id))
    probe = exams.probe_answers(project, exam.id)
    figures = exam.scores.get("results") or results(found, *records, probe)  # an older Hone kept none
    about = _about(project, exam, run)
    return Gathered(about, found, *records, probe, figures, _rows(project, found))


def as_data(found: Gathered) -> dict[str, Any]:
    """The report as plain JSON: what it is about, its figures, and every record they are computed from."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **found.about,
        "results": found.figures,
        "answers": [asdict(answer) for answer in found.answers],
        "judgements": [asdict(each) for each in found.judgements],
        "preferences": [asdict(each) for each in found.preferences],
        "probe": [asdict(each) for each in found.probe],
    }


def recompute(data: dict[str, Any]) -> dict[str, Any]:
    """All figures of a report again from its records alone; raises HoneError for anything else than a report."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise HoneError("This is no report of Hone", "Expected is what hone report PROJECT --json FILE wrote.")
    if data["version"] > VERSION:
        raise HoneError("This report is of a newer Hone", "Bring Hone up to date, then read it again.")
    return results(
        _loaded(Answer, data["answers"]),
        _loaded(Judgement, data["judgements"]),
        _loaded(Preference, data["preferences"]),
        _loaded(ProbeAnswer, data["probe"]),
        trained=data["results"]["trained"],
    )


def _loaded(kind: type[_Record], rows: Iterable[dict[str, Any]]) -> list[_Record]:
    """Records as they were stored: lists stand for tuples."""
    found = []
    for row in rows:
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
        }
        if "key_facts" in values:
            values["key_facts"] = tuple(map(tuple, values["key_facts"]))
        found.append(kind(**values))
    return found


def _chosen(project: Project, exam_id: int | None) -> exams.Exam:
    if exam_id is None:
        newest = exams.latest(project)
        if newest is None:
            raise HoneError("There is no finished exam yet", f"Take one with: hone exam {project.path.name}")
        return newest
    try:
        exam = exams.get(project, exam_id)
    except KeyError as error:
        known = ", ".join(str(each.id) for each in reversed(exams.exams(project))) or "none"
        raise HoneError(f"There is no exam {exam_id}", f"The exams of this project: {known}.") from error
    if exam.state != "finished":
        raise HoneError(
            f"Exam {exam_id} is not finished", f"Let it go on with the same options: hone exam {project.path.name}"
        )
    return exam


def _about(project: Project, exam: exams.Exam, run: runs.Run) -> dict[str, Any]:
    """Names and numbers only: a report is sent to others, whom the folders of this machine do not concern."""
    dataset, options_of_run = datasets.get(project, run.dataset_id), json.loads(run.spec)
    options = {name: Path(value).name if name in _PATHS and value else value for name, value in exam.options.items()}
    sources = project.rows("SELECT name, (SELECT count(*) FROM pages WHERE document_id = documents.id) FROM documents")
    return {
        "project": project.path.stem,
        "exam": {"id": exam.id, "created_at": exam.created_at, "options": options},
        "run": {
            "id": run.id,
            "base": "starter" if options_of_run.get("base") == "starter" else Path(run.base).name,
            "preset": options_of_run.get("preset", ""),
            "iterations": run.iterations,
            "best_iteration": run.best_iteration,
            "best_val_loss": run.best_val_loss,
            "style": run.style,
        },
        "dataset": {"id": dataset.id, "counts": dataset.counts, "split": (dataset.leaks or {}).get("way", "")},
        "documents": [{"name": row[0], "pages": row[1]} for row in sources],
    }


def _rows(project: Project, answers: list[Answer]) -> dict[int, Asked]:
    """The rows of the questions whose pair is still as it was asked."""
    sql = "SELECT pairs.id, question, input, opening, origin FROM pairs JOIN facts ON facts.id = fact_id"
    stored = {row[0]: row for row in project.rows(sql)}
    found = {}
    for answer in answers:
        row = stored.get(answer.pair_id)
        if row is None:
            continue
        asked = Asked(row[1], row[2], json.loads(row[3]), row[4] in ("imported", "seed"))
        prompt = f"{asked.instruction}\n\n{asked.input}" if asked.input else asked.instruction
        if prompt == answer.question:
            found[answer.position] = asked
    return found


def responses(found: Gathered) -> list[dict[str, Any]]:
    """Each question as its row had it, with the replies beside the reference; `model_response` is the tuned model's."""
    marks = {(each.position, each.side): each.score for each in found.judgements if each.score is not None}
    listed = []
    for answer in found.answers:
        row = found.rows.get(answer.position, Asked(answer.question, "", [], False))
        entry: dict[str, Any] = {"instruction": row.instruction, "input": row.input, "output": answer.reference}
        if row.opening:
            entry["opening"] = row.opening
        entry["model_response"] = answer.tuned
        for side in exams.SIDES:
            if side in answer.replies and side != exams.TUNED:
                entry[f"{side}_response"] = answer.replies[side]
        judged = {side: marks[answer.position, side] for side in exams.SIDES if (answer.position, side) in marks}
        listed.append({**entry, "split": answer.split, **({"judge": judged} if judged else {})})
    return listed
