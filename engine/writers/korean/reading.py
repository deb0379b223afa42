"""A Korean sentence as the rules see it: its words, its last clause, its topic, its predicate.

Korean leaves out what was said before, so most of this is about what may not be asked of alone.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from engine.writers.korean.letters import final, with_final
from engine.writers.korean.lists import forms, lines, nouns, verbs
from engine.writers.korean.predicates import Predicate, predicate
from engine.writers.korean.words import TOPIC, Word, cut, is_adjective, is_adnominal, is_like_verb, is_stem

_LONGEST, _SHORTEST = 22, 3  # words
_POINTING = re.compile(
    r"(예제|리스트|리스팅|[Ll]isting|그림|표|챕터|부록|목록|코드|[Ff]ig\w*|[Tt]able)\s?\d"
    r"|\d+\s?(장|절|항|쪽)(에서|을|의|에)|(첫|두|세|네) ?번째|마지막 줄|둘 다|두 \S+( \S+)? 모두"
    r"|(다음과|아래와|위와) 같|[\"“”‘’]|[을를],|(^|\s)['‘]|지금까지|수도 (있|없)|지도 모|여전히|오늘날"
    r"|보시다시피|번이 아닌|^\[?\d+\]|[는은] 건 |(에|에서|으로|를)[을를](\s|$)"
    r"|(^|\s)(?P<twice>\S+) (?P=twice)[은는이가을를의]?(\s|$)"
    r"|앞에서|보겠습니다|라고 (말|했|하였)|했습니다만"
    r"|(^|\s)[/#*$]|꽤\s|(^|\s)_|_(\s|[가-힣]|$)|것처럼|[?？!]|[가-힣]\.\s|,(?=[^\s\d])|https?://|[{}<>|=;]|\.\.\.|…|(?<!\d):|\s-\s|—|–\s"
)
_EITHER = re.compile(
    r"\((으|이)\)|[A-KO-QS-Z](은|을|과)(?=\s)|[LMNR](는|를|와)(?=\s)|[은는이가을를과와]\([은는이가을를과와]\)"
)  # a machine filled in the noun
_LETTER = re.compile(r"[a-z]\d?(?![A-Za-z])")
_IDENTIFIER = re.compile(r"\b[a-z]+[A-Z]\w*|\b[a-z]+_\w+|[`\\\[\]]|\b[a-z]+\(")
_DIALOGUE = re.compile(r"[\"“‘'][^\"”’']*[.!?][\"”’']")
_CONNECTIVE = re.compile(
    r"(?P<stem>.+?)(으?려면|으?면서도?|으?면|으?므로|으?며|으?니까|으?니|지만|기에|거나|는데|은데|고서|고|도록|다가"
    r"|자마자|든지|더라도|라도|어도|아도|해도)(는|은)?$"
)
_SEQUENCE = re.compile(r"(해서|하여|하여서|[아어여]서|려서|켜서|쳐서|와서|워서|져서|돼서|겨서|내서|나서|가서|춰서)$")
_LINK = {
    **dict.fromkeys(("때", "때는", "때에", "때에는", "때마다", "때만"), "when"),
    **dict.fromkeys(("경우", "경우에", "경우에는", "경우는"), "when"),
    **dict.fromkeys(("위해", "위해서", "위하여", "위해서는", "위하여서", "위해선"), "purpose"),
    **dict.fromkeys(("때문에",), "reason"),
    **dict.fromkeys(("전에", "전에는"), "before"),
    **dict.fromkeys(("후에", "후에는", "뒤에", "뒤에는", "다음에", "후", "뒤"), "after"),
    **dict.fromkeys(("동안", "동안에", "동안에는", "중에는"), "while"),
}
_GOVERNING = ("purpose", "when", "if", "before", "after")
_TAIL_NOUNS = forms("tail_nouns")
_AUXILIARIES = ("있", "없", "않", "못하", "되", "하", "두", "놓", "주", "좋", "보", "버리", "내", "가", "오", "안")
_LINKED = re.compile(r"(고|지|지는|지도|야|게|도록|면|도|기로|아|어|여|해|려|켜|겨|쳐|져|워|와|내|나|춰|둬|춰|돼)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence that can be asked of.

    `words` are those before the predicate's last word; `main` where the last clause begins and `link` how the clause
    before it is tied to it ('' for none); `tail` where the predicate with its auxiliaries begins; `topic` the first
    word with 은 or 는, or -1.
    """

    words: tuple[Word, ...]
    predicate: Predicate
    main: int
    link: str
    tail: int
    topic: int
    lead: tuple[int, str] = (0, "")  # as main and link, of the condition or purpose that governs all that follows

    def text(self, start: int = 0, end: int | None = None) -> str:
        """Words `start` up to `end` as they stand."""
        return " ".join(word.raw for word in self.words[start:end])

    def is_plain(self, start: int, end: int) -> bool:
        """Whether no clause ends and no verb stands before a noun among these words; 큰 and 높은 may."""
        return not any(
            _is_verbal(self.words[i].text, first=i == start) or link_of(self.words, i) for i in range(start, end)
        )


