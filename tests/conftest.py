"""What all tests share: no network, one thread, and the starter models that ship with Hone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import settings

# Before any library starts its thread pool: two spinning pools on a busy machine stall each other.
os.environ.update(
    OMP_NUM_THREADS="1",
    OPENBLAS_NUM_THREADS="1",
    OMP_WAIT_POLICY="passive",
    MLX_DISABLE_COMPILE="1",
    TOKENIZERS_PARALLELISM="false",
    HF_HUB_OFFLINE="1",
    LANGSMITH_TRACING="false",
    LANGCHAIN_TRACING_V2="false",
)

# How long an example takes tells of the machine, not of what is tested.
settings.register_profile("hone", deadline=None)
settings.load_profile("hone")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine import events
    from tests.engine.hub_server import HubServer


class Recorder(list["events.Event"]):
    """An `emit` that remembers; `of(kind)` gives the events of one kind."""

    def __call__(self, event: events.Event) -> None:
        self.append(event)

    @property
    def last(self) -> Any:
        """The newest event, of whatever kind."""
        return self[-1]

    def of(self, kind: type[Any]) -> list[Any]:
        """All remembered events of a kind, in order."""
        return [event for event in self if isinstance(event, kind)]


@pytest.fixture
def emit() -> Recorder:
    return Recorder()


@pytest.fixture
def project_path(tmp_path: Path) -> str:
    """A new, empty project; steps open it by its path."""
    from engine.project import Project

    with Project.create(tmp_path / "test.hone") as project:
        return str(project.path)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to reach another machine fails the test; loopback and local sockets are allowed."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            _refuse(address)
        real(self, address)

    def resolve(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host not in ("127.0.0.1", "::1", "localhost", None):
            _refuse(host)
        return real_resolve(host, *args, **kwargs)

    real_resolve = socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)


def _refuse(address: Any) -> NoReturn:
    raise AssertionError(f"Hone works without a network, but something wanted to reach {address}")


@pytest.fixture
def small_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a catalogue with a writer and a base; models are kept in a folder of the test's."""
    from engine.models import catalogue
    from tests.engine.hub_server import use_catalogue

    yield use_catalogue(tmp_path, monkeypatch)
    catalogue.entries.cache_clear()


@pytest.fixture
def hub_server(small_catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    """A Hub that has what that catalogue names."""
    from tests.engine.hub_server import HubServer, starters

    with HubServer(starters()) as found:
        monkeypatch.setenv("HF_ENDPOINT", found.address)
        yield found


@pytest.fixture
def proof(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Keep what a long test found, for docs/verification.md: `proof(title, figure=value, ...)`."""

    def keep(title: str, **figures: Any) -> None:
        folder = Path(__file__).resolve().parent.parent / "build" / "verify"
        folder.mkdir(parents=True, exist_ok=True)
        head = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=folder)
        run = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "commit": head.stdout.strip()}
        entry = {"title": title, "test": request.node.nodeid, **run, "figures": figures}
        (folder / f"{request.node.name}.json").write_text(json.dumps(entry, ensure_ascii=False, indent=1))

    return keep
