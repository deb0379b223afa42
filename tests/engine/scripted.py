"""A chat model that follows a script: it reads the prompts of `resources/prompts/en` and answers them by rules.

It lets tests follow a chat writer from chunk to judged pair without a model of several gigabytes.
"""

from __future__ import annotations

import json
import re
from itertools import cycle
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from langchain_core.callbacks import CallbackManagerForLLMRun
    from langchain_core.language_models import LanguageModelInput
    from langchain_core.runnables import RunnableConfig

_ATTRIBUTE = re.compile(r"The (?P<what>[a-z ]+) of the (?P<thing>[\w ]+?) is (?P<value>.+?)\.(?=\s|$)")
_COSTS = re.compile(r"The (?P<thing>[\w ]+?) costs (?P<value>\d+) euros\.")


class ScriptedChatModel(BaseChatModel):
    """Asks for prices and for `The X of the Y is Z`; every other question it asks is one that the checks reject."""

    invents: bool = False  # answers with a number that stands nowhere
    calls: int = 0

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        self.calls += 1
        value = self._reply(str(messages[-1].content), kwargs["json_schema"])
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=json.dumps(value)))])

    def batch_as_completed(
        self,
        inputs: Sequence[LanguageModelInput],
        config: RunnableConfig | Sequence[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        **kwargs: Any,
    ) -> Iterator[tuple[int, AIMessage]]:
        kwargs.pop("check")()
        for number, entry in enumerate(inputs):
            messages = self._convert_input(entry).to_messages()
            message = self._generate(messages, **kwargs).generations[0].message
            assert isinstance(message, AIMessage)
            yield number, message

    def _reply(self, prompt: str, schema: dict[str, Any]) -> dict[str, Any]:
        if prompt.startswith("Text:") and "questions" in schema["properties"]:
            items = schema["properties"]["questions"]
            if "properties" not in items["items"]:
                return {"questions": ["What is the colour of the thing in the text?"]}
            questions = self._questions(prompt, items["maxItems"])
            wanted = prompt.partition("Kinds wanted: ")[2].partition(".")[0].split(", ")
            return {"questions": [{"kind": k, "question": q} for k, q in zip(cycle(wanted), questions, strict=False)]}
        if prompt.startswith("Examples:"):
            return {"rows": self._rows(prompt, schema["properties"]["rows"]["maxItems"])}
        question = prompt.rpartition("Question: ")[2].splitlines()[0]
        if prompt.startswith("Question:"):
            other = question.replace("How much does", "What is the price: how much does")
            plain = question.rstrip("?")
            count = schema["properties"]["questions"]["maxItems"]
            return {"questions": [other, f"Please tell me: {plain}?", question.upper()][:count]}
        return self._answer(prompt, question)

    def _rows(self, prompt: str, count: int) -> list[dict[str, str]]:
        """Numbers to add in the manner of the examples; the last one repeats an example."""
        self.calls += 1
        numbers = re.findall(r"Input: (\d+) and (\d+)", prompt)
        made = [(int(a) + self.calls, int(b)) for a, b in numbers * count][: count - 1]
        new = [("Add up.", f"{a} and {b}", f"{a + b}.") for a, b in made]
        rows = [*new, ("Add up.", f"{numbers[0][0]} and {numbers[0][1]}", "No idea.")]
        return [dict(zip(("question", "input", "answer"), row, strict=True)) for row in rows]

    def _questions(self, prompt: str, count: int) -> list[str]:
        costs = [f"1. How much does the {found['thing']} cost?" for found in _COSTS.finditer(prompt)]
        rest = [f"**What is the {found['what']} of the {found['thing']}?**" for found in _ATTRIBUTE.finditer(prompt)]
        return (costs + rest + ["Where can I find more information about it?", "What about"] * count)[:count]

    def _answer(self, prompt: str, question: str) -> dict[str, str]:
        words = set(re.findall(r"[a-z]+", question.lower())) - {
            "how",
            "much",
            "does",
            "what",
            "is",
            "the",
            "of",
            "cost",
        }
        sentences = [found[0] for rule in (_COSTS, _ATTRIBUTE) for found in rule.finditer(prompt)]
        fitting = [text for text in sentences if words <= set(re.findall(r"[a-z]+", text.lower()))]
        if not fitting:
            return {"answer": "not mentioned", "evidence": "none"}
        answer = re.sub(r"\d+", "777", fitting[0]) if self.invents else fitting[0]
        return {"answer": answer, "evidence": fitting[0]}
