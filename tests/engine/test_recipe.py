"""Presets: what is asked for stands, the rest follows rows and base, and each number says where it is from."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.runtimes import sizing
from engine.runtimes.recipe import PRESETS, Base, Recipe, from_dict, plan
from engine.runtimes.sizing import ROOM, Shape, fit, training_bytes
from engine.train import TrainSpec

GB = 10**9
STARTER = Base(3_000_000, 512, False, 6_000_000, 8 * GB)
SMALL_QWEN = Base(1_700_000_000, 40_960, True, GB, 8 * GB)
LARGE_QWEN = Base(8_000_000_000, 40_960, True, 4_600_000_000, 8 * GB)
LENGTHS = [30] * 320


def planned(base: Base, lengths: list[int] | None = None, **asked: Any) -> Recipe:
    return plan(dataclasses.asdict(TrainSpec(project="p", **asked)), lengths or LENGTHS, base)[0]


def test_each_number_says_where_it_came_from() -> None:
    recipe, reasons = plan(dataclasses.asdict(TrainSpec(project="p", rank=5)), LENGTHS, STARTER)
    assert set(reasons) == {field.name for field in dataclasses.fields(Recipe)} - {"method"}
    assert reasons["rank"] == "asked for"
    assert recipe.rank == 5
    assert "preset balanced" in reasons["learning_rate"]
    assert "320 rows" in reasons["iterations"]


def test_what_is_asked_for_stands() -> None:
    asked: dict[str, Any] = {
        "rank": 3, "scale": 7.0, "dropout": 0.25, "layers": 1, "embeddings": True, "learning_rate": 1e-5, "warmup": 0,
        "weight_decay": 0.5, "cues": 0.2, "word_dropout": 0.3, "batch_size": 2, "accumulation": 3, "iterations": 77,
        "max_length": 99, "mask_prompt": False, "seed": 9, "checkpoint_every": 11, "evaluate_every": 13,
        "method": "lora", "samples": 5, "patience": 4, "best_by": "exam",
    }  # fmt: skip
    for base in (STARTER, LARGE_QWEN):
        assert dataclasses.asdict(planned(base, **asked)) == {**asked, "recompute": False}


@pytest.mark.parametrize("base", [STARTER, SMALL_QWEN, LARGE_QWEN])
def test_presets_take_more_time_one_after_the_other(base: Base) -> None:
    counts = [planned(base, preset=preset).iterations for preset in PRESETS]
    assert counts == sorted(counts)
    assert counts[0] < counts[1] < counts[2]


def test_epochs_become_iterations_of_rows_that_fit() -> None:
    assert planned(STARTER, epochs=2, batch_size=16).iterations == 40
    assert planned(STARTER, [30] * 160 + [600] * 160, epochs=2, batch_size=16).iterations == 20
    assert planned(STARTER, epochs=2, batch_size=4, accumulation=4).iterations == 40
    assert planned(STARTER, epochs=2, iterations=5).iterations == 5
    assert planned(STARTER, [30], preset="quick").iterations >= 1


def test_large_bases_get_usual_numbers() -> None:
    for preset in PRESETS:
        recipe = planned(LARGE_QWEN, preset=preset)
        assert 8 <= recipe.rank <= 16
        assert 1e-4 <= recipe.learning_rate <= 2e-4
        assert 1e-4 <= planned(SMALL_QWEN, preset=preset).learning_rate <= 2e-4
        assert recipe.max_length == 2048


def test_little_memory_means_fewer_layers_and_smaller_batches() -> None:
    tight, roomy = planned(LARGE_QWEN), planned(dataclasses.replace(LARGE_QWEN, memory=64 * GB))
    assert (tight.layers, tight.batch_size) == (8, 1)
    assert (roomy.layers, roomy.batch_size) == (-1, 4)
    assert tight.batch_size * tight.accumulation == roomy.batch_size * roomy.accumulation


def test_full_training_takes_smaller_steps() -> None:
    for base in (STARTER, SMALL_QWEN):
        assert planned(base, method="full").learning_rate <= planned(base).learning_rate


def test_recipe_survives_storage() -> None:
    recipe = planned(STARTER)
    assert from_dict({**dataclasses.asdict(recipe), "style": "chat"}) == recipe


def test_a_run_of_an_older_hone_has_the_defaults_of_what_is_new() -> None:
    older = dataclasses.asdict(planned(STARTER))
    for name in ("samples", "patience", "best_by"):
        older.pop(name)
    assert from_dict(older) == planned(STARTER)


@given(st.integers(1, 40), st.integers(1, 8), st.integers(10, 3000), st.floats(0.5, 20))
def test_what_does_not_fit_takes_less_and_changes_the_result_as_late_as_can_be(
    size: int, accumulation: int, longest: int, memory: float
) -> None:
    shape = Shape(28, 2048, 6144, 16, 151_936, 2, GB, 1 << 17)
    base = dataclasses.replace(SMALL_QWEN, memory=round(memory * GB))
    recipe = dataclasses.replace(planned(SMALL_QWEN), batch_size=size, accumulation=accumulation, max_length=4000)
    reasons = dict.fromkeys((field.name for field in dataclasses.fields(recipe)), "preset")
    rows = [(longest + length, min(longest, 100)) for length in range(100)]
    found, why = fit(recipe, reasons, base, shape, rows)
    assert found.batch_size * found.accumulation == size * accumulation

    def fits(which: Recipe) -> bool:
        return training_bytes(base, shape, which, *sizing.longest(which, rows)) <= ROOM * base.memory

    if fits(recipe):
        assert found == recipe
        return
    assert found.recompute
    assert why["recompute"] == "memory is short"
    if found.layers != recipe.layers or found.max_length != recipe.max_length:
        assert found.batch_size == 1
        assert not fits(dataclasses.replace(found, layers=recipe.layers, max_length=recipe.max_length))
    if not fits(found):
        assert (found.layers, found.max_length) == (4, longest + 94)
    kept, _ = fit(recipe, {**reasons, "layers": "asked for", "max_length": "asked for"}, base, shape, rows)
    assert (kept.layers, kept.max_length) == (recipe.layers, recipe.max_length)


def test_blocks_with_dropout_are_not_computed_again() -> None:
    shape = Shape(28, 2048, 6144, 16, 151_936, 2, GB, 1 << 17)
    recipe = dataclasses.replace(planned(SMALL_QWEN), dropout=0.1, batch_size=2, accumulation=3)
    found = sizing.smaller(recipe, shape, [(100, 10)])
    assert found == dataclasses.replace(recipe, batch_size=1, accumulation=6)
