"""What the engine says in another language: a text is looked up by the template that it was made from.

The engine speaks English with names and numbers in it, so a text is looked up as it is, then by the templates of
resources/i18n/engine.json, then sentence by sentence.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT = "engine"  # under which the files of translations keep what the engine says
_HOLE = re.compile(r"\{(\d+)\}")
_NAME = re.compile(r"[a-z0-9]+(?:[_ ][a-z0-9]+)*")
_SENTENCE = re.compile(r"(?<=[.!?:;])(\s+)")
_COUNTED = re.compile(r"(\d[\d,.]*) (\D.*)", re.DOTALL)
_PARTICLES = {
    "을(를)": ("을", "를"),
    "이(가)": ("이", "가"),
    "은(는)": ("은", "는"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라고": ("이라고", "라고"),
}
_PARTICLE = re.compile(rf"([가-힣0-9])([’”)\]]*)({'|'.join(map(re.escape, _PARTICLES))})")
_DIGIT_ENDS = (21, 8, 0, 16, 0, 0, 1, 8, 8, 0)  # final sounds of 영 일 이 삼 사 오 육 칠 팔 구; 0 is none, 8 is ㄹ
_OPTION = "{0}: {1} is "  # begins with the title of an option
_DEEPEST = 4
_MOST_KEPT = 4096


@dataclass(frozen=True, slots=True)
class _Template:
    text: str
    parts: tuple[str, ...]  # between the holes

    @classmethod
    def of(cls, text: str) -> _Template:
        return cls(text, tuple(_HOLE.split(text)[::2]))

    def pieces(self, text: str) -> tuple[str, ...]:
        """What stands in the holes of a text that was made from it; () for any other."""
        if not (text.startswith(self.parts[0]) and text.endswith(self.parts[-1])):
            return ()
        found = _form(self.parts).match(text)
        return found.groups() if found else ()


@functools.cache
def _form(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Compiled when a text may be of this form: there are hundreds of them, and few are ever met."""
    return re.compile("(.*?)".join(map(re.escape, parts)) + r"\Z", re.DOTALL)


class Phrases:
    """The engine's texts in one language; `translated` gives a text or template of it, or what it was given."""

    def __init__(self, translated: Callable[[str], str]) -> None:
        self._translated = translated
        self._kept: dict[tuple[str, int], str] = {}

    def said(self, text: str) -> str:
        """A text in the language; as it is where there is no translation."""
        return self._said(text, 0) if text else ""

    def forget(self) -> None:
        """The language has changed."""
        self._kept.clear()

    def _said(self, text: str, depth: int) -> str:
        key = (text, depth)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            whole = self._whole(text, depth)
            self._kept[key] = whole if whole is not None else self._parted(text, depth)
        return self._kept[key]

    def _parted(self, text: str, depth: int) -> str:
        return self._sentences(text, depth + 1) if depth <= _DEEPEST else text

    def _whole(self, text: str, depth: int) -> str | None:
        """The translation of a text that is one of the engine's, or made from one."""
        name = text.replace("_", " ") if _NAME.fullmatch(text) else text
        if name in _known():
            return self._translated(name)
        if f"{text}." in _known():  # a title that was shown without its full stop
            return self._translated(f"{text}.").removesuffix(".")
        if depth <= _DEEPEST:
            for template in _templates():
                if found := template.pieces(text):
                    return self._filled(template.text, found, depth)
        return None

    def _sentences(self, text: str, depth: int) -> str:
        """Sentence after sentence, as many at once as were written as one text."""
        parts, said, at = _SENTENCE.split(text), [], 0  # every second part is the space between two sentences
        while at < len(parts):
            for end in range(len(parts), at, -2):
                piece = "".join(parts[at:end])
                whole = self._whole(piece, depth) if piece != text else None
                if whole is not None or end <= at + 1:
                    said.append(self._single(piece, depth) if whole is None else whole)
                    said += parts[end : end + 1]
                    at = end + 1
                    break
        return "".join(said)

    def _single(self, text: str, depth: int) -> str:
        """A sentence that is none of the engine's as it stands: it may be counted, or one of a list."""
        if counted := _COUNTED.match(text):
            said = self._said(counted[2], depth + 1)
            return f"{counted[1]} × {said}" if said != counted[2] else text
        if text.endswith(";") and (whole := self._whole(text[:-1], depth)) is not None:
            return f"{whole};"
        return text

    def _filled(self, template: str, pieces: tuple[str, ...], depth: int) -> str:
        """The translated template with the pieces of the original, words of the engine among them translated too."""
        said = [self._piece(piece, depth + 1) for piece in pieces]
        if template.startswith(_OPTION):
            said[0] = self._said(pieces[0], depth + 1)
        return particles(_HOLE.sub(lambda hole: said[int(hole[1])], self._translated(template)))

    def _piece(self, piece: str, depth: int) -> str:
        """A part of a text; a single word with a capital is somebody's name for something, not a word of ours."""
        return self._said(piece, depth) if " " in piece or _NAME.fullmatch(piece) else piece


@functools.cache
def phrases(language: str) -> Phrases:
    """The texts in a language that a file of translations ships for; English where there is none."""
    file = resource("i18n", f"{language}.ts")
    known: dict[str, str] = {}
    if file.is_file():
        for context in ElementTree.parse(file).getroot().iterfind("context"):
            if context.findtext("name") == CONTEXT:
                for message in context.iterfind("message"):
                    known[message.findtext("source", "")] = message.findtext("translation", "")
    return Phrases(lambda source: known.get(source) or source)


def particles(text: str) -> str:
    """Korean with the particle that fits the sound before it: 파일을 and 문서를 for 파일을(를) and 문서을(를)."""
    return _PARTICLE.sub(_particle, text)


def _particle(found: re.Match[str]) -> str:
    last, quote, both = found.groups()
    end = (ord(last) - ord("가")) % 28 if "가" <= last <= "힣" else _DIGIT_ENDS[int(last)]
    after_consonant, after_vowel = _PARTICLES[both]
    closed = end not in (0, 8) if both == "(으)로" else bool(end)
    return f"{last}{quote}{after_consonant if closed else after_vowel}"


@functools.cache
def _sources() -> tuple[str, ...]:
    return tuple(json.loads(resource("i18n", "engine.json").read_text(encoding="utf-8")))


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(_sources())


@functools.cache
def _templates() -> tuple[_Template, ...]:
    """Those with holes; the ones with more letters of their own fit more tightly and come first."""
    found = [text for text in _sources() if _HOLE.search(text)]
    return tuple(map(_Template.of, sorted(found, key=lambda text: (-len(_HOLE.sub("", text)), text))))
