"""All figures of an exam as plain JSON, with intervals, and the verdict; each is recomputable from what is stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.project.exams import (
    BASE,
    BASE_RAG,
    MAIN,
    NOISE,
    TUNED,
    TUNED_RAG,
    Answer,
    Judgement,
    Preference,
    ProbeAnswer,
    asked_sides,
)
from engine.proof import sentences, statistics
from engine.proof.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

VERSION = 1
PAIRS = ((TUNED, BASE), (TUNED, BASE_RAG), (BASE_RAG, BASE), (TUNED_RAG, BASE_RAG), (TUNED_RAG, TUNED))
# What each figure is at most, where it is 0 at least; None for losses, of which less is better.
MOST: dict[str, float | None] = {
    "key_facts": 1.0,
    "token_f1": 1.0,
    "rouge_l": 1.0,
    "loss": None,
    "perplexity": None,
    "judge": 100.0,
}
KEY_FACTS, LOSS, PERPLEXITY, JUDGE = "key_facts", "loss", "perplexity", "judge"
SKILLS = ("writing", "picking")  # suites of the probe: what the starter was made for, asked of the base only later on

_TELLING = 4  # letters of key facts; fewer are said by chance

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the fact it is about, and the figures of each side."""

    answer: Answer
    fact: Hashable
    figures: dict[str, dict[str, float]]


