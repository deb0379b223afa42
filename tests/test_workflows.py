"""The workflows of the public CI service do what they are for, with pinned actions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_a_commit_and_may_only_read(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert not [name for name in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name)]
    assert workflow["permissions"] == {"contents": "read"}


def test_macos_workflow_runs_tests_demo_and_doctor() -> None:
    text = (ROOT / ".github" / "workflows" / "macos.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    commands = " ".join(step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"])
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for target in re.findall(r"make (\w+)", commands):
        assert target in targets
    assert "make test" in commands
    assert "make demo" in commands
    assert "hone doctor --report" in commands
    assert "macos-14" in text
