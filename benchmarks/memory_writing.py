"""What writing takes of memory: llama.cpp with a GGUF file of random weights, its resident memory at the most."""

from __future__ import annotations

import multiprocessing
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

SECTION = """## Writing

What is estimated from a file's header (engine/runtimes/sizing_writer.py), against the most that was resident while
texts were written, less what was before the file was loaded. Key-value memory is what writing gets with so much memory
free. This was on a processor, where most weights of a Q4_K_M lie in memory a second time.

| writer | free memory | prompt, texts | key-value memory | estimated | measured | ratio |
|---|---|---|---|---|---|---|
"""
_PLENTY = 64e9
_REPLY = 24  # tokens


@dataclass(frozen=True, slots=True)
class Case:
    """A writer by its sizes, the memory that is free, and what is written: the length of prompts, how many."""

    hidden: int
    layers: int
    feed_forward: int
    vocabulary: int
    quantisation: str
    free: float
    length: int = 400
    texts: int = 6


_LONG, _WIDE, _WORDY = (1024, 16, 2560, 32768), (2048, 4, 6144, 16384), (512, 24, 2048, 65536)
CASES = (
    Case(*_LONG, "f16", _PLENTY),
    Case(*_LONG, "q8_0", _PLENTY),
    Case(*_LONG, "q4_k_m", _PLENTY),
    Case(*_LONG, "q8_0", 1e9),
    Case(*_LONG, "q4_k_m", 3e8),
    Case(*_LONG, "q8_0", _PLENTY, 1500, 4),
    Case(*_LONG, "q8_0", _PLENTY, 100, 1),
    Case(*_WIDE, "f16", 2e8),
    Case(*_WIDE, "q4_k_m", _PLENTY),
    Case(*_WORDY, "q8_0", _PLENTY),
    Case(*_WORDY, "q8_0", 2e8),
)


def measured(case: Case, folder: Path) -> dict[str, float]:
    """Estimate and peak in MB, with the key-value memory; the process should have done nothing else."""
    import psutil

    from engine.models.gguf_header import read_header
    from engine.runtimes.batching import Batcher, Request
    from engine.runtimes.gguf import load_gguf
    from engine.runtimes.sizing_writer import affordable, of_header, wanted, writing_bytes

    file = folder / "writer.gguf"
    making = multiprocessing.get_context("spawn").Process(target=_make, args=(case, file))
    making.start()
    making.join()
    before = psutil.Process().memory_info().rss
    shape = of_header(read_header(file), file.stat().st_size)
    assert shape is not None
    with load_gguf(file) as model:
        psutil.virtual_memory = lambda: type("Memory", (), {"available": case.free})
        random = Random(0)
        prompts = [tuple(random.randrange(300, 4000) for _ in range(case.length)) for _ in range(case.texts)]
        with Batcher.for_chat(model) as batcher:
            batcher.write([Request(prompt, _REPLY) for prompt in prompts])
    cells = affordable(wanted(shape.context, graphics=False), shape.token, int(case.free), halves=shape.halves)
    peak = _most() - before
    return {"estimated": writing_bytes(shape, cells) / 1e6, "measured": peak / 1e6, "cells": cells.cells}


def line(case: Case, told: dict[str, float]) -> str:
    """A row of the table."""
    ratio = told["estimated"] / told["measured"]
    free = "plenty" if case.free == _PLENTY else f"{case.free / 1e9:.1f} GB"
    writer = f"{case.layers} x {case.hidden}, {case.vocabulary // 1000}k words, {case.quantisation.upper()}"
    return (
        f"| {writer} | {free} | {case.length}, {case.texts} | {told['cells']:.0f} tokens | {told['estimated']:.0f} MB"
        f" | {told['measured']:.0f} MB | {ratio:.2f} |"
    )


def _make(case: Case, file: Path) -> None:
    from benchmarks.random_gguf import write_gguf
    from engine.runtimes.gguf_quantise import quantise_gguf

    full = file if case.quantisation == "f16" else file.with_name("full.gguf")
    shape = {"hidden": case.hidden, "layers": case.layers, "feed_forward": case.feed_forward}
    write_gguf(full, seed=0, vocabulary=case.vocabulary, **shape)
    if full != file:
        quantise_gguf(full, file, case.quantisation)


def _most() -> float:
    """Bytes of this process that were ever resident; not those of the one that began it, which getrusage tells too."""
    if sys.platform == "linux":
        status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
        return float(status["VmHWM"].split()[0]) * 1024
    import resource

    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
