"""What an English sentence tells to do, and the clauses with when or if that say in which case."""

from __future__ import annotations

from engine.writers.phrases import runs
from engine.writers.predicates import NO_PURPOSE
from engine.writers.verbs import verbs
from engine.writers.words import (
    AUXILIARIES,
    BE,
    CLAUSE_STARTS,
    LEADS,
    MODALS,
    PREPOSITIONS,
    Word,
    main_verbs,
    split,
    words_of,
)

_WHETHER = words_of("check see verify determine know wonder ask test tell decide find out confirm sure")
_OF_OTHERS = words_of("remind ask tell encourage invite allow help enable let want require expect remember try advise")
_OF_ORDERS = words_of("must should recommend recommended advise advised")
_EARLY = 3  # words at most before a purpose that opens a sentence
_ANOTHER = words_of("you'll you’ll we'll we’ll it'll it’ll they'll they’ll")  # a second subject: no end of the clause
_PARTICLES = words_of("up out off down away back")


def has_particle(words: list[Word], at: int) -> bool:
    """Whether a verb means something only with the word after it: set up."""
    return at + 1 < len(words) and not words[at].breaks and words[at + 1].lower in _PARTICLES


def is_instruction(sentence: str) -> bool:
    """Whether the sentence, or its part after a comma, tells somebody to do something."""
    words = split(sentence)
    return any(is_told(words, at) for at in main_verbs(words)) or (bool(words) and words[0].lower == "be")


def is_order(sentence: str) -> bool:
    """Whether it is an instruction or says what must or should be done."""
    return is_instruction(sentence) or any(word.lower in _OF_ORDERS for word in split(sentence))


def is_told(words: list[Word], at: int) -> bool:
    """Whether the verb at `at` tells somebody to do something: it is plain and nobody stands before it."""
    plain = any(words[at].lower == verb.plain for verb in verbs().get(words[at].lower, []))
    return plain and (at == 0 or words[at - 1].breaks or words[at - 1].lower in LEADS)


