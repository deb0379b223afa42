"""Reading and finding: a long PDF read and indexed, and searches among up to 100,000 chunks.

The reference is what the article that Hone follows is built of: PyPDFLoader, RecursiveCharacterTextSplitter,
FAISS.from_documents and BM25Retriever. Embedding is left out on both sides: theirs hands out vectors made before, ours
is given the fitted vectors of the same chunks.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np

from benchmarks.comparing import TIMES, Row, alternately, seconds, write_part
from benchmarks.ingest import draw
from engine import events, jobs
from engine.project import Project
from engine.project import index as store
from engine.resources import quiet_libraries
from engine.retrieval import latent, open_index
from engine.retrieval.tokenise import query_tokens, tokens
from engine.retrieval.words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = 1000
SIZES = (1_000, 10_000, 100_000)
BUILT = Path("build/bench")
WORDS, CHUNK_WORDS, QUERY_WORDS, QUERIES = 30_000, 120, 8, 40
SAME_WORDS = 0.98
FOUND = re.compile(r"[^\W_]+")


def main() -> None:
    """Measure both and write the part; raises SystemExit where what was read or found is not the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--search", help=argparse.SUPPRESS)
    arguments, _ = parser.parse_known_args()
    if arguments.build or arguments.search:
        print(json.dumps(search(arguments.search) if arguments.search else build(*arguments.build)))
        return
    warnings.simplefilter("ignore")  # langchain-community says at every import that it is no longer kept
    quiet_libraries()
    rows, notes = [reading()], [GIVEN]
    same_ranking()
    found = {size: measured(size) for size in SIZES}
    for size, wanted in ((10_000, 20), (100_000, 100)):
        rows.append(Row(f"Hybrid search, {size:,} chunks", "ms", found[size]["search"], [], "at_most", wanted))
    for name in ("search", "open", "build"):
        growth = [large / small for small, large in zip(found[10_000][name], found[100_000][name], strict=True)]
        what = {"search": "A search", "open": "Opening the index", "build": "Making the index"}[name]
        rows.append(Row(f"{what}, 100,000 chunks against 10,000", "times", growth, [], "at_most", 10))
    write_part("finding", "Reading and finding", rows, [*notes, "", *table(found)])


GIVEN = (
    "Embedding is left out: the index is given the vectors that were fitted to the same chunks before, the reference "
    "gets vectors from an object that holds them. Ours ends with the index on disk and opened for searches, processes "
    "that it starts included; the reference's imports are not counted."
)


def reading() -> Row:
    """A PDF of 1,000 pages, until the first search can be asked."""
    BUILT.mkdir(parents=True, exist_ok=True)
    path = BUILT / f"pages-{PAGES}.pdf"
    if not path.is_file():
        draw(path.with_suffix(".new"), PAGES).replace(path)
    with tempfile.TemporaryDirectory() as folder:
        project = Project.create(Path(folder, "first.hone"))
        run("ingest", project, paths=[str(path)])
        fitted = latent.fit([entry.text for entry in store.entries(project)], 384)
        ours = " ".join(row["text"] for row in project.rows("SELECT text FROM pages ORDER BY number"))
        project.close()
        share = same_words(path, ours)
        names = iter(range(1_000_000))

        def hone() -> float:
            made = Project.create(Path(folder, f"{next(names)}.hone"))
            with made, mock.patch.object(latent, "fit", return_value=fitted):
                return seconds(partial(through, made, path))

        taken = alternately(hone, partial(seconds, partial(reference, path, fitted[1].shape[1])))
    equal = f"{share:.2%} of the words that PyPDFLoader reads are in ours (headers and page numbers are left out)"
    return Row(f"Ingest and index of a {PAGES:,}-page PDF", "s", *taken, "faster", 5, equal)


def through(project: Project, path: Path) -> None:
    """Ours: both jobs, and the index opened."""
    run("ingest", project, paths=[str(path)])
    run("index", project)
    open_index(project)


def run(name: str, project: Project, **fields: Any) -> None:
    """Run a job in this process; raises SystemExit with its words when it fails."""
    ended: list[events.Event] = []
    jobs.run(name, {"project": str(project.path), **fields}, ended.append, jobs.Cancel())
    if not isinstance(ended[-1], events.Finished):
        raise SystemExit(str(ended[-1]))


def reference(path: Path, dimensions: int) -> tuple[Any, Any]:
    """The same with langchain-community, as its tutorials do it; chunks are about as long as ours."""
    from langchain_community.document_loaders import PyPDFLoader
    from langchain_community.retrievers import BM25Retriever
    from langchain_community.vectorstores import FAISS
    from langchain_core.embeddings import Embeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    class Given(Embeddings):
        """Vectors without the work of making them."""

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [vector] * len(texts)

        def embed_query(self, text: str) -> list[float]:
            return vector

    vector = [dimensions**-0.5] * dimensions
    pages = PyPDFLoader(str(path)).load()
    chunks = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=0).split_documents(pages)
    return FAISS.from_documents(chunks, Given()), BM25Retriever.from_documents(chunks)


