"""Which pairs are trained and which are kept for the exam.

By wordings: every fact is trained, and some other wordings of it never are, so that the exam measures
whether the fact was learned and not the sentence. By rows: a plain seeded split, for imported datasets.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.dataset.checks import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TRAIN, VALID, TEST, UNSEEN = "train", "valid", "test", "unseen"
SPLITS = (TRAIN, VALID, TEST, UNSEEN)


@dataclass(frozen=True, slots=True)
class Member:
    """A pair as the split sees it: chunk is None for imported rows."""

    pair_id: int
    fact_id: int
    chunk_id: int | None
    wording: int
    question: str


def by_wordings(members: Sequence[Member], *, valid: float, test: float, unseen: float, seed: int) -> dict[int, str]:
    """Split of each pair id; `valid` and `test` are shares of the rows, `unseen` of the chunks.

    At least one wording of every fact that is not unseen is in train; a wording that is worded like a
    trained one is trained too, so the shares can be missed when facts have few wordings.
    """
    rng = random.Random(seed)
    apart = _unseen_chunks(members, unseen, rng)
    split = {member.pair_id: UNSEEN if member.chunk_id in apart else TRAIN for member in members}
    rest = [member for member in members if split[member.pair_id] == TRAIN]
    wanted = {TEST: round(test * len(rest)), VALID: round(valid * len(rest))}
    for member in _held_out_order(rest, rng):
        # The split that lacks the larger share of its rows takes the next one; test first.
        lacking = [name for name in (TEST, VALID) if wanted[name] > 0]
        if not lacking:
            break
        name = max(lacking, key=lambda name: wanted[name])
        split[member.pair_id] = name
        wanted[name] -= 1
    _train_what_is_worded_alike(rest, split)
    return split


def by_rows(members: Sequence[Member], *, valid: float, test: float, seed: int) -> dict[int, str]:
    """A plain seeded split: `valid` and `test` are shares of the rows, the rest is train."""
    ids = [member.pair_id for member in members]
    random.Random(seed).shuffle(ids)
    tests, valids = round(test * len(ids)), round(valid * len(ids))
    return {
        pair_id: TEST if place < tests else VALID if place < tests + valids else TRAIN
        for place, pair_id in enumerate(ids)
    }


def _unseen_chunks(members: Iterable[Member], share: float, rng: random.Random) -> set[int]:
    chunks = sorted({member.chunk_id for member in members if member.chunk_id is not None})
    return set(rng.sample(chunks, round(share * len(chunks)))) if share > 0 else set()


def _held_out_order(members: Sequence[Member], rng: random.Random) -> list[Member]:
    """Candidates in the order they are held out: one wording of every fact before a second of any.

    The first wording and, of facts with one wording, the only one, stay in train.
    """
    by_fact: dict[int, list[Member]] = {}
    for member in members:
        by_fact.setdefault(member.fact_id, []).append(member)
    rounds: list[list[Member]] = []
    for fact in by_fact.values():
        others = sorted(fact, key=lambda member: member.wording)[1:]
        rng.shuffle(others)
        for turn, member in enumerate(others):
            if turn == len(rounds):
                rounds.append([])
            rounds[turn].append(member)
    for one_each in rounds:
        rng.shuffle(one_each)
    return [member for one_each in rounds for member in one_each]


def _train_what_is_worded_alike(members: Sequence[Member], split: dict[int, str]) -> None:
    trained = {normalised(member.question) for member in members if split[member.pair_id] == TRAIN}
    for member in members:
        if split[member.pair_id] != TRAIN and normalised(member.question) in trained:
            split[member.pair_id] = TRAIN
