"""A project is a folder NAME.hone with one SQLite database, and the only place where steps meet."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from engine.errors import HoneError
from engine.project import files
from engine.project.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

DATABASE = "project.sqlite"
SUFFIX = ".hone"
_BUSY_SECONDS = 10.0


class Project:
    """An open project; use it from one thread, and once more (`Project(path)`) in every other.

    Every write happens inside `transaction()`: it is durable when the block ends (WAL with
    synchronous=FULL), or did not happen.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).expanduser().resolve()
        if not (self.path / DATABASE).is_file():
            raise HoneError(
                f"{self.path.name} is not a Hone project",
                f"A project is a folder NAME{SUFFIX} with {DATABASE} in it. Make one with: hone new NAME{SUFFIX}",
            )
        self.db = _connect(self.path / DATABASE)
        try:
            _migrate(self.db, self.path / DATABASE)
        except BaseException:
            self.db.close()
            raise

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Make a new project folder; raises HoneError when something else is already there."""
        folder = Path(path).expanduser().resolve()
        if folder.suffix != SUFFIX:
            folder = folder.with_name(folder.name + SUFFIX)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise HoneError(f"{folder.name} exists already", "Choose another name, or open it as a project.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / DATABASE).touch()
        except OSError as error:
            raise HoneError(
                f"The project {folder.name} could not be made",
                f"{error.strerror}: choose a folder in which you may write.",
            ) from error
        return cls(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; the project stays on disk."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All statements inside become durable together, or none does."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def rows(self, sql: str, *parameters: Any) -> list[sqlite3.Row]:
        """All rows of a query; columns by name or index."""
        return self.db.execute(sql, parameters).fetchall()

    def row(self, sql: str, *parameters: Any) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        found: sqlite3.Row | None = self.db.execute(sql, parameters).fetchone()
        return found

    def value(self, sql: str, *parameters: Any) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, *parameters)
        return None if found is None else found[0]

    def relative(self, path: Path) -> str:
        """A path inside the project as it is stored: relative, so that the folder can be moved."""
        return path.resolve().relative_to(self.path).as_posix()


def _connect(database: Path) -> sqlite3.Connection:
    db = sqlite3.connect(database, timeout=_BUSY_SECONDS, isolation_level=None)
    db.row_factory = sqlite3.Row
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
    except sqlite3.DatabaseError as error:
        db.close()
        raise HoneError(
            f"The database of {database.parent.name} cannot be read",
            f"{error}. If a file named {DATABASE}.before-N lies beside it, that is an older copy: "
            "put it back under the name of the database.",
        ) from error
    return db


def _migrate(db: sqlite3.Connection, database: Path) -> None:
    """Apply the missing migrations, each in one transaction, after a backup of what was there."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise HoneError(
            f"{database.parent.name} was made by a newer Hone",
            f"It has schema {version}, this Hone knows {len(MIGRATIONS)}: install the newer version.",
        )
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        if number > 1:
            _back_up(db, database.with_name(f"{DATABASE}.before-{number}"))
        try:
            db.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
        except sqlite3.Error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _back_up(db: sqlite3.Connection, target: Path) -> None:
    needed = shutil.disk_usage(target.parent).free
    size = db.execute("PRAGMA page_count").fetchone()[0] * db.execute("PRAGMA page_size").fetchone()[0]
    if needed < 2 * size:
        raise HoneError(
            "The disk is too full to update this project",
            f"A backup of {size // 1_000_000} MB is made first: free some space and open the project again.",
        )
    with files.atomic_file(target) as temporary:
        copy = sqlite3.connect(temporary)
        try:
            db.backup(copy)
        finally:
            copy.close()
