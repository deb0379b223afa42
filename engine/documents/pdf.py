"""PDF: pdfium's lines, cleaned of headers and joined to paragraphs; pypdf where pdfium fails."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from engine.documents.bullets import set_bullets
from engine.documents.characters import clean, garbage
from engine.documents.footnotes import set_notes_apart
from engine.documents.headings import Entry, Headings
from engine.documents.isolation import watch
from engine.documents.language import language
from engine.documents.lines import body_size, styles
from engine.documents.margins import drop_margins
from engine.documents.paragraphs import Joiner
from engine.documents.plain import laid_out
from engine.documents.reading import Coming, Reading, ReadPage, coming, damaged
from engine.documents.second_opinion import SecondOpinion
from engine.documents.taken import Taken
from engine.errors import HoneError
from engine.project.documents import BLANK, FAILED, LOCKED, OCR, SCANNED, WRONG_PASSWORD
from engine.project.documents import TEXT as TEXT_LAYER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from engine.documents.letters.recognition import Recogniser
    from engine.documents.lines import Sheet

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5  # pdfium's kinds of page objects (fpdf_edit.h)
_MANY_PATHS = 30  # letters drawn as outlines; fewer are rules and boxes
_FEW = 400  # characters that headers and footers may have on a page that is otherwise a picture
_SAMPLE_PAGES = 50  # that tell the document's language
_MOST_PAGES = 50_000
_MOST_HEADINGS = 20_000
_PROGRAM_TITLES = re.compile(
    r"(?:untitled|microsoft (?:word|powerpoint|excel)|powerpoint presentation|slide \d+|document\d*|print\b)|"
    r"\.(?:docx?|pptx?|xlsx?|odt|rtf|tex|dvi|indd|qxd|hwpx?|pdf)$",
    re.IGNORECASE,
)
_TITLE = 1.1  # times the body's type
_LONGEST_TITLE = 200
_CONTENTS = re.compile(r"(?:table of )?contents|index|목차|차례|inhalt(?:sverzeichnis)?|目次|目录", re.IGNORECASE)
_NO_LETTERS = "The fonts of the page do not tell which letters they show: text recognition (OCR) can."


def read_pdf(path: Path, password: str, after_page: Callable[[], None], given: Iterable[Taken] = ()) -> Coming:
    """Read a PDF; `after_page` is called for each page and may raise to stop. Its texts are written as they are wanted.

    Pages that are `given` were read before, by `read_ahead`. Raises HoneError when a password is needed or wrong, or
    when no page can be opened.
    """
    import pypdfium2

    _forget_errors()
    try:
        pdf = pypdfium2.PdfDocument(path, password=password or None)
    except pypdfium2.PdfiumError as error:
        _refuse(error, path.name, password)
        return coming(_by_pypdf(path, password, after_page))
    try:
        return _Pages(pdf, path, password).read(after_page, {taken.number: taken for taken in given})
    finally:
        pdf.close()


def read_ahead(path: Path, password: str, first: int, last: int) -> Iterator[Taken]:
    """Read only these pages of a PDF, each by itself; none where the file does not open without trouble."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path, password=password or None)
    except pypdfium2.PdfiumError:
        return
    try:
        pages = _Pages(pdf, path, password)
        for number in range(first, min(last, len(pdf)) + 1):
            yield pages.take(number)
    finally:
        pdf.close()


def count_pages(path: Path, password: str) -> int:
    """The number of pages, quickly; 1 when the file cannot be opened so easily."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path, password=password or None)
    except pypdfium2.PdfiumError:
        return 1
    try:
        return max(len(pdf), 1)
    finally:
        pdf.close()


def _forget_errors() -> None:
    """Let pdfium's last error be about a file that is no PDF: of one without pages it tells the error before."""
    import pypdfium2.raw

    pypdfium2.raw.FPDF_LoadMemDocument64(b"-", 1, None)


def _refuse(error: Any, name: str, password: str) -> None:
    """Turn pdfium's error into words where no other reader could do better."""
    import pypdfium2.raw

    if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
        if password:
            raise HoneError(WRONG_PASSWORD.format(name), "Type it again (at the command line after --password).")
        raise HoneError(LOCKED.format(name), "Give the one that opens it (at the command line after --password).")
    if error.err_code == pypdfium2.raw.FPDF_ERR_SECURITY:
        hint = "Its kind of encryption is not supported: open it in a PDF program and save a copy without it."
        raise HoneError(f"{name} is encrypted", hint)


