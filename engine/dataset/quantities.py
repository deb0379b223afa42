"""A text as tokens in which equal facts look equal: numbers, units, dates, codes and words in one spelling.

"27 euros", "€27.00" and "EUR 27" become the same two tokens, "twenty-four hours" and "24 h" as well, and
"3 March 2024", "March 3, 2024" and "2024년 3월 3일" the same one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from engine.dataset.words import stem


@dataclass(frozen=True, slots=True)
class Token:
    """`form` is the one spelling; `start` and `end` are offsets into `normal(text)`.

    `kind` is number, unit (always after its number), date, code (letters and digits), word or hangul.
    """

    form: str
    kind: str
    start: int
    end: int
    capital: bool = False


def _list(text: str) -> list[str]:
    return text.split()


_UNIT_WORDS = {
    "s": "s sec secs second seconds 초",
    "min": "min mins minute minutes 분",
    "h": "h hr hrs hour hours 시간",
    "day": "d day days 일",
    "week": "wk week weeks 주",
    "month": "month months 개월 달",
    "year": "yr yrs year years 년",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes 킬로그램",
    "g": "g gr gram grams gramme grammes 그램",
    "mg": "mg milligram milligrams 밀리그램",
    "t": "ton tons tonne tonnes 톤",
    "lb": "lb lbs pound-weight",
    "mm": "mm millimetre millimetres millimeter millimeters 밀리미터",
    "cm": "cm centimetre centimetres centimeter centimeters 센티미터",
    "m": "m metre metres meter meters 미터",
    "km": "km kilometre kilometres kilometer kilometers 킬로미터",
    "in": "inch inches 인치",
    "ft": "ft foot feet 피트",
    "l": "l litre litres liter liters 리터",
    "ml": "ml millilitre millilitres milliliter milliliters 밀리리터",
    "v": "v volt volts 볼트",
    "kv": "kv kilovolt kilovolts",
    "w": "w watt watts 와트",
    "kw": "kw kilowatt kilowatts 킬로와트",
    "kwh": "kwh kilowatt-hour kilowatt-hours",
    "a": "a amp amps ampere amperes 암페어",
    "ma": "ma milliamp milliamps milliampere milliamperes",
    "mah": "mah milliampere-hour milliampere-hours",
    "hz": "hz hertz 헤르츠",
    "khz": "khz kilohertz",
    "mhz": "mhz megahertz",
    "ghz": "ghz gigahertz",
    "db": "db dba decibel decibels 데시벨",
    "bar": "bar bars 바",
    "psi": "psi",
    "kpa": "kpa kilopascal kilopascals",
    "nm": "newton-metre newton-metres newton-meter newton-meters",
    "rpm": "rpm",
    "kmh": "km/h kph",
    "lmin": "l/min",
    "kb": "kb kilobyte kilobytes",
    "mb": "mb megabyte megabytes 메가바이트",
    "gb": "gb gigabyte gigabytes 기가바이트",
    "tb": "tb terabyte terabytes 테라바이트",
    "%": "% percent pct 퍼센트 프로",
    "deg": "° °c ℃ degree degrees 도",
    "degf": "°f ℉",
    "eur": "€ eur euro euros 유로",
    "usd": "$ usd dollar dollars 달러",
    "gbp": "£ gbp pound pounds 파운드",
    "krw": "₩ krw won 원",
    "jpy": "¥ jpy yen 엔",
    "person": "명 사람",
    "piece": "개",
    "time": "회 번",
    "copy": "권",
    "sheet": "장",
    "kind": "가지",
    "floor": "층",
    "age": "세 살",
    "clock": "시 o'clock o’clock",
}
UNITS = {spelling: unit for unit, spellings in _UNIT_WORDS.items() for spelling in spellings.split()}
_KOREAN_UNITS = sorted((word for word in UNITS if "가" <= word[0] <= "힣"), key=len, reverse=True)
_COUNTERS = ("명", "사람", "개", "권", "장", "가지", "번", "시", "시간", "달", "주", "살", "대", "층", "병")
_PER = {("km", "hour"): "kmh", ("l", "minut"): "lmin"}
CURRENCIES = ("eur", "usd", "gbp", "krw", "jpy")

_ONES = _list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = {word: 10 * n for n, word in enumerate(_list("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_SMALL = {word: n for n, word in enumerate(_ONES)}
_KOREAN_DAYS = {word: n for n, word in enumerate(_list("이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘"), 2)}
_KOREAN_UNITS_OF_TEN = _list("한 두 세 네 다섯 여섯 일곱 여덟 아홉")
_KOREAN_TENS = {word: 10 * n for n, word in enumerate(_list("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔"), 1)}
_KOREAN_NUMBERS = {  # native numerals as they stand before a counter
    "스무": 20,
    **{word: n for n, word in enumerate(_KOREAN_UNITS_OF_TEN, 1)},
    **_KOREAN_TENS,
    **{ten + one: value + n for ten, value in _KOREAN_TENS.items() for n, one in enumerate(_KOREAN_UNITS_OF_TEN, 1)},
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_MONTHS = _list("january february march april may june july august september october november december")
_MONTH = "|".join([*_MONTHS, *(f"{name[:3]}\\.?" for name in _MONTHS), "sept\\.?"])
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
        r"\b(?P<year>(?:19|20)\d{2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<day>\d{1,2})\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d{2})\b",
        r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d{2})\b",
        rf"\b{_DAY.format('day')}\s+(?:of\s+)?(?P<name>{_MONTH})\b,?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<name>{_MONTH})\s+{_DAY.format('day')},?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<name>{_MONTH})\s+(?:of\s+)?(?P<year>\d{{4}})\b",
        rf"\b{_DAY.format('day')}\s+(?:of\s+)?(?P<name>{_MONTH})\b",
        rf"\b(?P<name>{_MONTH})\s+{_DAY.format('day')}\b",
        r"(?P<year>\d{4})년\s*(?P<month>\d{1,2})월(?:\s*(?P<day>\d{1,2})일)?",
        r"(?P<month>\d{1,2})월\s*(?P<day>\d{1,2})일",
    )
)
_TOKEN = re.compile(
    r"(?P<money>[€$£₩¥]|\b(?:EUR|USD|GBP|KRW|JPY)\b)\s?(?=\d)"
    r"|(?P<korean>(?:\d+(?:\.\d+)?만(?:\s?\d+천)?(?:\s?\d+백)?|\d+천(?:\s?\d+백)?|\d+백)(?=\s?[가-힣]))"
    r"|(?P<number>\d+(?:[.,:]\d+)*)(?![A-Za-zµ]|[.,:]?\d)"
    r"|(?P<joined>\d+(?:[.,]\d+)*)(?P<suffix>[A-Za-zµ]+(?:/[A-Za-z]+)?)(?![^\W가-힣]|-\w)"
    r"|(?P<code>(?=[A-Za-z-]*\d)(?=[0-9-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]*\d[A-Za-z0-9]*)*(?![^\W_가-힣]))"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<symbol>°\s?[CcFf]\b|°|%|[€$£₩¥]|℃|℉|km/h|l/min)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
)


def normal(text: str) -> str:
    """The text in Unicode's compatible form (NFKC), with single spaces; spans of tokens are offsets into it."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def tokens(text: str) -> list[Token]:
    """Tokens of `normal(text)` in order; punctuation is left out."""
    text = re.sub(r"(?<=\d)[x×](?=\d)", " ", normal(text))
    found: list[Token] = []
    position = 0
    for date in _dates(text):
        found += _plain(text, position, date.start)
        found.append(date)
        position = date.end
    found += _plain(text, position, len(text))
    return _joined(text, _units(text, _number_words(text, _korean_words(text, found))))


