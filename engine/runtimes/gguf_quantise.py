"""An F16 GGUF in fewer bits, by llama.cpp's own quantisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import llama_cpp

from engine.errors import HoneError
from engine.project.files import atomic_file
from engine.runtimes.gguf import last_words, start, threads
from engine.runtimes.gguf_export import room_for

if TYPE_CHECKING:
    from pathlib import Path

# Kind -> llama.cpp's number for it, and about how much of the F16 file is left.
_KINDS = {
    "q8_0": (llama_cpp.LLAMA_FTYPE_MOSTLY_Q8_0, 0.54),
    "q4_k_m": (llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_K_M, 0.40),
}
KINDS = ("f16", *_KINDS)


def quantise_gguf(source: Path, file: Path, kind: str) -> Path:
    """Write the F16 GGUF `source` as `file` in `kind`, one of KINDS but f16.

    The file appears whole or not at all. llama.cpp keeps more bits for rows that its blocks do not divide.
    Raises HoneError when there is too little room on the disk, or llama.cpp refuses.
    """
    number, share = _KINDS[kind]
    room_for(file, int(source.stat().st_size * share))
    start()
    with atomic_file(file) as temporary:
        parameters = llama_cpp.llama_model_quantize_default_params()
        parameters.ftype = number
        parameters.nthread = threads()
        if llama_cpp.llama_model_quantize(str(source).encode(), str(temporary).encode(), parameters):
            raise HoneError(
                f"The GGUF could not be written as {kind}",
                f"llama.cpp says: {last_words()} Export it as f16, which needs nothing of llama.cpp.",
            )
    return file
