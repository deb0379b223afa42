"""Many texts written at once: sequences share one llama.cpp context, and a finished one makes room for the next.

What prompts have in common is read once (engine.runtimes.prefixes), also from one call to the next. Several streams
may be open: whichever is asked for its next text, all of them are written on, and those opened last begin first, for
what follows from a text shares its prompt. Of a prompt that comes again with other seeds the model is asked only from
where a text says what none has said there before. Greedy text does not depend on what else is written at the same
time; sampled text depends on the request's own seed only.
"""

from __future__ import annotations

import functools
from collections import deque
from typing import TYPE_CHECKING, Self

import llama_cpp
import numpy as np
import psutil

from engine.errors import HoneError
from engine.runtimes.constraints import Choice, Grammar
from engine.runtimes.context import Context
from engine.runtimes.own_cells import OwnCells
from engine.runtimes.prefixes import SharedCells, together
from engine.runtimes.sampling import KnownRows, Row, Sampler
from engine.runtimes.sizing_writer import KEPT, LEAST_EACH, Cells, affordable, wanted
from engine.runtimes.texts import Completion, Counts, Job, Request, Slot, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from engine.runtimes.constraints import Constraint
    from engine.runtimes.gguf import GgufModel
    from engine.runtimes.prefixes import Prefixes

__all__ = ["Batcher", "Completion", "Counts", "Request", "Stream"]

_IDLE = 2  # prompts of a chat model that stay when their texts have ended and no other that waits begins like them


