"""One question of an exam in full: reference and both answers with the key facts marked, and the page they are from."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QTextBrowser, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_table import is_right, mark_text, split_title
from desktop.widgets.page_preview import PagePreview
from engine.project import review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.session import Session
    from engine.project.exams import Answer

_EDGE = "0-9A-Za-z"  # a key fact ends where no letter or digit goes on; Korean particles may


class AnswerDetails(QWidget):
    """Shows one answer at a time."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.answer: Answer | None = None
        self.texts = QTextBrowser()
        self.texts.setObjectName("answer-texts")
        self.texts.setAccessibleName(self.tr("Question, reference and both answers"))
        self.texts.document().setDocumentMargin(theme.GAP)
        self.page = PagePreview(session)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.texts)
        both.addWidget(self.page)
        both.setSizes([500, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(both)
        self.show_answer(None)

    def show_answer(self, answer: Answer | None) -> None:
        """Show the texts of an answer and its evidence; None shows what to do."""
        self.answer = answer
        self._write()
        if answer is None:
            self.page.clear(self.tr("The page with the evidence is shown here."))
            return
        pair = review.listed(self.session.project, [answer.pair_id]).get(answer.pair_id) if answer.pair_id else None
        if pair is not None and pair.document_id is not None and pair.page is not None:
            self.page.show_page(pair.document_id, pair.page, pair.start, pair.end)
        elif answer.pair_id is None:
            self.page.clear(self.tr("This question comes from a file, which names no place in a document."))
        else:
            self.page.clear(self.tr("There is no page for this question."))

    def changeEvent(self, event: QEvent) -> None:
        """The colours of the marks follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "page"):
            self._write()

    def _write(self) -> None:
        answer = self.answer
        if answer is None:
            hint = self.tr("Choose a question to read both answers in full.")
            self.texts.setHtml(f"<p style='color:{theme.quiet().name()}'>{html.escape(hint)}</p>")
            return
        facts = answer.key_facts
        asked = " · ".join(" / ".join(key[:3]) for key in facts)
        parts = [
            _part(split_title(answer.split), html.escape(answer.question), strong=True),
            _part(self.tr("Reference"), _marked(answer.reference, facts)),
            *(
                _part(name, _marked(reply, facts), is_right(answer, side))
                for side, name, reply in (
                    ("tuned", self.tr("Tuned"), answer.tuned),
                    ("base", self.tr("Base"), answer.base),
                )
            ),
            _part(self.tr("Key facts that make it right"), html.escape(asked or "–")),
        ]
        self.texts.setHtml("".join(parts))


def _part(name: str, body: str, right: bool | None = None, *, strong: bool = False) -> str:
    """A quiet heading, with the mark where there is one, above a text."""
    mark = ""
    if right is not None:
        sign, tint = ("✓", theme.colour("good")) if right else ("✗", theme.colour("bad"))
        mark = f" &nbsp;<span style='color:{tint.name()}'>{sign} {html.escape(mark_text(right))}</span>"
    weight = "600" if strong else "400"
    head = f"<p style='margin:0; color:{theme.quiet().name()}'>{html.escape(name)}{mark}</p>"
    return f"{head}<p style='margin:2px 0 10px 0; font-weight:{weight}'>{body or '–'}</p>"


def _marked(text: str, facts: Iterable[Iterable[str]]) -> str:
    """The text as HTML with every spelling of the key facts marked."""
    spellings = sorted({spelling for key in facts for spelling in key if spelling.strip()}, key=len, reverse=True)
    if not spellings:
        return _escaped(text)
    either = "|".join(r"\s*".join(map(re.escape, spelling.split())) for spelling in spellings)
    pattern = re.compile(rf"(?<![{_EDGE}])(?:{either})(?![{_EDGE}])", re.IGNORECASE)
    ground = theme.colour("evidence").name()
    out, last = [], 0
    for found in pattern.finditer(text):
        out += [
            _escaped(text[last : found.start()]),
            f"<span style='background-color:{ground}'>{_escaped(found.group())}</span>",
        ]
        last = found.end()
    return "".join([*out, _escaped(text[last:])])


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


if __name__ == "__main__":
    from desktop import preview
    from engine.project import exams

    raise SystemExit(preview.show(AnswerDetails, lambda w, s: w.show_answer(exams.answers(s.project, 1)[0])))
