"""What a question about an English sentence may copy from it: its noun phrases, verbs, actions and clauses.

It need not be right about everything: it offers the spans, and the model chooses among them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.writers.predicates import NO_PURPOSE, participles, predicates, predicates_at
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
    main_verbs,
    split,
    words_of,
)

_PRONOUN = re.compile(r"\b(it|its|they|them|their|this|these|those|so)\b|^that\b", re.IGNORECASE)
_POINTING = re.compile(
    r"((the|a|an) )?(next|previous|preceding|above|below|following|corresponding|respective|same|other|some(?! of)|lots? of|latter|former)\b"
    r"|you(['’]re| are) (done|ready|finished)\b|.*\bthe (above|below|following|preceding)\b",
    re.IGNORECASE,
)
_PARTICLES = words_of("up out off down away back")
_VAGUE = words_of(
    "first second third last next other latter former one ones average rest same following result way below above link"
    " links file files update folder side field page example image picture figure screenshot value"
    " option options final more yes"
)
_ADVERBS = words_of("anymore longer ever again then than now soon sooner later")
_WHETHER = words_of("check see verify determine know wonder ask test tell decide find out confirm sure")
_ANOTHER = words_of("you'll you’ll we'll we’ll it'll it’ll they'll they’ll")  # a second subject: no end of the clause
_NO_SUBJECT = LEADS | words_of("there here even only also ahead due according instead yes no note as because although")
_CIRCUMSTANCES = words_of("during after before at in for without outside between until on within inside under")
_OF_SPEECH = words_of("example instance addition general fact order particular short contrast turn time this that case")
_IN_CHARGE = words_of("responsible charge care contact looks head manager")
_LINKS = words_of("of for in on at with from to by between")
_LONGEST = 7  # words of a noun phrase without what hangs on it


def spans(sentence: str, *, named: bool = False) -> dict[str, tuple[str, ...]]:
    """The texts for each slot of the question forms; slots for which the sentence has nothing are left out.

    The slots are explained at the head of resources/prompts/en/forms.txt. `named` says that the first word
    keeps its capital inside a sentence.
    """
    words = split(sentence)
    if not words:
        return {}
    words[0] = replace(words[0], is_name=named)
    mains = main_verbs(words)
    whole = [at for at in predicates_at(words, mains) if not _has_particle(words, at)]
    known = [verb for at in whole for verb in verbs().get(words[at].lower, [])]
    phrases = _noun_phrases(sentence, words, mains)
    after_be = _after_be(words)
    subjects = _subjects(sentence, words, mains)
    found = {
        "np": phrases,
        "nps": [text for text in phrases if not _is_plural(text)],
        "npp": [text for text in phrases if _is_plural(text)],
        "nn": [re.sub(r"^(the|a|an|your|its|each|every|any|this) ", "", text) for text in phrases],
        "unit": _units(words),
        "vb": [verb.plain for verb in known],
        "past": [
            word.lower for word in words if any(word.lower in (v.past, v.third) for v in verbs().get(word.lower, []))
        ],
        "pp": [verb.participle for verb in known] + [word for word in after_be if word.endswith("ed")],
        "ing": [verb.gerund for verb in known],
        "vp": _actions(sentence, words, mains),
        "vo": _verbs_with_object(sentence, words, mains, gerund=False),
        "ingo": _verbs_with_object(sentence, words, mains, gerund=True),
        "cl": _clauses(sentence, words),
        "word": after_be,
        "prep": [word.lower for word in words if word.lower in PREPOSITIONS],
        "modal": [word.lower for word in words if word.lower in MODALS] or (["must", "should"] if 0 in mains else []),
        "subj": _subject(sentence, words, mains),
        "sub": subjects,
        "subs": [text for text in subjects if not _is_plural(text) or _is_name(text)],
        "obj": _instructed(sentence, words, mains),
        "opening": _opening(sentence, words, mains),
        "later": _later(sentence, words),
        **predicates(words, mains),
        **participles(words),
    }
    usable = {name: [text for text in texts if _stands_alone(text)] for name, texts in found.items()}
    return {name: tuple(dict.fromkeys(texts)) for name, texts in usable.items() if texts}


def _has_particle(words: list[Word], at: int) -> bool:
    """Whether a verb means something only with the word after it: set up."""
    return at + 1 < len(words) and not words[at].breaks and words[at + 1].lower in _PARTICLES


def _stands_alone(text: str) -> bool:
    """Whether a span can be understood outside its sentence: no pronoun, no half quotation, not only `the second`."""
    if all(word in _VAGUE or word in DETERMINERS for word in text.lower().split()):
        return False
    return not _PRONOUN.search(text) and not _POINTING.match(text) and text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _is_plural(phrase: str) -> bool:
    """By the last word before what hangs on it: `the filters of the pump`."""
    head = re.split(r" (?:of|for|in|on|at|with|from|to|by|between) ", phrase)[0].split()[-1].lower()
    return head in ("people", "children", "men", "women", "data", "feet") or (
        head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))
    )


def _is_name(phrase: str) -> bool:
    """Whether its last word has a capital: Jenkins is one thing."""
    return phrase.split()[-1][0].isupper()


def _noun_phrases(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """What the sentence is about: its subjects and objects, with and without what hangs on them."""
    runs = _runs(words, mains)
    topics = [run for run in runs if _is_topic(words, run[0], mains)] or runs
    found: list[tuple[int, int]] = []
    for first, last in topics:
        found.append((first, last))
        end = last
        for after, until in runs:
            linked = after == end + 2 and words[end + 1].lower in _LINKS and not words[end].breaks
            if linked and (words[end + 1].lower == "of" or any(end < at for at in mains)):
                end = until
                found.append((first, end))
    return [text for first, last in found for text in _spellings(sentence, words, first, last)]


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
    return _spellings(sentence, words, 0, len(before) - 1)[:1] if before else []


def _subjects(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """Who or what does what each finite verb says: all that stands before it, and the first noun phrase alone.

    None where the verb comes first (`on top sits a lidar`, `there are`), and none inside a clause with when or if.
    """
    found: list[str] = []
    runs = _runs(words, mains)
    for main in mains:
        begin = next((k + 1 for k in range(main - 1, -1, -1) if words[k].breaks), 0)
        opening = words[begin].lower
        end = main - 1
        while end > begin and (words[end].lower in OTHERS or words[end].lower.endswith("ly")):
            end -= 1
        is_relative = words[main - 1].lower in ("who", "which", "that")
        if begin == main or is_relative or _is_verb_form(words, begin):
            continue
        if opening in _NO_SUBJECT or any(word.lower in CLAUSE_STARTS | AUXILIARIES for word in words[begin:main]):
            continue
        if opening in PREPOSITIONS:  # "during a cycle the drum turns": the phrase after the phrase
            found += [
                _spellings(sentence, words, first, last)[0]
                for first, last in runs
                if last == end and first > begin + 1 and words[first].lower in DETERMINERS
                if words[first - 1].lower not in PREPOSITIONS
            ]
            continue
        if begin and begin - 1 < mains[0] and _is_list(words[:begin]):
            begin = 0  # "bones, shells and stones damage the paddle"
        alone = next((last for first, last in runs if first == begin and last <= end), None)
        after = words[alone + 1].lower if alone is not None and alone < end else ""
        hangs = after in PREPOSITIONS
        if alone is not None and after not in ("of", "than") and (alone == end or hangs):
            found += _spellings(sentence, words, begin, alone)[:1]
        whole = hangs or (alone != end and (alone is not None or opening in DETERMINERS))
        if whole and end - begin < _LONGEST + 3:
            found += _spellings(sentence, words, begin, end)[:1]
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
    if not tells or words[1].lower in _OF_SPEECH or any(at <= end for at in mains):
        return []
    text = sentence[words[0].start : words[end].end]
    return [text[0].lower() + text[1:]]


def _instructed(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """The object of an instruction."""
    for first, last in _runs(words, mains):
        if first and first - 1 in mains and (first == 1 or words[first - 2].lower in LEADS or words[first - 2].breaks):
            return [sentence[words[first].start : words[last].end]]
    return []


def _later(sentence: str, words: list[Word]) -> list[str]:
    """What follows the last before or after, up to the end or a comma."""
    for i in range(len(words) - 2, -1, -1):
        if words[i].lower in ("before", "after") and not words[i + 1].is_number:
            end = next((k for k in range(i + 1, len(words)) if words[k].breaks), len(words) - 1)
            return [sentence[words[i + 1].start : words[end].end]] if end > i else []
    return []


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


def _spellings(sentence: str, words: list[Word], first: int, last: int) -> list[str]:
    """A noun phrase as it stands inside a question: its first letter small unless it is a name."""
    text = sentence[words[first].start : words[last].end]
    if text.count('"') % 2:
        text += '"'  # the closing mark was taken for the edge of a word
    if first or not text[0].isupper() or words[0].is_name or words[0].text != words[0].text.capitalize():
        return [text]
    small = text[0].lower() + text[1:]
    if words[0].lower in DETERMINERS or words[0].lower in verbs():
        return [small]
    is_name = last > 0 and words[1].text[:1].isupper() and words[1].text.isalpha()
    return [text] if is_name else [small, text]


def _runs(words: list[Word], mains: list[int]) -> list[tuple[int, int]]:
    """Runs of words (first, last) that can be a noun phrase: a determiner, then words that carry meaning."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        first = i
        if words[i].lower in DETERMINERS:
            i += 1
        begin = i
        while i < len(words) and words[i].is_content and i not in mains and i - begin < _LONGEST:
            i += 1
            if words[i - 1].breaks:
                break
        last = i - 1
        while last >= begin and (words[last].lower.endswith("ly") or words[last].lower in _ADVERBS):
            last -= 1
        if last >= begin and not words[first].is_number and not _is_verb_at(words, first, mains):
            runs.append((first, last))
        i = max(i, first + 1)
    return runs


