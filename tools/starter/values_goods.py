"""Values of the invented facts about people, rules, goods and reasons."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905
from __future__ import annotations

from typing import TYPE_CHECKING

from . import words as w
from .values import decimal, temperature, year

if TYPE_CHECKING:
    from random import Random


def holiday(rng: Random) -> str:
    return rng.choice([f"{rng.randint(18, 40)} days", f"{rng.choice(['four', 'five', 'six'])} weeks"])


def gear(rng: Random) -> str:
    return rng.choice(
        "safety shoes|a hard hat|ear protection|a visitor badge|protective goggles|a reflective vest|white coats|rubber gloves|a face mask|steel-toed boots|a uniform|a name tag|hair nets|long trousers".split(
            "|"
        )
    )


def age(rng: Random) -> str:
    return rng.choice(
        [f"{rng.randint(3, 21)} years", str(rng.randint(3, 21)), f"{rng.randint(3, 21)} years old"]
    ).replace(" old", "")


def frequency(rng: Random) -> str:
    return rng.choice(
        [
            f"{rng.randint(20, 900)} Hz",
            f"{rng.randint(40, 950)} MHz",
            f"{rng.choice(['2.4', '5', '5.8', '60'])} GHz",
            f"{rng.randint(2, 90)} kHz",
        ]
    )


def current(rng: Random) -> str:
    return f"{rng.choice([str(rng.randint(1, 63)), f'{rng.randint(1, 9)}.{rng.randint(1, 9)}'])} {rng.choice(['amperes', 'A', 'amps', 'mA'])}"


def resolution(rng: Random) -> str:
    return rng.choice(
        [
            f"{rng.choice([300, 600, 1200, 2400])} dpi",
            f"{rng.randint(2, 64)} megapixels",
            f"{rng.randint(6, 40) * 100} by {rng.randint(4, 30) * 100} pixels",
            f"{rng.randint(1, 9) / 100} mm",
        ]
    )


def consumption(rng: Random) -> str:
    amount, unit = (
        decimal(rng, 0.5, 40),
        rng.choice(
            [
                "litres of water",
                "litres of fuel",
                "grams of detergent",
                "kWh of electricity",
                "litres of diesel",
                "kg of pellets",
                "ml of ink",
                "cubic metres of gas",
            ]
        ),
    )
    return f"{amount} {unit} {rng.choice(['per cycle', 'per hour', 'a day', 'per 100 km', 'per wash', 'per month'])}"


def target(rng: Random) -> str:
    return rng.choice(
        [
            f"the {w.part_phrase(rng)}",
            f"the {w.part_phrase(rng)}",
            f"socket {rng.choice('ABCDX')}{rng.randint(1, 9)}",
            f"port {rng.randint(1, 16)}",
            f"terminal {rng.randint(1, 24)}",
            f"the {rng.choice(w.LIGHT_COLOURS)} connector",
        ]
    )


def reason_for(rng: Random) -> str:
    return rng.choice(
        [
            "the {} is damaged",
            "the {} contains toxic gas",
            "the {} is under voltage",
            "the {} could leak",
            "dust would harm the {}",
            "the {} is being repaired",
            "it was too loud",
            "spare parts are no longer made",
            "moisture destroys the {}",
            "the law requires it",
            "the {} gets very hot",
            "the supplier closed",
            "the {} failed a safety test",
            "it used too much energy",
        ]
    ).format(w.part_phrase(rng))


def message_when(rng: Random) -> str:
    return (
        rng.choice(
            [
                "the {} is open",
                "the {} is empty",
                "the door is opened",
                "the battery is below {n}%",
                "the temperature rises above {t}",
                "the {} gets wet",
                "the signal is lost",
                "the {} is removed",
                "no one is in the room",
                "the pressure falls below {n} bar",
                "the {} is full",
                "smoke is detected",
                "the {} overheats",
                "the water level drops",
                "the {} has run for {n} hours",
            ]
        )
        .replace("{n}", str(rng.randint(2, 60)))
        .replace("{t}", temperature(rng))
        .replace("{}", w.part_phrase(rng))
    )


def revenue(rng: Random) -> str:
    return f"{decimal(rng, 1, 90)} {rng.choice(['million', 'million', 'billion'])} {rng.choice(['euros', 'dollars', 'pounds'])}"


def goods(rng: Random) -> str:
    return rng.choice(
        [
            f"{w.part_phrase(rng)}s",
            f"{w.part_phrase(rng)}s",
            f"{rng.choice(w.DEVICES_LIST)}s for {rng.choice(['hospitals', 'farms', 'schools', 'ships', 'hotels', 'bakeries', 'offices'])}",
        ]
    )


def award(rng: Random) -> str:
    return f"the {w.syllable_name(rng)} {rng.choice(['Prize', 'Award', 'Medal'])}" + rng.choice(
        ["", f" in {year(rng)}", f" of {year(rng)}"]
    )


def payment(rng: Random) -> str:
    return rng.choice(
        [
            "by credit card",
            "in cash",
            "by invoice",
            "in two instalments",
            "by bank transfer",
            "in advance",
            "at the front desk",
            "online",
            "by direct debit",
            f"within {rng.randint(7, 60)} days",
            "every quarter",
            "monthly",
            "with the app",
        ]
    )


def step_name(rng: Random) -> str:
    return rng.choice(
        [
            "a visual check",
            "a short interview",
            "the registration",
            "a test print",
            "a written exam",
            "a rinse",
            "the final inspection",
            "a cold start",
            "a tour of the plant",
            "a questionnaire",
            "a coffee break",
            "the handover of the keys",
            "a leak test",
            "a backup of the data",
            f"a check of the {w.part_phrase(rng)}",
            "the signature of the contract",
            f"the removal of the {w.part_phrase(rng)}",
        ]
    )
