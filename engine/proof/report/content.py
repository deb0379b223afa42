"""What stands in a report, in the words of its language, whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.project.exams import BASE, BASE_RAG, SIDES, TUNED, TUNED_RAG
from engine.proof.report import figures as told
from engine.proof.report.charts import Bar, Bars, Differences
from engine.proof.report.figures import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.exams import Answer, Judgement, Preference
    from engine.proof.report.gathered import Gathered

_DRAWN = (("key_facts", 1.0), ("token_f1", 1.0), ("rouge_l", 1.0), ("judge", 100.0))
_FIGURES = ("key_facts", "token_f1", "rouge_l", "judge", "loss", "perplexity")
_MOST_DRAWN = 24  # sections in one chart
_NAMED = 6  # documents


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts; the first `names` columns hold words, all others figures."""

    head: list[str]
    rows: list[list[str]]
    names: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report: a title, sentences, charts, tables."""

    id: str
    title: str
    notes: Sequence[str] = ()
    charts: Sequence[Bars | Differences] = ()
    tables: Sequence[Table] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What one side said to a question; `right` is None where that was not scored."""

    side: str
    name: str
    text: str
    right: bool | None
    figures: str
    judged: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all replies; `marks` say which choices show it (wrong, won, lost)."""

    number: int
    text: str
    reference: str
    evidence: str
    place: str
    kind: str
    section: str
    replies: list[Reply]
    preferred: str
    marks: list[str]


@dataclass(frozen=True, slots=True)
class Content:
    """The whole report in one language."""

    texts: Texts
    title: str
    about: list[tuple[str, str]]
    verdict: dict[str, Any]
    parts: list[Part]
    questions: list[tuple[str, str, list[Question]]]  # title and explanation of each split


def composed(found: Gathered, language: str) -> Content:
    """Everything a report says, from the verdict to the last question."""
    texts = Texts(language)
    parts = [*_splits(found, texts), *_grouped(found, texts), *_probe(found, texts), *_judge(found, texts)]
    return Content(
        texts,
        texts("title_of", project=found.about["project"]),
        _about(found, texts),
        _verdict(found, texts),
        parts,
        _questions(found, texts),
    )


def _verdict(found: Gathered, texts: Texts) -> dict[str, Any]:
    given = found.figures.get("verdict") or {}
    lines = [(texts(name), texts.engine(given.get(name, ""))) for name in ("learned", "lost", "retrieval", "sure")]
    return {
        "decision": given.get("decision", "too_few"),
        "badge": texts.name("decision", given.get("decision", "too_few")),
        "title": texts.engine(given.get("title", "")),
        "lines": [line for line in lines if line[1]],
        "sentences": [texts.engine(sentence) for sentence in given.get("sentences", [])],
        "next": [texts.engine(sentence) for sentence in given.get("next", [])],
    }


def _about(found: Gathered, texts: Texts) -> list[tuple[str, str]]:
    about = found.about
    run, counts = about["run"], about["dataset"]["counts"]
    names = [document["name"] for document in about["documents"]]
    shown = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        shown = texts("about.more", names=shown, number=len(names) - _NAMED)
    rows = {name: counts.get(name, 0) for name in ("train", "valid", "test", "unseen")}
    values = {"id": run["id"], "best": run["best_iteration"], "iterations": run["iterations"]}
    exam = about["exam"]
    lines = [
        ("about.project", about["project"]),
        ("about.documents", shown),
        ("about.base", run["base"]),
        ("about.run", texts("about.run_value", **values)),
        ("about.dataset", texts("about.dataset_value", **rows)),
        (
            "about.exam",
            texts("about.exam_value", id=exam["id"], at=exam["created_at"], questions=len(found.answers)),
        ),
    ]
    return [(texts(key), value) for key, value in lines if value]


def _of_split(found: Gathered, texts: Texts, group: str, split: str) -> str:
    """A split's name; in a dataset that was split by rows its wordings are rows."""
    rows = found.about["dataset"]["split"] == "rows" and split in ("test", "valid")
    return texts.name(group, f"{split}_rows" if rows else split)


# -- sides and differences ----------------------------------------------------------------------------------


def _splits(found: Gathered, texts: Texts) -> list[Part]:
    parts = []
    for split, of_split in found.figures["splits"].items():
        main = split == found.figures["split"]
        name = _of_split(found, texts, "split", split)
        parts.append(_sides(found, texts, split, of_split, f"{texts('sides')}: {name}", main))
        if of_split["pairs"]:
            title = f"{texts('differences')}: {name}"
            parts.append(_differences(texts, of_split, title, split, found.figures["noise"] if main else None))
    return parts


