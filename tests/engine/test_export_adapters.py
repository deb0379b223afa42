"""The adapter leaves in the forms of PEFT and llama.cpp, and is the same adapter there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import numpy as np
import pytest
from gguf import GGUFReader
from llama_cpp import Llama

from engine import events, jobs
from engine.errors import HoneError
from engine.export import ExportSpec, export
from engine.project import Project, runs
from engine.runtimes import mlx
from engine.runtimes.gguf_adapter import export_gguf_adapter
from engine.runtimes.gguf_export import export_gguf
from engine.runtimes.gguf_parity import parity
from engine.runtimes.lora import read_lora
from engine.runtimes.mlx.model import attach
from tests.engine.families import CONFIGS, ROWS, trained

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Recorder


def run_of(project_path: str) -> runs.Run:
    with Project(project_path) as project:
        return runs.latest(project)


def test_peft_reads_the_names_the_orientation_and_the_scale(fused: str, tmp_path: Path, emit: Recorder) -> None:
    """What PEFT computes, weight + lora_alpha / r * B A, is what fusing wrote."""
    export(ExportSpec(project=fused, adapter=str(tmp_path), adapter_format="peft"), emit, jobs.Cancel())
    folder = tmp_path / "dryer-peft"
    config = json.loads((folder / "adapter_config.json").read_text())
    assert (config["peft_type"], config["task_type"], config["bias"]) == ("LORA", "CAUSAL_LM", "none")
    assert "/" not in config["base_model_name_or_path"]
    weights: Any = mx.load(str(folder / "adapter_model.safetensors"))
    run = run_of(fused)
    base: Any = mx.load(str(Path(run.base) / "model.safetensors"))
    tuned: Any = mx.load(str(Path(fused) / str(run.fused) / "model.safetensors"))
    changed = {name.removeprefix("base_model.model.").partition(".lora_")[0] for name in weights}
    assert {name.rpartition(".")[2] for name in changed} == set(config["target_modules"])
    assert len(weights) == 2 * len(changed)
    for name in sorted(changed):
        a, b = (weights[f"base_model.model.{name}.lora_{part}.weight"] for part in "AB")
        assert a.shape[0] == b.shape[1] == config["r"]
        full = base[f"{name}.weight"].astype(mx.float32) + config["lora_alpha"] / config["r"] * (b @ a)
        assert np.abs(np.array(full - tuned[f"{name}.weight"])).max() < 1e-3, name
    assert emit.of(events.Artifact)[0].data["adapter_format"] == "peft"


def test_llama_cpp_puts_the_adapter_on_the_base(fused: str, tmp_path: Path, emit: Recorder) -> None:
    export(ExportSpec(project=fused, adapter=str(tmp_path), adapter_format="gguf"), emit, jobs.Cancel())
    file = tmp_path / "dryer-lora.gguf"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    made = emit.of(events.Artifact)[0].data
    assert made["token_ids_equal"] == made["prompts"] == 24
    assert made["token_agreement"] >= 0.95
    fields = GGUFReader(file).fields
    assert fields["general.type"].contents() == "adapter"
    assert fields["adapter.type"].contents() == "lora"
    run = run_of(fused)
    base = export_gguf(Path(run.base), tmp_path / "base.gguf")
    question = [{"role": "user", "content": "How long is the cable?"}]
    tuned = Llama(str(base), lora_path=str(file), n_ctx=256, n_threads=1, verbose=False)
    reply: Any = tuned.create_chat_completion(question, temperature=0, max_tokens=32)
    tuned.close()
    loaded = mlx.load(run.base, run.adapter)
    prompt = loaded.tokenizer.apply_chat_template(question, tokenize=False, add_generation_prompt=True)
    (ours,) = mlx.greedy(loaded, [loaded.encode(prompt)], mlx.TUNED, lambda: None, max_tokens=32)
    (theirs,) = mlx.greedy(loaded, [loaded.encode(prompt)], mlx.BASE, lambda: None, max_tokens=32)
    assert reply["choices"][0]["message"]["content"].strip() == ours != theirs


@pytest.mark.parametrize("kind", [kind for kind in CONFIGS if kind != "gemma3_text"])
def test_adapters_of_every_family_are_applied_alike(tmp_path: Path, kind: str) -> None:
    """A strong random adapter on the upper block: what it changes, both runtimes change alike."""
    base, adapter = trained(tmp_path / kind, kind, steps=30), tmp_path / "adapter"
    loaded = mlx.load(base)
    config = attach(loaded, rank=4, scale=8.0, dropout=0.0, layers=1, embeddings=False)
    mx.random.seed(5)
    weights = {
        f"{name}.{part}": mx.random.normal(getattr(module, part).shape) * 0.2
        for name, module in loaded.model.named_modules()
        if hasattr(module, "lora_a")
        for part in ("lora_a", "lora_b")
    }
    adapter.mkdir()
    mx.save_safetensors(str(adapter / "adapters.safetensors"), weights)
    (adapter / "adapter_config.json").write_text(json.dumps(config))
    file = export_gguf_adapter(adapter, base, tmp_path / "lora.gguf", name=kind)
    full = export_gguf(base, tmp_path / "base.gguf")
    asked = [question for question, _ in ROWS]
    found = parity(base, full, asked, adapter=adapter, lora=file, max_tokens=12)
    assert found.token_agreement >= 0.95
    without = parity(base, full, asked, adapter=adapter, max_tokens=12)
    assert without.token_agreement < 0.9


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda told: told.update(fine_tune_type="full"), "All weights"),
        (lambda told: told.pop("lora_parameters"), "missing or damaged"),
    ],
)
def test_what_is_no_lora_is_refused(
    fused: str, tmp_path: Path, change: Callable[[dict[str, Any]], Any], words: str
) -> None:
    folder = tmp_path / "adapter"
    folder.mkdir()
    run = run_of(fused)
    (folder / "adapters.safetensors").write_bytes((run.adapter / "adapters.safetensors").read_bytes())
    told = json.loads((run.adapter / "adapter_config.json").read_text())
    change(told)
    (folder / "adapter_config.json").write_text(json.dumps(told))
    with pytest.raises(HoneError, match=words):
        read_lora(folder)


def test_adapted_embeddings_are_refused(tmp_path: Path) -> None:
    told = {"fine_tune_type": "lora", "lora_parameters": {"rank": 2, "scale": 1.0}}
    (tmp_path / "adapter_config.json").write_text(json.dumps(told))
    name = "model.embed_tokens"
    weights = {f"{name}.lora_a": mx.zeros((8, 2)), f"{name}.lora_b": mx.zeros((2, 4))}
    mx.save_safetensors(str(tmp_path / "adapters.safetensors"), weights)
    with pytest.raises(HoneError, match="embeddings") as caught:
        read_lora(tmp_path)
    assert "fused model" in caught.value.hint
