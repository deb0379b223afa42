"""The rules by which the starter asks about Korean sentences."""
