"""The front door at a terminal: parses, runs the same jobs as the window, and prints."""

from engine.cli.main import main

__all__ = ["main"]
