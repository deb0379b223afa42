"""The window: it presents what the project holds and sends specs to jobs; it computes nothing."""
