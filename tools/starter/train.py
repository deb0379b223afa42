"""Trains the starter model on one CPU core; every run continues its checkpoint if there is one."""

from __future__ import annotations

import argparse
import math
import os
import signal
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .model import Llama, Shape


class Muon:
    """Momentum with orthogonalised updates for the hidden matrices (Jordan et al. 2024).

    Matrices of one shape are handled as one stack, since many small products are slow.
    """

    def __init__(
        self, weights: list[torch.nn.Parameter], lr: float, momentum: float = 0.95, decay: float = 0.02
    ) -> None:
        self.groups: dict[tuple[int, ...], list[torch.nn.Parameter]] = {}
        for weight in weights:
            self.groups.setdefault(tuple(weight.shape), []).append(weight)
        self.buffers = {shape: torch.zeros(len(group), *shape) for shape, group in self.groups.items()}
        self.lr, self.momentum, self.decay = lr, momentum, decay

    @staticmethod
    def orthogonal(g: Tensor, steps: int = 5) -> Tensor:
        """Newton-Schulz iteration towards the nearest orthogonal matrix of each (n, rows, cols)."""
        a, b, c = 3.4445, -4.7750, 2.0315
        tall = g.shape[1] > g.shape[2]
        x = g.transpose(1, 2) if tall else g
        x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
        for _ in range(steps):
            square = x @ x.transpose(1, 2)
            x = a * x + (b * square + c * square @ square) @ x
        return x.transpose(1, 2) if tall else x

    @torch.no_grad()
    def step(self, factor: float) -> None:
        lr = self.lr * factor
        for shape, group in self.groups.items():
            gradient = torch.stack([w.grad for w in group if w.grad is not None])
            buffer = self.buffers[shape]
            buffer.lerp_(gradient, 1 - self.momentum)
            update = self.orthogonal(gradient.lerp(buffer, self.momentum))
            scale = max(1.0, shape[0] / shape[1]) ** 0.5
            for weight, change in zip(group, update, strict=True):
                weight.mul_(1 - lr * self.decay).add_(change, alpha=-lr * scale)


class Batches:
    """Batches of about `tokens` padded tokens, rows of similar length together, shard after shard."""

    def __init__(self, folder: Path, tokens: int, shard: int, batch: int) -> None:
        self.folder, self.tokens, self.shard, self.batch = folder, tokens, shard, batch
        self._load()

    def _load(self) -> None:
        names = sorted(p for p in self.folder.iterdir() if p.name.endswith(".npz") and not p.name.startswith("."))
        data = np.load(names[self.shard % len(names)])
        self.ids, self.flags, lengths = data["ids"], data["flags"], data["lengths"]
        self.starts = np.concatenate([[0], np.cumsum(lengths)])
        rng = np.random.default_rng(self.shard)
        order = np.argsort(lengths + rng.uniform(0, 2, len(lengths)), kind="stable")
        self.batches: list[np.ndarray] = []
        at = 0
        while at < len(order):
            size = 1
            while at + size < len(order) and (size + 1) * lengths[order[at + size]] <= self.tokens:
                size += 1
            self.batches.append(order[at : at + size])
            at += size
        rng.shuffle(self.batches)  # type: ignore[arg-type]

    def next(self) -> tuple[Tensor, Tensor, Tensor]:
        """Inputs (rows, length), flat positions that count, and their target ids."""
        if self.batch >= len(self.batches):
            self.shard, self.batch = self.shard + 1, 0
            self._load()
        chosen = self.batches[self.batch]
        self.batch += 1
        length = max(self.starts[i + 1] - self.starts[i] for i in chosen) - 1
        ids = np.zeros((len(chosen), length), dtype=np.int64)
        target = np.full((len(chosen), length), -1, dtype=np.int64)
        for row, i in enumerate(chosen):
            start, end = self.starts[i], self.starts[i + 1]
            ids[row, : end - start - 1] = self.ids[start : end - 1]
            target[row, : end - start - 1] = np.where(
                self.flags[start + 1 : end] > 0, self.ids[start + 1 : end].astype(np.int64), -1
            )
        flat = torch.from_numpy(target).flatten()
        positions = (flat >= 0).nonzero().squeeze(1)
        return torch.from_numpy(ids), positions, flat[positions]


def factor(step: int, warm: int, end: float, decay_minutes: float) -> float:
    """Warm-up over `warm` steps since this start, constant, then linear decay to nothing at the time `end`."""
    left = max(0.0, (end - time.time()) / 60)
    return min(1.0, (step + 1) / warm) * min(1.0, left / decay_minutes)


