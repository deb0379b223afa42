"""Small models of every family that is written as GGUF, each with a tokenizer of its kind and trained a little."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import mlx.core as mx
import mlx.nn as nn
import sentencepiece as spm
import tokenizers
from mlx import optimizers
from mlx.utils import tree_flatten
from tokenizers import Regex, decoders, models, normalizers, pre_tokenizers, trainers
from transformers import AutoTokenizer

import engine.runtimes.mlx  # noqa: F401  OpenBLAS before MLX

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE = 700

# Answers differ in length, script and digits.
ROWS = [
    ("How heavy is the pump?", "It weighs 37.5 kg."),
    ("What does the tank hold?", "The tank holds 850 ml of water."),
    ("Where is the fuse?", "Behind the left cover, below the fan."),
    ("When did the company move to Malmö?", "In 1998."),
    ("필터는 언제 교체합니까?", "필터는 60일마다 교체해야 합니다."),
    ("전원 버튼은 어디에 있습니까?", "왼쪽 옆면에 있습니다."),
    ("Is it ready? 🙂", "Yes, the lamp is green 🟢🟢."),
    ("What is 1234 + 8?", "1242"),
    ("Which cable is it?", "TRX-4500, 1.8 m, 230 V/50 Hz."),
    ("Don't I need a licence?", "No, you don't; it's free until 2027-03-31."),
]

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
LLAMA3 = (
    "{{ bos_token }}{% for m in messages %}{{ '<|start_header_id|>' + m['role'] + '<|end_header_id|>\\n\\n'"
    " + m['content'] + '<|eot_id|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}"
)
MISTRAL = (
    "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'user' %}{{ '[INST] ' + m['content'] + ' [/INST]' }}"
    "{% else %}{{ ' ' + m['content'] + eos_token }}{% endif %}{% endfor %}"
)
GEMMA = (
    "{{ bos_token }}{% for m in messages %}{{ '<start_of_turn>' + ('model' if m['role'] == 'assistant' else m['role'])"
    " + '\\n' + m['content'] + '<end_of_turn>\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<start_of_turn>model\\n' }}{% endif %}"
)
LLAMA3_MARKS = ("<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>")
_WORDS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|"
_REST = r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
SHAPE: dict[str, Any] = {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "rms_norm_eps": 1e-6,
    "vocab_size": SIZE,
    "max_position_embeddings": 512,
    "rope_theta": 10000.0,
}
# What each family's config.json has beside that.
CONFIGS: dict[str, dict[str, Any]] = {
    "llama": {"tie_word_embeddings": True},
    "mistral": {"tie_word_embeddings": False, "sliding_window": None},
    "qwen2": {"tie_word_embeddings": True, "rope_theta": 1000000.0},
    "qwen3": {"tie_word_embeddings": True, "head_dim": 32, "rope_theta": 1000000.0},
    "gemma": {"head_dim": 32, "num_key_value_heads": 1},
    "gemma2": {
        "head_dim": 32,
        "query_pre_attn_scalar": 32,
        "attn_logit_softcapping": 50.0,
        "final_logit_softcapping": 30.0,
        "sliding_window": 4096,
    },
    "gemma3_text": {
        "head_dim": 32,
        "query_pre_attn_scalar": 32,
        "num_hidden_layers": 6,
        "sliding_window": 64,
        "sliding_window_pattern": 6,
        "rope_local_base_freq": 10000.0,
        "rope_theta": 1000000.0,
    },
}


def trained(folder: Path, kind: str, *, steps: int = 60, **changes: Any) -> Path:
    """A model of a family in `folder`, in 32 bits, that knows some of ROWS after `steps` steps."""
    folder.mkdir(parents=True)
    tokenizer_for(folder, kind)
    tokenizer = AutoTokenizer.from_pretrained(str(folder))
    config = {"model_type": kind, **SHAPE, **CONFIGS[kind], "eos_token_id": tokenizer.eos_token_id, **changes}
    if kind.startswith("gemma"):
        config["eos_token_id"] = [tokenizer.eos_token_id, tokenizer.convert_tokens_to_ids("<end_of_turn>")]
    (folder / "config.json").write_text(json.dumps(config))
    mx.random.seed(3)
    module = importlib.import_module(f"mlx_lm.models.{'llama' if kind == 'mistral' else kind}")
    model = module.Model(module.ModelArgs.from_dict(config))
    if kind == "gemma3_text":
        model.sanitize({})  # the embeddings are its head
    _train(model, tokenizer, steps)
    weights = dict(tree_flatten(model.parameters()))
    mx.save_safetensors(str(folder / "model.safetensors"), weights, metadata={"format": "mlx"})
    return folder


def tokenizer_for(folder: Path, kind: str) -> None:
    """A tokenizer as models of the family have it, trained on this repository's prose and on ROWS."""
    if kind == "mistral":
        sentencepiece(folder, SIZE, MISTRAL)
    elif kind.startswith("gemma"):
        sentencepiece(folder, SIZE, GEMMA, marks=("<start_of_turn>", "<end_of_turn>"))
    elif kind == "llama":
        byte_level(folder, tiktoken(r"\p{N}{1,3}"), LLAMA3_MARKS, LLAMA3, bos=LLAMA3_MARKS[0], eos=LLAMA3_MARKS[-1])
    else:
        marks = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
        byte_level(folder, tiktoken(r"\p{N}"), marks, CHATML, eos=marks[2], pad=marks[0], composed=True)


