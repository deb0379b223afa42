"""Read a qna.yaml of version 1, 2 or 3 and say, with its line, everything that InstructLab would not take."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

import yaml

from engine.dataset.formats.rows import Row

if TYPE_CHECKING:
    from engine.dataset.formats.rows import Found

KNOWLEDGE, SKILL = "knowledge", "compositional_skills"
VERSIONS = (1, 2, 3)
_FIELDS = {  # (kind, from version) -> required; what else is allowed
    (KNOWLEDGE, 3): (("created_by", "domain", "document_outline", "document", "seed_examples"), ()),
    (KNOWLEDGE, 1): (("created_by", "domain", "task_description", "document", "seed_examples"), ()),
    (SKILL, 1): (("created_by", "task_description", "seed_examples"), ()),
}
_NODE = "tag:yaml.org,2002:"
_KINDS = {"int": "a number", "float": "a number", "bool": "a yes or no", "null": "nothing", "timestamp": "a date"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in which line, and what to do; `where` is the field, as seed_examples[2].context."""

    line: int
    where: str
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {f'{self.where}: ' if self.where else ''}{self.what}"


@dataclass(slots=True)
class Checked:
    """What a qna.yaml holds: its seed examples as rows, and why it is not valid."""

    kind: str
    version: int = 1
    rows: list[Row] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    @property
    def valid(self) -> bool:
        """Whether InstructLab's schema of its version takes it."""
        return not self.errors

    def add(self, node: yaml.Node, where: str, what: str) -> None:
        """An error at a node."""
        self.errors.append(Problem(node.start_mark.line + 1, where, what))


def check(text: str, path: PurePath = PurePath("qna.yaml")) -> Checked:  # noqa: B008  it is immutable
    """Read a qna.yaml; `path` tells by its folders whether it is knowledge or a skill."""
    checked = Checked(next((part for part in reversed(path.parts) if part in (KNOWLEDGE, SKILL)), ""))
    if path.name != "qna.yaml":
        checked.errors.append(Problem(1, "", f"the file is called {path.name}: InstructLab reads qna.yaml only."))
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = Problem(
            (mark.line if mark else 0) + 1, "", f"it is not valid YAML: {error.problem or error.context}."
        )
        checked.errors.append(problem)
        return checked
    except yaml.YAMLError as error:
        checked.errors.append(Problem(1, "", f"it is not valid YAML: {error}."))
        return checked
    if not isinstance(root, yaml.MappingNode):
        checked.errors.append(Problem(1, "", "it must be fields with values (created_by: ..., seed_examples: ...)."))
        return checked
    fields = _fields(root, "", checked)
    checked.kind = checked.kind or (KNOWLEDGE if {"document", "domain"} & set(fields) else SKILL)
    _root(root, fields, checked)
    checked.errors.sort(key=lambda problem: problem.line)
    return checked


def read_seeds(text: str, found: Found) -> None:
    """Take the seed examples of a qna.yaml as rows; what is not valid in it is among the problems."""
    checked = check(text)
    found.kind = f"qna.yaml version {checked.version}"
    found.rows += checked.rows
    found.problems += [str(problem) for problem in checked.errors]


def _root(root: yaml.MappingNode, fields: dict[str, yaml.Node], checked: Checked) -> None:
    version = fields.pop("version", None)
    if version is not None:
        number = version.value if isinstance(version, yaml.ScalarNode) and version.tag == f"{_NODE}int" else ""
        if number not in map(str, VERSIONS):
            checked.add(version, "version", "it must be the number 1, 2 or 3: write `version: 3`.")
            number = "3"
        checked.version = int(number)
    nested = checked.kind == KNOWLEDGE and checked.version >= 3
    required, optional = _FIELDS[checked.kind, 3 if nested else 1]
    _names(root, fields, required, optional, "", checked)
    if checked.kind == KNOWLEDGE and not nested:
        what = f"InstructLab now takes knowledge of version 3 only, and this is {checked.version}."
        checked.warnings.append(Problem((version or root).start_mark.line + 1, "version", what))
    for name in ("created_by", "domain", "document_outline", "task_description"):
        if name in fields and name in required:
            _text(fields[name], name, checked, empty=name == "task_description" and checked.version == 1)
    if "document" in fields and checked.kind == KNOWLEDGE:
        _document(fields["document"], checked)
    if "seed_examples" in fields:
        least = 1 if checked.version == 1 else 5
        for number, example in enumerate(_items(fields["seed_examples"], "seed_examples", least, checked)):
            (_contexts if nested else _pair)(example, f"seed_examples[{number}]", checked)


