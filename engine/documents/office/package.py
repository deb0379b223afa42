"""Files that are ZIP archives of XML - Word, PowerPoint, EPUB: opened only when they are what they say they are."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from engine.errors import HoneError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from lxml.etree import _Element as Element

_MOST_PARTS = 20_000
_MOST_BYTES = 4_000_000_000  # of all parts, unpacked
_MOST_MARKUP = 300_000_000  # of the parts that are XML or HTML
_SMALL = 50_000_000  # bytes unpacked, up to which nobody minds how well they were packed
_MOST_RATIO = 150  # times its packed size
_MARKUP = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DECLARED_WITHIN = 65_536  # bytes in which entities are declared


class Package:
    """An open archive; use it as a context. Every failure to read from it is a HoneError that names the file."""

    def __init__(self, path: Path) -> None:
        """Look at the list of its parts before anything is unpacked."""
        self.name = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise self.damaged(str(error)) from error
        try:
            self._check(path.stat().st_size)
        except HoneError:
            self._zip.close()
            raise
        self._folded = {name.lower(): name for name in self._zip.namelist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def damaged(self, detail: str) -> HoneError:
        """The words for a file that is not whole."""
        hint = f"It could not be opened ({detail}). Get a fresh copy, or open it in its own program and save it again."
        return HoneError(f"{self.name} is damaged", hint)

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return self._part(name) in self._folded

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        if not self.has(name):
            raise self.damaged(f"there is no {name} in it")
        return self._read(self._folded[self._part(name)])

    def xml(self, name: str) -> Element:
        """The root of a part that is XML; entities of its own are refused, none is looked up outside."""
        from lxml import etree

        data = self.read(name)
        self.refuse_entities(data)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=False, remove_comments=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged(f"{name}: {error}") from error

    def refuse_entities(self, data: bytes) -> None:
        """Raise HoneError for markup with abbreviations of its own: they can be made to fill the memory."""
        if _ENTITY.search(data[:_DECLARED_WITHIN].replace(b"\x00", b"")):
            hint = "It declares XML entities, which no program writes and attackers do. Do not open it."
            raise HoneError(f"{self.name} is not safe to read", hint)

    def refuse_all_entities(self) -> None:
        """Do so for each part: for a library that reads them by itself."""
        for name in self.names():
            if name.lower().endswith((".xml", ".rels")):
                self.refuse_entities(self._read(name, _DECLARED_WITHIN))

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the archive: id to the last word of its type, and the name of the part."""
        folder, _, name = part.rpartition("/")
        listing = f"{folder}/_rels/{name}.rels".lstrip("/")
        if not self.has(listing):
            return {}
        return {
            relation.get("Id") or "": (
                (relation.get("Type") or "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/"),
            )
            for relation in self.xml(listing)
            if relation.get("TargetMode") != "External"
        }

    def _read(self, name: str, most: int = -1) -> bytes:
        try:
            with self._zip.open(name) as part:
                return part.read(most)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise self.damaged(str(error) or type(error).__name__) from error

    def _part(self, name: str) -> str:
        plain = name.lstrip("/").lower()
        return plain if plain in self._folded else unquote(plain)

    def _check(self, size: int) -> None:
        parts = self._zip.infolist()
        whole = sum(part.file_size for part in parts)
        markup = sum(part.file_size for part in parts if part.filename.lower().endswith(_MARKUP))
        bomb = whole > _SMALL and whole > _MOST_RATIO * size
        if bomb or len(parts) > _MOST_PARTS or whole > _MOST_BYTES or markup > _MOST_MARKUP:
            hint = f"Unpacked it has {whole // 1_000_000} MB in {len(parts)} parts. Split it, or save it as PDF."
            raise HoneError(f"{self.name} unpacks to more than Hone reads", hint)
        if any(part.flag_bits & 1 for part in parts):
            raise HoneError(f"{self.name} is protected by a password", "Save a copy without one, and read that.")
