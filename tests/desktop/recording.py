"""What the recording holds, for tests to expect: a new recording needs no edits of them."""

from __future__ import annotations

import json
from typing import Any

from engine import events
from engine.resources import resource


def told(job: str) -> list[events.Event]:
    """Everything that a recorded job told."""
    lines = resource("recorded", f"{job}.jsonl").read_text(encoding="utf-8").splitlines()
    return [events.decode(json.dumps(json.loads(line)[1])) for line in lines]


def made(job: str, kind: str) -> dict[str, Any]:
    """The data of the last artifact of a kind that a recorded job told."""
    found = [event for event in told(job) if isinstance(event, events.Artifact) and event.kind == kind]
    assert found[-1].data is not None
    return found[-1].data
