"""Rules that ask where something in a Korean sentence is, goes or is done, by whom and to whom."""

from __future__ import annotations

import re

from engine.writers.korean.asking import Question, in_place
from engine.writers.korean.lists import nouns_tuple
from engine.writers.korean.reading import Reading, link_of, stands_alone
from engine.writers.korean.words import is_adnominal


def recipient(reading: Reading) -> Question | None:
    """X는 자격증을 가진 직원에게 줍니다: X는 누구에게 주나요?"""
    topic, at = reading.topic, reading.tail - 1
    if topic < 0 or reading.link or at <= topic or reading.words[at].particle != "에게":
        return None
    if reading.predicate.kind not in ("verb", "must", "order") or not reading.words[at].noun.endswith(
        nouns_tuple("person")
    ):
        return None
    nested = is_adnominal(reading.words[at - 1].text)
    if not nested and any(word.particle not in ("", "의") for word in reading.words[topic + 1 : at]):
        return None
    if any(word.particle in ("은", "는") for word in reading.words[topic + 1 :]) or not stands_alone(
        reading, range(topic + 1, at + 1)
    ):
        return None
    return in_place(reading, topic + 1, at + 1, ("누구에게",), "who")


_TO = re.compile(
    r"(제출|신고|보고|반납|연락|문의|요청|접수|통보|공지|게시|기록|보관|저장|설치|연결|등록|부착|삽입)(하|해야|합|해)|보내|맡기|맡겨야|꽂|끼우|끼워야|넣|붙이|붙여야|두어야|놓|걸|올려놓|적어야|내야|버려야|버리"
)


_LYING = re.compile(
    r"(있|위치하|설치되|저장되|보관되|보관하|저장하|제출하|두|놓|넣|신고하|비치되|표시되|적혀|부착되|세우)$"
)


def place(reading: Reading) -> Question | None:
    """X는 Z에 있습니다: X는 어디에 있나요?"""
    found, topic = reading.predicate, reading.topic
    if topic < 0 or reading.link or reading.tail <= topic + 1:
        return None
    at = next((i for i in range(topic + 1, reading.tail) if reading.words[i].particle in ("에", "에서")), -1)
    is_past = bool(re.fullmatch(r"있었|위치했|설치됐|설치되었", found.stem)) and reading.tail == len(reading.words)
    if at < 0 or not reading.is_plain(at + 1, reading.tail):
        return None
    if any(word.particle not in ("", "의", "과", "와") or word.comma for word in reading.words[topic + 1 : at]):
        return None
    if any(link_of(reading.words, i) for i in range(topic + 1, at)):
        return None
    place = reading.words[at].noun
    known = place.endswith(nouns_tuple("place")) and not place.endswith(nouns_tuple("not_place"))
    lying = is_past or (found.kind == "being" and reading.tail == len(reading.words)) or _LYING.search(found.stem)
    verb = found.stem if reading.tail == len(reading.words) else reading.words[reading.tail].text
    verb = found.asks if found.kind == "order" else verb
    put = reading.words[at].particle == "에" and at + 1 == reading.tail and _TO.match(verb)
    done = known and reading.words[at].particle == "에서" and found.kind in ("verb", "order", "must", "being")
    fits = done or (known and lying) or (put and not place.endswith(nouns_tuple("not_place")))
    if found.kind in ("not", "ban") or not fits or not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    if at + 1 != reading.tail and (is_past or found.kind == "being"):
        return None
    where = "어디에서" if reading.words[at].particle == "에서" else "어디에"
    return in_place(reading, topic + 1, at + 1, (where,), "where")


def agent(reading: Reading) -> Question | None:
    """X는 담당자가 맡습니다: X는 누가 맡나요?"""
    topic = reading.topic
    if topic < 0 or reading.link or reading.predicate.kind not in ("verb", "being", "past", "must"):
        return None
    at = next(
        (i for i in range(topic + 1, reading.tail) if reading.words[i].particle in ("이", "가", "께서", "에서")), -1
    )
    if (
        at < 0
        or not reading.words[at].noun.endswith(nouns_tuple("person"))
        or not reading.is_plain(topic + 1, reading.tail)
    ):
        return None
    if reading.words[at].particle == "에서" and not reading.words[at].noun.endswith(("팀", "부서", "위원회")):
        return None
    if (
        any(word.particle not in ("", "의", "과", "와") for word in reading.words[topic + 1 : at])
        or reading.tail < at + 1
    ):
        return None
    if reading.predicate.kind == "being" and reading.tail == len(reading.words):
        return None
    if not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    return in_place(reading, topic + 1, at + 1, ("누가",), "who")
