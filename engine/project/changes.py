"""What a person did to pairs, an operation at a time, each of which can be undone and done again."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from engine.project.store import Project

# States of a change: an undone one can be done again until something else is done.
_IN_FORCE, _UNDONE, _TOO_LATE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Done:
    """An operation: its action, how many pairs and facts it changed, when, and whether it is undone now."""

    id: int
    action: str
    rows: int
    at: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What one operation did to one row: the columns before and after."""

    operation: int
    action: str
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]
    at: str
    undone: bool


class Operation:
    """An operation under way, inside its transaction."""

    def __init__(self, db: sqlite3.Connection, number: int, action: str) -> None:
        self._db, self._number, self._action = db, number, action
        self.changed = 0

    def change(self, subject: str, row: int, values: Mapping[str, Any], action: str = "") -> bool:
        """Set columns of a row of pairs or facts and remember what stood there; False when all stood there already."""
        columns = ", ".join(values)
        before = dict(self._db.execute(f"SELECT {columns} FROM {subject} WHERE id = ?", (row,)).fetchone())
        if before == dict(values):
            return False
        if not self.changed:  # from now on what was undone before cannot be done again
            self._db.execute("UPDATE changes SET undone = ? WHERE undone = ?", (_TOO_LATE, _UNDONE))
        _set(self._db, subject, row, values)
        self._db.execute(
            "INSERT INTO changes (operation, action, subject, row, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            (self._number, action or self._action, subject, row, _json(before), _json(values)),
        )
        self.changed += 1
        return True


@contextmanager
def operation(project: Project, action: str) -> Iterator[Operation]:
    """Everything changed inside is one operation and one transaction."""
    with project.transaction() as db:
        number = db.execute("SELECT coalesce(max(operation), 0) + 1 FROM changes").fetchone()[0]
        yield Operation(db, number, action)


def undo(project: Project) -> Done | None:
    """Take back the newest operation that is in force; None when there is none."""
    return _turn(project, "max", _IN_FORCE)


def redo(project: Project) -> Done | None:
    """Do again the operation that was undone last; None when there is none, or something else was done since."""
    return _turn(project, "min", _UNDONE)


def _turn(project: Project, pick: str, state: int) -> Done | None:
    """Swap before and after in every row of the operation; what stands there now is what the next turn brings back."""
    back = state == _IN_FORCE
    side, other, order = ("before", "after", "DESC") if back else ("after", "before", "ASC")
    with project.transaction() as db:
        number = db.execute(f"SELECT {pick}(operation) FROM changes WHERE undone = ?", (state,)).fetchone()[0]
        if number is None:
            return None
        rows = db.execute(f"SELECT * FROM changes WHERE operation = ? ORDER BY id {order}", (number,)).fetchall()
        for row in rows:
            values = json.loads(row[side])
            found = db.execute(f"SELECT {', '.join(values)} FROM {row['subject']} WHERE id = ?", (row["row"],))
            _set(db, row["subject"], row["row"], values)
            db.execute(
                f"UPDATE changes SET {other} = ?, undone = ? WHERE id = ?",
                (_json(dict(found.fetchone())), _UNDONE if back else _IN_FORCE, row["id"]),
            )
    return Done(number, rows[0]["action"], len(rows), rows[0]["at"], back)


def operations(project: Project, limit: int = 20) -> list[Done]:
    """The newest operations first, those that are undone among them."""
    return [
        Done(row[0], row[1], row[2], row[3], bool(row[4]))
        for row in project.rows(
            "SELECT operation, action, count(*), max(at), max(undone) FROM changes GROUP BY operation"
            " ORDER BY operation DESC LIMIT ?",
            limit,
        )
    ]


def turns(project: Project) -> tuple[Done | None, Done | None]:
    """What `undo` and what `redo` would turn next."""
    return _next(project, "max", _IN_FORCE), _next(project, "min", _UNDONE)


def _next(project: Project, pick: str, state: int) -> Done | None:
    row = project.row(
        "SELECT operation, min(action), count(*), max(at) FROM changes"
        f" WHERE operation = (SELECT {pick}(operation) FROM changes WHERE undone = ?)",
        state,
    )
    return None if row is None or row[0] is None else Done(row[0], row[1], row[2], row[3], state == _UNDONE)


def history(project: Project, pair_id: int) -> list[Change]:
    """What was done to a pair and to its fact, the oldest first."""
    rows = project.rows(
        "SELECT operation, action, subject, before, after, at, undone FROM changes"
        " WHERE (subject = 'pairs' AND row = ?)"
        " OR (subject = 'facts' AND row = (SELECT fact_id FROM pairs WHERE id = ?)) ORDER BY id",
        pair_id,
        pair_id,
    )
    return [
        Change(row[0], row[1], row[2], json.loads(row[3]), json.loads(row[4]), row[5], bool(row[6])) for row in rows
    ]


def _set(db: sqlite3.Connection, subject: str, row: int, values: Mapping[str, Any]) -> None:
    columns = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"UPDATE {subject} SET {columns} WHERE id = ?", (*values.values(), row))


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(dict(values), ensure_ascii=False)