def _is_verbal(text: str, *, first: bool) -> bool:
    """Whether a verb stands before its noun; an adjective counts only where it follows at once."""
    return is_adnominal(text) and (first or not is_adjective(_stem_of(text)))


def _stem_of(adnominal: str) -> str:
    short = final(adnominal) in ("ㄴ", "ㄹ") and adnominal[-1] not in "은는"
    return with_final(adnominal, "") if short else adnominal[:-1]


@functools.cache
def backward(kind: str) -> frozenset[str]:
    """One of the lists of backward.txt."""
    lists = dict(line.split(":", 1) for line in lines("backward"))
    return frozenset(lists[kind].split())


def read(sentence: str) -> Reading | None:
    """The sentence, cleaned, as the rules see it; None where it cannot stand alone or its end is not known."""
    if _EITHER.search(sentence):
        return None
    text = re.sub(r"\s*\([^()]*\)", "", sentence).strip()
    first = text.split(" ", 1)[0].rstrip(",")
    if first in backward("strip") and " " in text:
        text = text.split(" ", 1)[1]
    if _POINTING.search(text) or _DIALOGUE.search(text) or "(" in text or ")" in text:
        return None
    found = predicate(text)
    if found is None or _opens_with_verb(*text.split()[:2]):
        return None
    parts = text.split()
    if not _SHORTEST <= len(parts) <= _LONGEST or parts[0] in forms("particles") or points_backward(text):
        return None
    words = tuple(cut(part) for part in found.before.split())
    tail = _tail(words, found)
    links = [(i + 1, tie) for i in range(tail) if (tie := link_of(words, i))]
    main, link = links[-1] if links else (0, "")
    governing = [entry for entry in links if entry[1] in _GOVERNING]
    is_lead = len(governing) == 1 and "reason" not in [tie for _, tie in links]
    topic = next((i for i, word in enumerate(words) if word.particle in TOPIC and word.noun not in ADVERBS), -1)
    return Reading(words, found, main, link, tail, topic, governing[0] if is_lead else (0, ""))


_PEOPLE = tuple(sorted(forms("people")))
_OF_NOTHING = tuple(sorted(forms("of_nothing")))
_EVERYDAY = tuple(sorted(forms("everyday")))


def _opens_with_verb(word: str, following: str) -> bool:
    """Whether a verb without anything of its own stands first: 정의한 구조체를 speaks of a known one."""
    if not is_adnominal(word) or following.startswith(_PEOPLE) or word.endswith("인"):
        return False
    bare = _stem_of(word)
    if bare.endswith(("하", "되")) and not is_adjective(bare):
        return not bare[:-1].endswith(_EVERYDAY)
    return bare in _OF_NOTHING or with_final(bare, "ㄹ") in _OF_NOTHING


def points_backward(text: str) -> bool:
    """Whether a word speaks of something outside the sentence."""
    cuts = [cut(part) for part in text.split()]
    after = {
        word.text
        for word, before in zip(cuts[1:], cuts, strict=False)
        if is_adnominal(before.text) and not before.text.endswith("는")
    }
    cuts = [word for word in cuts if not (word.text == "다음" and word.text in after)]  # 꺼낸 다음 is no 다음
    start = cuts[0]
    if {start.text, start.noun} & backward("start"):
        return True
    return any({word.text, word.noun} & backward("anywhere") for word in cuts)


def link_of(words: tuple[Word, ...], i: int) -> str:
    """How the clause that ends with this word is tied to what follows; '' where none ends here."""
    text = words[i].text
    if kind := _LINK.get(text):
        before = words[i - 1].text if i else ""
        if kind in ("purpose", "reason"):
            return kind
        verbal = is_adnominal(before) or before.endswith("기")
        return (
            kind
            if i and (verbal or (kind == "when" and before)) and not before[-1].isdigit() and (verbal or kind == "when")
            else ""
        )
    if is_like_verb(text) or words[i].particle in (
        "을",
        "를",
        "이",
        "가",
        "의",
        "과",
        "와",
        "에서",
        "에게",
        "까지",
        "부터",
    ):
        return ""
    if text.endswith("때문에"):
        return "reason"
    return _ending_link(text)


def _ending_link(text: str) -> str:
    match = _CONNECTIVE.match(text)
    if match and _is_stem_like(match["stem"]):
        ending = match[2].lstrip("으")
        kinds = {"려면": "purpose", "면": "if", "므로": "reason", "니까": "reason"}
        return kinds.get(ending, "and")
    if _SEQUENCE.search(text) and len(text) > 2:
        return "and"
    return ""


