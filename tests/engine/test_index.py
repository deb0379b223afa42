"""The index job: built, stored, searched, noticed when stale or broken, with and without an embedding model."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine import events, jobs
from engine.errors import HoneError, JobCancelled
from engine.index import IndexSpec, index
from engine.project import Project
from engine.resources import starter_gguf
from engine.retrieval import Hit, open_index
from engine.retrieval.gguf_embeddings import GgufEmbeddings, prefixes
from tests.engine.test_retrieval import TEXTS

if TYPE_CHECKING:
    from tests.conftest import Recorder


def add_chunks(path: str, texts: list[str], name: str = "manual") -> None:
    """A document with one chunk a page."""
    with Project(path) as project, project.transaction() as db:
        document = db.execute(
            "INSERT INTO documents (sha256, name, source, kind, state) VALUES (?, ?, '', 'text', 'read')", (name, name)
        ).lastrowid
        db.executemany(
            "INSERT INTO chunks (document_id, position, first_page, start, last_page, end, text, tokens)"
            " VALUES (?, ?, ?, 0, ?, ?, ?, 1)",
            [(document, n, n + 1, n + 1, len(text), text) for n, text in enumerate(texts)],
        )


def run(path: str, emit: Recorder, **options: Any) -> dict[str, Any]:
    """Run the job and return what it announced."""
    index(IndexSpec(project=path, **options), emit, jobs.Cancel())
    made: events.Artifact = emit.of(events.Artifact)[-1]
    return {"path": made.path, **(made.data or {})}


def first(path: str, query: str, k: int = 4) -> list[int]:
    """Page numbers of the hits, best first."""
    with Project(path) as project:
        pages = {row["id"]: row["first_page"] for row in project.rows("SELECT id, first_page FROM chunks")}
        return [pages[hit.chunk_id] for hit in open_index(project).search(query, k)]


@pytest.fixture
def indexed(project_path: str, emit: Recorder) -> str:
    add_chunks(project_path, TEXTS)
    run(project_path, emit)
    return project_path


def test_questions_find_their_chunk_in_both_languages(indexed: str) -> None:
    assert first(indexed, "How often must the pump be descaled?")[0] == 1
    assert first(indexed, "For how many years is there a warranty?")[0] == 2
    assert first(indexed, "펌프는 얼마나 자주 청소해야 하나요?")[0] == 4
    assert first(indexed, "보증 기간은 몇 년인가요?")[0] == 5


def test_hits_are_few_ordered_and_never_strangers(indexed: str) -> None:
    with Project(indexed) as project:
        found = open_index(project)
        hits = found.search("pump water filter warranty", 2)
        assert len(hits) == 2
        assert all(isinstance(hit, Hit) for hit in hits)
        assert hits[0].score >= hits[1].score > 0
        assert found.search("zzz qqq") == []
        assert found.search("") == []
        assert len(found.search("pump water filter warranty 펌프", 100)) <= len(TEXTS)


def test_as_a_langchain_retriever(indexed: str) -> None:
    from langchain_core.embeddings import Embeddings
    from langchain_core.retrievers import BaseRetriever

    from engine.retrieval.retriever import HybridRetriever

    with Project(indexed) as project:
        found = open_index(project)
        retriever = HybridRetriever(index=found, k=1)
        assert isinstance(retriever, BaseRetriever)
        assert isinstance(found.embedder, Embeddings)
        document = retriever.invoke("Where do I send the receipt?")[0]
    assert document.page_content == TEXTS[1]
    assert document.metadata["first_page"] == document.metadata["last_page"] == 2


def test_the_same_chunks_are_not_indexed_twice(indexed: str, emit: Recorder) -> None:
    folder = run(indexed, emit)["path"]
    assert emit.of(events.Log)[-1].text == "The index is up to date."
    assert run(indexed, emit, dimensions=32)["path"] != folder
    assert [path.name for path in Path(folder).parent.iterdir()] == ["0002"]


def test_progress_reaches_the_end(project_path: str, emit: Recorder) -> None:
    add_chunks(project_path, [f"{text} {n}" for n in range(30) for text in TEXTS])
    assert run(project_path, emit)["chunks"] == 150
    done = [event.done for event in emit.of(events.Progress)]
    assert done == sorted(done)
    assert done[-1] == 150


def test_changed_chunks_are_noticed(indexed: str, emit: Recorder) -> None:
    add_chunks(indexed, ["The kettle is made of steel."], "second")
    with Project(indexed) as project, pytest.raises(HoneError, match="out of date"):
        open_index(project)
    run(indexed, emit)
    assert first(indexed, "What is the kettle made of?", 1) == [1]


def test_without_chunks_or_index(project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project, pytest.raises(HoneError, match="not indexed yet"):
        open_index(project)
    with pytest.raises(HoneError, match="nothing to index"):
        run(project_path, emit)


@pytest.mark.parametrize("name", ["vectors.npy", "projection.npy", "vocabulary.json", "weights.npy"])
@pytest.mark.parametrize("damage", ["gone", "cut", "nonsense", "other"])
def test_broken_files_are_named_and_made_again(indexed: str, emit: Recorder, name: str, damage: str) -> None:
    with Project(indexed) as project:
        file = project.path / project.value("SELECT folder FROM indexes") / name
    whole = file.read_bytes()
    if damage == "gone":
        file.unlink()
    elif damage == "other":
        file.write_text('["pump"]') if name.endswith("json") else np.save(file, np.zeros((2, 2), np.float32))
    else:
        file.write_bytes(whole[: len(whole) // 2] if damage == "cut" else b"nonsense")
    with Project(indexed) as project, pytest.raises(HoneError, match="cannot be read") as caught:
        open_index(project)
    assert "hone index" in caught.value.hint
    run(indexed, emit)
    assert first(indexed, "How often must the pump be descaled?")[0] == 1


def test_cancel_keeps_the_old_index(indexed: str, emit: Recorder) -> None:
    cancel = jobs.Cancel()
    cancel.cancel()
    with pytest.raises(JobCancelled):
        index(IndexSpec(project=indexed, dimensions=64), emit, cancel)
    assert first(indexed, "How often must the pump be descaled?")[0] == 1


def test_killed_while_writing_keeps_the_old_index(indexed: str, emit: Recorder) -> None:
    """The new folder is whole before the database names it."""
    code = (
        "import os, signal, sys\nfrom engine import index, jobs\nfrom engine.project import index as store\n"
        "store.record = lambda *rest: os.kill(os.getpid(), signal.SIGKILL)\n"
        "index.index(index.IndexSpec(project=sys.argv[1], dimensions=64), print, jobs.Cancel())\n"
    )
    done = subprocess.run([sys.executable, "-c", code, indexed], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == -signal.SIGKILL
    assert sorted(os.listdir(Path(indexed) / "index")) == ["0001", "0002"]
    assert first(indexed, "How often must the pump be descaled?")[0] == 1
    assert run(indexed, emit, dimensions=64)["path"].endswith("0002")
    assert first(indexed, "How often must the pump be descaled?")[0] == 1
    assert os.listdir(Path(indexed) / "index") == ["0002"]


def test_a_moved_project_still_answers(indexed: str, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "moved.hone"
    shutil.copytree(indexed, moved)
    assert first(str(moved), "How often must the pump be descaled?")[0] == 1


# -- with a GGUF model --------------------------------------------------------------------------------------


def test_gguf_embedder_end_to_end(project_path: str, emit: Recorder) -> None:
    """The starter is no embedding model; its averaged tokens still bring a chunk's own text back first."""
    add_chunks(project_path, TEXTS[:3])
    assert run(project_path, emit, embedder=str(starter_gguf()))["embedder"] == "gguf"
    assert not emit.of(events.Log)
    assert first(project_path, TEXTS[1], 1) == [2]
    run(project_path, emit, embedder=str(starter_gguf()))
    assert emit.of(events.Log)[-1].text == "The index is up to date."


