"""Rules that ask for a part of a Korean sentence: an amount, a time, a list, a thing, a means."""

from __future__ import annotations

import itertools
import re

from engine.writers.korean.amounts import Amount, amounts
from engine.writers.korean.asking import Question, in_place
from engine.writers.korean.letters import is_syllable, with_final
from engine.writers.korean.lists import forms, nouns, nouns_tuple
from engine.writers.korean.reading import Reading, is_specific, link_of, noun_start, stands_alone
from engine.writers.korean.words import is_adnominal

_ORDINALS = forms("ordinals")


def asked_amount(reading: Reading) -> Question | None:
    """... 60일마다 교체합니다."""
    if reading.predicate.kind in ("copula",):
        return None
    text, offset = reading.text(), len(reading.text(0, reading.main)) + (1 if reading.main else 0)
    good = []
    for amount in amounts(text):
        start, end = len(text[: amount.start].split()), len(text[: amount.end].split())
        if amount.start < offset or end > reading.tail or not _is_asked(reading, amount, start, end, text):
            continue
        good.append((amount, start, end))
    if not good:
        return None
    money = [entry for entry in good if entry[0].kind == "money"]
    amount, start, end = (money or good)[0]
    return in_place(reading, start, end, amount.asks, amount.kind)


def _is_asked(reading: Reading, amount: Amount, start: int, end: int, text: str) -> bool:
    """Whether the amount belongs to the predicate, and what is left can be understood."""
    if not reading.is_plain(end, reading.tail) or not stands_alone(reading, range(start, end)):
        return False
    if start == 0 and reading.topic < 0:
        return False
    if _is_one_of_many(reading, start) or _is_seen_at_once(reading, amount):
        return False
    if reading.predicate.kind in ("not",) and amount.kind in ("time", "number", "duration"):
        return False
    ending = text[amount.start : amount.end].rsplit(" ", 1)[-1]
    bare = not re.search(
        r"(을|를|이|가|에|에는|까지|까지는|부터|로|으로|의|마다|동안|전에|후에|안에|뒤에|이내에|이상|이하)$", ending
    )
    if re.search(r"(가지|종류)\S*$", ending) and start and not reading.words[start - 1].particle:
        return False
    if bare and end < reading.tail and amount.kind != "often":  # a number before a noun: 3단계 필터
        return False
    if any(is_adnominal(word.text) for word in reading.words[max(start - 1, 0) : start]):
        return False
    if amount.kind == "often":
        return reading.predicate.kind != "past" and (reading.tail - end <= 2 or "번" in ending)
    if (
        start
        and amount.kind == "time"
        and (reading.words[start - 1].particle in ("의", "과", "와") or reading.words[start - 1].text in _ORDINALS)
    ):
        return False
    following = next((word.particle for word in reading.words[end : reading.tail] if word.particle), "")
    return not ending.endswith("의") or following in ("을", "를", "이", "가")


def _is_one_of_many(reading: Reading, start: int) -> bool:
    """Whether the amount at word `start` stands in a row or ends a span: TLS 1.2 및 128비트, 1자에서 128자."""
    last = reading.words[start - 1].text if start else ""
    if re.match(r"(1|한) ?(개|명|번|가지)$", reading.words[start].text):
        return True
    before = reading.words[max(start - 2, 0) : start]
    counted = [word.comma and re.search(r"\d|[가-힣]개,$", word.raw) for word in reading.words[: start + 1]]
    if any(counted) or any(a.raw[:1].isdigit() and b.comma for a, b in itertools.pairwise(reading.words[:start])):
        return True
    return (
        last in ("및", "또는", "이상", "혹은")
        or bool(re.match(r"\d\S*에서$", last))
        or any(word.particle in ("과", "와") or word.comma for word in before)
    )


def _is_seen_at_once(reading: Reading, amount: Amount) -> bool:
    """Whether it tells what a step brings to the screen, or how many reasons and ways there are, not which."""
    appears = reading.topic < 0 and not reading.link and _APPEARS.search(reading.predicate.stem)
    topic = reading.words[reading.topic].noun if reading.topic >= 0 else ""
    counted = "가지" in " ".join(amount.asks) and (
        topic.endswith(("이유", "방법", "원인")) or reading.predicate.kind == "being"
    )
    return bool(appears) or counted


