"""Which language a text is written in, told by its script and its function words."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000  # characters looked at: the answer does not change further on
_LATIN = "latin"
_SCRIPTS = {  # compiled when they are needed: for most documents only the last
    "ko": r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]",
    "ja": r"[\u3041-\u3096\u30a1-\u30fa]",
    "zh": r"[\u3400-\u4dbf\u4e00-\u9fff]",
    "ru": r"[\u0400-\u04ff]",
    "el": r"[\u0370-\u03ff\u1f00-\u1fff]",
    "ar": r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]",
    "he": r"[\u0590-\u05ff]",
    "hi": r"[\u0900-\u097f]",
    "th": r"[\u0e00-\u0e7f]",
    _LATIN: r"[A-Za-z\u00c0-\u024f]",
}
# A Hangul syllable or a Han character carries about as much as three letters of an alphabet.
_WEIGHT = {"ko": 3, "zh": 3, "ja": 2}
_FUNCTION_WORDS = {
    "en": "the of and to in is that it for as with was on are be this by not from or an at which you have",
    "de": "der die das und ist nicht ein eine zu den mit von sich auf für im dem des auch werden wird oder als",
    "fr": "le la les des et est une du dans que qui pour pas sur au avec ce il sont par plus ne se ou cette",
    "es": "el la los las y es una que en para con por no del se su al lo más como o esta son pero",
    "it": "il la di che e è un una per non con del della sono i gli le si da nel alla come anche questo più",
    "pt": "o a os as e é um uma que em para com não por do da no na se dos das ao mais como ou são",
    "nl": "de het een en van is dat niet op te voor met zijn aan er ook als bij door worden wordt naar deze",
    "sv": "och att det som en på är av för med den till inte om ett har de var eller från kan ska",
    "pl": "i w na z do nie się jest to że o jak po co tak za od dla przez oraz są lub przy",
    "tr": "ve bir bu da için ile olarak çok daha en gibi olan kadar sonra ya ama değil veya her ne",
}
_WORDS = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.08  # of words that are function words: prose has 0.3 and more, a parts list hardly any
_LEAST_HITS = 2
_DIFFERENT = 5  # function words in a text of fifty words or more; "Lorem ipsum" has et and est


def language(text: str) -> str:
    """Return the ISO 639-1 code of the text's main language, or '' when it cannot be told.

    Scripts decide first (Japanese is Han with at least a tenth of kana); among languages in Latin letters
    the one whose function words are most frequent.
    """
    middle = max((len(text) - _SAMPLE) // 2, 0)
    sample = text[: _SAMPLE // 2] + " " + text[middle + _SAMPLE // 2 : middle + _SAMPLE]
    scripts = [_LATIN] if sample.isascii() else _SCRIPTS
    counts = Counter({name: len(re.findall(_SCRIPTS[name], sample)) * _WEIGHT.get(name, 1) for name in scripts})
    if counts["ja"] * 10 >= counts["zh"] > 0 or counts["ja"] > counts["zh"]:
        counts["ja"] += counts["zh"]
        counts["zh"] = 0
    script = max(counts, key=lambda name: counts[name])
    if counts[script] == 0:
        return ""
    return _latin(sample) if script == _LATIN else script


def _latin(sample: str) -> str:
    words = _WORD.findall(sample.casefold())
    hits = {name: sum(word in known for word in words) for name, known in _WORDS.items()}
    best = max(hits, key=lambda name: hits[name])
    different = len(_WORDS[best].intersection(words))
    enough = hits[best] >= max(_LEAST_HITS, _LEAST_SHARE * len(words)) and different >= min(
        _DIFFERENT, len(words) // 10
    )
    return best if enough else ""
