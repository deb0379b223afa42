"""Measure everything: python -m benchmarks.bench [PART ...]; `make bench` does, and writes benchmarks/RESULTS.md.

The parts run one after the other, each in a process of its own. A part that fails is told at the end, and the
others are measured all the same.
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys

# name -> module, in the order of the page
PARTS = {
    "writing": "benchmarks.speed_writing",
    "decoding": "benchmarks.speed_decoding",
    "training": "benchmarks.speed_training",
    "replies": "benchmarks.speed_replies",
    "finding": "benchmarks.speed_finding",
    "window": "benchmarks.speed_window",
    "servers": "benchmarks.speed_servers",
}


def main() -> None:
    """Run the parts that are asked for, or all; exits with 1 when one could not be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    chosen = arguments.parts or list(PARTS)
    if arguments.here:
        importlib.import_module(PARTS[chosen[0]]).main()
        return
    failed = [
        name for name in chosen if subprocess.run([sys.executable, "-m", "benchmarks.bench", "--here", name]).returncode
    ]
    if failed:
        raise SystemExit(f"Not measured: {', '.join(failed)}")


if __name__ == "__main__":
    main()
