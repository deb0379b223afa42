"""The card of an exported model: a README.md that people and the Hugging Face Hub can read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from engine.models.mlx_folder import name_of
from engine.project import datasets, exams
from engine.resources import starter

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.project import Project
    from engine.project.runs import Run

_UNKNOWN = "not known"
_PLAN = (
    *("method", "rank", "scale", "dropout", "layers", "learning_rate", "warmup", "weight_decay", "batch_size"),
    *("accumulation", "iterations", "max_length", "mask_prompt", "word_dropout", "cues", "seed"),
)
_FIGURES = {"key_facts": "Key facts", "token_f1": "Token F1", "rouge_l": "ROUGE-L", "loss": "Loss"}
_WRITERS = (
    "SELECT DISTINCT writer, coalesce(json_extract(spec, '$.writer'), 'starter') FROM facts"
    " JOIN generations ON generations.id = generation_id WHERE writer != '' ORDER BY writer"
)


@dataclass(frozen=True, slots=True)
class _Base:
    name: str
    licence: str  # as people say it
    key: str  # as the Hub says it


def model_card(project: Project, run: Run, licence: Callable[[str], str]) -> str:
    """The text of README.md; `licence` tells that of a writer by its path."""
    base = _base(Path(run.base))
    parts = (_opening(project, run, base), _data(project, run, licence), _training(run), _exam(project, run))
    return f"---\n{_front(project, base)}---\n\n" + "\n\n".join(part for part in parts if part) + "\n"


def _base(folder: Path) -> _Base:
    if folder.resolve() == starter().resolve():
        return _Base("Hone's starter model", "Apache-2.0", "apache-2.0")
    try:
        text = (folder / "README.md").read_text(encoding="utf-8")
        front = yaml.safe_load(text.split("---")[1]) if text.startswith("---") else None
    except (OSError, ValueError, IndexError, yaml.YAMLError):
        front = None
    told = front if isinstance(front, dict) else {}
    key = str(told.get("license") or "")
    said = str(told.get("license_name") or key) if key == "other" else key
    return _Base(name_of(folder), said, key or "unknown")


def _front(project: Project, base: _Base) -> str:
    languages = [row[0] for row in project.rows("SELECT DISTINCT language FROM documents WHERE language != ''")]
    front = {
        "library_name": "transformers",
        "pipeline_tag": "text-generation",
        **({"language": sorted(languages)} if languages else {}),
        **({"base_model": base.name} if "/" in base.name else {}),  # known to the Hub
        "license": base.key,
        "tags": ["hone"],
    }
    return str(yaml.safe_dump(front, sort_keys=False, allow_unicode=True))


def _opening(project: Project, run: Run, base: _Base) -> str:
    asked = "in its chat template" if run.style == "chat" else f"in the prompt style {run.style}, which is its template"
    system = f" Every question comes with this system message:\n\n> {_cell(run.system)}" if run.system else ""
    return (
        f"# {project.path.stem}\n\n"
        f"{base.name}, tuned with Hone on questions about documents "
        f"(run {run.id}, {run.created_at.partition(' ')[0]}). Ask it {asked}.{system}\n\n"
        + _table(["", "Licence"], [[f"Base model: {base.name}", base.licence or _UNKNOWN]])
        + "\n\nThe licences of the base, of the documents and of what the writer may be used for hold for this model "
        "too: the person who passes it on must know them."
    )


def _data(project: Project, run: Run, licence: Callable[[str], str]) -> str:
    counts = datasets.get(project, run.dataset_id).counts
    rows = _table(["Split", "Rows"], [[name, str(number)] for name, number in counts.items()])
    documents = [row[0] for row in project.rows("SELECT name FROM documents WHERE state != 'failed' ORDER BY id")]
    told = f"\n\nDocuments: {', '.join(map(_cell, documents))}." if documents else ""
    lines = [[name, licence(path) or _UNKNOWN] for name, path in project.rows(_WRITERS)]
    writers = "\n\n" + _table(["Writer of the pairs", "Licence"], lines) if lines else ""
    return f"## Data\n\n{rows}{told}{writers}"


def _training(run: Run) -> str:
    lines = [[name, str(run.plan[name])] for name in _PLAN if run.plan.get(name) is not None]
    if run.best_val_loss is not None:
        lines.append(["best iteration", f"{run.best_iteration} (val_loss {run.best_val_loss:.4f})"])
    return "## Training\n\n" + _table(["Option", "Value"], lines)


def _exam(project: Project, run: Run) -> str:
    """The newest exam of the run; that there was none is told too."""
    found = exams.latest(project, run.id)
    scores: dict[str, Any] = found.scores if found is not None else {}
    sides = [side for side in exams.SIDES if side in scores]
    if not sides:
        return "## Exam\n\nIt was not examined."
    title = ((scores.get("results") or {}).get("verdict") or {}).get("title", "")
    lines = [[name, *(_number(scores[side].get(figure)) for side in sides)] for figure, name in _FIGURES.items()]
    asked = f"Questions of the split {scores.get('split', '')}; a side with _rag reads the documents."
    return f"## Exam\n\n{title}\n\n{_table(['', *sides], lines)}\n\n{asked}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _table(header: list[str], lines: list[list[str]]) -> str:
    rows = [header, ["---"] * len(header), *lines]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
