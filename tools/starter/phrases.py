"""Phrases that lead, end or interrupt a statement, and polite openings of a question."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905
from __future__ import annotations

POLITE = (
    "Can you tell me",
    "Could you tell me",
    "Could you please tell me",
    "I would like to know",
    "Please tell me",
    "Do you know",
    "Would you tell me",
    "I wonder",
    "May I ask",
    "Please explain",
    "Can you say",
    "I would like to ask",
)
NEEDS = (
    "I need to know {}.",
    "I want to find out {}.",
    "I have to know {}.",
    "Tell me {}.",
    "I am not sure {}.",
    "My question is {}.",
)
PREFIXES = """In normal use;Under normal conditions;According to the data sheet;For safety reasons;As a rule;In most countries;At present;In daily use;Please note
According to the manual;As of this year;In the standard version;In Europe;For private users;When the machine is used every day;If the water is very hard;To avoid damage
Depending on the model;After the warranty has ended;As the law requires;Like every model of this series;Since the last update;In contrast to older models;For the sake of order
Even in the smallest version;By agreement with the manufacturer;As every year;Unless stated otherwise;With the supplied tool;On request""".replace(
    "\n", ";"
).split(";")
TAILS = """, so that the {0} is not damaged;, because the {0} could fail otherwise; to protect the {0};, even if the {0} looks clean;, and this also applies to the {0};, as shown in the figure
, which makes the {0} easier to use;, no matter how often the {0} is used;, whether or not the {0} is in use;, so please plan ahead;, and the {0} stays in place;, but not the {0}
, and it is stated on the label; together with the {0};, unless the {0} is removed;, while the {0} is checked every week;, as described in chapter 4; for a safe operation of the {0}
, and further details are given on the {0};, which is enough for most users;, and the {0} is sold separately;, as agreed with the {1}""".replace(
    "\n", ";"
).split(";")
ASIDES = """which sits {1};which was supplied by {2};together with the {0};like the {0};including the {0};which is often mistaken for the {0};which also holds the {0};known for its {0}
which can be ordered separately;which was renewed last year;unlike the {0};which you will find {1}""".replace(
    "\n", ";"
).split(";")
SUFFIXES = """without accessories;in winter;at full load;with the stand;in the basic version;at room temperature;for private customers;on weekdays;without batteries
in standby mode;in summer;with the cover closed;in the large version;during the night;for schools;in the first year;without load;in normal use;on public holidays;with a full tank
for members;at the main site;in wet weather;in eco mode;at high speed;after an update;during transport;without the lid;in the office version""".replace(
    "\n", ";"
).split(";")
QUALIFIERS = (
    "about",
    "around",
    "at least",
    "at most",
    "up to",
    "approximately",
    "no more than",
    "roughly",
    "nearly",
    "exactly",
    "more than",
    "less than",
)
MEASURED = {
    "money",
    "weight",
    "length",
    "power",
    "span",
    "volume",
    "noise",
    "torque",
    "pressure",
    "speed",
    "distance",
    "output",
    "lifetime",
    "consumption",
    "period",
    "people",
}
