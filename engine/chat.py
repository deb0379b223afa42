"""Ask base and tuned model the same question, with and without documents, and the tuned models of other runs."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.dataset.styles import render
from engine.errors import HoneError, JobCancelled
from engine.project import Project, exams, messages, runs
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.grounded import Grounding, Opened
    from engine.jobs import Cancel, Emit
    from engine.retrieval import Index
    from engine.runtimes.mlx import Kept, Loaded

_SIDES = {
    "both": (exams.BASE, exams.TUNED),
    "all": exams.SIDES,
    "documents": (exams.BASE_RAG, exams.TUNED_RAG),
    **{side: (side,) for side in exams.SIDES},
}
_GROUNDED = _SIDES["documents"]  # these read what the index finds for the question
_UNTUNED = (exams.BASE, exams.BASE_RAG)
SILENT = "The adapter changes nothing"  # title of the failure
# What is kept with the question.
_HOW = ("temperature", "top_p", "repetition_penalty", "max_tokens", "seed", "remember", "again")


@dataclass(frozen=True, kw_only=True)
class ChatSpec(Spec):
    """What to ask, and how replies are drawn."""

    question: str = option("", "Question.")
    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    side: str = option(
        "both",
        "Who answers.",
        "base_rag and tuned_rag read what the index finds for the question; documents is these two, all is four.",
        choices=tuple(_SIDES),
    )
    runs: tuple[int, ...] = option((), "Other runs.", "Their tuned models answer too, one after another.")
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
    beside: int | None = option(
        None, "Beside.", "Number of a question that was asked: the replies of other runs are added to it.", minimum=1
    )


def chat(spec: ChatSpec, emit: Emit, cancel: Cancel) -> None:
    """Stream the replies as `Text` and end with `Artifact("reply")`, which holds them and how much the adapter does.

    What was streamed before a cancel or a failure is stored and told too, as stopped. Raises HoneError without a
    question or a tuned model, for an adapter that changes nothing, and for sides with documents without an index.
    """
    if not spec.question.strip():
        raise HoneError("There is no question", "Ask something, for example about a number in your document.")
    with Project(spec.project) as project:
        run = runs.adapted(project, spec.run)
        others = [runs.adapted(project, number) for number in dict.fromkeys(spec.runs) if number != run.id]
        if spec.beside is not None:
            _check_beside(project, spec.beside, others)
        talk = _Talk(project, run, spec, emit, cancel)
        try:
            if spec.beside is None:
                talk.ask(run, _SIDES[spec.side])
            for other in others:
                talk.ask(other, (messages.side_of(other.id),))
        except (JobCancelled, HoneError):
            if any(talk.replies.values()):
                talk.tell(stopped=True)
            raise
        talk.tell(stopped=False)


def _check_beside(project: Project, number: int, others: Sequence[runs.Run]) -> None:
    if messages.turn(project, number) is None:
        raise HoneError(f"There is no question {number}", "It was deleted with its conversation: ask it again.")
    if not others:
        raise HoneError("There is no other run to ask", "Choose one that has an adapter, or train another.")


class _Talk:
    """One question under way: who said what so far."""

    def __init__(self, project: Project, run: runs.Run, spec: ChatSpec, emit: Emit, cancel: Cancel) -> None:
        self._project, self._run, self._spec, self._emit, self._cancel = project, run, spec, emit, cancel
        self._question = {"role": "user", "content": spec.question.strip()}
        self._delta: float | None = None
        self.replies: dict[str, str] = {}
        self._figures: dict[str, dict[str, Any]] = {}

    def ask(self, run: runs.Run, names: Sequence[str]) -> None:
        """Let sides of one run answer, all together."""
        from engine.runtimes import mlx

        loaded = _warm.get(run)
        self._cancel.check()
        prompts = self._prompts(run, loaded, names)
        known = _warm.delta  # an adapter that did something once does so again: then the replies come first
        if not known:
            self._measure(run, loaded)
        elif run.id == self._run.id:
            self._delta = known  # should the replies be stopped
        spec = self._spec
        sampling = mlx.Sampling(spec.temperature, spec.top_p, spec.repetition_penalty, spec.max_tokens, spec.seed)
        who = {name: mlx.BASE if name in _UNTUNED else mlx.TUNED for name in prompts}
        began = time.perf_counter()
        for piece in mlx.stream(loaded, prompts, sampling, self._cancel.check, who, _warm.kept):
            self._emit(events.Text(piece.delta, piece.side))
            self.replies[piece.side] += piece.delta
            seconds, figures = time.perf_counter() - began, self._figures[piece.side]
            figures.setdefault("first_token_seconds", round(seconds, 4))
            figures.update(tokens=piece.tokens, tokens_per_second=round(piece.tokens / seconds, 2))
        if known:
            self._measure(run, loaded)

    def _measure(self, run: runs.Run, loaded: Loaded) -> None:
        """How much the adapter does, by the question alone; raises HoneError when that is nothing."""
        from engine.runtimes import mlx

        delta = mlx.logit_delta(loaded, loaded.encode(render(run.style, self._asked(run, []), loaded.tokenizer)[0]))
        _warm.delta = delta
        if run.id == self._run.id:
            self._delta = delta
        if delta == 0:
            if run.id == self._run.id:
                raise HoneError(SILENT, "Its run learned nothing: train again with hone train.")
            self._emit(events.Log(f"The adapter of run {run.id} changes nothing: it answers as its base.", "warning"))

    def tell(self, *, stopped: bool) -> None:
        """Store the turn with how it was asked, then announce it."""
        spec, question = self._spec, self._question["content"]
        replies = {side: text.strip() for side, text in self.replies.items()}
        turn = {side: (text, self._figures[side]) for side, text in replies.items()}
        if spec.beside is None:
            how = {name: getattr(spec, name) for name in _HOW if getattr(spec, name) is not None}
            how |= {"logit_delta": self._delta, **({"stopped": True} if stopped else {})}
            number = messages.add(self._project, self._run.id, spec.conversation, question, turn, how)
        else:
            number = spec.beside
            if stopped:
                turn[next(reversed(turn))][1]["stopped"] = True  # those before it were done
            messages.add_replies(self._project, number, turn)
        data = {"question": question, "base": None, "tuned": None, **replies, "logit_delta": self._delta}
        timings = {
            side: {name: value for name, value in known.items() if name != "hits"}
            for side, known in self._figures.items()
        }
        hits = {side: known["hits"] for side, known in self._figures.items() if "hits" in known}
        figures = {"run": self._run.id, "timings": timings, "hits": hits, "message": number, "stopped": stopped}
        self._emit(events.Artifact("reply", "", {**data, **figures}))

    def _prompts(self, run: runs.Run, loaded: Loaded, names: Sequence[str]) -> dict[str, list[int]]:
        grounding = None
        if any(name in _GROUNDED for name in names):
            from engine.grounded import Grounding

            grounding = Grounding(self._project, loaded, run.style, _warm.index(self._project))
        prompts, found = {}, {}
        for name in names:
            prompts[name], hits = self._prompt(run, loaded, name, grounding if name in _GROUNDED else None)
            found[name] = {"tokens": 0, **({} if hits is None else {"hits": list(hits)})}
        self.replies |= dict.fromkeys(names, "")
        self._figures |= found
        return prompts

    def _prompt(
        self, run: runs.Run, loaded: Loaded, name: str, grounding: Grounding | None
    ) -> tuple[list[int], tuple[dict[str, Any], ...] | None]:
        """The conversation as tokens, with what was found for a side with documents.

        Its oldest turns are left out until question and reply fit into the context; beside documents, until the
        conversation takes no more than half of that.
        """
        spec = self._spec
        remembers = spec.remember and spec.conversation
        before = spec.beside or spec.again
        earlier = messages.history(self._project, self._run.id, spec.conversation, name, before) if remembers else []
        room = loaded.context_length - min(spec.max_tokens, loaded.context_length // 4)
        while True:
            asked = self._asked(run, earlier)
            tokens = loaded.encode(render(run.style, asked, loaded.tokenizer)[0])
            if len(tokens) <= (room // 2 if grounding and earlier else room):
                return (tokens, None) if grounding is None else grounding.prompt(asked, spec.max_tokens)
            if not earlier:
                raise HoneError(
                    "The question is too long",
                    f"It has {len(tokens)} tokens and the model holds {loaded.context_length} with its reply: "
                    "shorten it.",
                )
            earlier = earlier[2:]

    def _asked(self, run: runs.Run, earlier: Sequence[dict[str, str]]) -> list[dict[str, str]]:
        """The conversation with its system prompt, up to the question."""
        system = self._spec.system or run.system
        return [*([{"role": "system", "content": system}] if system else []), *earlier, self._question]


class _Warm:
    """A warm worker keeps the newest model: of the same base another adapter is put on, else the old one leaves first.

    Two models at once need too much memory. Files that were written again are loaded again. `kept` is what the sides
    have read so far; `delta` tells how much this adapter was last seen to change.
    """

    def __init__(self) -> None:
        self._key: tuple[object, object] | None = None
        self._loaded: Loaded | None = None
        self.kept: Kept | None = None
        self._opened: Opened | None = None
        self.delta = 0.0

    def index(self, project: Project) -> Index:
        """The project's index, kept open; raises HoneError when there is none, or it is out of date."""
        from engine.grounded import Opened

        self._opened = self._opened or Opened()
        return self._opened.get(project)

    def get(self, run: runs.Run) -> Loaded:
        """The base of a run with its adapter."""
        from engine.runtimes import mlx

        files = sorted(Path(run.base).expanduser().glob("*.safetensors"))
        base = (run.base, *((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files))
        key = (base, (str(run.adapter), run.weights.stat().st_mtime_ns))
        if self._loaded is not None and self._key == key:
            return self._loaded
        known, loaded = self._key, self._loaded
        self._key = self._loaded = None
        self.delta = 0.0
        if loaded is not None and known is not None and known[0] == base:
            mlx.exchange(loaded, run.adapter)
        else:
            loaded = self.kept = None
            gc.collect()
            loaded = mlx.load(run.base, run.adapter)
        self.kept = self.kept or mlx.Kept()
        self.kept.adapter = key[1]
        self._key, self._loaded = key, loaded
        return loaded


_warm = _Warm()
