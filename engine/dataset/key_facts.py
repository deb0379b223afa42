"""What a question asks for, found in the reference answer, and whether a reply says it.

An answer is often a whole sentence; its key fact is what the question does not know yet: a number with its
unit, a date, a name, a code, a quoted term, else the remaining words that carry meaning. Rules, not a model:
the same answer is judged the same way every time. English and Korean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.dataset.quantities import CURRENCIES, Token, normal, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def _list(text: str) -> list[str]:
    return text.split()


KeyFacts = tuple[tuple[str, ...], ...]  # all of these, each in any of its spellings

_ARTICLES = frozenset({"a", "an", "the"})
_EMPTY_WORDS = (
    "a an the of to in on at by for from with without and or but nor is are was were be been being am has have had do"
    " does did can could may might must should will would shall not no it its as that which who whom whose what when"
    " where why how there here this these those than then into onto over under up down out off about your you i my me"
    " we our us their them they he she his her if any each every all also only just very much many more most some such"
    " so too please because since while after before during until per via between through against within upon"
    " one ones other another same own both either make makes made get gets give gives take takes keep use used uses"
    " using need needs let means mean called call stands around next new even well away about already still"
)
_EMPTY = frozenset(token.form for token in tokens(_EMPTY_WORDS)) | frozenset(_EMPTY_WORDS.split())
_KOREAN_EMPTY = frozenset(_list("수 때 것 등 그 이 저 안 있 없 더 한 및 또 각 모든 위 뒤 앞 전 후 중"))
_CALENDAR = frozenset(_list("monday tuesday wednesday thursday friday saturday sunday"))
_PLACE_WORDS = frozenset({"in", "at", "near", "from", "to", "into", "on", "outside", "beside"})
_QUOTED = re.compile(r"[\"“”„«»`「」『』]([^\"“”„«»`「」『』]{1,60})[\"“”„«»`「」『』]")
_PARTICLES = _list(
    "입니다 이었습니다 였습니다 이다 이며 이고 에서는 에서 에게 에는 으로는 으로 부터 까지 마다 보다 처럼 이나"
    " 와 과 은 는 이 가 을 를 에 의 로 도 만 나 랑"
)
_PREDICATE = re.compile(r"(다|요|까|죠|네|며|고|서|면|지만|는데|해|하여)$")

# What a question asks for -> units that can answer it.
_TIME = ("s", "min", "h", "day", "week", "month", "year")
_LENGTH = ("mm", "cm", "m", "km", "in", "ft")
_DIMENSIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"how (often|frequently|soon|quickly)|interval|duration|how many times|주기|얼마나 자주|며칠|얼마 동안|기간",
        _TIME,
    ),
    (r"how long|how far|얼마나 (오래|걸|긴)", (*_TIME, *_LENGTH)),
    (r"weigh|heavy|heaviest|mass\b|무게|중량|무거", ("kg", "g", "mg", "t", "lb")),
    (
        r"\b(tall|high|height|wide|width|deep|depth|thick|diameter|length|distance)\b|높이|너비|길이|깊이|두께|거리",
        _LENGTH,
    ),
    (r"cost|price|pay\b|charge\b|fee\b|expensive|money|요금|가격|비용|값|얼마", CURRENCIES),
    (r"temperature|\b(hot|cold|warm)\b|온도", ("deg", "degf")),
    (r"volume|capacity|\bhold|용량|부피", ("l", "ml", "kg", "g", "mah", "gb", "mb", "tb")),
    (r"voltage|전압", ("v", "kv")),
    (r"\bpower\b|consum|소비 ?전력|전력", ("w", "kw", "kwh")),
    (r"\bcurrent\b|\bfuse\b|전류", ("a", "ma")),
    (r"\b(loud|noise|noisy)\b|소음", ("db",)),
    (r"percent|proportion|share\b|퍼센트|비율", ("%",)),
    (r"pressure|압력", ("bar", "psi", "kpa")),
    (r"frequency|주파수", ("hz", "khz", "mhz", "ghz")),
    (r"how many (people|employees|persons|staff)|몇 명|인원", ("person",)),
    (r"how old|\bage\b|몇 살|나이", ("age", "year")),
    (r"몇 개", ("piece",)),
    (r"몇 층", ("floor",)),
)
# "closed" without its "not" would be the opposite.
_NEGATIONS = ("not", "no", "never", "cannot", "can't", "don't", "doesn't", "isn't", "without", "않", "없", "못")
_NEGATION = re.compile(r"\b(not|no|never|cannot|without)\b|n['’]t\b|않|없|못", re.I)
_KOREAN = re.compile(r"[가-힣]")
# The answer to what a document leaves open, and how a reply may say the same.
_REFUSAL = re.compile(r"(the document does not say|문서에 나와 있지 않습니다)\.?$", re.I)
_REFUSALS = (
    *("does not say", "do not say", "does not mention", "not mentioned", "not stated", "not specified"),
    *("나와 있지 않", "언급되지 않", "알 수 없"),
)
_WHEN = re.compile(
    r"\bwhen\b|\bwhat (year|date|day|month|time)|(which|in which) (year|month|day)|언제|몇 (년|월|일)|며칠", re.I
)
_WHO = re.compile(
    r"\b(who|whom|whose)\b|(which|what) (company|person|maker|manufacturer|firm|supplier|designer)"
    r"|누가|누구|어느 회사|어떤 회사",
    re.I,
)
_WHERE = re.compile(r"\bwhere\b|(which|what) (city|town|country|place)|어디|어느 (도시|나라|곳)", re.I)


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    # quantity (with a unit), count (of a thing), single (one of a unit, often no more than an article), date,
    # number, code, quoted, name, subject (a name that opens the answer), calendar, spelled
    kind: str
    unit: str = ""
    before: str = ""  # form of the token in front of it


def key_facts(question: str, answer: str, wordings: Iterable[str] = ()) -> KeyFacts:
    """The key facts of a reference answer; `wordings` are other questions that ask for the same.

    Every fact is one spelling, as the answer has it; never empty for an answer with a word in it.
    """
    if _REFUSAL.match(answer):
        return (_REFUSALS,)
    for known in ([question, *wordings], [question]):
        facts = tuple(dict.fromkeys(_asked_for(question, " \n ".join(known), answer)))
        if facts and matches(answer, facts):  # in "0g-b" the 0 g look like a quantity, and are part of a code
            return facts
    plain = normal(answer).strip()
    return ((plain,),) if tokens(plain) else ()


def matches(reply: str, keys: Sequence[Sequence[str]]) -> bool:
    """Whether the reply says all key facts, each in any accepted spelling.

    Of more than six plain words a quarter may be missing: a long explanation is never repeated whole.
    """
    if not keys:
        return False
    said = tokens(reply)
    words = [key for key in keys if _is_word(key)]
    found = sum(any(_says(said, reply, spelling) for spelling in key) for key in words)
    needed = len(words) if len(words) <= 6 else -(-3 * len(words) // 4)
    firm = [key for key in keys if not _is_word(key)]
    return found >= needed and all(any(_says(said, reply, spelling) for spelling in key) for key in firm)


def _is_word(key: Sequence[str]) -> bool:
    parts = tokens(key[0]) if len(key) == 1 else []
    return len(parts) == 1 and parts[0].kind in ("word", "hangul") and not parts[0].capital


# -- extraction ---------------------------------------------------------------------------------------------


def _asked_for(question: str, known: str, answer: str) -> list[tuple[str, ...]]:
    asked = tokens(known)
    found = [candidate for candidate in _candidates(answer) if not _says(asked, known, candidate.text)]
    for kinds in _order(question):
        chosen = [candidate for candidate in found if candidate.kind in kinds]
        if chosen:
            return [(candidate.text,) for candidate in _narrowed(question, chosen)]
        if not kinds:
            break
    words = [(word,) for word in _content(asked, known, answer)]
    denied = words and _NEGATION.search(answer) and not _NEGATION.search(known)
    return [*words, _NEGATIONS] if denied else list(words)


def _order(question: str) -> tuple[tuple[str, ...], ...]:
    """Kinds of facts that the question can want, most wanted first; an empty entry means: rather plain words."""
    if _WHO.search(question) or _WHERE.search(question):
        return (("name", "quoted"), ("subject",), ())
    if _WHEN.search(question):
        return (("date",), ("calendar",), ("quantity", "count", "number"), ("single",), ())
    if _KOREAN.search(question) and not _asks_number(question):
        return (("code", "quoted"), ())
    return (("quantity",), ("date",), ("count", "number"), ("single",), ("code", "quoted"), ())


def _asks_number(question: str) -> bool:
    return (
        any(re.search(pattern, question.lower()) for pattern, _ in _DIMENSIONS)
        or re.search(r"몇|얼마|언제|며칠", question) is not None
        or any(token.kind == "unit" for token in tokens(_as_units(question)))
    )


def _candidates(answer: str) -> list[_Candidate]:
    text = normal(answer)
    parts = tokens(text)
    found = [_Candidate(match[1].strip(), "quoted") for match in _QUOTED.finditer(text) if tokens(match[1])]
    used: set[int] = set()
    subject = _subject(text, parts)
    for first, last in _names(text, parts):
        used.update(range(first, last))
        named = parts[first:last]
        kind = "subject" if first in subject else "name"
        kind = "calendar" if all(token.form in _CALENDAR_STEMS for token in named) else kind
        before = parts[first - 1].form if first else ""
        found.append(_Candidate(text[named[0].start : named[-1].end], kind, before=before))
    for i, token in enumerate(parts):
        if i in used and token.kind != "date":
            continue
        if token.kind == "number":
            found.append(_number(text, parts, i))
        elif token.kind in ("date", "code"):
            found.append(_Candidate(text[token.start : token.end], token.kind))
    return found


def _number(text: str, parts: list[Token], i: int) -> _Candidate:
    """A number with its unit, or with the thing that is counted."""
    token = parts[i]
    one = token.form == "1" and not text[token.start].isdigit()
    start, follower = token.start, parts[i + 1] if i + 1 < len(parts) else None
    if follower is not None and follower.kind == "unit":
        end = max(follower.end, token.end)
        return _Candidate(text[min(start, follower.start) : end], "single" if one else "quantity", follower.form)
    if follower is not None and follower.kind in ("word", "hangul") and text[token.end : follower.start] in (" ", "-"):
        counted = follower.form not in _EMPTY and not follower.capital
        if counted:
            return _Candidate(text[start : follower.end], "spelled" if one else "count", follower.form)
    if partner := _range_end(text, parts, i):
        return _Candidate(text[start : token.end], partner.kind, partner.unit)
    if re.fullmatch(r"[A-Za-z]+", text[token.start : token.end]):
        return _Candidate(text[start : token.end], "spelled")  # "one of them": no fact by itself
    return _Candidate(text[start : token.end], "date" if re.fullmatch(r"1\d{3}|20\d{2}", token.form) else "number")


def _range_end(text: str, parts: list[Token], i: int) -> _Candidate | None:
    """The other end of a range whose unit is said once: between 3 and 45 degrees, 8-16 hours."""
    after = i + 2 if i + 1 < len(parts) and parts[i + 1].form in ("and", "to", "or", "x", "by") else i + 1
    if after >= len(parts) or parts[after].kind != "number":
        return None
    if after == i + 1 and not re.fullmatch(r"\s?[-–~]\s?", text[parts[i].end : parts[after].start]):
        return None
    partner = _number(text, parts, after)
    return partner if partner.unit else None


def _names(text: str, parts: list[Token]) -> list[tuple[int, int]]:
    """Runs [first, last) of capitalised words, with a number that belongs to them (Brivolt 40)."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(parts):
        if not _may_name(text, parts, i):
            i += 1
            continue
        last = i + 1
        while last < len(parts) and _continues(text, parts, last):
            last += 1
        opening = _opens_sentence(text, parts[i]) and parts[i].kind == "word"
        if opening and last - i == 1:  # any word is capitalised there
            i = last
            continue
        runs.append((i, last))
        i = last
    return runs


