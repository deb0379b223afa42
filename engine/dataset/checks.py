"""The named checks that every pair must pass; each says in a sentence what it objects to.

They know nothing of models. A check objects only to what it can point at, because a good pair that is
thrown away is a fact nobody is taught.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

NEAR_DUPLICATE = 0.7  # similarity of the token lists, from which questions with the same content words are one
_COPY = 0.9
_LONGEST, _SHORTEST = 40, 3  # words
_SUPPORTED = 0.5  # share of a question's own content words that the chunk must have


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cleaned question with its answer, the evidence quote, and the text of the chunk it was asked of."""

    question: str
    answer: str
    evidence: str
    chunk: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Check:
    """`objection` returns what exactly it objects to, or '' when all is well."""

    name: str
    sentence: str
    objection: Callable[[Candidate], str]


# -- text ---------------------------------------------------------------------------------------------------

_NUMBERING = re.compile(
    r"^\s*(?:[-*•#>]+\s*|\(?\d{1,3}[.):]\s+|(?:q|question|질문|instruction)\s*\d*\s*[:.)]\s*)+", re.IGNORECASE
)
_MARKS = re.compile(r"\*\*|__|`|^[\"“”']+(?=[^\"“”']+[\"“”']*$)|[\"“”']+$")
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[가-힣]+|[぀-ヿ一-鿿]|\d+(?:[.,:]\d+)*|[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_CODE = re.compile(r"\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]+\b")
_FUNCTION_WORDS = (
    "a an the of to in on at by for from with and or is are was were be been being am has have had do does did can"
    " could may might must should will would shall not no it its as that which who whom whose what when where why"
    " how there this these those than into over under your you i my me we our us their they if any each every much"
    " many often long please tell know like want need exactly"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
# Two syllables each, as `stem` leaves them: question words and endings of Korean.
_KOREAN_WORDS = (
    "얼마 무엇 무슨 언제 어디 어떻 어떤 어느 누가 누구 왜 몇 자주 하나 합니 해야 입니 인가 있나 있습 되나 됩니"
    " 하는 되는 할까 한가 수 것 때 등 및 알려 주세 까지 동안 뭔가 뭐예 뭐"
)
_KOREAN_FUNCTION = frozenset(_KOREAN_WORDS.split())
_ENDINGS = (
    "ations",
    "ation",
    "ements",
    "ement",
    "ingly",
    "edly",
    "ings",
    "ies",
    "ing",
    "ion",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)


def clean_question(text: str) -> str:
    """The question on one line, without the numbering, quotation marks and emphasis that writers put around it."""
    before, line = "", " ".join(text.split())
    while line != before:  # marks hide numbering and the other way round
        before, line = line, _MARKS.sub("", _NUMBERING.sub("", line)).strip()
    return line


def tokens(text: str) -> list[str]:
    """Lower-case words and whole numbers."""
    return [token.lower() for token in _TOKEN.findall(text)]


def normalised(question: str) -> str:
    """Equal for questions that differ in case, spacing and punctuation only."""
    return " ".join(tokens(question))


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Crude and symmetric: replace, replaced and replacement meet in one form, which need not be a word."""
    if not word.isascii() or not word.isalpha():
        return word[:2] if "가" <= word[:1] <= "힣" else word  # Korean: particles and endings follow the root
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def content(text: str) -> set[str]:
    """Stems of the words that carry meaning, and the numbers."""
    return {stem(token) for token in tokens(text) if token not in _FUNCTION} - _KOREAN_FUNCTION


@functools.cache
def _free_words() -> frozenset[str]:
    """Stems that a question may use although the document does not: names of attributes, everyday verbs."""
    text = resource("prompts", "en", "question_words.txt").read_text(encoding="utf-8")
    words = (word for line in text.splitlines() if not line.startswith("#") for word in line.split())
    return frozenset(stem(word) for word in words)


def names(text: str) -> set[str]:
    """Capitalised words within sentences, and codes such as E07."""
    inner = re.findall(r"(?<![.!?:•\n] )(?<!^)(?<![\"“(])\b[A-Z][A-Za-z]*[a-z]\b", text)
    return {word.lower() for word in inner} | {code.lower() for code in _CODE.findall(text)}


def numbers(text: str) -> set[str]:
    """Numbers as written, without separators at the end; 1,000 and 1000 are one."""
    return {re.sub(r",(?=\d{3}\b)", "", number) for number in _NUMBER.findall(text)}


# -- checks -------------------------------------------------------------------------------------------------

_WHERE_TO_FIND = re.compile(
    r"^where (can|do|could|would|should|might|will) (i|you|we|one|users?|readers?) "
    r"(find|get|obtain|see|read|look|learn) .*\b(information|details?|instructions?|description|documentation|section"
    r"|chapter|more|about|manual)\b"
    r"|^(on )?(which|what) (page|chapter|section|figure|table)\b"
    r"|where (is|are) .*\b(described|explained|documented|mentioned|discussed)\b"
    r"|where (is|are|can|could) .*\b(information|details|documentation|instructions)\b.* (found|available|listed)\b"
    r"|어디(에서|서)? .*(찾을|볼|확인할|알아볼) 수|(몇|어느|어떤) (페이지|쪽|장|절)",
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


def _empty(pair: Candidate) -> str:
    return "there is no text" if not tokens(pair.question) else ""


def _truncated(pair: Candidate) -> str:
    question = pair.question
    if not question.endswith(("?", "？")) and not re.search(r"(시오|세요|까)[.]?$", question):
        return f"it does not end with a question mark: {question[-30:]}"
    words = tokens(question)
    if words[-1] in _CUT_WORDS:
        return f"it ends with '{words[-1]}'"
    if question.count("(") != question.count(")"):
        return "a bracket is not closed"
    return ""


def _too_short(pair: Candidate) -> str:
    count = len(tokens(pair.question))
    shortest = 2 if pair.language == "ko" else _SHORTEST
    return f"{count} words" if count < shortest or not content(pair.question) else ""


def _too_long(pair: Candidate) -> str:
    count = len(tokens(pair.question))
    return f"{count} words" if count > _LONGEST else ""


def _garbled(pair: Candidate) -> str:
    words = tokens(pair.question)
    for first, second in zip(words, words[1:], strict=False):
        if first == second and not first.isdigit() and first not in ("that", "had", "is"):
            return f"'{first}' stands twice in a row"
    if found := _VERBLESS.match(pair.question):
        return f"a verb is missing after '{found[1]}'"
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    repeated = [run for run, count in runs.items() if count > 1]
    return f"'{' '.join(repeated[0])}' stands there twice" if repeated else ""


def _where_to_find(pair: Candidate) -> str:
    found = _WHERE_TO_FIND.search(pair.question)
    return f"'{found[0]}'" if found else ""


def _about_document(pair: Candidate) -> str:
    found = _ABOUT_TEXT.search(pair.question)
    return f"'{found[0]}'" if found else ""


def _copy(pair: Candidate) -> str:
    question, evidence = tokens(pair.question), tokens(pair.evidence)
    if Indel.normalized_similarity(question, evidence) >= _COPY:
        return "it repeats the evidence word for word"
    return ""


def _no_answer(pair: Candidate) -> str:
    if not tokens(pair.answer):
        return "there is no answer"
    found = _NO_ANSWER.search(pair.answer)
    # What the document itself says ("no information is stored") is an answer.
    return f"the writer found none: '{found[0]}'" if found and found[0].lower() not in pair.evidence.lower() else ""


def _cut_answer(pair: Candidate) -> str:
    if re.search(r"[.!?。)\]\"'”’%]$|\d$|[가-힣]$", pair.answer.rstrip()) or len(tokens(pair.answer)) <= 8:
        return ""
    return f"the answer stops in the middle: {pair.answer[-30:]}"


def _unsupported(pair: Candidate) -> str:
    if not pair.evidence:
        return "no passage of the document supports the answer"
    given = numbers(pair.evidence) | numbers(pair.question)
    if invented := numbers(pair.answer) - given:
        return f"{', '.join(sorted(invented))} does not stand in the evidence"
    known = set(tokens(pair.evidence)) | set(tokens(pair.question)) | names(pair.evidence)
    if invented := {name for name in names(pair.answer) if name not in known and stem(name) not in map(stem, known)}:
        return f"{', '.join(sorted(invented))} does not stand in the evidence"
    return ""


def _off_topic(pair: Candidate) -> str:
    context = f"{pair.evidence} {pair.chunk}"
    if strange := numbers(pair.question) - numbers(context):
        return f"the question speaks of {', '.join(sorted(strange))}, the document here does not"
    own, known = content(pair.question), {stem(token) for token in tokens(context)}
    if not own & known:
        return "it has no word of this part of the document"
    missing = {word for word in own if word not in known}
    if pair.language == "en" or pair.question.isascii():
        missing -= _free_words()
    if missing and len(missing) > (1 - _SUPPORTED) * len(own):
        return f"the document here does not speak of {', '.join(sorted(missing))}"
    return ""


def _reveals(pair: Candidate) -> str:
    if pair.language != "ko" and not content(pair.answer) - content(pair.question):
        return "everything the answer says stands in the question"
    asked = _QUANTITY.search(pair.question)
    told = numbers(pair.answer)
    if asked and told and told <= numbers(pair.question):
        return f"the question already tells {', '.join(sorted(told))}"
    return ""


CHECKS: tuple[Check, ...] = (
    Check("empty", "The question is empty.", _empty),
    Check("truncated", "The question was cut off or is no question.", _truncated),
    Check("too_short", "The question is too short to be understood.", _too_short),
    Check("too_long", "The question is too long.", _too_long),
    Check("garbled", "Words are missing or repeated: it is no sentence.", _garbled),
    Check("where_to_find", "The question asks for a place in the document and not for a fact.", _where_to_find),
    Check("about_document", "The question speaks of the text instead of its subject.", _about_document),
    Check("copy", "The question only repeats the evidence.", _copy),
    Check("no_answer", "The writer found no answer in the document.", _no_answer),
    Check("cut_answer", "The answer was cut off.", _cut_answer),
    Check("unsupported", "Numbers or names of the answer do not occur in the evidence.", _unsupported),
    Check("off_topic", "The question speaks of things that this part of the document does not have.", _off_topic),
    Check("reveals", "The question already contains its answer.", _reveals),
)

# Objections that need more than one pair, or the writer's own judgement.
BETWEEN: dict[str, str] = {
    "same_wording": "Another wording of the same fact is the same.",
    "near_duplicate": "Another fact is asked for in nearly the same words.",
    "ambiguous": "Asked with the whole document at hand, the writer points at another sentence.",
    "doubtful": "The writer was not sure of its own question.",
    "unanswered": "The writer gave no usable answer.",
    "person": "Taken out by hand.",
}

SENTENCES: dict[str, str] = {check.name: check.sentence for check in CHECKS} | BETWEEN


def judge(pair: Candidate) -> tuple[str, str]:
    """The first check that objects, and its detail; ('', '') for a pair that passes all."""
    for check in CHECKS:
        if detail := check.objection(pair):
            return check.name, detail
    return "", ""


class Asked:
    """The accepted questions of all facts, to find what asks for the same thing again."""

    def __init__(self) -> None:
        self._by_content: dict[frozenset[str], list[tuple[int, list[str]]]] = {}

    def add(self, fact_id: int, question: str) -> None:
        """Remember an accepted question of a fact."""
        self._by_content.setdefault(frozenset(content(question)), []).append((fact_id, tokens(question)))

    def near_duplicate(self, fact_id: int, question: str) -> str:
        """The question of another fact that this one nearly repeats, or ''.

        Questions about different things ("the air filter", "the oil filter") are alike in most words, so
        only those with the same content words are compared: Indel similarity of the token lists.
        """
        words = tokens(question)
        for other, known in self._by_content.get(frozenset(content(question)), []):
            if other != fact_id and Indel.normalized_similarity(words, known) >= NEAR_DUPLICATE:
                return " ".join(known)
        return ""
