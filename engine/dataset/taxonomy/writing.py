"""Write qna.yaml files that InstructLab takes, with texts of several lines as readable blocks."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

MARK = "# Written by Hone"
_WIDTH = 110


class Seed(NamedTuple):
    """A context and its (question, answer) pairs; of a skill one pair, and the context may be ''."""

    context: str
    pairs: list[tuple[str, str]]


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]
    """Lists are set in below their name, as InstructLab's linter wants them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Blocks for lines; a text that begins with a line break or blank, or has other breaks, is quoted."""
    odd = not set(text).isdisjoint("\r\x85\u2028\u2029")
    block = "\n" in text and text[0] not in " \n\t"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if odd else "|" if block else None)


_Dumper.add_representer(str, _string)


def knowledge(seeds: list[Seed], *, version: int, **fields: Any) -> str:
    """A knowledge file of version 1 or 3; `fields` are created_by, domain, document and the outline or description."""
    if version == 1:
        examples: list[Any] = [_pair(*pair) for seed in seeds for pair in seed.pairs]
        return _dump({**fields, "seed_examples": examples})
    examples = [
        {"context": seed.context, "questions_and_answers": [_pair(*pair) for pair in seed.pairs]} for seed in seeds
    ]
    return _dump({"version": version, **fields, "seed_examples": examples})


def skill(seeds: list[Seed], *, version: int, **fields: Any) -> str:
    """A skill file; `fields` are created_by and task_description."""
    examples = [
        {**({"context": seed.context} if seed.context else {}), **_pair(*pair)} for seed in seeds for pair in seed.pairs
    ]
    start = {} if version == 1 else {"version": version}
    return _dump({**start, **fields, "seed_examples": examples})


def _pair(question: str, answer: str) -> dict[str, str]:
    return {"question": question, "answer": answer}


def _dump(content: dict[str, Any]) -> str:
    text: str = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return f"{MARK}\n{text}"
