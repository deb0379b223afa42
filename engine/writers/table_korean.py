"""Korean questions and answers for what a table says, with the particles that fit.

What cannot be said in good Korean, for a particle that is not known or a header that is no noun, is not asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.writers import kinds
from engine.writers.korean.letters import particle
from engine.writers.korean.words import cut_all, is_adnominal
from engine.writers.table_wordings import Written
from engine.writers.tables import UNITS
from engine.writers.words import words_of

if TYPE_CHECKING:
    from engine.writers.tables import Cell

_VAGUE = words_of("항목 구분 이름 명칭 품목 부품 제품 종류 모델명") | {""}
_SORTS = words_of("프로그램 모드 단계 등급 코스 요금제 버전")
_LONG = 40  # characters of a label or a value
_NO_NOUN = re.compile(
    r"(니다|[했한된]다|[었았]다)$|데( |$)|(?i:index|no\.?|#)$|(있음|없음|함|됨|됩|여부|하기|되기)$"
    r"|\.\.|[:?!]|\d$| (및|또는|혹은) |/"
    r"|^(이미지|그림|사진|아이콘|예|예시|기타|설명|내용|세부 사항|세부 정보|정보|비고|링크|상태|답|답변|질문)$"
)
# A label that is a clause: 의 cannot follow it.
_CLAUSE = re.compile(r"(?:하는 ?데|하려면|할 때|하고|하며)|(?:됨|함|있음|없음|에 설치)$|, ")
_NUMBER = re.compile(
    r"^(?:약 ?)?[\d.,]+(?: ?[-~–∼] ?[\d.,]+)? ?"
    r"(?P<unit>(?:킬로|메가|기가|테라)?바이트|비트|[kKMGT]B|그램|킬로그램|리터|미터"
    r"|센티미터|밀리미터|와트|볼트|암페어|퍼센트|\D{0,6})$"
)
_SPELT = (
    words_of("바이트 킬로바이트 메가바이트 기가바이트 테라바이트 비트 KB kB MB GB TB 그램 킬로그램 리터 미터")
    | words_of("센티미터 밀리미터 와트 볼트 암페어 퍼센트")
    | UNITS
)
_SENTENCE = re.compile(r"(다|요|오|까|죠)[.!?]?$|[.!?:]$|[은는이가을를에](?: |$)*$")
_NOMINAL = re.compile(r"(있음|없음|않음|함|됨|[끼지채비태]움|[가-힣] 줌)$")
_TOLD = re.compile(r"(뜻|의미|원인|증상|상태|할 일|조치|대처)$")
_NO_LABEL = re.compile(
    r"(만|만 해당|등|제외|포함|[은는을를]|\*)$|[<>{}]|기본값|^(기본|기타|전체|합계|총계|소계|없음|모두)$"
)
_ACTION = re.compile(r"(할 일|조치|대처|방법|동작|해결책|대책)$")
_WHERE, _WHO, _TEAM = (
    re.compile(r"(곳|위치|장소|주소|지역|소재지)$"),
    re.compile(r"(담당자|대표|책임자|관리자|작성자|저자|감독|강사|연락 담당)$"),
    re.compile(r"(팀|부서|기관|업체|회사|학교)$"),
)
_NO_VALUE = re.compile(
    r"\*$|^[^()]*\([^()]*$|^(일반|보통|모두|전체|둘 다|해당|필수|선택|옵션|혼합|다양|상동|동일|자세히|링크)$"
)
_TIME = re.compile(r"(날짜|일자|시기|기한|마감일|출시일|시작일|종료일|일시|연도)$")
_MORE = (
    (re.compile(r"(가격|요금|비용|금액|온도|속도|전압|압력|점수|[비효]율|해상도|습도)$"), "높은", "높습니까"),
    (re.compile(r"(시간|기간|길이|거리|수명)$"), "긴", "깁니까"),
    (re.compile(r"(수|수량|인원|개수|횟수)$"), "많은", "많습니까"),
)


def thing(label: str, kind: str) -> str:
    """How a sentence speaks of a row's label; '' when it cannot be named alone."""
    label = re.sub(r"^[•◦▪‣·*-]\s+", "", label)
    if len(label) > _LONG or label.endswith(".") or _NO_LABEL.search(label):
        return ""
    if re.fullmatch(r"[\d.,/-]+|(?=\S*[\dA-Z])[^\sa-z가-힣]\S{0,11}", label):
        return f"{kind} {label}" if kind not in _VAGUE else "" if label[0].isdigit() else label
    return f"{label} {kind}" if kind in _SORTS and kind not in label else label


