"""Kinds of questions: what a question asks for, told from its form."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FACT, HOW_TO, WHY, COMPARISON, LIST, YES_NO = "fact", "how_to", "why", "comparison", "list", "yes_no"
UNANSWERABLE, SKILL = "unanswerable", "skill"
KINDS = (FACT, HOW_TO, WHY, COMPARISON, LIST, YES_NO)  # those that a document answers

_POLITE = re.compile(
    r"^(please tell me[,:]? |(can|could|would) you (please )?(tell me|say|explain|name|list)[,:]? |do you know "
    r"|i (need|want|would like) to know[,:]? |for [^,?]{1,60}, )",
    re.IGNORECASE,
)
_HAS_QUESTION_WORD = re.compile(r"\b(what|which|who|whom|whose|where|when|why|how)\b", re.IGNORECASE)
_ENGLISH = (
    (
        COMPARISON,
        r"\b(differences?|differ|compared?|comparison|versus|vs)\b|^(which|what|who)\b.*\b(more|less|\w+er)\b.*\bor\b"
        r"|^(which|what|who)\b.*\b(most|least|(high|great|low|larg|small|long|short|heavi|light|wid|strong|weak|fast|slow|cheap"
        r"|old|new|thick|thin|deep|big|bright|loud)est)\b|^how (much|many) (more|less|fewer)\b",
    ),
    (
        WHY,
        r"^why\b|^(for what|what) (reason|purpose)\b|^what causes"
        r"|^what (is|are|was|were) the (reason|cause|purpose)s?\b",
    ),
    (
        HOW_TO,
        r"^how (do|can|should|must|may|could|would|does one|to)\b(?! (the|an?|it|they) )"
        r"|^how (can|should|must|may|could) .+ be \w+|^how (do|can|should|must) (i|you|we|one|users?)\b"
        r"|^what (must|should|do|can) (i|you|we|one) do\b|^what (must|should|has to) be done\b"
        r"|^what (is|are) the (steps?|procedure|remedy|way)\b|^in what way\b",
    ),
    (
        LIST,
        r"^what (is|are) (all )?(the|included|contained|in)\b.*\b(parts|items|steps|components|contents|options"
        r"|features)\b"
        r"|^what (does|do|did) .+ (contain|include|consist of|comprise|come with|comes with)\b|^(list|name)\b"
        r"|^(what|which) (\w+ ){0,3}\w+s (are|were|does|do|did|belong|can|must|should|come)\b"
        r"|^what (is|are) (included|contained|supplied)\b",
    ),
    (YES_NO, r"^(is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have|had|isn't|aren't)\b"),
)
_KOREAN_ASKS = re.compile(r"무엇|뭐|뭔|무슨|얼마|언제|어디|누가|누구|어떤|어느|어떻|몇|왜|며칠")
_KOREAN = (
    (COMPARISON, r"차이|비교|(보다|중).{0,20}(더|가장)|(더|가장).{0,24}(어느|무엇|어떤)|어느 .{0,12}더"),
    (WHY, r"왜|이유|원인|무엇 때문|목적"),
    (HOW_TO, r"어떻게(?! (되|부르|불|생))|방법|절차|순서"),
    (LIST, r"(모두|들은|목록|구성품|종류|항목).{0,16}(무엇|어떤|말해|나열|알려)|어떤 .{0,12}들|무엇무엇"),
)


@functools.cache
def _rules(*, korean: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compiled when a question is looked at: who only shows the options of a writer need not wait for it."""
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in (_KOREAN if korean else _ENGLISH))


def kind_of(question: str) -> str:
    """What the form of a question asks for: one of KINDS; a fact where the form says nothing else."""
    if re.search(r"[가-힣]", question):
        found = next((kind for kind, rule in _rules(korean=True) if rule.search(question)), "")
        asks = _KOREAN_ASKS.search(question) or re.search(r"(세요|시오|다)[.]?$", question)
        return found or (FACT if asks else YES_NO)
    plain = question.strip()
    while polite := _POLITE.match(plain):
        plain = plain[polite.end() :]
    found = next((kind for kind, rule in _rules(korean=False) if rule.search(plain)), FACT)
    is_whether = len(plain) < len(question.strip()) and re.match(r"(if|whether)\b", plain, re.IGNORECASE)
    return YES_NO if is_whether else found


def settled(told: str, question: str) -> str:
    """The kind that a writer told, unless the question's form says another: lists and comparisons have many forms."""
    form = kind_of(question)
    return form if form != FACT or told not in (LIST, COMPARISON) else told


def named_kinds(text: str) -> tuple[str, ...]:
    """The kinds that a person lists, in the order of KINDS; all of them for '' and 'balanced'.

    Raises HoneError for a kind there is not.
    """
    names = [name.strip().lower().replace("-", "_").replace("/", "_") for name in text.split(",") if name.strip()]
    if not names or names == ["balanced"]:
        return KINDS
    if unknown := sorted(set(names) - set(KINDS)):
        raise HoneError(f"There is no kind of question named {unknown[0]}", f"Choose of {', '.join(KINDS)}.")
    return tuple(kind for kind in KINDS if kind in names)


def turn(kinds: Sequence[str], start: int, count: int) -> list[str]:
    """`count` kinds one after the other from place `start`, so that over many chunks each has its share."""
    return [kinds[(start + i) % len(kinds)] for i in range(count)]


def rarest(possible: Sequence[str], counts: Mapping[str, int]) -> int:
    """The place in `possible` of the kind that was asked least so far; the first of equals."""
    return min(range(len(possible)), key=lambda i: (counts.get(possible[i], 0), i))
