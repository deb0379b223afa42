"""Write docs/verification.md from what `make verify` found: python tools/verify.py TARGET."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "build" / "verify"


def main(target: Path) -> None:
    """Render every kept result as a section; exits with a sentence when there is none."""
    entries = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOUND.glob("*.json"))]
    if not entries:
        raise SystemExit("Nothing was verified yet: run `make verify`.")
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT)
    lines = [
        "# Verification",
        "",
        "Written by `make verify`: the long proofs, with the figures they found.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, commit {commit.stdout.strip()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}.",
    ]
    for entry in entries:
        lines += ["", f"## {entry['title']}", "", f"`{entry['test']}`", "", "| figure | value |", "|---|---|"]
        lines += [f"| {name.replace('_', ' ')} | {_shown(value)} |" for name, value in entry["figures"].items()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(entries)} proofs written to {target}")


def _shown(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value).replace("|", "\\|")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
