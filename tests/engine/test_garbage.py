"""Writers that write rubbish: generate ends early, shows what they wrote, and keeps what was there."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from langchain_core.messages import AIMessage

from engine import events
from engine.errors import HoneError
from engine.project import Project
from engine.project import pairs as stored
from engine.resources import starter_gguf
from engine.writers import starter as starter_module
from engine.writers.chat import ChatWriter
from engine.writers.opening import Wishes, open_writer
from tests.engine import papers
from tests.engine.gguf_files import rewritten
from tests.engine.scripted import ScriptedChatModel
from tests.engine.test_generate import run, scripted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Recorder

_THINGS = ("pump", "boiler", "scanner", "grinder", "ladder", "kettle", "press", "winch", "drill", "stove")
LONG = tuple(
    (
        f"The weight of the {color} {thing} is {11 + 7 * i + 3 * j} kilograms.",
        f"The {color} {thing} costs {20 + 13 * i + 5 * j} euros.",
    )
    for i, color in enumerate(("red", "blue", "green", "white", "black"))
    for j, thing in enumerate(_THINGS)
)


class Rubbish(ScriptedChatModel):
    """Says what `says` makes of the prompt, the JSON schema and the number of the call."""

    says: Any
    finish: str = "stop"

    def _generate(self, messages: Any, stop: Any = None, run_manager: Any = None, **kwargs: Any) -> Any:
        result = super()._generate(messages, stop, run_manager, **kwargs)
        text = self.says(str(messages[-1].content), kwargs["json_schema"], self.calls)
        result.generations[0].message = AIMessage(content=text, response_metadata={"finish_reason": self.finish})
        return result


def formed(schema: dict[str, Any], question: str, answer: str = "x", evidence: str = "x") -> str:
    """A reply in the right form."""
    if "questions" in schema["properties"]:
        return json.dumps({"questions": [question] * schema["properties"]["questions"]["maxItems"]})
    return json.dumps({"answer": answer, "evidence": evidence})


def random_bytes(prompt: str, schema: dict[str, Any], call: int) -> str:
    return random.Random(call).randbytes(200).decode("latin-1")


def bytes_in_form(prompt: str, schema: dict[str, Any], call: int) -> str:
    noise = random.Random(call).randbytes(60).decode("latin-1")
    return formed(schema, noise, noise, noise)


def same(prompt: str, schema: dict[str, Any], call: int) -> str:
    fact = "The weight of the red pump is 11 kilograms."
    return formed(schema, "What is the weight of the red pump?", fact, fact)


def french(prompt: str, schema: dict[str, Any], call: int) -> str:
    asked = (
        f"Quel est le poids de la machine numéro {call} dans le manuel ?",
        f"Combien coûte une pompe qui est livrée avec le moteur {call} et pour quelle durée ?",
        f"Que faut-il faire sur la machine {call} plus une fois par an au lieu de ce qui est écrit ?",
    )
    return formed(schema, asked[call % 3], "Il est de 4 kg.", "le")


CASES: dict[str, tuple[Callable[[str, dict[str, Any], int], str], str, str]] = {
    "random bytes": (random_bytes, "not in the form", ""),
    "random bytes in the right form": (bytes_in_form, "", ""),
    "empty": (lambda *_: "", "not in the form", "reply is empty"),
    "spaces": (lambda *_: " \n\t ", "not in the form", "reply is empty"),
    "empty texts": (lambda _, schema, __: formed(schema, "", "", ""), "", ""),
    "the same text": (same, "the same whatever", "red pump"),
    "no JSON": (lambda *_: "Sure! Here are some great questions:", "not in the form", "Sure! Here are"),
    "another language": (french, "another language (fr)", "machine"),
    "half letters": (lambda _, schema, __: formed(schema, "\udce9 \ud800?", "\udce9", "\udce9"), "", "?"),
    "a list": (lambda *_: "[1, 2, 3]", "not in the form", "[1, 2, 3]"),
    "null": (lambda *_: '{"questions": null, "answer": null, "evidence": null}', "not in the form", "null"),
    "a text for a list": (lambda *_: '{"questions": "What?"}', "not in the form", "What?"),
    "numbers": (lambda *_: '{"questions": [1, 2.5, {"a": []}], "answer": 7, "evidence": []}', "", ""),
    "a number of thousands of digits": (lambda *_: "9" * 6000, "not in the form", "999"),
    "brackets without end": (lambda *_: "[" * 50_000, "not in the form", "[[["),
}


@pytest.fixture
def project(project_path: str) -> Iterator[Project]:
    with Project(project_path) as opened:
        papers.add(opened, "long.txt", LONG)
        yield opened


def rubbish(says: Any, **fields: Any) -> tuple[ChatWriter, Rubbish]:
    model = Rubbish(says=says, **fields)
    return ChatWriter(model, name="rubbish", questions=2, wordings=2), model


@pytest.mark.parametrize("case", CASES)
def test_rubbish_ends_early_and_is_shown(project: Project, emit: Recorder, case: str) -> None:
    says, symptom, shown = CASES[case]
    writer, model = rubbish(says)
    with pytest.raises(HoneError, match="rubbish writes nothing that can be used") as caught:
        run(project, writer, emit)
    assert symptom in caught.value.hint
    assert shown in caught.value.hint
    assert "for example" in caught.value.hint
    assert "--writer FILE.gguf" in caught.value.hint
    assert caught.value.hint.isprintable()
    assert len(caught.value.hint) < 1200
    assert model.calls < 200  # of 300 for the whole
    assert project.value("SELECT count(DISTINCT chunk_id) FROM facts") <= 24
    assert project.value("SELECT state FROM generations") == "failed"
    assert not emit.of(events.Artifact)


def test_replies_without_end(project: Project, emit: Recorder) -> None:
    writer, _ = rubbish(lambda *_: '{"questions": ["' + "the the " * 500, finish="length")
    with pytest.raises(HoneError, match="writes nothing") as caught:
        run(project, writer, emit)
    assert "--max-tokens" in caught.value.hint
    assert "the the the" in caught.value.hint


@pytest.mark.parametrize("case", ["empty", "the same text", "no JSON", "another language"])
def test_the_ask_stage_notices_too(project: Project, emit: Recorder, case: str) -> None:
    writer, model = rubbish(CASES[case][0])
    with pytest.raises(HoneError, match="writes nothing") as caught:
        run(project, writer, emit, stage="ask")
    assert CASES[case][2] in caught.value.hint
    assert model.calls <= 100


def test_what_was_accepted_stays(project: Project, emit: Recorder) -> None:
    run(project, scripted(), emit, sample=4)
    before = [tuple(row) for row in project.rows("SELECT * FROM pairs ORDER BY id")]
    writer, _ = rubbish(CASES["no JSON"][0])
    with pytest.raises(HoneError, match="writes nothing"):
        run(project, writer, emit)
    assert [tuple(row) for row in project.rows("SELECT * FROM pairs ORDER BY id")][: len(before)] == before
    run(project, scripted(), emit, target=60)  # a better writer goes on
    assert stored.counts(project)["accepted"] >= 60


def test_a_writer_that_breaks_later(project: Project, emit: Recorder) -> None:
    """A writer that could be read and then cannot, for long, is stopped too."""
    good = ScriptedChatModel()

    def says(prompt: str, schema: dict[str, Any], call: int) -> str:
        return json.dumps(good._reply(prompt, schema)) if call <= 40 else "!!!!!!!!"

    writer, model = rubbish(says)
    with pytest.raises(HoneError, match="writes nothing") as caught:
        run(project, writer, emit, questions_per_chunk=4)
    assert "!!!!!!!!" in caught.value.hint
    assert stored.counts(project)["accepted"] > 4


def test_a_weak_writer_is_not_rubbish(project: Project, emit: Recorder) -> None:
    """One fact in ten comes to something: that is little, and it is kept."""
    good = ScriptedChatModel()

    def says(prompt: str, schema: dict[str, Any], call: int) -> str:
        return json.dumps(good._reply(prompt, schema)) if "blue scanner" in prompt or "pump" in prompt else "no"

    writer, _ = rubbish(says)
    run(project, writer, emit)
    assert 4 <= stored.counts(project)["accepted"] <= 30


def test_a_proven_writer_may_fail_at_what_is_left(project: Project, emit: Recorder) -> None:
    run(project, scripted(), emit, sample=4)
    with pytest.raises(HoneError, match="No pair was accepted"):
        run(project, scripted(invents=True), emit)


@pytest.mark.parametrize("as_chat", [False, True])
def test_real_model_with_random_weights(
    project_path: str, emit: Recorder, tmp_path: Path, as_chat: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held to JSON or to the forms of a question by grammar, noise is still noise."""
    monkeypatch.setattr(starter_module, "_SAMPLES", 1)  # noise does not end by itself: a dozen long tries take long
    monkeypatch.setattr(starter_module, "_QUESTION_TOKENS", 12)
    path = rewritten(starter_gguf(), tmp_path / "noise.gguf", {"llama.context_length": 4096}, seed=3)
    writer = open_writer(path, Wishes(questions=2, wordings=1, max_tokens=64), as_chat=as_chat)
    with Project(project_path) as project:
        papers.add(project, "long.txt", LONG if as_chat else LONG[:5])
        try:
            with pytest.raises(HoneError, match="writes nothing that can be used") as caught:
                run(project, writer, emit, wordings=1, questions_per_chunk=2)
        finally:
            writer.close()
        assert "for example" in caught.value.hint
        assert caught.value.hint.isprintable()
        assert stored.counts(project)["accepted"] == 0
        assert project.value("SELECT count(DISTINCT chunk_id) FROM facts") <= 16
