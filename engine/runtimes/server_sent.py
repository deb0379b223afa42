"""Server-sent events, the form in which servers stream their replies, read off a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator

_FIELD = b"data:"


async def server_sent(content: AsyncIterable[bytes], most: int) -> AsyncIterator[bytes]:
    """What stands behind `data:` on each line, until the end or, of a server that never ends, `most` bytes.

    Lines end where bytes say so: a reply may hold signs that text calls an end of line.
    """
    begun, taken = b"", 0
    async for piece in content:
        taken += len(piece)
        *lines, begun = (begun + piece).split(b"\n")
        for line in lines:
            if line.startswith(_FIELD):
                yield line.removeprefix(_FIELD).strip()
        if taken > most:
            return
    if begun.startswith(_FIELD):
        yield begun.removeprefix(_FIELD).strip()
