"""The forgetting probe: general questions and texts, or the starter's own skills, asked of base and tuned model."""

from __future__ import annotations

from engine.probe.asking import answer, is_starter
from engine.probe.items import LANGUAGES, PICKING, SKILLS, SUITES, TEXT, WRITING, Item, items
from engine.probe.rules import right

__all__ = [
    "LANGUAGES",
    "PICKING",
    "SKILLS",
    "SUITES",
    "TEXT",
    "WRITING",
    "Item",
    "answer",
    "is_starter",
    "items",
    "right",
]
