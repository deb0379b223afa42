"""The stories of docs/cookbook, lived as they stand: their commands on their files, and what they promise."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from engine.cli import main, servers
from engine.project import Project, exams, messages
from engine.project import pairs as stored
from tests.e2e.cookbook import BOOK, Story, Writer, live, read, says
from tests.e2e.terminal import ROOT, llama_alone
from tests.engine.chat_server import ChatServer

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("company-manual", "korean-documents", "alpaca-dataset", "instructlab-taxonomy", "remote-writer")
ASKED = {  # what the remote writer asks of each sentence; the first question, then its other wordings
    "The Kestrel 3 weighs 41 kg.": [
        "How much does the Kestrel 3 weigh?",
        "What is the weight of the Kestrel 3?",
        "How heavy is the Kestrel 3?",
        "Weight of the Kestrel 3?",
    ],
    "The battery lasts 30 months.": [
        "How long does the battery last?",
        "What is the battery life of the Kestrel 3?",
        "For how many months does the battery last?",
        "How many months does the battery of the mast last?",
    ],
    "The radio reaches receivers up to 900 metres away.": [
        "How far does the radio reach?",
        "What is the range of the radio?",
        "How far away may a receiver be?",
        "Range of the radio?",
    ],
    "The wind vane must be calibrated every 18 months.": [
        "How often must the wind vane be calibrated?",
        "After how many months do I calibrate the wind vane?",
        "When is the wind vane calibrated?",
        "Calibration interval of the wind vane?",
    ],
    "The mast is repaired by Aldwin Forge in Lerwick.": [
        "Who repairs the mast?",
        "By whom is the mast repaired?",
        "Who does the repairs of the mast?",
        "Which company repairs the mast?",
    ],
    "When the lamp blinks three times, the memory card is full.": [
        "What does it mean when the lamp blinks three times?",
        "Why does the lamp blink three times?",
        "The lamp blinks three times: what is wrong?",
        "What do three blinks of the lamp tell?",
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The empty folder in which a story begins."""
    made = tmp_path / "story"
    made.mkdir()
    return made


def key_facts(project: Path, split: str = "test") -> dict[str, float]:
    """The share of key facts of each side in the newest exam."""
    with Project(project) as opened:
        found = exams.latest(opened)
        assert found is not None
        sides: dict[str, Any] = found.scores["splits"][split]
    return {side: float(figures["key_facts"]) for side, figures in sides.items() if "key_facts" in figures}


def replies(project: Path) -> dict[str, dict[str, str]]:
    """What was asked and answered, by question and side."""
    with Project(project) as opened:
        rows = opened.rows("SELECT DISTINCT run_id, conversation FROM messages")
        turns = [turn for run, name in rows for turn in messages.turns(opened, run, name)]
        return {turn.question: {side: reply.text for side, reply in turn.replies.items()} for turn in turns}


def accepted(project: Path) -> list[Any]:
    with Project(project) as opened:
        return stored.pairs(opened, "accepted")


