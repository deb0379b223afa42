"""Prompts of chat writers: text files in `resources/prompts/LANGUAGE/`, a system part and a user part."""

from __future__ import annotations

import functools
import re
from string import Template
from typing import TYPE_CHECKING

from engine.resources import resource

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

LANGUAGES = ("en", "ko")
_TOPIC = {"en": "- The questions are about this topic: {}\n", "ko": "- 질문의 주제는 다음과 같습니다: {}\n"}
_BLANK_LINES = re.compile(r"\n{2,}$")


def messages(task: str, language: str, *, topic: str, instructions: str, **values: str) -> list[BaseMessage]:
    """The messages for a task (ask, answer, wordings) in a language; English where there is no file for it.

    What a person or a document says is put in as it is: a `$` in it means nothing.
    """
    from langchain_core.messages import HumanMessage, SystemMessage

    known = language if language in LANGUAGES else "en"
    system, user = _parts(known, task)
    added = {
        "topic": _TOPIC[known].format(topic.strip()) if topic.strip() else "",
        "instructions": f"{instructions.strip()}\n" if instructions.strip() else "",
    }
    return [
        SystemMessage(Template(system).substitute(added).strip()),
        HumanMessage(Template(user).substitute(values).strip()),
    ]


@functools.cache
def _parts(language: str, task: str) -> tuple[str, str]:
    text = resource("prompts", language, f"{task}.txt").read_text(encoding="utf-8")
    system, _, user = text.partition("\n---\n")
    return f"{_BLANK_LINES.sub('', system)}\n", user
