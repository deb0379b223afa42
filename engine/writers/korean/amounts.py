"""Amounts, times and intervals in a Korean sentence, and the question words that take their place."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from engine.writers.korean.letters import final, particle
from engine.writers.korean.lists import forms, lines

_NUMBER = r"\d[\d,]*(?:\.\d+)?\s?[십백천만억]*(?:\s?\d[\d,]*\s?[십백천만억]+)*"
_WORD_NUMBER = r"(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열두|스무|서너|두세)"
_COUNTERS = r"(?:개|번|명|권|장|대|시간|달|가지|곳|잔|병|줄|살|통|배|단계|자리|종류)"
_DAYS = r"(?:이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름)"
_ABOUT = r"(?:(?:약|대략|섭씨|영하|영상)\s?)*"
_BOUND = r"(?:\s?(?:이상|이하|이내|미만|초과))?(?:\s?(?:정도|가량|쯤|씩|간))?"
_YEARLY = r"(?:(?:매년|해마다|매해|매주|매월|매달|분기마다)\s)?"
_CLOCK = r"(?:(?:오전|오후|낮|밤|새벽|아침|저녁|정오)\s)?\d{1,2}시(?!간)(?:\s?\d{1,2}분|\s?반)?"
_WEEKDAY = r"[월화수목금토일]요일(?:\s(?:오전|오후|아침|저녁))?"
_DATE = (
    r"(?:\d{4}년\s?)?\d{1,2}월(?:\s?\d{1,2}일)?(?:\s(?:첫째|둘째|셋째|넷째|마지막)\s(?:주|" + _WEEKDAY + r"))?"
    r"|\d{4}년(?!간)|(?:매월|매달)\s\d{1,2}일|" + _WEEKDAY
)
_TIME = rf"{_YEARLY}(?:(?:{_DATE})\s)?{_CLOCK}|{_YEARLY}(?:{_DATE})"
_REST = r"(?P<particle>을|를|이|가|에는|에도|에|까지는|까지만|까지|마다|부터|으로|로|의|만)?"
_AFTER = r"(?P<after>\s?(?:동안에는|동안만|동안|안에|전까지|전에|후에|뒤에|이내에|이내로))?"
_END = r"(?=\s|$|,)"


@dataclass(frozen=True, slots=True)
class Amount:
    """Characters `start` up to `end` of a text with what asks for them; `kind` is time, interval, money or number."""

    start: int
    end: int
    kind: str
    asks: tuple[str, ...]


@functools.cache
def _units() -> dict[str, tuple[str, ...]]:
    """Each unit with what asks for it."""
    rows = ([part.strip() for part in line.split("|")] for line in lines("units"))
    return {unit: tuple(ask for ask in asks if ask) for unit, *asks in rows}


@functools.cache
def _amount() -> re.Pattern[str]:
    units = "|".join(re.escape(unit) for unit in sorted(_units(), key=len, reverse=True))
    more = rf"(?:\s?{_NUMBER}\s?(?:분|초|개월|mm|cm))?"
    spread = rf"(?:\s?[~∼〜–-]\s?{_NUMBER})?"
    head = rf"(?P<spread>{_NUMBER}{spread}\s?)"
    counted = rf"(?P<word>{_WORD_NUMBER})\s(?P<counter>{_COUNTERS})|(?P<days>{_DAYS})"
    pattern = rf"{_ABOUT}(?:{head}(?P<unit>{units})(?P<more>{more})|{counted})"
    return re.compile(rf"(?<![\w.~]){pattern}(?P<bound>{_BOUND}){_AFTER}{_REST}{_END}")


_POINT = re.compile(rf"(?<![\w.~])(?P<time>{_TIME})(?P<particle>에는|에|까지는|까지|부터|이|을|를)?{_END}")
_SPAN = re.compile(rf"(?<![\w.~])(?P<first>{_TIME})부터\s(?P<last>{_TIME})까지{_END}")
_OFTEN = re.compile(rf"(?<![\w.])(?:매일|매주|매월|매달|매년|날마다|해마다|주마다|달마다|분기마다){_END}")
_ONCE = re.compile(
    rf"(?<![\w.])(?:{_NUMBER}(?:일|주|주일|개월|년|시간|분)|일주일|한 달|한 주|하루|보름)에"
    rf"\s(?:한|1)\s?(?:번|차례|회)씩?{_END}"
    rf"|(?:해마다|매년|매월|매달|매주|매일|분기마다)\s(?:한|1)\s?(?:번|차례|회)씩?{_END}"
)
_TIMES = forms("times")


def amounts(text: str) -> list[Amount]:
    """All that can be asked for, in the text's order; what stands inside another is left out."""
    found = [*_spans(text), *_points(text)]
    found += [Amount(m.start(), m.end(), "often", ("얼마나 자주",)) for m in _ONCE.finditer(text)]
    taken = [(amount.start, amount.end) for amount in found]
    for match in _amount().finditer(text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        if amount := _of(match):
            found.append(amount)
    if not found:
        found = [Amount(m.start(), m.end(), "often", ("얼마나 자주",)) for m in _OFTEN.finditer(text)]
    return sorted(found, key=lambda amount: amount.start)


def _spans(text: str) -> list[Amount]:
    found = []
    for match in _SPAN.finditer(text):
        clock = "시" in match["last"] and "시" in match["first"]
        asks = ("몇 시부터 몇 시까지", "언제부터 언제까지") if clock else ("언제부터 언제까지",)
        found.append(Amount(match.start(), match.end(), "time", asks))
    return found


def _points(text: str) -> list[Amount]:
    found = []
    for match in _POINT.finditer(text):
        if _SPAN.search(text):
            continue
        following = (match["particle"] or "").removesuffix("는")
        if following in ("이", "을", "를") or (following == "부터" and re.match(r"\s\d", text[match.end() :])):
            continue
        bare = "" if following == "에" else following
        asks = [f"언제{bare}"]
        if re.search(r"\d시", match["time"]):
            asks = [f"몇 시{following}", f"언제{bare}"] if following else ["몇 시"]
        elif re.fullmatch(r"\d{4}년", match["time"]):
            asks += [f"몇 년{following}"] if following == "에" else []
        elif re.fullmatch(_WEEKDAY, match["time"]):
            asks += [f"무슨 요일{following}"] if following == "에" else []
        elif every := re.fullmatch(r"(매월|매달) \d+일", match["time"]):
            asks += [f"{every[1]} 며칠{following}"] if following else []
        found.append(Amount(match.start(), match.end(), "time", tuple(asks)))
    return found


def _of(match: re.Match[str]) -> Amount | None:
    unit = match["unit"] or match["counter"] or "일"
    following, after, bound = match["particle"] or "", match["after"] or "", match["bound"] or ""
    if following == "부터" or (following == "에" and unit in _TIMES and not bound):
        return None
    if following == "의" and unit in ("번", "층", "단계", "자"):
        return None
    if (
        unit in ("층", "번", "단계", "시", "점", "종", "대", "배")
        and match["unit"]
        and following in ("에", "부터", "에서")
    ):
        return None
    bound = re.sub(r"\s?(정도|가량|쯤)", "", bound)
    several = (
        re.search(r"\d\s?[-–]\s?\d", match[0])
        or "~" in match[0]
        or "∼" in match[0]
        or "〜" in match[0]
        or match["more"]
    )
    asks = _units().get(unit, (f"몇 {unit}",))
    kind = "money" if unit in ("원", "달러", "유로", "엔") else "number"
    if following == "마다":
        often = ["얼마나 자주"]
        often += [f"{asks[0]}마다"] if not several and not bound else []
        return Amount(match.start(), match.end(), "interval", tuple(often))
    if several:
        asks = ("얼마",) if not following and not after else ()
    if unit == "번" and match["unit"]:  # a number by which something is called
        asks = ("몇 번",) if following in ("로", "으로", "까지") else ()
    if kind == "number" and "동안" in after:
        return Amount(match.start(), match.end(), "duration", _durations(asks, after, several))
    if kind == "money":
        asks = asks[:1] if following or bound or after else asks
    elif following or after or bound or unit in _TIMES:
        asks = tuple(ask for ask in asks if ask != "얼마")
    built = tuple(f"{ask}{bound}{after}{_suited(ask + bound + after, following)}" for ask in asks)
    return Amount(match.start(), match.end(), kind, built) if built else None


def _durations(asks: tuple[str, ...], after: str, several: object) -> tuple[str, ...]:
    found = [] if several else [f"{asks[0]} 동안"]
    return (*found, "얼마 동안", "얼마나 오래") if after.strip() == "동안" else tuple(f"{ask}{after}" for ask in found)


def _suited(word: str, following: str) -> str:
    """The particle as it is behind the question word: 원을, 얼마를."""
    for closed, open_ in (("을", "를"), ("이", "가"), ("으로", "로")):
        if following in (closed, open_) and following:
            if closed == "으로" and final(word) == "ㄹ":
                return "로"
            return particle(word, closed, open_) or following
    return following


def said_at_end(text: str) -> Amount | None:
    """The amount or time that a copula says: ... 용량은 | 2.4리터."""
    found = [amount for amount in amounts(text) if amount.end == len(text)]
    return found[-1] if found else None
