"""`hone servers`: the servers that write pairs together, their models and whether they are ready."""

from __future__ import annotations

import argparse
import dataclasses
import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine import server_list
from engine.cli.judge import ask_key
from engine.errors import HoneError
from engine.server_check import state
from engine.server_list import Server
from engine.servers import is_here, keep_key, parted

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.jobs import Cancel

_DONE, _NOT_READY = 0, 1
_NAMED = "http://host:port/v1, and #MODEL behind it where there are several of it"


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """`hone servers` and its actions."""
    servers = add("servers", "Set the servers that write pairs together (--writer servers).", _list, project=False)
    actions = servers.add_subparsers(metavar="ACTION")

    def action(name: str, help: str, command: Any, named: str = "") -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = actions.add_parser(name, help=help, description=help)
        sub.set_defaults(command=command)
        sub.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON for programs")
        if named:
            sub.add_argument("address", metavar="ADDRESS", help=named)
        return sub

    action("list", "List the servers.", _list)
    new = action("add", "Add a server, or change it.", _add, "of the server: http://host:port/v1")
    new.add_argument("--model", default="", metavar="NAME", help="its name there; not needed where there is only one")
    new.add_argument("--at-once", type=int, metavar="N", help="replies that it is asked for at a time (default 4)")
    new.add_argument("--off", action="store_true", help="keep it on the list without using it")
    new.add_argument("--key", action="store_true", help="ask for its key and keep that in the keychain")
    action("remove", "Take a server off the list.", _remove, _NAMED)
    action("check", "Ask all servers whether they are ready.", _check)


def _add(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """One that does not answer is added all the same; a model that it has not is not."""
    address, model = parted(arguments.address)
    if arguments.key:
        keep_key(address, ask_key(address))
    model = arguments.model or model
    found = state(Server(address=address, model=model).value, cancel.check)
    if found["models"] and not found["ready"]:
        raise HoneError(found["title"], found["hint"])
    server = Server(address=address, model=found["model"] or model, enabled=not arguments.off)
    known = next((one for one in server_list.listed() if one.value == server.value), server)
    server = server_list.put(dataclasses.replace(server, at_once=arguments.at_once or known.at_once))
    if arguments.json:
        print(json.dumps({**_plain(server), **found}, ensure_ascii=False))
        return _DONE
    print(f"{server.value}: {_words(found)}")
    if not is_here(address):
        print("The texts of the documents are sent to this address when it writes pairs.")
    return _DONE


def _remove(arguments: argparse.Namespace, cancel: Cancel) -> int:
    server = server_list.find(arguments.address)
    server_list.remove(server.value)
    print(json.dumps(_plain(server)) if arguments.json else f"Removed {server.value}")
    return _DONE


def _list(arguments: argparse.Namespace, cancel: Cancel) -> int:
    servers = server_list.listed()
    if arguments.json:
        print(json.dumps([_plain(server) for server in servers], ensure_ascii=False))
    elif not servers:
        print("No server is set. Add one: hone servers add http://localhost:8080")
    else:
        _table([(server, "used" if server.enabled else "off") for server in servers])
    return _DONE


def _check(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Exit code 1 when one that is used is not ready."""
    found = [(server, state(server.value, cancel.check)) for server in server_list.listed()]
    if arguments.json:
        print(json.dumps([{**_plain(server), **told} for server, told in found], ensure_ascii=False))
    else:
        _table([(server, _words(told)) for server, told in found])
    return _DONE if all(told["ready"] for server, told in found if server.enabled) else _NOT_READY


def _plain(server: Server) -> dict[str, Any]:
    return {**dataclasses.asdict(server), "writer": server.value, "local": is_here(server.address)}


def _words(found: dict[str, Any]) -> str:
    if not found["ready"]:
        return f"{found['title']}. {found['hint']}"
    return f"ready, answered in {1000 * found['seconds']:.0f} ms"


def _table(rows: list[tuple[Server, str]]) -> None:
    table = Table(box=None)
    for column in ("Address", "Model", "At once", "Where", "State"):
        table.add_column(column, justify="right" if column == "At once" else "left", overflow="fold")
    for server, words in rows:
        where = "here" if is_here(server.address) else "elsewhere"
        table.add_row(server.address, server.model, str(server.at_once), where, words)
    Console().print(table)
