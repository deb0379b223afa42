"""The training loop's parts: one iteration, the loss on held-out rows, and a state that resumes bit for bit."""

from __future__ import annotations

import gc
import json
import math
import re
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any, cast

import mlx.core as mx
import mlx.nn as nn
import mlx.optimizers as optim
from mlx.utils import tree_flatten, tree_map, tree_unflatten
from mlx_lm.utils import maybe_set_recommended_wired_limit

from engine.errors import HoneError, JobCancelled
from engine.project import files
from engine.runtimes.mlx.arrays import number, random_key, set_random_key
from engine.runtimes.mlx.batches import buckets, epoch
from engine.runtimes.mlx.losses import Batch, Example, answer_loss, make_batch, splits, token_losses
from engine.runtimes.mlx.model import BASE, CONFIG, TUNED, WEIGHTS, Loaded, attach, trainable
from engine.runtimes.mlx.prefix import Frozen, Tell, cut_below_adapter
from engine.runtimes.mlx.ranks import END, EVALUATE, STEP, Ranks
from engine.runtimes.mlx.recompute import recompute
from engine.runtimes.mlx.replies import greedy

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.recipe import Recipe

Check = Callable[[], None]
_TRAINED, _HELD_OUT = "trained", "held out"
Vary = Callable[[int, Random], Example | None]  # a row's number and a source of chance -> another form of it


class Diverged(HoneError):
    """The loss, which is that of all ranks, is no longer a number."""


@dataclass(frozen=True, slots=True)
class Iteration:
    """What one iteration did: mean loss in nats a target, targets trained, seconds."""

    number: int
    loss: float
    tokens: int
    seconds: float
    learning_rate: float