_APPEARS = re.compile(r"(생기|나타나|표시되|보이|열리|추가되|삽입되)$")
_WHENS = forms("whens")


def only_when(reading: Reading) -> Question | None:
    """X는 Y할 때에만 Z합니다: X는 언제 Z하나요?"""
    words, topic = reading.words, reading.topic
    at = next((i for i, word in enumerate(words) if word.text in _WHENS), -1)
    if topic < 0 or at <= topic + 2 or reading.predicate.kind == "copula" or not is_adnominal(words[at - 1].text):
        return None
    following = words[at + 1].text if at + 1 < len(words) else ""
    if not any(word.particle and not word.text.endswith("적으로") for word in words[topic + 1 : at]):
        return None
    if words[topic].comma or following.startswith("한") or reading.predicate.stem in ("다르", "같", "좋", "유연하"):
        return None
    if any(word.text.endswith("도록") for word in words[at:]) or any(link_of(words, i) for i in range(topic + 1, at)):
        return None
    if any(word.particle in ("은", "는") for word in words[topic + 1 :]) or any(
        word.comma for word in words[topic + 1 : at]
    ):
        return None
    if not reading.is_plain(at + 1, reading.tail) or not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    return in_place(reading, topic + 1, at + 1, ("언제", "어떤 경우에"), "when")


_MADE = re.compile(r"(구성되|이루어지|이루어져|나뉘|나누어지|만들어지|구분되|분류되)")


def parts(reading: Reading) -> Question | None:
    """X는 A, B, C로 구성됩니다: X는 무엇으로 구성되나요?"""
    found, topic = reading.predicate, reading.topic
    if topic < 0 or reading.link or not reading.words:
        return None
    at = reading.tail - 1
    verb = found.stem if reading.tail == len(reading.words) else reading.words[reading.tail].text
    if at <= topic or reading.words[at].particle not in ("로", "으로") or not _MADE.match(verb):
        return None
    if at == topic + 1 or not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    if re.search(r"(\d\S*|가지|종류|개|단계)$", reading.words[at].noun):  # that there are three says not which
        return None
    return in_place(
        reading, topic + 1, at + 1, ("무엇으로", "어떻게") if verb.startswith("나") else ("무엇으로",), "which"
    )


_HOLDERS = (
    "상자",
    "봉투",
    "가방",
    "키트",
    "세트",
    "실",
    "층",
    "건물",
    "함",
    "구성품",
    "종류",
    "방법",
    "유형",
    "방식",
    "형식",
)


def contents(reading: Reading) -> Question | None:
    """X에는 A와 B가 있습니다: X에는 어떤 것이 있나요?"""
    found, topic = reading.predicate, reading.topic
    at = next((i for i, word in enumerate(reading.words[: reading.tail]) if word.particle in ("에는", "에서는")), -1)
    if at < 0 or topic >= 0 or reading.link or reading.tail < at + 2 or reading.words[at].particle != "에는":
        return None
    last = reading.tail - 1
    if found.stem == "있" and not reading.words[at].noun.endswith(_HOLDERS):
        return None
    listed = any(
        word.comma or word.particle in ("과", "와") or word.text in ("및", "또는")
        for word in reading.words[at + 1 : last]
    )
    if not listed or reading.words[last].particle not in ("이", "가") or found.kind not in ("being", "verb"):
        return None
    if any(word.particle not in ("", "과", "와", "의") for word in reading.words[at + 1 : last]) or found.stem not in (
        "있",
        "포함되",
        "들",
        "포함하",
    ):
        return None
    noun = reading.words[at].noun
    if (
        noun in nouns("relational")
        and at == 0
        or not is_specific(reading, at)
        or noun.endswith(nouns_tuple("not_place"))
    ):
        return None
    return in_place(reading, at + 1, last + 1, ("어떤 것이", "무엇이"), "which")


_BY = re.compile(
    r"(닦|보내|씻|청소하|지급하|결제하|알리|고정하|작성하|신고하|전달하|조이|덮|포장하|채우|감싸|측정하|제공하|통보하|안내하|보호하|표시하|교환하|정산하|납부하)"
)


