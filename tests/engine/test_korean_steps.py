"""Korean sentences that lean on the step, the table or the sentence before them are asked nothing."""

from __future__ import annotations

import pytest

from engine.writers import yes_no
from engine.writers.korean.questions import question
from engine.writers.korean.words import is_adnominal
from engine.writers.table_korean import thing, written
from engine.writers.tables import Cell


def first(sentence: str) -> str:
    """The best question of a sentence, '' where no rule is sure."""
    found = question(sentence)
    return found.wordings[0][1] if found else ""


@pytest.mark.parametrize(
    "sentence",
    [
        "확인 창이 뜨지 않게 하려면 false로 설정합니다.",  # what is set
        "유선 연결이 있으면 활성화하십시오.",
        "여름 시각을 쓰려면 표준시가 아니라 지역 시각으로 맞추십시오.",
        "도형의 모양을 유지하려면 Shift 키를 누른 채 끕니다.",  # the object is that of 누른
        "서버의 로그를 줄이려면 시작 설정에도 값을 적어야 합니다.",  # there as well
        "패키지를 골랐으면 설치 단추를 누르십시오.",  # how the step before went
        "편집 도구가 켜져 있으면 Enter 키를 누르십시오.",
        "미리 고른 색이 마음에 들지 않으면 다른 색을 고르십시오.",
        "아무런 문제가 없으면 결과 화면을 닫으십시오.",
        "이중 부팅 시스템을 만든다면 기존 시스템의 설치 디스크를 준비하십시오.",
        "설치가 완료된 후 필요한 드라이버를 설치하십시오.",
        "재단이 권리를 가진 그림의 경우에는 재단의 허락을 얻어야 합니다.",
        "표에 머리글을 추가하려면 추가를 클릭합니다.",  # one step of several
        "단락의 여백을 줄이려면 음수를 입력합니다.",
        "이윤을 계산하려면 우선 판매 수량을 칸에 입력하십시오.",
        "줄의 간격을 바꾸려면 목록에서 옵션을 두 번 누른 다음 새 값을 입력합니다.",
        "표의 열을 숨기려면 미리보기에서 열을 마우스 오른쪽 버튼으로 클릭합니다.",
        "마우스로 표를 고르려면 마우스 포인터를 표의 왼쪽 위로 이동합니다.",
        "차트를 만들려면 차트 도우미의 지침을 따릅니다.",
        "대화 상자를 확장하려면 도구 모음의 자세히 단추를 누릅니다.",
        "반대 방향으로 돌아가려면 Ctrl 키와 Tab 키를 누릅니다.",  # points back
        "계속을 클릭하면 암호를 입력하는 창이 나타납니다.",
        "옵션 버튼을 선택하면 키 조합의 범위가 문서로 제한됩니다.",
        "두 지문이 같으면 원래 문서가 표시됩니다.",
        "모든 충돌이 해결되면 문서가 저장됩니다.",
        "현재 문서에를 선택하면 글자 모양이 문서에 저장됩니다.",
        "필요하면 회사의 서버에 3일 동안 문서를 보관할 수 있습니다.",
        "[9] 암호를 키로 쓴다는 건 파티션을 암호화한다는 뜻입니다.",
        "기본 값은 1930년부터 2029년입니다.",
        "차트에 여덟 개의 핸들이 생깁니다.",
        "파티션을 나누는 이유는 두 가지가 있습니다.",  # how many, not which
        "우편 시스템은 크게 세 가지로 구성됩니다.",
        "운영체제는 파티션을 큰 디스크의 경우 255개, 작은 디스크의 경우 63개까지 쓸 수 있습니다.",
        "개별 파일을 하위 문서라고 합니다.",
        "펌웨어가 필요한 경우 제조사가 장치의 칩에 펌웨어를 저장합니다.",  # the question would say it
        "외부 문서의 경우에는 읽기 전용 아이콘을 표시합니다.",  # who
        "설치 프로그램은 크기 조정을 지원합니다.",  # one of many
        "원이나 타원의 조각을 그리려면 원을 기준으로 부채꼴을 만드는 다음 단계를 수행합니다.",
        "도형을 더 추가하려면 마지막 단계를 반복합니다.",
        "원이 원하는 크기가 되면 누르고 있던 마우스 버튼을 놓으십시오.",
        "마우스 버튼을 클릭했다가 놓으면 기준점이 추가됩니다.",
        "컴퓨터 이름을 클릭하면 원격 제어 화면에 발표 자료가 표시됩니다.",
        "마우스 버튼을 놓으면 직사각형이 문서에 삽입됩니다.",
        "마우스 포인터가 금지 기호로 바뀌면 마우스 버튼을 놓으십시오.",
        "부팅을 계속하려면 복구 화면의 쉘을 닫으십시오.",
        "수동 분할을 고른 경우 단지 기존의 파티션을 선택해 크기를 변경하십시오.",
        "탭 종류를 바꾸려면 눈금자의 탭을 눌러 상황 메뉴를 엽니다.",
        "고유 서식을 정의하려면 서식 탭을 사용합니다.",
        "문서의 치수 단위를 선택하려면 문서 작성기를 더블 클릭합니다.",
        "화살표 모양을 고르려면 도구 모음에서 화살표 아이콘 아이콘을 클릭합니다.",
        "데스크톱 태스크는 매우 크므로 주의해야 합니다.",
        "부팅 서버에는 두 가지가 있습니다.",
        "리눅스용 부팅 서버는 두 가지가 있습니다.",
        "백업 파일의 이름은 원래 문서와 같으며 확장자는 BAK입니다.",
    ],
)
def test_steps_and_leaning_sentences_are_not_asked(sentence: str) -> None:
    assert question(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("수식을 편집하려면 문서에서 필드를 더블 클릭합니다.", "수식을 편집하려면 어떻게 해야 하나요?"),
        ("설치 화면으로 돌아오려면 왼쪽 Alt+F1 을 누릅니다.", "설치 화면으로 돌아오려면 어떻게 해야 하나요?"),
        ("빠진 물건이 있으면 구입한 곳에 연락하십시오.", "빠진 물건이 있으면 어떻게 해야 하나요?"),
        ("각주를 갱신하려면 각주를 선택한 다음 F9 키를 누릅니다.", "각주를 갱신하려면 어떻게 해야 하나요?"),
        ("시작 버튼을 누르면 세탁이 시작됩니다.", "시작 버튼을 누르면 어떻게 되나요?"),
        ("차트 데이터를 편집하려면 차트를 더블 클릭합니다.", "차트 데이터를 편집하려면 어떻게 해야 하나요?"),
        ("시트를 표시하려면 시트 탭을 클릭합니다.", "시트를 표시하려면 어떻게 해야 하나요?"),
        ("차트를 더블 클릭하면 차트 편집 모드가 시작됩니다.", "차트를 더블 클릭하면 어떻게 되나요?"),
        (
            "소책자를 인쇄할 때에는 세로 용지를 사용해야 합니다.",
            "소책자를 인쇄할 때에는 어떻게 해야 하나요?",
        ),
        ("미리 보기는 인쇄 범위 주위에 파선을 표시합니다.", "미리 보기는 인쇄 범위 주위에 무엇을 표시하나요?"),
    ],
)
def test_whole_steps_are_asked(sentence: str, asked: str) -> None:
    assert first(sentence) == asked


