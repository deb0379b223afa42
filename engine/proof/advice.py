"""What to try next, worked out from the figures of an exam and what is known of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.proof.sentences import percent

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = 0.15  # so much better on trained questions than on held-out ones: learned by heart
_KNOWN = 0.9  # of trained questions right: training itself went well
_SHORT = 10  # epochs of a small base; fewer leave trained questions open
_SMALL = 200_000_000  # parameters
_SHORT_LARGE = 3  # the same of a larger one
_FELT = 0.1  # nats a token; a tenth less likely
_BETTER = 0.05  # of the key facts; less is not worth another way of asking
_OPEN = 0.5
_MOST = 5

Figures = dict[str, Any]


def advice(kind: str, found: Figures, trained: Figures) -> list[str]:
    """At most five pieces of advice, the most promising first; `kind` is the rule that decided the verdict."""
    said: list[str] = []
    for part in (_asking(kind, found), _training(kind, found, trained), _forgetting(kind, found, trained)):
        said += part
    said += [*_retrieving(found), *_using(kind, found)]
    return list(dict.fromkeys(said))[:_MOST]


def _share(found: Figures, side: str, split: str = "") -> float | None:
    """The key facts of a side, on the main split or another; None where it was not asked."""
    figures = found["splits"].get(split or found["split"], {}).get("sides", {}).get(side, {}).get("key_facts")
    return figures["mean"] if figures else None


def _asking(kind: str, found: Figures) -> Iterator[str]:
    """What the exam itself lacks."""
    if kind in ("few", "unsure", "unasked"):
        yield "Ask more questions: make the dataset with more held-out wordings, or write a file of questions."
    if kind == "unasked":
        yield "Ask both the base and the tuned model."
    if kind in ("go", "little") and found["probe"] is None:
        yield "Take the exam again with the probe, to learn what was lost elsewhere."


def _training(kind: str, found: Figures, trained: Figures) -> Iterator[str]:
    """What would teach more."""
    tuned, by_heart = _share(found, "tuned") or 0.0, _share(found, "tuned", "train")
    held_out = found["split"] != "train"
    if by_heart is not None and held_out and by_heart - tuned >= _GAP:
        told, other = percent(by_heart), percent(tuned)
        yield (
            f"Teach more wordings of each fact: of the trained questions {told}% are answered right, "
            f"of those in other words {other}%."
        )
    if kind == "wrong":
        yield "Look at the dataset on the Generate page: do its answers belong to their questions?"
    if kind in ("go", "few", "unasked", "wrong"):
        return
    failing = by_heart is not None and by_heart < _KNOWN
    if failing or (by_heart is None and kind in ("same", "little", "unsure")):
        yield from _longer(trained, by_heart)


def _longer(trained: Figures, by_heart: float | None) -> Iterator[str]:
    """More iterations, and where there were many a larger base."""
    epochs, preset, size = trained.get("epochs"), trained.get("preset"), trained.get("base_parameters")
    small = size is None or size <= _SMALL
    many = preset == "thorough" or (epochs is not None and epochs >= (_SHORT if small else _SHORT_LARGE))
    if not many:
        yield "Train longer: more iterations, or the next preset."
    elif by_heart is None:
        yield "Ask the trained questions too: whether they are answered tells if the base can hold the facts."
    else:
        yield (
            f"Take a larger base or a higher rank: even of the trained questions only {percent(by_heart)}% "
            "are answered right."
        )


def _forgetting(kind: str, found: Figures, trained: Figures) -> Iterator[str]:
    """What would lose less."""
    best, last = trained.get("best_iteration"), trained.get("iterations")
    early = bool(best and last and best <= last / 2)
    if kind in ("heavy", "lost"):
        yield "Train less: fewer epochs, a lower rank or a lower learning rate."
        if trained.get("replay"):
            yield "Mix in more general rows when the dataset is made."
        else:
            yield "Mix general rows into the dataset: training then repeats other things too."
    if early:
        yield f"Train fewer epochs: the held-out loss was best at iteration {best} of {last}."
    text = (found["probe"] or {}).get("text")
    if kind == "go" and text and text["low"] > _FELT:
        yield "To lose less of general text, train fewer epochs or mix general rows into the dataset."


def _retrieving(found: Figures) -> Iterator[str]:
    """Whether looking things up does as well, or both together better."""
    tuned, beside, both = (_share(found, side) for side in ("tuned", "base_rag", "tuned_rag"))
    if tuned is None or beside is None:
        return
    if both is not None and both - max(tuned, beside) >= _BETTER:
        yield f"Use the tuned model together with the documents: that answers {percent(both)}%."
    elif beside - tuned >= _BETTER:
        yield f"Let the untouched base look things up: with the documents it answers {percent(beside)}%."


def _using(kind: str, found: Figures) -> Iterator[str]:
    """What to do with a model that was worth it."""
    if kind != "go":
        return
    if (unseen := _share(found, "tuned", "unseen")) is not None and found["split"] != "unseen" and unseen < _OPEN:
        yield f"Write pairs for the sections left out: of their questions {percent(unseen)}% are answered right."
    n, tuned = found["splits"][found["split"]]["n"], _share(found, "tuned") or 0.0
    if wrong := round(n * (1 - tuned)):
        yield f"Look at the {wrong} of {n} questions that are still answered wrong."
    yield "Use it: export the tuned model on the Export page."
