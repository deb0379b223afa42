"""One question of an exam in full: reference and all answers with the key facts marked, and the page they are from."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QSplitter, QTextBrowser, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_table import is_right, mark_text, split_title
from desktop.tables.exam_words import section_title, side_title
from desktop.widgets.page_preview import PagePreview
from desktop.words import engine_text
from engine.project import documents, review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.session import Session
    from engine.project.exams import Answer, Judgement

_ORDER = ("tuned", "tuned_rag", "base", "base_rag")
_EVIDENCE, _HIT = "evidence", "chunk:"  # targets of links
_EDGE = "0-9A-Za-z"  # a key fact ends where no letter or digit goes on; Korean particles may


class AnswerDetails(QWidget):
    """Shows one answer at a time."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.answer: Answer | None = None
        self._judged: dict[tuple[int, str], Judgement] = {}
        self.texts = QTextBrowser()
        self.texts.setObjectName("answer-texts")
        self.texts.setAccessibleName(self.tr("Question, reference and all answers"))
        self.texts.setOpenLinks(False)
        self.texts.anchorClicked.connect(self._on_link)
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
        place = self._place(answer)
        if place is not None:
            self.page.show_page(*place)
        elif answer.pair_id is None:
            self.page.clear(self.tr("This question comes from a file, which names no place in a document."))
        else:
            self.page.clear(self.tr("There is no page for this question."))

    def show_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Tell what a judge said of the replies."""
        told = {(found.position, found.side): found for found in judgements}
        if told != self._judged:
            self._judged = told
            self._write()

    def _place(self, answer: Answer) -> tuple[int, int, int | None, int | None] | None:
        """Document, page and span of the evidence: the answer's own, or that of its pair in exams without."""
        place = answer.place
        if place.get("document_id") is not None and place.get("page") is not None:
            return place["document_id"], place["page"], place.get("start"), place.get("end")
        pair = review.listed(self.session.project, [answer.pair_id]).get(answer.pair_id) if answer.pair_id else None
        if pair is None or pair.document_id is None or pair.page is None:
            return None
        return pair.document_id, pair.page, pair.start, pair.end

    def _on_link(self, link: QUrl) -> None:
        """The evidence, or a place that the index found."""
        if self.answer is None:
            return
        if link.toString() == _EVIDENCE:
            place = self._place(self.answer)
            if place is not None:
                self.page.show_page(*place)
            return
        chunk = documents.chunk(self.session.project, int(link.toString().removeprefix(_HIT)))
        if chunk is None:
            self.page.clear(self.tr("This part of the documents is no longer in the project."))
        else:
            whole = chunk.first_page == chunk.last_page
            span = (chunk.start, chunk.end) if whole else (None, None)
            self.page.show_page(chunk.document_id, chunk.first_page, *span)

    def changeEvent(self, event: QEvent) -> None:
        """The colours of the marks follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "page"):
            self._write()

    def _write(self) -> None:
        answer = self.answer
        if answer is None:
            hint = self.tr("Choose a question to read all answers in full.")
            self.texts.setHtml(f"<p style='color:{theme.quiet().name()}'>{html.escape(hint)}</p>")
            return
        facts = answer.key_facts
        asked = " · ".join(" / ".join(key[:3]) for key in facts)
        head = split_title(answer.split)
        if answer.section:
            head += " · " + section_title(answer.section)
        parts = [
            _part(head, html.escape(answer.question), strong=True),
            _part(self.tr("Reference"), _marked(answer.reference, facts)),
            *(self._reply(answer, side) for side in _ORDER if side in answer.replies),
            *self._found(answer),
            _part(self.tr("Key facts that make it right"), html.escape(asked or "–")),
            *self._evidence(answer),
        ]
        self.texts.setHtml("".join(parts))

    def _reply(self, answer: Answer, side: str) -> str:
        """What a side said, and what the judge says of that."""
        text = _marked(answer.replies[side], answer.key_facts)
        found = self._judged.get((answer.position, side))
        if found is not None:
            said = engine_text(found.problem) if found.score is None else found.reason
            if found.score is not None:
                score = self.tr("Judge: {0} of 100").format(f"{found.score:.0f}")
                said = f"{score}. {said}" if said else score
            text += f"<br><span style='color:{theme.quiet().name()}'>{_escaped(said)}</span>"
        return _part(side_title(side), text, is_right(answer, side))

    def _found(self, answer: Answer) -> list[str]:
        """Where the index led the sides that may look into the documents."""
        links = []
        for hit in answer.hits:
            name = f"{hit.get('document') or ''}, {self.tr('page {0}').format(hit.get('page'))}".removeprefix(", ")
            links.append(_link(f"{_HIT}{hit.get('chunk')}", name))
        return [_part(self.tr("What the index found"), "<br>".join(links))] if links else []

    def _evidence(self, answer: Answer) -> list[str]:
        if not answer.evidence:
            return []
        told, place = _escaped(answer.evidence), self._place(answer)
        if place is not None:
            name = self.tr("page {0}").format(place[1])
            if answer.place.get("document"):
                name = f"{answer.place['document']}, {name}"
            told += f"<br>{_link(_EVIDENCE, name)}"
        return [_part(self.tr("Evidence"), told)]


def _part(name: str, body: str, right: bool | None = None, *, strong: bool = False) -> str:
    """A quiet heading, with the mark where there is one, above a text."""
    mark = ""
    if right is not None:
        sign, tint = ("✓", theme.colour("good")) if right else ("✗", theme.colour("bad"))
        mark = f" &nbsp;<span style='color:{tint.name()}'>{sign} {html.escape(mark_text(right))}</span>"
    weight = "600" if strong else "400"
    head = f"<p style='margin:0; color:{theme.quiet().name()}'>{html.escape(name)}{mark}</p>"
    return f"{head}<p style='margin:2px 0 10px 0; font-weight:{weight}'>{body or '–'}</p>"


def _link(target: str, text: str) -> str:
    return f"<a href='{target}' style='color:{theme.colour('tuned').name()}'>{html.escape(text)}</a>"


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
