"""Qt item models over the project's store."""
