"""Training against mlx_lm.lora's own trainer: the same base, rows, rank, layers, batch and iterations.

Each measurement is a process of its own, since peak memory is one of the figures. Both sides multiply with the same
BLAS and, on Linux, leave MLX's compiler off (it runs g++ for every fused kernel, which would cost the reference most).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.comparing import Row, alternately, write_part
from engine.runtimes import blas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.runtimes.mlx import Example, Loaded
    from engine.runtimes.recipe import Recipe

BASE = Path("build/bench/training")
SHAPE: dict[str, Any] = {
    "model_type": "llama", "hidden_size": 256, "num_hidden_layers": 8, "num_attention_heads": 4,
    "num_key_value_heads": 4, "intermediate_size": 688, "vocab_size": 32_000, "max_position_embeddings": 512,
    "rms_norm_eps": 1e-6, "rope_theta": 10_000.0, "tie_word_embeddings": True, "torch_dtype": "float32",
}  # fmt: skip
BATCH, EPOCHS, RANK, RATE = 4, 4, 8, 1e-4
TIMED_ROWS, COUNTED_ROWS = 8, 1000
SIDES = {"all layers": -1, "the top eighth of the layers": 1}
_SAME = 5e-5  # losses that agree to four decimals
_COMPARED = 6  # iterations


def main() -> None:
    """Measure both sides, or, with arguments, be one of the processes that do."""
    if len(sys.argv) == 3 and sys.argv[1] in _PROCESSES:
        blas.preload()
        print(json.dumps(_PROCESSES[sys.argv[1]](int(sys.argv[2]))))
        return
    blas.preload()
    _make_base()
    worst = max(_process("same", layers)["worst"] for layers in SIDES.values())
    if worst > _SAME:
        raise SystemExit(f"The losses on the same batches differ by {worst:.6f}")
    rows, notes = [_padding()], []
    for what, layers in SIDES.items():
        found: dict[str, list[dict[str, float]]] = {"ours": [], "theirs": []}
        speed, stock = alternately(_measure("ours", layers, found), _measure("theirs", layers, found))
        wanted = 1.5 if layers < 0 else 2.2
        equal = f"losses of {_COMPARED} iterations on the same batches differ by {worst:.1e} at most"
        rows.append(Row(f"Trained tokens, {what}", "tokens/s", speed, stock, "share_at_least", wanted, equal))
        for name, key in (("Peak memory of the arrays", "peak"), ("Growth of the process", "grown")):
            memory = [[each[key] for each in found[side][1:]] for side in ("ours", "theirs")]
            rows.append(Row(f"{name}, {what}", "MB", memory[0], memory[1], "share_at_most", 0.7))
    notes.append(
        f"{SHAPE['num_hidden_layers']} blocks of width {SHAPE['hidden_size']}, vocabulary {SHAPE['vocab_size']:,}, "
        f"random weights, rank {RANK}; {TIMED_ROWS} rows of 40 to 250 tokens, {EPOCHS} epochs at batch {BATCH}, from "
        f"the base's loading to the last update. {blas.in_use()}."
    )
    notes.append(
        "mlx_lm.lora's mask also trains the padding after each answer's end; its tokens are counted without, and the "
        "losses are compared with the mask put right."
    )
    write_part("training", "Training", rows, notes)


def rows_of(count: int) -> list[Example]:
    """Random tokens in the lengths of chat rows: questions of any length, answers mostly short."""
    from engine.runtimes.mlx import Example

    found = []
    for seed in range(count):
        random = Random(seed)
        prompt = round(32 + 160 * random.betavariate(1.3, 1.8))
        answer = round(8 + 50 * random.betavariate(1.2, 3))
        tokens = [random.randrange(5, SHAPE["vocab_size"]) for _ in range(prompt + answer)]
        found.append(Example(tuple(tokens), prompt))
    return found


def recipe(layers: int, rows: int, **changed: Any) -> Recipe:
    """What both sides are to do."""
    from engine.runtimes.recipe import Recipe

    fields = {"method": "lora", "rank": RANK, "scale": 2.0, "dropout": 0.0, "layers": layers, "embeddings": False}
    fields |= {"learning_rate": RATE, "warmup": 0, "weight_decay": 0.01, "cues": 0.0, "word_dropout": 0.0}
    fields |= {"batch_size": BATCH, "accumulation": 1, "iterations": EPOCHS * rows // BATCH, "max_length": 512}
    fields |= {"mask_prompt": True, "evaluate_every": 10**6, "checkpoint_every": 10**6, "seed": 0}
    return replace(Recipe(**fields), **changed)  # type: ignore[arg-type]


def base() -> Loaded:
    """The model with nothing attached."""
    from mlx_lm.utils import load_model

    from engine.runtimes.mlx import Loaded

    model, config = load_model(BASE)
    return Loaded(BASE, model, None, config)


def ours(layers: int) -> dict[str, float]:
    """Train with Hone; speed, and the most memory above what the process had before it loaded the base."""
    from engine.runtimes.mlx.training import Trainer

    rows = rows_of(TIMED_ROWS)
    asked = recipe(layers, len(rows))
    trainers = []

    def train() -> None:
        trainer = Trainer(base(), asked, rows)
        trainers.append(trainer)
        while trainer.iteration < asked.iterations:
            trainer.step(lambda: None)

    return _figures(train, rows, lambda: trainers[0].kept_bytes)


def theirs(layers: int) -> dict[str, float]:
    """Train as mlx_lm.lora does."""
    import mlx.optimizers as optim
    from mlx_lm.tuner.datasets import CacheDataset
    from mlx_lm.tuner.trainer import TrainingArgs, train

    rows = rows_of(TIMED_ROWS)
    asked = recipe(layers, len(rows))

    def run() -> None:
        loaded = base()
        _attach(loaded, asked)
        arguments = TrainingArgs(
            batch_size=BATCH, iters=asked.iterations, adapter_file=str(BASE / "theirs.safetensors")
        )
        train(loaded.model, optim.AdamW(learning_rate=RATE), CacheDataset(_Rows(rows)), args=arguments)

    return _figures(run, rows, lambda: 0)


class _Rows:
    """Rows as mlx_lm.lora's ChatDataset hands them to its CacheDataset."""

    def __init__(self, rows: list[Example]) -> None:
        self._rows = [{"messages": [{"role": "user"}, {"role": "assistant"}], "row": row} for row in rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> dict[str, Any]:
        return self._rows[number]

    def process(self, entry: dict[str, Any]) -> tuple[list[int], int]:
        """Tokens, and where the answer begins."""
        return list(entry["row"].tokens), entry["row"].offset


def same(layers: int) -> dict[str, float]:
    """The largest difference of the losses when both train on the same batches from the same adapter."""
    import mlx.core as mx
    import mlx.optimizers as optim
    from mlx_lm.tuner.trainer import TrainingArgs, train

    from engine.runtimes.mlx.training import Trainer, learning_rate

    rows = rows_of(TIMED_ROWS)
    asked = recipe(layers, len(rows))
    trainer = Trainer(base(), asked, rows)
    batches = [trainer._micro_batches(number)[0] for number in range(_COMPARED)]
    found = [trainer.step(lambda: None).loss for _ in range(_COMPARED)]

    class Clipped(optim.AdamW):  # type: ignore[misc]  # mlx tells no types
        """As Hone's: by a cut gradient."""

        def update(self, model: Any, gradients: Any) -> None:
            super().update(model, optim.clip_grad_norm(gradients, max_norm=1.0)[0])

    def batched(**_: Any) -> Iterator[Any]:
        for chosen in batches:
            longest = max(len(row.tokens) for row in chosen)
            padded = [list(row.tokens) + [0] * (longest - len(row.tokens)) for row in chosen]
            yield mx.array(padded), mx.array([(row.offset, len(row.tokens) - 1) for row in chosen])

    class Losses:
        """What the reference tells after each iteration."""

        told: list[float] = []

        def on_train_loss_report(self, told: dict[str, float]) -> None:
            self.told.append(told["train_loss"])

    loaded, losses = base(), Losses()
    mx.random.seed(asked.seed)
    _attach(loaded, asked)
    rates = mx.array([learning_rate(asked, number) for number in range(1, _COMPARED + 2)])
    arguments = TrainingArgs(
        batch_size=BATCH, iters=_COMPARED, steps_per_report=1, adapter_file=str(BASE / "x.safetensors")
    )
    optimizer = Clipped(learning_rate=lambda step: rates[step], weight_decay=asked.weight_decay)
    train(loaded.model, optimizer, rows, args=arguments, iterate_batches=batched, training_callback=losses)
    return {"worst": max(abs(one - other) for one, other in zip(found, losses.told, strict=True)), "last": found[-1]}


_PROCESSES: dict[str, Callable[[int], dict[str, float]]] = {"ours": ours, "theirs": theirs, "same": same}


def _attach(loaded: Loaded, asked: Recipe) -> None:
    from engine.runtimes.mlx.model import attach

    attach(loaded, rank=asked.rank, scale=asked.scale, dropout=0.0, layers=asked.layers, embeddings=False)


def _figures(train: Callable[[], None], rows: list[Example], kept: Callable[[], int]) -> dict[str, float]:
    import mlx.core as mx
    import psutil

    before = psutil.Process().memory_info().rss
    began = time.perf_counter()
    train()
    seconds = time.perf_counter() - began
    unit = 1024 if sys.platform == "linux" else 1
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return {
        "speed": EPOCHS * sum(row.targets for row in rows) / seconds,
        "peak": (mx.get_peak_memory() + kept()) / 1e6,
        "grown": (most - before) / 1e6,
    }


def _padding() -> Row:
    """Tokens that are computed to tokens that there are, by both ways of batching, over an epoch of many rows."""
    from mlx_lm.tuner.datasets import CacheDataset
    from mlx_lm.tuner.trainer import iterate_batches

    from engine.runtimes.mlx.batches import buckets, epoch

    rows = rows_of(COUNTED_ROWS)
    lengths = [len(row.tokens) for row in rows]
    real, bounds = sum(length - 1 for length in lengths), buckets(lengths)
    padded = 0
    for batch in epoch(lengths, BATCH, 0, 0):
        longest = max(lengths[row] for row in batch)
        padded += len(batch) * (min(bound for bound in bounds if bound >= longest) - 1)
    stock = sum(
        batch.shape[0] * (batch.shape[1] - 1) for batch, _ in iterate_batches(CacheDataset(_Rows(rows)), BATCH, 2048)
    )
    what = f"Padded tokens to real ones at batch {BATCH}, {COUNTED_ROWS} rows"
    return Row(what, "", [padded / real], [stock / real], "at_most", 1.15)


def _measure(side: str, layers: int, found: dict[str, list[dict[str, float]]]) -> Callable[[], float]:
    def measure() -> float:
        found[side].append(_process(side, layers))
        return found[side][-1]["speed"]

    return measure


def _process(what: str, layers: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.speed_training", what, str(layers)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{what} with {layers} layers: {done.stderr[-2000:]}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _make_base() -> None:
    """The model of random weights, once."""
    if (BASE / "model.safetensors").is_file() and json.loads((BASE / "config.json").read_text()) == SHAPE:
        return
    import mlx.core as mx
    from mlx_lm.models.llama import Model, ModelArgs
    from mlx_lm.utils import save_model

    BASE.mkdir(parents=True, exist_ok=True)
    mx.random.seed(1)
    save_model(BASE, Model(ModelArgs.from_dict(SHAPE)))
    (BASE / "config.json").write_text(json.dumps(SHAPE))


if __name__ == "__main__":
    main()
