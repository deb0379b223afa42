"""Base and tuned in one batch, kept prompt caches, and the exam: python -m benchmarks.bench replies.

The reference is the same engine asked one by one, so that what is counted is only what asking together saves.
Measured with the starter and with a random model of 50M parameters, both under a random adapter.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.comparing import Row, alternately, seconds, write_part
from engine.dataset.scores import key_facts
from engine.exam_paper import Question
from engine.exam_room import Room
from engine.jobs import Cancel
from engine.resources import starter
from engine.runtimes import mlx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.runtimes.mlx import Kept, Loaded

_TOKENS = 24  # of each reply, at most
_SIDES = (mlx.BASE, mlx.TUNED)
_THINGS = ("pump", "filter", "lamp", "valve", "sensor", "motor", "fan", "nozzle")
_FACTS = (
    ("What does the {} cost?", "The {} of the Meridian {} costs {} euros."),
    ("How heavy is the {}?", "The {} of the Meridian {} weighs {} kilograms and has to be lifted by two people."),
    ("When must the {} be replaced?", "Replace the {} of the Meridian {} every {} days."),
)
_SAMPLING = mlx.Sampling(temperature=0, max_tokens=_TOKENS)
_SHAPE = {
    "model_type": "llama",
    "architectures": ["LlamaForCausalLM"],
    "hidden_size": 640,
    "num_hidden_layers": 10,
    "num_attention_heads": 10,
    "num_key_value_heads": 5,
    "intermediate_size": 1728,
    "max_position_embeddings": 1024,
    "rms_norm_eps": 1e-6,
    "rope_theta": 10000.0,
    "tie_word_embeddings": True,
}


def main() -> None:
    """Measure all with both models; stops when a reply is another than asked alone."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        models = {"the starter": starter(), "50M random": _random_base(folder / "random")}
        rows: list[Row] = []
        for name, base in models.items():
            loaded = mlx.load(base, _adapter(base, folder / f"adapter of {name}"))
            for measure in (_two_answers, _first_tokens, _second_turn, *((_exam,) if base == starter() else ())):
                rows += measure(name, loaded)
                print(f"{rows[-1].what}: {rows[-1].ratio:.2f}", flush=True)
    notes = [
        "The reference is one after the other with the same code. Greedy replies of both sides are compared token by",
        "token in each round; losses of the exam to 4 decimals.",
    ]
    write_part("replies", "Two answers for one", rows, notes)


def _two_answers(name: str, loaded: Loaded) -> list[Row]:
    prompts = [_prompt(loaded, [("user", text)]) for text, _ in _questions(2)]

    def together() -> list[dict[str, str]]:
        return [_said(loaded, dict.fromkeys(_SIDES, prompt)) for prompt in prompts]

    def apart() -> list[dict[str, str]]:
        return [_said(loaded, {_SIDES[0]: prompt}) | _said(loaded, {_SIDES[1]: prompt}) for prompt in prompts]

    _same(f"answers of {name}", together(), apart())
    ours, reference = alternately(lambda: seconds(together), lambda: seconds(apart))
    return [Row(f"Both answers, {name}", "s", ours, reference, "faster", 1.5, "greedy replies of both sides")]


def _first_tokens(name: str, loaded: Loaded) -> list[Row]:
    long = _prompt(loaded, _talk(6))
    found = []
    for words, other in (("prompts alike", long), ("histories of different length", _prompt(loaded, _talk(2)))):
        prompts = {mlx.BASE: other, mlx.TUNED: long}
        ours, reference = alternately(
            lambda prompts=prompts: _until_both(loaded, prompts),  # type: ignore[misc]
            lambda prompts=prompts: sum(  # type: ignore[misc]
                _until_both(loaded, {side: prompt}) for side, prompt in prompts.items()
            ),
        )
        lengths = f"{len(other)} and {len(long)} tokens"
        what = f"Time to both first tokens, {words} ({lengths}), {name}"
        found.append(Row(what, "s", ours, reference, "share_at_most", 1.2))
    return found


def _second_turn(name: str, loaded: Loaded) -> list[Row]:
    talk = _talk(6)
    first, second = _prompt(loaded, talk), {}
    kept = mlx.Kept()
    replies = _said(loaded, dict.fromkeys(_SIDES, first), kept)
    for side in _SIDES:
        second[side] = _prompt(loaded, [*talk, ("assistant", replies[side]), ("user", "And the lamp?")])
    ours, reference = alternately(lambda: _until_both(loaded, second, kept), lambda: _until_both(loaded, second))
    _same(f"second turn of {name}", _said(loaded, second, kept), _said(loaded, second))
    what = f"First tokens of a second turn ({len(second[mlx.BASE])} tokens), {name}"
    return [Row(what, "s", ours, reference, "faster", 2, "greedy replies of the second turn")]


