"""The child that reads documents: whatever a file does to its reader happens here, and Hone lives on.

It takes one request at a time from stdin (`kind`, `count`, `pages`, `give`, `read`, `load` or `split`), answers on what
was stdout, and leaves when stdin closes. `guard` is the other side. Readers run here only.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.documents import reader
from engine.documents.isolation import watch
from engine.documents.isolation.frames import Unpacker, pack
from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from engine.documents.reading import ReadPage
    from engine.documents.taken import Taken

    Tell = Callable[[dict[str, Any]], None]
    Hear = Callable[[], dict[str, Any]]

_BLOCK = 1 << 16  # bytes told at once
_MOST_HEARD = 1 << 20  # bytes at once: all that the pipe holds
_SELDOM = 50_000, 20, 20  # a document's many lines are no garbage: looking through them often took a tenth of the time
_MAY_WAIT = frozenset({"taken", "page", "chunks", "waits"})  # messages of these
_LONGEST_WAIT = 0.1  # seconds between two blocks
_kept: list[Taken] = []  # pages of the document that is read next
_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def main() -> None:
    """Serve requests until stdin closes, or until one breaks this process."""
    gc.set_threshold(*_SELDOM)
    out = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints is no message
    _end_with(os.getppid())
    requests: queue.Queue[dict[str, Any]] = queue.Queue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()

    tell = _Voice(out)
    _limit_memory(requests.get()["memory"])
    tell({"ready": True})
    while True:
        _answer(requests.get(), tell, requests.get)
        signal.alarm(0)


class _Voice:
    """Tells the parent: at once what it must know should this process end, the rest in blocks or a moment later."""

    def __init__(self, out: int) -> None:
        self._out = out
        self._waiting = bytearray()
        self._lock = threading.Lock()
        threading.Thread(target=self._go_on_telling, daemon=True).start()

    def __call__(self, message: dict[str, Any]) -> None:
        data = pack(message)
        with self._lock:
            self._waiting += data
            if len(self._waiting) >= _BLOCK or not message.keys() & _MAY_WAIT:
                self._tell()

    def _go_on_telling(self) -> None:
        """A page may take long, or for ever: what was said before it is told meanwhile."""
        while True:
            time.sleep(_LONGEST_WAIT)
            with self._lock:
                self._tell()

    def _tell(self) -> None:
        data, self._waiting = memoryview(self._waiting), bytearray()
        while data:
            data = data[os.write(self._out, data) :]


def _listen(requests: queue.Queue[dict[str, Any]]) -> None:
    frames = Unpacker()
    while data := os.read(0, _MOST_HEARD):
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


def _answer(request: dict[str, Any], tell: Tell, hear: Hear) -> None:
    """Answer one request, `hear` gives what follows it; what is no HoneError is told too, and ends the process."""
    signal.alarm(request["alarm"])  # should the parent be gone and C code hang, the system still ends it
    path = Path(os.fsdecode(request["path"].encode("latin-1")))
    try:
        _do(request["do"], path, request, tell, hear)
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


def _do(step: str, path: Path, request: dict[str, Any], tell: Tell, hear: Hear) -> None:
    password = request["password"]
    if step == "kind":
        tell({"kind": reader.kind(path)})
    elif step == "count":
        tell({"count": reader.count_pages(path, password)})
    elif step == "pages":
        _read_pages(path, password, request, tell)
    elif step == "load":  # nobody waits for it
        import engine.documents.pdf  # noqa: F401  its pages are asked for next

        _load(lambda message: None)
    elif step == "give":
        _take(request["given"])
    elif step == "split":
        _split_coming(request, tell, hear)
    else:
        _read(path, password, request, tell)


def _read_pages(path: Path, password: str, request: dict[str, Any], tell: Tell) -> None:
    """Read some pages of a PDF for the child that will put the document together; it keeps its own."""
    from engine.documents.pdf import read_ahead
    from engine.documents.taken import pack

    with _watched(request, tell):
        for taken in read_ahead(path, password, request["first"], request["last"]):
            if request["keep"]:
                _kept.append(taken)
            tell({"taken": "" if request["keep"] else pack(taken)})
    tell({"end": ""})


def _take(given: Iterable[str]) -> None:
    """Keep pages that another child has read."""
    from engine.documents.taken import unpack

    _kept.extend(map(unpack, given))


def _read(path: Path, password: str, request: dict[str, Any], tell: Tell) -> None:
    """Read a document and tell its pages, then its chunks, unless another child splits the pages as they come."""
    _take(request["given"])
    given = _kept.copy()
    _kept.clear()
    done = {"done": "read"} | ({"waits": True} if given else {})
    with _watched(request, tell):
        coming = reader.begin(path, password, lambda: tell(done), given)
    tell({"kind": coming.kind, "title": coming.title, "pages": coming.count, "language": coming.language})
    pages = []
    for page in coming.pages:
        pages.append(page)
        headings = [[heading.start, heading.level, heading.title] for heading in page.headings]
        tell({"page": [page.number, page.text, page.state, page.message, headings, page.tables, page.method]})
    if not request["share"] and any(page.text for page in pages):
        _load(tell)
        _split(pages, coming.language, request, tell)
    tell({"end": ""})


@contextlib.contextmanager
def _watched(request: dict[str, Any], tell: Tell) -> Iterator[None]:
    """Say of each page that it is now read, and leave out those of which the request says why."""
    left_out = {(number, method): why for number, method, why in request["left_out"]}
    told = {"waits": True} if request["do"] == "pages" else {}  # which page it was is told when it is read in order
    ends: dict[str, list[Any]] = request["ends"]  # by method: the page from which on none is tried, and why

    def begin(number: int, method: str) -> str:
        signal.alarm(request["alarm"])
        why: str = left_out.get((number, method), "")
        if not why and method in ends and number >= ends[method][0]:
            why = ends[method][1]
        if not why:
            tell({"at": [number, method]} | told)
        return why

    watch.watched_by(begin)
    try:
        yield
    finally:
        watch.watched_by(None)


def _split_coming(request: dict[str, Any], tell: Tell, hear: Hear) -> None:
    """Split a document that another child puts together, a few pages at a time; no pages are its end."""

    def pages() -> Iterator[ReadPage]:
        while group := hear()["pages"]:
            for number, text, headings in group:
                yield ReadPage(number, text, headings=tuple(Heading(*heading) for heading in headings))

    _load(tell)
    from engine.documents.reading import Heading, ReadPage

    _split(pages(), request["language"], request, tell)
    tell({"end": ""})


def _split(pages: Iterable[ReadPage], language: str, request: dict[str, Any], tell: Tell) -> None:
    """Tell the chunks of pages as places, since the parent has the text."""
    from engine.documents.chunks import make_chunks

    places: list[list[Any]] = []

    def after_page() -> None:
        signal.alarm(request["alarm"])
        tell({"chunks": places})
        tell({"done": "split", "waits": True})
        places.clear()

    limit, overlap = request["chunk_tokens"], request["chunk_overlap"]
    for chunk in make_chunks(pages, language, limit, overlap, after_page):
        places.append([chunk.first_page, chunk.start, chunk.last_page, chunk.end, chunk.tokens, chunk.section])


def _load(tell: Tell) -> None:
    """Load what splitting needs; the file is not to blame for how long that takes."""
    tell({"loading": True})
    from engine.documents.chunks import load

    load()
    tell({"loading": False})


if __name__ == "__main__":
    main()
