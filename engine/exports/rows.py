"""The rows of the dataset in a format that other programs read."""

from __future__ import annotations

from engine.dataset.formats.prompts import TEXT_STYLES
from engine.exports.work import Made, Work, folder_of, only_ours, readable
from engine.project import datasets, files


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