def _may_name(text: str, parts: list[Token], i: int) -> bool:
    token = parts[i]
    return token.kind == "word" and token.capital and token.form not in _EMPTY


def _continues(text: str, parts: list[Token], i: int) -> bool:
    token, gap = parts[i], text[parts[i - 1].end : parts[i].start]
    if gap not in (" ", "-", ". ", "&", " & "):
        return False
    if gap == ". " and parts[i - 1].end - parts[i - 1].start > 2:  # "Dr. Lind", but not the next sentence
        return False
    unit_follows = i + 1 < len(parts) and parts[i + 1].kind == "unit"
    numbers = token.kind == "number" and not unit_follows and text[token.start].isdigit()
    return (token.kind == "word" and token.capital) or numbers or token.kind == "code"


def _opens_sentence(text: str, token: Token) -> bool:
    before = text[: token.start].rstrip("\"“”'‘(*_ ")
    return not before or before[-1] in ".!?:;•–"


def _narrowed(question: str, chosen: list[_Candidate]) -> list[_Candidate]:
    """Of several candidates those that the question's own words point at; all where none is pointed at."""
    asked = {token.form for token in tokens(question)} | {token.form for token in tokens(_as_units(question))}
    named = [candidate for candidate in chosen if candidate.unit and candidate.unit in asked]
    if named := named or [candidate for candidate in chosen if candidate.before and candidate.before in asked]:
        return named
    if chosen[0].kind in ("name", "calendar", "quoted"):
        placed = [candidate for candidate in chosen if candidate.before in _PLACE_WORDS]
        return (placed if _WHERE.search(question) else [c for c in chosen if c not in placed]) or chosen
    lowered = question.lower()
    wanted = {unit for pattern, units in _DIMENSIONS if re.search(pattern, lowered) for unit in units}
    return [candidate for candidate in chosen if candidate.unit in wanted] or chosen


