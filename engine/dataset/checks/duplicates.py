"""Questions of different facts that ask for the same thing, found without comparing all with all.

Candidates come from two tables of banded signatures: MinHash over the stems of a question (Broder 1997), which
meets what is worded alike, and signs of random projections of a vector of question and answer (Charikar 2002),
which meets what means the same. What the tables bring together is compared precisely before it counts, because
two questions about the air filter and the oil filter are alike in every way but one.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import Indel

from engine.dataset.checks.support import facts_in
from engine.dataset.key_facts import key_facts
from engine.dataset.words import content, free_words, function_words, names, normalised, stem, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[Any]

NEAR_DUPLICATE = 0.7  # similarity of the token lists, from which questions with the same content words are one
_HASHES, _ROWS = 24, 3  # MinHash values of a question, and how many of them make a band
_BITS, _BANDS = 12, 10  # signs of projections in a band, and bands
_SIZE = 512  # dimensions of a hashed vector
_CROWD = 24  # latest members of a bucket that are compared: very crowded buckets are templates, not meanings
_ALIKE_ANSWERS = 0.6  # Jaccard of the stems of two answers that may say the same
_ALIKE_QUESTIONS = 0.4  # of two questions with the same key facts
_MASK = (1 << 32) - 1
_BATCH = 1024  # questions whose vectors are made at once
_NOT = re.compile(r"\b(?:not|never|no|cannot|without)\b|n['’]t\b|않|없|못|지 마|지 말|아닌|아니", re.IGNORECASE)
_KINDS = re.compile(
    r"\b(?:how (?:much|many|long|often|\w+)|when|where|who|whom|why|which|what)\b|언제|어디|누가|누구|왜|어떻게", re.I
)

Embed = Callable[[Sequence[str]], "Vectors"]  # texts -> unit vectors, texts x dimensions


@dataclass(frozen=True, slots=True)
class _Entry:
    """A question as it is compared."""

    fact_id: int
    question: str
    answer: str
    words: tuple[str, ...]
    stems: frozenset[str]
    marks: frozenset[str]  # numbers, codes and names of the question: what differs in them asks for other things
    known: frozenset[str]  # stems of question, answer and evidence
    said: frozenset[str]  # stems of the answer
    denies: tuple[bool, bool]


class Asked:
    """The accepted questions of all facts, to find what asks for the same thing again.

    `embed` gives vectors of meaning; without it, texts are near that share stems and parts of words.
    """

    def __init__(self, embed: Embed | None = None) -> None:
        self._embed = embed or _hashed
        self._entries: list[_Entry] = []
        self._buckets: dict[int, tuple[int, ...]] = {}  # tuples of numbers: nothing for the garbage collector
        self._planes: Vectors | None = None

    def add(self, fact_id: int, question: str, answer: str = "", evidence: str = "") -> None:
        """Remember an accepted question of a fact."""
        self.add_many([(fact_id, question, answer, evidence)])

    def add_many(self, rows: Sequence[tuple[int, str, str, str]]) -> None:
        """Remember many questions, each with its fact, answer and evidence."""
        for entry, keys in self._prepared(rows):
            self._put(entry, keys)

    def near_duplicate(self, fact_id: int, question: str, answer: str = "", evidence: str = "") -> str:
        """The question of another fact that this one nearly repeats, or ''."""
        entry = _entry(fact_id, question, answer, evidence)
        return self._found(entry, self._keys([entry])[0])

    def duplicates(self, rows: Sequence[tuple[int, str, str, str]]) -> list[str]:
        """Of rows in order: for each the question of an earlier one that it repeats, or '' (then it is remembered)."""
        found: list[str] = []
        for entry, keys in self._prepared(rows):
            other = self._found(entry, keys)
            found.append(other)
            if not other:
                self._put(entry, keys)
        return found

    def _prepared(self, rows: Sequence[tuple[int, str, str, str]]) -> Iterator[tuple[_Entry, list[int]]]:
        for start in range(0, len(rows), _BATCH):
            entries = [_entry(*row) for row in rows[start : start + _BATCH]]
            yield from zip(entries, self._keys(entries), strict=True)

    def _put(self, entry: _Entry, keys: list[int]) -> None:
        number = len(self._entries)
        self._entries.append(entry)
        for key in keys:
            bucket = self._buckets.get(key)
            self._buckets[key] = (number,) if bucket is None else (*bucket[1 - _CROWD :], number)

    def _found(self, entry: _Entry, keys: list[int]) -> str:
        seen: set[int] = set()
        for key in keys:
            for number in self._buckets.get(key, ()):
                if number in seen:
                    continue
                seen.add(number)
                if _same(entry, self._entries[number]):
                    return self._entries[number].question
        return ""

    def _keys(self, entries: Sequence[_Entry]) -> list[list[int]]:
        """Buckets of each entry: equal content; with equal marks, a band of words or a band of meaning."""
        if not entries:
            return []
        meant = self._meanings([f"{entry.question} {entry.answer}" for entry in entries])
        return [
            [
                hash(entry.stems),
                *(hash((mark, *key)) for key in _worded(entry.stems)),
                *(hash((mark, 2, band, value)) for band, value in enumerate(signs)),
            ]
            for entry, signs, mark in zip(entries, meant, (hash(entry.marks) for entry in entries), strict=True)
        ]

    def _meanings(self, texts: Sequence[str]) -> list[list[int]]:
        import numpy as np

        vectors = self._embed(texts)
        if self._planes is None:
            self._planes = np.random.default_rng(0).standard_normal((vectors.shape[1], _BANDS * _BITS), np.float32)
        signs = (vectors @ self._planes > 0).reshape(len(texts), _BANDS, _BITS)
        values: list[list[int]] = (signs @ (1 << np.arange(_BITS))).tolist()
        return values


def _entry(fact_id: int, question: str, answer: str, evidence: str) -> _Entry:
    stems = frozenset(content(question))
    said = frozenset(content(answer))
    marks = names(question) - function_words()
    marks |= {quantity.form for quantity in facts_in(question).quantities} if _has_number(question) else set()
    return _Entry(
        fact_id,
        question,
        answer,
        tuple(tokens(question)),
        stems,
        frozenset(marks),
        stems | said | content(evidence) if evidence and evidence != answer else stems | said,
        said,
        (bool(_NOT.search(question)), bool(_NOT.search(answer))),
    )


_NUMBER_WORDS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "hundred",
        "thousand",
    ]
)


def _has_number(text: str) -> bool:
    return any(character.isdigit() for character in text) or not _NUMBER_WORDS.isdisjoint(text.lower().split())


def _same(one: _Entry, other: _Entry) -> bool:
    """Whether two questions of different facts ask for the same thing."""
    if one.fact_id == other.fact_id or one.denies[0] != other.denies[0]:
        return False
    if one.stems == other.stems and Indel.normalized_similarity(one.words, other.words) >= NEAR_DUPLICATE:
        return True
    if not one.said or not other.said or one.marks != other.marks or one.denies[1] != other.denies[1]:
        return False
    return _nothing_tells_apart(one, other) and _same_answer(one, other)


# How one and the same thing is asked about: in these words questions may differ and still ask for the same. Others
# tell them apart, everyday ones too: the left pump, the fuel pump, in winter.
_FRAME_WORDS = (
    "weight weigh weighs heavy price cost costs pay much many long length often interval replacement"
    " replace replaced change changed exchange exchanged renew renewed temperature time duration last"
    " lasts take takes tell need needed period number amount high height deep depth wide width thick"
    " thickness size volume capacity hold holds consumption consume consumes draw draws speed age year"
    " date day begin began start started found founded founder established maker make makes made"
    " manufacture manufactured build built called name mean means meaning indicate indicates show shows"
    " problem fault purpose used place located location find found kept keep store stored storage require"
    " required recommended happen happens know frequently frequency exactly apply applies given stated"
    " have"
)


@functools.cache
def _frame() -> frozenset[str]:
    return frozenset(stem(word) for word in _FRAME_WORDS.split())


def _nothing_tells_apart(one: _Entry, other: _Entry) -> bool:
    """Whether each word that only one question has is of its frame, or stands in the other's answer or evidence."""
    shared = one.stems & other.stems
    if len(shared) < _ALIKE_QUESTIONS * min(len(one.stems), len(other.stems)) or not shared - _frame():
        return False
    return not (one.stems - other.known - _frame()) and not (other.stems - one.known - _frame())


