"""Folders of the project for other programs as they are: the fused model, the adapter, the rows of the dataset."""

from __future__ import annotations

from engine.dataset.formats.prompts import TEXT_STYLES
from engine.exports.work import Made, Work, copy_folder, folder_of, only_ours, readable, set_style
from engine.project import datasets, files


def mlx(work: Work) -> Made:
    """The fused model as it is, for mlx-lm."""
    target = folder_of(work.spec.mlx) / f"{work.name}-mlx"
    source, style = work.fused(), work.run.style
    count = copy_folder(source, target, "config.json", work.cancel, lambda folder: set_style(folder, style))
    return Made("mlx", target, {"run": work.run.id, "files": count})


def dataset(work: Work) -> Made:
    """The run's dataset, or the newest where there is no run."""
    from engine.dataset.release import ROWS, release
    from engine.documents.language import language
    from engine.runtimes.gguf_licence import licence

    project, spec = work.project, work.spec
    rows = datasets.latest(project) if work.chosen is None else datasets.get(project, work.chosen.dataset_id)
    target = folder_of(spec.dataset) / f"{work.name}-dataset"
    style = spec.text_style or (rows.style if rows.style in TEXT_STYLES else TEXT_STYLES[0])
    only_ours(target, ROWS, "train.parquet")
    with files.atomic_folder(target) as temporary:
        counts, changes = release(
            project, rows, temporary, spec.format, style, licence=licence, language=language, check=work.cancel.check
        )
        readable(temporary)
    return Made("dataset", target, {"dataset": rows.id, "format": spec.format, **counts, **changes})
