"""Writes a checkpoint as a folder that mlx-lm loads: bf16 safetensors with Hugging Face names."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file

from .model import Llama


def load(checkpoint: Path) -> tuple[Llama, dict[str, object]]:
    state = torch.load(checkpoint, weights_only=False)
    model = Llama(state["shape"])
    model.load_state_dict(state["model"])
    return model.eval(), state


def mix(model: Llama, other: Llama, share: float) -> None:
    """Moves the weights of `model` by `share` (0 to 1) towards those of another checkpoint of the same training.

    Averaged, two ends of one training know what both know (Wortsman et al. 2022, Model soups).
    """
    with torch.no_grad():
        for weight, elsewhere in zip(model.parameters(), other.parameters(), strict=True):
            weight.lerp_(elsewhere, share)


def export(
    checkpoint: Path, tokenizer: Path, out: Path, notes: str = "", *, other: Path | None = None, share: float = 0.0
) -> None:
    """Replaces `out` in one step, so that a reader never sees half a model."""
    model, state = load(checkpoint)
    if other is not None:
        mix(model, load(other)[0], share)
    temporary, old = out.with_name(out.name + ".new"), out.with_name(out.name + ".old")
    for folder in (temporary, old):
        shutil.rmtree(folder, ignore_errors=True)
    temporary.mkdir(parents=True)
    weights = {f"model.{name}": value.to(torch.bfloat16).contiguous() for name, value in model.state_dict().items()}
    save_file(weights, str(temporary / "model.safetensors"), metadata={"format": "mlx"})
    (temporary / "model.safetensors").chmod(0o644)
    (temporary / "config.json").write_text(json.dumps(model.shape.config(), indent=1) + "\n")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(tokenizer / name, temporary / name)
    if notes:
        (temporary / "NOTES").write_text(f"steps {state['step']}, tokens {state['seen']}\n{notes}\n")
    if out.exists():
        out.rename(old)
    temporary.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--tokenizer", type=Path, required=True, help="folder with tokenizer.json and tokenizer_config.json"
    )
    parser.add_argument("--notes", default="")
    parser.add_argument("--other", type=Path, help="a second checkpoint, to average the weights with")
    parser.add_argument("--share", type=float, default=0.5, help="of the second checkpoint in the average")
    args = parser.parse_args()
    export(args.checkpoint, args.tokenizer, args.out, args.notes, other=args.other, share=args.share)


if __name__ == "__main__":
    main()
