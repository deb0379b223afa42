"""A reply as rich text: models write Markdown, with line ends and signs that a strict reader would swallow."""

from __future__ import annotations

import re

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from desktop import theme

_FEATURES = QTextDocument.MarkdownFeature.MarkdownNoHTML | QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_INDENT, _PADDING = 18, 4  # pixels: of lists, in cells
_FENCE = re.compile(r"^\s*(```|~~~)")
_BLOCK = re.compile(r"^\s*(?:[-+*>#|]|\d+[.)]\s)")  # lists, quotes, headings, tables: their lines end by themselves
_LONG_NUMBER = re.compile(r"^(\s*\d{4,9})([.)])")  # "2021. ..." is a year, not item 2021 of a list


def show(document: QTextDocument, text: str) -> None:
    """Fill a document with a reply; nothing is fetched, HTML and pictures stay the text that they are."""
    document.setIndentWidth(_INDENT)
    document.setMarkdown(prepared(text), _FEATURES)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _tidy(frame)


def prepared(text: str) -> str:
    """The reply as Markdown that loses none of it: line ends stay, "~" strikes nothing out, "!" shows no picture."""
    lines: list[str] = []
    fenced = False
    source = text.split("\n")
    for line, after in zip(source, [*source[1:], ""], strict=True):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            line = _LONG_NUMBER.sub(r"\1\\\2", line.replace("~", "\\~").replace("![", "!\\["))
            if line.strip() and after.strip() and not _BLOCK.match(line):
                line = f"{line.rstrip()}  "  # two spaces: a line end that is meant
        lines.append(line)
    return "\n".join(lines)


def _tidy(table: QTextTable) -> None:
    """Thin lines, and a first cell like the others: after code Qt begins it with an empty line."""
    look = table.format()
    look.setBorderCollapse(True)
    look.setBorder(1)
    look.setBorderBrush(theme.line())
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setCellPadding(_PADDING)
    look.setCellSpacing(0)
    look.setTopMargin(_PADDING)
    look.setBottomMargin(_PADDING)
    look.setWidth(QTextLength())
    table.setFormat(look)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cursor = table.cellAt(row, column).firstCursorPosition()
            while not cursor.block().text() and cursor.position() < table.cellAt(row, column).lastPosition():
                cursor.deleteChar()
            cursor.setPosition(table.cellAt(row, column).lastPosition(), cursor.MoveMode.KeepAnchor)
            cursor.setBlockFormat(QTextBlockFormat())
            if row == 0:
                heavy = QTextCharFormat()
                heavy.setFontWeight(QFont.Weight.Bold)
                cursor.mergeCharFormat(heavy)
