"""Regenerate: the writer asks for the fact of one pair again, in words that it did not use before."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine import events
from engine.dataset.checks import SENTENCES, SETTING
from engine.dataset.checks.candidate import Candidate
from engine.dataset.checks.verdicts import Verdicts
from engine.dataset.words import normalised
from engine.errors import HoneError
from engine.jobs import Pace
from engine.project import Project, changes, review
from engine.project import pairs as stored
from engine.project.judged import accepted_questions
from engine.project.settings import setting
from engine.spec import Spec, option
from engine.writers.wanted import GenerateSpec, wishes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.jobs import Cancel, Emit
    from engine.project.review import Listed
    from engine.retrieval import Index
    from engine.writers.base import Answered, Asked, Search, Source, Unanswered, Writer

STARTER = "starter"
_HITS = 4
_WORDINGS = 12  # so many ways to ask are tried by the starter, to which they cost little
_TEMPERATURE = 0.8  # of a chat writer: at 0 it would say the same again


@dataclass(frozen=True, kw_only=True)
class RegenerateSpec(Spec):
    """Which pair, and which writer asks anew."""

    pair: int = option(0, "Pair", "The number of the pair that gets a new text.")
    writer: str = option(
        "", "Writer", "`starter`, the path of a GGUF chat model, or servers; the one that wrote it when empty."
    )


def regenerate(spec: RegenerateSpec, emit: Emit, cancel: Cancel) -> None:
    """Give a pair a new text that the checks accept; the old one stays in its history.

    Raises HoneError when nothing better came of it; then the pair is as it was.
    """
    from engine.retrieval import open_index
    from engine.writers.opening import open_writer

    with Project(spec.project) as project:
        pair = review.get(project, spec.pair)
        index = open_index(project)
        asked = _spec(project, spec, pair)
        wanted = dataclasses.replace(wishes(project, asked), avoid=_known(project, pair))
        writer = open_writer(asked.writer, wanted, tell=emit, check=cancel.check)
        try:
            rewrite(project, pair, writer, index, emit, cancel)
        finally:
            writer.close()


def rewrite(project: Project, pair: Listed, writer: Writer, index: Index, emit: Emit, cancel: Cancel) -> None:
    """The job with an open writer and index."""
    from engine.writers.base import Unanswered as Waiting
    from engine.writers.sources import sources

    everything = {source.chunk_id: source for source in sources(project)}
    source = _source(project, pair, everything, writer)
    known = _known(project, pair)

    def search(question: str) -> list[Source]:
        return [everything[hit.chunk_id] for hit in index.search(question, _HITS) if hit.chunk_id in everything]

    pace = Pace("ask", 1, emit)
    found = [
        (fact, wording)
        for _, fact in writer.ask([source], cancel.check)
        if fact is not None
        for wording in fact.wordings
        if wording.question and not wording.doubt and normalised(wording.question) not in known
    ]
    pace.advance()
    facts = [Waiting(pair.fact_id, source, fact.sentence, (wording.question,), fact.kind) for fact, wording in found]
    verdicts = _verdicts(project)
    pace, objections = Pace("answer", len(facts), emit), []
    for number, answered in _answers(writer, facts, search, cancel):
        fact, wording = found[number]
        reason, detail = _judged(verdicts, pair, fact, wording.question, answered, source)
        if not reason:
            _store(project, pair, fact, wording.style, wording.question, answered, writer.name)
            emit(events.Artifact("pair", "", {"pair": pair.id, "question": wording.question}))
            return
        objections.append(f"“{wording.question}”: {SENTENCES.get(reason, reason)} {detail}".strip())
        pace.advance()
    tried = " ".join(objections[:3]) or "The writer found no other words for it."
    raise HoneError(
        f"No better text came of pair {pair.id}",
        f"{tried} It is as it was: edit it by hand (hone pairs PROJECT edit {pair.id}), or try another --writer.",
    )


def _answers(
    writer: Writer, facts: Sequence[Unanswered], search: Search, cancel: Cancel
) -> Sequence[tuple[int, Answered]]:
    """All answers, in the order in which the questions were asked."""
    return sorted(writer.answer(facts, search, cancel.check), key=lambda entry: entry[0])


def _spec(project: Project, spec: RegenerateSpec, pair: Listed) -> GenerateSpec:
    """What its generation was asked, with a seed of its own for every turn."""
    generation = project.value("SELECT generation_id FROM facts WHERE id = ?", pair.fact_id)
    known = stored.generations(project)
    texts = [each.spec for each in known if each.id == generation] or [each.spec for each in known[-1:]]
    asked = GenerateSpec.from_json(texts[0]) if texts else GenerateSpec(project=spec.project)
    turns = sum(entry.action == "regenerate" for entry in changes.history(project, pair.id))
    writer = spec.writer or asked.writer
    return dataclasses.replace(
        asked,
        project=spec.project,
        stage="all",
        gaps=False,
        writer=writer,
        wordings=_WORDINGS if writer == STARTER else asked.wordings,
        temperature=asked.temperature or _TEMPERATURE,
        seed=(asked.seed + 1 + turns) % 2**31,
    )


def _known(project: Project, pair: Listed) -> frozenset[str]:
    """Every question of the fact, and what the pair was called before, normalised."""
    rows = project.rows("SELECT question FROM pairs WHERE fact_id = ?", pair.fact_id)
    told = [side.get("question") for entry in changes.history(project, pair.id) for side in (entry.before, entry.after)]
    return frozenset(normalised(text) for text in (*(row[0] for row in rows), *told) if text)


def _source(project: Project, pair: Listed, everything: dict[int, Source], writer: Writer) -> Source:
    """The chunk with the pair's own sentence, or as a whole where it was asked about as a whole."""
    row = project.row("SELECT chunk_id, source FROM facts WHERE id = ?", pair.fact_id)
    source = everything.get(row["chunk_id"]) if row is not None else None
    if source is None or row is None:
        raise HoneError(f"Pair {pair.id} was not made of a document", "It was imported: edit it by hand instead.")
    if not writer.knows(source.language):
        raise HoneError(
            f"{writer.name} does not know the language of pair {pair.id}", "Name a chat model: --writer FILE"
        )
    if writer.kind != "starter":
        return dataclasses.replace(source, read=())
    own = tuple(dataclasses.replace(s, fact=True) for s in source.sentences if s.text == row["source"])
    if not own:
        raise HoneError(
            f"The starter cannot ask for the fact of pair {pair.id} again",
            "It asks about sentences only: edit the pair by hand, or name a chat model: --writer FILE.gguf",
        )
    return dataclasses.replace(source, sentences=own[:1], read=())


def _verdicts(project: Project) -> Verdicts:
    verdicts = Verdicts(setting(project, SETTING, []))
    for fact_id, question, answer, evidence in accepted_questions(project):
        verdicts.remember(fact_id, question, answer, evidence)
    return verdicts


def _judged(
    verdicts: Verdicts, pair: Listed, fact: Asked, question: str, answered: Answered, source: Source
) -> tuple[str, str]:
    quote = " ".join(answered.evidence.quote.split()) if answered.evidence else ""
    candidate = Candidate(question, answered.answer, quote, source.text, source.language, fact.kind)
    (verdict,) = verdicts.of_fact(pair.fact_id, [candidate], answered.objections)
    return verdict.reason, verdict.detail


def _store(
    project: Project, pair: Listed, fact: Asked, style: str, question: str, answered: Answered, writer: str
) -> None:
    evidence = answered.evidence
    review.renew(
        project,
        pair,
        question=question,
        style=style,
        kind=fact.kind,
        answer=answered.answer,
        evidence=evidence.quote if evidence else "",
        span=review.Span(evidence.document_id, evidence.page, evidence.start, evidence.end) if evidence else None,
        writer=writer,
    )
