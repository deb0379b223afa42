"""The memory that training, writing and chat take, estimated and measured: `python -m benchmarks.memory [PART]`.

Each combination is measured in a process of its own, on small models of random weights, since what is estimated does
not depend on the numbers: here training, for three iterations on rows of one length; writing and chat in modules of
their own. Writes benchmarks/memory.md, of which a part that is named alone replaces its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks import memory_chat, memory_writing
from benchmarks.speed_training import recipe
from engine.runtimes import blas

if TYPE_CHECKING:
    from engine.runtimes.mlx import Example
    from engine.runtimes.recipe import Recipe

SECTION = """## Training

What is estimated from a base's config and files (engine/runtimes/sizing.py), against the most that MLX held at once
over three iterations. Bases are dense with random weights; rows are all of one length; usual are 4 rows at once,
adapters of rank 8 in all blocks, and no blocks computed again.

| base | row, answer (tokens) | recipe | estimated | measured | ratio |
|---|---|---|---|---|---|
"""
_PAGE = """# Memory

Written by `python -m benchmarks.memory`: what is estimated before a model is loaded, against what it took, in a process
of its own. No estimate is off by more than 15%. What the estimates are made of: [docs/models.md](../docs/models.md).
"""
_STEPS = 3
_ALLOWED = 0.15
_TARGET = Path(__file__).with_name("memory.md")


@dataclass(frozen=True, slots=True)
class Case:
    """A base by its sizes, rows by length and answer in tokens, and what of the recipe differs from the usual."""

    hidden: int
    layers: int
    heads: int
    vocabulary: int
    bits: int  # 32: not quantized
    length: int
    answer: int
    changed: dict[str, Any] = field(default_factory=dict)

    @property
    def config(self) -> dict[str, Any]:
        """As mlx-lm reads it."""
        return {
            "model_type": "llama", "hidden_size": self.hidden, "num_hidden_layers": self.layers,
            "num_attention_heads": self.heads, "num_key_value_heads": self.heads,
            "intermediate_size": self.hidden * 8 // 3 // 64 * 64, "vocab_size": self.vocabulary,
            "max_position_embeddings": 2048, "rms_norm_eps": 1e-6, "rope_theta": 10_000.0,
            "tie_word_embeddings": True, "torch_dtype": "float32",
        }  # fmt: skip

    @property
    def recipe(self) -> Recipe:
        """Usual but for what is changed."""
        changed = {"iterations": _STEPS, "max_length": 2048, **self.changed}
        return recipe(changed.pop("layers", -1), 0, **changed)

    @property
    def rows(self) -> list[Example]:
        """Random tokens, all of one length, more than an iteration takes."""
        from engine.runtimes.mlx import Example

        count, random = 4 * self.recipe.batch_size * self.recipe.accumulation, Random(0)
        tokens = [[random.randrange(5, self.vocabulary) for _ in range(self.length)] for _ in range(count)]
        return [Example(tuple(row), self.length - self.answer) for row in tokens]


_WIDE, _DEEP = (512, 4, 8, 8_000), (256, 12, 4, 32_000)
CASES = (
    Case(*_DEEP, 32, 256, 32),
    Case(*_DEEP, 32, 512, 32, {"batch_size": 1}),
    Case(*_DEEP, 32, 256, 200),
    Case(*_DEEP, 32, 256, 32, {"layers": 2}),
    Case(*_DEEP, 32, 256, 32, {"recompute": True}),
    Case(*_DEEP, 32, 256, 32, {"batch_size": 1, "accumulation": 4}),
    Case(*_DEEP, 32, 256, 32, {"rank": 64}),
    Case(*_DEEP, 32, 128, 32, {"embeddings": True, "batch_size": 2}),
    Case(*_DEEP, 4, 256, 32),
    Case(*_DEEP, 4, 512, 64, {"layers": 4, "batch_size": 2}),
    Case(*_DEEP, 8, 256, 32, {"recompute": True, "batch_size": 2}),
    Case(*_WIDE, 32, 128, 32, {"batch_size": 8}),
    Case(*_WIDE, 32, 256, 32, {"method": "full", "batch_size": 2}),
    Case(*_WIDE, 32, 1024, 64, {"batch_size": 1}),
    Case(*_WIDE, 32, 512, 32, {"batch_size": 2, "recompute": True}),
    Case(*_WIDE, 4, 512, 128, {"batch_size": 2}),
    Case(*_WIDE, 4, 1024, 32, {"batch_size": 2, "recompute": True}),
)


def main() -> None:
    """Measure all parts or the named ones, or, with a part, a number and a folder, be the process that measures one."""
    blas.preload()
    parts = {"training": sys.modules[__name__], "writing": memory_writing, "chat": memory_chat}
    if len(sys.argv) == 4:
        part = parts[sys.argv[1]]
        print(json.dumps(part.measured(part.CASES[int(sys.argv[2])], Path(sys.argv[3]))))
        return
    known = dict(zip(parts, _TARGET.read_text(encoding="utf-8").split("\n## ")[1:], strict=False))
    worst = 0.0
    for name in sys.argv[1:] or parts:
        lines, off = _measure(name, parts[name])
        worst = max(worst, off)
        known[name] = "\n".join([parts[name].SECTION.removeprefix("## ").rstrip("\n"), *lines, ""])
    _TARGET.write_text("\n## ".join([_PAGE, *known.values()]), encoding="utf-8")
    if worst > _ALLOWED:
        raise SystemExit(f"An estimate is {worst:.0%} off")


def _measure(name: str, part: Any) -> tuple[list[str], float]:
    """The rows of a part's table, and how far the worst estimate is off."""
    lines, worst = [], 0.0
    for number, case in enumerate(part.CASES):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "benchmarks.memory", name, str(number), folder]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
        told = json.loads(done.stdout.splitlines()[-1])
        worst = max(worst, abs(told["estimated"] / told["measured"] - 1))
        lines.append(part.line(case, told))
        print(lines[-1], flush=True)
    return lines, worst