def _as_units(question: str) -> str:
    """Each word behind a number, so that a unit is recognised: how many "hours"."""
    return " ".join(f"1 {word}" for word in re.findall(r"[^\W\d_]{2,}", question))


def _content(asked: list[Token], known: str, answer: str) -> list[str]:
    """Words of the answer that carry meaning and that the question does not have; numbers keep their units."""
    text = normal(answer)
    parts = tokens(text)
    known_forms = {token.form for token in asked}
    compact = re.sub(r"\s", "", normal(known))
    found: list[tuple[int, str]] = []
    for i, token in enumerate(parts):
        word, attached = text[token.start : token.end], i > 0 and parts[i - 1].end == token.start
        if token.kind == "number" and i + 1 < len(parts) and parts[i + 1].kind == "unit":
            quantity = text[min(token.start, parts[i + 1].start) : max(token.end, parts[i + 1].end)]
            if not _says(asked, known, quantity):
                found.append((i, quantity))
        elif token.kind == "hangul" and not attached:
            root = _root(word)
            if root and root not in compact and root not in _KOREAN_EMPTY:
                found.append((i, root))
        elif token.kind not in ("unit", "hangul") and token.form not in known_forms | _EMPTY:
            found += [(i, word)] if len(word) > 1 or token.kind == "number" else []
    subject = _subject(text, parts)
    return [word for i, word in found if i not in subject] or [word for _, word in found]


