"""Models on this machine: what a file or folder is, told by its header and never by loading it."""

from engine.models.hub_cache import Cached, cached
from engine.models.model import BASE, WRITER, Model, kind_of, look

__all__ = ["BASE", "WRITER", "Cached", "Model", "cached", "kind_of", "look"]
