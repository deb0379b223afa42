"""One page for each step, and those of models and settings."""
