"""Checks of an answer against its evidence: numbers, units, dates and names must stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.words import names, numbers, stem, tokens

if TYPE_CHECKING:
    from engine.dataset.candidate import Candidate


def unsupported(pair: Candidate) -> str:
    if not pair.evidence:
        return "no passage of the document supports the answer"
    given = numbers(pair.evidence) | numbers(pair.question)
    if invented := numbers(pair.answer) - given:
        return f"{', '.join(sorted(invented))} does not stand in the evidence"
    known = set(tokens(pair.evidence)) | set(tokens(pair.question)) | names(pair.evidence)
    if invented := {name for name in names(pair.answer) if name not in known and stem(name) not in map(stem, known)}:
        return f"{', '.join(sorted(invented))} does not stand in the evidence"
    return ""
