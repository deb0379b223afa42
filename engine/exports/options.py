"""What can be exported and how: the spec of the step, shared by command line and window."""

from __future__ import annotations

from dataclasses import dataclass

from engine.dataset.formats.prompts import TEXT_STYLES
from engine.dataset.formats.writing import FORMATS
from engine.spec import Spec, option

# Quantisation of a GGUF -> the share of reply tokens that llama.cpp must choose as MLX does, if nothing else is said.
LEAST_AGREEMENT = {"f16": 0.95, "q8_0": 0.85, "q4_k_m": 0.7}


@dataclass(frozen=True, kw_only=True)
class ExportSpec(Spec):
    """What to write, and into which folders; each is made when it is not there."""

    run: int | None = option(None, "Run.", "By default the newest.", minimum=1)
    gguf: str = option("", "Folder for a GGUF.", "The fused model for llama.cpp and programs that are built on it.")
    quantisation: str = option(
        "f16", "Quantisation.", "Bits of a GGUF: fewer are smaller and drift further.", choices=tuple(LEAST_AGREEMENT)
    )
    agreement: float | None = option(
        None,
        "Least agreement.",
        "Share of reply tokens that llama.cpp must choose as MLX does; else no GGUF is kept. "
        "By default 0.95 for f16, 0.85 for q8_0 and 0.7 for q4_k_m.",
        minimum=0,
        maximum=1,
    )
    lm_studio: str = option("", "Folder for LM Studio.", "Its folder of models, or one to copy from.")
    publisher: str = option("hone", "Publisher.", "The folder that LM Studio lists the model under.")
    ollama: str = option("", "Folder for Ollama.", "A GGUF, and a Modelfile that asks it as it was trained.")
    ollama_create: bool = option(False, "Give it to Ollama.", "Runs ollama create; else the command is told.")
    mlx: str = option("", "Folder for the MLX model.", "The fused model for mlx-lm.")
    precision: str = option(
        "fused",
        "Precision.",
        "Of the MLX model: as it was fused, bf16, or few bits with the drift that was measured.",
        choices=("fused", "bf16", "8bit", "4bit"),
    )
    hugging_face: str = option("", "Folder for Hugging Face.", "The fused model for transformers, with a card.")
    push: str = option("", "Repository.", "OWNER/NAME on the Hugging Face Hub to upload that folder to.")
    adapter: str = option("", "Folder for the adapter.", "What was learned alone, to be put beside its base.")
    adapter_format: str = option(
        "mlx",
        "Format of the adapter.",
        "For mlx-lm, for PEFT, or for llama.cpp (gguf).",
        choices=("mlx", "peft", "gguf"),
    )
    dataset: str = option("", "Folder for the dataset.", "Its splits, where each row comes from, and a card.")
    format: str = option("chat", "Format of the dataset.", "For other programs.", choices=tuple(FORMATS))
    text_style: str = option(
        "", "Prompt style of the format text.", "By default the dataset's, or alpaca.", choices=("", *TEXT_STYLES)
    )
