"""Tables of a page's text: what their rows are about, and which cells a question can ask for.

A table is Markdown: a header, a rule, rows. Either each row is about a thing and the header names what is said
of it, or the first column names properties and each further column is about a thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.writers.words import words_of

_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_CELLS = re.compile(r"(?<!\\)\|")
_CAPTION = re.compile(r"^(?:table|tab\.|표)\s*[\d.A-Z-]*\s*[:.–-]?\s*", re.IGNORECASE)
_LONGEST_CAPTION, _LONGEST_CELL = 12, 25  # words
_NOTHING = re.compile(r"^(?:[\W_]*|n/?a|none|tbd|see\b.*|해당 ?없음|미정)$", re.IGNORECASE)
_PROPERTY = words_of(
    "property properties parameter parameters feature features specification specifications"
    " characteristic characteristics attribute attributes quantity setting field 항목 구분 사양 속성 특성 제원 규격"
) | {"technical data"}
_VALUE = words_of(
    "value values data detail details specification specifications description information content 값 내용"
    " 사양 수치 상세 설명 규격 제원"
)
_REMARKS = words_of(
    "note notes remark remarks comment comments page figure image picture illustration symbol icon see no"
    " no. # nr pos 비고 참고 쪽 그림 번호 순번 메모"
)
# Columns that say something of a row's thing even where the first column is called a parameter.
_OF_ROWS = words_of(
    "type types default defaults range unit units min max minimum maximum typ typical required optional access symbol"
    " format length mandatory"
)
_COUNTERS = words_of("number id index nr num")  # what only counts the rows names no thing
_YES = words_of("yes y ✓ ✔ ☑ ● 예 있음 가능 지원")
_NO = words_of("no n ✗ ✘ ✕ × - – — 아니요 아니오 없음 불가 미지원")
UNITS = words_of(
    "mm cm m km in ft kg g mg t lb l ml V kV mV W kW kWh Wh A mA Ah mAh Hz kHz MHz GHz Nm bar psi Pa kPa"
    " MPa °C °F K % s ms min h d day days week weeks month months year years hour hours minute minutes"
    " second seconds EUR USD GBP KRW euro euros € $ £ dollars dB dB(A) px GB MB TB rpm l/min m² m³ cm² cm³"
    " mm² 원 분 초 시간 일 개 개월 년 회 명 도"
)
_UNIT = re.compile(
    r"^(?P<name>.+?)\s*(?:[(\[](?P<inside>[^()\[\]]{1,12}|dB\(A\))[)\]]|,\s*(?P<after>\S{1,6})| in (?P<word>\S{1,8}))$"
)
_NUMERIC = re.compile(r"^[~≈<>≤≥±+−-]?\s*\d[\d.,\s]*(?:\s*(?:[–/x×-]|to)\s*\d[\d.,\s]*)*$")
_ONE_NUMBER = re.compile(r"^(\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+)(?:\s*(\D{0,12}))?$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells and its place in the page's text."""

    cells: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header; `caption` is the line that names it, '' where none does."""

    caption: str
    header: tuple[str, ...]
    header_line: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table says of a thing: its `column` is `value`. `kind` names the thing where its label is a code.

    `answer` is True or False where the cell says whether, None where it says what. `row` is the number of the
    row, `heading` tells that the thing stands in the header.
    """

    label: str
    kind: str
    column: str
    value: str
    unit: str
    row: int
    answer: bool | None = None
    heading: bool = False

    @property
    def number(self) -> float | None:
        """The value where it is one number, with a unit or without."""
        found = _ONE_NUMBER.match(self.value)
        return float(found[1].replace(",", "")) if found else None

    @property
    def said(self) -> str:
        """The value with the unit of its column."""
        if not self.unit or not _NUMERIC.match(self.value):
            return self.value
        return (
            f"{self.value}{self.unit}"
            if self.unit in ("%", "원", "분", "초", "시간", "일", "개", "개월", "년", "회", "명", "도")
            else f"{self.value} {self.unit}"
        )


def tables(text: str) -> list[Table]:
    """The tables of a page's text that have a header with a name for each column but, perhaps, the first."""
    lines: list[tuple[str, int]] = []
    at = 0
    for line in text.split("\n"):
        lines.append((line, at))
        at += len(line) + 1
    found = []
    for i in range(1, len(lines)):
        if not _RULE.fullmatch(lines[i][0].strip()) or not _is_row(lines[i - 1][0]):
            continue
        header = _cells(lines[i - 1][0])
        last = i + 1
        while last < len(lines) and _is_row(lines[last][0]) and not _RULE.fullmatch(lines[last][0].strip()):
            last += 1
        rows = [_row(line, begin) for line, begin in lines[i + 1 : last]]
        whole = tuple(row for row in rows if len(row.cells) == len(header))
        if len(header) > 1 and all(header[1:]) and whole and not any(_is_value(name) for name in header[1:]):
            caption = _caption(lines, i - 2, -1) or _caption(lines, last, 1)
            found.append(Table(caption, header, lines[i - 1][0].strip(), whole))
    return found


def _is_row(line: str) -> bool:
    line = line.strip()
    return len(line) > 2 and line.startswith("|") and line.endswith("|")


def _cells(line: str) -> tuple[str, ...]:
    parts = _CELLS.split(line.strip())[1:-1]
    return tuple(" ".join(part.replace("\\|", "|").replace("**", "").split()) for part in parts)


def _row(line: str, begin: int) -> Row:
    start = begin + len(line) - len(line.lstrip())
    return Row(_cells(line), start, start + len(line.strip()))


