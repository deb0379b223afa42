"""Rules for Korean sentences of two clauses: why, how to, and what happens then."""

from __future__ import annotations

import re

from engine.writers.korean.asking import FORMAL, OTHER, PLAIN, TELL, Question
from engine.writers.korean.lists import nouns_tuple
from engine.writers.korean.reading import Reading, is_specific, link_of, stands_alone
from engine.writers.korean.steps import is_condition_of_a_step, is_whole_step


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


def reason(reading: Reading) -> Question | None:
    """R므로 X는 P: X는 왜 P나요?"""
    found = reading.predicate
    if (
        reading.link not in ("reason", "purpose")
        or found.kind in ("copula", "being")
        or found.before.endswith(("주의해야", "조심해야", "유의해야"))
        or found.stem.startswith(("추천", "권장", "주의", "조심", "유의"))
    ):
        return None
    if reading.link == "purpose" and (
        found.kind in ("order", "must", "ban") or reading.words[reading.main - 1].text.endswith("려면")
    ):
        return None
    topics = [i for i in range(len(reading.words)) if reading.words[i].particle in ("은", "는")]
    if (
        len(topics) != 1
        or not is_specific(reading, topics[0])
        or (topics[0] < reading.main and reading.link == "purpose")
    ):
        return None
    at = topics[0]
    begins = reading.main if at >= reading.main else 0
    rest_from = max(at + 1, reading.main)
    roles = {word.particle for word in reading.words[reading.main : reading.tail]}
    if at < reading.main and (roles & {"이", "가"} or (found.kind in ("order", "must") and roles & {"을", "를"})):
        return None
    if not stands_alone(reading, range(0)):
        return None
    if not reading.is_plain(max(begins, reading.main), reading.tail) or any(
        link_of(reading.words, i) for i in range(begins, at)
    ):
        return None
    if rest_from >= len(reading.words) and found.kind != "ban":
        return None
    return Question("why", _why(reading, reading.text(begins, at + 1), reading.text(rest_from)))


_ORDERED = ("order", "must")
# What is no step one could be told: to know, to read up on, to mind; what is advised or only possible.
_NO_STEP = re.compile(
    r"(알아야|알아 두|이해해야|이해하|살펴|읽어|읽으|참고|참조|문의하|익숙|고려|주의|조심|명심|기억|권장|추천|가능"
    r"|지만)"
    r"|(결정|선택|생각|노력|필요)(해야|하)( 하)?$"
)


_PASSIVE = re.compile(r"(되어야|돼야|있어야|없어야|이어야|여야)$")
_POINTS = re.compile(r"(문서|가이드|페이지|링크|섹션|안내서|설명서|튜토리얼)(을|를|에서)?( \S+)?$")


def procedure(reading: Reading) -> Question | None:
    """X하려면 Y하십시오: X하려면 어떻게 해야 하나요?"""
    found = reading.predicate
    at, link = reading.lead
    if not at:
        return None
    last = reading.words[at - 1].text
    main = f"{reading.text(at)} {found.stem}"
    if (
        _NO_STEP.search(main)
        or re.search(r"(알아보려면|배우려면|보려면|[았었했]다면)$", last)
        or _POINTS.search(reading.text(at))
    ):
        return None
    told = found.kind in _ORDERED or (found.stem == "되" and reading.words[-1].text.endswith("면"))
    if not told and not (last.endswith("려면") and found.kind == "verb"):
        return None
    if (
        re.search(r"[^는은]지$|지 (않|말|못)\S*$|안$|말아야|않아야|못$", reading.text(at))
        or found.kind == "ban"
        or not _is_whole_clause(reading, at)
        or not is_whole_step(reading)
    ):
        return None
    topics = [i for i, word in enumerate(reading.words) if i >= at and word.particle in ("은", "는")]
    subjects = [word.noun for word in reading.words[at : reading.tail] if word.particle in ("이", "가")]
    if (
        any(not noun.endswith(nouns_tuple("person")) for noun in subjects)
        or last in ("때마다", "때만")
        or _PASSIVE.search(reading.words[-1].text)
    ):
        return None
    whole = at
    if topics and not last.endswith("려면"):
        if len(topics) > 1 or not reading.words[topics[0]].noun.endswith(nouns_tuple("person")):
            return None
        whole = topics[0] + 1
    clause = re.sub(r"(위해|위해서|위하여)$", "위해서는", reading.text(0, whole).rstrip(","))
    inner = [word.noun for word in reading.words[: at - 1] if word.particle in ("은", "는")]
    if inner and (link in ("before", "after") or not inner[0].endswith(nouns_tuple("person"))):
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
    otherwise = "무엇을 해야 하나요" if link == "when" else "어떻게 하면 되나요"
    return Question(
        "how",
        (
            (PLAIN, f"{clause} 어떻게 해야 하나요?"),
            *([] if last.endswith("다면") else [(OTHER, f"{clause} {otherwise}?")]),
            (TELL, f"{clause} 어떻게 해야 하는지 알려 주세요."),
            (FORMAL, f"{clause} 어떻게 해야 합니까?"),
        ),
    )


