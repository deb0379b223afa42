"""How fast the starter writes: one text at a time against many at once, with and without grammar.

    python benchmarks/writing.py [MODEL.gguf]

Counts processor seconds, so that other work on the machine does not change the result much.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher, Completion, Request
from engine.runtimes.gguf import load_gguf
from engine.writers.question_grammar import question_grammar

if TYPE_CHECKING:
    from collections.abc import Callable

_THINGS = ("pump", "filter", "lamp", "valve", "sensor", "motor", "fan", "nozzle")
SENTENCES = [
    text.format(thing=thing)
    for thing in _THINGS
    for text in (
        "The {thing} of the Meridian 400 costs 40 euros.",
        "The {thing} must be replaced every 60 days.",
        "The weight of the {thing} is 14 kilograms.",
        "The {thing} is located under the front cover.",
    )
]


def _timed(write: Callable[[], list[Completion]]) -> tuple[list[Completion], float]:
    began = time.process_time()
    completions = write()
    return completions, sum(completion.tokens for completion in completions) / (time.process_time() - began)


def main() -> None:
    path = sys.argv[1] if len(sys.argv) > 1 else starter_gguf()
    with load_gguf(path) as model:
        prompts = [tuple(model.prompt([{"role": "user", "content": text}])) for text in SENTENCES]
        for name, grammars in (("free", [""] * len(prompts)), ("grammar", [question_grammar(t) for t in SENTENCES])):
            requests = [Request(p, 40, grammar=g) for p, g in zip(prompts, grammars, strict=True)]
            with Batcher(model, sequences=1, cells=1024) as batcher:
                batcher.write(requests[:2])
                alone, slow = _timed(lambda b=batcher, r=requests: [b.write([one])[0] for one in r])  # type: ignore[misc]
            print(f"{name:8} one at a time {slow:7.0f} tokens/s")
            for sequences in (4, 8, 16, 32):
                with Batcher(model, sequences=sequences, cells=128 * sequences) as batcher:
                    batcher.write(requests[:2])
                    together, fast = _timed(lambda b=batcher, r=requests: b.write(r))  # type: ignore[misc]
                same = sum(a.text == b.text for a, b in zip(alone, together, strict=True))
                print(
                    f"{name:8} {sequences:2} at once  {fast:7.0f} tokens/s, {fast / slow:.2f} times,"
                    f" {same} of {len(alone)} equal"
                )


if __name__ == "__main__":
    main()
