"""The fused model as a GGUF file that llama.cpp was seen to answer with as MLX does."""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.exports.options import LEAST_AGREEMENT
from engine.exports.work import Made, Work, folder_of, linked, set_style
from engine.project import files

if TYPE_CHECKING:
    from engine.runtimes.gguf_parity import Parity


def gguf(work: Work) -> Made:
    """NAME.gguf, or NAME-q8_0.gguf, in the folder that was asked for."""
    target = folder_of(work.spec.gguf) / file_name(work)
    return checked_gguf(work, target, "gguf")


def file_name(work: Work) -> str:
    """The file is called as the project, with its bits where they are fewer than 16."""
    kind = work.spec.quantisation
    return f"{work.name}.gguf" if kind == "f16" else f"{work.name}-{kind}.gguf"


def checked_gguf(work: Work, target: Path, kind: str) -> Made:
    """Write the run's fused model as `target`; raises HoneError when llama.cpp does not answer with it as MLX does."""
    if work.gguf is not None and work.gguf.path.is_file():
        with files.atomic_file(target) as temporary:
            shutil.copyfile(work.gguf.path, temporary)
        return Made(kind, target, work.gguf.data)
    source = work.fused()
    with (
        files.atomic_file(target) as temporary,
        tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{work.name}-") as folder,
    ):
        fused = linked(source, Path(folder) / work.name)
        set_style(fused, work.run.style)
        found = _write(work, fused, temporary)
        temporary.chmod(0o644)  # temporary files are made for their owner alone
    told = {"quantisation": work.spec.quantisation, "bytes": target.stat().st_size}
    return Made(kind, target, {"run": work.run.id, **told, **dataclasses.asdict(found)})


def _write(work: Work, fused: Path, file: Path) -> Parity:
    from engine.runtimes.gguf_export import export_gguf
    from engine.runtimes.gguf_parity import parity
    from engine.runtimes.gguf_quantise import quantise_gguf

    kind, least = work.spec.quantisation, least_agreement(work, work.spec.quantisation)
    if kind == "f16":
        export_gguf(fused, file, name=work.name, check=work.cancel.check)
    else:
        full = export_gguf(fused, fused.parent / "f16.gguf", name=work.name, check=work.cancel.check)
        # Few bits may hide what was converted wrongly: it has to be right in many first.
        judge(parity(fused, full, work.questions(), check=work.cancel.check), least_agreement(work, "f16"))
        quantise_gguf(full, file, kind)
        full.unlink()
    found = parity(fused, file, work.questions(), check=work.cancel.check)
    judge(found, least)
    return found


def least_agreement(work: Work, quantisation: str) -> float:
    """The share of reply tokens that must be alike."""
    asked = work.spec.agreement
    return LEAST_AGREEMENT[quantisation] if asked is None else asked


def judge(found: Parity, least: float) -> None:
    """Raise HoneError when texts are read differently, or too few tokens chosen alike."""
    if found.token_ids_equal < found.prompts:
        raise HoneError(
            "The GGUF reads text differently from the MLX model",
            f"{found.prompts - found.token_ids_equal} of {found.prompts} prompts become other tokens, so nothing "
            "was kept: export the MLX folder, and please report which base this is.",
        )
    if found.token_agreement < least:
        raise HoneError(
            "The GGUF does not answer as the MLX model",
            f"llama.cpp chooses {found.token_agreement:.1%} of the reply tokens alike, wanted were {least:.1%}, so "
            "nothing was kept: choose a quantisation of more bits, export the MLX folder, or allow less with "
            "--agreement.",
        )