def _is_verb_at(words: list[Word], at: int, mains: list[int]) -> bool:
    """Whether a run starts with a verb: after `to`, a modal or `be`, or in an instruction."""
    if words[at].lower in DETERMINERS or at == 0:
        return at in mains
    forms = verbs().get(words[at].lower, [])
    return bool(forms) and words[at - 1].lower in AUXILIARIES | {"to", "not", "and"}


def _units(words: list[Word]) -> list[str]:
    found = []
    for i, word in enumerate(words[:-1]):
        if word.is_number and not word.breaks and words[i + 1].is_content and words[i + 1].text.islower():
            found.append(words[i + 1].text)
            if i + 2 < len(words) and words[i + 2].is_content and not words[i + 1].breaks:
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


def is_instruction(sentence: str) -> bool:
    """Whether the sentence, or its part after a comma, tells somebody to do something."""
    words = split(sentence)
    return any(_is_told(words, at) for at in main_verbs(words))


def is_order(sentence: str) -> bool:
    """Whether it is an instruction or says what must or should be done."""
    return is_instruction(sentence) or any(word.lower in ("must", "should") for word in split(sentence))


def _is_told(words: list[Word], at: int) -> bool:
    plain = any(words[at].lower == verb.plain for verb in verbs().get(words[at].lower, []))
    return plain and (at == 0 or words[at - 1].breaks or words[at - 1].lower in LEADS)


