"""Charts as SVG that stands in a page: bars and differences, each with its 95% interval, in the page's own colours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

from engine.proof.report.figures import shortened

WIDTH, VALUES, ROW, TOP = 800, 150, 30, 8
_NAMES, _PAIRS = 190, 310  # wide are labels with the name of a side, and with those of two or of a section
_LETTER = 7.3


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a value with the ends of its interval; `tone` names its colour."""

    label: str
    tone: str
    value: float
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from 0 to `most`."""

    title: str
    bars: tuple[Bar, ...]
    most: float


@dataclass(frozen=True, slots=True)
class Differences:
    """Points on both sides of zero; `tone` is better, worse or same. Within `floor` chance alone carries."""

    title: str
    bars: tuple[Bar, ...]
    floor: float = 0.0
    unit: float = 1.0  # what the axis' numbers are multiplied with
    better: str = ""  # what stands below the right end of the axis
    worse: str = ""


def svg(chart: Bars | Differences) -> str:
    """The chart; its colours are classes of the page's style sheet."""
    return _bars(chart) if isinstance(chart, Bars) else _differences(chart)


def _bars(chart: Bars) -> str:
    plot = WIDTH - _NAMES - VALUES
    parts = []
    for number, bar in enumerate(chart.bars):
        y = TOP + number * ROW
        middle = y + ROW / 2
        low, high, end = (_NAMES + plot * _held(part / chart.most) for part in (bar.low, bar.high, bar.value))
        parts += [
            _label(bar.label, _NAMES, middle),
            f'<rect class="track" x="{_NAMES}" y="{y + 6}" width="{plot}" height="{ROW - 12}" rx="3"/>',
            f'<rect class="fill-{bar.tone}" x="{_NAMES}" y="{y + 6}" width="{end - _NAMES:.1f}" height="{ROW - 12}" '
            'rx="3"/>',
            _whisker(low, high, middle),
            _value(bar.text, middle),
        ]
    return _framed(chart.title, parts, TOP * 2 + ROW * len(chart.bars))


def _differences(chart: Differences) -> str:
    """A dot with its whisker a row, above an axis with round numbers."""
    plot = WIDTH - _PAIRS - VALUES
    reach = max([abs(end) for bar in chart.bars for end in (bar.low, bar.high)] + [chart.floor, 1e-9])
    step = _step(reach * chart.unit) / chart.unit
    reach = step * max(1, math.ceil(reach / step - 1e-9))
    bottom = TOP + ROW * len(chart.bars)

    def at(part: float) -> float:
        return _PAIRS + plot * _held((part + reach) / (2 * reach))

    parts = []
    if chart.floor > 0:
        left, right = at(-chart.floor), at(chart.floor)
        parts.append(
            f'<rect class="floor" x="{left:.1f}" y="{TOP}" width="{right - left:.1f}" height="{bottom - TOP}"/>'
        )
    for turn in range(-round(reach / step), round(reach / step) + 1):
        x = at(turn * step)
        kind = "zero" if turn == 0 else "grid"
        parts.append(f'<line class="{kind}" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom + 4}"/>')
        told = f"{turn * step * chart.unit:+g}".replace("-", "−") if turn else "0"
        parts.append(f'<text class="axis" x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{told}</text>')
    for number, bar in enumerate(chart.bars):
        middle = TOP + number * ROW + ROW / 2
        parts += [
            _label(bar.label, _PAIRS, middle),
            _whisker(at(bar.low), at(bar.high), middle),
            f'<circle class="fill-{bar.tone}" cx="{at(bar.value):.1f}" cy="{middle}" r="6"/>',
            _value(bar.text, middle),
        ]
    ends = (("start", _PAIRS, f"← {chart.worse}"), ("end", _PAIRS + plot, f"{chart.better} →"))
    for anchor, x, told in ends if chart.better else ():
        parts.append(f'<text class="axis" x="{x}" y="{bottom + 36}" text-anchor="{anchor}">{escape(told)}</text>')
    return _framed(chart.title, parts, bottom + (44 if chart.better else 26))


def _step(reach: float) -> float:
    """A round step of which two to four reach so far."""
    size = 10.0 ** math.floor(math.log10(reach))
    return next(step * size for step in (0.5, 1, 2, 2.5, 5, 10) if reach / (step * size) <= 4)


def _held(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _label(text: str, room: int, middle: float) -> str:
    """A label that fits; the whole of it shows under the pointer."""
    return (
        f'<text class="label" x="{room - 10}" y="{middle}" dy="0.35em" text-anchor="end">'
        f"<title>{escape(text)}</title>{escape(shortened(text, int((room - 10) / _LETTER)))}</text>"
    )


def _value(text: str, middle: float) -> str:
    return f'<text class="value" x="{WIDTH - VALUES + 12}" y="{middle}" dy="0.35em">{escape(text)}</text>'


def _whisker(low: float, high: float, middle: float) -> str:
    ends = f"M{low:.1f} {middle - 4}V{middle + 4}M{high:.1f} {middle - 4}V{middle + 4}"
    return f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}{ends}"/>'


def _framed(title: str, parts: list[str], height: float) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-label="{escape(title)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )
