"""The child that reads documents: whatever a file does to its reader happens here, and Hone lives on.

It takes one request at a time from stdin (`kind`, `count` or `read`), answers on what was stdout, and leaves
when stdin closes. `guard` is the other side. Readers run here only.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.documents import reader
from engine.documents.isolation import watch
from engine.documents.isolation.frames import Unpacker, pack
from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.documents.reading import Reading
    from engine.project.documents import Chunk

    Tell = Callable[[dict[str, Any]], None]

_BLOCK = 1 << 16
_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def main() -> None:
    """Serve requests until stdin closes, or until one breaks this process."""
    out = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints is no message
    _end_with(os.getppid())
    requests: queue.Queue[dict[str, Any]] = queue.Queue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()

    def tell(message: dict[str, Any]) -> None:
        data = memoryview(pack(message))
        while data:
            data = data[os.write(out, data) :]

    _limit_memory(requests.get()["memory"])
    tell({"ready": True})
    while True:
        _answer(requests.get(), tell)
        signal.alarm(0)


def _listen(requests: queue.Queue[dict[str, Any]]) -> None:
    frames = Unpacker()
    while data := os.read(0, _BLOCK):
        for request in frames.feed(data):
            requests.put(request)
    os._exit(0)  # the parent is gone, or has enough: nobody waits for what is being read


def _end_with(parent: int) -> None:
    """On Linux the system ends this process with its parent, even in the middle of C code."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)


def _limit_memory(most: int) -> None:
    """Allocations beyond `most` bytes fail here; on macOS, which does not count them, the parent watches."""
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _answer(request: dict[str, Any], tell: Tell) -> None:
    """Answer one request; what is no HoneError is told too, and ends the process."""
    signal.alarm(request["alarm"])  # should the parent be gone and C code hang, the system still ends it
    path, password = Path(os.fsdecode(request["path"].encode("latin-1"))), request["password"]
    try:
        if request["do"] == "kind":
            tell({"kind": reader.kind(path)})
        elif request["do"] == "count":
            tell({"count": reader.count_pages(path, password)})
        else:
            _read(path, password, request, tell)
    except HoneError as error:
        tell({"refused": [error.title, error.hint]})
    except RecursionError:
        tell({"refused": [f"{path.name} is nested too deeply", "Open it in another program and save it again."]})
    except MemoryError:
        tell({"memory": True})
        raise
    except BaseException as error:
        tell({"bug": f"{type(error).__name__}: {error}"})
        raise


def _read(path: Path, password: str, request: dict[str, Any], tell: Tell) -> None:
    left_out = {(number, method): why for number, method, why in request["left_out"]}
    ends: dict[str, list[Any]] = request["ends"]  # by method: the page from which on none is tried, and why

    def begin(number: int, method: str) -> str:
        signal.alarm(request["alarm"])
        why: str = left_out.get((number, method), "")
        if not why and method in ends and number >= ends[method][0]:
            why = ends[method][1]
        if not why:
            tell({"at": [number, method]})
        return why

    watch.watched_by(begin)
    try:
        reading = reader.read(path, password, lambda: tell({"done": "read"}))
    finally:
        watch.watched_by(None)
    _tell_reading(reading, tell)
    _tell_chunks(reading, request, tell)


def _tell_reading(reading: Reading, tell: Tell) -> None:
    tell({"kind": reading.kind, "title": reading.title, "pages": len(reading.pages)})
    for page in reading.pages:
        headings = [[heading.start, heading.level, heading.title] for heading in page.headings]
        fields = [page.number, page.text, page.state, page.message, headings, page.tables, page.method]
        tell({"page": fields})


def _tell_chunks(reading: Reading, request: dict[str, Any], tell: Tell) -> None:
    """Split what was read, where there is text; chunks go as places, since the parent has the text."""
    from engine.documents.chunks import load, make_chunks
    from engine.documents.language import language

    tell({"loading": True})  # the file is not to blame for how long that takes
    load()
    tell({"loading": False})
    texts = [page.text for page in reading.pages]
    chunks: list[Chunk] = []
    text_language = ""
    if any(texts):
        text_language = language("\n".join(texts))

        def split() -> None:
            signal.alarm(request["alarm"])
            tell({"done": "split"})

        chunks = make_chunks(reading.pages, text_language, request["chunk_tokens"], request["chunk_overlap"], split)
    for chunk in chunks:
        place = [chunk.first_page, chunk.start, chunk.last_page, chunk.end, chunk.tokens, chunk.section]
        tell({"chunk": place})
    tell({"end": text_language})


if __name__ == "__main__":
    main()
