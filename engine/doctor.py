"""What this machine has, what is missing, and how long a short run of each step takes on it.

A probe that fails says so in a sentence; libraries that may abort the process are asked in a child.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.errors import HoneError
from engine.jobs import Cancel
from engine.project import Project, files
from engine.resources import resource, starter, starter_gguf
from engine.worker import run_in_fresh_worker

if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGES = (
    "hone mlx mlx-lm llama-cpp-python langchain-core faiss-cpu scikit-learn numpy"
    " pypdf pypdfium2 gguf transformers tokenizers rapidfuzz"
)
_TROUBLE = (ImportError, OSError, RuntimeError, ValueError, AttributeError, KeyError, TypeError, IndexError)
_CHILD_SECONDS = 120
_ROOT = Path(__file__).resolve().parent.parent
_LEAST_MEMORY, _LEAST_DISK = 4e9, 2e9
_TRAINING_ITERATIONS = 10

# Facts for the measured run; the device is invented.
_DOCUMENT = """# Vandor 12 label printer

The Vandor 12 label printer weighs 4.2 kg.
The print head must be cleaned every 30 days.
A roll of labels costs 9 euros.
The warranty of the Vandor 12 lasts 24 months.
Press the blue button for 5 seconds to reset the printer.
The Vandor 12 prints 80 labels per minute.
The power cable is 1.5 metres long.
The Vandor 12 needs 24 volts and 40 watts.
The cutter must be replaced every 18 months.
The paper tray holds 250 labels.
Error E3 means that the paper tray is empty.
The service desk is located in Arnborg.
"""


def report(measure: bool = False) -> dict[str, Any]:
    """Everything as plain values; paths in the home folder begin with ~. `measure` runs each step once."""
    found: dict[str, Any] = {
        "machine": _probe(_machine),
        "packages": _probe(_packages),
        "mlx": _in_child("mlx"),
        "llama_cpp": _in_child("llama_cpp"),
        "models": _probe(_models),
    }
    found["missing"] = _missing(found)
    if measure:
        found["measured"] = _measure()
    cleaned: dict[str, Any] = _without_home(found)
    return cleaned


def text(found: dict[str, Any]) -> str:
    """The report as Markdown that reads well in a terminal too."""
    lines = ["# Hone doctor", ""]
    for section, content in found.items():
        lines += [f"## {section.replace('_', ' ')}", "", *_lines(content), ""]
    return "\n".join(lines)


def command(path: str | None, as_json: bool) -> int:
    """Print what was found; with `path` measure as well and write it there, as JSON where it ends in .json."""
    found = report(measure=path is not None)
    if path is not None:
        file = Path(path).expanduser()
        content = json.dumps(found, ensure_ascii=False, indent=1) if file.suffix == ".json" else text(found)
        try:
            files.write_text(file, content + "\n")
        except OSError as error:
            raise HoneError("The report could not be written", f"{error.strerror}: choose another file.") from error
    sys.stdout.write((json.dumps(found, ensure_ascii=False) if as_json else text(found)) + "\n")
    return 0


# -- probes -------------------------------------------------------------------------------------------------


def _probe(ask: Callable[[], Any]) -> Any:
    """What the probe found, or a sentence why it found nothing."""
    try:
        return ask()
    except _TROUBLE as error:
        return f"This could not be found out: {type(error).__name__}: {error}."


def _in_child(name: str) -> Any:
    """A probe in a process of its own, since a library built for another processor ends the one that loads it."""
    if getattr(sys, "frozen", False):
        return _probe(_CHILD_PROBES[name])
    try:
        done = subprocess.run(
            [sys.executable, "-m", "engine.doctor", name],
            capture_output=True,
            text=True,
            timeout=_CHILD_SECONDS,
            check=False,
            cwd=_ROOT,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"This could not be found out: {type(error).__name__}: {error}."
    if done.returncode < 0:
        return f"Loading {name} ended the process (signal {-done.returncode}): it was built for another machine."
    try:
        return json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        return f"This could not be found out: {last}."


def _machine() -> dict[str, Any]:
    import psutil

    memory, disk = psutil.virtual_memory(), shutil.disk_usage(Path.cwd())
    return {
        "chip": _chip(),
        "architecture": platform.machine(),
        "cores": psutil.cpu_count(logical=False),
        "threads": psutil.cpu_count(),
        "memory_gb": round(memory.total / 1e9, 1),
        "memory_free_gb": round(memory.available / 1e9, 1),
        "swap_used_gb": round(psutil.swap_memory().used / 1e9, 1),
        "disk_free_gb": round(disk.free / 1e9, 1),
        "system": f"macOS {platform.mac_ver()[0]}" if sys.platform == "darwin" else platform.platform(),
        "python": platform.python_version(),
    }


def _chip() -> str:
    if sys.platform == "darwin":
        asked = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or "not named"
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.lower().startswith(("model name", "hardware"))]
    return names[0] if names else platform.processor() or "not named"


def _packages() -> dict[str, str]:
    def version(name: str) -> str:
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            return "missing"

    return {name: version(name) for name in _PACKAGES.split()}


def multiplies_with() -> str:
    """The BLAS that MLX has or would get in this process, in words; it is not imported for that."""
    from engine.runtimes import blas

    blas.preload()
    return blas.in_use()


def _mlx() -> dict[str, Any]:
    from engine.runtimes import blas

    blas.preload()
    import mlx.core as mx

    metal = bool(mx.metal.is_available())
    return {
        "device": str(mx.default_device()),
        "metal": "available" if metal else "not available",
        "device_info": {
            name: value for name, value in mx.device_info().items() if isinstance(value, int | float | str)
        },
        "blas": blas.in_use(),
        "compile": "off" if os.environ.get("MLX_DISABLE_COMPILE") else "on",
        "product": _product(mx),
    }


def _product(mx: Any) -> str:
    """Speed of a float32 matrix product, the work that training is made of."""
    size = 768
    matrix = mx.random.normal((size, size))
    mx.eval(matrix @ matrix)
    began, rounds = time.perf_counter(), 0
    while time.perf_counter() - began < 0.3:
        mx.eval(matrix @ matrix)
        rounds += 1
    return f"{2 * size**3 * rounds / (time.perf_counter() - began) / 1e9:.0f} GFLOP/s in float32"


def _llama_cpp() -> dict[str, Any]:
    import llama_cpp

    features = llama_cpp.llama_print_system_info().decode(errors="replace")
    return {
        "gpu_offload": "built in" if llama_cpp.llama_supports_gpu_offload() else "not built in",
        "features": " ".join(features.split()),
    }


_CHILD_PROBES: dict[str, Callable[[], Any]] = {"mlx": _mlx, "llama_cpp": _llama_cpp}


def _models() -> dict[str, Any]:
    languages = sorted(path.parent.name for path in resource("starter").glob("*/config.json"))
    starters = {language: _starter(language) for language in sorted({"en", *languages})}
    cache = _cache()
    snapshots = [path for path in cache.glob("models--*/snapshots/*") if path.is_dir()]
    return {
        "starter": starters,
        "cache": str(cache),
        "bases": sorted({_name(path) for path in snapshots if any(path.glob("*.safetensors"))}),
        "writers": sorted({f"{_name(path)}/{file.name}" for path in snapshots for file in path.glob("*.gguf")}),
    }


def _starter(language: str) -> str:
    folder, gguf = starter(language), starter_gguf(language)
    parts = [folder / name for name in ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")]
    absent = [path.name for path in (*parts, gguf) if not path.is_file()]
    if absent:
        return f"incomplete: {', '.join(absent)} missing"
    size = sum(path.stat().st_size for path in (*parts, gguf))
    return f"complete, {size / 1e6:.1f} MB"


def _cache() -> Path:
    """Where Hugging Face's libraries keep downloads."""
    if cache := os.environ.get("HF_HUB_CACHE"):
        return Path(cache)
    return Path(os.environ.get("HF_HOME") or Path.home() / ".cache" / "huggingface") / "hub"


