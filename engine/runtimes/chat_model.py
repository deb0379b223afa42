"""A GGUF writer as a langchain-core chat model whose `batch` really writes many replies at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda
from pydantic import BaseModel, ConfigDict, ValidationError

from engine.errors import HoneError
from engine.runtimes.batching import Batcher, Completion, Request
from engine.runtimes.constraints import schema_grammar
from engine.runtimes.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from langchain_core.callbacks import CallbackManagerForLLMRun


class GgufChatModel(BaseChatModel):
    """Replies of the model behind `batcher`.

    `invoke`, `batch` and `bind` take `temperature`, `top_p`, `seed`, `max_tokens` and one of `grammar`
    (GBNF) and `json_schema`. A form that does not compile raises HoneError; nothing falls back.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    writes_beside: ClassVar[bool] = True  # what is asked for while other replies are being written joins them

    batcher: Batcher
    max_tokens: int = 512
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0

    @property
    def _llm_type(self) -> str:
        return "hone-gguf"

    def request(self, messages: Sequence[BaseMessage], **options: Any) -> Request:
        """The request for one conversation; options as for `invoke`."""
        if unknown := sorted(set(options) - {"temperature", "top_p", "seed", "max_tokens", "grammar", "json_schema"}):
            raise HoneError(f"The writer has no option {unknown[0]}")
        schema = options.get("json_schema")
        return Request(
            prompt=tuple(self.batcher.model.prompt(spoken(messages))),
            max_tokens=options.get("max_tokens", self.max_tokens),
            temperature=options.get("temperature", self.temperature),
            top_p=options.get("top_p", self.top_p),
            seed=options.get("seed", self.seed),
            grammar=schema_grammar(schema) if schema is not None else options.get("grammar", ""),
        )

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        if stop:
            raise HoneError("The writer knows no stop words", "Use a grammar to say where a reply ends.")
        (completion,) = self.batcher.write([self.request(messages, **kwargs)])
        return ChatResult(generations=[ChatGeneration(message=_reply(completion))])

    def batch(
        self,
        inputs: list[LanguageModelInput],
        config: RunnableConfig | list[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        **kwargs: Any,
    ) -> list[AIMessage]:
        """Replies to all inputs, in their order, written together; `config` (callbacks, tags) is not used."""
        found = dict(self.batch_as_completed(inputs, None, **kwargs))
        return [found[number] for number in range(len(inputs))]

    def batch_as_completed(
        self,
        inputs: Sequence[LanguageModelInput],
        config: RunnableConfig | Sequence[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        check: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> Iterator[tuple[int, AIMessage]]:
        """Yield (number of the input, reply) as they are finished; `check` is called often and may raise to stop.

        They are written beside what was asked for before and is not finished: called several times before the first
        reply is taken, it writes all of them together.
        """
        requests = [self.request(self._convert_input(entry).to_messages(), **kwargs) for entry in inputs]
        stream = self.batcher.stream(requests, check)
        return ((number, _reply(completion)) for number, completion in stream)

    def with_structured_output(
        self, schema: dict[str, Any] | type, *, include_raw: bool = False, **kwargs: Any
    ) -> Runnable[LanguageModelInput, Any]:
        """Replies as values of a JSON schema (dicts) or of a pydantic class, held to it by grammar.

        Raises HoneError when a reply was cut before it was whole, or breaks a rule of the class.
        """
        if include_raw or kwargs:
            raise HoneError("The writer's structured output takes a schema only")
        is_class = isinstance(schema, type) and issubclass(schema, BaseModel)
        form = schema.model_json_schema() if is_class else schema  # type: ignore[union-attr]

        def parse(message: AIMessage) -> Any:
            value = read_json(message)
            try:
                return schema.model_validate(value) if is_class else value  # type: ignore[union-attr]
            except ValidationError as error:  # bounds and the like, which a grammar cannot hold
                wrong = error.errors()[0]
                raise HoneError("The writer's reply does not fit its form", f"{wrong['msg']}: try again.") from error

        return self.bind(json_schema=form) | RunnableLambda(parse)


def read_json(message: AIMessage) -> Any:
    """The value in a reply that was held to a JSON schema; raises HoneError when it was cut at its longest."""
    try:
        return json.loads(str(message.content), strict=False)
    except (ValueError, RecursionError) as error:  # no JSON, numbers of thousands of digits, brackets without end
        finish = message.response_metadata.get("finish_reason")
        raise HoneError("A reply of the writer was cut", f"It ended by {finish}: allow more tokens.") from error


def _reply(completion: Completion) -> AIMessage:
    return AIMessage(
        content=completion.text,
        response_metadata={"finish_reason": completion.finish, "logprob": completion.logprob},
    )
