"""Read an instruction dataset: what kind it is, its content tells, whatever the file is called."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from engine.dataset.formats import records
from engine.dataset.formats.rows import Fields, Found
from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SHOWN = 3  # malformed rows that are named in a failure
_LARGEST = 1 << 30  # bytes; text is held in memory
_DELIMITERS = ",;\t|"
_MAGIC = {
    b"PK\x03\x04": "an Excel workbook or a ZIP archive: save the sheet as CSV (UTF-8), or unpack it",
    b"\x1f\x8b": "compressed: unpack it first",
}
_FIELD = 1 << 30  # characters of a CSV cell; the csv module's own limit is 131,072


def read_rows(path: Path, fields: Fields = Fields()) -> Found:  # noqa: B008  it is frozen
    """All rows of a file, and a sentence for each that cannot be taken.

    Raises HoneError when the file cannot be read, is of no known kind, or has no row that can be used.
    """
    found = Found()
    data = _bytes(path)
    if data[:4] == b"PAR1":
        from engine.dataset.formats.parquet import read_parquet

        read_parquet(path, fields, found)
    else:
        _read_text(_decoded(data, path.name, found), path.name, fields, found)
    found.problems[:] = [f"{path.name}, {problem}" for problem in found.problems]
    if not found.rows:
        raise HoneError(
            f"{path.name} holds no row that can be used",
            " ".join(found.problems[:_SHOWN]) or f"The file is empty. A row names {records.expected()}.",
        )
    return found


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise HoneError(f"{path.name} is larger than 1 GiB", "Import it in parts.")
        return path.read_bytes()
    except FileNotFoundError:
        raise HoneError(f"There is no file {path.name}", "Check the path of the dataset.") from None
    except IsADirectoryError:
        raise HoneError(f"{path.name} is a folder", "Give one file of it: hone import PROJECT FILE") from None
    except OSError as error:
        raise HoneError(f"{path.name} cannot be read", f"{error.strerror}: check that you may read it.") from error


def _decoded(data: bytes, name: str, found: Found) -> str:
    """The text, without its byte order mark; UTF-8, UTF-16 with a mark, or Korean CP949."""
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise HoneError(f"{name} is no text", f"It is {what}.")
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        text = ""
    if not re.search("[가-힣]", text):
        raise HoneError(
            f"{name} is not in UTF-8",
            f"A character in line {line} is in another encoding: open the file in the program it is from and save it "
            "as UTF-8.",
        )
    found.notes.append("The file is in the Korean encoding CP949 and was read as such.")
    return text


def _read_text(text: str, name: str, fields: Fields, found: Found) -> None:
    start = text.lstrip()[:1]
    if start in ("[", "{"):
        records.take(_objects(text, name, found), fields, found)
    elif re.search(r"^seed_examples\s*:", text, re.MULTILINE):
        from engine.dataset.taxonomy import read_seeds

        read_seeds(text, found)
    elif start:
        _read_csv(text, name, fields, found)


# -- JSON ---------------------------------------------------------------------------------------------------


def _objects(text: str, name: str, found: Found) -> Iterator[tuple[str, Any]]:
    """Each object with its place: of a list, of a list inside one object, or one a line."""
    try:
        whole = json.loads(text)
    except ValueError as error:
        if text.lstrip().startswith("["):
            where = f"{error.msg} in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else str(error)
            raise HoneError(f"{name} is not valid JSON", f"{where}: repair it or export it again.") from error
        yield from _lines(text, found)
        return
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        rows = not {"messages", "conversations", "conversation"} & set(whole) and len(lists) == 1
        whole = lists[0] if rows else [whole]
    lines = _starts(text, whole)
    for number, record in enumerate(whole, start=1):
        yield f"row {number}" + (f" (line {lines[number - 1]})" if lines else ""), record


def _starts(text: str, records: list[Any]) -> list[int]:
    """The line that each object of a list begins in; [] when the list lies within something else."""
    if not text.lstrip().startswith("["):
        return []
    decoder, between = json.JSONDecoder(), re.compile(r"[\s,]*")
    place, before, line, lines = text.find("[") + 1, 0, 1, []
    for _ in records:
        gap = between.match(text, place)
        place = gap.end() if gap else place
        line += text.count("\n", before, place)
        before = place
        lines.append(line)
        place = decoder.raw_decode(text, place)[1]
    return lines


def _lines(text: str, found: Found) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.split("\n"), start=1):  # a line of JSON may hold U+2028, which splitlines cuts
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            found.problems.append(f"line {number}: it is not valid JSON ({what}): repair or delete the line.")
        else:
            yield f"line {number}", record


# -- CSV ----------------------------------------------------------------------------------------------------


def _read_csv(text: str, name: str, fields: Fields, found: Found) -> None:
    csv.field_size_limit(_FIELD)
    delimiter = next((mark for mark in _DELIMITERS if records.recognised(_header(text, mark), fields)), None)
    if delimiter is None:
        columns = max((_header(text, mark) for mark in _DELIMITERS), key=len)
        raise HoneError(
            f"{name} is no dataset that Hone knows",
            f"It would be a table with the columns {_short(columns)}: name two of them with --question-field and "
            f"--answer-field. Recognised are {records.expected()}. Known kinds: chat, completions and text JSON lines, "
            "Alpaca and ShareGPT JSON, CSV with a header, Parquet, qna.yaml.",
        )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next(reader)
    records.take(_cells(reader, header, found), fields, found)
    found.kind = "CSV"


def _header(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _cells(reader: Any, header: list[str], found: Found) -> Iterator[tuple[str, Any]]:
    number = 0
    while True:
        number, line = number + 1, reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            found.problems.append(f"line {line}: {error}: look for a quotation mark too many or too few.")
            continue
        if not any(cell.strip() for cell in row):
            number -= 1
            continue
        if len(row) > len(header):
            found.problems.append(
                f"row {number} (line {line}): it has {len(row)} cells and the header {len(header)}: "
                "put quotation marks around cells with a comma or line break."
            )
            continue
        yield f"row {number} (line {line})", dict(zip(header, row, strict=False))


def _short(columns: list[str]) -> str:
    shown = [column.strip()[:40] for column in columns[:12] if column.strip()]
    return ", ".join(shown) or "(none)"
