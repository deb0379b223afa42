"""Whether a run fits into this machine's memory, measured before it begins, and the smaller plan where it does not.

A model that is too large does not fail at once, it makes the machine write memory to disk and crawl; where even that
ends, MLX ends the process. So the heaviest rows are tried first, with an eye on the swap, and a run whose process died
of it goes on from its last checkpoint with a smaller plan (engine.worker starts it again).
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from engine import events
from engine.errors import HoneError
from engine.project import runs
from engine.runtimes import sizing
from engine.runtimes.recipe import from_dict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.jobs import Cancel, Emit
    from engine.project import Project
    from engine.runtimes.mlx.training import Trainer
    from engine.runtimes.recipe import Recipe

_SWAPPED = 256e6  # bytes written to disk during a trial; other programs write less in so short a time
_LESS = 0.8  # of its memory, for a plan that died of it or let the machine swap
_CHANGEABLE = ("layers", "max_length")  # of what is learned, and from what, before it is begun
_ADVICE = (
    "No smaller plan is left: close other programs, leave out the longest rows with --max-length, or choose a smaller "
    "base, or the same in 4 bits."
)


class TooMuch(Exception):  # noqa: N818  a finding, not an error: a smaller plan follows
    """A plan takes more memory than it can have: `share` is what it can have of what it takes.

    `swaps`: it would fit, were there not what other programs need.
    """

    def __init__(self, why: str, share: float = _LESS, *, swaps: bool = False) -> None:
        super().__init__(why)
        self.why, self.share, self.swaps = why, share, swaps


def rehearse(trainer: Trainer, emit: Emit, cancel: Cancel) -> None:
    """Try the heaviest rows and tell what they take; raises TooMuch when that is more than a run can have."""
    emit(events.Log("Trying the longest rows, to see whether they fit into memory."))
    room, before = sizing.room(), swapped()
    needed = trainer.rehearse(cancel.check)
    written = swapped() - before
    told = f"The longest rows take {needed / 1e9:.1f} GB of memory, and there is room for {room / 1e9:.1f} GB."
    if needed > room:
        raise TooMuch(told, room / needed)
    if written > _SWAPPED:
        raise TooMuch(f"{told} But {written / 1e9:.1f} GB were written to disk, for other programs.", swaps=True)
    emit(events.Log(told))


def swapped() -> int:
    """Bytes that this machine wrote from memory to disk since it was started."""
    return int(psutil.swap_memory().sout)


def relieve(project: Project, run: runs.Run, sizes: Sequence[tuple[int, int]], found: TooMuch, emit: Emit) -> runs.Run:
    """Give a run a smaller plan and tell it; raises HoneError where there is none.

    `sizes` are its rows' tokens and those of their answers. What has begun to learn keeps its form and its rows: only
    how much is computed at once can change then.
    """
    before = from_dict(run.plan)
    begun = bool(runs.checkpoints(project, run.id))
    fixed = list(_CHANGEABLE) if begun else [name for name, value in run.options.items() if value is not None]
    after = _smaller(before, Path(run.base), sizes, fixed, found.share)
    if after is None and found.swaps:
        emit(events.Log(f"{found.why} Close other programs: training is slow while the machine does that.", "warning"))
        return run
    if after is None:
        runs.set_state(project, run.id, "stopped" if begun else "failed")
        raise HoneError(f"There is too little memory to train {Path(run.base).name}", f"{found.why} {_ADVICE}")
    runs.set_plan(project, run.id, {**run.plan, **dataclasses.asdict(after)})
    emit(events.Log(f"{found.why} The run goes on with a smaller plan.", "warning"))
    _tell(before, after, emit)
    return runs.get(project, run.id)


def _smaller(
    before: Recipe, folder: Path, sizes: Sequence[tuple[int, int]], fixed: Sequence[str], share: float
) -> Recipe | None:
    """The first smaller recipe that by the estimate takes only that share of the memory, else the smallest."""
    from engine.runtimes.mlx.model import read_config

    try:
        base, shape = sizing.measure(folder, read_config(folder))
    except HoneError:  # its config names the sizes in another way: nothing can be said of it
        return None

    def estimate(recipe: Recipe) -> int:
        return sizing.training_bytes(base, shape, recipe, *sizing.longest(recipe, sizes))

    found, following = None, sizing.smaller(before, shape, sizes, fixed)
    while following is not None and (found is None or estimate(found) > share * estimate(before)):
        found, following = following, sizing.smaller(following, shape, sizes, fixed)
    return found


def _tell(before: Recipe, after: Recipe, emit: Emit) -> None:
    """What became smaller, a line each."""
    if after.recompute != before.recompute:
        emit(events.Log("Blocks are computed again on the way back."))
    if after.batch_size != before.batch_size:
        emit(events.Log(f"{after.batch_size} rows are computed at once, as many in an iteration as before."))
    if after.layers != before.layers:
        emit(events.Log(f"Only the last {after.layers} blocks learn."))
    if after.max_length != before.max_length:
        emit(events.Log(f"Rows of more than {after.max_length} tokens are left out.", "warning"))
