"""Conversations, votes and references as the window reads them from the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import recorded
from engine.project import Project, messages, references, votes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with recorded.project(tmp_path / "sample.hone") as found:
        yield found


def say(project: Project, conversation: str, question: str) -> int:
    replies = {"base": ("b", {"tokens": 1}), "tuned": ("t", {"tokens": 2})}
    return messages.add(project, 1, conversation, question, replies, {"seed": 1})


def test_turns_are_read_in_portions(project: Project) -> None:
    numbers = [say(project, "new", f"question {n}") for n in range(5)]
    say(project, "other", "between")
    newest = messages.turns(project, 1, "new", limit=2)
    assert [turn.id for turn in newest] == numbers[3:]
    assert newest[0].question == "question 3"
    assert newest[0].replies["tuned"] == messages.Reply("t", {"tokens": 2})
    assert newest[0].asked == {"seed": 1}
    assert [turn.id for turn in messages.turns(project, 1, "new", before=numbers[3], limit=2)] == numbers[1:3]
    assert messages.turns(project, 1, "new", before=numbers[0]) == []
    assert messages.turns(project, 1, "nobody") == []
    assert [messages.turn(project, number) for number in numbers[3:]] == newest
    assert messages.turn(project, numbers[3] + 1) is None  # a reply


def test_conversations_come_newest_first_and_can_be_forgotten(project: Project) -> None:
    (main,) = messages.conversations(project, 1)
    assert main.turns == len(messages.turns(project, 1, "main"))
    number = say(project, "new", "First?")
    say(project, "new", "Second?")
    votes.hide(project, 1, number, ("tuned", "base"))
    votes.cast(project, number, votes.TUNED)
    found = messages.conversations(project, 1)
    assert [(one.name, one.title, one.turns) for one in found] == [
        ("new", "First?", 2),
        ("main", main.title, main.turns),
    ]
    messages.remove(project, 1, "new")
    assert [one.name for one in messages.conversations(project, 1)] == ["main"]
    assert votes.tally(project, 1)["tuned"] == 1


def test_a_hidden_question_takes_one_vote(project: Project) -> None:
    numbers = [say(project, "new", f"question {n}") for n in range(4)]
    for number in numbers:
        votes.hide(project, 1, number, ("base", "tuned"))
        votes.hide(project, 1, number, ("tuned", "base"))  # drawn once
    assert votes.of(project, numbers)[numbers[0]] == votes.Vote(("base", "tuned"), "")
    for number, choice in zip(numbers, (votes.BASE, votes.TUNED, votes.NEITHER, votes.SKIPPED), strict=True):
        votes.cast(project, number, choice)
    votes.cast(project, numbers[0], votes.TUNED)
    assert votes.tally(project, 1) == {"tuned": 1, "base": 1, "both": 0, "neither": 1}
    assert votes.of(project, numbers[:1]) == {numbers[0]: votes.Vote(("base", "tuned"), "base")}
    with pytest.raises(ValueError, match="perhaps"):
        votes.cast(project, numbers[0], "perhaps")


def test_suggestions_are_held_out_and_found_again(project: Project) -> None:
    found = references.suggested(project, 1, 6)
    assert len({one.question for one in found}) == 6
    for one in found:
        assert one.held_out
        assert references.reference(project, 1, f" {one.question}\n") == one
        assert one.place is not None
        page = project.value(
            "SELECT text FROM pages WHERE document_id = ? AND number = ?", one.place.document_id, one.place.page
        )
        assert page[one.place.start : one.place.end]
        assert one.place.document == "manual.pdf"
    assert references.reference(project, 1, "What is the meaning of life?") is None


def test_without_held_out_rows_others_are_suggested(project: Project) -> None:
    with project.transaction() as db:
        db.execute("DELETE FROM dataset_rows WHERE split != 'train'")
    assert {one.split for one in references.suggested(project, 1, 3)} == {"train"}
    assert not references.suggested(project, 1, 1)[0].held_out
    assert references.suggested(project, 2, 3) == []
