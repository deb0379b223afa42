"""Exit 0 when the installed llama.cpp can evaluate the starter model on this processor."""

from __future__ import annotations

from engine.resources import starter_gguf


def main() -> None:
    """Evaluate a few tokens; a build for another processor dies of SIGILL here and not in the user's job."""
    from llama_cpp import Llama

    model = Llama(str(starter_gguf()), n_ctx=64, n_threads=1, verbose=False)
    model.eval(model.tokenize(b"The tank holds 2 litres."))
    model.close()


if __name__ == "__main__":
    main()
