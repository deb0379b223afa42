"""Whether several sentences of a document say the same kind of thing of the same subject.

"The board provides two buses." and "The board provides a clock." both answer what the board provides: a question about
either is answered in part only, so neither is asked about.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from engine.writers.verbs import verbs
from engine.writers.words import AUXILIARIES, BE, CLAUSE_STARTS, OTHERS, PREPOSITIONS, main_verbs, split, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from engine.writers.words import Word

_LONGEST = 5  # words of a subject that sentences repeat
_INTRODUCES = CLAUSE_STARTS | PREPOSITIONS | words_of("to because although though")


class Several:
    """What the sentences of a document tell of each subject."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._said: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for sentence in sentences:
            for told in _told(sentence):
                self._said[told].add(" ".join(sentence.lower().split()))

    def tells_part(self, sentence: str) -> bool:
        """Whether another sentence has a subject and verb of this one; what it tells of a case is its own."""
        if sentence.split(" ", 1)[0].lower() in _INTRODUCES:
            return False
        return any(len(self._said[told]) > 1 for told in _told(sentence))


def _told(sentence: str) -> Iterator[tuple[str, str]]:
    """Subject and verb of each main clause: "the board", "provide"; a passive verb is "be used"."""
    words = split(sentence)
    for at in main_verbs(words):
        begin = next((i + 1 for i in range(at - 1, -1, -1) if words[i].breaks), 0)
        subject = [word.lower for word in words[begin:at]]
        if not 0 < len(subject) <= _LONGEST or subject[0] in _INTRODUCES | OTHERS | AUXILIARIES:
            continue
        if verb := _verb(words, at):
            yield " ".join(subject), verb


def _verb(words: list[Word], at: int) -> str:
    """The full verb of a clause whose finite verb is at `at`; '' where "is" joins subject and noun."""
    passive = False
    for word in words[at:]:
        if word.lower in BE:
            passive = True
        elif word.lower in AUXILIARIES | OTHERS or word.lower.endswith("ly"):
            continue
        else:
            form = next((v for v in verbs().get(word.lower, []) if not passive or word.lower == v.participle), None)
            if form is None or (passive and word.lower == form.plain):
                return ""
            return f"be {form.plain}" if passive else form.plain
        if word.breaks:
            return ""
    return ""
