"""How often a question finds its page: python benchmarks/retrieval.py QUESTIONS.json FOLDER [more pairs of them].

A question file (benchmarks/questions) names Markdown files of an openly licensed book, the commit they are of,
and hand-written questions, worded differently from the text, with the pages that answer them. FOLDER holds
those files; of a clone of the book it is src/. They are laid out as one document with pages of about an A4
sheet. All documents go into one project and are indexed; a question is right when one of its first three hits
is on a right page of the right document.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from engine import events, jobs  # noqa: E402
from engine.project import Project  # noqa: E402

if TYPE_CHECKING:
    from engine.retrieval import Index

# What mdbook puts into Markdown that a reader of the book does not see.
STRIPPED = (
    (r"<!--.*?-->", ""),
    (r"^\s*\{\{#.*?\}\}\s*$", ""),
    (
        r"</?(?:Listing|span|a|img|figure|table|tr|td|th|figcaption|em|strong|sub|sup|h2|code|pre|ol|li|ul|p|br)"
        r"\b[^>]*>",
        "",
    ),
    (r"^```[^\n]*\n\s*```\s*$", ""),
    (r"^```.*$", ""),
    (r"\]\([^)]*\)", "]"),
    (r"\]\[[^\]]*\]", "]"),
    (r"^\[[^\]]+\]:.*$", ""),
    (r"^> ?", ""),
    (r"^\|?(?:\s*:?-+:?\s*\|)+.*$", ""),
    (r"[`*\[\]|]|^#+ ", ""),
)


def main() -> None:
    """Lay out, ingest, index and ask; print one JSON line for each question file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="+", type=Path, metavar="QUESTIONS.json FOLDER")
    parser.add_argument("--embedder", default="", help="a GGUF embedding model instead of the fitted vectors")
    parser.add_argument("--chunk-tokens", type=int, default=256, help="chunk size that ingest splits into")
    parser.add_argument("--misses", action="store_true", help="print the questions that were not found")
    arguments = parser.parse_args()
    if len(arguments.sources) % 2:
        parser.error("give a folder after each question file")
    books = [
        (json.loads(questions.read_text(encoding="utf-8")), folder)
        for questions, folder in zip(arguments.sources[::2], arguments.sources[1::2], strict=True)
    ]
    print(f"{platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        measure(books, Path(folder), arguments)


def measure(books: list[tuple[dict[str, Any], Path]], folder: Path, arguments: argparse.Namespace) -> None:
    """All books in one project, then all questions."""
    from engine.retrieval import open_index

    path = str(folder / "books.hone")
    Project.create(path).close()
    files = [folder / f"{book['name']}.txt" for book, _ in books]
    for file, (book, source) in zip(files, books, strict=True):
        file.write_text("\f".join(pages(book, source)), encoding="utf-8")
    run("ingest", {"project": path, "paths": [str(file) for file in files], "chunk_tokens": arguments.chunk_tokens})
    started = time.perf_counter()
    run("index", {"project": path, "embedder": arguments.embedder})
    seconds = time.perf_counter() - started
    totals: dict[str, list[int]] = {}
    with Project(path) as project:
        index = open_index(project)
        documents = {row["name"]: row["id"] for row in project.rows("SELECT id, name FROM documents")}
        for file, (book, _) in zip(files, books, strict=True):
            figures = ask(book, documents[file.name], index, arguments.misses)
            print(json.dumps(figures))
            total = totals.setdefault(book["language"], [0, 0])
            total[0] += round(figures["questions"] * figures["hit_at_3"])
            total[1] += figures["questions"]
    print(json.dumps({"index_seconds": round(seconds, 1), "found_of": totals}))


def ask(book: dict[str, Any], document: int, index: Index, misses: bool) -> dict[str, Any]:
    """Search each question of a book and count what was found."""
    entries = {entry.chunk_id: entry for entry in index.entries}
    own = [entry for entry in index.entries if entry.document_id == document]
    first = third = 0
    began = time.perf_counter()
    for question in book["questions"]:
        hits = [entries[hit.chunk_id] for hit in index.search(question["question"], 3)]
        right = [
            hit.document_id == document and any(hit.first_page <= page <= hit.last_page for page in question["pages"])
            for hit in hits
        ]
        first, third = first + any(right[:1]), third + any(right)
        if misses and not any(right):
            found = [f"{hit.document_id}:{hit.first_page}" for hit in hits]
            print(f"  {question['question']} {document}:{question['pages']} found {' '.join(found)}")
    number = len(book["questions"])
    return {
        "book": book["name"],
        "pages": max(entry.last_page for entry in own),
        "chunks": len(own),
        "questions": number,
        "hit_at_1": round(first / number, 3),
        "hit_at_3": round(third / number, 3),
        "milliseconds_each": round(1000 * (time.perf_counter() - began) / number, 1),
    }


def run(name: str, fields: dict[str, Any]) -> None:
    """Run a job; raises SystemExit with its words when it fails."""
    ended: list[events.Event] = []
    jobs.run(name, fields, ended.append, jobs.Cancel())
    if not isinstance(ended[-1], events.Finished):
        raise SystemExit(str(ended[-1]))


def pages(book: dict[str, Any], folder: Path) -> list[str]:
    """The book's text in pages of at most `words_on_page` words; each file begins a new one."""
    found: list[str] = []
    for name in book["files"]:
        page: list[str] = []
        for paragraph in plain((folder / name).read_text(encoding="utf-8")).split("\n\n"):
            if page and len(" ".join([*page, paragraph]).split()) > book["words_on_page"]:
                found.append("\n\n".join(page))
                page = []
            page.append(paragraph)
        found.append("\n\n".join(page))
    return found


def plain(text: str) -> str:
    """Markdown of an mdbook without its markup."""
    for pattern, replacement in STRIPPED:
        text = re.sub(pattern, replacement, text, flags=re.MULTILINE | re.DOTALL if "<!--" in pattern else re.MULTILINE)
    return re.sub(r"\n{2,}", "\n\n", text).strip()


if __name__ == "__main__":
    main()
