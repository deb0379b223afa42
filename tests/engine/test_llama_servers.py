"""Pairs written by two real servers, llama-cpp-python's own, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from engine import events, server_list
from engine.cli import main
from engine.errors import HoneError
from engine.generate import GenerateSpec, generate
from engine.jobs import Cancel
from engine.project import Project
from engine.resources import starter_gguf
from engine.server_list import Server
from tests.engine import papers
from tests.engine.gguf_files import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Recorder

_START_SECONDS = 60


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chat model that writes noise, and quickly: what it says is held to its form by the servers."""
    target = tmp_path_factory.mktemp("models") / "noise.gguf"
    return rewritten(starter_gguf(), target, {"llama.context_length": 4096}, seed=3)


@pytest.fixture
def llamas(noise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two servers on loopback, both on the person's list."""
    monkeypatch.setenv("HONE_SETTINGS", str(tmp_path / "settings.ini"))
    monkeypatch.delenv("HONE_API_KEY", raising=False)
    ports = [_free_port(), _free_port()]
    options = ("--model", str(noise), "--model_alias", "noise", "--n_ctx", "4096", "--n_threads", "1")
    servers = [
        subprocess.Popen(
            [sys.executable, "-m", "llama_cpp.server", *options, "--port", str(port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for port in ports
    ]
    try:
        for server, port in zip(servers, ports, strict=True):
            _wait_for(f"http://127.0.0.1:{port}/v1/models", server)
            server_list.put(Server(address=f"http://127.0.0.1:{port}", model="noise", at_once=2))
        yield servers
    finally:
        for server in servers:
            server.kill()
            server.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended at its start"
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server did not start")


def test_one_of_two_real_servers_is_killed_and_every_pair_is_there_once(
    project_path: str,
    emit: Recorder,
    llamas: list[subprocess.Popen[bytes]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["servers", "check"]) == 0
    assert capsys.readouterr().out.count("ready") == 2
    with Project(project_path) as project:
        for number in range(3):
            papers.add(project, f"manual{number}.txt", papers.MANUAL)
    asked = []

    def watch(event: events.Event) -> None:
        emit(event)
        if isinstance(event, events.Progress):
            asked.append(event.done)
            if event.done == 6:
                os.kill(llamas[1].pid, signal.SIGKILL)

    spec = GenerateSpec(project=project_path, writer="servers", wordings=2, max_tokens=96, stage="ask")
    with pytest.raises(HoneError, match="writes nothing that can be used"):  # noise is noise
        generate(spec, watch, Cancel())
    llamas[1].wait(10)
    assert llamas[1].returncode == -signal.SIGKILL
    assert llamas[0].poll() is None
    with Project(project_path) as project:
        chunks = project.value("SELECT count(*) FROM chunks")
        assert chunks >= 9
        assert project.value("SELECT count(*) FROM units WHERE stage = 'ask'") == chunks
        facts = [tuple(row) for row in project.rows("SELECT chunk_id, position FROM facts WHERE writer = 'noise'")]
        assert len(facts) == len(set(facts))
        assert {chunk for chunk, _ in facts} == {row[0] for row in project.rows("SELECT id FROM chunks")}
        pairs = [tuple(row) for row in project.rows("SELECT fact_id, wording FROM pairs")]
        assert len(pairs) == len(set(pairs)) >= len(facts)
        replies = [row[0] for row in project.rows("SELECT detail FROM pairs WHERE detail != ''")]
        assert not [detail for detail in replies if "failed" in detail or "refused" in detail]
