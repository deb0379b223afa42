"""Replies in one batch: either side, rows that come and go, and what is kept between turns, all as one by one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import JobCancelled
from engine.jobs import Cancel
from engine.resources import starter
from tests.engine.models import tiny
from tests.engine.test_mlx import SENTENCES, make_adapter, never, prompt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.runtimes.mlx import Kept, Loaded


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    from engine.runtimes import mlx

    return mlx.load(starter(), make_adapter(starter(), tmp_path_factory.mktemp("adapter")))


@pytest.fixture(scope="module")
def sliding(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A model of which one layer sees the last 24 tokens only."""
    from engine.runtimes import mlx

    folder = tmp_path_factory.mktemp("sliding")
    kinds: dict[str, Any] = {"layer_types": ["sliding_attention", "full_attention"], "sliding_window": 24}
    base = tiny(folder / "base", **kinds)
    return mlx.load(base, make_adapter(base, folder / "adapter", strength=0.3))


def prompts_of(loaded: Loaded) -> list[list[int]]:
    return [prompt(loaded, SENTENCES[number]) for number in range(6)]


def said(loaded: Loaded, prompts: dict[str, list[int]], kept: Kept | None = None, length: int = 12) -> dict[str, str]:
    from engine.runtimes import mlx

    found = dict.fromkeys(prompts, "")
    for piece in mlx.stream(loaded, prompts, mlx.Sampling(temperature=0, max_tokens=length), never, None, kept):
        found[piece.side] += piece.delta
    return found


@pytest.mark.parametrize("kind", ["loaded", "sliding"])
def test_both_sides_in_one_batch_that_is_filled_up_reply_as_alone(kind: str, request: pytest.FixtureRequest) -> None:
    from engine.runtimes import mlx

    model: Loaded = request.getfixturevalue(kind)
    prompts = [prompt(model, " ".join(SENTENCES[number : number + 1 + number % 3])) for number in range(4)] * 2
    sides = ["base"] * 4 + ["tuned"] * 4
    together = mlx.greedy(model, prompts, sides, never, max_tokens=10, batch_size=3)
    alone = [mlx.greedy(model, [one], side, never, max_tokens=10)[0] for one, side in zip(prompts, sides, strict=True)]
    assert together == alone
    assert together[:4] != together[4:]