def _actions(sentence: str, words: list[Word], mains: list[int]) -> list[str]:
    """What something is done for: `to reset the timer`; an instruction itself when it says with what."""
    told = [at for at in mains if _is_told(words, at)]
    starts = [
        i
        for i, word in enumerate(words)
        if i and words[i - 1].lower == "to" and any(word.lower == v.plain for v in verbs().get(word.lower, []))
        if i <= 3 or told or any(w.lower in ("used", "use") for w in words[:i])
        if i < 2 or words[i - 2].lower not in NO_PURPOSE
    ]
    if not starts and any(word.lower in ("with", "by", "using") for word in words):
        starts = told
    found = []
    for start in starts:
        end = start
        while end + 1 < len(words) and not words[end].breaks and not _ends_action(words, end + 1, start in told):
            end += 1
        text = sentence[words[start].start : words[end].end]
        if end > start:
            found.append(text[0].lower() + text[1:])
    return found


def _ends_action(words: list[Word], at: int, told: bool) -> bool:
    """Whether an action ends before this word: at how, when or how long it is done."""
    word = words[at].lower
    if word in ("with", "by", "using", "for", "every", "before", "after", "when", "if", "until", "once", "because"):
        return told or word not in ("with", "for", "by")
    return False


def _verbs_with_object(sentence: str, words: list[Word], mains: list[int], *, gerund: bool) -> list[str]:
    """Plain verbs or gerunds with the noun phrase that follows: `replace the filter`.

    Where something comes before or after something else, only what follows that word.
    """
    found = []
    after = next((i for i, word in enumerate(words) if word.lower in ("before", "after")), 0)
    for first, last in _runs(words, mains):
        if first <= after or words[first - 1].breaks:
            continue
        for verb in verbs().get(words[first - 1].lower, []):
            told = first - 1 in mains and _is_told(words, first - 1)
            wanted = told or words[first - 1].lower == verb.gerund or words[first - 2].lower in ("to", *MODALS)
            if first >= 1 and wanted and words[first - 1].lower in (verb.plain, verb.gerund):
                form = verb.gerund if gerund else verb.plain
                found.append(f"{form} {sentence[words[first].start : words[last].end]}")
    return found


def _lacks_subject(opening: Word) -> bool:
    """Whether a clause that begins with this word names nobody: `when first started`, `if needed`."""
    known = verbs().get(opening.lower, [])
    is_form = any(opening.lower in (verb.participle, verb.gerund) for verb in known) or opening.lower.endswith("ed")
    return (
        is_form
        or opening.lower in PREPOSITIONS
        or opening.lower in ("first", "not", "to", "necessary", "possible", "required", "applicable", "in")
    )


def _clauses(sentence: str, words: list[Word]) -> list[str]:
    found = []
    for i, word in enumerate(words[:-2]):
        is_whether = word.lower == "if" and i > 0 and words[i - 1].lower in _WHETHER
        if word.lower in CLAUSE_STARTS and not is_whether and not _lacks_subject(words[i + 1]):
            end = next((k for k in range(i + 1, len(words)) if words[k].breaks), len(words) - 1)
            runs_on = any(word.text.lower() in _ANOTHER for word in words[i + 3 : end + 1])
            if end - i >= 2 and not runs_on and not (i and words[i - 1].is_number):
                found.append(sentence[words[i + 1].start : words[end].end])
    return found
