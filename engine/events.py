"""What a running job tells the world: plain values, one JSON line each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, get_args


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units of `stage`; `seconds_left` is None until it can be told honestly."""

    stage: str
    done: int
    total: int | None = None
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """A line for the person; `level` is info, warning or error."""

    text: str
    level: str = "info"


@dataclass(frozen=True, slots=True)
class Metric:
    """A number measured at a training iteration (train_loss, val_loss, tokens_per_second, ...)."""

    name: str
    iteration: int
    value: float


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of a streamed reply; `source` is base or tuned."""

    delta: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Artifact:
    """Something durable that the job made: a kind, where it lies, and its figures."""

    kind: str
    path: str = ""
    data: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """The job did what it was asked."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The job stopped; `detail` is for a bug report."""

    title: str
    hint: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The job stopped because it was asked to."""


Event = Progress | Log | Metric | Text | Artifact | Finished | Failed | Cancelled
TERMINAL = (Finished, Failed, Cancelled)
_TYPES: dict[str, Any] = {kind.__name__: kind for kind in get_args(Event)}


def encode(event: Event) -> str:
    """Return the event as one line of JSON; the inverse of `decode`."""
    return json.dumps({"event": type(event).__name__, **asdict(event)}, ensure_ascii=False)


def decode(line: str) -> Event:
    """Read one line written by `encode`; raises KeyError for an event this version does not know."""
    fields = json.loads(line)
    event: Event = _TYPES[fields.pop("event")](**fields)
    return event
