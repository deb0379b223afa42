"""Everything the engine raises on purpose.

HoneError           the user should read it: a title and what to do next
  + JobCancelled    the user asked; never shown as a failure
  + WorkerDied      the child process vanished (out of memory, abort)

Anything else that escapes a job is a bug and is shown with its traceback behind "details".
"""

from __future__ import annotations


class HoneError(Exception):
    """A failure the user can act on.

    `title` says in a few words what happened, `hint` why, and what to do next; the command line
    and the window show the same two.
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title}. {self.hint}" if self.hint else self.title


class JobCancelled(HoneError):
    """Unwinds a job whose cancel flag was set."""

    def __init__(self) -> None:
        super().__init__("Cancelled")


class WorkerDied(HoneError):
    """The worker process ended without a final event."""