def measured(case: Case, folder: Path) -> dict[str, float]:
    """Estimate and peak in MB; the base is made in `folder`, and the process should have done nothing else."""
    import mlx.core as mx
    from mlx_lm.utils import load_model

    from engine.runtimes.mlx import Loaded
    from engine.runtimes.mlx.training import Trainer
    from engine.runtimes.sizing import measure, training_bytes

    _make(case, folder)
    mx.clear_cache()
    mx.reset_peak_memory()
    model, config = load_model(folder)
    rows = case.rows
    trainer = Trainer(Loaded(folder, model, None, config), case.recipe, rows)
    for _ in range(_STEPS):
        trainer.step(lambda: None)
    base, shape = measure(folder, config)
    estimated = training_bytes(base, shape, case.recipe, case.length, case.answer)
    return {"estimated": estimated / 1e6, "measured": (mx.get_peak_memory() + trainer.kept_bytes) / 1e6}


def _make(case: Case, folder: Path) -> None:
    import mlx.core as mx
    import mlx.nn as nn
    from mlx.utils import tree_flatten
    from mlx_lm.models import llama

    mx.random.seed(0)
    config = case.config
    model = llama.Model(llama.ModelArgs.from_dict(config))
    if case.bits < 32:
        nn.quantize(model, group_size=64, bits=case.bits)
        config["quantization"] = {"group_size": 64, "bits": case.bits}
    weights = dict(tree_flatten(model.parameters()))
    mx.save_safetensors(str(folder / "model.safetensors"), weights, {"format": "mlx"})
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")


def line(case: Case, told: dict[str, float]) -> str:
    """A row of the table."""
    ratio = told["estimated"] / told["measured"]
    base = f"{case.layers} x {case.hidden}, {case.vocabulary // 1000}k words, {case.bits} bits"
    changed = ", ".join(f"{name} {value}" for name, value in case.changed.items()) or "usual"
    return (
        f"| {base} | {case.length}, {case.answer} | {changed} | {told['estimated']:.0f} MB | {told['measured']:.0f} MB"
        f" | {ratio:.2f} |"
    )


if __name__ == "__main__":
    main()
