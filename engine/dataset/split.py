"""Which pairs are trained and which are kept for the exam.

By wordings: every fact is trained, and some other wordings of it never are, so that the exam measures
whether the fact was learned and not the sentence. By rows: a plain seeded split, for imported datasets.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.dataset.words import normalised

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    answer: str = ""


def by_wordings(members: Sequence[Member], *, valid: float, test: float, unseen: float, seed: int) -> dict[int, str]:
    """Split of each pair id; `valid` and `test` are shares of the rows, `unseen` of the chunks.

    At least one wording of every fact that is not unseen is in train; a wording that is worded like a
    trained one is trained too, so the shares can be missed when facts have few wordings. They count the rows
    of facts with several wordings: imported rows beside them are trained and do not press the others out.
    """
    rng = random.Random(seed)
    apart = _unseen_facts(members, unseen, rng)
    split = {member.pair_id: UNSEEN if member.fact_id in apart else TRAIN for member in members}
    rest = [member for member in members if split[member.pair_id] == TRAIN]
    sizes = Counter(member.fact_id for member in rest)
    several = sum(size for size in sizes.values() if size > 1)
    wanted = {TEST: _number(test, several), VALID: _number(valid, several)}
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
    """A seeded split: `valid` and `test` are shares of the rows, the rest is train.

    A row that asks the same as a trained one is trained too: it would measure memory.
    """
    ids = [member.pair_id for member in members]
    random.Random(seed).shuffle(ids)
    tests, valids = _number(test, len(ids)), _number(valid, len(ids))
    split = {
        pair_id: TEST if place < tests else VALID if place < tests + valids else TRAIN
        for place, pair_id in enumerate(ids)
    }
    _train_what_is_worded_alike(members, split)
    return split


def _number(share: float, rows: int) -> int:
    """At least one row where some are wanted."""
    return max(round(share * rows), 1) if share > 0 else 0


def _unseen_facts(members: Sequence[Member], share: float, rng: random.Random) -> set[int]:
    """Facts of the chunks that are held out; what a trained fact asks or answers too is not unseen."""
    chunks = sorted({member.chunk_id for member in members if member.chunk_id is not None})
    if share <= 0 or len(chunks) < 2:
        return set()
    apart = set(rng.sample(chunks, min(_number(share, len(chunks)), len(chunks) - 1)))
    unseen = {member.fact_id for member in members if member.chunk_id in apart}
    unseen -= {member.fact_id for member in members if member.chunk_id not in apart}
    while True:
        seen = [member for member in members if member.fact_id not in unseen]
        known = {normalised(text) for member in seen for text in (member.question, member.answer)} - {""}
        told = {
            member.fact_id
            for member in members
            if member.fact_id in unseen and {normalised(member.question), normalised(member.answer)} & known
        }
        if not told:
            return unseen
        unseen -= told


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
