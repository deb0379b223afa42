"""A grammar for questions about one sentence: question words, names of attributes, and the sentence's own words.

Numbers and names can only be copied whole, so that a small model cannot garble them. The words form a
trie, because llama.cpp follows every alternative that still matches: a flat list of a thousand words
costs a hundred times more for a token.
"""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Any

from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN = re.compile(r"\S+")
_EDGES = ".,;:!?()[]\"'“”‘’"
_SUFFIXES = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_Trie = dict[str, Any]


@functools.cache
def question_words() -> frozenset[str]:
    """Lower-case words that a question may use although its sentence does not have them."""
    text = resource("prompts", "en", "question_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@functools.lru_cache(maxsize=256)
def question_grammar(sentence: str) -> str:
    """GBNF of the questions that may be asked of an English sentence; every text it allows ends with '?'."""
    own = sentence_words(sentence) - question_words()
    rules = [
        'root ::= first (" " word | ", " word)* "?"',
        f"first ::= known-first{' | own-first' if own else ''}",
        f"word ::= known{' | own' if own else ''}",
        _known_rules(),
    ]
    if own:
        rules += [f"own-first ::= {_alternatives(_trie(_capitalised(own)))}", f"own ::= {_alternatives(_trie(own))}"]
    return "\n".join(rules) + "\n"


@functools.cache
def _known_rules() -> str:
    words = question_words()
    return f"known-first ::= {_alternatives(_trie(_capitalised(words)))}\nknown ::= {_alternatives(_trie(words))}"


def _capitalised(words: Iterable[str]) -> set[str]:
    return {word[:1].upper() + word[1:] for word in words}


def sentence_words(sentence: str) -> set[str]:
    """The words of a sentence as a question may use them: as they stand, lower-cased at its start, uninflected."""
    found: set[str] = set()
    for number, token in enumerate(_TOKEN.findall(sentence)):
        word = token.strip(_EDGES)
        if not word:
            continue
        found.add(word)
        if any(letter.isdigit() for letter in word) or (number and not word.islower()):
            continue  # numbers, codes and names are copied whole
        found |= _uninflected(word.lower())
    return found


def _uninflected(word: str) -> set[str]:
    """'weighs' -> weigh, 'stopped' -> stop, 'replaced' -> replace; wrong stems do no harm, the model picks."""
    stems = {word}
    for suffix, ending in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            stem = word[: -len(suffix)] + ending
            stems.add(stem)
            if not ending and stem[-1] == stem[-2] and stem[-1] not in "sl":
                stems.add(stem[:-1])
    return stems


def _trie(words: Iterable[str]) -> _Trie:
    root: _Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return root


def _alternatives(node: _Trie) -> str:
    parts: list[str] = []
    for letter, below in sorted(node.items()):
        if letter == "":
            parts.append('""')
            continue
        text = letter
        while len(below) == 1 and "" not in below:
            ((letter, below),) = below.items()
            text += letter
        literal = json.dumps(text, ensure_ascii=False)
        parts.append(literal if set(below) == {""} else f"{literal} {_alternatives(below)}")
    return parts[0] if len(parts) == 1 else f"({' | '.join(parts)})"
