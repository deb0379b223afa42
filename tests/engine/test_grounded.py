"""Questions with what the index finds for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.errors import HoneError
from engine.grounded import Grounding
from engine.index import IndexSpec, index
from engine.ingest import IngestSpec, ingest
from engine.jobs import Cancel
from engine.project import Project
from engine.resources import starter

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.mlx import Loaded
    from tests.conftest import Recorder

TEXT = """# The kiln

The kiln weighs 412 kg without its shelves. It was built in Aveiro in 1987.

# The wheel

The wheel turns at 240 rounds a minute. Its belt lasts 14 months.
"""
ASKED = [{"role": "user", "content": "How much does the kiln weigh?"}]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    from engine.runtimes import mlx

    return mlx.load(starter())


@pytest.fixture
def read(project_path: str, tmp_path: Path, emit: Recorder) -> str:
    (tmp_path / "shop.md").write_text(TEXT)
    ingest(IngestSpec(project=project_path, paths=(str(tmp_path / "shop.md"),)), emit, Cancel())
    index(IndexSpec(project=project_path), emit, Cancel())
    return project_path


def test_a_short_context_gets_the_best_sentence(read: str, loaded: Loaded) -> None:
    with Project(read) as project:
        tokens, hits = Grounding(project, loaded, "chat").prompt(ASKED)
    assert "The kiln weighs 412 kg without its shelves.\nHow much does the kiln weigh?" in loaded.decode(tokens)
    assert hits[0].items() >= {"document": "shop.md", "page": 1}.items()


def test_a_long_context_gets_numbered_excerpts(read: str, loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(loaded.config, "max_position_embeddings", 4096)
    with Project(read) as project:
        grounding = Grounding(project, loaded, "chat")
        tokens, hits = grounding.prompt([{"role": "system", "content": "Be brief."}, *ASKED])
        monkeypatch.setitem(loaded.config, "max_position_embeddings", 1040)
        tight, fewer = grounding.prompt(ASKED, 1000)
    text = loaded.decode(tokens)
    assert "Be brief." in text
    assert "[1] " in text
    assert text.index("412 kg") < text.index("How much does the kiln weigh?")
    assert len(tight) <= 1040 - 520
    assert len(fewer) <= len(hits)


def test_without_an_index_it_says_so(project_path: str, loaded: Loaded) -> None:
    with Project(project_path) as project, pytest.raises(HoneError, match="not indexed"):
        Grounding(project, loaded, "chat")