def _sides(found: Gathered, texts: Texts, split: str, of_split: dict[str, Any], title: str, main: bool) -> Part:
    sides = of_split["sides"]
    counted = texts("question_count", n=of_split["n"], facts=of_split["facts"])
    notes = [f"{_of_split(found, texts, 'explained', split)} {counted}"]
    if main:
        notes += [texts("sides.note")]
        open_book = {BASE_RAG, TUNED_RAG} & set(sides)
        notes.append(texts("sides.retrieval" if open_book else "sides.no_retrieval"))
        if found.imported == of_split["n"]:
            notes.append(f"{texts('sides.imported')} {texts('sides.free')}")
    charts = []
    for figure, most in _DRAWN if main else _DRAWN[:1]:
        bars = tuple(
            Bar(
                texts.name("side", side),
                side,
                each[figure]["mean"],
                each[figure]["low"],
                each[figure]["high"],
                told.interval(figure, each[figure]),
            )
            for side, each in sides.items()
            if figure in each
        )
        if bars:
            charts.append(Bars(texts.name("figure", figure), bars, most))
    figures = [figure for figure in _FIGURES if any(figure in each for each in sides.values())]
    head = [texts("side"), *(texts.name("figure", figure) for figure in figures)]
    rows = [
        [texts.name("side", side), *(told.interval(figure, each.get(figure)) for figure in figures)]
        for side, each in sides.items()
    ]
    if "loss" in figures:
        notes.append(texts("less"))
    return Part(f"sides-{split}", title, notes, charts, [Table(head, rows)])


def _differences(texts: Texts, of_split: dict[str, Any], title: str, split: str, noise: dict[str, Any] | None) -> Part:
    names = {pair: tuple(texts.name("side", side) for side in pair.split("-")) for pair in of_split["pairs"]}
    titles = {pair: texts("against", side=side, other=other) for pair, (side, other) in names.items()}
    floor = (noise or {}).get("key_facts", {}).get("floor", 0.0)
    drawn = [(titles[pair], each["key_facts"]) for pair, each in of_split["pairs"].items() if "key_facts" in each]
    notes = [texts("differences.note")]
    if floor >= 0.005:
        notes.append(texts("differences.noise", floor=f"{100 * floor:.0f}"))
    figures = [figure for figure in _FIGURES[:-1] if any(figure in each for each in of_split["pairs"].values())]
    head = [texts("differences"), *(texts.name("figure", figure) for figure in figures), texts("wins")]
    rows = []
    for pair, each in of_split["pairs"].items():
        duel = each.get("key_facts")
        wins = f"{duel['win']} / {duel['tie']} / {duel['loss']}" if duel else "–"
        rows.append([titles[pair], *(told.changed(figure, each.get(figure)) for figure in figures), wins])
    charts = [_drawn(texts, texts("difference.points"), drawn, floor, ends=True)] if drawn else []
    return Part(f"differences-{split}", title, notes, charts, [Table(head, rows)])


def _drawn(
    texts: Texts, title: str, rows: list[tuple[str, dict[str, Any]]], floor: float = 0.0, *, ends: bool = False
) -> Differences:
    """Differences in points; green and red only where the interval lies on one side of zero and of chance."""
    bars = []
    for name, each in rows:
        surely = each["low"] > floor or each["high"] < -floor
        tone = "same" if not surely else "better" if each["difference"] > 0 else "worse"
        shown = told.changed("key_facts", each)
        bars.append(Bar(name, tone, each["difference"], each["low"], each["high"], shown))
    better, worse = (texts("better"), texts("worse")) if ends else ("", "")
    return Differences(title, tuple(bars), floor, 100.0, better, worse)


def _grouped(found: Gathered, texts: Texts) -> list[Part]:
    """Key facts of the main split by section and by kind; nothing where all is one."""
    parts = []
    sides = [side for side in SIDES if side in found.figures["sides"]]
    for by, key in (("sections", "section"), ("kinds", "kind")):
        groups = found.figures[by]
        if len(groups) < 2:
            continue
        names = [_group_name(texts, key, group[key]) for group in groups]
        order = sorted(range(len(groups)), key=lambda place: -groups[place]["n"])
        drawn = [(names[p], groups[p]["difference"]) for p in order if groups[p]["difference"]]
        notes = [texts("sections.note")]
        if len(drawn) > _MOST_DRAWN:
            notes.append(texts("sections.more", shown=_MOST_DRAWN, all=len(drawn)))
        head = [texts(key), texts("questions"), *(texts.name("side", side) for side in sides), texts("difference")]
        rows = [
            [
                names[place],
                str(group["n"]),
                *(told.interval("key_facts", group["sides"].get(side)) for side in sides),
                told.changed("key_facts", group["difference"]),
            ]
            for place, group in enumerate(groups)
        ]
        charts = [_drawn(texts, texts("difference.points"), drawn[:_MOST_DRAWN])] if drawn else []
        parts.append(Part(by, texts(by), notes, charts, [Table(head, rows)]))
    return parts


def _group_name(texts: Texts, key: str, name: Any) -> str:
    if key == "section":
        return " › ".join(name) or texts("no_section")
    return texts.name("kind", name) if name else texts("no_kind")


# -- probe and judge ----------------------------------------------------------------------------------------


