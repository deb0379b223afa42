"""The paper of an exam: the held-out rows of a dataset and a person's own questions, with where each answer stands."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from engine.dataset.scores import KeyFacts, key_facts, matches
from engine.errors import HoneError
from engine.project import Project, datasets, references, runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.project.references import Origin

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Question:
    """`asked` is the conversation up to the reply; `graded` whether `reference` is an answer and not only a key.

    `origin` is that of the pair, for a person's own question that of the trained pair that covers it.
    """

    position: int
    pair_id: int | None
    split: str
    text: str
    asked: tuple[dict[str, str], ...]
    reference: str
    keys: KeyFacts
    graded: bool
    origin: Origin | None = None

    @property
    def place(self) -> dict[str, Any]:
        """Where the answer stands, as an exam keeps it; empty when that is not known."""
        return asdict(self.origin.place) if self.origin is not None and self.origin.place is not None else {}


def questions(
    project: Project, run: runs.Run, splits: Sequence[str], own: str = "", limit: int | None = None
) -> list[Question]:
    """All questions in a fixed order: of each split, then those of the file `own`; of each at most `limit`.

    Raises HoneError for a file that cannot be read.
    """
    dataset = datasets.get(project, run.dataset_id)
    rows = datasets.rows(project, dataset.id)
    wordings: dict[int, list[str]] = {}
    for row in rows:
        wordings.setdefault(row.fact_id, []).append(row.question)
    start = ({"role": "system", "content": dataset.system},) if dataset.system else ()
    known = references.origins(project, dataset.id)
    found: list[Question] = []
    for split in dict.fromkeys(splits):
        for row in _spread([row for row in rows if row.split == split], limit):
            asked = tuple(row.asked(dataset.system))
            keys = key_facts(row.prompt, row.answer, wordings[row.fact_id])
            origin = known.get(row.pair_id)
            found.append(
                Question(
                    len(found), row.pair_id, split, row.prompt, asked, row.answer, keys, graded=True, origin=origin
                )
            )
    if own:
        taught = [row for row in rows if row.split == "train"]
        written = _written(Path(own).expanduser(), start, taught, known, limit)
        found += [replace(question, position=len(found) + number) for number, question in enumerate(written)]
    return found


def _written(
    file: Path,
    start: tuple[dict[str, str], ...],
    taught: list[datasets.Row],
    known: Mapping[int, Origin],
    limit: int | None,
) -> list[Question]:
    """Questions of a file; those about facts that nobody taught are the split `uncovered`."""
    found = []
    for entry in _spread(_read(file), limit):
        text, keys, answer = str(entry["question"]).strip(), _keys(entry["key"]), str(entry.get("answer") or "")
        covered = next(
            (row for row in taught if matches(row.answer, keys) and _same_page(row, entry.get("page"))), None
        )
        asked = (*start, {"role": "user", "content": text})
        reference = answer or ", ".join(key[0] for key in keys)
        split = "uncovered" if covered is None else "written"
        origin = None if covered is None else known.get(covered.pair_id)
        found.append(Question(0, None, split, text, asked, reference, keys, bool(answer), origin))
    return found


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
