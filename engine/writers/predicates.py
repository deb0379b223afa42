"""Verbs of an English sentence by the form in which a question can ask for them.

Kinds: 3 (third person), 0 (plural), d (past), m (after a modal); with p, with the preposition that follows.
"""

from __future__ import annotations

from engine.writers.verbs import verbs
from engine.writers.words import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    LEADS,
    MODALS,
    PREPOSITIONS,
    Word,
    words_of,
)

_OBJECT = {"3": "v3", "0": "v0", "d": "vd", "m": "mv"}
_HAVE = words_of("has have had")
_TIMES = words_of("second minute hour day week month year")
_PRONOUNS = words_of("it them him her us you me this that")
_QUALIFIERS = words_of("about around over under up to at least most approximately nearly only exactly")
_LINKING = words_of("stay remain become seem look sound feel appear get turn go come")
_INTRANSITIVE = words_of(
    "come go arrive happen occur exist consist depend rely belong sleep lie sit stand rise wait work vary interfere"
    " continue appear remain stay differ result rank weigh last"
)
_BEGINS = words_of("start begin keep stop continue finish go")
# There is no way of being so.
_NEEDED = words_of("required needed recommended supported allowed expected intended")
# "What does it exist in?": where it does is asked otherwise.
_SOMEWHERE = words_of(
    "exist occur happen lie sit stand remain stay sleep work live reside start end come go arrive run"
)
# Prepositions and what follows them where the two together are an adverb: loaded in order for it to work.
_ADVERBIALS = {
    "in": words_of(
        "order addition general particular fact turn practice principle theory case advance parallel full part total"
        " detail short any all most many some time sequence vain use"
    ),
    "for": words_of("example instance good free now sure long short several some many most a few"),
    "at": words_of("once all least most first last times present random startup runtime will"),
    "on": words_of("average demand purpose time request top its their"),
    "by": words_of("default hand itself themselves accident far means name now then"),
    "as": words_of("well usual follows needed soon long such expected desired required before"),
    "to": words_of("date some"),
    "with": words_of("ease respect regard care"),
    "from": words_of("scratch now then time left"),
    "without": words_of("problems warning"),
}
_WHERE = words_of("in at on during within for by through over under inside")
# Objects that mean something only together with their verb: "takes care of", "makes sure that", "has trouble".
_IDIOMS = {
    "take": words_of("care place part account advantage effect note precedence action over"),
    "make": words_of("sure use sense progress certain up"),
    "have": words_of(
        "trouble difficulty access effect effects impact influence problems issues need reason control permission"
        " something"
    ),
    "give": words_of("way up access rise priority"),
    "lose": words_of("track"),
    "keep": words_of("track"),
    "lead": words_of("way"),
    "pay": words_of("attention"),
    "play": words_of("role part"),
}
# "make sure to", "needs to": what follows is no purpose.
NO_PURPOSE = words_of(
    "sure need needs want wants like have has able likely try remember forget going ought how where what when way"
)


def predicates_at(words: list[Word], mains: list[int]) -> list[int]:
    """Where the verbs stand that say what is the case or what is to be done: finite, after a modal, after be or to."""
    found = list(mains)
    for i, word in enumerate(words[1:], start=1):
        before = words[i - 1].lower
        if word.lower in verbs() and before in AUXILIARIES | {"to", "not", "and", "never", "be", "been"}:
            found.append(i)
    return sorted(set(found))


def predicates(words: list[Word], mains: list[int]) -> dict[str, list[str]]:
    """Verbs by the form they stand in, with (v3, v0, vd, mv) or without an object, and with their preposition."""
    found: dict[str, list[str]] = {}
    for main in mains:
        if main == 0 or words[main - 1].breaks or words[main - 1].lower in LEADS:
            continue  # an instruction: nobody does it yet
        kind, at = _predicate(words, main)
        if kind == "d" and _is_done_to(words, main):
            continue
        for verb in verbs().get(words[at].lower, []) if kind else []:
            following = _object_after(words, at)
            if following is None or following.lower != "to" or verb.plain not in NO_PURPOSE:
                found.setdefault(f"i{kind}", []).append(" ".join([verb.plain, *_object(words, at)]))
            if following is not None and following.lower in PREPOSITIONS:
                tells_where = verb.plain in _SOMEWHERE and following.lower in _WHERE
                if verb.plain not in _LINKING and not tells_where and _leads_to_thing(words, at + 1, numbers=False):
                    found.setdefault(f"{_OBJECT[kind]}p", []).append(f"{verb.plain} {following.lower}")
            elif following is not None and verb.plain not in _LINKING and _is_object(words, at, following):
                found.setdefault(_OBJECT[kind], []).append(verb.plain)
                if kind == "3":
                    found.setdefault("third", []).append(verb.third)
    return found


def _is_done_to(words: list[Word], main: int) -> bool:
    """Whether a verb in the past is a participle: `errors made by users`, `errors generated at night will be shown`."""
    if main + 1 < len(words) and words[main + 1].lower == "by":
        return True
    end = next((k for k in range(main, len(words)) if words[k].breaks), len(words) - 1)
    if any(word.lower in MODALS | BE for word in words[main + 1 : end + 1]):
        return True
    for i in range(main + 2, end + 1):
        if words[i].lower in CONJUNCTIONS:
            return False
        noun = words[i - 1].is_content and words[i - 1].lower not in verbs()
        if noun and any(words[i].lower in (verb.third, verb.past) for verb in verbs().get(words[i].lower, [])):
            return True  # "memory used for filters greatly reduces reads": the verb comes later
    return False


