"""The starter as a writer: a small model that turns a sentence into questions and picks the sentence that answers one.

It follows no instructions. What it may say is held by grammars: a question is made of the sentence's own
words and a list of question words, an answer is exactly one of the sentences shown.
"""

from __future__ import annotations

import functools
import math
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.dataset.words import clean_question, content, normalised
from engine.runtimes.batching import Batcher, Request
from engine.writers.base import (
    ASKED_BEFORE,
    Answered,
    Asked,
    Check,
    Search,
    Sentence,
    Source,
    Unanswered,
    Wording,
    evidence_of,
    in_order,
)
from engine.writers.forms import BASIC, STYLES, question_forms
from engine.writers.kinds import KINDS, kind_of, rarest
from engine.writers.misfits import misfit
from engine.writers.question_grammar import question_grammar
from engine.writers.rewording import REWORDED, reworded
from engine.writers.rivals import candidates, without_one

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from engine.runtimes.batching import Completion
    from engine.runtimes.gguf import GgufModel

# The first starter knows one prompt, the bare sentence; later ones know a style of asking by its prefix.
KNOWS_STYLES = True
BARE = ""
FREE = "free"  # a question under no form, where none fits the sentence: written to be rejected and counted

_QUESTION_TOKENS = 64
_SAMPLES = 12  # further tries for a fact that has too few wordings
_SPARES = 4  # wordings kept for a fact whose others turn out ambiguous
_TEMPERATURE, _TOP_P = 0.9, 0.95
# Under its grammar the model says something in any case; how likely it found that tells whether it meant it.
# A fact that has no sure question gets its surest one, if it is at least not unlikely.
_SURE, _LEAST = 0.65, 0.08
_FAIRLY_SURE, _FAIRLY_LEAST = 0.5, 0.01
_BASICALLY_SURE = 0.15  # for the few forms that fit the sentence by its build
_SURE_AGAIN = 0.75  # of a further wording: one that is only likely is worth having where there is no other
_STRANGE = 4  # content words that a question may have beyond its sentence's
_SEQUENCES, _CELLS, _KEPT = 12, 6144, 8
_REMEMBERED = 1024  # texts whose tokens are remembered


@dataclass(frozen=True, slots=True)
class _Try:
    """A question as written; `sure` is the mean probability of its tokens, `least` that of the least likely."""

    style: str
    question: str
    sure: float
    least: float
    before: bool = False  # whether it was asked before and came to nothing

    @property
    def is_fair(self) -> bool:
        """Whether it will do for a fact that has no surer question."""
        if self.before:
            return False
        return self.sure >= _FAIRLY_SURE and self.least >= _FAIRLY_LEAST and self.style != FREE

    @property
    def doubt(self) -> str:
        """What the model's own probabilities say against the question, or that it failed before."""
        if self.before:
            return ASKED_BEFORE
        if self.style == FREE:
            return "no form of question fits the sentence"
        if (self.sure >= _SURE and self.least >= _LEAST) or (self.style == BASIC and self.sure >= _BASICALLY_SURE):
            return ""
        return f"its words have probability {self.sure:.2f}, the least likely {self.least:.3f}"


_Plan = list[tuple[str, Request]]  # what is to be written for a sentence, each in a style


def is_starter(model: GgufModel) -> bool:
    """Whether this is our own small model: a vocabulary of a few thousand and a template of bare <u> and <a> marks."""
    return model.vocabulary_size <= 8192 and "'<u>'" in model.template and "'<a>'" in model.template


