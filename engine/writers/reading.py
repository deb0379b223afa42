"""Facts that rules read off tables, lists, definitions and what is allowed: question, answer and evidence in one go.

What they ask is exact, so that no model has to answer it; the checks judge it as everything else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.dataset.words import content, normalised
from engine.writers import table_korean, table_wordings
from engine.writers.base import Asked, Evidence, Given, Wording
from engine.writers.definite import tells_facts
from engine.writers.kinds import UNANSWERABLE
from engine.writers.lists import blocks
from engine.writers.table_wordings import Written
from engine.writers.tables import cells, open_cells, tables
from engine.writers.unanswerable import refusal
from engine.writers.yes_no import asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.project.documents import Chunk, Page
    from engine.writers.base import Sentence
    from engine.writers.table_wordings import Naming
    from engine.writers.tables import Cell, Table

FIRST = 1000  # position in its chunk of the first fact that rules read: behind those of any writer
TABLE, LISTED, DEFINED, ALLOWED = "table", "list", "definition", "yes or no"  # styles of the wordings
_FEWEST, _MOST = 12, 30  # facts of one table
_SHARE = 2  # of a document's sentences with a fact, one table has at most one part in so many
_LONGEST_TABLE = 12  # rows of a table that is evidence as a whole
_OF = re.compile(r"\b(?:of|for) (?P<thing>(?:the |an? )?[^,;:]{2,40})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """A document as rules read it; `facts` are its sentences that state one."""

    id: int
    language: str
    title: str
    pages: Sequence[Page]
    chunks: Sequence[Chunk]
    naming: Naming
    facts: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A fact before it is known whether another table says the same of a thing with the same name."""

    text: Text
    page: int
    start: int
    end: int
    written: Written
    style: str
    support: str
    table: int = -1
    row: int = 0
    column: str = ""
    named: str = ""
    context: str = ""
    cell: Cell | None = None


def read(texts: Sequence[Text]) -> dict[int, tuple[Asked, ...]]:
    """The facts of all documents by chunk id, in the order of the text."""
    drafts: list[_Draft] = []
    left_open: list[_Draft] = []
    number = 0
    for text in texts:
        for page in text.pages:
            for table in tables(page.text):
                drafts += _of_table(text, page, table, number)
                left_open += _left_open(text, page, table)
                number += 1
            for block in blocks(page.text, text.naming, text.language == "ko"):
                quote = page.text[block.start : block.end]
                style = LISTED if block.written.kind == "list" else DEFINED
                drafts.append(_Draft(text, page.number, block.start, block.end, block.written, style, quote))
        drafts += _allowed(text)
    kept = [*_spread(_told_apart(drafts)), *_unsaid(texts, left_open, drafts)]
    found: dict[int, list[Asked]] = defaultdict(list)
    for draft in kept:
        chunk = _chunk_at(draft)
        if chunk is not None and tells_facts(chunk.section):
            found[chunk.id].append(_asked(draft, FIRST + len(found[chunk.id])))
    return {chunk: tuple(facts) for chunk, facts in found.items()}


def _of_table(text: Text, page: Page, table: Table, number: int) -> list[_Draft]:
    korean = text.language == "ko"
    context = table.caption or _section(text, page.number, table.rows[0].start)
    said = [(_named(text, table, cell, context), cell) for cell in cells(table)]
    drafts = []
    for named, cell in said:
        written = _written(cell, named, text)
        row = table.rows[cell.row]
        if written is not None:
            parts = [table.header_line, f"{cell.column}: {_read_as(cell, korean)}.", page.text[row.start : row.end]]
            support = "\n".join(parts if cell.label else [named, *parts])
            drafts.append(
                _Draft(
                    text,
                    page.number,
                    row.start,
                    row.end,
                    written,
                    TABLE,
                    support,
                    number,
                    cell.row,
                    cell.column,
                    named,
                    context,
                    cell,
                )
            )
    return drafts + ([] if korean and not said else _comparisons(text, page, table, number, said))


