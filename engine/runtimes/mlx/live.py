"""Replies under way in one batch that others join and leave at any moment, as those of a server do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.runtimes.mlx.model import BASE
from engine.runtimes.mlx.replies import Said, step
from engine.runtimes.mlx.rows import Row, Rows, batches, fits, room

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.runtimes.mlx.kept import Kept
    from engine.runtimes.mlx.model import Loaded
    from engine.runtimes.mlx.rows import Asked, Check


@dataclass(frozen=True, slots=True)
class Growth:
    """What a step added to a reply, which has so many tokens by now; `finish` is stop or length at its end."""

    name: Hashable
    delta: str
    tokens: int
    finish: str = ""


class Live:
    """Replies that grow together, all on the thread that made this; each is asked and dropped by its name.

    A prompt waits until there is a place for it beside the others, in the order of asking.
    """

    def __init__(self, loaded: Loaded, kept: Kept | None = None, places: int = 16) -> None:
        self._loaded = loaded
        self._places = places if batches(loaded.model) else 1
        self._room = room(loaded, BASE)
        self._rows = Rows(loaded, kept)
        self._waiting: dict[Hashable, Row] = {}
        self._said: dict[Hashable, Said] = {}
        self._dropped: set[Hashable] = set()

    @property
    def busy(self) -> bool:
        """Whether a reply grows, or waits to."""
        return bool(self._waiting or self._rows.rows)

    def ask(self, asked: Asked, max_tokens: int) -> None:
        """Let a prompt be answered that leaves room for a reply in the model's context."""
        room_left = self._loaded.context_length - len(asked.prompt)
        self._waiting[asked.name] = Row(asked, min(max_tokens, room_left))

    def drop(self, name: Hashable) -> None:
        """Give up a reply, begun or not: nothing more is told of it. One that is not there is no matter."""
        if self._waiting.pop(name, None) is None and name in self._said:
            self._dropped.add(name)

    def step(self, check: Check) -> list[Growth]:
        """Read prompts for which there is room now, then let every reply grow by a token."""
        self._join(check)
        if not self._rows.rows:
            return []
        tokens, ended, keep = step(self._rows, self._loaded.stop_tokens)
        grown = []
        for place, row in enumerate(self._rows.rows):
            name, over = row.asked.name, row in ended
            if name not in self._dropped:
                finish = ("stop" if tokens[place] in self._loaded.stop_tokens else "length") if over else ""
                delta = self._said[name].more(row.made, last=over)
                if delta or over:
                    grown.append(Growth(name, delta, len(row.made), finish))
            if over or name in self._dropped:
                self._rows.keep(place)
                del self._said[name]
        names = [row.asked.name for row in self._rows.rows]
        self._rows.advance(tokens, [place for place in keep if names[place] not in self._dropped])
        self._dropped.clear()
        return grown

    def _join(self, check: Check) -> None:
        joining: list[Row] = []
        for name, row in list(self._waiting.items()):
            if not fits(self._loaded, row, [*self._rows.rows, *joining], self._places, self._room):
                break
            del self._waiting[name]
            self._said[name] = Said(self._loaded)
            joining.append(row)
        if joining:
            self._rows.join(joining, check)
