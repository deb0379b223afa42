"""Hone's engine: background jobs that turn documents into a tuned model, without any window."""