def _allowed(text: Text) -> list[_Draft]:
    """What sentences allow or deny, asked for by yes or no."""
    found = []
    for sentence in text.facts:
        written = asked(sentence.text, text.language == "ko", sentence.named)
        if written is not None:
            place = (sentence.page, sentence.start, sentence.end)
            found.append(_Draft(text, *place, written, ALLOWED, sentence.quote))
    return found


def _left_open(text: Text, page: Page, table: Table) -> list[_Draft]:
    """Questions for empty cells."""
    found = []
    for cell in open_cells(table):
        named = _named(text, table, cell, "")
        row = table.rows[cell.row]
        if (written := _written(cell, named, text)) is not None:
            open_ = Written(UNANSWERABLE, written.questions, refusal(text.language))
            place = (page.number, row.start, row.end)
            found.append(_Draft(text, *place, open_, UNANSWERABLE, "", column=cell.column, named=named, cell=cell))
    return found


def _unsaid(texts: Sequence[Text], left_open: Sequence[_Draft], drafts: Sequence[_Draft]) -> list[_Draft]:
    """The questions for empty cells that no line, and no other table, of any document answers."""
    if not left_open:
        return []
    said = {(normalised(draft.named), normalised(draft.column)) for draft in drafts}
    lines = {frozenset(content(line)) for text in texts for line in text.naming.text.split("\n")}
    found = []
    for draft in left_open:
        wanted = content(f"{draft.cell.label} {draft.column}") if draft.cell else set()
        is_said = (normalised(draft.named), normalised(draft.column)) in said
        if not is_said and not any(wanted <= line for line in lines):
            found.append(draft)
    return found


def _read_as(cell: Cell, korean: bool) -> str:
    """A cell as its column's name means it: with the unit, and a sign in words."""
    if cell.answer is None:
        return cell.said
    return ("예" if korean else "yes") if cell.answer else ("아니요, 않음" if korean else "no, not")


def _written(cell: Cell, named: str, text: Text, where: str = "") -> Written | None:
    if text.language == "ko":
        return table_korean.written(cell, named, where)
    return table_wordings.written(cell, named, text.naming, where)


def _named(text: Text, table: Table, cell: Cell, context: str) -> str:
    """What the cell is about, as a sentence says it; '' when that cannot be told."""
    if cell.label:
        if text.language == "ko":
            return table_korean.thing(cell.label, cell.kind)
        return table_wordings.thing(cell.label, cell.kind, text.naming)
    if (found := _OF.search(context)) and text.language != "ko":
        return (
            found["thing"][0].lower() + found["thing"][1:] if found["thing"][:4].lower() == "the " else found["thing"]
        )
    return _subject(text)


def _subject(text: Text) -> str:
    """What the document is about: the longest beginning of its title that its text repeats."""
    words = re.sub(r"\s+", " ", text.title).strip().split(" ")
    for count in range(min(len(words), 5), 0, -1):
        name = " ".join(words[:count]).strip(" ,:-–")
        if (
            len(name) > 2
            and len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text.naming.text)) >= 3
            and any(c.isupper() or c >= "가" for c in name)
        ):
            return f"the {name}" if text.language != "ko" and text.naming.has_article(name) else name
    return ""


def _comparisons(text: Text, page: Page, table: Table, number: int, said: Sequence[tuple[str, Cell]]) -> list[_Draft]:
    """One comparison of neighbours, and one with the whole column, for the first column of numbers."""
    columns: dict[str, list[tuple[str, Cell]]] = defaultdict(list)
    for named, cell in said:
        if cell.number is not None and not cell.heading and cell.answer is None:
            columns[cell.column].append((named, cell))
    whole = [column for column in columns.values() if len(column) == len(table.rows) > 1 and _one_unit(column)]
    if not whole:
        return []
    column = whole[number % len(whole)]
    at = number % (len(column) - 1)
    one, other = column[at], column[at + 1]
    first, last = table.rows[one[1].row], table.rows[other[1].row]
    korean = text.language == "ko"
    pair = table_korean.compared(one, other) if korean else table_wordings.compared(one, other, text.naming)
    best = None if korean else table_wordings.greatest(column, column[0][1].kind, text.naming)
    found = []
    spans = ((pair, first.start, last.end), (best, table.rows[0].start, table.rows[-1].end))
    for written, start, end in spans:
        if written is not None and (written is pair or len(table.rows) <= _LONGEST_TABLE):
            told = ", ".join(cell.said for _, cell in column)
            support = f"{table.header_line}\n{column[0][1].column}: {told}.\n{page.text[start:end]}"
            found.append(_Draft(text, page.number, start, end, written, TABLE, support))
    return found


