"""The page of exports: what is queued for what was chosen, what was written, and how to use it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from desktop import preferences, recorded, steps
from desktop.job_queue import JobQueue
from desktop.pages.export import ExportPage
from desktop.session import Session
from desktop.widgets import export_setup
from desktop.widgets.dataset_options import NOW, format_text
from desktop.widgets.exported_card import KINDS, ExportedCard
from desktop.widgets.usage import uses
from engine.dataset.formats.writing import FORMATS
from engine.project import artifacts, runs
from tests.engine.models import add_dataset, wordings
from tests.engine.test_taxonomy import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from engine import events


@pytest.fixture(autouse=True)
def revealed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been opened in the file manager."""
    found: list[str] = []
    monkeypatch.setattr(export_setup, "reveal", lambda path: found.append(str(path)))
    return found


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ExportPage:
    found = ExportPage(session)
    qtbot.addWidget(found)
    found.resize(1068, 740)
    found.show()
    return found


def choose(page: ExportPage, qtbot: QtBot, *names: str) -> None:
    for name in names:
        qtbot.mouseClick(page.setup.cards[name], Qt.MouseButton.LeftButton)
        assert page.setup.cards[name].chosen


def queued(page: ExportPage) -> list[tuple[str, dict[str, object]]]:
    queue = page.session.queue
    found = [run for run in (queue.running, *queue.waiting) if run is not None]
    return [(run.name, {key: value for key, value in run.fields.items() if key != "project"}) for run in found]


def test_nothing_chosen_exports_nothing_and_the_folder_is_beside_the_project(page: ExportPage) -> None:
    assert not page.setup.start.isEnabled()
    assert page.setup.folder.text() == str(page.session.project.path.parent)


def test_models_are_fused_first_and_all_goes_into_the_chosen_folder(
    page: ExportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    qtbot.mouseClick(page.setup.choose, Qt.MouseButton.LeftButton)
    assert preferences.get("export_folder") == str(tmp_path / "out")
    choose(page, qtbot, "gguf", "adapter")
    qtbot.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)
    out = str(tmp_path / "out")
    assert queued(page) == [("fuse", {"run": 1}), ("export", {"run": 1, "gguf": out, "adapter": out})]
    assert page.setup.stop.isVisible()
    assert not page.setup.start.isVisible()
    qtbot.waitUntil(lambda: page.session.queue.running is None)
    assert page.setup.start.isEnabled()


def test_options_of_the_cards_go_with_what_was_chosen(page: ExportPage, qtbot: QtBot) -> None:
    setup = page.setup
    choose(page, qtbot, "gguf", "mlx", "hugging_face", "adapter")
    setup.gguf.program.setCurrentIndex(setup.gguf.program.findData("ollama"))
    assert setup.gguf.giving.isVisible()
    setup.gguf.giving.set_values({"ollama_create": True})
    setup.gguf.form.set_values({"quantisation": "q8_0"})
    setup.options["mlx"].set_values({"precision": "4bit"})
    setup.options["adapter"].set_values({"adapter_format": "peft"})
    qtbot.mouseClick(setup.start, Qt.MouseButton.LeftButton)
    folder = setup.folder.text()
    places = dict.fromkeys(("ollama", "mlx", "hugging_face", "adapter"), folder)
    told = {"ollama_create": True, "quantisation": "q8_0", "precision": "4bit", "adapter_format": "peft"}
    assert queued(page) == [("fuse", {"run": 1}), ("export", {"run": 1, **places, **told})]
    qtbot.waitUntil(lambda: page.session.queue.running is None)


