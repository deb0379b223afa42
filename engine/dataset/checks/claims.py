"""Checks of what an answer says beyond numbers: names in other places, opposites, things nobody spoke of."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from engine.dataset.checks.korean import nouns, person_names, root
from engine.dataset.checks.support import facts_in
from engine.dataset.quantities import UNITS
from engine.dataset.words import content, free_words, names, stem, tokens

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

_EXCHANGED_OF = 4  # words, of which one is exchanged
# One of each set may stand where another one stands in the evidence, and then says the opposite or another thing.
_SETS = """
left right
clockwise anticlockwise counterclockwise
open opened closed shut locked unlocked
before after
above below
inside outside
top bottom
upper lower
front rear back
hot cold
dry wet
first second third fourth fifth last
minimum maximum
increase decrease
increases decreases
raise lower
allowed forbidden prohibited
always never
morning noon afternoon evening midnight
spring summer autumn winter
north south east west
red green blue yellow orange purple violet black white grey gray brown pink silver
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
daily weekly monthly yearly quarterly hourly
wood wooden steel plastic glass aluminium aluminum copper ceramic rubber leather paper concrete
"""
_KOREAN_SETS = """
왼쪽 오른쪽
동쪽 서쪽 남쪽 북쪽
월요일 화요일 수요일 목요일 금요일 토요일 일요일
오전 오후
봄 여름 가을 겨울
빨간 파란 초록 노란 흰 검은 하얀 주황 보라 분홍 은색 금색
전에 뒤에 후에
열린 닫힌
나무 강철 유리 구리 고무 가죽 알루미늄 플라스틱
봄에 여름에 가을에 겨울에
"""
_CLAUSE = re.compile(
    r"[.;!?](?:\s|$)|,\s+(?:and|but|which|who|because|so|while|where)\b|\band (?:it|they|he|she|was|is|has)\b"
)
_KOREAN_CLAUSE = re.compile(r"[.!?](?:\s|$)|,\s|(?<=[가-힣])(?:으며|이며|고|며|지만)\s")
_FILLER_WORDS = (
    "most least about around exactly per important note please sure very also therefore thus however really quite make"
    " ensure"
)
_FILLERS = frozenset(stem(word) for word in _FILLER_WORDS.split())
_MOST_UNKNOWN, _MANY_UNKNOWN = 0.65, 3


@functools.cache
def _sets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in _SETS.strip().splitlines())


def opposite(pair: Candidate) -> str:
    """A word of the answer where the evidence has another one of its kind."""
    said, known = set(tokens(pair.answer)), set(tokens(pair.evidence))
    asked = set(tokens(pair.question))
    for kinds in _sets():
        new, lost = (said - known - asked) & kinds, (known - said) & kinds
        if new and lost and not _said_by_another(new, pair):
            return f"the answer says {', '.join(sorted(new))}, the evidence {', '.join(sorted(lost))}"
    for line in _KOREAN_SETS.strip().splitlines():
        words = line.split()
        new_ko = [word for word in words if _has(pair.answer, word) and not _has(pair.evidence + pair.question, word)]
        lost_ko = [word for word in words if _has(pair.evidence, word) and not _has(pair.answer, word)]
        if new_ko and lost_ko:
            return f"the answer says {', '.join(new_ko)}, the evidence {', '.join(lost_ko)}"
    return ""


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<![가-힣]){word}", text) is not None


def _said_by_another(words: set[str], pair: Candidate) -> bool:
    """Ordinals and months are also said in figures: the first is 1, March is 3."""
    dates = {date for text in (pair.evidence, pair.question) for date in facts_in(text).dates}
    return bool(facts_in(pair.answer).dates) and bool(dates) and all(len(word) >= 3 for word in words)


def swapped(pair: Candidate) -> str:
    """The same words in another order of names or numbers; or, in Korean, another name in a name's place."""
    if detail := _korean_name(pair):
        return detail
    answer, evidence = _plain(pair.answer), _plain(pair.evidence)
    if len(answer) < 4 or sorted(answer) != sorted(evidence) and _overlap(answer, evidence) < 0.9:
        return ""
    wanted = names(pair.evidence) | _opening(pair.evidence) | {q.form for q in facts_in(pair.evidence).quantities}
    order = [[word for word in text if word in wanted] for text in (answer, evidence)]
    if len(order[0]) < 2 or order[0] == order[1] or sorted(order[0]) != sorted(order[1]):
        return ""
    moved = [(a, b) for a, b in zip(*order, strict=True) if a != b]
    if _joined_by_and(moved, pair.evidence):
        return ""
    return f"the answer says {moved[0][0]} where the evidence says {moved[0][1]}"


