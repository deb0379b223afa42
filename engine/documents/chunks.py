"""Pages become chunks: whole sentences up to a number of tokens, with the place of every character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, count, pairwise
from typing import TYPE_CHECKING

from engine.documents.outline import Outline
from engine.documents.sentences import Span, ended, first_sentence, is_item, sentences
from engine.documents.tables import is_row
from engine.documents.tokens import count_tokens, counter
from engine.project.documents import Chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from engine.documents.reading import ReadPage

_END = "\x1f"  # marks a sentence end for the splitter; no cleaned page contains it
_LINES = ("\n\n", "\n")
_IN_LINE = (_END, "; ", ", ", "、", "，", " ", "")
SEPARATORS = (*_LINES, *_IN_LINE)
_WIDE = re.compile(r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_LONG_LINE = 40  # characters; a shorter last line of a page is a heading or a row, not half a sentence
_CARRIED = 800  # characters that a sentence may reach into the next page
_CAPTION = re.compile(r"(?:fig(?:ure|\.)|table|abb\.|그림|표)\s*\d", re.IGNORECASE)
_OPEN_ENDS = (
    "the a an of and or to in for with by from on at is are was were be that which as than its their your this these "
    "not can may must will should has have between into each every"
)
_SMALL = 4  # a piece shorter than this part of the limit is joined to a neighbour where there is room


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text that is split on its own: a page, less what belonged to the page before, plus its last sentence's rest."""

    first: ReadPage
    begin: int  # offset in the first page
    text: str
    inner: int  # characters of `text` that stand on the first page
    last: ReadPage
    glue: int  # characters of `text` between the two pages


def load() -> None:
    """Load what splitting needs; `make_chunks` does it too, but then its first page takes longer."""
    count_tokens("")


def make_chunks(
    pages: Iterable[ReadPage],
    language: str,
    limit: int,
    overlap: int = 0,
    after_page: Callable[[], None] = lambda: None,
) -> Iterator[Chunk]:
    """Split the pages of one document, as they come, into chunks of at most `limit` tokens, in reading order.

    A chunk stays on its page unless the page's last sentence goes on overleaf. `overlap` is how many tokens
    of whole sentences a chunk may repeat from the one before it on the same page. `joined` of the page
    texts between start and end gives exactly the chunk's text. `after_page` may raise to stop.
    """
    outline, position = Outline(), count()
    for stretch in _stretches(pages, outline):
        length = counter(stretch.text)
        spans = _split(stretch.text, language, limit - overlap, length)
        spans = _packed(stretch.text, spans, limit - overlap, length)
        for span in _overlapped(stretch.text, spans, language, overlap, length):
            yield _chunk(stretch, span, next(position), outline, length)
        after_page()


def joined(texts: Sequence[str], start: int, end: int) -> str:
    """The text from offset `start` of the first page text to offset `end` of the last.

    A sentence that goes on overleaf meets its rest with a space, or without one in Chinese and Japanese.
    """
    if len(texts) == 1:
        return texts[0][start:end]
    parts = [texts[0][start:], *texts[1:-1], texts[-1][:end]]
    text = parts[0]
    for part in parts[1:]:
        text += (glue(text, part) if part else "") + part
    return text


def glue(before: str, after: str) -> str:
    """What stands between two pages inside a sentence."""
    return "" if _WIDE.match(before[-1:]) and _WIDE.match(after[:1]) else " "


def goes_on(before: str, after: str) -> bool:
    """Whether the last sentence of one page text goes on in the next, as far as the texts tell."""
    line = before[before.rfind("\n") + 1 :]
    first = after.split("\n", 1)[0]
    if not line or not first or ended(line) or is_item(first) or _in_table(line) or _in_table(first):
        return False
    if _CAPTION.match(first):
        return False
    if len(line) < _LONG_LINE and not (_WIDE.search(line) or "가" <= line[-1] <= "힣"):
        return False
    if first[0].islower() or line[-1] in ",，、-–":
        return True
    if line.rsplit(" ", 1)[-1].lower() in _OPEN_ENDS.split():
        return True
    cased = line[-1].isascii() or first[0].isascii()
    return not cased and len(line) >= _LONG_LINE // 2 and bool(re.search(r"[.。!！?？؟۔]", first))


def _in_table(line: str) -> bool:
    return " | " in line or is_row(line)


def _stretches(pages: Iterable[ReadPage], outline: Outline) -> Iterator[_Stretch]:
    """Each page's text; a sentence that goes on overleaf stays whole with the page where it begins."""
    begin = 0
    for page, following in pairwise(chain(_readable(pages, outline), [None])):
        assert page is not None, "none but the last"
        text = page.text[begin:]
        rest = _rest(page.text, following.text) if following is not None and text else 0
        if following is None or not rest:
            if text:
                yield _Stretch(page, begin, text, len(text), page, 0)
            begin = 0
            continue
        between = glue(text, following.text)
        yield _Stretch(page, begin, text + between + following.text[:rest], len(text), following, len(between))
        begin = rest


