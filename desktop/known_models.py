"""The writers and bases that a person can choose: the starter, what came, was made or added, the Hugging Face cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from desktop import preferences
from desktop.wording import size_text
from engine import models, server_list
from engine.errors import HoneError
from engine.models import library
from engine.servers import ALL, is_address, is_here

STARTER = "starter"
_ADDED, _HIDDEN = "models", "models_hidden"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model to choose: what it is called, what a spec names it by, and a quiet line about it."""

    title: str
    value: str
    detail: str


def writers() -> list[Choice]:
    """Models that write pairs; quick, since no file is opened: look with `engine.models.look` for more."""
    found, _ = models.cached()
    return [_starter(), *_downloaded(models.WRITER), *_added(models.WRITER), *_of_cache(found)]


def bases() -> list[Choice]:
    """Models that can be trained."""
    _, found = models.cached()
    return [_starter(), *_downloaded(models.BASE), *_made(), *_added(models.BASE), *_of_cache(found)]


def servers() -> list[Choice]:
    """The servers that write pairs: all together, and each."""
    found = [server for server in _listed() if server.enabled]
    each = [Choice(_served(server.value), server.value, leaves(server.value)) for server in found]
    together = Choice(tr("All servers ({0})").format(len(each)), ALL, leaves(ALL))
    return [together, *each] if len(each) > 1 else each


def leaves(writer: str) -> str:
    """What is said of a writer or judge that sends texts away from this machine; '' for all others."""
    addresses = [server.address for server in _listed() if server.enabled] if writer == ALL else [writer]
    away = [address for address in addresses if is_address(address) and not is_here(address)]
    places = ", ".join(dict.fromkeys(urlsplit(address).netloc for address in away))
    return tr("The texts of your documents are sent to {0}.").format(places) if places else ""


def add(path: str | Path) -> Choice:
    """Remember a GGUF file or a model folder; raises HoneError saying what it is when it is neither."""
    place = str(library.add(path))
    _write(_HIDDEN, [known for known in _read(_HIDDEN) if known != place])
    return Choice(models.look(path).name, place, _detail(Path(place)))


def forget(value: str) -> None:
    """Take a model off the lists; it stays on disk. The starter stays."""
    library.forget(value)
    if value != STARTER and value not in _read(_HIDDEN):
        _write(_HIDDEN, [*_read(_HIDDEN), value])


def restore(value: str) -> None:
    """Put back what `forget` took off the lists, where it stood."""
    if not any(model.path == Path(value) for found in models.cached() for model in found):
        library.restore(value)
    _write(_HIDDEN, [known for known in _read(_HIDDEN) if known != value])


def own_name(value: str) -> str:
    """What the library calls a model that Hone downloaded or made itself; '' for all others."""
    path, folder = Path(value), library.folder()
    return path.relative_to(folder).parts[0] if path != folder and path.is_relative_to(folder) else ""


def title(value: str) -> str:
    """What the model of a spec is called, whether it is still on a list or not."""
    if value == STARTER:
        return tr("Starter")
    if value == ALL:
        return tr("All servers")
    if is_address(value):
        return _served(value)
    known = next((choice for choice in (*writers(), *bases()) if choice.value == value), None)
    return known.title if known is not None else _name(Path(value))


def _served(value: str) -> str:
    """The model of a server, and where that is."""
    address, _, model = value.partition("#")
    place = urlsplit(address).netloc
    return tr("{0} at {1}").format(model.rpartition("/")[2], place) if model else place


def _listed() -> list[server_list.Server]:
    try:
        return server_list.listed()
    except HoneError:  # the page of settings says so
        return []


def _starter() -> Choice:
    return Choice(tr("Starter"), STARTER, tr("Ships with Hone, for trying out"))


def _downloaded(kind: str) -> list[Choice]:
    found = [model for model in library.downloaded() if model.entry.kind == kind]
    return [Choice(model.entry.title, str(model.path), _detail(model.path)) for model in found]


def _made() -> list[Choice]:
    return [Choice(copy.name, str(copy.path), _detail(copy.path)) for copy in library.made()]


def _added(kind: str) -> list[Choice]:
    return [
        Choice(_name(path), str(path), _detail(path))
        for path in _added_paths()
        if path.exists() and models.kind_of(path) == kind
    ]


def _added_paths() -> list[Path]:
    """The list is shared with the command line; what the window alone remembered before is taken over."""
    try:
        for place in _read(_ADDED):
            library.restore(place)
        _write(_ADDED, [])
        return library.added()
    except HoneError:  # the page of models says so
        return []


def _of_cache(found: list[models.Cached]) -> list[Choice]:
    gone = {*_read(_HIDDEN), *map(str, _added_paths())}
    return [Choice(model.name, str(model.path), _detail(model.path)) for model in found if str(model.path) not in gone]


def _name(path: Path) -> str:
    if path.parent.name == "snapshots":
        return path.parent.parent.name.removeprefix("models--").replace("--", "/")
    return path.stem if path.suffix == ".gguf" else path.name


def _detail(path: Path) -> str:
    try:
        files = path.glob("*.safetensors") if path.is_dir() else [path]
        return size_text(sum(file.stat().st_size for file in files if file.is_file()))
    except OSError:
        return ""


def _read(name: str) -> list[str]:
    return [line for line in preferences.get(name).split("\n") if line]


def _write(name: str, places: list[str]) -> None:
    preferences.put(name, "\n".join(places))


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("known_models", text)
