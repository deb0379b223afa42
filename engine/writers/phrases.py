"""Noun phrases of an English sentence: where they stand, how they are spelled in a question, which stand alone."""

from __future__ import annotations

import re

from engine.writers.verbs import verbs
from engine.writers.words import AUXILIARIES, DETERMINERS, Word, ends_as_plural, is_count, words_of

_PRONOUN = re.compile(r"\b(it|its|they|them|their|this|these|those|so)\b|^that\b", re.IGNORECASE)
_POINTING = re.compile(
    r"(nothing|something|anything|everything)\b"
    r"|((the|a|an) )?(?:more|less|larger|smaller|bigger|better|worse|higher|newer|older|faster|slower|longer|shorter"
    r"|greater|further|simpler|easier|harder|remaining|another|such|appropriate)\b(?! than\b)"
    r"|the (?:second|third|last)(?= \w+$)"
    r"|((the|a|an) )?(next|previous|preceding|above|below|following|corresponding|respective"
    r"|same|other|some(?! of)|lots? of|latter|later|former)\b"
    r"|(the )?(one|two|three|four|both) (on|of|in|at)\b|(you|we|they|it)['’](re|ve|ll|s)\b(?! \w)"
    r"|you(['’]re| are) (done|ready|finished)\b|.*\bthe (above|below|following|preceding)\b",
    re.IGNORECASE,
)
_VAGUE = words_of(
    "first second third last next other latter former one ones average rest same following result way below above link"
    " links file files update folder side field page example image picture figure screenshot value"
    " recommended default specified option options final more yes examples left right left-hand right-hand upper lower"
    " proceeding continuing maximum minimum"
)
_ADVERBS = words_of("anymore longer ever again then than now soon sooner later")
LONGEST = 7  # words of a noun phrase without what hangs on it


def stands_alone(text: str) -> bool:
    """Whether a span can be understood outside its sentence: no pronoun, no half quotation, not only `the second`."""
    if all(word in _VAGUE | DETERMINERS or is_count(word) for word in text.lower().split()):
        return False
    return (
        not _PRONOUN.search(text)
        and not _POINTING.match(text)
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
    )


def is_plural(phrase: str) -> bool:
    """By the last word before what hangs on it: `the filters of the pump`."""
    head = re.split(r" (?:of|for|in|on|at|with|from|to|by|between) ", phrase)[0].split()[-1].lower()
    irregular = head in ("people", "children", "men", "women", "data", "feet")
    return irregular or (ends_as_plural(head) and not head.endswith("'s"))


def is_name(phrase: str) -> bool:
    """Whether its last word has a capital: Jenkins is one thing."""
    return phrase.split()[-1][0].isupper()


def spellings(sentence: str, words: list[Word], first: int, last: int) -> list[str]:
    """A noun phrase as it stands inside a question: its first letter small unless it is a name."""
    text = sentence[words[first].start : words[last].end]
    if text.count('"') % 2:
        text += '"'  # the closing mark was taken for the edge of a word
    if first or not text[0].isupper() or words[0].is_name or words[0].text != words[0].text.capitalize():
        return [text]
    small = text[0].lower() + text[1:]
    if words[0].lower in DETERMINERS or words[0].lower in verbs():
        return [small]
    begins_name = last > 0 and words[1].text[:1].isupper() and words[1].text.isalpha()
    return [text] if begins_name else [small, text]


def runs(words: list[Word], mains: list[int]) -> list[tuple[int, int]]:
    """Runs of words (first, last) that can be a noun phrase: a determiner, then words that carry meaning."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        first = i
        if words[i].lower in DETERMINERS:
            i += 1
        begin = i
        while i < len(words) and words[i].is_content and i not in mains and i - begin < LONGEST:
            i += 1
            if words[i - 1].breaks:
                break
        last = i - 1
        while last >= begin and (words[last].lower.endswith("ly") or words[last].lower in _ADVERBS):
            last -= 1
        if last >= begin and not words[first].is_number and not _is_verb_at(words, first, mains):
            found.append((first, last))
        i = max(i, first + 1)
    return found


def _is_verb_at(words: list[Word], at: int, mains: list[int]) -> bool:
    """Whether a run starts with a verb: after `to`, a modal or `be`, or in an instruction."""
    if words[at].lower in DETERMINERS or at == 0:
        return at in mains
    forms = verbs().get(words[at].lower, [])
    return bool(forms) and words[at - 1].lower in AUXILIARIES | {"to", "not", "and"}
