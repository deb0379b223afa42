"""Questions of different facts that ask for the same thing."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from engine.dataset.words import content, tokens

NEAR_DUPLICATE = 0.7  # similarity of the token lists, from which questions with the same content words are one


class Asked:
    """The accepted questions of all facts, to find what asks for the same thing again."""

    def __init__(self) -> None:
        self._by_content: dict[frozenset[str], list[tuple[int, list[str]]]] = {}

    def add(self, fact_id: int, question: str) -> None:
        """Remember an accepted question of a fact."""
        self._by_content.setdefault(frozenset(content(question)), []).append((fact_id, tokens(question)))

    def near_duplicate(self, fact_id: int, question: str) -> str:
        """The question of another fact that this one nearly repeats, or ''.

        Questions about different things ("the air filter", "the oil filter") are alike in most words, so
        only those with the same content words are compared: Indel similarity of the token lists.
        """
        words = tokens(question)
        for other, known in self._by_content.get(frozenset(content(question)), []):
            if other != fact_id and Indel.normalized_similarity(words, known) >= NEAR_DUPLICATE:
                return " ".join(known)
        return ""