def instructed(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """The object of an instruction."""
    for first, last in runs(words, mains):
        if first and first - 1 in mains and (first == 1 or words[first - 2].lower in LEADS or words[first - 2].breaks):
            return [sentence[words[first].start : words[last].end]]
    return []


def actions(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """What something is done for: `to reset the timer`; an instruction itself when it says with what."""
    told = [at for at in mains if is_told(words, at)]
    if any(words[at].lower in _OF_OTHERS for at in told):
        return []
    starts = [
        i
        for i, word in enumerate(words)
        if i and words[i - 1].lower == "to" and any(word.lower == v.plain for v in verbs().get(word.lower, []))
        if i <= _EARLY or told or any(w.lower in ("used", "use") for w in words[:i])
        if i < 2 or words[i - 2].lower not in NO_PURPOSE
    ]
    if not starts and any(word.lower in ("with", "using") for word in words):
        starts = told
    found = []
    for start in starts:
        end = start
        told_here = start in told
        while end + 1 < len(words) and not words[end].breaks and not _ends_action(words, end + 1, told_here):
            if words[end + 1].lower in AUXILIARIES:
                break  # "to open the lid is forbidden"
            end += 1
        text = sentence[words[start].start : words[end].end]
        if start <= _EARLY and start not in told and not words[end].breaks:
            continue  # "to get good prints the printer": nobody can tell where the purpose ends
        if words[start].lower == "use" and end > start and words[start + 1].lower in PREPOSITIONS:
            continue  # "the key to use for the node": what is used stands before it
        says_what = any(not word.lower.endswith("ly") for word in words[start + 1 : end + 1])  # not "operate correctly"
        if says_what and words[end].lower not in PREPOSITIONS:
            found.append(text[0].lower() + text[1:])
    return found


def _ends_action(words: list[Word], at: int, told: bool) -> bool:
    """Whether an action ends before this word: at how, when or how long it is done."""
    word = words[at].lower
    if word in ("with", "by", "using", "for", "every", "before", "after", "when", "if", "until", "once", "because"):
        return told or word not in ("with", "for", "by")
    return False


def verbs_with_object(
    sentence: str, words: list[Word], mains: list[int], *, gerund: bool, only_allowed: bool = False
) -> list[str]:
    """Plain verbs or gerunds with the noun phrase that follows: `replace the filter`.

    Where something comes before or after something else, only what follows that word; `only_allowed` leaves out
    what must not be done.
    """
    found = []
    after = next((i for i, word in enumerate(words) if word.lower in ("before", "after")), 0)
    for first, last in runs(words, mains):
        if first <= after or words[first - 1].breaks or (only_allowed and _is_forbidden(words, first - 1)):
            continue
        for verb in verbs().get(words[first - 1].lower, []):
            told = first - 1 in mains and is_told(words, first - 1)
            wanted = told or words[first - 1].lower == verb.gerund or words[first - 2].lower in ("to", *MODALS)
            if first >= 1 and wanted and words[first - 1].lower in (verb.plain, verb.gerund):
                form = verb.gerund if gerund else verb.plain
                found.append(f"{form} {sentence[words[first].start : words[last].end]}")
    return found


def _is_forbidden(words: list[Word], at: int) -> bool:
    """Whether a verb is what must not be done: what to heed while doing it is no question."""
    before = words[max(0, at - 2) : at + 1]
    return any(word.lower in ("not", "never", "avoid", "avoiding") for word in before)


def _lacks_subject(opening: Word) -> bool:
    """Whether a clause that begins with this word names nobody: `when first started`, `if needed`."""
    known = verbs().get(opening.lower, [])
    is_form = any(opening.lower in (verb.participle, verb.gerund) for verb in known) or opening.lower.endswith("ed")
    return (
        is_form
        or opening.lower in PREPOSITIONS
        or opening.lower in ("first", "not", "to", "necessary", "possible", "required", "applicable", "in")
    )


def _ends_state(words: list[Word], at: int) -> bool:
    """Whether a clause says when something is so: `the relay is active when it is cold` tells of no event."""
    begin = next((k + 1 for k in range(at - 1, -1, -1) if words[k].breaks), 0)
    for i in range(begin, at - 1):
        if words[i].lower in BE:
            after = next(
                (word for word in words[i + 1 : at] if word.is_content and not word.lower.endswith("ly")), None
            )
            forms = verbs().get(after.lower, []) if after else []
            return after is not None and not any(after.lower in (verb.participle, verb.gerund) for verb in forms)
    return False


def _ends_clause(words: list[Word], at: int) -> bool:
    return words[at].breaks or words[at + 1].lower == "then"


def clauses(sentence: str, words: list[Word]) -> list[str]:
    """The clauses with when, if and the like, without that word: `the lamp flashes red`."""
    found = []
    for i, word in enumerate(words[:-2]):
        before = {words[i - 1].lower, *(verb.plain for verb in verbs().get(words[i - 1].lower, []))} if i else set()
        is_whether = word.lower == "if" and bool(before & _WHETHER)
        # What happens in any case, or in no other one, is no answer.
        is_even = word.lower in ("unless", "until") or (i > 0 and words[i - 1].lower in ("even", "as", "only"))
        leads_nowhere = is_whether or is_even or _ends_state(words, i)
        leads_nowhere = leads_nowhere or (word.lower == "once" and i > 0 and words[i - 1].lower in BE)
        if word.lower in CLAUSE_STARTS and not leads_nowhere and not _lacks_subject(words[i + 1]):
            end = next((k for k in range(i + 1, len(words) - 1) if _ends_clause(words, k)), len(words) - 1)
            runs_on = any(word.text.lower() in _ANOTHER for word in words[i + 3 : end + 1])
            if end - i >= 2 and not runs_on and not (i and words[i - 1].is_number):
                found.append(sentence[words[i + 1].start : words[end].end])
    return found
