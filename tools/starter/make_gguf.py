"""Writes the GGUF twin of a starter model and checks that llama.cpp answers with it as MLX does.

python tools/starter/make_gguf.py [FOLDER] [FILE.gguf]   (default: every model in resources/starter)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.errors import HoneError
from engine.resources import resource
from engine.runtimes.gguf_export import export_gguf
from engine.runtimes.gguf_parity import parity

AGREEMENT = 0.99  # share of greedy tokens; float32 against F16 rounds a rare tie the other way


def main() -> int:
    """Export, compare, print; 1 when a file does not answer as its folder does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="MLX folder")
    parser.add_argument("file", type=Path, nargs="?", help="GGUF file (default: beside the folder)")
    arguments = parser.parse_args()
    models = sorted(path.parent for path in resource("starter").glob("*/config.json"))
    code = 0
    for folder in [arguments.folder] if arguments.folder else models:
        file = arguments.file or folder.with_name(f"{folder.name}.gguf")
        try:
            export_gguf(folder, file, name=f"Hone starter ({folder.name})")
            result = parity(folder, file)
        except HoneError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB, {result}")
        if result.token_ids_equal < result.prompts or result.token_agreement < AGREEMENT:
            code = 1
    return code


if __name__ == "__main__":
    raise SystemExit(main())