def _probe(found: Gathered, texts: Texts) -> list[Part]:
    probe = found.figures["probe"]
    if not probe:
        return []
    head = [texts("probe.suite"), texts("probe.language"), texts("questions"), texts.name("side", BASE)]
    head += [texts.name("side", TUNED), texts("probe.change")]
    rows, drawn = [], []
    for suite in probe["suites"]:
        name, language = texts.name("suite", suite["suite"]), texts.name("language", suite["language"])
        rows.append(_lost("right", [name, language], suite))
        drawn.append((f"{name} ({language})", suite))
    for key, title in (("questions", "probe.all"), ("skills", "probe.skills")):
        if probe.get(key):
            rows.append(_lost("right", [texts(title), ""], probe[key]))
            drawn.append((texts(title), probe[key]))
    for suite in probe.get("texts") or ():
        name, language = texts("probe.text"), texts.name("language", suite["language"])
        rows.append(_lost("loss", [name, language], suite))
    if probe.get("text") and len(probe.get("texts") or ()) != 1:
        rows.append(_lost("loss", [texts("probe.text"), ""], probe["text"]))
    charts = [_drawn(texts, texts("probe.points"), drawn)] if drawn else []
    return [Part("probe", texts("probe"), [texts("probe.note")], charts, [Table(head, rows, 2)])]


def _lost(figure: str, names: list[str], each: dict[str, Any]) -> list[str]:
    before, after = (told.value(figure, each[side]) for side in (BASE, TUNED))
    return [*names, str(each["n"]), before, after, told.changed(figure, each)]


def _judge(found: Gathered, texts: Texts) -> list[Part]:
    judge = found.figures["judge"]
    if not judge:
        return []
    notes = []
    if judge["asked"]:
        notes.append(texts("judge.note", judge=judge["judge"], scored=judge["scored"], asked=judge["asked"]))
    if judge["problem"]:
        notes.append(texts.engine(judge["problem"]))
    if won := judge["preference"]:
        share = {name: told.value("win_share", won[name]) for name in ("share", "low", "high")}
        sides = {name: texts.name("side", won[name]) for name in ("side", "other")}
        counts = {name: won[name] for name in ("win", "tie", "loss")}
        counts["n"] = sum(counts.values())
        notes.append(texts("judge.preference", **sides, **counts, **share))
    return [Part("judge", texts("judge"), notes)]


# -- questions ----------------------------------------------------------------------------------------------


def _questions(found: Gathered, texts: Texts) -> list[tuple[str, str, list[Question]]]:
    marks = {(each.position, each.side): each for each in found.judgements}
    wishes = {each.position: each for each in found.preferences if (each.side, each.other) == (TUNED, BASE)}
    listed = []
    for split in found.figures["splits"]:
        asked = [
            _question(answer, marks, wishes.get(answer.position), texts)
            for answer in found.answers
            if answer.split == split
        ]
        title, explained = (_of_split(found, texts, group, split) for group in ("split", "explained"))
        listed.append((title, explained, asked))
    return listed


def _question(
    answer: Answer, judged: dict[tuple[int, str], Judgement], wish: Preference | None, texts: Texts
) -> Question:
    replies = [
        _reply(answer, side, judged.get((answer.position, side)), texts) for side in SIDES if side in answer.replies
    ]
    right = {reply.side: reply.right for reply in replies}
    marks = []
    if right.get(TUNED) is False:
        marks.append("wrong")
    if None not in (right.get(TUNED), right.get(BASE)) and right[TUNED] != right[BASE]:
        marks.append("won" if right[TUNED] else "lost")
    place = answer.place
    where = texts("place", document=place["document"], page=place.get("page", "–")) if place.get("document") else ""
    evidence = answer.evidence if answer.evidence.strip() != answer.reference.strip() else ""
    kind = texts.name("kind", answer.kind) if answer.kind else ""
    return Question(
        answer.position + 1,
        answer.question,
        answer.reference,
        evidence,
        where,
        kind,
        " › ".join(answer.section),
        replies,
        _preferred(wish, texts),
        marks,
    )


def _reply(answer: Answer, side: str, judged: Judgement | None, texts: Texts) -> Reply:
    scores = answer.scores.get(side, {})
    known = scores.get("key_facts")
    figures = [
        f"{texts.name('figure', figure)} {told.value(figure, scores[figure])}"
        for figure in ("token_f1", "rouge_l", "loss")
        if scores.get(figure) is not None
    ]
    said = ""
    if judged is not None and judged.score is not None:
        said = texts("judged", score=told.value("judge", judged.score), reason=judged.reason).removesuffix(": ")
    elif judged is not None:
        said = texts("judged.none", problem=texts.engine(judged.problem)).strip()
    text = answer.replies[side].strip() or texts("no_reply")
    right = None if known is None or not answer.key_facts else known >= 1
    return Reply(side, texts.name("side", side), text, right, " · ".join(figures), said)


def _preferred(wish: Preference | None, texts: Texts) -> str:
    if wish is None or wish.forward is None or wish.backward is None:
        return ""
    both = wish.forward + wish.backward
    if both == 1:
        return texts("preferred.none")
    return texts("preferred", side=texts.name("side", wish.side if both > 1 else wish.other))
