"""Runs `hone` as a person does: a process of its own, without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent.parent

DOCUMENT = """# Brivolt 40 air dryer

## Care

The filter of the Brivolt 40 must be cleaned every 45 days.
The drying cartridge must be replaced every 14 months.
The Brivolt 40 weighs 3.7 kg.
The water tray holds 850 ml.

## Electrical data

The Brivolt 40 needs 230 volts and 65 watts.
The fuse is rated at 4 amperes.
The power cable is 1.8 metres long.

## Service

The warranty of the Brivolt 40 lasts 36 months.
A new drying cartridge costs 27 euros.
The service desk in Lund is open from 8 to 16 o'clock.
Error E4 means that the water tray is full.
Press the green button for 6 seconds to reset the counter.
The Brivolt 40 was introduced in 2021 by Nordvind AB.
"""


def environment() -> dict[str, str]:
    """This process's environment, with every child kept off the network."""
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'tests' / 'no_network'}{os.pathsep}{ROOT}", "COLUMNS": "160"}


def hone(*arguments: str | Path, stdin: str = "", timeout: float = 240) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    command = [sys.executable, "-m", "engine", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, input=stdin, timeout=timeout, env=environment(), cwd=ROOT, check=False
    )


def done(*arguments: str | Path, timeout: float = 240) -> str:
    """Run one command that must end with 0; returns its stdout."""
    result = hone(*arguments, timeout=timeout)
    assert result.returncode == 0, f"hone {' '.join(map(str, arguments))}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def events(output: str) -> list[dict[str, Any]]:
    """The JSON lines that `--json` printed."""
    return [json.loads(line) for line in output.splitlines()]


_ALONE = """
import json, sys
from llama_cpp import Llama

model = Llama(sys.argv[1], n_ctx=256, n_threads=1, verbose=False)
for line in sys.stdin:
    messages = [{"role": "user", "content": json.loads(line)}]
    reply = model.create_chat_completion(messages, temperature=0, max_tokens=40)
    print(json.dumps(reply["choices"][0]["message"]["content"]))
assert not [name for name in sys.modules if name.split(".")[0] in ("engine", "desktop", "mlx")]
"""


def llama_alone(model: Path, questions: Iterable[str]) -> list[str]:
    """What a GGUF model says in llama.cpp, in a process that knows nothing of Hone."""
    asked = "".join(f"{json.dumps(question)}\n" for question in questions)
    told = subprocess.run(
        [sys.executable, "-I", "-c", _ALONE, str(model)], input=asked, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in told.stdout.splitlines()]
