"""A project with a finished exam of four sides, judge and probe, put into the store: what reports are made of."""

from __future__ import annotations

from engine.project import Project, exams
from engine.project.exams import NOISE, SIDES, Answer, Judgement, Preference, ProbeAnswer
from engine.proof.results import results

_SIDES = (*SIDES, *NOISE)
SECTIONS = (("1. Berths", "1.1 Fees"), ("2. Fuel",), ("3. 안전 & 감시",))
TRICKY = '<script>alert("x")</script> | *not bold* & "quoted" `code`'


def answers(count: int = 24) -> list[Answer]:
    """Questions of which the base knows every sixth, the tuned model three of four; two wordings of each fact."""
    listed = []
    for number in range(count):
        right = {
            "base": number % 6 == 0,
            "base_rag": number % 2 == 0,
            "tuned": number % 4 != 3,
            "tuned_rag": number % 5 != 4,
            "base_noise": number % 6 == 0,
            "base_noise_too": number % 6 == 1,
        }
        reference = f"The fee is {number} crowns."
        listed.append(
            Answer(
                position=number,
                pair_id=None,
                split="test",
                question=f"What is fee {number}?" if number else f"What is {TRICKY}?",
                reference=reference,
                key_facts=((f"{number} crowns",),),
                replies={side: reference if right[side] else TRICKY for side in _SIDES},
                scores={
                    side: {
                        "key_facts": float(right[side]),
                        "token_f1": 1.0 if right[side] else 0.1,
                        "rouge_l": 1.0 if right[side] else 0.125,
                        **({"loss": 0.5 if right[side] else 3.25} if side in SIDES else {}),
                    }
                    for side in _SIDES
                },
                fact_id=number // 2,
                kind="how_to" if number % 3 else "fact",
                section=SECTIONS[number % 3],
                evidence=f"| up to {number} m | {number} crowns |",
                place={"document_id": 1, "document": "항구 규칙.pdf", "page": number % 5 + 1, "start": 0, "end": 9},
                hits=({"chunk": 3, "document": "항구 규칙.pdf", "page": 2},),
            )
        )
    return listed


def examine(path: str, trained: dict[str, int] | None = None) -> int:
    """Put a run and a finished exam of it into a project; returns the exam's number."""
    with Project(path) as project:
        with project.transaction() as db:
            db.execute(
                "INSERT INTO documents (id, sha256, name, source, kind, state) "
                "VALUES (1, 'x', '항구 규칙.pdf', '', 'pdf', 'read')"
            )
            db.execute(
                "INSERT INTO datasets (id, spec, folder, counts) VALUES (1, '{}', 'datasets/0001', "
                '\'{"train": 60, "valid": 8, "test": 24, "unseen": 0}\')'
            )
            db.execute(
                "INSERT INTO runs (id, spec, dataset_id, base, folder, state, iterations, best_iteration) "
                "VALUES (1, '{}', 1, '/home/somebody/models/Small-1B-4bit', 'runs/0001', 'finished', 300, 250)"
            )
        exam = exams.begin(project, 1, '{"questions": "/home/somebody/private/asked.json"}')
        found = answers()
        judgements = [_judged(each, side) for each in found for side in SIDES]
        preferences = [
            Preference(each.position, "tuned", "base", "judge-7b", float(each.position % 4 != 3), 0.5) for each in found
        ]
        probe = [
            ProbeAnswer(
                number,
                suite,
                "ko" if number % 2 else "en",
                f"Probe {number}?",
                "yes",
                {"base": "yes", "tuned": "no" if number % 7 == 0 else "yes"},
                {"base": {"right": 1.0}, "tuned": {"right": float(number % 7 != 0)}},
            )
            for number, suite in enumerate(["arithmetic", "reasoning", "instructions"] * 8)
        ]
        probe += [
            ProbeAnswer(99 + n, "text", "en", "Prose.", "", {}, {"base": {"loss": 2.0}, "tuned": {"loss": 2.1 + n / 9}})
            for n in range(6)
        ]
        exams.add_answers(project, exam.id, found)
        exams.add_judgements(project, exam.id, judgements)
        exams.add_preferences(project, exam.id, preferences)
        exams.add_probe_answers(project, exam.id, probe)
        exams.finish(project, exam.id, results(found, judgements, preferences, probe, trained=trained))
        return exam.id


def _judged(answer: Answer, side: str) -> Judgement:
    """A score that follows the key facts; none for the fourth question."""
    if answer.position == 3:
        return Judgement(answer.position, side, "judge-7b", None, "", "No number was said.")
    score = 90.0 * (answer.scores[side]["key_facts"] or 0.0)
    return Judgement(answer.position, side, "judge-7b", score, "It <b>says</b> so.")
