"""The byte-level BPE tokenizer of the starter model and its chat template."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SPECIAL = ["<pad>", "<u>", "<a>", "<e>"]
PAD, USER, ASSISTANT, END = range(4)
TEMPLATE = (
    "{% for m in messages %}{{'<a>' if m['role']=='assistant' else '<u>'}}{{m['content']}}"
    "{{'<e>' if m['role']=='assistant' else ''}}{% endfor %}{% if add_generation_prompt %}<a>{% endif %}"
)
CONFIG = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "eos_token": "<e>",
    "bos_token": "<pad>",
    "pad_token": "<pad>",
    "model_max_length": 512,
    "chat_template": TEMPLATE,
}


def learn(texts: Iterable[str], size: int) -> Tokenizer:
    """Digits stand alone and the rest is GPT-2's split: what llama.cpp calls `smollm`."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def save(tokenizer: Tokenizer, folder: Path) -> None:
    """Writes tokenizer.json and tokenizer_config.json as Hugging Face and mlx-lm read them."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps(CONFIG, indent=1) + "\n")


def main() -> None:
    from random import Random

    from . import rows

    parser = argparse.ArgumentParser(description="Learns the tokenizer from training rows and prose.")
    parser.add_argument("prose", type=Path)
    parser.add_argument("out", type=Path, help="folder for tokenizer.json and tokenizer_config.json")
    parser.add_argument("--world-file", type=Path, required=True)
    parser.add_argument("--world", type=int, default=1200)
    parser.add_argument("--size", type=int, default=4096)
    args = parser.parse_args()
    material = rows.material(args.prose, args.world_file, args.world)
    rng = Random("tok")

    def texts() -> Iterator[str]:
        for _ in range(40000):
            row = rows.draw(rng, material, rows.MIX)
            if row.task != "copy" or rng.random() < 0.3:
                yield row.prompt
                yield row.answer
        yield from material.prose

    save(learn(texts(), args.size), args.out)


if __name__ == "__main__":
    main()
