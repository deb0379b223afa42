"""Questions together with what the index finds for them, as a base reads them.

Retrieval-augmented generation (Lewis et al. 2020, arXiv:2005.11401) is what tuning is compared with: the same model,
with the document open before it.
"""

from __future__ import annotations

import functools
from string import Template
from typing import TYPE_CHECKING, Any

from engine.dataset.styles import render
from engine.dataset.words import content
from engine.documents.sentences import sentences
from engine.project import documents
from engine.project import index as indexes
from engine.resources import resource
from engine.writers.facts import clean_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project import Project
    from engine.project.index import Entry
    from engine.retrieval import Index
    from engine.runtimes.mlx import Loaded

_HITS = 4
_SHORT = 1024  # tokens of context; below, there is room for some sentences and for no instructions
# The starter copies one sentence well, and mixes up several where no grammar holds it to one of them: key facts
# right of 36 held-out and 93 hand-written questions on the sample manual 64% and 63% with one, 64 and 42 with two,
# 39 and 14 with eight.
_SENTENCES = 1
_REPLY = 0.25  # share of the context that is kept for the reply


class Grounding:
    """Searches the project's index and puts what it finds before the question.

    A base with a short context reads the best sentence and then the question, as the starter was trained to copy an
    answer; others read numbered excerpts under an instruction in the document's language.
    Raises HoneError when there is no index, or it is out of date.
    """

    def __init__(self, project: Project, loaded: Loaded, style: str, index: Index | None = None) -> None:
        from engine.retrieval import open_index

        self._index: Index = index or open_index(project)
        self._loaded, self._style = loaded, style
        self._chunks = {entry.chunk_id: entry for entry in self._index.entries}
        self._documents = {document.id: document for document in documents.documents(project)}

    def prompt(
        self, asked: Sequence[dict[str, str]], reply_tokens: int = 0
    ) -> tuple[list[int], tuple[dict[str, Any], ...]]:
        """`conversation` as tokens."""
        messages, hits = self.conversation(asked, reply_tokens)
        return self._tokens(messages), hits

    def conversation(
        self, asked: Sequence[dict[str, str]], reply_tokens: int = 0
    ) -> tuple[list[dict[str, str]], tuple[dict[str, Any], ...]]:
        """The conversation, its last question with what was found for it, and what that is.

        `asked` ends with the person's question. Each hit is {"chunk", "document", "page"}. Excerpts are left out from
        the last until the prompt leaves room for a reply of `reply_tokens`, or a quarter of the context.
        """
        *before, question = asked
        found = [self._chunks[hit.chunk_id] for hit in self._index.search(question["content"], _HITS)]
        parts = self._sentences(question["content"], found) if self._is_short else [chunk.text for chunk in found]
        context = self._loaded.context_length
        room = context - max(min(reply_tokens, context // 2), int(context * _REPLY))
        while True:
            language = self._documents[found[0].document_id].language if found else ""
            text = self._text(question["content"], parts, language)
            messages = [*before, {"role": "user", "content": text}]
            if not parts or len(self._tokens(messages)) <= room:
                break
            parts = parts[:-1]
        hits = found if self._is_short else found[: len(parts)]
        return messages, tuple(
            {"chunk": hit.chunk_id, "document": self._documents[hit.document_id].name, "page": hit.first_page}
            for hit in hits
        )

    def _tokens(self, messages: Sequence[dict[str, str]]) -> list[int]:
        return self._loaded.encode(render(self._style, messages, self._loaded.tokenizer)[0])

    @property
    def _is_short(self) -> bool:
        return self._loaded.context_length < _SHORT

    def _text(self, question: str, parts: list[str], language: str) -> str:
        if not parts:
            return question
        if self._is_short:
            return f"{' '.join(parts)}\n{question}"
        excerpts = "\n\n".join(f"[{number}] {part}" for number, part in enumerate(parts, start=1))
        return Template(_form("ko" if language == "ko" else "en")).substitute(text=excerpts, question=question)

    def _sentences(self, question: str, found: Sequence[Entry]) -> list[str]:
        """The sentences that share most words with the question, those of better hits first among equals."""
        wanted = content(question)
        told: dict[str, int] = {}
        for chunk in found:
            for span in sentences(chunk.text, self._documents[chunk.document_id].language):
                text = clean_sentence(chunk.text[span.start : span.end])
                told.setdefault(text, len(wanted & content(text)))
        best = sorted(filter(None, told), key=lambda text: -told[text])
        return [text for text in best[:_SENTENCES] if told[text]]


class Opened:
    """The index that was searched last, kept open for the next question while it is the one of its documents."""

    def __init__(self) -> None:
        self._key: object = None
        self._index: Index | None = None

    def get(self, project: Project) -> Index:
        """The index of a project, opened anew when it or a document changed; raises HoneError as `open_index`."""
        from engine.retrieval import open_index

        key = (project.path, indexes.current(project))
        if self._index is None or self._key != key or self._index.entries != indexes.entries(project):
            self._index = None
            self._index, self._key = open_index(project), key
        return self._index


@functools.cache
def _form(language: str) -> str:
    return resource("prompts", language, "grounded.txt").read_text(encoding="utf-8").strip()
