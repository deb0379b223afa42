"""Whether a question asks for what its English sentence says: who does it, to what, and whether that is denied.

The forms offer a sentence's spans to the model, which puts them together; here the question is read back into the
sentence. Only what can be told from the words is objected to, but then strictly: a fact less is no harm.
"""

from __future__ import annotations

import re

from engine.writers.clauses import is_instruction
from engine.writers.readback import stands, strays
from engine.writers.verbs import verbs
from engine.writers.words import BE, MODALS, split, words_of

_LEAD = re.compile(
    r"^(?:(?:can|could) you (?:please )?tell me|do you know|may i ask|could you say) (?P<rest>.+)$", re.IGNORECASE
)
# "Do you know what are known flaws tracked in?"
_INVERTED = re.compile(
    r"(?:what|where|when|how|why) (?:is|are|was|were) (?:\S+ ){2,}\w+(?:ed|en)(?: (?:in|on|by|to|with|for|from|at))?$",
    re.IGNORECASE,
)
# "also defines a committee": it defines other things too, so that what it defines is no single answer.
_ONE_OF_MANY = re.compile(
    r"\b(?:also|additionally|moreover|furthermore|likewise|too[.,]|as well[.,])"
    r"|^(?:finally|in addition|for (?:instance|example)|similarly|again|further|besides)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:how (?:much|many|long|often|far|fast|old|high|heavy|wide|deep)|when|where|who)\b", re.IGNORECASE
)
_DENIAL = re.compile(r"\b(?:not|never|no|cannot|nor|neither)\b|n['’]t\b", re.IGNORECASE)
_MUST_DO = re.compile(
    r"\b(?:must|should|has to|have to|needs? to|recommended|please|be sure|remember|advis\w+|required)\b", re.IGNORECASE
)
_HAPPENS = re.compile(r"what happens (?P<joint>if|when) (?P<clause>.+)$", re.IGNORECASE)
_HAPPENS_THEN = re.compile(r"what happens (?P<clause>(?!if |when ).+)$", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?:what|which)\b.*?\b(?:done|do|right|needed|reaction) (?P<joint>before|after|if|when|between) (?P<clause>.+)$",
    re.IGNORECASE,
)
_DONE_WITH = re.compile(
    r"what (?:(?:must|should|can|may|has to|could) be done|(?:do i have to|should i|must i) do"
    r"|is it that (?:must|should) be done) with (?P<what>.+)$",
    re.IGNORECASE,
)
_HOW_TO = re.compile(
    r"(?:how (?:to|do i|can i|does one)|right way to|(?:steps are|action is) needed to"
    r"|(?:done|have to do|should i do)(?: in order)? to|procedure for) (?P<what>.+)$",
    re.IGNORECASE,
)
_HOW_DONE = re.compile(
    r"(?:how|in what way) (?:(?:is|are|was|were|must|should|can|may) (?!i\b)|.*\b(?:is|are|was|were) )", re.IGNORECASE
)
_DEFINITION = re.compile(r"definition of (?P<what>.+)$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:called|named|known as|names? (?:is|of)|titled)\b", re.IGNORECASE)
_VALUE_OF = re.compile(r"(?:what is the |which |what )?(?P<noun>[\w -]+?) (?:of|for) (?P<what>.+)$", re.IGNORECASE)
_TWO_PHRASES = re.compile(r" [A-Z][\w/]* (?:various|several|many|different|most|some|all|each|every|few|numerous)\b")
_POINTED = re.compile(
    r"\b(?:listed|shown|described|explained|given|found|documented|discussed|summari[sz]ed|included) in "
    r"(?:(?:the|this|an?|its) )?(?:\w+ )?(?:tables?|lists?|figures?|sections?|chapters?|appendix|appendices)\b",
    re.IGNORECASE,
)
_NEED_FOR = re.compile(r"what do i need for (?P<what>.+)$", re.IGNORECASE)
_WHO_READS = re.compile(
    r"^(?:you|your|we|one|try|please|don['’]t|do not|there(?: is| are|['’]s)"
    r"|it(?: is|'s) (?:\w+ly )?(?:good|best|better|"
    r"recommended|possible|advisable|necessary|important|useful|easy|wise|a good))\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"(?:at|in|on|under|inside|outside|between) (?!(?:the )?(?:end|start|beginning|case|event)\b)", re.I
)
_LEANING = re.compile(r"\byou (?:did|do|have|are) not\b|\byou're not\b|\b(?:later|then|also|however|still)\b", re.I)
_POINTS_BACK = re.compile(r"^(?:as such|it|they|he|she|in th(?:is|at) case)\b", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:must|should) (?:\w+ly )?be (?:expected|supported|available|able|noted|possible)\b")
_STATES = words_of(
    "supported found seen known considered called noted expected needed required located based obtained"
    " used able possible available assumed regarded understood allowed"
)
# Verbs whose object is new: nothing is done with it that could be asked for.
_MAKING = words_of(
    "use select choose make create build write find get obtain buy need have do perform try ask call contact order"
    " wear ensure check generate see provide include prefer avoid"
)


