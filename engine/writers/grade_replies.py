"""What a grader replied: a score or a choice in JSON, or in words why neither can be had."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from engine.servers import plain

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage

REFUSED = "refused"  # how a reply ended that a server would not give
HIGHEST = 100
LONGEST_REASON = 240  # characters; llama.cpp refuses grammars that repeat a thousand times
BETTER = {"A": 1.0, "B": 0.0, "same": 0.5}


def too_long(name: str) -> str:
    """The problem with what does not fit a model."""
    return f"question, reference and reply are too long for {name}"


def object_of(reply: AIMessage) -> tuple[dict[str, Any], str]:
    """The JSON object of a reply, or why there is none."""
    finish = str(reply.response_metadata.get("finish_reason"))
    if finish.startswith(REFUSED):
        return {}, f"its server {finish}"
    try:
        value = json.loads(str(reply.content), strict=False)
    except (ValueError, RecursionError):  # no JSON, numbers of thousands of digits, brackets without end
        if finish == "length":
            return {}, "its reply was cut"
        return {}, f"its reply is no JSON: it ended by {finish}"
    return (value, "") if isinstance(value, dict) else ({}, "its reply is no JSON object")


def score_of(value: dict[str, Any]) -> tuple[float | None, str]:
    """The score of a grader's object, or why there is none."""
    found = value.get("score")
    try:
        score = float(found) if isinstance(found, int | float | str) and not isinstance(found, bool) else None
    except (ValueError, OverflowError):
        score = None
    if score is None:
        return None, "its reply holds no score"
    if not 0 <= score <= HIGHEST:  # nor one that is no number
        return None, f"its score is {plain(found, 20)}, which is not between 0 and {HIGHEST}"
    return score, ""


def better_of(value: dict[str, Any]) -> tuple[float | None, str]:
    """1 where the first one is better, 0 where the second is, 0.5 for neither, or why it cannot be told."""
    found = BETTER.get(str(value.get("better")))
    return (found, "") if found is not None else (None, "its reply does not say which one is better")


def reason_of(value: dict[str, Any]) -> str:
    """Why, on one line; '' where it is not said."""
    found = value.get("reason")
    return plain(found, LONGEST_REASON * 2) if isinstance(found, str) else ""
