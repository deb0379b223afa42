"""Whether a Korean sentence says the whole of what is to be done or happens: a step of a longer text answers nothing.

A step leans on the steps before it: it leaves out on what it acts, or its condition is how the step before went.
"""

from __future__ import annotations

import re

from engine.writers.korean.letters import final
from engine.writers.korean.lists import nouns
from engine.writers.korean.reading import ADVERBS, Reading, link_of
from engine.writers.korean.words import Word, is_adnominal
from engine.writers.words import words_of

# What is only the beginning of what is to be done, or no step one could be told.
_BEGUN = re.compile(
    r"(오른쪽 (마우스 )?(버튼|단추|키)(을|를|으로|로)? 클릭|(지침|안내|설명|지시|절차)(을|를) 따르|상태를 유지"
    r"|(포인터|커서)(을|를) .*(이동하|놓|가져가|옮기)|가리키"
    r"|(메뉴|창|상자|목록)(을|를) (열|여|표시하|불러오|호출하)$|(탭|옵션|명령|메뉴)(을|를) 사용하$|(^| )단지 "
    r"|(단계|과정|절차|작업|동작)(을|를) (\S+ )?(반복|수행|계속|실행|진행|마치)|고 있던 )"
)
# Conditions that tell how the step before went, or what the reader makes of it.
_GONE_BEFORE = re.compile(
    r"(?<!싶)다면$|마음에 (들|안)|(문제|이상)(가|이)? 없으면|준비(가|이)? (되|끝나)"
    r"|(포인터|커서)(가|이) |원하는 \S+(이|가) 되면"
)
_AT_ONCE = re.compile(r"^(두 (?!개|명|번|가지|사람|대|곳)\S+|모든 \S+)(이|가|은|는|을|를) ")
# What goes to a person or a place and needs no object.
_TO = re.compile(
    r"(연락|전화|문의|접속|이동|로그인|가입|신고|신청|접수|요청|상담|참여|참석|알리|알려|물어|들어가|돌아가|가야|앉)"
)
_PUT = re.compile(r"(넣|두|놓|꽂|끼우|걸|맡기|보내|저장하|보관하|연결하|설치하|제출하|반납하|버리)$")
_HANDLED = re.compile(r"(클릭하|선택하|누르|놓|체크하|해제하)(으?면|는 경우)$")
_CHOSEN = re.compile(r"(클릭|선택|입력|체크|표시|지정)하?$")
_MOUSE = words_of("마우스 버튼 단추 아이콘 옵션 확인 계속 다음 확인란 항목 메뉴 목록 링크 대화 번")
_CLICKED = ("버튼", "단추", "아이콘", "탭", "링크", "확인란", "막대", "머리글", "화살표")
_LISTS = words_of("목록 옵션 메뉴 창 탭 페이지 화면 대화상자 상자")


def is_object(word: Word) -> bool:
    """Whether a word is an object; its particle may stand apart: Alt+F1 을."""
    return word.particle in ("을", "를") or word.text in ("을", "를")


def is_whole_step(reading: Reading) -> bool:
    """Whether what is told after the leading clause can be done by one who knows only that clause."""
    at, link = reading.lead
    clause, main = reading.text(0, at).rstrip(","), f"{reading.text(at)} {reading.predicate.stem}"
    words = reading.words
    if _BEGUN.search(main) or is_condition_of_a_step(reading):
        return False
    if words[at - 1].text == "계속하려면":
        return False
    if link == "purpose" and (_is_of_the_screen(reading, at) or _is_first_of_several(reading)):
        return False
    if words[at - 1].text.startswith("경우") and at > 1 and words[at - 2].particle == "의":
        return False
    if link == "after" and not any(is_object(word) for word in words[:at]):
        return False
    if any(word.particle.endswith("도") for word in words[at : reading.tail]):
        return False
    if words[at : at + 1] and words[at].particle == "에서" and words[at].noun in _LISTS:
        return False
    return _says_on_what(reading, clause, main) and not _is_bare_choice(reading)


