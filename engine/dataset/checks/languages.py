"""Whether question and answer are in the language of their evidence, told by script and by function words.

Short texts: a question has five words. So only words that one language has and the others lack are counted,
and what stands in the evidence itself (a name, a code, a term in Latin letters) counts for no language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.dataset.words import tokens

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

_SCRIPTS = {
    "Hangul": re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]"),
    "kana": re.compile(r"[\u3041-\u3096\u30a1-\u30fa]"),
    "Han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"),
    "Cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "Greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Devanagari": re.compile(r"[\u0900-\u097f]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
_WEIGHT = {"Hangul": 3.0, "Han": 3.0, "kana": 2.0}  # letters of an alphabet that a character stands for
_OF_LANGUAGE = {"ko": "Hangul", "ja": "kana", "zh": "Han", "ru": "Cyrillic", "el": "Greek", "ar": "Arabic"}
_FOREIGN = 0.4  # share of letters in other scripts from which a text is foreign
_LATIN_LETTERS = 8  # of running Latin words, from which Korean or Russian with none of its own letters is foreign
_WORDS = {
    "English": "the of and is are what how does which when where who was were with must should for be been it that this"
    " can do did has have you my long much many often to",
    "German": "der das und ist nicht ein eine einen zu mit von auf für dem wie wann wo wer welche welcher muss werden"
    " wird kann sind wurde lange oft viel beträgt",
    "French": "le la les des et est une du dans que qui pour pas sur au avec il sont quel quelle quand où comment"
    " combien peut doit être l'on",
    "Spanish": "el los las una es del por qué cómo cuándo dónde cuál cuánto cuánta puede debe con para está son y se",
    "Italian": "il lo gli che di è una del della per con quando dove come quale quanto può deve sono viene",
    "Portuguese": "os as um uma é do da em não por que como quando onde qual quanto pode deve são com",
    "Dutch": "het een van dat niet op te voor met zijn wie wat hoe wanneer waar welke moet wordt worden kan lang vaak",
    "Polish": "nie jest się jak kiedy gdzie kto jaki jaka jest w z do należy może ile co",
}
_KNOWN = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_CODES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese"}
_CODES |= {"nl": "Dutch", "pl": "Polish"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST = 2  # function words of another language, and more than twice as many as of the own


def wrong_language(pair: Candidate) -> str:
    """Which of question and answer is in another language than the evidence."""
    reference = pair.evidence or pair.chunk
    own = _script(reference) or _OF_LANGUAGE.get(pair.language, "")
    if not own:
        return ""
    known = set(tokens(f"{reference} {pair.chunk}"))
    for name, text in (("question", pair.question), ("answer", pair.answer)):
        if strange := _strange_script(text, own, known):
            return f"the {name} is written in {strange}, the document in {own}"
        if own == "Latin" and (language := _strange_words(text, reference, pair.language)):
            return f"the {name} is {language}"
    return ""


def _counts(text: str) -> dict[str, float]:
    return {name: len(pattern.findall(text)) * _WEIGHT.get(name, 1.0) for name, pattern in _SCRIPTS.items()}


def _script(text: str) -> str:
    """The script of a text; Latin names beside a third of Korean or Russian letters do not change it."""
    counts = _counts(text)
    if not sum(counts.values()):
        return ""
    if counts["kana"] * 10 >= counts["Han"] > 0:
        counts["kana"] += counts["Han"]
    latin = counts.pop("Latin")
    first = max(counts, key=lambda name: counts[name])
    return first if counts[first] * 2 >= latin and counts[first] else "Latin"


def _strange_script(text: str, own: str, known: set[str]) -> str:
    """The other script that too much of the text is in, but for words that the document has."""
    new = " ".join(word for word in _WORD.findall(text) if word.lower() not in known)
    counts, whole = _counts(new), _counts(text)
    if own == "kana":  # Japanese is written with Han too, and need not have kana in a short answer
        counts["kana"] += counts.pop("Han")
    others = {name: count for name, count in counts.items() if name not in (own, "Latin") and count}
    total = sum(whole.values())
    if others and max(others.values()) >= _FOREIGN * total:
        return max(others, key=lambda name: others[name])
    if own != "Latin" and counts["Latin"] >= _LATIN_LETTERS and counts["Latin"] > 2 * whole[own]:
        return "Latin"
    return ""


def _strange_words(text: str, reference: str, code: str) -> str:
    """The language in Latin letters whose function words stand in the text instead of the document's own."""
    words = [word.lower() for word in _WORD.findall(text)]
    ours = _language(_WORD.findall(reference.lower())) or _CODES.get(code, "")
    if not ours:
        return ""
    hits = {language: sum(word in known for word in words) for language, known in _KNOWN.items()}
    other = max((name for name in hits if name != ours), key=lambda name: hits[name])
    return other if hits[other] >= _LEAST and hits[other] > 2 * hits[ours] else ""


def _language(words: list[str]) -> str:
    hits = {language: sum(word in known for word in words) for language, known in _KNOWN.items()}
    first, second = sorted(hits.values(), reverse=True)[:2]
    return max(hits, key=lambda name: hits[name]) if first >= _LEAST and first > second else ""