def _readable(pages: Iterable[ReadPage], outline: Outline) -> Iterator[ReadPage | None]:
    for page in pages:
        outline.add(page)
        if page.text:
            yield page


def _rest(before: str, after: str) -> int:
    """How many characters of `after` end the last sentence of `before`; 0 when it does not go on."""
    if not goes_on(before, after):
        return 0
    first = first_sentence(after[: _CARRIED + 1])
    return first.end if first is not None and first.end <= _CARRIED else 0


def _split(text: str, language: str, limit: int, length: Callable[[str], int]) -> list[Span]:
    """The spans of the pieces that a text is cut into, less the white space around them."""

    def in_line(line: str) -> list[str]:
        """Sentences never go on in the next line, and are looked for only where a line is too long."""
        pieces = cut(_marked(line, language), limit, lambda part: length(part.replace(_END, "")), _IN_LINE)
        return [piece.replace(_END, "") for piece in pieces]

    spans = []
    start = 0
    for piece in cut(text, limit, length, _LINES, in_line):
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if right:
            spans.append(Span(start + left, start + right))
        start += len(piece)
    return spans


def _marked(line: str, language: str) -> str:
    """A line with a mark behind each sentence and its spaces."""
    marked = []
    done = 0
    for span in sentences(line, language):
        marked.append(line[done : span.end])
        done = span.end
        while done < len(line) and line[done] == " ":
            done += 1
        marked.append(line[span.end : done] + _END)
    return "".join([*marked, line[done:]])


def _no_finer(text: str) -> list[str]:
    return [text]


def cut(
    text: str,
    limit: int,
    length: Callable[[str], int],
    separators: Sequence[str] = SEPARATORS,
    finer: Callable[[str], list[str]] = _no_finer,
) -> list[str]:
    """Cut a text behind the first separator that it has, what is still too long behind the next, and join neighbours.

    What has no separator left is cut by `finer`. The parts are those of langchain's RecursiveCharacterTextSplitter,
    which takes most of a second to import and measures each part several times.
    """
    number = next((number for number, separator in enumerate(separators) if separator in text), None)
    if number is None:
        return finer(text)
    separator, rest = separators[number], separators[number + 1 :]
    found: list[str] = []
    run, total = "", 0
    for part in _behind(text, separator):
        size = length(part)
        if run and (size >= limit or total + size > limit):
            found.append(run)
            run, total = "", 0
        if size < limit or not separator:
            run, total = run + part, total + size
        else:
            found += cut(part, limit, length, rest, finer)
    return [*found, run] if run else found


def _behind(text: str, separator: str) -> list[str]:
    if not separator:
        return list(text)
    *parts, last = text.split(separator)
    return [part + separator for part in parts] + ([last] if last else [])


def _packed(text: str, spans: list[Span], limit: int, length: Callable[[str], int]) -> list[Span]:
    """Join small pieces to a neighbour: a heading to what follows it, a last sentence to what it ends."""
    most = limit // _SMALL  # words in a small piece, since each is a token or more

    def is_small(piece: str) -> bool:
        return len(piece.split(None, most)) <= most and length(piece) * _SMALL < limit

    packed: list[Span] = []
    small_before = False
    for index, span in enumerate(spans):
        piece = text[span.start : span.end]
        small = is_small(piece)
        if packed and (small_before or (small and (index == len(spans) - 1 or ended(piece)))):
            whole = text[packed[-1].start : span.end]
            if length(whole) <= limit:
                packed[-1] = Span(packed[-1].start, span.end)
                small_before = is_small(whole)
                continue
        packed.append(span)
        small_before = small
    return packed


def _overlapped(text: str, spans: list[Span], language: str, overlap: int, length: Callable[[str], int]) -> list[Span]:
    """Let each span but the first begin up to `overlap` tokens earlier, at the beginning of a sentence."""
    if not overlap:
        return spans
    result = spans[:1]
    for before, span in pairwise(spans):
        start = span.start
        for sentence in reversed(sentences(text[before.start : before.end], language)):
            if length(text[before.start + sentence.start : span.start]) > overlap:
                break
            start = before.start + sentence.start
        result.append(Span(start, span.end))
    return result


def _chunk(stretch: _Stretch, span: Span, position: int, outline: Outline, length: Callable[[str], int]) -> Chunk:
    text = stretch.text[span.start : span.end]
    overleaf = stretch.inner + stretch.glue
    first, start = (
        (stretch.first, stretch.begin + span.start)
        if span.start < stretch.inner
        else (stretch.last, span.start - overleaf)
    )
    last, end = (
        (stretch.first, stretch.begin + span.end) if span.end <= stretch.inner else (stretch.last, span.end - overleaf)
    )
    section = outline.path(first.number, start)
    return Chunk(0, 0, position, first.number, start, last.number, end, text, length(text), section)