def is_condition_of_a_step(reading: Reading) -> bool:
    """Whether the leading clause is what came of an earlier step, or names a thing on the screen by nothing."""
    at = reading.lead[0]
    clause = reading.text(0, at).rstrip(",")
    if reading.lead[1] not in ("if", "when"):
        return False
    if _GONE_BEFORE.search(clause) or _AT_ONCE.match(f"{clause} ") or _is_done(reading, at):
        return True
    if not _HANDLED.search(clause):
        return False
    named = _named(reading, at)
    placed = any(word.particle in ("에서", "에", "의") for word in reading.words[:at])
    if len(named) < 2 or _is_of_the_screen(reading, at):
        return True
    return not placed and named[-1] in nouns("relational") and not named[-1].endswith(_CLICKED)


def _is_done(reading: Reading, at: int) -> bool:
    """Whether the clause ends in a past or in a state that something was brought into: 골랐으면, 켜져 있으면."""
    last = reading.words[at - 1].text
    if last in ("있으면", "않으면"):
        before = next((word for word in reversed(reading.words[: at - 1]) if word.text not in ("있지", "있")), None)
        return before is not None and not before.particle and (last == "있으면" or reading.words[at - 2].text == "있지")
    return last.endswith("으면") and final(last[:-2]) == "ㅆ" and not last.endswith(("있으면", "겠으면"))


def _named(reading: Reading, at: int) -> list[str]:
    words = reading.words[: at - 1]
    return [
        word.noun or word.text
        for i, word in enumerate(words)
        if word.text not in ADVERBS and not link_of(words, i) and not word.text.endswith("다가")
    ]


def _is_of_the_screen(reading: Reading, at: int) -> bool:
    """Whether nothing but parts that every screen has are named: 옵션 버튼을 선택하면, 대화 상자를 확장하려면."""
    return all(noun in _MOUSE | _LISTS for noun in _named(reading, at))


def _is_first_of_several(reading: Reading) -> bool:
    """Whether only the first step is told: 먼저 without what comes then."""
    at, words = reading.lead[0], reading.words
    begins = any(word.text in ("먼저", "우선") for word in words[at:])
    return begins and not any(link_of(words, i) for i in range(at, reading.tail))


def _says_on_what(reading: Reading, clause: str, main: str) -> bool:
    """Whether the verb that ends the sentence has an object of its own, or goes somewhere."""
    at, words = reading.lead[0], reading.words
    if any(is_object(words[i]) and not _is_of_another(reading, i) for i in range(at, len(words))):
        return True
    goes = any(word.particle in ("에", "에게", "에서", "로", "으로", "께") for word in words[at:])
    if goes and _TO.search(main):
        return True
    verb = reading.predicate.stem if reading.tail == len(words) else words[reading.tail].text
    put = any(word.particle in ("에", "에게") for word in words[at:]) and _PUT.search(verb)
    return bool(put) and any(is_object(word) for word in words[:at])


def _is_of_another(reading: Reading, at: int) -> bool:
    """Whether an object belongs to a verb that stands before a noun: 키를 누른 채."""
    for i in range(at + 1, reading.tail):
        if link_of(reading.words, i):
            return False
        if is_adnominal(reading.words[i].text):
            following = reading.words[i + 1].text if i + 1 < len(reading.words) else ""
            return following not in ("다음", "뒤", "후", "뒤에", "후에")
    return False


def _is_bare_choice(reading: Reading) -> bool:
    """Whether all that is told is to click on, choose or enter something of one word: 추가를 클릭합니다."""
    at, words = reading.lead[0], reading.words
    verb = reading.predicate.stem if reading.tail == len(words) else words[reading.tail].text
    if re.search(r"클릭하?$", verb) and not _is_shown(reading):
        return True
    if not _CHOSEN.search(verb) or reading.main > at:
        return False
    return len([word for word in words[at : reading.tail] if word.text not in ADVERBS]) < 2


def _is_shown(reading: Reading) -> bool:
    """Whether one can find what to click on: where it is, by what kind of thing it is, or from what is wanted."""
    at, words = reading.lead[0], reading.words
    clicked = next((word for word in reversed(words[at : reading.tail]) if is_object(word)), None)
    if clicked is None:
        return True
    goal = {word.noun for word in words[:at]}
    placed = any(word.particle in ("에서", "에") and word.noun != "상태" for word in words[at:])
    return placed or clicked.noun in goal or clicked.noun.endswith(_CLICKED)