def _bare(column: str) -> str:
    """A header without what stands in brackets."""
    return re.sub(r"\s*\([^()]*\)", "", column).strip()


def _is_loose(said: str, column: str) -> bool:
    """Whether a verb made a noun stands for the value where no meaning or action is told: 크기는 다양함."""
    return bool(_NOMINAL.search(said)) and not _TOLD.search(column)


def _is_amount(cell: Cell) -> bool:
    """Whether the cell is a number, bare or with a unit; 1층 촬영실 is none."""
    found = _NUMBER.match(cell.said)
    return found is not None and (not found["unit"] or found["unit"].strip() in _SPELT)


def _is_told(text: str) -> bool:
    """Whether verb and object stand in a label or a value: 화면을 검게, 효과 없이 앞 화면, Enter를 누르면 번호."""
    return any(
        word.particle in ("을", "를") or re.search(r"[가-힣](없이|면|려면)$", word.text) for word in cut_all(text)
    )


def _repeats(said: str, named: str) -> bool:
    """Whether a value says little but the label again: 데이터 이동 means 이동."""
    words = [word.noun or word.text for word in cut_all(said)]
    known = {word.noun or word.text for word in cut_all(named)}
    again = sum(word in known for word in words)
    return not any(char.isdigit() for char in said) and 2 * again >= len(words) + (len(words) < 4)


def _asking(column: str, cell: Cell) -> tuple[str, str]:
    """What asks for the value, and the same in formal speech."""
    if _is_amount(cell):
        return "얼마인가요", "얼마입니까"
    for pattern, asks in ((_WHERE, "어디"), (_WHO, "누구"), (_TIME, "언제")):
        if pattern.search(column):
            return f"{asks}인가요", f"{asks}입니까"
    if (found := _TEAM.search(column)) and cell.said.endswith(found[1]):
        return f"어느 {found[1]}인가요", f"어느 {found[1]}입니까"
    return "무엇인가요", "무엇입니까"


def _of(named: str, column: str) -> str:
    """The thing before the name of its column: 나사 M8의 토크, 스캐너가 있는 곳, 스캐너를 맡은 팀, E3일 때 할 일."""
    first, _, rest = column.partition(" ")
    if column == "할 일":
        return f"{named}일 때 "
    if rest and is_adnominal(first):
        pair = ("이", "가") if first == "있는" else ("을", "를") if first in ("맡은", "맡는", "담당하는") else None
        role = particle(named, *pair) if pair else ""
        return f"{named}{role} " if role else ""
    return f"{named}의 "


def written(cell: Cell, named: str, where: str = "") -> Written | None:
    """Questions and answer for a cell of the thing `named`; `where` tells it from the same thing in another table."""
    column = cell.column
    if named.endswith(column) or _NO_VALUE.search(cell.said) or re.match(r"\d+ ?\(|없음", cell.said):
        return None
    if not column or not named or len(cell.said) > _LONG or _NO_NOUN.search(_bare(column)) or _CLAUSE.search(named):
        return None
    if cell.answer is not None:
        return _whether(cell, f"{where}에서 {named}" if where else named)
    if _is_told(named) or _repeats(cell.said, named) or (_is_told(cell.said) and not _TOLD.search(column)):
        return None
    if re.search(r"[가-힣A-Za-z]의 ", named):
        return None
    column = re.sub(r"^([가-힣A-Za-z]{2,})의 (?=[가-힣]+$)", r"\1 ", column)
    topic, subject, object_ = (particle(column, *pair) for pair in (("은", "는"), ("이", "가"), ("을", "를")))
    of = _of(named, column)
    if not topic or not of or _SENTENCE.search(cell.said) or _is_loose(cell.said, column):
        return None
    of = f"{where}에서 {of}" if where else of
    asks, formal = _asking(column, cell)
    questions = [
        f"{of}{column}{topic} {asks}?",
        f"{of}{column}{object_} 알려 주세요.",
        f"{of}{column}{subject} {asks.removesuffix('가요')}지 알려 주세요.",
        f"{of}{column}{topic} {formal}?",
    ]
    if _is_amount(cell):
        questions.insert(1, f"{of}{column}{subject} 어떻게 되나요?")
    quoted = not _is_amount(cell) and (_NOMINAL.search(cell.said) or _ACTION.search(column))
    said = f'"{cell.said}"' if quoted and '"' not in cell.said else cell.said
    return Written(kinds.FACT, tuple(questions), f"{of}{column}{topic} {said}입니다.")


