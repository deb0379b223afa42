"""The pages of docs/cookbook as stories that can be lived: their files, their commands and what they say comes out."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.e2e.terminal import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOOK = ROOT / "docs" / "cookbook"
_NAME = re.compile(r"`([^`]+)`:$")  # of the file in the block below
_OPEN = "…"  # in a shown line: whatever stands there
_NUMBER = re.compile(r"\d[\d.,]*")
_RULE = re.compile(r"([━─])\1+")


@dataclass
class Command:
    """A line behind `$ ` with the lines that a page shows of its output."""

    line: str
    shown: list[str] = field(default_factory=list)


@dataclass
class Story:
    """What a page holds: files by name, and commands in their order."""

    files: dict[str, str] = field(default_factory=dict)
    commands: list[Command] = field(default_factory=list)


def read(page: str) -> Story:
    """The story of a page; a block with a file stands below a line that ends with its name."""
    story = Story()
    for above, kind, lines in _blocks((BOOK / page).read_text(encoding="utf-8").splitlines()):
        if kind != "console":
            if name := _NAME.search(above):
                story.files[name[1]] = "".join(f"{line}\n" for line in lines)
            continue
        for line in lines:
            if line.startswith("$ "):
                story.commands.append(Command(line.removeprefix("$ ")))
            elif line.strip() not in ("", _OPEN):
                story.commands[-1].shown.append(line)
    return story


def _blocks(lines: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Each fenced block: the last line with words above it, its kind, its lines."""
    above, kind, block = "", None, list[str]()
    for line in lines:
        if line.startswith("```"):
            if kind is not None:
                yield above, kind, block
            kind, block = (line[3:].strip(), []) if kind is None else (None, [])
        elif kind is not None:
            block.append(line)
        elif line.strip():
            above = line.strip()


def live(page: str, folder: Path, **variables: str) -> None:
    """Lay the files into the folder and run the commands; each must end well and say what the page shows of it."""
    story = read(page)
    for name, text in story.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    programs = folder.parent / "programs"
    programs.mkdir()
    hone = programs / "hone"
    hone.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m engine "$@"\n')
    hone.chmod(0o755)
    around = environment()
    around |= {"PATH": f"{programs}:{around['PATH']}", "HONE_SETTINGS": str(programs / "settings.ini"), **variables}
    around |= {"COLUMNS": "100"}
    for command in story.commands:
        done = subprocess.run(
            ["sh", "-c", command.line], cwd=folder, env=around, capture_output=True, text=True, timeout=240, check=False
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, f"$ {command.line}\n{said}"
        for line in command.shown:
            assert says(said, line), f"$ {command.line}\ndoes not say {line!r} any more:\n{said}"


def says(said: str, shown: str) -> bool:
    """Whether a line of an output is the one that is shown, whatever its figures are."""
    parts = (r"[\d.,]+".join(map(re.escape, _NUMBER.split(part))) for part in _plain(shown).split(_OPEN))
    return re.search(rf"^{'.*'.join(parts)}$", _plain(said), re.MULTILINE) is not None


def _plain(text: str) -> str:
    """Without what depends on the width of a column."""
    return "\n".join(re.sub(r"[ \t]+", " ", _RULE.sub(r"\1", line)).strip() for line in text.splitlines())


@dataclass
class Writer:
    """Stands in for a chat model on a server: asks about the sentences that it knows, and quotes them as answers.

    `known` has the questions about each sentence, the first of which is asked and the others are its other wordings.
    """

    known: dict[str, list[str]]

    def reply(self, number: int, body: dict[str, Any]) -> str:
        """A reply as ChatServer wants it."""
        prompt = body["messages"][-1]["content"]
        properties = body["response_format"]["json_schema"]["schema"]["properties"]
        if "answer" in properties:
            asked = prompt.rpartition("Question: ")[2].strip()
            return json.dumps(
                next(({"answer": text, "evidence": text} for text, all_ in self.known.items() if asked in all_), {})
            )
        most = properties["questions"]["maxItems"]
        if prompt.startswith("Text:"):
            asked_for = [all_[0] for text, all_ in self.known.items() if text in prompt]
            return json.dumps({"questions": [{"kind": "fact", "question": one} for one in asked_for[:most]]})
        first = prompt.partition("Question: ")[2].splitlines()[0]
        others = next((all_[1:] for all_ in self.known.values() if all_[0] == first), [])
        return json.dumps({"questions": others[:most]})
