"""A stand-in for the Hugging Face Hub on loopback, to be as good or as bad as a test needs it."""

from __future__ import annotations

import hashlib
import json
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from engine.models import catalogue, hub
from engine.resources import starter, starter_gguf
from tests.engine.loopback import Loopback

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

_BLOCK = 16 << 10
CONFIG = """num_hidden_layers = 4
num_attention_heads = 4
num_key_value_heads = 4
head_dim = 64
hidden_size = 256
intermediate_size = 1024
vocab_size = 4096
max_position_embeddings = 512
"""


def write_catalogue(place: Path, *, config: str = CONFIG, **known: Any) -> None:
    """A writer, a base and an embedder of one repository; `known` is more on the writer."""
    more = "\n".join(f"{key} = {json.dumps(value)}" for key, value in known.items())
    common = 'repository = "tiny/models"\nparameters = 3000384\nlanguages = ["en"]\nlicence = "Apache-2.0"\n'
    place.write_text(
        f'[writer]\ntitle = "Tiny writer"\nkind = "writer"\nfile = "tiny.gguf"\nquantisation = "Q8_0"\n{common}{more}\n'
        f"[writer.config]\n{config}\n"
        f'[base]\ntitle = "Tiny base"\nkind = "base"\nquantisation = "4-bit"\n{common}\n[base.config]\n{config}\n'
        f'[embedder]\ntitle = "Tiny embedder"\nkind = "embedder"\nquantisation = "Q8_0"\nfile = "meaning.gguf"\n'
        f"{common}"
    )
    catalogue.entries.cache_clear()


def use_catalogue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small catalogue in place of Hone's, a folder for models of one's own, and no long rests."""
    place = folder / "models.toml"
    write_catalogue(place)
    monkeypatch.setattr(catalogue, "resource", lambda *parts: place)
    monkeypatch.setattr(hub, "PAUSE", 0.001)
    monkeypatch.setenv("HONE_MODELS", str(folder / "models"))
    monkeypatch.delenv("HF_TOKEN", raising=False)
    return place


def starters() -> dict[str, bytes]:
    """The files of a repository with the starters in it, and some that nobody wants."""
    files = {file.name: file.read_bytes() for file in starter().iterdir() if file.is_file()}
    more = {"meaning.gguf": b"meaning" * 30_000, "README.md": b"# Tiny", "onnx/model.json": b"{}"}
    return files | {"tiny.gguf": starter_gguf().read_bytes(), **more}


class HubServer(Loopback):
    """Serves `files` of one repository through a redirect, as the Hub does.

    `cuts` are the bytes after which the next connections break, None for one that stalls there. `status` answers
    everything with that; `sums` are checksums told in place of the right ones.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files, self.revision = files, "0" * 39 + "1"
        self.cuts: Sequence[int | None] = ()
        self.stalls_at = 1 << 20
        self.status, self.body = 0, b""
        self.sums: dict[str, str] = {}
        self.linked = True  # tells size and checksum with the redirect
        self.takes_ranges = True
        self.etags = True
        self.sent = 0
        self.asked: list[dict[str, str]] = []
        super().__init__(type("Handler", (_Handler,), {"hub": self}))

    def sum_of(self, name: str) -> str:
        """The checksum that is told of a file."""
        return self.sums.get(name) or hashlib.sha256(self.files[name]).hexdigest()

    def listing(self) -> bytes:
        """What the Hub's API says of the repository."""
        found: list[dict[str, Any]] = []
        for name, content in self.files.items():
            large = {"lfs": {"sha256": self.sum_of(name), "size": len(content)}} if len(content) > 1 << 20 else {}
            found.append({"rfilename": name, "size": len(content), **large})
        return json.dumps({"sha": self.revision, "siblings": found}).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: HubServer

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        name = path.rpartition("/")[2]
        try:
            if self.hub.status:
                kind = {"Content-Type": "text/html; charset=utf-8"} if self.hub.body.startswith(b"<html") else {}
                self._answer(self.hub.status, self.hub.body, kind)
            elif path.startswith("/api/"):
                self._answer(200, self.hub.listing())
            elif path.startswith("/cdn/"):
                self.hub.asked.append(dict(self.headers.items()))
                self._send(self.hub.files[name])
            elif name not in self.hub.files:
                self._answer(404, b"Entry not found")
            else:
                linked = {
                    "X-Linked-Size": str(len(self.hub.files[name])),
                    "X-Linked-Etag": f'"{self.hub.sum_of(name)}"',
                }
                self._answer(302, b"", {"Location": f"/cdn/{name}", **(linked if self.hub.linked else {})})
        except ConnectionError:  # who asked went away
            self.close_connection = True

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send(self, content: bytes) -> None:
        etag = f'"{hashlib.md5(content).hexdigest()}"'
        begins = self._begins(etag, content)
        if begins is None:
            self._answer(416, b"", {"Content-Range": f"bytes */{len(content)}"})
            return
        self.send_response(206 if begins else 200)
        if begins:
            self.send_header("Content-Range", f"bytes {begins}-{len(content) - 1}/{len(content)}")
        if self.hub.etags:
            self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(content) - begins))
        self.end_headers()
        self._write(content[begins:])

    def _begins(self, etag: str, content: bytes) -> int | None:
        wanted = self.headers.get("Range", "")
        same = self.headers.get("If-Range") in (None, etag)
        if not wanted or not same or not self.hub.takes_ranges:
            return 0
        begins = int(wanted.removeprefix("bytes=").rstrip("-"))
        return begins if begins < len(content) else None

    def _write(self, content: bytes) -> None:
        cut, self.hub.cuts = (self.hub.cuts[0], self.hub.cuts[1:]) if self.hub.cuts else (len(content), ())
        most = self.hub.stalls_at if cut is None else cut
        for start in range(0, min(most, len(content)), _BLOCK):
            piece = content[start : min(start + _BLOCK, most)]
            self.wfile.write(piece)
            self.hub.sent += len(piece)
        if cut is None:
            self.hub.stop.wait(60)
        if most < len(content):
            self.close_connection = True
