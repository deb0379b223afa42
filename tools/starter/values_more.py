"""More values of the invented facts: measured amounts, conditions, goods and reasons."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905
from __future__ import annotations

from typing import TYPE_CHECKING

from . import words as w
from .values import Value, code, count, duration, money, nice, percent, span, temperature, units

if TYPE_CHECKING:
    from random import Random


def choose(*options: Value) -> Value:
    return lambda rng: rng.choice(options)(rng)


length = choose(units(1, 60, "m", "metres", "cm"), units(60, 2400, "mm", "mm", "cm"), units(1, 90, "inches", "feet"))


def voltage(rng: Random) -> str:
    fixed = rng.choice([3, 5, 6, 9, 12, 18, 24, 36, 48, 110, 115, 120, 230, 240, 400, rng.randint(2, 480)])
    unit = rng.choice(["volts", "V", "V DC", "V AC"])
    return rng.choice([f"{fixed} {unit}", f"{rng.randint(100, 120)} to {rng.randint(220, 250)} volts"])


power = choose(units(1, 950, "watts", "W", "watts"), units(1, 40, "kW", "kilowatts"))
volume = choose(
    units(0.2, 58, "litres", "litres", "l"),
    units(20, 950, "ml", "millilitres", "litres", "kg", "g"),
    units(1, 300, "cups", "sheets", "pages", "bottles", "gallons"),
)
noise = units(18, 110, "decibels", "dB", "dB(A)")
torque = units(0.4, 58, "Nm", "newton metres")
pressure = choose(units(0.3, 40, "bar", "bar", "MPa"), units(5, 900, "kPa", "psi", "mbar"))
speed = choose(
    units(2, 320, "km/h", "km/h", "mph"),
    lambda rng: f"{nice(rng, 30000)} {rng.choice(['rpm', 'revolutions per minute'])}",
    units(1, 50, "metres per second"),
)
distance = choose(units(2, 900, "km", "metres", "kilometres", "miles", "m"))


def output(rng: Random) -> str:
    unit = rng.choice("litres|pages|parts|bottles|labels|kg|samples|cubic metres|boxes|copies".split("|"))
    return f"{nice(rng, 5000)} {unit} {rng.choice(['per hour', 'per minute', 'per day', 'an hour', 'a day'])}"


def accuracy(rng: Random) -> str:
    return rng.choice(
        [
            f"±{rng.randint(1, 9) / 10}{rng.choice(['%', ' °C', ' mm', ' g', ' bar'])}",
            f"{rng.randint(1, 9) / 10} percent",
            f"{rng.randint(1, 90) / 10} mm",
        ]
    )


lifetime = choose(
    duration("years", "years", "months"),
    lambda rng: f"{nice(rng, 90000)} {rng.choice(['hours', 'operating hours', 'cycles', 'pages', 'washes', 'km'])}",
)
humidity = choose(percent, lambda rng: f"{rng.randint(20, 50)} to {rng.randint(55, 95)}%")
company = w.company
person = w.person
place = w.place


def people(rng: Random) -> str:
    return f"{count(rng)} {rng.choice(['people', 'people', 'persons'])}"


def weekday(rng: Random) -> str:
    return rng.choice(w.DAYS)


def password(rng: Random) -> str:
    return f"{rng.choice([str(rng.randint(6, 40)), rng.choice(['eight', 'ten', 'twelve'])])} characters"


def port(rng: Random) -> str:
    return str(rng.choice([80, 443, 502, 8080, rng.randint(20, 65535)]))


def protocol(rng: Random) -> str:
    return rng.choice(
        [
            "Modbus",
            "Bluetooth",
            "Wi-Fi",
            "Ethernet",
            "USB",
            "CAN bus",
            "MQTT",
            "HTTPS",
            "a serial cable",
            "infrared",
            "Zigbee",
            "radio",
            "a fibre cable",
            "NFC",
            "the mobile network",
            "an RS-485 bus",
            f"{w.syllable_name(rng)}Link",
        ]
    )


def consumable(rng: Random) -> str:
    return rng.choice(
        [
            "distilled water",
            "mild soap",
            "two AA batteries",
            "diesel",
            "mineral oil",
            "silicone grease",
            "isopropyl alcohol",
            "citric acid",
            "clean water",
            "vinegar",
            "compressed air",
            "propane",
            "a soft brush",
            "natural gas",
            "recycled paper",
            "a dry cloth",
            "rapeseed oil",
            "wood pellets",
            "salt tablets",
            "ground coffee",
            f"{w.syllable_name(rng)} oil",
            f"{w.syllable_name(rng)} {rng.randint(5, 90)} fluid",
            f"type {rng.choice('ABCDEF')}{rng.randint(1, 9)} cartridges",
            "a lithium battery",
            "hydrogen",
            "demineralised water",
        ]
    )


def storage(rng: Random) -> str:
    return rng.choice(
        [
            "in a dry place",
            "upright",
            "in the original box",
            "away from sunlight",
            "in a cool, dark room",
            "in a locked cabinet",
            "lying flat",
            "out of the reach of children",
            "in a sealed bag",
            "in the refrigerator",
            "at room temperature",
            "away from heat",
            "with the lid open",
            "in the side pocket",
            "on the top shelf",
            "in a frost-free room",
            f"below {rng.randint(4, 45)} °C",
            f"in room {rng.randint(100, 499)}",
            f"at {rng.randint(2, 20)} to {rng.randint(21, 40)} °C",
            "away from magnets",
            "in a ventilated room",
            "in the protective case",
        ]
    )


def requirement(rng: Random) -> str:
    return rng.choice(
        [
            "a valid passport",
            "a written permit",
            "a driving licence",
            "a safety course",
            "a student card",
            "the consent of the owner",
            "a membership card",
            "a medical certificate",
            "proof of address",
            "a signed contract",
            "a deposit",
            "a key card",
            "a internet connection".replace("a i", "an i"),
            f"form {code(rng)}",
            f"a deposit of {money(rng)}",
            "two references",
            "the approval of the manager",
            "a helmet",
            "an access code",
            "a customer number",
            "the original receipt",
            "a grounded socket",
            f"software version {rng.randint(1, 9)}.{rng.randint(0, 9)}",
        ]
    )


setting_value = choose(
    percent,
    temperature,
    span,
    lambda r: f"level {r.randint(1, 12)}",
    lambda r: str(r.randint(1, 999)),
    lambda r: r.choice(["low", "medium", "high", "automatic"]),
    units(1, 90, "seconds", "minutes"),
    units(1, 90, "watts", "mm", "bar", "Hz"),
)


def purpose(rng: Random) -> str:
    verb = rng.choice(
        "measure control protect cool heat lift clean filter connect support seal open close move mix cut dry store monitor lock guide charge test mark "
        "collect remove hold carry press pump feed sort count record regulate balance drain fill".split()
    )
    tail = rng.choice(
        [
            "",
            "",
            "",
            f" during {rng.choice(['transport', 'operation', 'start-up', 'cleaning', 'storage'])}",
            f" in the {w.part_phrase(rng)}",
        ]
    )
    return f"{verb} the {w.part_phrase(rng)}{tail}"