class _Pages:
    """One open PDF on its way to text."""

    def __init__(self, pdf: Any, path: Path, password: str) -> None:
        self._pdf, self._path = pdf, path
        self._second = SecondOpinion(path, password)
        self._sheets: list[Sheet] = []
        self._tables: Counter[int] = Counter()
        self._by_ocr: set[int] = set()
        self._instead: dict[int, str] = {}  # what pypdf read, by page number
        self._empty: dict[int, ReadPage] = {}  # what each page is should it turn out to have no text

    def read(self, after_page: Callable[[], None], given: Mapping[int, Taken]) -> Coming:
        count = len(self._pdf)
        if count > _MOST_PAGES:
            raise HoneError(f"{self._path.name} has too many pages", f"It says {count:,}; split it into parts.")
        for number in range(1, count + 1):
            self._keep(given[number] if number in given else self.take(number))
            after_page()
        body = body_size(styles(self._sheets))
        title = self._title() or self._largest(body)
        self._drop_margins(body)
        self._recognise()
        known = styles(self._sheets)
        body = body_size(known)
        title = title or self._largest(body) or self._path.stem
        set_notes_apart(self._sheets, body)
        headings = Headings(self._sheets, self._entries(), body, known)
        set_bullets(self._sheets)
        self._tables = Counter(sheet.number for sheet in self._sheets for line in sheet.lines if line.table)
        pages = self._written(count, headings, body)
        return Coming("pdf", title, count, language("\n".join(self._words())), pages)

    def _words(self) -> Iterator[str]:
        """The words of all pages, as their lines and cells have them."""
        for sheet in self._sheets:
            for line in sheet.lines:
                yield line.text
                for row in line.table or ():
                    yield " ".join(part.text for cell in row for part in cell)
        yield from self._instead.values()

    def _written(self, count: int, headings: Headings, body: float) -> Iterator[ReadPage]:
        """The pages with their texts."""
        texts = Joiner(self._sheets, body).texts(self._sheets)
        written = next(texts, None)
        for number in range(1, count + 1):
            text = ""
            if written is not None and written[0] == number:
                text, written = written[1], next(texts, None)
            yield self._page(number, text, headings)

    def _drop_margins(self, body: float) -> None:
        """Drop headers and footers, unless the pages hold nothing else and no pictures either."""
        before = [list(sheet.lines) for sheet in self._sheets]
        drop_margins(self._sheets, body)
        if not any(sheet.lines for sheet in self._sheets) and all(p.message == BLANK for p in self._empty.values()):
            for sheet, lines in zip(self._sheets, before, strict=True):
                sheet.lines = lines

    def _recognise(self) -> None:
        """Recognise the letters of pages that are pictures, and of those whose fonts do not tell them."""
        full = {sheet.number for sheet in self._sheets if sheet.lines} | self._instead.keys()
        pages = [page for page in self._empty.values() if page.number not in full and _picture(page)]
        if not pages:
            return
        from engine.documents.letters import ocr

        engine = ocr.recogniser()
        sample = "\n".join(line.text for sheet in self._sheets[:_SAMPLE_PAGES] for line in sheet.lines)
        languages = ocr.chosen(engine.languages(), [language(sample)]) if engine else []
        found: list[Sheet] = []
        for page in pages:
            if engine is None:
                self._empty[page.number] = replace(page, message=f"{page.message} {ocr.advice()}")
            elif left_out := watch.begin(page.number, OCR):
                self._empty[page.number] = ReadPage(page.number, "", FAILED, left_out)
            else:
                sheet, instead = self._recognised(page.number, engine, languages)
                found += [sheet] if sheet.lines else []
                self._empty[page.number] = instead
        drop_margins(found, body_size(styles(found)))
        self._by_ocr = {sheet.number for sheet in found}
        kept = [sheet for sheet in self._sheets if sheet.number not in self._by_ocr]
        self._sheets = sorted(kept + found, key=lambda sheet: sheet.number)

    def _recognised(self, number: int, engine: Recogniser, languages: list[str]) -> tuple[Sheet, ReadPage]:
        from engine.documents.letters import ocr

        page = self._pdf[number - 1]
        try:
            return ocr.read_page(number, page, engine, languages)
        finally:
            page.close()

    def take(self, number: int) -> Taken:
        """Read one page's lines; what goes wrong is that page's state."""
        import pypdfium2

        from engine.documents.pdf_lines import sheet

        if left_out := watch.begin(number):
            return Taken(number, None, ReadPage(number, "", FAILED, left_out))
        try:
            page = self._pdf[number - 1]
        except pypdfium2.PdfiumError:
            return self._failed(number, "The page is damaged and could not be opened.")
        try:
            lines, raw = sheet(page, number)
            kinds = _kinds(page) if len(raw) < _FEW else Counter()
        except pypdfium2.PdfiumError:
            return self._failed(number, "The text of the page could not be read.")
        finally:
            page.close()
        if garbage(raw):
            return self._failed(number, _NO_LETTERS)
        unread = not raw.strip() and kinds.keys() & {TEXT, FORM}
        return Taken(number, lines, _textless(number, kinds), self._ask_pypdf(number) if unread else None)

    def _failed(self, number: int, message: str) -> Taken:
        return Taken(number, None, ReadPage(number, "", FAILED, message), self._ask_pypdf(number))

    def _keep(self, taken: Taken) -> None:
        self._empty[taken.number] = taken.empty
        if taken.sheet is not None:
            self._sheets.append(taken.sheet)
        if taken.instead is not None:
            self._instead[taken.number] = taken.instead

    def _ask_pypdf(self, number: int) -> str | None:
        text = self._second.text(number, len(self._pdf))
        return laid_out([text])[0] if text.strip() and not garbage(text) else None

    def _page(self, number: int, text: str, headings: Headings) -> ReadPage:
        if number in self._instead:
            return ReadPage(number, self._instead[number])
        if not text:
            return self._empty[number]
        method = OCR if number in self._by_ocr else TEXT_LAYER
        return ReadPage(number, text, headings=headings.on(number), tables=self._tables[number], method=method)

    def _entries(self) -> list[Entry]:
        """What the file's outline names, as far as it can be read."""
        import pypdfium2

        entries = []
        for bookmark in islice(self._pdf.get_toc(), _MOST_HEADINGS):
            try:
                target = bookmark.get_dest()
                index = None if target is None else target.get_index()
                if index is not None:
                    entries.append(Entry(index + 1, bookmark.level + 1, clean(bookmark.get_title())))
            except (pypdfium2.PdfiumError, UnicodeDecodeError):
                continue  # a broken entry is no loss: headings are still told by their type
        return entries

    def _title(self) -> str:
        """The title that the file names, or else ''."""
        try:
            named = clean(self._pdf.get_metadata_value("Title")).strip()
        except UnicodeDecodeError:
            named = ""
        return "" if _PROGRAM_TITLES.search(named) else named

    def _largest(self, body: float) -> str:
        """The largest line near the beginning; '' when none stands out."""
        lines = [line for sheet in self._sheets[:2] for line in sheet.lines if len(line.text) > 2]
        largest = max(lines, key=lambda line: line.size, default=None)
        if largest is None or largest.size <= _TITLE * body or _CONTENTS.fullmatch(largest.text):
            return ""
        words = [largest.text]
        for before, line in pairwise(lines[lines.index(largest) :]):
            if line.size < 0.98 * largest.size or not 0 < before.base - line.base < 1.6 * line.size:
                break
            words.append(line.text)
        return " ".join(words)[:_LONGEST_TITLE]


