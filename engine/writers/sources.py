"""The project's chunks as writers see them, each sentence with its place on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.documents.chunks import glue
from engine.documents.sentences import sentences as split
from engine.project import documents as stored
from engine.writers.base import Sentence, Source
from engine.writers.definite import Definite, among_sources, tells_facts
from engine.writers.facts import carries_fact, clean_sentence
from engine.writers.names import first_word, names_in
from engine.writers.reading import Text, read
from engine.writers.several import Several
from engine.writers.table_wordings import Naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project import Project
    from engine.project.documents import Chunk, Document, Page

_CAPTION = re.compile(r"\s*(?:figure|fig\.|table|listing|algorithm|box|plate|chart|diagram)\s*[A-Z]?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of a chunk's text that stands on one page: from `start` of the chunk, from `offset` of the page."""

    start: int
    length: int
    page: int
    offset: int


def sources(project: Project, language: str = "") -> list[Source]:
    """All chunks in reading order; `language` overrides what ingest found for each document."""
    found: list[Source] = []
    texts: list[Text] = []
    for document in stored.documents(project):
        if document.state != "failed":
            more, text = _of_document(project, document, language or document.language)
            found += more
            texts.append(text)
    facts = read(texts)
    return [replace(source, read=facts.get(source.chunk_id, ())) for source in found]


def _of_document(project: Project, document: Document, language: str) -> tuple[list[Source], Text]:
    pages = {page.number: page for page in stored.pages(project, document.id)}
    names = names_in(page.text for page in pages.values())
    definite = Definite(page.text for page in pages.values())
    seen: set[tuple[int, int]] = set()  # chunks may overlap: a sentence belongs to the first that has it
    found = []
    chunks = stored.chunks(project, document.id)
    for chunk in chunks:
        sentences = [s for s in _sentences(chunk, pages, language, names, definite) if (s.page, s.start) not in seen]
        seen.update((sentence.page, sentence.start) for sentence in sentences)
        found.append(Source(chunk.id, language, chunk.text, tuple(sentences), section=chunk.section))
    if language != "ko":
        found = _without_parts(found)
    naming = Naming(names, "\n".join(page.text for page in pages.values()))
    facts = [sentence for source in found for sentence in source.sentences if sentence.fact]
    return found, Text(document.id, language, document.title, list(pages.values()), chunks, naming, facts)


def _without_parts(found: list[Source]) -> list[Source]:
    """The sources without the facts that other sentences complete."""
    several = Several(sentence.text for source in found for sentence in source.sentences)
    kept = []
    for source in found:
        sentences = (replace(s, fact=s.fact and not several.tells_part(s.text)) for s in source.sentences)
        kept.append(replace(source, sentences=tuple(sentences)))
    return kept


def _sentences(
    chunk: Chunk, pages: dict[int, Page], language: str, names: frozenset[str], definite: Definite
) -> list[Sentence]:
    """The chunk's sentences. One that goes on overleaf has its span on the page where it begins."""
    parts = _parts(chunk, pages)
    found = []
    told = tells_facts(chunk.section)
    for span in split(chunk.text, language):
        quote = chunk.text[span.start : span.end]
        text = clean_sentence(quote)
        part = next((part for part in parts if part.start <= span.start < part.start + part.length), None)
        if not text or part is None:
            continue
        start = part.offset + span.start - part.start
        end = min(part.offset + span.end - part.start, part.offset + part.length)
        fact = (
            told and carries_fact(text, language) and (language == "ko" or _stands(chunk, span.start, text, definite))
        )
        named = first_word(text) in names
        found.append(Sentence(text, quote, chunk.document_id, part.page, start, end, fact, named))
    return found


def _stands(chunk: Chunk, start: int, text: str, definite: Definite) -> bool:
    """Whether an English sentence needs neither its neighbours nor the picture that it is written under."""
    line = chunk.text[chunk.text.rfind("\n", 0, start) + 1 : start]
    if among_sources(chunk.text, start, start + len(text)):
        return False
    return not definite.leans(text) and not _CAPTION.match(line)


def _parts(chunk: Chunk, pages: dict[int, Page]) -> Sequence[_Part]:
    """Which characters of the chunk stand where; the inverse of `engine.documents.chunks.joined`."""
    parts: list[_Part] = []
    at = 0
    for number in range(chunk.first_page, chunk.last_page + 1):
        text = pages[number].text if number in pages else ""
        begin = chunk.start if number == chunk.first_page else 0
        end = chunk.end if number == chunk.last_page else len(text)
        if end <= begin:
            continue
        if parts:
            at += len(glue(chunk.text[:at], text[begin:end]))
        parts.append(_Part(at, end - begin, number, begin))
        at += end - begin
    return parts
