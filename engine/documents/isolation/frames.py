"""What goes between Hone and the child that reads documents: a length of four bytes, then JSON; never pickles."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 1 << 28  # bytes of one message; a reader gone mad cannot fill its parent's memory
_LENGTH = struct.Struct(">I")
_WRITER, _READER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")), json.JSONDecoder()  # made once


def pack(message: dict[str, Any]) -> bytes:
    """Return a message as bytes; what UTF-8 cannot write becomes a question mark."""
    data = _WRITER.encode(message).encode("utf-8", "replace")
    return _LENGTH.pack(len(data)) + data


class Unpacker:
    """Bytes in pieces of any size become messages again."""

    def __init__(self) -> None:
        self._data = bytearray()

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Give the messages that are complete now; raises ValueError at what is none."""
        self._data += data
        start = 0
        try:
            while len(self._data) - start >= _LENGTH.size:
                (length,) = _LENGTH.unpack_from(self._data, start)
                if length > MOST:
                    raise ValueError("the message is too long")
                end = start + _LENGTH.size + length
                if len(self._data) < end:
                    break
                message = _READER.decode(self._data[start + _LENGTH.size : end].decode())
                if not isinstance(message, dict):
                    raise ValueError("the message is no object")
                start = end
                yield message
        finally:
            del self._data[:start]
