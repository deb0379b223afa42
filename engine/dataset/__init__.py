"""What becomes of pairs: checks, splits, prompt styles, formats."""
