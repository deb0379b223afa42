"""Many texts written at once: sequences share one llama.cpp context, and a finished one makes room for the next.

What prompts have in common is read once (engine.runtimes.prefixes), also from one call to the next. Several streams
may be open: whichever is asked for its next text, all of them are written on, and those opened last begin first, for
what follows from a text shares its prompt. Greedy text does not depend on what else is written at the same time;
sampled text depends on the request's own seed only.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import llama_cpp
import numpy as np
import psutil

from engine.errors import HoneError
from engine.runtimes.constraints import Choice, Constraint, Grammar
from engine.runtimes.context import Context
from engine.runtimes.prefixes import Line, Prefixes, together
from engine.runtimes.sampling import Row, Sampler

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.runtimes.gguf import GgufModel

_MEMORY_SHARE = 0.3  # of the free memory may become key-value memory
_MANY, _MORE = 16, 32  # sequences of a chat model on a processor, and on a graphics chip, which pads smaller batches
_TOKENS_EACH, _LEAST_EACH = 2048, 512  # cells for one of them: as many as it wants, and as few as will do
_HALVED = 32 / 17  # a block of 32 values takes 34 bytes in 8 bits, 64 in 16
# Sequences that may stay when they have ended, for others that begin like them; of a chat model few unless such others
# wait. A processor looks at every cell in use for every token: with 8192 more of them 16 sequences took 160 ms for a
# step, in place of 90.
_KEPT, _IDLE = 16, 2
# A processor reads larger batches in tiles of so many tokens, each with all cells that one of its tokens belongs to:
# 120 tokens of a prompt beside the tokens of 16 sequences took 650 ms, apart from them 260.
_TILE = 64


@dataclass(frozen=True, slots=True)
class Request:
    """One text to write: `prompt` token ids, at most `max_tokens` new ones.

    `temperature` 0 is greedy. `grammar` is GBNF with a rule `root`; `choices` allows exactly one of
    these texts. At most one of the two is given.
    """

    prompt: tuple[int, ...]
    max_tokens: int = 256
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    grammar: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """What was written; `finish` is stop, length (max_tokens reached) or grammar (nothing more was allowed).

    `logprob` is the mean natural-log probability of its tokens before constraint and temperature, `lowest`
    that of the least likely one: a constraint that made the model say what it did not want shows there.
    `certainty` is the probability of the chosen text among the choices; 1 where there were none.
    """

    text: str
    tokens: int
    finish: str
    logprob: float
    lowest: float
    certainty: float = 1.0


@dataclass(slots=True)
class Counts:
    """What a batcher has done: tokens of prompts that were read and that were there already, and tokens written.

    `slots_busy` adds up the sequences under way over all `steps`: slots_busy / (steps * sequences) is how full
    the batch was.
    """

    prompt_tokens_read: int = 0
    prompt_tokens_reused: int = 0
    tokens_written: int = 0
    steps: int = 0
    slots_busy: int = 0


@dataclass(slots=True, eq=False)
class _Job:
    """A request that waits or is being written; `done` takes its number and completion."""

    number: int
    request: Request
    done: deque[tuple[int, Completion]]


@dataclass(slots=True, eq=False)
class _Slot:
    job: _Job
    line: Line
    constraint: Constraint | None
    random: np.random.Generator
    unread: list[int]  # tokens the model has not seen yet: the rest of the prompt, then one at a time
    output: list[int] = field(default_factory=list)
    logprob: float = 0.0
    lowest: float = 0.0
    certainty: float = 1.0


class Batcher:
    """A context of one model in which up to `sequences` texts of together `cells` tokens are written at once.

    Up to `kept` prompts stay when their texts are written, `idle` of them when none that waits begins so. `apart`:
    longer prompts are not read together with what is written. Not thread-safe. Raises HoneError when there is not
    enough memory for the context.
    """

    def __init__(
        self,
        model: GgufModel,
        *,
        sequences: int = 16,
        cells: int = 8192,
        n_batch: int = 512,
        kept: int = _KEPT,
        idle: int = _KEPT,
        apart: bool = False,
    ) -> None:
        self.model, self.sequences, self.counts = model, sequences, Counts()
        self._apart = apart
        room = int(psutil.virtual_memory().available * _MEMORY_SHARE / model.kv_bytes)
        is_short = room < cells and model.halves_kv  # 8 bits wrote what 16 do, and hold nearly twice as much
        self.cells = min(cells, max(int(room * (_HALVED if is_short else 1)), 512))
        self._context = Context(model, sequences=sequences + kept, cells=self.cells, batch=n_batch, halved=is_short)
        self._prefixes = Prefixes(self._context, sequences=sequences, cells=self.cells, kept=kept, idle=idle)
        self._sampler = Sampler(model)
        self._waiting, self._slots, self.is_closed = deque[_Job](), list[_Slot](), False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the context; the model stays. Open streams give nothing more."""
        self.is_closed = True
        self._waiting.clear()
        self.leave([slot.job for slot in self._slots])
        self._context.close()

    @classmethod
    def for_chat(cls, model: GgufModel) -> Self:
        """As large as is good for a chat model on this machine: many sequences, as far as memory has room."""
        graphics = llama_cpp.llama_supports_gpu_offload()  # passes over cells of others by the block
        most = _MORE if graphics else _MANY
        cells = most * min(_TOKENS_EACH, model.context_length)
        batcher = cls(model, sequences=most, cells=cells, idle=_IDLE, apart=not graphics)
        batcher.sequences = max(min(most, batcher.cells // _LEAST_EACH), 4)
        return batcher

    @property
    def longest(self) -> int:
        """Tokens that prompt and text of one request may have together."""
        return min(self.cells, self.model.context_length)

    def forget(self) -> None:
        """Drop all prompts that were read: what is written next does not depend on what was written before."""
        self._prefixes.forget()

    def write(self, requests: Sequence[Request], check: Callable[[], None] | None = None) -> list[Completion]:
        """All completions in the order of the requests."""
        done = dict(self.stream(requests, check))
        return [done[number] for number in range(len(requests))]

    def stream(self, requests: Sequence[Request], check: Callable[[], None] | None = None) -> Stream:
        """Yield (number of the request, completion) as they are finished; `check` is called often and may raise.

        The requests join at once those that are being written. Raises HoneError for one that is longer than the
        model's context.
        """
        for request in requests:
            self._fits(request)
        prompts = [request.prompt for request in requests]
        if not self._waiting and not self._slots:
            self._prefixes.expect_nothing()
        self._prefixes.expect([np.array(prompt, dtype=np.int32) for prompt in prompts])
        done = deque[tuple[int, Completion]]()
        jobs = [_Job(number, requests[number], done) for number in together(prompts)]
        self._waiting.extendleft(reversed(jobs))
        return Stream(self, jobs, check)

    def advance(self) -> None:
        """Write a token of each sequence under way, after those that wait have begun as far as there is room."""
        self._prefixes.trim()
        self._grow()
        self._fill()
        self.counts.steps += 1
        self.counts.slots_busy += len(self._slots)
        for slots in self._together():
            for slot, row in self._read(slots):
                if (completion := self._step(slot, row)) is not None:
                    self._end(slot)
                    slot.job.done.append((slot.job.number, completion))

    def leave(self, jobs: Sequence[_Job]) -> None:
        """Nobody waits for these any more."""
        for slot in [slot for slot in self._slots if slot.job in jobs]:
            self._end(slot)
        for job in [job for job in self._waiting if job in jobs]:
            self._waiting.remove(job)

    def _fits(self, request: Request) -> None:
        if not request.prompt or len(request.prompt) + request.max_tokens > self.longest:
            raise HoneError(
                f"A text is too long for {self.model.name}",
                f"{len(request.prompt)} tokens and {request.max_tokens} new ones do not fit into {self.longest}: "
                "choose smaller chunks, or a writer with a longer context.",
            )

    def _grow(self) -> None:
        """See that each sequence can go on. Where cells lack, those begun last wait, to be written again from new."""
        for slot in list(self._slots):
            while slot in self._slots and not self._prefixes.grow(slot.line):
                last = self._slots[-1]
                self._end(last)
                self._waiting.appendleft(last.job)

    def _fill(self) -> None:
        """Start waiting requests while a sequence and cells are free.

        One whose beginning is just being read for another waits for it, and lets those behind it go first.
        """
        held: list[_Job] = []
        while self._waiting and len(self._slots) < self.sequences and len(held) < self.sequences:
            job = self._waiting.popleft()
            request = job.request
            prompt = np.array(request.prompt, dtype=np.int32)
            if self._prefixes.is_being_read(prompt):
                held.append(job)
                continue
            constraint = self._constraint(request)
            line = self._prefixes.begin(prompt)
            if line is None:
                held.append(job)
                break
            self.counts.prompt_tokens_reused += line.read
            random = np.random.default_rng(request.seed)
            self._slots.append(_Slot(job, line, constraint, random, list(request.prompt[line.read :])))
        self._waiting.extendleft(reversed(held))

    def _constraint(self, request: Request) -> Constraint | None:
        if request.choices:
            return Choice(self.model, request.choices)
        return Grammar(self.model, request.grammar) if request.grammar else None

    def _together(self) -> list[list[_Slot]]:
        """The sequences that are read together: those that write, and prompts beside them only when they are short."""
        writing = [slot for slot in self._slots if slot.output]
        starting = [slot for slot in self._slots if not slot.output]
        if not self._apart or len(writing) + sum(len(slot.unread) for slot in starting) < _TILE:
            return [writing + starting]
        return [slots for slots in (writing, starting) if slots]

    def _read(self, slots: Sequence[_Slot]) -> list[tuple[_Slot, Row]]:
        """Read what is unread of these, the first ones first, as much as fits into the batch."""
        parts: list[tuple[list[int], int, int, bool]] = []
        ready: list[_Slot] = []
        room = self._context.batch
        for slot in slots:
            part = slot.unread[:room]
            if not part:
                break
            room -= len(part)
            slot.unread = slot.unread[len(part) :]
            parts.append((part, slot.line.read, slot.line.sequence, not slot.unread))
            slot.line.read += len(part)
            if not slot.output:
                self.counts.prompt_tokens_read += len(part)
            if not slot.unread:
                ready.append(slot)
        logits = self._context.read(parts)
        return list(zip(ready, self._sampler.rows(logits), strict=True))

    def _step(self, slot: _Slot, row: Row) -> Completion | None:
        """Choose the next token of a sequence; returns its completion when that was the last."""
        request, constraint = slot.job.request, slot.constraint
        if constraint is not None and constraint.forced_end:
            return self._completion(slot, "stop")
        token = self._sampler.choose(row, constraint, request.temperature, request.top_p, slot.random)
        if token is None:
            return self._completion(slot, "grammar")
        likelihood = row.likelihood(token)
        slot.logprob += likelihood
        slot.lowest = min(slot.lowest, likelihood)
        if constraint is not None:
            if constraint.few is not None:
                rivals = row.logits[constraint.few]
                slot.certainty /= float(np.exp((rivals - row.logits[token]).astype(np.float64)).sum())
            constraint.accept(token)
        if token in self.model.end_tokens:
            return self._completion(slot, "stop")
        slot.output.append(token)
        self.counts.tokens_written += 1
        if constraint is not None and constraint.forced_end:
            return self._completion(slot, "stop")
        if len(slot.output) >= request.max_tokens:
            return self._completion(slot, "length")
        slot.unread = [token]
        return None

    def _completion(self, slot: _Slot, finish: str) -> Completion:
        known = slot.constraint.text(slot.output) if slot.constraint is not None and finish == "stop" else None
        text = self.model.detokenize(slot.output) if known is None else known
        mean = slot.logprob / max(len(slot.output), 1)
        return Completion(text, len(slot.output), finish, mean, slot.lowest, slot.certainty)

    def _end(self, slot: _Slot) -> None:
        self._slots.remove(slot)
        self._prefixes.end(slot.line)
        if slot.constraint is not None:
            slot.constraint.close()
            slot.constraint = None


class Stream:
    """The completions of some requests, as they are finished; closed or forgotten, it leaves those that are not."""

    def __init__(self, batcher: Batcher, jobs: list[_Job], check: Callable[[], None] | None) -> None:
        self._batcher, self._jobs, self._check = batcher, jobs, check
        self._left = len(jobs)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> tuple[int, Completion]:
        if not self._left or self._batcher.is_closed:
            raise StopIteration
        done = self._jobs[0].done
        try:
            while not done:
                if self._check is not None:
                    self._check()
                self._batcher.advance()
        except BaseException:
            self.close()
            raise
        self._left -= 1
        return done.popleft()

    def close(self) -> None:
        """Give nothing more."""
        if self._left:
            self._left = 0
            self._batcher.leave(self._jobs)

    __del__ = close