def test_every_page_is_listed_and_lived() -> None:
    pages = {path.stem for path in BOOK.glob("*.md")} - {"README"}
    listed = re.findall(r"^\| \[.*?\]\(([\w-]+)\.md\)", (BOOK / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert pages == set(PAGES) == set(listed)


@pytest.mark.parametrize("path", sorted(BOOK.glob("*.md")), ids=lambda path: path.name)
def test_links_of_the_pages_lead_somewhere(path: Path) -> None:
    for target, place in re.findall(r"\]\(([\w./-]+\.md)(#[\w-]+)?\)", path.read_text(encoding="utf-8")):
        text = (path.parent / target).resolve().read_text(encoding="utf-8")
        headings = {re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in text.splitlines()}
        assert place.removeprefix("#") in headings | {""}, (path.name, target, place)


def test_a_page_is_read_as_a_person_reads_it() -> None:
    story = read("alpaca-dataset.md")
    assert list(story.files) == ["tickets.json"]
    assert len(json.loads(story.files["tickets.json"])) == 18
    assert story.commands[0].line == "hone new tickets.hone"
    assert story.commands[1].shown[-1] == "Next: hone dataset tickets.hone"
    assert read("README.md") == Story()


@pytest.mark.parametrize(
    ("shown", "is_said"),
    [
        ("pairs (accepted 56, …kinds (fact 52))", True),
        ("pairs (accepted 56, rejected 1, kinds (fact 52))", True),  # whatever the figures are
        ("pairs (accepted 56)", False),
        ("│ test │ base │      4 │", True),
        ("│ test │ tuned │      4 │", False),
        ("base", False),
    ],
)
def test_a_line_is_said_whatever_its_figures_are(shown: str, is_said: bool) -> None:
    said = "pairs (accepted 7, rejected 12, kinds (fact 5))\n│ test      │ base  │ 1,104 │\n"
    assert says(said, shown) is is_said


def test_a_company_manual(folder: Path) -> None:
    live("company-manual.md", folder)
    project = folder / "tarnwick.hone"
    assert len({pair.fact_id for pair in accepted(project)}) >= 12
    right = key_facts(project)
    assert right["tuned"] >= 0.8
    assert right["base"] <= 0.2
    assert "20 hours" in replies(project)["How often do I oil the lathe?"]["tuned"]
    assert "Worth it" in (folder / "report.html").read_text(encoding="utf-8")
    (reply,) = llama_alone(folder / "out" / "tarnwick-q8_0.gguf", ["How often do I oil the lathe?"])
    assert "20 hours" in reply


def test_korean_documents(folder: Path) -> None:
    live("korean-documents.md", folder)
    project = folder / "도서관.hone"
    found = accepted(project)
    assert len(found) >= 15
    assert all(re.search("[가-힣]", pair.question) and not re.search("[A-Za-z]", pair.question) for pair in found)
    right = key_facts(project)
    assert right["tuned"] >= 0.5 > right["base"]
    said = replies(project)
    assert said["대출 기간은 며칠입니까?"]["tuned"] == "대출 기간은 14일입니다."
    assert said["복사기는 어디에 있나요?"]["tuned"] == "복사기는 3층에 있습니다."


def test_an_alpaca_dataset(folder: Path) -> None:
    live("alpaca-dataset.md", folder)
    project = folder / "tickets.hone"
    assert len(accepted(project)) == 16
    trained, held_out = key_facts(project, "train"), key_facts(project)
    assert (trained["base"], held_out["base"]) == (0, 0)
    assert trained["tuned"] >= 0.9
    assert held_out["tuned"] >= 0.5
    rows = json.loads((folder / "responses.json").read_text(encoding="utf-8"))
    assert len(rows) == 14
    assert all(row["model_response"] and row["base_response"] and row["output"] for row in rows)
    (reply,) = llama_alone(folder / "out" / "tickets.gguf", ["How long may an item be sent back?"])
    assert "45 days" in reply
    exported = [json.loads(file.read_text()) for file in (folder / "out" / "tickets-dataset").glob("t*.json")]
    assert sorted(map(len, exported)) == [4, 10]


def test_an_instructlab_taxonomy(folder: Path) -> None:
    live("instructlab-taxonomy.md", folder)
    project = folder / "saltholm.hone"
    found = accepted(project)
    assert len(found) > 15  # the seed examples, and what was written
    assert {"Who is the harbour master?", "How often must the slipway be cleaned?"} <= {pair.question for pair in found}
    said = replies(project)
    assert "Ingrid Solvang" in said["Who is the harbour master?"]["tuned"]
    assert "Ingrid Solvang" not in said["Who is the harbour master?"]["base"]
    assert "3 weeks" in said["How often do I have to clean the slipway?"]["tuned"]
    given_back = (folder / "out" / "knowledge" / "saltholm" / "qna.yaml").read_text(encoding="utf-8")
    assert "Who is the harbour master?" in given_back


def test_a_remote_writer(folder: Path) -> None:
    with ChatServer(Writer(ASKED).reply, models=("qwen3-8b",), key="a-key-of-ours") as server:
        live("remote-writer.md", folder, SERVER=server.address, HONE_API_KEY="a-key-of-ours")
    assert server.keys
    assert set(server.keys) == {"a-key-of-ours"}
    project = folder / "mast.hone"
    with Project(project) as opened:
        assert {row[0] for row in opened.rows("SELECT DISTINCT writer FROM facts")} == {"qwen3-8b"}
    assert {pair.question for pair in accepted(project)} <= {text for wordings in ASKED.values() for text in wordings}
    right = key_facts(project)
    assert right["tuned"] >= 0.6
    assert right["base"] <= 0.2
    assert "Aldwin Forge" in replies(project)["Who repairs the mast?"]["tuned"]
    sent = "".join(message["content"] for body in server.asked for message in body["messages"])
    assert "weather mast" in sent
    assert str(folder) not in sent


def test_what_leaves_the_machine_is_said_in_the_words_of_the_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ready(value: str, *_: object) -> dict[str, Any]:
        return {"ready": True, "models": ["qwen3-8b"], "model": "qwen3-8b", "seconds": 0.1}

    monkeypatch.setattr(servers, "state", ready)
    monkeypatch.setenv("HONE_SETTINGS", str(tmp_path / "settings.ini"))
    assert main(["servers", "add", "https://gpu.example:8000"]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    assert f"*{told}*" in " ".join((BOOK / "remote-writer.md").read_text(encoding="utf-8").split())
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("docs/cookbook") >= 1