def test_a_place_that_falls_free_is_given_to_the_next(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    drawn: list[int] = []

    def asked() -> Iterator[mlx.Asked]:
        for number in range(12):
            drawn.append(number)
            yield mlx.Asked(number, "base", [5 + number] * 6)

    left = [12 - len(drawn) for _ in mlx.ask(loaded, asked(), never, max_tokens=4, batch_size=4)]
    assert len(left) == 12
    assert left[0] == 7  # four under way, and one looked at
    assert left[-1] == 0


def test_drawn_and_likeliest_replies_share_a_batch(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    prompts = prompts_of(loaded)
    draws = [mlx.Sampling(seed=number) if number % 2 else None for number in range(6)]
    asked = [mlx.Asked(number, "tuned", prompts[number], draws[number]) for number in range(6)]
    together = {one.name: text for one, text in mlx.ask(loaded, asked, never, max_tokens=8, batch_size=4)}
    alone = {one.name: text for each in asked for one, text in mlx.ask(loaded, [each], never, max_tokens=8)}
    assert together == alone


def test_sides_that_cannot_share_a_batch_answer_after_each_other(tmp_path: Path) -> None:
    import json

    from engine.runtimes import mlx

    base, folder = tiny(tmp_path / "base"), tmp_path / "full"
    folder.mkdir()
    (folder / "adapter_config.json").write_text(json.dumps({"fine_tune_type": "full"}))
    shutil.copy(tiny(tmp_path / "other", seed=2) / "model.safetensors", folder / "adapters.safetensors")
    both = mlx.load(base, folder)
    prompts, sides = [[5, 6, 7], [8, 9, 10, 11]] * 2, ["base", "base", "tuned", "tuned"]
    told = mlx.greedy(both, prompts, sides, never, max_tokens=6)
    assert told == [
        mlx.greedy(both, [one], side, never, max_tokens=6)[0] for one, side in zip(prompts, sides, strict=True)
    ]
    assert told[:2] != told[2:]


def test_a_prompt_that_fills_the_context_gets_no_reply(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    full = [5] * loaded.context_length
    assert mlx.greedy(loaded, [full, full[:6]], "base", never, max_tokens=3)[0] == ""


@pytest.mark.parametrize("kind", ["loaded", "sliding"])
def test_a_second_turn_reads_only_what_is_new_and_replies_as_if_all_was_read(
    kind: str, request: pytest.FixtureRequest
) -> None:
    from engine.runtimes import mlx

    model: Loaded = request.getfixturevalue(kind)
    kept = mlx.Kept("one")
    first = prompt(model, SENTENCES[1])
    replies = said(model, {"base": first, "tuned": first}, kept)
    assert replies["base"] != replies["tuned"]
    # histories of the sides differ, in words and in length
    second = {
        side: [*first, *model.encode(replies[side] * times), *first] for side, times in (("base", 1), ("tuned", 2))
    }
    if kind == "loaded":
        _, rest = kept.start("base", second["base"])
        assert len(rest) <= len(first) + 3
    assert said(model, second, kept) == said(model, second)
    again = {side: [*tokens[:-4], 9, 9, 9] for side, tokens in second.items()}  # changed near its end
    assert said(model, again, kept) == said(model, again)
    assert said(model, second, kept) == said(model, second)  # and asked once more


def test_kept_caches_are_of_one_side_and_one_adapter(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    kept = mlx.Kept("one")
    tokens = prompt(loaded, SENTENCES[0])
    said(loaded, {"tuned": tokens}, kept)
    assert kept.start("base", tokens)[0] is None
    cache, rest = kept.start("tuned", tokens)
    assert cache is not None
    assert rest == tokens[-1:]
    kept.adapter = "two"
    assert kept.start("tuned", tokens)[0] is None
    kept.adapter = "one"
    assert kept.start("tuned", tokens)[0] is not None


def test_kept_caches_take_bounded_memory(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    kept = mlx.Kept()
    said(loaded, {"base": prompt(loaded, SENTENCES[0])}, kept)
    small = mlx.Kept(max_bytes=kept.nbytes * 5 // 2)
    prompts = [prompt(loaded, sentence) for sentence in SENTENCES[:4]]
    for tokens in prompts:
        said(loaded, {"base": tokens}, small)
    assert 0 < small.nbytes <= kept.nbytes * 5 // 2
    assert len(small.start("base", prompts[-1])[1]) == 1
    assert len(small.start("base", prompts[0])[1]) > 1


def test_what_all_prompts_begin_with_is_read_once(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    system = loaded.encode("Answer from the manual of the Meridian 400 only, and say so where it does not tell.")
    prompts = [[*system, *prompt(loaded, text)] for text in SENTENCES[:4]]
    kept = mlx.shared(loaded, prompts, ("base", "tuned"), never)
    asked = [mlx.Asked((side, n), side, tokens) for side in ("base", "tuned") for n, tokens in enumerate(prompts)]
    for one in asked:
        assert len(kept.start(one.side, one.prompt)[1]) <= len(one.prompt) - len(system)
    told = [
        {one.name: text for one, text in mlx.ask(loaded, asked, never, max_tokens=10, kept=known)}
        for known in (kept, None)
    ]
    assert told[0] == told[1]
    assert mlx.shared(loaded, [prompt(loaded, text) for text in SENTENCES[:4]], ("base",), never).nbytes == 0


def test_a_cancel_is_seen_while_prompts_are_read(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(JobCancelled):
        list(mlx.stream(loaded, {"base": prompt(loaded, SENTENCES[0])}, mlx.Sampling(), cancel.check))


@settings(max_examples=10)
@given(st.text(max_size=16), st.integers(0, 20))
def test_what_is_told_piece_by_piece_is_the_whole_reply(loaded: Loaded, text: str, special: int) -> None:
    from engine.runtimes.mlx.replies import Said

    tokens: list[int] = loaded.encode(f"물 펌프 🔧 {text} naïve")
    tokens.insert(min(special, len(tokens)), next(iter(loaded.stop_tokens)))
    teller: Any = Said(loaded)
    parts = [teller.more(tokens[:count], last=count == len(tokens)) for count in range(1, len(tokens) + 1)]
    assert "".join(parts) == loaded.decode(tokens)
    assert not any(part.endswith("\ufffd") for part in parts[:-1])