def _exam(name: str, loaded: Loaded) -> list[Row]:
    asked = [
        Question(
            number, None, "test", text, ({"role": "user", "content": text},), answer, key_facts(text, answer), True
        )
        for number, (text, answer) in enumerate(_questions(24))
    ]

    def answers(size: int) -> list[Any]:
        room = Room(loaded, "chat", _SIDES, None, _TOKENS, "", asked)
        found = [answer for some in room.answers(asked, size, Cancel()) for answer in some]
        return sorted(found, key=lambda answer: int(answer.position))

    many, alone = answers(32), answers(1)
    _same(f"exam of {name}", [one.replies for one in many], [one.replies for one in alone])
    for one, other in zip(many, alone, strict=True):
        losses = [round(abs(one.scores[side]["loss"] - other.scores[side]["loss"]), 4) for side in _SIDES]
        _same(f"losses of {name}", losses, [0.0, 0.0])
    ours, reference = alternately(lambda: seconds(lambda: answers(32)), lambda: seconds(lambda: answers(1)))
    what = f"Exam of {len(asked)} questions, two sides, batched against one by one, {name}"
    return [Row(what, "s", ours, reference, "faster", 4, "replies; losses to 4 decimals")]


def _said(loaded: Loaded, prompts: dict[str, list[int]], kept: Kept | None = None) -> dict[str, str]:
    said = dict.fromkeys(prompts, "")
    for piece in mlx.stream(loaded, prompts, _SAMPLING, lambda: None, None, kept):
        said[piece.side] += piece.delta
    return said


def _until_both(loaded: Loaded, prompts: dict[str, list[int]], kept: Kept | None = None) -> float:
    """Seconds until each side has said something; broken off there, it leaves `kept` as it is."""
    began, spoke = time.perf_counter(), set()
    for piece in mlx.stream(loaded, prompts, _SAMPLING, lambda: None, None, kept):
        spoke.add(piece.side)
        if len(spoke) == len(prompts):
            break
    return time.perf_counter() - began


def _same(what: str, ours: object, reference: object) -> None:
    if ours != reference:
        raise SystemExit(f"The {what} are not the same: {ours} and {reference}")


def _questions(count: int) -> list[tuple[str, str]]:
    """Questions with what they are asked about, so that a reply has something to say; and the reference."""
    made = []
    for number in range(count):
        question, fact = _FACTS[number % len(_FACTS)]
        thing = _THINGS[number // len(_FACTS) % len(_THINGS)]
        told = fact.format(thing, 100 + number, 3 + number * 7 % 90)
        made.append((f"{told}\n{question.format(thing)}", told))
    return made


def _talk(turns: int) -> list[tuple[str, str]]:
    """A conversation that ends with a question."""
    said = [turn for text, answer in _questions(turns) for turn in (("user", text), ("assistant", answer))]
    return said[:-1]


def _prompt(loaded: Loaded, talk: Sequence[tuple[str, str]]) -> list[int]:
    messages = [{"role": role, "content": text} for role, text in talk]
    return loaded.encode(loaded.tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True))


def _random_base(folder: Path) -> Path:
    import mlx.core as mx
    from mlx_lm.models.llama import Model, ModelArgs
    from mlx_lm.utils import save_config, save_model

    folder.mkdir()
    for file in starter().glob("*token*.json"):
        shutil.copy(file, folder)
    known = json.loads((starter() / "config.json").read_text(encoding="utf-8"))
    config: dict[str, Any] = {**_SHAPE, **{name: known[name] for name in ("vocab_size", "eos_token_id")}}
    mx.random.seed(1)
    model: Any = Model(ModelArgs.from_dict(config))
    model.set_dtype(mx.bfloat16)
    save_model(folder, model)
    save_config(config, folder / "config.json")
    return folder


def _adapter(base: Path, folder: Path) -> Path:
    """An adapter of random weights, strong enough to change replies."""
    import mlx.core as mx
    from mlx.utils import tree_unflatten

    from engine.runtimes.mlx.model import CONFIG, WEIGHTS, attach, trainable

    loaded = mlx.load(base)
    config = attach(loaded, rank=8, scale=2.0, dropout=0.0, layers=-1, embeddings=False)
    mx.random.seed(7)
    weights = {name: mx.random.normal(value.shape) * 0.03 for name, value in trainable(loaded).items()}
    loaded.model.update(tree_unflatten(list(weights.items())))
    folder.mkdir()
    (folder / CONFIG).write_text(json.dumps(config), encoding="utf-8")
    mx.save_safetensors(str(folder / WEIGHTS), trainable(loaded))
    return folder


if __name__ == "__main__":
    main()