class StarterWriter:
    """Asks about each sentence that carries a fact, in `wordings` ways, and answers with the sentence."""

    kind = "starter"
    chunks_at_once = 8

    def __init__(
        self,
        model: GgufModel,
        *,
        wordings: int,
        seed: int,
        grammar: bool = True,
        kinds: Sequence[str] = KINDS,
        avoid: frozenset[str] = frozenset(),
        styles: Sequence[str] = STYLES,
    ) -> None:
        self.name, self._model = model.name, model
        self._batcher = Batcher(model, sequences=_SEQUENCES, cells=_CELLS, kept=_KEPT, idle=_KEPT)
        self._wordings, self._seed, self._grammar, self._kinds = wordings, seed, grammar, frozenset(kinds)
        self._avoid, self._styles = avoid, styles
        # The same sentences stand in many prompts, and the same prompts are drawn from several times.
        self._length = functools.lru_cache(_REMEMBERED)(lambda text: len(model.tokenize(text)))
        self._prompt_tokens = functools.lru_cache(_REMEMBERED)(
            lambda text: tuple(model.prompt([{"role": "user", "content": text}]))
        )

    def close(self) -> None:
        """Free context and model."""
        self._batcher.close()
        self._model.close()

    def knows(self, language: str) -> bool:
        """English only, and texts whose language is not clear."""
        return language in ("en", "")

    def ask(self, sources: Sequence[Source], check: Check) -> Iterator[tuple[int, Asked | None]]:
        """Every sentence with a fact is asked about; facts come in the order of the text.

        Where a sentence has good questions of several kinds, that of the kind the chunk has least comes first.
        """
        self._batcher.forget()
        asked = [[s for s in source.sentences if s.fact and self._fits(s.text)] for source in sources]
        sentences = [sentence for some in asked for sentence in some]
        following = iter(self._tries(sentences, check))
        for number, some in enumerate(asked):
            counts: Counter[str] = Counter()
            for position, (sentence, found) in enumerate(zip(some, following, strict=False)):
                if not (wanted := self._of_kinds(found)):
                    continue
                chosen, spares = self._chosen(sentence, wanted, counts)
                kind = kind_of(chosen[0].question)
                counts[kind] += 1
                yield number, Asked(position, sentence, chosen, kind, spares=spares)
            yield number, None

    def _of_kinds(self, tries: Sequence[_Try]) -> list[_Try]:
        """The questions of the wanted kinds; all are wanted unless a person chose."""
        return list(tries) if self._kinds >= set(KINDS) else [t for t in tries if kind_of(t.question) in self._kinds]

    def _fits(self, sentence: str) -> bool:
        """Whether the sentence can be shown with its question and copied as the answer."""
        return 2 * self._length(sentence) + _QUESTION_TOKENS + 16 <= self._batcher.longest

    def _tries(self, sentences: Sequence[Sentence], check: Check) -> list[list[_Try]]:
        """All that was written for each sentence; what it lacks is begun as soon as its first questions are there.

        Its prompts are in memory then, and other sentences fill the batch.
        """
        found: list[list[_Try]] = [[] for _ in sentences]
        further: dict[int, Iterator[tuple[int, list[_Try]]]] = {}
        basic: dict[int, Iterator[tuple[int, list[_Try]]]] = {}
        for i, tries in self._begun([self._first(sentence) for sentence in sentences], check):
            found[i] = tries
            further[i] = self._begun([self._further(sentences[i], tries)], check)
        for i, begun in further.items():
            found[i] += [one for _, tries in begun for one in tries]
            if not self._good(sentences[i], found[i]):
                basic[i] = self._begun([self._basic(sentences[i])], check)
        for i, begun in basic.items():
            found[i] += [one for _, tries in begun for one in tries]
        return found

    def _first(self, sentence: Sentence) -> _Plan:
        """One greedy question for each style."""
        styles = self._styles if KNOWS_STYLES else (BARE,)
        fitting = [style for style in styles if style == BARE or _forms(sentence, style)]
        return [(style, self._question(sentence, style)) for style in fitting or [FREE]]

    def _further(self, sentence: Sentence, tries: Sequence[_Try]) -> _Plan:
        """Sampled questions for a sentence that has too few good ones."""
        plan: _Plan = []
        lacking = self._wordings - len(self._good(sentence, tries))
        for turn in range(min(3 * lacking, _SAMPLES)):
            style = STYLES[turn % len(STYLES)] if KNOWS_STYLES else BARE
            if style and not _forms(sentence, style):
                continue
            seed = zlib.crc32(f"{self._seed} {turn} {sentence.text}".encode())
            plan.append((f"{style} again".strip(), self._question(sentence, style, _TEMPERATURE, seed)))
        return plan

    def _basic(self, sentence: Sentence) -> _Plan:
        """For a sentence without any good question, one of the few forms that fit any sentence of its build."""
        return [(BASIC, self._question(sentence, BASIC))] if _forms(sentence, BASIC) else []

    def _question(self, sentence: Sentence, style: str, temperature: float = 0.0, seed: int = 0) -> Request:
        grammar = "" if style == FREE else _forms(sentence, style or STYLES[0])
        prefix = STYLES[0] if style in (BASIC, FREE) else style
        return Request(
            prompt=self._prompt_tokens(f"{prefix}: {sentence.text}" if prefix else sentence.text),
            max_tokens=_QUESTION_TOKENS,
            temperature=temperature,
            top_p=_TOP_P,
            seed=seed,
            grammar=(grammar or question_grammar(sentence.text)) if self._grammar else "",
            again=True,
        )

    def _begun(self, plans: Sequence[_Plan], check: Check) -> Iterator[tuple[int, list[_Try]]]:
        """The questions of each plan with its number, when it is written as a whole; they are begun at once."""
        places = [(i, n) for i, plan in enumerate(plans) for n in range(len(plan))]
        stream = self._batcher.stream([plans[i][n][1] for i, n in places], check)
        written: dict[int, dict[int, Completion]] = defaultdict(dict)

        def add(place: int, completion: Completion) -> int:
            i, n = places[place]
            written[i][n] = completion
            return i

        numbers = (add(place, completion) for place, completion in stream)
        return (
            (i, [self._try(style, written[i][n]) for n, (style, _) in enumerate(plans[i])])
            for i in numbers
            if len(written[i]) == len(plans[i])
        )

    def _try(self, style: str, completion: Completion) -> _Try:
        question = clean_question(completion.text)
        before = normalised(question) in self._avoid
        return _Try(style, question, math.exp(completion.logprob), math.exp(completion.lowest), before)

    def _good(self, sentence: Sentence, tries: Sequence[_Try]) -> list[_Try]:
        """Those without doubt or objection: all that are sure enough to stand beside others, else the surest."""
        distinct = _distinct(self._of_kinds(tries))
        possible = [t for t in distinct if not t.doubt and not _objection(sentence, t.question)[0]]
        surest = max(possible, key=lambda found: found.sure, default=None)
        return [found for found in possible if found is surest or found.sure >= _SURE_AGAIN]

    def _chosen(
        self, sentence: Sentence, tries: Sequence[_Try], counts: Mapping[str, int]
    ) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
        """The first good wordings; when there is none the surest one, be it to be rejected and counted.

        Then the spares, for when all of those turn out ambiguous: what else is not doubtful, then what is fair.
        """
        distinct = _distinct(tries)
        good = self._good(sentence, tries)
        if not good:
            surest = max(distinct, key=lambda t: (not _objection(sentence, t.question)[0], t.is_fair, t.sure))
            chosen = [Wording(surest.style, surest.question, "" if surest.is_fair else surest.doubt)]
        else:
            first = good.pop(rarest([kind_of(t.question) for t in good], counts))
            sure = [first, *good][: self._wordings]
            more = reworded([t.question for t in sure], lambda other: not _objection(sentence, other)[0])
            chosen = [Wording(t.style, t.question) for t in sure]
            chosen += [Wording(REWORDED, other) for other in islice(more, self._wordings - len(sure))]
        taken = {wording.question for wording in chosen}
        others = sorted(
            (t for t in distinct if t.question not in taken and (not t.doubt or t.is_fair)),
            key=lambda t: (bool(t.doubt), -t.sure),
        )
        others = [t for t in others if not chosen[0].doubt and not _objection(sentence, t.question)[0]]
        return tuple(chosen), tuple(Wording(t.style, t.question) for t in others[:_SPARES])

    def answer(self, facts: Sequence[Unanswered], search: Search, check: Check) -> Iterator[tuple[int, Answered]]:
        """The answer is the source sentence; a question for which the writer picks another one is ambiguous.

        A fact whose questions are all ambiguous is asked for in its spare wordings, until as many are good.
        """
        self._batcher.forget()
        lacking: list[tuple[int, Answered]] = []
        for number, picked in self._picked([(fact, fact.questions) for fact in facts], search, check):
            answered = self._answered(facts[number], facts[number].questions, picked)
            if facts[number].spares and all(reason == "ambiguous" for reason, _ in answered.objections):
                lacking.append((number, answered))
            else:
                yield number, answered
        again = [(facts[number], facts[number].spares) for number, _ in lacking]
        for place, picked in self._picked(again, search, check):
            number, answered = lacking[place]
            more = self._answered(facts[number], facts[number].spares, picked)
            yield number, replace(answered, objections=_until_enough(answered.objections, more.objections))

    def _picked(
        self, asked: Sequence[tuple[Unanswered, Sequence[str]]], search: Search, check: Check
    ) -> Iterator[tuple[int, dict[int, str]]]:
        """For each fact in turn, when all its questions are answered: its number and the sentence picked for each."""
        places = [(number, i) for number, (_, questions) in enumerate(asked) for i in range(len(questions))]
        requests = [self._pick(asked[number][0], asked[number][1][i], search) for number, i in places]
        picked: dict[int, dict[int, str]] = defaultdict(dict)
        for at, completion in in_order(self._batcher.stream(requests, check)):
            number, i = places[at]
            picked[number][i] = completion.text
            if len(picked[number]) == len(asked[number][1]):
                yield number, picked[number]

    def _pick(self, fact: Unanswered, question: str, search: Search) -> Request:
        source = _source_of(fact)
        return self._choice(question, candidates(source, question, search(question)), source.text)

    def _choice(self, question: str, choices: list[str], kept: str) -> Request:
        """Let the model pick one of the sentences; where they are too long together, fewer but `kept`."""
        while True:
            prompt = self._prompt_tokens(f"{' '.join(choices)}\n{question}")
            longest = max(map(self._length, choices)) + 1
            if len(prompt) + longest <= self._batcher.longest or len(choices) == 1:
                return Request(prompt=prompt, max_tokens=longest, choices=tuple(choices))
            choices = without_one(choices, kept)

    def pick(self, asked: Sequence[tuple[str, list[str], str]], check: Check) -> list[str]:
        """The sentence that the model picks for each (question, choices, the choice that is never left out)."""
        requests = [self._choice(*entry) for entry in asked]
        return [completion.text for completion in self._batcher.write(requests, check)]

    def _answered(self, fact: Unanswered, questions: Sequence[str], picked: dict[int, str]) -> Answered:
        source = _source_of(fact)
        objections = tuple(
            ("ambiguous", f"it picks: {picked[i]}") if picked[i] != source.text else _objection(source, question)
            for i, question in enumerate(questions)
        )
        return Answered(source.text, evidence_of(source), objections)


