"""The full demo on the sample manual: what the tuned model must know, and the base must not."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

import pytest

from engine.project import Project
from engine.resources import resource
from tests.e2e.terminal import done

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.verify
def test_demo_teaches_the_manual(tmp_path: Path, proof: Callable[..., None]) -> None:
    began = time.monotonic()
    done("demo", "--folder", tmp_path, timeout=1800)
    minutes = (time.monotonic() - began) / 60
    with Project(tmp_path / "sample.hone") as project:
        scores: dict[str, Any] = json.loads(project.value("SELECT scores FROM exams ORDER BY id DESC LIMIT 1"))
        asked = {_plain(row["evidence"]) for row in project.rows(_ACCEPTED)}
    facts = json.loads(resource("samples", "facts.json").read_text(encoding="utf-8"))
    coverage = sum(_plain(fact["sentence"]) in asked for fact in facts) / len(facts)
    right = {
        f"{model}_{split}": figures[model]["key_facts"]
        for split, figures in scores["splits"].items()
        for model in ("base", "tuned")
    }
    proof("The demo teaches the sample manual", coverage_of_facts=coverage, minutes=round(minutes, 1), **right)
    assert right["tuned_train"] >= 0.95
    assert right["tuned_test"] >= 0.55
    assert right["tuned_written"] >= 0.35
    assert coverage >= 0.80
    assert max(right["base_train"], right["base_test"], right["base_written"]) <= 0.05


_ACCEPTED = """
    SELECT DISTINCT evidence FROM facts
    WHERE EXISTS (SELECT 1 FROM pairs WHERE fact_id = facts.id AND state = 'accepted')
"""


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
