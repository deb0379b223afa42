"""Many texts written at once: sequences share one llama.cpp context, and a finished one makes room for the next.

The prompts' common beginning is computed once and forked. Greedy text does not depend on what else is
written at the same time; sampled text depends on the request's own seed only.
"""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import llama_cpp
import numpy as np
import psutil

from engine.errors import HoneError
from engine.runtimes.constraints import Choice, Constraint, Grammar
from engine.runtimes.gguf import last_words, threads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from engine.runtimes.gguf import GgufModel

_SHARE_FROM = 16  # tokens; forking a shorter beginning costs more than it saves
_LIKELY = 48  # a grammar is asked about the likeliest tokens first: asking about all is slow
_MEMORY_SHARE = 0.3  # of the free memory may become key-value memory


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
class _Slot:
    sequence: int
    number: int
    request: Request
    constraint: Constraint | None
    random: np.random.Generator
    unread: list[int]  # tokens the model has not seen yet: the rest of the prompt, then one at a time
    position: int  # of the first unread token
    output: list[int] = field(default_factory=list)
    logprob: float = 0.0
    lowest: float = 0.0
    certainty: float = 1.0
    row: int = -1  # of its logits in the batch; -1 while the prompt is not wholly read


class Batcher:
    """A context of one model in which up to `sequences` texts of together `cells` tokens are written at once.

    Not thread-safe. Raises HoneError when there is not enough memory for the context.
    """

    def __init__(self, model: GgufModel, *, sequences: int = 16, cells: int = 8192, n_batch: int = 512) -> None:
        self.model, self.sequences = model, sequences
        self.cells = min(cells, max(int(psutil.virtual_memory().available * _MEMORY_SHARE / model.kv_bytes), 512))
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx, parameters.n_batch, parameters.n_ubatch = self.cells, n_batch, n_batch
        parameters.n_seq_max = sequences + 1  # sequence 0 keeps the shared beginning
        parameters.n_threads = parameters.n_threads_batch = threads()
        parameters.kv_unified = True
        parameters.no_perf = True
        self._context = llama_cpp.llama_init_from_model(model.handle, parameters)
        if not self._context:
            raise HoneError(
                f"There is not enough memory to write with {model.name}",
                f"llama.cpp says: {last_words()} Close other programs, or choose a smaller writer.",
            )
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._batch = llama_cpp.llama_batch_init(n_batch, 0, 1)
        self._n_batch = n_batch
        forbidden = model.control_tokens - model.end_tokens
        self._forbidden = np.array(sorted(forbidden), dtype=np.int32)
        self._tokens = np.arange(model.vocabulary_size, dtype=np.int32)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the context; the model stays."""
        if self._context is not None:
            llama_cpp.llama_batch_free(self._batch)
            llama_cpp.llama_free(self._context)
            self._context = None

    @property
    def longest(self) -> int:
        """Tokens that prompt and text of one request may have together."""
        return min(self.cells, self.model.context_length)

    def write(self, requests: Sequence[Request], check: Callable[[], None] | None = None) -> list[Completion]:
        """All completions in the order of the requests."""
        done = dict(self.stream(requests, check))
        return [done[number] for number in range(len(requests))]

    def stream(
        self, requests: Sequence[Request], check: Callable[[], None] | None = None
    ) -> Iterator[tuple[int, Completion]]:
        """Yield (number of the request, completion) as they are finished; `check` is called often and may raise.

        Raises HoneError for a request that is longer than the model's context.
        """
        for request in requests:
            self._fits(request)
        llama_cpp.llama_memory_clear(self._memory, False)
        shared = self._share(requests)
        waiting, slots = deque(range(len(requests))), list[_Slot]()
        try:
            while waiting or slots:
                if check is not None:
                    check()
                self._fill(slots, waiting, requests, shared)
                self._decode(slots)
                for slot in [slot for slot in slots if slot.row >= 0]:
                    if (completion := self._step(slot)) is not None:
                        self._free(slot)
                        slots.remove(slot)
                        yield slot.number, completion
        finally:
            for slot in slots:
                self._free(slot)

    def _fits(self, request: Request) -> None:
        if not request.prompt or len(request.prompt) + request.max_tokens > self.longest:
            raise HoneError(
                f"A text is too long for {self.model.name}",
                f"{len(request.prompt)} tokens and {request.max_tokens} new ones do not fit into {self.longest}: "
                "choose smaller chunks, or a writer with a longer context.",
            )

    def _share(self, requests: Sequence[Request]) -> int:
        """Read the common beginning of all prompts into sequence 0 and return its length in tokens."""
        if len(requests) < 2:
            return 0
        shared = os.path.commonprefix([request.prompt[:-1] for request in requests])
        if len(shared) < _SHARE_FROM:
            return 0
        for start in range(0, len(shared), self._n_batch):
            self._compute([(token, start + i, 0, False) for i, token in enumerate(shared[start:][: self._n_batch])])
        return len(shared)

    def _fill(self, slots: list[_Slot], waiting: deque[int], requests: Sequence[Request], shared: int) -> None:
        """Start waiting requests while a sequence and enough cells for its longest outcome are free."""
        used = shared + sum(len(slot.request.prompt) - shared + slot.request.max_tokens for slot in slots)
        free = sorted(set(range(1, self.sequences + 1)) - {slot.sequence for slot in slots}, reverse=True)
        while waiting and free:
            request = requests[waiting[0]]
            used += len(request.prompt) - shared + request.max_tokens
            if used > self.cells and slots:
                return
            sequence, number = free.pop(), waiting.popleft()
            if shared:
                llama_cpp.llama_memory_seq_cp(self._memory, 0, sequence, -1, -1)
            constraint = self._constraint(request)
            random = np.random.default_rng(request.seed)
            slots.append(_Slot(sequence, number, request, constraint, random, list(request.prompt[shared:]), shared))

    def _constraint(self, request: Request) -> Constraint | None:
        if request.choices:
            return Choice(self.model, request.choices)
        return Grammar(self.model, request.grammar) if request.grammar else None

    def _decode(self, slots: list[_Slot]) -> None:
        """Read what is unread, writing sequences first, and as much of the prompts as fits into the batch."""
        entries: list[tuple[int, int, int, bool]] = []
        for slot in sorted(slots, key=lambda slot: len(slot.unread) > 1):
            part = slot.unread[: self._n_batch - len(entries)]
            last = len(part) == len(slot.unread)
            slot.row = len(entries) + len(part) - 1 if part and last else -1
            entries += [
                (token, slot.position + i, slot.sequence, last and i == len(part) - 1) for i, token in enumerate(part)
            ]
            slot.unread = slot.unread[len(part) :]
            slot.position += len(part)
        self._compute(entries)

    def _compute(self, entries: Sequence[tuple[int, int, int, bool]]) -> None:
        """Give (token, position, sequence, wants logits) entries to the model."""
        batch = self._batch
        batch.n_tokens = len(entries)
        for i, (token, position, sequence, wanted) in enumerate(entries):
            batch.token[i], batch.pos[i], batch.logits[i] = token, position, wanted
            batch.n_seq_id[i], batch.seq_id[i][0] = 1, sequence
        if code := llama_cpp.llama_decode(self._context, batch):
            raise HoneError(
                f"{self.model.name} stopped while writing",
                f"llama.cpp returned {code}: {last_words()} Close other programs, or choose a smaller writer.",
            )

    def _step(self, slot: _Slot) -> Completion | None:
        """Choose the next token of a sequence; returns its completion when that was the last."""
        if slot.constraint is not None and slot.constraint.forced_end:
            return self._completion(slot, "stop")
        pointer = llama_cpp.llama_get_logits_ith(self._context, slot.row)
        logits = np.ctypeslib.as_array(pointer, (self.model.vocabulary_size,)).copy()
        logits[self._forbidden] = -np.inf
        token = self._choose(slot, logits)
        if token is None:
            return self._completion(slot, "grammar")
        top = float(logits.max())
        likelihood = float(logits[token]) - top - float(np.log(np.exp(logits - top).sum()))
        slot.logprob += likelihood
        slot.lowest = min(slot.lowest, likelihood)
        if slot.constraint is not None:
            if slot.request.choices:
                rivals = logits[slot.constraint.allowed(self._tokens)]
                slot.certainty /= float(np.exp((rivals - logits[token]).astype(np.float64)).sum())
            slot.constraint.accept(token)
        if token in self.model.end_tokens:
            return self._completion(slot, "stop")
        slot.output.append(token)
        if slot.constraint is not None and slot.constraint.forced_end:
            return self._completion(slot, "stop")
        if len(slot.output) >= slot.request.max_tokens:
            return self._completion(slot, "length")
        slot.unread = [token]
        return None

    def _choose(self, slot: _Slot, logits: NDArray[np.float32]) -> int | None:
        """The likeliest allowed token, or one drawn from the allowed ones; None when nothing is allowed."""
        count = min(_LIKELY, len(logits))
        likely = np.argpartition(-logits, count - 1)[:count].astype(np.int32)
        likely = likely[np.lexsort((likely, -logits[likely]))]
        tokens = self._permitted(slot.constraint, likely[:1] if slot.request.temperature <= 0 else likely, logits)
        if len(tokens) == 0:
            tokens = self._permitted(slot.constraint, likely, logits)
        if len(tokens) == 0:
            everything = self._tokens[np.argsort(-logits, kind="stable")]
            tokens = self._permitted(slot.constraint, everything, logits)
        if len(tokens) == 0:
            return None
        if slot.request.temperature <= 0:
            return int(tokens[0])
        return _draw(tokens, logits[tokens], slot.request, slot.random)

    @staticmethod
    def _permitted(
        constraint: Constraint | None, tokens: NDArray[np.int32], logits: NDArray[np.float32]
    ) -> NDArray[np.int32]:
        tokens = tokens[np.isfinite(logits[tokens])]
        return tokens if constraint is None or len(tokens) == 0 else tokens[constraint.allowed(tokens)]

    def _completion(self, slot: _Slot, finish: str) -> Completion:
        known = slot.constraint.text(slot.output) if slot.constraint is not None and finish == "stop" else None
        text = self.model.detokenize(slot.output) if known is None else known
        mean = slot.logprob / max(len(slot.output), 1)
        return Completion(text, len(slot.output), finish, mean, slot.lowest, slot.certainty)

    def _free(self, slot: _Slot) -> None:
        llama_cpp.llama_memory_seq_rm(self._memory, slot.sequence, -1, -1)
        if slot.constraint is not None:
            slot.constraint.close()
            slot.constraint = None


def _draw(tokens: NDArray[np.int32], logits: NDArray[Any], request: Request, random: np.random.Generator) -> int:
    """Temperature, then top-p (Holtzman et al. 2020, nucleus sampling) over tokens sorted by falling logit."""
    scaled = (logits.astype(np.float64) - float(logits[0])) / request.temperature
    weights = np.exp(scaled)
    weights /= weights.sum()
    kept = int(np.searchsorted(np.cumsum(weights), request.top_p)) + 1
    weights = weights[:kept] / weights[:kept].sum()
    return int(tokens[:kept][random.choice(len(weights), p=weights)])
