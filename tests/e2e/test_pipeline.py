"""A document goes in and a model that knows it comes out, command by command, with the starter models."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.terminal import DOCUMENT, done, events, hone

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


def test_export_answers_in_llama_cpp_alone(tuned: Path, tmp_path: Path) -> None:
    from llama_cpp import Llama

    done("export", tuned, "--gguf", tmp_path)
    (model,) = tmp_path.rglob("*.gguf")
    llama = Llama(str(model), n_ctx=256, n_threads=1, verbose=False)
    question = "How much does the Brivolt 40 weigh?"
    reply: Any = llama.create_chat_completion([{"role": "user", "content": question}], temperature=0, max_tokens=40)
    ours = json.loads(done("ask", tuned, question, "--temperature", "0", "--repetition-penalty", "1", "--json"))
    llama.close()
    assert _plain(reply["choices"][0]["message"]["content"]) == _plain(ours["tuned"])


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
