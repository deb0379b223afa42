"""Reading prompts and writing without a grammar: our Batcher against llama.cpp's own llama-batched-bench.

Both run the same shapes on the model of random weights, with the same number of threads, size of batch, a 16-bit
key-value memory for each sequence, and flash attention as llama.cpp chooses. Theirs draws random tokens;
ours chooses every token from its logits, with its probability, as in the product.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import batched_bench
from benchmarks.batched_bench import CannotBuild, Rates, Shape
from benchmarks.comparing import TIMES, Row, alternately, write_part
from benchmarks.random_gguf import random_model
from engine.runtimes.batching import Batcher, Request
from engine.runtimes.gguf import load_gguf, threads

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.gguf import GgufModel

SHAPES = (Shape(1, 128, 64), Shape(4, 128, 64), Shape(16, 128, 64), Shape(1, 512, 64))
_BATCH = 512
_WANTED = 0.8
_SLACK = 128
_TITLE = "Decoding and prefill"


@dataclass(slots=True)
class Watch:
    """Called by a Batcher before each step: notes the time, and how much was read and written until then."""

    batcher: Batcher
    marks: list[tuple[float, int, int]] = field(default_factory=list)

    def __call__(self) -> None:
        counts = self.batcher.counts
        self.marks.append((time.perf_counter(), counts.prompt_tokens_read, counts.tokens_written))

    def rates(self, shape: Shape) -> Rates:
        """Of reading, until the last prompt is read; of writing, then, while all sequences do."""
        began, read_before, _ = self.marks[0]
        whole = read_before + shape.sequences * shape.prompt
        at = next(i for i, mark in enumerate(self.marks) if mark[1] == whole)
        end = at
        while end + 1 < len(self.marks) and self.marks[end + 1][2] - self.marks[end][2] == shape.sequences:
            end += 1
        if end == at:
            raise SystemExit("The sequences were not all written at the same time")
        written = self.marks[end][2] - self.marks[at][2]
        return Rates(
            prefill=(whole - read_before) / (self.marks[at][0] - began),
            decode=written / (self.marks[end][0] - self.marks[at][0]),
        )


def ours(model: GgufModel, shape: Shape) -> Rates:
    """Let a Batcher of its own read and write the shape, after a text that does not count."""
    cells = shape.sequences * (shape.prompt + shape.written + _SLACK)  # none waits for room
    with Batcher(model, sequences=shape.sequences, cells=cells, n_batch=_BATCH, apart=True) as batcher:
        batcher.write(requests(model, Shape(1, 16, 2), seed=1))
        batcher.forget()
        watch = Watch(batcher)
        written = batcher.write(requests(model, shape, seed=0), watch)
        watch()
    if any(completion.tokens != shape.written for completion in written):
        raise SystemExit("A text of the random model ended before its longest")
    return watch.rates(shape)


def requests(model: GgufModel, shape: Shape, seed: int) -> list[Request]:
    """Prompts of random tokens, which have nothing in common."""
    random = np.random.default_rng(seed)
    usual = np.array(sorted(set(range(model.vocabulary_size)) - model.control_tokens))
    prompts = random.choice(usual, (shape.sequences, shape.prompt))
    return [Request(tuple(map(int, prompt)), shape.written) for prompt in prompts]


def main() -> None:
    """Measure all shapes and write the part; without llama-batched-bench there are only ours, in the notes."""
    file = random_model()
    try:
        bench = batched_bench.program()
    except CannotBuild as error:
        with load_gguf(file) as model:
            notes = [f"There is no reference to compare with: {error}."] + [_told(model, shape) for shape in SHAPES]
        write_part("decoding", _TITLE, [], notes)
        return
    with load_gguf(file) as model:
        rows = [row for shape in SHAPES for row in _compared(model, bench, shape)]
    write_part("decoding", _TITLE, rows)


def _told(model: GgufModel, shape: Shape) -> str:
    found = ours(model, shape)
    return f"- {_name(shape)}: reading {found.prefill:.0f}, writing {found.decode:.0f} tokens/s"


def _compared(model: GgufModel, bench: Path, shape: Shape) -> list[Row]:
    found: list[list[Rates]] = [[], []]

    def measure_ours() -> float:
        found[0].append(ours(model, shape))
        return found[0][-1].decode

    def measure_theirs() -> float:
        found[1].append(batched_bench.rates(bench, model.path, shape, threads=threads(), batch=_BATCH))
        return found[1][-1].decode

    alternately(measure_ours, measure_theirs)
    mine, theirs = (rates[-TIMES:] for rates in found)
    reading = [rates.prefill for rates in mine], [rates.prefill for rates in theirs]
    writing = [rates.decode for rates in mine], [rates.decode for rates in theirs]
    return [
        Row(f"Reading, {_name(shape)}", "tokens/s", *reading, "share_at_least", _WANTED),
        Row(f"Writing, {_name(shape)}", "tokens/s", *writing, "share_at_least", _WANTED),
    ]


def _name(shape: Shape) -> str:
    many = "1 sequence" if shape.sequences == 1 else f"{shape.sequences} sequences"
    return f"{many} of {shape.prompt} and {shape.written} tokens"


if __name__ == "__main__":
    main()
