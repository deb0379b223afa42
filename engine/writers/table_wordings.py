"""English questions and answers for what a table says: natural wordings, a full sentence as the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.writers import kinds
from engine.writers.clauses import is_instruction
from engine.writers.words import ends_as_plural, main_verbs, split, words_of

if TYPE_CHECKING:
    from engine.writers.tables import Cell

_CODE = re.compile(r"^(?=\S*[\dA-Z])[^\sa-z]\S{0,11}$")
# What is told apart by bare numbers; "number 6" and "frequency 906" name nothing.
_NUMBERED = words_of(
    "code error fault model pin port channel step phase class grade size stage version article part screw page room"
    " group type series zone floor unit line route chapter module slot terminal relay motor servo button key mode"
    " program programme year day week message command function register alarm"
)
_FAULTS = re.compile(
    r"error|fault|problem|code|symptom|alarm|warning|failure|issue|message|light|lamp|led", re.IGNORECASE
)
_VAGUE = words_of("item items name names part parts component components product products type types title") | {""}
_TASKS = words_of("task tasks step steps action actions operation operations work maintenance activity job")
_LONG_LABEL = 6  # words; a longer one is a sentence, and is quoted
_LONG_VALUE = 6
_ADJECTIVE = re.compile(
    r"(?:able|ible|proof|safe|resistant|ready|compatible|ed|approved|included|free|active|optional|available|required)$",
    re.IGNORECASE,
)
# Columns whose name has a verb or question word of its own.
_OWN: dict[str, tuple[str, ...]] = {
    "price": ("How much {does} {thing} cost?", "What {does} {thing} cost?", "What do I pay for {thing}?"),
    "cost": ("How much {does} {thing} cost?", "What {does} {thing} cost?"),
    "weight": ("How much {does} {thing} weigh?", "How heavy {is} {thing}?"),
    "mass": ("How heavy {is} {thing}?",),
    "height": ("How high {is} {thing}?",),
    "width": ("How wide {is} {thing}?",),
    "depth": ("How deep {is} {thing}?",),
    "length": ("How long {is} {thing}?",),
    "thickness": ("How thick {is} {thing}?",),
    "capacity": ("How much {does} {thing} hold?",),
    "power consumption": ("How much power {does} {thing} consume?",),
    "colour": ("What colour {is} {thing}?", "Which colour {does} {thing} have?"),
    "color": ("What color {is} {thing}?", "Which color {does} {thing} have?"),
    "material": ("What {is} {thing} made of?",),
}
# Columns that say what a thing means, or what is to be done about it: their questions, and how the answer begins.
_TELLING: dict[str, tuple[tuple[str, ...], str]] = {
    "meaning": (
        (
            "What {does} {thing} mean?",
            "What is the meaning of {thing}?",
            "Can you tell me what {thing} {means}?",
            "Can you explain what {thing} {means}?",
        ),
        "{Thing} {means}: {value}.",
    ),
    "function": (
        ("What {is} {thing} for?", "What is the function of {thing}?", "Can you tell me what {thing} {is} for?"),
        "The function of {thing} is: {value}.",
    ),
    "cause": (
        ("What causes {thing}?", "What is the cause of {thing}?", "Can you tell me the cause of {thing}?"),
        "The cause of {thing} is: {value}.",
    ),
    "remedy": (
        (
            "What must be done about {thing}?",
            "What is the remedy for {thing}?",
            "What should I do about {thing}?",
            "Can you tell me what to do about {thing}?",
        ),
        "The remedy for {thing} is: {value}.",
    ),
    "responsible": (
        ("Who is responsible for {thing}?", "Can you tell me who is responsible for {thing}?"),
        "Responsible for {thing}: {value}.",
    ),
    "interval": (
        (
            "How often must {thing} be done?",
            "What is the interval of {thing}?",
            "Can you tell me the interval of {thing}?",
        ),
        "The interval of {thing} is: {value}.",
    ),
}
_SAME = {
    "purpose": "function",
    "use": "function",
    "possible cause": "cause",
    "probable cause": "cause",
    "reason": "cause",
    "solution": "remedy",
    "action": "remedy",
    "corrective action": "remedy",
    "what to do": "remedy",
    "fix": "remedy",
    "responsibility": "responsible",
    "responsible person": "responsible",
    "frequency": "interval",
    "possible causes": "cause",
    "causes": "cause",
    "explanation": "meaning",
}
_LOWER = words_of("colour color material finish state status shape")  # their values are no names
_OF = ("What {be} the {column} of {thing}?", "Can you tell me the {column} of {thing}?")
_BRIEF = ("{Column} of {thing}?",)
_HAS = ("What {column} {does} {thing} have?", "Which {column} {applies} to {thing}?")
_GENERAL = (
    "Could you please tell me what the {column} of {thing} {be}?",
    "Which {column} {be} stated for {thing}?",
    "For {thing}, what {be} the {column}?",
    "I need to know the {column} of {thing}: what {be} it?",
)
_SORTS = words_of("programme program mode setting version edition level plan package course cycle option tariff")
_HIGH = words_of(
    "price cost temperature torque speed pressure power voltage current frequency rate score efficiency consumption"
)


@dataclass(frozen=True, slots=True)
class Written:
    """The wordings of a question, its answer and its kind."""

    kind: str
    questions: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Naming:
    """What the document shows of how things are written: its names, and its text in small letters and as it is."""

    names: frozenset[str]
    text: str

    def lowered(self, words: str) -> str:
        """A heading or cell inside a sentence: names and abbreviations keep their capitals."""
        parts = words.split(" ")
        return " ".join(part if self._keeps(part) else part.lower() for part in parts)

    def opened(self, words: str) -> str:
        """A value inside a sentence: its first word in small letters where the document writes it so elsewhere."""
        first, space, rest = words.partition(" ")
        if self._keeps(first) or not re.search(rf"\b{re.escape(first.lower())}\b", self.text):
            return words
        return first.lower() + space + rest

    def is_name(self, words: str) -> bool:
        """Whether a label is a name: its words keep their capitals, and no sentence has them in small letters."""
        capitals = [part for part in re.split(r"[\s-]", words) if part[:1].isupper()]
        return (
            bool(capitals)
            and all(
                self._keeps(part) or not re.search(rf"\b{re.escape(part.lower())}s?\b", self.text) for part in capitals
            )
            and words[:1].isupper()
            and (len(capitals) > 1 or " " not in words or any(char.isdigit() for char in words))
        )

    def has_article(self, name: str) -> bool:
        """Whether the document says `the NAME` rather than the bare name."""
        with_, all_ = (
            len(re.findall(rf"\b[Tt]he {re.escape(name)}\b", self.text)),
            len(re.findall(rf"\b{re.escape(name)}\b", self.text)),
        )
        return 2 * with_ > all_

    def _keeps(self, word: str) -> bool:
        bare = word.strip("()[],.;:\"'")
        return bare in self.names or any(char.isupper() for char in bare[1:]) or any(char.isdigit() for char in bare)


def thing(label: str, kind: str, naming: Naming) -> str:
    """How a sentence speaks of a row's label; '' when it cannot be named alone."""
    noun = naming.lowered(kind)
    noun = noun[:-1] if ends_as_plural(noun) and not noun.endswith("ies") else noun
    vague = noun in _VAGUE or len(noun.split()) > 3
    if noun not in _NUMBERED and re.fullmatch(r"[-–+~]?\d(?:[\d.,/ –+-]|or|to|and)*", label):
        return ""  # "the model of frequency 906": what such a row is about stands elsewhere
    if re.fullmatch(r"\w+_\w+", label) or re.fullmatch(r"[-–+]?\d[\d.,/ –+-]*", label) or _CODE.match(label):
        return f"{noun} {label}" if not vague else "" if label[0].isdigit() else label
    words = split(label)
    if not words:
        return ""
    if noun in _TASKS or len(words) > _LONG_LABEL or _is_sentence(label):
        return "" if vague else f'the {noun} "{label.rstrip(".")}"'
    if re.match(r"(the|an?|your|all|each|every) ", label, re.IGNORECASE):
        return label[0].lower() + label[1:]
    if noun in _SORTS:
        return f"the {label} {noun}"
    if naming.is_name(label):
        return f"the {label}" if naming.has_article(label) or any(c.isdigit() for c in label) else label
    return f"the {naming.lowered(label)}"