def test_every_export_has_a_name_and_a_use(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    run = runs.get(page.session.project, 1)
    for kind in KINDS:
        told = {"run": 1, "format": "chat"} if kind == "dataset" else {"run": 1}
        card = ExportedCard(artifacts.Exported(9, kind, str(tmp_path), "", told), run)
        qtbot.addWidget(card)
        assert kind not in card.about.text().split(" · ")
        assert uses(card.exported, run)
    for form in ("peft", "gguf"):
        (first, second) = uses(artifacts.Exported(9, "adapter", "a b", "", {"adapter_format": form, "base": "x"}), run)
        assert "a b" in first.command
        assert "x" in second.name
    drift = {"run": 1, "precision": "4bit", "prompts": 20, "token_agreement": 0.81}
    card = ExportedCard(artifacts.Exported(9, "mlx", str(tmp_path), "", drift), run)
    qtbot.addWidget(card)
    assert "81%" in card.state.text()


def test_what_needs_no_fused_model_is_exported_at_once(page: ExportPage, qtbot: QtBot, revealed: list[str]) -> None:
    choose(page, qtbot, "adapter", "dataset")
    setup = page.setup
    setup.dataset.format.setCurrentIndex(setup.dataset.format.findData("text"))
    setup.dataset.style_.setCurrentIndex(setup.dataset.style_.findData("mistral"))
    qtbot.mouseClick(setup.start, Qt.MouseButton.LeftButton)
    folder = setup.folder.text()
    wanted = {"run": 1, "adapter": folder, "dataset": folder, "format": "text", "text_style": "mistral"}
    assert queued(page) == [("export", wanted)]
    qtbot.waitUntil(lambda: page.session.queue.running is None)
    assert len(revealed) == 1
    qtbot.mouseClick(setup.afterwards, Qt.MouseButton.LeftButton)
    assert preferences.get("export_shows") == "no"


def test_pairs_as_accepted_now_become_a_dataset_first(page: ExportPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "adapter", "dataset")
    page.setup.dataset.rows.setCurrentIndex(page.setup.dataset.rows.findData(NOW))
    page.setup.submit()
    names = [(name, "run" in fields) for name, fields in queued(page)]
    assert names == [("export", True), ("dataset", False), ("export", False)]
    made = queued(page)[1][1]
    assert made["style"] == "chat"
    assert made["split"] == "auto"
    qtbot.waitUntil(lambda: page.session.queue.running is None)


@pytest.fixture
def slow(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The recorded project, with jobs in the time that they took."""
    found = Session(recorded.project(tmp_path / "slow.hone"), JobQueue(runner=recorded.player(1)))
    yield found
    found.queue.close()
    found.close()


def test_an_export_whose_fusing_was_stopped_is_not_tried(slow: Session, qtbot: QtBot) -> None:
    page = ExportPage(slow)
    qtbot.addWidget(page)
    page.show()
    choose(page, qtbot, "mlx")
    failures: list[events.Failed] = []
    page.session.failed.connect(failures.append)
    page.setup.submit()
    assert [name for name, _ in queued(page)] == ["fuse", "export"]
    began: list[str] = []
    page.session.queue.waiting[0].began.connect(lambda: began.append("export"))
    qtbot.mouseClick(page.setup.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.queue.running is None)
    assert not began
    assert not failures


def test_every_format_has_a_name_that_says_more(qtbot: QtBot) -> None:
    assert all(format_text(name) != name for name in FORMATS)


def test_without_a_tuned_model_the_pairs_can_still_be_exported(page: ExportPage, qtbot: QtBot) -> None:
    with page.session.project.transaction() as db:
        db.execute("UPDATE runs SET best_iteration = NULL")
    page.session.touch()
    qtbot.waitUntil(lambda: not page.setup.cards["gguf"].isEnabled())
    assert "train one" in page.setup.cards["gguf"].text.text()
    standing = steps.standings(page.session)
    assert (standing["export"].state, standing["exam"].state) == (steps.READY, steps.LOCKED)
    choose(page, qtbot, "dataset")
    page.setup.submit()
    assert [name for name, _ in queued(page)] == ["dataset", "export"]
    qtbot.waitUntil(lambda: page.session.queue.running is None)


def test_past_exports_are_listed_and_what_is_gone_says_so(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert [card.there for card in page.cards] == [False]
    assert "No longer there" in page.cards[0].state.text()
    file = tmp_path / "my models" / "sample.gguf"
    file.parent.mkdir()
    file.write_bytes(b"x" * 200_000)
    figures = {"run": 1, "prompts": 24, "token_agreement": 0.975}
    for _ in range(2):  # exported there again: one line, the newest
        artifacts.record(page.session.project, "gguf", str(file), figures)
    page.session.touch()
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    card = page.cards[0]
    assert card.there
    assert "0.2 MB" in card.about.text()
    assert "98%" in card.state.text()
    qtbot.waitUntil(card.uses.isVisible)  # it is new
    line = card.uses.findChildren(QLineEdit)[2]
    assert shlex.split(line.text()) == ["llama-cli", "-m", str(file), "-cnv"]
    qtbot.mouseClick(card.uses.findChildren(QPushButton)[2], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == line.text()
    file.unlink()
    page.hide()
    page.show()
    assert [card.there for card in page.cards] == [False, False]


def test_commands_name_base_system_message_and_files(session: Session, tmp_path: Path) -> None:
    run = runs.get(session.project, 1)
    run.plan["system"] = "Answer like the manual's author."
    made = artifacts.Exported(9, "adapter", str(tmp_path / "a b"), "", {})
    command = shlex.split(uses(made, run)[0].command)
    assert command == [
        *("mlx_lm.chat", "--model", run.base, "--adapter-path", str(tmp_path / "a b")),
        *("--system-prompt", run.system),
    ]
    ollama = uses(artifacts.Exported(9, "gguf", str(tmp_path / "Mein Gerät.gguf"), "", {}), run)[0].command
    assert "ollama run mein-ger-t" in ollama
    assert f'SYSTEM """{run.system}"""' in shlex.split(ollama)
    for format in FORMATS:
        assert uses(artifacts.Exported(9, "dataset", str(tmp_path), "", {"format": format}), None)


@pytest.fixture
def real(project_path: str, empty_session: Session) -> Session:
    """A project with a dataset on disk; jobs run in real children."""
    add_dataset(project_path, *wordings())
    return empty_session


def test_a_real_child_writes_the_dataset_and_the_page_lists_it(
    real: Session, qtbot: QtBot, tmp_path: Path, revealed: list[str]
) -> None:
    page = ExportPage(real)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    page.setup.set_folder(str(tmp_path / "한글 out"))
    choose(page, qtbot, "dataset")
    page.setup.dataset.format.setCurrentIndex(page.setup.dataset.format.findData("alpaca"))
    real.submit("export", "Export", dataset=page.setup.folder.text(), **page.setup.dataset.values())
    qtbot.waitUntil(lambda: bool(page.cards), timeout=60_000)
    written = Path(page.cards[0].exported.path)
    assert written.parent == tmp_path / "한글 out"
    assert set(json.loads((written / "train.json").read_text(encoding="utf-8"))[0]) >= {"instruction", "output"}
    assert page.cards[0].there
    assert revealed == [str(written)]
    qtbot.waitUntil(lambda: real.queue.running is None)


def test_a_real_child_writes_accepted_pairs_into_a_taxonomy(
    real: Session, qtbot: QtBot, tmp_path: Path, revealed: list[str]
) -> None:
    page = ExportPage(real)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    page.refresh()
    card = page.setup.cards["qna"]
    assert not card.isEnabled()
    assert "write or import" in card.text.text()
    fill(str(real.project.path), chunks=5, facts=3)
    real.touch()
    qtbot.waitUntil(card.isEnabled)
    assert not page.setup.taxonomy.isVisible()
    page.setup.set_folder(str(tmp_path / "한글 taxonomy"))
    choose(page, qtbot, "qna")
    qtbot.keyClicks(page.setup.taxonomy.editors["path"], "Animals/Sea Otters")
    qtbot.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.cards) and real.queue.running is None, timeout=60_000)
    target = tmp_path / "한글 taxonomy" / "knowledge" / "animals" / "sea_otters" / "qna.yaml"
    assert target.is_file()
    assert page.cards[0].exported.path == str(target)
    assert "15 pairs" in page.cards[0].about.text()
    assert uses(page.cards[0].exported, None)
    assert revealed == [str(target)]
    target.unlink()
    qtbot.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)  # to the same folder once more
    qtbot.waitUntil(lambda: len(revealed) == 2 and real.queue.running is None, timeout=60_000)
    assert target.is_file()