def test_people_are_no_verbs() -> None:
    assert not any(map(is_adnominal, ("사용자는", "확장자는", "나라는")))
    assert all(map(is_adnominal, ("하자는", "가자는", "있다는")))


def test_cells_of_clauses_and_echoes_are_not_asked() -> None:
    def asked(column: str, value: str, thing: str) -> str:
        found = written(Cell(thing, "", column, value, "", 0), thing)
        return found.questions[0] if found else ""

    assert asked("하드 드라이브", "4 기가바이트", "그림 없는 판") == "그림 없는 판의 하드 드라이브는 얼마인가요?"
    assert asked("회사의 명칭", "s390x", "대형 계산기") == "대형 계산기의 회사 명칭은 무엇인가요?"
    for column, value, label in (
        ("설치하는데 필요한 공간", "6000 MB", "시나몬"),
        ("파일 형식을 선택합니다", "텍스트", "내 파일"),
        ("하드 드라이브", "4 GB", "데스크톱 없음"),
        ("의미", "이동", "마우스 포인터 데이터 이동"),
        ("선 배치 영역", "열에서 선택된 테두리", "선택된 열의 셀"),
        ("Index", "57", "Macintosh"),
        ("사용 가능 공간", "가장 작은 파티션의 크기 x (장치", "RAID5"),
        ("기종", "일반", "인텔 x86"),
        ("키", "B", "화면을 검게"),
        ("키", "Alt + Page Up", "효과없이 이전 슬라이드"),
        ("키", "번호를 입력하면 이동", "지정한 슬라이드"),
        ("선 배치 영역", "선택된 셀 하나의 테두리", "셀 하나"),
    ):
        assert not asked(column, value, label)
    assert thing("• MATE", "") == "MATE"


def test_a_reason_is_no_part_of_yes_or_no() -> None:
    assert yes_no.asked("표백제는 통을 상하게 할 수 있기 때문에 사용하지 마십시오.", korean=True) is None
