"""Ollama's Go template says what the chat template says, whatever the conversation."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from transformers import AutoTokenizer

from engine.dataset.styles import render as render_style
from engine.dataset.templates import chat_template
from engine.errors import HoneError
from engine.exports.modelfile import go_template, modelfile
from engine.resources import starter
from tests.engine.families import CHATML, GEMMA, LLAMA3, MISTRAL

if TYPE_CHECKING:
    from collections.abc import Callable

Talk = list[dict[str, str]]
QWEN = (  # a system message of its own where there is none
    "{% if messages[0]['role'] != 'system' %}{{ '<|im_start|>system\\nYou are helpful.<|im_end|>\\n' }}{% endif %}"
    + CHATML
)
NO_SYSTEM = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system') }}{% endif %}" + GEMMA
TALKS: list[Talk] = [
    [{"role": "user", "content": "How long is the {{ cable }}?"}],
    [
        {"role": "user", "content": "얼마나 무겁습니까? 🙂"},
        {"role": "assistant", "content": "37 kg.\n"},
        {"role": "user", "content": " And\nthe lid?"},
    ],
]


def go(template: str, system: str, talk: Talk) -> str:
    """What Go's text/template makes of the part of its language that is used here."""
    parts = re.split(r"\{\{(.*?)\}\}", template, flags=re.DOTALL)
    said, rest = _block(parts, 0, {"System": system, "Messages": talk})
    assert rest == len(parts)
    return said


def _block(parts: list[str], at: int, scope: dict[str, Any], on: bool = True) -> tuple[str, int]:
    """Text up to the end of a block, and where that is."""
    said = ""
    while at < len(parts):
        if at % 2 == 0:
            said, at = said + (parts[at] if on else ""), at + 1
            continue
        word = parts[at].strip()
        if word == "end" or word.startswith("else"):
            return said, at
        if word.startswith("range"):
            start = at
            for number, message in enumerate(scope["Messages"]):
                more, at = _block(parts, start + 1, {**scope, **message, "i": number}, on)
                said += more
            at += 1
        elif word.startswith("if "):
            more, at = _choice(parts, at, scope, on)
            said += more
        else:
            said, at = said + (str(_value(word, scope)) if on else ""), at + 1
    return said, at


def _choice(parts: list[str], at: int, scope: dict[str, Any], on: bool) -> tuple[str, int]:
    said, taken = "", False
    while (word := parts[at].strip()) != "end":
        condition = word.removeprefix("else").strip().removeprefix("if ")
        here = on and not taken and (word == "else" or bool(_value(condition, scope)))
        more, at = _block(parts, at + 1, scope, here)
        said, taken = said + more, taken or here
    return said, at + 1


def _value(word: str, scope: dict[str, Any]) -> Any:
    if word.startswith('"'):
        return json.loads(word)
    if word.startswith("not ("):
        return not _value(word.removeprefix("not (").removesuffix(")"), scope)
    if word == "eq (len (slice $.Messages $i)) 1":
        return len(scope["Messages"]) - scope["i"] == 1
    if found := re.fullmatch(r'eq \.Role ("\w+")', word):
        return scope["role"] == json.loads(found.group(1))
    return {".System": scope["System"], ".Content": scope.get("content")}[word]


def jinja(template: str, bos: str = "<s>") -> Callable[[Talk], str | None]:
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)

    def refuse(said: str) -> None:
        raise TemplateError(said)

    def render(talk: Talk) -> str | None:
        try:
            return environment.from_string(template).render(
                messages=talk, bos_token=bos, eos_token="</s>", add_generation_prompt=True, raise_exception=refuse
            )
        except TemplateError:
            return None

    return render


@pytest.mark.parametrize("system", ["", "Be brief."])
@pytest.mark.parametrize("template", [CHATML, LLAMA3, MISTRAL, GEMMA, QWEN])
def test_ollama_asks_as_the_chat_template_does(template: str, system: str) -> None:
    render = jinja(template)
    for talk in TALKS:
        whole = [*([{"role": "system", "content": system}] if system else []), *talk]
        assert go(go_template(render, "<s>"), system, talk) == str(render(whole)).removeprefix("<s>")


@pytest.mark.parametrize("style", ["mistral", "alpaca", "phi3"])
@pytest.mark.parametrize("system", ["", "Be brief."])
def test_ollama_asks_as_the_prompt_style_does(style: str, system: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(str(starter()))
    template = chat_template(style, tokenizer)

    def render(talk: Talk) -> str:
        return str(
            tokenizer.apply_chat_template(talk, chat_template=template, tokenize=False, add_generation_prompt=True)
        )

    begin = tokenizer.bos_token or ""
    for talk in TALKS:
        whole = [*([{"role": "system", "content": system}] if system else []), *talk]
        expected = render_style(style, whole, tokenizer)[0].removeprefix(begin)
        assert go(go_template(render, begin), system, talk) == expected


def test_a_template_without_system_messages_says_them_before_the_question() -> None:
    said = go(go_template(jinja(NO_SYSTEM), "<s>"), "Be brief.", TALKS[0])
    assert said == "<start_of_turn>user\nBe brief.\n\nHow long is the {{ cable }}?<end_of_turn>\n<start_of_turn>model\n"


@pytest.mark.parametrize(
    "template",
    [
        "{% for m in messages %}{{ m['content'] | upper }}{% endfor %}",  # changes what is said
        "{% for m in messages %}{{ loop.index }}{{ m['content'] }}{% endfor %}",  # counts the turns
        "{{ messages[-1]['content'] }}",  # forgets what was said before
        "{{ raise_exception('never') }}",
    ],
)
def test_a_template_that_does_more_is_refused(template: str) -> None:
    with pytest.raises(HoneError, match="cannot be written for Ollama"):
        go_template(jinja(template), "<s>")


def test_a_modelfile_names_file_stops_and_parameters() -> None:
    text = modelfile("x.gguf", "T", stops=["<|im_end|>", '"'], system="Be brief.", context=512)
    assert text.splitlines() == [
        "FROM ./x.gguf",
        'TEMPLATE """T"""',
        'SYSTEM """Be brief."""',
        'PARAMETER stop "<|im_end|>"',
        'PARAMETER stop "\\""',
        "PARAMETER temperature 0",
        "PARAMETER num_ctx 512",
    ]
    assert "SYSTEM" not in modelfile("x.gguf", "T", stops=[], system="", context=99_999)
    with pytest.raises(HoneError, match="No Modelfile"):
        modelfile("x.gguf", "T", stops=[], system='a """ b', context=512)