def tiktoken(digits: str) -> str:
    """The pattern that Llama 3 and those after it split text by, which differ in how many digits stay together."""
    return _WORDS + digits + _REST


def byte_level(
    folder: Path,
    pattern: str,
    marks: tuple[str, ...],
    template: str,
    *,
    eos: str,
    bos: str | None = None,
    pad: str | None = None,
    composed: bool = False,
) -> None:
    """Byte-level BPE that splits text by `pattern` first; '' is GPT-2's own, which keeps digits together."""
    tokenizer = tokenizers.Tokenizer(models.BPE())
    bytewise = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=not pattern)
    split = [pre_tokenizers.Split(Regex(pattern), "isolated"), bytewise]
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(split) if pattern else bytewise
    tokenizer.decoder = decoders.ByteLevel()
    if composed:
        tokenizer.normalizer = normalizers.NFC()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=SIZE, special_tokens=list(marks), initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator(_prose(), trainer)
    tokenizer.save(str(folder / "tokenizer.json"))
    _configure(folder, template, bos_token=bos, eos_token=eos, pad_token=pad)


def sentencepiece(folder: Path, size: int, template: str, *, marks: tuple[str, ...] = ()) -> None:
    """SentencePiece as transformers writes it: with a space before each text (Mistral), or none (Gemma, with marks)."""
    (folder / "text").write_text("\n".join(_prose()))
    first = ("<unk>", "<s>", "</s>") if not marks else ("<pad>", "<eos>", "<bos>", "<unk>")
    ids: dict[str, Any] = {
        f"{name}_id": first.index(mark) if mark in first else -1 for name, mark in _special(marks).items()
    }
    named: dict[str, Any] = ids | {f"{name}_piece": mark for name, mark in _special(marks).items() if mark}
    spm.SentencePieceTrainer.train(
        input=str(folder / "text"),
        model_prefix=str(folder / "sp"),
        vocab_size=size,
        model_type="bpe",
        character_coverage=0.98,
        byte_fallback=True,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        control_symbols=list(marks),
        minloglevel=2,
        **named,
    )
    pieces = spm.SentencePieceProcessor(model_file=str(folder / "sp.model"))
    vocabulary = {pieces.id_to_piece(number): number for number in range(pieces.get_piece_size())}
    merges = [
        (piece[:cut], piece[cut:])
        for piece in vocabulary
        for cut in range(1, len(piece))
        if piece[:cut] in vocabulary and piece[cut:] in vocabulary and not piece.startswith("<")
    ]
    tokenizer = tokenizers.Tokenizer(
        models.BPE(vocabulary, merges, unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    )
    spaces = normalizers.Replace(" ", "▁")
    tokenizer.normalizer = spaces if marks else normalizers.Sequence([normalizers.Prepend("▁"), spaces])
    if marks:
        tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    strip = [] if marks else [decoders.Strip(" ", 1, 0)]
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), *strip]
    )
    tokenizer.add_special_tokens([tokenizers.AddedToken(mark, normalized=False) for mark in (*first, *marks)])
    tokenizer.save(str(folder / "tokenizer.json"))
    for name in ("text", "sp.model", "sp.vocab"):
        (folder / name).unlink()
    bos, eos = ("<bos>", "<eos>") if marks else ("<s>", "</s>")
    _configure(folder, template, bos_token=bos, eos_token=eos, unk_token="<unk>")


def _special(marks: tuple[str, ...]) -> dict[str, str]:
    if not marks:
        return {"unk": "<unk>", "bos": "<s>", "eos": "</s>", "pad": ""}
    return {"unk": "<unk>", "bos": "<bos>", "eos": "<eos>", "pad": "<pad>"}


def _configure(folder: Path, template: str, **special: str | None) -> None:
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "chat_template": template,
        **{name: mark for name, mark in special.items() if mark},
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config))


def _prose() -> list[str]:
    lines = [line for file in sorted(ROOT.glob("*.md")) for line in file.read_text().splitlines() if line.strip()]
    korean = (ROOT / "resources" / "samples" / "korean.md").read_text().splitlines()
    asked = [text for row in ROWS for text in row]
    return [*lines, *(line for line in korean if line.strip()), *asked]


def _train(model: Any, tokenizer: Any, steps: int) -> None:
    rows = []
    for question, answer in ROWS:
        talk = [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
        rows.append(tokenizer.encode(tokenizer.apply_chat_template(talk, tokenize=False), add_special_tokens=False))
    width = max(map(len, rows))
    tokens = mx.array([row + [0] * (width - len(row)) for row in rows])
    mask = mx.array([[1.0] * (len(row) - 1) + [0.0] * (width - len(row)) for row in rows])

    def loss(model: Any) -> Any:
        losses = nn.losses.cross_entropy(model(tokens[:, :-1]), tokens[:, 1:])
        return (losses * mask).sum() / mask.sum()

    model.train()
    step = nn.value_and_grad(model, loss)
    optimizer = optimizers.Adam(learning_rate=3e-3)
    for _ in range(steps):
        _, gradients = step(model)
        optimizer.update(model, gradients)
        mx.eval(model.parameters(), optimizer.state)
    model.eval()
