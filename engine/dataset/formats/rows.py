"""What a row of an instruction dataset is, whatever file it stands in, and the names its fields go by."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Message = dict[str, str]

QUESTION, ANSWER, INPUT, SYSTEM, HISTORY = "question", "answer", "input", "system", "history"

LONE = re.compile("[\ud800-\udfff]")  # half of a character, which no file in UTF-8 can hold

# Names that other programs give these fields; the first that a file has counts.
NAMES: dict[str, tuple[str, ...]] = {
    QUESTION: ("question", "instruction", "prompt", "query", "user", "q", "질문", "지시", "문제", "지시문"),
    ANSWER: ("answer", "output", "completion", "response", "reply", "assistant", "a", "답변", "답", "정답", "응답"),
    INPUT: ("input", "context", "입력", "맥락", "문맥"),
    SYSTEM: ("system", "system_prompt", "시스템"),
    HISTORY: ("history",),
}
# What Hone writes beside its rows: where they come from. It is known, and not read.
PROVENANCE = ("pair", "fact", "document", "page", "section", "evidence", "kind", "language")


@dataclass(frozen=True, slots=True)
class Row:
    """A question with its answer, its input, and what was said before: a system message and (question, answer) turns.

    `source` is the text that a seed example was asked of, `origin` imported or seed, `kind` as of facts.
    """

    question: str
    answer: str
    input: str = ""
    system: str = ""
    earlier: tuple[tuple[str, str], ...] = ()
    source: str = ""
    origin: str = "imported"
    kind: str = ""

    @property
    def prompt(self) -> str:
        """The question, and its input below where there is one."""
        return f"{self.question}\n\n{self.input}" if self.input else self.question

    @property
    def opening(self) -> list[Message]:
        """The messages before the question."""
        system = [{"role": "system", "content": self.system}] if self.system else []
        turns = (
            {"role": role, "content": content}
            for turn in self.earlier
            for role, content in zip(("user", "assistant"), turn, strict=True)
        )
        return [*system, *turns]

    @property
    def messages(self) -> list[Message]:
        """The whole conversation; an input is named once more, so that it can be told from the question."""
        asked = {"role": "user", "content": self.prompt, **({"input": self.input} if self.input else {})}
        return [*self.opening, asked, {"role": "assistant", "content": self.answer}]


@dataclass(frozen=True, slots=True)
class Fields:
    """Names that a person gave the fields of a file; '' is to be recognised."""

    question: str = ""
    answer: str = ""
    input: str = ""
    system: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """The names that were given."""
        named = {QUESTION: self.question, ANSWER: self.answer, INPUT: self.input, SYSTEM: self.system}
        return {part: name for part, name in named.items() if name}


@dataclass(slots=True)
class Found:
    """What a file held: rows, a sentence for each row that is left out, and for what could not be kept."""

    kind: str = ""
    rows: list[Row] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Unusable(Exception):
    """Why a row cannot be taken, and what to do: a sentence, without its place."""


def named(columns: Iterable[str], fields: Fields) -> dict[str, str]:
    """Which column is the question, the answer and so on; those that are not there are missing in the result."""
    return _named(tuple(columns), fields)


@functools.lru_cache(maxsize=256)  # the rows of a file have few sets of names
def _named(columns: tuple[str, ...], fields: Fields) -> dict[str, str]:
    known = {column.strip().lower(): column for column in columns}
    found = {}
    for part, names in NAMES.items():
        wanted = fields.asked.get(part)
        options = (wanted.strip().lower(),) if wanted else names
        column = next((known[name] for name in options if name in known), None)
        if column is not None:
            found[part] = column
    return found


def plain_row(record: Mapping[str, Any], fields: Fields) -> Row:
    """The row of a record with a field each for question and answer; raises Unusable."""
    columns = named((name for name in record if isinstance(name, str)), fields)
    lacking = [part for part in (QUESTION, ANSWER) if part not in columns]
    if lacking:
        raise Unusable(
            f"it has no {' and no '.join(lacking)}: its fields are {', '.join(map(str, record)) or 'none'}; "
            "name them with --question-field and --answer-field."
        )
    text = {part: _text(record[column], column) for part, column in columns.items() if part != HISTORY}
    for part in (QUESTION, ANSWER):
        if not text[part].strip():
            raise Unusable(f"{columns[part]} is empty: fill it in or delete the row.")
    earlier = _history(record[columns[HISTORY]]) if HISTORY in columns else ()
    return Row(text[QUESTION], text[ANSWER], text.get(INPUT, ""), text.get(SYSTEM, ""), earlier)


def conversation(turns: list[tuple[str, str]], extra: str = "") -> Row:
    """The row of (role, text) turns with roles system, user, assistant: its last reply is the answer.

    `extra` is the input at the end of the last question. Raises Unusable.
    """
    system = ""
    if turns and turns[0][0] == "system":
        system, turns = turns[0][1], turns[1:]
    roles = [role for role, _ in turns]
    if not turns or roles != ["user", "assistant"] * (len(turns) // 2) or len(turns) % 2:
        raise Unusable(
            f"its turns are {', '.join(roles) or 'none'}: they must be user and assistant in turn, "
            "after at most one system message, and end with a reply."
        )
    if not all(content.strip() for _, content in turns):
        raise Unusable("a message is empty: fill it in or delete the row.")
    texts = [content for _, content in turns]
    *earlier, (question, answer) = zip(texts[::2], texts[1::2], strict=True)
    tail = f"\n\n{extra}"
    if extra and question.endswith(tail) and question != tail:
        question = question.removesuffix(tail)
    else:
        extra = ""
    return Row(question, answer, extra, system, tuple(earlier))


def without_input(row: Row) -> Row:
    """The row with its input as the end of the question."""
    return replace(row, question=row.prompt, input="")


def without_system(row: Row) -> Row:
    """The row with its system message as the start of the first question."""
    if not row.system:
        return row
    if not row.earlier:
        return replace(row, question=f"{row.system}\n\n{row.question}", system="")
    (question, answer), *later = row.earlier
    return replace(row, earlier=((f"{row.system}\n\n{question}", answer), *later), system="")


def _text(value: Any, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise Unusable(f"{name} is no text: write it as one piece of text.")
    if LONE.search(value):
        raise Unusable(f"{name} has half a character (a lone surrogate): write it anew.")
    return value


def _history(value: Any) -> tuple[tuple[str, str], ...]:
    if isinstance(value, str) and value.strip():
        try:
            value = json.loads(value)
        except ValueError:
            raise Unusable("history is not a JSON list of [question, answer] lists: repair or empty it.") from None
    if not value:
        return ()
    if not isinstance(value, list) or not all(isinstance(turn, list) and len(turn) == 2 for turn in value):
        raise Unusable("history is not a list of [question, answer] lists: repair or empty it.")
    return tuple((_text(asked, "history"), _text(replied, "history")) for asked, replied in value)
