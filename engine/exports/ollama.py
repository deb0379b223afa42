"""A folder for Ollama: the GGUF and a Modelfile that asks it as it was trained; `ollama create` takes both."""

from __future__ import annotations

import dataclasses
import json
import re
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from engine.errors import HoneError
from engine.exports.gguf_files import checked_gguf, file_name
from engine.exports.modelfile import go_template, modelfile
from engine.exports.work import Made, Work, folder_of, linked, only_ours, readable, set_style
from engine.models import sizes
from engine.project import files
from engine.resources import system_environment

_FILE = "Modelfile"
_POLL = 0.2  # seconds between looks at whether to stop


def ollama(work: Work) -> Made:
    """NAME-ollama with both files; with --ollama-create the model is given to Ollama too."""
    program = _program() if work.spec.ollama_create else ""
    target = folder_of(work.spec.ollama) / f"{work.name}-ollama"
    only_ours(target, _FILE)
    with files.atomic_folder(target) as temporary:
        made = checked_gguf(work, temporary / file_name(work), "ollama")
        (temporary / _FILE).write_text(_modelfile(work, temporary), encoding="utf-8")
        readable(temporary)
    name = model_name(work.name)
    if program:
        _create(work, program, name, target)
    told = {"model": name, "created": bool(program), "command": _command(name, target)}
    return dataclasses.replace(made, path=target, data={**made.data, **told})


def model_name(name: str) -> str:
    """What Ollama may call it: small letters, digits and a few signs."""
    return re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-._") or "hone"


def _command(name: str, folder: Path) -> str:
    return f"cd {shlex.quote(str(folder))} && ollama create {name} -f {_FILE}"


def _modelfile(work: Work, folder: Path) -> str:
    """In the template and with the system message of the run's rows."""
    from jinja2 import TemplateError
    from transformers import AutoTokenizer

    with tempfile.TemporaryDirectory() as beside:
        styled = linked(work.fused(), Path(beside) / "model")
        set_style(styled, work.run.style)
        tokenizer: Any = AutoTokenizer.from_pretrained(str(styled))
        config = json.loads((styled / "config.json").read_text(encoding="utf-8"))

    def render(talk: list[dict[str, str]]) -> str | None:
        try:
            return str(tokenizer.apply_chat_template(talk, tokenize=False, add_generation_prompt=True))
        except TemplateError:
            return None

    return modelfile(
        file_name(work),
        go_template(render, tokenizer.bos_token or ""),
        stops=_stops(tokenizer, config),
        system=work.run.system,
        context=sizes.size(config, sizes.CONTEXT) or 2048,
    )


def _stops(tokenizer: Any, config: dict[str, Any]) -> list[str]:
    """The texts of all tokens that end a reply."""
    told = config.get("eos_token_id")
    listed = told if isinstance(told, list) else [told]
    ids = [tokenizer.eos_token_id, *(number for number in listed if number is not None)]
    return list(dict.fromkeys(str(tokenizer.convert_ids_to_tokens(number)) for number in ids if number is not None))


def _program() -> str:
    found = shutil.which("ollama")
    if found is None:
        raise HoneError(
            "Ollama was not found",
            "The program ollama is on no path here: install Ollama, or leave --ollama-create away and run the "
            "command that the export tells where Ollama is.",
        )
    return found


def _create(work: Work, program: str, name: str, folder: Path) -> None:
    """Give the folder to Ollama; it is kept when Ollama refuses."""
    with subprocess.Popen(
        [program, "create", name, "-f", _FILE],
        cwd=folder,
        env=system_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        while True:
            try:
                told, _ = process.communicate(timeout=_POLL)
                break
            except subprocess.TimeoutExpired:
                if work.cancel.cancelled:
                    process.kill()
                work.cancel.check()
    if process.returncode:
        last = " ".join(told.split())[-300:] or f"it ended with {process.returncode}"
        raise HoneError(
            "Ollama did not take the model",
            f"It says: {last.rstrip('.')}. Start Ollama, then run: {_command(name, folder)}",
        )