_WHETHER = {
    "있음": ("이", "가", "있", "있습니다", "없습니다"),
    "없음": ("이", "가", "있", "있습니다", "없습니다"),
    "가능": ("이", "가", "가능하", "가능합니다", "가능하지 않습니다"),
    "불가": ("이", "가", "가능하", "가능합니다", "가능하지 않습니다"),
    "지원": ("을", "를", "지원하", "지원합니다", "지원하지 않습니다"),
    "미지원": ("을", "를", "지원하", "지원합니다", "지원하지 않습니다"),
}


def _whether(cell: Cell, named: str) -> Written | None:
    """Cells that say 있음, 가능 or 지원; a bare sign does not say with what verb to ask."""
    how = _WHETHER.get(cell.value)
    column = cell.column.removesuffix(" 가능").removesuffix(" 지원")
    role = particle(column, how[0], how[1]) if how else ""
    if how is None or not role:
        return None
    stem, yes, no = how[2:]
    asks, formal = (
        (f"{stem[:-1]}한가요", f"{stem[:-1]}합니까")
        if stem == "가능하"
        else (f"{stem}나요", f"{'있습' if stem == '있' else '지원합'}니까")
    )
    by = f"{named}에서" if stem == "가능하" else f"{named}에" if stem == "있" else f"{named}에서"
    questions = (
        f"{by} {column}{role} {asks}?",
        f"{by} {column}{role} {asks.replace('한가요', '한지').replace('나요', '는지')} 알려 주세요.",
        f"{by} {column}{role} {formal}?",
    )
    end = yes if cell.answer else no
    return Written(kinds.YES_NO, questions, f"{'예' if cell.answer else '아니요'}, {by} {column}{role} {end}.")


def compared(one: tuple[str, Cell], other: tuple[str, Cell]) -> Written | None:
    """Which of two things has more of something; None where the cells are no two different numbers."""
    first, second = one[1].number, other[1].number
    if first is None or second is None or first == second or not one[0] or not other[0]:
        return None
    if any(_CLAUSE.search(named) for named, _ in (one, other)):
        return None
    column = one[1].column
    more, less = (one, other) if first > second else (other, one)
    subject, topic = particle(column, "이", "가"), particle(column, "은", "는")
    and_, more_, less_ = particle(one[0], "과", "와"), particle(more[0], "이", "가"), particle(less[0], "이", "가")
    if not all((subject, and_, more_, less_)) or _NO_NOUN.search(_bare(column)) or not _is_amount(one[1]):
        return None
    of, is_ = next(((of, is_) for known, of, is_ in _MORE if known.search(column)), ("큰", "큽니까"))
    questions = (
        f"{one[0]}{and_} {other[0]} 중 {column}{subject} 더 {of} 것은 무엇인가요?",
        f"{one[0]}{and_} {other[0]} 중 어느 것의 {column}{subject} 더 {is_}?",
    )
    answer = f"{more[0]}입니다. {column}{topic} {more[0]}{more_} {more[1].said}, {less[0]}{less_} {less[1].said}입니다."
    return Written(kinds.COMPARISON, questions, answer)
