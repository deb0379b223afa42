"""Slots of facts with a structure of their own: procedures, codes, lights, buttons, warnings."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905

from __future__ import annotations

from typing import TYPE_CHECKING

from . import values as v
from . import values_more
from . import words as w

if TYPE_CHECKING:
    from random import Random

# verb|participle|gerund, then the things it is done to
ACTIONS = """reset|reset|resetting: timer,counter,clock,alarm,device,password,filter display,controller,thermostat
clean|cleaned|cleaning: nozzle,tank,screen,filter,burner,lens,oven,drum,blade
replace|replaced|replacing: battery,filter,bulb,fuse,seal,belt,cartridge,blade,lamp
open|opened|opening: lid,cover,housing,door,valve,case,drawer,hatch
close|closed|closing: valve,lid,hatch,window,damper,account,case
start|started|starting: pump,motor,program,washing cycle,update,measurement,scan,engine,test
stop|stopped|stopping: pump,motor,program,recording,alarm,process,measurement
connect|connected|connecting: phone,printer,hose,sensor,antenna,cable,scale,camera,tablet
remove|removed|removing: paper jam,filter,battery,cover,blade,memory card,tray,limescale
adjust|adjusted|adjusting: height,brightness,temperature,volume,pressure,seat,belt tension,speed
calibrate|calibrated|calibrating: scale,sensor,probe,touch screen,compass,meter
lock|locked|locking: keypad,door,screen,trolley,wheel,cabinet
unlock|unlocked|unlocking: keypad,door,screen,phone,wheel,cabinet
fill|filled|filling: tank,boiler,reservoir,dispenser,cooling circuit
drain|drained|draining: tank,boiler,hose,radiator,cooling circuit,sump
change|changed|changing: language,password,time,unit of measurement,drill bit,paper roll
install|installed|installing: software,app,bracket,driver,shelf,sensor,update
switch on|switched on|switching on: heater,light,fan,night mode,wireless network
switch off|switched off|switching off: heater,light,fan,machine,sound,alarm
save|saved|saving: setting,report,recording,program,profile
delete|deleted|deleting: profile,recording,account,message,old data set,user
print|printed|printing: report,label,receipt,test page,list
charge|charged|charging: battery,remote control,handset,tool
test|tested|testing: alarm,smoke detector,brake,relay,emergency stop,connection
mount|mounted|mounting: bracket,camera,shelf,display,rack,antenna
store|stored|storing: probe,battery,hose,kit,sample
measure|measured|measuring: pressure,temperature,moisture,distance,oil level,voltage
tighten|tightened|tightening: screw,clamp,strap,bolt,chain
loosen|loosened|loosening: screw,clamp,belt,nut,strap
cancel|cancelled|cancelling: order,subscription,booking,print job,membership
order|ordered|ordering: spare part,catalogue,badge,replacement key,ink
book|booked|booking: meeting room,course,trip,parking space,table
request|requested|requesting: refund,invoice,permit,visitor badge,day off
register|registered|registering: product,visitor,new user,warranty
update|updated|updating: firmware,map,software,address,price list
export|exported|exporting: data,report,log file,contact list
lubricate|lubricated|lubricating: chain,bearing,hinge,guide rail,spindle
inspect|inspected|inspecting: belt,hose,cable,ladder,harness,tyre
transport|transported|transporting: machine,battery,gas bottle,display
dispose of|disposed of|disposing of: battery,oil,filter,chemical,lamp
operate|operated|operating: machine,press,saw,unit,crane,pump
touch|touched|touching: blade,hot plate,lens,sensor surface,contact
use|used|using: ladder,charger,adapter,grill,saw,gas heater
move|moved|moving: scanner,table,cabinet,machine,trolley
cover|covered|covering: air inlet,ventilation slot,sensor,heater
enter|entered|entering: machine room,laboratory,code,test chamber
lift|lifted|lifting: lid,machine,battery,engine
rinse|rinsed|rinsing: filter,tank,cuvette,brush head,hose
descale|descaled|descaling: boiler,kettle,steam iron,coffee machine
sharpen|sharpened|sharpening: knife,blade,drill bit,chisel
pair|paired|pairing: remote control,headset,speaker,keyboard
mute|muted|muting: alarm,microphone,ringtone
check|checked|checking: oil level,tyre pressure,battery level,water level,seal"""

STEPS = """press|pressing: the {B} button;the {B} button for {n} seconds;{B} twice;{B} and {B2} at the same time;{B} {k} times
hold|holding: the {B} button for {n} seconds;down the {B} key until the {H} flashes;{B} until a beep sounds
press and hold|pressing and holding: {B} for {n} seconds;the {B} button until the light goes out
turn|turning: the {H} clockwise;the {H} to position {k2};the {H} to the left;the {D} by a quarter turn;off the {H};the key to the {c} mark
select|selecting: {M} in the {M2} menu;the option {M};{M} and confirm with {B}
open|opening: the {H};the menu {M};the {H} and take out the {H2};the page {M} in the app
remove|removing: the {H};the {H} and the {H2};the {k} screws of the {H}
pull|pulling: out the plug;the {H} upwards;the {c} lever;the {H} straight out
push|pushing: the {H} down until it clicks;the {c} button;the {H} to the right
loosen|loosening: the {k} screws on the {H};the {H} by half a turn
enter|entering: the code {n4};your user number;the PIN {n4} and press {B}
wait|waiting: {n} minutes;until the {H} is cold;until the {c} light goes out
slide|sliding: the {H} to the left;the {H} into the slot;the cover off the {H}
check|checking: the {H};that the {H} is dry;the cable of the {H}
clean|cleaning: the {H};the {H} with a dry cloth;the {H} with alcohol
replace|replacing: the {H};the {H} and restart the unit
call|calling: the {T} department;the hotline at {ph};{P}
disconnect|disconnecting: the power supply;the {H};the mains plug
switch off|switching off: the power;the {H};the unit for {n} minutes
wear|wearing: protective gloves;safety glasses;a dust mask
close|closing: the {H};the water tap;all windows
fill|filling: the {H} with clean water;in form {cd}
scan|scanning: the {c} barcode;the code on the {H}
attach|attaching: the {H} to the {H2};the {c} cable
rinse|rinsing: the {H} under running water;the {H} for {n} minutes
inform|informing: the {T} department;{P};the shift supervisor
send|sending: form {cd} to the {T} department;an e-mail to {em}
connect|connecting: the {c} cable;the {H} to the {H2}
shake|shaking: the bottle for {n} seconds;the {H} well
click|clicking: {M};on the {c} icon;{M} in the {M2} window
tap|tapping: {M};the {c} symbol twice;the screen with two fingers
set|setting: the {H} to {val};the switch to {B}
lower|lowering: the {H};the temperature to {val2}
let|letting: the {H} cool down for {n} minutes;the {H} dry for {n} hours"""

STATES = """the {H} is blocked;the {H} is empty;the {H} is open;the {H} is too hot;the {H} is missing;the {H} does not respond;the {H} is worn
the water level is too low;the battery is low;the connection is lost;the {H} is overloaded;the {H} is full;there is no paper in the {H}
the supply voltage is too high;the {H} has a short circuit;the {H} is not closed;air is in the {H};the temperature of the {H} is too low
the memory is full;the {H} must be cleaned;the {H} was not detected;the {H} is wet;an update is available;the {H} is charging
the unit is ready;the pressure in the {H} is too low;the {H} is frozen;the {H} leaks;the {H} turns in the wrong direction;the motor is blocked
the {H} makes a loud noise;the {H} smells of smoke;water drips from the {H};the {H} does not start;the {H} is damaged;the screen stays dark
the {H} vibrates;the {H} is stuck;the filter is clogged;the {H} has been idle for {n} days;the reading of the {H} is wrong"""

EFFECTS = """opens the main menu;stops the {H};starts the {H};switches the {H} on and off;locks the keypad;shows the {M} page;saves the current value
resets the {H};mutes the alarm;changes the language;increases the speed of the {H};lowers the temperature by {k} degrees;returns to the start page
deletes the last entry;turns on the {c} light;opens the {H};prints the {M} list;starts the {M} program;stops the {H} for {n} minutes;releases the {H}"""

CONDITIONS = """without water;in the rain;near open flames;with wet hands;without gloves;while the {H} is running;when the {H} is hot;without the {H}
in closed rooms;above {t} °C;below {t} °C;for more than {n} minutes;with damaged cables;with the {H} open;during a thunderstorm;with sharp tools
near the {H};without supervision;while it is connected to the mains;on uneven ground;more than {k} times in a row;with solvents;by the {H}
in direct sunlight;before it has cooled down;after {n2} p.m.;without the written consent of {P};at a pressure above {n} bar"""

MENUS = "Settings Tools Service Network Display System Options Profile History Security Sound Clock Language Report Account Export Filters Wizard View File Edit Advanced".split()


def _split(text: str) -> list[str]:
    return [item for line in text.splitlines() for item in line.split(";")]


def _table(text: str, mark: str) -> list[tuple[list[str], list[str]]]:
    rows = [line.split(": ", 1) for line in text.splitlines()]
    return [(head.split("|"), body.split(mark)) for head, body in rows]


ACTION_TABLE, STEP_TABLE = _table(ACTIONS, ","), _table(STEPS, ";")
STATE_LIST, EFFECT_LIST, CONDITION_LIST = _split(STATES), _split(EFFECTS), _split(CONDITIONS)


def fill(rng: Random, text: str) -> str:
    """Replaces the small slots of a step, state or condition by drawn words."""
    button, other = rng.sample(w.BUTTONS, 2)
    menu, second = rng.sample(MENUS, 2)
    drawn = {
        "B": button,
        "B2": other,
        "n": str(rng.randint(2, 60)),
        "k": rng.choice(w.NUMBER_WORDS),
        "k2": str(rng.randint(1, 9)),
        "n2": str(rng.randint(5, 11)),
        "H": w.part_phrase(rng),
        "H2": w.part_phrase(rng),
        "c": rng.choice(w.LIGHT_COLOURS),
        "M": menu,
        "M2": second,
        "t": str(rng.randint(1, 90)),
        "n4": str(rng.randint(1000, 9999)),
        "T": rng.choice(w.TEAMS),
        "P": w.person(rng),
        "D": rng.choice(["dial", "knob", "wheel"]),
    }
    for key in ("ph", "cd", "em", "val", "val2"):
        if "{" + key + "}" in text:
            drawn[key] = {
                "ph": v.phone,
                "cd": v.code,
                "em": v.email,
                "val": values_more.setting_value,
                "val2": v.temperature,
            }[key](rng)
    return text.format_map(drawn)


def step(rng: Random) -> tuple[str, str]:
    """A step as infinitive and gerund: (`press Start twice`, `pressing Start twice`)."""
    (verb, gerund), tails = rng.choice(STEP_TABLE)
    tail = fill(rng, rng.choice(tails))
    first, second = f"{verb} {tail}", f"{gerund} {tail}"
    if rng.random() < 0.15:
        (verb, gerund), tails = rng.choice(STEP_TABLE)
        tail = fill(rng, rng.choice(tails))
        first, second = f"{first} and {verb} {tail}", f"{second} and {gerund} {tail}"
    return first, second


def action(rng: Random, owner: str) -> dict[str, str]:
    """Slots of something done to a thing: K verb, P participle, R gerund, O object, G goal."""
    (verb, participle, gerund), things = rng.choice(ACTION_TABLE)
    thing = rng.choice(things) if rng.random() < 0.6 else w.part_phrase(rng)
    if len(thing.split()) == 1 and rng.random() < 0.35:
        thing = f"{rng.choice(w.MODIFIERS)} {thing}"
    obj = f"the {thing}"
    if owner and rng.random() < 0.5:
        obj = f"the {thing} of {owner}" if rng.random() < 0.6 else f"the {owner.removeprefix('the ')} {thing}"
    return {"K": verb, "P": participle, "R": gerund, "O": obj, "O1": obj[0].upper() + obj[1:], "G": f"{verb} {obj}"}


def upper(text: str) -> str:
    return text[0].upper() + text[1:]


def own_slots(rng: Random, name: str, owner: str) -> dict[str, str]:
    """Slots of the attributes whose kind is `own`; V is the value in every one of them."""
    if name in ("error", "error_fix"):
        word = rng.choice(["error", "error", "fault", "error code", "message", "fault code", "code", "warning"])
        code = (
            rng.choice(["E", "F", "A", "H", "P", "ER", "C", "U", "W"])
            + rng.choice(["", "", "-", ""])
            + rng.choice(
                [f"{rng.randint(0, 9)}{rng.randint(1, 9)}", str(rng.randint(1, 9)), str(rng.randint(100, 999))]
            )
        )
        slots = {"L": upper(word), "l": word, "C": code, "H": code}
        value = fill(rng, rng.choice(STATE_LIST)) if name == "error" else step(rng)[0]
        return slots | {"V": value}
    if name == "light":
        colour = rng.choice(w.LIGHT_COLOURS)
        lamp = rng.choice(
            [
                "status light",
                "indicator",
                "LED",
                "power light",
                "battery light",
                "ring light",
                "signal lamp",
                f"{w.part_phrase(rng)} light",
                "control lamp",
                f"{rng.choice(w.MODIFIERS)} indicator",
            ]
        )
        art = "an" if colour[0] in "aeiou" else "a"
        return {"A": upper(art), "a": art, "c": colour, "H": lamp, "V": fill(rng, rng.choice(STATE_LIST))}
    if name == "button":
        return {
            "B": rng.choice(w.BUTTONS) if rng.random() < 0.7 else f"{rng.choice('ABFPQX')}{rng.randint(1, 12)}",
            "H": "",
            "V": fill(rng, rng.choice(EFFECT_LIST)),
        }
    if name == "when_if":
        infinitive, gerund = step(rng)
        return {"X": fill(rng, rng.choice(STATE_LIST)), "V": infinitive, "VC": upper(infinitive), "VG": gerund}
    if name == "auto":
        return {"V": v.span(rng)}
    slots = action(rng, owner)
    if name == "warning":
        return slots | {"V": fill(rng, rng.choice(CONDITION_LIST))}
    infinitive, gerund = step(rng)
    return slots | {"V": infinitive, "VC": upper(infinitive), "VG": gerund}
