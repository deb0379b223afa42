"""Command-line flags made from the options that each spec declares once."""

from __future__ import annotations

import argparse
import dataclasses
import types
import typing
from typing import TYPE_CHECKING, Any

from engine.models import BASE, WRITER
from engine.models.catalogue import EMBEDDER
from engine.models.library import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.spec import Spec

_MODELS = {"writer": WRITER, "judge": WRITER, "base": BASE, "embedder": EMBEDDER}  # options that name a model


def add_options(parser: argparse.ArgumentParser, spec: type[Spec], skip: tuple[str, ...] = ()) -> None:
    """Give `parser` a flag for every option of the spec but `project` and those in `skip`."""
    hints = typing.get_type_hints(spec)
    for field in dataclasses.fields(spec):
        if field.name == "project" or field.name in skip:
            continue
        meta, kind = field.metadata, _plain(hints[field.name])
        flag = "--" + field.name.replace("_", "-")
        text = _help(meta, field.default)
        if kind is bool:
            parser.add_argument(flag, dest=field.name, default=None, action=argparse.BooleanOptionalAction, help=text)
        elif kind is tuple and (several := _each(hints[field.name], meta)):
            names = f"{several.__name__.upper()},..."
            parser.add_argument(flag, dest=field.name, default=None, type=_split(several), metavar=names, help=text)
        elif kind is tuple:
            parser.add_argument(flag, dest=field.name, default=None, nargs="+", action="extend", help=text)
        else:
            parser.add_argument(
                flag, dest=field.name, default=None, type=kind, metavar=kind.__name__.upper(), help=text
            )


def chosen(arguments: argparse.Namespace, spec: type[Spec]) -> dict[str, Any]:
    """The fields of the spec that the person gave; all others keep the spec's own defaults.

    A model may be given by its name in the catalogue, once it is downloaded.
    """
    names = {field.name for field in dataclasses.fields(spec)}
    given = {name: value for name, value in vars(arguments).items() if name in names and value not in (None, [], ())}
    return {name: named(value, _MODELS[name]) if name in _MODELS else value for name, value in given.items()}


def _plain(hint: Any) -> Any:
    """The type behind `X | None` and `tuple[X, ...]`."""
    if isinstance(hint, types.UnionType):
        hint = next(member for member in typing.get_args(hint) if member is not type(None))
    return typing.get_origin(hint) or hint


def _each(hint: Any, meta: Any) -> type[Any] | None:
    """The type of the values that are written with commas between them: numbers, and words of a few."""
    kind: type[Any] = typing.get_args(hint)[0]
    return kind if kind in (int, float) or meta.get("choices") else None


def _split(kind: type[Any]) -> Callable[[str], tuple[Any, ...]]:
    def split(text: str) -> tuple[Any, ...]:
        return tuple(kind(part) for part in text.split(",") if part.strip())

    split.__name__ = f"list of {kind.__name__} values"  # argparse says it where the text is none
    return split


def _help(meta: Any, default: Any) -> str:
    title, more = meta.get("title", "").rstrip("."), meta.get("help", "")
    words = f"{title}: {more}" if more else f"{title}."
    if meta.get("choices"):
        words += f" One of {', '.join(map(str, meta['choices']))}."
    if default not in (None, "", (), dataclasses.MISSING):
        words += f" (default {default})"
    return words.replace("%", "%%")
