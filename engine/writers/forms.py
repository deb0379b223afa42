"""A grammar of question forms: whole questions with slots, filled by spans of the sentence that is asked about.

What a small model writes under it is always a well-formed question made of the document; the model decides
which form asks for the sentence's fact, and about which of its things.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.resources import resource
from engine.writers.clauses import is_instruction, is_order
from engine.writers.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES = ("ask", "ask otherwise", "ask as a user", "ask which", "ask politely", "ask briefly")
BASIC = "basic"  # the few forms that fit a sentence by its build alone
_EDGE = re.compile(r"<\w+>|\[[^\]]+\]|.")
_SLOT = re.compile(r"<(\w+)>")
_CHOICE = re.compile(r"\[(\w+)/(\w+)\]")
_SECTION = re.compile(r"\[(\w+)\]$")
# Which forms each style has: lists of the file, and patterns around them.
_LISTS = {
    "ask": ("plain",),
    "ask otherwise": ("otherwise", "plain"),
    "ask as a user": ("user",),
    "ask which": ("which",),
    "ask politely": (),
    "ask briefly": ("brief",),
    BASIC: ("basic",),
}
_PATTERNS = {
    "ask otherwise": (
        "What is the <noun> of <np>?",
        "What is the <noun> for <np>?",
        "What <noun> [does/do] <np> have?",
    ),
    "ask which": (
        "Which <noun> applies to <np>?",
        "Which <noun> is stated for <np>?",
        "What <noun> is given for <np>?",
    ),
    "ask politely": (
        "Can you tell me <indirect>?",
        "Could you tell me <indirect>?",
        "Could you please tell me <indirect>?",
        "Do you know <indirect>?",
        "Can you tell me the <noun> of <np>?",
    ),
    "ask briefly": ("<heading> of <np>?", "<heading> for <np>?"),
}
# "The sensor does not require X" states no value of what it requires.
_DENIED = re.compile(r"\b(do|does|did|is|are|was|were|need|needs|has|have) not\b|n['’]t\b|\bno longer\b")
_OF_DENIALS = frozenset({"warning", "when_if", "before", "after", "error", "reason"})
_WORDS = frozenset({"order", "no_order", "order_only", "done_to"})
_Trie = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Form:
    """A question with slots; the sentence must be able to have one attribute of each set in `attributes`."""

    edges: tuple[str, ...]
    slots: frozenset[str]
    attributes: tuple[frozenset[str], ...]


@functools.lru_cache(maxsize=1024)  # asked for before each try, of which a sentence has up to twenty
def question_forms(sentence: str, style: str, *, named: bool = False) -> str:
    """GBNF of the questions in a style (of STYLES, or BASIC) about an English sentence; '' when none fits it.

    `named` says that the first word keeps its capital inside a sentence.
    """
    filled, possible = _read(sentence, named)
    if "np" not in filled:
        return ""
    lists = _sections()
    forms = [
        *(form for name in _LISTS[style] for form in lists[name]),
        *(form for line in _PATTERNS.get(style, ()) for form in _form(line)),
    ]
    rules = {slot: _alternatives(_trie(tuple(text) for text in texts)) for slot, texts in filled.items()}
    used = {slot for form in forms for slot in form.slots}
    for name in ("noun", "heading", "indirect"):
        if name in used and (rule := _rule(lists[name], frozenset(filled), possible)):
            rules[name] = rule
    rules["root"] = _rule(forms, frozenset(rules), possible)
    return "".join(f"{name} ::= {rule}\n" for name, rule in rules.items()) if rules["root"] else ""


@functools.lru_cache(maxsize=64)  # for each of the styles the same
def _read(sentence: str, named: bool) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """What the slots can be filled with, and which attributes a question can be about."""
    return spans(sentence, named=named), attributes(sentence) | _from_words(sentence)


def _rule(forms: Iterable[_Form], slots: frozenset[str], possible: frozenset[str]) -> str:
    usable = [
        form.edges for form in forms if form.slots <= slots and all(one_of & possible for one_of in form.attributes)
    ]
    return _alternatives(_trie(usable)) if usable else ""


@functools.lru_cache(maxsize=4096)
def attributes(sentence: str) -> frozenset[str]:
    """The attributes that the sentence may state a value of, by the expressions of attributes.txt. Generous."""
    found = (name for name, tests in _attributes().items() if all(test.search(sentence) for test in tests))
    denied = _DENIED.search(sentence)
    return frozenset(name for name in found if not denied or name in _build() or name in _OF_DENIALS)


def _from_words(sentence: str) -> frozenset[str]:
    """What about a sentence's build is seen by reading it, not by an expression."""
    told, order = is_instruction(sentence), is_order(sentence)
    tests = (*_attributes()["passive"], *_attributes()["active"])
    done_to = told or any(test.search(sentence) for test in tests)
    found = {"order": order, "no_order": not order, "order_only": told, "done_to": done_to}
    return frozenset(name for name, holds in found.items() if holds)


