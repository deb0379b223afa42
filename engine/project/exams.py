"""Exams: which questions were asked, what each side replied, how that scores, and what judge and probe found."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Row

    from engine.project.store import Project

BASE, BASE_RAG, TUNED, TUNED_RAG = "base", "base_rag", "tuned", "tuned_rag"
SIDES = (BASE, BASE_RAG, TUNED, TUNED_RAG)  # _rag: with what the index finds for the question
# The base asked twice more with chance: how far chance alone carries.
NOISE = ("base_noise", "base_noise_too")
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
    """The replies to one question by side, and their scores; `key_facts` as in `engine.dataset.key_facts`.

    Questions of one `fact_id` are not independent. `section` holds the headings above the evidence, `place` where
    that stands (document_id, document, page, start, end; empty without), `hits` what the index found for the sides
    with retrieval (chunk, document, page each).
    """

    position: int
    pair_id: int | None
    split: str
    question: str
    reference: str
    key_facts: tuple[tuple[str, ...], ...]
    replies: dict[str, str]
    scores: dict[str, dict[str, float | None]]
    fact_id: int | None = None
    kind: str = ""
    section: tuple[str, ...] = ()
    evidence: str = ""
    place: dict[str, Any] = field(default_factory=dict)
    hits: tuple[dict[str, Any], ...] = ()

    @property
    def base(self) -> str:
        """What the base said."""
        return self.replies.get(BASE, "")

    @property
    def tuned(self) -> str:
        """What the tuned model said."""
        return self.replies.get(TUNED, "")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judge's score of one reply, 0 to 100; None with the `problem` where none could be had."""

    position: int
    side: str
    judge: str
    score: float | None
    reason: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Preference:
    """Which of two replies a judge prefers: 1 `side`, 0 `other`, 0.5 neither, None where it could not be had.

    `forward` with `side` shown first, `backward` with `other` first.
    """

    position: int
    side: str
    other: str
    judge: str
    forward: float | None
    backward: float | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ProbeAnswer:
    """One question of the forgetting probe; `scores` by side, {"right": 0 to 1} or {"loss": nats a token}."""

    position: int
    suite: str
    language: str
    question: str
    reference: str
    replies: dict[str, str]
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
    _insert(project, exam_id, "exam_answers", found)


def answers(project: Project, exam_id: int, split: str | None = None, known: Sequence[Answer] = ()) -> list[Answer]:
    """The answers of an exam in the order of its questions; of those that are known nothing is read again."""
    rows = project.rows(
        "SELECT * FROM exam_answers WHERE exam_id = ? AND (? IS NULL OR split = ?)"
        " AND position NOT IN (SELECT value FROM json_each(?))",
        exam_id,
        split,
        split,
        json.dumps([answer.position for answer in known]),
    )
    read = [
        Answer(
            row["position"],
            row["pair_id"],
            row["split"],
            row["question"],
            row["reference"],
            tuple(tuple(key) for key in json.loads(row["key_facts"])),
            json.loads(row["replies"]),
            json.loads(row["scores"]),
            row["fact_id"],
            row["kind"],
            tuple(json.loads(row["section"])),
            row["evidence"],
            json.loads(row["place"]),
            tuple(json.loads(row["hits"])),
        )
        for row in rows
    ]
    return sorted([*known, *read], key=lambda answer: answer.position)


def add_judgements(project: Project, exam_id: int, found: Iterable[Judgement]) -> None:
    """Store what a judge said of replies, all or nothing; said again, it is replaced."""
    _insert(project, exam_id, "judgements", found)


def judgements(project: Project, exam_id: int) -> list[Judgement]:
    """All scores by judges, in the order of the questions."""
    return [
        Judgement(*row)
        for row in project.rows(
            "SELECT position, side, judge, score, reason, problem FROM judgements WHERE exam_id = ?"
            " ORDER BY position, side, judge",
            exam_id,
        )
    ]


def add_preferences(project: Project, exam_id: int, found: Iterable[Preference]) -> None:
    """Store which replies a judge prefers, all or nothing; said again, it is replaced."""
    _insert(project, exam_id, "preferences", found)


def preferences(project: Project, exam_id: int) -> list[Preference]:
    """All preferences of judges, in the order of the questions."""
    return [
        Preference(*row)
        for row in project.rows(
            "SELECT position, side, other, judge, forward, backward, problem FROM preferences WHERE exam_id = ?"
            " ORDER BY position, side, other, judge",
            exam_id,
        )
    ]