def _name(snapshot: Path) -> str:
    return snapshot.parent.parent.name.removeprefix("models--").replace("--", "/")


# -- what is missing ----------------------------------------------------------------------------------------


def _missing(found: dict[str, Any]) -> list[str]:
    """A sentence for each thing that is missing or too little, with what to do."""
    return [
        *_too_little(found["machine"]),
        *_not_installed(found),
        *_not_there(found["models"]),
    ]


def _too_little(machine: Any) -> list[str]:
    if not isinstance(machine, dict):
        return []
    told = []
    if machine["memory_gb"] * 1e9 < _LEAST_MEMORY:
        told.append("There is less than 4 GB of memory: the starter works, larger models will not.")
    if machine["disk_free_gb"] * 1e9 < _LEAST_DISK:
        told.append("Less than 2 GB of the disk are free: free some before training.")
    version = machine["system"].removeprefix("macOS ").split(".")[0]
    if machine["system"].startswith("macOS") and version.isdigit() and int(version) < 14:
        told.append("MLX needs macOS 14 or newer: update the system.")
    if sys.platform == "darwin" and machine["architecture"] != "arm64":
        told.append("MLX needs an Apple chip (M1 or newer), and a Python made for it.")
    return told


def _not_installed(found: dict[str, Any]) -> list[str]:
    told = []
    packages = found["packages"]
    if isinstance(packages, dict) and (absent := [name for name, version in packages.items() if version == "missing"]):
        told.append(f"{', '.join(absent)} are not installed: run make setup.")
    for name in ("mlx", "llama_cpp"):
        if isinstance(found[name], str):
            told.append(f"{name} does not work ({found[name]}) Run make clean setup.")
    mlx = found["mlx"]
    if isinstance(mlx, dict) and sys.platform == "darwin" and mlx["metal"] != "available":
        told.append("MLX has no Metal here, so training is slow: use a Python for arm64, outside a virtual machine.")
    if isinstance(mlx, dict) and mlx["blas"].startswith("reference"):
        told.append("MLX uses a slow BLAS: install faiss-cpu from its wheel (make setup does).")
    return told


