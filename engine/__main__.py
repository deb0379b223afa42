"""`python -m engine` is the `hone` command."""

from engine.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
