"""Instruction datasets of other programs, in and out: one kind of row, eight kinds of file."""

from engine.dataset.formats.reading import read_rows
from engine.dataset.formats.rows import Fields, Found, Row
from engine.dataset.formats.writing import FORMATS, Written, write_rows

__all__ = ["FORMATS", "Fields", "Found", "Row", "Written", "read_rows", "write_rows"]
