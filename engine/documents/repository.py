"""Git repositories: the files of one commit, fetched to a folder of the project, chosen by patterns."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dulwich.client import GitClient
    from dulwich.objects import Commit
    from dulwich.repo import Repo

_URL = re.compile(r"(?P<scheme>https?|ssh|git|git\+ssh|file)://(?P<host>[^/]*)(?P<path>/.*)?", re.IGNORECASE)
_SSH = re.compile(r"[\w.-]+@[\w.-]+:(?!//)(?P<path>.+)")
_SHA = re.compile(r"[0-9a-f]{4,40}")
_WHOLE_SHA = 40
_ALL = 0x7FFFFFFF  # commits of a branch: what git takes for no limit
_SECONDS = b"60"  # without a byte from the other side
_LARGE_FILE_ELSEWHERE = b"version https://git-lfs.github.com/spec/"
_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a repository is, and which commit is meant: a hash, a branch or a tag; '' is the newest."""

    url: str
    commit: str = ""

    @property
    def public(self) -> str:
        """The address without a name and password in it."""
        return re.sub(r"^(https?://)[^/@]*@", r"\1", self.url)


@dataclass(frozen=True, slots=True)
class Checkout:
    """Files of one commit: where each lies, and its path in the repository; `skipped` lie elsewhere (LFS)."""

    sha: str
    files: tuple[tuple[Path, str], ...]
    skipped: int


def address(text: str) -> Address | None:
    """The repository that is meant by `URL`, `URL@COMMIT`, or `FOLDER@COMMIT`; None for other names.

    A folder without a commit is read as it lies there, unless it is a bare repository.
    """
    found = _URL.fullmatch(text) or _SSH.fullmatch(text)
    if found:
        begin = found.start("path") if found["path"] else len(text)
        name, commit = _parted(text[begin:])
        return Address(text[:begin] + name, commit)
    path = Path(text).expanduser()
    if "\x00" in text:
        return None
    if path.exists():
        return Address(str(path.resolve())) if _is_bare(path) else None
    place, _, commit = text.rpartition("@")
    folder = Path(place).expanduser()
    if place and commit and (_is_bare(folder) or (folder / ".git").exists()):
        return Address(str(folder.resolve()), commit)
    return None


def fetch(address: Address, patterns: tuple[str, ...], folder: Path, check: Callable[[], None]) -> Checkout:
    """Fetch a commit below `folder` and lay out its files that fit a pattern; `check` may raise to stop.

    Without patterns all files are taken. A commit that was fetched before needs no network. Raises HoneError.
    """
    place = folder / f"{_NAME.sub('-', Path(address.url).stem)}-{hashlib.sha256(address.url.encode()).hexdigest()[:8]}"
    with _opened(place / "git") as repository:
        commit = _known(repository, address.commit) or _fetched(repository, address, check)
        sha = commit.id.decode()
        return _laid_out(repository, commit, patterns, place / sha[:12], address, check)


def matching(patterns: tuple[str, ...], paths: Iterable[str]) -> list[str]:
    """The paths that fit a pattern as in .gitignore: `*.md`, `docs/`, `docs/**/*.rst`, `!README.md`."""
    from dulwich.ignore import IgnoreFilter

    if not patterns:
        return list(paths)
    chosen = IgnoreFilter([pattern.encode() for pattern in patterns])

    def fits(path: str) -> bool:
        own = chosen.is_ignored(path)
        if own is not None:
            return own
        parts = path.split("/")
        return any(chosen.is_ignored("/".join(parts[:end]) + "/") for end in range(1, len(parts)))

    return [path for path in paths if fits(path)]


def _parted(path: str) -> tuple[str, str]:
    """The path of an address, and the commit after its @."""
    before, sign, commit = path.partition(".git@")
    if sign:
        return f"{before}.git", commit
    before, sign, commit = path.rpartition("@")
    return (before, commit) if sign and before else (path, "")


def _is_bare(path: Path) -> bool:
    return all((path / name).exists() for name in ("HEAD", "objects", "refs"))


def _opened(path: Path) -> Repo:
    """The copy of a repository in the project; one that was never made whole is made anew."""
    from dulwich.errors import NotGitRepository
    from dulwich.repo import Repo

    if path.exists():
        try:
            return Repo(str(path), bare=True)
        except (NotGitRepository, OSError, ValueError, LookupError):
            shutil.rmtree(path, ignore_errors=True)
    try:
        path.mkdir(parents=True, exist_ok=True)
        return Repo.init_bare(str(path))
    except OSError as error:
        raise HoneError("The repository cannot be stored", f"{error.strerror}: {path.parent}. Make room.") from error


def _known(repository: Repo, name: str) -> Commit | None:
    """The commit of a hash that is here already, whole or its beginning; None when none or several are."""
    from dulwich.objects import Commit, ObjectID

    if not _SHA.fullmatch(name.lower()):
        return None
    if len(name) == _WHOLE_SHA:
        ids = [ObjectID(name.lower().encode())]
    else:
        ids = list(repository.object_store.iter_prefix(name.lower().encode()))
    found = {id: thing for id in ids if isinstance(thing := _peeled(repository, id), Commit)}
    return next(iter(found.values())) if len(found) == 1 else None


def _peeled(repository: Repo, id: Any) -> Any:
    """What an annotated tag is of, or the thing itself; None when it is not here."""
    from dulwich.objects import Tag

    store: Any = repository.object_store
    while id in store:
        thing = store[id]
        if not isinstance(thing, Tag):
            return thing
        _, id = thing.object
    return None