class Batcher:
    """A context of one model in which up to `sequences` texts of together `cells` tokens are written at once.

    Up to `kept` prompts stay when their texts are written, `idle` of them when none that waits begins so. `apart`:
    each sequence has a memory of its own while none needs more and there is enough. Not thread-safe. Raises HoneError
    when there is not enough memory for the context.
    """

    def __init__(
        self,
        model: GgufModel,
        *,
        sequences: int = 16,
        cells: int = 8192,
        n_batch: int = 512,
        kept: int = KEPT,
        idle: int = KEPT,
        apart: bool = False,
    ) -> None:
        self.model, self.sequences, self.counts = model, sequences, Counts()
        found = affordable(
            Cells(sequences, cells, apart=apart),
            model.kv_bytes,
            psutil.virtual_memory().available,
            halves=model.halves_kv,
        )
        self.cells = found.cells
        self._open = functools.partial(_opened, model, sequences, self.cells, n_batch, kept, idle, found.halved)
        self._context, self._prefixes = self._open(apart=found.apart)
        self._sampler, self._known = Sampler(model), KnownRows()
        self._waiting, self._slots, self.is_closed = deque[Job](), list[Slot](), False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the context; the model stays. Open streams give nothing more."""
        self.is_closed = True
        self.leave([*self._waiting, *(slot.job for slot in self._slots)])
        self._context.close()

    @classmethod
    def for_chat(cls, model: GgufModel) -> Self:
        """As large as is good for a chat model on this machine: many sequences, as far as memory has room."""
        graphics = llama_cpp.llama_supports_gpu_offload()  # where cells of others cost little: it skips blocks of them
        want = wanted(model.context_length, graphics=graphics)
        batcher = cls(model, sequences=want.sequences, cells=want.cells, idle=_IDLE, apart=want.apart)
        batcher.sequences = max(min(want.sequences, batcher.cells // LEAST_EACH), 4)
        return batcher

    @property
    def longest(self) -> int:
        """Tokens that prompt and text of one request may have together."""
        return min(self.cells, self.model.context_length)

    def forget(self) -> None:
        """Drop all prompts that were read: what is written next does not depend on what was written before."""
        self._prefixes.forget()
        self._known.forget()

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
        if isinstance(self._prefixes, OwnCells) and max(map(_length, requests), default=0) > self._prefixes.length:
            self._share()
        prompts = [request.prompt for request in requests]
        if not self._waiting and not self._slots:
            self._prefixes.expect_nothing()
        self._prefixes.expect([np.array(prompt, dtype=np.int32) for prompt in prompts])
        done = deque[tuple[int, Completion]]()
        jobs = [Job(number, requests[number], done) for number in together(prompts)]
        self._waiting.extendleft(reversed(jobs))
        return Stream(self, jobs, check)

    def advance(self) -> None:
        """Write a token of each sequence under way, after those that wait have begun as far as there is room."""
        self._prefixes.trim()
        self._grow()
        self._fill()
        if not self._slots:
            return
        self.counts.steps += 1
        self.counts.slots_busy += len(self._slots)
        for slots in self._together():
            for slot, row in self._read(slots):
                text = slot.text
                known = self._known.keep(text.tokens, row) if text.request.again else row
                if (completion := self._go_on(text, known)) is not None:
                    self._end(slot)
                    slot.job.done.append((slot.job.number, completion))

    def leave(self, jobs: Sequence[Job]) -> None:
        """Nobody waits for these any more."""
        for slot in [slot for slot in self._slots if slot.job in jobs]:
            self._end(slot)
        for job in [job for job in self._waiting if job in jobs]:
            self._waiting.remove(job)
            job.close()

    def _fits(self, request: Request) -> None:
        if not request.prompt or _length(request) > self.longest:
            raise HoneError(
                f"A text is too long for {self.model.name}",
                f"{len(request.prompt)} tokens and {request.max_tokens} new ones do not fit into {self.longest}: "
                "choose smaller chunks, or a writer with a longer context.",
            )

    def _share(self) -> None:
        """Go on with one memory for all, for a text that is too long for a share; what is under way begins anew."""
        for slot in reversed(list(self._slots)):
            self._end(slot)
            self._waiting.appendleft(slot.job)
        self._context.close()
        self._context, self._prefixes = self._open(apart=False)

    def _grow(self) -> None:
        """See that each sequence can go on. Where cells lack, those begun last wait, to be written again from new."""
        for slot in list(self._slots):
            while slot in self._slots and not self._prefixes.grow(slot.line, len(slot.text.tokens)):
                last = self._slots[-1]
                self._end(last)
                self._waiting.appendleft(last.job)

    def _fill(self) -> None:
        """Start waiting requests while a sequence and cells are free.

        One whose beginning is just being read for another waits for it, and lets those behind it go first.
        """
        held: list[Job] = []
        while self._waiting and len(self._slots) < self.sequences and len(held) < self.sequences:
            job = self._waiting.popleft()
            text = job.text = job.text or self._begun(job.request)
            if (completion := self._foregone(text)) is not None:
                job.close()
                job.done.append((job.number, completion))
                continue
            tokens = np.array(text.tokens, dtype=np.int32)
            if self._prefixes.is_being_read(tokens):
                held.append(job)
                continue
            line = self._prefixes.begin(tokens)
            if line is None:
                held.append(job)
                break
            self.counts.prompt_tokens_reused += min(line.read, len(job.request.prompt))
            self._slots.append(Slot(job, text, line))
        self._waiting.extendleft(reversed(held))

    def _begun(self, request: Request) -> Text:
        constraint: Constraint | None = None
        if request.choices:
            constraint = Choice(self.model, request.choices)
        elif request.grammar:
            constraint = Grammar(self.model, request.grammar)
        return Text(request, constraint, np.random.default_rng(request.seed), list(request.prompt))

    def _foregone(self, text: Text) -> Completion | None:
        """The completion if the model need not be asked: of a single choice, or of a text that was written before."""
        if text.constraint is not None and text.constraint.forced_end:
            return self._completion(text, "stop")
        return self._go_on(text, self._known.after(text.tokens))

    def _together(self) -> Iterator[list[Slot]]:
        """The sequences that are read together: all that share a memory, else prompts alone, then those that write."""
        if not isinstance(self._prefixes, OwnCells):
            yield sorted(self._slots, key=lambda slot: slot.is_starting)
            return
        room = self._context.batch
        for slot in [slot for slot in self._slots if slot.is_starting]:
            if slot.unread <= room or room == self._context.batch:
                room -= slot.unread
                yield [slot]
        self._prefixes.close_gaps()
        if writing := [slot for slot in self._slots if not slot.is_starting]:
            yield sorted(writing, key=lambda slot: slot.line.sequence)

    def _read(self, slots: Sequence[Slot]) -> list[tuple[Slot, Row]]:
        """Read what is unread of these, the first ones first, as much as fits into the batch."""
        parts: list[tuple[list[int], int, int, bool]] = []
        ready: list[Slot] = []
        room = self._context.batch
        for slot in slots:
            line = slot.line
            part = slot.text.tokens[line.read : line.read + room]
            if not part:
                break
            room -= len(part)
            parts.append((part, line.read, line.sequence, len(part) == slot.unread))
            if slot.is_starting:
                self.counts.prompt_tokens_read += min(len(slot.text.request.prompt) - line.read, len(part))
            line.read += len(part)
            if not slot.unread:
                ready.append(slot)
        logits = self._context.read(parts)
        return list(zip(ready, self._sampler.rows(logits), strict=True))

    def _go_on(self, text: Text, row: Row | None) -> Completion | None:
        """Choose the next token, and more while it is known what follows; the completion when one was the last."""
        completion = None
        while row is not None and completion is None:
            completion = self._step(text, row)
            row = self._known.after(text.tokens)
        return completion

    def _step(self, text: Text, row: Row) -> Completion | None:
        """Choose the next token of a text; returns its completion when that was the last."""
        request, constraint = text.request, text.constraint
        token = self._sampler.choose(row, constraint, request.temperature, request.top_p, text.random)
        if token is None:
            return self._completion(text, "grammar")
        likelihood = row.likelihood(token)
        text.logprob += likelihood
        text.lowest = min(text.lowest, likelihood)
        if constraint is not None:
            if constraint.few is not None:
                rivals = row.logits[constraint.few]
                text.certainty /= float(np.exp((rivals - row.logits[token]).astype(np.float64)).sum())
            constraint.accept(token)
        if token in self.model.end_tokens:
            return self._completion(text, "stop")
        text.tokens.append(token)
        self.counts.tokens_written += 1
        if constraint is not None and constraint.forced_end:
            return self._completion(text, "stop")
        if len(text.tokens) >= len(request.prompt) + request.max_tokens:
            return self._completion(text, "length")
        return None

    def _completion(self, text: Text, finish: str) -> Completion:
        output = text.output
        known = text.constraint.text(output) if text.constraint is not None and finish == "stop" else None
        said = self.model.detokenize(output) if known is None else known
        mean = text.logprob / max(len(output), 1)
        return Completion(said, len(output), finish, mean, text.lowest, text.certainty)

    def _end(self, slot: Slot) -> None:
        self._slots.remove(slot)
        request = slot.text.request
        self._prefixes.end(slot.line, slot.text.tokens if request.again else request.prompt)
        slot.job.close()


def _length(request: Request) -> int:
    return len(request.prompt) + request.max_tokens


def _opened(
    model: GgufModel, sequences: int, cells: int, batch: int, kept: int, idle: int, is_short: bool, *, apart: bool
) -> tuple[Context, Prefixes]:
    """A context, and what lies in it: a memory for each sequence, or one for all."""
    if apart:
        length = cells // sequences
        context = Context(model, sequences=sequences, cells=cells, batch=batch, halved=is_short, unified=False)
        return context, OwnCells(context, sequences=sequences, length=length, kept=kept, idle=idle)
    context = Context(model, sequences=sequences + kept, cells=cells, batch=batch, halved=is_short)
    return context, SharedCells(context, sequences=sequences, cells=cells, kept=kept, idle=idle)


class Stream:
    """The completions of some requests, as they are finished; closed or forgotten, it leaves those that are not."""

    def __init__(self, batcher: Batcher, jobs: list[Job], check: Callable[[], None] | None) -> None:
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
