"""The Korean word lists, a sentence cut into words, and each word into noun and particle or known for a verb."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from engine.resources import resource
from engine.writers.korean_letters import final, is_syllable, suits, with_final

_SURE_VERBS = tuple(
    "하 되 시키 당하 스럽 롭 해주 어주 아주 려주 여주 해두 어두 아두 해지 어지 여지 려지 워지 해보 어보 해내 어내 어놓 아놓 나오".split()
)
# Words that only look like a noun with its particle.
_WHOLE = frozenset(
    "또는 혹은 또한 함께 따로 적어도 늦어도 그대로 별도로 바로 서로 새로 실제로 절대로 스스로 모두 얼마나 언제나 하나 때로는 및 등 더욱 오히려 아주 매우 거의 미리 다시 계속 아니라"
    " 최소한 최대한 가장 많이 깊이 높이 같이 깨끗이 일일이 굳이 특히 충분히 완전히 자동 수동 여러 모든 각 새 옛 첫 전혀 직접 이미 아직 만약 비록 대신 뿐만".split()
)
# Particles, longest first; those that ask for a consonant or a vowel before them say so.
_AFTER_CONSONANT = frozenset({"은", "이", "을", "과", "으로", "이란", "이나", "으로는", "으로도", "이라는", "으로부터"})
_AFTER_VOWEL = frozenset({"는", "가", "를", "와", "란", "나", "라는"})
_PARTICLES = sorted(
    [
        *("은 는 이 가 을 를 과 와 의 에 도 만 로 으로 에서 에게 께 께서 한테 까지 부터 마다 보다 처럼 이란 란 이나 나".split()),
        *("에는 에도 에만 에서는 에서도 에서만 에게는 에게서 에게도 께서는 까지는 까지만 부터는 으로는 로는 으로도 로도".split()),
        *("으로부터 로부터 와는 과는 이라는 라는 만을 만이 만은 에서의 와의 과의 에의 으로의 로의 까지의 밖에".split()),
    ],
    key=len,
    reverse=True,
)
TOPIC = frozenset({"은", "는"})
_CLOSERS = ",.;:!?\"'”’)]」』"
_OPENERS = "\"'“‘([「『"


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


def lines(name: str) -> list[str]:
    """The lines of a word list without its comments."""
    text = resource("prompts", "ko", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def words(name: str) -> frozenset[str]:
    """All words of a list that is nothing but words."""
    return frozenset(word for line in lines(name) for word in line.split())


@functools.cache
def nouns(kind: str) -> frozenset[str]:
    """One of the lists of nouns.txt; raises KeyError for another name."""
    lists = dict(line.split(":", 1) for line in lines("nouns"))
    return frozenset(lists[kind].split())


@functools.cache
def verbs() -> dict[str, str]:
    """Stems of verbs with their irregularity, '' for the regular ones."""
    return dict((*entry.split("/"), "")[:2] for entry in words("verbs"))  # type: ignore[misc]


@functools.cache
def adjectives() -> frozenset[str]:
    """Stems of adjectives."""
    return words("adjectives")


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
    if word.endswith(("다는", "라는", "자는", "냐는", "려는")) and len(word) > 2:
        return word not in ("바다는", "가나다는")
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
    return len(bare) > 1 and _is_open_stem(bare) or bare in ("하", "되", "쓰", "크", "보", "주", "가", "오", "받", "세", "자", "차", "짜", "사", "드", "기", "머", "느")


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
    if ending not in ("이", "가", "의", "도", "로", "나", "과", "만", "와", "란", "은", "에"):
        return False
    known = nouns("like_verb") | nouns("relational") | nouns("person")
    endings = {"과": ("결과", "효과", "학과", "통과", "초과"), "도": ("온도", "습도", "속도", "정도", "강도", "제도", "용도", "농도", "밀도", "각도", "빈도", "한도", "의도", "지도", "난이도", "해상도", "태도", "별도", "시도", "밝기도")}
    more = {"로": ("도로", "경로", "회로", "통로", "진로", "별로", "그대로", "바로", "서로", "새로", "스스로", "자동으로", "수동으로", "진짜로")}
    if core in known or core.endswith((*endings.get(ending, ()), *more.get(ending, ()))):
        return True
    return core in ("만나", "하나", "제나", "언제나", "얼마나", "어린이", "많이", "높이", "같이", "깊이", "길이", "충분히", "특히", "주만", "번만", "불만", "미만", "여기에", "동의", "회의", "주의", "정의", "문의", "심의", "합의", "강의", "논의", "이의", "고의", "협의", "창의", "유의")


def cut_all(sentence: str) -> list[Word]:
    """The words of a sentence."""
    return [cut(text) for text in sentence.split()]
