"""Korean questions for lists with a sentence that leads into them, and for lines that define a term."""

from __future__ import annotations

import re

from engine.writers import kinds
from engine.writers.korean.letters import particle
from engine.writers.korean.lists import nouns
from engine.writers.korean.reading import points_backward
from engine.writers.korean.words import cut, cut_all, is_adnominal
from engine.writers.table_wordings import Written
from engine.writers.words import words_of

_THESE = r"(?:다음과 같은 |다음의 |다음 |아래와 같은 |아래의 |아래 )?"
_WHAT = r"(?P<what>[가-힣A-Za-z]{2,10}(?: [가-힣]{2,8})?)"
_IS = re.compile(
    r"^(?P<subject>.{2,30}?)(?P<of>의)? (?P<what>[가-힣]{2,10})(?:은|는) (?:다음과|아래와) 같(?:습니다|다)[:.]$"
)
_HAS = re.compile(
    rf"^(?P<subject>.{{2,30}}?)에는 {_THESE}{_WHAT}(?:이|가) "
    r"(?P<verb>있습니다|있다|포함됩니다|포함되어 있습니다|들어 있습니다)[:.]$"
)
_GIVES = re.compile(
    rf"^(?P<subject>.{{2,30}}?)(?P<topic>은|는) {_THESE}{_WHAT}(?:을|를) "
    r"(?P<verb>제공합니다|지원합니다|포함합니다|사용합니다|갖추고 있습니다)[:.]$"
)
_ASKS = {"있다": ("있나요", "있습니까"), "있습니다": ("있나요", "있습니까")}
_NO_THINGS = words_of("것 내용 수 점 말 방식 예 예시 이유 문제 경우 상황 순서 단계 과정 절차 작업 사항 목록 링크 문서")
_NO_TERM = re.compile(
    r"\d$|(^| )[A-Z]$|^(부록|챕터|장|절|제)( |$)"
    r"|(예제|예시|노트|참고|주의|경고|팁|그림|표|리스트|목록|링크|문서|주제|제목|저자|설명|개요|요약|목적|방법|결과"
    r"|질문|답변|이유|문제|해결|정답|힌트|번역|출처|날짜|버전|장점|단점|특징|기본값|권장|필수|선택|단계|변경|추가"
    r"|중요|정리|결론|이름)$"
)
_FILLER = re.compile(r"(대한|위한|관한|통한|따른|의한|같은|다른|한)$")
_LONGEST = 16  # words of a meaning


def _is_thing(text: str) -> bool:
    """Whether it is a noun phrase that can be named alone: no clause, no topic, nothing it points at."""
    words = cut_all(text)
    if not words or points_backward(text) or re.search(r"[.:;!?,\"“‘'\[\]|]", text):
        return False
    return not any(word.particle or is_adnominal(word.text) for word in words[:-1]) and not words[-1].particle


def listed(lead: str, items: list[str]) -> Written | None:
    """What a lead such as `상자의 구성품은 다음과 같습니다:` and its items say; None where no wording is sure."""
    if any(item.endswith(("기", "함", "음", "됨", ":")) or cut(item.split()[-1]).particle for item in items):
        return None
    joined = ", ".join(items)
    if found := _IS.match(lead):
        return _those_of(found["subject"], found["what"], joined)
    found = _HAS.match(lead) or _GIVES.match(lead)
    if not found or not _is_thing(found["subject"]) or not _is_thing(found["what"]) or found["what"] in _NO_THINGS:
        return None
    subject, what, verb = found["subject"], found["what"], found["verb"]
    object_ = particle(what, "을", "를")
    asks, formally = _ASKS.get(verb) or (re.sub(r"([가-힣])니다$", _asking, verb), verb.removesuffix("다") + "까")
    if "topic" in found.re.groupindex:
        head, role = f"{subject}{found['topic']}", object_
    else:
        head, role = f"{subject}에는", particle(what, "이", "가")
    questions = (
        f"{head} 어떤 {what}{role} {asks}?",
        f"{head} 어떤 {what}{role} {_known(verb)} 알려 주세요.",
        f"{head} 어떤 {what}{role} {formally}?",
    )
    last = particle(items[-1], "을", "를") if "topic" in found.re.groupindex else particle(items[-1], "이", "가")
    return Written(kinds.LIST, questions, f"{head} {joined}{last} {verb}.") if role and last else None


def _asking(match: re.Match[str]) -> str:
    """합 of 합니다 becomes 하나요, 있습 있나요."""
    return {"합": "하나요", "됩": "되나요", "습": "나요"}.get(match[1], match[0])


def _known(verb: str) -> str:
    stem = re.sub(r"(습니다|니다|다)$", "", verb)
    return {"합": stem[:-1] + "하는지", "됩": stem[:-1] + "되는지"}.get(stem[-1:], f"{stem}는지")


def _those_of(subject: str, what: str, joined: str) -> Written | None:
    topic, object_ = particle(what, "은", "는"), particle(what, "을", "를")
    if not _is_thing(subject) or not _is_thing(what) or what in _NO_THINGS or not topic:
        return None
    questions = (
        f"{subject}의 {what}{topic} 무엇인가요?",
        f"{subject}의 {what}{object_} 모두 알려 주세요.",
        f"{subject}의 {what}에는 어떤 것이 있나요?",
        f"{subject}의 {what}{topic} 무엇입니까?",
    )
    return Written(kinds.LIST, questions, f"{subject}의 {what}{topic} {joined}입니다.")


def defined(term: str, meaning: str) -> Written | None:
    """`크럼: 기계가 만드는 마른 가루`, where the meaning describes a thing: something said of it, then a noun."""
    words = cut_all(meaning)
    last = words[-1]
    if not 3 <= len(words) <= _LONGEST or last.particle or not re.search(r"[가-힣]{2}$", last.text):
        return None
    if last.text.endswith(("기", "함", "음", "됨", "임", "다", "요", "오", "하기", "법")) or last.noun in nouns(
        "empty"
    ):
        return None
    described = any(is_adnominal(word.text) and not _FILLER.match(word.text) for word in words[-3:-1])
    if not described or not _is_thing(term) or _NO_TERM.search(term) or points_backward(meaning):
        return None
    if term in nouns("relational") or any(word.particle in ("은", "는") or word.comma for word in words):
        return None
    what, topic, is_ = particle(term, "이란", "란"), particle(term, "은", "는"), particle(term, "이", "가")
    if not what:
        return None
    questions = (
        f"{term}{what} 무엇인가요?",
        f"{term}{topic} 무엇을 말하나요?",
        f"{term}{is_} 무엇인지 알려 주세요.",
        f"{term}{what} 무엇입니까?",
    )
    return Written(kinds.FACT, questions, f"{term}{topic} {meaning}입니다.")
