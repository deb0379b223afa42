"""Writing with llama.cpp: files that cannot be loaded, templates, and many sequences against one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.errors import HoneError, JobCancelled
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher, Request
from engine.runtimes.constraints import Grammar, schema_grammar
from engine.runtimes.gguf import GgufModel, load_gguf
from engine.runtimes.sampling import Sampler
from tests.engine.gguf_files import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

SENTENCES = [
    "The pump costs 40 euros.",
    "The filter of the Meridian 400 must be replaced every 60 days.",
    "The tank holds 2.4 litres.",
    "The company was founded in 1987.",
    "The maximum pressure is 6 bar.",
    "The warranty covers defects for 24 months.",
    "The lamp is located under the front cover.",
    "The battery of the scanner lasts 9 hours.",
    "The housing is made of aluminium.",
    "The display shows the temperature of the water.",
]


@pytest.fixture(scope="module")
def model() -> Iterator[GgufModel]:
    with load_gguf(starter_gguf()) as loaded:
        yield loaded


@pytest.fixture
def batcher(model: GgufModel) -> Iterator[Batcher]:
    with Batcher(model, sequences=4, cells=1024, n_batch=64) as context:
        yield context


def prompt(model: GgufModel, text: str) -> tuple[int, ...]:
    return tuple(model.prompt([{"role": "user", "content": text}]))


def requests(model: GgufModel, temperature: float = 0.0) -> list[Request]:
    return [
        Request(prompt(model, f"ask: {text}"), 40, temperature=temperature, top_p=0.9, seed=number)
        for number, text in enumerate(SENTENCES)
    ]


def test_batch_equals_one_at_a_time(model: GgufModel, batcher: Batcher) -> None:
    for temperature in (0.0, 0.8):
        asked = requests(model, temperature)
        together = batcher.write(asked)
        assert [completion.text for completion in together] == [batcher.write([one])[0].text for one in asked]
        assert {completion.finish for completion in together} <= {"stop", "length"}
    assert batcher.write(requests(model))[0].text == "How much does the pump cost?"


def test_finished_sequences_make_room(model: GgufModel, batcher: Batcher) -> None:
    """More requests than sequences, of very different lengths: each arrives once, short ones first."""
    asked = [Request(prompt(model, text), 2 if number % 2 else 40) for number, text in enumerate(SENTENCES + SENTENCES)]
    arrived = [number for number, _ in batcher.stream(asked)]
    assert sorted(arrived) == list(range(20))
    assert arrived != sorted(arrived)


def test_streams_are_written_together(model: GgufModel) -> None:
    """Whichever is asked for its next text; one that is left makes room, also when it never began."""
    asked = requests(model)
    with Batcher(model, sequences=16, cells=2048) as batcher:
        wanted = [completion.text for completion in batcher.write(asked)]
        alone = batcher.counts.steps
        batcher.forget()
        first, second, left = (batcher.stream(part) for part in (asked[:5], asked[5:], asked))
        left.close()
        assert not list(left)
        texts = {number + 5: completion.text for number, completion in second}
        texts |= {number: completion.text for number, completion in first}
        assert [texts[number] for number in range(len(asked))] == wanted
        assert batcher.counts.steps - alone <= alone + 1
        unasked = batcher.stream(asked)
    assert not list(unasked)


def test_with_memories_of_their_own_prompts_are_read_alone(model: GgufModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is written lies side by side, also when a text between others has ended."""
    asked = [Request(one.prompt, length) for one, length in zip(requests(model), (30, 8, 20, 12, 25, 16), strict=False)]
    with Batcher(model, sequences=3, cells=1024) as together:
        wanted = [completion.text for completion in together.write(asked)]
    read: list[list[tuple[int, int]]] = []
    with Batcher(model, sequences=3, cells=768, apart=True) as apart:
        context = apart._context
        whole = context.read

        def noted(parts: Sequence[tuple[Sequence[int], int, int, bool]]) -> NDArray[np.float32]:
            read.append([(sequence, len(part)) for part, _, sequence, _ in parts])
            return whole(parts)

        monkeypatch.setattr(context, "read", noted)
        assert [completion.text for completion in apart.write(asked)] == wanted
    assert all(len(parts) == 1 or {length for _, length in parts} == {1} for parts in read)
    written = [[sequence for sequence, _ in parts] for parts in read if len(parts) > 1]
    assert written
    assert all(sequences == list(range(len(sequences))) for sequences in written)


def test_a_text_too_long_for_a_memory_of_its_own(model: GgufModel) -> None:
    """All share one then, and what was under way is as it would have been."""
    short, long = requests(model)[:4], Request(prompt(model, " ".join(SENTENCES * 2)), 60)
    with Batcher(model, sequences=4, cells=1024) as together:
        wanted = [completion.text for completion in together.write([*short, long])]
    assert len(long.prompt) + long.max_tokens > 256
    with Batcher(model, sequences=4, cells=1024, apart=True) as apart:
        first = apart.stream(short)
        texts = dict([next(first)])
        (last,) = apart.write([long])
        texts |= dict(first)
        assert [*(texts[number].text for number in range(4)), last.text] == wanted
        with pytest.raises(HoneError):
            apart.write([Request(long.prompt, 1024)])


