"""Let base and tuned model answer questions that were kept from training, and score both against the document."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from engine import events
from engine.dataset.scores import KeyFacts, key_facts, matches, score
from engine.errors import HoneError
from engine.jobs import Pace
from engine.project import Project, datasets, exams, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Example, Loaded

_T = TypeVar("_T")
_SPARE_TOKENS = 16  # beyond the longest reference answer, for replies that are worded at more length
_LONGEST_REPLY = 256
_SIDES = (exams.BASE, exams.TUNED)


@dataclass(frozen=True, kw_only=True)
class ExamSpec(Spec):
    """Which questions to ask; an unfinished exam with the same options goes on where it was."""

    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    splits: tuple[str, ...] = option(("test", "unseen"), "Splits.", "Of test, unseen, valid and train.")
    trained: bool = option(False, "Trained questions too.", "Asks those of train as well, scored apart.")
    questions: str = option("", "File of questions.", "JSON list of {question, key: [spellings], answer?, page?}.")
    limit: int | None = option(None, "At most.", "Questions of each split, spread over it.", minimum=1)
    max_tokens: int | None = option(
        None, "Longest reply.", "In tokens; by default what the longest reference needs.", minimum=1, maximum=4096
    )
    batch_size: int = option(32, "Batch size.", "Questions answered at once.", minimum=1, maximum=256)

    def validate(self) -> None:
        """Check the names of the splits too."""
        super().validate()
        known = ("test", "unseen", "valid", "train")
        if unknown := [name for name in self.splits if name not in known]:
            raise HoneError(f"There is no split {unknown[0]}", f"Choose of {', '.join(known)}.")


@dataclass(frozen=True, slots=True)
class _Question:
    """`asked` is the conversation up to the reply; `graded` whether `reference` is an answer and not only a key."""

    position: int
    pair_id: int | None
    split: str
    text: str
    asked: tuple[dict[str, str], ...]
    reference: str
    keys: KeyFacts
    graded: bool


def exam(spec: ExamSpec, emit: Emit, cancel: Cancel) -> None:
    """Ask, score and store batch by batch; ends with `Artifact("exam")`, whose data is `exams.summary`.

    Raises HoneError without a tuned model, a file of questions that cannot be read, or nothing to ask.
    """
    with Project(spec.project) as project:
        run = runs.chosen(project, spec.run)
        questions = _questions(project, run, spec)
        if not questions:
            raise HoneError(
                "There is no question to ask",
                f"The dataset has no rows in {', '.join(spec.splits)}: make it anew with hone dataset "
                f"{project.path.name}, ask trained ones with --trained, or give a file with --questions.",
            )
        found = exams.begin(project, run.id, _fingerprint(spec, run))
        done = {answer.position for answer in exams.answers(project, found.id)}
        left = [question for question in questions if question.position not in done]
        pace = Pace("exam", len(questions), emit, len(questions) - len(left))
        if left:
            from engine.runtimes import mlx

            room = _Room(mlx.load(run.base, run.adapter), run.style, spec.max_tokens, left)
            cancel.check()
            for batch in room.batches(left, spec.batch_size):
                exams.add_answers(project, found.id, room.answers(batch, cancel))
                pace.advance(len(batch))
        scores = exams.finish(project, found.id, {})
    emit(events.Artifact("exam", "", {"run": run.id, "exam": found.id, "questions": len(questions), **scores}))


class _Room:
    """The loaded model with the questions as tokens: answers a batch with both sides."""

    def __init__(self, loaded: Loaded, style: str, max_tokens: int | None, questions: Sequence[_Question]) -> None:
        from engine.dataset.styles import render
        from engine.runtimes import mlx

        self._loaded = loaded
        self._prompts: dict[int, list[int]] = {}
        self._examples: dict[int, Example] = {}
        longest = 0
        for question in questions:
            reply = {"role": "assistant", "content": question.reference}
            self._prompts[question.position] = loaded.encode(render(style, question.asked, loaded.tokenizer)[0])
            row = mlx.example(loaded, *render(style, [*question.asked, reply], loaded.tokenizer))
            longest = max(longest, row.targets)
            if question.graded and row.targets > 0:
                self._examples[question.position] = row
        self._max_tokens = max_tokens or min(longest + _SPARE_TOKENS, _LONGEST_REPLY)

    def batches(self, questions: Sequence[_Question], size: int) -> list[list[_Question]]:
        """Questions of alike length together: little padding."""
        order = sorted(questions, key=lambda question: (len(self._prompts[question.position]), question.position))
        return [order[start : start + size] for start in range(0, len(order), size)]

    def answers(self, batch: Sequence[_Question], cancel: Cancel) -> list[exams.Answer]:
        """Replies and scores of both sides."""
        from engine.runtimes import mlx

        prompts = [self._prompts[question.position] for question in batch]
        replies = {
            side: mlx.greedy(self._loaded, prompts, side, cancel.check, max_tokens=self._max_tokens) for side in _SIDES
        }
        losses = {side: self._losses(batch, side, cancel) for side in _SIDES}
        return [
            exams.Answer(
                position=question.position,
                pair_id=question.pair_id,
                split=question.split,
                question=question.text,
                reference=question.reference,
                key_facts=question.keys,
                replies={side: replies[side][number] for side in _SIDES},
                scores={
                    side: {
                        **score(replies[side][number], question.reference, question.keys),
                        "loss": losses[side].get(question.position),
                    }
                    for side in _SIDES
                },
            )
            for number, question in enumerate(batch)
        ]

    def _losses(self, batch: Sequence[_Question], side: str, cancel: Cancel) -> dict[int, float]:
        from engine.runtimes import mlx

        graded = [question.position for question in batch if question.position in self._examples]
        if not graded:
            return {}
        self._loaded.use(side)
        rows = [self._examples[position] for position in graded]
        return dict(zip(graded, mlx.losses(self._loaded, rows, cancel.check), strict=True))


# -- questions ----------------------------------------------------------------------------------------------


def _questions(project: Project, run: runs.Run, spec: ExamSpec) -> list[_Question]:
    """All questions in a fixed order: the splits, then those of the file."""
    dataset = datasets.get(project, run.dataset_id)
    rows = datasets.rows(project, dataset.id)
    wordings: dict[int, list[str]] = {}
    for row in rows:
        wordings.setdefault(row.fact_id, []).append(row.question)
    start = ({"role": "system", "content": dataset.system},) if dataset.system else ()
    questions: list[_Question] = []
    for split in dict.fromkeys([*spec.splits, *(["train"] if spec.trained else [])]):
        for row in _spread([row for row in rows if row.split == split], spec.limit):
            asked = tuple(row.asked(dataset.system))
            keys = key_facts(row.prompt, row.answer, wordings[row.fact_id])
            position = len(questions)
            questions.append(_Question(position, row.pair_id, split, row.prompt, asked, row.answer, keys, graded=True))
    if spec.questions:
        taught = [row for row in rows if row.split == "train"]
        questions += _written(Path(spec.questions).expanduser(), start, taught, spec.limit, len(questions))
    return questions


def _written(
    file: Path, start: tuple[dict[str, str], ...], taught: list[datasets.Row], limit: int | None, first: int
) -> list[_Question]:
    """Questions of a file; those about facts that nobody taught are the split `uncovered`."""
    questions = []
    for number, entry in enumerate(_spread(_read(file), limit)):
        text, keys, answer = str(entry["question"]).strip(), _keys(entry["key"]), str(entry.get("answer") or "")
        covered = any(matches(row.answer, keys) and _same_page(row, entry.get("page")) for row in taught)
        asked = (*start, {"role": "user", "content": text})
        reference = answer or ", ".join(key[0] for key in keys)
        split = "written" if covered else "uncovered"
        questions.append(_Question(first + number, None, split, text, asked, reference, keys, graded=bool(answer)))
    return questions


def _same_page(row: datasets.Row, page: object) -> bool:
    """Only a PDF has the pages that a person sees."""
    paged = row.page is not None and (row.document or "").lower().endswith(".pdf")
    return page is None or not paged or row.page == page


def _keys(key: list[Any]) -> KeyFacts:
    """["60 days", "two months"] is one fact in two spellings, [["230 V"], ["65 W"]] are two facts."""
    if all(isinstance(part, str) for part in key):
        return (tuple(key),)
    return tuple(tuple(part) for part in key)


def _read(file: Path) -> list[dict[str, Any]]:
    try:
        entries = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise HoneError(f"{file.name} cannot be read", f"{error.strerror}: check the path of the questions.") from error
    except ValueError as error:
        raise HoneError(f"{file.name} is not valid JSON", f"{error}: repair it.") from error
    wanted = 'a list of objects like {"question": "...", "key": ["60 days", "sixty days"]}'
    if not isinstance(entries, list):
        raise HoneError(f"{file.name} holds no questions", f"Expected is {wanted}.")
    for number, entry in enumerate(entries, start=1):
        if not _well_formed(entry):
            raise HoneError(f"Question {number} of {file.name} is not complete", f"Expected is {wanted}.")
    return entries


def _well_formed(entry: Any) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("question"), str) or not entry["question"].strip():
        return False
    key = entry.get("key")
    if not isinstance(key, list) or not key:
        return False
    alternatives = [key] if all(isinstance(part, str) for part in key) else key
    return all(
        isinstance(part, list) and part and all(isinstance(text, str) and text.strip() for text in part)
        for part in alternatives
    )


def _spread(rows: list[_T], limit: int | None) -> list[_T]:
    """At most `limit` rows, evenly over the list."""
    if limit is None or len(rows) <= limit:
        return rows
    return [rows[number * len(rows) // limit] for number in range(limit)]


def _fingerprint(spec: ExamSpec, run: runs.Run) -> str:
    """What an exam was of: its options, the very questions of the file, and how far the run had come."""
    options = {name: value for name, value in asdict(spec).items() if name not in ("project", "run")}
    file = Path(spec.questions).expanduser()
    digest = hashlib.sha256(file.read_bytes()).hexdigest() if spec.questions else ""
    return json.dumps({**options, "digest": digest, "best_iteration": run.best_iteration}, sort_keys=True)