class Trainer:
    """A base with its trainable tensors, the optimizer and the place in the data.

    An iteration is one update of the weights by `batch_size` x `accumulation` rows.
    """

    def __init__(
        self,
        loaded: Loaded,
        recipe: Recipe,
        rows: Sequence[Example],
        vary: Vary | None = None,
        scratch: Path | None = None,
        ranks: Ranks | None = None,
    ) -> None:
        self._loaded, self._recipe, self._rows, self._vary = loaded, recipe, rows, vary
        self._ranks = ranks or Ranks()
        maybe_set_recommended_wired_limit()
        mx.random.seed(recipe.seed)
        self._config = _prepare(loaded, recipe)
        self._lengths = [len(row.tokens) for row in rows]
        self._bounds = buckets(self._lengths)
        self._split = splits(loaded.model, rows[0])
        self._head_frozen = all(name.startswith("model.layers.") for name in trainable(loaded))
        self._frozen = self._freeze(scratch)
        if recipe.recompute:
            for block in loaded.model.layers:
                if block.trainable_parameters():
                    recompute(block)
        self._optimizer = optim.AdamW(learning_rate=0.0, weight_decay=recipe.weight_decay)
        self._optimizer.init(loaded.model.trainable_parameters())
        self._gradient = nn.value_and_grad(loaded.model, self._summed)
        self.iteration = 0
        self.tell: Tell = lambda done, total: None  # how many rows of how many passed the frozen blocks

    @property
    def kept_bytes(self) -> int:
        """Memory of what the frozen blocks made of the rows, which MLX does not count."""
        return self._frozen.kept_bytes

    @property
    def is_alone(self) -> bool:
        """Whether no other rank trains along."""
        return self._ranks.size == 1

    def step(self, check: Check) -> Iteration:
        """Do one iteration; raises HoneError when the loss is no longer a number."""
        began, following = time.perf_counter(), self.iteration + 1
        self._ranks.lead(STEP)
        self._ranks.each(lambda: self._frozen.ready(_TRAINED, self._rows, check, self.tell))
        self._loaded.model.train()
        self._ranks.scatter(self._recipe.seed, self.iteration)
        key = random_key()
        try:
            total, gradient, tokens = self._ranks.total(*self._accumulate(self._micro_batches(self.iteration), check))
        except BaseException:
            set_random_key(key)  # half an iteration leaves no trace, so that it can be done again
            raise
        gradient, _ = optim.clip_grad_norm(tree_map(lambda part: part / tokens, gradient), max_norm=1.0)
        rate = learning_rate(self._recipe, following)
        self._optimizer.learning_rate = rate
        self._optimizer.update(self._loaded.model, gradient)
        mx.eval(total, self._loaded.model.trainable_parameters(), self._optimizer.state)
        mean = number(total) / tokens
        if not math.isfinite(mean):
            raise _diverged(following)
        self.iteration = following
        return Iteration(following, mean, tokens, time.perf_counter() - began, rate)

    def rehearse(self, check: Check) -> int:
        """Bytes of memory that an iteration takes at most, by the longest rows and those with the longest answers.

        Nothing is learned, and what follows is as if this had not been tried.
        """
        self._loaded.model.train()
        mx.eval(self._loaded.model.parameters(), self._optimizer.state)
        mx.clear_cache()
        mx.reset_peak_memory()
        key, size = random_key(), self._recipe.batch_size
        try:
            for weight in (_length, _answer):
                heaviest = sorted(self._rows, key=weight, reverse=True)[:size]
                self._accumulate([heaviest] * min(self._recipe.accumulation, 2), check)
        finally:
            set_random_key(key)
        return int(mx.get_peak_memory()) + self._frozen.will_keep(self._rows)

    def _accumulate(self, batches: Sequence[Sequence[Example]], check: Check) -> tuple[mx.array, Any, int]:
        """Summed loss, summed gradient and number of targets of an iteration's rows."""
        total, gradient, tokens = mx.array(0.0), None, 0
        for rows in self._ranks.share(batches, self._recipe.batch_size):
            self._ranks.each(check)
            if not rows:
                continue
            batch = self._pad(rows)
            self._frozen.give(_TRAINED, rows, batch.inputs)
            loss, part = self._gradient(self._loaded.model, batch)
            gradient = part if gradient is None else tree_map(lambda one, other: one + other, gradient, part)
            total, tokens = total + loss, tokens + batch.tokens
            _compute(total, gradient)
        if gradient is None:
            gradient = tree_map(mx.zeros_like, self._loaded.model.trainable_parameters())
        return total, gradient, tokens

    def evaluate(self, rows: Sequence[Example], check: Check) -> float:
        """Mean loss in nats a target over rows that are not trained."""
        self._ranks.lead(EVALUATE)
        model, size = self._loaded.model, self._recipe.batch_size
        model.eval()
        ordered = sorted(rows, key=lambda row: len(row.tokens))
        self._ranks.each(lambda: self._frozen.ready(_HELD_OUT, ordered, check, self.tell))
        batches = [ordered[start : start + size] for start in range(0, len(ordered), size)]
        batches += [[]] * (-len(batches) % self._ranks.size)
        total, tokens = 0.0, 0.0
        for chosen in batches[self._ranks.rank :: self._ranks.size]:
            self._ranks.each(check)
            if chosen:
                batch = make_batch(chosen)
                self._frozen.give(_HELD_OUT, chosen, batch.inputs)
                total += number(self._summed(model, batch))
                tokens += batch.tokens
        total, tokens = self._ranks.sums(total, tokens)
        if not math.isfinite(total):
            raise _diverged(self.iteration)
        return total / tokens

    def align(self) -> None:
        """Give all ranks the first one's weights, optimizer and place: they stay alike from there on."""
        model, same = self._loaded.model, self._ranks.same
        self.iteration = int(number(same(mx.array(self.iteration))))
        model.update(same(model.trainable_parameters()))
        self._optimizer.state = same(self._optimizer.state)

    def follow(self, held_out: Sequence[Example]) -> None:
        """Do what the first rank does, until it is done."""
        self.align()
        while order := self._ranks.follow():
            try:
                if order == STEP:
                    self.step(lambda: None)
                else:
                    self.evaluate(held_out, lambda: None)
            except (JobCancelled, Diverged):
                continue  # all of them met it: the first one tells, and says whether to go on

    def dismiss(self) -> None:
        """Let the other ranks go."""
        self._ranks.lead(END)

    def replies(self, prompts: Sequence[Sequence[int]], max_tokens: int, check: Check) -> list[str]:
        """The likeliest replies of the model as it is now; training goes on as if it had not been asked."""
        self._loaded.model.eval()
        side = TUNED if self._loaded.has_adapter else BASE  # trained in full, there is one side only: what is trained
        with self._frozen.whole():
            return greedy(self._loaded, prompts, side, check, max_tokens=max_tokens)

    def save(self, path: Path) -> None:
        """Write weights, optimizer, random state and position, whole or not at all."""
        tensors = {f"weights.{name}": value for name, value in trainable(self._loaded).items()}
        tensors |= {f"optimizer.{name}": value for name, value in tree_flatten(self._optimizer.state)}
        tensors["random"] = random_key()
        if not all(bool(mx.isfinite(value).all().item()) for value in tensors.values()):
            raise _diverged(self.iteration)
        with files.atomic_file(path) as temporary:
            mx.save_safetensors(str(temporary), tensors, {"iteration": str(self.iteration)})

    def restore(self, path: Path) -> None:
        """Go on from a file that `save` wrote, as if there had been no pause; raises HoneError for another's file."""
        try:
            tensors, metadata = cast(
                "tuple[dict[str, mx.array], dict[str, str]]", mx.load(str(path), return_metadata=True)
            )
            groups: dict[str, dict[str, mx.array]] = {"weights": {}, "optimizer": {}, "random": {}}
            for name, value in tensors.items():
                group, _, rest = name.partition(".")
                groups[group][rest] = value
            self.iteration = int(metadata["iteration"])
            set_random_key(groups["random"][""])
        except (OSError, RuntimeError, ValueError, KeyError) as error:
            raise HoneError("A checkpoint cannot be read", f"{path.name}: start a new run.") from error
        if set(groups["weights"]) != set(trainable(self._loaded)):
            raise HoneError("A checkpoint is of another model", "The base has changed since: start a new run.")
        self._loaded.model.update(tree_unflatten(list(groups["weights"].items())))
        self._optimizer.state = tree_unflatten(list(groups["optimizer"].items()))
        mx.eval(self._loaded.model.parameters(), self._optimizer.state)

    def save_adapter(self, folder: Path) -> None:
        """Write the trained tensors as mlx-lm reads them (adapters.safetensors, adapter_config.json)."""
        files.write_text(folder / CONFIG, json.dumps({**self._config, "model": str(self._loaded.path)}, indent=1))
        with files.atomic_file(folder / WEIGHTS) as temporary:
            mx.save_safetensors(str(temporary), trainable(self._loaded), {"format": "mlx"})

    def _summed(self, model: Any, batch: Batch) -> mx.array:
        if self._split and self._head_frozen:
            return answer_loss(model, batch)
        return token_losses(model, batch, split=self._split).sum()

    def _pad(self, rows: Sequence[Example]) -> Batch:
        longest = max(len(row.tokens) for row in rows)
        return make_batch(rows, min(bound for bound in self._bounds if bound >= longest))

    def _micro_batches(self, iteration: int) -> list[list[Example]]:
        """The rows of an iteration (from 0); a function of seed and place, so a resumed run goes on alike."""
        recipe, found = self._recipe, []
        per_epoch = -(-len(self._rows) // recipe.batch_size)
        for place in range(iteration * recipe.accumulation, (iteration + 1) * recipe.accumulation):
            turn, batch = divmod(place, per_epoch)
            chosen = epoch(self._lengths, recipe.batch_size, recipe.seed, turn)[batch]
            random = Random(f"{recipe.seed} {place}")
            found.append([self._row(row, random) for row in chosen])
        return found

    def _row(self, row: int, random: Random) -> Example:
        """A row as it is, or varied; never longer than the longest, so that the padded lengths stay few."""
        varied = self._vary(row, random) if self._vary is not None else None
        return self._rows[row] if varied is None or len(varied.tokens) > max(self._bounds) else varied

    def _freeze(self, scratch: Path | None) -> Frozen:
        """What is frozen below the adapter, where the rows come often enough and there is room for it."""
        recipe, rows = self._recipe, self._rows
        often = recipe.iterations * recipe.batch_size * recipe.accumulation > len(rows)
        cut = cut_below_adapter(self._loaded, rows, scratch, split=self._split) if often else None
        return Frozen(cut, recipe.batch_size, scratch, keep=self._vary is not None)


def _length(row: Example) -> int:
    return len(row.tokens)


def _answer(row: Example) -> int:
    return row.targets


def _compute(total: mx.array, gradient: Any) -> None:
    """Compute a loss and its gradient from the last block to the first, the way that the gradient takes.

    All at once, what a block needs would wait for its turn in memory.
    """
    mx.eval(total)
    blocks: dict[int, list[mx.array]] = defaultdict(list)
    for name, part in tree_flatten(gradient):
        blocks[_block(name)].append(part)
    for block in sorted(blocks, reverse=True):
        mx.eval(blocks[block])


def _block(name: str) -> int:
    """The number of the block that a tensor belongs to; -1 outside of all."""
    found = re.search(r"\.layers\.(\d+)\.", name)
    return int(found[1]) if found else -1


def learning_rate(recipe: Recipe, iteration: int) -> float:
    """Linear warm-up, then half a cosine down to a tenth (iterations count from 1)."""
    if iteration <= recipe.warmup:
        return recipe.learning_rate * iteration / recipe.warmup
    gone = (iteration - recipe.warmup) / max(recipe.iterations - recipe.warmup, 1)
    return recipe.learning_rate * (0.1 + 0.45 * (1 + math.cos(math.pi * gone)))


def peak_memory() -> float:
    """The most memory that MLX held at once since the process began or it was last forgotten, in GB."""
    return float(mx.get_peak_memory()) / 1e9


def forget_peak_memory() -> None:
    """Let go of what a run before left in this process, so that the next one tells its own peak."""
    gc.collect()  # a loaded model holds itself
    mx.clear_cache()
    mx.reset_peak_memory()


def _prepare(loaded: Loaded, recipe: Recipe) -> dict[str, Any]:
    if recipe.method == "lora":
        return attach(
            loaded,
            rank=recipe.rank,
            scale=recipe.scale,
            dropout=recipe.dropout,
            layers=recipe.layers,
            embeddings=recipe.embeddings,
        )
    if loaded.quantized:
        raise HoneError(
            f"{loaded.path.name} is quantized and cannot be trained in full",
            "Choose the method lora, which is QLoRA for such a base, or a base in 16 bits.",
        )
    loaded.model.unfreeze()
    return {"fine_tune_type": "full", "num_layers": -1, "lora_parameters": {}}


def _diverged(iteration: int) -> Diverged:
    return Diverged(
        f"Training diverged at iteration {iteration}",
        "The loss is no longer a number. The best adapter so far is kept; train again with half the learning rate.",
    )
