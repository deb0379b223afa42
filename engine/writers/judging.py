"""Judges: a model reads source, question and answer, and says whether the source supports the answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from engine.dataset.checks.support import compact
from engine.dataset.checks.verdicts import NO_OPINION, SUPPORTED, UNSUPPORTED, Opinion
from engine.dataset.words import content
from engine.documents.sentences import sentences
from engine.errors import HoneError
from engine.servers import is_named
from engine.writers import prompts
from engine.writers.facts import carries_fact, clean_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from langchain_core.language_models import BaseChatModel

    from engine.dataset.checks.candidate import Candidate
    from engine.events import Event
    from engine.writers.base import Check, Writer
    from engine.writers.starter import StarterWriter

OFF, WRITER = "off", "writer"
_AROUND = 900  # characters of the page before and behind the evidence that a judge reads
_LONGEST = 400  # characters of the sentence that a judge quotes
_TOKENS = 256
_FORM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "sentence": {"type": "string", "maxLength": _LONGEST},
        "supported": {"type": "string", "enum": ["yes", "no"]},
    },
    "required": ["sentence", "supported"],
}


class Judge(Protocol):
    """Gives an opinion on each pair, in their order."""

    name: str

    def opinions(self, pairs: Sequence[Candidate], check: Check) -> list[Opinion]:
        """One for each pair; `problem` where the model gave no usable reply, no opinion where it knows too little."""

    def close(self) -> None:
        """Free the model, unless it is the writer's own."""


def passage(pair: Candidate) -> str:
    """The text around the evidence: of its page where that is at hand, else the chunk, else the evidence."""
    if pair.evidence and pair.page:
        page = " ".join(pair.page.split())
        at = page.find(pair.evidence)
        if at >= 0:
            return page[max(at - _AROUND, 0) : at + len(pair.evidence) + _AROUND]
    chunk = " ".join(pair.chunk.split())
    return chunk if not pair.evidence or compact(pair.evidence) in compact(chunk) else f"{pair.evidence} {chunk}"


class ChatJudge:
    """A chat model that is shown source, question and answer, and whose reply a grammar holds to its form."""

    def __init__(self, model: BaseChatModel, name: str, close: Callable[[], None] = lambda: None) -> None:
        self.name, self._model, self.close = name, model, close

    def opinions(self, pairs: Sequence[Candidate], check: Check) -> list[Opinion]:
        """All pairs at once."""
        asked = [
            prompts.messages(
                "judge",
                pair.language,
                topic="",
                instructions="",
                text=passage(pair),
                question=pair.question,
                answer=pair.answer,
            )
            for pair in pairs
        ]
        options: dict[str, Any] = {"json_schema": _FORM, "max_tokens": _TOKENS, "temperature": 0.0, "check": check}
        replies = dict(self._model.batch_as_completed(list(asked), None, return_exceptions=False, **options))
        return [self._read(replies[number]) for number in range(len(pairs))]

    def _read(self, reply: Any) -> Opinion:
        from engine.runtimes.chat_model import read_json

        try:
            value = read_json(reply)
            verdict = {"yes": SUPPORTED, "no": UNSUPPORTED}[str(value["supported"]).strip().lower()]
            sentence = " ".join(str(value["sentence"]).split())
        except (HoneError, KeyError, TypeError) as error:
            return Opinion("", "", self.name, f"its reply cannot be read: {error or type(error).__name__}")
        return Opinion(verdict, sentence, self.name)


class StarterJudge:
    """The starter picks the sentence that answers the question from those around the evidence.

    Another pick than the evidence is no support. It reads English only, and does not weigh the answer itself:
    what the answer adds to its evidence, it cannot see.
    """

    def __init__(self, starter: StarterWriter, *, own: bool) -> None:
        self.name, self._starter, self._own = starter.name, starter, own

    def opinions(self, pairs: Sequence[Candidate], check: Check) -> list[Opinion]:
        """All pairs at once; none on what is not English or has no evidence."""
        known = [number for number, pair in enumerate(pairs) if pair.evidence and self._starter.knows(pair.language)]
        asked = [(pairs[n].question, _shown(pairs[n]), pairs[n].evidence) for n in known]
        picked = self._starter.pick(asked, check)
        opinions = [NO_OPINION] * len(pairs)
        for number, sentence in zip(known, picked, strict=True):
            verdict = SUPPORTED if sentence == pairs[number].evidence else UNSUPPORTED
            opinions[number] = Opinion(verdict, sentence, self.name)
        return opinions

    def close(self) -> None:
        """The writer closes its own model."""
        if self._own:
            self._starter.close()


def _shown(pair: Candidate) -> list[str]:
    """The evidence among the sentences around it that have at least as many of the question's words, and one more."""
    wanted = content(pair.question)
    shared = len(wanted & content(pair.evidence))
    text = " ".join((pair.chunk or passage(pair)).split())
    found = [clean_sentence(text[span.start : span.end]) for span in sentences(text, pair.language)]
    others = [s for s in dict.fromkeys(found) if s and s != pair.evidence and carries_fact(s, pair.language)]
    rivals = sorted((s for s in others if len(wanted & content(s)) > shared), key=lambda s: -len(wanted & content(s)))
    chosen = {pair.evidence, *rivals[:5]}
    ordered = [sentence for sentence in found if sentence in chosen]
    return list(dict.fromkeys(ordered if pair.evidence in ordered else [pair.evidence, *ordered]))


def open_judge(choice: str, writer: Writer, tell: Callable[[Event], None] = lambda event: None) -> Judge | None:
    """The judge that a person chose: none, the writer itself, the starter, a GGUF file, or servers.

    Raises HoneError when it cannot be used.
    """
    from engine.writers.by_language import StarterByLanguage
    from engine.writers.chat import ChatWriter
    from engine.writers.opening import STARTER, Wishes, open_writer
    from engine.writers.starter import StarterWriter

    if choice == OFF:
        return None
    if choice not in (WRITER, STARTER) and not is_named(choice) and not Path(choice).expanduser().is_file():
        raise HoneError(
            f"There is no judge {choice}", "Say off, writer, starter, servers, or the path of a GGUF chat model."
        )
    own = choice != WRITER
    model = open_writer(choice, Wishes(), tell=tell) if own else writer
    if isinstance(model, StarterByLanguage):
        model = model.model
    if isinstance(model, StarterWriter):
        return StarterJudge(model, own=own)
    if isinstance(model, ChatWriter):
        return ChatJudge(model.model, model.name, model.close if own else lambda: None)
    raise HoneError(f"{writer.name} cannot judge", "Choose another judge: the path of a GGUF chat model.")