@dataclass
class Run:
    """Everything that a checkpoint keeps: model, optimizers and the place in the data."""

    model: Llama
    muon: Muon
    adam: torch.optim.AdamW
    others: list[torch.nn.Parameter]
    embed_lr: float
    step: int = 0
    seen: int = 0

    @classmethod
    def create(cls, lr: float, embed_lr: float) -> Run:
        model = Llama(Shape())
        hidden = [w for n, w in model.named_parameters() if w.ndim == 2 and "embed" not in n]
        others = [w for n, w in model.named_parameters() if w.ndim != 2 or "embed" in n]
        adam = torch.optim.AdamW(others, lr=embed_lr, betas=(0.9, 0.98), weight_decay=0.0, foreach=True)
        return cls(model, Muon(hidden, lr), adam, others, embed_lr)

    def restore(self, path: Path) -> tuple[int, int]:
        """Continues a checkpoint; returns its shard and batch."""
        state = torch.load(path, weights_only=False)
        self.model.load_state_dict(state["model"])
        self.muon.buffers = state["muon"]
        self.adam.load_state_dict(state["adam"])
        self.step, self.seen = state["step"], state["seen"]
        return state["shard"], state["batch"]

    def save(self, path: Path, data: Batches) -> None:
        temporary = path.with_suffix(".new")
        state = {"model": self.model.state_dict(), "muon": self.muon.buffers, "adam": self.adam.state_dict()}
        place = {"step": self.step, "seen": self.seen, "shard": data.shard, "batch": data.batch}
        torch.save({**state, **place, "shape": self.model.shape}, temporary)
        os.replace(temporary, path)

    def update(self, scale: float) -> None:
        torch.nn.utils.clip_grad_norm_(self.others, 1.0)
        for group in self.adam.param_groups:
            group["lr"] = self.embed_lr * scale
        self.muon.step(scale)
        self.adam.step()
        self.model.zero_grad(set_to_none=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--end", required=True, help="local time at which the learning rate reaches zero, HH:MM")
    parser.add_argument("--decay", type=float, default=19, help="minutes of linear decay before the end")
    parser.add_argument("--warm", type=int, default=100, help="steps of warm-up; few if the rate had not decayed")
    parser.add_argument("--tokens", type=int, default=6144, help="padded tokens of a batch")
    parser.add_argument("--lr", type=float, default=0.02, help="step of the hidden matrices (Muon)")
    parser.add_argument("--embed-lr", type=float, default=4e-3, help="step of embeddings and norms (AdamW)")
    parser.add_argument("--fresh-data", action="store_true", help="start at the first shard of --data")
    parser.add_argument("--compile", action="store_true")
    return parser.parse_args()


def train(run: Run, data: Batches, path: Path, args: argparse.Namespace, end: float) -> None:
    """Steps until `end` (seconds since the epoch) or SIGTERM; saves every three minutes and at the end."""
    model = run.model

    def loss_of(ids: Tensor, positions: Tensor, target: Tensor) -> Tensor:
        return F.cross_entropy(model.logits(model(ids).flatten(0, 1)[positions]), target)

    loss_now = torch.compile(loss_of, dynamic=True) if args.compile else loss_of
    saved = started = time.time()
    since, recent = 0, 0.0
    asked: list[int] = []
    first = run.step  # a decayed checkpoint must be warmed up again
    signal.signal(signal.SIGTERM, lambda number, _: asked.append(number))
    while time.time() < end and not asked:
        ids, positions, target = data.next()
        loss = loss_now(ids, positions, target)
        loss.backward()
        scale = factor(run.step - first, args.warm, end, args.decay)
        run.update(scale)
        run.step, run.seen, since = run.step + 1, run.seen + ids.numel(), since + ids.numel()
        recent += float(loss.detach())
        if not math.isfinite(recent):
            raise SystemExit("the loss is not finite")
        if run.step % 25 == 0:
            rate = since / (time.time() - started)
            sys.stdout.write(
                f"{datetime.now():%H:%M:%S} step {run.step} tokens {run.seen / 1e6:.2f}M loss {recent / 25:.3f} "
                f"factor {scale:.2f} {rate:.0f} tok/s shard {data.shard}\n"
            )
            sys.stdout.flush()
            recent, since, started = 0.0, 0, time.time()
        if time.time() - saved > 180:
            run.save(path, data)
            saved = time.time()
    run.save(path, data)


def main() -> None:
    args = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    args.out.mkdir(parents=True, exist_ok=True)
    run = Run.create(args.lr, args.embed_lr)
    path = args.out / "checkpoint.pt"
    shard, batch = run.restore(path) if path.exists() else (0, 0)
    if args.fresh_data:
        shard, batch = 0, 0
    clock = datetime.strptime(args.end, "%H:%M")
    end = datetime.now().replace(hour=clock.hour, minute=clock.minute, second=0).timestamp()
    train(run, Batches(args.data, args.tokens, shard, batch), path, args, end)


if __name__ == "__main__":
    main()
