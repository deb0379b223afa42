"""The Korean word lists, which lie in resources/prompts/ko."""

from __future__ import annotations

import functools

from engine.resources import resource


@functools.cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a word list without its comments."""
    text = resource("prompts", "ko", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@functools.cache
def words(name: str) -> frozenset[str]:
    """All words of a list that is nothing but words."""
    return frozenset(word for line in lines(name) for word in line.split())


@functools.cache
def listed(name: str, kind: str) -> frozenset[str]:
    """One of the named lists of a file; raises KeyError for another name."""
    lists = dict(line.split(":", 1) for line in lines(name))
    return frozenset(lists[kind].split())


def forms(kind: str) -> frozenset[str]:
    """Small words and endings."""
    return listed("forms", kind)


def nouns(kind: str) -> frozenset[str]:
    """Nouns by what a question needs to know of them."""
    return listed("nouns", kind)


@functools.cache
def nouns_tuple(kind: str) -> tuple[str, ...]:
    """A list of nouns for `endswith`."""
    return tuple(sorted(nouns(kind)))


@functools.cache
def verbs() -> dict[str, str]:
    """Stems of verbs with their irregularity, '' for the regular ones."""
    found = {}
    for entry in words("verbs"):
        stem, _, kind = entry.partition("/")
        found[stem] = kind
    return found


def adjectives() -> frozenset[str]:
    """Stems of adjectives."""
    return words("adjectives")
