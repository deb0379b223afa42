"""What pypdf reads where pdfium reads nothing, within limits that a hostile file cannot pass."""

from __future__ import annotations

import logging
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf import PdfReader

# pypdf raises plain Python errors on malformed files; these are all that its fuzzing has shown.
_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_LIMITS = {
    "maximum_declared_stream_length": 50_000_000,
    "array_based_stream_maximum_output_length": 50_000_000,
    "lzw_maximum_output_length": 50_000_000,
    "run_length_maximum_output_length": 50_000_000,
    "zlib_maximum_output_length": 50_000_000,
    "stream_decoding_work_maximum_length": 100_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 500,
    "jbig2dec_binary": None,
}


class SecondOpinion:
    """A PDF as pypdf sees it; opened when first asked, silent about what it cannot read."""

    def __init__(self, path: Path, password: str) -> None:
        self._path, self._password = path, password
        self._reader: PdfReader | None = None
        self._refused = False

    def pages(self) -> int:
        """How many pages pypdf finds; 0 when it cannot open the file."""
        with _limited():
            reader = self._open()
            try:
                return 0 if reader is None else len(reader.pages)
            except _failures():
                return 0

    def text(self, number: int, count: int) -> str:
        """The text of page `number` of `count`; '' when there is none, it cannot be read, or pypdf counts otherwise."""
        with _limited():
            reader = self._open()
            try:
                if reader is None or len(reader.pages) != count:
                    return ""
                return reader.pages[number - 1].extract_text()
            except _failures():
                return ""

    def _open(self) -> PdfReader | None:
        if self._reader is None and not self._refused:
            from pypdf import PdfReader

            try:
                self._reader = PdfReader(self._path, password=self._password or None)
            except _failures():
                self._refused = True
        return self._reader


def _failures() -> tuple[type[BaseException], ...]:
    from pypdf.errors import DependencyError, PyPdfError

    return (PyPdfError, DependencyError, *_ERRORS)


@contextmanager
def _limited() -> Iterator[None]:
    """pypdf with our limits, and without its page-long warnings."""
    from pypdf import apply_configuration

    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with apply_configuration(**_LIMITS):  # type: ignore[arg-type]
            yield
    finally:
        logger.setLevel(level)