def misfit(sentence: str, question: str, *, named: bool = False) -> str:
    """Why the question does not ask for what the sentence says; '' when nothing speaks against it."""
    text = question.removesuffix("?").strip()
    if lead := _LEAD.match(text):
        text = lead["rest"]
        if _INVERTED.match(text):
            return "it keeps the order of words of a direct question"
    text = re.sub(r"^what (?:thing|exactly)\b", "what", text, flags=re.IGNORECASE)
    plain = sentence.replace("’", "'")
    text = text.replace("’", "'")
    for look in (_one_of_many, _polarity, _happening, _to_be_done, _to_reach, _defined, _capital):
        if found := look(plain, text, named):
            return found
    return strays(plain, text)


def _one_of_many(sentence: str, text: str, named: bool) -> str:
    del named
    if _POINTED.search(sentence):
        return "it points to another place of the document"
    found = None if _COUNTED.search(text) else _ONE_OF_MANY.search(sentence)
    return f"'{found[0]}' says that there are other answers" if found else ""


def _without(sentence: str, clause: str) -> str:
    """The sentence without a clause that the question copies from it."""
    at = sentence.lower().find(clause.lower())
    return sentence if at < 0 else f"{sentence[:at]} {sentence[at + len(clause) :]}"


def _polarity(sentence: str, text: str, named: bool) -> str:
    """What must not be done is no answer to what must be done, nor is how something is not done to how it is."""
    del named
    asked = _TO_DO.search(text) or _DONE_WITH.search(text) or _HOW_TO.search(text) or _HOW_DONE.match(text)
    if not asked or _DENIAL.search(text):
        return ""
    clause = asked.groupdict().get("clause") or ""
    main = re.sub(r"\beven (?:if|when|though)\b.*", "", _without(sentence, clause))
    found = _DENIAL.search(re.sub(r"(?: (?:because|whatever|so that)|, not) .*", "", main))
    return f"the sentence says '{found[0]}'" if found else ""


def _happening(sentence: str, text: str, named: bool) -> str:
    """What happens in a case is no advice to the reader, and the case is whole."""
    del named
    found = _HAPPENS.search(text) or _HAPPENS_THEN.search(text)
    if not found:
        return ""
    clause = found["clause"]
    if _SOMEWHERE.match(clause):
        return "a place is no event"
    at = sentence.lower().find(clause.lower())
    if at < 0:
        return ""
    after = sentence[at + len(clause) :]
    if re.match(r"\s*,? (?:and|or|only|but)\b|\s*\(|, [\w-]+, (?:and|or) ", after):
        return "the case is told in part only"
    before = re.sub(r"\b(?:if|when|once|while|as soon as|unless|until)\s*$", "", sentence[:at], flags=re.I).strip(" ,")
    main = before or after.strip(" ,")
    main = re.sub(r"^then ", "", main)
    if _WHO_READS.match(main) or _MUST_DO.search(main):
        return "it says what to do, not what happens"
    if before and _POINTS_BACK.match(before):
        return "what happens is said of something before"
    if found := _LEANING.search(clause):
        return f"'{found[0]}' leans on what was said before"
    return ""