def _contexts(node: yaml.Node, where: str, checked: Checked) -> None:
    """A context with its questions and answers."""
    fields = _fields(node, where, checked)
    if fields:
        _names(node, fields, ("context", "questions_and_answers"), (), where, checked)
    context = _text(fields["context"], f"{where}.context", checked) if "context" in fields else ""
    if "questions_and_answers" in fields:
        inner = f"{where}.questions_and_answers"
        for number, pair in enumerate(_items(fields["questions_and_answers"], inner, 3, checked)):
            _pair(pair, f"{inner}[{number}]", checked, context)


def _pair(node: yaml.Node, where: str, checked: Checked, source: str = "") -> None:
    """A question with its answer and, of a skill, its context; it becomes a row when it is whole."""
    fields = _fields(node, where, checked)
    if not fields:
        return
    skill = checked.kind == SKILL
    _names(node, fields, ("question", "answer"), ("context",) if skill else (), where, checked)
    text = {
        name: _text(fields[name], f"{where}.{name}", checked)
        for name in ("question", "answer", "context")
        if name in fields
    }
    if text.get("question") and text.get("answer"):
        given = text.get("context", "") if skill else ""
        row = Row(text["question"], text["answer"], given, source=source, origin="seed", kind="skill" if skill else "")
        checked.rows.append(row)


def _document(node: yaml.Node, checked: Checked) -> None:
    fields = _fields(node, "document", checked)
    if not fields or "confluence" in fields:
        return
    if checked.version >= 3:
        _names(node, fields, ("patterns",), ("repo", "commit", "folder"), "document", checked)
    else:
        _names(node, fields, ("repo", "commit", "patterns"), (), "document", checked)
    for name in ("repo", "commit", "folder"):
        if name in fields:
            _text(fields[name], f"document.{name}", checked)
    if "patterns" in fields:
        for number, pattern in enumerate(_items(fields["patterns"], "document.patterns", 1, checked)):
            _text(pattern, f"document.patterns[{number}]", checked)


# -- nodes --------------------------------------------------------------------------------------------------


def _fields(node: yaml.Node, where: str, checked: Checked) -> dict[str, yaml.Node]:
    """The fields of a mapping; a field that stands twice would silently lose one of its values."""
    if not isinstance(node, yaml.MappingNode):
        checked.add(node, where, "it must be fields with values, as `question: ...` and `answer: ...`.")
        return {}
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in found:
            first = found[name].start_mark.line + 1
            checked.add(
                key, f"{where}.{name}".lstrip("."), f"it stands already in line {first}: delete one of the two."
            )
        found.setdefault(name, value)
    return found


def _names(
    node: yaml.Node,
    fields: dict[str, yaml.Node],
    required: tuple[str, ...],
    optional: tuple[str, ...],
    where: str,
    checked: Checked,
) -> None:
    """Which fields lack, and which are unknown there."""
    from rapidfuzz import process

    unknown = [name for name in fields if name not in (*required, *optional)]
    lacking = [name for name in required if name not in fields]
    for name in unknown:
        near = process.extractOne(name, (*lacking, *optional), score_cutoff=70)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join((*required, *optional))}."
        checked.add(fields[name], f"{where}.{name}".lstrip("."), f"there is no such field here: {hint}")
    for name in lacking:
        checked.add(node, where, f"{name} is missing: add it.")


def _items(node: yaml.Node, where: str, least: int, checked: Checked) -> list[yaml.Node]:
    """The items of a list of at least so many, no two of them equal."""
    if not isinstance(node, yaml.SequenceNode):
        checked.add(node, where, "it must be a list: put `- ` before each item.")
        return []
    items: list[yaml.Node] = node.value
    if len(items) < least:
        checked.add(node, where, f"it has {len(items)} and needs at least {least}: add {least - len(items)} more.")
    seen: dict[str, int] = {}
    for item in items:
        content = yaml.serialize(item, Dumper=yaml.SafeDumper)
        if content in seen:
            checked.add(item, where, f"this one equals that of line {seen[content]}: delete or change it.")
        seen.setdefault(content, item.start_mark.line + 1)
    return items


def _text(node: yaml.Node, where: str, checked: Checked, *, empty: bool = False) -> str:
    """The text of a node, '' when it is none."""
    if not isinstance(node, yaml.ScalarNode):
        checked.add(node, where, "it must be text; begin it with `|` when it has several lines.")
        return ""
    kind = node.tag.removeprefix(_NODE)
    value = str(node.value)
    if kind != "str" and value.strip():
        read = _KINDS.get(kind, kind)
        checked.add(node, where, f"{value} is read as {read}: put it in quotation marks.")
        return value
    if not value.strip() and not empty:
        checked.add(node, where, "it is empty: write something.")
        return ""
    return value
