"""A GGUF model in this process: loading, tokens and its own chat template, through llama.cpp.

llama.cpp aborts the process where Python would raise, and a GGUF is input from outside: jobs that
load one run in a child process (engine.worker).
"""

from __future__ import annotations

import ctypes
import functools
import os
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import llama_cpp
import psutil
from jinja2 import BaseLoader, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from engine.errors import HoneError
from engine.runtimes.fitting import check_writer

Message = Mapping[str, str]  # {"role": "system" | "user" | "assistant", "content": ...}

_MAGIC = b"GGUF"
_last_lines: deque[str] = deque(maxlen=5)


class GgufModel:
    """Weights and vocabulary of a GGUF file; free it with `close` or a `with` block.

    `context_length` is in tokens, `kv_bytes` the bytes of key-value memory (16-bit) for one token.
    """

    def __init__(self, path: Path, handle: Any) -> None:
        self.path, self.handle = path, handle
        self.vocab = llama_cpp.llama_model_get_vocab(handle)
        self.vocabulary_size: int = llama_cpp.llama_vocab_n_tokens(self.vocab)
        self.context_length: int = llama_cpp.llama_model_n_ctx_train(handle)
        self.metadata = _metadata(handle)
        self.name = self.metadata.get("general.name") or path.stem
        self.template = self.metadata.get("tokenizer.chat_template", "")
        self.end_tokens = frozenset(self._tokens_that(llama_cpp.llama_vocab_is_eog))
        self.control_tokens = frozenset(self._tokens_that(llama_cpp.llama_vocab_is_control))
        self.piece = functools.cache(self._piece)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the weights; contexts made of this model must be closed before."""
        if self.handle is not None:
            llama_cpp.llama_model_free(self.handle)
            self.handle = None

    @property
    def kv_bytes(self) -> int:
        """Bytes of key-value memory that one token takes in a 16-bit cache."""
        layers: int = llama_cpp.llama_model_n_layer(self.handle)
        kv_heads: int = llama_cpp.llama_model_n_head_kv(self.handle)
        return 2 * 2 * layers * max(kv_heads, 1) * self._head_width

    @property
    def halves_kv(self) -> bool:
        """Whether key-value memory can be kept in blocks of 8 bits."""
        return self._head_width % 32 == 0

    @property
    def _head_width(self) -> int:
        architecture = self.metadata.get("general.architecture", "")
        fallback = llama_cpp.llama_model_n_embd(self.handle) // max(llama_cpp.llama_model_n_head(self.handle), 1)
        return int(self.metadata.get(f"{architecture}.attention.key_length", fallback))

    def tokenize(self, text: str, *, special: bool = False) -> list[int]:
        """Token ids of a text; only with `special` do texts such as <|im_end|> become control tokens."""
        data = text.encode()
        room = len(data) + 8
        while True:
            buffer = (llama_cpp.llama_token * room)()
            count = llama_cpp.llama_tokenize(self.vocab, data, len(data), buffer, room, False, special)
            if count >= 0:
                return list(buffer[:count])
            room = -count

    def detokenize(self, tokens: Sequence[int]) -> str:
        """Text of token ids; a character that is cut in the middle is left out."""
        return b"".join(self.piece(token) for token in tokens).decode(errors="ignore")

    def prompt(self, messages: Sequence[Message]) -> list[int]:
        """Token ids of a conversation in the model's own chat template, ready for the reply.

        Thinking is turned off where the template knows the switch. What stands in a message is always
        text: a control token that a document spells out stays what it is, letters.
        """
        tokens = self._template_tokens(messages)
        start = llama_cpp.llama_vocab_bos(self.vocab)
        wanted = llama_cpp.llama_vocab_get_add_bos(self.vocab) and tokens[:1] != [start]
        return [start, *tokens] if wanted else tokens

    def _template_tokens(self, messages: Sequence[Message]) -> list[int]:
        spelled = [message["content"] for message in messages]
        if not any(text in content for content in spelled for text in self._control_texts):
            return self.tokenize(self._render(messages), special=True)
        marks = [f"\ue000{number}\ue001" for number in range(len(spelled))]
        rendered = self._render([{**message, "content": mark} for message, mark in zip(messages, marks, strict=True)])
        tokens: list[int] = []
        for content, mark in zip(spelled, marks, strict=True):
            before, _, rendered = rendered.partition(mark)
            tokens += self.tokenize(before, special=True) + self.tokenize(content)
        return tokens + self.tokenize(rendered, special=True)

    def _render(self, messages: Sequence[Message]) -> str:
        try:
            rendered: str = self._compiled.render(
                messages=messages,
                add_generation_prompt=True,
                enable_thinking=False,
                bos_token=self._text_of(llama_cpp.llama_vocab_bos(self.vocab)),
                eos_token=self._text_of(llama_cpp.llama_vocab_eos(self.vocab)),
                raise_exception=_refuse_message,
            )
            return rendered
        except TemplateError as error:
            raise HoneError(
                f"The chat template of {self.name} could not be used",
                f"{error}. Choose another writer, or a newer GGUF of the same model.",
            ) from error

    @functools.cached_property
    def _compiled(self) -> Any:
        # The settings of transformers, for which chat templates are written; the sandbox because a
        # GGUF is a stranger's file.
        environment = ImmutableSandboxedEnvironment(
            loader=BaseLoader(), trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
        )
        return environment.from_string(self.template)

    @functools.cached_property
    def _control_texts(self) -> tuple[str, ...]:
        texts = (self._text_of(token) for token in self.control_tokens | self.end_tokens)
        return tuple(text for text in texts if text)

    def _text_of(self, token: int) -> str:
        text = llama_cpp.llama_vocab_get_text(self.vocab, token) if token >= 0 else b""
        return text.decode(errors="ignore")

    def _tokens_that(self, holds: Any) -> list[int]:
        return [token for token in range(self.vocabulary_size) if holds(self.vocab, token)]

    def _piece(self, token: int) -> bytes:
        size = 64
        while True:
            buffer = ctypes.create_string_buffer(size)
            count = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, size, 0, False)
            if count >= 0:
                return buffer.raw[:count]
            size = -count


def load_gguf(path: str | Path) -> GgufModel:
    """Load a chat model; raises HoneError when the file is missing, broken, too large or has no chat template."""
    file = Path(path).expanduser()
    _check_file(file)
    start()
    parameters = llama_cpp.llama_model_default_params()
    parameters.n_gpu_layers = -1
    _last_lines.clear()
    handle = llama_cpp.llama_model_load_from_file(str(file).encode(), parameters)
    if not handle:
        raise HoneError(
            f"{file.name} could not be loaded",
            f"llama.cpp says: {last_words()} The file is damaged or of a kind that this version does not know: "
            "download it again, or choose another model.",
        )
    model = GgufModel(file, handle)
    if not model.template:
        model.close()
        raise HoneError(
            f"{file.name} has no chat template",
            "It is a base model, which cannot follow instructions: choose an Instruct or Chat model.",
        )
    return model


def threads() -> int:
    """How many threads llama.cpp computes with: HONE_THREADS, else OMP_NUM_THREADS, else one for each real core."""
    for name in ("HONE_THREADS", "OMP_NUM_THREADS"):
        if (value := os.environ.get(name, "")).isdigit() and int(value) > 0:
            return int(value)
    return psutil.cpu_count(logical=False) or os.cpu_count() or 1


def last_words() -> str:
    """The last warning or error that llama.cpp logged, as a sentence."""
    words = " ".join(" ".join(_last_lines).split())[-300:]
    return f"{words.rstrip('.')}." if words else "no reason was given."


def _check_file(file: Path) -> None:
    if not file.is_file():
        raise HoneError(f"There is no file {file.name}", f"{file} is not there: check the path of the writer.")
    try:
        with file.open("rb") as start:
            magic = start.read(4)
    except OSError as error:
        raise HoneError(f"{file.name} cannot be read", f"{error.strerror}: check the rights of the file.") from error
    if magic != _MAGIC:
        raise HoneError(
            f"{file.name} is not a GGUF model",
            "A GGUF file starts with the letters GGUF: the download may have failed, or it is another kind of model.",
        )
    check_writer(file)


@functools.cache
def start() -> None:
    """Make llama.cpp ready, once; its warnings and errors are kept for `last_words`."""
    llama_cpp.llama_log_set(_keep_log, ctypes.c_void_p(0))
    llama_cpp.llama_backend_init()


@llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]  # a ctypes function type
def _keep_log(level: int, text: bytes, _data: Any) -> None:
    if level in (3, 4):  # warnings and errors; the rest is chatter
        _last_lines.append(text.decode(errors="replace"))


def _metadata(handle: Any) -> dict[str, str]:
    """All metadata that llama.cpp can show as text."""
    found: dict[str, str] = {}
    for number in range(llama_cpp.llama_model_meta_count(handle)):
        key = _grown(functools.partial(llama_cpp.llama_model_meta_key_by_index, handle, number))
        found[key] = _grown(functools.partial(llama_cpp.llama_model_meta_val_str_by_index, handle, number))
    return found


def _grown(read: Any) -> str:
    size = 512
    while True:
        buffer = ctypes.create_string_buffer(size)
        needed = read(buffer, size)
        if needed < size:
            return buffer.value.decode(errors="replace")
        size = needed + 1


def _refuse_message(reason: str) -> None:
    raise TemplateError(reason)
