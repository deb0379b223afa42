"""convert: a base in 16 or 32 bits, as Hugging Face has it, becomes a copy in few bits that trains in less memory."""

from __future__ import annotations

import dataclasses
import math
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.errors import HoneError
from engine.jobs import Pace
from engine.models import BASE, library, look, mlx_folder
from engine.models.catalogue import entries, size_text
from engine.project import files
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit

_NAME = re.compile(r"[A-Za-z0-9][\w.+-]*")
_FAR = 0.8  # a smaller share of the same tokens is worth a warning
_TOKENS = 24  # of a reply
_SECONDS = 60.0  # for the replies of each of the two; where computing is slow, fewer are compared
# What original and copy are asked: languages, digits, lists and code go wrong before anything else does.
_QUESTIONS = (
    "How do I clean a coffee machine?",
    "What is 17 + 25?",
    "Name three rivers of Europe.",
    "물은 몇 도에서 끓습니까?",
    "Write a line of Python that prints the numbers from 1 to 5.",
    "Warum ist der Himmel blau?",
)


@dataclass(frozen=True, kw_only=True)
class ConvertSpec(Spec):
    """What to make a copy of; it works without a project."""

    project: str = ""
    folder: str = option("", "Model folder.", "Or the name of a model in the Hugging Face cache.")
    bits: int = option(4, "Bits.", "Of each weight of the copy.", choices=(4, 8))
    name: str = option("", "Name.", "By default that of the model, with the bits.")


def convert(spec: ConvertSpec, emit: Emit, cancel: Cancel) -> None:
    """Make the copy in the folder of models and announce it as `Artifact("model", its folder)`, with its drift.

    It is whole or not there: what a cancel or a crash leaves is removed by the next conversion. Raises HoneError.
    """
    source = Path(library.named(spec.folder, BASE)).expanduser().absolute()
    _check_source(source)
    copy = library.Copy(_name(spec, source), mlx_folder.name_of(source))
    told: dict[str, Any] = {"source": copy.source, "path": str(source), "bits": spec.bits}
    if copy.path.exists():
        _check_same(copy, told)
        emit(events.Log(f"{copy.name} is here already."))
        measured: dict[str, Any] = {}
    else:
        _sweep()
        with library.held(copy):
            try:
                measured = _make(copy, source, told, emit, cancel)
            except OSError as error:
                raise HoneError(
                    f"{copy.name} could not be written", f"{library.folder()}: {error.strerror}. Check its rights."
                ) from error
            finally:
                shutil.rmtree(library.part(copy), ignore_errors=True)
    figures = {"name": copy.name, "kind": BASE, "bits": spec.bits, "bytes": library.size(copy.path), **measured}
    emit(events.Artifact("model", str(copy.path), figures))


def _check_source(source: Path) -> None:
    """Raise HoneError for what is no base, or is in few bits already."""
    model = look(source, BASE)
    if mlx_folder.config_of(source).get("quantization"):
        raise HoneError(
            f"{model.name} is in few bits already", "It can be trained as it is: choose it as the base model."
        )


def _name(spec: ConvertSpec, source: Path) -> str:
    """As wished, or after the source; raises HoneError for a name that cannot be one."""
    if not spec.name:
        short = re.sub(r"[^\w.+-]+", "-", mlx_folder.name_of(source).rpartition("/")[2]).strip(".-") or BASE
        return f"{short}-{spec.bits}bit"
    if not _NAME.fullmatch(spec.name) or spec.name.endswith(library.PART):
        raise HoneError(f"{spec.name} cannot be a name", "Choose one of letters, digits, dots and hyphens.")
    if any(entry.name == spec.name for entry in entries()):
        raise HoneError(f"{spec.name} is a model of the catalogue", "Choose another name.")
    return spec.name


def _check_same(copy: library.Copy, told: dict[str, Any]) -> None:
    """Raise HoneError when what has the name is a copy of another model."""
    origin = library.origin(copy.path)
    if any(origin.get(name) != value for name, value in told.items()):
        raise HoneError(f"There is a model named {copy.name} already", "Choose another name, or delete that model.")


def _sweep() -> None:
    """Remove what killed conversions left."""
    for part in library.folder().glob(f"*{library.PART}"):
        if not library.origin(part):
            continue  # a download, which is gone on with
        try:
            with library.held(library.Copy(part.name.removesuffix(library.PART), "")):
                shutil.rmtree(part, ignore_errors=True)
        except HoneError:
            continue  # another process is at it


def _make(copy: library.Copy, source: Path, told: dict[str, Any], emit: Emit, cancel: Cancel) -> dict[str, Any]:
    """Write and try the copy, then give it its name; returns what was measured."""
    from engine.runtimes.mlx.converting import MADE_WITH, Conversion

    part = library.part(copy)
    part.mkdir(parents=True)
    library.keep_origin(part, {**told, "mlx_lm": MADE_WITH})
    conversion = Conversion(source, told["bits"])
    _check_room(part, conversion.bytes)
    pace = Pace("convert", conversion.bytes, emit)
    conversion.write(part, cancel.check, pace.advance)
    del conversion
    measured = _compare(source, part, told["bits"], emit, cancel)
    for file in part.iterdir():
        files.sync_file(file)
    os.replace(part, copy.path)
    files.sync_folder(copy.path.parent)
    return measured


def _check_room(folder: Path, wanted: int) -> None:
    from engine.models.transfer import SPARE, free_bytes

    free = free_bytes(folder)
    if free < wanted + SPARE:
        raise HoneError(
            "There is not enough space on the disk",
            f"{size_text(wanted + SPARE)} have to be free, and {size_text(free)} are. Make room, then try again.",
        )


def _compare(source: Path, made: Path, bits: int, emit: Emit, cancel: Cancel) -> dict[str, Any]:
    """Load the copy and ask it; how often it says what the original says, where that fits into memory."""
    import psutil

    from engine.runtimes import mlx
    from engine.runtimes.fitting import loading_bytes
    from engine.runtimes.mlx.drift import conversation, drift
    from engine.runtimes.mlx.model import read_config

    if loading_bytes(made, read_config(made)) > psutil.virtual_memory().available:
        emit(events.Log("The copy does not fit into memory now, so it was not tried.", "warning"))
        return {}
    loaded = mlx.load(made)
    if not all(map(math.isfinite, mlx.next_logits(loaded, conversation(loaded, _QUESTIONS[0])))):
        raise HoneError(
            "The copy does not answer", "What it computes is no number. Get the model in the MLX form instead."
        )
    del loaded
    if loading_bytes(source, read_config(source)) > psutil.virtual_memory().available:
        emit(events.Log("The original does not fit into memory, so the copy was not compared with it."))
        return {}
    pace = Pace("compare", 2 * len(_QUESTIONS), emit)

    def check() -> None:
        cancel.check()
        pace.advance()

    found = drift(source, made, _QUESTIONS, max_tokens=_TOKENS, check=check, seconds=_SECONDS)
    if found.token_agreement < _FAR and bits == 4:
        emit(
            events.Log(
                f"The copy says something else than the original at {1 - found.token_agreement:.0%} of the tokens: "
                "8 bits stay closer.",
                "warning",
            )
        )
    return dataclasses.asdict(found)
