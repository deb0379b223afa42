"""Facts that rules read off tables, lists and definitions: wordings, answers, evidence, shares, duplicates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.project import Project
from engine.project import documents as stored
from engine.writers.korean.letters import particle
from engine.writers.sources import sources
from engine.writers.tables import cells, split_unit, tables

if TYPE_CHECKING:
    from engine.writers.base import Asked

SCREWS = """Tightening torques

| Screw | Torque (Nm) | Colour | Rustproof | Notes |
| --- | --- | --- | --- | --- |
| M8 | 25 | Green | yes | see page 3 |
| M10 | 50 | blue | no | |
| M12 | | red | yes | new |
"""
SPECIFICATIONS = """The Haldrow R5 is a composter. The Haldrow R5 is quiet. Plug in the Haldrow R5.

| Property | Value |
| :-- | --: |
| Width | 312 mm |
| Height, lid closed | 364 mm |
| Weight (kg) | 12.6 |
"""


def read(
    path: str,
    text: str,
    language: str = "en",
    title: str = "Haldrow R5 Kitchen Composter",
    section: tuple[str, ...] = (),
) -> list[Asked]:
    with Project(path) as project:
        document = stored.Document(0, title, "x", "text", title, language, "read", "", 0, 0)
        page = stored.Page(0, 1, text, "read", "")
        stored.add(project, document, [page], [stored.Chunk(0, 0, 0, 1, 0, 1, len(text), text, 20, section)])
        (source,) = sources(project)
    facts = [fact for fact in source.read if fact.kind != "unanswerable"]
    for fact in facts:
        assert fact.given is not None
        assert fact.given.evidence is not None
        assert text[fact.given.evidence.start : fact.given.evidence.end] == fact.given.evidence.quote
        for wording in fact.wordings:
            support = " ".join(fact.given.support.split())
            pair = Candidate(wording.question, fact.given.answer, support, text, language, fact.kind)
            assert judge(pair) == ("", "")
    return facts


def answers(facts: list[Asked]) -> dict[str, str]:
    return {fact.wordings[0].question: fact.given.answer for fact in facts if fact.given}


def test_cells_become_questions_with_the_row_as_evidence(project_path: str) -> None:
    facts = read(project_path, SCREWS)
    found = answers(facts)
    assert found["What is the torque of screw M8?"] == "The torque of screw M8 is 25 Nm."
    assert found["What colour is screw M8?"] == "The colour of screw M8 is green."
    assert found["Is screw M10 rustproof?"] == "No, screw M10 is not rustproof."
    assert not [question for question in found if "note" in question or "torque of screw M12" in question]
    (torque,) = [fact for fact in facts if fact.wordings[0].question == "What is the torque of screw M10?"]
    assert torque.given is not None
    assert torque.given.evidence is not None
    assert torque.given.evidence.quote == "| M10 | 50 | blue | no | |"
    assert len({wording.question for wording in torque.wordings}) >= 8
    assert {fact.kind for fact in facts} == {"fact", "yes_no"}


def test_properties_belong_to_what_the_document_is_about(project_path: str) -> None:
    found = answers(read(project_path, SPECIFICATIONS))
    assert found == {
        "How wide is the Haldrow R5?": "The width of the Haldrow R5 is 312 mm.",
        "What is the height (lid closed) of the Haldrow R5?": "The height (lid closed) of the Haldrow R5 is 364 mm.",
        "How much does the Haldrow R5 weigh?": "The weight of the Haldrow R5 is 12.6 kg.",
    }


def test_columns_can_be_the_things(project_path: str) -> None:
    text = "| Model | Brivolt 40 | Brivolt 60 |\n| --- | --- | --- |\n| Noise | 41 dB | 44 dB |\n"
    assert answers(read(project_path, text))["What is the noise of the Brivolt 60?"] == (
        "The noise of the Brivolt 60 is 44 dB."
    )


def test_faults_and_tasks(project_path: str) -> None:
    text = (
        "| Error code | Meaning | Remedy |\n| --- | --- | --- |\n| E07 | The pump is blocked | Clean the filter. |\n\n"
        "| Task | Interval |\n| --- | --- |\n| Clean the filter | every 60 days |\n"
    )
    facts = read(project_path, text)
    assert answers(facts) == {
        "What does error code E07 mean?": "Error code E07 means: the pump is blocked.",
        "What must be done about error code E07?": "The remedy for error code E07 is: Clean the filter.",
        'How often must the task "Clean the filter" be done?': (
            'The interval of the task "Clean the filter" is: every 60 days.'
        ),
    }
    assert [fact.kind for fact in facts] == ["fact", "how_to", "fact"]


def test_comparisons_of_numbers(project_path: str) -> None:
    text = "| Screw | Torque (Nm) |\n| --- | --- |\n| M8 | 25 |\n| M10 | 50 |\n| M12 | 85 |\n"
    compared = [fact for fact in read(project_path, text) if fact.kind == "comparison"]
    assert answers(compared) == {
        "Which has the higher torque, screw M8 or screw M10?": (
            "Screw M10 has the higher torque: 50 Nm, against 25 Nm of screw M8."
        ),
        "Which screw has the highest torque?": "Screw M12 has the highest torque: 85 Nm.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "| | |\n| --- | --- |\n| Width | 312 mm |\n",
        "| Width | 312 mm |\n| --- | --- |\n| Depth | 387 mm |\n",
        "| M8 | 25 |\n| M10 | 50 |\n",
        "| Screw | Notes |\n| --- | --- |\n| M8 | old |\n",
        "| 1 | Torque |\n| --- | --- |\n| 2 | - |\n",
        "| Number | Name |\n| --- | --- |\n| 6 | Start up |\n",
        "| Parameter | Value | Notes |\n| --- | --- | --- |\n| Plug | USB-C | at the side |\n",
        "| Frequency | Model |\n| --- | --- |\n| 906 | Smiley |\n| 915 or 868 | Gizont |\n",
        "Symptom: The robot of the kit stops behind lines.\n",
        "Requires: A folder on the computer which holds the simulator.\n",
        "Recommended: a controller with two sticks.\nWithout the battery: the fan of the board turns.\n",
    ],
)
def test_tables_nobody_can_ask_about(project_path: str, text: str) -> None:
    assert read(project_path, text) == []


def test_the_same_label_in_two_tables_is_told_apart_or_dropped(project_path: str) -> None:
    table = "| Screw | Torque (Nm) |\n| --- | --- |\n| M8 | {} |\n"
    two = f"Steel plates\n{table.format(25)}\nAluminium plates\n{table.format(18)}"
    assert answers(read(project_path, two)) == {
        "What is the torque of screw M8 in Steel plates?": "The torque of screw M8 in Steel plates is 25 Nm.",
        "What is the torque of screw M8 in Aluminium plates?": "The torque of screw M8 in Aluminium plates is 18 Nm.",
    }


def test_equal_cells_are_one_fact_and_contradictions_none(project_path: str) -> None:
    table = "| Screw | Torque (Nm) |\n| --- | --- |\n| M8 | {} |\n\n"
    assert len(read(project_path, table.format(25) + table.format(25))) == 1
    with Project.create(project_path.replace("test.hone", "two.hone")) as project:
        path = str(project.path)
    assert read(path, table.format(25) + table.format(18)) == []


def test_a_long_table_has_no_more_than_its_share(project_path: str) -> None:
    rows = "".join(f"| P{n} | {n + 100} | {n + 200} |\n" for n in range(1, 81))
    facts = read(project_path, f"| Part | Weight (g) | Length (mm) |\n| --- | --- | --- |\n{rows}")
    cells_asked = [fact for fact in facts if fact.kind != "comparison"]
    assert len(cells_asked) == 12
    numbers = [int(re.findall(r"P(\d+)", fact.wordings[0].question)[0]) for fact in cells_asked]
    assert max(numbers) - min(numbers) > 60
    assert {"weigh" in fact.wordings[0].question for fact in cells_asked} == {True, False}


def test_parameters_of_a_table_can_be_its_things(project_path: str) -> None:
    text = "| Parameter | Type | Notes |\n| --- | --- | --- |\n| max_speed | float | see below |\n"
    assert list(answers(read(project_path, text))) == ["What is the type of parameter max_speed?"]


def test_an_action_is_a_remedy_of_faults_only(project_path: str) -> None:
    text = "| Define | Action |\n| --- | --- |\n| BL_OFF | Turn off backlight |\n"
    assert list(answers(read(project_path, text))) == ["What is the action of define BL_OFF?"]


def test_counted_rows_are_called_by_their_name(project_path: str) -> None:
    text = "| Number | Effect | Function |\n| --- | --- | --- |\n| 6 | Siren | warns of a crash |\n"
    assert list(answers(read(project_path, text))) == ["What is effect Siren for?"]


def test_headers_units_and_captions() -> None:
    assert split_unit("Torque (Nm)") == ("Torque", "Nm")
    assert split_unit("Weight, kg") == ("Weight", "kg")
    assert split_unit("Length in mm") == ("Length", "mm")
    assert split_unit("Price (incl. VAT)") == ("Price (incl. VAT)", "")
    (table,) = tables("Table 3: Fuses\n\n| Fuse | Current (A) |\n|---|---|\n| F1 | 1\\|2 |\n| F2 |\n")
    assert table.caption == "Fuses"
    assert [(cell.label, cell.column, cell.said) for cell in cells(table)] == [("F1", "Current", "1|2")]


def test_korean_tables(project_path: str) -> None:
    text = (
        "조임 토크\n\n| 나사 | 토크 (Nm) | 색상 |\n| --- | --- | --- |\n| M8 | 25 | 초록색 |\n\n"
        "| 프로그램 | 시간(분) |\n| --- | --- |\n| 매일 | 480 |\n"
    )
    assert answers(read(project_path, text, "ko", "설명서")) == {
        "나사 M8의 토크는 얼마인가요?": "나사 M8의 토크는 25 Nm입니다.",
        "나사 M8의 색상은 무엇인가요?": "나사 M8의 색상은 초록색입니다.",
        "매일 프로그램의 시간은 얼마인가요?": "매일 프로그램의 시간은 480분입니다.",
    }
    fitting = [particle(word, "은", "는") for word in ("색상", "토크", "M8", "M12", "USB", "type")]
    assert fitting == [
        "은",
        "는",
        "은",
        "는",
        "는",
        "",
    ]


def test_lists_and_definitions(project_path: str) -> None:
    text = (
        "The kit contains:\n- a drum wrench\n- The cleaning brush\n- two spare clips\n\n"
        "The following programmes are available:\n1. Daily\n2. Eco\n\n"
        "Use the parts:\n- Press the button until it clicks.\n- Pull the plug out of the wall.\n\n"
        "Crumb: the dry product that the machine makes.\nWeight: 5 kg of sand\nNote: the machine is hot.\n"
    )
    facts = read(project_path, text)
    assert answers(facts) == {
        "What does the kit contain?": "The kit contains a drum wrench, the cleaning brush and two spare clips.",
        "Which programmes are available?": "The programmes that are available are Daily and Eco.",
        'What does "Crumb" mean?': '"Crumb" means the dry product that the machine makes.',
    }
    assert [fact.kind for fact in facts] == ["list", "list", "fact"]


def test_a_list_of_sources_defines_nothing(project_path: str) -> None:
    text = "Crumb: the dry product that the machine makes.\n\nThe kit contains:\n- a drum wrench\n- two spare clips\n"
    assert read(project_path, text, section=("9 References",)) == []


def test_a_cell_that_goes_on_in_the_next_row_is_not_the_whole_answer(project_path: str) -> None:
    rows = ("Board | Name | Maker", "--- | --- | ---", "Mips | mipsel | Malta", " | | Octeon", "Arm | armel | Marvell")
    text = "".join(f"| {row} |\n" for row in rows)
    told = " ".join(answers(read(project_path, text)).values())
    assert "mipsel" in told
    assert "Marvell" in told
    assert "Malta" not in told


def test_figures_and_lines_of_longer_lists_define_nothing(project_path: str) -> None:
    assert read(project_path, "Elgure 2: a decider process of the net.\nACTION: the action of an event;\n") == []


def test_korean_lists_and_definitions(project_path: str) -> None:
    text = "상자 구성품은 다음과 같습니다:\n- 드럼 렌치\n- 청소 솔\n\n크럼: 기계가 만드는 마른 가루\n"
    assert answers(read(project_path, text, "ko", "설명서")) == {
        "상자의 구성품은 무엇인가요?": "상자의 구성품은 드럼 렌치, 청소 솔입니다.",
        "크럼이란 무엇인가요?": "크럼은 기계가 만드는 마른 가루입니다.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "| 작업 | 필요한 공간 |\n| --- | --- |\n| 시나몬 설치하는데 | 4680 MB |\n| 모두 한 파티션에 설치 | 300 MB |",
        "| 종류 | ..로서 삽입됩 |\n| --- | --- |\n| 비트맵 | 그래픽 |\n| 문서 | 링크 |",
        "| 이름 | 이미지 |\n| --- | --- |\n| 흰색 선 | 테두리의 흰색 선 |\n| 검은 선 | 테두리의 검은 선 |",
    ],
)
def test_korean_labels_that_are_clauses_and_columns_of_pictures(project_path: str, text: str) -> None:
    assert read(project_path, f"표\n\n{text}\n", "ko", "설명서") == []
