"""Generate: a writer asks about the document's chunks, answers from the index, and checks every pair.

Two stages. `ask` stores facts with their questions, a chunk at a time; `answer` gives each fact its answer
and judges its pairs. Chunks are worked on in fixed groups: a group that was interrupted is computed again
as a whole and only what is missing is stored, so that an interrupted generation ends with the same rows as
one that was not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from engine import events
from engine.dataset.checks import SENTENCES, SETTING
from engine.dataset.checks.candidate import Candidate
from engine.dataset.checks.verdicts import Verdicts
from engine.errors import HoneError, JobCancelled
from engine.jobs import Pace
from engine.project import Project
from engine.project import pairs as stored
from engine.project.judged import accepted_questions, store_opinions
from engine.project.questions import read_questions, write_questions
from engine.project.settings import setting
from engine.servers import is_named
from engine.writers.kinds import SKILL, named_kinds
from engine.writers.waiting import add_asked, answers, kept, pages_around, waiting
from engine.writers.wanted import QUESTIONS_FILE, GenerateSpec, continued, key_of, wishes
from engine.writers.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.jobs import Cancel, Emit
    from engine.retrieval import Index
    from engine.writers.base import Answered, Source, Unanswered, Writer
    from engine.writers.chat import ChatWriter
    from engine.writers.gaps import Place
    from engine.writers.judging import Judge

__all__ = ["GenerateSpec", "generate", "write_pairs"]

_HITS = 4
_FIRST = 16  # chunks of the first group, at least: of so many it shows whether the writer is of any use


def generate(spec: GenerateSpec, emit: Emit, cancel: Cancel) -> None:
    """Write pairs for the project's documents; started again with an equal spec it goes on where it ended.

    A spec that asks for other questions starts a new generation over the facts that have no accepted pair
    yet. Raises HoneError when nothing could be asked, or no pair was accepted.
    """
    from engine.writers.judging import open_judge
    from engine.writers.opening import open_writer

    with Project(spec.project) as project:
        spec = continued(project, spec)
        index = _index(project) if spec.stage != "ask" and not spec.skills else None
        writer = open_writer(spec.writer, wishes(project, spec), tell=emit, check=cancel.check)
        judge: Judge | None = None
        try:
            if spec.skills:
                write_skills(project, spec, writer, emit, cancel)
            else:
                judge = open_judge(spec.judge, writer, emit)
                write_pairs(project, spec, writer, index, emit, cancel, judge)
        finally:
            if judge is not None:
                judge.close()
            writer.close()


def write_skills(project: Project, spec: GenerateSpec, writer: Writer, emit: Emit, cancel: Cancel) -> None:
    """The job for rows of skills; raises HoneError when there are no examples, or no row was accepted."""
    from engine.writers.skills import SkillWork, seeds_for

    known = stored.generation(project, key_of(spec))
    seeds = seeds_for(project, writer, None if known is None else known.id)
    generation = stored.begin_generation(project, key_of(spec), spec.to_json(), 0)
    work = SkillWork(project, generation, cast("ChatWriter", writer), seeds)
    pace = Pace("skill", work.rounds, emit)
    try:
        for _ in work.write(spec.questions_per_chunk, cancel.check):
            pace.advance()
        accepted = stored.kinds(project, generation).get(SKILL, 0)
        if not accepted:
            raise HoneError("No pair was accepted", _reasons(project, generation, ""))
    except (JobCancelled, HoneError) as error:
        stored.end_generation(project, generation, "cancelled" if isinstance(error, JobCancelled) else "failed")
        raise
    stored.end_generation(project, generation, "finished")
    rejected = dict(stored.rejections(project, generation))
    emit(events.Artifact("pairs", "", {"accepted": accepted, "rejected": rejected, "examples": len(seeds)}))


def write_pairs(
    project: Project,
    spec: GenerateSpec,
    writer: Writer,
    index: Index | None,
    emit: Emit,
    cancel: Cancel,
    judge: Judge | None = None,
) -> None:
    """The job with an open writer, index (None for the ask stage) and judge, if any."""
    work = _Work.begin(project, spec, writer, index, emit, cancel)
    if work is None:
        emit(events.Log("There are no gaps: every chunk and page that states a fact has an accepted pair."))
        emit(events.Artifact("pairs", "", {"gaps_found": 0, "gaps_filled": 0}))
        return
    work.begin_verdicts(judge)
    if spec.questions:
        changed, removed = read_questions(project, work.generation, Path(spec.questions).expanduser())
        emit(events.Log(f"{changed} questions changed and {removed} taken out by hand."))
    try:
        work.run()
        work.conclude()
    except JobCancelled:
        stored.end_generation(project, work.generation, "cancelled")
        raise
    except HoneError:
        stored.end_generation(project, work.generation, "failed")
        raise
    stored.end_generation(project, work.generation, "finished")


@dataclass(slots=True)
class _Work:
    """One generation under way."""

    project: Project
    spec: GenerateSpec
    writer: Writer
    index: Index | None
    emit: Emit
    cancel: Cancel
    generation: int
    everything: dict[int, Source]  # all chunks by id, for the index's hits
    groups: list[list[Source]]
    gaps: set[Place]
    watch: Watch
    verdicts: Verdicts = field(default_factory=Verdicts)
    accepted: int = 0
    rejected: int = 0
    covered: bool = False  # earlier generations have accepted pairs of every fact

    @classmethod
    def begin(
        cls, project: Project, spec: GenerateSpec, writer: Writer, index: Index | None, emit: Emit, cancel: Cancel
    ) -> _Work | None:
        """The work that is left; None when gaps are asked for and there are none."""
        from engine.writers import choosing, gaps
        from engine.writers.sources import sources
        from engine.writers.unanswerable import with_share

        key = key_of(spec)
        known = stored.generation(project, key)
        everything = sources(project, "" if spec.language == "auto" else spec.language)
        if not everything:
            raise HoneError("There is nothing to ask about", "Add a document first: hone ingest PROJECT FILE.pdf")
        if writer.kind == "starter" and (spec.topic or spec.instructions):
            emit(events.Log("The starter follows no topic and no instructions: they are ignored.", "warning"))
        chosen = choosing.known_languages(everything, writer, lambda text: emit(events.Log(text, "warning")))
        chosen = choosing.without_repeats(chosen)
        chosen = choosing.fitted(chosen, spec.wordings, named_kinds(spec.kinds))
        chosen = with_share(everything, chosen, spec.unanswerable, spec.seed, spec.wordings)
        gaps.count_facts(project, chosen)
        if spec.sample is not None:
            chosen = choosing.sampled(chosen, spec.sample, spec.seed)
        found = sum(source.facts for source in chosen)
        before = None if known is None else known.id
        chosen = choosing.without_covered(project, chosen, before)
        covered = found > 0 and not any(source.facts for source in chosen)
        places: set[Place] = set()
        if spec.gaps:
            places, chosen = gaps.gaps(project, chosen, before)
            if not chosen:
                return None
            emit(events.Log(f"{len(places)} gaps: chunks or pages that state facts and have no accepted pair."))
        generation = stored.begin_generation(project, key, spec.to_json(), found)
        size = writer.chunks_at_once
        if spec.target is not None:  # a group is done as a whole: it should not go far beyond
            size = max(1, min(size, spec.target // (spec.questions_per_chunk * spec.wordings)))
        ends = [*range(min(size, max(_FIRST, size // 4)), len(chosen), size), len(chosen)]
        groups = [chosen[start:end] for start, end in zip([0, *ends], ends, strict=False) if start < end]
        watch = Watch(writer.name, known=stored.is_proven(project, writer.name), answers=spec.stage != "ask")
        everything_by_id = {source.chunk_id: source for source in everything}
        work = cls(project, spec, writer, index, emit, cancel, generation, everything_by_id, groups, places, watch)
        work.covered = covered
        return work

    def begin_verdicts(self, judge: Judge | None) -> None:
        """Take up the accepted questions of all generations, the counts of this one, and which checks are on."""
        judging = None if judge is None else lambda pairs: judge.opinions(pairs, self.cancel.check)
        self.verdicts = Verdicts(setting(self.project, SETTING, []), judging)
        for fact_id, question, answer, evidence in accepted_questions(self.project):
            self.verdicts.remember(fact_id, question, answer, evidence)
        states = (
            "SELECT count(*) FROM pairs JOIN facts ON facts.id = fact_id WHERE generation_id = ? AND pairs.state = ?"
        )
        self.accepted = self.project.value(states, self.generation, "accepted")
        self.rejected = self.project.value(states, self.generation, "rejected")

    def run(self) -> None:
        """Ask, answer or both, group after group, until all are done or the target is reached."""
        asks, answers = self.spec.stage != "answer", self.spec.stage != "ask"
        asked = stored.units_done(self.project, self.generation, "ask")
        expected = [sum(map(self._expected, group)) for group in self.groups]
        total = sum(expected)
        ask = self._pace("ask", total) if asks else None
        answer = self._pace("answer", total) if answers else None
        follow = self.writer.kind == "chat" and asks and answers and not is_named(self.spec.writer)
        if follow:  # the answers are begun beside the questions, and are the same only beside them
            cast("ChatWriter", self.writer).answers_follow(self._search)
        for group, size in zip(self.groups, expected, strict=True):
            if self._target_reached():
                self.emit(events.Log(f"The target of {self.spec.target} accepted pairs is reached."))
                return
            if ask is not None:
                before = ask.done
                if any(source.chunk_id not in asked for source in group) or (follow and self._is_unanswered(group)):
                    self._ask(group, asked, ask)
                _catch_up(ask, before + size)
            if answer is not None:
                before = answer.done
                self._answer(group, answer)
                _catch_up(answer, before + size)
            self.watch.look()

    def _pace(self, stage: str, total: int) -> Pace:
        return Pace(stage, total, self.emit)

    def _expected(self, source: Source) -> int:
        """Facts that will be asked of a chunk, for the time left."""
        if self.writer.kind == "chat":
            return self.spec.questions_per_chunk + len(source.read)
        return sum(sentence.fact for sentence in source.sentences) + len(source.read)

    def _target_reached(self) -> bool:
        return self.spec.target is not None and self.accepted >= self.spec.target

    def _ask(self, group: Sequence[Source], done: set[int], pace: Pace) -> None:
        if is_named(self.spec.writer):  # no server's reply depends on what is asked beside it
            group = [source for source in group if source.chunk_id not in done]
        for number, asked in self.writer.ask(group, self.cancel.check):
            source = group[number]
            if source.chunk_id in done:
                continue
            with self.project.transaction() as db:
                for fact in source.read if asked is None else (asked,):
                    self.rejected += add_asked(db, self.generation, source.chunk_id, self.writer.name, fact)
                if asked is None:
                    stored.finish_unit(db, self.generation, "ask", source.chunk_id)
            if asked is not None:
                self.watch.asked(source, asked)
                pace.advance()
            self.cancel.check()

    def _is_unanswered(self, group: Sequence[Source]) -> bool:
        facts, _ = waiting(self.project, self.generation, group, self.writer.kind)
        done = stored.units_done(self.project, self.generation, "answer")
        return any(fact.given is None and fact.fact_id not in done for fact in facts)

    def _answer(self, group: Sequence[Source], pace: Pace) -> None:
        """Answer the group's facts. Done ones are computed again beside the others, and not stored again."""
        facts, ids = waiting(self.project, self.generation, group, self.writer.kind)
        done = stored.units_done(self.project, self.generation, "answer")
        if not {fact.fact_id for fact in facts} - done:
            return
        if is_named(self.spec.writer):
            facts, ids = _left(facts, ids, done)
        for number, answered in answers(self.writer, facts, self._search, self.cancel.check):
            fact = facts[number]
            if fact.fact_id in done:
                continue
            self._store(fact, ids[number], answered)
            pace.advance()
            self.cancel.check()

    def _search(self, question: str) -> list[Source]:
        assert self.index is not None, "only the ask stage works without an index"
        hits = self.index.search(question, _HITS)
        return [self.everything[hit.chunk_id] for hit in hits if hit.chunk_id in self.everything]

    def _store(self, fact: Unanswered, pair_ids: Sequence[int], answered: Answered) -> None:
        """Judge the fact's pairs and store verdicts, answer and the finished unit in one transaction."""
        answered = kept(self.project, fact.fact_id, answered)
        evidence = answered.evidence
        support = evidence.quote if evidence else ""
        if fact.given is not None and answered.answer == fact.given.answer:
            support = fact.given.support
        quote = " ".join(support.split())
        chunk = self.everything[fact.chunk_id].text
        questions = (*fact.questions, *fact.spares)[: len(answered.objections)]
        page = pages_around(self.project, evidence) if evidence and support == evidence.quote else ""
        pairs = [Candidate(text, answered.answer, quote, chunk, fact.language, fact.kind, page) for text in questions]
        verdicts = self.verdicts.of_fact(fact.fact_id, pairs, answered.objections)
        with self.project.transaction() as db:
            stored.answer_fact(
                db,
                fact.fact_id,
                answer=answered.answer,
                evidence=evidence.quote if evidence else "",
                span=(evidence.document_id, evidence.page, evidence.start, evidence.end) if evidence else None,
            )
            settled = [
                stored.judge_pair(db, pair_id, question, verdict.reason, verdict.detail)
                for pair_id, question, verdict in zip(pair_ids, questions, verdicts, strict=False)
            ]
            for pair_id, verdict in zip(pair_ids, verdicts, strict=False):
                opinion = verdict.opinion
                store_opinions(db, pair_id, verdict.objection, opinion.verdict, opinion.sentence, opinion.judge)
            if all(settled):  # else a person edited a question meanwhile: it is answered next time
                stored.finish_unit(db, self.generation, "answer", fact.fact_id)
        if fact.given is None:
            self.watch.answered(fact, answered, [verdict.reason for verdict in verdicts])
        accepted = sum(not verdict.reason for verdict in verdicts)
        self.accepted += accepted
        self.rejected += len(verdicts) - accepted
        done = self.accepted + self.rejected
        self.emit(events.Metric("accepted", done, self.accepted))
        self.emit(events.Metric("rejected", done, self.rejected))

    def conclude(self) -> None:
        """Announce what was made; raises HoneError when that is nothing."""
        facts = stored.facts(self.project, self.generation)
        if not facts and self.covered:
            raise HoneError(
                "Every fact is asked for already",
                "An earlier writing, with other options, has accepted pairs of all of them: reject some first, or begin"
                " a new project.",
            )
        if not facts:
            raise HoneError(
                "No question was asked",
                "The chosen chunks have no sentence that states a fact: add documents with more text, ask of all"
                " chunks, or give the ask stage first.",
            )
        self.watch.conclude()
        if self.spec.stage == "ask":
            path = self.project.path / QUESTIONS_FILE
            count = write_questions(self.project, self.generation, path)
            self.emit(events.Artifact("questions", str(path), {"questions": count, "facts": len(facts)}))
            return
        if self.accepted == 0:
            raise HoneError("No pair was accepted", _reasons(self.project, self.generation, self.watch.told()))
        coverage = stored.coverage(self.project)
        data = {
            "accepted": self.accepted,
            "rejected": dict(stored.rejections(self.project, self.generation)),
            "facts_found": coverage.found,
            "facts_asked": coverage.asked,
            "facts_accepted": coverage.accepted,
            "kinds": stored.kinds(self.project, self.generation),
        }
        if self.spec.gaps:
            data |= {"gaps_found": len(self.gaps), "gaps_filled": self._filled()}
            self.emit(events.Log(f"{data['gaps_filled']} of {len(self.gaps)} gaps are filled."))
        self.emit(events.Artifact("pairs", "", data))

    def _filled(self) -> int:
        from engine.writers.gaps import gaps

        left, _ = gaps(self.project, [source for group in self.groups for source in group])
        return len(self.gaps - left)


def _catch_up(pace: Pace, done: int) -> None:
    """A group is done: count what gave fewer facts than expected, or was done before."""
    if done > pace.done:
        pace.advance(done - pace.done)


def _left(facts: list[Unanswered], ids: list[list[int]], done: set[int]) -> tuple[list[Unanswered], list[list[int]]]:
    """The facts that are not done, with the ids of their pairs."""
    left = [number for number, fact in enumerate(facts) if fact.fact_id not in done]
    return [facts[number] for number in left], [ids[number] for number in left]


def _index(project: Project) -> Index:
    from engine.retrieval import open_index

    return open_index(project)


def _reasons(project: Project, generation: int, told: str) -> str:
    counted = [f"{count} {SENTENCES.get(reason, reason)}" for reason, count in stored.rejections(project, generation)]
    return f"Rejected: {' '.join(counted)} {told} Try a larger writer, or other documents.".replace("  ", " ")
