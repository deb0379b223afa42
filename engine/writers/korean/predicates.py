"""The end of a Korean sentence: what its predicate is, and the same predicate as the end of a question.

Polite (합니다), plain (한다), imperative (하십시오) and the like are known by suffix tables. What cannot be
told for sure is not changed: such a sentence is asked nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.writers.korean.letters import final, is_syllable, vowel, with_final, with_vowel
from engine.writers.korean.lists import forms, verbs
from engine.writers.korean.words import is_adjective

_STOP = re.compile(r"[.!。\s]+$")
# What a writer says of himself, proposes, promises or guesses; wishes and thanks.
_NO_STATEMENT = re.compile(
    r"(겠습니다|겠다|시다|[읍]시다|것입니다|것이다|겁니다|것이었습니다|봅니다|드립니다|듯합니다|듯하다|듯싶다|싶습니다|싶다|셈입니다|셈이다"
    r"|기원합니다|감사합니다|환영합니다|같습니다|같다|모릅니다|모른다|뿐입니다|뿐이다|마련입니다|마련이다|법입니다|나름입니다"
    r"|궁금합니다|좋습니다만|보시죠|세요|보십시오|보시오|참조하십시오|참고하십시오|참고하시오|참고한다|참조한다|바랍니다)$"
)
_HEARSAY = re.compile(
    r"(다|자|냐|ㄴ다|으라|하라)고 (합니다|한다|했습니다|했다|하였습니다|말합니다|생각합니다|봅니다|본다)$"
)
_WISH = re.compile(r"(?P<stem>.*[가-힣])시기 ?바랍니다$")
_GIVE = re.compile(r"(?P<done>.*[아어여해워와려켜겨쳐여져춰꿔]) ?주(?:십시오|세요|시오)$")
_COMMAND = re.compile(r"(?P<stem>.*?[가-힣])(?:십시오|세요|시오)$")
_LOOKED = forms("looked")
_BAN = re.compile(
    r"(?P<stem>.*[가-힣])지 ?(?:마십시오|마세요|마시오|말아야 합니다|말아야 한다|말 것|않아야 합니다|않아야 한다)$"
)
_SEEN = re.compile(
    r"(보|참조하|참고하|확인해 보|살펴보|읽어 보|읽어보|알아보|기억하|생각해 보|생각하|안심하|떠올려 보|유의하"
    r"|명심하|주목하)$"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """What stands before the predicate's last word, and the word's question forms.

    `asks` 하나요, `formally` 합니까, `indirect` 하는지. `kind` is verb, adjective, copula, being (있다, 없다),
    past, order (하십시오, asked with 해야 하나요), ban (하지 마십시오, 하면 안 되나요) or must (해야 합니다).
    `noun` is what a copula says.
    """

    before: str
    asks: str
    formally: str
    indirect: str
    kind: str
    stem: str = ""
    noun: str = ""
    otherwise: str = ""  # of an order: 하면 되나요


def predicate(sentence: str) -> Predicate | None:
    """The predicate of a statement or instruction; None where it is neither, or not known for sure."""
    text = _STOP.sub("", sentence)
    if text.endswith((")", "]", '"', "”", "'", "’", ":")):
        return None
    if order := _order(text):
        return order
    if _NO_STATEMENT.search(text) or _HEARSAY.search(text) or " " not in text:
        return None
    before, last = text.rsplit(" ", 1)
    found = _ending(last, before)
    if found is None:
        return None
    asks, formally, indirect, kind, stem, noun = found
    if kind == "verb" and before.endswith("야") and stem in ("하", "되"):
        kind = "must"
    return Predicate(before, asks, formally, indirect, kind, stem, noun)


_Forms = tuple[str, str, str, str, str, str]


def _ending(last: str, before: str) -> _Forms | None:
    """Question forms of the last word of a statement."""
    if last in ("아닙니다", "아니다"):
        return "아닌가요", "아닙니까", "아닌지", "not", "아니", ""
    if noun := _copula(last):
        return f"{noun}인가요", f"{noun}입니까", f"{noun}인지", "copula", "이", noun
    if last.endswith("습니다") and len(last) > 3:
        return _consonant(last[:-3], before)
    if last.endswith("니다") and final(last[:-2]) == "ㅂ":
        return _vowel(with_final(last[:-2], ""), before, last[:-1] + "까")
    if not last.endswith("다") or len(last) < 2:
        return None
    return _plain(last[:-1], before)


def _copula(last: str) -> str:
    """The noun of 자동차입니다 or 자동차이다; '' for a verb such as 보입니다."""
    for ending in ("입니다", "이다", "이에요", "예요"):
        noun = last[: -len(ending)]
        if last.endswith(ending) and noun and f"{noun}이" not in verbs():
            return noun
    return ""


def _plain(stem: str, before: str) -> _Forms | None:
    """한다, 받는다, 높다, 있다, 필요하다, 했다: the word without its 다."""
    under = final(stem)
    if stem.endswith("는") and len(stem) > 1 and final(stem[:-1]):
        bare = stem[:-1]
        return f"{bare}나요", f"{bare}습니까", f"{bare}는지", "verb", bare, ""
    if under == "ㄴ":
        bare = with_final(stem, "")
        return f"{bare}나요", f"{with_final(bare, 'ㅂ')}니까", f"{bare}는지", "verb", bare, ""
    if under == "ㄹ" and is_adjective(stem):
        return _vowel(with_final(stem, ""), before, "")
    if under:
        return _consonant(stem, before)
    return _vowel(stem, before, "") if is_adjective(stem) else None


def _consonant(stem: str, before: str) -> _Forms | None:
    """A stem that ends in a consonant: 받, 높, 있, 했."""
    under = final(stem)
    if not under or not is_syllable(stem[-1]):
        return None
    formally = f"{stem}습니까"
    if stem in ("있", "없", "계시"):
        return f"{stem}나요", formally, f"{stem}는지", "being", stem, ""
    if under == "ㅆ":
        return f"{stem}나요", formally, f"{stem}는지", "past", stem, ""
    if stem == "않":
        quality = bool(re.search(r"지(는|도)? ?$", before)) and is_adjective(_before_not(before))
        known = f"{stem}은지" if quality else f"{stem}는지"
        return f"{stem}나요", formally, known, "not", stem, ""
    if stem.endswith(("있", "없")):
        return f"{stem}나요", formally, f"{stem}는지", "being", stem, ""
    if is_adjective(stem) and stem not in verbs():
        if under == "ㅂ" and not stem.endswith("좁"):
            root = with_final(stem, "") + "운"
            return f"{root}가요", formally, f"{root}지", "adjective", stem, ""
        return f"{stem}은가요", formally, f"{stem}은지", "adjective", stem, ""
    if stem in verbs() or stem.endswith(("받", "얻", "겪", "않")):
        return f"{stem}나요", formally, f"{stem}는지", "verb", stem, ""
    return None


def _before_not(before: str) -> str:
    return re.sub(r"지(는|도)?$", "", before.strip()).rsplit(" ", 1)[-1]


def _vowel(stem: str, before: str, formally: str) -> _Forms | None:
    """An open stem, or one that lost its ㄹ: 하, 쓰, 만드, 크, 기 (길다)."""
    if not stem or not is_syllable(stem[-1]):
        return None
    formally = formally or f"{with_final(stem, 'ㅂ')}니까"
    quality = is_adjective(stem) or (is_adjective(with_final(stem, "ㄹ")) and stem not in verbs())
    if quality and with_final(stem, "ㄹ") in verbs():
        quality = False
    if quality and not (stem == "하" or stem in verbs()):
        return f"{with_final(stem, 'ㄴ')}가요", formally, f"{with_final(stem, 'ㄴ')}지", "adjective", stem, ""
    return f"{stem}나요", formally, f"{stem}는지", "verb", stem, ""


# -- instructions ---------------------------------------------------------------------------------------------


def _order(text: str) -> Predicate | None:
    """누르십시오, 놓아 주세요, 확인하시기 바랍니다: asked with 눌러야 하나요."""
    if match := _GIVE.match(text):
        done = match["done"]
        before, _, last = done.rpartition(" ")
        return _must(before, last, "", last) if before and last not in _LOOKED else None
    if match := _BAN.match(text):
        return _banned(match["stem"])
    match = _WISH.match(text) or _COMMAND.match(text)
    if match is None or " " not in match["stem"]:
        return None
    before, last = match["stem"].rsplit(" ", 1)
    if last in ("마", "말") or _SEEN.search(match["stem"]):
        return None
    done = conjugated(last)
    return _must(before, done, condition(last), last) if done else None


def _banned(text: str) -> Predicate | None:
    """사용하지 마십시오: asked with 사용하면 안 되나요."""
    before, _, last = text.rpartition(" ")
    when = condition_of(last)
    if not before or not when:
        return None
    return Predicate(before, f"{when} 안 되나요", f"{when} 안 됩니까", f"{when} 안 되는지", "ban", last)


def condition_of(stem: str) -> str:
    """A dictionary stem with -(으)면: 닫 is 닫으면, 듣 들으면, 열 열면; '' where the stem is not known."""
    kind = verbs().get(stem)
    if kind is None and not stem.endswith(("하", "되", "시키")):
        return ""
    under = final(stem)
    if kind == "ㄷ":
        return f"{with_final(stem, 'ㄹ')}으면"
    if kind == "ㅅ":
        return f"{with_final(stem, '')}으면"
    if kind == "ㅂ":
        return f"{with_final(stem, '')}우면"
    return f"{stem}으면" if under and under != "ㄹ" else f"{stem}면"


def _must(before: str, done: str, when: str, stem: str) -> Predicate:
    otherwise = f"{when} 되나요" if when else ""
    return Predicate(before, f"{done}야 하나요", f"{done}야 합니까", f"{done}야 하는지", "order", stem, "", otherwise)


def _regular(stem: str) -> str:
    """The dictionary stem behind a stem before -(으)시: 닫으 is 닫, 들으 듣, 부으 붓, 구우 굽, 여 열."""
    known = verbs()
    if stem in known or stem.endswith(("하", "되", "시키")):
        return stem
    if stem.endswith("으") and len(stem) > 1:
        bare = stem[:-1]
        for under, kind in (("ㄷ", "ㄷ"), ("ㅅ", "ㅅ")):
            if final(bare) in ("ㄹ", "") and known.get(with_final(bare, under)) == kind:
                return with_final(bare, under)
        return bare if bare in known else ""
    if stem.endswith("우") and len(stem) > 1 and known.get(with_final(stem[:-1], "ㅂ")) == "ㅂ":
        return with_final(stem[:-1], "ㅂ")
    if is_syllable(stem[-1:]) and final(stem) == "" and with_final(stem, "ㄹ") in known:
        return with_final(stem, "ㄹ")
    return ""


def condition(stem: str) -> str:
    """누르 becomes 누르면, 닫으 닫으면, 여 (열다) 열면; '' where the stem is not known."""
    regular = _regular(stem)
    if not regular:
        return ""
    return f"{regular}면" if final(regular) == "ㄹ" else f"{stem}면"


def conjugated(stem: str) -> str:
    """The stem before -(으)시 with -아/어: 누르 gives 눌러, 닫으 닫아, 열 열어, 하 해; '' where it is not known."""
    regular = _regular(stem)
    if not regular:
        return ""
    kind = verbs().get(regular, "")
    if regular.endswith("하"):
        return regular[:-1] + "해"
    if kind == "ㄷ":
        return _joined(with_final(regular, "ㄹ"), closed=True)
    if kind == "ㅅ":
        return with_final(regular, "") + ("아" if vowel(regular) in "ㅏㅗ" else "어")
    if kind == "ㅂ":
        return with_final(regular, "") + ("와" if regular == "돕" else "워")
    return _joined(regular, closed=bool(final(regular)), kind=kind)


def _joined(stem: str, *, closed: bool, kind: str = "") -> str:
    """-아 or -어 by the stem's vowel, contracted as it is written today."""
    letter = vowel(stem)
    if closed:
        return stem + ("아" if letter in "ㅏㅗㅑ" else "어")
    if kind == "르":
        before = stem[:-1]
        return with_final(before, "ㄹ") + ("라" if vowel(before) in "ㅏㅗ" else "러")
    if letter == "ㅡ":
        bright = len(stem) > 1 and vowel(stem[:-1]) in "ㅏㅗ"
        return with_vowel(stem, "ㅏ" if bright else "ㅓ")
    if letter in "ㅏㅓㅐㅔㅕ":
        return stem
    if letter == "ㅗ":
        return with_vowel(stem, "ㅘ") if stem.endswith("오") else f"{stem}아"
    if letter == "ㅣ":
        return with_vowel(stem, "ㅕ")
    return f"{stem}어"
