"""Whether llama.cpp reads and answers with an exported GGUF exactly as MLX does with the folder it was made of."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import llama_cpp
import numpy as np

from engine.errors import HoneError
from engine.runtimes import mlx
from engine.runtimes.gguf import GgufModel, last_words, load_gguf, threads
from engine.runtimes.mlx.drift import conversation, greedy_tokens

# Behind our own room, which loads OpenBLAS first.
import mlx.core as mx  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

# Everyday sentences and what tokenizers stumble over: digits, units, capitals, spaces, lines, other scripts.
PROMPTS = (
    "The water filter must be replaced every 60 days.",
    "How often must the water filter be replaced?",
    "Press the green button for 3 seconds to reset the counter.",
    "What does the service plan cost?",
    "The TRX-4500 weighs 12.75 kg and needs 230 V/50 Hz.",
    "In 1998 the company moved from Lund to Malmö.",
    "Error E07 means that the pump is blocked!",
    "Don't open the lid; it's hot (up to 95 °C).",
    "the price is $1,299.00 -- 20% off until 2027-03-31",
    "  Two spaces, then\ta tab\nand a new line.\n\nAnd a blank one.",
    "camelCase, snake_case, UPPER CASE and 3rd-party",
    "Who is responsible for approving travel costs?",
    "I'd like to know when I've got to pay; we'll see.",
    "a",
    "1234567890",
    "The tank holds 2.4 litres.",
    "Where is the fuse located?",
    "http://localhost:8080/index.html?x=1&y=2",
    "필터는 60일마다 교체해야 합니다.",
    "フィルターは60日ごとに交換してください。",
    "naïve café — “quoted” … ½ ² €5",
    "Which part must be cleaned with warm water?",
    "The password must have at least 12 characters.",
    "🙂 ok\u00a0then",
)


@dataclass(frozen=True, slots=True)
class Parity:
    """Counts over `prompts` conversations, and the share of reply tokens that both runtimes choose alike.

    A reply is equal when llama.cpp's likeliest token is MLX's at every position up to and including the end.
    """

    prompts: int
    token_ids_equal: int
    replies_equal: int
    token_agreement: float


def parity(
    folder: Path,
    file: Path,
    prompts: Sequence[str] = PROMPTS,
    *,
    adapter: Path | None = None,
    lora: Path | None = None,
    max_tokens: int = 48,
    check: Callable[[], None] | None = None,
) -> Parity:
    """Let both runtimes continue each prompt in the chat template, greedily.

    MLX computes in float32, so that the file is judged and not the rounding of a 16-bit runtime. llama.cpp is
    given MLX's reply and asked for its own choice at each position: one early difference counts once. `adapter`
    is MLX's folder of one, `lora` the same as GGUF; each is put on its base. `check` is called between prompts and
    may raise. Raises HoneError when one of the two does not load.
    """
    if not prompts:
        raise HoneError("Nothing to compare", "At least one prompt is needed to compare the two runtimes.")
    loaded = mlx.load(folder, adapter)
    loaded.model.set_dtype(mx.float32)
    ids_equal = replies_equal = same = total = 0
    with load_gguf(file) as reader, _context(reader, lora) as context:
        for prompt in prompts:
            if check is not None:
                check()
            ours = conversation(loaded, prompt)
            theirs = reader.prompt([{"role": "user", "content": prompt}])
            room = reader.context_length - max(len(ours), len(theirs))
            if room <= 0:
                raise HoneError("A prompt is too long to compare", f"It has {len(ours)} tokens: choose shorter ones.")
            reply = greedy_tokens(loaded, ours, min(max_tokens, room))
            chosen = _choices(context, theirs, reply)
            equal = sum(a == b for a, b in zip(reply, chosen, strict=True))
            same, total = same + equal, total + len(reply)
            ids_equal += ours == theirs
            replies_equal += equal == len(reply)
    return Parity(len(prompts), ids_equal, replies_equal, same / total)


@contextmanager
def _context(model: GgufModel, lora: Path | None) -> Iterator[Any]:
    parameters = llama_cpp.llama_context_default_params()
    parameters.n_ctx = parameters.n_batch = parameters.n_ubatch = min(model.context_length, 2048)
    parameters.n_threads = parameters.n_threads_batch = threads()
    context = llama_cpp.llama_init_from_model(model.handle, parameters)
    if not context:
        raise HoneError(
            f"There is not enough memory to compare with {model.name}",
            f"llama.cpp says: {last_words()} Close other programs.",
        )
    try:
        if lora is not None:
            _put_on(model, context, lora)
        yield context
    finally:
        llama_cpp.llama_free(context)


def _put_on(model: GgufModel, context: Any, lora: Path) -> None:
    """Let an adapter change what the model says; it is freed with the model."""
    found = llama_cpp.llama_adapter_lora_init(model.handle, str(lora).encode())
    adapters, scales = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(found), (ctypes.c_float * 1)(1.0)
    if not found or llama_cpp.llama_set_adapters_lora(context, adapters, 1, scales):
        raise HoneError(
            "llama.cpp does not take the adapter",
            f"It says: {last_words()} Export the adapter for mlx-lm, or the fused model.",
        )


def _choices(context: Any, prompt: list[int], reply: list[int]) -> list[int]:
    """llama.cpp's likeliest token at each position of the reply, given the reply's tokens before it."""
    tokens = [*prompt, *reply[:-1]]
    wanted = range(len(prompt) - 1, len(tokens))
    llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(context), True)
    batch = llama_cpp.llama_batch_init(len(tokens), 0, 1)
    try:
        batch.n_tokens = len(tokens)
        for i, token in enumerate(tokens):
            batch.token[i], batch.pos[i], batch.logits[i] = token, i, i in wanted
            batch.n_seq_id[i], batch.seq_id[i][0] = 1, 0
        if code := llama_cpp.llama_decode(context, batch):
            raise HoneError("The GGUF file does not answer", f"llama.cpp returned {code}: {last_words()}")
        size = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(llama_cpp.llama_get_model(context)))
        rows = (llama_cpp.llama_get_logits_ith(context, i) for i in wanted)
        return [int(np.ctypeslib.as_array(row, (size,)).argmax()) for row in rows]
    finally:
        llama_cpp.llama_batch_free(batch)
