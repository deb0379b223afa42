"""What votes say: preferences between two of several sides, and how far a judge agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import recorded
from engine.project import messages, votes
from engine.project.votes import Judged, Vote
from engine.proof.agreement import agreed, preferred

if TYPE_CHECKING:
    from pathlib import Path

SIDES = ("base", "base_rag", "tuned", "tuned_rag")
TWO = ("tuned", "base")


def test_the_share_has_wilsons_interval() -> None:
    found = preferred([Vote(TWO, "tuned")] * 14 + [Vote(TWO[::-1], "base")] * 4 + [Vote(TWO, "neither")])
    assert found is not None
    assert (found.wins, found.decided, found.undecided) == (14, 18, 1)
    assert (found.share, found.low, found.high) == pytest.approx((0.778, 0.548, 0.910), abs=0.001)


def test_one_of_four_wins_against_each_other_that_was_shown() -> None:
    made = [Vote(SIDES, "base_rag"), Vote(("base", "tuned"), "tuned"), Vote(SIDES, "both")]
    found = preferred(made)
    assert found is not None
    assert (found.wins, found.decided, found.undecided) == (1, 1, 1)  # the first vote says nothing of these two
    against = preferred(made, "base_rag", "tuned")
    assert against is not None
    assert (against.wins, against.decided, against.undecided) == (1, 1, 1)
    assert preferred(made[1:2], "tuned", "base_rag") is None


@given(st.lists(st.tuples(st.permutations(SIDES), st.sampled_from([*SIDES, "both", "neither"]))))
def test_a_preference_turned_round_is_the_other_ones(made: list[tuple[list[str], str]]) -> None:
    cast = [Vote(tuple(shown), choice) for shown, choice in made]
    one, other = preferred(cast, "tuned", "base_rag"), preferred(cast, "base_rag", "tuned")
    assert (one is None) == (other is None)
    if one and other:
        assert one.wins + other.wins == one.decided
        assert one.share + other.share == pytest.approx(1)
        assert one.low <= one.share <= one.high


def test_a_judge_who_always_says_the_same_agrees_by_chance() -> None:
    found = agreed("j", [("tuned", "tuned")] * 6 + [("base", "tuned")] * 2)
    assert found is not None
    assert (found.same, found.n, found.share) == (6, 8, 0.75)
    assert found.kappa is not None
    assert found.kappa.value == pytest.approx(0)
    alike = agreed("j", [("tuned", "tuned"), ("base", "base")] * 5)
    assert alike is not None
    assert alike.kappa is not None
    assert alike.kappa.value == pytest.approx(1)
    assert agreed("j", []) is None
    nothing = agreed("j", [("tuned", "tuned")] * 3)
    assert nothing is not None
    assert nothing.kappa is None


def test_votes_and_what_judges_say_are_kept_by_run(tmp_path: Path) -> None:
    with recorded.project(tmp_path / "sample.hone") as project:
        for number, choice in enumerate(("tuned", "neither", "skipped", "base")):
            replies: dict[str, tuple[str, Any]] = {side: (f"{side} {number}", {}) for side in TWO}
            asked = messages.add(project, 1, "blind", f"Question {number}?", replies)
            votes.hide(project, 1, asked, TWO)
            votes.cast(project, asked, choice)
        found = votes.ballots(project, 1)
        assert [ballot.vote.choice for ballot in found] == ["tuned", "neither", "base"]
        assert found[0].replies == {"tuned": "tuned 0", "base": "base 0"}
        said = [Judged(found[0].id, "j", "tuned"), Judged(found[1].id, "j", "both"), Judged(found[2].id, "j", "", "?")]
        votes.add_judged(project, said)
        votes.add_judged(project, said[:1])
        assert votes.judged(project, "j") == {one.vote_id: one for one in said}
        assert votes.beside_judges(project, 1) == {"j": [("tuned", "tuned"), ("both", "both")]}
        assert votes.beside_judges(project, 2) == {}
        messages.remove(project, 1, "blind")
        assert votes.ballots(project) == []
        assert len(votes.made(project, 1)) == 3  # a vote outlives its question
        with pytest.raises(ValueError, match="run:3"):
            asked = messages.add(project, 1, "blind", "And?", {})
            votes.hide(project, 1, asked, TWO)
            votes.cast(project, asked, "run:3")
