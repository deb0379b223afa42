"""Prompts of chat writers: text files in `resources/prompts/LANGUAGE/`, a system part and a user part.

The tasks about a text of the document have one system part, document.txt, and begin with the text: whoever keeps
what it has read, reads both once for all questions and answers of the text.
"""

from __future__ import annotations

import functools
import re
from string import Template
from typing import TYPE_CHECKING

from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langchain_core.messages import BaseMessage

    from engine.writers.examples import Example

LANGUAGES = ("en", "ko")
_TOPIC = {"en": "- The questions are about this topic: {}\n", "ko": "- 질문의 주제는 다음과 같습니다: {}\n"}
_KINDS = {
    "en": {
        "fact": "fact: a number, a name, a date, a place, a limit",
        "how_to": "how_to: how something is done, with all its steps",
        "why": "why: a reason, a cause or a purpose",
        "comparison": "comparison: how two things differ, or which of them has more of something",
        "list": "list: several things that belong together",
        "yes_no": "yes_no: whether something is so",
    },
    "ko": {
        "fact": "fact: 숫자, 이름, 날짜, 장소, 한도",
        "how_to": "how_to: 어떤 일을 하는 방법과 모든 단계",
        "why": "why: 이유, 원인, 목적",
        "comparison": "comparison: 두 대상의 차이, 또는 어느 쪽이 더한지",
        "list": "list: 함께 속하는 여러 가지",
        "yes_no": "yes_no: 그러한지 아닌지",
    },
}
_EXAMPLES = {
    "en": ("Write in the manner of these examples, about the text and not about them:", "Question: {}", "Answer: {}"),
    "ko": ("다음 예시와 같은 방식으로 쓰되, 예시가 아니라 글에 대해 씁니다:", "질문: {}", "답: {}"),
}
_BESIDE = {"en": "Excerpts beside it:\n{}\n\n", "ko": "그 밖의 발췌문:\n{}\n\n"}
_ROW = {"en": "Instruction: {}\nInput: {}\nAnswer: {}", "ko": "지시: {}\n입력: {}\n답: {}"}
_BLANK_LINES = re.compile(r"\n{2,}$")


def messages(
    task: str,
    language: str,
    *,
    topic: str,
    instructions: str,
    kinds: Sequence[str] = (),
    examples: Sequence[Example] = (),
    beside: Sequence[str] = (),
    **values: str,
) -> list[BaseMessage]:
    """The messages for a task in a language; English where there is no file for it.

    What a person or a document says is put in as it is: a `$` in it means nothing. `kinds` are those a
    question may have; `examples` show the questions and answers, or the rows of a skill, that are wanted; `beside`
    are excerpts beside the text.
    """
    from langchain_core.messages import HumanMessage, SystemMessage

    known = language if language in LANGUAGES else "en"
    system, user = _parts(known, task)
    added = {
        "topic": _TOPIC[known].format(topic.strip()) if topic.strip() else "",
        "instructions": f"{instructions.strip()}\n" if instructions.strip() else "",
        "kinds": "\n".join(f"  - {_KINDS[known][kind]}" for kind in kinds),
        "examples": _shown(known, examples),
    }
    if task == "skill":
        values["examples"] = "\n\n".join(_ROW[known].format(e.question, e.input, e.answer) for e in examples)
    numbered = [f"[{number}] {text}" for number, text in enumerate(beside, start=1)]
    values["excerpts"] = _BESIDE[known].format("\n".join(numbered)) if beside else ""
    return [
        SystemMessage(Template(system).substitute(added).strip()),
        HumanMessage(Template(user).substitute(values).strip()),
    ]


def _shown(language: str, examples: Sequence[Example]) -> str:
    """Questions with their answers; '' where there are none."""
    if not examples:
        return ""
    opening, question, answer = _EXAMPLES[language]
    lines = [f"{question.format(e.question)}\n{answer.format(e.answer)}" for e in examples]
    return "\n".join([opening, *lines, ""])


@functools.cache
def _parts(language: str, task: str) -> tuple[str, str]:
    text = resource("prompts", language, f"{task}.txt").read_text(encoding="utf-8")
    system, is_whole, user = text.partition("\n---\n")
    if not is_whole:
        system, user = resource("prompts", language, "document.txt").read_text(encoding="utf-8").rstrip("\n"), text
    return f"{_BLANK_LINES.sub('', system)}\n", user
