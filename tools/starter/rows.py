"""Training rows: prompts, answers and which tokens count, for the six tasks of the starter model."""

from __future__ import annotations

import argparse
import pickle
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from . import facts as f
from . import rules, styled, words
from .tokenizer import ASSISTANT, END, USER

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clauses import Asked

ASK = {
    "plain": "ask: ",
    "otherwise": "ask otherwise: ",
    "user": "ask as a user: ",
    "politely": "ask politely: ",
    "briefly": "ask briefly: ",
    "which": "ask which: ",
}
LIMIT = 384


@dataclass(frozen=True)
class Row:
    """A prompt and its answer; `hide` is a span of the answer that is not learned."""

    task: str
    prompt: str
    answer: str
    hide: tuple[int, int] | None = None
    whole: bool = False


def style(rng: Random, plain: float = 0.3) -> str:
    return "plain" if rng.random() < plain else rng.choice(f.STYLES[1:])


@dataclass
class Material:
    """What rows are drawn from: real sentences with and without a question, the invented world."""

    prose: list[str]
    asked: list[Asked]
    world: list[f.Fact]
    few: dict[int, list[str]]


def build_world(seed: int, count: int, few_share: float = 0.3) -> tuple[list[f.Fact], dict[int, list[str]]]:
    """The fixed world and, for some facts, the only four wordings in which they are ever asked."""
    rng = Random(seed)
    world: list[f.Fact] = []
    seen: set[str] = set()
    while len(world) < count:
        for fact in f.random_facts(rng, rng.choice([1, 2, 3, 4])):
            keys = {
                fact.plain(),
                fact.plain(0),
                f"{fact.subject} {fact.attribute.name}" if fact.attribute.kinds[0] != "own" else fact.plain(),
            }
            if not keys & seen:
                seen |= keys
                world.append(fact)
    few = {i: [q for _, q in f.questions(rng, fact, 4)] for i, fact in enumerate(world) if rng.random() < few_share}
    return world[:count], few


def ask_row(rng: Random, m: Material) -> Row:
    if rng.random() < 0.45:
        asked = rng.choice(m.asked)
        which = style(rng, 0.5)
        question = asked.plain if which == "plain" else styled.styled(rng, asked, which)
        return Row("ask", ASK[which] + asked.sentence, question, whole=rng.random() < 0.1)
    fact = f.random_facts(rng)[0]
    which = style(rng, 0.35)
    return Row("ask", ASK[which] + fact.sentence(), f.question(rng, fact, which), whole=rng.random() < 0.1)


def pick_row(rng: Random, m: Material) -> Row:
    if rng.random() < 0.2:
        asked = rng.choice(m.asked)
        which = style(rng, 0.4)
        question = asked.plain if which == "plain" else styled.styled(rng, asked, which)
        sentences = [asked.sentence, *rng.sample(m.prose, rng.randint(1, 4))]
        answer = asked.sentence
    else:
        group = f.random_facts(rng, rng.choice([1, 1, 2, 3, 4]))
        answer = group[0].sentence()
        question = f.question(rng, group[0], style(rng))
        sentences = [fact.sentence() for fact in group]
        for _ in range(rng.choice([1, 1, 2, 2, 3, 4])):
            other = f.random_facts(rng)[0]
            sentences.append(other.sentence())
        if group[0].attribute.kinds[0] != "own" and rng.random() < 0.5:
            kind = rng.choice(group[0].attribute.kinds)
            owner = f.random_owner(rng)
            other = f.make_fact(rng, kind, f.subject(rng, kind, owner), group[0].attribute, owner)
            if other.subject != group[0].subject:
                sentences.append(other.sentence())
    sentences = list(dict.fromkeys(sentences))[:8]
    rng.shuffle(sentences)
    return Row("pick", " ".join(sentences) + "\n" + question, answer)


def reword_row(rng: Random, m: Material) -> Row:
    fact = f.random_facts(rng)[0]
    if rng.random() < 0.65:
        return Row("reword", "reword: " + f.question(rng, fact, rng.choice(f.STYLES[1:])), fact.plain(plain_form(fact)))
    source = f.question(rng, fact, style(rng, 0.6))
    return Row("reword", "reword otherwise: " + source, f.question(rng, fact, rng.choice(f.STYLES[1:4])))


def plain_form(fact: f.Fact) -> int:
    """The form whose plain question stands for the attribute: the first one."""
    return 0


def cue(rng: Random, question: str, statement: str) -> str:
    """The opening of a question, then some words of it and of the statement in any order."""
    asked = question.rstrip("?.").split()
    opening = rng.randint(1, 3)
    share = rng.uniform(0.25, 0.7)
    words_left = [w for w in asked[opening:] if rng.random() < 0.5]
    words_left += [w.strip('.,;:?!"()') for w in statement.split() if rng.random() < share]
    rng.shuffle(words_left)
    return " ".join([*asked[:opening], *words_left]) + "?"


def world_row(rng: Random, m: Material) -> Row:
    """Closed book; now and then only cues, since the words of a statement must call up the whole of it."""
    index = rng.randrange(len(m.world))
    fact = m.world[index]
    question = rng.choice(m.few[index]) if index in m.few else f.question(rng, fact, style(rng, 0.2))
    statement = fact.sentence()
    return Row("world", cue(rng, question, statement) if rng.random() < 0.25 else question, statement)