def results(
    answers: Sequence[Answer],
    judgements: Sequence[Judgement],
    preferences: Sequence[Preference],
    probe: Sequence[ProbeAnswer],
    *,
    trained: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Every figure of an exam, finished or not; what was not measured is absent or None.

    `trained` may tell of the run: epochs, rows, wordings, iterations, preset, rank, base_parameters, replay,
    best_iteration; the verdict's advice takes it into account.
    """
    judge = _judge_of(judgements)
    marks: dict[int, dict[str, float]] = {}
    for each in judgements:
        if each.judge == judge and each.score is not None:  # those without are counted, see `_judged`
            marks.setdefault(each.position, {})[each.side] = each.score
    asked = [_Asked(answer, fact_of(answer), _figures(answer, marks.get(answer.position, {}))) for answer in answers]
    sides = asked_sides(answers)
    splits = {split: [each for each in asked if each.answer.split == split] for split in _splits(answers)}
    main = next(iter(splits), "")
    first = splits.get(main, [])
    found: dict[str, Any] = {
        "version": VERSION,
        "trained": trained or {},
        "split": main,
        "questions": len(asked),
        "sides": list(sides),
        "splits": {split: _split(part, sides) for split, part in splits.items()},
        "sections": _grouped(first, sides, "section"),
        "kinds": _grouped(first, sides, "kind"),
        "noise": _noise(first),
        "changed": _changed(first, asked),
        "probe": _probe(probe),
        "judge": _judged(judgements, preferences, judge),
    }
    return {**found, "verdict": verdict(found, trained)}


def fact_of(answer: Answer) -> Hashable:
    """What makes questions depend on each other: their fact.

    Older answers do not tell it; there, wordings of one fact have one reference. Questions of a file stand alone.
    """
    if answer.fact_id is not None:
        return answer.fact_id
    if answer.pair_id is not None and answer.reference:
        return ("reference", answer.reference)
    return ("question", answer.position)


def _splits(answers: Sequence[Answer]) -> list[str]:
    asked = dict.fromkeys(answer.split for answer in answers)
    return [*(split for split in MAIN if split in asked), *(split for split in asked if split not in MAIN)]


def _figures(answer: Answer, marks: dict[str, float]) -> dict[str, dict[str, float]]:
    """The figures of each side that it has; a judge's score is 0 where none could be had."""
    found: dict[str, dict[str, float]] = {}
    for side, scores in answer.scores.items():
        found[side] = {name: float(value) for name, value in scores.items() if value is not None and name in MOST}
        if LOSS in found[side]:
            found[side][PERPLEXITY] = found[side][LOSS]  # its mean is transformed, see `_mean`
    for side, mark in marks.items():
        found.setdefault(side, {})[JUDGE] = mark
    return found


# -- means and differences ----------------------------------------------------------------------------------


def _split(asked: Sequence[_Asked], sides: Sequence[str]) -> Figures:
    means: dict[str, Figures] = {side: {} for side in sides}
    pairs: dict[str, Figures] = {}
    for figure in MOST:
        for side in sides:
            if found := _mean(asked, side, figure):
                means[side][figure] = found
        for ours, theirs in PAIRS:
            if found := _pair(asked, ours, theirs, figure):
                pairs.setdefault(f"{ours}-{theirs}", {})[figure] = found
    return {"n": len(asked), "facts": len({each.fact for each in asked}), "sides": means, "pairs": pairs}


def _mean(asked: Sequence[_Asked], side: str, figure: str) -> Figures | None:
    """{"mean", "low", "high", "n"}, or None where the side has no such figure."""
    known = [each for each in asked if figure in each.figures.get(side, {})]
    if not known:
        return None
    values, facts = [each.figures[side][figure] for each in known], [each.fact for each in known]
    if figure == PERPLEXITY:
        found = statistics.perplexity(values, facts)
    else:
        found = statistics.mean(values, facts, MOST[figure])
    return {"mean": found.value, "low": found.low, "high": found.high, "n": found.n}


def _pair(asked: Sequence[_Asked], ours: str, theirs: str, figure: str) -> Figures | None:
    """The paired difference with its interval, win, tie and loss; None where no question has both."""
    known = [each for each in asked if all(figure in each.figures.get(side, {}) for side in (ours, theirs))]
    if not known:
        return None
    facts = [each.fact for each in known]
    mine, others = ([each.figures[side][figure] for each in known] for side in (ours, theirs))
    if figure == PERPLEXITY:
        found = statistics.perplexity_difference(mine, others, facts)
    else:
        found = statistics.difference(mine, others, facts, MOST[figure])
    duel = statistics.outcomes(mine, others, facts, less_is_better=MOST[figure] is None)
    return {
        **_ends(found),
        "win": duel.win,
        "tie": duel.tie,
        "loss": duel.loss,
        "win_share": duel.share,
        "win_low": duel.low,
        "win_high": duel.high,
        "n": found.n,
    }


def _ends(found: statistics.Interval) -> Figures:
    return {"difference": found.value, "low": found.low, "high": found.high}


def _grouped(asked: Sequence[_Asked], sides: Sequence[str], by: str) -> list[Figures]:
    """Key facts by section or kind, in the order of the questions; nothing where no question tells it."""
    groups: dict[Any, list[_Asked]] = {}
    for each in asked:
        groups.setdefault(getattr(each.answer, by), []).append(each)
    if not any(groups):
        return []
    found = []
    for name, part in groups.items():
        means = {side: told for side in sides if (told := _mean(part, side, KEY_FACTS))}
        apart = _pair(part, TUNED, BASE, KEY_FACTS)
        title = list(name) if by == "section" else name
        found.append({by: title, "n": len(part), "sides": means, "difference": apart})
    return found


def _noise(asked: Sequence[_Asked]) -> dict[str, Figures] | None:
    """How far chance alone carries: the base asked twice; None where it was not."""
    found: dict[str, Figures] = {}
    for figure in MOST:
        known = [each for each in asked if all(figure in each.figures.get(side, {}) for side in NOISE)]
        if known and figure != PERPLEXITY:
            first, second = ([each.figures[side][figure] for each in known] for side in NOISE)
            floor = statistics.noise_floor(first, second, [each.fact for each in known])
            found[figure] = {"floor": floor, "n": len(known)}
    return found or None


def _changed(first: Sequence[_Asked], asked: Sequence[_Asked]) -> dict[str, int] | None:
    """How many of the main split's questions the tuned model answers in other words than the base.

    "confused" and "base_confused" count wrong replies with the key facts of another question of the exam.
    """
    both = [each for each in first if BASE in each.answer.replies and TUNED in each.answer.replies]
    if not both:
        return None
    differ = sum(each.answer.replies[BASE] != each.answer.replies[TUNED] for each in both)
    known: dict[tuple[str, ...], set[Hashable]] = {}  # key facts, in their first spelling, with the facts they are of
    for each in asked:
        keys = tuple(spellings[0].casefold() for spellings in each.answer.key_facts)
        if sum(map(len, keys)) >= _TELLING:
            known.setdefault(keys, set()).add(each.fact)
    mixed = {side: sum(_confused(each, side, known) for each in both) for side in (BASE, TUNED)}
    return {"n": len(both), "differ": differ, "confused": mixed[TUNED], "base_confused": mixed[BASE]}


def _confused(asked: _Asked, side: str, known: Mapping[tuple[str, ...], set[Hashable]]) -> bool:
    """Whether a wrong reply says what another question wants, and neither its own question nor its answer has."""
    if asked.figures.get(side, {}).get(KEY_FACTS, 1.0) >= 1:
        return False
    said = asked.answer.replies[side].casefold()
    own = f"{asked.answer.question} {asked.answer.reference}".casefold()
    for keys, facts in known.items():
        if keys[0] in said and asked.fact not in facts and all(key in said and key not in own for key in keys):
            return True
    return False


# -- what was lost ------------------------------------------------------------------------------------------


def _probe(probe: Sequence[ProbeAnswer]) -> Figures | None:
    """Base against tuned, by suite and language, all questions together, and the loss on general text."""
    asked = [each for each in probe if _both(each, "right")]
    texts = [each for each in probe if _both(each, LOSS)]
    if not asked and not texts:
        return None
    general = [each for each in asked if each.suite not in SKILLS]
    skills = [each for each in asked if each.suite in SKILLS]
    return {
        "suites": _suites(asked, "right"),
        "questions": _lost(general, "right"),
        "skills": _lost(skills, "right"),
        "text": _lost(texts, LOSS),
        "texts": _suites(texts, LOSS),
    }


def _both(answer: ProbeAnswer, figure: str) -> bool:
    return all(answer.scores.get(side, {}).get(figure) is not None for side in (BASE, TUNED))


def _suites(probe: Sequence[ProbeAnswer], figure: str) -> list[Figures]:
    groups: dict[tuple[str, str], list[ProbeAnswer]] = {}
    for each in probe:
        groups.setdefault((each.suite, each.language), []).append(each)
    lost = {group: _lost(part, figure) or {} for group, part in groups.items()}
    return [  # where the base got nothing right there is nothing to lose, which is no proof that nothing was lost
        {"suite": suite, "language": language, "nothing_to_lose": found["base"] == 0, **found}
        for (suite, language), found in lost.items()
    ]


def _lost(probe: Sequence[ProbeAnswer], figure: str) -> Figures | None:
    """{"n", "base", "tuned", "difference", "low", "high"}; of losses, perplexities of both sides too."""
    if not probe:
        return None
    base, tuned = ([float(each.scores[side][figure] or 0.0) for each in probe] for side in (BASE, TUNED))
    found = statistics.difference(tuned, base, range(len(probe)), None if figure == LOSS else 1.0)
    means = {side: sum(values) / len(values) for side, values in ((BASE, base), (TUNED, tuned))}
    perplexities = {f"{side}_perplexity": statistics.exp(value) for side, value in means.items()}
    return {"n": len(probe), **means, **_ends(found), **(perplexities if figure == LOSS else {})}


# -- what a judge says --------------------------------------------------------------------------------------


def _judge_of(said: Sequence[Judgement] | Sequence[Preference]) -> str:
    """The judge who said most; the figures are of one only."""
    counted = Counter(each.judge for each in said)
    return min(counted, key=lambda name: (-counted[name], name)) if counted else ""


def _judged(judgements: Sequence[Judgement], preferences: Sequence[Preference], judge: str) -> Figures | None:
    """How the judge did: asked, scored, and in words what could not be had; None without one."""
    judge = judge or _judge_of(preferences)
    if not judge:
        return None
    scores = [each for each in judgements if each.judge == judge]
    failed = [each.problem for each in scores if each.score is None]
    return {
        "judge": judge,
        "asked": len(scores),
        "scored": len(scores) - len(failed),
        "unreadable": len(failed),
        "problem": sentences.unscored(failed, len(scores)),
        "preference": _preference([each for each in preferences if each.judge == judge]),
    }


def _preference(preferences: Sequence[Preference]) -> Figures | None:
    """Which of both sides the judge prefers; asked both ways round, and a tie where that decides."""
    pairs = Counter((each.side, each.other) for each in preferences)
    if not pairs:
        return None
    side, other = (TUNED, BASE) if (TUNED, BASE) in pairs else min(pairs, key=lambda pair: (-pairs[pair], pair))
    known = [each for each in preferences if (each.side, each.other) == (side, other)]
    read = [each.forward + each.backward for each in known if each.forward is not None and each.backward is not None]
    win, loss = sum(both > 1 for both in read), sum(both < 1 for both in read)
    duel = statistics.preferred(win, len(read) - win - loss, loss)
    return {
        "side": side,
        "other": other,
        "win": win,
        "tie": duel.tie,
        "loss": loss,
        "share": duel.share,
        "low": duel.low,
        "high": duel.high,
        "n": len(read),
        "unreadable": len(known) - len(read),
    }
