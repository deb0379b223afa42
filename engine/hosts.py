"""Ask the machines of a hosts file whether they are ready to train together. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine import events, hosts_file, reach
from engine.errors import HoneError
from engine.rows import base_folder
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit


@dataclass(frozen=True, kw_only=True)
class HostsSpec(Spec):
    """Which machines, and for which base."""

    file: str = option("", "Hosts file.", "As mlx.launch reads it.")
    base: str = option("starter", "Base model.", "The starter, or a folder with a model as MLX or Hugging Face has it.")


def hosts(spec: HostsSpec, emit: Emit, cancel: Cancel) -> None:
    """Announce what each machine answered; raises HoneError for a file or a base that cannot be used."""
    known, base = hosts_file.read(spec.file), base_folder(spec.base)
    if not (base / "config.json").is_file():
        raise HoneError(
            f"There is no model in {base.name}", "Choose a folder with a model as MLX or Hugging Face has it."
        )
    emit(events.Progress("hosts", 0, len(known.hosts)))
    found = reach.ask_all(known, base, cancel)
    emit(events.Progress("hosts", len(found), len(found)))
    emit(events.Artifact("hosts", "", {"backend": known.backend, "hosts": [one.to_json() for one in found]}))
