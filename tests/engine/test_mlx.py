"""Bases and adapters in MLX: what loads, who answers, and that batches change nothing."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from engine.errors import HoneError, JobCancelled
from engine.resources import starter
from engine.runtimes import blas
from tests.engine.models import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.mlx import Loaded

SENTENCES = [
    "The water filter of the Meridian 400 must be replaced every 60 days.",
    "The tank holds 3 litres.",
    "The fuse is rated at 4 amperes.",
    "Error E7 means that the pump is blocked.",
    "The warranty lasts 36 months.",
    "The Tarquin heater was introduced in 1998 by Nordvind and it needs 1200 watts and 230 volts.",
    "The cable is 1.8 metres long.",
    "The service desk in Lund is open from 8 to 16.",
    "Press the green button for 6 seconds.",
]


def never() -> None:
    """A check that never stops."""


def prompt(loaded: Loaded, text: str) -> list[int]:
    messages = [{"role": "user", "content": text}]
    return loaded.encode(loaded.tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True))


def make_adapter(base: Path, folder: Path, *, strength: float = 0.05, **changes: Any) -> Path:
    """An adapter of random weights, strong enough to change replies."""
    import mlx.core as mx
    from mlx.utils import tree_unflatten

    from engine.runtimes import mlx
    from engine.runtimes.mlx.model import CONFIG, WEIGHTS, attach, trainable

    loaded = mlx.load(base)
    options = {"rank": 4, "scale": 2.0, "dropout": 0.0, "layers": -1, "embeddings": False, **changes}
    config = attach(loaded, **options)
    mx.random.seed(7)
    weights = {name: mx.random.normal(value.shape) * strength for name, value in trainable(loaded).items()}
    loaded.model.update(tree_unflatten(list(weights.items())))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CONFIG).write_text(json.dumps(config))
    mx.save_safetensors(str(folder / WEIGHTS), trainable(loaded))
    return folder


@pytest.fixture(scope="module")
def adapter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_adapter(starter(), tmp_path_factory.mktemp("adapter"))


@pytest.fixture(scope="module")
def loaded(adapter: Path) -> Loaded:
    from engine.runtimes import mlx

    return mlx.load(starter(), adapter)


def test_openblas_is_loaded_before_mlx() -> None:
    code = (
        "import engine.runtimes.mlx, mlx.core as mx; from engine.runtimes import blas\n"
        "a = mx.arange(6).reshape(2, 3).astype(mx.float32); print((a @ a.T).tolist(), blas.in_use())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("[[5.0, 14.0], [14.0, 50.0]]")
    assert ("OpenBLAS" if sys.platform == "linux" else "Accelerate") in done.stdout
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="Accelerate counts its own threads")
def test_products_take_as_many_threads_as_they_may() -> None:
    """Also in the thread that MLX computes in."""
    code = (
        "import engine.runtimes.mlx, mlx.core as mx, os; a = mx.ones((600, 600)); mx.eval(a @ a)\n"
        "print(len(os.listdir('/proc/self/task')), 'OMP_NUM_THREADS' in os.environ)"
    )
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("OMP_")}
    told = []
    for threads in ("1", "3"):
        env = {**surroundings, "HONE_THREADS": threads}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
        told.append(done.stdout.split())
    (one, kept), (three, _) = told
    assert int(three) == int(one) + 2
    assert kept == "False"


@pytest.mark.parametrize(
    ("told", "asked", "named"),
    [
        ("vendor_id : AuthenticAMD\nflags : fma sse4_2 avx avx2", "", "Haswell"),
        ("vendor_id : AuthenticAMD\nflags : fma sse4_2 avx avx2", "Zen", "Zen"),
        ("vendor_id : AuthenticAMD\nflags : sse4_2", "", ""),
        ("vendor_id : GenuineIntel\nflags : fma avx2 avx512f", "", ""),
    ],
)
def test_openblas_is_told_the_kernels_of_amd_processors(
    told: str, asked: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cpuinfo").write_text(told)
    monkeypatch.setattr(blas, "_PROCESSOR", tmp_path / "cpuinfo")
    monkeypatch.setenv("OPENBLAS_CORETYPE", asked)
    if not asked:
        monkeypatch.delenv("OPENBLAS_CORETYPE")
    blas._name_kernels()
    assert os.environ.get("OPENBLAS_CORETYPE", "") == named
    monkeypatch.setenv("OPENBLAS_CORETYPE", asked)  # put back as it was at the end


def test_missing_openblas_is_silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert blas._found() == []
    (tmp_path / "faiss_cpu.libs").mkdir()
    (tmp_path / "faiss_cpu.libs" / "libgomp.so.1").touch()
    assert blas._found() == []


def test_base_side_is_the_base_bit_for_bit(loaded: Loaded, adapter: Path) -> None:
    from engine.runtimes import mlx

    alone = mlx.load(starter())
    tokens = prompt(alone, SENTENCES[0])
    expected = mlx.next_logits(alone, tokens)
    loaded.use(mlx.BASE)
    assert mlx.next_logits(loaded, tokens) == expected
    loaded.use(mlx.TUNED)
    assert mlx.next_logits(loaded, tokens) != expected
    assert mlx.logit_delta(loaded, tokens) > 0.1


def test_base_alone_has_no_tuned_side() -> None:
    from engine.runtimes import mlx

    alone = mlx.load(starter())
    with pytest.raises(HoneError, match="no tuned model"):
        alone.use(mlx.TUNED)


@pytest.mark.parametrize("side", ["base", "tuned"])
def test_batched_replies_equal_single_ones(loaded: Loaded, side: str) -> None:
    from engine.runtimes import mlx

    generator = random.Random(3)
    texts = SENTENCES + [" ".join(generator.sample(SENTENCES, 2)) for _ in range(3)]
    prompts = [prompt(loaded, text) for text in texts]
    told: list[int] = []
    batched = mlx.greedy(loaded, prompts, side, never, max_tokens=16, batch_size=5, done=told.append)
    single = [mlx.greedy(loaded, [one], side, never, max_tokens=16)[0] for one in prompts]
    assert batched == single
    assert sum(told) == len(prompts)
    assert len({*batched}) > 5


def test_both_sides_stream_from_one_batch(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    sampling = mlx.Sampling(seed=5, max_tokens=20)
    tokens = prompt(loaded, SENTENCES[5])
    together = list(mlx.stream(loaded, {"base": tokens, "tuned": prompt(loaded, SENTENCES[1])}, sampling, never))
    for side, alone in (("base", tokens), ("tuned", prompt(loaded, SENTENCES[1]))):
        text = "".join(piece.delta for piece in together if piece.side == side)
        assert text == "".join(piece.delta for piece in mlx.stream(loaded, {side: alone}, sampling, never))
        assert max(piece.tokens for piece in together if piece.side == side) <= 20


def test_temperature_zero_is_greedy(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    tokens = prompt(loaded, SENTENCES[0])
    sampling = mlx.Sampling(temperature=0, repetition_penalty=1, max_tokens=24)
    streamed = "".join(piece.delta for piece in mlx.stream(loaded, {"base": tokens}, sampling, never))
    assert streamed.strip() == mlx.greedy(loaded, [tokens], "base", never, max_tokens=24)[0]


def test_seed_decides_the_draw(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    def reply(seed: int) -> str:
        sampling = mlx.Sampling(temperature=1.5, top_p=1, seed=seed, max_tokens=12)
        prompts = {"tuned": prompt(loaded, SENTENCES[2])}
        return "".join(piece.delta for piece in mlx.stream(loaded, prompts, sampling, never))

    assert reply(1) == reply(1)
    assert len({reply(seed) for seed in range(4)}) > 1


def test_penalty_and_top_p() -> None:
    import mlx.core as mx

    from engine.runtimes.mlx import Sampling
    from engine.runtimes.mlx.replies import _draw

    close = [2.0, 1.9, -1.0]
    plain = Sampling(temperature=0, repetition_penalty=1)

    def draw(made: list[int], sampling: Sampling) -> Any:
        return _draw(mx.array(close), made, sampling).item()

    assert draw([0], plain) == 0
    assert draw([0], Sampling(temperature=0, repetition_penalty=1.1)) == 1
    narrow = [draw([], Sampling(temperature=2, top_p=0.4, seed=seed)) for seed in range(30)]
    wide = [draw([], Sampling(temperature=2, top_p=1, seed=seed)) for seed in range(30)]
    assert set(narrow) == {0}
    assert set(wide) == {0, 1, 2}


def test_reply_stops_where_the_context_ends(tmp_path: Path) -> None:
    from engine.runtimes import mlx

    small = mlx.load(tiny(tmp_path / "base", max_position_embeddings=32))
    tokens = [5] * 30
    sampling = mlx.Sampling(max_tokens=50)
    assert max(piece.tokens for piece in mlx.stream(small, {"base": tokens}, sampling, never)) <= 2


def test_cancel_stops_a_reply(loaded: Loaded) -> None:
    from engine.jobs import Cancel
    from engine.runtimes import mlx

    cancel = Cancel()
    pieces = mlx.stream(loaded, {"base": prompt(loaded, SENTENCES[0])}, mlx.Sampling(), cancel.check)
    next(pieces)
    cancel.cancel()
    with pytest.raises(JobCancelled):
        list(pieces)


def test_losses_are_those_of_each_answer_token(loaded: Loaded) -> None:
    import mlx.core as mx
    import mlx.nn as nn

    from engine.runtimes import mlx

    loaded.use(mlx.BASE)
    rows = [mlx.example(loaded, f"<u>{text}<a>", f"Answer {number}.<e>") for number, text in enumerate(SENTENCES)]
    found = mlx.losses(loaded, rows, never, batch_size=4)
    for row, loss in zip(rows, found, strict=True):
        logits = loaded.model(mx.array([row.tokens[:-1]]))[0, row.offset - 1 :]
        each: Any = nn.losses.cross_entropy(logits, mx.array(row.tokens[row.offset :]))
        assert loss == pytest.approx(float(each.mean().item()), abs=1e-4)


def test_a_row_without_answer_has_no_loss(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    with pytest.raises(ValueError, match="no loss"):
        mlx.losses(loaded, [mlx.Example((1, 2, 3), 3)], never)


def test_offset_is_the_longest_common_prefix(loaded: Loaded) -> None:
    from engine.runtimes import mlx

    row = mlx.example(loaded, "<u>How long?<a>", "3 m.<e>")
    assert loaded.decode(row.tokens[row.offset :]) == "3 m."
    # Where prompt and answer melt into one token, that token carries loss: it is part of the answer.
    melted = mlx.example(loaded, "<u>the", "re is<e>")
    whole = loaded.encode("<u>there is<e>")
    assert list(melted.tokens) == whole
    assert melted.offset == 1 + (loaded.encode("<u>the")[1] == whole[1])
    assert mlx.example(loaded, "<u>a<a>", "b<e>", mask_prompt=False).offset == 1


def test_head_apart_from_trunk_only_where_that_is_the_model(tmp_path: Path, loaded: Loaded) -> None:
    import mlx.core as mx
    from mlx_lm.models import granite

    from engine.runtimes.mlx.losses import Example, make_batch, splits, token_losses
    from tests.engine.models import CONFIG

    row = Example((1, 5, 6, 7, 8, 9), 3)
    batch = make_batch([row])
    assert splits(loaded.model, row)
    assert mx.allclose(
        token_losses(loaded.model, batch, split=True), token_losses(loaded.model, batch, split=False), atol=1e-4
    )
    more = {"vocab_size": 50, "logits_scaling": 8.0, "attention_multiplier": 1.0, "embedding_multiplier": 1.0}
    fields = {**CONFIG, **more, "residual_multiplier": 1.0, "attention_bias": False, "mlp_bias": False}
    scaled: Any = granite.Model(granite.ModelArgs.from_dict(fields))
    assert not splits(scaled, row)


def test_quantized_base_carries_an_adapter(tmp_path: Path) -> None:
    from engine.runtimes import mlx

    base = tiny(tmp_path / "base", quantized=True)
    assert mlx.load(base).quantized
    both = mlx.load(base, make_adapter(base, tmp_path / "adapter", strength=0.3))
    assert mlx.logit_delta(both, [5, 6, 7]) > 0
    both.use(mlx.BASE)
    assert mlx.next_logits(both, [5, 6, 7]) == mlx.next_logits(mlx.load(base), [5, 6, 7])


def test_fully_tuned_model_has_both_sides(tmp_path: Path) -> None:
    import mlx.core as mx
    from mlx.utils import tree_flatten

    from engine.runtimes import mlx

    base = tiny(tmp_path / "base")
    weights = dict(tree_flatten(mlx.load(tiny(tmp_path / "other", seed=2)).model.parameters()))
    folder = tmp_path / "adapter"
    folder.mkdir()
    (folder / "adapter_config.json").write_text(json.dumps({"fine_tune_type": "full", "num_layers": -1}))
    mx.save_safetensors(str(folder / "adapters.safetensors"), weights)
    both = mlx.load(base, folder)
    tokens = [5, 6, 7]
    tuned = mlx.next_logits(both, tokens)
    assert tuned == mlx.next_logits(mlx.load(tmp_path / "other"), tokens)
    both.use(mlx.BASE)
    assert mlx.next_logits(both, tokens) == mlx.next_logits(mlx.load(base), tokens)
    pieces = list(mlx.stream(both, {"base": tokens, "tuned": tokens}, mlx.Sampling(max_tokens=4), never))
    assert {piece.side for piece in pieces} == {"base", "tuned"}


def _damage(folder: Path, what: str) -> None:
    config = json.loads((folder / "config.json").read_text())
    if what == "no config":
        (folder / "config.json").unlink()
    elif what == "broken config":
        (folder / "config.json").write_text("{")
    elif what == "no weights":
        (folder / "model.safetensors").unlink()
    elif what == "cut weights":
        (folder / "model.safetensors").write_bytes((folder / "model.safetensors").read_bytes()[:5000])
    elif what == "no tokenizer":
        for file in folder.glob("*token*.json"):
            file.unlink()
    elif what == "other shapes":
        (folder / "config.json").write_text(json.dumps({**config, "intermediate_size": 96}))
    else:
        kinds = {"qwen": "qwen3_next", "unknown kind": "abacus"}
        changed = {"model_file": "evil.py"} if what == "remote code" else {"model_type": kinds[what]}
        (folder / "evil.py").write_text("raise SystemExit('code of a stranger ran')")
        (folder / "config.json").write_text(json.dumps({**config, **changed}))


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("no config", "is not a model folder"),
        ("broken config", "is damaged"),
        ("no weights", "could not be loaded"),
        ("cut weights", "could not be loaded"),
        ("no tokenizer", "could not be loaded"),
        ("other shapes", "could not be loaded"),
        ("qwen", "cannot be trained here"),
        ("unknown kind", "cannot be trained here"),
        ("remote code", "needs code of its own"),
    ],
)
def test_what_is_wrong_with_a_base_is_said(tmp_path: Path, what: str, words: str) -> None:
    from engine.runtimes import mlx

    folder = tiny(tmp_path / "base")
    _damage(folder, what)
    with pytest.raises(HoneError, match=words) as caught:
        mlx.load(folder)
    assert caught.value.hint
    assert "Traceback" not in caught.value.hint


def test_missing_base_is_said(tmp_path: Path) -> None:
    from engine.runtimes import mlx

    with pytest.raises(HoneError, match="is not a model folder"):
        mlx.load(tmp_path / "nothing")


@pytest.mark.parametrize("wrong", ["keys", "shapes", "part", "missing", "empty"])
def test_adapter_that_does_not_fit_is_refused(tmp_path: Path, wrong: str) -> None:
    import mlx.core as mx

    from engine.runtimes import mlx

    base = tiny(tmp_path / "base")
    folder = make_adapter(base, tmp_path / "adapter")
    weights: Any = mx.load(str(folder / "adapters.safetensors"))
    if wrong == "keys":
        weights = {name.replace("layers", "blocks"): value for name, value in weights.items()}
    elif wrong == "shapes":
        weights = {name: value[:, :2] for name, value in weights.items()}
    elif wrong == "part":
        weights = dict(list(weights.items())[:-1])
    elif wrong == "missing":
        (folder / "adapters.safetensors").unlink()
    else:
        weights = {"x": mx.zeros((1,))}
    if wrong != "missing":
        mx.save_safetensors(str(folder / "adapters.safetensors"), weights)
    with pytest.raises(HoneError, match="The adapter"):
        mlx.load(base, folder)


def test_losses_a_few_positions_at_a_time_have_the_same_slope(tmp_path: Path) -> None:
    import mlx.core as mx
    import mlx.nn as nn
    from mlx.utils import tree_flatten, tree_map

    from engine.runtimes import mlx
    from engine.runtimes.mlx.losses import answer_loss, make_batch, token_losses
    from engine.runtimes.mlx.model import attach

    rows = [mlx.Example(tuple(range(4, 16)), 3), mlx.Example((7, 8, 9, 10, 11), 4)]
    for quantized in (False, True):
        loaded = mlx.load(tiny(tmp_path / f"base{quantized}", quantized=quantized))
        attach(loaded, rank=2, scale=2.0, dropout=0.0, layers=-1, embeddings=False)
        model = loaded.model
        model.update(tree_map(lambda part: part + 0.05, model.trainable_parameters()))
        batch = make_batch(rows)
        loss, slope = nn.value_and_grad(model, answer_loss)(model, batch, 5)
        plain, plainly = nn.value_and_grad(model, lambda *given: token_losses(*given, split=True).sum())(model, batch)
        assert loss.item() == pytest.approx(plain.item(), abs=1e-4)
        for (_, one), (_, other) in zip(tree_flatten(slope), tree_flatten(plainly), strict=True):
            assert mx.allclose(one, other, rtol=1e-4, atol=1e-4)


def test_the_logits_of_a_prompt_are_those_after_its_last_token_alone(tmp_path: Path) -> None:
    import mlx.core as mx

    from engine.runtimes import mlx

    loaded = mlx.load(tiny(tmp_path / "wordy", vocab_size=100_000))
    prompt = [5, 6, 7, 8] * 50
    mlx.next_logits(loaded, prompt[:2])
    mx.reset_peak_memory()
    before = mx.get_active_memory()
    found = mlx.next_logits(loaded, prompt)
    assert mx.get_peak_memory() - before < len(prompt) * 100_000 * 4 / 4
    assert found == pytest.approx(loaded.model(mx.array([prompt]))[0, -1].astype(mx.float32).tolist(), abs=1e-4)
