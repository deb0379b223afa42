"""The blocks below the adapter: computed once per row, out of memory; what is learned is the same as with them."""

from __future__ import annotations

import dataclasses
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from engine.errors import HoneError
from engine.runtimes import mlx
from engine.runtimes.mlx import prefix
from engine.runtimes.mlx.training import Trainer
from engine.runtimes.recipe import Recipe, plan
from engine.train import TrainSpec
from tests.engine.models import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.mlx import Loaded

ROWS = [mlx.Example(tuple(Random(seed).choices(range(5, 400), k=12 + seed % 9)), 6) for seed in range(10)]
HELD_OUT = [mlx.Example(tuple(Random(seed).choices(range(5, 400), k=15)), 7) for seed in range(50, 53)]


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of four blocks."""
    return tiny(tmp_path_factory.mktemp("bases") / "deep", num_hidden_layers=4)


def recipe(base: Path, **asked: Any) -> Recipe:
    options = {"rank": 4, "layers": 1, "batch_size": 4, "iterations": 9, "cues": 0.0, "word_dropout": 0.0, **asked}
    spec = TrainSpec(project="p", learning_rate=5e-3, **options)
    found, _ = plan(dataclasses.asdict(spec), [20] * 10, mlx.model.describe(mlx.load(base)))
    return found


def no_check() -> None:
    """Nobody wants to stop."""


def reached(trainer: Trainer, steps: int = 3) -> tuple[list[float], dict[str, Any]]:
    """Losses, held-out loss between, and the adapter after some iterations."""
    losses = [trainer.evaluate(HELD_OUT, no_check)]
    for _ in range(steps):
        losses += [trainer.step(no_check).loss, trainer.evaluate(HELD_OUT, no_check)]
    return losses, {name: value.tolist() for name, value in mlx.model.trainable(trainer._loaded).items()}


def weights_of(loaded: Loaded) -> int:
    from mlx.utils import tree_flatten

    return sum(value.size for _, value in tree_flatten(loaded.model.parameters()))


@pytest.mark.parametrize("options", [{}, {"layers": 2, "accumulation": 2}, {"layers": 3, "dropout": 0.4}])
def test_learns_as_with_all_blocks(deep: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any]) -> None:
    cut = mlx.load(deep)
    losses, adapter = reached(Trainer(cut, recipe(deep, **options), ROWS))
    monkeypatch.setattr("engine.runtimes.mlx.training.cut_below_adapter", lambda *_, **__: None)
    whole = mlx.load(deep)
    plain_losses, plain_adapter = reached(Trainer(whole, recipe(deep, **options), ROWS))
    assert weights_of(cut) < weights_of(whole)
    assert losses == pytest.approx(plain_losses, abs=1e-5)
    assert set(adapter) == set(plain_adapter)
    for name, value in adapter.items():
        for row, other in zip(value, plain_adapter[name], strict=True):
            assert row == pytest.approx(other, abs=1e-4)


def test_on_disk_it_is_the_same_bit_for_bit(deep: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    in_memory = reached(Trainer(mlx.load(deep), recipe(deep), ROWS))
    monkeypatch.setattr(prefix, "_OF_FREE_MEMORY", 0.0)
    trainer = Trainer(mlx.load(deep), recipe(deep), ROWS, scratch=tmp_path)
    assert reached(trainer) == in_memory
    assert all(not shelf._kept and shelf._filed for shelf in trainer._frozen._shelves.values())
    assert list(tmp_path.iterdir()) == []  # a file without a name: nothing stays, however the process ends


def test_16_bit_states_come_back_as_they_were(deep: Path) -> None:
    import mlx.core as mx

    loaded = mlx.load(deep)
    loaded.model.set_dtype(mx.bfloat16)
    mlx.model.attach(loaded, rank=4, scale=2.0, dropout=0.0, layers=1, embeddings=False)
    cut = prefix.cut_below_adapter(loaded, ROWS, None, split=True)
    assert cut is not None
    shelf = prefix.Shelf(ROWS[:1], cut, 4, None)
    shelf.fill(no_check, lambda done, total: None)
    inputs = mx.array([ROWS[0].tokens[:-1]])
    kept = shelf.hidden(ROWS[:1], inputs)
    assert kept.dtype == mx.bfloat16
    assert mx.array_equal(kept, cut.lower(inputs))


def test_a_resumed_run_goes_on_bit_for_bit(deep: Path, tmp_path: Path) -> None:
    unbroken = Trainer(mlx.load(deep), recipe(deep, dropout=0.2), ROWS)
    losses, adapter = reached(unbroken, 6)
    before = Trainer(mlx.load(deep), recipe(deep, dropout=0.2), ROWS)
    first, _ = reached(before, 3)
    before.save(tmp_path / "state.safetensors")
    after = Trainer(mlx.load(deep), recipe(deep, dropout=0.2), ROWS)
    after.restore(tmp_path / "state.safetensors")
    after.step(no_check)  # trained rows first, held-out ones then: the other way round than unbroken
    rest = [after.evaluate(HELD_OUT, no_check)]
    for _ in range(2):
        rest += [after.step(no_check).loss, after.evaluate(HELD_OUT, no_check)]
    assert first + rest == losses[: len(first)] + losses[len(first) + 1 :]
    assert {name: value.tolist() for name, value in mlx.model.trainable(after._loaded).items()} == adapter


def test_replies_are_those_of_the_whole_model(deep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = [list(row.tokens[:6]) for row in ROWS[:2]]
    trainer = Trainer(mlx.load(deep), recipe(deep), ROWS)
    trainer.step(no_check)
    said = trainer.replies(prompts, 5, no_check)
    assert trainer.step(no_check).loss > 0
    monkeypatch.setattr("engine.runtimes.mlx.training.cut_below_adapter", lambda *_, **__: None)
    whole = Trainer(mlx.load(deep), recipe(deep), ROWS)
    whole.step(no_check)
    assert whole.replies(prompts, 5, no_check) == said


def test_rows_that_vary_are_computed_and_the_blocks_stay(deep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vary(row: int, random: Random) -> mlx.Example | None:
        return mlx.Example(ROWS[row].tokens[1:], 5) if random.random() < 0.5 else None

    loaded = mlx.load(deep)
    whole = weights_of(loaded)
    trainer = Trainer(loaded, recipe(deep), ROWS, vary)
    losses, _ = reached(trainer)
    assert trainer._frozen._cut is not None
    with trainer._frozen.whole():
        assert weights_of(loaded) > whole  # and the adapter
    monkeypatch.setattr("engine.runtimes.mlx.training.cut_below_adapter", lambda *_, **__: None)
    assert losses == pytest.approx(reached(Trainer(mlx.load(deep), recipe(deep), ROWS, vary))[0], abs=1e-5)


@pytest.mark.parametrize(
    "options", [{"layers": -1}, {"layers": 4}, {"embeddings": True}, {"method": "full"}, {"iterations": 2}]
)
def test_not_where_it_cannot_serve(deep: Path, options: dict[str, Any]) -> None:
    assert Trainer(mlx.load(deep), recipe(deep, **options), ROWS)._frozen._cut is None


def test_not_without_room(deep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefix, "_OF_FREE_MEMORY", 0.0)
    monkeypatch.setattr(prefix, "_OF_FREE_DISK", 0.0)
    loaded = mlx.load(deep)
    names = [type(layer).__name__ for layer in loaded.model.model.layers]
    trainer = Trainer(loaded, recipe(deep), ROWS)
    assert trainer._frozen._cut is None
    assert [type(layer).__name__ for layer in loaded.model.model.layers] == names
    assert trainer.step(no_check).loss > 0


def test_not_where_a_cut_changes_the_model(deep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a trunk looks at its lower blocks in another way than handing on."""
    monkeypatch.setattr(prefix._StandIn, "__call__", lambda self, hidden, *_, **__: 2 * hidden)
    loaded = mlx.load(deep)
    before = mlx.next_logits(loaded, [5, 6, 7])
    assert Trainer(loaded, recipe(deep), ROWS)._frozen._cut is None
    assert mlx.next_logits(loaded, [5, 6, 7]) == before


