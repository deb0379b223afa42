"""Values of the invented facts: amounts with units, dates, names and codes."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905

from __future__ import annotations

from collections.abc import Callable
from random import Random

from . import words as w

Value = Callable[[Random], str]


def number(rng: Random, low: int, high: int, step: int = 1) -> str:
    return f"{rng.randrange(low, high + 1, step):,}"


def decimal(rng: Random, low: float, high: float) -> str:
    value = rng.uniform(low, high)
    return f"{value:.1f}" if rng.random() < 0.6 else str(max(1, round(value)))


def nice(rng: Random, high: int) -> str:
    """A round number up to `high`, the way manuals state them."""
    scale = rng.choice([s for s in (1, 5, 10, 50, 100, 500, 1000, 5000) if s * 2 <= high])
    return f"{rng.randint(2, max(2, min(40, high // scale))) * scale:,}"


def money(rng: Random) -> str:
    amount = rng.choice(
        [
            nice(rng, 5000),
            nice(rng, 300),
            f"{rng.randint(2, 400)}.{rng.choice(['50', '90', '95', '99', '20', '80'])}",
            str(rng.randint(3, 999)),
        ]
    )
    return rng.choice(
        [
            f"{amount} euros",
            f"{amount} euros",
            f"{amount} dollars",
            f"${amount}",
            f"€{amount}",
            f"{amount} pounds",
            f"{amount} francs",
            f"£{amount}",
            f"EUR {amount}",
        ]
    )


def units(low: float, high: float, *names: str) -> Value:
    """Values between `low` and `high` with one of the unit names."""

    def draw(rng: Random) -> str:
        amount = (
            decimal(rng, low, high) if high <= 60 and rng.random() < 0.5 else number(rng, max(1, int(low)), int(high))
        )
        return f"{amount} {rng.choice(names)}"

    return draw


def duration(*names: str) -> Value:
    def draw(rng: Random) -> str:
        count = rng.randint(2, 90)
        text = rng.choice(w.NUMBER_WORDS) if rng.random() < 0.25 else str(count)
        return f"{text} {rng.choice(names)}"

    return draw


interval = duration("days", "days", "weeks", "months", "months", "years", "operating hours", "hours", "cycles")
span = duration("minutes", "hours", "seconds", "hours")
period = duration("months", "years", "days", "weeks")


def temperature(rng: Random) -> str:
    return rng.choice(
        [
            f"{rng.randint(1, 120)} °C",
            f"{rng.randint(20, 250)} °F",
            f"-{rng.randint(1, 40)} °C",
            f"{rng.randint(1, 90)} degrees",
            f"{rng.randint(2, 95)} degrees Celsius",
        ]
    )


def temperature_range(rng: Random) -> str:
    low, high = rng.randint(-30, 15), rng.randint(20, 90)
    return rng.choice([f"{low} °C to {high} °C", f"{low} to {high} °C", f"between {low} and {high} degrees Celsius"])


def percent(rng: Random) -> str:
    return rng.choice([f"{rng.randint(2, 98)}%", f"{rng.randint(2, 98)} percent", f"{decimal(rng, 1, 30)}%"])


def year(rng: Random) -> str:
    return str(rng.randint(1890, 2029))


def date(rng: Random) -> str:
    month = rng.choice(w.MONTHS)
    return rng.choice(
        [
            f"{month} {rng.randint(1990, 2029)}",
            f"{rng.randint(1, 28)} {month} {rng.randint(1990, 2029)}",
            f"{month} {rng.randint(1, 28)}, {rng.randint(1990, 2029)}",
            year(rng),
            year(rng),
        ]
    )


def size(rng: Random) -> str:
    a, b, c = (rng.randint(2, 240) for _ in range(3))
    unit = rng.choice(["cm", "mm", "centimetres", "inches"])
    return rng.choice([f"{a} x {b} x {c} {unit}", f"{a} by {b} {unit}", f"{a} × {b} × {c} {unit}"])


def clock(rng: Random) -> str:
    return rng.choice(
        [
            f"{rng.randint(6, 21)}:{rng.choice(['00', '15', '30', '45'])}",
            f"{rng.randint(1, 11)} a.m.",
            f"{rng.randint(1, 11)} p.m.",
            "noon",
        ]
    )


def hours(rng: Random) -> str:
    return f"{rng.randint(6, 10)} a.m. to {rng.randint(3, 10)} p.m."


def phone(rng: Random) -> str:
    return rng.choice(
        [
            f"0800 {rng.randint(100, 999)} {rng.randint(100, 999)}",
            f"+{rng.randint(30, 49)} {rng.randint(20, 99)} {rng.randint(1000000, 9999999)}",
            f"555-{rng.randint(1000, 9999)}",
        ]
    )


def code(rng: Random) -> str:
    letters = "".join(rng.choice("ABCDEFGHKLMNPRSTVWXZ") for _ in range(rng.randint(1, 3)))
    return rng.choice(
        [
            f"{letters}-{rng.randint(10, 9999)}",
            f"{letters}{rng.randint(100, 9999)}",
            f"{rng.randint(1000, 99999)}-{letters}",
        ]
    )


def address(rng: Random) -> str:
    return f"{rng.randint(1, 240)} {w.syllable_name(rng)} {rng.choice(['Street', 'Road', 'Avenue', 'Lane', 'Square'])}, {w.place(rng)}"


def email(rng: Random) -> str:
    return f"{rng.choice(w.TEAMS)}@{w.syllable_name(rng).lower()}.{rng.choice(['com', 'org', 'net', 'eu'])}"


def count(rng: Random) -> str:
    return rng.choice(w.NUMBER_WORDS) if rng.random() < 0.5 else str(rng.randint(2, 120))


def weight(rng: Random) -> str:
    return rng.choice(
        [units(0.3, 55, "kg", "kg", "kilograms", "pounds"), units(20, 950, "g", "grams"), units(1, 60, "tonnes")]
    )(rng)


def listing(rng: Random) -> str:
    """Two to four things: `a filter, two screws and a cable`."""
    items = [
        w.article(w.part_phrase(rng)) if rng.random() < 0.7 else f"{rng.choice(w.NUMBER_WORDS)} {w.part_phrase(rng)}s"
        for _ in range(rng.randint(2, 4))
    ]
    return ", ".join(items[:-1]) + " and " + items[-1]


def material(rng: Random) -> str:
    return rng.choice(w.MATERIALS)


def colour(rng: Random) -> str:
    return rng.choice(w.COLOUR_LIST)


def location(rng: Random) -> str:
    return rng.choice(w.LOCATIONS)


def standard(rng: Random) -> str:
    return rng.choice(["ISO", "EN", "IEC", "DIN", "ASTM", "UL"]) + f" {rng.randint(100, 99999)}"


def role_person(rng: Random) -> str:
    return rng.choice(
        [w.person(rng), w.person(rng), f"the {rng.choice(w.TEAMS)} department", f"the {rng.choice(w.ROLES)}"]
    )