def could_answer_alike(one: str, other: str) -> bool:
    """Whether two sentences may state a value of one attribute, so that a question could be about either."""
    return bool(attributes(one) & attributes(other) - _build())


@functools.cache
def _attributes() -> dict[str, tuple[re.Pattern[str], ...]]:
    named = {name: expression for name, expression in _lines("attributes.txt") if name.startswith("(")}
    return {
        name: tuple(_expression(part, named) for part in expression.split(" & "))
        for name, expression in _lines("attributes.txt")
        if expression and not name.startswith("(")
    }


@functools.cache
def _build() -> frozenset[str]:
    names = [name for name, _ in _lines("attributes.txt")]
    return frozenset(names[names.index("[build]") :])


def _lines(file: str) -> list[tuple[str, str]]:
    """(name, rest) of each line that is no comment; headings have no rest."""
    text = resource("prompts", "en", file).read_text(encoding="utf-8")
    parts = (line.partition(": ") for line in text.splitlines() if line and not line.startswith("#"))
    return [(name, rest) for name, _, rest in parts]


def _expression(text: str, named: dict[str, str]) -> re.Pattern[str]:
    # Names and codes are told by their capitals; everything else may be written either way.
    flags = re.NOFLAG if "(name)" in text or "(code)" in text else re.IGNORECASE
    whole = _at_word_starts(text)
    for name, expression in named.items():
        whole = whole.replace(name, f"(?:{_at_word_starts(expression)})")
    return re.compile(whole, flags)


def _at_word_starts(expression: str) -> str:
    """Let every alternative that begins with a letter match at the start of a word only."""
    depth, starts, text = 0, True, ""
    for letter in expression:
        text += f"\\b{letter}" if starts and not depth and letter.isalpha() else letter
        depth += (letter == "(") - (letter == ")")
        starts = letter == "|"
    return text


@functools.cache
def _sections() -> dict[str, list[_Form]]:
    found: dict[str, list[_Form]] = {}
    lines: list[_Form] = []
    for line in resource("prompts", "en", "forms.txt").read_text(encoding="utf-8").splitlines():
        if section := _SECTION.match(line):
            lines = found.setdefault(section[1], [])
        elif line and not line.startswith("#"):
            lines += _form(line)
    found["heading"] = [
        _Form((form.edges[0].upper(), *form.edges[1:]), form.slots, form.attributes) for form in found["noun"]
    ]
    return found


def _form(line: str) -> list[_Form]:
    """The form of a line. One with forms of a word for singular and plural is two: [is/are] <np>."""
    before, colon, after = line.partition(": ")
    # A colon inside a question ("Please tell me: ...") follows a word that is no attribute.
    wanted = [frozenset(part.split(",")) for part in before.split("&")] if colon else []
    wanted = wanted if all(names <= {*_attributes(), *_WORDS} for names in wanted) else []
    text = after if wanted else line
    texts = [text]
    if _CHOICE.search(text) and "<np>" in text:
        singular = _CHOICE.sub(lambda found: found[1], text).replace("<np>", "<nps>")
        texts = [singular, _CHOICE.sub(lambda found: found[2], text).replace("<np>", "<npp>")]
    return [_Form(tuple(_EDGE.findall(text)), frozenset(_SLOT.findall(text)), tuple(wanted)) for text in texts]


def _trie(entries: Iterable[tuple[str, ...]]) -> _Trie:
    root: _Trie = {}
    for edges in entries:
        node = root
        for edge in edges:
            node = node.setdefault(edge, {})
        node[""] = {}
    return root


def _alternatives(node: _Trie) -> str:
    """The trie as nested GBNF alternatives; an edge is a character, <slot> or [a/b]."""
    parts: list[str] = []
    for edge, below in sorted(node.items()):
        if edge == "":
            parts.append('""')
            continue
        head, following = _symbol(edge), below
        if len(edge) == 1:
            text = edge
            while len(following) == 1 and "" not in following:
                ((further, below),) = following.items()
                if len(further) > 1:
                    break
                text, following = text + further, below
            head = json.dumps(text, ensure_ascii=False)
        parts.append(head if set(following) == {""} else f"{head} {_alternatives(following)}")
    return parts[0] if len(parts) == 1 else f"({' | '.join(parts)})"


def _symbol(edge: str) -> str:
    if edge.startswith("<"):
        return edge[1:-1]
    return f"({' | '.join(json.dumps(word) for word in edge[1:-1].split('/'))})"
