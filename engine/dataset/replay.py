"""General questions with answers, mixed into training so that a base forgets less of what it knew.

Rehearsal (Robins 1995, Catastrophic Forgetting, Rehearsal and Pseudorehearsal). The rows were written for this
project, under its licence: resources/replay.
"""

from __future__ import annotations

import json
import re
from random import Random
from typing import TYPE_CHECKING

from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("en", "ko")
_HANGUL = re.compile("[가-힣]")


def replay_rows(count: int, questions: Iterable[str], seed: int) -> list[list[dict[str, str]]]:
    """Draw `count` rows as chat turns, in the languages of the questions; all of them when they are fewer."""
    languages = {"ko" if _HANGUL.search(question) else "en" for question in questions} if count else set()
    known = [name for name in LANGUAGES if name in languages]
    rows = [row for name in known for row in _read(name)]
    drawn = Random(seed).sample(rows, min(count, len(rows)))
    return [
        [{"role": "user", "content": row["question"]}, {"role": "assistant", "content": row["answer"]}] for row in drawn
    ]


def _read(language: str) -> list[dict[str, str]]:
    lines = resource("replay", f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
