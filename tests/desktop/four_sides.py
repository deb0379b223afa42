"""An exam of four sides in the recorded project: its questions, with what four models could have said."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.dataset.scores import score
from engine.project import exams, review

if TYPE_CHECKING:
    from engine.project import Project

SECTIONS = (("Setting up",), ("Cleaning & care", "Drum and lid"), ("Cleaning & care", "Filter"), ("Guarantee",))
KINDS = ("fact", "how_to", "list")
SPLITS = ("test", "written")
SUITES = (("language", "en"), ("language", "ko"), ("reasoning", "en"), ("refusal", "ko"))


def begin(project: Project, *, learned: bool = True, judge: bool = True, probe: bool = True) -> exams.Exam:
    """Store answers of all sides, what a judge says of them and a probe; without `learned` tuned is as the base."""
    begun = exams.begin(project, 1, json.dumps({"splits": list(SPLITS), "digest": "", "questions": ""}))
    found = [_answer(project, old, learned) for old in exams.answers(project, 1) if old.split in SPLITS]
    exams.add_answers(project, begun.id, found)
    if judge:
        exams.add_judgements(
            project,
            begun.id,
            [
                exams.Judgement(a.position, side, "judge-7b.gguf", 90.0 if _right(a, side) else 12.0, "It says it all.")
                for a in found
                for side in exams.SIDES
            ],
        )
        exams.add_preferences(
            project,
            begun.id,
            [exams.Preference(a.position, "tuned", "base", "judge-7b.gguf", 1.0, 1.0) for a in found[:20]],
        )
    if probe:
        exams.add_probe_answers(project, begun.id, _probe(learned))
    return begun


def make_old(project: Project) -> None:
    """Leave of the recorded exam what one had before there were four sides, a probe and a verdict."""
    with project.transaction() as db:
        db.execute("DELETE FROM probe_answers WHERE exam_id = 1")
        db.execute(
            "UPDATE exam_answers SET hits = '[]', kind = '', section = '[]', fact_id = NULL,"
            " replies = json_object('base', replies ->> 'base',"
            " 'tuned', replies ->> 'tuned'), scores = json_object('base', json(scores -> 'base'),"
            " 'tuned', json(scores -> 'tuned')) WHERE exam_id = 1"
        )
        (scores,) = db.execute("SELECT scores FROM exams WHERE id = 1").fetchone()
        kept = {name: value for name, value in json.loads(scores).items() if name != "results"}
        db.execute("UPDATE exams SET scores = ? WHERE id = 1", (json.dumps(kept),))


def finish(project: Project, exam: exams.Exam) -> exams.Exam:
    """Work the results out and store them, as the job does."""
    from engine.proof.results import results

    found = results(
        exams.answers(project, exam.id),
        exams.judgements(project, exam.id),
        exams.preferences(project, exam.id),
        exams.probe_answers(project, exam.id),
        trained=None,
    )
    exams.finish(project, exam.id, found)
    return exams.get(project, exam.id)


def _answer(project: Project, old: exams.Answer, learned: bool) -> exams.Answer:
    at, told = old.position, f"{old.reference} This stands in the documents."
    pair = review.listed(project, [old.pair_id]).get(old.pair_id) if old.pair_id else None
    known = pair is not None and pair.document_id is not None
    replies = {
        "base": old.base,
        "base_rag": told if at % 10 < 6 else "I do not find that in the documents.",
        "tuned": old.tuned if learned else old.base,
        "tuned_rag": told if at % 10 < 8 else old.tuned if learned else old.base,
        "base_noise": told if at % 18 == 0 else old.base,
        "base_noise_too": old.base,
    }
    scores: dict[str, dict[str, float | None]] = {}
    for side, reply in replies.items():
        scores[side] = {**score(reply, old.reference, old.key_facts)}
        if side in exams.SIDES and old.scores["base"].get("loss") is not None:
            scores[side]["loss"] = old.scores["tuned" if side == "tuned" and learned else "base"]["loss"]
    return replace(
        old,
        replies=replies,
        scores=scores,
        fact_id=at // 2,
        kind=KINDS[at % 3],
        section=SECTIONS[at % 4] if old.pair_id else (),
        evidence=pair.evidence if pair is not None else "",
        place={"document_id": pair.document_id, "document": pair.document, "page": pair.page,
               "start": pair.start, "end": pair.end} if pair is not None and known else {},
        hits=tuple({"chunk": number, "document": "manual.pdf", "page": 4 + number} for number in (2, 3)),
    )  # fmt: skip


def _right(answer: exams.Answer, side: str) -> bool:
    return answer.scores[side].get("key_facts") == 1


def _probe(learned: bool) -> list[exams.ProbeAnswer]:
    found = []
    for at in range(120):
        suite, language = SUITES[at % 4]
        rights = {"base": float(at % 10 < 7), "tuned": float(at % 10 < (6 if learned else 2))}
        if suite == "refusal":
            rights["base"] = 0.0
        scores: dict[str, dict[str, float | None]] = {side: {"right": right} for side, right in rights.items()}
        found.append(exams.ProbeAnswer(at, suite, language, f"Question {at}", "Yes", {"base": "", "tuned": ""}, scores))
    for at in range(120, 140):
        scores = {"base": {"loss": 3.1 + at % 3 / 10}, "tuned": {"loss": 3.3 + at % 4 / 10}}
        found.append(exams.ProbeAnswer(at, "text", "en", "A text.", "", {"base": "", "tuned": ""}, scores))
    return found