def _subject(text: str, parts: list[Token]) -> range:
    """Positions of a name that opens the answer: what it speaks of, not what it says of it."""
    first = 1 if parts and parts[0].form == "the" else 0
    return next((range(a, b) for a, b in _names(text, parts) if a == first), range(0))


def _root(word: str) -> str:
    """A Korean word without its particle; '' for a predicate, which carries no fact by itself."""
    for particle in _PARTICLES:
        if word.endswith(particle) and len(word) > len(particle):
            return word[: -len(particle)]
    return "" if _PREDICATE.search(word) else word


# -- matching -----------------------------------------------------------------------------------------------


def _says(said: list[Token], text: str, spelling: str) -> bool:
    key = [token for token in tokens(spelling) if token.form not in _ARTICLES]
    if not key:  # nothing but articles
        return bool(tokens(spelling)) and normal(text).lower() == normal(spelling).lower()
    if key[0].kind == "number" and len(key) == 1:
        return any(_same_number(token, key[0]) for token in said)
    if key[0].kind == "number" and len(key) == 2:
        return _says_quantity(said, key[0], key[1])
    if any(token.kind == "hangul" for token in key):
        return _says_hangul(text, spelling)
    if key[0].kind == "code" and len(key) == 1:
        return _says_code(text, normal(spelling)[key[0].start : key[0].end])
    forms = [token.form for token in said if token.form not in _ARTICLES]
    wanted = [token.form for token in key]
    if len(wanted) == 1 and key[0].kind == "date":
        return any(token.kind == "date" and token.form.startswith(wanted[0]) for token in said)
    return any(forms[i : i + len(wanted)] == wanted for i in range(len(forms) - len(wanted) + 1))


def _same_number(token: Token, key: Token) -> bool:
    if token.kind == "date":  # a year is also said by a date of that year
        return len(key.form) == 4 and token.form.startswith(f"{key.form}-")
    return token.kind == "number" and token.form == key.form


def _says_quantity(said: list[Token], number: Token, unit: Token) -> bool:
    """The number with its unit; or the bare number, where no number has this unit and it has no other."""
    pairs = [(token, said[i + 1] if i + 1 < len(said) else None) for i, token in enumerate(said)]
    with_unit = [token for token, follower in pairs if follower is not None and _same_word(follower, unit)]
    if any(_same_number(token, number) for token in with_unit):
        return True
    if any(token.kind == "number" for token in with_unit):
        return False
    return any(
        _same_number(token, number) and (follower is None or follower.kind != "unit") for token, follower in pairs
    )


def _same_word(token: Token, key: Token) -> bool:
    if key.kind == "hangul":
        return token.kind == "hangul" and token.form.startswith(key.form)
    return token.form == key.form


def _says_hangul(text: str, spelling: str) -> bool:
    """Korean attaches particles and spaces freely: compare without spaces, not in the middle of a number."""
    compact, key = (re.sub(r"[\s,]", "", normal(part)).lower() for part in (text, spelling))
    if len(key) == 1 and key not in _NEGATIONS:
        return any(token.form.startswith(key) for token in tokens(text))
    before = r"(?<!\d)" if key[0].isdigit() else ""
    return re.search(before + re.escape(key), compact) is not None


def _says_code(text: str, spelling: str) -> bool:
    """E07, TRX-4500 and TRX 4500: the same letters and digits, whatever stands between them."""
    parts = re.findall(r"[a-z]+|\d+", spelling.lower())
    pattern = r"(?<![a-z0-9])" + r"[\s\-_./]?".join(parts) + r"(?![a-z0-9])"
    return re.search(pattern, normal(text).lower()) is not None


_CALENDAR_STEMS = frozenset(
    token.form
    for token in tokens(
        " ".join(_CALENDAR) + " january february march april june july august september october november december"
    )
)
