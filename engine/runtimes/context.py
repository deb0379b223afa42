"""A llama.cpp context: the memory of what was read, and the arithmetic that reads more."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import llama_cpp
import numpy as np

from engine.errors import HoneError
from engine.runtimes.gguf import last_words, threads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.runtimes.gguf import GgufModel


class Context:
    """`cells` tokens of key-value memory, which up to `sequences` sequences share; `batch` tokens are read at once.

    `unified`: the sequences share all of it, and cells of beginnings in common; else each has its part of it.
    `halved` keeps them in 8 bits a value, which needs flash attention; that is on where llama.cpp can. Raises HoneError
    when there is not enough memory for it. Not thread-safe.
    """

    def __init__(
        self,
        model: GgufModel,
        *,
        sequences: int,
        cells: int,
        batch: int,
        halved: bool = False,
        unified: bool = True,
    ) -> None:
        self.model, self.batch = model, batch
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx, parameters.n_batch, parameters.n_ubatch = cells, batch, batch
        parameters.n_seq_max = parameters.n_outputs_max = sequences
        parameters.n_threads = parameters.n_threads_batch = threads()
        parameters.kv_unified = unified
        parameters.no_perf = True
        if halved:
            parameters.type_k = parameters.type_v = llama_cpp.GGML_TYPE_Q8_0
        self._handle = llama_cpp.llama_init_from_model(model.handle, parameters)
        if not self._handle:
            raise HoneError(
                f"There is not enough memory to write with {model.name}",
                f"llama.cpp says: {last_words()} Close other programs, or choose a smaller writer.",
            )
        self._memory = llama_cpp.llama_get_memory(self._handle)
        self._buffers = _Buffers(batch)

    def close(self) -> None:
        """Free it; the model stays."""
        if self._handle is not None:
            llama_cpp.llama_free(self._handle)
            self._handle = None

    def read(self, parts: Sequence[tuple[Sequence[int], int, int, bool]]) -> NDArray[np.float32]:
        """Read (tokens, position of the first, sequence, whether logits after the last are wanted), all at once.

        Returns a row of logits for each part that wants them, in their order; valid until the next reading, and
        the caller's to change.
        """
        wanted = self._buffers.fill(parts)
        if code := llama_cpp.llama_decode(self._handle, self._buffers.batch):
            raise HoneError(
                f"{self.model.name} stopped while writing",
                f"llama.cpp returned {code}: {last_words()} Close other programs, or choose a smaller writer.",
            )
        width = self.model.vocabulary_size
        if not wanted:
            return np.empty((0, width), dtype=np.float32)
        pointer = llama_cpp.llama_get_logits(self._handle)
        return np.ctypeslib.as_array(ctypes.cast(pointer, ctypes.POINTER(ctypes.c_float)), (wanted, width))

    def fork(self, origin: int, sequence: int, length: int) -> None:
        """Let an empty sequence begin with the first `length` tokens of another; they stay in the same cells."""
        llama_cpp.llama_memory_seq_cp(self._memory, origin, sequence, 0, length)

    def cut(self, sequence: int, length: int) -> None:
        """Leave only the first `length` tokens of a sequence."""
        llama_cpp.llama_memory_seq_rm(self._memory, sequence, length, -1)

    def state(self, sequence: int) -> NDArray[np.uint8]:
        """What a sequence has read: keys and values of all its tokens."""
        size = llama_cpp.llama_state_seq_get_size(self._handle, sequence)
        state = np.empty(size, dtype=np.uint8)
        llama_cpp.llama_state_seq_get_data(self._handle, _bytes_of(state), size, sequence)
        return state

    def restore(self, sequence: int, state: NDArray[np.uint8], length: int) -> None:
        """Let an empty sequence begin with the first `length` tokens of what another one had read."""
        if not llama_cpp.llama_state_seq_set_data(self._handle, _bytes_of(state), len(state), sequence):
            raise HoneError(
                f"{self.model.name} stopped while writing",
                f"llama.cpp says: {last_words()} Close other programs, or choose a smaller writer.",
            )
        self.cut(sequence, length)


def _bytes_of(state: NDArray[np.uint8]) -> Any:
    return state.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8))


class _Buffers:
    """The arrays of a llama_batch, filled by slices rather than token by token."""

    def __init__(self, size: int) -> None:
        self._tokens, self._positions, self._sequences = (np.zeros(size, dtype=np.int32) for _ in range(3))
        self._wanted = np.zeros(size, dtype=np.int8)
        self._one_each = np.ones(size, dtype=np.int32)
        # Each token belongs to one sequence: the table of pointers leads into the one array of sequences.
        self._places = (self._sequences.ctypes.data + 4 * np.arange(size)).astype(np.uintp)
        self.batch = llama_cpp.llama_batch()
        for name, array in (
            ("token", self._tokens),
            ("pos", self._positions),
            ("n_seq_id", self._one_each),
            ("seq_id", self._places),
            ("logits", self._wanted),
        ):
            setattr(self.batch, name, ctypes.cast(array.ctypes.data, _type_of(name)))

    def fill(self, parts: Sequence[tuple[Sequence[int], int, int, bool]]) -> int:
        """Take up the parts; returns how many rows of logits they want."""
        at = 0
        for tokens, position, sequence, wanted in parts:
            end = at + len(tokens)
            self._tokens[at:end] = tokens
            self._positions[at:end] = np.arange(position, position + len(tokens))
            self._sequences[at:end] = sequence
            self._wanted[at:end] = 0
            self._wanted[end - 1] = wanted
            at = end
        self.batch.n_tokens = at
        return sum(part[3] for part in parts)


def _type_of(name: str) -> Any:
    return dict(llama_cpp.llama_batch._fields_)[name]
