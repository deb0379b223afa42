"""A project of the sample manual, and the replies that a good writer would give about it.

A model of random weights writes noise. So that the tree of questions and answers does not depend on it, what it wrote
is thrown away and replaced by a prepared reply: the questions and answers that the starter wrote before, which were
accepted. The work of writing is done all the same, on both sides.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from pydantic import ConfigDict

from benchmarks.comparing import seconds
from engine.generate import write_pairs
from engine.index import IndexSpec, index
from engine.ingest import IngestSpec, ingest
from engine.jobs import Cancel
from engine.project import Project
from engine.resources import resource
from engine.retrieval import open_index
from engine.writers.opening import Wishes, open_writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from langchain_core.callbacks import CallbackManagerForLLMRun
    from langchain_core.language_models import LanguageModelInput
    from langchain_core.outputs import ChatResult
    from langchain_core.runnables import RunnableConfig

    from engine.writers.base import Writer
    from engine.writers.wanted import GenerateSpec

Pair = tuple[str, ...]  # question, answer, evidence, state, reason


@dataclass(frozen=True, slots=True)
class Fact:
    """What is asked of a chunk: its wordings, the first one first, and the sentence that answers them."""

    chunk: str
    questions: tuple[str, ...]
    answer: str


def sample_project(folder: Path) -> Path:
    """A new project in `folder`, with the sample manual read and indexed."""
    path = folder / "base.hone"
    Project.create(str(path)).close()
    manual = str(resource("samples", "manual.pdf"))
    ingest(IngestSpec(project=str(path), paths=(manual,)), _silent, Cancel())
    index(IndexSpec(project=str(path)), _silent, Cancel())
    return path


def write(base: Path, writer: Writer, spec: GenerateSpec) -> tuple[float, list[Pair]]:
    """Let `writer` write pairs in a copy of the project; returns the seconds of it, and its pairs (not the rules')."""
    path = base.with_name("copy.hone")
    shutil.copytree(base, path)
    try:
        with Project(str(path)) as project:
            found = open_index(project)
            took = seconds(lambda: write_pairs(project, spec, writer, found, _silent, Cancel()))
            rows = project.rows(
                "SELECT question, answer, facts.evidence, pairs.state, pairs.reason FROM pairs"
                " JOIN facts ON facts.id = fact_id WHERE facts.writer <> 'rules' ORDER BY chunk_id, position, wording"
            )
            return took, [tuple(map(str, row)) for row in rows]
    finally:
        shutil.rmtree(path)


def facts_of(base: Path, spec: GenerateSpec) -> list[Fact]:
    """What the starter asks of the same chunks, as far as it is accepted."""
    path = base.with_name("known.hone")
    shutil.copytree(base, path)
    writer = open_writer("starter", Wishes(wordings=spec.wordings))
    with Project(str(path)) as project:
        write_pairs(project, replace(spec, writer="starter"), writer, open_index(project), _silent, Cancel())
        rows = project.rows(
            "SELECT facts.id, chunks.text, answer, question FROM pairs JOIN facts ON facts.id = fact_id"
            " JOIN chunks ON chunks.id = chunk_id WHERE pairs.state = 'accepted' AND facts.writer <> 'rules'"
            " ORDER BY chunk_id, facts.position, wording"
        )
    questions: dict[tuple[int, str, str], list[str]] = {}
    for fact, text, answer, question in rows:
        questions.setdefault((fact, _plain(text), answer), []).append(question)
    writer.close()
    shutil.rmtree(path)
    return [Fact(text, tuple(asked), answer) for (_, text, answer), asked in questions.items()]


class Prepared(BaseChatModel):
    """Lets `model` write, and gives prepared replies instead."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    model: BaseChatModel
    facts: list[Fact]
    replies: int = 0
    ended: int = 0  # replies that did not go on until their longest

    @property
    def _llm_type(self) -> str:
        return "prepared"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        raise NotImplementedError("a ChatWriter asks for many at once")

    def batch_as_completed(
        self,
        inputs: Iterable[LanguageModelInput],
        config: RunnableConfig | Sequence[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        **kwargs: Any,
    ) -> Iterator[tuple[int, AIMessage]]:
        schema, inputs = kwargs["json_schema"], list(inputs)
        replies = self.model.batch_as_completed(inputs, None, return_exceptions=False, **kwargs)  # at once, if it can

        def replaced() -> Iterator[tuple[int, AIMessage]]:
            for number, reply in replies:
                assert isinstance(number, int)
                self.replies += 1
                self.ended += reply.response_metadata["finish_reason"] != "length"
                messages = [str(one.content) for one in self._convert_input(inputs[number]).to_messages()]
                yield number, AIMessage(json.dumps(prepared(messages, schema, self.facts)))

        return replaced()

    @property
    def writes_beside(self) -> bool:
        """Whether the model does."""
        return getattr(self.model, "writes_beside", False)


def prepared(messages: Sequence[str], schema: dict[str, Any], facts: Sequence[Fact]) -> dict[str, Any]:
    """The reply in the form of `schema`: questions of the chunk shown, other wordings of a question, or its answer."""
    form = schema["properties"]
    if "answer" in form:
        fact = _asked(messages[-1], facts)
        return {"answer": fact.answer, "evidence": fact.answer}
    many = form["questions"]["maxItems"]
    if "properties" not in form["questions"]["items"]:
        others = _asked(messages[-1], facts).questions[1:]
        return {"questions": list(others[:many])}
    told = [fact for fact in facts if fact.chunk in _plain(" ".join(messages))][:many]
    kinds = islice(cycle(form["questions"]["items"]["properties"]["kind"]["enum"]), len(told))
    return {"questions": [{"kind": k, "question": fact.questions[0]} for k, fact in zip(kinds, told, strict=True)]}


def _asked(message: str, facts: Sequence[Fact]) -> Fact:
    """The fact whose first question stands in the message; the longest, where one is part of another."""
    return max((fact for fact in facts if fact.questions[0] in message), key=lambda fact: len(fact.questions[0]))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _silent(_: object) -> None:
    """Takes the place of whoever listens to a job."""
