"""Checks of a pair's form: is this one question about its subject, and one answer to it?

Each returns what exactly it objects to, or '' when all is well.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from engine.dataset.checks.support import facts_in
from engine.dataset.words import content, free_words, numbers, stem, tokens

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

_COPY = 0.9
_LONGEST, _SHORTEST = 40, 3  # words
_SUPPORTED = 0.5  # share of a question's own content words that the chunk must have
_STRANGE_KOREAN = 0.7  # Korean verbs change within their first two syllables, by which words are compared
_YES_NO = re.compile(r"(?:yes|no)\b|(?:예|네|아니요|아니오|아닙니다)(?![가-힣])", re.IGNORECASE)
_KOREAN_FREE_WORDS = (
    "것은 것이 매달 매년 매일 며칠 허용 되면 되는 방법 연락 최대 최소 오래 다음 사용 나서 내야 받는 물건"
    " 가운 나이 관해 점은 주의 필요 가능 이유 기간 비용 가격 금액 위치 장소 시간 시기 날짜 이름 사람 회사"
    " 의미 뜻은 역할 기능 종류 크기 높이 길이 무게 온도 용량 개수 인원 횟수 얼마 해 더 분실 무슨 부터"
    " 경우 대해 누가 어떻 생기 만든 만들 세부 몇 언제"
)
_KOREAN_FREE = frozenset(  # as `stem` leaves them: what a question may say although its document does not
    _KOREAN_FREE_WORDS.split()
)

_WHERE_TO_FIND = re.compile(
    r"^where (can|do|could|would|should|might|will) (i|you|we|one|users?|readers?) "
    r"(find|get|obtain|see|read|look|learn) .*\b(information|details?|instructions?|description|documentation|section"
    r"|chapter|more|about|manual)\b"
    r"|^(on )?(which|what) (page|chapter|section|figure|table)\b"
    r"|where (is|are) .*\b(described|explained|documented|mentioned|discussed)\b"
    r"|where (is|are|can|could) .*\b(information|details|documentation|instructions)\b.* (found|available|listed)\b"
    r"|어디(에서|서)? .*(찾을|볼|확인할|알아볼) 수|(몇|어느|어떤) (페이지|쪽)|(어느|어떤) (장|절)(?=에|을)",
    re.IGNORECASE,
)
_ABOUT_TEXT = re.compile(
    r"\b(according to|in|of|from|by|does|is|what) (the|this) (text|passage|document|context|excerpt|chunk|author"
    r"|paragraph|sentence|section|chapter|article|statement|snippet)\b"
    r"|\b(mentioned|described|stated|discussed|given|provided) (above|below|here|in the)\b"
    r"|(본문|지문|문서|문맥|글|단락|위 내용|텍스트)(에서|에 따르면|에 의하면|의 내용)",
    re.IGNORECASE,
)
# "How long the pump runs?": English wants a verb after the question word; so asks only who was cut off or garbled.
_VERBLESS = re.compile(
    r"^(what|when|where|why|who|how( (much|many|long|often|far|fast|high|low|large|big|small|heavy|wide|deep|tall|thick"
    r"|old|hot|cold|loud|frequently|soon|late|early))?) (the|an?|my|your|our|their|its|this|these|each|every)\b",
    re.IGNORECASE,
)
_AMPERES = re.compile(r"\d ?A\W*$")
_CUT_WORDS = frozenset({"the", "a", "an", "and", "or", "my", "your", "its", "their", "every"})
_NO_ANSWER = re.compile(
    r"\b(not (mentioned|provided|specified|stated|given|found|available|included|contained)"
    r"|no information|cannot (be )?(answer|determine)|i (do not|don't) know|does not (say|mention|specify|contain"
    r"|provide)|unable to answer|insufficient)\b|알 수 없|정보가 없|나와 있지 않|언급되지 않|찾을 수 없",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(how (much|many|long|often|far|fast|high|low|large|big|small|heavy|wide|deep|tall|thick|old|hot|cold|loud"
    r"|frequently|late|early|soon)|when|at what (interval|time|price|speed|temperature|pressure))\b",
    re.IGNORECASE,
)


def empty(pair: Candidate) -> str:
    return "there is no text" if not tokens(pair.question) else ""


def truncated(pair: Candidate) -> str:
    question = pair.question
    if not question.endswith(("?", "？")) and not re.search(r"(시오|세요|까)[.]?$", question):
        return f"it does not end with a question mark: {question[-30:]}"
    words = tokens(question)
    if words[-1] in _CUT_WORDS and not _AMPERES.search(question):
        return f"it ends with '{words[-1]}'"
    if question.count("(") != question.count(")"):
        return "a bracket is not closed"
    return ""


def too_short(pair: Candidate) -> str:
    count = len(tokens(pair.question))
    shortest = 2 if pair.language == "ko" else _SHORTEST
    return f"{count} words" if count < shortest or not content(pair.question) else ""


def too_long(pair: Candidate) -> str:
    count = len(tokens(pair.question))
    return f"{count} words" if count > _LONGEST else ""


def garbled(pair: Candidate) -> str:
    words = tokens(pair.question)
    for first, second in zip(words, words[1:], strict=False):
        if first == second and not first.isdigit() and first not in ("that", "had", "is"):
            return f"'{first}' stands twice in a row"
    if found := _VERBLESS.match(pair.question):
        return f"a verb is missing after '{found[1]}'"
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    repeated = [run for run, count in runs.items() if count > 1]
    return f"'{' '.join(repeated[0])}' stands there twice" if repeated else ""


def where_to_find(pair: Candidate) -> str:
    found = _WHERE_TO_FIND.search(pair.question)
    return f"'{found[0]}'" if found else ""


def about_document(pair: Candidate) -> str:
    found = _ABOUT_TEXT.search(pair.question)
    return f"'{found[0]}'" if found else ""


def copy(pair: Candidate) -> str:
    question, evidence = tokens(pair.question), tokens(pair.evidence)
    if Indel.normalized_similarity(question, evidence) >= _COPY:
        return "it repeats the evidence word for word"
    return ""


def no_answer(pair: Candidate) -> str:
    if not tokens(pair.answer):
        return "there is no answer"
    found = _NO_ANSWER.search(pair.answer)
    # What the document itself says ("no information is stored") is an answer.
    return f"the writer found none: '{found[0]}'" if found and found[0].lower() not in pair.evidence.lower() else ""


def cut_answer(pair: Candidate) -> str:
    if re.search(r"[.!?。)\]\"'”’%]$|\d$|[가-힣]$", pair.answer.rstrip()) or len(tokens(pair.answer)) <= 8:
        return ""
    return f"the answer stops in the middle: {pair.answer[-30:]}"


def off_topic(pair: Candidate) -> str:
    context = f"{pair.evidence} {pair.chunk}"
    known_numbers = numbers(context) | {quantity.form for quantity in facts_in(context).quantities}
    asked = {quantity.form for quantity in facts_in(pair.question).quantities if not quantity.spelled}
    if strange := (numbers(pair.question) & asked) - known_numbers:
        return f"the question speaks of {', '.join(sorted(strange))}, the document here does not"
    own, known = content(pair.question), {stem(token) for token in tokens(context)}
    korean = pair.language == "ko" or not pair.question.isascii()
    if not own & known and not (korean and own & _KOREAN_FREE):
        return "it has no word of this part of the document"
    missing = {word for word in own if word not in known}
    missing -= free_words() if not korean else _KOREAN_FREE
    allowed = _STRANGE_KOREAN if korean else 1 - _SUPPORTED
    if missing and len(missing) > allowed * len(own):
        return f"the document here does not speak of {', '.join(sorted(missing))}"
    return ""


def reveals(pair: Candidate) -> str:
    yes_no = pair.kind == "yes_no" or _YES_NO.match(pair.answer)  # it says again to what
    if pair.language != "ko" and not yes_no and not content(pair.answer) - content(pair.question):
        return "everything the answer says stands in the question"
    asked = None if pair.kind == "yes_no" else _QUANTITY.search(pair.question)
    said = facts_in(pair.answer)
    told = {quantity.form for quantity in said.quantities}
    if asked and told and told <= numbers(pair.question) and not said.clocks and not said.dates:
        return f"the question already tells {', '.join(sorted(told))}"
    return ""


def echo(pair: Candidate) -> str:
    """The answer is the question again, perhaps as a statement without anything new."""
    question, answer = tokens(pair.question), tokens(pair.answer)
    if not answer or _YES_NO.match(pair.answer):
        return ""
    if pair.answer.rstrip().endswith(("?", "？")) and not pair.evidence.rstrip().endswith(("?", "？")):
        return "the answer is a question"
    if Indel.normalized_similarity(question, answer) >= _COPY:
        return "it repeats the question word for word"
    return ""
