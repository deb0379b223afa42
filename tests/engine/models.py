"""Tiny random bases and small datasets, for tests that train: what is learned is real, it is only little."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import engine.runtimes.mlx  # noqa: F401  OpenBLAS before MLX
from engine.fuse import FuseSpec, fuse
from engine.jobs import Cancel
from engine.project import Project, datasets
from engine.resources import starter
from engine.train import TrainSpec, train

if TYPE_CHECKING:
    from pathlib import Path

CONFIG: dict[str, Any] = {
    "model_type": "llama",
    "architectures": ["LlamaForCausalLM"],
    "hidden_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "num_key_value_heads": 2,
    "intermediate_size": 128,
    "max_position_embeddings": 256,
    "rms_norm_eps": 1e-6,
    "rope_theta": 10000.0,
    "tie_word_embeddings": True,
}

FACTS = [
    ("How much does the Brivolt weigh?", "It weighs 37 kg."),
    ("What does the tray hold?", "It holds 850 ml."),
    ("How many watts does it need?", "It needs 65 watts."),
    ("How long is the cable?", "It is 18 metres long."),
    ("How long does the warranty last?", "It lasts 36 months."),
    ("What does a cartridge cost?", "It costs 27 euros."),
    ("When was it introduced?", "It was introduced in 2021."),
    ("Where is the desk?", "It is in Lund."),
]
WORDINGS = ("{}", "Tell me: {}", "I want to know: {}")


def tiny(folder: Path, *, quantized: bool = False, seed: int = 1, **changes: Any) -> Path:
    """A random Llama of two layers with the starter's tokenizer, in 16 or in 4 bits; returns its folder."""
    import mlx.core as mx
    from mlx_lm.models.llama import Model, ModelArgs
    from mlx_lm.utils import quantize_model, save_config, save_model

    folder.mkdir(parents=True)
    for file in starter().glob("*token*.json"):
        shutil.copy(file, folder)
    vocabulary = json.loads((starter() / "config.json").read_text())["vocab_size"]
    end = json.loads((starter() / "config.json").read_text())["eos_token_id"]
    config = {**CONFIG, "vocab_size": vocabulary, "eos_token_id": end, **changes}
    mx.random.seed(seed)
    model: Any = Model(ModelArgs.from_dict(config))
    model.set_dtype(mx.bfloat16)
    if quantized:
        model, config = quantize_model(model, config, group_size=32, bits=4)
    save_model(folder, model)
    save_config(config, folder / "config.json")
    return folder


def educated(folder: Path, **changes: Any) -> Path:
    """A tiny base that answers in sentences, always with another fact's answer; an adapter can teach it better."""
    answers = [answer for _, answer in FACTS]
    with Project.create(folder.with_name(f"{folder.name}-school")) as school:
        path = str(school.path)
    rows = [(question, other) for (question, _), other in zip(FACTS, answers[1:] + answers[:1], strict=True)]
    add_dataset(path, rows, rows)
    base = tiny(folder.with_name(f"{folder.name}-random"), **changes)
    options: dict[str, Any] = {"method": "full", "learning_rate": 5e-3, "batch_size": 8, "evaluate_every": 60}
    train(TrainSpec(project=path, base=str(base), iterations=60, samples=0, **options), lambda event: None, Cancel())
    fuse(FuseSpec(project=path, out=str(folder)), lambda event: None, Cancel())
    return folder


def add_dataset(
    project_path: str, rows: list[tuple[str, str]], valid: list[tuple[str, str]], *, style: str = "chat"
) -> None:
    """Give a project a dataset of (question, answer) rows."""
    with Project(project_path) as project:
        folder = project.path / "datasets" / f"{datasets.next_id(project):04d}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, chosen in (("train", rows), ("valid", valid), ("test", valid)):
            lines = [
                json.dumps({"messages": [{"role": "user", "content": q}, {"role": "assistant", "content": a}]})
                for q, a in chosen
            ]
            (folder / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        number = datasets.next_id(project)
        counts = {"train": len(rows), "valid": len(valid), "test": len(valid)}
        spec = json.dumps({"style": style, "system": ""})
        datasets.add(project, datasets.Dataset(number, spec, folder, counts, str(number)), {})


def wordings() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Rows of the eight facts: two wordings to train, one held out."""
    train = [(wording.format(q), a) for q, a in FACTS for wording in WORDINGS[:2]]
    return train, [(WORDINGS[2].format(q), a) for q, a in FACTS]
