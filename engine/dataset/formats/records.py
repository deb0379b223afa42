"""Records as JSON and Parquet hold them: chat, ShareGPT, prompt texts, and question and answer by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from engine.dataset.formats import prompts
from engine.dataset.formats.rows import LONE, NAMES, PROVENANCE, Fields, Found, Unusable, conversation, named, plain_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from engine.dataset.formats.rows import Row

_ROLES = {
    "system": "system",
    "user": "user",
    "human": "user",
    "assistant": "assistant",
    "gpt": "assistant",
    "bot": "assistant",
    "model": "assistant",
}
_TALKS = {"messages": ("role", "content"), "conversations": ("from", "value"), "conversation": ("from", "value")}
_CALLED = {"messages": "chat", "conversations": "ShareGPT", "conversation": "ShareGPT"}


def take(records: Iterable[tuple[str, Any]], fields: Fields, found: Found) -> None:
    """Sort (place, record) into rows and problems; fields and turns that are not kept are noted once."""
    left: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    several = 0
    for place, record in records:
        try:
            kind, row, used = _row(record, fields)
        except Unusable as reason:
            found.problems.append(f"{place}: {reason}")
            continue
        found.rows.append(row)
        kinds[kind] += 1
        several += bool(row.earlier)
        left.update(name for name, value in record.items() if name not in used and value not in (None, "", []))
    found.kind = " and ".join(kind for kind, _ in kinds.most_common())
    if several:
        found.notes.append(
            f"{several} conversations have several turns: the last reply is learned, those before it are its context."
        )
    if left:
        named_ = ", ".join(f"{name} ({number})" for name, number in left.most_common())
        found.notes.append(f"These fields are not kept: {named_}.")


def _row(record: Any, fields: Fields) -> tuple[str, Row, set[str]]:
    """What kind of record it is, its row, and the fields that were used or need no mention."""
    if not isinstance(record, dict):
        raise Unusable("it is no object with named fields: delete it or write it as one.")
    known = {*PROVENANCE}
    if not fields.asked:
        for name in _TALKS:
            if isinstance(record.get(name), list):
                return _CALLED[name], _talk(record, name), {name, "system", "input", *known}
    columns = named((name for name in record if isinstance(name, str)), fields)
    if isinstance(record.get("text"), str) and not {"question", "answer"} & set(columns):
        return "text", prompts.parse(record["text"]), {"text", *known}
    kind = "completions" if columns.get("question") == "prompt" else "Alpaca" if "instruction" in record else "fields"
    return kind, plain_row(record, fields), {*columns.values(), *known}


def _talk(record: Mapping[str, Any], name: str) -> Row:
    turns: list[tuple[str, str]] = []
    role_name, text_name = _TALKS[name]
    extra = record.get("input") or ""
    for turn in record[name]:
        if not isinstance(turn, dict):
            raise Unusable("a message is no object with a role and its text: repair or delete the row.")
        role = str(turn.get(role_name) or turn.get("role") or turn.get("from"))
        if role not in _ROLES:
            raise Unusable(
                f"a message is of {role}, and only system, user and assistant can be learned: delete the row."
            )
        text = _content(turn.get(text_name, turn.get("content", turn.get("value"))))
        turns.append((_ROLES[role], text))
        if _ROLES[role] == "user":
            extra = turn.get("input") or extra
    if record.get("system") and turns and turns[0][0] != "system":
        turns.insert(0, ("system", _content(record["system"])))
    return conversation(turns, extra if isinstance(extra, str) else "")


def _content(value: Any) -> str:
    """Text of a message: a string, or parts of which each is text."""
    if isinstance(value, list) and all(isinstance(part, dict) and isinstance(part.get("text"), str) for part in value):
        value = "\n".join(part["text"] for part in value)
    if not isinstance(value, str):
        raise Unusable("a message is no text (a picture, a call of a tool, or nothing): delete the row.")
    if LONE.search(value):
        raise Unusable("a message has half a character (a lone surrogate): write it anew.")
    return value


def recognised(columns: Iterable[str], fields: Fields) -> bool:
    """Whether a table with these columns has question and answer, a conversation, or prompt texts."""
    names = [str(name) for name in columns]
    lower = {name.strip().lower() for name in names}
    found = named(names, fields)
    return ("question" in found and "answer" in found) or bool({*_TALKS, "text"} & lower and not fields.asked)


def expected() -> str:
    """The field names that are recognised, for a hint."""
    return f"the question as {', '.join(NAMES['question'])}; the answer as {', '.join(NAMES['answer'])}"
