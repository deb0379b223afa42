"""Rules for Korean sentences that say what something is, or how much: X는 Y입니다, X란 Y를 말합니다."""

from __future__ import annotations

import re

from engine.writers.korean.amounts import said_at_end
from engine.writers.korean.asking import FORMAL, OTHER, PLAIN, TELL, Question, topic_only
from engine.writers.korean.letters import particle
from engine.writers.korean.lists import nouns, nouns_tuple
from engine.writers.korean.reading import Reading, is_specific, stands_alone
from engine.writers.korean.words import is_adnominal
from engine.writers.words import words_of

_CALLED = re.compile(r"[\d-]{3,}")


def said_amount(reading: Reading) -> Question | None:
    """X의 용량은 2.4리터입니다."""
    found = reading.predicate
    if found.kind != "copula" or reading.topic < 0:
        return None
    said = f"{found.before} {found.noun}"
    noun = re.sub(r"\s(동안|정도|이내)$", "", said)
    amount = said_at_end(noun)
    topic = reading.topic
    if amount is None or not noun[: amount.start].strip() or re.search(r"(가지|종류|개|번)$", noun):
        return None
    start = len(noun[: amount.start].split())
    if (
        start <= topic
        or reading.link not in ("", "and")
        or is_adnominal(reading.words[start - 1].text)
        or not stands_alone(reading, range(start, len(reading.words)))
    ):
        return None
    before, tail = reading.text(0, start), said[len(noun) :]
    if amount.kind in ("interval", "often") or (amount.kind == "time" and reading.words[start - 1].particle == "부터"):
        return None
    asks = amount.asks
    wordings = [(PLAIN, f"{before} {asks[0]}{tail}인가요?")]
    if start == topic + 1:
        wordings += topic_only(reading, "time" if amount.kind == "time" else "number")
    wordings += [(OTHER, f"{before} {ask}{tail}인가요?") for ask in asks[1:]]
    wordings += [(FORMAL, f"{before} {asks[-1]}{tail}입니까?"), (TELL, f"{before} {asks[0]}{tail}인지 알려 주세요.")]
    return Question(amount.kind, tuple(wordings))


def called_by_number(reading: Reading) -> Question | None:
    """X의 전화번호는 1877-0424입니다."""
    topic = reading.topic
    if topic < 0 or len(reading.words) != topic + 1 or not _CALLED.fullmatch(reading.predicate.noun):
        return None
    if not reading.words[topic].noun.endswith("번호") or not stands_alone(reading, range(0)):
        return None
    before = reading.text()
    return Question(
        "number",
        ((PLAIN, f"{before} 몇 번인가요?"), *topic_only(reading, "number"), (FORMAL, f"{before} 몇 번입니까?")),
    )


def _explained(reading: Reading) -> Question | None:
    """X란 Y를 말합니다, X란 Y입니다."""
    at = next((i for i, word in enumerate(reading.words[:5]) if word.particle in ("란", "이란")), -1)
    if (
        at < 0
        or reading.topic >= 0
        or any(word.particle for word in reading.words[:at])
        or not is_specific(reading, at)
    ):
        return None
    name, what = f"{reading.text(0, at)} {reading.words[at].noun}".strip(), reading.words[at].particle
    topic, is_ = ("은", "이") if what == "이란" else ("는", "가")
    return Question(
        "what",
        (
            (PLAIN, f"{name}{what} 무엇인가요?"),
            (OTHER, f"{name}{topic} 무엇을 말하나요?"),
            (TELL, f"{name}{is_} 무엇인지 알려 주세요."),
            (FORMAL, f"{name}{what} 무엇입니까?"),
        ),
    )


def definition(reading: Reading) -> Question | None:
    """X는 Y입니다."""
    found, topic = reading.predicate, reading.topic
    if named := _explained(reading):
        return named
    if topic < 0 or reading.link not in ("", "and"):
        return None
    if found.kind == "copula":
        if not _says_what(reading):
            return None
    elif not (re.match(r"(말하|의미하|뜻하|일컫)", found.stem) and found.kind == "verb"):
        return None
    if len([word for word in reading.words if word.particle in ("은", "는")]) > 1 or topic > 5:
        return None
    if any(word.comma for word in reading.words[: topic + 1]) or not stands_alone(
        reading, range(topic + 1, len(reading.words))
    ):
        return None
    return _asked_what(reading)


def _asked_meaning(subject: str, is_: str) -> Question:
    """E5는 ... 끊어졌다는 뜻입니다."""
    topic = particle(subject, "은", "는") or "는"
    return Question(
        "what",
        (
            (PLAIN, f"{subject}{topic} 무슨 뜻인가요?"),
            (OTHER, f"{subject}{topic} 무엇을 뜻하나요?"),
            (TELL, f"{subject}{is_ or '가'} 무슨 뜻인지 알려 주세요."),
            (FORMAL, f"{subject}{topic} 무슨 뜻입니까?"),
        ),
    )


