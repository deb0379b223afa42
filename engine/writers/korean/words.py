"""A Korean sentence cut into words, and each word into noun and particle or known for a verb."""

from __future__ import annotations

from dataclasses import dataclass

from engine.writers.korean.letters import final, is_syllable, suits, with_final
from engine.writers.korean.lists import adjectives, forms, nouns, verbs

_SURE_VERBS = tuple(sorted(forms("verb_endings")))
# Words that only look like a noun with its particle.
_WHOLE = forms("whole")
# Particles, longest first; those that ask for a consonant or a vowel before them say so.
_AFTER_CONSONANT = frozenset({"은", "이", "을", "과", "으로", "이란", "이나", "으로는", "으로도", "이라는", "으로부터"})
_AFTER_VOWEL = frozenset({"는", "가", "를", "와", "란", "나", "라는"})
_PARTICLES = sorted(forms("particles"), key=lambda ending: (-len(ending), ending))
_WITH_ENDING = tuple(sorted(forms("with_ending")))
TOPIC = frozenset({"은", "는"})
_CLOSERS = ",.;:!?\"'”’)]」』"


@dataclass(frozen=True, slots=True)
class Word:
    """A word between white space, `raw` as it stands and `text` without marks around it.

    `noun` and `particle` where it is cut so ('' for none), `comma` when one follows.
    """

    text: str
    noun: str
    particle: str
    comma: bool = False
    raw: str = ""


def is_adjective(stem: str) -> bool:
    """Whether a stem is an adjective's; a long one may have something before it: 사용 가능하."""
    known = adjectives()
    return stem in known or any(len(stem) > n and stem[-n:] in known for n in (3, 4))


def is_stem(stem: str) -> bool:
    """Whether this is known to be the stem of a verb or an adjective."""
    known = verbs()
    return (
        stem in known
        or stem in adjectives()
        or stem.endswith(_SURE_VERBS)
        or any(len(stem) > n and stem[-n:] in known for n in (2, 3, 4))
    )


def _is_open_stem(stem: str) -> bool:
    """As `is_stem`, for a form that lost the ㄹ under its stem too."""
    return is_stem(stem) or (is_syllable(stem[-1:]) and is_stem(with_final(stem, "ㄹ")))


def is_like_verb(noun: str) -> bool:
    """Whether the word is a noun that only looks like a verb's form: 제한, 사진, 휴가."""
    known = nouns("like_verb")
    return noun in known or any(len(noun) > n >= 2 and noun[-n:] in known for n in (2, 3, 4))


def is_adnominal(text: str) -> bool:
    """Whether the word is a verb before its noun: 하는, 받은, 쓸, 남던, 종이인."""
    word = text.rstrip(_CLOSERS)
    if len(word) < 1 or not is_syllable(word[-1]):
        return False
    if word in ("한", "모든", "여러", "다른") or word.endswith("를"):
        return False
    if is_like_verb(word):
        return False
    stem, last = word[:-1], word[-1]
    if word in ("라는", "이라는"):
        return True
    if word.endswith(("다는", "라는", "하자는", "가자는", "냐는", "려는")) and len(word) > 2:
        return word not in ("바다는", "나라는", "가나다는")
    if last == "던" or (last == "는" and stem and final(stem)):
        return last != "던" or len(word) > 1
    if last == "는" and stem:
        return _is_open_stem(stem) and not is_like_verb(stem)
    if last in "은을" and stem and final(stem):
        return (stem in verbs() or stem in adjectives() or stem.endswith("않")) and not is_like_verb(stem)
    if final(word) in ("ㄴ", "ㄹ"):
        return _is_short_adnominal(word)
    return False


def _is_short_adnominal(word: str) -> bool:
    """한, 된, 쓸, 큰, 종이인: the ending is a consonant under the last syllable."""
    bare = with_final(word, "")
    if bare.endswith(("하", "되", "시키", "당하", "스러우", "로우")) and len(bare) > 1:
        return True
    if bare.endswith("이") and len(bare) > 2 and word.endswith("인"):
        return True
    if bare.endswith("우") and len(bare) > 1 and with_final(bare[:-1], "ㅂ") in adjectives():
        return True
    return (
        len(bare) > 1
        and _is_open_stem(bare)
        or bare
        in ("하", "되", "쓰", "크", "보", "주", "가", "오", "받", "세", "자", "차", "짜", "사", "드", "기", "머", "느")
    )


def cut(text: str) -> Word:
    """A word with its particle, if it has one that can follow its noun."""
    comma = text.endswith(",")
    core = text.rstrip(".,;:!?").strip("\"'“”‘’「」『』") or text
    if is_adnominal(core) or core in _WHOLE:
        return Word(core, "", "", comma, text)
    for ending in _PARTICLES:
        noun = core[: -len(ending)]
        if not core.endswith(ending) or not noun:
            continue
        if ending in _AFTER_CONSONANT and not suits(noun, True):
            continue
        if ending in _AFTER_VOWEL and not suits(noun, False):
            continue
        if ending == "로" and final(noun) not in ("", "ㄹ", None):
            continue
        if _is_whole(core, ending):
            continue
        return Word(core, noun.rstrip("\"'“”‘’"), ending, comma, text)
    return Word(core, core, "", comma, text)


def _is_whole(core: str, ending: str) -> bool:
    """Whether what looks like a particle belongs to the noun: 높이, 휴가, 온도, 회의, 도로."""
    if len(ending) > 1:
        return False
    known = nouns("like_verb") | nouns("relational") | nouns("person") | forms("whole")
    return core in known or core.endswith(_WITH_ENDING)


def cut_all(sentence: str) -> list[Word]:
    """The words of a sentence."""
    return [cut(text) for text in sentence.split()]
