"""Ask base and tuned model the same question, both from one loaded model."""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.dataset.styles import render
from engine.errors import HoneError, JobCancelled
from engine.project import Project, messages, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Loaded, Sampling

_SIDES = {"both": ("base", "tuned"), "base": ("base",), "tuned": ("tuned",)}
SILENT = "The adapter changes nothing"  # title of the failure
# What is kept with the question.
_HOW = ("temperature", "top_p", "repetition_penalty", "max_tokens", "seed", "remember", "again")


@dataclass(frozen=True, kw_only=True)
class ChatSpec(Spec):
    """What to ask, and how replies are drawn."""

    question: str = option("", "Question.")
    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    side: str = option("both", "Who answers.", choices=tuple(_SIDES))
    system: str = option("", "System prompt.", "Said before the conversation; by default the dataset's.")
    conversation: str = option("", "Conversation.", "Its earlier messages are remembered; none without a name.")
    temperature: float = option(0.6, "Temperature.", "0 always takes the likeliest word.", minimum=0, maximum=2)
    top_p: float = option(0.9, "Top-p.", "Draw from the likeliest words with this share.", minimum=0.01, maximum=1)
    repetition_penalty: float = option(
        1.1, "Repetition penalty.", "1 is none; counts words of the reply.", minimum=1, maximum=2
    )
    max_tokens: int = option(256, "Longest reply.", "In tokens.", minimum=1, maximum=32_768)
    seed: int = option(0, "Seed.", "The same seed draws the same reply.", minimum=0, maximum=2**31 - 1)
    remember: bool = option(
        True, "Remember the conversation.", "Off: each question is asked on its own, as the pairs were trained."
    )
    again: int | None = option(
        None, "Ask again.", "Number of the question that this one asks again: its replies do not count.", minimum=1
    )


def chat(spec: ChatSpec, emit: Emit, cancel: Cancel) -> None:
    """Stream the replies as `Text` and end with `Artifact("reply")`, which holds both and how much they differ.

    What was streamed before a cancel is stored and told too, as stopped. Raises HoneError without a question or a
    tuned model, and for an adapter that changes nothing.
    """
    question = spec.question.strip()
    if not question:
        raise HoneError("There is no question", "Ask something, for example about a number in your document.")
    from engine.runtimes import mlx

    with Project(spec.project) as project:
        run = runs.chosen(project, spec.run)
        weights = run.adapter / "adapters.safetensors"
        if not weights.is_file():
            raise HoneError(
                f"The adapter of run {run.id} is not there any more",
                f"{weights} is missing: put it back, choose another run, or train again.",
            )
        loaded = _loaded(run.base, str(run.adapter), weights.stat().st_mtime_ns)
        cancel.check()
        asked = {"role": "user", "content": question}
        prompts = {side: _prompt(project, run, loaded, spec, side, asked) for side in _SIDES[spec.side]}
        delta = mlx.logit_delta(loaded, next(iter(prompts.values())))
        if delta == 0:
            raise HoneError(SILENT, "Its run learned nothing: train again with hone train.")
        sampling = mlx.Sampling(spec.temperature, spec.top_p, spec.repetition_penalty, spec.max_tokens, spec.seed)
        said = _Said(dict.fromkeys(prompts, ""), {side: {"tokens": 0} for side in prompts})
        how = {name: getattr(spec, name) for name in _HOW if getattr(spec, name) is not None}
        tell = functools.partial(_tell, project, run, spec, said, emit)
        try:
            _stream(loaded, prompts, sampling, said, emit, cancel)
        except JobCancelled:
            if any(said.replies.values()):
                tell({**how, "logit_delta": delta, "stopped": True})
            raise
        tell({**how, "logit_delta": delta})


@dataclass(frozen=True, slots=True)
class _Said:
    """The replies so far, and their figures."""

    replies: dict[str, str]
    timings: dict[str, dict[str, float]]


def _stream(
    loaded: Loaded, prompts: dict[str, list[int]], sampling: Sampling, said: _Said, emit: Emit, cancel: Cancel
) -> None:
    from engine.runtimes import mlx

    began = time.perf_counter()
    for piece in mlx.stream(loaded, prompts, sampling, cancel.check):
        emit(events.Text(piece.delta, piece.side))
        said.replies[piece.side] += piece.delta
        seconds, known = time.perf_counter() - began, said.timings[piece.side]
        known.setdefault("first_token_seconds", round(seconds, 4))
        known.update(tokens=piece.tokens, tokens_per_second=round(piece.tokens / seconds, 2))


def _tell(project: Project, run: runs.Run, spec: ChatSpec, said: _Said, emit: Emit, how: dict[str, Any]) -> None:
    """Store the turn with how it was asked, then announce it."""
    question = spec.question.strip()
    replies = {side: text.strip() for side, text in said.replies.items()}
    turn = {side: (replies[side], said.timings[side]) for side in replies}
    number = messages.add(project, run.id, spec.conversation, question, turn, how)
    data = {"question": question, "base": None, "tuned": None, **replies, "logit_delta": how["logit_delta"]}
    figures = {"run": run.id, "timings": said.timings, "message": number, "stopped": "stopped" in how}
    emit(events.Artifact("reply", "", {**data, **figures}))


def _prompt(
    project: Project, run: runs.Run, loaded: Loaded, spec: ChatSpec, side: str, asked: dict[str, str]
) -> list[int]:
    """The conversation as tokens; its oldest turns are left out until question and reply fit into the context."""
    remembers = spec.remember and spec.conversation
    earlier = messages.history(project, run.id, spec.conversation, side, spec.again) if remembers else []
    system = spec.system or run.system
    start = [{"role": "system", "content": system}] if system else []
    room = loaded.context_length - min(spec.max_tokens, loaded.context_length // 4)
    while True:
        tokens = loaded.encode(render(run.style, [*start, *earlier, asked], loaded.tokenizer)[0])
        if len(tokens) <= room:
            return tokens
        if not earlier:
            raise HoneError(
                "The question is too long",
                f"It has {len(tokens)} tokens and the model holds {loaded.context_length} with its reply: shorten it.",
            )
        earlier = earlier[2:]


@functools.lru_cache(maxsize=1)
def _loaded(base: str, adapter: str, _changed: int) -> Loaded:
    """A warm worker keeps the newest model; an adapter that was written again is loaded again."""
    from engine.runtimes import mlx

    return mlx.load(Path(base), adapter)
