"""What a question about an English sentence may copy from it: its noun phrases, verbs, actions and clauses.

It need not be right about everything: it offers the spans, and the model chooses among them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.writers.clauses import actions, clauses, has_particle, instructed, is_told, verbs_with_object
from engine.writers.phrases import LONGEST, is_name, is_plural, runs, spellings, stands_alone
from engine.writers.predicates import participles, predicates, predicates_at
from engine.writers.verbs import verbs
from engine.writers.words import (
    AUXILIARIES,
    BE,
    CLAUSE_STARTS,
    DETERMINERS,
    LEADS,
    MODALS,
    OTHERS,
    PREPOSITIONS,
    Word,
    ends_as_plural,
    main_verbs,
    split,
    words_of,
)

_NO_SUBJECT = LEADS | words_of(
    "there here even only also ahead due according instead yes no note there's there’s you're you’re we're we’re"
    " you've you’ve we've we’ve they're they’re it's it’s similar unlike compared based"
    " depending regarding given thanks except whilst as because although"
)
_CIRCUMSTANCES = words_of("during after before at in for without outside between until on within inside under")
_OF_ORDERS = words_of("in for under on")  # "for a new ticket, ask the team": what happens for it nobody asks
_OF_SPEECH = words_of("example instance addition general fact order particular short contrast turn time this that case")
_IN_CHARGE = words_of("responsible charge care contact looks head manager")
_PASSING = words_of("while moment bit")  # "after a short while": what is done then nobody asks
_LINKS = words_of("of for in on at with from to by between")


def spans(sentence: str, *, named: bool = False) -> dict[str, tuple[str, ...]]:
    """The texts for each slot of the question forms; slots for which the sentence has nothing are left out.

    The slots are explained at the head of resources/prompts/en/forms.txt. `named` says that the first word
    keeps its capital inside a sentence.
    """
    words = _outside_brackets(sentence, split(sentence))
    if not words:
        return {}
    words[0] = replace(words[0], is_name=named)
    mains = main_verbs(words)
    whole = [at for at in predicates_at(words, mains) if not has_particle(words, at)]
    known = [verb for at in whole for verb in verbs().get(words[at].lower, [])]
    phrases = _noun_phrases(sentence, words, mains)
    after_be = _after_be(words)
    subjects_of = {main: _subjects(sentence, words, mains, main) for main in mains}
    subjects = [text for texts in subjects_of.values() for text in texts]
    found = {
        "np": phrases,
        "nps": [text for text in phrases if not is_plural(text)],
        "npp": [text for text in phrases if is_plural(text)],
        "nn": [re.sub(r"^(the|a|an|your|its|each|every|any|this) ", "", text) for text in phrases],
        "unit": _units(words),
        "vb": [verb.plain for verb in known],
        "past": [
            word.lower for word in words if any(word.lower in (v.past, v.third) for v in verbs().get(word.lower, []))
        ],
        "pp": [verb.participle for verb in known] + [word for word in after_be if word.endswith("ed")],
        "ing": [verb.gerund for verb in known],
        "vp": actions(sentence, words, mains),
        "vo": verbs_with_object(sentence, words, mains, gerund=False),
        "ingo": verbs_with_object(sentence, words, mains, gerund=True),
        "vok": verbs_with_object(sentence, words, mains, gerund=False, only_allowed=True),
        "ingok": verbs_with_object(sentence, words, mains, gerund=True, only_allowed=True),
        "cl": clauses(sentence, words),
        "word": after_be,
        "prep": [word.lower for word in words if word.lower in PREPOSITIONS],
        "modal": [word.lower for word in words if word.lower in MODALS] or (["must", "should"] if 0 in mains else []),
        "subj": _subject(sentence, words, mains),
        "sub": subjects,
        "subs": [text for text in subjects if not is_plural(text) or is_name(text)],
        "obj": instructed(sentence, words, mains),
        "opening": _opening(sentence, words, mains),
        "later": _later(sentence, words),
        **predicates(words, [main for main, texts in subjects_of.items() if any(map(stands_alone, texts))]),
        **participles(words),
    }
    usable = {name: [text for text in texts if stands_alone(text)] for name, texts in found.items()}
    return {name: tuple(dict.fromkeys(texts)) for name, texts in usable.items() if texts}


def _outside_brackets(sentence: str, words: list[Word]) -> list[Word]:
    """The words but for those in round brackets: what is said there is said beside the point."""
    found: list[Word] = []
    for word in words:
        before = sentence[: word.start]
        if before.count("(") <= before.count(")"):
            found.append(word)
        elif found and word.breaks and sentence[word.end : word.end + 2].strip(" ") not in (")", ""):
            found[-1] = replace(found[-1], breaks=True)
    return found


def _noun_phrases(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """What the sentence is about: its subjects and objects, with and without what hangs on them."""
    phrases = runs(words, mains)
    topics = [run for run in phrases if _is_topic(words, run[0], mains)] or phrases
    found: list[tuple[int, int]] = []
    for first, last in topics:
        found.append((first, last))
        end = last
        for after, until in phrases:
            linked = after == end + 2 and words[end + 1].lower in _LINKS and not words[end].breaks
            if linked and (words[end + 1].lower == "of" or any(end < at for at in mains)):
                end = until
                found.append((first, end))
    return [text for first, last in found for text in spellings(sentence, words, first, last)]


def _subject(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """Everything before the first finite verb, when it begins the sentence and has no verb or comma of its own."""
    main = next((at for at in mains if at), 0)
    before = words[:main]
    if not main or before[0].lower in PREPOSITIONS | CLAUSE_STARTS | LEADS or 0 in mains:
        return []
    if any(word.breaks for word in before):
        return []
    while before and (before[-1].lower in OTHERS or before[-1].lower.endswith("ly")):
        before = before[:-1]
    return spellings(sentence, words, 0, len(before) - 1)[:1] if before else []


def _subjects(sentence: str, words: list[Word], mains: list[int], main: int) -> list[str]:
    """Who or what does what the finite verb at `main` says: all that stands before it, and the first noun phrase alone.

    None where the verb comes first (`on top sits a lidar`, `there are`), and none inside a clause with when or if.
    """
    begin = next((k + 1 for k in range(main - 1, -1, -1) if words[k].breaks), 0)
    begin += words[begin].lower.endswith("ly") and main - begin > 1  # "specifically the pump supports"
    opening = words[begin].lower
    if begin == main or words[main - 1].lower in ("who", "which", "that") or _is_verb_form(words, begin):
        return []
    if opening in _NO_SUBJECT or any(word.lower in CLAUSE_STARTS | AUXILIARIES for word in words[begin:main]):
        return []
    does = opening.endswith("ing")  # "working remotely" is something else than working
    end = main - 1
    while end > begin and (words[end].lower in OTHERS or (words[end].lower.endswith("ly") and not does)):
        end -= 1
    phrases = runs(words, mains)
    if opening in PREPOSITIONS:  # "during a cycle the drum turns": the phrase after the phrase
        return [
            spellings(sentence, words, first, last)[0]
            for first, last in phrases
            if last == end and first > begin + 1 and words[first].lower in DETERMINERS
            if words[first - 1].lower not in PREPOSITIONS
        ]
    if begin and begin - 1 < mains[0] and _is_list(words[:begin]):
        begin = 0  # "bones, shells and stones damage the paddle"
    found: list[str] = []
    alone = next((last for first, last in phrases if first == begin and last <= end), None)
    after = words[alone + 1].lower if alone is not None and alone < end else ""
    hangs = after in PREPOSITIONS
    if alone is not None and after not in ("of", "than") and (alone == end or hangs):
        found += spellings(sentence, words, begin, alone)[:1]
    whole = hangs or (alone != end and (alone is not None or opening in DETERMINERS))
    if whole and end - begin < LONGEST + 3:
        found += spellings(sentence, words, begin, end)[:1]
    return found


def _is_verb_form(words: list[Word], at: int) -> bool:
    """Whether what looks like a subject begins with a verb: `indicates the packet`, `make sure the station`."""
    is_verb = any(words[at].lower in (verb.plain, verb.third) for verb in verbs().get(words[at].lower, []))
    return is_verb and at + 1 < len(words) and words[at + 1].lower in DETERMINERS | {"sure", "that"}


def _is_list(words: list[Word]) -> bool:
    """Whether words before a comma, without a verb among them, can be the first things of a list."""
    opening = words[0].lower
    named = opening not in PREPOSITIONS | CLAUSE_STARTS | _NO_SUBJECT and not opening.endswith(("ly", "ing"))
    return named and words[-1].is_content


def _opening(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """The phrase before the first comma that tells when, where or in which case: `at the end of a cycle`."""
    end = next((i for i, word in enumerate(words[:-1]) if word.breaks), 0)
    tells = words[0].lower in _CIRCUMSTANCES and end >= 1 and sentence[words[end].end : words[end].end + 1] == ","
    if tells and words[0].lower in _OF_ORDERS and not any(is_told(words, at) for at in mains):
        return []
    if not tells or words[1].lower in _OF_SPEECH or any(at <= end for at in mains):
        return []
    text = sentence[words[0].start : words[end].end]
    return [text[0].lower() + text[1:]]


def _later(sentence: str, words: list[Word]) -> list[str]:
    """What follows the last before or after, up to the end or a comma."""
    for i in range(len(words) - 2, -1, -1):
        if words[i].lower in ("before", "after") and not words[i + 1].is_number:
            end = next(
                (k for k in range(i + 1, len(words)) if words[k].breaks or _orders_next(words, k)), len(words) - 1
            )
            passing = any(word.lower in _PASSING for word in words[i + 1 : end + 1])
            return [sentence[words[i + 1].start : words[end].end]] if end > i and not passing else []
    return []


def _orders_next(words: list[Word], at: int) -> bool:
    """Whether a further order follows: `after every cycle and pour the water away`."""
    if at + 3 >= len(words) or words[at + 1].lower != "and" or words[at + 3].lower not in DETERMINERS:
        return False
    return any(words[at + 2].lower == verb.plain for verb in verbs().get(words[at + 2].lower, []))


def _is_topic(words: list[Word], first: int, mains: list[int]) -> bool:
    """Whether a noun phrase is a subject, an object, or what a subject belongs to (`of the pump`)."""
    before = words[first - 1] if first else None
    if before is None or before.breaks:
        return True
    if before.lower in PREPOSITIONS:
        # "is responsible for the garden": whoever is named is the answer, and this is asked about.
        named = before.lower in ("for", "of", "after") and first > 1 and words[first - 2].lower in _IN_CHARGE
        return named or (before.lower == "of" and any(first < at for at in mains))
    if before.lower in BE:
        return False  # what something is, is the answer
    is_subject = any(first < at for at in mains)
    return is_subject or first - 1 in mains or any(before.lower == v.plain for v in verbs().get(before.lower, []))


def _units(words: list[Word]) -> list[str]:
    found = []
    for i, word in enumerate(words[:-1]):
        if word.is_number and not word.breaks and words[i + 1].is_content and words[i + 1].text.islower():
            further = i + 2 < len(words) and words[i + 2].is_content and not words[i + 1].breaks
            if not further or ends_as_plural(words[i + 1].lower) or not ends_as_plural(words[i + 2].lower):
                found.append(words[i + 1].text)
            if further:
                found.append(f"{words[i + 1].text} {words[i + 2].text}")
    return found


def _after_be(words: list[Word]) -> list[str]:
    """Words right after a form of be, but for negations and adverbs: adjectives and participles."""
    found = []
    for i, word in enumerate(words):
        if word.lower in BE:
            following = [w.lower for w in words[i + 1 : i + 4] if w.is_content and not w.is_number]
            found += following[:2]
    for word in words:
        if word.lower in ("red", "green", "blue", "yellow", "orange", "white", "amber"):
            found.append(word.lower)
    return found
