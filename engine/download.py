"""download: a model of the catalogue comes to this machine."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import events, jobs, memory_fit
from engine.errors import HoneError, JobCancelled
from engine.models import library, look
from engine.models.catalogue import EMBEDDER
from engine.models.catalogue import find as find_entry
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from engine.jobs import Cancel, Emit
    from engine.models.catalogue import Entry
    from engine.models.hub import Listing
    from engine.models.transfer import Transfer

_TOLD_SECONDS = 0.25  # between two messages
_GLANCE = 0.05  # seconds between two looks at whether to stop
_REVISION = ".revision"  # says beside the files of which state of the repository they are


@dataclass(frozen=True, kw_only=True)
class DownloadSpec(Spec):
    """Which model; it works without a project."""

    project: str = ""
    name: str = option("", "Model.", "Its name in the catalogue.")
    anyway: bool = option(False, "Anyway.", "Download it even if this machine has too little memory for it.")


def download(spec: DownloadSpec, emit: Emit, cancel: Cancel) -> None:
    """Fetch the model and announce it as `Artifact("model", its file or folder)`.

    Tells bytes as `Progress`, and how many come in a second as `Metric`. What is here when it stops, for whatever
    reason, need not be sent again. Raises HoneError.
    """
    entry = find_entry(spec.name)
    if library.is_here(entry):
        emit(events.Log(f"{entry.title} is here already."))
    else:
        if not spec.anyway:
            memory_fit.check(entry)
        with library.held(entry):
            try:
                meter = _Meter(emit)
                asyncio.run(_watched(_load(entry, meter, emit), meter, cancel))
                _give_name(entry)
            except OSError as error:
                raise HoneError(
                    f"{entry.title} could not be kept", f"{library.folder()}: {error.strerror}. Check its rights."
                ) from error
    path = library.place(entry)
    emit(events.Artifact("model", str(path), {"name": entry.name, "kind": entry.kind, "bytes": library.size(path)}))


async def _watched(work: Coroutine[Any, Any, None], meter: _Meter, cancel: Cancel) -> None:
    """Do it, and drop it at once when that is wanted, even while a server says nothing."""
    task = asyncio.ensure_future(work)
    while not task.done():
        await asyncio.wait({task}, timeout=_GLANCE)
        meter.tick()
        if cancel.cancelled and not task.done():
            task.cancel()
            await asyncio.wait({task})
            raise JobCancelled
    task.result()


async def _load(entry: Entry, meter: _Meter, emit: Emit) -> None:
    from engine.models import hub
    from engine.models.transfer import Tells, Transfer, check_room

    folder = library.part(entry)
    async with hub.client() as client:
        listing = await _listing(client, entry)
        _begin(folder, listing)
        tells = Tells(meter.came, meter.knows, emit)
        meter.transfers = [
            Transfer(client, entry, hub.url(entry, listing.revision, file.name), folder / file.name, file, tells)
            for file in listing.files
        ]
        meter.begin()
        check_room(folder, max((meter.total or entry.weight) - meter.done, 0))
        for transfer in meter.transfers:
            transfer.target.parent.mkdir(parents=True, exist_ok=True)
            await transfer.run()
        meter.end()


async def _listing(client: Any, entry: Entry) -> Listing:
    """What the Hub has of the model, asked for again when it is busy."""
    from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential

    from engine.models import hub

    try:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(hub.Dropped),
            stop=stop_after_attempt(3),
            wait=wait_exponential(hub.PAUSE, exp_base=2),
            reraise=True,
        ):
            with attempt:
                found = await hub.listing(client, entry)
    except hub.Dropped as dropped:
        raise dropped.failure from dropped
    return found


def _begin(folder: Path, listing: Listing) -> None:
    """Files of another state of the repository would not fit to those of this one."""
    note = folder / _REVISION
    if folder.exists() and (not note.is_file() or note.read_text(encoding="utf-8") != listing.revision):
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    note.write_text(listing.revision, encoding="utf-8")


def _give_name(entry: Entry) -> None:
    """All files are there and checked: they take their place, if they are what they should be."""
    folder, target = library.part(entry), library.folder() / entry.name
    try:
        if entry.kind != EMBEDDER:
            look(folder / entry.file if entry.file else folder)
    except HoneError:
        shutil.rmtree(folder)
        raise
    if target.exists():  # what is left of a model that was removed by other means
        shutil.rmtree(target)
    os.replace(folder, target)


class _Meter:
    """Tells how far all files together are, how fast they come, and how long it takes yet."""

    def __init__(self, emit: Emit) -> None:
        self.transfers: list[Transfer] = []
        self.done, self._unsaid, self._last = 0, 0, 0.0
        self._emit = emit
        self._pace: jobs.Pace | None = None

    @property
    def total(self) -> int | None:
        """Bytes of all files; None while one of them is not known."""
        sizes = [transfer.file.bytes for transfer in self.transfers]
        known = [size for size in sizes if size is not None]
        return sum(known) if len(known) == len(sizes) else None

    def begin(self) -> None:
        """What is here already counts as done."""
        self.done = sum(transfer.begin() for transfer in self.transfers)
        self.knows()

    def knows(self) -> None:
        """A size may have become known."""
        total = self.total
        if total is not None and (self._pace is None or self._pace.total != total):
            self._pace = jobs.Pace("download", total, self._emit, self.done)
            self._unsaid = 0

    def came(self, count: int) -> None:
        """So many bytes more are here."""
        self.done += count
        self._unsaid += count
        if count < 0 and self._pace is not None:
            self._pace = jobs.Pace("download", self._pace.total, self._emit, self.done)
            self._unsaid = 0

    def tick(self) -> None:
        """Some time went by: tell how things are now and then, also while nothing comes."""
        if self.transfers and time.monotonic() - self._last >= _TOLD_SECONDS:
            self._tell()

    def end(self) -> None:
        """Tell what was not told yet."""
        self._tell()

    def _tell(self) -> None:
        self._last = time.monotonic()
        if self._pace is None:
            self._emit(events.Progress("download", self.done))
            return
        self._pace.advance(self._unsaid)
        self._unsaid = 0
        self._emit(events.Metric("bytes_per_second", self.done, self._pace.rate or 0.0))