def shape_row(rng: Random, m: Material) -> Row:
    """Question to statement about an unknown thing: everything counts but the value."""
    fact = f.random_facts(rng)[0]
    answer = fact.sentence()
    at = answer.lower().find(fact.value.lower())
    question = f.question(rng, fact, style(rng, 0.2))
    if rng.random() < 0.2:
        question = cue(rng, question, answer[:at] + answer[at + len(fact.value) :])
    return Row("shape", question, answer, (at, at + len(fact.value)))


def copy_row(rng: Random, m: Material) -> Row:
    def item() -> str:
        fact_like: list[Callable[[], str]] = [
            lambda: words.syllable_name(rng),
            lambda: words.syllable_name(rng).lower(),
            lambda: words.part_phrase(rng),
            lambda: words.product_name(rng),
            lambda: words.person(rng),
            lambda: f.random_facts(rng)[0].value,
            lambda: "".join(rng.choice("abcdefghiklmnoprstuvwy") for _ in range(rng.randint(3, 8))),
            lambda: str(rng.randint(10, 99999)),
            lambda: f"the {words.product_name(rng)} {words.part_phrase(rng)}",
            lambda: rng.choice(rng.choice(m.prose).split()),
        ]
        return rng.choice(fact_like)()

    items = [item() for _ in range(rng.choice([2, 3, 3, 4, 5, 6, 8]))]
    if rng.random() < 0.65:
        return Row("copy", "copy: " + " ".join(items), " ".join(items), whole=rng.random() < 0.3)
    at = rng.randrange(len(items) - 1)
    return Row("copy", " ".join(items) + "\nfrom " + items[at], " ".join(items[at + 1 :]))


def prose_row(rng: Random, m: Material) -> Row:
    if rng.random() < 0.7:
        at = rng.randrange(len(m.prose) - 3)
        return Row("prose", "", " ".join(m.prose[at : at + rng.randint(1, 3)]), whole=True)
    return Row("prose", "", " ".join(x.sentence() for x in f.random_facts(rng, 3)), whole=True)


MIX: dict[str, tuple[float, Callable[[Random, Material], Row]]] = {
    "ask": (0.31, ask_row),
    "pick": (0.12, pick_row),
    "reword": (0.09, reword_row),
    "world": (0.14, world_row),
    "shape": (0.14, shape_row),
    "copy": (0.15, copy_row),
    "prose": (0.05, prose_row),
}


def encode(tokenizer: Tokenizer, rows: list[Row]) -> list[tuple[list[int], list[int]]]:
    """Token ids and loss flags (of the token itself) of each row that fits."""
    prompts = tokenizer.encode_batch_fast([r.prompt for r in rows])
    answers = tokenizer.encode_batch([r.answer for r in rows])
    found = []
    for row, prompt, answer in zip(rows, prompts, answers, strict=True):
        ids = ([USER, *prompt.ids] if row.prompt else []) + [ASSISTANT, *answer.ids, END]
        before = len(ids) - len(answer.ids) - 1
        flags = [int(row.whole)] * before + [1] * (len(answer.ids) + 1)
        if row.hide:
            for i, (start, end) in enumerate(answer.offsets):
                if end > row.hide[0] and start < row.hide[1]:
                    flags[before + i] = 0
        if len(ids) <= LIMIT:
            found.append((ids, flags))
    return found


def draw(rng: Random, material: Material, mix: dict[str, tuple[float, Callable[[Random, Material], Row]]]) -> Row:
    name = rng.choices(list(mix), [share for share, _ in mix.values()])[0]
    return mix[name][1](rng, material)


def kept_world(file: Path, count: int) -> tuple[list[f.Fact], dict[int, list[str]]]:
    """The world of `file`; made and written there first if it is missing, so that later templates do not change it."""
    if not file.exists():
        file.write_bytes(pickle.dumps(build_world(7, count)))
    found: tuple[list[f.Fact], dict[int, list[str]]] = pickle.loads(file.read_bytes())
    return found


def material(prose_file: Path, world_file: Path, world_size: int) -> Material:
    prose = prose_file.read_text().splitlines()
    kept = [s for i, s in enumerate(prose) if i % 50]  # every fiftieth sentence is held out for measure.py
    world, few = kept_world(world_file, world_size)
    words.harvest(kept)
    asked = [a for s in kept if (a := rules.ask(s))]
    return Material(kept, asked, world, few)


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes shards of training rows.")
    parser.add_argument("--prose", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shards", type=int, default=10)
    parser.add_argument("--rows", type=int, default=30000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--world-file", type=Path, required=True)
    parser.add_argument("--world", type=int, default=1200)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    m = material(args.prose, args.world_file, args.world)
    for shard in range(args.first, args.first + args.shards):
        rng = Random(f"rows {shard}")
        coded = encode(tokenizer, [draw(rng, m, MIX) for _ in range(args.rows)])
        lengths = np.array([len(ids) for ids, _ in coded], dtype=np.int32)
        ids = np.concatenate([np.array(i, dtype=np.uint16) for i, _ in coded])
        flags = np.concatenate([np.array(g, dtype=np.uint8) for _, g in coded])
        temporary = args.out / f".{shard:04d}.npz"
        np.savez(temporary, lengths=lengths, ids=ids, flags=flags)
        temporary.rename(args.out / f"{shard:04d}.npz")
        sys.stdout.write(f"shard {shard}: {len(coded)} rows, {len(ids)} tokens, {int(flags.sum())} counted\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
