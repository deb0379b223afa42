"""One file over HTTP: it goes on where it stopped, after a broken connection and after the end of the program."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import httpx2
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from engine import events
from engine.errors import HoneError
from engine.models import hub
from engine.models.catalogue import size_text
from engine.models.hub import Dropped, File, judge, unreached
from engine.models.library import NOTE, PART

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.models.catalogue import Entry

SPARE = 1 << 30  # bytes of the disk that stay free
_STRIDE = 64 << 20  # bytes between two looks at the disk
_BLOCK = 4 << 20
_TRIES, _FIRST_TRIES = 8, 3  # in a row without a byte: once something came, and before
_LONGEST_REST = 30.0  # seconds between two tries
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def free_bytes(folder: Path) -> int:
    """Of the disk on which a folder lies."""
    return shutil.disk_usage(folder).free


def check_room(folder: Path, wanted: int) -> None:
    """Raise HoneError when the disk would be full with so many bytes more."""
    free = free_bytes(folder)
    if free < wanted + SPARE:
        raise HoneError(
            "There is not enough space on the disk",
            f"{size_text(wanted + SPARE)} have to be free, and {size_text(free)} are. Make room, then download it "
            "again: what is here is kept.",
        )


@dataclass(slots=True)
class Tells:
    """What is called while a file comes: with bytes that are here now (or no more), with its size, and with words."""

    came: Callable[[int], None]
    knows: Callable[[], None]
    emit: Callable[[events.Event], None]


class Transfer:
    """A file on its way to `target`, through `target`.part and a note on what that is a part of.

    `file` is what is known of it; what the server tells is added.
    """

    def __init__(
        self, client: httpx2.AsyncClient, entry: Entry, url: str, target: Path, file: File, tells: Tells
    ) -> None:
        self.entry, self.target, self.file, self.tells = entry, target, file, tells
        self._client, self._url = client, url
        self._wanted, self._etag = file, ""
        self._part, self._note = (target.with_name(f"{target.name}{end}") for end in (PART, NOTE))
        self._in_vain, self._came, self._here = 0, False, 0

    def begin(self) -> int:
        """Bytes that need not be sent again; what comes or goes is told from here on."""
        self._here = self.target.stat().st_size if self.target.exists() else self._kept()
        return self._here

    async def run(self) -> None:
        """Fetch what is missing and check the whole; raises HoneError."""
        if self.target.exists():
            return
        try:
            async for attempt in AsyncRetrying(
                retry=retry_if_exception_type(Dropped), stop=self._gives_up, wait=self._rest, reraise=True
            ):
                with attempt:
                    await self._fetch()
            await self._check()
        except Dropped as dropped:
            raise dropped.failure from dropped
        except OSError as error:
            raise _unwritten(self.target, error) from error

    # -- fetching ------------------------------------------------------------------------------------------------

    def _gives_up(self, state: RetryCallState) -> bool:
        self._in_vain += 1
        return self._in_vain >= (_TRIES if self._came else _FIRST_TRIES)

    def _rest(self, state: RetryCallState) -> float:
        dropped = state.outcome.exception() if state.outcome else None
        assert isinstance(dropped, Dropped)
        seconds = max(dropped.after, min(hub.PAUSE * float(2 ** (self._in_vain - 1)), _LONGEST_REST))
        self.tells.emit(events.Log(f"{dropped.failure.title}. It is tried again in {seconds:.0f} s.", "warning"))
        return seconds

    async def _fetch(self) -> None:
        """One connection; raises Dropped when another may bring the rest."""
        have = self._kept()
        if have and have == self.file.bytes:
            return
        headers = {"Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
            if self._etag:
                headers["If-Range"] = self._etag
        try:
            async with self._client.stream("GET", self._url, headers=headers) as answer:
                if answer.status_code == 416:
                    self._none_left(answer, have)
                    return
                judge(answer, self.entry)
                await self._take(answer, have)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise unreached(error) from error
        size = self._part.stat().st_size
        if self.file.bytes is not None and size != self.file.bytes:
            if size > self.file.bytes:
                self._begin_anew()
            raise unreached(httpx2.ReadError("it ended early"))

    async def _take(self, answer: httpx2.Response, have: int) -> None:
        """Write what comes behind what is here, or in its place when the server sends all of it."""
        if answer.headers.get("content-type", "").startswith("text/html"):
            raise hub.nonsense()
        begins = 0
        if answer.status_code == 206:
            found = _RANGE.match(answer.headers.get("content-range", ""))
            begins = int(found[1]) if found else -1
            if begins != have or not have:  # it sends another part than was asked for
                self._begin_anew()
                raise unreached(httpx2.ReadError("another part"))
        self._learn(answer, begins)
        if not begins:
            self._begin_anew()
        written = 0
        with self._part.open("ab", buffering=1 << 20) as file:
            if not begins:
                self._keep_note(answer.headers.get("etag", ""))
            async for piece in answer.aiter_bytes():
                if (written + len(piece)) // _STRIDE > written // _STRIDE:
                    check_room(self._part.parent, 0)
                file.write(piece)
                written += len(piece)
                self._in_vain, self._came = 0, True
                self._tell(len(piece))

    def _learn(self, answer: httpx2.Response, begins: int) -> None:
        """Take over size and checksum from the headers; raises HoneError when it is not the file that is wanted."""
        told = {name: value for step in (*answer.history, answer) for name, value in step.headers.items()}
        sha256 = told.get("x-linked-etag", "").strip('"')
        sha256 = sha256 if _SHA256.fullmatch(sha256) else ""
        total = told.get("x-linked-size", "")
        if not total.isdigit() and not answer.headers.get("content-encoding"):
            length = answer.headers.get("content-length", "")
            total = str(begins + int(length)) if length.isdigit() else ""
        size = int(total) if total.isdigit() else None
        wanted = self._wanted
        if (wanted.bytes is not None and size is not None and size != wanted.bytes) or (
            wanted.sha256 and sha256 and sha256 != wanted.sha256
        ):
            raise HoneError(
                f"{wanted.name} is not the file that was expected",
                "It was changed where it lies, or something stands in between, as a network that one has to sign in "
                "to. Nothing was taken: try again later, or choose another model.",
            )
        self.file = replace(
            wanted, bytes=size if wanted.bytes is None else wanted.bytes, sha256=wanted.sha256 or sha256
        )
        self.tells.knows()

    def _none_left(self, answer: httpx2.Response, have: int) -> None:
        """The server has nothing behind what is here: that is all of it, or of something else."""
        total = answer.headers.get("content-range", "").rpartition("/")[2]
        if total != str(have):
            self._begin_anew()
            raise unreached(httpx2.ReadError("it is shorter now"))

    # -- what is here --------------------------------------------------------------------------------------------

    def _kept(self) -> int:
        """Bytes of the part that can be gone on with; 0 when it is of another file, or nobody can tell."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            size = self._part.stat().st_size
            etag, known = str(note["etag"]), File(self.file.name, note["bytes"], str(note["sha256"]))
        except (OSError, ValueError, KeyError, TypeError):
            return 0
        wanted = self._wanted
        other = (wanted.sha256 and known.sha256 and wanted.sha256 != known.sha256) or (
            wanted.bytes is not None and known.bytes is not None and wanted.bytes != known.bytes
        )
        if other or (known.bytes is not None and size > known.bytes):
            return 0
        self._etag = "" if etag.startswith("W/") else etag
        if not self._etag and not (wanted.sha256 or known.sha256):
            return 0
        self.file = replace(wanted, bytes=wanted.bytes or known.bytes, sha256=wanted.sha256 or known.sha256)
        return size

    def _keep_note(self, etag: str) -> None:
        """Say what the part is of, before its first byte is written."""
        note = {"etag": etag, "bytes": self.file.bytes, "sha256": self.file.sha256}
        new = self._note.with_name(f"{self._note.name}.new")
        new.write_text(json.dumps(note), encoding="utf-8")
        os.replace(new, self._note)

    def _begin_anew(self) -> None:
        self._part.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)
        self._etag = ""
        if self._here:
            self._tell(-self._here)

    def _tell(self, count: int) -> None:
        self._here += count
        self.tells.came(count)

    async def _check(self) -> None:
        """Give the file its name when its bytes are those that were meant; raises HoneError and removes it if not."""
        with self._part.open("rb") as file:
            if self.file.sha256:
                self.tells.emit(events.Log(f"Checking {self.file.name}."))
                digest = hashlib.sha256()
                while block := file.read(_BLOCK):
                    digest.update(block)
                    await asyncio.sleep(0)  # a cancel gets its turn
                if digest.hexdigest() != self.file.sha256:
                    self._begin_anew()
                    raise HoneError(
                        f"{self.file.name} is not what was sent",
                        "Its checksum is wrong, so it was removed: download it again. When that does not help, "
                        "choose another model.",
                    )
            os.fsync(file.fileno())
        os.replace(self._part, self.target)
        self._note.unlink(missing_ok=True)


def _unwritten(target: Path, error: OSError) -> HoneError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return HoneError(
            "There is not enough space on the disk", "Make room, then download it again: what is here is kept."
        )
    return HoneError(f"{target.name} could not be written", f"{target.parent}: {error.strerror}. Check its rights.")
