"""A judge chooses where a person voted: each two replies, both ways round, once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop import recorded
from engine import events
from engine.agree import AgreeSpec, agree
from engine.cli.main import main
from engine.errors import HoneError
from engine.jobs import Cancel
from engine.project import messages, votes
from tests.engine.chat_server import ChatServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder


def by_marks(number: int, body: dict[str, Any]) -> str:
    """The reply with more exclamation marks is better."""
    text = str(body["messages"][-1]["content"])
    replies = [line for line in text.splitlines() if line.startswith("Reply ")]
    first, second = (line.count("!") for line in replies[-2:])
    better = "same" if first == second else "A" if first > second else "B"
    return json.dumps({"reason": "", "better": better})


@pytest.fixture
def project(tmp_path: Path) -> str:
    """Votes on two and on four sides; a reply is the better the more exclamation marks it has."""
    cast = (
        ({"base": 1, "tuned": 2}, "tuned"),
        ({"base": 3, "tuned": 1}, "tuned"),
        ({"base": 2, "tuned": 2}, "neither"),
        ({"base": 1, "base_rag": 4, "tuned": 2, "tuned_rag": 3}, "base_rag"),
        ({"base": 1, "base_rag": 4, "tuned": 2, "tuned_rag": 4}, "both"),
        ({"base": 1, "tuned": 2}, "skipped"),
    )
    with recorded.project(tmp_path / "sample.hone") as found:
        for number, (marks, choice) in enumerate(cast):
            replies: dict[str, tuple[str, Any]] = {side: (f"Reply {side} {'!' * n}", {}) for side, n in marks.items()}
            asked = messages.add(found, 1, "blind", f"What is number {number}?", replies)
            votes.hide(found, 1, asked, tuple(marks))
            votes.cast(found, asked, choice)
        return str(found.path)


def test_the_judge_chooses_where_the_person_did(project: str, emit: Recorder) -> None:
    with ChatServer(by_marks) as server:
        agree(AgreeSpec(project=project, judge=server.address), emit, Cancel())
        told = emit.of(events.Artifact)[-1].data
        assert len(server.asked) == 2 * (1 + 1 + 1 + 6 + 6)
        assert (told["same"], told["n"], told["problems"]) == (4, 5, 0)
        assert told["kappa"]["low"] <= told["kappa"]["value"] <= told["kappa"]["high"]
        before = len(server.asked)
        agree(AgreeSpec(project=project, judge=server.address), emit, Cancel())
        assert len(server.asked) == before  # said once
        assert emit.of(events.Artifact)[-1].data == told


def test_what_a_judge_cannot_say_is_counted_and_asked_again(project: str, emit: Recorder) -> None:
    with ChatServer(lambda number, body: by_marks(number, body) if number > 1 else "Well!") as server:
        agree(AgreeSpec(project=project, judge=server.address), emit, Cancel())
        told = emit.of(events.Artifact)[-1].data
        assert told["n"] + told["problems"] == 5
        assert told["problems"] >= 1
        agree(AgreeSpec(project=project, judge=server.address), emit, Cancel())
        assert emit.of(events.Artifact)[-1].data["n"] == 5


def test_a_judge_that_says_nothing_and_votes_that_are_not_there(project: str, emit: Recorder) -> None:
    with ChatServer(lambda number, body: "Well!") as server:
        with pytest.raises(HoneError, match="gave no choice") as caught:
            agree(AgreeSpec(project=project, judge=server.address), emit, Cancel())
        assert "larger chat model" in caught.value.hint
        with pytest.raises(HoneError, match="no vote to judge"):
            agree(AgreeSpec(project=project, judge=server.address, run=2), emit, Cancel())
    with pytest.raises(HoneError, match="no judge"):
        agree(AgreeSpec(project=project), emit, Cancel())


def test_the_command_says_it_in_words(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    with ChatServer(by_marks) as server:
        assert main(["agree", project, "--judge", server.address]) == 0
        shown = capsys.readouterr().out
        assert "You preferred the tuned model to the base in 2 of 2 votes: 100%" in shown
        assert "chose the same in 4 of 5: 80%" in shown
        assert main(["agree", project, "--judge", server.address, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["same"] == 4