def _picture(page: ReadPage) -> bool:
    """Whether a page without text shows letters that could be recognised."""
    return page.message == _NO_LETTERS or (page.state == SCANNED and page.message != BLANK)


def _kinds(page: Any) -> Counter[int]:
    """How many objects of which kind are on a page."""
    return Counter(item.type for item in islice(page.get_objects(max_depth=3), 2000))


def _textless(number: int, kinds: Counter[int]) -> ReadPage:
    """What to say of a page when nothing but its header and footer is text."""
    if kinds[IMAGE]:
        return ReadPage(number, "", SCANNED, "The page is a picture without text.")
    drawn = kinds[PATH] >= _MANY_PATHS or kinds[FORM]
    return ReadPage(number, "", SCANNED, "The page is drawn, without text." if drawn else BLANK)


def _by_pypdf(path: Path, password: str, after_page: Callable[[], None]) -> Reading:
    """Read a PDF that pdfium does not open."""
    second = SecondOpinion(path, password)
    count = min(second.pages(), _MOST_PAGES)
    texts = []
    left_out: dict[int, str] = {}
    for number in range(1, count + 1):
        left_out[number] = watch.begin(number)
        texts.append("" if left_out[number] else second.text(number, count))
        after_page()
    if not any(text.strip() for text in texts):
        raise damaged(path.name, "neither of two PDF readers understands it")
    failed = "The text of the page could not be read."
    pages = (
        ReadPage(number, text) if text else ReadPage(number, "", FAILED, left_out[number] or failed)
        for number, text in enumerate(laid_out(texts), 1)
    )
    return Reading("pdf", path.stem, tuple(pages))
