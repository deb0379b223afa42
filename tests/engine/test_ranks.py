"""Training on several machines: two ranks on loopback, through mlx.launch, equal one that sees the same batches."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from engine import events, hosts_file, reach
from engine.cli import main
from engine.errors import HoneError, JobCancelled
from engine.jobs import Cancel
from engine.project import Project, runs
from engine.rows import base_folder
from engine.runtimes.mlx.ranks import Ranks
from engine.train import TrainSpec, train
from tests.engine.models import add_dataset, tiny, wordings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Recorder

TWO = [{"ssh": "127.0.0.1", "ips": ["127.0.0.1"]}] * 2


@pytest.fixture
def hosts(tmp_path: Path) -> str:
    file = tmp_path / "hosts.json"
    file.write_text(json.dumps(TWO))
    return str(file)


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """Two projects with the same dataset."""
    paths = [str(Project.create(tmp_path / name).path) for name in ("alone", "together")]
    for path in paths:
        add_dataset(path, *wordings())
    return paths[0], paths[1]


def curves(path: str) -> tuple[list[Any], list[Any]]:
    with Project(path) as project:
        return runs.metrics(project, 1, "train_loss"), runs.metrics(project, 1, "val_loss")


def close(one: list[Any], other: list[Any]) -> bool:
    return one == [(iteration, pytest.approx(value, rel=1e-5)) for iteration, value in other] and bool(one)


class Stop:
    """Does something at the n-th metric."""

    def __init__(self, at: int, do: Callable[[], None]) -> None:
        self._left, self._do = at, do

    def __call__(self, event: events.Event) -> None:
        if isinstance(event, events.Metric) and event.name == "train_loss":
            self._left -= 1
            if self._left == 0:
                self._do()


def test_two_ranks_equal_one_and_a_cancel_stops_both(two: tuple[str, str], hosts: str, emit: Recorder) -> None:
    alone, together = two
    options: dict[str, Any] = {"iterations": 3, "rank": 8, "batch_size": 8, "evaluate_every": 1, "samples": 1}
    train(TrainSpec(project=alone, **options), emit, Cancel())  # the starter, with noisy questions as by default
    cancel = Cancel()
    with pytest.raises(JobCancelled):
        train(TrainSpec(project=together, hosts=hosts, **options), Stop(2, cancel.cancel), cancel)
    with Project(together) as project:
        assert runs.get(project, 1).state == "stopped"
        assert runs.checkpoints(project, 1)[-1].iteration >= 2
    for one, other in zip(curves(together), curves(alone), strict=True):
        assert close(one, other[: len(one)])
        assert len(one) >= 2
    train(TrainSpec(project=together, **options), emit, Cancel())
    for one, other in zip(curves(together), curves(alone), strict=True):
        assert close(one, other)
    with Project(together) as project:
        assert [run.state for run in runs.runs(project)] == ["finished"]


def test_a_killed_rank_ends_the_run_which_goes_on_alone(
    two: tuple[str, str], hosts: str, emit: Recorder, tmp_path: Path
) -> None:
    alone, together = two
    options: dict[str, Any] = {"base": str(tiny(tmp_path / "base")), "iterations": 6, "rank": 4, "batch_size": 3}
    options |= {"layers": 1, "accumulation": 2, "evaluate_every": 6, "checkpoint_every": 2, "samples": 0}
    options |= {"learning_rate": 5e-3}
    train(TrainSpec(project=alone, **options), emit, Cancel())

    def kill() -> None:
        children = psutil.Process().children(recursive=True)
        ranks = [child for child in children if child.environ().get("MLX_RANK") == "1"]
        os.kill(ranks[0].pid, signal.SIGKILL)

    with pytest.raises(HoneError, match=r"127\.0\.0\.1 \(rank 1\) stopped unexpectedly \(SIGKILL\)") as failed:
        train(TrainSpec(project=together, hosts=hosts, **options), Stop(3, kill), Cancel())
    assert "go on from the last checkpoint" in failed.value.hint
    train(TrainSpec(project=together, **options), emit, Cancel())  # on fewer machines
    for one, other in zip(curves(together), curves(alone), strict=True):
        assert close(one, other)
    with Project(together) as project:
        assert [run.state for run in runs.runs(project)] == ["finished"]


def test_shares_are_even_and_whole() -> None:
    def rank(number: int, size: int) -> Ranks:
        found = Ranks()
        found.rank, found.size = number, size
        return found

    batches = [[1, 2, 3, 4], [5, 6, 7]]
    assert [rank(number, 2).share(batches, 4) for number in range(2)] == [[[1, 3], [5, 7]], [[2, 4], [6]]]
    assert [rank(number, 2).share(batches, 3) for number in range(2)] == [[[1, 2, 3, 4]], [[5, 6, 7]]]
    assert Ranks().share(batches, 4) == batches


def test_a_batch_that_cannot_be_shared_is_refused() -> None:
    ranks = Ranks()
    ranks.size = 2
    recipe = SimpleNamespace(batch_size=5, accumulation=1)
    with pytest.raises(HoneError, match="2 Macs cannot share a batch of 5 rows evenly") as refused:
        ranks.check(recipe)  # type: ignore[arg-type]
    assert "batch size of 4 or 6" in refused.value.hint
    recipe.accumulation = 4
    ranks.check(recipe)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("[", "is not JSON"),
        ("3", "lists no hosts"),
        ('{"hosts": 3}', "lists no hosts"),
        ("[]", "needs two hosts at least"),
        ('[{"ssh": "127.0.0.1", "ips": ["127.0.0.1"]}]', "needs two hosts at least"),
        ('[{"ips": ["127.0.0.1"]}, 3]', "host 1 has no name"),
        ('[{"ssh": "127.0.0.1"}, {"ssh": "-oProxyCommand=x"}]', "host 2 has no name"),
        ('[{"ssh": "127.0.0.1", "ips": ["127.0.0.1"]}, {"ssh": "mini"}]', "mini has no address"),
        ('[{"ssh": "127.0.0.1", "ips": ["here"]}, {"ssh": "mini"}]', '"ips" of 127.0.0.1 has to be a list'),
        ('[{"ssh": "mini", "ips": ["192.0.2.1"]}, {"ssh": "127.0.0.1"}]', "the first host is mini, which is not"),
        ('{"backend": "smoke", "hosts": []}', "'smoke' is no backend"),
        ('{"envs": "A", "hosts": []}', '"envs" has to be a list'),
        ('{"backend": "jaccl", "hosts": [{"ssh": "127.0.0.1"}, {"ssh": "mini"}]}', '"rdma" of 127.0.0.1'),
    ],
)
def test_malformed_hosts_files_are_said_in_words(
    text: str, title: str, project_path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hosts.json"
    file.write_text(text)
    add_dataset(project_path, *wordings())
    assert main(["train", project_path, "--hosts", str(file), "--json"]) == 1
    failed = events.decode(capsys.readouterr().out.splitlines()[-1])
    assert isinstance(failed, events.Failed)
    assert title in failed.title
    assert failed.hint


SSH = """#!/bin/sh
while [ "${1#-}" != "$1" ]; do [ "$1" = -o ] && shift; shift; done
case "$1" in
    slow) exec sleep 20;;
    gone) echo "ssh: connect to host gone port 22: Operation timed out" >&2; exit 255;;
    bare) exec sh -c "$(echo "$2" | sed 's/engine.rank/engine_is_not_here/')";;
    other) sh -c "$2" | sed 's/"base": "[0-9a-f]*"/"base": "another"/';;
    *) exec sh -c "$2";;
