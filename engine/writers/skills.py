"""New rows of a skill in the manner of seed examples: no document supports them, so only their form is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.checks import form
from engine.dataset.checks.candidate import Candidate
from engine.dataset.words import normalised
from engine.errors import HoneError
from engine.project import pairs as stored
from engine.writers.examples import skills
from engine.writers.kinds import SKILL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.project import Project
    from engine.writers.base import Check, Writer
    from engine.writers.chat import ChatWriter
    from engine.writers.examples import Example

UNIT = "skill"  # stage of a finished round: its subject is the number of the example that led it
_SHOWN = 3  # examples of one round
_AT_ONCE = 8  # rounds
_CHECKS = (("empty", form.empty), ("no_answer", form.no_answer), ("cut_answer", form.cut_answer))


def seeds_for(project: Project, writer: Writer, generation: int | None) -> tuple[Example, ...]:
    """The examples to write by; raises HoneError when there are none, or the writer follows none."""
    if writer.kind != "chat":
        raise HoneError(
            "The starter cannot write rows of a skill",
            "It follows no examples. Give a chat model: hone generate PROJECT --skills --writer FILE.gguf",
        )
    found = skills(project, generation)
    if not found:
        raise HoneError(
            "There are no examples of a skill",
            "Import a qna.yaml of a skill, whose seed examples have a question, perhaps a context, and an answer:"
            " hone import PROJECT qna.yaml",
        )
    return found


class SkillWork:
    """Rounds of one generation: each is led by another example and shows some of the next ones."""

    def __init__(self, project: Project, generation: int, writer: ChatWriter, seeds: Sequence[Example]) -> None:
        self._project, self._generation, self._writer, self._seeds = project, generation, writer, seeds
        self._known = {_same(row["question"], row["input"]) for row in self._rows()}
        self._shown = {_same(seed.question, seed.input) for seed in seeds}
        self.rounds = len(seeds)

    def _rows(self) -> Sequence[dict[str, str]]:
        rows = self._project.rows(
            "SELECT question, input FROM pairs JOIN facts ON facts.id = fact_id"
            " WHERE facts.kind = ? AND pairs.state = 'accepted' ORDER BY pairs.id",
            SKILL,
        )
        return [{"question": row[0], "input": row[1]} for row in rows]

    def write(self, count: int, check: Check) -> Iterator[tuple[int, int]]:
        """`count` rows for each example; yields (accepted, rejected) of each round when it is stored.

        Rounds are worked on in fixed groups, and done ones are not stored again: an interrupted generation
        ends with the same rows.
        """
        done = stored.units_done(self._project, self._generation, UNIT)
        for start in range(0, self.rounds, _AT_ONCE):
            group = range(start, min(start + _AT_ONCE, self.rounds))
            if not set(group) - done:
                continue
            shown = [self._example(number) for number in group]
            for place, rows in self._writer.skill(shown, count, check):
                if group[place] not in done:
                    yield self._store(group[place], rows, shown[place][0])
                check()

    def _example(self, number: int) -> list[Example]:
        """The example that leads a round, and the next ones of its language and shape."""
        lead = self._seeds[number]
        turned = (*self._seeds[number:], *self._seeds[:number])
        alike = [s for s in turned if s.is_korean == lead.is_korean and bool(s.input) == bool(lead.input)]
        return alike[:_SHOWN]

    def _store(self, number: int, rows: Sequence[Example], lead: Example) -> tuple[int, int]:
        verdicts = []
        for row in rows or [type(lead)("", "", "")]:  # a reply that was cut counts as one empty row
            reason, detail = self._verdict(row, lead)
            if not reason:
                self._known.add(_same(row.question, row.input))
            verdicts.append((row, reason, detail))
        with self._project.transaction() as db:
            for place, (row, reason, detail) in enumerate(verdicts):
                fact = db.execute(
                    "INSERT INTO facts (generation_id, position, origin, writer, kind, answer)"
                    " VALUES (?, ?, 'generated', ?, ?, ?)",
                    (self._generation, 1000 * number + place, self._writer.name, SKILL, row.answer),
                ).lastrowid
                db.execute(
                    "INSERT INTO pairs (fact_id, wording, style, question, input, state, reason, detail)"
                    " VALUES (?, 0, 'skill', ?, ?, ?, ?, ?)",
                    (fact, row.question, row.input, "rejected" if reason else "accepted", reason, detail),
                )
            stored.finish_unit(db, self._generation, UNIT, number)
        rejected = sum(bool(reason) for _, reason, _ in verdicts)
        return len(verdicts) - rejected, rejected

    def _verdict(self, row: Example, lead: Example) -> tuple[str, str]:
        """What stands against a row: its form, its language, or that it is there already."""
        pair = Candidate(row.question, row.answer, "", "", "ko" if lead.is_korean else "en", SKILL)
        for name, objection in _CHECKS:
            if detail := objection(pair):
                return name, detail
        if bool(row.input) != bool(lead.input):
            return "empty", "it lacks the input" if lead.input else "its example has no input"
        if row.is_korean != lead.is_korean:
            return "off_topic", "it is written in another language than its example"
        if _same(row.question, row.input) in self._shown:
            return "copy", "it repeats an example"
        if _same(row.question, row.input) in self._known:
            return "near_duplicate", f"also asked: {row.question}"
        return "", ""


def _same(question: str, input: str) -> tuple[str, str]:
    return normalised(question), normalised(input)
