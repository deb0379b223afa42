"""Servers of chat models: their addresses, and their keys, which are kept in environment or keychain only."""

from __future__ import annotations

import os
import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from engine.errors import HoneError

ALL = "servers"  # the writer that is all servers in the list
ENVIRONMENT = "HONE_API_KEY"
_KEPT_FOR = "Hone"
_NO_LETTER = re.compile(r"[^A-Za-z0-9]+")


def is_address(text: str) -> bool:
    """Whether it means a server and not a file."""
    return text.strip().lower().startswith(("http://", "https://"))


def normalised(address: str) -> str:
    """The address up to the version, /v1 where none is given; raises HoneError for one that cannot be used."""
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise not_an_address(address) from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise not_an_address(address)
    if parts.username or parts.password or parts.query or parts.fragment:
        raise HoneError(
            "The address of a server must not hold a key",
            f"Give it as http://localhost:8080/v1, and the key in {ENVIRONMENT} or the keychain.",
        )
    path = parts.path.rstrip("/").removesuffix("/chat/completions").rstrip("/")
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{path or '/v1'}"


def not_an_address(address: str) -> HoneError:
    """The error for what no server can be reached by."""
    return HoneError(f"{address} is no address of a server", "Give it as http://localhost:8080/v1.")


def is_here(address: str) -> bool:
    """Whether the server is on this machine."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # a name
        return False


def is_named(writer: str) -> bool:
    """Whether a writer is on servers: one by its address, or all that are listed."""
    return writer == ALL or is_address(writer)


def parted(writer: str) -> tuple[str, str]:
    """Address and model of `http://localhost:11434/v1#llama3.2`; the model is '' where there is none."""
    address, _, model = writer.strip().partition("#")
    return normalised(address), model.strip()


def key_variable(address: str) -> str:
    """The variable of the environment that holds the key of this server and no other."""
    place = urlsplit(normalised(address)).netloc
    return f"{ENVIRONMENT}_{_NO_LETTER.sub('_', place).strip('_').upper()}"


def key_for(address: str, *, alone: bool = True) -> str:
    """The key for a server: of the environment, else of the keychain; '' where there is none, or no keychain.

    Without `alone`, HONE_API_KEY is not sent: it is for one server, and nobody knows for which.
    """
    for name in (key_variable(address), *((ENVIRONMENT,) if alone else ())):
        if key := os.environ.get(name, "").strip():
            return key
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_KEPT_FOR, door(address)) or ""
    except KeyringError:  # a machine without a keychain, or one that stays locked
        return ""


def keep_key(address: str, key: str) -> None:
    """Put a key into the keychain, or take it out when it is ''; raises HoneError where that is not possible."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        if key:
            keyring.set_password(_KEPT_FOR, door(address), key)
        else:
            keyring.delete_password(_KEPT_FOR, door(address))
    except PasswordDeleteError:  # there was none
        return
    except KeyringError as error:
        raise HoneError(
            "The key could not be kept", f"This system has no open keychain: set {ENVIRONMENT} in the environment."
        ) from error


def keep_key_somewhere(address: str, key: str) -> bool:
    """Put a key into the keychain, or hold it until this program ends, for its children too; whether it stays."""
    os.environ.pop(key_variable(address), None)
    try:
        keep_key(address, key)
    except HoneError:
        if key:
            os.environ[key_variable(address)] = key
        return not key
    return True


def plain(said: object, longest: int) -> str:
    """What a server or its model said, on one line that can be stored and shown whatever it holds."""
    words = " ".join(str(said).encode("utf-8", "replace").decode().split())
    return "".join(letter for letter in words if letter.isprintable())[:longest]


def door(address: str) -> str:
    """Scheme, host and port: what a key is good for."""
    parts = urlsplit(normalised(address))
    return f"{parts.scheme}://{parts.netloc}"
