"""Reads documents through a child: what it sends is checked, pages that break it are left out, the rest is read."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from engine.documents.isolation.ahead import MOST_READERS, Ahead, read_ahead, readers
from engine.documents.isolation.keeper import (
    BUG,
    CRASH,
    LARGE,
    MEMORY,
    NONSENSE,
    SLOW,
    START_SECONDS,
    Gone,
    Keeper,
    Limits,
)
from engine.documents.isolation.splitting import Splitting
from engine.documents.reading import Heading, Reading, ReadPage
from engine.errors import HoneError
from engine.project.documents import FAILED, OCR, READ, SCANNED, TEXT, Chunk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_MOST_LOST = 5  # pages of one kind that may break the reader, before no further one is tried
_MB_FOR_TWICE = 10  # megabytes of a file, and pages of a document, for which what is done at its ends may take
_LONG = 1.0  # megabytes of a PDF, which mostly has enough pages for two readers
_PAGES_FOR_TWICE = 500  # twice the time of a page
_ALARM = 3  # times the longest limit: then the system ends a child that nobody watches any more


@dataclass(frozen=True, slots=True)
class Answer:
    """A document as read and split; without text it has no chunks."""

    reading: Reading
    language: str
    chunks: list[Chunk]


class Guard:
    """Asks the child about files; `check` is called often, and may raise to stop it at once."""

    def __init__(self, limits: Limits, check: Callable[[], None], command: list[str] | None = None) -> None:
        self._limits, self._check = limits, check
        self._keeper = Keeper(limits, check, command)
        self._others = [Keeper(limits, check, command) for _ in range(MOST_READERS - 1)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def kind(self, path: Path) -> str:
        """What a file is; raises HoneError for what no reader reads."""
        if path.suffix.lower() == ".pdf" and _megabytes(path) > _LONG:
            self._others[0].child()  # a name proves nothing, but both start at the same time
        found = _text(self._one(path, "", "kind")["kind"])
        if found == "pdf" and _megabytes(path) > _LONG:
            self._others[0].prepare(self._request(path, "", "load"))
        return found

    def count(self, path: Path, password: str) -> int:
        """How many pages reading it will count, as far as can be told quickly; raises HoneError when that breaks."""
        pages = _number(self._one(path, password, "count")["count"])
        for keeper in self._others[: readers(pages) - 1]:
            keeper.child()  # it starts meanwhile
        return pages

    def read(
        self,
        path: Path,
        password: str,
        chunk_tokens: int,
        chunk_overlap: int,
        after_page: Callable[[str], None],
        pdf_pages: int = 0,
    ) -> Answer:
        """Read a document and split it; `after_page` is told of each page, with the stage (read, split).

        A page at which the reader hangs, crashes or wants too much memory is failed, and the others are read. A PDF
        of many pages, where it is said how many, is read and split by several children at once.
        Raises HoneError when nothing can be read of it.
        """
        attempts = _Attempts(path, self._limits, after_page)
        request = self._request(path, password, "read")
        request |= {"chunk_tokens": chunk_tokens, "chunk_overlap": chunk_overlap}
        ahead = self._ahead(request, pdf_pages, attempts)
        request["given"], request["share"] = ahead.ungiven, readers(pdf_pages) > 1

        def split(text_language: str) -> Splitting:
            return Splitting(self._others[0].child(), request | {"do": "split", "language": text_language, "given": []})

        while True:
            child = self._keeper.child()
            fresh = child.asked == 0
            try:
                child.ask(request | attempts.begin())
                answer = attempts.receive(child.receive, split if request["share"] else None)
            except Gone as gone:
                self._stop()
                request["given"] = ahead.pages
                if attempts.handed_over:
                    request["share"] = False
                elif fresh or gone.why not in (CRASH, MEMORY):  # else it may be the doing of the documents before
                    attempts.lost(gone)
            except BaseException:
                self._stop()
                raise
            else:
                break
        self._rest(refused=isinstance(answer, HoneError))
        if isinstance(answer, HoneError):
            raise answer
        return answer

    def _ahead(self, request: dict[str, Any], pages: int, attempts: _Attempts) -> Ahead:
        """The pages of a long document, packed, as far as several children can read them."""
        others = self._others[: readers(pages) - 1]
        if not others:
            return Ahead()
        try:
            keepers = [self._keeper, *others]
            found = read_ahead(keepers, request, pages, self._limits, self._check, attempts.read_ahead)
            others[0].child().ask(request | {"do": "load"})
            return found
        except BaseException:
            self._stop()
            raise

    def _rest(self, *, refused: bool) -> None:
        """A document is done with; of one that was refused another child may still be splitting the rest."""
        self._keeper.rest()
        for keeper in self._others:
            keeper.stop() if refused else keeper.rest()

    def _stop(self) -> None:
        for keeper in (self._keeper, *self._others):
            keeper.stop()

    def _one(self, path: Path, password: str, what: str) -> dict[str, Any]:
        """Ask for something that is answered with one message."""
        child = self._keeper.child()
        try:
            child.ask(self._request(path, password, what))
            message = child.receive(_patience(self._limits, path))
            refusal = _refusal(message)
            if refusal is None and what not in message:
                raise Gone(NONSENSE)
        except Gone as gone:
            self._keeper.stop()
            raise _failure(path.name, gone, self._limits, 0) from gone
        if refusal is not None:
            raise refusal
        return message

    def _request(self, path: Path, password: str, what: str) -> dict[str, Any]:
        longest = max(self._limits.page_seconds, self._limits.ocr_seconds)
        return {
            "do": what,
            "path": os.fsencode(path).decode("latin-1"),
            "password": password,
            "alarm": int(_ALARM * longest) + 60,
        }


def _patience(limits: Limits, path: Path) -> float:
    """Seconds for what is done with a whole file, by its size."""
    return limits.page_seconds * (1 + _megabytes(path) / _MB_FOR_TWICE)


def _megabytes(path: Path) -> float:
    try:
        return path.stat().st_size / 1e6
    except OSError:
        return 0.0


class _Attempts:
    """What is known of a document while it is read, as often as pages have to be left out."""

    def __init__(self, path: Path, limits: Limits, after_page: Callable[[str], None]) -> None:
        self._path, self._limits, self._after_page = path, limits, after_page
        self._told = {"read": 0, "split": 0}
        self._done = dict(self._told)
        self._left_out: dict[tuple[int, str], str] = {}
        self._ends: dict[str, tuple[int, str]] = {}
        self._at: tuple[int, str] | None = None
        self._loading = self.handed_over = False
        self._patience = _patience(limits, path)

    def read_ahead(self) -> None:
        """One more page is read, though not in its turn."""
        self._tell("read")

    def begin(self) -> dict[str, Any]:
        """A new attempt: what the request must say of pages to leave out."""
        self._done, self._at, self._loading, self.handed_over = dict.fromkeys(self._told, 0), None, False, False
        return {"left_out": [[*page, why] for page, why in self._left_out.items()], "ends": self._ends}

    def receive(
        self, receive: Callable[[float], dict[str, Any]], split: Callable[[str], Splitting] | None
    ) -> Answer | HoneError:
        """Take what the child sends, and one that `split` asks to split it, until all is there; raises Gone."""
        parts, splitting, early = _Parts(), None, deque[dict[str, Any]]()
        while True:
            message = early.popleft() if early else receive(self._seconds())
            if refusal := _refusal(message):
                return refusal
            stage = ""
            try:
                if self._noted(message):
                    continue
                if "done" in message:
                    self._at, stage = None, _one_of(message["done"], *self._told)
                elif parts.take(message):
                    if splitting is None:
                        return parts.answer()
                    receive, splitting = splitting.end(), None
                elif split is not None:
                    splitting = self._share(message, parts, splitting, split)
                    early += splitting.said() if splitting is not None else ()
            except (LookupError, TypeError, ValueError) as error:
                raise Gone(NONSENSE) from error
            if stage:
                self._tell(stage)

    def _share(
        self, message: dict[str, Any], parts: _Parts, splitting: Splitting | None, split: Callable[[str], Splitting]
    ) -> Splitting | None:
        """Hand another child what came: it is asked when the language is known, and then given each page."""
        if "kind" in message:
            self.handed_over = True
            return split(parts.language)
        if splitting is not None and "page" in message:
            splitting.give(parts.pages[-1])
        return splitting

    def _noted(self, message: dict[str, Any]) -> bool:
        """Whether a message only says what the child is about to do."""
        if "at" in message:
            number, method = message["at"]
            self._at = _number(number), _one_of(method, TEXT, OCR)
        elif "loading" in message:
            self._loading = message["loading"] is True
        else:
            return False
        return True

    def lost(self, gone: Gone) -> None:
        """The child is gone: leave out the page at which it was, or raise HoneError where there is none."""
        page = self._at
        if page is None or page in self._left_out:
            raise _failure(self._path.name, gone, self._limits, self._done["read"]) from gone
        if sum(method == page[1] for _, method in self._left_out) < _MOST_LOST:
            self._left_out[page] = _page_message(gone, self._limits, page[1])
            return
        if page[1] in self._ends:
            raise _failure(self._path.name, gone, self._limits, self._done["read"]) from gone
        others = ", ".join(str(number) for number, method in self._left_out if method == page[1])
        self._ends[page[1]] = page[0], f"It was not tried: its reader broke at pages {others} and {page[0]}."

    def _seconds(self) -> float:
        if self._at is not None:
            return self._limits.ocr_seconds if self._at[1] == OCR else self._limits.page_seconds
        if self._loading:
            return START_SECONDS
        return self._patience + self._limits.page_seconds * self._done["read"] / _PAGES_FOR_TWICE

    def _tell(self, stage: str) -> None:
        """Tell of a page, unless an earlier attempt has told already."""
        self._done[stage] += 1
        if self._done[stage] > self._told[stage]:
            self._told[stage] = self._done[stage]
            self._after_page(stage)


class _Parts:
    """A document as it comes in; raises LookupError, TypeError or ValueError for what cannot be."""

    def __init__(self) -> None:
        self._kind = self._title = self.language = ""
        self.pages: list[ReadPage] = []
        self._chunks: list[Chunk] = []

    def take(self, message: dict[str, Any]) -> bool:
        """Take a part; True when it was the last."""
        if "kind" in message:
            self._kind, self._title = _text(message["kind"]), _text(message["title"])
            self.language = _text(message["language"])
        elif "page" in message:
            self.pages.append(_page(message["page"], len(self.pages) + 1))
        elif "chunks" in message:
            for fields in message["chunks"]:
                self._chunks.append(self._chunk(fields))
        return "end" in message

    def answer(self) -> Answer:
        """The whole of it."""
        return Answer(Reading(self._kind, self._title, tuple(self.pages)), self.language, self._chunks)

    def _chunk(self, fields: list[Any]) -> Chunk:
        from engine.documents.chunks import joined

        first, start, last, end, tokens = map(_number, fields[:5])
        section = tuple(map(_text, fields[5]))
        texts = [page.text for page in self.pages[first - 1 : last]]
        if not 0 < first <= last <= len(self.pages) or start > len(texts[0]) or end > len(texts[-1]):
            raise ValueError("a chunk lies outside of the document")
        text = joined(texts, start, end)
        return Chunk(0, 0, len(self._chunks), first, start, last, end, text, tokens, section)


def _page(fields: list[Any], number: int) -> ReadPage:
    text, state, message = _text(fields[1]), _one_of(fields[2], READ, SCANNED, FAILED), _text(fields[3])
    headings = tuple(Heading(_number(start), _number(level), _text(title)) for start, level, title in fields[4])
    if fields[0] != number:
        raise ValueError("pages are numbered from 1 on")
    return ReadPage(number, text, state, message, headings, _number(fields[5]), _one_of(fields[6], TEXT, OCR))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("no number")
    return value


def _one_of(value: Any, *known: str) -> str:
    if value not in known:
        raise ValueError("not known")
    return _text(value)


def _refusal(message: dict[str, Any]) -> HoneError | None:
    """What the reader refuses, in its own words; raises Gone where it broke."""
    if "memory" in message:
        raise Gone(MEMORY)
    if "bug" in message:
        raise Gone(BUG, str(message["bug"])[:500])
    if "refused" not in message:
        return None
    try:
        title, hint = message["refused"]
        return HoneError(_text(title), _text(hint))
    except (TypeError, ValueError) as error:
        raise Gone(NONSENSE) from error


def _page_message(gone: Gone, limits: Limits, method: str) -> str:
    seconds = limits.ocr_seconds if method == OCR else limits.page_seconds
    return {
        SLOW: f"The page took longer than {seconds:g} s and was left out.",
        MEMORY: f"The page needs more than {limits.memory_mb:,} MB of memory and was left out.",
        CRASH: f"The page crashed its reader ({gone.detail}) and was left out.",
        BUG: f"The page was left out because of an error in Hone ({gone.detail}).",
    }.get(gone.why, "What was read of the page made no sense, and it was left out.")


def _failure(name: str, gone: Gone, limits: Limits, pages: int) -> HoneError:
    """The words for a document that broke its reader outside of any page, or at too many."""
    again = "Open it in another program and save it as PDF"
    where = f"after page {pages}" if pages else "at its beginning"
    titles = {
        SLOW: (
            f"{name} takes too long to read",
            f"Its reader was stopped {where}. {again}, split it, or allow more time "
            "(at the command line --page-seconds).",
        ),
        MEMORY: (
            f"{name} needs more memory than {limits.memory_mb:,} MB",
            f"Its reader was stopped {where}. {again}, split it, or allow more (at the command line --memory-mb).",
        ),
        LARGE: (f"{name} holds too much text", "It may be made to fill the memory. If it is not, split it into parts."),
        CRASH: (
            f"{name} crashed its reader",
            f"It ended with {gone.detail} {where}: most likely the file is damaged. {again}.",
        ),
        BUG: (f"{name} could not be read because of an error in Hone", f"{gone.detail}. Please report it."),
    }  # fmt: skip
    title, hint = titles.get(gone.why, (f"{name} cannot be read", f"What came of it made no sense. {again}."))
    return HoneError(title, hint)
