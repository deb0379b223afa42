"""Letters in pictures as the program tesseract tells them (Apache-2.0; a program of its own, asked by command line)."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

from engine.documents.letters.recognition import DPI, RecognitionError, Word
from engine.resources import system_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.documents.letters.recognition import Picture

_SECONDS = 170
_WORD_LEVEL = "5"
_TURN = re.compile(rb"Rotate:\s*(\d+)")
_SURE = re.compile(rb"Orientation confidence:\s*([\d.]+)")
_LEAST_SURE = 2.0
# Its own names for languages, by ISO 639-1 code.
_NAMES = {
    "en": "eng", "ko": "kor", "ja": "jpn", "zh": "chi_sim", "de": "deu", "fr": "fra", "es": "spa", "it": "ita",
    "pt": "por", "nl": "nld", "sv": "swe", "pl": "pol", "tr": "tur", "ru": "rus", "el": "ell", "ar": "ara",
    "he": "heb", "hi": "hin", "th": "tha",
}  # fmt: skip


class Tesseract:
    """The program at a path."""

    name = "tesseract"

    def __init__(self, program: str) -> None:
        self._program = program
        self._installed = _installed(program)

    def languages(self) -> list[str]:
        """The languages whose data are installed."""
        names = {name: code for code, name in _NAMES.items()}
        return [names.get(name, name) for name in self._installed if name not in ("osd", "equ")]

    def words(self, picture: Picture, languages: Sequence[str]) -> list[Word]:
        """The words in the order of tesseract's blocks and lines. Raises RecognitionError."""
        names = "+".join(_NAMES.get(code, code) for code in languages)
        command = [self._program, "stdin", "stdout", "--dpi", str(DPI), "-l", names, "--psm", "3", "tsv"]
        rows = csv.DictReader(
            io.StringIO(_run(command, picture.data).decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return [_word(row) for row in rows if row.get("level") == _WORD_LEVEL and (row.get("text") or "").strip()]

    def turn(self, picture: Picture) -> int:
        """What tesseract's data for orientation say; 0 where they are missing or unsure."""
        if "osd" not in self._installed:
            return 0
        try:
            told = _run([self._program, "stdin", "stdout", "--dpi", str(DPI), "--psm", "0"], picture.data)
        except RecognitionError:  # too few letters to tell
            return 0
        turn, sure = _TURN.search(told), _SURE.search(told)
        return int(turn.group(1)) % 360 if turn and sure and float(sure.group(1)) >= _LEAST_SURE else 0


def recogniser() -> Tesseract | None:
    """Tesseract, when it is installed with at least one language."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    found = Tesseract(program)
    return found if found.languages() else None


@cache
def _installed(program: str) -> tuple[str, ...]:
    try:
        command = [program, "--list-langs"]
        listed = subprocess.run(command, capture_output=True, timeout=30, check=True, env=system_environment())
    except (OSError, subprocess.SubprocessError):
        return ()
    lines = (listed.stdout or listed.stderr).decode("utf-8", "replace").splitlines()
    return tuple(line.strip() for line in lines[1:] if line.strip())


def _run(command: list[str], data: bytes) -> bytes:
    environment = {**system_environment(), "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise RecognitionError(f"tesseract needed more than {_SECONDS} seconds.") from error
    except OSError as error:
        raise RecognitionError(f"tesseract cannot be started ({error.strerror}).") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RecognitionError(f"tesseract says: {words[-1][:200] if words else done.returncode}")
    return done.stdout


def _word(row: dict[str, str]) -> Word:
    left, top = float(row["left"]), float(row["top"])
    line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
    right, bottom = left + float(row["width"]), top + float(row["height"])
    return Word(row["text"].strip(), left, top, right, bottom, max(float(row["conf"]), 0.0) / 100, line)
