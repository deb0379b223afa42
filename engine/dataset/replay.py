"""General questions with answers, mixed into training so that a base forgets less of what it knew.

Rehearsal (Robins 1995, Catastrophic Forgetting, Rehearsal and Pseudorehearsal). The rows were written for this
project, under its licence: resources/replay.
"""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("en", "ko")


def replay_rows(count: int, languages: Iterable[str], seed: int) -> list[list[dict[str, str]]]:
    """Draw `count` rows as chat turns, of the languages that there are rows in; all of them when they are fewer."""
    known = [name for name in LANGUAGES if name in set(languages)] or ["en"]
    rows = [row for name in known for row in _read(name)]
    drawn = Random(seed).sample(rows, min(count, len(rows)))
    return [
        [{"role": "user", "content": row["question"]}, {"role": "assistant", "content": row["answer"]}] for row in drawn
    ]


def _read(language: str) -> list[dict[str, str]]:
    lines = resource("replay", f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