def test_the_chosen_embedder_stays(project_path: str, emit: Recorder) -> None:
    """ingest brings the index up to date without saying how: it must not undo what the person chose."""
    add_chunks(project_path, TEXTS[:2])
    assert run(project_path, emit)["embedder"] == "latent"
    run(project_path, emit, dimensions=32)
    assert run(project_path, emit)["path"].endswith("0002")
    assert run(project_path, emit, embedder=str(starter_gguf()))["embedder"] == "gguf"
    add_chunks(project_path, TEXTS[2:3], "second")
    assert run(project_path, emit)["embedder"] == "gguf"
    assert run(project_path, emit, embedder="latent")["embedder"] == "latent"


def test_vectors_do_not_depend_on_what_is_embedded_beside_them() -> None:
    """Many texts are read at once; some are longer than half of what llama.cpp reads in one go."""
    model = GgufEmbeddings(starter_gguf())
    texts = [TEXTS[0] * 9, *TEXTS, TEXTS[1] * 9, TEXTS[2] * 9]
    together = model.embed(texts)
    assert np.allclose([model.embed([text])[0] for text in texts], together, atol=1e-4)
    model.close()


def test_an_index_without_its_words_is_still_searched(project_path: str, emit: Recorder) -> None:
    """As those that were made before words were stored."""
    add_chunks(project_path, TEXTS)
    folder = Path(str(run(project_path, emit)["path"]))
    found = first(project_path, TEXTS[1], 3)
    (folder / "words.json").unlink()
    assert first(project_path, TEXTS[1], 3) == found
    (folder / "words.json").write_text("[]", encoding="utf-8")
    assert first(project_path, TEXTS[1], 3) == found