def means(reading: Reading) -> Question | None:
    """X는 마른 천으로 닦습니다: X는 무엇으로 닦나요?"""
    found, topic, at = reading.predicate, reading.topic, reading.tail - 1
    verb = found.stem if reading.tail == len(reading.words) else reading.words[reading.tail].text
    if (
        topic < 0
        or reading.link
        or at <= topic
        or reading.words[at].particle not in ("로", "으로")
        or not _BY.match(verb)
    ):
        return None
    if found.kind in ("ban", "not") or reading.words[at].noun.endswith(
        ("자동", "수동", "기본", "방식", "방향", "상태", "목적", "이유", "단위", "순서", "기준")
    ):
        return None
    if any(word.particle not in ("", "의", "과", "와") for word in reading.words[topic + 1 : at]) or not stands_alone(
        reading, range(topic + 1, at + 1)
    ):
        return None
    return in_place(reading, topic + 1, at + 1, ("무엇으로",), "object")


_LIGHT = forms("light")


def thing(reading: Reading) -> Question | None:
    """X는 Y를 받습니다: X는 무엇을 받나요?"""
    found = reading.predicate
    if reading.link not in ("", "when") or found.kind not in ("verb", "must", "past", "being"):
        return None
    at = next((i for i in range(reading.tail - 1, reading.main, -1) if reading.words[i].particle in ("을", "를")), -1)
    if (
        at < 0
        or at + 1 != reading.tail
        or found.stem.endswith(("만드", "만들", "통합하"))
        or (at + 1 < len(reading.words) and reading.words[at + 1].text.startswith("만들"))
    ):
        return None
    start = noun_start(reading, at, max(reading.main, reading.topic + 1))
    before = start - 1
    if before < 0 or not (
        reading.words[before].particle in ("은", "는", "에", "에서", "에게", "에는", "에서는", "로", "으로", "마다")
        or start == reading.main
    ):
        return None
    noun = reading.words[at].noun
    if (
        noun in nouns("relational")
        or len(noun) < 2
        or noun.endswith(("것", "수"))
        or re.search(r"\d", noun)
        or noun in _LIGHT
    ):
        return None
    if (
        found.stem in ("하", "시작하", "가지", "갖", "지니")
        or found.kind == "must"
        and not re.search(r"[가-힣]{2,}야$", found.before)
    ):
        return None
    if reading.topic < 0 and reading.link != "when" or found.stem.startswith(("없", "못", "않")):
        return None
    if not _says_who(reading, start):
        return None
    adverbs = {word.text for word in reading.words[at:]} & {"모두", "다", "더", "함께"}
    if not _wants_a_thing(reading) or adverbs or len(reading.words) - reading.tail > 2:
        return None
    if not stands_alone(reading, range(start, at + 1)) or _spare(reading, start, at) < 2:
        return None
    return in_place(reading, start, at + 1, ("무엇을",), "object")


_OPEN = re.compile(r"(지원|제공|사용|포함|표시|관리|처리|수행|다루)")


def _says_who(reading: Reading, start: int) -> bool:
    """Whether the verb has somebody, and what has many objects is narrowed: a program uses more than one thing."""
    words, topic = reading.words, reading.topic
    if topic < 0:
        has_subject = any(word.particle in ("이", "가", "에서") for word in words[reading.main : start])
        return has_subject or reading.predicate.kind in ("must", "order")
    verb = reading.predicate.stem if reading.tail == len(words) else words[reading.tail].text
    return not _OPEN.match(verb) or any(
        word.particle or is_adnominal(word.text) for i, word in enumerate(words[:start]) if i != topic
    )


def _wants_a_thing(reading: Reading) -> bool:
    """Whether it is natural to ask the main verb for its object: 무엇을 받나요?"""
    verb = reading.predicate.stem if reading.tail == len(reading.words) else reading.words[reading.tail].text
    forms_of = (verb, with_final(verb, "")) if is_syllable(verb[-1:]) else (verb,)
    stems = tuple(stem.removesuffix("하") if len(stem) > 2 else stem for stem in forms("wanting"))
    return any(form.startswith(stems) for form in forms_of)


def _spare(reading: Reading, start: int, end: int) -> int:
    """Words with a meaning that the question keeps, beside its predicate."""
    kept = [*reading.words[:start], *reading.words[end + 1 : reading.tail]]
    return sum(len(word.noun or word.text) > 1 for word in kept)
