"""A GGUF where LM Studio looks for models: publisher/model/file.gguf."""

from __future__ import annotations

import dataclasses
import re

from engine.errors import HoneError
from engine.exports.gguf_files import checked_gguf, file_name
from engine.exports.work import Made, Work, folder_of


def lm_studio(work: Work) -> Made:
    """The file below the folder that was asked for, which is LM Studio's own folder of models or goes into it."""
    publisher = work.spec.publisher
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", publisher):
        raise HoneError(
            f"{publisher!r} cannot be a publisher",
            "LM Studio makes a folder of it: use letters, digits, dots, dashes and underscores only.",
        )
    target = folder_of(work.spec.lm_studio) / publisher / work.name / file_name(work)
    made = checked_gguf(work, target, "lm_studio")
    return dataclasses.replace(made, data={**made.data, "model": f"{publisher}/{work.name}"})
