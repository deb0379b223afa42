"""Questions answered by yes or no, made of sentences that allow or deny something."""

from __future__ import annotations

import re

from engine.writers.indirect import is_phrase
from engine.writers.kinds import YES_NO
from engine.writers.phrases import stands_alone
from engine.writers.table_wordings import Written
from engine.writers.verbs import verbs

_WORD = r"[^\s,;:()\"“”]+"
_SUBJECT = rf"(?P<subject>(?:{_WORD} ){{0,7}}{_WORD})"
_REST = rf"(?P<rest>{_WORD}(?: {_WORD}){{0,13}})"
_MODAL = re.compile(rf"{_SUBJECT} (?P<helper>must|may|should|can|could) ?(?P<never>not|never)? {_REST}\.")
_BE = re.compile(rf"{_SUBJECT} (?P<helper>is|are) not {_REST}\.")
_DO = re.compile(rf"{_SUBJECT} (?P<helper>does|do) not {_REST}\.")
_ORDER = re.compile(rf"(?:Never|Do not|Don't|Please do not) {_REST}\.")
# Where a yes or no would leave out what matters, or the sentence leans on another.
_HEDGED = re.compile(
    r"\b(?:until|unless|only|but|except|because|so|than|any|anything|ever|also|either|yet|otherwise|just|still|even"
    r"|and (?:must|may|should|can|could|is|are|was|has|have|will|does|do)|not|necessarily|always|which|who|there"
    r"|it|its|this|that|these|those|they|them|their)\b",
    re.IGNORECASE,
)
_NO_DOUBT = re.compile(r"be (?:\w+ly )?(?:found|seen|obtained|considered|noted|read|downloaded)\b")  # it says where
_ASKED_WITH = {"must": "May", "may": "May", "should": "Should", "can": "Can", "could": "Could"}
_KOREAN_BAN = re.compile(
    r"(?P<what>[가-힣][^,.()\"“”/]{5,60}?[가-힣])하지 (?:마십시오|마세요|말아야 합니다|않아야 합니다|않도록 하십시오)\."
)
_KOREAN_LEANS = re.compile(
    r"(?:^|\s)(?:아무것도|아무|이|그|저|이것|그것|이때|그때|여기|위|다음|아래|절대로?|반드시)(?=\s|을|를|은|는|의)"
    r"|(?:걱정|당황|염려)$|때문에 |므로 "
)


def asked(sentence: str, korean: bool, named: bool = False) -> Written | None:
    """The question of a sentence (on one line, with its full stop), or None; `named`: its first word is a name.

    An answer says the sentence again, so that the model learns what is so and not only that something is.
    """
    return _korean(sentence) if korean else _english(sentence, named)


def _english(sentence: str, named: bool) -> Written | None:
    if order := _ORDER.fullmatch(sentence):
        rest = order["rest"]
        if not _is_plain(rest) or _HEDGED.search(rest):
            return None
        return Written(YES_NO, (f"May I {rest}?", f"Is it allowed to {rest}?"), f"No, {_lower(sentence, False)}")
    if found := _MODAL.fullmatch(sentence):
        return _modal(found, sentence, named)
    found = _BE.fullmatch(sentence) or _DO.fullmatch(sentence)
    if found is None or not _can_be_asked(found):
        return None
    helper = found["helper"]
    if helper in ("does", "do") and not _is_plain(found["rest"]):
        return None
    question = f"{helper.capitalize()} {_lower(found['subject'], named)} {found['rest']}?"
    return Written(YES_NO, (question,), f"No, {_lower(sentence, named)}")


def _modal(found: re.Match[str], sentence: str, named: bool) -> Written | None:
    """What can be done, and what must not; that something must be done or may be so needs no question by yes or no."""
    helper, never = found["helper"], found["never"]
    if not _can_be_asked(found) or not _is_plain(found["rest"]) or (not never and helper != "can"):
        return None
    if not never and _NO_DOUBT.match(found["rest"]):
        return None
    subject = _lower(found["subject"], named)
    questions = [f"{_ASKED_WITH[helper]} {subject} {found['rest']}?"]
    if found["rest"].startswith("be "):
        how = "possible" if helper in ("can", "could") else "allowed"
        questions.append(f"Is it {how} for {subject} to {found['rest']}?")
    return Written(YES_NO, tuple(questions), f"{'No' if never else 'Yes'}, {_lower(sentence, named)}")


def _can_be_asked(found: re.Match[str]) -> bool:
    stands = is_phrase(found["subject"]) and stands_alone(_lower(found["subject"], named=False))
    return stands and not _HEDGED.search(f"{found['subject']} {found['rest']}")


def _is_plain(rest: str) -> bool:
    first = rest.split(" ", 1)[0]
    return first in ("be", "have") or any(verb.plain == first for verb in verbs().get(first, ()))


def _lower(text: str, named: bool) -> str:
    """A sentence's beginning in the middle of another: names and abbreviations keep their capital."""
    first = text.split(" ", 1)[0]
    is_name = named or (len(first) > 1 and not first[1:].replace("'", "").islower())
    return text if is_name else text[0].lower() + text[1:]


def _korean(sentence: str) -> Written | None:
    found = _KOREAN_BAN.fullmatch(sentence)
    if found is None or _KOREAN_LEANS.search(found["what"]) or " " not in found["what"]:
        return None
    what = found["what"]
    if " - " in what or not re.search(r"[을를은는]( |$)", what):  # 혼동하지 마세요 alone does not say what
        return None
    return Written(YES_NO, (f"{what}해도 되나요?", f"{what}해도 괜찮나요?"), f"아니요, {sentence}")
