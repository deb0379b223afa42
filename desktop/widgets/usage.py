"""How an exported model or dataset is used elsewhere: the very commands, ready to be pasted into a terminal."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from engine.project.artifacts import Exported
    from engine.project.runs import Run


@dataclass(frozen=True, slots=True)
class Use:
    """A program and the command for it; without a command `name` is a sentence."""

    name: str
    command: str = ""


def uses(exported: Exported, run: Run | None) -> list[Use]:
    """The ways to use an export; `run` is that of its model."""
    path = Path(exported.path)
    if exported.kind == "gguf":
        return _gguf(path, run.system if run else "")
    if exported.kind == "ollama":
        name = str(exported.data.get("model", "hone"))
        return [Use("Ollama", f"cd {_quoted(path)} && ollama create {name} -f Modelfile && ollama run {name}")]
    if exported.kind == "lm_studio":
        return [Use(tr("Choose the folder as the one of models in LM Studio, or copy what is in it there."))]
    if exported.kind == "hugging_face":
        return [Use("Python", f"from transformers import pipeline; chat = pipeline('text-generation', {str(path)!r})")]
    if exported.kind == "adapter" and exported.data.get("adapter_format", "mlx") != "mlx":
        return _adapter(path, str(exported.data["adapter_format"]), str(exported.data.get("base", "BASE")))
    if exported.kind == "mlx":
        return [Use("mlx-lm", f"mlx_lm.chat --model {_quoted(path)}{_system(run)}")]
    if exported.kind == "adapter":
        base = _quoted(run.base) if run else "BASE"
        told = [Use("mlx-lm", f"mlx_lm.chat --model {base} --adapter-path {_quoted(path)}{_system(run)}")]
        if run is not None and run.style != "chat":
            told.append(Use(tr("It was trained in the prompt style {0}: ask it in that style.").format(run.style)))
        return told
    if exported.kind == "qna":
        return [Use(tr("Commit it at this place in your taxonomy; InstructLab makes training data from it."))]
    return _dataset(path, str(exported.data.get("format", "chat")))


def _gguf(path: Path, system: str) -> list[Use]:
    lines = [f"FROM ./{path.name}", *([f'SYSTEM """{system}"""'] if system else [])]
    name = re.sub(r"[^a-z0-9._-]+", "-", path.stem.lower()).strip("-._") or "hone"
    recipe = " ".join(_quoted(line) for line in lines)
    ollama = f"cd {_quoted(path.parent)} && printf '%s\\n' {recipe} > Modelfile"
    spoken = f" -sys {_quoted(system)}" if system else ""
    return [
        Use("Ollama", f"{ollama} && ollama create {name} -f Modelfile && ollama run {name}"),
        Use("LM Studio", f"lms import --copy {_quoted(path)}"),
        Use("llama.cpp", f"llama-cli -m {_quoted(path)} -cnv{spoken}"),
        Use(tr("The chat template is in the file. If Ollama answers oddly, it does not know that template.")),
    ]


def _adapter(path: Path, form: str, base: str) -> list[Use]:
    if form == "peft":
        line = f"from peft import PeftModel; model = PeftModel.from_pretrained(base, {str(path)!r})"
        return [Use("Python", line), Use(tr("The base is {0}, as transformers loads it.").format(base))]
    return [
        Use("llama.cpp", f"llama-cli -m BASE.gguf --lora {_quoted(path)} -cnv"),
        Use(tr("BASE.gguf is the GGUF file of {0}.").format(base)),
    ]


def _dataset(path: Path, format: str) -> list[Use]:
    if format in ("chat", "completions", "text"):
        return [Use("mlx-lm", f"mlx_lm.lora --train --model MODEL --data {_quoted(path)}")]
    if format == "parquet":
        return [Use("Python", f"from datasets import load_dataset; rows = load_dataset({str(path)!r})")]
    if format == "csv":
        return [Use(tr("Open the CSV files with Numbers, Excel or any other spreadsheet."))]
    return [Use(tr("Name the JSON files in the configuration of Axolotl or LLaMA-Factory, or another trainer."))]


def _system(run: Run | None) -> str:
    return f" --system-prompt {_quoted(run.system)}" if run is not None and run.system else ""


def _quoted(text: str | Path) -> str:
    return shlex.quote(str(text))


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("usage", text)
