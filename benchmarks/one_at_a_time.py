"""The pipelines that people use: each text by one call of `llama_cpp.Llama.create_chat_completion`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import llama_cpp
import numpy as np
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from llama_cpp import LogitsProcessorList
from llama_cpp.llama_grammar import LlamaGrammar
from pydantic import ConfigDict

from engine.runtimes.constraints import Choice, schema_grammar
from engine.runtimes.gguf import GgufModel, threads
from engine.runtimes.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from langchain_core.callbacks import CallbackManagerForLLMRun
    from langchain_core.language_models import LanguageModelInput
    from langchain_core.runnables import RunnableConfig
    from numpy.typing import NDArray

    from engine.runtimes.batching import Batcher, Completion, Request
    from engine.runtimes.gguf import Message


@dataclass(frozen=True, slots=True)
class Reply:
    """A text, its length in tokens, and why it ended: stop or length."""

    text: str
    tokens: int
    finish: str


class OneAtATime:
    """llama-cpp-python's class with its usual settings and our number of threads.

    It begins a prompt where it differs from the text before, unless `reuse` is off: then its state is reset before
    each call. `prompt_tokens_read` counts what it gives to the model of prompts, `prompt_tokens` how long they are, and
    `tokens_written` what it writes.
    """

    def __init__(self, path: Path, *, reuse: bool, context: int) -> None:
        count = threads()
        self._llama = llama_cpp.Llama(
            str(path), n_ctx=context, n_gpu_layers=-1, n_threads=count, n_threads_batch=count, verbose=False
        )
        self._reuse = reuse
        self.prompt_tokens_read = self.prompt_tokens = self.tokens_written = 0
        self._given: list[int] = []  # how many tokens the model was given, each time in the call under way
        evaluate = self._llama.eval

        def counted(tokens: Sequence[int]) -> None:
            self._given.append(len(tokens))
            evaluate(tokens)

        self._llama.eval = counted

    def close(self) -> None:
        """Free context and model."""
        self._llama.close()

    def reply(self, messages: Sequence[Message], *, grammar: str, **options: Any) -> Reply:
        """One call; options are those of create_chat_completion, `grammar` is GBNF."""
        if not self._reuse:
            self._llama.reset()
        self._given.clear()
        form = LlamaGrammar.from_string(grammar, verbose=False) if grammar else None
        told = self._llama.create_chat_completion(messages=[dict(one) for one in messages], grammar=form, **options)
        (choice,) = told["choices"]
        self.prompt_tokens_read += self._given[0]
        self.prompt_tokens += told["usage"]["prompt_tokens"]
        self.tokens_written += told["usage"]["completion_tokens"]
        return Reply(choice["message"]["content"], told["usage"]["completion_tokens"], choice["finish_reason"])


class OneAtATimeChat(BaseChatModel):
    """The reference as the model of a ChatWriter: the conversations one after the other, in their order."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    pipeline: OneAtATime

    @property
    def _llm_type(self) -> str:
        return "one-at-a-time"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        grammar = schema_grammar(kwargs.pop("json_schema"))
        reply = self.pipeline.reply(spoken(messages), grammar=grammar, **kwargs)
        message = AIMessage(reply.text, response_metadata={"finish_reason": reply.finish})
        return ChatResult(generations=[ChatGeneration(message=message)])

    def batch_as_completed(
        self,
        inputs: Sequence[LanguageModelInput],
        config: RunnableConfig | Sequence[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        check: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> Iterator[tuple[int, AIMessage]]:
        for number, entry in enumerate(inputs):
            if check is not None:
                check()
            (generation,) = self._generate(self._convert_input(entry).to_messages(), **kwargs).generations
            assert isinstance(generation.message, AIMessage)
            yield number, generation.message


class Remembering(GgufModel):
    """A model that knows which messages its prompts were made of, for a class that wants messages."""

    def __init__(self, path: Path, handle: Any) -> None:
        super().__init__(path, handle)
        self.messages: dict[tuple[int, ...], list[Message]] = {}

    def prompt(self, messages: Sequence[Message]) -> list[int]:
        tokens = super().prompt(messages)
        self.messages[tuple(tokens)] = list(messages)
        return tokens


def recorded(batcher: Batcher) -> dict[Request, Completion]:
    """What `batcher` writes from now on, by request."""
    written: dict[Request, Completion] = {}
    stream = batcher.stream

    def recording(
        requests: Sequence[Request], check: Callable[[], None] | None = None
    ) -> Iterator[tuple[int, Completion]]:
        opened = stream(requests, check)  # at once, as the Batcher does

        def noted() -> Iterator[tuple[int, Completion]]:
            for number, completion in opened:
                written[requests[number]] = completion
                yield number, completion

        return noted()

    batcher.stream = recording  # type: ignore[method-assign, assignment]
    return written


class Held:
    """A logits processor of the class: exactly one of some texts, token by token as a Choice of ours has it."""

    def __init__(self, choice: Choice, prompt: int, vocabulary: int) -> None:
        self._choice, self._seen = choice, prompt
        self._tokens = np.arange(vocabulary, dtype=np.int32)

    def __call__(self, ids: NDArray[np.int32], logits: NDArray[np.float32]) -> NDArray[np.float32]:
        for token in ids[self._seen :]:
            self._choice.accept(int(token))
        self._seen = len(ids)
        return np.where(self._choice.allowed(self._tokens), logits, np.float32(-np.inf))


class OneAtATimeBatcher:
    """The reference in the place of a starter's Batcher.

    The class tells no probabilities (it could, several times slower), and draws other samples from the same seed:
    these come from the record of ours, so that both sides ask for the same texts. `differing` are the greedy
    requests for which the class wrote another text, with that text; what follows is asked as after ours.
    """

    def __init__(
        self, pipeline: OneAtATime, model: Remembering, longest: int, written: dict[Request, Completion]
    ) -> None:
        self.model, self.longest = model, longest
        self._pipeline, self._written = pipeline, written
        self.differing: list[tuple[Request, str]] = []
        self.greedy = 0

    def close(self) -> None:
        """Free the class."""
        self._pipeline.close()

    def forget(self) -> None:
        """The class keeps no more than the last text."""

    def write(self, requests: Sequence[Request], check: Callable[[], None] | None = None) -> list[Completion]:
        """As Batcher.write."""
        return [completion for _, completion in self.stream(requests, check)]

    def stream(
        self, requests: Sequence[Request], check: Callable[[], None] | None = None
    ) -> Iterator[tuple[int, Completion]]:
        """As Batcher.stream, in the order of the requests."""
        for number, request in enumerate(requests):
            if check is not None:
                check()
            yield number, self._completion(request)

    def _completion(self, request: Request) -> Completion:
        held = Held(Choice(self.model, request.choices), len(request.prompt), self.model.vocabulary_size)
        reply = self._pipeline.reply(
            self.model.messages[request.prompt],
            grammar=request.grammar,
            logits_processor=LogitsProcessorList([held]) if request.choices else None,
            max_tokens=request.max_tokens,
            temperature=request.temperature,
            top_p=request.top_p,
            seed=request.seed,
        )
        ours = self._written.get(request)
        if ours is None:
            raise SystemExit("One at a time the starter asked for a text that ours did not ask for")
        if request.temperature > 0:
            return ours
        self.greedy += 1
        if reply.text != ours.text:
            self.differing.append((request, reply.text))
        return ours