def _plain(text: str) -> list[str]:
    return [re.sub(r",(?=\d{3}\b)", "", word) for word in tokens(text)]


def _opening(text: str) -> set[str]:
    """The first word, when it is capitalised and no article: it may be a name."""
    found = re.match(r"[A-Z][\w-]+", text)
    return {found[0].lower()} if found else set()


def _overlap(one: list[str], two: list[str]) -> float:
    shared = len(set(one) & set(two))
    return shared / max(len(set(one) | set(two)), 1)


def _joined_by_and(moved: list[tuple[str, str]], evidence: str) -> bool:
    """A and B is B and A."""
    between = r"\b[^.;]{0,30}?(?:\band\b|\bor\b|,|&)[^.;]{0,30}?\b"
    either = (f"\\b{re.escape(one)}{between}{re.escape(two)}\\b" for pair in moved for one, two in (pair, pair[::-1]))
    found = [re.search(pattern, evidence.lower()) is not None for pattern in either]
    return all(one or other for one, other in zip(found[::2], found[1::2], strict=True))


def _korean_name(pair: Candidate) -> str:
    known = re.sub(r"\s", "", f"{pair.evidence} {pair.question}")
    said = [name for name in person_names(pair.answer) if name not in known]
    lost = [name for name in person_names(pair.evidence) if name not in re.sub(r"\s", "", pair.answer)]
    if said and lost:
        return f"the answer says {said[0]}, the evidence {lost[0]}"
    return _korean_place(pair, known)


def _korean_place(pair: Candidate, known: str) -> str:
    """A sentence said again with one noun exchanged: the particle behind it is the same, the noun another."""
    answer, evidence = (re.findall(r"[가-힣A-Za-z0-9]+", text) for text in (pair.answer, pair.evidence))
    if len(answer) < 3 or not any("가" <= word[0] <= "힣" for word in answer):
        return ""
    if detail := _one_exchanged(answer, evidence, known):
        return detail
    left = [word for word in answer if word not in evidence]
    right = [word for word in evidence if word not in answer]
    if len(left) > 2 or len(answer) - len(left) < 2:
        return ""
    for word in left:
        noun = root(word)
        if not noun or noun in known or len(noun) < 2 or any(c.isdigit() for c in noun):
            continue
        tail = word[len(noun) :]
        rivals = [root(other) for other in right if root(other) and other.endswith(tail) and tail]
        if rivals and not any(rival in "".join(answer) for rival in rivals[:1]):
            return f"the answer says {noun}, the evidence {rivals[0]}"
    return ""


def _one_exchanged(answer: list[str], evidence: list[str], known: str) -> str:
    """The evidence word for word with one noun exchanged."""
    if len(answer) != len(evidence):
        return ""
    changed = [(a, b) for a, b in zip(answer, evidence, strict=True) if a != b]
    if len(changed) != 1 or len(answer) <= _EXCHANGED_OF:
        return ""
    said, there = (root(word) for word in changed[0])
    if len(said) < 2 or len(there) < 2 or said in known or any(c.isdigit() for c in said + there):
        return ""
    return f"the answer says {said}, the evidence {there}"


def invented(pair: Candidate) -> str:
    """A clause of the answer of whose words evidence, question and chunk have hardly one."""
    text = f"{pair.evidence} {pair.question} {pair.chunk}"
    if re.search(r"[가-힣]", pair.answer):
        return _invented_korean(pair, text)
    known = content(text)
    for clause in _CLAUSE.split(pair.answer):
        own = _claimed(clause)
        unknown = own - known
        if len(unknown) >= 2 and len(unknown) >= _MOST_UNKNOWN * len(own):
            return f"the document here does not speak of {', '.join(sorted(unknown))}"
    own = _claimed(pair.answer)
    strange = own - known - free_words()
    if len(strange) >= _MANY_UNKNOWN and len(strange) > (1 - _MOST_UNKNOWN) * len(own):
        return f"the document here does not speak of {', '.join(sorted(strange))}"
    return ""


def _claimed(text: str) -> set[str]:
    """Content words; numbers have a check of their own."""
    return {word for word in content(text) - _FILLERS if not word[0].isdigit()}


def _invented_korean(pair: Candidate, text: str) -> str:
    known = re.sub(r"\s", "", text)
    for clause in _KOREAN_CLAUSE.split(pair.answer):
        own = [word for word in nouns(clause) if word not in UNITS]
        unknown = [word for word in own if word[:2] not in known]
        if len(unknown) >= 2 and len(unknown) >= _MOST_UNKNOWN * len(own):
            return f"the document here does not speak of {', '.join(unknown)}"
    return ""
