"""The fused model as transformers and the Hugging Face Hub have models: weights, configuration, tokenizer, card."""

from __future__ import annotations

import shutil

from engine.errors import HoneError
from engine.exports.hub import check_name, push
from engine.exports.model_card import model_card
from engine.exports.work import Made, Work, folder_of, only_ours, readable, set_style
from engine.project import files

_CARD = "README.md"


def hugging_face(work: Work) -> Made:
    """NAME-hf; with --push it goes to the Hub when it is written. Raises HoneError for a model in few bits."""
    from engine.runtimes.gguf_licence import licence
    from engine.runtimes.mlx.precision import is_quantized, plain_metadata

    source, repository = work.fused(), work.spec.push
    target = folder_of(work.spec.hugging_face) / f"{work.name}-hf"
    if repository:
        check_name(repository)
    only_ours(target, "config.json")
    if is_quantized(source):
        raise HoneError(
            "The fused model is in few bits",
            "Other programs do not read MLX's bits: fuse again with --dequantize, then export.",
        )
    with files.atomic_folder(target) as temporary:
        plain_metadata(source, temporary)
        for file in source.iterdir():
            work.cancel.check()
            if file.is_file() and file.suffix != ".safetensors" and file.name not in ("lock", _CARD):
                shutil.copyfile(file, temporary / file.name)
        set_style(temporary, work.run.style)
        (temporary / _CARD).write_text(model_card(work.project, work.run, licence), encoding="utf-8")
        readable(temporary)
        count = sum(1 for _ in temporary.iterdir())
    told = {"run": work.run.id, "files": count}
    return Made("hugging_face", target, {**told, "pushed": push(target, repository)} if repository else told)