def _is_sentence(label: str) -> bool:
    words = split(label)
    if label.endswith((".", "!", "?")) or (len(words) > 1 and is_instruction(label)):
        return True
    return any(
        0 < at < len(words) - 1 and words[at].lower in ("is", "are", "does", "do", "has", "will", "cannot", "can")
        for at in main_verbs(words)
    )


def written(cell: Cell, named: str, naming: Naming, where: str = "") -> Written | None:
    """Questions and answer for a cell of the thing `named`; `where` tells it from the same thing in another table."""
    column = _column(cell.column, naming)
    if not named or not column:
        return None
    whole = f"{named} in {where}" if where else named
    if cell.answer is not None:
        return _whether(column, whole, cell.answer)
    value = cell.said.lower() if column in _LOWER else naming.opened(cell.said)
    plural = ends_as_plural(column.split(" (")[0].split()[-1])
    many = ends_as_plural(named.split()[-1].rstrip('"')) and not _CODE.match(named.split()[-1])
    words = {
        "thing": whole,
        "Thing": _capital(whole),
        "column": column,
        "Column": _capital(column),
        "be": "are" if plural else "is",
        "is": "are" if many else "is",
        "does": "do" if many else "does",
        "means": "mean" if many else "means",
        "applies": "apply" if plural else "applies",
        "value": value,
    }
    name = _SAME.get(column, column)
    if column == "action" and not _FAULTS.search(f"{cell.kind} {named}"):
        name = column  # what a key does, and no remedy
    if name in _TELLING and (name != "interval" or '"' in named):
        asked, told = _TELLING[name]
        questions = tuple(pattern.format(**words) for pattern in asked)
        return Written(kinds.kind_of(questions[0]), questions, told.format(**words))
    own = _OWN.get(column, ())
    has = () if own or "(" in column else _HAS
    questions = tuple(pattern.format(**words) for pattern in (*own, *_OF, *has[:1], *_BRIEF, *has[1:], *_GENERAL))
    colon = ":" if len(value.split()) > _LONG_VALUE or _is_sentence(value) else ""
    return Written(kinds.kind_of(questions[0]), questions, f"The {column} of {whole} {words['be']}{colon} {value}.")


