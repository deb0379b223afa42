"""What was learned alone, to be put beside its base: for mlx-lm, for PEFT, or for llama.cpp."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from engine.exports.gguf_files import judge, least_agreement
from engine.exports.work import Made, Work, copy_folder, folder_of, linked, only_ours, readable, set_style
from engine.models import sizes
from engine.models.mlx_folder import name_of
from engine.project import files

if TYPE_CHECKING:
    from collections.abc import Callable

_MLX_WEIGHTS = "adapters.safetensors"


def adapter(work: Work) -> Made:
    """The run's adapter in the form that was asked for."""
    forms: dict[str, Callable[[Work, Path], Made]] = {"mlx": _mlx, "peft": _peft, "gguf": _gguf}
    made = forms[work.spec.adapter_format](work, folder_of(work.spec.adapter))
    told = {"run": work.run.id, "base": name_of(Path(work.run.base)), "adapter_format": work.spec.adapter_format}
    return dataclasses.replace(made, data={**told, **made.data})


def _mlx(work: Work, folder: Path) -> Made:
    target = folder / f"{work.name}-adapter"
    return Made("adapter", target, {"files": copy_folder(work.run.adapter, target, _MLX_WEIGHTS, work.cancel)})


def _peft(work: Work, folder: Path) -> Made:
    from engine.runtimes.gguf_export import read_model_config
    from engine.runtimes.lora import WEIGHTS, read_lora, write_peft

    target, base = folder / f"{work.name}-peft", Path(work.run.base)
    only_ours(target, WEIGHTS)
    lora = read_lora(work.run.adapter)
    layers = sizes.size(read_model_config(base), sizes.LAYERS) or 0
    with files.atomic_folder(target) as temporary:
        write_peft(lora, temporary, base=name_of(base), layers=layers)
        readable(temporary)
    return Made("adapter", target, {"rank": lora.rank, "alpha": lora.alpha})


def _gguf(work: Work, folder: Path) -> Made:
    """Kept only if llama.cpp answers with it, on the base as F16, as the tuned model in MLX does."""
    from engine.runtimes.gguf_adapter import export_gguf_adapter
    from engine.runtimes.gguf_export import export_gguf
    from engine.runtimes.gguf_parity import parity

    target, run = folder / f"{work.name}-lora.gguf", work.run
    with (
        files.atomic_file(target) as temporary,
        tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{work.name}-") as beside,
    ):
        base = linked(Path(run.base), Path(beside) / "base")
        set_style(base, run.style)
        export_gguf_adapter(run.adapter, base, temporary, name=work.name)
        full = export_gguf(base, Path(beside) / "base.gguf", check=work.cancel.check)
        found = parity(base, full, work.questions(), adapter=run.adapter, lora=temporary, check=work.cancel.check)
        judge(found, least_agreement(work, "f16"))
        temporary.chmod(0o644)  # temporary files are made for their owner alone
    return Made("adapter", target, {"bytes": target.stat().st_size, **dataclasses.asdict(found)})
