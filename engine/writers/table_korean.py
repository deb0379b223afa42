"""Korean questions and answers for what a table says, with the particles that fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.writers import kinds
from engine.writers.table_wordings import Written
from engine.writers.words import words_of

if TYPE_CHECKING:
    from engine.writers.tables import Cell

_VAGUE = words_of("항목 구분 이름 명칭 품목 부품 제품 종류 모델명") | {""}
_SORTS = words_of("프로그램 모드 단계 등급 코스 요금제 버전")
_CLOSED_DIGITS = "013678"  # read yeong, il, sam, yuk, chil, pal: they end in a consonant
_LONG = 40  # characters of a label or a value


def particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """Of two forms the one that fits the last letter; both where its reading is not known."""
    last = re.sub(r"[\s)\]\"'”’.]+$", "", word)[-1:]
    if "가" <= last <= "힣":
        return after_consonant if (ord(last) - 0xAC00) % 28 else after_vowel
    if last.isdigit():
        return after_consonant if last in _CLOSED_DIGITS else after_vowel
    return f"{after_consonant}({after_vowel})"


def thing(label: str, kind: str) -> str:
    """How a sentence speaks of a row's label; '' when it cannot be named alone."""
    if len(label) > _LONG or label.endswith("."):
        return ""
    if re.fullmatch(r"[\d.,/-]+|(?=\S*[\dA-Z])[^\sa-z가-힣]\S{0,11}", label):
        return f"{kind} {label}" if kind not in _VAGUE else "" if label[0].isdigit() else label
    return f"{label} {kind}" if kind in _SORTS and kind not in label else label


def written(cell: Cell, named: str, where: str = "") -> Written | None:
    """Questions and answer for a cell of the thing `named`; `where` tells it from the same thing in another table."""
    column = cell.column
    if not column or not named or len(cell.said) > _LONG:
        return None
    of = f"{where}에서 {named}의 " if where else f"{named}의 "
    if cell.answer is not None:
        return _whether(column, of, cell.answer)
    topic, subject, object_ = (particle(column, *pair) for pair in (("은", "는"), ("이", "가"), ("을", "를")))
    asks = "얼마인가요" if cell.number is not None else "무엇인가요"
    formal = "얼마입니까" if cell.number is not None else "무엇입니까"
    questions = (
        f"{of}{column}{topic} {asks}?",
        f"{of}{column}{subject} 어떻게 되나요?",
        f"{of}{column}{object_} 알려 주세요.",
        f"{of}{column}{topic} {formal}?",
        f"{of}{column}{topic} 어떻게 됩니까?",
    )
    return Written(kinds.FACT, questions, f"{of}{column}{topic} {cell.said}입니다.")


def _whether(column: str, of: str, yes: bool) -> Written:
    subject = particle(column, "이", "가")
    thing = of.removesuffix("의 ")
    questions = (
        f"{thing}에 {column}{subject} 해당되나요?",
        f"{thing}의 경우 {column}에 해당하나요?",
        f"{thing}의 경우 {column}{subject} 적용됩니까?",
    )
    end = "에 해당합니다" if yes else "에 해당하지 않습니다"
    return Written(kinds.YES_NO, questions, f"{'예' if yes else '아니요'}, {thing}의 경우 {column}{end}.")


def compared(one: tuple[str, Cell], other: tuple[str, Cell]) -> Written | None:
    """Which of two things has more of something; None where the cells are no two different numbers."""
    first, second = one[1].number, other[1].number
    if first is None or second is None or first == second or not one[0] or not other[0]:
        return None
    column = one[1].column
    more, less = (one, other) if first > second else (other, one)
    subject = particle(column, "이", "가")
    and_ = particle(one[0], "과", "와")
    questions = (
        f"{one[0]}{and_} {other[0]} 중 {column}{subject} 더 큰 것은 무엇인가요?",
        f"{one[0]}{and_} {other[0]} 중 무엇의 {column}{subject} 더 큽니까?",
    )
    topic, more_, less_ = particle(column, "은", "는"), particle(more[0], "이", "가"), particle(less[0], "이", "가")
    answer = f"{more[0]}입니다. {column}{topic} {more[0]}{more_} {more[1].said}, {less[0]}{less_} {less[1].said}입니다."
    return Written(kinds.COMPARISON, questions, answer)
