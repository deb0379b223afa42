"""Build a dataset: the accepted pairs as chat rows, split so that the exam measures what was learned."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine import events
from engine.dataset import leaks
from engine.dataset.replay import replay_rows
from engine.dataset.sections import Sections
from engine.dataset.split import SPLITS, TEST, TRAIN, UNSEEN, VALID, Member, at_most, by_rows, by_wordings
from engine.dataset.styles import STYLES
from engine.errors import HoneError
from engine.project import Project, datasets, documents, files
from engine.spec import Spec, option

if TYPE_CHECKING:
    from typing import Any

    from engine.jobs import Cancel, Emit

_QUESTIONS = 20  # of an exam that can tell a difference
_TENTH, _QUARTER = 0.1, 0.25
ORIGINS = "rows.jsonl"  # sidecar: where each row of the other files comes from


@dataclass(frozen=True, kw_only=True)
class DatasetSpec(Spec):
    """How the accepted pairs are split and rendered."""

    split: str = option(
        "auto",
        "Split",
        "By wordings trains every fact and holds out other wordings of it; by rows is for imported datasets; "
        "auto chooses.",
        choices=("auto", "wordings", "rows"),
    )
    valid: float = option(0.1, "Valid", "Share of the rows for validation.", minimum=0.0, maximum=0.4)
    test: float | None = option(
        None,
        "Test",
        "Share of the rows for the exam; by default a tenth, of a small dataset up to a quarter: an exam of a few "
        "questions proves nothing.",
        minimum=0.0,
        maximum=0.4,
    )
    unseen: float = option(
        0.0,
        "Unseen",
        "Share of the text, in whole sections, whose facts are never trained, scored apart.",
        minimum=0.0,
        maximum=0.5,
    )
    wordings: int | None = option(
        None, "Wordings", "Train at most so many of each fact; the others are left out.", minimum=1, maximum=64
    )
    replay: float = option(
        0.0,
        "Replay",
        "General questions that come with Hone, as a share of the trained rows: a base that knows more than your "
        "documents forgets less of it. Nothing for the starter, which knows nothing else.",
        minimum=0.0,
        maximum=1.0,
    )
    style: str = option("chat", "Prompt style", "chat is the model's own template.", choices=STYLES)
    system: str = option("", "System message", "Put before every question.")
    seed: int = option(0, "Seed", "Of the split.", minimum=0, maximum=2**31 - 1)


@dataclass(frozen=True, slots=True)
class _Split:
    """The split of each pair id, and what leaks from train into it."""

    pairs: dict[int, str]
    leaks: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Composed:
    """What a dataset would hold: its files by name, the split of each pair, rows by split, and replayed ones."""

    texts: dict[str, str]
    split: dict[int, str]
    counts: dict[str, int]
    leaks: dict[str, Any]
    replayed: int

    @property
    def digest(self) -> str:
        """Tells whether two datasets are equal."""
        return hashlib.sha256(json.dumps(self.texts).encode()).hexdigest()


def build(spec: DatasetSpec, emit: Emit, cancel: Cancel) -> None:
    """Write train, valid, test and unseen as JSON lines and record the split; equal pairs give equal files.

    Raises HoneError when there are too few accepted pairs.
    """
    with Project(spec.project) as project:
        made = compose(project, spec, emit, cancel)
        kept = same(project, made)
        if kept is not None:
            emit(events.Log("Nothing changed since the last dataset: it is kept."))
            number, folder = kept.id, kept.folder
        else:
            number = datasets.next_id(project)
            folder = project.path / "datasets" / f"{number:04d}"
            with files.atomic_folder(folder) as temporary:
                for name, text in made.texts.items():
                    (temporary / name).write_text(text, encoding="utf-8")
            stored = datasets.Dataset(number, spec.to_json(), folder, made.counts, made.digest)
            datasets.add(project, stored, made.split)
        leaking = sum(sum(kinds.values()) for kinds in made.leaks["leaks"].values())
        figures = {"dataset": number, **made.counts, "leaks": leaking}
        if made.replayed:
            figures["replay"] = made.replayed
        emit(events.Artifact("dataset", str(folder), figures))


def compose(project: Project, spec: DatasetSpec, emit: Emit, cancel: Cancel) -> Composed:
    """Work out the dataset of the pairs that are accepted now, and write nothing.

    Raises HoneError when there are too few.
    """
    found = datasets.candidates(project)
    cancel.check()
    if len(found) < 3:
        raise HoneError(
            f"There are {len(found)} accepted pairs: too few for a dataset",
            "Write some with: hone generate PROJECT, or take a file's rows with: hone import PROJECT FILE",
        )
    made = _split(project, spec, found, emit)
    split = made.pairs
    found = [row for row in found if row.pair_id in split]
    trained = sum(name == TRAIN for name in split.values())
    replayed = replay_rows(round(spec.replay * trained), [row.question for row in found], spec.seed)
    texts = _texts(spec, found, split, replayed)
    texts[datasets.LEAKS] = json.dumps(made.leaks, indent=1) + "\n"
    counts = {name: sum(value == name for value in split.values()) for name in SPLITS}
    return Composed(texts, split, counts, made.leaks, len(replayed))


def same(project: Project, made: Composed) -> datasets.Dataset | None:
    """The newest dataset when it holds just this and its files are there, else None."""
    last = project.value("SELECT max(id) FROM datasets")
    if last is None:
        return None
    newest = datasets.get(project, last)
    return newest if newest.digest == made.digest and newest.folder.is_dir() else None


def _split(project: Project, spec: DatasetSpec, found: list[datasets.Row], emit: Emit) -> _Split:
    sections = Sections(documents.chunks(project))
    members = _members(project, found, sections)
    per_fact = Counter(member.fact_id for member in members)
    several = any(number > 1 for number in per_fact.values())
    way = spec.split if spec.split != "auto" else ("wordings" if several else "rows")
    if spec.split == "auto":
        emit(
            events.Log(f"Split by {way}: {'facts have several wordings' if several else 'each fact has one wording'}.")
        )
    if way == "rows":
        if spec.unseen:
            emit(events.Log("A split by rows holds no sections out: --unseen is left aside.", "warning"))
        split = by_rows(members, valid=spec.valid, test=_share(spec, len(members)), seed=spec.seed)
    else:
        worded = sum(size for size in per_fact.values() if size > 1)
        shares = {"valid": spec.valid, "test": _share(spec, worded), "unseen": spec.unseen}
        split = by_wordings(members, **shares, seed=spec.seed, sizes=sections.sizes)
    taken = set(split.values())
    wanted = (
        (VALID, spec.valid),
        (TEST, _share(spec, len(members))),
        (UNSEEN, spec.unseen if way == "wordings" else 0),
    )
    lacking = [name for name, share in wanted if share > 0 and name not in taken]
    if TRAIN not in taken or lacking:
        raise HoneError(
            f"There are too few pairs for {' and '.join(lacking) or 'train'}",
            f"{len(found)} accepted pairs of {len(per_fact)} facts were split by {way}: "
            "generate more wordings (--wordings) or pairs, or change the shares.",
        )
    if told := len(members) - len(split):
        emit(events.Log(f"{told} pairs of unseen sections are left out: a trained fact tells the same."))
    if spec.wordings:
        split = at_most(members, split, spec.wordings)
    return _Split(split, leaks.report(members, split, way))


def _share(spec: DatasetSpec, rows: int) -> float:
    """Of so many rows the share for the exam."""
    return spec.test if spec.test is not None else min(max(_TENTH, _QUESTIONS / max(rows, 1)), _QUARTER)


def _members(project: Project, found: list[datasets.Row], sections: Sections) -> list[Member]:
    places = {
        row["id"]: row
        for row in project.rows(
            "SELECT id, chunk_id, evidence_document, evidence_page, evidence_start, evidence_end FROM facts"
        )
    }
    units: dict[int, frozenset[int]] = {}
    for fact, (_, chunk, *span) in places.items():
        asked = set() if chunk is None else {sections.of(chunk)}
        units[fact] = frozenset(asked if None in span else asked | sections.at(*span))
    wordings = {row["id"]: row["wording"] for row in project.rows("SELECT id, wording FROM pairs")}
    return [
        Member(row.pair_id, row.fact_id, units[row.fact_id], wordings[row.pair_id], row.prompt, row.answer)
        for row in found
    ]


def _texts(
    spec: DatasetSpec, found: list[datasets.Row], split: dict[int, str], replayed: list[list[dict[str, str]]]
) -> dict[str, str]:
    """The folder's files: chat rows by split, and the sidecar that says where each row comes from."""
    lines: dict[str, list[str]] = {name: [] for name in (TRAIN, VALID, TEST, UNSEEN)}
    origins: list[str] = []
    for row in found:
        turns = [*row.asked(spec.system), {"role": "assistant", "content": row.answer}]
        name = split[row.pair_id]
        lines[name].append(json.dumps({"messages": turns}, ensure_ascii=False))
        origin = {
            "split": name,
            "line": len(lines[name]),
            "pair": row.pair_id,
            "fact": row.fact_id,
            "document": row.document,
            "page": row.page,
            "evidence": row.evidence,
        }
        origins.append(json.dumps(origin, ensure_ascii=False))
    system = [{"role": "system", "content": spec.system}] if spec.system else []
    for turns in replayed:
        lines[TRAIN].append(json.dumps({"messages": [*system, *turns]}, ensure_ascii=False))
        origins.append(json.dumps({"split": TRAIN, "line": len(lines[TRAIN]), "origin": "replay"}))
    named = {f"{name}.jsonl": rows for name, rows in lines.items() if rows or name != UNSEEN}
    return {name: "".join(f"{line}\n" for line in rows) for name, rows in {**named, ORIGINS: origins}.items()}