def _not_there(models: Any) -> list[str]:
    if not isinstance(models, dict):
        return []
    told = [
        f"The starter model ({language}) is {state}: check out resources/starter again."
        for language, state in models["starter"].items()
        if not state.startswith("complete")
    ]
    if not models["writers"]:
        told.append("There is no larger writer than the starter: a GGUF of an Instruct model asks better questions.")
    if not models["bases"]:
        told.append("There is no larger base than the starter: an MLX model of 1 to 8 billion parameters chats better.")
    return told


# -- a short measured run -----------------------------------------------------------------------------------


def _measure() -> dict[str, Any]:
    """Each step once on a document of a dozen facts, in a child of its own; seconds include starting the child."""
    with tempfile.TemporaryDirectory() as folder:
        document, path = Path(folder) / "printer.md", Path(folder) / "measure.hone"
        document.write_text(_DOCUMENT, encoding="utf-8")
        try:
            Project.create(path).close()
        except HoneError as error:
            return {"project": str(error)}
        steps: tuple[tuple[str, dict[str, Any]], ...] = (
            ("ingest", {"paths": [str(document)]}),
            ("index", {}),
            ("generate", {}),
            ("dataset", {"split": "rows", "valid": 0.2, "test": 0.2}),  # works with however few pairs
            ("train", {"iterations": _TRAINING_ITERATIONS, "samples": 0}),
            ("fuse", {}),
            ("chat", {"question": "How much does the Vandor 12 weigh?", "max_tokens": 32}),
        )
        return {name: _timed(name, {"project": str(path), **fields}) for name, fields in steps}


def _timed(name: str, fields: dict[str, Any]) -> dict[str, Any]:
    seen: list[events.Event] = []
    began = time.perf_counter()
    run_in_fresh_worker(name, fields, seen.append, Cancel())
    seconds = round(time.perf_counter() - began, 2)
    last = seen[-1]
    if isinstance(last, events.Failed):
        return {"seconds": seconds, "failed": f"{last.title}. {last.hint}"}
    figures = {
        key: value
        for event in seen
        if isinstance(event, events.Artifact)
        for key, value in (event.data or {}).items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    rates = {event.name: event.value for event in seen if isinstance(event, events.Metric)}
    return {"seconds": seconds, **figures, **rates}


# -- text ---------------------------------------------------------------------------------------------------


def _lines(content: Any) -> list[str]:
    if isinstance(content, list):
        return [f"- {entry}" for entry in content] or ["- nothing"]
    if not isinstance(content, dict):
        return [str(content)]
    return [f"- {name.replace('_', ' ')}: {_inline(value)}" for name, value in content.items()]


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_inline(part)}" for name, part in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _without_home(value: Any) -> Any:
    """The same without the folders of this machine: a report is sent to others."""
    if isinstance(value, dict):
        return {_without_home(name): _without_home(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_without_home(part) for part in value]
    if isinstance(value, str):
        for folder, short in ((_ROOT, "HONE"), (Path(tempfile.gettempdir()), "TEMP"), (Path.home(), "~")):
            if len(folder.parts) > 1:
                value = value.replace(str(folder), short)
    return value


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_without_home(_probe(_CHILD_PROBES[sys.argv[1]]))) + "\n")