def _column(name: str, naming: Naming) -> str:
    """A column's name inside a sentence; `Height, lid closed` becomes `height (lid closed)`."""
    head, comma, rest = name.partition(", ")
    text = naming.lowered(head) + (f" ({naming.lowered(rest)})" if comma else "")
    return re.sub(r"^(the|an?) ", "", text.strip(" :."))


def _whether(column: str, named: str, yes: bool) -> Written:
    many = ends_as_plural(named.split()[-1])
    not_ = "" if yes else " not"
    first = "Yes" if yes else "No"
    if _ADJECTIVE.search(column):
        be = "are" if many else "is"
        questions = (
            f"{be.capitalize()} {named} {column}?",
            f"Can you tell me whether {named} {be} {column}?",
            f"Do you know whether {named} {be} {column}?",
        )
        return Written(kinds.YES_NO, questions, f"{first}, {named} {be}{not_} {column}.")
    do, has = ("Do", "have") if many else ("Does", "has")
    questions = (
        f"{do} {named} have {column}?",
        f"Can you tell me whether {named} {has} {column}?",
        f"Do you know whether {named} {has} {column}?",
    )
    said = f"{has} {column}" if yes else f"{do.lower()} not have {column}"
    return Written(kinds.YES_NO, questions, f"{first}, {named} {said}.")


def compared(one: tuple[str, Cell], other: tuple[str, Cell], naming: Naming) -> Written | None:
    """Which of two things has more of something; None where the cells are no two different numbers."""
    first, second = one[1].number, other[1].number
    if first is None or second is None or first == second or not one[0] or not other[0]:
        return None
    column = _column(one[1].column, naming)
    more, less = (one, other) if first > second else (other, one)
    word = "higher" if column.split()[-1] in _HIGH else "greater"
    has = "have" if ends_as_plural(more[0].split()[-1]) else "has"
    questions = (
        f"Which has the {word} {column}, {one[0]} or {other[0]}?",
        f"Which of the two has the {word} {column}: {other[0]} or {one[0]}?",
        f"What has the {word} {column}, {one[0]} or {other[0]}?",
    )
    return Written(
        kinds.COMPARISON,
        questions,
        f"{_capital(more[0])} {has} the {word} {column}: {more[1].said}, against {less[1].said} of {less[0]}.",
    )


def greatest(column: list[tuple[str, Cell]], kind: str, naming: Naming) -> Written | None:
    """Which row has most of something; None where that is not one row, or nothing names what the rows are."""
    noun = naming.lowered(kind)
    noun = noun[:-1] if ends_as_plural(noun) else noun
    numbers = [cell.number for _, cell in column]
    if noun in _VAGUE or len(noun.split()) > 2 or len(column) < 3 or any(n is None for n in numbers):
        return None
    values = [n for n in numbers if n is not None]
    best = values.index(max(values))
    named, cell = column[best]
    if values.count(values[best]) > 1 or not named:
        return None
    name = _column(cell.column, naming)
    word = "highest" if name.split()[-1] in _HIGH else "greatest"
    questions = (
        f"Which {noun} has the {word} {name}?",
        f"What is the {noun} with the {word} {name}?",
        f"Can you tell me which {noun} has the {word} {name}?",
    )
    return Written(kinds.COMPARISON, questions, f"{_capital(named)} has the {word} {name}: {cell.said}.")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
