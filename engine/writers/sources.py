"""The project's chunks as writers see them: each sentence of a page belongs to exactly one chunk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.sentences import sentences as split
from engine.project import documents as stored
from engine.writers.base import Sentence, Source
from engine.writers.facts import carries_fact, clean_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project import Project
    from engine.project.documents import Chunk, Document, Page


def sources(project: Project, language: str = "") -> list[Source]:
    """All chunks in reading order; `language` overrides what ingest found for each document."""
    return [
        source
        for document in stored.documents(project)
        if document.state != "failed"
        for source in _of_document(project, document, language or document.language)
    ]


def _of_document(project: Project, document: Document, language: str) -> list[Source]:
    chunks = stored.chunks(project, document.id)
    owned: dict[int, list[Sentence]] = {chunk.id: [] for chunk in chunks}
    for page in stored.pages(project, document.id):
        near = [chunk for chunk in chunks if chunk.first_page <= page.number <= chunk.last_page]
        for sentence in _sentences(page, language):
            if (owner := _owner(sentence, near)) is not None:
                owned[owner.id].append(sentence)
    return [Source(chunk.id, language, chunk.text, tuple(owned[chunk.id])) for chunk in chunks]


def _sentences(page: Page, language: str) -> list[Sentence]:
    found = []
    for span in split(page.text, language):
        quote = page.text[span.start : span.end]
        text = clean_sentence(quote)
        if text:
            fact = carries_fact(text, language)
            found.append(Sentence(text, quote, page.document_id, page.number, span.start, span.end, fact))
    return found


def _owner(sentence: Sentence, chunks: Sequence[Chunk]) -> Chunk | None:
    """The first chunk that has the sentence whole; where a chunk's end cuts it, the first that has its start."""
    starting = None
    for chunk in chunks:
        start = chunk.start if chunk.first_page == sentence.page else 0
        end = chunk.end if chunk.last_page == sentence.page else None
        if start <= sentence.start and (end is None or sentence.end <= end):
            return chunk
        if starting is None and start <= sentence.start and (end is None or sentence.start < end):
            starting = chunk
    return starting
