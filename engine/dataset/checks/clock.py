"""Times of day in a text, in the notations of English and Korean."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NATIVE_WORDS = "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두"
_NATIVE = {word: n for n, word in enumerate(_NATIVE_WORDS.split(), 1)}
_MORNING, _EVENING = ("오전", "새벽", "아침"), ("오후", "저녁", "밤")
_TIME = re.compile(
    r"(?P<korean>(?:(?P<part>오전|새벽|아침|낮|오후|저녁|밤)\s?)?"
    rf"(?P<hours>\d{{1,2}}|{'|'.join(sorted(_NATIVE, key=len, reverse=True))})\s?시(?!간|[가-하])"
    r"(?:\s?(?P<minutes>\d{1,2})분|\s?(?P<half>반))?)"
    r"|\b(?P<h>\d{1,2})[:.](?P<m>[0-5]\d)\s?(?P<ampm>[ap]\.?m\b\.?)"
    r"|\b(?P<hour>\d{1,2})\s?(?P<only>[ap]\.?m\b\.?)"
    r"|\b(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?![:\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `half` is am, pm or '' where the text does not tell."""

    minutes: int  # since midnight or noon
    half: str

    def same(self, other: Clock) -> bool:
        """Equal, where a half of the day that is not told may be either."""
        return self.minutes == other.minutes and (self.half == other.half or "" in (self.half, other.half))

    def __str__(self) -> str:
        hours = self.minutes // 60
        return f"{hours + 12 if self.half == 'pm' else hours or 12}:{self.minutes % 60:02}"


def clock_times(text: str) -> tuple[tuple[Clock, ...], str]:
    """The times of a text, and the text with a gap in the place of each, so that no number of them is read again."""
    found: list[Clock] = []

    def taken(match: re.Match[str]) -> str:
        found.append(_clock(match))
        return " ; "

    rest = _TIME.sub(taken, text)
    return tuple(found), rest


def _clock(match: re.Match[str]) -> Clock:
    if match["korean"]:
        hour = int(match["hours"]) if match["hours"].isdigit() else _NATIVE[match["hours"]]
        minute = 30 if match["half"] else int(match["minutes"] or 0)
        part = match["part"] or ""
        half = "am" if part in _MORNING else "pm" if part in _EVENING else ""
    elif match["h24"]:
        hour, minute, half = int(match["h24"]), int(match["m24"]), ""
    else:
        hour, minute = int(match["h"] or match["hour"]), int(match["m"] or 0)
        half = (match["ampm"] or match["only"])[0].lower() + "m"
    if hour > 12 or hour == 0:
        half = "pm" if hour > 12 else "am"
    return Clock(hour % 12 * 60 + minute, half)
