"""The steps of the sidebar: how each stands, and why one cannot be used yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.project.status import milestones

if TYPE_CHECKING:
    from desktop.session import Session

LOCKED, READY, RUNNING, DONE, ATTENTION = "locked", "ready", "running", "done", "attention"
STEPS = ("documents", "pairs", "train", "compare", "exam", "export")
OTHERS = ("runs", "models", "settings")
# The jobs that belong to a step: its badge shows that one of them runs.
JOBS = {
    "documents": ("ingest", "index"),
    "pairs": ("generate", "regenerate", "checks", "import"),
    "train": ("dataset", "train", "sweep", "styles"),
    "compare": ("chat", "agree"),
    "exam": ("exam",),
    "export": ("fuse", "export", "taxonomy"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a step stands. `why` is a sentence, `way` the step that unlocks it, both for locked ones only."""

    state: str
    badge: str = ""
    why: str = ""
    way: str = ""


def title(name: str) -> str:
    """What a step or page is called."""
    names = {
        "documents": tr("Documents"),
        "pairs": tr("Pairs"),
        "train": tr("Train"),
        "compare": tr("Compare"),
        "exam": tr("Exam"),
        "export": tr("Export"),
        "runs": tr("Runs"),
        "models": tr("Models"),
        "settings": tr("Settings"),
    }
    return names[name]


def standings(session: Session) -> dict[str, Standing]:
    """How all steps stand, by name."""
    found = _by_store(session)
    for step, names in JOBS.items():
        run = session.queue.of(*names)
        if run is not None and run is session.queue.running:
            found[step] = Standing(RUNNING, found[step].badge)
    return found


def _by_store(session: Session) -> dict[str, Standing]:
    counts = milestones(session.project)
    chunks, accepted, tuned = counts["chunks"], counts["accepted"], counts["tuned"]
    found = {"documents": Standing(READY)}
    if counts["documents"]:
        found["documents"] = Standing(ATTENTION if counts["unread"] else DONE, str(counts["documents"]))
    found["pairs"] = Standing(DONE if accepted else READY, f"{accepted:,}" if accepted else "")
    if not chunks and not accepted:
        found["pairs"] = Standing(LOCKED, "", tr("Pairs are written from documents: add one first."), "documents")
    found["train"] = Standing(DONE if tuned else READY, str(tuned) if tuned else "")
    if not accepted:
        way = "pairs" if chunks else "documents"
        found["train"] = Standing(LOCKED, "", tr("Training needs accepted pairs: write some first."), way)
    for step in ("compare", "exam", "export"):
        found[step] = Standing(READY)
        if not tuned:
            way = "train" if accepted else found["train"].way
            found[step] = Standing(LOCKED, "", tr("This needs a tuned model: train one first."), way)
    if accepted and not tuned:  # the pairs can be exported, the rest of that page says what it needs
        found["export"] = Standing(READY)
    if counts["exams"] and tuned:
        found["exam"] = Standing(DONE, str(counts["exams"]))
    return found


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("steps", text)
