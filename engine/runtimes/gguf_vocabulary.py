"""The tokenizer of a Hugging Face folder in the words of GGUF, for the pre-tokenizers that llama.cpp knows too.

llama.cpp does not read a pre-tokenizer's rules from the file: it has them built in under a name. A folder
whose rules are not one of the listed ones is refused, because a near match splits some texts differently and
the model then answers nonsense.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gguf import TokenType

from engine.errors import HoneError

if TYPE_CHECKING:
    from pathlib import Path

_LLAMA3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_QWEN2 = _LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")
_TEKKEN = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+"
    r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*"
    r"|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
# Rules as `_rules` writes them -> llama.cpp's name.
_KNOWN: dict[tuple[tuple[Any, ...], ...], str] = {
    (("Digits", True), ("ByteLevel", True)): "smollm",
    (("ByteLevel", True),): "gpt-2",
    (("Split", _LLAMA3), ("ByteLevel", False)): "llama-bpe",
    (("Split", _QWEN2), ("ByteLevel", False)): "qwen2",
    (("Split", _TEKKEN), ("ByteLevel", False)): "tekken",
}
# Qwen composes characters first (NFC). llama.cpp does not, so only text that is composed already is read alike.
_COMPOSED = ("qwen2",)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What GGUF stores of a tokenizer; ids are token ids, None where the tokenizer has no such token.

    `kind` is llama.cpp's word for it: gpt2 is byte-level BPE, which has `merges` (pairs joined by a space); llama is
    SentencePiece, which has `scores` instead, and the neighbours with the highest one are joined first; with
    `space_first` it puts a space before a text. `tokens` are in id order, `types` are llama.cpp's. `end_of_turn`
    closes an assistant's turn where that is not `eos`.
    `begins` says whether the chat template starts a conversation with `bos`.
    """

    kind: str
    pre: str
    tokens: list[str]
    types: list[int]
    merges: list[str]
    scores: list[float]
    template: str
    bos: int | None
    eos: int
    end_of_turn: int
    pad: int | None
    begins: bool
    space_first: bool


def read_vocabulary(folder: Path, size: int) -> Vocabulary:
    """Read tokenizer.json, tokenizer_config.json and the chat template of a model with `size` embeddings.

    Raises HoneError for a missing file, an unknown kind of tokenizer, or a model without a chat template.
    """
    tokenizer, config = _json(folder / "tokenizer.json"), _json(folder / "tokenizer_config.json")
    space_first = _sentencepiece(tokenizer)
    pieces = space_first is not None
    pre = "default" if pieces else _pre_tokenizer(tokenizer, folder.name)
    merges = [merge.split(" ") if isinstance(merge, str) else merge for merge in tokenizer["model"]["merges"]]
    tokens, types = _tokens(tokenizer, size, folder.name)
    template = _template(folder, config)
    ids = {text: number for number, text in enumerate(tokens)}
    eos = _special(config, "eos_token", ids)
    if eos is None:
        raise _refusal(folder.name, "its tokenizer names no end token (eos_token)")
    bos_text = _text(config.get("bos_token"))
    return Vocabulary(
        kind="llama" if pieces else "gpt2",
        pre=pre,
        tokens=tokens,
        types=types,
        merges=[] if pieces else [" ".join(merge) for merge in merges],
        scores=_scores(tokens, merges) if pieces else [],
        template=template,
        bos=_special(config, "bos_token", ids),
        eos=eos,
        end_of_turn=_end_of_turn(folder, eos, len(tokens)),
        pad=_special(config, "pad_token", ids),
        begins=bool(bos_text) and _begins(template, bos_text),
        space_first=bool(space_first),
    )


def _sentencepiece(tokenizer: dict[str, Any]) -> bool | None:
    """Whether SentencePiece, as transformers writes it, puts a space before a text; None for another kind.

    Spaces are ▁ and unknown characters bytes. Llama 2 and the first Mistral put one before every text, Gemma before
    none; newer Mistrals do so at the very start only, where the chat template has its begin token.
    """
    model, before = tokenizer.get("model", {}), tokenizer.get("pre_tokenizer") or {}
    if model.get("type") != "BPE" or not model.get("byte_fallback"):
        return None
    spaces = ("Replace", " ", "▁")
    known: dict[Any, bool] = {
        ((("Prepend", None, "▁"), spaces), None): True,
        ((spaces,), None): False,
        ((spaces,), ("Split", " ", "MergedWithPrevious")): False,  # splits nothing: the spaces are gone by then
        ((), ("Metaspace", "▁", "always")): True,
        ((), ("Metaspace", "▁", "first")): False,
        ((), ("Metaspace", "▁", "never")): False,
    }
    return known.get((_normalizing(tokenizer.get("normalizer")), _splitting(before)))


def _normalizing(normalizer: dict[str, Any] | None) -> tuple[tuple[Any, ...], ...]:
    """What a normalizer does, step by step: kind, what is looked for, what is put there."""
    if normalizer is None:
        return ()
    if normalizer.get("type") == "Sequence":
        return tuple(step for part in normalizer["normalizers"] for step in _normalizing(part))
    sought = (normalizer.get("pattern") or {}).get("String")
    return ((normalizer.get("type"), sought, normalizer.get("content") or normalizer.get("prepend")),)


def _splitting(before: dict[str, Any]) -> tuple[Any, ...] | None:
    if before.get("type") == "Split":
        return ("Split", before.get("pattern", {}).get("String"), before.get("behavior"))
    if before.get("type") == "Metaspace" and not before.get("split", True):
        return ("Metaspace", before.get("replacement"), before.get("prepend_scheme"))
    return (before.get("type"),) if before else None