def _same_answer(one: _Entry, other: _Entry) -> bool:
    alike = len(one.said & other.said) >= _ALIKE_ANSWERS * len(one.said | other.said)
    asked = _asked_for(one.question, one.answer)
    if asked != _asked_for(other.question, other.answer):
        return False
    if any(character.isdigit() for fact in asked for character in fact):
        return alike or len(one.stems & other.stems) >= 2
    kinds = [tuple(sorted({kind.lower() for kind in _KINDS.findall(entry.question)})) for entry in (one, other)]
    return alike and kinds[0] == kinds[1]


@functools.lru_cache(maxsize=50_000)
def _asked_for(question: str, answer: str) -> frozenset[str]:
    """The key facts of an answer, as they are compared."""
    found = set()
    for spellings in key_facts(question, answer):
        said = facts_in(spellings[0])
        amounts = [f"{quantity.form} {quantity.unit}" for quantity in said.quantities]
        found.add(
            " ".join([*amounts, *said.dates, *map(str, said.clocks)]) or " ".join(map(stem, tokens(spellings[0])))
        )
    return frozenset(found)


# -- signatures ---------------------------------------------------------------------------------------------


def _worded(stems: frozenset[str]) -> list[tuple[int, int, int]]:
    import numpy as np

    if not stems:
        return []
    values = np.min([_min_hashes(word) for word in stems], axis=0)
    return [(1, band, zlib.crc32(values[band : band + _ROWS].tobytes())) for band in range(0, _HASHES, _ROWS)]


