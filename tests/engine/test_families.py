"""Bases of every family are converted, trained, fused and asked; each with its own kind of tokenizer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import pytest
import tokenizers
from mlx.utils import tree_unflatten

from engine import events, models
from engine.chat import ChatSpec, chat
from engine.convert import ConvertSpec, convert
from engine.fuse import FuseSpec, fuse
from engine.jobs import Cancel
from engine.models import library
from engine.project import Project, runs
from engine.runtimes import mlx, sizing
from engine.runtimes.mlx import prefix
from engine.runtimes.mlx.losses import answer_loss, make_batch, splits, token_losses
from engine.runtimes.mlx.model import CONFIG, WEIGHTS, attach, describe, read_config, trainable
from engine.runtimes.recipe import plan
from engine.train import TrainSpec, train
from tests.conftest import Recorder
from tests.engine.bases import FAMILIES, TEXTS, stored
from tests.engine.families import ROWS
from tests.engine.models import add_dataset

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.mlx import Loaded

OPTIONS: dict[str, Any] = {
    "samples": 0,
    "rank": 4,
    "layers": 2,
    "batch_size": 4,
    "cues": 0.0,
    "word_dropout": 0.0,
    "learning_rate": 1e-2,
}


@dataclass(frozen=True, slots=True)
class Base:
    """A family's model as it was stored, and its copy in 4 bits."""

    name: str
    source: Path
    copy: Path


@pytest.fixture(scope="module", params=list(FAMILIES))
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Base:
    """Each family in its turn."""
    folder = tmp_path_factory.mktemp(request.param)
    source = stored(folder / request.param, request.param)
    emit = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HONE_MODELS", str(folder / "models"))
        patch.setattr("engine.convert._QUESTIONS", ("물은 100도에서 끓습니까?",))
        patch.setattr("engine.convert._TOKENS", 4)
        convert(ConvertSpec(folder=str(source)), emit, Cancel())
        copy = library.made()[0].path
    assert 0 <= emit.of(events.Artifact)[-1].data["token_agreement"] <= 1
    return Base(request.param, source, copy)


def never() -> None:
    """Nobody wants to stop."""


def row(loaded: Loaded, text: str = "It weighs 37 kg. 60일마다 🙂") -> mlx.Example:
    tokens = loaded.encode(f"{text} {TEXTS[0]}")
    return mlx.Example(tuple(tokens), 6)


def test_headers_tell_what_it_is(base: Base) -> None:
    source, copy = models.look(base.source), models.look(base.copy)
    assert (source.quantisation, copy.quantisation) == ("BF16", "4-bit")
    assert source.context_length == copy.context_length == 512
    assert copy.bytes < source.bytes * 0.45
    assert source.architecture == copy.architecture == FAMILIES[base.name].kind


def test_text_is_read_as_the_tokenizer_file_says(base: Base) -> None:
    loaded = mlx.load_tokenizer(base.copy)
    plain = tokenizers.Tokenizer.from_file(str(base.source / "tokenizer.json"))
    for text in TEXTS:
        tokens = loaded.encode(text)
        assert tokens == plain.encode(text, add_special_tokens=False).ids
        assert loaded.decode(tokens) == text
        assert "".join(loaded.pieces(tokens)).strip() == text.strip()
        assert all(token < 900 for token in tokens)


