"""The two documents that no model has seen are read whole: every word, heading and table, searchable at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine import jobs
from engine.project import Project
from engine.project import documents as store

if TYPE_CHECKING:
    from tests.conftest import Recorder

UNSEEN = Path(__file__).parent.parent / "data" / "unseen"


@pytest.mark.parametrize(
    ("name", "heading", "said"),
    [
        (
            "harbour_handbook.md",
            "The rescue launch",
            "She is 8.4 metres long, makes 31 knots and carries a crew of three.",
        ),
        ("museum_loans.txt", "Condition reports", "sixty seconds long, made with a contact microphone."),
    ],
)
def test_an_unseen_document_is_read_whole(
    project_path: str, emit: Recorder, name: str, heading: str, said: str
) -> None:
    jobs.run("ingest", {"project": project_path, "paths": [str(UNSEEN / name)]}, emit, jobs.Cancel())
    jobs.run("index", {"project": project_path}, emit, jobs.Cancel())
    with Project(project_path) as project:
        (document,) = store.documents(project)
        text = " ".join(page.text for page in store.pages(project, document.id))
        chunks = store.chunks(project)
    assert (document.state, document.language, document.message) == ("read", "en", "")
    assert document.words == pytest.approx(len((UNSEEN / name).read_text(encoding="utf-8").split()), rel=0.01)
    assert said in " ".join(text.split())
    assert heading in text
    assert len(chunks) > 20