def _one_unit(column: Sequence[tuple[str, Cell]]) -> bool:
    return len({re.sub(r"[\d.,\s]", "", cell.said) for _, cell in column}) == 1


def _told_apart(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Of cells that several tables have the first; where they differ each with its table's name, or none."""
    alike: dict[tuple[str, str, str], list[_Draft]] = defaultdict(list)
    drafts = list(drafts)
    for draft in drafts:
        if draft.cell is not None:
            alike[draft.text.language, normalised(draft.named), normalised(draft.column)].append(draft)
    kept: dict[int, _Draft] = {}
    for same in alike.values():
        if len({draft.cell.said for draft in same if draft.cell}) == 1:
            kept[id(same[0])] = same[0]
            continue
        contexts = [normalised(draft.context) for draft in same]
        for draft in same:
            if draft.cell and draft.context and contexts.count(normalised(draft.context)) == 1:
                written = _written(draft.cell, draft.named, draft.text, draft.context)
                kept[id(draft)] = replace(
                    draft, written=written or draft.written, support=f"{draft.context}\n{draft.support}"
                )
    return [kept.get(id(draft), draft) for draft in drafts if draft.cell is None or id(draft) in kept]


def _spread(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Not more of one table than its share: a cell of every row, each time of another column, before a second one."""
    by_table: dict[int, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.cell is not None:
            by_table[draft.table].append(draft)
    dropped: set[int] = set()
    for members in by_table.values():
        most = max(_FEWEST, min(_MOST, len(members[0].text.facts) // _SHARE))
        columns = list(dict.fromkeys(member.column for member in members))
        rows = list(dict.fromkeys(member.row for member in members))
        turn = {
            id(member): ((columns.index(member.column) - rows.index(member.row)) % len(columns), rows.index(member.row))
            for member in members
        }
        ordered = sorted(members, key=lambda member: turn[id(member)])
        if len(rows) > most:  # evenly over a long table
            chosen = {len(rows) * i // most for i in range(most)}
            ordered.sort(key=lambda member: (turn[id(member)][0], turn[id(member)][1] not in chosen))
        dropped |= {id(member) for member in ordered[most:]}
    return [draft for draft in drafts if id(draft) not in dropped]


def _section(text: Text, page: int, start: int) -> str:
    """The innermost heading above a place."""
    chunk = next((c for c in text.chunks if (c.first_page, c.start) <= (page, start) < (c.last_page, c.end)), None)
    return re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", chunk.section[-1]) if chunk is not None and chunk.section else ""


def _chunk_at(draft: _Draft) -> Chunk | None:
    place = (draft.page, draft.start)
    chunks = draft.text.chunks
    return next((c for c in chunks if (c.first_page, c.start) <= place < (c.last_page, c.end)), None)


def _asked(draft: _Draft, position: int) -> Asked:
    wordings = tuple(Wording(draft.style, question) for question in draft.written.questions)
    if draft.written.kind == UNANSWERABLE:
        return Asked(position, None, wordings, UNANSWERABLE, Given(draft.written.answer, None, ""))
    page = next(page for page in draft.text.pages if page.number == draft.page)
    evidence = Evidence(draft.text.id, draft.page, draft.start, draft.end, page.text[draft.start : draft.end])
    return Asked(position, None, wordings, draft.written.kind, Given(draft.written.answer, evidence, draft.support))
