"""What a writer may say next: a llama.cpp grammar, or exactly one of some given texts."""

from __future__ import annotations

import ctypes
import json
from typing import TYPE_CHECKING, Any, Protocol

import llama_cpp
import numpy as np
from llama_cpp.llama_grammar import json_schema_to_gbnf

from engine.errors import HoneError
from engine.runtimes.gguf import last_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.runtimes.gguf import GgufModel

_CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


class Constraint(Protocol):
    """Follows one sequence token by token."""

    @property
    def forced_end(self) -> bool:
        """Whether nothing is left to choose: the text is known already."""

    @property
    def form(self) -> str:
        """What, with the text so far, decides which tokens may come next; '' where these are `few`."""

    @property
    def state(self) -> tuple[str, bytes] | None:
        """The form and the text so far, where others may come to the same; else None."""

    @property
    def few(self) -> NDArray[np.int32] | None:
        """All tokens that may come next, by their ids, where they are few and known; else None."""

    def allowed(self, tokens: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Which of these tokens may come next."""

    def accept(self, token: int) -> None:
        """Take note that this token, an allowed one, came next."""

    def text(self, tokens: Sequence[int]) -> str | None:
        """The text when the constraint knows it better than the tokens do."""

    def close(self) -> None:
        """Free what llama.cpp holds for it."""


class Grammar:
    """A GBNF grammar (llama.cpp, grammars/README.md) with the root rule `root`.

    Raises HoneError when the grammar does not compile, and never falls back to another one.
    """

    forced_end = False
    few = None

    def __init__(self, model: GgufModel, gbnf: str) -> None:
        self.form, self._piece, self._said = gbnf, model.piece, list[int]()
        self._hold(64)
        self._sampler = llama_cpp.llama_sampler_init_grammar(model.vocab, gbnf.encode(), b"root")
        if not self._sampler:
            raise HoneError("The form asked of the writer is not a valid grammar", f"llama.cpp says: {last_words()}")

    def allowed(self, tokens: NDArray[np.int32]) -> NDArray[np.bool_]:
        if len(tokens) > len(self._ids):
            self._hold(len(tokens))
        self._ids[: len(tokens)] = tokens
        self._logits[: len(tokens)] = 0
        self._candidates.size = len(tokens)
        llama_cpp.llama_sampler_apply(self._sampler, self._given)
        possible: NDArray[np.bool_] = self._logits[: len(tokens)] == 0
        return possible

    @property
    def state(self) -> tuple[str, bytes]:
        """The form, and the text so far in whatever tokens."""
        return self.form, b"".join(map(self._piece, self._said))

    def _hold(self, most: int) -> None:
        """Have room for so many candidates, which the grammar is asked about at once."""
        held = np.zeros(most, dtype=_CANDIDATE)
        self._ids, self._logits = held["id"], held["logit"]  # which keep the array they look into
        data = held.ctypes.data_as(llama_cpp.llama_token_data_p)
        self._candidates = llama_cpp.llama_token_data_array(data=data, size=0, selected=-1, sorted=False)
        self._given = ctypes.byref(self._candidates)

    def accept(self, token: int) -> None:
        llama_cpp.llama_sampler_accept(self._sampler, token)
        self._said.append(token)

    def text(self, tokens: Sequence[int]) -> str | None:
        return None

    def close(self) -> None:
        if self._sampler:
            llama_cpp.llama_sampler_free(self._sampler)
            self._sampler = None


class Choice:
    """Exactly one of some texts; done as soon as only one is possible."""

    form, state = "", None

    def __init__(self, model: GgufModel, texts: Sequence[str]) -> None:
        self._open = {text: model.tokenize(text) for text in texts}
        self._ends = model.end_tokens
        self._length = 0

    @property
    def forced_end(self) -> bool:
        return len(self._open) == 1

    @property
    def few(self) -> NDArray[np.int32]:
        following = {ids[self._length] for ids in self._open.values() if len(ids) > self._length}
        if any(len(ids) == self._length for ids in self._open.values()):
            following |= self._ends
        return np.array(sorted(following), dtype=np.int32)

    def allowed(self, tokens: NDArray[np.int32]) -> NDArray[np.bool_]:
        return np.isin(tokens, self.few)

    def accept(self, token: int) -> None:
        at = self._length
        if token in self._ends:
            self._open = {text: ids for text, ids in self._open.items() if len(ids) == at}
        else:
            self._open = {text: ids for text, ids in self._open.items() if ids[at : at + 1] == [token]}
            self._length += 1

    def text(self, tokens: Sequence[int]) -> str | None:
        return next(iter(self._open))

    def close(self) -> None:
        pass


def schema_grammar(schema: dict[str, Any]) -> str:
    """The GBNF of a JSON schema; raises HoneError when llama.cpp's converter does not know something in it."""
    try:
        gbnf: str = json_schema_to_gbnf(json.dumps(schema))
        return gbnf
    except (ValueError, KeyError, TypeError, AssertionError, NotImplementedError) as error:
        raise HoneError("The form asked of the writer is not a valid JSON schema", f"{error}.") from error


def quoted(text: str) -> str:
    """A text as a GBNF literal."""
    return json.dumps(text, ensure_ascii=False).replace("\\/", "/")
