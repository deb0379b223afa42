"""The verdict on four trainings: a good one, shuffled answers, none at all, and an adapter that destroys the model.

On a small document with every run of the tests; on the sample manual and on two documents that no rule was ever tuned
on with `make verify`.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from engine import events, jobs
from engine.errors import HoneError
from engine.project import Project, datasets, exams, runs
from engine.resources import resource

DATA = Path(__file__).resolve().parent.parent / "data"
TINY = DATA / "lighthouse.md"
WHOLE = {
    "museum": DATA / "unseen" / "museum_loans.txt",
    "harbour": DATA / "unseen" / "harbour_handbook.md",
    "manual": resource("samples", "manual.pdf"),
}
QUICK: dict[str, Any] = {"sides": ("base", "tuned"), "noise": False, "probe": False}
TRAINED = {"iterations": 45, "batch_size": 12, "samples": 0, "evaluate_every": 15}
LEAST = 0.45  # of the key facts: what a good training is better than the base by


@dataclass(frozen=True)
class Lesson:
    """A project with a dataset, ready to be trained; `options` are those of the training."""

    project: Path
    options: dict[str, Any]

    def copy(self, folder: Path) -> Lesson:
        """The same in another place."""
        shutil.copytree(self.project, folder / self.project.name)
        return Lesson(folder / self.project.name, self.options)

    def do(self, name: str, **fields: Any) -> dict[str, Any]:
        """Run a job; returns what its last artifact says."""
        return do(self.project, name, **fields)

    def train(self, **fields: Any) -> None:
        """Train the newest dataset."""
        self.do("train", **{**self.options, **fields})

    def exam(self, **fields: Any) -> dict[str, Any]:
        """Take an exam; returns its results, as they are stored."""
        made = self.do("exam", **fields)
        with Project(self.project) as project:
            results: dict[str, Any] = exams.get(project, made["exam"]).scores["results"]
        return results

    def shuffle(self, seed: int = 0) -> None:
        """Give every trained question the answer to another one."""
        with Project(self.project) as project:
            folder = datasets.latest(project).folder
        for split in ("train", "valid"):
            rows = [json.loads(line)["messages"] for line in (folder / f"{split}.jsonl").read_text().splitlines()]
            answers = [row[-1]["content"] for row in rows]
            other = _deranged(sorted(set(answers)), random.Random(seed))
            lines = [
                json.dumps({"messages": [*row[:-1], {**row[-1], "content": other[row[-1]["content"]]}]}) for row in rows
            ]
            (folder / f"{split}.jsonl").write_text("".join(f"{line}\n" for line in lines))

    def destroy(self, factor: float = 40.0) -> None:
        """Scale the adapter of the newest run until the model is nothing any more."""
        import mlx.core as mx

        with Project(self.project) as project:
            file = runs.latest(project).adapter / "adapters.safetensors"
        weights = mx.load(str(file))
        assert isinstance(weights, dict)
        mx.eval(weights)
        mx.save_safetensors(
            str(file), {name: value * (factor if name.endswith("lora_b") else 1) for name, value in weights.items()}
        )


def _deranged(answers: list[str], random: random.Random) -> dict[str, str]:
    """Another answer for each."""
    order = answers[:]
    random.shuffle(order)
    return {answer: order[(order.index(answer) + 1) % len(order)] for answer in answers}


def do(project: Path, name: str, **fields: Any) -> dict[str, Any]:
    """Run a job here; returns what its last artifact says, and raises what it failed with."""
    told: list[events.Event] = []
    jobs.run(name, {"project": str(project), **fields}, told.append, jobs.Cancel())
    if isinstance(told[-1], events.Failed):
        raise HoneError(told[-1].title, f"{told[-1].hint}\n{told[-1].detail}")
    return next((event.data or {} for event in reversed(told) if isinstance(event, events.Artifact)), {})


def lesson(folder: Path, document: Path, split: dict[str, Any], options: dict[str, Any]) -> Lesson:
    """Everything up to the dataset, from the document."""
    project = Project.create(folder / f"{document.stem}.hone")
    project.close()
    do(project.path, "ingest", paths=(str(document),))
    do(project.path, "index")
    do(project.path, "generate")
    do(project.path, "dataset", **split)
    return Lesson(project.path, options)


# -- a small document -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    return lesson(tmp_path_factory.mktemp("tiny"), TINY, {"test": 0.3}, TRAINED)


@pytest.fixture(scope="module")
def taught(tiny: Lesson, tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    """The small document, well trained."""
    found = tiny.copy(tmp_path_factory.mktemp("taught"))
    found.train()
    return found


def test_verdict_go(taught: Lesson) -> None:
    results = taught.exam(probe=False)
    check_go(results)


def test_shuffled_answers_are_a_no_go(tiny: Lesson, tmp_path: Path) -> None:
    shuffled = tiny.copy(tmp_path)
    shuffled.shuffle()
    shuffled.train()
    check_shuffled(shuffled.exam(**QUICK))


def test_zero_iterations_make_no_difference(tiny: Lesson, tmp_path: Path) -> None:
    untrained = tiny.copy(tmp_path)
    untrained.train(iterations=0)
    check_zero_iterations(untrained.exam(**QUICK))


def test_destroyed_model_is_reported(taught: Lesson, tmp_path: Path) -> None:
    destroyed = taught.copy(tmp_path)
    destroyed.destroy()
    check_destroyed(destroyed.exam(limit=6, sides=("base", "tuned"), noise=False))


# -- whole documents ------------------------------------------------------------------------------------------


Keep = Callable[..., None]


@pytest.fixture(scope="module", params=list(WHOLE))
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    """A whole document with its dataset, made as a person would who changes nothing."""
    return lesson(tmp_path_factory.mktemp(request.param), WHOLE[request.param], {}, {})


@pytest.fixture(scope="module")
def whole_taught(whole: Lesson, tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    """The same, trained."""
    found = whole.copy(tmp_path_factory.mktemp("taught"))
    found.train()
    return found


@pytest.mark.verify
def test_verdict_go_on_a_whole_document(whole_taught: Lesson, proof: Keep) -> None:
    results = whole_taught.exam(trained=True)
    keep(proof, "A good training", whole_taught, results)
    check_go(results)


@pytest.mark.verify
def test_shuffled_answers_of_a_whole_document(whole: Lesson, tmp_path: Path, proof: Keep) -> None:
    shuffled = whole.copy(tmp_path)
    shuffled.shuffle()
    shuffled.train()
    results = shuffled.exam()
    keep(proof, "Shuffled answers", shuffled, results)
    check_shuffled(results)


@pytest.mark.verify
def test_zero_iterations_on_a_whole_document(whole: Lesson, tmp_path: Path, proof: Keep) -> None:
    untrained = whole.copy(tmp_path)
    untrained.train(iterations=0)
    results = untrained.exam()
    keep(proof, "Zero iterations", untrained, results)
    check_zero_iterations(results)


@pytest.mark.verify
def test_destroyed_model_of_a_whole_document(whole_taught: Lesson, tmp_path: Path, proof: Keep) -> None:
    destroyed = whole_taught.copy(tmp_path)
    destroyed.destroy()
    results = destroyed.exam()
    keep(proof, "An adapter that destroys the model", destroyed, results)
    check_destroyed(results)


def keep(proof: Keep, what: str, lesson: Lesson, results: dict[str, Any]) -> None:
    """Put what an exam found into docs/verification.md."""
    of_split = results["splits"][results["split"]]
    learned = of_split["pairs"]["tuned-base"]["key_facts"]
    figures = {side: round(found["key_facts"]["mean"], 4) for side, found in of_split["sides"].items()}
    figures["tuned minus base"] = round(learned["difference"], 4)
    figures["interval"] = f"{learned['low']:.3f} to {learned['high']:.3f}"
    figures["questions"] = of_split["n"]
    figures["verdict"] = results["verdict"]["decision"]
    if (results.get("probe") or {}).get("text"):
        text = results["probe"]["text"]
        figures["loss on general text"] = f"{text['base']:.2f} to {text['tuned']:.2f}"
    proof(f"{what}: {lesson.project.stem}", **figures)


# -- what must hold -------------------------------------------------------------------------------------------


def main_pair(results: dict[str, Any]) -> dict[str, Any]:
    """Tuned against base, key facts of held-out wordings."""
    assert results["split"] == "test"
    pair: dict[str, Any] = results["splits"]["test"]["pairs"]["tuned-base"]["key_facts"]
    return pair


def check_go(results: dict[str, Any]) -> None:
    pair = main_pair(results)
    assert pair["difference"] >= LEAST, results["verdict"]
    assert pair["low"] > 0
    assert results["verdict"]["decision"] == "go", results["verdict"]
    assert set(results["sides"]) == set(exams.SIDES)


def check_shuffled(results: dict[str, Any]) -> None:
    assert main_pair(results)["difference"] < LEAST / 2, results["verdict"]
    assert results["verdict"]["decision"] == "no_go", results["verdict"]


def check_zero_iterations(results: dict[str, Any]) -> None:
    pair = main_pair(results)
    assert pair["difference"] == pair["win"] == pair["loss"] == 0
    assert results["verdict"]["decision"] == "no_difference", results["verdict"]


def check_destroyed(results: dict[str, Any]) -> None:
    assert results["verdict"]["decision"] == "no_go", results["verdict"]
    text = results["probe"]["text"]
    assert text["low"] > 0, text
    assert f"{text['difference']:+.2f}" in results["verdict"]["lost"]
