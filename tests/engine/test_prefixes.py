"""What was read once is not read again, and changes nothing of what is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher, Counts, Request
from engine.runtimes.gguf import GgufModel, load_gguf
from engine.runtimes.prefixes import together
from engine.writers.question_grammar import question_grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = " ".join(
    f"The {thing} costs {number} euros." for number, thing in enumerate(("pump", "lamp", "fan", "lid", "motor"), 40)
)
QUESTIONS = ("How much does the pump cost?", "How much does the lamp cost?", "What is the price of the motor?")
SENTENCES = [
    f"The {thing} of the {name} {tells}."
    for thing, name in (("filter", "Meridian 400"), ("battery", "scanner"), ("door", "oven"))
    for tells in ("costs 40 euros", "must be replaced every 60 days", "weighs 14 kilograms", "is made of steel")
]


@pytest.fixture(scope="module")
def model() -> Iterator[GgufModel]:
    with load_gguf(starter_gguf()) as loaded:
        yield loaded


def prompt(model: GgufModel, text: str) -> tuple[int, ...]:
    return tuple(model.prompt([{"role": "user", "content": text}]))


def alone(model: GgufModel, requests: list[Request]) -> list[str]:
    """Each in a context of its own state: nothing shared, nothing kept."""
    found = []
    with Batcher(model, sequences=1, cells=512, kept=0) as batcher:
        for request in requests:
            found.append(batcher.write([request])[0].text)
    return found


@pytest.mark.parametrize("constrained", [False, True])
@pytest.mark.parametrize(
    ("sequences", "cells", "kept", "apart"),
    [(2, 256, 3, False), (5, 512, 0, False), (16, 2048, 64, False), (2, 512, 3, True), (16, 4096, 64, True)],
)
def test_equal_to_one_at_a_time(
    model: GgufModel, sequences: int, cells: int, kept: int, apart: bool, constrained: bool
) -> None:
    """Token for token, with and without grammar, with little and much room, and also when all is kept already."""
    asked = [
        Request(prompt(model, f"ask: {text}"), 40, grammar=question_grammar(text) if constrained else "")
        for text in SENTENCES
    ]
    asked += [Request(prompt(model, f"{TEXT}\n{question}"), 40) for question in QUESTIONS]
    wanted = alone(model, asked)
    with Batcher(model, sequences=sequences, cells=cells, kept=kept, apart=apart) as batcher:
        assert [completion.text for completion in batcher.write(asked)] == wanted
        assert [completion.text for completion in batcher.write(asked)] == wanted
        batcher.forget()
        assert [completion.text for completion in batcher.write(asked[::-1])] == wanted[::-1]


@pytest.mark.parametrize("apart", [False, True])
def test_a_beginning_is_read_once(model: GgufModel, apart: bool) -> None:
    """At once, one after the other, and again later: what prompts share is read for the first of them only."""
    asked = [Request(prompt(model, f"{TEXT}\n{question}"), 8) for question in QUESTIONS]
    shared = len(prompt(model, f"{TEXT}\n")) - 1
    everything = sum(len(request.prompt) for request in asked)
    with Batcher(model, sequences=4, cells=1024, apart=apart) as batcher:
        batcher.write(asked)
        counts = batcher.counts
        assert counts.prompt_tokens_read + counts.prompt_tokens_reused == everything
        assert counts.prompt_tokens_read <= everything - 2 * (shared - 1)
        batcher.counts = Counts()
        batcher.write(asked)
        assert batcher.counts.prompt_tokens_read <= sum(len(request.prompt) - shared + 1 for request in asked[1:]) + 1
        batcher.forget()
        batcher.counts = Counts()
        for request in asked:
            batcher.write([request])
        assert batcher.counts.prompt_tokens_read <= everything - 2 * (shared - 1)


@pytest.mark.parametrize("apart", [False, True])
def test_little_room_drops_what_was_not_used_for_longest(model: GgufModel, apart: bool) -> None:
    first, second, third = (Request(prompt(model, f"{text} {TEXT} {TEXT}"), 8) for text in ("One.", "Second.", "Last."))
    with Batcher(model, sequences=1, cells=512, kept=2, apart=apart) as batcher:
        for request in (first, second, first, third):
            batcher.write([request])
        batcher.counts = Counts()
        batcher.write([first])
        assert batcher.counts.prompt_tokens_read == 1
        batcher.write([second])
        assert batcher.counts.prompt_tokens_read == 1 + len(second.prompt)


def test_a_prompt_too_long_to_stand_beside_what_is_kept(model: GgufModel) -> None:
    long = Request(prompt(model, " ".join([TEXT] * 4)), 100)
    other = Request((*long.prompt[:40], *long.prompt[60:]), 100)
    cells = len(long.prompt) + 110
    with Batcher(model, sequences=2, cells=cells) as batcher:
        texts = [batcher.write([request])[0].text for request in (long, other, long)]
    assert texts == alone(model, [long, other, long])


def test_without_room_for_all_the_last_wait(model: GgufModel) -> None:
    """Texts that together outgrow the cells: some are begun again, none is lost or other than alone."""
    asked = [Request(prompt(model, f"{text} {TEXT}"), 150, grammar="root ::= [a-z ]{600}") for text in SENTENCES[:5]]
    with Batcher(model, sequences=5, cells=640) as batcher:
        completions = batcher.write(asked)
        assert batcher.counts.tokens_written > sum(completion.tokens for completion in completions)
    assert [completion.text for completion in completions] == alone(model, asked)


def test_the_batch_is_full_while_there_is_work(model: GgufModel) -> None:
    asked = [Request(prompt(model, f"ask: {text}"), 24) for text in SENTENCES * 3]
    with Batcher(model, sequences=4, cells=1024) as batcher:
        completions = batcher.write(asked)
        counts = batcher.counts
    assert counts.tokens_written == sum(completion.tokens for completion in completions)
    assert counts.slots_busy / (counts.steps * 4) >= 0.85


def test_prompts_that_share_a_beginning_come_together() -> None:
    a, b = tuple(range(40)), tuple(range(100, 140))
    prompts = [(*a, 1), (*b, 1), (*a, 2), (*b, *a, 3), (5,), (*a, 1), (*b, *a, 4)]
    assert together(prompts) == [0, 5, 2, 1, 3, 6, 4]
    assert together([]) == []
    assert together([(1, 2), (1, 2), (1, 2)]) == [0, 1, 2]


@pytest.mark.parametrize(("sequences", "cells", "kept"), [(1, 512, 0), (4, 512, 2), (16, 2048, 16)])
def test_what_was_said_before_is_not_asked_again(model: GgufModel, sequences: int, cells: int, kept: int) -> None:
    """Further texts after a prompt are those of a context that knows nothing, for less work, whatever is kept."""
    asked = [
        Request(prompt(model, f"ask: {text}"), 30, 0.9, 0.95, seed, grammar=question_grammar(text), again=True)
        for text in SENTENCES[:4]
        for seed in range(6)
    ]
    wanted = alone(model, [replace(request, again=False) for request in asked])
    with Batcher(model, sequences=sequences, cells=cells, kept=kept) as batcher:
        completions = batcher.write(asked)
        written = batcher.counts.tokens_written
        assert [completion.text for completion in completions] == wanted
        assert written == sum(completion.tokens for completion in completions)
        assert batcher.counts.slots_busy < written * 0.9
        batcher.counts = Counts()
        again = batcher.write(asked)
        assert (batcher.counts.steps, batcher.counts.prompt_tokens_read) == (0, 0)
        assert [(one.text, one.finish, one.tokens) for one in again] == [
            (one.text, one.finish, one.tokens) for one in completions
        ]
        batcher.forget()
        batcher.write(asked[:1])
        assert batcher.counts.prompt_tokens_read == len(asked[0].prompt)


def test_texts_that_come_again_also_wait_for_room(model: GgufModel) -> None:
    """Begun again from new, a text goes on from what is known of it."""
    asked = [
        Request(prompt(model, f"{text} {TEXT}"), 150, grammar="root ::= [a-z ]{600}", again=True)
        for text in SENTENCES[:5]
    ]
    with Batcher(model, sequences=5, cells=640) as batcher:
        completions = batcher.write(asked)
        written = batcher.counts.tokens_written
        assert batcher.counts.slots_busy < written
    assert [completion.text for completion in completions] == alone(model, [replace(r, again=False) for r in asked])


def test_a_choice_of_one_is_known(model: GgufModel) -> None:
    with Batcher(model, sequences=2, cells=512) as batcher:
        (completion,) = batcher.write([Request(prompt(model, TEXT), 40, choices=(SENTENCES[0],))])
        assert (completion.text, completion.finish, completion.certainty) == (SENTENCES[0], "stop", 1.0)
        assert batcher.counts == Counts()
