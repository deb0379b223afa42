"""Writing pairs: the whole tree of questions and answers, ours against one text at a time.

A chat model of 200 million random weights writes about chunks of the sample manual through the real job: the questions
of each chunk, their wordings, the answers with evidence. The references are the same job with llama-cpp-python's class
as its model (benchmarks.one_at_a_time). The starter writes about the manual in its own way.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from benchmarks import prepared
from benchmarks.comparing import Row, in_turn, write_part
from benchmarks.one_at_a_time import OneAtATime, OneAtATimeBatcher, OneAtATimeChat, Remembering, recorded
from benchmarks.prepared import Prepared
from benchmarks.random_gguf import random_model
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher
from engine.runtimes.gguf import load_gguf
from engine.writers.by_language import StarterByLanguage
from engine.writers.chat import ChatWriter
from engine.writers.opening import Wishes, open_writer
from engine.writers.starter import StarterWriter
from engine.writers.wanted import GenerateSpec

if TYPE_CHECKING:
    from benchmarks.prepared import Fact, Pair
    from engine.runtimes.batching import Completion, Counts, Request
    from engine.runtimes.chat_model import GgufChatModel

QUESTIONS, WORDINGS, LONGEST = 2, 3, 48
CHUNKS = 16  # of 200 million parameters, they take about three minutes for all three sides
STARTER_CHUNKS, STARTER_WORDINGS = 5, 4
_CONTEXT = 4096  # of the class, which writes one text at a time
_MOST_READ, _LEAST_FULL = 0.5, 0.85


@dataclass(slots=True)
class Side:
    """What one side did in its last round; but for the time all rounds are the same."""

    pairs: list[Pair] = field(default_factory=list)
    read: int = 0  # prompt tokens given to the model
    written: int = 0
    full: float = 0.0  # how many of the batch's sequences were under way, on average

    def keep(self, counts: Counts | OneAtATime, sequences: int = 1) -> None:
        """Take over the counts."""
        self.read, self.written = counts.prompt_tokens_read, counts.tokens_written
        if not isinstance(counts, OneAtATime):
            self.full = counts.slots_busy / (counts.steps * sequences)

    @property
    def read_each(self) -> float:
        """Prompt tokens given to the model for an accepted pair."""
        return self.read / max(sum(pair[3] == "accepted" for pair in self.pairs), 1)


class Tree:
    """The job with a chat model: what ours and the references do of it."""

    def __init__(self, base: Path, model: Path, chunks: int) -> None:
        self.base, self.model = base, model
        self.spec = GenerateSpec(
            project=str(base),
            writer=str(model),
            questions_per_chunk=QUESTIONS,
            wordings=WORDINGS,
            sample=chunks,
        )
        self.facts: list[Fact] = prepared.facts_of(base, self.spec)
        self.ours, self.reusing, self.anew = Side(), Side(), Side()
        self.replies = 0

    def write_ours(self) -> float:
        """As the product does."""
        wishes = Wishes(questions=QUESTIONS, wordings=WORDINGS, max_tokens=LONGEST)
        writer = cast("ChatWriter", open_writer(self.model, wishes))
        batcher = cast("GgufChatModel", writer.model).batcher
        took = self._write(writer, self.ours)
        self.ours.keep(batcher.counts, batcher.sequences)
        return took

    def write_reusing(self) -> float:
        """One at a time, with the class's own reuse of what two prompts in a row have in common."""
        return self._write_one_at_a_time(self.reusing, reuse=True)

    def write_anew(self) -> float:
        """One at a time, each prompt read from its first token."""
        return self._write_one_at_a_time(self.anew, reuse=False)

    def _write_one_at_a_time(self, side: Side, *, reuse: bool) -> float:
        pipeline = OneAtATime(self.model, reuse=reuse, context=_CONTEXT)
        writer = ChatWriter(
            OneAtATimeChat(pipeline=pipeline),
            name=self.model.stem,
            questions=QUESTIONS,
            wordings=WORDINGS,
            max_tokens=LONGEST,
            close=pipeline.close,
        )
        took = self._write(writer, side)
        side.keep(pipeline)
        return took

    def _write(self, writer: ChatWriter, side: Side) -> float:
        model = Prepared(model=writer.model, facts=self.facts)
        writer.model = model
        try:
            took, side.pairs = prepared.write(self.base, writer, self.spec)
        finally:
            writer.close()
        if model.ended:
            raise SystemExit(f"{model.ended} replies of the random model ended before {LONGEST} tokens")
        self.replies = model.replies
        return took

    def check(self) -> str:
        """What is equal on all sides; leaves when it is not."""
        for side in (self.reusing, self.anew):
            if side.pairs != self.ours.pairs or side.written != self.ours.written:
                raise SystemExit("The sides did not write the same pairs")
        return (
            f"the prompts, {self.replies} replies of {LONGEST} tokens each under their grammars, and the"
            f" {len(self.ours.pairs)} pairs; of random weights the words are noise, and prepared ones take their place"
        )