def _leads_to_thing(words: list[Word], at: int, *, numbers: bool) -> bool:
    """Whether a preposition that a thing follows stands there: not `to make`, `by default`, or `in about 10`."""
    if at + 1 >= len(words) or words[at].lower not in PREPOSITIONS:
        return False
    following = words[at + 1]
    is_verb = any(following.lower == verb.plain for verb in verbs().get(following.lower, []))
    if words[at].lower == "to" and (
        is_verb or following.lower in ("be", "have", "do") or following.lower.endswith("ly")
    ):
        return False
    if words[at].lower in ("until", "since", "than", "despite", "without", "unlike"):
        return False
    if following.lower in _ADVERBIALS.get(words[at].lower, ()):
        return False
    if following.lower in _PRONOUNS | PREPOSITIONS | CONJUNCTIONS or following.lower in ("either", "not"):
        return False
    doing = following.lower.endswith("ing") and following.lower in verbs()
    if words[at].lower == "by" and doing:
        return False  # "moves by cycling through the phases" says how
    if words[at].lower == "as" and (
        doing or any(following.lower == v.participle for v in verbs().get(following.lower, []))
    ):
        return False  # "required as discussed later"
    counted = following.is_number or following.lower in _QUALIFIERS
    return following.lower != "default" and (numbers or not counted)


def participles(words: list[Word]) -> dict[str, list[str]]:
    """Participles after a form of be (bpp), and those with the preposition that follows (ppp)."""
    found: dict[str, list[str]] = {}
    for i, (before, word, after) in enumerate(zip(words, words[1:], [*words[2:], None], strict=False)):
        if before.lower in BE and any(word.lower == verb.participle for verb in verbs().get(word.lower, [])):
            if word.lower not in _NEEDED and (after is None or after.lower not in ("out", "off", "up")):
                found.setdefault("bpp", []).append(word.lower)
            needed = word.lower in _NEEDED and after is not None and after.lower not in ("for", "by", "to")
            if after is not None and not needed and not word.breaks and _leads_to_thing(words, i + 2, numbers=True):
                found.setdefault("ppp", []).append(f"{word.lower} {after.lower}")
    return found


def _predicate(words: list[Word], main: int) -> tuple[str, int]:
    """How the verb at `main` is asked for (3, 0, d, m; '' for be and have) and where its meaning stands."""
    word = words[main]
    if word.lower in MODALS:
        near = range(main + 1, min(main + 4, len(words)))
        at = next((k for k in near if words[k].lower in verbs() or words[k].lower in BE), main)
        return ("", main) if words[at].lower in BE else ("m", at)
    if word.lower in AUXILIARIES and (word.lower not in _HAVE or _is_perfect(words, main)):
        return "", main
    return _tense(word.lower, plural=main > 0 and words[main - 1].lower.endswith("s")), main


def _is_perfect(words: list[Word], main: int) -> bool:
    """Whether have is an auxiliary here: has been, has received."""
    following = words[main + 1].lower if main + 1 < len(words) else ""
    return following in BE or any(following == verb.participle for verb in verbs().get(following, []))


def _object(words: list[Word], at: int) -> list[str]:
    """The noun phrase that follows a verb directly, unless it is a quantity."""
    found: list[str] = []
    for word in words[at + 1 :]:
        begins = not found and word.lower in DETERMINERS
        if words[at].breaks or not (begins or word.is_content) or word.is_number:
            break
        found.append(word.text)
        if word.breaks:
            break
    return found if found and found[-1].lower() not in DETERMINERS else []


def _object_after(words: list[Word], at: int) -> Word | None:
    """The word after a verb, but for `about` and its like before a number."""
    if words[at].breaks or at + 1 >= len(words):
        return None
    after = at + 1
    while after < len(words) - 1 and _qualifies(words, after):
        after += 1
    return words[after] if words[after].is_number or words[at + 1].lower == "only" else words[at + 1]


def _qualifies(words: list[Word], at: int) -> bool:
    """Whether a word belongs to the number after it: about 5, at least 5, but not the day ends at 5."""
    if words[at].lower == "at":
        return words[at + 1].lower in ("least", "most")
    return words[at].lower in _QUALIFIERS and (words[at].lower != "to" or words[at - 1].lower == "up")


def _is_object(words: list[Word], at: int, following: Word) -> bool:
    """Whether what follows the verb at `at` is what it deals with: no time it takes, no way of doing it."""
    plain = {verb.plain for verb in verbs().get(words[at].lower, [])}
    if plain & _BEGINS and following.lower.endswith("ing") and following.lower in verbs():
        return False  # "starts moving" starts no thing
    if plain & _INTRANSITIVE or any(
        word.lower in _IDIOMS.get(verb, ()) for verb in plain for word in _phrase_from(words, at + 1)
    ):
        return False
    if following.is_number and any(word.lower.rstrip("s") in _TIMES for word in words[at + 1 : at + 4]):
        return False
    return following.lower in DETERMINERS - {"no"} or (following.is_content and not following.lower.endswith("ly"))


def _phrase_from(words: list[Word], at: int) -> list[Word]:
    """The first words of what may be an object, up to a preposition: `the right way`."""
    found: list[Word] = []
    for word in words[at : at + 3]:
        if found and (word.lower in PREPOSITIONS or found[-1].breaks):
            break
        found.append(word)
    return found


def _tense(word: str, *, plural: bool) -> str:
    """3, 0 or d: which of does, do and did asks for a verb in this form."""
    for verb in verbs().get(word, []):
        if word == verb.third:
            return "3"
        if word == verb.plain and (plural or word != verb.past):
            return "0"
    return "d"
