"""Let other programs of this machine ask the tuned model and its base, over OpenAI's protocol."""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine import events
from engine.errors import HoneError, JobCancelled
from engine.project import Project, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit

_SHORTEST_TOKEN = 16
_IN_TOKENS = frozenset(string.ascii_letters + string.digits + string.punctuation)


@dataclass(frozen=True, kw_only=True)
class ServeSpec(Spec):
    """Which run is served, and at which door."""

    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    port: int = option(0, "Port.", "0 finds a free one.", minimum=0, maximum=65_535)
    token: str = option("", "Token.", "What programs must send along; by default one is made.")

    def validate(self) -> None:
        """The token as well: a short one could be guessed, and others do not go into a header."""
        super().validate()
        if self.token and (len(self.token) < _SHORTEST_TOKEN or not _IN_TOKENS.issuperset(self.token)):
            raise HoneError(
                "The token cannot be used",
                f"It needs {_SHORTEST_TOKEN} letters, digits or signs at least, without spaces: choose another, or "
                "none to have one made.",
            )


def serve(spec: ServeSpec, emit: Emit, cancel: Cancel) -> None:
    """Answer until the cancel, which is how it ends well.

    `Artifact("serving", address)` tells once that requests may come, with the `token` and the names of the `models`;
    `Progress` how many replies were written.
    """
    with Project(spec.project) as project:
        run, name = runs.adapted(project, spec.run), project.path.stem
    from engine.runtimes import mlx
    from engine.runtimes.mlx.live import Live
    from engine.serving.front import Front
    from engine.serving.guard import Guard
    from engine.serving.models import Models
    from engine.serving.orders import Orders
    from engine.serving.routes import Routes

    token = spec.token or secrets.token_urlsafe(32)
    with Front(spec.port) as front:  # first: a port that is taken is told before a large model is read
        loaded = mlx.load(run.base, run.adapter)
        cancel.check()
        models = Models(name, run.style, run.system, mlx.load_tokenizer(run.base))
        orders = Orders(Live(loaded, mlx.Kept()), lambda count: emit(events.Progress("replies written", count)))
        front.open(Guard(Routes(models, orders).application(), front.port, token))
        told = {"token": token, "models": list(models.names), "run": run.id}
        emit(events.Artifact("serving", front.address, told))

        def check() -> None:
            cancel.check()
            front.check()

        try:
            orders.work(check)
        except JobCancelled:
            emit(events.Log("The server has ended."))
        finally:
            orders.close()
