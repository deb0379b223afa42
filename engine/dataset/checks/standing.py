"""Whether a question can be understood without the page it was asked of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.dataset.words import content, tokens

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

_PARTS = (
    "chapter|section|subsection|page|figure|diagram|picture|illustration|drawing|table|chart|graph|image|photo"
    "|paragraph|passage|sentence|example|list|step|steps|note|box|excerpt|appendix|column|row|heading|manual|document"
    "|handbook|guide|booklet|text|article|instructions?"
)
# Where the text is, not what it is about. "the section above", "this figure", "in step 3 above", "see page 4".
_POINTING = re.compile(
    rf"\b(?:this|these|that|those|the (?:following|previous|preceding|above|next|last|given|present|same))"
    rf"(?:\s+\w+)?\s+(?:{_PARTS})\b"
    rf"|\b(?:{_PARTS})s?(?:\s+\d+(?:\.\d+)*|\s+[A-Z])?\s+(?:above|below|overleaf)\b"
    r"|\bon (?:this|the (?:next|previous)) page\b"
    rf"|\b(?:figure|fig\.|table|step|page|chapter|section|diagram|appendix|example)\s+\d+(?:\.\d+)*\b"
    r"|\b(?:mentioned|described|shown|listed|explained|stated|noted|seen|discussed|pictured|given) (?:above|below"
    r"|earlier|previously|here|before|overleaf)\b"
    r"|\b(?:according to|in|from|under|of) the (?:figure|diagram|picture|illustration|caption|chart|graph)\b"
    r"|\b(?:above|below)[- ]mentioned\b|\bas (?:above|below|follows)\b|\bthe (?:former|latter|above|aforementioned)\b"
    r"|\b(?:it|they) (?:all )?(?:above|below)\b|\bhere\?$",
    re.IGNORECASE,
)
_KOREAN_PART = (
    "장|절|쪽|페이지|그림|표|도표|사진|글|문단|단락|문장|본문|항목|예시|예|목록"
    "|단계|설명서|문서|안내서|매뉴얼|내용|부분"
)
_KOREAN_POINTING = re.compile(
    rf"(?<![가-힣])(?:이|위|아래|앞|다음|윗|해당|본|위의|아래의|앞의|다음의)\s?(?:{_KOREAN_PART})"
    r"(?=(?:에서|에는|에|의|은|는|이|가|을|를|과|와|으로|로|처럼|중|까지)*(?![가-힣]))"
    r"|(?<![가-힣\d])(?:그림|표|단계)\s?\d+(?:\.\d+)*|(?<![가-힣])제?\d+(?:장|절|쪽|페이지)에(?:서|는)"
    r"|(?:위|아래|앞)에서? (?:말한|설명한|언급한|나온|본|제시된|언급된|설명된)|상기(?:의)? |전술한"
)
# "How does it work?", "What does he do?": whom or what, is said by nothing in the question.
_SUBJECT = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|hers|this|that|these|those|one|ones|such)\b", re.IGNORECASE
)
_BARE = re.compile(
    r"\b(?:do|does|did|is|are|was|were|can|could|will|would|should|shall|must|may|might|has|have|had)(?:n['’]t)?"
    r"\s+(?:it|they|he|she|this|that|these|those)\b(?!\s+(?:\w+\s+)?(?:that|which|who)\b)",
    re.IGNORECASE,
)
_DUMMY = re.compile(  # "How long does it take to charge the lamp?", "Is it safe to ...": `it` stands for what follows
    r"\b(?:does|do|did|will|would|can|could|should|must|may|might|is|was|has) it\s+(?:\w+\s+){0,4}"
    r"(?:to|that|if|when|before|until|for|in|on|at)\b|\bit (?:is|was|has been)?\s*(?:called|mean when|to)\b"
    r"|\b(?:is|was|does|did) (?:this|that|these|those) \w+",
    re.IGNORECASE,
)
_OPEN_SUBJECT = re.compile(r"^(?:and|but|or|so|then|also)\b|^(?:why|how|what|when|where|who)(?: not| so)?\s*\?$", re.I)
_KOREAN_BARE = re.compile(
    r"(?<![가-힣])(?:그것|이것|저것|그들|그녀|그분|이분|그곳|이곳|거기|여기|이들|그거|이거)(?:은|는|이|가|을|를|의|에|에서|도|와|과|로|들)*"
    r"(?![가-힣])|(?<![가-힣])그(?:는|가|를|의|에게)(?![가-힣])"
)
_KOREAN_THIS = re.compile(r"(?<![가-힣])(?:이|그|저|해당) ([가-힣]+)")
_ENOUGH = 2  # content words beside a pronoun from which the question may name what it means


def context_dependent(pair: Candidate) -> str:
    """The words of a question that point at a place in the text, or at something said before it."""
    question = pair.question
    for pattern in (_POINTING, _KOREAN_POINTING):
        found = pattern.search(question)
        if found and not _is_subject(found[0], pair):
            return f"'{found[0].strip()}' cannot be understood without the page"
    if found := _OPEN_SUBJECT.search(question):
        return f"'{found[0]}' goes on from something that was said before"
    if found := _KOREAN_BARE.search(question):
        return f"'{found[0]}' does not say whom or what"
    return _bare_pronoun(question)


def _bare_pronoun(question: str) -> str:
    """A pronoun before anything that it could stand for: nouns that follow it as its own object do not count."""
    found = _BARE.search(question)
    if found:
        if _DUMMY.search(question) and len(content(question)) >= _ENOUGH:
            return ""
        before = question[: found.start()]
        if _nouns(before):  # "When the lamp blinks, what does it mean?", "Which lamp is it?"
            return ""
        return f"'{found[0].split()[-1]}' does not say whom or what"
    words = tokens(question)
    pronoun = next((word for word in words if _SUBJECT.fullmatch(word)), "")
    if pronoun and not content(question) - {pronoun}:
        return f"'{pronoun}' does not say whom or what"
    possessive = re.match(r"(?:what|which|where|when|how|who)\b[\w\s]{0,24}?\b(its|their|his|her)\b", question, re.I)
    if possessive and not _nouns(question[: possessive.start(1)]):
        return f"'{possessive[1]}' does not say whose"
    return ""


_QUESTION_WORDS = (
    "what which who whom whose when where why how long much many often far time times day days year years"
    " way kind sort type purpose reason place and or in at on for by from with of to the a an if please"
    " tell me you can could exactly does do did is are was were long old big heavy wide fast high deep"
    " quickly frequently hot hour hours minutes"
)
_QUESTION_NOUNS = frozenset(_QUESTION_WORDS.split())


def _nouns(text: str) -> list[str]:
    """Words before a pronoun that it may stand for; attributes and question words cannot be meant by it."""
    return [word for word in tokens(text) if word not in _QUESTION_NOUNS]


def _is_subject(pointing: str, pair: Candidate) -> bool:
    """Whether the document itself is about such a thing: error table 3, the next step of a dance, page 2 of a form.

    Its own number of a figure or a chapter is a place in it; a thing of that name stands in the evidence as well.
    """
    if re.search(r"above|below|overleaf|this|these|following|previous|preceding|위|아래|앞|이 |다음", pointing, re.I):
        return False
    return pointing.lower().strip() in pair.evidence.lower()