def _to_be_done(sentence: str, text: str, named: bool) -> str:
    """What must be done in a case, or with a thing, is said by an order."""
    del named
    if found := _TO_DO.search(text):
        main = _without(sentence, found["clause"])
        if re.search(rf"{re.escape(found['clause'])}, [\w-]+, (?:and|or) ", sentence):
            return "the case is told in part only"
        told = is_instruction(sentence) or (_MUST_DO.search(main) and not _EXPECTED.search(main))
        return "" if told else "it does not say what to do"
    if not (found := _DONE_WITH.search(text)):
        return ""
    words, what = split(sentence), split(found["what"])
    for i in range(len(words) - len(what) + 1):
        if [word.lower for word in words[i : i + len(what)]] != [word.lower for word in what]:
            continue
        if i and (forms := verbs().get(words[i - 1].lower)):
            making = any(verb.plain in _MAKING for verb in forms)
            return "what is done with it is not said" if making else ""
        rest = words[i + len(what) :]
        while rest and (rest[0].lower in MODALS | BE | {"not", "never"} or rest[0].lower.endswith("ly")):
            rest = rest[1:]
        done = any(rest[0].lower == verb.participle for verb in verbs().get(rest[0].lower, [])) if rest else False
        return "" if done and rest[0].lower not in _STATES else "what is done with it is not said"
    return ""


def _to_reach(sentence: str, text: str, named: bool) -> str:
    """How to do something is told to the reader, not told of a thing that does it."""
    del named
    found = _HOW_TO.search(text)
    if not found:
        return ""
    if re.search(r"\b(?:another|appropriate|such|provided|corresponding)\b", found["what"]):
        return "it asks about something that was said before"
    if not stands(sentence, found["what"]):
        return "the sentence does not say that this is done"
    main = _without(sentence, found["what"])
    told = is_instruction(sentence) or _MUST_DO.search(main)
    told = told or re.search(r"\b(?:you|can be|may be|is used|are used|use|by \w+ing)\b", main)
    return "" if told else "it says what does so, not how to do it"


def _defined(sentence: str, text: str, named: bool) -> str:
    """A definition says what something is, a name how it is called, and no value is asked for with its own word."""
    del named
    if text.lower().startswith("name of ") and not _NAMED.search(sentence):
        return "it names nothing"
    if value := _VALUE_OF.match(text):
        noun, what = ({word.lower for word in split(value[part]) if word.is_content} for part in ("noun", "what"))
        if noun & what:
            return f"'{min(noun & what)}' is asked of itself"
    if defined := _DEFINITION.match(text):
        said = re.escape(defined["what"]) + r" (?:is|are|was|were) (?:an?|one)\b"
        if not re.search(said, sentence, re.IGNORECASE):
            return "it defines nothing"
    if _told_otherwise(sentence, text):
        return "it is told of another thing"
    wanted = _NEED_FOR.match(text)
    told = r" (?:needs?|requires?|takes?)\b(?!.* to )"
    if wanted and not re.search(re.escape(wanted["what"]) + told, sentence, re.IGNORECASE):
        return "it does not say what is needed for it"
    return ""


def _told_otherwise(sentence: str, text: str) -> bool:
    """One of several things, what is responsible itself, or something that is to be used only then."""
    if value := _VALUE_OF.match(text):
        what = re.escape(value["what"])
        said = re.search(rf"\b{re.escape(value['noun'])}\b", sentence, re.IGNORECASE)
        if not said and re.search(rf"{what} and\b|\band {what}\b", sentence, re.IGNORECASE):
            return True
    if _TWO_PHRASES.search(text):
        return True
    if found := re.search(r"responsible for (.+)$", text):
        return bool(re.search(rf"{re.escape(found[1])} (?:is|are) responsible", sentence, re.IGNORECASE))
    if found := re.search(r"\bcharged for (.+)$", text):
        return bool(re.search(rf"{re.escape(found[1])} charges?\b", sentence, re.IGNORECASE))
    if found := re.search(r"^what must be used for (.+)$", text, re.IGNORECASE):
        return not re.search(rf"\b(?:use|requires?) (?!only|for)[^,]* {re.escape(found[1])}", sentence, re.IGNORECASE)
    return False


def _capital(sentence: str, text: str, named: bool) -> str:
    """The sentence's first word keeps its capital inside a question only as a name."""
    words = split(sentence)
    if named or len(words) < 2 or not words[0].text.istitle() or words[1].text[:1].isupper() or words[0].breaks:
        return ""
    acts = any(words[1].lower in (verb.third, verb.past) for verb in verbs().get(words[1].lower, []))
    common = words[1].is_content and words[1].text.islower() and not acts
    gerund = words[0].lower in verbs()
    kept = re.search(rf"(?<=[a-z] ){re.escape(words[0].text)}\b", text)
    return f"'{words[0].text}' is no name" if kept and (common or gerund) else ""
