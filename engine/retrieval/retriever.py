"""The index as a langchain retriever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from engine.retrieval.index import Index  # noqa: TC001  pydantic reads the field's type at run time

if TYPE_CHECKING:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun


class HybridRetriever(BaseRetriever):
    """Gives the `k` best chunks as langchain documents, with where each comes from in its metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    index: Index
    k: int = 4

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        entries = {entry.chunk_id: entry for entry in self.index.entries}
        found: list[Document] = []
        for hit in self.index.search(query, self.k):
            entry = entries[hit.chunk_id]
            metadata: dict[str, Any] = {
                "chunk": hit.chunk_id,
                "document": entry.document_id,
                "first_page": entry.first_page,
                "last_page": entry.last_page,
                "score": hit.score,
            }
            found.append(Document(page_content=entry.text, metadata=metadata))
        return found
