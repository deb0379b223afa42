"""What of the held-out rows could have been read off the trained ones, looked for apart from the split itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from engine.dataset.split import TEST, TRAIN, UNSEEN, VALID, Member, clustered
from engine.dataset.words import normalised

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 5
SENTENCES = {
    "same_wording": "The question is trained word for word.",
    "near_duplicate": "The question is trained in nearly the same words.",
    "untrained_fact": "The fact is not trained at all, so that the row does not measure learning.",
    "same_answer": "The answer is trained, under another question.",
    "same_section": "A trained fact was asked of the section, or has its evidence in it.",
}


@dataclass(frozen=True, slots=True)
class Leak:
    """A held-out pair that training can tell; `trained` is the pair that does, or None."""

    split: str
    kind: str
    pair_id: int
    trained: int | None


def leaks(members: Sequence[Member], split: dict[int, str]) -> list[Leak]:
    """Every leak of a split that was made by wordings; by rows, look at `same_wording` and `near_duplicate` only.

    Held-out wordings: the fact is trained, the wording is not, and no trained one is nearly the same.
    Unseen sections: no fact, wording or answer of them is trained, nor anything asked of their text.
    """
    inside = [member for member in members if member.pair_id in split]
    trained = [member for member in inside if split[member.pair_id] == TRAIN]
    facts = {member.fact_id for member in trained}
    words = {normalised(member.question): member.pair_id for member in reversed(trained)}
    answers = {normalised(member.answer): member.pair_id for member in reversed(trained) if member.answer}
    cluster = clustered(inside)
    near = {cluster[member.pair_id]: member.pair_id for member in reversed(trained)}
    sections = {unit: member.pair_id for member in reversed(trained) for unit in member.units}
    found: list[Leak] = []

    def note(member: Member, kind: str, by: int | None) -> None:
        found.append(Leak(split[member.pair_id], kind, member.pair_id, by))

    for member in inside:
        name = split[member.pair_id]
        if name == TRAIN:
            continue
        if (same := words.get(normalised(member.question))) is not None:
            note(member, "same_wording", same)
        elif (nearly := near.get(cluster[member.pair_id])) is not None:
            note(member, "near_duplicate", nearly)
        if name in (VALID, TEST) and member.fact_id not in facts:
            note(member, "untrained_fact", None)
        if name == UNSEEN:
            if (told := answers.get(normalised(member.answer))) is not None:
                note(member, "same_answer", told)
            if by := [sections[unit] for unit in sorted(member.units) if unit in sections]:
                note(member, "same_section", by[0])
    return found


def report(members: Sequence[Member], split: dict[int, str], way: str) -> dict[str, Any]:
    """{"way", "held_out": {split: rows}, "leaks": {split: {kind: number}}, "shown": the first few}, for a file."""
    wanted = set(SENTENCES) if way == "wordings" else {"same_wording", "near_duplicate"}
    found = [leak for leak in leaks(members, split) if leak.kind in wanted]
    names = [name for name in (VALID, TEST, UNSEEN) if name in split.values()]
    return {
        "way": way,
        "held_out": {name: sum(value == name for value in split.values()) for name in names},
        "leaks": {
            name: {
                kind: sum(leak.split == name and leak.kind == kind for leak in found)
                for kind in SENTENCES
                if kind in wanted
            }
            for name in names
        },
        "shown": [asdict(leak) for leak in found[:_SHOWN]],
    }
