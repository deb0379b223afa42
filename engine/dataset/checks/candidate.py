"""A pair before its verdict, and what a check of it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cleaned question with its answer, the evidence quote, and the text of the chunk it was asked of."""

    question: str
    answer: str
    evidence: str
    chunk: str
    language: str = "en"
    kind: str = ""  # of the fact: unanswerable, list, yes_no, ...; '' when not known
    page: str = ""  # text of the page the evidence is quoted from and of the next; '' when not at hand


@dataclass(frozen=True, slots=True)
class Check:
    """`objection` returns what exactly it objects to, or '' when all is well."""

    name: str
    sentence: str
    objection: Callable[[Candidate], str]
