"""What an exam proves: statistics, results, the verdict, and the report that a person can send. No models."""
