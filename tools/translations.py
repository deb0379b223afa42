"""Bring resources/i18n up to date with the sources: `make translations`.

Collects the texts of the window and of the engine, lets Qt's lupdate merge them into the .ts files, which are what
people translate, and lrelease compile those into the .qm files that the window loads.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

from tools import engine_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
ENGINE = "engine"
LANGUAGES = ("ko", "en")

# What only makes sense at a terminal; the English of the window says it in other words.
TERMINAL = re.compile(r"(?<![\w-])--[a-z]|(?<!\.)\bhone [a-z]+\b")
_ALSO = {"en", "ko", "ocr", "lora", "fused", "8bit", "4bit", "mlx", "peft", "gguf"}

Text = tuple[str, str]  # context, source


def window_texts(root: Path = ROOT) -> set[Text]:
    """Every text that the window translates; raises ValueError for one that is no literal."""
    found: set[Text] = set()
    for path in sorted((root / "desktop").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        module, kinds = next(iter(_contexts(tree)), ""), _kinds(tree)
        for owner, call in _calls(tree, ""):
            if (text := _text(call, owner, module, kinds, path)) is not None:
                found.add(text)
    return found


def _contexts(tree: ast.Module) -> Iterator[str]:
    """The context of the module's own tr()."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                    yield str(call.args[0].value)


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.FunctionDef) and child.name == "tr":
            continue
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, inside)


def _kinds(tree: ast.Module) -> dict[str, str]:
    """Names of modules, and of parameters with the classes that they are of: whose tr() it is."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.arg) and isinstance(node.annotation, ast.Name):
            found[node.arg] = node.annotation.id
    return found


def _text(call: ast.Call, owner: str, module: str, kinds: dict[str, str], path: Path) -> Text | None:
    match call.func:
        case ast.Name(id="tr"):
            context, arguments = module or _imported(path), call.args
        case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
            context, arguments = owner, call.args
        case ast.Attribute(value=ast.Name(id=other), attr="tr"):
            context, arguments = kinds.get(other, ""), call.args
        case ast.Attribute(attr="translate") if len(call.args) > 1 and isinstance(call.args[0], ast.Constant):
            context, arguments = str(call.args[0].value), call.args[1:]
        case _:
            return None
    if context == ENGINE:
        return None
    if not context or len(arguments) != 1 or not isinstance(arguments[0], ast.Constant):
        raise ValueError(f"{path.name}, line {call.lineno}: write the text itself into tr(), once")
    return context, str(arguments[0].value)


def _imported(path: Path) -> str:
    """The module whose tr() this one imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "tr" for alias in node.names):
            return str(node.module).rsplit(".", 1)[-1]
    return ""


def translations(language: str) -> dict[Text, str]:
    """The finished translations of a language, from its .ts file."""
    found: dict[Text, str] = {}
    for context in ET.parse(FOLDER / f"{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None and said.get("type") is None and said.text:
                found[context.findtext("name", ""), message.findtext("source", "")] = said.text
    return found


def wanted(language: str, engine: Iterable[str]) -> set[Text]:
    """What a language has to say itself."""
    if language == "en":
        return {(ENGINE, text) for text in engine if TERMINAL.search(text) or text in _ALSO}
    return {(ENGINE, text) for text in engine} | window_texts()


def update() -> None:
    """Merge new texts into the .ts files, drop those that are gone, and compile."""
    FOLDER.mkdir(exist_ok=True)
    engine = engine_texts.templates()
    (FOLDER / "engine.json").write_text(json.dumps(engine, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    for language in LANGUAGES:
        _merge(language, wanted(language, engine))
        ts, qm = FOLDER / f"{language}.ts", FOLDER / f"{language}.qm"
        _qt("lrelease", "-silent", str(ts), "-qm", str(qm))


def _merge(language: str, texts: Iterable[Text]) -> None:
    lines = [f"QCoreApplication.translate({_quoted(context)}, {_quoted(text)})" for context, text in sorted(texts)]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "texts.py")
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        target = str(FOLDER / f"{language}.ts")
        wanted = ("-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language)
        _qt("lupdate", "-silent", str(source), *wanted, "-ts", target)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _qt(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    update()
    for language in LANGUAGES:
        print(f"{language}: {len(translations(language))} texts translated")
