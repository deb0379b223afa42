"""llama.cpp's own llama-batched-bench, built once from the very source that the installed llama-cpp-python carries."""

from __future__ import annotations

import importlib.metadata
import json
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

BUILD = Path(__file__).parents[1] / "build" / "bench"
_PACKAGE = "llama-cpp-python"
# What the wheel is built with are the defaults; these only leave away what the program does not need.
_OPTIONS = (
    "-DCMAKE_BUILD_TYPE=Release",
    "-DLLAMA_BUILD_TESTS=OFF",
    "-DLLAMA_BUILD_EXAMPLES=OFF",
    "-DLLAMA_BUILD_SERVER=OFF",
    "-DLLAMA_BUILD_APP=OFF",
    "-DLLAMA_USE_PREBUILT_UI=OFF",
    "-DLLAMA_OPENSSL=OFF",
)


class CannotBuild(Exception):
    """Says why there is no llama-batched-bench on this machine."""


@dataclass(frozen=True, slots=True)
class Shape:
    """`sequences` prompts of `prompt` tokens each, then `written` tokens each."""

    sequences: int
    prompt: int
    written: int


@dataclass(frozen=True, slots=True)
class Rates:
    """Tokens a second over all sequences: while prompts are read, and while all of them write."""

    prefill: float
    decode: float


def program() -> Path:
    """The program for the installed version, built when it is not there; raises CannotBuild."""
    version = importlib.metadata.version(_PACKAGE)
    found = BUILD / f"llama-batched-bench-{version}" / "bin" / "llama-batched-bench"
    if not found.is_file():
        _build(_source(version), found.parents[1])
    return found


def _source(version: str) -> Path:
    """llama.cpp as the source distribution of this version has it, fetched by pip."""
    name = f"llama_cpp_python-{version}"
    source = BUILD / name / "vendor" / "llama.cpp"
    if source.is_dir():
        return source
    BUILD.mkdir(parents=True, exist_ok=True)
    archive = BUILD / f"{name}.tar.gz"
    if not archive.is_file():
        print(f"Fetching the source of {_PACKAGE} {version}", flush=True)
        wanted = ["--no-binary", _PACKAGE, "--no-deps", f"{_PACKAGE}=={version}", "--dest", str(BUILD)]
        _run([sys.executable, "-m", "pip", "download", "--quiet", *wanted], "could not be fetched")
    with tarfile.open(archive) as opened:
        opened.extractall(BUILD, filter="data")
    return source


def _build(source: Path, folder: Path) -> None:
    cmake = shutil.which("cmake", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if cmake is None:
        raise CannotBuild("llama-batched-bench needs cmake: install it, or run `make bench`, which does")
    print("Compiling llama-batched-bench (once, 5 to 10 minutes)", flush=True)
    given = shlex.split(os.environ.get("CMAKE_ARGS", ""))
    _run([cmake, "-S", str(source), "-B", str(folder), *_OPTIONS, *given], "could not be configured")
    parallel = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count() or 1)
    _run(
        [cmake, "--build", str(folder), "--target", "llama-batched-bench", "--parallel", parallel],
        "could not be compiled",
    )


def _run(command: list[str], failure: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        last = " ".join((done.stderr or done.stdout).split())[-300:]
        raise CannotBuild(f"llama-batched-bench {failure}: {last}")


def rates(bench: Path, model: Path, shape: Shape, *, threads: int, batch: int) -> Rates:
    """Run the program once: each sequence has its part of the cells, flash attention is as llama.cpp chooses."""
    cells = shape.sequences * (shape.prompt + shape.written)
    sizes = {"-c": cells, "-b": batch, "-ub": batch, "-t": threads, "-tb": threads}
    sizes |= {"-npp": shape.prompt, "-ntg": shape.written, "-npl": shape.sequences, "-ngl": 99}
    command = [str(bench), "-m", str(model), "--output-format", "jsonl"]
    for name, value in sizes.items():
        command += [name, str(value)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    (line,) = (line for line in (done.stdout + done.stderr).splitlines() if line.startswith("{"))
    told = json.loads(line)
    return Rates(told["speed_pp"], told["speed_tg"])
