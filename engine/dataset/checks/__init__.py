"""The named checks that every pair must pass; each says in a sentence what it objects to.

They know nothing of models. A check objects only to what it can point at, because a good pair that is
thrown away is a fact nobody is taught.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.checks import claims, fitting, form, languages, letters, negation, standing, support
from engine.dataset.checks.candidate import Candidate, Check

if TYPE_CHECKING:
    from collections.abc import Collection

CHECKS: tuple[Check, ...] = (
    Check("empty", "The question is empty.", form.empty),
    Check("truncated", "The question was cut off or is no question.", form.truncated),
    Check("too_short", "The question is too short to be understood.", form.too_short),
    Check("too_long", "The question is too long.", form.too_long),
    Check("garbled", "Words are missing or repeated: it is no sentence.", form.garbled),
    Check("letters", "A word is no word: shuffled or repeated letters, broken characters.", letters.broken),
    Check("where_to_find", "The question asks for a place in the document and not for a fact.", form.where_to_find),
    Check("about_document", "The question speaks of the text instead of its subject.", form.about_document),
    Check("context", "The question cannot be understood without the page.", standing.context_dependent),
    Check("language", "Question or answer is in another language than the document.", languages.wrong_language),
    Check("copy", "The question only repeats the evidence.", form.copy),
    Check("echo", "The answer only repeats the question.", form.echo),
    Check("no_answer", "The writer found no answer in the document.", form.no_answer),
    Check("cut_answer", "The answer was cut off.", form.cut_answer),
    Check("quote", "The evidence does not stand in the page it is quoted from.", support.quote),
    Check("unsupported", "Numbers or names of the answer do not occur in the evidence.", support.unsupported),
    Check("unit", "A number of the answer has another unit in the evidence.", support.unit),
    Check("swapped", "Names or sides of the answer stand the other way round in the evidence.", claims.swapped),
    Check("opposite", "The answer says another colour, side, day or the like than the evidence.", claims.opposite),
    Check("negation", "The answer denies what the evidence says, or the other way round.", negation.denied),
    Check("invented", "A part of the answer speaks of things that the evidence does not have.", claims.invented),
    Check("other_question", "The evidence answers another question.", fitting.other_question),
    Check("foreign", "No word of the answer stands in the evidence.", support.foreign),
    Check("off_topic", "The question speaks of things that this part of the document does not have.", form.off_topic),
    Check("reveals", "The question already contains its answer.", form.reveals),
)

_OF_QUESTIONS = frozenset(
    {"empty", "truncated", "too_short", "too_long", "garbled", "letters", "where_to_find", "about_document", "context"}
) | {"language"}

# Objections that need more than one pair, or the judgement of a model or a person.
BETWEEN: dict[str, str] = {
    "same_wording": "Another wording of the same fact is the same.",
    "near_duplicate": "Another fact is asked for in nearly the same words.",
    "ambiguous": "Asked with the whole document at hand, the writer points at another sentence.",
    "doubtful": "The writer was not sure of its own question.",
    "answerable": "The document answers what was meant to be left open.",
    "unfaithful": "The judge finds no support for the answer in the source.",
    "unjudged": "The judge gave no usable verdict.",
    "unanswered": "The writer gave no usable answer.",
    "person": "Taken out by hand.",
}

SENTENCES: dict[str, str] = {check.name: check.sentence for check in CHECKS} | BETWEEN
# What has no question or no answer can teach nothing, and what a person did is no check.
ALWAYS = frozenset({"empty", "unanswered", "person"})
SETTING = "checks_off"  # of a project: the names of the checks that are switched off


def judge(pair: Candidate, off: Collection[str] = ()) -> tuple[str, str]:
    """The first check that objects, and its detail; ('', '') for a pair that passes all that are not `off`."""
    for check in CHECKS:
        if check.name in off:
            continue
        if pair.kind == "unanswerable" and check.name not in _OF_QUESTIONS:
            continue  # no evidence supports that the document does not say, and that is the answer
        if detail := check.objection(pair):
            return check.name, detail
    return "", ""
