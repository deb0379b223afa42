"""What a file or folder is: a writer, a base, or something else that can be said in words."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.models import kinds, mlx_folder, sizes
from engine.models.gguf_header import MAGIC, Damaged, Header, read_header
from engine.resources import starter, starter_gguf

if TYPE_CHECKING:
    from collections.abc import Iterable

WRITER, BASE = "writer", "base"
STARTER = "starter"
_FULL = ("F64", "F32", "F16", "BF16")  # what a base's weights are stored as that are not packed
_PARTIAL = (".incomplete", ".part", ".partial", ".crdownload", ".download")


@dataclass(frozen=True, slots=True)
class Model:
    """A model by its header; `parameters` is None and texts are empty where the file does not say."""

    kind: str  # writer or base
    name: str
    path: Path
    bytes: int
    parameters: int | None
    quantisation: str
    context_length: int | None
    architecture: str


def look(path: str | Path, kind: str = "") -> Model:
    """Read the header of a GGUF file or of a model folder; `starter` needs `kind`.

    Raises HoneError saying what it is instead, or that it is not whole. The weights are not read.
    """
    if str(path) == STARTER:
        path = starter_gguf() if kind == WRITER else starter()
    found = Path(path).expanduser()
    try:
        return _look_again(found, _state(found))
    except OSError as error:
        raise HoneError(f"{found.name} cannot be read", f"{error.strerror}: check the rights of the file.") from error


def kind_of(path: str | Path) -> str:
    """writer for files, base for folders."""
    return BASE if Path(path).expanduser().is_dir() else WRITER


def _state(path: Path) -> tuple[float, int]:
    if not path.exists():
        raise HoneError(f"There is no {path.name}", f"{path} is not there any more: add the model again.")
    weights = list(path.glob("*.safetensors")) if path.is_dir() else [path]
    parts = [path, *weights, *(path.glob("config.json") if path.is_dir() else ())]
    return max(part.lstat().st_mtime for part in parts), _bytes(weights or [path])


def _bytes(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file())


@functools.lru_cache(maxsize=256)
def _look_again(path: Path, state: tuple[float, int]) -> Model:
    """Read a model once as long as it stays the same."""
    if path.is_dir():
        return _base(path)
    return _writer(path)


def _base(folder: Path) -> Model:
    files = sorted(folder.glob("*.gguf"))
    if files and not (folder / "config.json").is_file():
        raise HoneError(
            f"{folder.name} is a folder of GGUF files", f"Choose one of the files in it, for instance {files[0].name}."
        )
    config = mlx_folder.config_of(folder)
    kinds.check(mlx_folder.name_of(folder), config)
    mlx_folder.check_whole(folder)
    parameters, quantisation = mlx_folder.figures(folder, config)
    if not config.get("quantization") and quantisation not in _FULL:
        kinds.refuse_packed(mlx_folder.name_of(folder), quantisation)
    return Model(
        kind=BASE,
        name=mlx_folder.name_of(folder),
        path=folder,
        bytes=_bytes(folder.glob("*.safetensors")),
        parameters=parameters or None,
        quantisation=quantisation,
        context_length=sizes.size(config, sizes.CONTEXT),
        architecture=str(config["model_type"]),
    )


def _writer(file: Path) -> Model:
    if file.suffix in _PARTIAL:
        raise _cut(file)
    with file.open("rb") as opened:
        magic = opened.read(len(MAGIC))
    if magic != MAGIC:
        raise _no_model(file)
    try:
        header = read_header(file)
    except Damaged as error:
        raise _cut(file) from error
    size = file.stat().st_size
    if size < header.least_bytes:
        raise _cut(file)
    _check_writes(file, header)
    name = header.fields.get("general.name")
    return Model(
        kind=WRITER,
        name=name if isinstance(name, str) and name.strip() else file.stem,
        path=file,
        bytes=size,
        parameters=header.parameters or None,
        quantisation=header.quantisation,
        context_length=header.context_length,
        architecture=str(header.fields.get("general.architecture", "")),
    )


def _check_writes(file: Path, header: Header) -> None:
    """Raise HoneError for a GGUF file that is sound, but cannot write pairs."""
    if header.fields.get("general.type") == "adapter" or "adapter.type" in header.fields:
        raise HoneError(
            f"{file.name} is an adapter",
            "An adapter works only with the model that it was trained on: choose a whole model.",
        )
    if header.fields.get("general.architecture") == "clip" or header.fields.get("general.type") == "mmproj":
        raise HoneError(
            f"{file.name} is the part of a model that sees pictures",
            "It writes nothing by itself: choose the file of the language model that lies beside it.",
        )
    if "tokenizer.chat_template" not in header.fields:
        raise HoneError(
            f"{file.name} has no chat template",
            "It is a base model, which cannot follow instructions: choose an Instruct or Chat model.",
        )


def _no_model(file: Path) -> HoneError:
    if file.suffix == ".safetensors":
        hint = "Choose the folder in which it lies, with config.json beside it."
        return HoneError(f"{file.name} is a part of a model", hint)
    return HoneError(
        f"{file.name} is not a model",
        "A writer is a GGUF file of an Instruct or Chat model; a base is a folder with config.json and *.safetensors.",
    )


def _cut(file: Path) -> HoneError:
    return HoneError(
        f"{file.name} is not whole", "The file is cut or damaged, as after a download that stopped: download it again."
    )