def test_it_is_trained_fused_and_asked(base: Base, project_path: str, emit: Recorder) -> None:
    style = FAMILIES[base.name].style
    add_dataset(project_path, ROWS[:4], ROWS[4:6], style=style)
    train(TrainSpec(project=project_path, base=str(base.copy), iterations=2, **OPTIONS), emit, Cancel())
    with Project(project_path) as project:
        run = runs.chosen(project, None)
    adapter = mx.load(str(run.adapter / WEIGHTS))
    assert isinstance(adapter, dict)
    names = {name.rsplit(".", 1)[0] for name in adapter}
    blocks = {name.split(".h." if base.name == "exaone" else ".layers.")[1] for name in names}
    assert blocks == {f"{block}.{name}" for block in (2, 3) for name in FAMILIES[base.name].adapted}
    assert all(mx.any(value).item() for name, value in adapter.items() if name.endswith("lora_b"))
    fuse(FuseSpec(project=project_path), emit, Cancel())
    fused = emit.of(events.Artifact)[-1]
    assert fused.data["same_replies"] >= 0.75
    assert mlx.next_logits(mlx.load(fused.path), [5, 6, 7])
    chat(ChatSpec(project=project_path, question="필터는 언제 교체합니까?", max_tokens=6), emit, Cancel())
    reply = emit.of(events.Artifact)[-1].data
    assert reply["timings"]["base"]["tokens"] + reply["timings"]["tuned"]["tokens"] > 0
    assert reply["logit_delta"] > 0


def test_frozen_blocks_and_split_heads_change_no_loss(base: Base) -> None:
    """Where a family's trunk cannot be cut, it is not."""
    loaded = mlx.load(base.copy)
    attach(loaded, rank=4, scale=2.0, dropout=0.0, layers=2, embeddings=False)
    mx.random.seed(7)
    strong = {name: mx.random.normal(value.shape) * 0.1 for name, value in trainable(loaded).items()}
    loaded.model.update(tree_unflatten(list(strong.items())))
    rows = [row(loaded), row(loaded, "전원 버튼은 왼쪽 옆면에 있습니다.")]
    batch = make_batch(rows)
    plain = token_losses(loaded.model, batch, split=False)
    split = splits(loaded.model, rows[0])
    assert split == FAMILIES[base.name].apart
    if split:
        total = answer_loss(loaded.model, batch).item()
        assert total == pytest.approx(plain.sum().item(), rel=1e-4)
    cut = prefix.cut_below_adapter(loaded, rows, None, split=split)
    assert (cut is not None) == (FAMILIES[base.name].apart or base.name == "gemma2")
    if cut is not None:
        cut.give(cut.lower(batch.inputs))
    after = token_losses(loaded.model, batch, split=split)
    assert mx.allclose(after, plain, rtol=1e-4, atol=1e-4).item()


def test_replies_of_a_batch_are_those_of_one_by_one(base: Base) -> None:
    """With as many rows as heads share keys, too, and where a short row is padded."""
    loaded = mlx.load(base.source)
    prompts = [loaded.encode(text)[:length] for text, length in zip(TEXTS, (24, 20, 9, 24), strict=True)]
    one_by_one = [mlx.greedy(loaded, [prompt], mlx.BASE, never, max_tokens=6)[0] for prompt in prompts]
    assert mlx.greedy(loaded, prompts, mlx.BASE, never, max_tokens=6) == one_by_one
    assert mlx.greedy(loaded, prompts[:2], mlx.BASE, never, max_tokens=6) == one_by_one[:2]
    assert len(set(one_by_one)) > 1


def test_memory_is_estimated(base: Base) -> None:
    config = read_config(base.copy)
    found, shape = sizing.measure(base.copy, config)
    assert found == describe(mlx.load(base.copy))
    assert (shape.layers, shape.hidden, shape.inner, shape.heads, shape.vocabulary) == (4, 64, 128, 4, 700)
    asked = {**OPTIONS, "iterations": 2}
    recipe, _ = plan(asked | {"method": "lora", "preset": "balanced"}, [64] * 16, found)
    assert sizing.training_bytes(found, shape, recipe, 64, 32) > found.bytes


def test_an_adapter_of_the_copy_is_loaded_beside_the_original(base: Base, tmp_path: Path) -> None:
    """Names and shapes are the same in 16 bits and in 4."""
    loaded = mlx.load(base.copy)
    config = attach(loaded, rank=2, scale=1.0, dropout=0.0, layers=1, embeddings=False)
    (tmp_path / CONFIG).write_text(json.dumps(config))
    mx.save_safetensors(str(tmp_path / WEIGHTS), trainable(loaded))
    both = mlx.load(base.source, tmp_path)
    assert both.has_adapter
    assert not both.quantized
