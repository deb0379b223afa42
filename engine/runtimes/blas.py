"""OpenBLAS in front of MLX's reference BLAS, on Linux only, where it is there.

MLX's Linux wheel links the reference BLAS. The faiss-cpu wheel carries an OpenBLAS with the same plain
`cblas_*` names; loaded with global symbols before `mlx.core` is imported, it takes their place and makes
fp32 matrix products several times faster. `engine.runtimes.mlx` does that, so import MLX through it.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROCESSOR = Path("/proc/cpuinfo")
# In the order in which they need each other: the wheel's OpenBLAS does not find its neighbours by itself.
_LIBRARIES = ("libquadmath", "libgfortran", "libgomp", "libopenblas")


def preload() -> bool:
    """Load OpenBLAS for the MLX that is imported next; False where there is none, it is too late or not Linux."""
    if sys.platform != "linux":
        return False
    # Else each fused kernel is compiled with g++ at its first use. Measured for the starter: without it an
    # iteration takes as long (0.29 and 0.30 s of one core).
    os.environ.setdefault("MLX_DISABLE_COMPILE", "1")
    if "mlx.core" in sys.modules:
        return _config() != ""
    _name_kernels()
    with contextlib.suppress(OSError), _told_to_openmp():
        for library in _found():
            ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)
    if not _config():
        return False
    ctypes.CDLL(None).openblas_set_num_threads(threads())
    return True


def _name_kernels() -> None:
    """This OpenBLAS takes AMD's newer processors for one of 2007: name the kernels that it has for Zen."""
    with contextlib.suppress(OSError):
        told = _PROCESSOR.read_text(encoding="utf-8", errors="replace")
        if "AuthenticAMD" in told and {"avx2", "fma"} <= set(told.split()):
            os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")


def threads() -> int:
    """How many threads multiply matrices: HONE_THREADS, else OMP_NUM_THREADS, else half of the cores, at most 4.

    Small matrices gain little from more, and threads that wait for one on a busy core lose much.
    """
    for name in ("HONE_THREADS", "OMP_NUM_THREADS"):
        if (value := os.environ.get(name, "")).isdigit() and int(value) > 0:
            return int(value)
    return min(max((psutil.cpu_count(logical=False) or 2) // 2, 1), 4)


@contextlib.contextmanager
def _told_to_openmp() -> Iterator[None]:
    """OpenMP reads its number of threads as it is loaded; one that is set later holds for the calling thread alone.

    MLX multiplies in a thread of its own, which took all cores, and many times as long where others used them.
    """
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = str(threads())
    try:
        yield
    finally:
        os.environ.pop("OMP_NUM_THREADS")
        if before is not None:
            os.environ["OMP_NUM_THREADS"] = before


def in_use() -> str:
    """The BLAS behind MLX on this machine, in words."""
    if sys.platform == "darwin":
        return "Accelerate (Apple)"
    return _config() or "reference BLAS of the MLX wheel (slow: faiss-cpu's OpenBLAS was not found)"


def _found() -> list[Path]:
    """The wheel's libraries in loading order, or none when OpenBLAS is not among them."""
    faiss = importlib.util.find_spec("faiss")
    roots = [Path(faiss.origin).parent.parent] if faiss and faiss.origin else []
    if frozen := getattr(sys, "_MEIPASS", None):
        roots.append(Path(frozen))
    for root in roots:
        folder = root / "faiss_cpu.libs"
        libraries = [path for name in _LIBRARIES for path in sorted(folder.glob(f"{name}*.so*"))]
        if libraries and libraries[-1].name.startswith(_LIBRARIES[-1]):
            return libraries
    return []


def _config() -> str:
    """What OpenBLAS says of itself when its symbols are global in this process, else ''."""
    try:
        describe = ctypes.CDLL(None).openblas_get_config
    except AttributeError:
        return ""
    describe.restype = ctypes.c_char_p
    text: bytes = describe()
    return " ".join(text.decode().split())