def test_gguf_vectors() -> None:
    model = GgufEmbeddings(starter_gguf())
    vectors = model.embed(TEXTS[:2])
    assert vectors.shape == (2, model.dimensions)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert np.allclose(model.embed_query(TEXTS[0]), vectors[0], atol=1e-4)  # no prefixes for this model
    assert np.allclose(model.embed_documents([TEXTS[0]])[0], vectors[0], atol=1e-4)
    assert model.recipe.pooling == "mean"
    assert model.recipe.longest == 512
    assert model.cut == 0
    model.embed(["water " * 600])
    assert model.cut == 1
    model.close()


def test_long_chunks_are_reported(project_path: str, emit: Recorder) -> None:
    add_chunks(project_path, ["water " * 600, "pump"])
    run(project_path, emit, embedder=str(starter_gguf()))
    assert emit.of(events.Log)[-1].level == "warning"
    assert emit.of(events.Log)[-1].text.startswith("1 chunks are longer")


@pytest.mark.parametrize(
    ("name", "query", "document"),
    [
        ("multilingual-e5-small", "query: ", "passage: "),
        ("nomic-embed-text-v1.5", "search_query: ", "search_document: "),
        ("Nomic Embed Text v1.5", "search_query: ", "search_document: "),
        ("bge-m3", "", ""),
        ("starter", "", ""),
    ],
)
def test_prefixes_of_the_models_cards(name: str, query: str, document: str) -> None:
    assert prefixes(name) == (query, document)


def test_instructions_stand_before_the_query_only() -> None:
    for name in ("Qwen3 Embedding 0.6B", "multilingual-e5-large-instruct"):
        query, document = prefixes(name)
        assert query.startswith("Instruct: ")
        assert "\nQuery:" in query
        assert document == ""


@pytest.mark.parametrize(
    ("content", "title"),
    [(None, "There is no file"), (b"PK\x03\x04", "not a GGUF file"), (b"GGUF\0\0", "cannot be lo")],
)
def test_unusable_models_are_named(
    project_path: str, emit: Recorder, tmp_path: Path, content: bytes | None, title: str
) -> None:
    add_chunks(project_path, TEXTS)
    file = tmp_path / "embedder.gguf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(HoneError, match=title):
        run(project_path, emit, embedder=str(file))


def test_another_model_under_the_same_name_is_noticed(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    file = tmp_path / "embedder.gguf"
    shutil.copy(starter_gguf(), file)
    add_chunks(project_path, TEXTS[:2])
    run(project_path, emit, embedder=str(file))
    with file.open("ab") as end:
        end.write(b"\0")
    with Project(project_path) as project, pytest.raises(HoneError, match="embedding model changed"):
        open_index(project)
    file.unlink()
    with Project(project_path) as project, pytest.raises(HoneError, match="There is no file"):
        open_index(project)
