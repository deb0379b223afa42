"""Exams: which questions were asked, what base and tuned model replied, and how that scores."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Row

    from engine.project.store import Project

SIDES = ("base", "tuned")
# The first of these splits that was asked gives the exam's main figures: held-out questions before trained ones.
MAIN = ("test", "written", "unseen", "valid", "train", "uncovered")
FIGURES = ("key_facts", "token_f1", "rouge_l", "loss")
_PRINTS = ("digest", "best_iteration")  # what else tells exams apart


@dataclass(frozen=True, slots=True)
class Exam:
    """One exam of a run; `spec` is what was asked for, `scores` what `summary` gave when it was finished."""

    id: int
    run_id: int
    spec: str
    state: str
    scores: dict[str, Any]
    created_at: str = ""  # in UTC, as SQLite tells it

    @property
    def options(self) -> dict[str, Any]:
        """The options it was asked with, as fields of its spec; asked again with them, an unfinished one goes on."""
        return {name: value for name, value in json.loads(self.spec).items() if name not in _PRINTS}


@dataclass(frozen=True, slots=True)
class Answer:
    """Both replies to one question; `scores` by side, `key_facts` as in `engine.dataset.key_facts`."""

    position: int
    pair_id: int | None
    split: str
    question: str
    reference: str
    key_facts: tuple[tuple[str, ...], ...]
    base: str
    tuned: str
    scores: dict[str, dict[str, float | None]]


def begin(project: Project, run_id: int, spec: str) -> Exam:
    """The unfinished exam of the run with this very spec, or a new one."""
    with project.transaction() as db:
        row = db.execute(
            "SELECT id FROM exams WHERE run_id = ? AND spec = ? AND state = 'running' ORDER BY id DESC", (run_id, spec)
        ).fetchone()
        number = row["id"] if row else None
        if number is None:
            number = db.execute(
                "INSERT INTO exams (run_id, spec, state) VALUES (?, ?, 'running')", (run_id, spec)
            ).lastrowid
    return get(project, int(number or 0))


def get(project: Project, exam_id: int) -> Exam:
    """One exam by its number; raises KeyError when there is none."""
    row = project.row("SELECT * FROM exams WHERE id = ?", exam_id)
    if row is None:
        raise KeyError(exam_id)
    return _exam(row)


def exams(project: Project) -> list[Exam]:
    """All exams, finished or not, the newest first."""
    return [_exam(row) for row in project.rows("SELECT * FROM exams ORDER BY id DESC")]


def latest(project: Project, run_id: int | None = None) -> Exam | None:
    """The newest finished exam, of one run or of all."""
    number = project.value(
        "SELECT max(id) FROM exams WHERE state = 'finished' AND (? IS NULL OR run_id = ?)", run_id, run_id
    )
    return None if number is None else get(project, number)


def add_answers(project: Project, exam_id: int, found: Iterable[Answer]) -> None:
    """Store answers, all or none of them."""
    with project.transaction() as db:
        db.executemany(
            "INSERT INTO exam_answers (exam_id, position, pair_id, split, question, reference, key_facts, base, tuned,"
            " scores) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    exam_id,
                    answer.position,
                    answer.pair_id,
                    answer.split,
                    answer.question,
                    answer.reference,
                    json.dumps(answer.key_facts, ensure_ascii=False),
                    answer.base,
                    answer.tuned,
                    json.dumps(answer.scores),
                )
                for answer in found
            ],
        )


def answers(project: Project, exam_id: int, split: str | None = None) -> list[Answer]:
    """The answers of an exam in the order of its questions."""
    rows = project.rows(
        "SELECT * FROM exam_answers WHERE exam_id = ? AND (? IS NULL OR split = ?) ORDER BY position",
        exam_id,
        split,
        split,
    )
    return [
        Answer(
            row["position"],
            row["pair_id"],
            row["split"],
            row["question"],
            row["reference"],
            tuple(tuple(key) for key in json.loads(row["key_facts"])),
            row["base"],
            row["tuned"],
            json.loads(row["scores"]),
        )
        for row in rows
    ]


def count_answers(project: Project, exam_id: int) -> int:
    """How many questions were answered so far."""
    return int(project.value("SELECT count(*) FROM exam_answers WHERE exam_id = ?", exam_id))


def as_csv(found: Iterable[Answer]) -> str:
    """A table of answers for spreadsheets, one line each under a heading."""
    text = io.StringIO()
    table = csv.writer(text)
    figures = [(side, name) for side in SIDES for name in FIGURES]
    table.writerow(["split", "question", "reference", *SIDES, *(f"{side}_{name}" for side, name in figures)])
    for answer in found:
        scores = [answer.scores[side].get(name) for side, name in figures]
        table.writerow([answer.split, answer.question, answer.reference, answer.base, answer.tuned, *scores])
    return text.getvalue()


def finish(project: Project, exam_id: int) -> dict[str, Any]:
    """Score the exam as a whole, store that and return it (see `summary`)."""
    scores = summary(answers(project, exam_id))
    with project.transaction() as db:
        db.execute("UPDATE exams SET state = 'finished', scores = ? WHERE id = ?", (json.dumps(scores), exam_id))
    return scores


def summary(found: Sequence[Answer]) -> dict[str, Any]:
    """{"split", "base": {n, key_facts, token_f1, rouge_l, loss}, "tuned": {...}, "splits": {split: {"base", "tuned"}}}.

    Means over the answers of a split. "base" and "tuned" are those of the split named by "split" and have all
    splits under "splits" too. A figure that no answer of the split has is None.
    """
    asked = {answer.split for answer in found}
    splits = {
        split: {side: _means([a.scores[side] for a in found if a.split == split]) for side in SIDES}
        for split in MAIN
        if split in asked
    }
    if not splits:
        return {"split": "", "base": {"n": 0}, "tuned": {"n": 0}, "splits": {}}
    main = next(iter(splits))
    sides = {side: {**splits[main][side], "splits": {s: both[side] for s, both in splits.items()}} for side in SIDES}
    return {"split": main, **sides, "splits": splits}


def _means(scores: Sequence[dict[str, float | None]]) -> dict[str, float | int | None]:
    means: dict[str, float | int | None] = {"n": len(scores)}
    for name in FIGURES:
        values = [value for score in scores if (value := score.get(name)) is not None]
        means[name] = sum(values) / len(values) if values else None
    return means


def _exam(row: Row) -> Exam:
    return Exam(
        row["id"], row["run_id"], row["spec"], row["state"], json.loads(row["scores"] or "{}"), row["created_at"]
    )
