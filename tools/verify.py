"""Write docs/verification.md from what `make verify` found: python tools/verify.py TARGET."""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "build" / "verify"


def main(target: Path) -> None:
    """Render every kept result as a section; exits with a sentence when there is none."""
    entries = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOUND.glob("*.json"))]
    if not entries:
        raise SystemExit("Nothing was verified yet: run `make verify`.")
    lines = [
        "# Verification",
        "",
        "Written by `make verify`: the long proofs, with the figures they found and the commit they were run on.",
        "",
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
    ]
    for entry in entries:
        run = f"`{entry['test']}`, {entry['date']}, commit {entry['commit']}"
        lines += ["", f"## {entry['title']}", "", run, "", "| figure | value |", "|---|---|"]
        lines += [f"| {name.replace('_', ' ')} | {_shown(value)} |" for name, value in entry["figures"].items()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(entries)} proofs written to {target}")


def _shown(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value).replace("|", "\\|")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
