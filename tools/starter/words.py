"""Vocabulary of the invented facts: nouns, names and values drawn from a seeded generator."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

MODIFIERS = """water air fuel oil main front rear upper lower inner outer left right intake outlet drain safety
control power cooling heating exhaust pressure vacuum steam dust carbon paper sample feed return mixing cutting
drive guide support locking base top side spare backup emergency remote digital optical magnetic thermal hydraulic
electric manual automatic portable removable rotating sliding folding stainless ceramic silicone rubber glass brass
primary secondary central auxiliary external internal reusable disposable fine coarse long short heavy light
grinding brewing washing drying charging measuring loading sealing milk coffee soil plant grain fibre cable data
network audio video card storage waste rinse salt gas flame smoke fire door window roof floor wall desk""".split()

PARTS = """filter pump valve sensor battery motor fan nozzle belt tank hose gasket seal cartridge display blade
brush bearing spring lever switch relay fuse cable adapter charger antenna camera lens lamp bulb heater thermostat
boiler compressor condenser turbine rotor shaft gear chain pulley wheel roller tray drawer lid cover door panel
housing frame bracket hinge handle knob dial keypad screen printer head module board card reader scanner probe
electrode membrane piston cylinder manifold regulator gauge meter timer clock alarm siren speaker microphone
transformer inverter generator converter amplifier receiver transmitter remote ladder hook clamp screw bolt plug
socket cap strap pad mat bag basket bowl jug cup plate funnel sieve strainer mixer grinder cutter drill press oven
grill hob hood sink tap shower basin cabinet shelf rack trolley stand arm joint spindle chuck collar sleeve ring
diaphragm float impeller nozzle plunger reservoir separator shutter solenoid stirrer valve wick wiper""".split()

DEVICES = """pump heater dryer washer scanner printer analyser mixer drill saw press oven freezer cooler purifier
humidifier ventilator compressor generator charger inverter router camera recorder projector monitor terminal
controller thermostat detector microscope centrifuge balance incubator telescope tractor mower robot crane lift
conveyor forklift trailer scooter bicycle boat drone sprayer harvester boiler furnace grinder lathe welder plotter
labeller sealer shredder vacuum cleaner|coffee machine|washing machine|control unit|weather station|water tester
air conditioner|heat pump|bread maker|rice cooker|sewing machine|floor scanner|label printer|gas detector
pressure washer|test bench|parking meter|ticket machine|hearing aid|baby monitor|smoke detector|alarm system
battery pack|solar panel|wind turbine|filling station|sorting machine|reading lamp|office chair|standing desk
tent stove lantern backpack helmet keyboard headset tablet phone watch""".replace("\n", "|")
DEVICES_LIST = [
    w for part in DEVICES.split("|") for w in ([part] if " " in part and len(part.split()) == 2 else part.split())
]

SYLLABLES = """bri vol mer nor tek lu ma zen tor qua vel ar dex fi lo ra ki su no va pen tal gri do mar el hex
cor pa ri sto wen yul ol tri fen ax bo cal di em fro gal hal ix jo kel lim mon nex or pul ran sel tan ul vin wal
xan yor zim ber cla dro fla gre hol kra ple sna stel thor vra""".split()

FIRST = """Anna Ben Clara David Elena Frank Grace Henry Ines James Karin Liam Maria Nina Oscar Paula Robert Sara
Thomas Ursula Victor Wendy Yusuf Zoe Ahmed Bianca Carlos Diana Erik Fatima Georg Hanna Ivan Julia Kenji Laura
Marco Nadia Omar Petra Rosa Simon Tara Umar Vera Walter Mina Jonas Leah Peter Susan Daniel Helen""".split()

PLACES = """Oslo Berlin Madrid Lyon Turin Porto Dublin Leeds Vienna Prague Warsaw Riga Tampere Bergen Utrecht Ghent
Basel Graz Lille Bilbao Osaka Busan Hanoi Pune Lagos Nairobi Quito Lima Denver Austin Boston Chicago Toronto Perth
Auckland Cairo Tunis Ankara Athens Zagreb Krakow Malmo Aarhus Rotterdam Hamburg Munich Seoul Norway Sweden Germany
France Spain Italy Poland Canada Japan Korea Brazil India Kenya Chile Peru""".split()

LOCATIONS = """on the back of the housing|under the front cover|behind the left side panel|next to the power socket
below the water tank|on the right side of the unit|inside the battery compartment|above the main switch
at the rear of the machine|in the lower drawer|on the second floor|in building C|next to the main entrance
between the pump and the tank|under the seat|on the inside of the door|at the bottom of the case
behind the control panel|in the basement|near the loading dock|on the left of the display
at the end of the corridor|beside the air intake|below the keypad|in the top left corner|under the base plate
in room 214|on the ground floor|opposite the reception desk|in the tool box|on the roof|in the storage room
in the middle of the front panel|behind the service door|on top of the boiler|to the left of the motor""".replace(
    "\n", "|"
).split("|")

COLOURS = (
    "red green blue yellow orange white black grey silver brown purple pink dark blue|light grey|dark green|matt black"
)
COLOUR_LIST = COLOURS.split("|")[0].split()[:-2] + ["dark blue", "light grey", "dark green", "matt black"]
LIGHT_COLOURS = "red green blue yellow orange white amber".split()

MATERIALS = """stainless steel|aluminium|brass|copper|cast iron|oak|beech wood|bamboo|glass|tempered glass|ceramic
porcelain|rubber|silicone|nylon|polyester|recycled plastic|carbon fibre|titanium|cotton|leather|wool|cork
polypropylene|galvanised steel|bronze|acrylic|concrete|cardboard|food-grade plastic|hardened steel|fibreglass
anodised aluminium|natural rubber|foam|marble|slate|zinc|felt|linen""".replace("\n", "|").split("|")

BUTTONS = """Start Stop Mode Set Reset Menu Back Enter Power Home Pause Play Fan Light Timer Eco Boost Clear Save
Mute Lock Test Up Down Plus Minus Select Info Link Scan Zoom Turbo Clean Steam Rinse Fill""".split()

MONTHS = """January February March April May June July August September October November December""".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

TEAMS = """sales marketing finance legal purchasing logistics service quality safety training support research
design production maintenance security personnel accounting data import export warranty spare-parts field-service
facility payroll planning testing audit customer-care repair travel press investment""".split()

ROLES = """head of sales|chief engineer|project manager|plant manager|safety officer|data protection officer
head of research|service manager|managing director|quality manager|head of logistics|training coordinator
works doctor|press officer|chief designer|warehouse manager|team leader|head of finance|support manager
product manager|fire warden|laboratory manager|network administrator|shift supervisor|editor""".replace(
    "\n", "|"
).split("|")

NUMBER_WORDS = "two three four five six seven eight nine ten twelve".split()


def syllable_name(rng: Random, low: int = 2, high: int = 3) -> str:
    """An invented capitalised name of `low` to `high` syllables, e.g. Brivoltek."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(low, high))).capitalize()