def test_a_full_disk_is_said(deep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def close(self) -> None:
            """Nothing to close."""

        def seek(self, *_: int) -> int:
            return 0

        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(prefix, "_OF_FREE_MEMORY", 0.0)
    monkeypatch.setattr("engine.runtimes.mlx.prefix.tempfile.TemporaryFile", lambda **_: Full())
    with pytest.raises(HoneError, match="disk is full"):
        Trainer(mlx.load(deep), recipe(deep), ROWS).step(no_check)


def test_a_base_that_is_gone_is_said(tmp_path: Path) -> None:
    base = tiny(tmp_path / "base")
    trainer = Trainer(mlx.load(base), recipe(base), ROWS)
    trainer.step(no_check)
    for file in base.glob("*.safetensors"):
        file.unlink()
    with pytest.raises(HoneError, match="could not be read again"):
        trainer.replies([[5, 6]], 2, no_check)


@pytest.mark.parametrize("layers", [1, -1])
def test_blocks_computed_again_learn_the_same(deep: Path, tmp_path: Path, layers: int) -> None:
    asked = recipe(deep, layers=layers)
    plain = reached(Trainer(mlx.load(deep), asked, ROWS), 2)
    trainer = Trainer(mlx.load(deep), dataclasses.replace(asked, recompute=True), ROWS)
    losses, adapter = reached(trainer, 2)
    assert losses == pytest.approx(plain[0], abs=1e-5)
    assert set(adapter) == set(plain[1])
    assert trainer.replies([[5, 6, 7]], 3, no_check)