def _is_stem_like(stem: str) -> bool:
    """Whether a verb's stem, with what may stand in its endings, is left before a connective."""
    if is_stem(stem) or stem.endswith(
        ("았", "었", "였", "했", "됐", "겠", "졌", "렸", "켰", "이", "는다", "ㄴ다", "다", "한다")
    ):
        return True
    if final(stem) in ("ㅆ", "ㄴ") and stem[-1:] not in "은는":
        return final(stem) == "ㅆ"
    bare = stem.removesuffix("으")
    return bare in verbs() or is_stem(bare)


_CLOSE_ADVERBS = forms("close_adverbs")


def _is_linked(word: Word) -> bool:
    """Whether a verb goes on in the next word: 보관하고 있다, 켜 둔다."""
    return bool(_LINKED.search(word.text)) and not (word.particle or word.comma or is_like_verb(word.text))


def _tail(words: tuple[Word, ...], found: Predicate) -> int:
    """Where the predicate begins that the last word ends: 사용할 | 수 있어야 | 합니다."""
    i = len(words)
    is_auxiliary = found.kind in ("must", "not", "being") or any(found.stem.startswith(stem) for stem in _AUXILIARIES)
    while i > 0:
        text = words[i - 1].text
        if text in _TAIL_NOUNS and i > 1 and is_adnominal(words[i - 2].text):
            i -= 2
        elif is_auxiliary and _is_linked(words[i - 1]) or text in _CLOSE_ADVERBS:
            i -= 1
        else:
            return i
        is_auxiliary = any(text.startswith(stem) for stem in _AUXILIARIES)
    return i


def noun_start(reading: Reading, last: int, first: int) -> int:
    """Where the noun phrase that ends with word `last` begins: nouns and genitives only, back to `first` at most."""
    i = last
    while i > first:
        word = reading.words[i - 1]
        joins = (not word.particle and not is_adnominal(word.text) and word.text not in ADVERBS) or word.particle in (
            "의",
            "과",
            "와",
        )
        if not joins or link_of(reading.words, i - 1):
            break
        i -= 1
    return i


ADVERBS = forms("adverbs")
_UNSAID_VALUE = ("기본", "초기", "반환", "최대", "최소", "설정", "입력")


def is_specific(reading: Reading, at: int) -> bool:
    """Whether the noun of a word says what is spoken of, by itself or by what stands before it."""
    word = reading.words[at]
    noun = word.noun.strip("\"'“”‘’`")
    if len(noun) < 2 and not noun.isascii() and final(noun) is not None and at == 0:
        return False
    if noun == "값" and at and reading.words[at - 1].text in _UNSAID_VALUE:
        return at > 1 and reading.words[at - 2].particle == "의"
    if noun in nouns("relational") or noun.endswith("값") or noun in backward("anywhere"):
        return _is_modified(reading, at)
    return True


def _is_modified(reading: Reading, at: int) -> bool:
    """Whether a genitive, a noun, or a verb with something of its own stands before the word."""
    if at == 0 or link_of(reading.words, at - 1):
        return False
    before = reading.words[at - 1]
    if is_adnominal(before.text):
        return at > 1 and bool(reading.words[at - 2].particle)
    return before.particle in ("의", "") and before.text not in ADVERBS and len(before.noun) > 1


def _asks_for_a_role(reading: Reading, left_out: range) -> bool:
    """Whether what is asked for is itself a subject or an object: 45퍼센트를."""
    return any(reading.words[i].raw.endswith(("을", "를", "이", "가")) for i in left_out if i < len(reading.words))


def stands_alone(reading: Reading, left_out: range) -> bool:
    """Whether what is left beside the asked words says what the question is about."""
    if reading.topic >= 0 and (not is_specific(reading, reading.topic) or reading.words[reading.topic].noun == "것"):
        return False
    for i in range(len(reading.words)):
        bare = reading.words[i].particle in ("을", "를", "이", "가") and reading.words[i].noun in nouns("relational")
        if i not in left_out and i < reading.tail and bare and not is_specific(reading, i):
            return False
    anchors = [
        i
        for i, word in enumerate(reading.words)
        if i not in left_out
        and i < reading.tail
        and word.particle
        and is_specific(reading, i)
        and word.text not in ADVERBS
    ]
    roles = {word.particle for word in reading.words[: reading.tail]}
    if reading.topic < 0 and not roles & {"이", "가", "을", "를"} and not _asks_for_a_role(reading, left_out):
        return False
    if reading.topic < 0 and not any(
        reading.words[i].particle in ("이", "가", "을", "를", "에서는", "에는", "에게는") for i in anchors
    ):
        return False
    return bool(anchors)


def is_of_an_example(reading: Reading) -> bool:
    """Whether it speaks of a piece of code by names that the sentence does not introduce."""
    words = [word.raw for i, word in enumerate(reading.words) if i > reading.topic or i < reading.lead[0]]
    return any(_IDENTIFIER.search(word) for word in words) or any(_LETTER.match(word.raw) for word in reading.words)