def model_number(rng: Random) -> str:
    letter = rng.choice("ABCDEFGHKLMNPQRSTVWXZ")
    return rng.choice(
        [
            str(rng.choice([10, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500, 600, 700, 900])),
            f"{letter}{rng.randint(1, 99)}",
            f"{letter}{rng.choice('XSTLRM')}{rng.randint(2, 9)}",
            f"{letter}-{rng.randint(10, 999)}",
            str(rng.randint(1, 9)),
            f"{rng.randint(2, 9)}00",
            "Pro",
            "Mini",
            "Plus",
            "Max",
            str(rng.randint(1000, 9999)),
        ]
    )


def product_name(rng: Random) -> str:
    """The proper name of a product, e.g. `Meridian 400`."""
    name = syllable_name(rng)
    return name if rng.random() < 0.25 else f"{name} {model_number(rng)}"


def person(rng: Random) -> str:
    last = syllable_name(rng, 1, 3)
    if len(last) < 4:
        last = syllable_name(rng, 2, 3)
    return rng.choice(["", "", "", "", "Dr. ", "Ms ", "Mr "]) + f"{rng.choice(FIRST)} {last}"


def company(rng: Random) -> str:
    tail = rng.choice(
        ["", "", " Ltd", " Systems", " Industries", " Labs", " GmbH", " Group", " Tools", " & Sons", " Works"]
    )
    return syllable_name(rng) + tail


def place(rng: Random) -> str:
    return rng.choice(PLACES) if rng.random() < 0.7 else syllable_name(rng)


HARVESTED: list[str] = []
"""Nouns found in real text, see `harvest`; the templates also work without them."""


def harvest(prose: list[str]) -> None:
    """Collects nouns that follow `the` in real text, so that subjects are not only those listed here."""
    pattern = re.compile(r"\b[Tt]he ([a-z]{3,13}) (?:of|is|in|to|that|for|has|will|can|was|on|from|with)\b")
    counts = Counter(word for sentence in prose for word in pattern.findall(sentence))
    HARVESTED[:] = sorted(
        w for w, n in counts.items() if n > 1 and not w.endswith(("s", "ed", "ing", "ly", "st", "ive", "al"))
    )


def noun(rng: Random) -> str:
    roll = rng.random()
    if HARVESTED and roll < 0.3:
        return rng.choice(HARVESTED)
    return syllable_name(rng).lower() if roll > 0.96 else rng.choice(PARTS)


def part_phrase(rng: Random) -> str:
    """A compound noun phrase without article, e.g. `lower intake filter`."""
    words = [noun(rng)]
    for _ in range(rng.choice([0, 1, 1, 1, 1, 2])):
        word = rng.choice(MODIFIERS)
        if word not in words:
            words.insert(0, word)
    return " ".join(words)


def article(noun: str) -> str:
    return ("an " if noun[0].lower() in "aeiou" else "a ") + noun
