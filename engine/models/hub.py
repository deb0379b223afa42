"""The Hugging Face Hub, or a mirror of it: which files make up a model, and where each of them is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import httpx2

from engine.errors import HoneError

if TYPE_CHECKING:
    from engine.models.catalogue import Entry

_ADDRESS = "https://huggingface.co"
_NEWEST = "main"
_CONNECT, _SILENT = 10.0, 30.0  # seconds until a connection stands, and without a byte until it counts as broken
_WANTED = (".safetensors", ".json", ".jinja", ".txt", ".model", ".tiktoken")
PAUSE = 1.0  # seconds before a broken connection is tried again for the first time
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})  # may go well when asked again


class Dropped(Exception):
    """Worth another try, `after` seconds from now at the earliest; `failure` is what to say when none goes well."""

    def __init__(self, failure: HoneError, after: float = 0.0) -> None:
        super().__init__(failure.title)
        self.failure, self.after = failure, after


@dataclass(frozen=True, slots=True)
class File:
    """A file of a repository; `bytes` is None and `sha256` '' where they are not known."""

    name: str
    bytes: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a model, and the state of the repository that they are of."""

    revision: str
    files: tuple[File, ...]


def address() -> str:
    """Of the Hub, or of the mirror that HF_ENDPOINT names, as for the Hugging Face libraries."""
    return (os.environ.get("HF_ENDPOINT") or _ADDRESS).rstrip("/")


def place() -> str:
    """Its host, for messages."""
    return urlsplit(address()).netloc or address()


def client() -> httpx2.AsyncClient:
    """What asks the Hub, with the key in HF_TOKEN where there is one; it is not sent on to other hosts. Close it."""
    key = os.environ.get("HF_TOKEN", "").strip()
    return httpx2.AsyncClient(
        headers={"Authorization": f"Bearer {key}"} if key else {},
        timeout=httpx2.Timeout(_SILENT, connect=_CONNECT),
        follow_redirects=True,
    )


def url(entry: Entry, revision: str, name: str) -> str:
    """Where a file is."""
    return f"{address()}/{entry.repository}/resolve/{revision}/{quote(name)}"


async def listing(asked: httpx2.AsyncClient, entry: Entry) -> Listing:
    """The files of a model; raises Dropped or HoneError.

    For a single file nothing is asked: its size and checksum come with it where the catalogue does not know them.
    """
    revision = entry.revision or _NEWEST
    if entry.file:
        return Listing(revision, (File(entry.file, entry.bytes, entry.sha256),))
    try:
        answer = await asked.get(f"{address()}/api/models/{entry.repository}/revision/{revision}?blobs=true")
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise unreached(error) from error
    judge(answer, entry)
    try:
        data = answer.json()
        files = tuple(_file(found) for found in data["siblings"] if _is_wanted(found["rfilename"]))
        return Listing(str(data["sha"]), files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise nonsense() from error


def _is_wanted(name: str) -> bool:
    """Whether a model is read from this file; what lies in folders is of other programs."""
    return name.endswith(_WANTED) and not name.startswith(".") and "/" not in name and "\\" not in name


def _file(found: dict[str, Any]) -> File:
    large = found.get("lfs") or {}
    return File(str(found["rfilename"]), large.get("size") or found.get("size"), str(large.get("sha256") or ""))


def judge(answer: httpx2.Response, entry: Entry) -> None:
    """Raise Dropped or HoneError for an answer that is none."""
    status = answer.status_code
    if status in (200, 206):
        return
    if status in _LATER:
        after = answer.headers.get("retry-after", "")
        raise Dropped(_fails(status), float(after) if after.strip().isdigit() else 0.0)
    if status in (401, 403):
        raise HoneError(
            f"{entry.title} is not given to everybody",
            f"{place()}/{entry.repository} wants you to sign in or to accept its terms: do that there, set HF_TOKEN "
            "to a key of yours, and download it again. Or choose another model.",
        )
    if status in (404, 410):
        raise HoneError(
            f"{entry.title} is not there any more",
            f"{place()} has no {entry.repository} with what is wanted of it: choose another model.",
        )
    raise _fails(status)


def unreached(error: Exception) -> Dropped | HoneError:
    """What it means that a request came to no end."""
    if isinstance(error, (httpx2.InvalidURL, httpx2.UnsupportedProtocol)):
        return HoneError(f"{address()} is no address", "Check HF_ENDPOINT in the environment, or take it out.")
    if isinstance(error, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError)):
        return Dropped(
            HoneError(
                f"There is no connection to {place()}",
                "Check the network, then download it again: it goes on where it stopped. "
                "The starter models work without.",
            )
        )
    return Dropped(
        HoneError(
            "The connection broke off",
            f"{place()} did not send on. What is here is kept: download it again to go on from there.",
        )
    )


def _fails(status: int) -> HoneError:
    return HoneError(
        f"{place()} does not send it", f"It answers with status {status}. Try again later: it goes on where it stopped."
    )


def nonsense() -> HoneError:
    """The error for answers that are of something else."""
    return HoneError(
        f"What answers at {place()} is not the Hugging Face Hub",
        "A network that one has to sign in to may stand in between: sign in, or check HF_ENDPOINT.",
    )
