"""Rules that turn a Korean sentence into questions: the asked part becomes a question word where it stands.

Each rule gives one fact with its wordings, or nothing; the first rule that fits is taken.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from engine.writers.korean_amounts import Amount, amounts, said_at_end
from engine.writers.korean_letters import final, particle
from engine.writers.korean_reading import Reading, is_of_an_example, is_specific, link_of, noun_start, read, stands_alone
from engine.writers.korean_words import is_adnominal, nouns

PLAIN, FORMAL, TELL, OTHER = "ask", "ask formally", "ask politely", "ask otherwise"
_SHORTEST_QUESTION = 7  # letters without spaces
_TIGHT = re.compile(r"\s+([,?.])")


@dataclass(frozen=True, slots=True)
class Question:
    """A fact of a sentence: what `kind` of thing is asked for, and (style, question) for each wording, best first."""

    kind: str
    wordings: tuple[tuple[str, str], ...]


@functools.lru_cache(maxsize=4096)
def question(sentence: str) -> Question | None:
    """The fact of a cleaned sentence; None where no rule is sure."""
    reading = read(sentence)
    if reading is None:
        return None
    if is_of_an_example(reading):
        return None
    for rule in _RULES:
        if found := rule(reading):
            unique = dict.fromkeys((style, _tidy(text)) for style, text in found.wordings)
            fitting = tuple((style, text) for style, text in unique if _is_well_formed(text))
            return Question(found.kind, fitting) if fitting else None
    return None


def _tidy(text: str) -> str:
    return _TIGHT.sub(r"\1", " ".join(text.split()))


def _is_well_formed(text: str) -> bool:
    words = text.split()
    twice = any(a == b for a, b in zip(words, words[1:], strict=False))
    return len(text.replace(" ", "")) >= _SHORTEST_QUESTION and not twice and text.count('"') % 2 == 0


# -- putting questions together ---------------------------------------------------------------------------------


def _in_place(reading: Reading, start: int, end: int, asks: tuple[str, ...], kind: str) -> Question:
    """Words `start` up to `end` replaced by each of the question words, the predicate turned into a question."""
    before, after = reading.text(0, start), reading.text(end)
    return _around(reading, before, after, asks, kind)


def _around(reading: Reading, before: str, after: str, asks: tuple[str, ...], kind: str) -> Question:
    found = reading.predicate
    first = asks[0]
    second = asks[1] if len(asks) > 1 else first
    third = asks[2] if len(asks) > 2 else second
    wordings = [
        (PLAIN, f"{before} {first} {after} {found.asks}?"),
        (TELL, f"{before} {second} {after} {found.indirect} 알려 주세요."),
        (FORMAL, f"{before} {third} {after} {found.formally}?"),
    ]
    if found.otherwise:
        wordings.insert(1, (OTHER, f"{before} {second} {after} {found.otherwise}?"))
    wordings += [(OTHER, f"{before} {ask} {after} {found.asks}?") for ask in asks[1:]]
    wordings.append((TELL, f"{before} {first} {after} {found.indirect} 알 수 있을까요?"))
    return Question(kind, tuple(wordings))


# -- rules ------------------------------------------------------------------------------------------------------


def _said_amount(reading: Reading) -> Question | None:
    """X의 용량은 2.4리터입니다."""
    found = reading.predicate
    if found.kind != "copula" or reading.topic < 0:
        return None
    said = f"{found.before} {found.noun}"
    noun = re.sub(r"\s(동안|정도|이내)$", "", said)
    amount = said_at_end(noun)
    topic = reading.topic
    if amount is None or not noun[: amount.start].strip():
        return None
    start = len(noun[: amount.start].split())
    if start <= topic or not reading.is_plain(topic + 1, start) or not stands_alone(reading, range(start, len(reading.words))):
        return None
    before, tail = reading.text(0, start), said[len(noun) :]
    if amount.kind in ("interval", "often"):
        return None
    asks = amount.asks
    wordings = [(PLAIN, f"{before} {asks[0]}{tail}인가요?")]
    if start == topic + 1:
        wordings += _topic_only(reading, "time" if amount.kind == "time" else "number")
    wordings += [(OTHER, f"{before} {ask}{tail}인가요?") for ask in asks[1:]]
    wordings += [(FORMAL, f"{before} {asks[-1]}{tail}입니까?"), (TELL, f"{before} {asks[0]}{tail}인지 알려 주세요.")]
    return Question(amount.kind, tuple(wordings))


def _topic_only(reading: Reading, kind: str) -> list[tuple[str, str]]:
    """Questions that need nothing but the topic: 가격은 어떻게 되나요?, 가격을 알려 주세요."""
    topic = reading.words[reading.topic]
    phrase = reading.text(0, reading.topic)
    of = particle(topic.noun, "을", "를")
    found = [(OTHER, f"{phrase} {topic.text} 어떻게 되나요?")]
    return [*found, (TELL, f"{phrase} {topic.noun}{of} 알려 주세요.")] if of else found


def _definition(reading: Reading) -> Question | None:
    """X는 Y입니다."""
    found, topic = reading.predicate, reading.topic
    if topic < 0 or topic + 1 >= len(reading.words) + 1 or reading.link:
        return None
    if found.kind == "copula":
        if not _says_what(reading):
            return None
    elif not (re.match(r"(말하|의미하|뜻하|가리키|일컫)", found.stem) and found.kind == "verb"):
        return None
    if len([word for word in reading.words if word.particle in ("은", "는")]) > 1 or topic > 5:
        return None
    if any(word.comma for word in reading.words[: topic + 1]) or not stands_alone(reading, range(topic + 1, len(reading.words))):
        return None
    return _asked_what(reading)


def _says_what(reading: Reading) -> bool:
    noun = reading.predicate.noun
    if noun in nouns("empty") or noun.endswith(("적", "때문", "것", "거", "쪽")) or noun in nouns("relational"):
        return False
    said = f"{reading.predicate.before} {noun}"
    if re.search(r"\d\S*( \S+)?$", said) or noun.endswith(("%", "℃")) or len(reading.words) - reading.topic < 2:
        return False
    last = reading.words[-1].text if reading.words else ""
    return not last.endswith(("만", "아", "중")) and "가운데" not in reading.text()


def _asked_what(reading: Reading) -> Question | None:
    topic = reading.words[reading.topic]
    phrase, name = reading.text(0, reading.topic), topic.noun
    if name == "것" or name.endswith(("것", "수", "때", "점")) or not is_specific(reading, reading.topic):
        return None
    subject = f"{phrase} {name}".strip()
    object_ = particle(name, "이", "가")
    if any(name.endswith(role) for role in nouns("role")):
        return Question(
            "who",
            (
                (PLAIN, f"{phrase} {topic.text} 누구인가요?"),
                (FORMAL, f"{phrase} {topic.text} 누구입니까?"),
                *([(TELL, f"{subject}{object_} 누구인지 알려 주세요.")] if object_ else []),
            ),
        )
    if any(name.endswith(person) for person in nouns("person")) or is_adnominal(phrase.rsplit(" ", 1)[-1]):
        return None
    tell = [(TELL, f"{subject}{object_} 무엇인지 알려 주세요.")] if object_ else []
    base = [(PLAIN, f"{phrase} {topic.text} 무엇인가요?"), *tell, (FORMAL, f"{phrase} {topic.text} 무엇입니까?")]
    is_term = not any(word.particle for word in reading.words[: reading.topic]) and name not in nouns("relational")
    if is_term and not reading.predicate.noun.endswith(nouns_tuple("person")):
        what = "란" if topic.particle == "는" else "이란"
        base.insert(1, (OTHER, f"{subject}{what} 무엇인가요?"))
        if reading.predicate.kind != "copula":
            base.append((OTHER, f"{subject}{what} 무엇을 {reading.predicate.asks}?"))
    return Question("what", tuple(base))


@functools.cache
def nouns_tuple(kind: str) -> tuple[str, ...]:
    """A list of nouns for `endswith`."""
    return tuple(nouns(kind))


def _named(reading: Reading) -> Question | None:
    """... 것을 X라고 합니다."""
    found = reading.predicate
    if not reading.words or found.kind != "verb" or not re.fullmatch(r"(하|부르|일컫|칭하)", found.stem):
        return None
    last, start = reading.words[-1].text, len(reading.words) - 1
    if last in ("이라고", "라고", "이라") and start > 1:
        last, start = f"{reading.words[-2].text}{last}", start - 1
    match, named = re.fullmatch(r"(.+?)(이?라고|이?라)", last), start
    while match and start > 0 and not reading.words[start - 1].particle and not is_adnominal(reading.words[start - 1].text):
        start -= 1
    if match is None or start == 0 or reading.words[start - 1].particle not in ("을", "를") or reading.link:
        return None
    noun = match[1].strip("\"'“”‘’`")
    name = f"{reading.text(start, named)} {noun}".strip().strip("\"'“”‘’`")
    kind = particle(noun, "이란", "란")
    if not kind or len(name) < 2:
        return None
    is_, topic = particle(noun, "이", "가"), particle(noun, "은", "는")
    return Question(
        "what",
        (
            (PLAIN, f"{name}{kind} 무엇인가요?"),
            (TELL, f"{name}{is_} 무엇인지 알려 주세요."),
            (OTHER, f"{name}{topic} 무엇을 말하나요?"),
            (FORMAL, f"{name}{kind} 무엇입니까?"),
        ),
    )


def _amount(reading: Reading) -> Question | None:
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
    return _in_place(reading, start, end, amount.asks, amount.kind)


def _is_asked(reading: Reading, amount: Amount, start: int, end: int, text: str) -> bool:
    """Whether the amount belongs to the predicate, and what is left can be understood."""
    if not reading.is_plain(end, reading.tail) or not stands_alone(reading, range(start, end)):
        return False
    if reading.predicate.kind in ("not",) and amount.kind in ("time", "number", "duration"):
        return False
    ending = text[amount.start : amount.end].rsplit(" ", 1)[-1]
    bare = not re.search(r"(을|를|이|가|에|에는|까지|까지는|부터|로|으로|의|마다|동안|전에|후에|안에|뒤에|이내에|이상|이하)$", ending)
    if re.search(r"(가지|종류)\S*$", ending) and start and not reading.words[start - 1].particle:
        return False
    if bare and end < reading.tail:  # a number before a noun: 3단계 필터
        return False
    if any(is_adnominal(word.text) for word in reading.words[max(start - 1, 0) : start]):
        return False
    if amount.kind == "often":
        return reading.predicate.kind != "past" and reading.tail - end <= 2
    if start and amount.kind == "time" and (reading.words[start - 1].particle in ("의", "과", "와") or reading.words[start - 1].text in _ORDINALS):
        return False
    following = next((word.particle for word in reading.words[end : reading.tail] if word.particle), "")
    return not ending.endswith("의") or following in ("을", "를", "이", "가")


_ORDINALS = frozenset("첫 첫째 둘째 셋째 마지막 매 다음 지난 제".split())


def _reason(reading: Reading) -> Question | None:
    """R므로 X는 P: X는 왜 P나요?"""
    found = reading.predicate
    if reading.link not in ("reason", "purpose") or found.kind in ("copula", "order", "must", "being"):
        return None
    if reading.words[reading.main - 1].text.endswith("려면"):
        return None
    main = [i for i in range(reading.main, reading.tail) if reading.words[i].particle in ("은", "는")]
    if len(main) != 1 or reading.topic != main[0] or reading.main + 3 > len(reading.words) + 1:
        return None
    at = main[0]
    rest = reading.text(at + 1)
    if not is_specific(reading, at) or not reading.is_plain(reading.main, reading.tail) or len(reading.words) - at < 2:
        return None
    subject = reading.text(reading.main, at + 1)
    return Question("why", _why(reading, subject, rest))


def _why(reading: Reading, subject: str, rest: str) -> tuple[tuple[str, str], ...]:
    found = reading.predicate
    wordings = [
        (PLAIN, f"{subject} 왜 {rest} {found.asks}?"),
        (TELL, f"{subject} 왜 {rest} {found.indirect} 알려 주세요."),
        (FORMAL, f"{subject} 왜 {rest} {found.formally}?"),
    ]
    if reading.link == "purpose":
        wordings.append((OTHER, f"{subject} 무엇을 위해 {rest} {found.asks}?"))
    return tuple(wordings)


def _only_when(reading: Reading) -> Question | None:
    """X는 Y할 때에만 Z합니다: X는 언제 Z하나요?"""
    words, topic = reading.words, reading.topic
    at = next((i for i, word in enumerate(words) if word.text in ("때에만", "때만", "경우에만", "동안에만")), -1)
    if topic < 0 or at <= topic + 1 or reading.predicate.kind == "copula" or not is_adnominal(words[at - 1].text):
        return None
    if any(link_of(words, i) for i in range(topic + 1, at)):
        return None
    if any(word.particle in ("은", "는") for word in words[topic + 1 :]) or any(word.comma for word in words[topic + 1 : at]):
        return None
    if not reading.is_plain(at + 1, reading.tail) or not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    return _in_place(reading, topic + 1, at + 1, ("언제", "어떤 경우에"), "when")


_ORDERED = ("order", "must")


def _procedure(reading: Reading) -> Question | None:
    """X하려면 Y하십시오: X하려면 어떻게 해야 하나요?"""
    found = reading.predicate
    link = reading.link
    told = found.kind in _ORDERED or (found.stem == "되" and re.search(r"면$", found.before) and not reading.text().endswith("안"))
    if link not in ("purpose", "when", "if", "before", "after") or not reading.main:
        return None
    if not told and not (link == "purpose" and reading.words[reading.main - 1].text.endswith("려면")):
        return None
    if not told and found.kind not in ("verb",):
        return None
    if re.search(r"(말아|않아|안)\S*( [가-힣]+)?$", found.before) or re.search(r"지$|지 않", reading.text(reading.main)):
        return None
    clause = reading.text(0, reading.main)
    if not _is_whole_clause(reading):
        return None
    if link in ("before", "after"):
        return Question(
            "how",
            (
                (PLAIN, f"{clause} 무엇을 해야 하나요?"),
                (TELL, f"{clause} 무엇을 해야 하는지 알려 주세요."),
                (FORMAL, f"{clause} 무엇을 해야 합니까?"),
            ),
        )
    return Question(
        "how",
        (
            (PLAIN, f"{clause} 어떻게 해야 하나요?"),
            (OTHER, f"{clause} 어떻게 하면 되나요?"),
            (TELL, f"{clause} 어떻게 해야 하는지 알려 주세요."),
            (FORMAL, f"{clause} 어떻게 해야 합니까?"),
        ),
    )


def _is_whole_clause(reading: Reading) -> bool:
    """Whether the clause before the last one says by itself what happens to what."""
    words = reading.words[: reading.main]
    if len(words) < 2 or len(words) > 10 or any(word.comma for word in words[:-1]):
        return False
    named = [i for i, word in enumerate(words[:-1]) if word.particle in ("을", "를", "이", "가", "에", "에서", "은", "는", "로", "으로")]
    return any(is_specific(reading, i) and len(words[i].noun) > 1 for i in named)


_EVENT = re.compile(r"(켜지|꺼지|나타나|표시되|발생하|발생되|종료되|시작되|중단되|멈추|열리|닫히|저장되|삭제되|초기화되|연결되|해제되|전환되|취소되|차단되|잠기|울리|깜박이|깜빡이|바뀌|변경되|생성되|실행되|떨어지|높아지|낮아지|커지|작아지|길어지|짧아지|늘어나|줄어들|사라지|이동하|정지하|작동하|재시작되|재부팅되|만료되|반환되|무시되|끊어지|끊기|제한되|부과되|지급되|복구되|전송되|등록되|추가되|활성화되|비활성화되|손상되|고장나|터지|넘치|상하|녹|끓|막히|느려지|빨라지|되)$")


def _consequence(reading: Reading) -> Question | None:
    """X하면 Y됩니다: X하면 어떻게 되나요?"""
    found = reading.predicate
    if reading.link != "if" or found.kind != "verb" or not _EVENT.search(found.stem):
        return None
    if re.search(r"면( 안)?$|야$|안$|게$|도$", found.before) or not _is_whole_clause(reading):
        return None
    clause = reading.text(0, reading.main)
    if found.stem == "되" and (reading.main >= len(reading.words) or reading.words[-1].particle in ("이", "가")):
        return None
    return Question(
        "then",
        (
            (PLAIN, f"{clause} 어떻게 되나요?"),
            (OTHER, f"{clause} 무슨 일이 일어나나요?"),
            (TELL, f"{clause} 어떻게 되는지 알려 주세요."),
            (FORMAL, f"{clause} 어떻게 됩니까?"),
        ),
    )


_LYING = re.compile(r"(있|위치하|설치되|저장되|보관되|보관하|저장하|제출하|두|놓|넣|신고하|비치되|표시되|적혀|부착되|세우)$")


def _place(reading: Reading) -> Question | None:
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
    if not reading.is_plain(topic + 1, at) and found.kind != "being":
        return None
    place = reading.words[at].noun
    known = place.endswith(nouns_tuple("place")) and not place.endswith(nouns_tuple("not_place"))
    lying = is_past or (found.kind == "being" and reading.tail == len(reading.words)) or _LYING.search(found.stem)
    if not known or found.kind == "not" or not lying or not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    if at + 1 != reading.tail and (is_past or found.kind == "being"):
        return None
    where = "어디에서" if reading.words[at].particle == "에서" else "어디에"
    return _in_place(reading, topic + 1, at + 1, (where,), "where")


def _agent(reading: Reading) -> Question | None:
    """X는 담당자가 맡습니다: X는 누가 맡나요?"""
    topic = reading.topic
    if topic < 0 or reading.link or reading.predicate.kind not in ("verb", "being", "past", "must"):
        return None
    at = next((i for i in range(topic + 1, reading.tail) if reading.words[i].particle in ("이", "가", "께서", "에서")), -1)
    if at < 0 or not reading.words[at].noun.endswith(nouns_tuple("person")) or not reading.is_plain(topic + 1, reading.tail):
        return None
    if reading.words[at].particle == "에서" and not reading.words[at].noun.endswith(("팀", "부서", "위원회")):
        return None
    if any(word.particle not in ("", "의", "과", "와") for word in reading.words[topic + 1 : at]) or reading.tail < at + 1:
        return None
    if reading.predicate.kind == "being" and reading.tail == len(reading.words):
        return None
    if not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    return _in_place(reading, topic + 1, at + 1, ("누가",), "who")


_MADE = re.compile(r"(구성되|이루어지|이루어져|나뉘|나누어지|만들어지|구분되|분류되)")


def _parts(reading: Reading) -> Question | None:
    """X는 A, B, C로 구성됩니다: X는 무엇으로 구성되나요?"""
    found, topic = reading.predicate, reading.topic
    if topic < 0 or reading.link or not reading.words:
        return None
    at = reading.tail - 1
    verb = found.stem if reading.tail == len(reading.words) else reading.words[reading.tail].text
    if at <= topic or reading.words[at].particle not in ("로", "으로") or not _MADE.match(verb):
        return None
    if not stands_alone(reading, range(topic + 1, at + 1)):
        return None
    return _in_place(reading, topic + 1, at + 1, ("무엇으로",), "which")


def _content(reading: Reading) -> Question | None:
    """X에는 A와 B가 있습니다: X에는 어떤 것이 있나요?"""
    found, topic = reading.predicate, reading.topic
    at = next((i for i, word in enumerate(reading.words[: reading.tail]) if word.particle in ("에는", "에서는")), -1)
    if at < 0 or topic >= 0 or reading.link or reading.tail < at + 2 or reading.words[at].particle != "에는":
        return None
    last = reading.tail - 1
    listed = any(word.comma or word.particle in ("과", "와") or word.text in ("및", "또는") for word in reading.words[at + 1 : last])
    if not listed or reading.words[last].particle not in ("이", "가") or found.kind not in ("being", "verb"):
        return None
    if any(word.particle not in ("", "과", "와", "의") for word in reading.words[at + 1 : last]) or found.stem not in ("있", "포함되", "들", "포함하"):
        return None
    noun = reading.words[at].noun
    if noun in nouns("relational") and at == 0 or not is_specific(reading, at) or noun.endswith(nouns_tuple("not_place")):
        return None
    return _in_place(reading, at + 1, last + 1, ("어떤 것이", "무엇이"), "which")


def _object(reading: Reading) -> Question | None:
    """X는 Y를 받습니다: X는 무엇을 받나요?"""
    found = reading.predicate
    if reading.link not in ("", "when") or found.kind not in ("verb", "must", "past", "being"):
        return None
    at = next((i for i in range(reading.tail - 1, reading.main, -1) if reading.words[i].particle in ("을", "를")), -1)
    if at < 0 or not reading.is_plain(at + 1, reading.tail) or at + 1 != reading.tail:
        return None
    start = noun_start(reading, at, max(reading.main, reading.topic + 1))
    before = start - 1
    if before < 0 or not (reading.words[before].particle in ("은", "는", "에", "에서", "에게", "에는", "에서는", "로", "으로", "마다") or start == reading.main):
        return None
    noun = reading.words[at].noun
    if noun in nouns("relational") or len(noun) < 2 or noun.endswith(("것", "수")) or noun in _LIGHT:
        return None
    if found.stem in ("하", "시작하", "가지", "갖", "지니") or found.kind == "must" and not re.search(r"[가-힣]{2,}야$", found.before):
        return None
    if reading.topic < 0 and reading.link != "when":
        return None
    if not stands_alone(reading, range(start, at + 1)) or _spare(reading, start, at) < 2:
        return None
    return _in_place(reading, start, at + 1, ("무엇을",), "object")


_LIGHT = frozenset("영향 도움 문제 역할 작업 일 기능 경우 책임 의무 권한 관심 주의 필요 모습 점수 차지 발생 신경 노력 관계 의미 가치 효과 사용 이용 지원 제공 변화 조치 답 힘 몫 자리 손 눈 마음 시간".split())


def _spare(reading: Reading, start: int, end: int) -> int:
    """Words with a meaning that the question keeps, beside its predicate."""
    kept = [*reading.words[:start], *reading.words[end + 1 : reading.tail]]
    return sum(len(word.noun or word.text) > 1 for word in kept)


_RULES = (
    _said_amount,
    _definition,
    _named,
    _amount,
    _parts,
    _content,
    _place,
    _only_when,
    _reason,
    _procedure,
    _consequence,
    _agent,
    _object,
)