def _is_value(name: str) -> bool:
    """Whether what should name a column is a value: the header is missing and the first row stands for it."""
    return bool(re.match(r"^[~<>≤≥±]?\d", name)) or _NOTHING.match(name) is not None and name.lower() not in _REMARKS


def _caption(lines: list[tuple[str, int]], at: int, step: int) -> str:
    """The line before or after a table that names it: short and no sentence; after it only with the word for it."""
    while 0 <= at < len(lines) and not lines[at][0].strip():
        at += step
    line = lines[at][0].strip() if 0 <= at < len(lines) else ""
    numbered = _CAPTION.match(line) is not None and _CAPTION.sub("", line) != line
    if not line or _is_row(line) or (step > 0 and not numbered) or len(line.split()) > _LONGEST_CAPTION:
        return ""
    if re.search(r"[.,;?!]$", line) and not numbered:
        return ""
    line = re.sub(r"^(?:#+|[-*•])\s+|^\d+(?:\.\d+)*\.?\s+", "", line)
    return _CAPTION.sub("", line).strip(" :.")


def cells(table: Table) -> list[Cell]:
    """What the table says, row by row: cells that are empty, long, or no answer are left out."""
    first = table.header[0].lower().strip(" .:")
    of_rows = any(name.lower().split(" ")[0] in _OF_ROWS for name in table.header[1:])
    heads = (first in _PROPERTY and not of_rows) or _names_things(table)
    is_list = len(table.header) == 2 and table.header[1].lower() in _VALUE
    if heads or (is_list and first in _PROPERTY | {"item", "name", "data", "항목"}):
        return [cell for row in range(len(table.rows)) for cell in _of_properties(table, row, is_list)]
    label = 1 if first in _REMARKS | _COUNTERS and len(table.header) > 2 else 0
    whether = {j for j in range(label + 1, len(table.header)) if _says_whether(table, j)}
    return [
        cell
        for row in range(len(table.rows))
        for j in range(label + 1, len(table.header))
        if (cell := _of_thing(table, row, label, j, j in whether)) is not None
    ]


def open_cells(table: Table) -> list[Cell]:
    """What the table leaves open: empty cells of columns that mostly say something, of rows with a label."""
    if table.header[0].lower() in _PROPERTY or _names_things(table):
        return []
    found = []
    for j in range(1, len(table.header)):
        name, unit = split_unit(table.header[j])
        filled = [row for row in table.rows if row.cells[j]]
        is_said = 2 * len(filled) > len(table.rows) and not _says_whether(table, j)
        if is_said and name.lower() not in _REMARKS | _VALUE:
            for number, row in enumerate(table.rows):
                if not row.cells[j] and row.cells[0] and not _NOTHING.match(row.cells[0]):
                    found.append(Cell(row.cells[0], table.header[0], name, "", unit, number))
    return found


def _names_things(table: Table) -> bool:
    """Whether the columns are things and the rows their properties: `Model | Brivolt 40 | Brivolt 60`."""
    labels = [row.cells[0] for row in table.rows]
    digits = [any(char.isdigit() for char in name) and name[0].isupper() for name in table.header[1:]]
    return len(digits) > 1 and all(digits) and not any(char.isdigit() for label in labels for char in label)


def _of_properties(table: Table, row: int, is_list: bool) -> list[Cell]:
    names = table.rows[row].cells
    column, unit = split_unit(names[0])
    found = []
    for j in range(1, len(names)):
        head = table.header[j].lower()
        if column and head not in _REMARKS and _is_answer(names[j], column):
            thing = "" if is_list or head in _VALUE else table.header[j]
            found.append(Cell(thing, "", column, names[j].rstrip("."), unit, row, heading=True))
    return found


def _of_thing(table: Table, row: int, label: int, column: int, whether: bool) -> Cell | None:
    cells = table.rows[row].cells
    name, unit = split_unit(table.header[column])
    if (
        not cells[label]
        or _goes_on(table, row, label, column)
        or _NOTHING.match(cells[label])
        or name.lower() in _REMARKS
        or name.lower() in _VALUE - {"description"}
    ):
        return None
    kind = "" if table.header[label].lower() in _REMARKS else table.header[label]
    if whether:
        said = cells[column].lower()
        if said not in _YES | _NO:
            return None
        return Cell(cells[label], kind, name, cells[column], "", row, said in _YES)
    if not _is_answer(cells[column], cells[label]):
        return None
    return Cell(cells[label], kind, name, cells[column].rstrip("."), unit, row)


def _goes_on(table: Table, row: int, label: int, column: int) -> bool:
    """Whether the next row has more in the column and no label: it belongs to this row, whose cell is a part."""
    after = table.rows[row + 1].cells if row + 1 < len(table.rows) else None
    return after is not None and not after[label] and bool(after[column])


def _says_whether(table: Table, column: int) -> bool:
    said = [row.cells[column].lower() for row in table.rows if row.cells[column]]
    return bool(said) and set(said) <= _YES | _NO and any(word in _YES for word in said)


def _is_answer(text: str, beside: str) -> bool:
    return (
        bool(text)
        and not _NOTHING.match(text)
        and len(text.split()) <= _LONGEST_CELL
        and text.lower() != beside.lower()
    )


def split_unit(header: str) -> tuple[str, str]:
    """The name of a column and its unit, '' where it has none: `Torque (Nm)`, `Weight, kg`, `Length in mm`."""
    found = _UNIT.match(header.strip(" :"))
    if found:
        unit = found["inside"] or found["after"] or found["word"]
        if unit in UNITS or (found["inside"] and re.fullmatch(r"[^\W\d_]{1,3}(/[a-z]+)?", unit)):
            return found["name"].strip(), unit
    return header.strip(" :"), ""
