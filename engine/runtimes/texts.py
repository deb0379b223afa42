"""Texts to be written, those that are under way, and those that are complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import deque

    import numpy as np

    from engine.runtimes.constraints import Constraint
    from engine.runtimes.prefixes import Line


@dataclass(frozen=True, slots=True)
class Request:
    """One text to write: `prompt` token ids, at most `max_tokens` new ones.

    `temperature` 0 is greedy. `grammar` is GBNF with a rule `root`; `choices` allows exactly one of
    these texts. At most one of the two is given. `again`: other texts are wanted after the same prompt.
    """

    prompt: tuple[int, ...]
    max_tokens: int = 256
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    grammar: str = ""
    choices: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """What was written; `finish` is stop, length (max_tokens reached) or grammar (nothing more was allowed).

    `logprob` is the mean natural-log probability of its tokens before constraint and temperature, `lowest`
    that of the least likely one: a constraint that made the model say what it did not want shows there.
    `certainty` is the probability of the chosen text among the choices; 1 where there were none.
    """

    text: str
    tokens: int
    finish: str
    logprob: float
    lowest: float
    certainty: float = 1.0


@dataclass(slots=True)
class Counts:
    """What a batcher has done: tokens of prompts that were read and that were there already, and tokens written.

    `slots_busy` adds up the sequences under way over all `steps`: slots_busy / (steps * sequences) is how full
    the batch was.
    """

    prompt_tokens_read: int = 0
    prompt_tokens_reused: int = 0
    tokens_written: int = 0
    steps: int = 0
    slots_busy: int = 0


@dataclass(slots=True, eq=False)
class Text:
    """What a request has come to: the `tokens` of its prompt, and those chosen after them."""

    request: Request
    constraint: Constraint | None
    random: np.random.Generator
    tokens: list[int]
    logprob: float = 0.0
    lowest: float = 0.0
    certainty: float = 1.0

    @property
    def output(self) -> list[int]:
        return self.tokens[len(self.request.prompt) :]

    def close(self) -> None:
        if self.constraint is not None:
            self.constraint.close()
            self.constraint = None


@dataclass(slots=True, eq=False)
class Job:
    """A request that waits or is being written; `done` takes its number and completion."""

    number: int
    request: Request
    done: deque[tuple[int, Completion]]
    text: Text | None = None  # as far as it is known without asking the model anew

    def close(self) -> None:
        """Forget what was written of it."""
        if self.text is not None:
            self.text.close()
            self.text = None


@dataclass(slots=True, eq=False)
class Slot:
    job: Job
    text: Text
    line: Line

    @property
    def unread(self) -> int:
        """How many tokens the model has not seen yet: the rest of the prompt, then one at a time."""
        return len(self.text.tokens) - self.line.read

    @property
    def is_starting(self) -> bool:
        return self.line.read < len(self.text.request.prompt)
