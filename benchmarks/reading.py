"""How much of PDFs is read, and in which order: python benchmarks/reading.py FOLDER [--write FILE] [--show NAME].

FOLDER holds the documents that reading.json names (they are not ours to give away; it says where they come from).
The reference is the text from which a document was made (NAME.txt beside it), or what pdftotext of poppler and
pypdf agree on. Words: the share of the reference's words that Hone reads. Order: of all ends of lines where the
reference goes on with the next line, the share after which Hone goes on with the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = Path(__file__).with_suffix(".json")
WORD = re.compile(r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
NO_LETTERS = re.compile(r"[\W_]+")
TAIL = 14  # letters on each side of a line's end
LEAST = 6
WORDS_GOAL, ORDER_GOAL = 0.98, 0.95


@dataclass(frozen=True)
class Result:
    """What was found of one document."""

    words: int
    found: int
    ends: int
    right: int
    missing: list[str]
    wrong: list[str]
    tables: int
    headings: int


def main() -> None:
    """Measure the documents and print, or write, a table of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", type=Path, help="Markdown file to write the table to")
    parser.add_argument("--show", default="", help="also list what is missing or out of order in this document")
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    rows = []
    for entry in json.loads(MANIFEST.read_text(encoding="utf-8")):
        path = arguments.folder / entry["name"]
        if arguments.show not in ("", entry["name"]):
            continue
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            print(f"{entry['name']}: missing, or another version", file=sys.stderr)
            continue
        result = measure(path, entry)
        rows.append(row(entry, result))
        print(rows[-1])
        if arguments.show:
            print("missing:", *result.missing[:80])
            print("wrong:", *result.wrong[:40], sep="\n  ")
    if arguments.write:
        arguments.write.write_text(report(rows), encoding="utf-8")


def measure(path: Path, entry: dict[str, Any]) -> Result:
    """Read a document and hold it against its reference, page by page."""
    from engine.documents.reader import read

    pages = read(path, entry.get("password", ""), lambda: None).pages
    first, last = entry.get("pages", [1, len(pages)])
    ours = [page.text for page in pages[first - 1 : last]]
    if entry["reference"] == "text":
        source = path.with_suffix(".txt").read_text(encoding="utf-8")
        reference, second, ours = [source], [source], ["\n".join(ours)]
    else:
        reference = _poppler(path, first, last)
        second = _pypdf(path, first, last)
    reference = _without_margins(reference)
    words: Counter[str] = Counter()
    ends, right, wrong = 0, 0, []
    squeezed = [_squeezed(text) for text in ours]
    for place, (text, other) in enumerate(zip(reference, second, strict=True)):
        words += Counter(_words(text)) & Counter(_words(other))
        agreed, here = _squeezed(other), "".join(squeezed[place : place + 2])
        for one, following in _line_ends(text):
            if one + following in agreed:
                ends += 1
                right += one + following in here
                if one + following not in here:
                    wrong.append(f"page {first + place}: {one}|{following}")
    got = words & Counter(_words("\n".join(ours)))
    missing = list((words - got).elements())
    kept = pages[first - 1 : last]
    tables, headings = sum(page.tables for page in kept), sum(len(page.headings) for page in kept)
    return Result(words.total(), got.total(), ends, right, missing, wrong, tables, headings)


def _poppler(path: Path, first: int, last: int) -> list[str]:
    command = ["pdftotext", "-enc", "UTF-8", "-f", str(first), "-l", str(last), str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")
    return text.removesuffix("\f").split("\f")


def _pypdf(path: Path, first: int, last: int) -> list[str]:
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(path)
    return [page.extract_text() for page in reader.pages[first - 1 : last]]


def _without_margins(pages: list[str]) -> list[str]:
    """The pages without lines that come again, but for numbers, at the top or the foot of three pages or more."""
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    counts = Counter(sign for lines in split for sign in {_sign(line) for line in lines[:3] + lines[-3:]})
    kept = []
    for lines in split:
        edge = set(range(3)) | set(range(len(lines) - 3, len(lines)))
        kept.append("\n".join(x for n, x in enumerate(lines) if n not in edge or counts[_sign(x)] < 3))
    return kept


def _sign(line: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "", line).strip()


def _normal(text: str) -> str:
    text = re.sub(r"[\u064b-\u0652\u0640\u00ad]", "", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFC", text).casefold()


def _words(text: str) -> list[str]:
    return WORD.findall(_normal(text))


def _squeezed(text: str) -> str:
    return NO_LETTERS.sub("", _normal(text))


def _line_ends(text: str) -> list[tuple[str, str]]:
    """The letters before and after each end of a line, where there are enough of them to tell."""
    lines = [squeezed for line in text.split("\n") if (squeezed := _squeezed(line))]
    ends = [(one[-TAIL:], following[:TAIL]) for one, following in pairwise(lines)]
    return [(one, following) for one, following in ends if len(one) >= LEAST and len(following) >= LEAST]


def row(entry: dict[str, Any], result: Result) -> str:
    """One line of the table; goals that are missed carry the reason, or a question mark where none is known."""
    words = result.found / max(result.words, 1)
    order = result.right / max(result.ends, 1)
    met = words >= WORDS_GOAL and order >= ORDER_GOAL
    pages = "{}-{}".format(*entry["pages"]) if "pages" in entry else "all"
    note = "" if met else entry.get("reason", "?")
    return (
        f"| {entry['name']} | {entry['layout']} | {pages} | {entry['reference']} | {result.words:,} | {words:.2%} "
        f"| {result.ends:,} | {order:.2%} | {result.tables} | {result.headings} | {note} |"
    )


def report(rows: list[str]) -> str:
    """The Markdown file."""
    columns = "document,layout,pages,reference,words,found,line ends,in order,tables,headings,why less"
    head = f"| {columns.replace(',', ' | ')} |"
    rule = "| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
    return "\n".join(
        [
            "# How well PDFs are read",
            "",
            "By `python benchmarks/reading.py FOLDER --write benchmarks/reading.md`; what is measured stands at the",
            "head of that file, where the documents come from in `reading.json`. Goals: 98% of the words, 95% of the",
            "line ends in order. Headers, footers and page numbers are no part of the reference.",
            "",
            head,
            rule,
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()