def _says_what(reading: Reading) -> bool:
    noun = reading.predicate.noun
    if noun in ("뜻", "의미"):
        return len(reading.words) > 2 and reading.words[-1].text.endswith(("다는", "라는"))
    if (
        noun in nouns("empty")
        or noun.endswith(("적", "때문", "것", "거", "쪽", reading.words[reading.topic].noun))
        or _JUDGED.search(f"{reading.predicate.before} ")
        or noun in _NO_CLASS
        or (noun in nouns("relational") and not (reading.words and is_adnominal(reading.words[-1].text)))
    ):
        return False
    said = f"{reading.predicate.before} {noun}"
    if re.search(r"\d\S*( \S+)?$", said) or noun.endswith(("%", "℃")) or len(reading.words) - reading.topic < 2:
        return False
    if not _is_described(reading):
        return False
    last = reading.words[-1].text if reading.words else ""
    return not last.endswith(("만", "아", "중")) and not re.search(
        r"가운데|가장|대부분|항상|매우|아주|훌륭한|강력한|각 ", reading.text()
    )


# Words of praise and likeness: what they say of a thing does not tell what it is.
_JUDGED = re.compile(
    r"(좋은|유용한|중요한|필요한|편리한|쉬운|간단한|복잡한|뛰어난|적합한|완벽한|이상적인|핵심적인|필수적인|유사한|비슷한"
    r"|다른|같은|흔한|일반적인|전형적인|자연스러운|새로운|특별한|올바른|안전한|어려운|더|또|아닌|않은|유효한"
    r"|인기 있는|없는|만한|쓸모|중) "
)
_NO_CLASS = words_of(
    "용어 이름 단어 말 표현 곳 부분 예 사례 경우 이유 결과 문제 차이 차이점 핵심 특징 장점 단점 일 때 번역 작품"
    " 하나 종류 일종 요소 존재 셈 정도 상태 상황 선택 대상 도움 목표 시작 끝 출발점 주제 내용 설명 비유 원칙"
    " 규칙 관례 습관 사실 대안 방향 기본 개념 요구사항 조건 책임 몫 역할"
)


def _is_described(reading: Reading) -> bool:
    """Whether more is said than a class or a property: values 파일은 YAML 포맷이다 does not say what it is."""
    if any(word.particle == "의" for word in reading.words[: reading.topic]):
        return True
    said = reading.words[max(reading.topic + 1, reading.main) :]
    return any(word.particle == "의" or is_adnominal(word.text) for word in said)


def _asked_what(reading: Reading) -> Question | None:
    topic = reading.words[reading.topic]
    phrase, name = reading.text(0, reading.topic), topic.noun
    if re.search(r"같은|등의|중 |가운데", f"{phrase} ") or (phrase and name.endswith("들")):
        return None
    if name == "것" or name.endswith(("것", "수", "때", "점")) or not is_specific(reading, reading.topic):
        return None
    subject = f"{phrase} {name}".strip()
    object_ = particle(name, "이", "가")
    if reading.predicate.kind == "copula" and any(name.endswith(role) for role in nouns("role")):
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
    if reading.predicate.noun in ("뜻", "의미"):
        return _asked_meaning(subject, object_)
    tell = [(TELL, f"{subject}{object_} 무엇인지 알려 주세요.")] if object_ else []
    base = [(PLAIN, f"{phrase} {topic.text} 무엇인가요?"), *tell, (FORMAL, f"{phrase} {topic.text} 무엇입니까?")]
    is_term = not any(word.particle for word in reading.words[: reading.topic]) and name not in nouns("relational")
    if is_term and not reading.predicate.noun.endswith(nouns_tuple("person")):
        what = "란" if topic.particle == "는" else "이란"
        base.insert(1, (OTHER, f"{subject}{what} 무엇인가요?"))
        if reading.predicate.kind != "copula":
            base.append((OTHER, f"{subject}{what} 무엇을 {reading.predicate.asks}?"))
    return Question("what", tuple(base))


def name_given(reading: Reading) -> Question | None:
    """... 것을 X라고 합니다."""
    found = reading.predicate
    if not reading.words or found.kind != "verb" or not re.fullmatch(r"(하|부르|일컫|칭하)", found.stem):
        return None
    last, start = reading.words[-1].text, len(reading.words) - 1
    if last in ("이라고", "라고", "이라") and start > 1:
        last, start = f"{reading.words[-2].text}{last}", start - 1
    match, named = re.fullmatch(r"(.+?)(이?라고|이?라)", last), start
    while (
        match
        and start > 0
        and not reading.words[start - 1].particle
        and not is_adnominal(reading.words[start - 1].text)
    ):
        start -= 1
    if match is None or start == 0 or reading.words[start - 1].particle not in ("을", "를") or reading.link:
        return None
    noun = match[1].strip("\"'“”‘’`")
    name = f"{reading.text(start, named)} {noun}".strip().strip("\"'“”‘’`")
    kind = particle(noun, "이란", "란")
    if not kind or len(name) < 2:
        return None
    is_, topic = particle(noun, "이", "가"), particle(noun, "은", "는")
    if not any(is_adnominal(word.text) or word.particle == "의" for word in reading.words[:start]):
        return None  # 개별 파일을 ... 라고 합니다 does not tell what it is
    return Question(
        "what",
        (
            (PLAIN, f"{name}{kind} 무엇인가요?"),
            (TELL, f"{name}{is_} 무엇인지 알려 주세요."),
            (OTHER, f"{name}{topic} 무엇을 말하나요?"),
            (FORMAL, f"{name}{kind} 무엇입니까?"),
        ),
    )
