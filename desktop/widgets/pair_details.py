"""All that is known of one pair in words: state and why, evidence, kind, writer, judge, and what was done to it."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QEvent, QLocale, QTimeZone
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop import theme
from desktop.widgets.pair_filter import kind_text
from desktop.words import engine_text
from engine.project.review import ACCEPTED, ASKED, REJECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.changes import Change
    from engine.project.review import Listed

_TEXTS = ("question", "answer", "evidence")


class PairDetails(QTextBrowser):
    """Shows one pair; its text can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Listed, tuple[Change, ...]] | None = None
        self._told = ""
        self.setObjectName("pair-details")
        self.setAccessibleName(self.tr("The selected pair"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(theme.GAP)
        theme.set_role(self, "card")
        self.show_none(0)

    def show_none(self, selected: int) -> None:
        """No pair, or several."""
        self._shown = None
        several = self.tr("{0} pairs are selected.").format(f"{selected:,}")
        text = several if selected else self.tr("Select a pair to see where its answer stands.")
        self._tell(f"<p style='color: {theme.quiet().name()}'>{escape(text)}</p>")

    def show_pair(self, pair: Listed, history: Sequence[Change]) -> None:
        """Show a pair; the same once more changes nothing, so that what is marked stays so."""
        if (pair, tuple(history)) == self._shown:
            return
        same = self._shown is not None and self._shown[0].id == pair.id
        at = self.verticalScrollBar().value() if same else 0
        self._shown = pair, tuple(history)
        self._tell(_html(pair, history))
        self.verticalScrollBar().setValue(at)

    def changeEvent(self, event: QEvent) -> None:
        """Dark or light."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self._tell(_html(*self._shown))

    def _tell(self, said: str) -> None:
        """Lay out a text, unless it stands there already: while one types into a filter, it does with every letter."""
        if said != self._told:
            self._told = said
            self.setHtml(said)


@cache
def _sentences() -> dict[str, str]:
    """What each check objects to; the checks are imported when the first rejected pair is looked at."""
    from engine.dataset.checks import SENTENCES

    return SENTENCES


def why(pair: Listed) -> str:
    """Why a pair is not accepted, in a sentence."""
    if pair.reason in ("", "person"):  # that it was by hand is said beside the state
        return ""
    return engine_text(_sentences().get(pair.reason, pair.reason))


def _html(pair: Listed, history: Sequence[Change]) -> str:
    answer = pair.answer or tr("There is no answer yet.")
    parts = [
        _state(pair),
        f"<p style='font-weight: 600; margin-top: 6px'>{escape(pair.question)}</p>",
        f"<p style='white-space: pre-wrap'>{escape(pair.input)}</p>" if pair.input else "",
        f"<p style='white-space: pre-wrap; margin-top: 0'>{escape(answer)}</p>",
    ]
    if pair.evidence:
        place = tr("Evidence on page {0} of {1}").format(pair.page, pair.document) if pair.page else tr("Evidence")
        ground = theme.colour("evidence").name()
        quote = escape(" ".join(pair.evidence.split()))
        parts += [_small(place), f"<p style='margin: 2px 0 0 0'><span style='background: {ground}'>{quote}</span></p>"]
    parts += [_small(" · ".join(_facts(pair)))]
    if pair.verdict:
        said = tr("{0} says: supported.") if pair.verdict == "supported" else tr("{0} says: not supported.")
        parts.append(_small(" ".join(filter(None, (said.format(pair.judge), pair.verdict_sentence)))))
    if history:
        lines = [line for entry in reversed(history) if (line := _told(entry))]
        parts += [_small(tr("History")), *(f"<p style='margin: 2px 0 0 0'>{line}</p>" for line in lines)]
    return "".join(parts)


def _state(pair: Listed) -> str:
    names = {ACCEPTED: (tr("Accepted"), "good"), REJECTED: (tr("Rejected"), "bad"), ASKED: (tr("Waiting"), "warning")}
    name, meaning = names.get(pair.state, (tr("Spare"), "warning"))
    reason = why(pair) if pair.state == REJECTED else ""
    told = engine_text(pair.detail) if pair.state == REJECTED and pair.reason != "person" else ""
    if pair.reason == "person" and pair.detail != "taken out by hand":
        told = pair.detail
    if pair.by_hand:
        name = tr("{0} by hand").format(name)
    colour = theme.colour(meaning).name()
    lines = [f"<b style='color: {colour}'>{escape(name)}</b>", escape(reason)]
    if told:
        lines.append(f"<span style='color: {theme.quiet().name()}'>{escape(told[:1].upper() + told[1:])}</span>")
    return f"<p style='margin-top: 0'>{'<br>'.join(filter(None, lines))}</p>"


def _facts(pair: Listed) -> list[str]:
    found = [kind_text(pair.kind).capitalize()] if pair.kind else []
    if pair.origin == "imported":
        found.append(tr("Imported"))
    if pair.writer:
        found.append(tr("Written by {0}").format(pair.writer))
    if pair.section:
        found.append(" › ".join(pair.section))
    return [escape(text) for text in found]


def _told(change: Change) -> str:
    """One line of the history; nothing for what only went along with it."""
    names = [name for name in _TEXTS if name in change.after and change.before.get(name) != change.after[name]]
    if not names and change.subject == "facts":
        return ""
    if not names and "state" not in change.after and change.action not in ("accept", "reject", "restore"):
        return ""
    when = QDateTime.fromString(change.at, "yyyy-MM-dd HH:mm:ss")
    when.setTimeZone(QTimeZone.utc())
    at = QLocale().toString(when.toLocalTime(), QLocale.FormatType.ShortFormat)
    said = action_text(change.action)
    if names:
        before, after = (escape(str(side.get(names[0]) or "…")) for side in (change.before, change.after))
        said = f"{said}: <s>{before}</s> → {after}"
    if change.undone:
        said = f"{said} ({tr('undone')})"
    return f"<span style='color: {theme.quiet().name()}'>{escape(at)}</span> {said}"


def action_text(action: str) -> str:
    """What a person did, as the menu says it."""
    names = {
        "edit": tr("Edit"),
        "accept": tr("Accept"),
        "reject": tr("Reject"),
        "restore": tr("Restore"),
        "regenerate": tr("Regenerate"),
        "questions": tr("Edited Questions"),
    }
    return names.get(action, engine_text(action))


def _small(text: str) -> str:
    return f"<p style='color: {theme.quiet().name()}; font-size: small; margin: 8px 0 0 0'>{text}</p>" if text else ""


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("pair_details", text)


if __name__ == "__main__":
    from desktop import preview
    from engine.project import changes, review

    raise SystemExit(
        preview.show(
            lambda session: PairDetails(),
            lambda w, s: w.show_pair(review.get(s.project, 1), changes.history(s.project, 1)),
        )
    )