def _scores(tokens: list[str], merges: list[list[str]]) -> list[float]:
    """llama.cpp joins the neighbours whose whole has the highest score: the order of the merges, falling."""
    order: dict[str, int] = {}
    for rank, (left, right) in enumerate(merges):
        order.setdefault(left + right, rank)
    return [-float(order.get(token, len(merges))) for token in tokens]


def _pre_tokenizer(tokenizer: dict[str, Any], name: str) -> str:
    model = tokenizer.get("model", {})
    if model.get("type") != "BPE" or model.get("byte_fallback"):
        raise _refusal(name, "its tokenizer is neither byte-level BPE nor SentencePiece of Llama 2, Mistral or Gemma")
    rules = _rules(tokenizer.get("pre_tokenizer") or {})
    pre = _KNOWN.get(rules)
    normalizer = tokenizer.get("normalizer")
    if normalizer is not None and not (normalizer.get("type") == "NFC" and pre in _COMPOSED):
        raise _refusal(name, "its tokenizer changes the text before it splits it (normalizer)")
    if pre is None:
        raise _refusal(name, f"its way of splitting text ({_say(rules)}) has no known name in llama.cpp")
    return pre


def _rules(pre_tokenizer: dict[str, Any]) -> tuple[tuple[Any, ...], ...]:
    """The parts of a pre-tokenizer, each with all of what decides how it splits."""
    if pre_tokenizer.get("type") == "Sequence":
        return tuple(rule for part in pre_tokenizer["pretokenizers"] for rule in _rules(part))
    kind = pre_tokenizer.get("type", "none")
    if kind == "Digits":
        return ((kind, pre_tokenizer.get("individual_digits", False)),)
    if kind == "ByteLevel" and not pre_tokenizer.get("add_prefix_space"):
        return ((kind, pre_tokenizer.get("use_regex", True)),)
    if kind == "Split" and pre_tokenizer.get("behavior") == "Isolated" and not pre_tokenizer.get("invert"):
        return ((kind, pre_tokenizer["pattern"].get("Regex", "")),)
    return ((kind, "unusual options"),)


def _say(rules: tuple[tuple[Any, ...], ...]) -> str:
    return " + ".join(str(rule[0]) for rule in rules)


def _tokens(tokenizer: dict[str, Any], size: int, name: str) -> tuple[list[str], list[int]]:
    """Texts and llama.cpp types of all ids; ids that the model has and the tokenizer has not are unused."""
    texts: dict[int, str] = {number: text for text, number in tokenizer["model"]["vocab"].items()}
    types = dict.fromkeys(texts, TokenType.NORMAL)
    for added in tokenizer.get("added_tokens", []):
        texts[added["id"]] = added["content"]
        types[added["id"]] = TokenType.CONTROL if added["special"] else TokenType.USER_DEFINED
    for number, text in texts.items() if tokenizer["model"].get("byte_fallback") else ():
        if re.fullmatch(r"<0x[0-9A-F]{2}>", text):
            types[number] = TokenType.BYTE
        elif text == tokenizer["model"].get("unk_token"):
            types[number] = TokenType.UNKNOWN
    if texts and max(texts) >= size:
        raise _refusal(name, f"its tokenizer has {max(texts) + 1} tokens and the model only {size}")
    unused = (f"[PAD{number}]" for number in range(size))
    return (
        [texts.get(number, text) for number, text in enumerate(unused)],
        [int(types.get(number, TokenType.UNUSED)) for number in range(size)],
    )


def _template(folder: Path, config: dict[str, Any]) -> str:
    file = folder / "chat_template.jinja"
    template = file.read_text(encoding="utf-8") if file.is_file() else config.get("chat_template")
    if isinstance(template, list):  # several named ones
        template = next((entry["template"] for entry in template if entry["name"] == "default"), None)
    if not template:
        raise _refusal(folder.name, "it has no chat template, without which a program cannot talk with it")
    return str(template)


def _begins(template: str, bos: str) -> bool:
    """Whether a conversation starts with the begin token, found by rendering one."""
    from jinja2 import TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
    )
    environment.globals["strftime_now"] = lambda _format: ""  # Llama's templates print the date
    messages = [{"role": "user", "content": "x"}]
    try:
        rendered: str = environment.from_string(template).render(
            messages=messages, bos_token=bos, eos_token="", add_generation_prompt=True
        )
    except TemplateError as error:
        raise HoneError("The chat template cannot be used", f"{error}. Choose another base model.") from error
    return rendered.startswith(bos)


def _end_of_turn(folder: Path, eos: int, size: int) -> int:
    """The further end token that generation_config.json or config.json lists, else `eos` itself."""
    for name in ("generation_config.json", "config.json"):
        file = folder / name
        listed = _json(file).get("eos_token_id") if file.is_file() else None
        if isinstance(listed, list) and (others := [number for number in listed if number != eos and number < size]):
            return int(others[-1])
    return eos


def _special(config: dict[str, Any], name: str, ids: dict[str, int]) -> int | None:
    return ids.get(_text(config.get(name)))


def _text(token: Any) -> str:
    """A special token is written as its text, or as an object with the text in it."""
    return str(token.get("content", "")) if isinstance(token, dict) else str(token or "")


def _json(file: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise HoneError(
            f"{file.parent.name} is not a complete model",
            f"{file.name} is missing or cannot be read: choose a folder as mlx-lm saves it, or fuse again.",
        ) from error
    return content


def _refusal(name: str, reason: str) -> HoneError:
    return HoneError(
        f"{name} cannot be written as GGUF",
        f"Hone writes what llama.cpp is known to read in the same way, and {reason}. "
        "Export the MLX folder instead, or choose another base model.",
    )
