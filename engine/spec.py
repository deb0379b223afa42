"""A spec is what a person asked a job to do: declared once, checked, stored beside the result as used."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from dataclasses import dataclass
from typing import Any, Self

from engine.errors import HoneError


def option(
    default: Any,
    title: str,
    help: str = "",
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    choices: tuple[Any, ...] | None = None,
) -> Any:
    """Declare a field of a spec with the words and the range that command line and window show."""
    metadata = {"title": title, "help": help, "minimum": minimum, "maximum": maximum, "choices": choices}
    if isinstance(default, list | dict | set):
        raise TypeError("a spec is frozen: use a tuple")
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Spec:
    """Base of all specs; `project` is the path of the NAME.hone folder."""

    project: str

    def __post_init__(self) -> None:
        self.validate()

    def validate(self) -> None:
        """Check ranges and choices; raises HoneError naming the first option that does not fit."""
        for field in dataclasses.fields(self):
            value, meta = getattr(self, field.name), field.metadata
            if not meta or value is None:
                continue
            title = meta["title"].rstrip(".")
            low, high, choices = meta["minimum"], meta["maximum"], meta["choices"]
            for one in value if isinstance(value, tuple) else (value,):
                if choices is not None and one not in choices:
                    raise HoneError(
                        f"{title}: {one!r} is not possible", f"Choose one of {', '.join(map(str, choices))}."
                    )
                if (low is not None and one < low) or (high is not None and one > high):
                    raise HoneError(f"{title}: {one} is out of range", f"Choose a number from {low} to {high}.")

    def to_json(self) -> str:
        """Return the spec as JSON; `from_json` gives an equal spec back."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_dict(cls, fields: dict[str, Any]) -> Self:
        """Make a spec of plain values; raises HoneError for a name this spec does not have."""
        known = {field.name: field for field in dataclasses.fields(cls)}
        if unknown := sorted(set(fields) - set(known)):
            raise HoneError(f"Unknown option {unknown[0]}", f"Known are {', '.join(known)}.")
        hints = typing.get_type_hints(cls)
        return cls(**{name: _tupled(hints[name], value) for name, value in fields.items()})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Inverse of `to_json`."""
        return cls.from_dict(json.loads(text))


def _tupled(hint: Any, value: Any) -> Any:
    """JSON knows no tuples: make one again where the field's type asks for it."""
    members = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    wants_tuple = any(typing.get_origin(member) is tuple for member in members)
    return tuple(value) if wants_tuple and isinstance(value, list) else value
