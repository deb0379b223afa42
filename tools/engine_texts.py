"""Collects what the engine can say to a person, as templates with {0}, {1} for the parts that change.

It follows the texts that are given to errors, options, log lines, progress and checks back to where they are
written: through local names, parameters, functions that return them, and tables of the module.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Function = ast.FunctionDef | ast.AsyncFunctionDef

ROOT = Path(__file__).resolve().parent.parent
HOLE = "\0"
# What takes a text for a person: name of the call -> positions or names of the arguments.
_SINKS: dict[str, tuple[int | str, ...]] = {
    "HoneError": (0, 1),
    "WorkerDied": (0, 1),
    "Failed": (0, 1),
    "Log": (0,),
    "Diverged": (0, 1),
    "TooMuch": (0,),
    "Found": (1, 2),
    "Progress": (0,),
    "Pace": (0,),
    "option": (1, 2, "help", "choices"),
    "Check": (1,),
    "Unusable": (0,),
    "Gone": (0,),
    "RecognitionError": (0,),
    "ReadPage": (3,),
    "_judged": (1,),
}
_TABLES = ("SENTENCES", "BETWEEN", "_OTHERS", "_ZIPPED_OTHERS", "_PACKED", "_MAGIC")  # kinds of things, in words
# Speak at the terminal only, or in words of their own (resources/report).
_OUTSIDE = (
    *("engine/cli/", "engine/doctor.py", "engine/exports/model_card.py"),
    *(f"engine/proof/report/{name}.py" for name in ("charts", "content", "figures", "markdown", "page")),
)
# Modules that speak to people only: all their texts of several words.
_WHOLE = (
    "engine/dataset/checks/",
    "engine/proof/advice.py",
    "engine/proof/curve.py",
    "engine/proof/free.py",
    "engine/proof/sentences.py",
    "engine/runtimes/recipe.py",
    "engine/proof/between.py",
    "engine/writers/grade_replies.py",
    "engine/writers/replies.py",
)
_NO_TEXT = re.compile(r"(Check|Cancel|Emit|Callable|Project|Path|Source|Sentence|int|float|bool)\b")  # annotations
_AROUND = {"strip", "rstrip", "lstrip", "capitalize", "removesuffix", "removeprefix", "replace"}
_WORDS = {"why", "hint", "reason", "what", "more", "note", "again", "problem", "said", "how", "way", "words", "missing"}
# Names that the store holds and the window shows, with spaces for underscores.
_NAMES = """
accepted, rejected, asked, spare, read, failed, partial, scanned, blank, locked, text, ocr, running,
finished, stopped, cancelled, generated, imported, person, seed, supported, unsupported, fact, how to, why,
comparison, list, yes no, unanswerable, skill, train, valid, test, unseen, written, base, tuned, edit,
accept, reject, restore, regenerate, undo, redo, empty, truncated, too short, too long, garbled, letters,
where to find, about document, context, language, copy, echo, no answer, cut answer, quote, unit, swapped,
opposite, negation, invented, other question, foreign, off topic, reveals, same wording, near duplicate,
ambiguous, doubtful, answerable, unfaithful, unjudged, unanswered, untrained fact, same answer, same section,
train loss, val loss, tokens per second, peak memory, learning rate, key facts, taken out by hand, asked for,
memory is short
"""
NAMES = tuple(" ".join(name.split()) for name in _NAMES.split(","))
_NO_TEXTS = {
    *(
        "load",
        "string",
        "is",
        "are",
        "do",
        "does",
        "mean",
        "means",
        "apply",
        "applies",
        "must",
        "should",
        "be",
        "system",
        "user",
        "assistant",
        "count",
    ),
    *("count", "Notes: ", "iterations", "max_length", "kind", "mistral"),
}
_CODE = re.compile(r"\\|\(\?|<\||###|\.xml|_rels|\n|\[INST\]| = \?|^[a-z_]+\.(txt|jsonl?)$|[ㄱ-힣]")
_LONGEST = 600
_EITHER = {"accepted", "what", "way", "named", "gone", "same", "which"}  # names that are given one of two texts
_WORDS |= {"which", "accepted", "listed", "gone", "same", "named"}
_SAYERS = {"told", "_symptom", "_numbered", "_why", "_told", "expected", "advice"}
_MOST = 64  # ways in which the parts of one text can go together


@dataclass(slots=True)
class _Module:
    path: str
    tree: ast.Module
    owners: dict[ast.AST, Function | None] = field(default_factory=dict)
    speaking: list[ast.AST] = field(default_factory=list)  # calls, tables and pairs, that may hold texts


class Collector:
    """Follows texts through the modules of the engine."""

    def __init__(self, root: Path = ROOT) -> None:
        modules = [_read(path, root) for path in sorted((root / "engine").rglob("*.py"))]
        self.modules = [module for module in modules if not module.path.startswith(_OUTSIDE)]
        self.functions: dict[str, list[tuple[_Module, Function]]] = {}
        self.sinks: dict[str, set[int | str]] = {name: set(places) for name, places in _SINKS.items()}
        self.constants: dict[str, list[tuple[_Module, ast.expr]]] = {}
        self.found: set[str] = set()
        self._busy: set[int] = set()
        self._known: dict[int, list[str]] = {}
        self._given: dict[ast.AST, dict[str, list[ast.expr]]] = {}
        for module in self.modules:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.FunctionDef):
                    self.functions.setdefault(node.name, []).append((module, node))
            for node in module.tree.body:
                if isinstance(node, ast.Assign) and node.value is not None:
                    self.constants.setdefault(_target(node), []).append((module, node.value))

    def collect(self) -> list[str]:
        """All templates, sorted; those of one hole and hardly a word are left out."""
        known = -1
        while known != sum(map(len, self.sinks.values())):  # parameters that turn out to be texts are sinks too
            known = sum(map(len, self.sinks.values()))
            self._known.clear()
            for module in self.modules:
                self._module(module)
        for module in self.modules:
            if module.path.startswith(_WHOLE):
                self.found |= {text for text in _sentences(module.tree) if " " in text}
        return sorted({text for raw in self.found if (text := numbered(raw)) and text not in _NO_TEXTS} | set(NAMES))

    def _module(self, module: _Module) -> None:
        for node in module.speaking:
            if isinstance(node, ast.Call):
                for argument in self._arguments(node):
                    self.found |= set(self._texts(module, argument, module.owners[node]))
            elif isinstance(node, ast.Dict) and _is_refusal(node):
                self.found |= set(self._texts(module, node.values[0], module.owners[node]))
            elif isinstance(node, ast.Tuple) and _is_objection(node):
                self.found |= set(self._texts(module, node.elts[1], module.owners[node]))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and _target(node) in _TABLES and node.value is not None:
                for value in _values(node.value):
                    self.found |= set(self._texts(module, value, None))

    def _arguments(self, call: ast.Call) -> Iterator[ast.expr]:
        places = set(self.sinks.get(_called(call), ()))
        for place in places:
            if isinstance(place, int) and place < len(call.args):
                yield call.args[place]
        for keyword in call.keywords:
            if keyword.arg in places or keyword.arg == "message":
                yield keyword.value

    def _texts(self, module: _Module, node: ast.expr, owner: Function | None) -> list[str]:
        """The texts that an expression can be; '' where it cannot be told."""
        if id(node) in self._known or id(node) in self._busy:
            return self._known.get(id(node), [])
        self._busy.add(id(node))
        found = list(dict.fromkeys(islice(self._any(module, node, owner), _MOST)))
        self._busy.discard(id(node))
        self._known[id(node)] = found
        return found

    def _any(self, module: _Module, node: ast.expr, owner: Function | None) -> Iterable[str]:
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr():
                return self._joined(module, node, owner)
            case ast.BinOp(op=ast.Add()):
                left, right = (self._texts(module, side, owner) or [HOLE] for side in (node.left, node.right))
                return (first + second for first, second in product(left, right))
            case ast.Name():
                return self._name(module, node.id, owner)
            case ast.Call():
                return self._call(module, node, owner)
            case ast.Attribute(attr="doubt"):
                return self._property(node.attr)
        return [text for part in _parts(node) for text in self._texts(module, part, owner)]

    def _joined(self, module: _Module, node: ast.JoinedStr, owner: Function | None) -> Iterator[str]:
        """A hole for each part; a part that can only be one of a few texts of ours is filled in as well."""
        parts: list[list[str]] = []
        for value in node.values:
            if isinstance(value, ast.Constant):
                parts.append([str(value.value)])
                continue
            assert isinstance(value, ast.FormattedValue)
            inner = self._texts(module, value.value, owner) if _is_told(value.value) else []
            self.found |= {text for text in inner if len(text.split()) > 1}
            told = inner and _is_complete(value.value, inner)
            parts.append(inner if told else [HOLE])
        return ("".join(way) for way in product(*parts))

    def _name(self, module: _Module, name: str, owner: Function | None) -> list[str]:
        found: list[str] = []
        scope = owner if owner is not None else module.tree
        if scope not in self._given:
            self._given[scope] = _given(scope)
        for value in self._given[scope].get(name, ()):
            found += self._texts(module, value, owner)
        if owner is not None:
            positions = [argument.arg for argument in (*owner.args.posonlyargs, *owner.args.args)]
            method = positions[:1] in (["self"], ["cls"])
            if not _may_be_text(owner, name):
                return found
            if name in positions:
                self.sinks.setdefault(owner.name, set()).update({positions.index(name) - method, name})
            elif name in [argument.arg for argument in owner.args.kwonlyargs]:
                self.sinks.setdefault(owner.name, set()).add(name)
            elif not found:
                return self._name(module, name, None)
        elif not found and name.isupper():  # a constant of another module
            for other, value in self.constants.get(name, ()):
                found += self._texts(other, value, None)
        return found

    def _property(self, name: str) -> list[str]:
        found: list[str] = []
        for where, function in self.functions.get(name, ()):
            if any(isinstance(mark, ast.Name) and mark.id == "property" for mark in function.decorator_list):
                found += self._returned(where, function)
        return found

    def _call(self, module: _Module, node: ast.Call, owner: Function | None) -> list[str]:
        name, function = _called(node), node.func
        if isinstance(function, ast.Attribute) and name in _AROUND:
            return self._texts(module, function.value, owner)
        if isinstance(function, ast.Attribute) and name == "join" and node.args:
            return self._texts(module, node.args[0], owner)
        if isinstance(function, ast.Attribute) and name == "get":
            return [text for value in (function.value, *node.args[1:]) for text in self._texts(module, value, owner)]
        here = [(where, found) for where, found in self.functions.get(name, ()) if where is module]
        found: list[str] = []
        for where, other in here or self.functions.get(name, ())[:1]:
            found += self._returned(where, other)
        return found

    def _returned(self, module: _Module, function: Function) -> list[str]:
        found: list[str] = []
        for inner in ast.walk(function):
            if isinstance(inner, ast.Return | ast.Yield) and inner.value is not None:
                found += self._texts(module, inner.value, function)
        return found


def _may_be_text(owner: Function, name: str) -> bool:
    """Whether a name is no parameter, or one that a text can be given to as far as its annotation tells."""
    arguments = owner.args
    for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        if argument.arg == name and argument.annotation is not None:
            return _NO_TEXT.match(ast.unparse(argument.annotation)) is None
    return True


def numbered(raw: str) -> str:
    """The template with numbered holes; '' for one with too few letters to be told from others."""
    raw = re.sub(rf"(?<=[.!?])(\s*{HOLE})+\s*$", "", raw)  # sentences of others that follow
    literal = raw.replace(HOLE, "")
    if _CODE.search(literal) or len(raw) > _LONGEST:
        return ""
    if not re.search(r"[A-Za-z]{2}", literal) or (HOLE in raw and len(re.findall(r"[A-Za-z]", literal)) < 5):
        return ""
    if re.match(r"(january|monday|twenty|zero) [a-z]+ ", raw):
        return ""
    if re.fullmatch(r"[a-z][a-z0-9_]*", raw):
        return raw.replace("_", " ")
    parts = raw.split(HOLE)
    return "".join(f"{part}{{{number}}}" for number, part in enumerate(parts[:-1])) + parts[-1]


def _read(path: Path, root: Path) -> _Module:
    module = _Module(path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8")))

    def own(node: ast.AST, owner: Function | None) -> None:
        for child in ast.iter_child_nodes(node):
            module.owners[child] = owner
            own(child, child if isinstance(child, ast.FunctionDef) else owner)

    own(module.tree, None)
    kinds = ast.Call | ast.Tuple | ast.Dict | ast.Assign | ast.AnnAssign
    module.speaking = [node for node in module.owners if isinstance(node, kinds)]
    return module


def _is_refusal(node: ast.Dict) -> bool:
    """Whether it is the title and hint that a reader of documents sends to the one that watches it."""
    return len(node.keys) == 1 and isinstance(node.keys[0], ast.Constant) and node.keys[0].value == "refused"


def _is_objection(node: ast.Tuple) -> bool:
    """Whether it is the name of a check and what it objects to, in the module of a writer."""
    first = node.elts[0] if len(node.elts) == 2 else None
    return isinstance(first, ast.Constant) and str(first.value).replace("_", " ") in NAMES


def _is_told(part: ast.expr) -> bool:
    """Whether a part of a text is one of a few texts of ours, and not a name or a number."""
    if isinstance(part, ast.Call):
        return _called(part) in _SAYERS
    return isinstance(part, ast.IfExp) or (isinstance(part, ast.Name) and (part.id in _WORDS or part.id.isupper()))


def _is_complete(part: ast.expr, texts: list[str]) -> bool:
    """Whether these are all the texts that a part can be."""
    if isinstance(part, ast.Name):
        return len(texts) <= 2 and (part.id.isupper() or part.id in _EITHER)
    return isinstance(part, ast.IfExp) and HOLE not in "".join(texts)


def _called(call: ast.Call) -> str:
    function = call.func
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return target.id if isinstance(target, ast.Name) else ""


def _parts(node: ast.expr) -> list[ast.expr]:
    """The expressions of which one is what this one is."""
    match node:
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BoolOp() | ast.Dict():
            return list(node.values)
        case ast.Tuple() | ast.List():
            return list(node.elts)
        case ast.ListComp() | ast.GeneratorExp():
            return [node.elt]
        case ast.NamedExpr() | ast.Subscript():
            return [node.value]
    return []


def _values(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.Dict):
        return list(node.values)
    if isinstance(node, ast.Tuple):
        return [part.elts[-1] for part in node.elts if isinstance(part, ast.Tuple)]
    if isinstance(node, ast.Constant):
        return [node]
    return [*_values(node.left), *_values(node.right)] if isinstance(node, ast.BinOp) else []


def _given(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """The expressions that each name gets in a function or module."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        for target, value in _bindings(node):
            if isinstance(target, ast.Name):
                found.setdefault(target.id, []).append(value)
    return found


def _bindings(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
            yield from zip(targets, values, strict=False)
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=value):
            yield from ((target, value) for target in targets)
        case ast.Assign(targets=[target], value=value) | ast.AugAssign(target=target, value=value):
            yield target, value
        case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
            yield target, value
        case ast.For(target=target, iter=value):
            yield target, value
        case ast.Call(func=ast.Attribute(value=target, attr="append" | "extend"), args=[value]):
            yield target, value


def _sentences(tree: ast.Module) -> Iterator[str]:
    """All texts of two words and more that stand in functions and are no docstrings."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        body = function.body[1:] if ast.get_docstring(function) else function.body
        nodes = [node for statement in body for node in ast.walk(statement)]
        inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if isinstance(node, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                yield node.value


def templates(root: Path = ROOT) -> list[str]:
    """What the engine of this repository can say."""
    return Collector(root).collect()


if __name__ == "__main__":
    for text in templates():
        print(repr(text))