def _fetched(repository: Repo, address: Address, check: Callable[[], None]) -> Commit:
    """Fetch as little as tells the commit: the tip of what is named, else that hash, else all."""
    from dulwich.objects import Commit

    client, path = _client(address)
    name = address.commit.encode()
    seen: dict[bytes, Any] = {}

    def tip(refs: Any, depth: int | None = None) -> list[Any]:
        seen.update(refs)
        names = [b"refs/heads/" + name, b"refs/tags/" + name, name] if name else [b"HEAD"]
        wanted = next((refs[one] for one in names if one in refs), None)
        if wanted is None and len(name) == _WHOLE_SHA and name.lower() in refs.values():
            wanted = name.lower()
        return [wanted] if wanted else []

    def every(refs: Any, depth: int | None = None) -> list[Any]:
        return list({id for ref, id in refs.items() if ref.startswith((b"refs/heads/", b"refs/tags/"))})

    _receive(client, path, repository, tip, address, check, depth=1)
    if not seen:
        raise HoneError(f"The repository {address.public} is empty", "There is no commit in it yet.")
    wanted = tip(seen)
    found = _peeled(repository, wanted[0]) if wanted else None
    if found is None and _SHA.fullmatch(address.commit.lower()):
        _receive(client, path, repository, every, address, check, depth=_ALL)
        found = _known(repository, address.commit)
    if not isinstance(found, Commit):
        title = (
            f"There is no commit {address.commit} in {address.public}" if name else f"{address.public} has no newest"
        )
        raise HoneError(title, "Name a branch, a tag or the hash of a commit after the @, or leave the @ out.")
    return found


def _client(address: Address) -> tuple[GitClient, str]:
    """What talks to the other side, with the person's own git configuration and a limit of patience."""
    from dulwich.client import get_transport_and_path
    from dulwich.config import ConfigFile, StackedConfig

    limits = ConfigFile()
    limits.set((b"http",), b"timeout", _SECONDS)
    config = StackedConfig([limits, *StackedConfig.default_backends()])
    command = None
    if "ssh" in address.url.partition("://")[0] or _SSH.fullmatch(address.url):
        command = os.environ.get("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oConnectTimeout=30")
    try:
        return get_transport_and_path(address.url, config=config, operation="pull", ssh_command=command)
    except ValueError as error:
        raise HoneError(f"{address.public} is no address of a git repository", f"{error}.") from error


def _receive(
    client: GitClient,
    path: str,
    repository: Repo,
    wants: Callable[..., list[Any]],
    address: Address,
    check: Callable[[], None],
    depth: int,
) -> None:
    """One fetch; what can go wrong with it is said in words."""
    from dulwich.client import HTTPUnauthorized
    from dulwich.errors import GitProtocolError, HangupException, NotGitRepository
    from urllib3.exceptions import HTTPError

    def progress(_: bytes) -> None:
        check()

    check()
    try:
        client.fetch(path, repository, determine_wants=wants, progress=progress, depth=depth)
    except NotGitRepository as error:
        raise HoneError(f"There is no git repository at {address.public}", "Look at the address again.") from error
    except HTTPUnauthorized as error:
        hint = "Clone it with git yourself, and name the folder instead."
        raise HoneError(f"{address.public} asks for a name and a password", hint) from error
    except (HangupException, GitProtocolError, HTTPError, OSError, EOFError, LookupError, ValueError) as error:
        detail = str(getattr(error, "reason", error)).rpartition("): ")[2].replace(address.url, address.public)
        detail = re.sub(r"[\"']\)+$", "", detail).rstrip(". ") or type(error).__name__
        hint = f"{detail[:300]}. See that you are online and may read it, or clone it and name the folder."
        raise HoneError(f"{address.public} could not be fetched", hint) from error
    check()


def _laid_out(
    repository: Repo,
    commit: Commit,
    patterns: tuple[str, ...],
    folder: Path,
    address: Address,
    check: Callable[[], None],
) -> Checkout:
    """Write the chosen files of a commit to `folder`; hidden ones only where a pattern names them."""
    files = dict(_files(repository, commit))
    chosen = matching(patterns, sorted(files))
    if not patterns:
        chosen = [path for path in chosen if not path.startswith(".") and "/." not in path]
    found, skipped = [], 0
    for path in chosen:
        check()
        data = repository.object_store[files[path]].as_raw_string()
        if data.startswith(_LARGE_FILE_ELSEWHERE):
            skipped += 1
            continue
        target = folder / path
        try:
            if not target.is_file() or target.read_bytes() != data:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
        except OSError as error:
            raise HoneError(f"{path} cannot be stored", f"{error.strerror}: {target}. Make room.") from error
        found.append((target, path))
    if not found:
        named = f" that fits {' or '.join(patterns)}" if patterns else ""
        elsewhere = f" ({skipped} are kept by Git LFS, which Hone does not fetch)" if skipped else ""
        hint = f"At commit {commit.id.decode()[:12]} it has {len(files)} files{elsewhere}. Look at the pattern again."
        raise HoneError(f"{address.public} has no file{named}", hint)
    return Checkout(commit.id.decode(), tuple(found), skipped)


def _files(repository: Repo, commit: Commit) -> Iterator[tuple[str, Any]]:
    """Path and id of each plain file; links, submodules and names that would lead elsewhere are left out."""
    from dulwich.object_store import iter_tree_contents

    for entry in iter_tree_contents(repository.object_store, commit.tree):
        if entry.path is None or entry.mode is None or not stat.S_ISREG(entry.mode):
            continue
        path = entry.path.decode("utf-8", "replace")
        parts = path.split("/")
        if all(part not in ("", ".", "..") and part.lower() != ".git" and "\\" not in part for part in parts):
            yield path, entry.sha
