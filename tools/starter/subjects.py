"""What invented facts are about: products, parts, rooms, teams and their names."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905
from __future__ import annotations

from typing import TYPE_CHECKING

from . import words as w

if TYPE_CHECKING:
    from random import Random

Who = tuple[str, tuple[str, ...], bool]
"""A noun phrase, other ways to name it, whether it is plural."""

SERVICES = """the basic plan;the annual subscription;express delivery;the night service;the repair service;the guided tour;the parking permit;the guest ticket;the library card
the installation service;the extended warranty;the data backup;the monthly newsletter;the hotline;the shuttle bus;the cleaning service;the locker rental;the group ticket
the online course;the maintenance contract;the tool rental;the car pool;the translation service;the lunch menu;home delivery;the premium account;the pick-up service""".replace(
    "\n", ";"
).split(";")
DOCUMENTS = """travel report;expense claim;holiday request;safety report;annual report;project plan;purchase order;contract;handbook;price list;audit report;test protocol;budget;visa form
application;tax form;accident report;inventory list;work permit;meeting record;time sheet;style guide;risk analysis;training plan;shipping list;invoice""".replace(
    "\n", ";"
).split(";")
ROOMS = """meeting room;laboratory;canteen;warehouse;workshop;library;server room;cold store;reading room;gym;car park;training centre;museum;showroom;reception;archive;clean room;greenhouse
auditorium;kitchen;test hall;sauna;loading dock;print shop;first-aid room;control room;swimming pool;lobby;garage;roof terrace;visitor centre""".replace(
    "\n", ";"
).split(";")
EVENTS = """staff meeting;safety training;summer party;fire drill;open day;annual conference;product launch;job interview;team lunch;first-aid course;board meeting;trade fair
night shift;workshop;inventory;audit;exhibition;concert;guided walk;webinar;blood donation;language course;system test;maintenance window""".replace(
    "\n", ";"
).split(";")
SETTINGS = """water temperature;fan speed;brightness;volume;alarm limit;sampling rate;contrast;spin speed;target humidity;switch-off delay;cutting depth;flow rate;screen timeout
heating curve;charging current;motor speed;brewing time;print density;sensitivity;dosing amount;night temperature;cooling time;feed rate;zoom level;backlight;log interval;pulse width
watering time;pressure limit;oven temperature;reaction time;scan resolution;number of retries;session timeout;grinding level""".replace(
    "\n", ";"
).split(";")
VEHICLES = "cargo bike;forklift;electric van;drone;scooter;tractor;patrol boat;delivery robot;cable car;tram;excavator;snow plough;glider;ferry;crane".split(
    ";"
)
ACCOUNTS = "user account;service menu;customer portal;wireless network;administrator account;guest network;mail account;web shop;booking system;archive;update server".split(
    ";"
)
NETWORK = "data logger;web server;control service;mail gateway;monitoring service;print server;backup service;sensor network;time server;update service;camera stream".split(
    ";"
)
BUILDINGS = "bridge;tower;town hall;concert hall;railway station;power plant;lighthouse;stadium;terminal;opera house;dam;school".split(
    ";"
)
CONTAINERS = "tank;reservoir;bottle;dispenser;bin;boiler;kettle;water tank;fuel tank;dust bag;paper tray;drum;jug;hopper;cartridge;silo;basin;bucket;ink tank".split(
    ";"
)
CABLES = "power cable;hose;data cable;extension cord;chain;rope;water hose;charging cable;ladder;rail;belt;probe cable;safety rope".split(
    ";"
)
SCREWS = "cover screws;wheel bolts;mounting screw;drain plug;clamp bolt;locking nut;base screws;oil filter cap;axle nut;blade bolt;hose clamp".split(
    ";"
)
POOLS = {
    "document": DOCUMENTS,
    "room": ROOMS,
    "event": EVENTS,
    "setting": SETTINGS,
    "vehicle": VEHICLES,
    "account": ACCOUNTS,
    "network": NETWORK,
    "building": BUILDINGS,
    "container": CONTAINERS,
    "cable": CABLES,
    "screw": SCREWS,
    "furniture": "shelf;table;desk;office chair;bench;workbench;trolley;rack;stool;ladder".split(";"),
    "portable": "headset;tablet;drone;lamp;scanner;phone;drill;speaker;watch;vacuum cleaner;radio;torch;camera;hearing aid".split(
        ";"
    ),
    "sensor": "pressure sensor;level sensor;scale;thermometer;gas sensor;flow meter;pH probe;light sensor;moisture sensor;motion detector".split(
        ";"
    ),
    "button": "reset button;emergency stop;main switch;test button;release lever;power switch;selector switch;lock button".split(
        ";"
    ),
    "process": "washing cycle;self-test;update;calibration;full scan;drying program;backup;boot process;descaling program".split(
        ";"
    ),
    "fine": "late return;lost key;second copy;missed appointment;change of booking;excess baggage".split(";"),
}
GROUPS = """employees;new employees;visitors;interns;drivers;part-time workers;trainees;managers;contractors;members;students;night-shift workers;engineers
guests;volunteers;team leaders;field technicians;cleaning staff;passengers;suppliers;apprentices;customers;patients;teachers;tenants""".replace(
    "\n", ";"
).split(";")
UNITS_STORED = """programs users profiles recipes addresses messages photos recordings measurements devices sensors languages cards speeds
tasks alarms reports channels printers playlists routes keys customers samples""".replace("_", " ").split()
KINDS = (
    ("product",) * 7
    + ("part",) * 12
    + ("own",) * 13
    + (
        "room",
        "room",
        "service",
        "service",
        "document",
        "event",
        "setting",
        "setting",
        "company",
        "company",
        "team",
        "team",
        "vehicle",
        "account",
        "network",
        "building",
        "container",
        "container",
        "cable",
        "screw",
        "furniture",
        "portable",
        "portable",
        "sensor",
        "button",
        "process",
        "fine",
        "person",
        "group",
        "group",
    )
)


def product(rng: Random) -> tuple[str, str]:
    """A product as (noun phrase with article, bare name)."""
    name = w.product_name(rng)
    roll = rng.random()
    if roll < 0.45:
        return f"the {name}", name
    if roll < 0.75:
        return f"the {name} {rng.choice(w.DEVICES_LIST)}", name
    if roll < 0.9:
        return name, name
    return f"the {rng.choice(w.DEVICES_LIST)}", name


def _part_names(rng: Random, part: str, owner: str) -> tuple[str, tuple[str, ...]]:
    bare = owner.removeprefix("the ")
    genitive = f"the {bare}'s {part}" if owner.startswith("the ") else f"{bare}'s {part}"
    forms = (
        f"the {part} of {owner}",
        f"the {bare} {part}",
        genitive,
        f"the {part} in {owner}",
        f"the {part} on {owner}",
    )
    roll = rng.random()
    if roll < 0.4:
        return f"the {part}", (f"the {part}",)
    main = forms[0] if roll < 0.75 else forms[1] if roll < 0.93 else forms[2]
    return main, (*forms[:4], f"the {part}")


def _inside(rng: Random, kind: str, owner: str) -> Who:
    """A thing that belongs to a product."""
    part = w.part_phrase(rng) if kind == "part" or rng.random() < 0.1 else rng.choice(POOLS[kind])
    if kind not in ("setting", "part") and rng.random() < 0.25:
        part = f"{rng.choice(w.MODIFIERS)} {part}"
    plural = part.endswith("s") and not part.endswith(("ss", "glass", "press"))
    if kind == "part" and rng.random() < 0.1 and not part.endswith(("s", "y", "x", "ch", "sh", "f")):
        part, plural = part + "s", True
    name, variants = _part_names(rng, part, owner)
    return name, variants, plural


def _company(rng: Random) -> Who:
    name = w.company(rng)
    return name, (name, f"the company {name}"), False


def _person(rng: Random) -> Who:
    name = w.person(rng)
    return name, (name,), False


def _team(rng: Random) -> Who:
    tail = f" of {w.company(rng)}" if rng.random() < 0.3 else ""
    name = f"the {rng.choice(w.TEAMS)} {rng.choice(['department', 'team', 'office', 'desk', 'group'])}{tail}"
    return name, (name,), False


def _group(rng: Random) -> Who:
    noun = rng.choice(GROUPS)
    name = noun if rng.random() < 0.6 else f"{noun} of {w.company(rng)}" if rng.random() < 0.5 else f"the {noun}"
    return name, (name,), noun != "cleaning staff"


def _service(rng: Random) -> Who:
    kind = rng.choice(["plan", "package", "service", "pass", "course", "subscription", "licence", "tour"])
    name = rng.choice(SERVICES) if rng.random() < 0.6 else f"the {w.syllable_name(rng)} {kind}"
    return name, (name,), False


NAMED = {"company": _company, "person": _person, "team": _team, "group": _group, "service": _service}
INSIDE = {"part", "container", "cable", "screw", "sensor", "button", "setting", "process"}


def subject(rng: Random, kind: str, owner: str) -> Who:
    """A subject of a kind; `owner` is the product it may belong to."""
    if kind in ("product", "own"):
        *before, last = owner.split()
        short = before[0] == "the" and len(before) > 1 and last.islower() if before else False
        return owner, (owner, f"the {last}", " ".join(before)) if short else (owner,), False
    if kind in INSIDE:
        return _inside(rng, kind, owner)
    if kind in NAMED:
        return NAMED[kind](rng)
    noun = rng.choice(POOLS[kind])
    roll = rng.random()
    if roll < 0.4:
        name = f"the {noun}"
    elif roll < 0.7:
        name = f"the {w.syllable_name(rng)} {noun}"
    elif roll < 0.85:
        name = f"the {rng.choice(w.MODIFIERS)} {noun}"
    else:
        place = w.place(rng) if kind in ("room", "building") else owner
        name = f"the {noun} {'in' if kind == 'room' else 'of'} {place}"
    return name, (name,), False
