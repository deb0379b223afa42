"""What a person wants written, and which generation that is: a new one, one to go on with, or a round over the gaps."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.project import pairs as stored
from engine.spec import Spec, option
from engine.writers.kinds import named_kinds

if TYPE_CHECKING:
    from engine.project import Project
    from engine.writers.opening import Wishes

QUESTIONS_FILE = "questions.jsonl"
_GAP_TEMPERATURE = 0.7
_NOT_IN_KEY = frozenset({"project", "stage", "target", "questions", "judge"})


@dataclass(frozen=True, kw_only=True)
class GenerateSpec(Spec):
    """What to write, and with which writer."""

    writer: str = option(
        "starter",
        "Writer",
        "`starter`, which ships with Hone, the path of a GGUF chat model, `servers` for all that are set, or the"
        " address of one (http://host:port/v1#MODEL).",
    )
    stage: str = option(
        "all",
        "Stage",
        "Only ask, so that the questions can be edited, or only answer.",
        choices=("all", "ask", "answer"),
    )
    questions: str = option(
        "", "Edited questions", f"With the answer stage: {QUESTIONS_FILE} of the ask stage, lines changed or deleted."
    )
    questions_per_chunk: int = option(
        2,
        "Questions per chunk",
        "Asked by a chat writer; the starter asks about every sentence.",
        minimum=1,
        maximum=20,
    )
    wordings: int = option(4, "Wordings", "Ways to ask for each fact.", minimum=1, maximum=12)
    kinds: str = option(
        "balanced",
        "Kinds",
        "Of questions, with commas: fact, how_to, why, comparison, list, yes_no; balanced is all of them, none crowding"
        " out the others, as far as the text gives them.",
    )
    unanswerable: float = option(
        0.0,
        "Unanswerable",
        "Share of questions that the documents do not answer, with the honest answer that they do not say.",
        minimum=0.0,
        maximum=0.5,
    )
    examples: str = option(
        "auto",
        "Examples",
        "Pairs that you wrote or imported as seed examples: a chat writer follows them; the starter only prefers the"
        " ways of asking that they have.",
        choices=("auto", "off"),
    )
    skills: bool = option(
        False,
        "Skills",
        "Write new rows in the manner of imported skill examples, as many for each as questions for a chunk (chat"
        " writers).",
    )
    gaps: bool = option(
        False,
        "Fill the gaps",
        "Ask only where no pair is accepted yet, in other words and with another seed each time.",
    )
    sample: int | None = option(None, "Sample", "Only so many chunks, drawn by the seed; all when empty.", minimum=1)
    target: int | None = option(None, "Target", "Stop when so many pairs are accepted.", minimum=1)
    language: str = option(
        "auto", "Language", "Of the documents; auto is what ingest found.", choices=("auto", "en", "ko")
    )
    topic: str = option("", "Topic", "What the questions should be about (chat writers).")
    instructions: str = option("", "Own instructions", "Added to the prompts (chat writers).")
    temperature: float = option(0.0, "Temperature", "Of a chat writer; 0 is repeatable.", minimum=0.0, maximum=2.0)
    max_tokens: int = option(512, "Longest reply", "In tokens, of a chat writer.", minimum=64, maximum=8192)
    judge: str = option(
        "off",
        "Judge",
        "Lets a model say of each pair whether the source supports it: off, writer, starter, a GGUF chat model, or"
        " servers.",
    )
    seed: int = option(0, "Seed", "Of everything that is drawn.", minimum=0, maximum=2**31 - 1)


def continued(project: Project, spec: GenerateSpec) -> GenerateSpec:
    """The answer stage goes on with what the newest generation was asked; other options are its own."""
    if spec.stage != "answer":
        if spec.questions:
            raise HoneError("Edited questions belong to the answer stage", "Add: --stage answer")
        return _round(project, spec) if spec.gaps else spec
    newest = project.value("SELECT spec FROM generations ORDER BY id DESC LIMIT 1")
    if newest is None:
        raise HoneError("There is nothing to answer", "Ask first: hone generate PROJECT --stage ask")
    asked = GenerateSpec.from_json(newest)
    return dataclasses.replace(
        asked, project=spec.project, stage="answer", target=spec.target, questions=spec.questions, judge=spec.judge
    )


def _round(project: Project, spec: GenerateSpec) -> GenerateSpec:
    """A round over the gaps: one that was interrupted goes on, a new one has a seed that no generation had before.

    A chat writer is less sure of itself than it would be otherwise, or it would say the same again.
    """
    rounds = [(GenerateSpec.from_json(known.spec), known.state) for known in stored.generations(project)]
    wanted = dataclasses.replace(spec, temperature=spec.temperature or _GAP_TEMPERATURE)
    if rounds and rounds[-1][1] in ("running", "cancelled"):
        last = rounds[-1][0]
        if key_of(dataclasses.replace(last, seed=0)) == key_of(dataclasses.replace(wanted, seed=0)):
            return dataclasses.replace(wanted, seed=last.seed)
    taken = {earlier.seed for earlier, _ in rounds}
    return dataclasses.replace(wanted, seed=next(seed for seed in count(spec.seed) if seed not in taken))


def key_of(spec: GenerateSpec) -> str:
    """What decides the questions: the options and the writer's file."""
    from engine.writers.opening import fingerprint

    options = {name: value for name, value in json.loads(spec.to_json()).items() if name not in _NOT_IN_KEY}
    text = json.dumps([options, *fingerprint(spec.writer)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def wishes(project: Project, spec: GenerateSpec) -> Wishes:
    """What the writer is asked for; a round over the gaps avoids what was asked before it."""
    from engine.writers.examples import examples
    from engine.writers.gaps import words_before
    from engine.writers.opening import Wishes

    known = stored.generation(project, key_of(spec))
    before = None if known is None else known.id
    avoid = words_before(project, before) if spec.gaps else frozenset()
    return Wishes(
        questions=spec.questions_per_chunk,
        wordings=spec.wordings,
        kinds=named_kinds(spec.kinds),
        unanswerable=spec.unanswerable,
        examples=examples(project, before) if spec.examples == "auto" else (),
        topic=spec.topic,
        instructions=spec.instructions,
        max_tokens=spec.max_tokens,
        temperature=spec.temperature,
        seed=spec.seed,
        avoid=avoid,
    )
