"""Which qna.yaml files of a taxonomy are new or changed, and whether each is valid."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.dataset.taxonomy.reading import KNOWLEDGE, SKILL, Checked, Problem, check
from engine.errors import HoneError

if TYPE_CHECKING:
    from dulwich.repo import Repo

NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the taxonomy, by its path within it: new, changed or same, and what was found in it."""

    path: str
    state: str
    checked: Checked


@dataclass(frozen=True, slots=True)
class Look:
    """The files of a taxonomy; `against` says what they were compared with, '' when with nothing."""

    against: str
    files: list[File]
    deleted: list[str]


def look(folder: Path, base: str = "HEAD") -> Look:
    """Compare a taxonomy with its git repository, where it lies in one; else all its files are new.

    Raises HoneError when the folder holds no taxonomy, or the repository has no `base`.
    """
    if not folder.is_dir():
        raise HoneError(f"There is no folder {folder.name}", "Give the folder that holds knowledge/ or its like.")
    folder = folder.resolve()
    paths = _paths(folder)
    repo = _repository(folder)
    try:
        before = _blobs(repo, folder, base) if repo else None
        files = []
        for path in paths:
            data = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            files.append(File(name, _state(name, data, before), _checked(data, path)))
    finally:
        if repo:
            repo.close()
    names = {file.path for file in files}
    deleted = sorted(set(before or {}) - names)
    if not files and not deleted:
        raise HoneError(
            f"{folder.name} is no taxonomy",
            f"It has no qna.yaml: they lie in {KNOWLEDGE}/.../qna.yaml and {SKILL}/.../qna.yaml.",
        )
    return Look("" if before is None else base, files, deleted)


def _paths(folder: Path) -> list[Path]:
    """YAML files of the two branches; of a folder without them, its qna.yaml files."""
    branches = [folder / name for name in (KNOWLEDGE, SKILL) if (folder / name).is_dir()]
    found = [path for branch in branches for ending in ("yaml", "yml") for path in branch.rglob(f"*.{ending}")]
    if not branches:
        found = list(folder.rglob("qna.yaml"))
    return sorted(path for path in found if path.is_file() and not _hidden(path, folder))


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _checked(data: bytes, path: Path) -> Checked:
    try:
        return check(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        checked = Checked(next((part for part in path.parts if part in (KNOWLEDGE, SKILL)), ""))
        line = data[: error.start].count(b"\n") + 1
        checked.errors.append(Problem(line, "", "a character is not in UTF-8: save the file as UTF-8."))
        return checked


def _state(name: str, data: bytes, before: dict[str, bytes] | None) -> str:
    from dulwich.objects import Blob

    if before is None or name not in before:
        return NEW
    return SAME if Blob.from_string(data).id == before[name] else CHANGED


def _repository(folder: Path) -> Repo | None:
    from dulwich.errors import NotGitRepository
    from dulwich.repo import Repo

    try:
        return Repo.discover(str(folder))
    except NotGitRepository:
        return None


def _blobs(repo: Repo, folder: Path, base: str) -> dict[str, bytes]:
    """Blob ids of the folder's YAML files in a commit, by path within the folder; {} before the first commit."""
    from dulwich.objectspec import parse_commit

    try:
        commit = parse_commit(repo, base.encode())
    except KeyError:
        if base == "HEAD":
            return {}
        raise HoneError(
            f"The repository has no {base}", "Give a branch, tag or commit with --base; by default it is HEAD."
        ) from None
    inner = folder.relative_to(Path(repo.path).resolve()).as_posix()
    prefix = "" if inner == "." else f"{inner}/"
    found: dict[str, bytes] = {}
    for entry in repo.object_store.iter_tree_contents(commit.tree):
        name = entry.path.decode("utf-8", "surrogateescape")
        inside = name.removeprefix(prefix)
        if name.startswith(prefix) and inside.endswith((".yaml", ".yml")) and inside.startswith((KNOWLEDGE, SKILL)):
            found[inside] = entry.sha
    return found
