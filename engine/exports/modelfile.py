"""Ollama's Modelfile for an exported model: its chat template in Go's words, stop tokens, parameters.

Ollama does not read Jinja. What a chat template puts between what is said is found by rendering conversations with
it, and written as a Go template; a chat template that does more is refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    # A conversation as a prompt that is ready for the reply; None where the chat template refuses it.
    Render = Callable[[list[dict[str, str]]], str | None]

_CONTEXT = 4096  # tokens that Ollama keeps memory for, unless the model was made for fewer
_IS_LAST = "eq (len (slice $.Messages $i)) 1"


def modelfile(file: str, template: str, *, stops: Sequence[str], system: str, context: int) -> str:
    """The text of a Modelfile beside the GGUF `file`. The model answers with what is likeliest, as in an exam."""
    if any('"""' in part for part in (template, system)):
        raise HoneError(
            "No Modelfile can be written",
            'The system message or the chat template has """ in it, which ends a text there: export the GGUF alone.',
        )
    lines = [f"FROM ./{file}", f'TEMPLATE """{template}"""']
    if system:
        lines.append(f'SYSTEM """{system}"""')
    lines += [f"PARAMETER stop {json.dumps(stop, ensure_ascii=False)}" for stop in stops]
    lines += ["PARAMETER temperature 0", f"PARAMETER num_ctx {min(context, _CONTEXT)}"]
    return "\n".join(lines) + "\n"


def go_template(render: Render, begin: str) -> str:
    """The Go template of a chat template; `begin` is the begin token, which Ollama puts there by itself.

    Raises HoneError when the chat template does more than to stand between the turns.
    """
    plain = _between(render, system=False)
    if plain is None:
        raise _refusal()
    opening, asked, answered, last = plain
    # A template that knows no system message: it is said before the first question.
    before, after, *rest = _between(render, system=True) or (opening, "\n\n", asked, answered, last)
    if rest != [asked, answered, last]:
        raise _refusal()
    question = f"{{{{ .Content }}}}{{{{ if {_IS_LAST} }}}}{_text(last)}{{{{ else }}}}{_text(asked)}{{{{ end }}}}"
    reply = f"{{{{ .Content }}}}{{{{ if not ({_IS_LAST}) }}}}{_text(answered)}{{{{ end }}}}"
    start = f"{_text(before.removeprefix(begin))}{{{{ .System }}}}{_text(after)}"
    return (
        f"{{{{ if .System }}}}{start}{{{{ else }}}}{_text(opening.removeprefix(begin))}{{{{ end }}}}"
        "{{ range $i, $_ := .Messages }}"
        f'{{{{ if eq .Role "user" }}}}{question}{{{{ else if eq .Role "assistant" }}}}{reply}{{{{ end }}}}'
        "{{ end }}"
    )


def _between(render: Render, *, system: bool) -> list[str] | None:
    """What stands before, between and after the turns; None where such a conversation is refused.

    [opening, (behind the system message), question to reply, reply to question, behind the last question]
    """
    roles = [*(["system"] if system else []), "user", "assistant", "user", "assistant", "user"]
    marks = [f"\ue000Said{number}\ue001" for number in range(len(roles))]
    rest = render([{"role": role, "content": mark} for role, mark in zip(roles, marks, strict=True)])
    if rest is None:
        return None
    parts = []
    for mark in marks:
        part, found, rest = rest.partition(mark)
        if not found or mark in rest:
            raise _refusal()
        parts.append(part)
    *first, asked, answered, asked_again, answered_again = parts
    if asked != asked_again or answered != answered_again:
        raise _refusal()
    return [*first, asked, answered, rest]


def _text(literal: str) -> str:
    """A text of a Go template that is written as it is; what Go would read as its own stands in quotes."""
    return f"{{{{ {json.dumps(literal, ensure_ascii=False)} }}}}" if "{{" in literal else literal


def _refusal() -> HoneError:
    return HoneError(
        "The chat template cannot be written for Ollama",
        "It does more than to put marks between the turns of a conversation, which is all that can be written in "
        "Ollama's words: export the GGUF alone, which has the chat template in it.",
    )
