"""Which pairs are trained and which are kept for the exam.

By wordings: every fact is trained, and some other wordings of it never are, so that the exam measures
whether the fact was learned and not the sentence. Sections can be held out whole, to measure what spills
over to them. By rows: a plain seeded split, for imported datasets.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.dataset.alike import Known, clusters

if TYPE_CHECKING:
    from collections.abc import Sequence

TRAIN, VALID, TEST, UNSEEN = "train", "valid", "test", "unseen"
SPLITS = (TRAIN, VALID, TEST, UNSEEN)


@dataclass(frozen=True, slots=True)
class Member:
    """A pair as the split sees it.

    `units` are the sections (see engine.dataset.sections) that the fact was asked of and that its evidence
    stands in; none for imported rows.
    """

    pair_id: int
    fact_id: int
    units: frozenset[int]
    wording: int
    question: str
    answer: str = ""


def by_wordings(
    members: Sequence[Member],
    *,
    valid: float,
    test: float,
    unseen: float,
    seed: int,
    sizes: dict[int, int] | None = None,
) -> dict[int, str]:
    """Split of each pair id; `valid` and `test` are shares of the rows, `unseen` of the chunks.

    At least one wording of every fact that is not unseen is in train; a wording that is nearly a trained
    one is trained too, so the shares can be missed when facts have few wordings. They count the rows
    of facts with several wordings: imported rows beside them are trained and do not press the others out.
    `sizes` are the chunks of each unit, 1 when not given. A fact of an unseen section that a trained
    section or fact tells as well is in no split.
    """
    rng = random.Random(seed)
    apart, told = _unseen_facts(members, unseen, sizes or {}, rng)
    split = {m.pair_id: UNSEEN if m.fact_id in apart else TRAIN for m in members if m.fact_id not in told}
    rest = [member for member in members if split.get(member.pair_id) == TRAIN]
    wordings = Counter(member.fact_id for member in rest)
    several = sum(size for size in wordings.values() if size > 1)
    wanted = {TEST: _number(test, several), VALID: _number(valid, several)}
    cluster = clustered(rest)
    trained = Counter(cluster[member.pair_id] for member in rest)
    for member in _held_out_order(rest, rng):
        # The split that lacks the larger share of its rows takes the next one; test first.
        lacking = [name for name in (TEST, VALID) if wanted[name] > 0]
        if not lacking:
            break
        if trained[cluster[member.pair_id]] > 1:
            continue  # another one in nearly the same words is trained
        name = max(lacking, key=lambda name: wanted[name])
        split[member.pair_id] = name
        trained[cluster[member.pair_id]] -= 1
        wanted[name] -= 1
    return split


def by_rows(members: Sequence[Member], *, valid: float, test: float, seed: int) -> dict[int, str]:
    """A seeded split: `valid` and `test` are shares of the rows, to the row, the rest is train.

    Rows that ask nearly the same stay together, or a trained one would tell a held-out one; they are held out
    only where rows that are like no other do not fill the shares.
    """
    cluster = clustered(members)
    ids = [member.pair_id for member in members]
    random.Random(seed).shuffle(ids)
    together: dict[int, list[int]] = {}
    for pair_id in ids:
        together.setdefault(cluster[pair_id], []).append(pair_id)
    room = {TEST: _number(test, len(ids)), VALID: _number(valid, len(ids))}
    split = {}
    for alike in sorted(together.values(), key=lambda alike: len(alike) > 1):
        name = next((name for name, left in room.items() if left >= len(alike)), TRAIN)
        split.update(dict.fromkeys(alike, name))
        if name != TRAIN:
            room[name] -= len(alike)
    return split


def at_most(members: Sequence[Member], split: dict[int, str], wordings: int) -> dict[int, str]:
    """The split with at most so many trained wordings of each fact, the first ones; the others are in no split."""
    kept = dict(split)
    trained: defaultdict[int, int] = defaultdict(int)
    for member in sorted(members, key=lambda member: (member.fact_id, member.wording)):
        if split.get(member.pair_id) == TRAIN:
            trained[member.fact_id] += 1
            if trained[member.fact_id] > wordings:
                del kept[member.pair_id]
    return kept


def clustered(members: Sequence[Member]) -> dict[int, int]:
    """For each pair id a number that it shares with the pairs asked in nearly the same words."""
    found = clusters([(member.fact_id, member.question) for member in members])
    return {member.pair_id: cluster for member, cluster in zip(members, found, strict=True)}


def _number(share: float, rows: int) -> int:
    """At least one row where some are wanted."""
    return max(round(share * rows), 1) if share > 0 else 0


def _unseen_facts(
    members: Sequence[Member], share: float, sizes: dict[int, int], rng: random.Random
) -> tuple[set[int], set[int]]:
    """Facts that touch a section that is held out: those that are unseen, and those that go into no split.

    The latter stand in a trained section too, or a trained fact tells the same.
    """
    units = sorted({unit for member in members for unit in member.units})
    if share <= 0 or len(units) < 2:
        return set(), set()
    held_out = _drawn(units, share, sizes, rng)
    apart = {member.fact_id for member in members if member.units & held_out}
    trained = [member for member in members if member.fact_id not in apart]
    known = Known(text for member in trained for text in (member.question, member.answer))
    inside = [member for member in members if member.fact_id in apart]
    told = {m.fact_id for m in inside if m.units - held_out or known.has(m.question) or known.has(m.answer)}
    return apart - told, told


def _drawn(units: list[int], share: float, sizes: dict[int, int], rng: random.Random) -> frozenset[int]:
    """Sections by chance up to `share` of the chunks; one that would take too many is passed over."""
    order = rng.sample(units, len(units))
    wanted = _number(share, sum(sizes.get(unit, 1) for unit in units))
    chosen: list[int] = []
    for unit in order:
        if sizes.get(unit, 1) <= wanted and len(chosen) < len(units) - 1:
            chosen.append(unit)
            wanted -= sizes.get(unit, 1)
    return frozenset(chosen or [min(order, key=lambda unit: sizes.get(unit, 1))])


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
