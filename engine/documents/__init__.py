"""Readers turn a file into pages; the chunker turns pages into chunks."""
