"""What a built Hone says of itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import desktop.selftest
from engine.runtimes import blas

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

SCRIPT = """
import sys
from desktop import selftest
all_jobs = selftest._jobs
selftest._jobs = lambda folder: [job for job in all_jobs(folder) if job[0] in sys.argv[1:]]
raise SystemExit(selftest.run())
"""


def selftest(*jobs: str) -> tuple[int, list[str]]:
    """The exit code and the lines of a test with some of its jobs, in a process of its own."""
    command = [sys.executable, "-c", SCRIPT, *jobs]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_a_line_for_each_check() -> None:
    code, lines = selftest("ingest")
    assert code == 0
    assert [line.split()[:2] for line in lines[:-1]] == [["ok", "ingest"], ["ok", "window"], ["ok", "blas"]]
    assert any(name in lines[-2] for name in ("OpenBLAS", "Accelerate"))
    assert lines[-1] == "everything works"


def test_a_slow_blas_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(blas, "_found", lambda: [])
    monkeypatch.setattr(blas, "_config", lambda: "")
    assert "slow" in desktop.selftest._blas()


def test_what_does_not_work_is_named_and_fails() -> None:
    code, lines = selftest("dataset")
    assert code == 1
    assert lines[0].startswith("FAIL dataset")
    assert lines[-1] == "something does not work"
