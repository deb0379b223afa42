"""Pictures of pages as files (PNG, JPEG, TIFF), each picture in them a page whose letters are recognised."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from engine.documents.headings import Headings
from engine.documents.isolation import watch
from engine.documents.letters import ocr
from engine.documents.letters.recognition import Picture
from engine.documents.lines import body_size, styles
from engine.documents.paragraphs import Joiner
from engine.documents.reading import Reading, ReadPage, damaged
from engine.errors import HoneError
from engine.project.documents import FAILED, OCR, SCANNED

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

_MOST_BYTES = 200_000_000
_MOST_PICTURES = 1_000
_DAMAGED = "The picture is damaged."


def read_image(path: Path) -> Reading:
    """Read a picture, or all of a TIFF, by recognising the letters, upright as its EXIF data have it.

    Raises HoneError when the file is damaged or too large.
    """
    from PIL import Image

    if path.stat().st_size > _MOST_BYTES:
        raise HoneError(f"{path.name} is too large", f"Hone reads pictures up to {_MOST_BYTES // 1_000_000} MB.")
    try:
        # Pillow warns of large pictures long before it refuses them.
        with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
            count = min(getattr(image, "n_frames", 1), _MOST_PICTURES)
            pages = tuple(_page(number, image) for number in range(1, count + 1))
    except (OSError, ValueError, SyntaxError, ArithmeticError, Image.DecompressionBombError) as error:
        raise damaged(path.name, "it cannot be shown") from error
    return Reading("image", path.stem, pages)


def _page(number: int, image: Image) -> ReadPage:
    engine = ocr.recogniser()
    try:
        image.seek(number - 1)
        shown = _upright(image)
    except (OSError, ValueError, SyntaxError, EOFError):
        return ReadPage(number, "", FAILED, _DAMAGED)
    if engine is None:
        return ReadPage(number, "", SCANNED, f"{ocr.NOTHING_FOUND} {ocr.advice()}")
    if left_out := watch.begin(number, OCR):
        return ReadPage(number, "", FAILED, left_out)
    languages = ocr.chosen(engine.languages(), [])
    sheet, instead = ocr.read_picture(
        number, _picture(shown), engine, languages, lambda degrees: _picture(shown.rotate(-degrees, expand=True))
    )
    if not sheet.lines:
        return instead
    known = styles([sheet])
    body = body_size(known)
    headings = Headings([sheet], [], body, known)
    text = Joiner([sheet], body).text(sheet)
    tables = sum(line.table is not None for line in sheet.lines)
    return ReadPage(number, text, headings=headings.on(number), tables=tables, method=OCR)


def _upright(image: Image) -> Image:
    """The picture in shades of grey on white, turned as its EXIF data say that the camera was held."""
    from PIL import Image, ImageOps

    shown = ImageOps.exif_transpose(image)
    if "A" in shown.getbands() or "transparency" in shown.info:
        shown = shown.convert("RGBA")
        white = Image.new("RGBA", shown.size, "white")
        shown = Image.alpha_composite(white, shown)
    return shown.convert("L")


def _picture(shown: Image) -> Picture:
    data = io.BytesIO()
    shown.save(data, "PNG", compress_level=1)
    return Picture(data.getvalue(), shown.width, shown.height)