esac
"""


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no second machine here: it runs what it is asked to on this one."""
    command = tmp_path / "bin" / "ssh"
    command.parent.mkdir()
    command.write_text(SSH)
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}:{os.environ['PATH']}")


@pytest.mark.usefixtures("ssh")
def test_a_stop_does_not_wait_for_machines(tmp_path: Path) -> None:
    file = tmp_path / "hosts.json"
    file.write_text(json.dumps([{"ssh": name, "ips": ["127.0.0.1"]} for name in ("127.0.0.1", "slow")]))
    cancel = Cancel()
    began = time.monotonic()
    threading.Timer(0.3, cancel.cancel).start()
    with pytest.raises(JobCancelled):
        reach.ask_all(hosts_file.read(str(file)), base_folder("starter"), cancel)
    assert time.monotonic() - began < 10


@pytest.mark.usefixtures("ssh")
def test_machines_that_are_not_ready_are_named(
    project_path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hosts.json"
    names = ("127.0.0.1", "fine", "gone", "bare", "other")
    file.write_text(json.dumps([{"ssh": name, "ips": ["127.0.0.1"]} for name in names]))
    assert main(["hosts", project_path, str(file), "--json"]) == 1
    found = {host["name"]: host for host in json.loads(capsys.readouterr().out)}
    assert [found[name]["title"] for name in names] == [
        "",
        "",
        "gone cannot be reached",
        "Hone is not installed on bare",
        "The base model differs on other",
    ]
    assert "Remote Login" in found["gone"]["hint"]
    assert found["other"]["hint"].startswith("Copy it: rsync -a")
    assert main(["hosts", project_path, str(file)]) == 1
    assert "gone cannot be reached" in capsys.readouterr().out
    add_dataset(project_path, *wordings())
    assert main(["train", project_path, "--hosts", str(file), "--json"]) == 1
    assert "3 Macs are not ready: gone, bare, other" in capsys.readouterr().out
