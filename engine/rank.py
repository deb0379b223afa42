"""A child of mlx.launch: one rank of a training on several machines, and what tells whether a machine could be one."""

from __future__ import annotations

import json
import os
import sys

from engine import launch, reach
from engine.errors import HoneError, JobCancelled
from engine.hosts_file import LOST, LOST_EXIT
from engine.resources import quiet_libraries


def main(arguments: list[str] | None = None) -> int:
    """`launch ...` is mlx.launch itself; `join BACKEND PLACE` takes part; `look BASE` tells what is here."""
    what, *rest = sys.argv[1:] if arguments is None else arguments
    quiet_libraries()
    if what == "launch":
        return _launch(rest)
    if what == "look":
        print(json.dumps(reach.look(*rest)), flush=True)  # noqa: T201  this is the answer
        return 0
    return _join(*rest)


def _launch(arguments: list[str]) -> int:
    from mlx._distributed_utils.launch import main as started

    sys.argv = ["mlx.launch", *arguments]
    started()
    return 0


def _join(backend: str, place: str) -> int:
    """Take part: the first rank runs the job that it is asked for, the others follow it."""
    launch.become_rank()
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)  # mlx.launch's threads wait for this end to be closed
    os.dup2(2, 1)
    from engine.runtimes.mlx import ranks

    try:
        mine = ranks.join(backend)
        if mine.rank == 0:
            os._exit(launch.answer(place))  # no waiting for others: mlx.launch ends them when this is a failure
        from engine import train

        train.follow()
    except JobCancelled:
        return 0
    except HoneError as error:
        print(f"hone: {error}", file=sys.stderr, flush=True)  # noqa: T201  mlx.launch passes it on
        return LOST_EXIT if error.title == LOST else 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
