"""index: the chunks become searchable by meaning and by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine import events, jobs
from engine.errors import HoneError
from engine.project import Project
from engine.project import index as store
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.jobs import Cancel, Emit

_STEP = 64  # chunks between two messages


@dataclass(frozen=True, kw_only=True)
class IndexSpec(Spec):
    """What turns chunks into vectors."""

    embedder: str = option(
        "",
        "Embedding model.",
        "A GGUF file, or latent for vectors fitted to the documents themselves; by default as before, at first latent.",
    )
    dimensions: int | None = option(
        None, "Dimensions.", "Of latent vectors; by default as before, at first 384.", minimum=16, maximum=1024
    )


def index(spec: IndexSpec, emit: Emit, cancel: Cancel) -> None:
    """Bring the project's index up to date and announce it as `Artifact("index")`.

    An index of the same chunks and recipe is left as it is. Raises HoneError when there are no chunks or the
    embedding model cannot be used.
    """
    with Project(spec.project) as project:
        entries = store.entries(project)
        if not entries:
            raise HoneError(
                "There is nothing to index", f"Add a document first: hone ingest {project.path.name} FILE.pdf"
            )
        from engine.retrieval import index as room

        wanted = room.recipe(project, spec.embedder, spec.dimensions)
        folder = room.up_to_date(project, wanted, entries)
        if folder is None:
            folder, cut = room.build(project, wanted, entries, _ticker(len(entries), emit, cancel), cancel.check)
            if cut:
                text = f"{cut} chunks are longer than the embedding model reads: only their beginning is indexed."
                emit(events.Log(text, "warning"))
        else:
            emit(events.Log("The index is up to date."))
        emit(
            events.Artifact(
                "index", str(project.path / folder), {"chunks": len(entries), "embedder": wanted["embedder"]}
            )
        )


def _ticker(total: int, emit: Emit, cancel: Cancel) -> Callable[[], None]:
    """Called after each chunk: looks for a cancel, and reports progress now and then."""
    pace = jobs.Pace("index", total, emit)
    waiting = 0

    def tick() -> None:
        nonlocal waiting
        cancel.check()
        waiting += 1
        if waiting == _STEP or pace.done + waiting == total:
            pace.advance(waiting)
            waiting = 0

    return tick