@functools.lru_cache(maxsize=100_000)
def _min_hashes(word: str) -> Vectors:
    import numpy as np

    first, second = _multipliers()
    mixed: Vectors = ((first * np.uint64(zlib.crc32(word.encode())) + second) >> np.uint64(16)) & np.uint64(_MASK)
    return mixed


@functools.cache
def _multipliers() -> tuple[Vectors, Vectors]:
    import numpy as np

    draw = np.random.default_rng(1)
    return (
        draw.integers(1, 1 << 62, _HASHES, dtype=np.uint64) | np.uint64(1),
        draw.integers(0, 1 << 62, _HASHES, dtype=np.uint64),
    )


def _hashed(texts: Sequence[str]) -> Vectors:
    """Unit vectors of hashed stems and of the beginnings of words, everyday words weighing little."""
    import numpy as np

    vectors = np.zeros((len(texts), _SIZE), dtype=np.float32)
    for row, text in enumerate(texts):
        for place, weight in (feature for word in tokens(normalised(text)) for feature in _features(word)):
            vectors[row, place] += weight
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = vectors / np.where(lengths > 0, lengths, 1)
    return unit


@functools.lru_cache(maxsize=100_000)
def _features(word: str) -> tuple[tuple[int, float], ...]:
    own = stem(word)
    if not content(word):
        return ()
    weight = 0.3 if own in free_words() else 1.0
    return tuple(
        (zlib.crc32(part.encode()) % _SIZE, share * weight * (1 if zlib.crc32(part.encode()[::-1]) % 2 else -1))
        for part, share in ((own, 1.0), (f"^{own[:4]}", 0.5))
    )