def _is_whole_clause(reading: Reading, at: int) -> bool:
    """Whether the clause that ends before word `at` says by itself what happens to what."""
    words = reading.words[:at]
    if len(words) < 2 or len(words) > 10 or any(word.comma for word in words[:-1]):
        return False
    named = [
        i
        for i, word in enumerate(words[:-1])
        if word.particle in ("을", "를", "이", "가", "에", "에서", "은", "는", "로", "으로")
    ]
    return any(is_specific(reading, i) and len(words[i].noun) > 1 for i in named)


_EVENT = re.compile(
    r"(켜지|꺼지|나타나|표시되|발생하|발생되|종료되|시작되|중단되|멈추|열리|닫히|저장되|삭제되|초기화되|연결되|해제되|전환되|취소되|차단되|잠기|울리|깜박이|깜빡이|바뀌|변경되|생성되|실행되|떨어지|높아지|낮아지|커지|작아지|길어지|짧아지|늘어나|줄어드|줄어들|늘어드|받게|사라지|이동하|정지하|작동하|재시작되|재부팅되|만료되|반환되|무시되|끊어지|끊기|제한되|부과되|지급되|복구되|전송되|등록되|추가되|활성화되|비활성화되|손상되|고장나|터지|넘치|상하|녹|끓|막히|느려지|빨라지|되)$"
)


def _has_subject(reading: Reading, at: int) -> bool:
    """Whether it is said what changes: a subject of the last clause, or a topic of the whole."""
    if not {word.particle for word in reading.words[:at]} & {"을", "를", "이", "가", "은", "는"}:
        return False
    own = {word.particle for word in reading.words[at:]} & {"이", "가", "은", "는"}
    return bool(own) or any(word.particle in ("은", "는") for word in reading.words[:at])


def consequence(reading: Reading) -> Question | None:
    """X하면 Y됩니다: X하면 어떻게 되나요?"""
    found = reading.predicate
    at = reading.lead[0]
    if reading.lead[1] != "if" or not (
        (found.kind == "verb" and _EVENT.search(found.stem)) or (found.stem == "없" and reading.words[-1].text == "수")
    ):
        return None
    if (
        re.search(r"면( 안)?$|야$|안$|게$|도$", found.before)
        or re.search(r"([았었했됐]으면|중이면)$", reading.words[at - 1].text)
        or re.search(r"(^|\s)특정 ", reading.text(at))
        or not _has_subject(reading, at)
        or re.search(r"(포함|해당|구성|가능)되$", found.stem)
        or not _is_whole_clause(reading, at)
        or is_condition_of_a_step(reading)
    ):
        return None
    clause = reading.text(0, at).rstrip(",")
    if found.stem == "되" and (at >= len(reading.words) or reading.words[-1].particle in ("이", "가")):
        return None
    has_topic = any(word.particle in ("은", "는") for word in reading.words[:at])
    return Question(
        "then",
        (
            (PLAIN, f"{clause} 어떻게 되나요?"),
            *([] if has_topic else [(OTHER, f"{clause} 무슨 일이 일어나나요?")]),
            (TELL, f"{clause} 어떻게 되는지 알려 주세요."),
            (FORMAL, f"{clause} 어떻게 됩니까?"),
        ),
    )
