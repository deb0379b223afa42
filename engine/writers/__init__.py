"""Models that write pairs: the starter, which knows sentences, and chat models, which follow instructions."""
