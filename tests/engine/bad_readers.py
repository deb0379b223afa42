"""A child whose reader does on each page what the file says: what the tests of the guard run.

The file is a JSON list of deeds, one for each page; `COMMAND` starts the child in the place of the real one.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from engine.documents import pdf, reader
from engine.documents.isolation import child, watch
from engine.documents.reading import Heading, Reading, ReadPage, coming
from engine.documents.taken import Taken
from engine.errors import HoneError
from engine.project.documents import FAILED, OCR, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

COMMAND = [sys.executable, "-m", "tests.engine.bad_readers"]
BODY = "Pump {} moves nine litres of clean water in a minute."


def read(path: Path, password: str, after_page: Callable[[], None], given: Iterable[Taken] = ()) -> Reading:
    """Read the pages, doing what is asked for on each that was not read ahead."""
    pages = []
    known = {taken.number for taken in given}
    for number, deed in enumerate(json.loads(path.read_text(encoding="utf-8")), 1):
        method = OCR if deed in ("slow letters", "hang at letters") else TEXT
        if deed == "hang unannounced":
            time.sleep(1000)
        if left_out := watch.begin(number, method):
            pages.append(ReadPage(number, "", FAILED, left_out))
        else:
            text = BODY.format(number) + (f" The word is {password}." if password else "")
            DEEDS.get("" if number in known else deed, lambda: None)()
            pages.append(ReadPage(number, text, headings=(Heading(0, 1, "Pumps"),), tables=number % 2, method=method))
        after_page()
    return Reading("text", path.stem, tuple(pages))


def read_ahead(path: Path, password: str, first: int, last: int) -> Iterator[Taken]:
    """Some of the pages."""
    for number, deed in list(enumerate(json.loads(path.read_text(encoding="utf-8")), 1))[first - 1 : last]:
        watch.begin(number)
        DEEDS.get(deed, lambda: None)()
        yield Taken(number, None, ReadPage(number, ""))


def eat() -> None:
    """Fill the memory, a little at a time."""
    held = []
    while True:
        held.append(bytearray(8 << 20))


def eat_without_end() -> None:
    """The same, by a library that hides that it gets none."""
    while True:
        try:
            eat()
        except MemoryError:
            os.abort()


def noise() -> None:
    """Print to both streams, from Python and from C."""
    for stream in (1, 2):
        for _ in range(200):
            os.write(stream, b"%PDF noise of a library\n" * 50)
    print("noise", flush=True)
    print("noise", file=sys.stderr, flush=True)


def nonsense() -> None:
    """Write to every other file there is: one of them is the pipe to the parent."""
    for handle in range(3, 20):
        try:
            os.write(handle, b"\x00\x00\x00\x04null")
        except OSError:
            continue


def flood() -> None:
    """Announce a message of four gigabytes, and send it."""
    for handle in range(3, 20):
        try:
            os.write(handle, b"\xff\xff\xff\xff" + b"a" * 1000)
        except OSError:
            continue


def refuse() -> None:
    raise HoneError("The page has an owl on it", "Shoo it away.")


def nest() -> None:
    nest()


def family() -> None:
    """Start a program, tell its number, and wait for it for ever."""
    process = subprocess.Popen(["sleep", "1000"])
    with open(os.environ["HONE_TEST_FAMILY"], "w", encoding="utf-8") as file:
        file.write(str(process.pid))
    process.wait()


DEEDS: dict[str, Callable[[], object]] = {
    "hang": lambda: time.sleep(1000),
    "hang at letters": lambda: time.sleep(1000),
    "hold": lambda: ctypes.PyDLL(None).sleep(1000),  # C code that never lets Python run
    "slow letters": lambda: time.sleep(1.2),
    "eat": eat,
    "eat and hide": eat_without_end,
    "want too much": lambda: bytearray(1 << 42),
    "segv": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "leave": lambda: os._exit(0),
    "noise": noise,
    "nonsense": nonsense,
    "flood": flood,
    "bug": lambda: 1 // 0,
    "nest": nest,
    "refuse": refuse,
    "family": family,
}

if __name__ == "__main__":
    reader.begin = lambda *asked: coming(read(*asked))
    pdf.read_ahead = read_ahead
    reader.kind = lambda path: "text"
    reader.count_pages = lambda path, password: len(json.loads(path.read_text(encoding="utf-8")))
    child.main()