def add_probe_answers(project: Project, exam_id: int, found: Iterable[ProbeAnswer]) -> None:
    """Store answers of the forgetting probe, all or none of them."""
    _insert(project, exam_id, "probe_answers", found)


def probe_answers(project: Project, exam_id: int) -> list[ProbeAnswer]:
    """The answers of the forgetting probe in their order."""
    rows = project.rows(
        "SELECT position, suite, language, question, reference, replies, scores FROM probe_answers WHERE exam_id = ?"
        " ORDER BY position",
        exam_id,
    )
    return [
        ProbeAnswer(
            row["position"],
            row["suite"],
            row["language"],
            row["question"],
            row["reference"],
            json.loads(row["replies"]),
            json.loads(row["scores"]),
        )
        for row in rows
    ]


def _insert(project: Project, exam_id: int, table: str, found: Iterable[Any]) -> None:
    """Store records whose fields are the columns of a table; what is no plain value is stored as JSON."""
    with project.transaction() as db:
        for record in found:
            values = {item.name: getattr(record, item.name) for item in fields(record)}
            plain = [
                json.dumps(value, ensure_ascii=False) if isinstance(value, dict | tuple) else value
                for value in values.values()
            ]
            marks = ", ".join("?" for _ in plain)
            db.execute(
                f"INSERT OR REPLACE INTO {table} (exam_id, {', '.join(values)}) VALUES (?, {marks})", (exam_id, *plain)
            )


def count_answers(project: Project, exam_id: int) -> int:
    """How many questions were answered so far."""
    return int(project.value("SELECT count(*) FROM exam_answers WHERE exam_id = ?", exam_id))


def count(project: Project) -> int:
    """How many exams there are."""
    number: int = project.value("SELECT count(*) FROM exams")
    return number


def count_judgements(project: Project, exam_id: int) -> int:
    """How many replies of an exam a judge has read."""
    number: int = project.value("SELECT count(*) FROM judgements WHERE exam_id = ?", exam_id)
    return number


def as_csv(found: Sequence[Answer]) -> str:
    """A table of answers for spreadsheets, one line each under a heading, with the sides that were asked."""
    text = io.StringIO()
    table = csv.writer(text)
    sides = asked_sides(found)
    figures = [(side, name) for side in sides for name in FIGURES]
    place = ["document", "page"]
    table.writerow(["split", "question", "reference", *place, *sides, *(f"{side}_{name}" for side, name in figures)])
    for answer in found:
        scores = [answer.scores.get(side, {}).get(name) for side, name in figures]
        replies = [answer.replies.get(side, "") for side in sides]
        where = [answer.place.get(name, "") for name in place]
        table.writerow([answer.split, answer.question, answer.reference, *where, *replies, *scores])
    return text.getvalue()


def asked_sides(found: Iterable[Answer]) -> tuple[str, ...]:
    """The sides that replied to any of these questions, in their fixed order."""
    known = {side for answer in found for side in answer.replies}
    return tuple(side for side in SIDES if side in known)


def finish(project: Project, exam_id: int, results: dict[str, Any]) -> dict[str, Any]:
    """Score the exam as a whole, store that with `results` under "results" and return it (see `summary`)."""
    scores = {**summary(answers(project, exam_id)), "results": results}
    with project.transaction() as db:
        db.execute("UPDATE exams SET state = 'finished', scores = ? WHERE id = ?", (json.dumps(scores), exam_id))
    return scores


def summary(found: Sequence[Answer]) -> dict[str, Any]:
    """{"split", "base": {n, key_facts, token_f1, rouge_l, loss}, "tuned": {...}, "splits": {split: {"base", "tuned"}}}.

    Means over the answers of a split. "base" and "tuned" are those of the split named by "split" and have all
    splits under "splits" too; so have the sides with retrieval, where they were asked. A figure that no answer of
    the split has is None.
    """
    asked = {answer.split for answer in found}
    sides = asked_sides(found) or (BASE, TUNED)
    splits = {
        split: _of_sides([answer for answer in found if answer.split == split], sides)
        for split in MAIN
        if split in asked
    }
    if not splits:
        return {"split": "", "base": {"n": 0}, "tuned": {"n": 0}, "splits": {}}
    main = next(iter(splits))
    all_sides = {
        side: {**splits[main][side], "splits": {s: each[side] for s, each in splits.items()}} for side in sides
    }
    return {"split": main, **all_sides, "splits": splits}


def _of_sides(found: Sequence[Answer], sides: Sequence[str]) -> dict[str, dict[str, float | int | None]]:
    return {side: _means([answer.scores[side] for answer in found if side in answer.scores]) for side in sides}


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