def plain_number(text: str) -> str:
    """1,299.00 -> 1299, 2,5 -> 2.5, 08:30 -> 8:30."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"\d+,\d+", text):
        text = text.replace(",", ".")
    if re.fullmatch(r"\d+\.\d+", text):
        text = text.rstrip("0").rstrip(".")
    return text.lstrip("0") or "0" if re.fullmatch(r"\d+(?::\d+)*", text) else text


def _dates(text: str) -> list[Token]:
    found: list[Token] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            overlaps = any(match.start() < other.end and other.start < match.end() for other in found)
            if not overlaps and (form := _date(match.groupdict())):
                found.append(Token(form, "date", match.start(), match.end()))
    return sorted(found, key=lambda token: token.start)


def _date(parts: dict[str, str | None]) -> str:
    """year-month-day, year-month, or --month-day where there is no year; '' for what is no date."""
    name = parts.get("name")
    month = [m[:3] for m in _MONTHS].index(name[:3].lower()) + 1 if name else int(parts.get("month") or 0)
    day = int(parts.get("day") or 0)
    if not 1 <= month <= 12 or day > 31:
        return ""
    return f"{parts.get('year') or '-'}-{month:02}" + (f"-{day:02}" if day else "")


def _plain(text: str, start: int, end: int) -> list[Token]:
    """Tokens without dates; a unit that stands before its number (€27) is put behind it."""
    found: list[Token] = []
    money: Token | None = None
    for match in _TOKEN.finditer(text, start, end):
        kind, (first, last) = str(match.lastgroup), match.span()
        if kind == "money":
            money = Token(UNITS[match["money"].lower()], "unit", first, last)
            continue
        found += _token(match, kind, first, last)
        if money is not None:
            found.append(money)
            money = None
    return found


def _token(match: re.Match[str], kind: str, first: int, last: int) -> list[Token]:
    text = match[0]
    if kind == "number":
        return [Token(plain_number(text), "number", first, last)]
    if kind == "korean":
        return [Token(str(_korean_number(text)), "number", first, last)]
    if kind == "suffix":  # 230V, 750g, 3rd, 12ax
        middle = match.start("suffix")
        if match["suffix"].lower() in UNITS:
            number = Token(plain_number(match["joined"]), "number", first, middle)
            return [number, Token(match["suffix"].lower(), "symbol", middle, last)]
        return [Token(text.lower(), "code", first, last)]
    if kind == "code":
        return [Token(text.lower().replace("-", ""), "code", first, last, capital=True)]
    if kind == "symbol":
        return [Token(text.lower().replace(" ", ""), "symbol", first, last)]
    word = re.sub(r"['’]s$", "", text.lower())
    return [Token(word, "hangul" if kind == "hangul" else "word", first, last, capital=text[0].isupper())]


def _korean_number(text: str) -> int:
    parts = {unit: float(number) for number, unit in re.findall(r"(\d+(?:\.\d+)?)([만천백])", text)}
    return round(parts.get("만", 0) * 10_000 + parts.get("천", 0) * 1000 + parts.get("백", 0) * 100)


def _number_words(text: str, found: list[Token]) -> list[Token]:
    """twenty-four, three hundred: spelled-out numbers become number tokens."""
    merged: list[Token] = []
    for token in found:
        value = _SMALL.get(token.form, _TENS.get(token.form)) if token.kind == "word" else None
        last = merged[-1] if merged else None
        touching = last is not None and last.kind == "number" and text[last.end : token.start] in (" ", "-")
        if touching and last is not None and token.kind == "word" and token.form in _SCALES and "." not in last.form:
            form = str(int(last.form) * _SCALES[token.form]) if last.form.isdigit() else last.form
            merged[-1] = Token(form, "number", last.start, token.end)
        elif touching and last is not None and value is not None and value < 10 and _is_tens(text, last):
            merged[-1] = Token(str(int(last.form) + value), "number", last.start, token.end)
        elif value is not None:
            merged.append(Token(str(value), "number", token.start, token.end))
        else:
            merged.append(token)
    return merged


def _korean_words(text: str, found: list[Token]) -> list[Token]:
    """사흘 is three days, 두 권 two copies: native Korean numerals become number tokens."""
    result: list[Token] = []
    for token, after in zip(found, [*found[1:], None], strict=False):
        days = next((word for word in _KOREAN_DAYS if token.kind == "hangul" and token.form.startswith(word)), "")
        counted = after is not None and after.kind == "hangul" and text[token.end : after.start] in ("", " ")
        if days:
            middle = token.start + len(days)
            result.append(Token(str(_KOREAN_DAYS[days]), "number", token.start, middle))
            result.append(Token("day", "unit", middle, middle))
            if rest := token.form[len(days) :]:
                result.append(Token(rest, "hangul", middle, token.end))
        elif token.form in _KOREAN_NUMBERS and counted and after is not None and after.form.startswith(_COUNTERS):
            result.append(Token(str(_KOREAN_NUMBERS[token.form]), "number", token.start, token.end))
        else:
            result.append(token)
    return result


def _joined(text: str, found: list[Token]) -> list[Token]:
    """Units of several words: kilowatt hours, newton metres, kilometres per hour."""
    result: list[Token] = []
    for token in found:
        per = len(result) > 1 and result[-1].form == "per" and result[-2].kind == "unit"
        if per and (both := _PER.get((result[-2].form, token.form))):
            result[-2:] = [Token(both, "unit", result[-2].start, token.end)]
            continue
        last = result[-1] if result else None
        word = text[token.start : token.end].lower()
        if last is not None and last.kind == "unit" and text[last.end : token.start] in (" ", "-"):
            both = UNITS.get(f"{text[last.start : last.end].lower()}-{word}")
            if both:
                result[-1] = Token(both, "unit", last.start, token.end)
                continue
        result.append(token)
    return result


def _is_tens(text: str, token: Token) -> bool:
    return text[token.start : token.end].lower() in _TENS


def _units(text: str, found: list[Token]) -> list[Token]:
    """Words and symbols behind a number become units; all other words get their stem."""
    result: list[Token] = []
    for token in found:
        last = result[-1] if result else None
        near = last is not None and text[last.end : token.start] in ("", " ", "-")
        if last is not None and near and last.kind == "number" and token.kind in ("word", "hangul", "symbol"):
            result += _unit(token)
        elif last is not None and near and last.form == "deg" and token.form in ("celsius", "c", "centigrade"):
            result[-1] = Token("deg", "unit", last.start, token.end)
        elif last is not None and near and last.form == "deg" and token.form in ("fahrenheit", "f"):
            result[-1] = Token("degf", "unit", last.start, token.end)
        elif token.kind == "word":
            result.append(Token(stem(token.form), "word", token.start, token.end, token.capital))
        elif token.kind != "symbol":
            result.append(token)
    return result


def _unit(token: Token) -> list[Token]:
    if token.kind == "hangul":
        for spelling in _KOREAN_UNITS:
            if token.form.startswith(spelling):
                middle = token.start + len(spelling)
                unit = Token(UNITS[spelling], "unit", token.start, middle)
                rest = token.form[len(spelling) :]
                return [unit, Token(rest, "hangul", middle, token.end)] if rest else [unit]
        return [token]
    if token.form in UNITS and not (token.form in ("a", "in", "t", "d") and token.kind == "word" and not token.capital):
        return [Token(UNITS[token.form], "unit", token.start, token.end)]
    return [Token(stem(token.form), "word", token.start, token.end, token.capital)] if token.kind == "word" else []
