"""A document goes in and a model that knows it comes out, command by command, with the starter models."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from engine.dataset.key_facts import key_facts, matches
from tests.e2e.terminal import DOCUMENT, done, events, hone, llama_alone

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def tuned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project taken through every step up to a fused model."""
    folder = tmp_path_factory.mktemp("pipeline")
    project, document = folder / "dryer.hone", folder / "dryer.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    done("new", project)
    done("ingest", project, document)
    done("generate", project)
    done("dataset", project)
    last = events(done("train", project, "--iterations", "80", "--samples", "1", "--json"))[-1]
    assert last["event"] == "Finished"
    done("fuse", project)
    return project


@pytest.fixture(scope="module")
def replies(tuned: Path) -> dict[str, str]:
    """What the tuned model says to sample questions."""
    asked = (
        "How much does the Brivolt 40 weigh?",
        "How often must the filter of the Brivolt 40 be cleaned?",
        "How long does the warranty of the Brivolt 40 last?",
        "What does a new drying cartridge cost?",
    )
    greedy = ("--temperature", "0", "--repetition-penalty", "1", "--json")
    return {question: json.loads(done("ask", tuned, question, *greedy))["tuned"] for question in asked}


def status(project: Path) -> dict[str, Any]:
    counts: dict[str, Any] = json.loads(done("status", project, "--json"))
    return counts


def test_status_counts_what_was_made(tuned: Path) -> None:
    counts = status(tuned)
    assert counts["documents"] == 1
    assert counts["chunks"] >= 1
    assert counts["pairs"]["accepted"] >= 20
    assert counts["pairs"]["asked"] == 0
    assert [run["state"] for run in counts["runs"]] == ["finished"]


def test_tuned_model_learned_and_base_did_not(tuned: Path) -> None:
    scores = json.loads(done("exam", tuned, "--trained", "--no-probe", "--no-noise", "--json"))
    assert scores["tuned"]["key_facts"] > scores["base"]["key_facts"] + 0.3
    assert scores["tuned"]["loss"] < scores["base"]["loss"]


def test_ask_prints_one_object(tuned: Path) -> None:
    reply = json.loads(done("ask", tuned, "How often must the filter of the Brivolt 40 be cleaned?", "--json"))
    assert set(reply) == {"question", "base", "tuned", "logit_delta"}
    assert reply["base"] != reply["tuned"]
    assert reply["logit_delta"] > 0


def test_chat_keeps_its_history(tuned: Path) -> None:
    result = hone("chat", tuned, stdin="How much does the Brivolt 40 weigh?\nAnd the tray?\n")
    assert result.returncode == 0, result.stderr
    assert "Tuned" in result.stdout


@pytest.mark.parametrize("quantisation", ["f16", "q8_0"])
def test_export_answers_in_llama_cpp_alone(
    tuned: Path, replies: dict[str, str], tmp_path: Path, quantisation: str
) -> None:
    """The same key facts as the tuned model, in a process that knows nothing of Hone."""
    done("export", tuned, "--gguf", tmp_path, "--quantisation", quantisation)
    (model,) = tmp_path.rglob("*.gguf")
    found = llama_alone(model, replies)
    for (question, ours), theirs in zip(replies.items(), found, strict=True):
        assert matches(theirs, key_facts(question, ours)), (question, ours, theirs)
    if quantisation == "f16":
        assert [_plain(reply) for reply in found] == [_plain(reply) for reply in replies.values()]


def test_the_same_document_twice_is_noticed(tuned: Path) -> None:
    document = tuned.parent / "copy of dryer.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    before = status(tuned)
    done("ingest", tuned, document)
    assert status(tuned)["documents"] == before["documents"]
    assert status(tuned)["chunks"] == before["chunks"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["status", "no-such.hone"], 1, "not a Hone project"),
        (["generate", "no-such.hone"], 1, "not a Hone project"),
        (["polish", "x.hone"], 2, "invalid choice"),
        (["train"], 2, "PROJECT"),
    ],
)
def test_exit_codes_and_words(arguments: list[str], code: int, words: str) -> None:
    result = hone(*arguments)
    assert result.returncode == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_steps_out_of_order_say_what_is_missing(tmp_path: Path) -> None:
    project = tmp_path / "empty.hone"
    done("new", project)
    for step in ("generate", "dataset", "train", "fuse", "exam"):
        result = hone(step, project)
        assert result.returncode == 1, step
        assert "hone " in result.stderr, f"{step} does not say what to do: {result.stderr}"
        assert "Traceback" not in result.stderr


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
