"""What the votes say so far, with how sure that is, and how far a judge agrees."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from desktop import theme
from desktop.tables.exam_words import side_title
from desktop.widgets.sides import ALL
from engine.project import exams
from engine.proof.agreement import agreed, preferred

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.project.votes import Vote
    from engine.proof.agreement import Agreed, Preferred

_ASKED = ((exams.TUNED, exams.BASE), (exams.TUNED, exams.BASE_RAG))  # what is said first


class PreferenceLine(QLabel):
    """Sentences under the head of the page; empty and hidden before the first vote."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preference")
        self.setWordWrap(True)
        theme.as_quiet(self)
        self.hide()

    def show_votes(self, made: Sequence[Vote], judges: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """`made` are the votes on a run, `judges` the choices of person and judge where both chose."""
        main = [found for pair in _ASKED if (found := preferred(made, *pair))]
        said = [self._preferred(found) for found in main]
        judge = max(judges, key=lambda name: len(judges[name]), default="")
        if judge and (same := agreed(judge, judges[judge])):
            said.append(self._agreed(same))
        self.setText("\n".join(said))
        self.setVisible(bool(said))
        more = [preferred(made, other, side) for side, other in combinations(ALL, 2) if (other, side) not in _ASKED]
        self.setToolTip("\n".join(self._preferred(found) for found in more if found))

    def _preferred(self, found: Preferred) -> str:
        names = side_title(found.side), side_title(found.other)
        undecided = self.tr("{0} found no difference.").format(found.undecided) if found.undecided else ""
        if not found.decided:
            text = self.tr("{0} against {1}: no vote has decided yet.").format(*names)
            return f"{text} {undecided}"
        figures = (*names, found.wins, found.decided, *(f"{n:.0%}" for n in (found.share, found.low, found.high)))
        text = self.tr("{0} against {1}: preferred in {2} of {3} votes: {4}, between {5} and {6}.")
        if (found.side, found.other) == _ASKED[0]:
            text = self.tr("{0} preferred in {2} of {3} votes: {4}, between {5} and {6}.")
        sure = "" if found.low > 0.5 or found.high < 0.5 else self.tr("That may still be chance.")
        return " ".join(filter(None, (text.format(*figures), sure, undecided)))

    def _agreed(self, found: Agreed) -> str:
        text = self.tr("The judge {0} chose the same in {1} of {2}: {3}, between {4} and {5}.").format(
            found.judge, found.same, found.n, *(f"{share:.0%}" for share in (found.share, found.low, found.high))
        )
        if found.kappa is None:
            return text
        return f"{text} {self.tr('Beyond chance (kappa): {0}.').format(f'{found.kappa.value:.2f}')}"


if __name__ == "__main__":
    from desktop import preview
    from engine.project.votes import Vote

    raise SystemExit(
        preview.show(
            lambda session: PreferenceLine(),
            lambda w, s: w.show_votes(
                [Vote(("tuned", "base"), "tuned")] * 14 + [Vote(("base", "tuned"), "base")] * 4, {}
            ),
            lambda w, s: w.show(),
        )
    )
