"""The Korean rules: letters, predicates, which sentences stand alone, what is asked of them, and whole documents."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.generate import GenerateSpec, write_pairs
from engine.index import IndexSpec, index
from engine.ingest import IngestSpec, ingest
from engine.jobs import Cancel
from engine.project import Project
from engine.project import pairs as stored
from engine.resources import resource
from engine.retrieval import open_index
from engine.writers.base import Sentence, Source
from engine.writers.korean.amounts import amounts
from engine.writers.korean.asking import Question
from engine.writers.korean.entries import defined, listed
from engine.writers.korean.letters import final, particle, with_final
from engine.writers.korean.predicates import conjugated, predicate
from engine.writers.korean.questions import question
from engine.writers.korean.reading import read
from engine.writers.korean.rivals import rival
from engine.writers.korean.words import cut, is_adnominal
from engine.writers.korean.writer import KoreanWriter
from engine.writers.opening import Wishes, open_writer
from engine.writers.table_korean import written
from engine.writers.tables import Cell

if TYPE_CHECKING:
    from tests.conftest import Recorder


def first(sentence: str) -> str:
    """The best question of a sentence, '' where no rule is sure."""
    found = question(sentence)
    return found.wordings[0][1] if found else ""


def test_letters() -> None:
    assert (final("물"), final("회사"), final("MD-240"), final("A")) == ("ㄹ", "", "ㅇ", None)
    assert with_final("기", "ㄹ") == "길"
    assert [particle(word, "은", "는") for word in ("직원", "회사", "3")] == ["은", "는", "은"]


@pytest.mark.parametrize(
    ("stem", "form"),
    [
        ("누르", "눌러"),
        ("고르", "골라"),
        ("따르", "따라"),
        ("여", "열어"),
        ("만드", "만들어"),
        ("닫으", "닫아"),
        ("들으", "들어"),
        ("부으", "부어"),
        ("구우", "구워"),
        ("쓰", "써"),
        ("잠그", "잠가"),
        ("바꾸", "바꾸어"),
        ("당기", "당겨"),
        ("켜", "켜"),
        ("놓으", "놓아"),
        ("꺼내", "꺼내"),
        ("확인하", "확인해"),
        ("갸웃", ""),
    ],
)
def test_instructions_are_conjugated(stem: str, form: str) -> None:
    assert conjugated(stem) == form


@pytest.mark.parametrize(
    ("sentence", "asks", "formally", "indirect"),
    [
        ("월급은 매달 지급합니다.", "지급하나요", "지급합니까", "지급하는지"),
        ("문서는 서버에 저장된다.", "저장되나요", "저장됩니까", "저장되는지"),
        ("책은 두 권까지 받는다.", "받나요", "받습니까", "받는지"),
        ("상자를 나무로 만든다.", "만드나요", "만듭니까", "만드는지"),
        ("복도의 온도가 높다.", "높은가요", "높습니까", "높은지"),
        ("길이가 매우 깁니다.", "긴가요", "깁니까", "긴지"),
        ("회사가 역에서 가깝습니다.", "가까운가요", "가깝습니까", "가까운지"),
        ("도구가 더 필요하다.", "필요한가요", "필요합니까", "필요한지"),
        ("회사를 함께 세웠습니다.", "세웠나요", "세웠습니까", "세웠는지"),
        ("금고는 지하에 있다.", "있나요", "있습니까", "있는지"),
        ("선반이 창에서 보입니다.", "보이나요", "보입니까", "보이는지"),
        ("본체의 재료는 나무이다.", "나무인가요", "나무입니까", "나무인지"),
        ("버튼을 3초 누르십시오.", "눌러야 하나요", "눌러야 합니까", "눌러야 하는지"),
        ("서류를 꼭 확인하시기 바랍니다.", "확인해야 하나요", "확인해야 합니까", "확인해야 하는지"),
        ("뚜껑을 닫아 주십시오.", "닫아야 하나요", "닫아야 합니까", "닫아야 하는지"),
        ("물에 씻지 마십시오.", "씻으면 안 되나요", "씻으면 안 됩니까", "씻으면 안 되는지"),
    ],
)
def test_predicates_become_questions(sentence: str, asks: str, formally: str, indirect: str) -> None:
    found = predicate(sentence)
    assert found is not None
    assert (found.asks, found.formally, found.indirect) == (asks, formally, indirect)


@pytest.mark.parametrize(
    "sentence",
    ["함께 살펴봅시다.", "곧 배우게 될 것입니다.", "제품을 사 주셔서 감사합니다.", "좋은 하루!", "사용 방법"],
)
def test_what_states_nothing_has_no_predicate(sentence: str) -> None:
    assert predicate(sentence) is None


def test_words_are_cut_into_noun_and_particle() -> None:
    cuts = {
        text: (cut(text).noun, cut(text).particle)
        for text in ("직원은", "휴가는", "온도", "회의", "서버에서는", "물을")
    }
    assert cuts["직원은"] == ("직원", "은")
    assert cuts["휴가는"] == ("휴가", "는")
    assert (cuts["온도"], cuts["회의"]) == (("온도", ""), ("회의", ""))
    assert (cuts["서버에서는"], cuts["물을"]) == (("서버", "에서는"), ("물", "을"))


def test_verbs_before_nouns_are_known() -> None:
    assert all(map(is_adnominal, ("하는", "받은", "없는", "쓸", "큰", "만든", "취임한", "가벼운")))
    assert not any(map(is_adnominal, ("직원은", "회사는", "제한", "사진", "파일", "휴가는", "물을", "버튼")))


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        # amounts, times, intervals
        ("제습기 본체의 무게는 13.5kg입니다.", "제습기 본체의 무게는 몇 kg인가요?"),
        ("야간 작업 수당은 한 시간에 1만 8천 원입니다.", "야간 작업 수당은 한 시간에 얼마인가요?"),
        ("입사 첫해의 직원은 연차 휴가 13일을 받습니다.", "입사 첫해의 직원은 연차 휴가를 며칠 받나요?"),
        ("컴퓨터의 암호는 110일마다 바꾸어야 합니다.", "컴퓨터의 암호는 얼마나 자주 바꾸어야 하나요?"),
        ("항균 필터는 12개월에 한 번 새것으로 교체하십시오.", "항균 필터는 얼마나 자주 새것으로 교체해야 하나요?"),
        (
            "재택근무를 하려면 적어도 사흘 전에 팀장에게 알려야 합니다.",
            "재택근무를 하려면 적어도 며칠 전에 팀장에게 알려야 하나요?",
        ),
        (
            "회사 도서실에서는 한 번에 네 권까지 책을 빌릴 수 있습니다.",
            "회사 도서실에서는 한 번에 몇 권까지 책을 빌릴 수 있나요?",
        ),
        ("삭제한 문서는 휴지통에 60일 동안 보관됩니다.", "삭제한 문서는 휴지통에 며칠 동안 보관되나요?"),
        ("정규 근무는 오전 8시 40분에 시작합니다.", "정규 근무는 몇 시에 시작하나요?"),
        ("고객센터는 평일 오전 9시부터 오후 6시까지 운영합니다.", "고객센터는 평일 몇 시부터 몇 시까지 운영하나요?"),
        ("여름휴가비는 매년 6월에 지급된다.", "여름휴가비는 언제 지급되나요?"),
        ("취업 규칙은 2021년 7월 1일부터 시행한다.", "취업 규칙은 언제부터 시행하나요?"),
        ("고객센터의 전화번호는 1877-0424입니다.", "고객센터의 전화번호는 몇 번인가요?"),
        # what, who, where
        ("태그는 문서를 주제별로 묶는 표시입니다.", "태그는 무엇인가요?"),
        ("수습 직원이란 입사한 지 3개월이 지나지 않은 직원을 말한다.", "수습 직원이란 무엇인가요?"),
        ("자식이 없는 컴포넌트를 리프 컴포넌트라고 합니다.", "리프 컴포넌트란 무엇인가요?"),
        ("E5는 냉각기의 온도 센서가 끊어졌다는 뜻입니다.", "E5는 무슨 뜻인가요?"),
        ("솔바담 복원소의 지금 대표는 2019년에 취임한 오다빈입니다.", "솔바담 복원소의 지금 대표는 누구인가요?"),
        ("인사 업무는 3층 인사팀의 서유담 과장이 맡고 있습니다.", "인사 업무는 누가 맡고 있나요?"),
        ("자격 수당은 기사 자격증을 가진 직원에게 준다.", "자격 수당은 누구에게 주나요?"),
        ("소화기는 각 층의 엘리베이터 옆에 비치되어 있다.", "소화기는 어디에 비치되어 있나요?"),
        ("전원 플러그는 접지된 콘센트에 꽂으십시오.", "전원 플러그는 어디에 꽂아야 하나요?"),
        # lists and things
        ("징계는 견책, 감봉, 정직, 해고로 나뉜다.", "징계는 무엇으로 나뉘나요?"),
        ("포장 상자에는 물통, 배수 호스, 필터가 들어 있습니다.", "포장 상자에는 어떤 것이 들어 있나요?"),
        ("35세 이상인 직원은 해마다 종합 건강 검진을 받습니다.", "35세 이상인 직원은 해마다 무엇을 받나요?"),
        # how, why, when, what then
        ("바람의 방향을 바꾸려면 위쪽의 날개를 손으로 움직이십시오.", "바람의 방향을 바꾸려면 어떻게 해야 하나요?"),
        ("사원증을 잃어버렸을 때에는 곧바로 총무팀에 신고해야 한다.", "사원증을 잃어버렸을 때에는 어떻게 해야 하나요?"),
        ("출장을 떠나기 전에 운반 상자를 꼭 확인하시기 바랍니다.", "출장을 떠나기 전에 무엇을 해야 하나요?"),
        ("취침 모드를 켜면 표시창의 불빛이 꺼집니다.", "취침 모드를 켜면 어떻게 되나요?"),
        ("약품 보관장은 두 사람이 함께 있을 때에만 열 수 있습니다.", "약품 보관장은 언제 열 수 있나요?"),
        ("표백제는 물통을 변형시킬 수 있기 때문에 사용하지 마십시오.", "표백제는 왜 사용하면 안 되나요?"),
        (
            "개인 정보를 보호하기 위해 퇴직자의 계정은 퇴직 당일에 삭제한다.",
            "퇴직자의 계정은 왜 퇴직 당일에 삭제하나요?",
        ),
    ],
)
def test_what_is_asked(sentence: str, asked: str) -> None:
    assert first(sentence) == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "사용 방법과 주의 사항",
        "이 값은 60일마다 바꾸어야 합니다.",
        "다음 표는 부품 12개를 보여 줍니다.",
        "그러나 비용은 5만 원입니다.",
        "값은 30입니다.",
        "방법은 두 가지입니다.",
        "우리는 매주 금요일에 회의를 합니다.",
        "예제 4-5는 함수의 이름을 보여 줍니다.",
        "정의한 구조체를 사용하려면 인스턴스를 만들어야 합니다.",
        "위원회는 위원장 1명과 위원 4명으로 이루어지지 않는다고 합니다.",
        "자세한 내용은 안내서를 참고하십시오.",
        "그는 2019년에 취임했습니다.",
        '"문을 닫으세요."라고 직원이 말했습니다.',
        "모르는 것은 부끄러운 일이 아닙니다.",
        "버튼은 세 번째 줄에 있습니다.",
        "함께 2시간 동안 살펴보겠습니다.",
    ],
)
def test_what_cannot_stand_alone_is_not_asked(sentence: str) -> None:
    assert question(sentence) is None


def test_amounts_inside_another_clause_are_left_alone() -> None:
    assert (
        first("근속 7년을 채운 직원은 5주의 안식 휴가를 받습니다.")
        == "근속 7년을 채운 직원은 몇 주의 안식 휴가를 받나요?"
    )
    reading = read("비밀번호를 다섯 번 잘못 입력하면 계정이 30분 동안 잠깁니다.")
    assert reading is not None
    assert reading.link == "if"
    assert [amount.kind for amount in amounts("계정이 30분 동안 3월 5일까지 7천 원을 2주마다")] == [
        "duration",
        "time",
        "money",
        "interval",
    ]


@given(st.text(alphabet="가나다라마은는이가을를에서하면다요니습되었 .0123456789년원월A", max_size=60))
def test_no_text_breaks_the_rules(text: str) -> None:
    for found in (question(f"{text}니다."), question(f"는 {text}다.")):
        assert found is None or all(asked.endswith(("?", ".")) for _, asked in found.wordings)


def test_a_verb_without_a_stem_breaks_nothing() -> None:
    assert question("는 서버의 값을 3초마다 읽습니다.") is None


def test_another_sentence_that_could_answer_is_a_rival() -> None:
    source = "물통의 용량은 4.2리터입니다."
    asked = "물통의 용량은 몇 리터인가요?"
    assert rival(asked, source, [source, "물통의 용량은 모델에 따라 3리터 또는 5리터입니다."])
    assert not rival(asked, source, [source, "물통의 무게는 2kg입니다.", "물통의 용량은 제원표에 적혀 있습니다."])


def sentence_of(text: str) -> Sentence:
    return Sentence(text, text, 1, 1, 0, len(text), fact=True)


def test_the_writer_asks_in_several_ways_that_pass_the_checks() -> None:
    text = "제습기 본체의 무게는 13.5kg입니다."
    source = Source(1, "ko", text, (sentence_of(text), sentence_of("제원")))
    found = [asked for _, asked in KoreanWriter(wordings=4).ask([source], lambda: None)]
    assert found[-1] is None
    assert found[0] is not None
    assert len(found) == 2
    questions = [wording.question for wording in found[0].wordings]
    assert len(set(questions)) == 4
    assert not any(judge(Candidate(asked, text, text, text, "ko"))[0] for asked in questions)
    (one,) = [asked for _, asked in KoreanWriter(wordings=1).ask([source], lambda: None) if asked]
    assert len(one.wordings) == 1


@pytest.mark.parametrize(("name", "least"), [("korean.md", 120), ("korean_appliance.md", 140)])
def test_a_sample_becomes_pairs(name: str, least: int, project_path: str, emit: Recorder) -> None:
    """From the file to accepted pairs, with the starter that ships and the real index."""
    ingest(IngestSpec(project=project_path, paths=(str(resource("samples", name)),)), emit, Cancel())
    index(IndexSpec(project=project_path), emit, Cancel())
    with Project(project_path) as project, contextlib.closing(open_writer("starter", Wishes())) as writer:
        write_pairs(project, GenerateSpec(project=project_path), writer, open_index(project), emit, Cancel())
        accepted = stored.pairs(project, "accepted")
        facts = {fact.id: fact for fact in stored.facts(project)}
    assert len(accepted) >= least
    by_rules = [pair for pair in accepted if facts[pair.fact_id].writer == writer.name]
    assert len(by_rules) >= least
    for pair in by_rules:
        fact = facts[pair.fact_id]
        assert fact.evidence
        assert fact.answer == " ".join(fact.evidence.split())


def test_other_languages_are_still_refused() -> None:
    with contextlib.closing(open_writer("starter", Wishes())) as writer:
        assert [writer.knows(language) for language in ("en", "ko", "", "ja", "zh")] == [True, True, True, False, False]


@pytest.mark.parametrize(
    "sentence",
    [
        "2년으로 설정되지만 최신 브라우저에서는 만료가 13개월로 줄어듭니다.",  # what is set is not said
        "표준에는 TLS 1.2 이상 및 128비트 이상의 암호화가 필요합니다.",  # one amount of two
        "세션 번호는 1자에서 128자 사이여야 합니다.",
        "64-bit 장치는 64비트를, 32-bit 장치는 32비트를 갖게 됩니다.",
        "배열의 시계가 바뀔 때마다 “새 글”이 두 번 추가됩니다.",  # words of a screen
        "성능을 개선하려면 먼저 성능을 측정하는 방법을 알아야 합니다.",  # no step
        "백엔드 서버가 목록에 없다면 안내를 참고하여 서버를 연결하세요.",
        "엄격 모드에서 벗어나려면 모드를 끌 수 있지만, 켜 둘 것을 권장합니다.",
        "사용자가 버튼을 누를 때만 실행되어야 합니다.",
        "관리 콘솔을 실행 중이면 계정을 관리하는 관리 콘솔로 이동합니다.",
        "사용자를 모두 제거했으면 폴더 공유가 취소됩니다.",
        "계정을 관리하려면 관리 콘솔(으)로 이동하십시오.",  # a noun filled in by a machine
        "보안 담당은 문을 만들며 일을 시작했고, 어쩌다 보니 서버까지 관리하게 되었습니다.",
        "게시판은 질문에 답하고 도움을 받을 수 있는 좋은 곳입니다.",  # praise
        "뉴타입은 하스켈 언어에서 유래한 용어입니다.",
        "최신 채널은 모든 사용자에게 권장하는 채널입니다.",
        "상속을 선택하는 이유는 크게 두 가지입니다.",
        "러스트에는 튜플과 배열, 기본 복합 타입이 있습니다.",
        "단형성화 과정은 제네릭을 실행 시점에 매우 효율적으로 만듭니다.",
        "로딩 화면이 제공되면, 문서를 읽는 동안 먼저 표시됩니다.",  # what is shown is not said
        "요소가 여전히 문서에 있으면 이동이 취소됩니다.",
        "SDK은 영역을 벗어나는 경우에만 종료 알림을 보냅니다.",  # a particle that does not fit
        "의존성에 포함하면 화면이 다시 저장됩니다.",
        "인라인 처리기는 일반적으로 간단한 경우에 사용됩니다.",
        "편집기는 훌륭한 지원을 제공하므로 강력히 추천합니다.",
        "회사는 특정 위치가 중단되는 경우 통신을 다른 곳으로 돌릴 수도 있습니다.",
    ],
)
def test_loose_and_leaning_sentences_are_not_asked(sentence: str) -> None:
    assert question(sentence) is None


def test_wordings_fit_their_clause() -> None:
    asked = {text for _, text in (question("문서가 공유되지 않으면 폴더가 잠깁니다.") or Question("", ())).wordings}
    assert "문서가 공유되지 않으면 무슨 일이 일어나나요?" in asked
    found = question("문서는 공유되지 않으면 휴지통으로 이동합니다.")
    assert found is None or not any("무슨 일이" in text for _, text in found.wordings)
    assert first("URL을 앱의 다양한 부분과 대응하기 위해 라우터를 설정해야 합니다.") == (
        "URL을 앱의 다양한 부분과 대응하기 위해서는 어떻게 해야 하나요?"
    )


def test_particles_behind_latin_words() -> None:
    latin = ("USB", "RAM", "token", "string", "view", "Linux")
    assert [particle(word, "은", "는") for word in latin] == ["는", "은", "은", "은", "는", "는"]
    assert [particle(word, "은", "는") for word in ("git", "file", "종류 (type)")] == ["", "", "는"]


def test_lists_and_terms_are_asked_in_good_korean() -> None:
    found = listed("상자에는 다음과 같은 부품이 들어 있습니다:", ["호스", "필터"])
    assert found is not None
    assert found.questions[:2] == (
        "상자에는 어떤 부품이 들어 있나요?",
        "상자에는 어떤 부품이 들어 있는지 알려 주세요.",
    )
    assert found.answer == "상자에는 호스, 필터가 들어 있습니다."
    found = listed("이 장치는 다음 기능을 제공합니다:", ["녹화", "재생"])
    assert found is None
    found = listed("녹화기는 다음 기능을 제공합니다:", ["녹화", "재생"])
    assert found is not None
    assert found.questions[0] == "녹화기는 어떤 기능을 제공하나요?"
    assert listed("도구를 시험해야 하는 경우는 두 가지가 있습니다:", ["함수", "화면"]) is None
    for term, meaning in (
        ("부록 C", "표준에서 파생 가능한 형식"),
        ("예제 4-1", "값을 옮기는 함수의 정의"),
        ("주요 문서", "화면과 함께 쓰는 방법"),
        ("노트", "이 책에서는 동시성이라는 말을 씁니다"),
        ("고급 기능", "연관 타입, 기본 매개변수"),
    ):
        assert defined(term, meaning) is None
    assert defined("클로저", "자신의 환경을 붙잡는 익명 함수") is not None


def test_cells_are_asked_by_what_they_hold() -> None:
    def asked(column: str, value: str, thing: str = "대형 스캐너") -> str:
        found = written(Cell(thing, "", column, value, "", 0), thing)
        return found.questions[0] if found else ""

    assert asked("있는 곳", "1층 촬영실") == "대형 스캐너가 있는 곳은 어디인가요?"
    assert asked("맡은 팀", "기록팀") == "대형 스캐너를 맡은 팀은 어느 팀인가요?"
    assert asked("담당자", "오다빈") == "대형 스캐너의 담당자는 누구인가요?"
    assert asked("크기", "50-150바이트") == "대형 스캐너의 크기는 얼마인가요?"
    assert asked("할 일", "서비스 센터에 연락", "표시 E1") == "표시 E1일 때 할 일은 무엇인가요?"
    for column, value in (
        ("부호 있음 (signed)", "i8"),
        ("크기", "다양함"),
        ("메서드", "모두"),
        ("요청 또는 응답", "응답"),
        ("설명", "큰 기계"),
        ("file", "a.txt"),
        ("제한", "제한이 없습니다"),
    ):
        assert not asked(column, value)
