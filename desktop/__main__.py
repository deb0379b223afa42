"""Start the window, or one of the children that it starts of itself in a frozen application."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """What the arguments ask for; children are served before Qt is imported, so that they stay small."""
    from engine.resources import quiet_libraries

    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    quiet_libraries()
    if sys.argv[1:2] == ["--engine-worker"]:
        from engine import worker

        worker.main()
        return 0
    if sys.argv[1:2] == ["--engine-rank"]:
        from engine import rank

        return rank.main(sys.argv[2:])
    if sys.argv[1:2] == ["--document-reader"]:
        from engine.documents.isolation import child

        child.main()
        return 0
    if sys.argv[1:2] == ["--selftest"]:
        from desktop import selftest

        return selftest.run()
    gc.disable()  # `run` collects by itself; while everything is loaded there is nothing to collect
    from desktop.app import run

    return run(sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
