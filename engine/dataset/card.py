"""The card of an exported dataset: a README.md that people and the Hugging Face hub can read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import yaml

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_SPLITS = {"train": "train", "valid": "validation", "test": "test", "unseen": "unseen"}
_UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that the card tells. `origins` have a row's split, kind, language, origin and document.

    `writers` are (name, licence) with '' where the licence is not known; `documents` (name, pages, language,
    first of its sha256); `checks` (name, sentence, number of pairs it rejected).
    """

    name: str
    files: dict[str, str]
    origins: list[dict[str, Any]]
    writers: list[tuple[str, str]]
    documents: list[tuple[str, int, str, str]]
    checks: list[tuple[str, str, int]]
    changes: Counter[str]
    made: str
    version: str
    format: str
    style: str
    leaks: int | None


def card(told: Card) -> str:
    """The text of README.md."""
    return f"---\n{_front(told)}---\n\n" + "\n\n".join(
        part for part in (_opening(told), _rows(told), _documents(told), _writers(told), _checks(told)) if part
    )


def _front(told: Card) -> str:
    languages = sorted({origin["language"] for origin in told.origins} - {""})
    number = len(told.origins)
    size = next((name for limit, name in _SIZES if number < limit), "n>1M")
    front = {
        "pretty_name": told.name,
        **({"language": languages} if languages else {}),
        "license": "unknown",
        "task_categories": ["question-answering", "text-generation"],
        "size_categories": [size],
        "tags": ["hone"],
        "configs": [
            {
                "config_name": "default",
                "data_files": [{"split": _SPLITS[split], "path": file} for split, file in told.files.items()],
            }
        ],
    }
    return str(yaml.safe_dump(front, sort_keys=False, allow_unicode=True))


def _opening(told: Card) -> str:
    return (
        f"# {told.name}\n\n"
        f"Instruction dataset of {len(told.origins)} rows, made with Hone {told.version} on {told.made}. "
        f"Format: {told.format}; trained in the prompt style {told.style}. Where each row comes from (document, page, "
        f"section, evidence) stands {'in columns of the files' if told.format == 'parquet' else 'in rows.jsonl'}.\n\n"
        "The licence of the rows is that of the documents they were made from, and of the rows that were imported: "
        "the person who exports them must know it."
    )


def _rows(told: Card) -> str:
    parts = []
    for field, title in (("kind", "Kind"), ("language", "Language"), ("origin", "Origin")):
        counted: dict[str, Counter[str]] = {}
        for origin in told.origins:
            counted.setdefault(origin[field] or _UNKNOWN, Counter())[origin["split"]] += 1
        names = sorted(counted, key=lambda name: -sum(counted[name].values()))
        lines = [[name, *(str(counted[name][split]) for split in told.files)] for name in names]
        parts.append(_table([title, *told.files], lines))
    totals = Counter(origin["split"] for origin in told.origins)
    parts.insert(0, _table(["Split", "File", "Rows"], [[s, f, str(totals[s])] for s, f in told.files.items()]))
    changed = "".join(f"\n- Of {number} rows: {what}." for what, number in told.changes.most_common())
    leaks = "" if told.leaks is None else f"\n\nHeld-out rows that could be read off a trained one: {told.leaks}."
    return "## Rows\n\n" + "\n\n".join(parts) + (f"\n{changed}" if changed else "") + leaks


def _documents(told: Card) -> str:
    used = Counter(origin["document"] for origin in told.origins)
    lines = [[n, str(pages), lang or _UNKNOWN, sha, str(used[n])] for n, pages, lang, sha in told.documents]
    return "## Documents\n\n" + _table(["Document", "Pages", "Language", "SHA-256", "Rows"], lines) if lines else ""


def _writers(told: Card) -> str:
    lines = [[name, licence or _UNKNOWN] for name, licence in told.writers]
    return "## Writers\n\n" + _table(["Model", "Licence"], lines) if lines else ""


def _checks(told: Card) -> str:
    """Checks are of generated pairs; imported rows are taken as they are."""
    lines = [[name, sentence, str(number)] for name, sentence, number in told.checks]
    start = "## Checks\n\nEvery generated pair passed these; imported rows were taken as they are.\n\n"
    return start + _table(["Check", "Rejects because", "Rejected"], lines) + "\n"


def _table(header: list[str], lines: list[list[str]]) -> str:
    rows = [header, ["---"] * len(header), *lines]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
