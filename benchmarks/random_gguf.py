"""A chat model of random weights, for measuring speed: its replies are noise, its work is that of a real one.

    python -m benchmarks.random_gguf

The Llama architecture, 200 million parameters, Q4_K_M. The vocabulary is the starter's with made-up words after it,
so that texts become tokens as usual and choosing among 32768 of them costs what it costs. No reply ends by itself:
the rows of the control tokens are zero, and are never the likeliest.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import gguf
import llama_cpp
import numpy as np

from engine.project.files import atomic_file
from engine.resources import starter_gguf
from engine.runtimes.gguf import load_gguf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

FOLDER = Path(__file__).parents[1] / "build" / "bench"
HIDDEN, LAYERS, FEED_FORWARD, HEADS, KV_HEADS, VOCABULARY, CONTEXT = 1024, 16, 2560, 16, 4, 32768, 4096
_CONTROLS = ("<|im_start|>", "<|im_end|>")
_TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_SPREAD = 0.02  # standard deviation of the weights
_SYLLABLES = [first + vowel + last for first in "bdfgklmnprstvz" for vowel in "aeiou" for last in ("", "n", "r", "s")]


def random_model(seed: int = 0) -> Path:
    """The model's file; made at the first call, which takes about a minute."""
    file = FOLDER / f"random-200m-{seed}.Q4_K_M.gguf"
    if not file.is_file():
        print("Making a model of random weights (once, about a minute)", flush=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder, atomic_file(file) as temporary:
            full = Path(folder) / "full.gguf"
            write_gguf(full, seed=seed)
            quantize(full, temporary)
    return file


def small_random_model(file: Path) -> Path:
    """One that is soon done, with the same vocabulary: what is counted is the same with it."""
    write_gguf(file, seed=0, hidden=256, layers=1, feed_forward=256)
    return file


def quantize(full: Path, file: Path) -> None:
    """Write the Q4_K_M of an F16 file."""
    load_gguf(full).close()  # which also keeps what llama.cpp tells of each tensor from the screen
    parameters = llama_cpp.llama_model_quantize_default_params()
    parameters.ftype = llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_K_M
    if llama_cpp.llama_model_quantize(str(full).encode(), str(file).encode(), parameters):
        raise SystemExit(f"llama.cpp could not quantize {full.name}")


def write_gguf(
    file: Path,
    *,
    seed: int,
    hidden: int = HIDDEN,
    layers: int = LAYERS,
    feed_forward: int = FEED_FORWARD,
    vocabulary: int = VOCABULARY,
) -> None:
    """Write an F16 model; the shape may be another one."""
    random = np.random.default_rng(seed)
    heads, kv_heads = hidden // (HIDDEN // HEADS), hidden // (HIDDEN // HEADS) // (HEADS // KV_HEADS)
    writer = gguf.GGUFWriter(file, "llama")
    writer.add_name("Random")
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    writer.add_vocab_size(vocabulary)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(hidden)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(feed_forward)
    writer.add_head_count(heads)
    writer.add_head_count_kv(kv_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(hidden // heads)
    controls = _add_vocabulary(writer, vocabulary)
    for name, values in _tensors(random, hidden, layers, feed_forward, kv_heads * hidden // heads, vocabulary):
        if name == "token_embd.weight":
            values[controls] = 0
        writer.add_tensor(name, values if values.ndim == 1 else values.astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _tensors(
    random: np.random.Generator, hidden: int, layers: int, feed_forward: int, kv_width: int, vocabulary: int
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    def normal(rows: int, columns: int) -> NDArray[np.float32]:
        return random.standard_normal((rows, columns), dtype=np.float32) * np.float32(_SPREAD)

    yield "token_embd.weight", normal(vocabulary, hidden)  # tied: also what the output is multiplied with
    yield "output_norm.weight", np.ones(hidden, dtype=np.float32)
    for block in range(layers):
        name = f"blk.{block}"
        yield f"{name}.attn_norm.weight", np.ones(hidden, dtype=np.float32)
        yield f"{name}.ffn_norm.weight", np.ones(hidden, dtype=np.float32)
        yield f"{name}.attn_q.weight", normal(hidden, hidden)
        yield f"{name}.attn_k.weight", normal(kv_width, hidden)
        yield f"{name}.attn_v.weight", normal(kv_width, hidden)
        yield f"{name}.attn_output.weight", normal(hidden, hidden)
        yield f"{name}.ffn_gate.weight", normal(feed_forward, hidden)
        yield f"{name}.ffn_up.weight", normal(feed_forward, hidden)
        yield f"{name}.ffn_down.weight", normal(hidden, feed_forward)


def _add_vocabulary(writer: gguf.GGUFWriter, size: int) -> list[int]:
    """Store the starter's tokens and merges, then words that stand in no merge; returns the ids of all controls."""
    known = gguf.GGUFReader(starter_gguf())
    tokens = list(known.fields["tokenizer.ggml.tokens"].contents())
    types = [int(kind) for kind in known.fields["tokenizer.ggml.token_type"].contents()]
    words = _words(set(tokens))
    more = [next(words) for _ in range(size - len(tokens) - len(_CONTROLS))]
    tokens += [*more, *_CONTROLS]
    types += [int(gguf.TokenType.NORMAL)] * len(more) + [int(gguf.TokenType.CONTROL)] * len(_CONTROLS)
    end = tokens.index(_CONTROLS[1])
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(known.fields["tokenizer.ggml.pre"].contents())
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(list(known.fields["tokenizer.ggml.merges"].contents()))
    writer.add_bos_token_id(end)
    writer.add_eos_token_id(end)
    writer.add_add_bos_token(False)
    writer.add_chat_template(_TEMPLATE)
    return [number for number, kind in enumerate(types) if kind == gguf.TokenType.CONTROL]


def _words(known: set[str]) -> Iterator[str]:
    """Made-up words with the space before them that byte-level BPE writes as Ġ."""
    for first in _SYLLABLES:
        for last in _SYLLABLES:
            if (word := f"Ġ{first}{last}") not in known:
                yield word


if __name__ == "__main__":
    print(random_model())
