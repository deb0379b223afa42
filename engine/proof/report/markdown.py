"""The report as Markdown, as GitHub and most editors show it: bars are drawn with letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.proof.report.charts import Bars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from engine.proof.report.content import Content, Part, Question, Table

_LENGTH = 24  # letters of a full bar
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_OPENING = re.compile(r"^(\s*)([-+](?=\s|$)|[-=](?=[-=]*\s*$)|\d+[.)](?=\s|$))", re.M)


def as_markdown(report: Content) -> str:
    """The whole report as one text."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def _lines(report: Content) -> Iterator[str]:
    texts, verdict = report.texts, report.verdict
    yield f"# {_plain(report.title)}\n"
    yield f"**{_plain(verdict['badge'])}: {_plain(verdict['title'])}**\n"
    for name, said in verdict["lines"]:
        yield f"- **{_plain(name)}.** {_plain(said)}"
    yield ""
    for title, sentences in ((texts("why"), verdict["sentences"]), (texts("next"), verdict["next"])):
        if sentences:
            yield f"**{_plain(title)}**\n"
            yield from (f"- {_plain(sentence)}" for sentence in sentences)
            yield ""
    yield f"## {_plain(texts('about'))}\n"
    yield from (f"- {_plain(name)}: {_plain(value)}" for name, value in report.about)
    yield ""
    for part in report.parts:
        yield from _part(part)
    yield f"## {_plain(texts('all'))}\n"
    yield f"{_plain(texts('all.note'))}\n"
    for title, explained, questions in report.questions:
        yield f"### {_plain(title)}\n"
        yield f"{_plain(explained)}\n"
        for question in questions:
            yield from _question(question, texts("reference"), texts("evidence"))
    yield f"---\n\n{_plain(texts('made_with'))}"


def _part(part: Part) -> Iterator[str]:
    yield f"## {_plain(part.title)}\n"
    yield from (f"{_plain(note)}\n" for note in part.notes)
    for chart in part.charts:
        if isinstance(chart, Bars):
            rows = [[bar.label, _drawn(bar.value / chart.most), bar.text] for bar in chart.bars]
            yield from _rows([chart.title, "", ""], rows, 2)
    for table in part.tables:
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield from _rows(table.head, table.rows, table.names)


def _rows(head: list[str], rows: list[list[str]], names: int) -> Iterator[str]:
    yield _line(head)
    yield "|" + "|".join(" --- " if column < names else " ---: " for column in range(len(head))) + "|"
    yield from map(_line, rows)
    yield ""


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(_plain(cell).split()) for cell in cells) + " |"


def _drawn(share: float) -> str:
    """A bar of block letters, to an eighth of one."""
    eighths = round(min(max(share, 0.0), 1.0) * _LENGTH * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + (chr(0x2590 - rest) if rest else "")


def _question(question: Question, reference: str, evidence: str) -> Iterator[str]:
    more = " · ".join(part for part in (question.kind, question.section, question.place) if part)
    yield f"#### {question.number}\n"
    yield f"{_quoted(question.text)}\n"
    if more:
        yield f"{_plain(more)}\n"
    yield f"- **{_plain(reference)}:** {_one_line(question.reference)}"
    if question.evidence:
        yield f"- **{_plain(evidence)}:** {_one_line(question.evidence)}"
    for reply in question.replies:
        tick = {True: " ✓", False: " ✗", None: ""}[reply.right]
        more = " · ".join(part for part in (reply.figures, _one_line(reply.judged)) if part)
        yield f"- **{_plain(reply.name)}{tick}:** {_one_line(reply.text)}" + (f" ({more})" if more else "")
    if question.preferred:
        yield f"- {_plain(question.preferred)}"
    yield ""


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _plain(text).splitlines())


def _one_line(text: str) -> str:
    return _plain(text).replace("\n", "<br>")


def _plain(text: str) -> str:
    """A text of which Markdown takes nothing for its own."""
    return _OPENING.sub(lambda found: f"{found[1]}{_held(found[2])}", _SPECIAL.sub(r"\\\1", text))


def _held(mark: str) -> str:
    return f"\\{mark}" if len(mark) == 1 else f"{mark[:-1]}\\{mark[-1]}"
