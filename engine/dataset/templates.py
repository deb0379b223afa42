"""Prompt styles as chat templates, so that other programs ask an exported model as it was trained."""

from __future__ import annotations

import json
from typing import Any

from engine.dataset.styles import render

_SYSTEM = "{%- if messages and messages[0]['role'] == 'system' -%}"
# BEGIN and END stand for the style's markers in the words of this model's tokenizer.
_TEMPLATES = {
    "mistral": _SYSTEM
    + "{%- set system = messages[0]['content'] -%}{%- set turns = messages[1:] -%}"
    + "{%- else -%}{%- set system = '' -%}{%- set turns = messages -%}{%- endif -%}{{- BEGIN -}}"
    + "{%- for turn in turns -%}{%- if turn['role'] == 'user' -%}"
    + "{{- '[INST] ' + (system + '\\n\\n' if system and loop.first else '') + turn['content'] + ' [/INST]' -}}"
    + "{%- else -%}{{- ' ' + turn['content'] + END -}}{%- endif -%}{%- endfor -%}",
    "alpaca": _SYSTEM
    + "{{- messages[0]['content'] + '\\n\\n' -}}{%- set turns = messages[1:] -%}"
    + "{%- else -%}{{- BEGIN -}}{%- set turns = messages -%}{%- endif -%}"
    + "{%- for turn in turns -%}{%- if turn['role'] == 'user' -%}"
    + "{{- '### Instruction:\\n' + turn['content'] + '\\n\\n### Response:\\n' -}}"
    + "{%- else -%}{{- turn['content'] + END + '\\n\\n' -}}{%- endif -%}{%- endfor -%}",
    "phi3": "{%- for turn in messages -%}"
    + "{{- '<|' + turn['role'] + '|>\\n' + turn['content'] + END + '\\n' -}}{%- endfor -%}"
    + "{%- if add_generation_prompt -%}{{- '<|assistant|>\\n' -}}{%- endif -%}",
}
_OPENINGS = {"mistral": "[INST]", "alpaca": "### Instruction:", "phi3": "<|user|>"}


def chat_template(style: str, tokenizer: Any) -> str:
    """A Jinja template whose prompts are those of `styles.render`; '' for style chat, the model's own."""
    if style == "chat":
        return ""
    asked, replied = {"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"}
    prompt, completion = render(style, [asked, replied], tokenizer)
    begin = prompt.partition(_OPENINGS[style])[0]
    end = completion.strip(" \n").removeprefix("A")
    return _TEMPLATES[style].replace("BEGIN", json.dumps(begin)).replace("END", json.dumps(end))
