"""Whether an answer denies what its evidence says, or says what its evidence denies.

Only where it can be told mechanically: the answer must say nearly the same words. What limits rather than
denies ("not more than", "only", "26일을 넘지 않습니다") may be said either way and is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from engine.dataset.words import content, stem, tokens

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

_NOT = re.compile(r"\b(?:not|never|cannot|no|none|nobody|nothing|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)
_SOFT = re.compile(
    r"\b(?:only|except|unless|avoid\w*|forbid\w*|forbidden|prohibit\w*|refus\w*|refrain\w*|prevent\w*|stop\w*|fail\w*"
    r"|unable|impossible|instead|rather|too|hardly|rarely|seldom|little|few|lack\w*|missing|free of|before|until|till"
    r"|less|fewer|exclud\w*|den(?:y|ies|ied)|hazard\w*|danger\w*|at most|up to|maximum|limit\w*|wrong|false|without"
    r"|un[a-z]{4,}ed|in(?:valid|correct|complete|active)|dis(?:abled|connected|allowed))\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:more|less|longer|later|earlier|higher|lower|fewer|greater|exceed\w*|over|above|below|until|only)\b", re.I
)
_CLAUSE = re.compile(
    r"[,;:.!?](?:\s|$)|\b(?:and|but|because|when|while|if|even|although|unless|since|so that|until|before|after)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^\s*(?:yes|no)\b\s*[,.:;-]?\s*", re.IGNORECASE)
_AUXILIARY_WORDS = (
    "be been being is are was were have has had do does did can could may might must should will would"
    " shall to ever a an the any yet always also then"
)
_AUXILIARY = frozenset(_AUXILIARY_WORDS.split())
_COVERED, _COVERED_KOREAN = 0.6, 0.6
_SAME, _WORDS = 0.88, 4  # how alike, and how long, an answer is that says the evidence again
_KOREAN_NOT = re.compile(
    r"않|없|못하|못합|못 |(?<![가-힣])안 (?:되|됩|된|돼)|지 (?:마|말)"
    r"|아닙|아니(?!요|오)|금지|불가|면 안 |(?<![가-힣])안 [가-힣]"
)
_KOREAN_LEADING = re.compile(r"^\s*(?:예|네|아니요|아니오|아뇨)[,.]?\s*")
_KOREAN_SOFT = re.compile(
    r"만\s|[가-힣]만 |대신|삼가|피하|넘|초과|이상|이하|까지|뿐|외에|밖에|제외|전에|미만|어렵|드물"
)


def denied(pair: Candidate) -> str:
    """The denial that one of answer and evidence has and the other lacks."""
    if not pair.evidence or not pair.answer:
        return ""
    if re.search(r"[가-힣]", pair.answer):
        return _denied_korean(pair)
    answer = _LEADING.sub("", pair.answer)
    if not tokens(answer):
        return ""
    if detail := _said_again(answer, pair.evidence):
        return detail
    if _NOT.search(answer):
        return _denies(answer, pair)
    return "" if _SOFT.search(answer) else _affirms(answer, pair)


def _said_again(answer: str, evidence: str) -> str:
    """The evidence word for word, but for a denial."""
    counts = [len(_NOT.findall(text)) for text in (answer, evidence)]
    if counts[0] == counts[1]:
        return ""
    left, right = (
        [word for word in tokens(_NOT.sub(" ", text)) if word not in ("do", "does", "did", "can")]
        for text in (answer, evidence)
    )
    if len(left) < _WORDS or Indel.normalized_similarity(left, right) < _SAME:
        return ""
    return f"it is the evidence with {counts[0]} denials instead of {counts[1]}"


def _denies(answer: str, pair: Candidate) -> str:
    """The answer has a denial; has the evidence one, or anything that could be said so?"""
    if _NOT.search(pair.evidence) or _SOFT.search(pair.evidence) or _NOT.search(pair.question):
        return ""
    if _SOFT.search(_NOT.sub(" ", answer)):
        return ""
    own = content(_NOT.sub(" ", answer))
    known = content(f"{pair.evidence} {pair.question}")
    found = _NOT.search(answer)
    if own and found and len(own & known) >= _COVERED * len(own):
        return f"the answer says '{found[0]}', the evidence denies nothing"
    return ""


def _affirms(answer: str, pair: Candidate) -> str:
    """The answer has no denial; does it say the very thing that the evidence denies?"""
    own = {stem(word) for word in tokens(answer)}
    for match in _NOT.finditer(pair.evidence):
        rest = pair.evidence[match.end() :]
        clause = _CLAUSE.split(rest)[0]
        before = _CLAUSE.split(pair.evidence[: match.start()])[-1]
        if _LIMIT.search(clause) or re.match(r"\s*(?:only|later|matter|longer)\b", rest, re.I):
            continue
        denied_words = [word for word in tokens(clause) if word not in _AUXILIARY]
        said = content(f"{before} {clause}")
        if not denied_words or not said:
            continue
        if stem(denied_words[0]) in own and len(said & own) >= _COVERED * len(said) and len(said) >= 2:
            return f"the evidence says '{match[0]} {' '.join(denied_words[:3])}'"
    return ""


def _denied_korean(pair: Candidate) -> str:
    answer, evidence = _KOREAN_LEADING.sub("", pair.answer), pair.evidence
    own, known = (_roots(text) for text in (answer, evidence))
    # Word stems change under denial (열다, 엽니다): nouns decide whether the same is spoken of.
    if len(own) < 2 or len(own & known) < _COVERED_KOREAN * len(own):
        return ""
    ends = _KOREAN_NOT.search(_predicate(answer)), _KOREAN_NOT.search(_predicate(evidence))
    if bool(ends[0]) != bool(ends[1]) and _same_beginning(answer, evidence):
        return f"it is the evidence with another end: {_predicate(answer)}"
    if bool(ends[0]) == bool(ends[1]) or _KOREAN_SOFT.search(_predicate(evidence, 4)):
        return ""
    if _KOREAN_SOFT.search(_predicate(answer)):
        return ""
    if ends[0]:
        return "" if _KOREAN_NOT.search(evidence) or _KOREAN_SOFT.search(evidence) else "the evidence denies nothing"
    if len(own & known) < _COVERED_KOREAN * len(known):
        return ""
    return f"the evidence says '{_predicate(evidence)}'"


def _same_beginning(answer: str, evidence: str) -> bool:
    """Whether all but the last words are the same."""
    left, right = answer.split(), evidence.split()
    shared = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return shared >= 2 and shared >= len(right) - 3 and len(left) - shared <= 4


def _predicate(text: str, words: int = 3) -> str:
    """The last words of a text, with a space after them."""
    return " ".join(re.sub(r"[.!?]+\s*$", "", text.strip()).split()[-words:]) + " "


def _roots(text: str) -> set[str]:
    words = re.findall(r"[가-힣]+", text)
    return {word[:2] for word in words if len(word) >= 2 and not _KOREAN_NOT.search(f"{word} ")}