def _until_enough(first: tuple[tuple[str, str], ...], more: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The first objections, and those to spare wordings up to the one that makes good for the last ambiguous one."""
    lacking = sum(reason == "ambiguous" for reason, _ in first)
    good = 0
    for count, (reason, _) in enumerate(more, start=1):
        good += not reason
        if good == lacking:
            return first + more[:count]
    return first + more


def _forms(sentence: Sentence, style: str) -> str:
    return question_forms(sentence.text, style, named=sentence.named)


@functools.lru_cache(maxsize=4096)  # of a wording when it is tried, chosen and answered
def _objection(sentence: Sentence, question: str) -> tuple[str, str]:
    """What the checks say when only the sentence itself is known, and whether the question strays from it."""
    reason, detail = judge(Candidate(question, sentence.text, sentence.text, sentence.text))
    if not reason and (detail := misfit(sentence.text, question, named=sentence.named)):
        return "doubtful", detail
    if not reason and len(strange := content(question) - content(sentence.text)) > _STRANGE:
        return "off_topic", f"the sentence does not speak of {', '.join(sorted(strange))}"
    return reason, detail


def _distinct(tries: Sequence[_Try]) -> list[_Try]:
    """The first of those that differ in case and punctuation only; a sure one goes before a doubtful one."""
    seen: dict[str, _Try] = {}
    for found in tries:
        known = seen.setdefault(normalised(found.question), found)
        if known.doubt and not found.doubt:
            seen[normalised(found.question)] = found
    return list(seen.values())


def _source_of(fact: Unanswered) -> Sentence:
    assert fact.source is not None, "the starter asks of sentences only"
    return fact.source
