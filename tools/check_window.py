"""Whether Qt can start here: tools/check_window.py offscreen | xvfb; the exit code tells, and a line says why."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

# What the xcb platform plugin of Qt is linked to, beyond what every Debian has.
XCB = (
    *("cursor.so.0", "icccm.so.4", "keysyms.so.1", "image.so.0", "render-util.so.0", "util.so.1", "randr.so.0"),
    *("shape.so.0", "xkb.so.1"),
)
LIBRARIES = (*(f"libxcb-{name}" for name in XCB), "libxkbcommon-x11.so.0", "libX11-xcb.so.1")


def offscreen() -> str:
    """Start an application without a screen in a process of its own; returns what went wrong."""
    script = "from PySide6 import QtPdf, QtSvg, QtWidgets; QtWidgets.QApplication([])"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    return done.stderr.strip().splitlines()[-1] if done.returncode and done.stderr.strip() else "-" * done.returncode


def xvfb() -> str:
    """Look for the X server without a screen, for what Qt's windows need there, and for a font with Korean letters."""
    if shutil.which("Xvfb") is None:
        return "there is no Xvfb"
    for name in LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError as error:
            return str(error)
    fonts = (
        subprocess.run(["fc-list", ":lang=ko"], capture_output=True, check=False).stdout
        if shutil.which("fc-list")
        else b"?"
    )
    return "" if fonts.strip() else "no font has Korean letters"


def main() -> int:
    """Say what is missing; 1 when something is."""
    missing = {"offscreen": offscreen, "xvfb": xvfb}[sys.argv[1]]()
    if missing:
        print(f"Qt ({sys.argv[1]}): {missing}", file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    raise SystemExit(main())
