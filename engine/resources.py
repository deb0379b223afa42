"""Where the files that ship with Hone lie: prompts, starter models, samples."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder under `resources/`."""
    return _ROOT.joinpath("resources", *parts)


def system_environment() -> dict[str, str]:
    """For programs of the system: a frozen Hone must not lend them its own libraries."""
    found = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = found.pop("LD_LIBRARY_PATH_ORIG", "")
        found.pop("LD_LIBRARY_PATH", None)
        if before:
            found["LD_LIBRARY_PATH"] = before
    return found


def quiet_libraries() -> None:
    """No telemetry, no downloads, and no advice of libraries to their programmers, in this process or its children."""
    os.environ.update(LANGSMITH_TRACING="false", LANGCHAIN_TRACING_V2="false", TOKENIZERS_PARALLELISM="false")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # spinning threads stall each other on a busy machine


def starter(language: str = "en") -> Path:
    """The MLX folder of the starter model; its GGUF with the same weights lies beside it (`starter_gguf`)."""
    return resource("starter", language)


def starter_gguf(language: str = "en") -> Path:
    """The starter model for llama.cpp."""
    return resource("starter", f"{language}.gguf")
