"""The sample documents of the project: a tool that makes their PDFs."""
