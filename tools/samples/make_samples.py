"""Make the sample PDFs from their Markdown and refresh the page numbers in the sample questions.

A tool for developers; Hone itself never needs it. It wants the packages of requirements.txt beside it and,
on Debian, the font packages fonts-noto-core and fonts-nanum (both SIL OFL 1.1, which allows embedding):

    python -m venv build/samples && build/samples/bin/pip install -r tools/samples/requirements.txt
    build/samples/bin/python -m tools.samples.make_samples
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import pypdfium2

from tools.samples.layout import Book, make_pdf

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
# PDFium reports a hyphen at a line end as U+0002 or U+FFFE.
BREAKS = re.compile("[\\s\\-\u00ad\u0002\ufffe]+")


def books(fonts: Path) -> list[Book]:
    """The two sample documents; `fonts` holds the folders `noto` and `nanum`."""
    noto, nanum = fonts / "noto", fonts / "nanum"
    return [
        Book(
            source=SAMPLES / "manual.md",
            target=SAMPLES / "manual.pdf",
            header=("Haldrow R5 Kitchen Composter", "User manual, edition 6"),
            page_word="Page {}",
            contents="Contents",
            serif=noto / "NotoSerif-Regular.ttf",
            sans=noto / "NotoSans-Regular.ttf",
            bold=noto / "NotoSans-Bold.ttf",
            size=11,
            leading=18,
            hyphenation="en_GB",
            cover=True,
        ),
        Book(
            source=SAMPLES / "korean.md",
            target=SAMPLES / "korean.pdf",
            header=("솔바담 복원소", "직원 안내서"),
            page_word="{}쪽",
            contents="차례",
            serif=nanum / "NanumMyeongjo.ttf",
            sans=nanum / "NanumGothic.ttf",
            bold=nanum / "NanumGothicBold.ttf",
            size=11.5,
            leading=21,
            hyphenation=None,
            cover=False,
        ),
    ]


def page_texts(pdf: Path) -> list[str]:
    """The text of each page without white space and hyphens, so that line breaks do not matter."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [BREAKS.sub("", page.get_textpage().get_text_range()) for page in document]


def page_of(sentence: str, pages: list[str]) -> int:
    """The one page, counted from 1, that holds `sentence`; SystemExit if it is not exactly one."""
    found = [number for number, text in enumerate(pages, 1) if BREAKS.sub("", sentence) in text]
    if len(found) != 1:
        raise SystemExit(f"on pages {found}, expected one: {sentence}")
    return found[0]


def write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write a JSON list with one row a line, which keeps diffs readable."""
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def refresh_pages(pdf: Path, facts_file: Path, questions_file: Path) -> None:
    """Set `page` of every fact to where the PDF has it, and of every question to that of its fact."""
    pages = page_texts(pdf)
    facts = json.loads(facts_file.read_text(encoding="utf-8"))
    questions = json.loads(questions_file.read_text(encoding="utf-8"))
    where = {fact["id"]: page_of(fact["sentence"], pages) for fact in facts}
    write_rows(facts_file, [{**fact, "page": where[fact["id"]]} for fact in facts])
    write_rows(questions_file, [{**row, "page": where[row["fact"]]} for row in questions])
    print(f"{pdf.name}: {len(pages)} pages, {len(facts)} facts, {len(questions)} questions")


def main() -> None:
    """Make both PDFs and bring the four JSON files up to date."""
    parser = argparse.ArgumentParser(description="Make the sample PDFs.")
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts/truetype"))
    manual, korean = books(parser.parse_args().fonts)
    make_pdf(manual)
    make_pdf(korean)
    refresh_pages(manual.target, SAMPLES / "facts.json", SAMPLES / "questions.json")
    refresh_pages(korean.target, SAMPLES / "facts_ko.json", SAMPLES / "questions_ko.json")


if __name__ == "__main__":
    main()
