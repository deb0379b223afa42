"""Runs first in a frozen Hone: on macOS, the child that runs jobs loads MLX's library from where its kernels lie."""

import ctypes
import sys
from pathlib import Path

if sys.platform == "darwin" and sys.argv[1:2] == ["--engine-worker"]:
    _library = Path(getattr(sys, "_MEIPASS", "."), "mlx", "lib", "libmlx.dylib")
    if _library.exists():
        ctypes.CDLL(str(_library), mode=ctypes.RTLD_GLOBAL)