class StarterTree:
    """The job with the starter."""

    def __init__(self, base: Path, chunks: int = STARTER_CHUNKS) -> None:
        self.base, self.model = base, starter_gguf()
        self.spec = GenerateSpec(project=str(base), wordings=STARTER_WORDINGS, sample=chunks)
        self.ours, self.reusing, self.anew = Side(), Side(), Side()
        self.written: dict[Request, Completion] = {}
        self.greedy = self.ties = 0

    def write_ours(self) -> float:
        """As the product does."""
        writer = cast("StarterByLanguage", open_writer("starter", Wishes(wordings=STARTER_WORDINGS)))
        batcher = cast("StarterWriter", writer.model)._batcher
        self.written = recorded(batcher)
        try:
            took, self.ours.pairs = prepared.write(self.base, writer, self.spec)
        finally:
            writer.close()
        self.ours.keep(batcher.counts, batcher.sequences)
        return took

    def write_reusing(self) -> float:
        """One at a time, in the order in which the starter wants them, with the class's own reuse."""
        return self._write_one_at_a_time(self.reusing, reuse=True)

    def write_anew(self) -> float:
        """One at a time, each prompt read from its first token."""
        return self._write_one_at_a_time(self.anew, reuse=False)

    def _write_one_at_a_time(self, side: Side, *, reuse: bool) -> float:
        loaded = load_gguf(self.model)
        model = Remembering(loaded.path, loaded.handle)
        starter = StarterWriter(model, wordings=STARTER_WORDINGS, seed=0)
        starter._batcher.close()
        pipeline = OneAtATime(self.model, reuse=reuse, context=model.context_length)
        batcher = OneAtATimeBatcher(pipeline, model, starter._batcher.longest, self.written)
        starter._batcher = cast("Batcher", batcher)
        writer = StarterByLanguage(starter, wordings=STARTER_WORDINGS)
        try:
            took, side.pairs = prepared.write(self.base, writer, self.spec)
        finally:
            writer.close()
        side.keep(pipeline)
        self.greedy = batcher.greedy
        self.ties = len(batcher.differing)
        self._check_ties(batcher.differing)
        return took

    def _check_ties(self, differing: list[tuple[Request, str]]) -> None:
        """Leave unless ours, written alone, is what the class wrote: rounding then decided between two tokens."""
        with load_gguf(self.model) as model:
            for request, theirs in differing:
                with Batcher(model, sequences=1) as batcher:
                    (alone,) = batcher.write([request])
                if alone.text != theirs:
                    raise SystemExit(f"Greedy texts differ: {alone.text!r} and {theirs!r}")

    def check(self) -> str:
        """What is equal on all sides; leaves when it is not."""
        if not self.ours.pairs == self.reusing.pairs == self.anew.pairs:
            raise SystemExit("The starter did not write the same pairs one at a time")
        tied = f" (and {self.ties} as soon as it is written alone: two tokens were alike up to rounding)"
        return (
            f"{self.greedy - self.ties} of {self.greedy} greedy texts letter for letter{tied if self.ties else ''}, and"
            f" all {len(self.ours.pairs)} pairs"
        )


def main() -> None:
    """Measure both writers and write the part."""
    with tempfile.TemporaryDirectory() as folder:
        base = prepared.sample_project(Path(folder))
        tree, starter = Tree(base, random_model(), CHUNKS), StarterTree(base)
        tree.write_ours()  # so that nothing is done for the first time
        large = in_turn([tree.write_ours, tree.write_reusing, tree.write_anew], is_warm=True)
        starter.write_ours()  # the others ask for the same texts
        small = in_turn([starter.write_ours, starter.write_reusing, starter.write_anew], is_warm=True)
    rows = [
        *_timed(f"Tree of {CHUNKS} chunks, 200M Q4_K_M", large, (1.8, 3.0), tree.check()),
        *_counted(f"chat model, {CHUNKS} chunks", tree),
        *_timed(f"Tree of {STARTER_CHUNKS} chunks, starter", small, (3.0, 3.0), starter.check()),
        *_counted(f"starter, {STARTER_CHUNKS} chunks", starter),
    ]
    notes = [
        "The reference is `Llama.create_chat_completion`, one text at a time, with or without its own prefix reuse.",
        f"With its own reuse the class reads {tree.reusing.read_each:.0f} prompt tokens for an accepted pair, and"
        f" {starter.reusing.read_each:.0f} with the starter.",
    ]
    write_part("writing", "Writing pairs", rows, notes)


def _timed(name: str, took: list[list[float]], wanted: tuple[float, float], equal: str) -> list[Row]:
    """Ours against the class with its reuse, and without it."""
    ours, reusing, anew = took
    return [
        Row(f"{name}, the class with its prefix reuse", "s", ours, reusing, "faster", wanted[0], equal),
        Row(f"{name}, the class without it", "s", ours, anew, "faster", wanted[1], equal),
    ]


def _counted(name: str, tree: Tree | StarterTree) -> list[Row]:
    ours, anew = tree.ours.read_each, tree.anew.read_each
    what = f"Prompt tokens read for an accepted pair, {name}, the class without reuse"
    return [
        Row(what, "", [ours], [anew], "share_at_most", _MOST_READ),
        Row(f"Share of the batch in use, {name}", "", [tree.ours.full], [], "at_least", _LEAST_FULL),
    ]


if __name__ == "__main__":
    main()