def same_words(path: Path, ours: str) -> float:
    """The share of the words read by pypdf that are in ours; raises SystemExit when it is too small."""
    from pypdf import PdfReader

    theirs = Counter(FOUND.findall(" ".join(page.extract_text() for page in PdfReader(path).pages).lower()))
    share = (theirs & Counter(FOUND.findall(ours.lower()))).total() / theirs.total()
    if share < SAME_WORDS:
        raise SystemExit(f"Only {share:.1%} of the words that pypdf reads are in ours")
    return share


def same_ranking() -> None:
    """Raise SystemExit where words are not ranked as by rank-bm25."""
    from rank_bm25 import BM25Plus

    texts = list(prose(1_000, seed=1))
    index, library = WordIndex.of(texts), BM25Plus([tokens(text) for text in texts], k1=0.9, b=0.25)
    for query in queries(texts):
        asked = query_tokens(query)
        scores = library.get_scores(asked)
        found = index.ranking(query, 20)
        best = sorted(scores, reverse=True)[: len(found)]
        if not found or not np.allclose([scores[number] for number in found], best, rtol=1e-12):
            raise SystemExit(f"Not ranked as by rank-bm25: {query}")


def prose(count: int, seed: int) -> Iterator[str]:
    """Texts of made-up words, as unequally frequent as those of a language (Zipf's law)."""
    dice = random.Random(seed)
    syllables = [first + second for first in "bdfgklmnprst" for second in "aeiou"]
    names = ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(WORDS)]
    weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
    for _ in range(count):
        yield " ".join(dice.choices(names, cum_weights=weights, k=CHUNK_WORDS))


def queries(texts: list[str]) -> list[str]:
    """Some words of a text each."""
    dice = random.Random(2)
    return [" ".join(dice.sample(dice.choice(texts).split(), QUERY_WORDS)) for _ in range(QUERIES)]


def measured(size: int) -> dict[str, Any]:
    """What an index of so many chunks takes, built without embedding, opened and searched: milliseconds, megabytes.

    In processes of their own, so that the memory is that of this index.
    """
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "large.hone"))
        for arguments in (["--build", path, str(size)], ["--search", path]):
            command = [sys.executable, "-m", "benchmarks.speed_finding", *arguments]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode:
                raise SystemExit(done.stderr)
            found |= json.loads(done.stdout.splitlines()[-1])
    return found


def build(path: str, size: str) -> dict[str, list[float]]:
    """Index so many chunks with random vectors; what a query is embedded with is fitted to the first thousand."""
    texts = list(prose(int(size), seed=3))
    fitted, _ = latent.fit(texts[:1_000], 384)
    vectors = np.random.default_rng(4).standard_normal((len(texts), 384), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    with Project.create(path) as project, mock.patch.object(latent, "fit", return_value=(fitted, vectors)):
        add_chunks(project, texts)
        return {"build": [1000 * seconds(partial(run, "index", project))]}


def search(path: str) -> dict[str, list[float]]:
    """Open the index and search it, each time several queries."""
    asked = queries(list(prose(1_000, seed=3)))
    with Project(path) as project:
        began = memory()
        index = open_index(project)
        held = memory() - began
        opened = [1000 * seconds(partial(open_index, project)) for _ in range(TIMES)]
        searched = [
            statistics.median(1000 * seconds(partial(index.search, query)) for query in asked) for _ in range(TIMES)
        ]
        return {"open": opened, "search": searched, "memory": [held]}


def add_chunks(project: Project, texts: list[str]) -> None:
    """A document of one chunk a page, without its pages."""
    with project.transaction() as db:
        document = db.execute(
            "INSERT INTO documents (sha256, name, source, kind, state) VALUES ('', 'large', '', 'text', 'read')"
        ).lastrowid
        db.executemany(
            "INSERT INTO chunks (document_id, position, first_page, start, last_page, end, text, tokens)"
            " VALUES (?, ?, ?, 0, ?, ?, ?, 1)",
            ((document, n, n + 1, n + 1, len(text), text) for n, text in enumerate(texts)),
        )


def memory() -> float:
    """Megabytes that this process holds."""
    import psutil

    return float(psutil.Process().memory_info().rss) / 1e6


def table(found: dict[int, dict[str, Any]]) -> list[str]:
    """What each size costs, in Markdown."""
    lines = [
        "| chunks | index, ms | open, ms | search, ms | memory of the open index, MB |",
        "|---:|---:|---:|---:|---:|",
    ]
    for size, costs in found.items():
        cells = [f"{statistics.median(costs[name]):,.1f}" for name in ("build", "open", "search", "memory")]
        lines.append(f"| {size:,} | {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    main()