def test_allowed_tokens_are_found_by_their_first_letters(model: GgufModel) -> None:
    """All that may come next, as if the grammar were asked about each token of the vocabulary."""
    forms = (
        (r'root ::= "Fährt " ("der Zug" | "die Bahn" | "°C") "?"', "Fährt "),
        ('root ::= [가-힣]+ " " [0-9]+ ("%" | "ppm")?', "펌프 40"),
        (schema_grammar({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}), '{"a": "x'),
    )
    sampler = Sampler(model)
    every = np.array(sorted(set(range(model.vocabulary_size)) - (model.control_tokens - model.end_tokens)), np.int32)
    for gbnf, said in forms:
        grammar = Grammar(model, gbnf)
        for token in model.tokenize(said):
            assert sampler._of_all(grammar).tolist() == every[grammar.allowed(every)].tolist()
            grammar.accept(token)
        assert sampler._of_all(grammar).tolist() == every[grammar.allowed(every)].tolist() != []
        grammar.close()


def test_shared_beginning_changes_nothing(model: GgufModel, batcher: Batcher) -> None:
    beginning = " ".join(SENTENCES[:4])
    asked = [
        Request(prompt(model, f"{beginning}\n{question}"), 40)
        for question in (
            "How much does the pump cost?",
            "How much does the tank hold?",
            "What is the maximum pressure?",
        )
    ]
    assert [c.text for c in batcher.write(asked)] == [batcher.write([one])[0].text for one in asked]


def test_sampling_depends_on_the_seed(model: GgufModel, batcher: Batcher) -> None:
    first = Request(prompt(model, SENTENCES[1]), 40, temperature=2.0, seed=1)
    other = Request(prompt(model, SENTENCES[1]), 40, temperature=2.0, seed=2)
    one, again, different = batcher.write([first, first, other])
    assert one.text == again.text != different.text


def test_grammar_is_kept(model: GgufModel, batcher: Batcher) -> None:
    grammar = 'root ::= "What is " [a-z]+ "?"'
    completion = batcher.write([Request(prompt(model, SENTENCES[0]), 40, grammar=grammar)])[0]
    assert completion.text.startswith("What is ")
    assert completion.text.endswith("?")
    assert completion.finish == "stop"
    schema = {
        "type": "object",
        "properties": {"n": {"type": "integer", "minimum": 1, "maximum": 9}},
        "required": ["n"],
    }
    value = batcher.write([Request(prompt(model, SENTENCES[0]), 40, grammar=schema_grammar(schema))])[0].text
    assert value.replace(" ", "").startswith('{"n":')


def test_bad_grammar_is_an_error(model: GgufModel, batcher: Batcher) -> None:
    with pytest.raises(HoneError, match="not a valid grammar"):
        batcher.write([Request(prompt(model, SENTENCES[0]), 40, grammar="root ::= missing")])
    with pytest.raises(HoneError, match="not a valid JSON schema"):
        schema_grammar({"$ref": "#/nowhere"})
    assert batcher.write([Request(prompt(model, SENTENCES[0]), 40)])[0].text  # and it goes on working


def test_choice_is_exactly_one_of_the_texts(model: GgufModel, batcher: Batcher) -> None:
    texts = tuple(SENTENCES[:4])
    asked = Request(prompt(model, " ".join(texts) + "\nHow much does the pump cost?"), 60, choices=texts)
    picked = batcher.write([asked])[0]
    assert picked.text == SENTENCES[0]
    assert 1 / len(texts) < picked.certainty <= 1
    # A text that is the beginning of another one can be chosen too.
    short = Request(prompt(model, SENTENCES[0]), 60, choices=("How", "How much does it weigh in all its parts?"))
    assert batcher.write([short])[0].text in short.choices


def test_length_is_told(model: GgufModel, batcher: Batcher) -> None:
    completion = batcher.write([Request(prompt(model, SENTENCES[1]), 3)])[0]
    assert (completion.finish, completion.tokens) == ("length", 3)
    with pytest.raises(HoneError, match="too long"):
        batcher.write([Request(prompt(model, SENTENCES[1]), 2000)])


def test_cancel_between_tokens(model: GgufModel, batcher: Batcher) -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls > 3:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        batcher.write(requests(model), check)
    assert len(batcher.write(requests(model))) == len(SENTENCES)


def test_spelled_control_tokens_stay_letters(model: GgufModel) -> None:
    """A document cannot speak as the assistant: <e> in its text is three letters, not the end token."""
    tokens = prompt(model, "Press <e> and <u> twice.")
    assert [token for token in tokens if token in model.control_tokens] == [tokens[0], tokens[-1]]
    assert "Press <e> and <u> twice." in model.detokenize(tokens)


def test_files_that_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(HoneError, match="There is no file"):
        load_gguf(tmp_path / "none.gguf")
    (tmp_path / "text.gguf").write_text("version https://git-lfs")
    with pytest.raises(HoneError, match="not a GGUF model"):
        load_gguf(tmp_path / "text.gguf")
    (tmp_path / "cut.gguf").write_bytes(starter_gguf().read_bytes()[:2_000_000])
    with pytest.raises(HoneError, match="could not be loaded"):
        load_gguf(tmp_path / "cut.gguf")


def test_model_larger_than_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import psutil

    monkeypatch.setattr(
        psutil, "virtual_memory", lambda: type("Memory", (), {"total": 1 << 34, "available": 1 << 20})()
    )
    with pytest.raises(HoneError, match="does not fit into memory"):
        load_gguf(starter_gguf())


def test_base_model_without_template_is_refused(tmp_path: Path) -> None:
    path = rewritten(starter_gguf(), tmp_path / "base.gguf", {"tokenizer.chat_template": None})
    with pytest.raises(HoneError, match="no chat template"):
        load_gguf(path)
