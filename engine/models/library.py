"""Models that belong to Hone on this machine: what it downloaded or made, in a folder of its own, and what was added.

A model comes into `NAME.part` and takes its name when every file of it is there and checked, so that what has a name
is whole. Nothing but the person empties the folder.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.models.catalogue import entries, find
from engine.models.hub_cache import cached
from engine.models.model import BASE, look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.models.catalogue import Entry

PART, NOTE = ".part", ".part.json"  # what is not whole yet, and the note on what it is a part of
_LIST, _LOCK = "added.json", ".lock"
_ORIGIN = ".made.json"  # in a model that Hone made: what it was made of


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A model of the catalogue that is here, and the file or folder that a spec names."""

    entry: Entry
    path: Path


@dataclass(frozen=True, slots=True)
class Copy:
    """A base in few bits that Hone makes, or made, of another one; `source` is what that was called."""

    name: str
    source: str

    @property
    def title(self) -> str:
        """As an entry of the catalogue has one."""
        return self.name

    @property
    def path(self) -> Path:
        """Its folder."""
        return folder() / self.name


def folder() -> Path:
    """Where models are kept: HONE_MODELS, beside the settings that HONE_SETTINGS names, or the system's place."""
    if place := os.environ.get("HONE_MODELS"):
        return Path(place).expanduser()
    if settings := os.environ.get("HONE_SETTINGS"):
        return Path(settings).with_name("models")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Hone" / "models"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "Hone", "models")


def place(entry: Entry) -> Path:
    """The file or folder of a model when it is downloaded."""
    return folder() / entry.name / entry.file if entry.file else folder() / entry.name


def part(entry: Entry | Copy) -> Path:
    """The folder in which it is being downloaded or made."""
    return folder() / f"{entry.name}{PART}"


def is_here(entry: Entry) -> bool:
    """Whether it is downloaded."""
    return place(entry).exists()


def begun(entry: Entry) -> int:
    """Bytes of it that are here while it is not whole; 0 where no download was begun."""
    return size(part(entry)) if not is_here(entry) else 0


def size(path: Path) -> int:
    """Bytes of a file, or of all files of a folder but notes on them; 0 where there is nothing."""
    found = 0
    for file in path.rglob("*") if path.is_dir() else (path,):
        if file.name.startswith(".") or file.name.endswith(NOTE):
            continue
        with contextlib.suppress(OSError):  # it went while this looked
            found += file.stat().st_size if file.is_file() else 0
    return found


def downloaded() -> list[Downloaded]:
    """The models of the catalogue that are here."""
    return [Downloaded(entry, place(entry)) for entry in entries() if is_here(entry)]


def made() -> list[Copy]:
    """The copies in few bits that Hone made here, by name."""
    found = []
    for note in sorted(folder().glob(f"*/{_ORIGIN}")):
        if note.parent.suffix != PART:
            found.append(Copy(note.parent.name, str(origin(note.parent).get("source", ""))))
    return found


def origin(place: Path) -> dict[str, Any]:
    """What a copy was made of, as it was noted in its folder; empty for all other folders."""
    try:
        told = json.loads((place / _ORIGIN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def keep_origin(place: Path, told: dict[str, Any]) -> None:
    """Note in a folder that it is a copy: `told` says of what, as `source`, and how it was made."""
    (place / _ORIGIN).write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def named(value: str, kind: str) -> str:
    """What a spec takes for a model of that kind: for a name in the library or the Hugging Face cache its place there.

    All else is given back as it is.

    Raises HoneError for a name of the catalogue that is not here, or is of another kind.
    """
    if Path(value).exists():
        return value
    if kind == BASE and (copy := next((copy for copy in made() if copy.name == value), None)):
        return str(copy.path)
    if "/" in value:
        found = next((model for model in cached()[kind == BASE] if model.name == value), None)
        return value if found is None else str(found.path)
    entry = next((entry for entry in entries() if entry.name == value), None)
    if entry is None:
        return value
    if entry.kind != kind:
        other = next((more.name for more in entries() if more.kind == kind and more.title == entry.title), "")
        instead = f"Take {other}." if other else f"hone models catalogue --kind {kind} lists what is."
        raise HoneError(f"{value} is no {kind}", instead)
    if not is_here(entry):
        raise HoneError(f"{entry.title} is not downloaded", f"Fetch it first: hone models download {value}")
    return str(place(entry))


def delete(name: str) -> int:
    """Remove a model that was downloaded or made, or what there is of it; returns the bytes that are free now.

    Raises HoneError when there is nothing of it, or while somebody is busy with it.
    """
    entry = next((copy for copy in made() if copy.name == name), None) or find(name)
    gone = [path for path in (folder() / entry.name, part(entry)) if path.exists()]
    if not gone:
        raise HoneError(f"{entry.title} is not downloaded", "There is nothing to delete.")
    free = sum(size(path) for path in gone)
    try:
        with held(entry):
            for path in gone:
                shutil.rmtree(path)
    except OSError as error:
        raise HoneError(
            f"{entry.title} could not be deleted", f"{folder()}: {error.strerror}. Check the rights of the folder."
        ) from error
    return free


@contextlib.contextmanager
def held(entry: Entry | Copy) -> Iterator[None]:
    """Let nobody else download, make or delete this model meanwhile; a process that dies lets go of it."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        file = (folder() / f"{entry.name}{_LOCK}").open("w")
    except OSError as error:
        raise HoneError(
            "The folder for models cannot be written",
            f"{folder()}: {error.strerror}. Check its rights, or name another one in HONE_MODELS.",
        ) from error
    with file:
        _lock(file, entry)
        yield


def _lock(file: IO[str], entry: Entry | Copy) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        made = isinstance(entry, Copy)
        said = f"{entry.title} is being made already" if made else f"{entry.title} is being downloaded already"
        raise HoneError(said, "Another window or terminal does it: wait, or stop it there.") from error


# -- what a person added ---------------------------------------------------------------------------------------


def added() -> list[Path]:
    """Files and folders that a person put on the list, also those that are gone since."""
    try:
        found = json.loads((folder() / _LIST).read_text(encoding="utf-8"))
        return [Path(line) for line in found]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise HoneError(
            "The list of your models cannot be read",
            f"Repair or delete {folder() / _LIST}, and add the models again.",
        ) from error


def add(path: str | Path) -> Path:
    """Put a GGUF file or a model folder on the list; raises HoneError saying what it is when it is neither."""
    look(path)
    restore(path)
    return Path(path).expanduser().absolute()


def restore(path: str | Path) -> None:
    """Put it back on the list as it was, without a look at what it is by now."""
    found = Path(path).expanduser().absolute()
    if found not in added():
        _write([*added(), found])


def forget(path: str | Path) -> bool:
    """Take it off the list, it stays on disk; whether it was there."""
    found = Path(path).expanduser().absolute()
    before = added()
    if found in before:
        _write([known for known in before if known != found])
    return found in before


def _write(paths: list[Path]) -> None:
    target = folder() / _LIST
    new = target.with_name(f".{_LIST}-{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as file:
            json.dump([str(path) for path in paths], file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, target)
    except OSError as error:
        raise HoneError("The list of your models could not be written", f"{target}: {error.strerror}.") from error
