"""Train an adapter on the dataset, so that the base model learns what its documents say."""

from __future__ import annotations

import dataclasses
import fcntl
import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events, hosts_file, launch, reach, rehearsal
from engine.errors import HoneError, JobCancelled
from engine.jobs import Pace
from engine.keeper import Keeper, Measures
from engine.project import Project, datasets, runs
from engine.rows import Reader, Row, Rows, base_folder, fingerprint, fitting, portable
from engine.runtimes.recipe import BEST_BY, PRESETS, Recipe, from_dict, plan
from engine.runtimes.sizing import fit, machine, measure
from engine.samples import choose
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Example, Loaded
    from engine.runtimes.mlx.training import Trainer


@dataclass(frozen=True, kw_only=True)
class TrainSpec(Spec):
    """How to train; an option that is None is worked out from the preset, the rows and the base."""

    base: str = option("starter", "Base model.", "The starter, or a folder with a model as MLX or Hugging Face has it.")
    preset: str = option("balanced", "Preset.", "How much time to take for it.", choices=PRESETS)
    method: str = option(
        "lora", "Method.", "lora is QLoRA on a quantized base; full is for small ones.", choices=("lora", "full")
    )
    rank: int | None = option(None, "Rank.", "Width of the adapter.", minimum=1, maximum=512)
    scale: float | None = option(None, "Scale.", "Weight of the adapter's output.", minimum=0.01, maximum=100)
    dropout: float | None = option(
        None, "Dropout.", "Share of inputs the adapter does not see.", minimum=0, maximum=0.9
    )
    layers: int | None = option(
        None, "Layers.", "How many of the last blocks learn; -1 is all.", minimum=-1, maximum=1000
    )
    embeddings: bool | None = option(None, "Embeddings.", "Adapt the token embeddings as well.")
    learning_rate: float | None = option(None, "Learning rate.", minimum=1e-7, maximum=0.1)
    warmup: int | None = option(
        None, "Warm-up.", "Iterations until the full learning rate.", minimum=0, maximum=100_000
    )
    weight_decay: float | None = option(None, "Weight decay.", minimum=0, maximum=1)
    cues: float | None = option(
        None, "Cues.", "Share of rows asked by loose words of question and answer.", minimum=0, maximum=0.9
    )
    word_dropout: float | None = option(
        None, "Words left out.", "Share of words to hide in half of the other questions.", minimum=0, maximum=0.5
    )
    batch_size: int | None = option(None, "Batch size.", "Rows computed at once.", minimum=1, maximum=1024)
    accumulation: int | None = option(None, "Accumulation.", "Batches for one iteration.", minimum=1, maximum=1024)
    epochs: float | None = option(None, "Epochs.", "Times each row is seen.", minimum=0.01, maximum=1000)
    iterations: int | None = option(
        None, "Iterations.", "Instead of epochs; 0 leaves the base as it is.", minimum=0, maximum=1_000_000
    )
    max_length: int | None = option(
        None, "Longest row.", "In tokens; longer rows are left out.", minimum=16, maximum=131_072
    )
    mask_prompt: bool = option(True, "Learn answers only.", "The question carries no loss.")
    seed: int = option(0, "Seed.", minimum=0, maximum=2**31 - 1)
    checkpoint_every: int | None = option(None, "Checkpoint every.", "Iterations.", minimum=1, maximum=100_000)
    evaluate_every: int | None = option(None, "Evaluate every.", "Iterations.", minimum=1, maximum=100_000)
    samples: int = option(
        3, "Test questions.", "How many are answered at each evaluation, for you to look at.", minimum=0, maximum=10
    )
    patience: int | None = option(
        None, "Patience.", "Evaluations without a better result before it stops; 0 never does.", minimum=0, maximum=1000
    )
    best_by: str = option(
        "loss", "Best by.", "Valid loss, or an exam: key facts right in up to 32 valid answers.", choices=BEST_BY
    )
    hosts: str = option("", "Several Macs.", "A hosts file: its machines share each batch.")
    resume: int | None = option(None, "Resume run.", "By default an unfinished run with these options.", minimum=1)


def train(spec: TrainSpec, emit: Emit, cancel: Cancel) -> None:
    """Train or go on training; the best adapter by held-out wordings (and noisy ones) is kept.

    Cancelled or killed, the same spec goes on where it was, with the same result as without a pause.
    Raises HoneError without a dataset, for a base that cannot be trained, and when training diverges.
    """
    with Project(spec.project) as project:
        dataset = datasets.latest(project)
        run = unfinished(project, spec, dataset.id)
        if spec.hosts and not launch.is_rank():
            _on_several(spec, base_folder(spec.base if run is None else run.base), emit, cancel)
            return
        from engine.runtimes import mlx

        loaded = mlx.load(base_folder(spec.base) if run is None else run.base)
        cancel.check()
        reader = Reader(loaded, dataset.style, spec.mask_prompt if run is None else bool(run.plan["mask_prompt"]))
        rows = {split: reader.file(dataset.folder / f"{split}.jsonl") for split in ("train", "valid")}
        cancel.check()
        if run is None:
            run = _new_run(project, spec, loaded, dataset, rows["train"], emit)
        with _locked(run):
            emit(events.Artifact("run", str(run.folder), {"run": run.id, "iterations": run.iterations}))
            _train(project, run, reader, rows, emit, cancel)


def _on_several(spec: TrainSpec, base: Path, emit: Emit, cancel: Cancel) -> None:
    """The same job over the machines of the hosts file, once each of them was asked whether it could."""
    hosts = hosts_file.read(spec.hosts)
    emit(events.Log(f"Asking {len(hosts.hosts)} Macs whether they are ready."))
    reach.insist(hosts, base, cancel)
    launch.run(hosts, "train", dataclasses.asdict(spec), emit, cancel)


def follow() -> None:
    """Train as one of several ranks, as the first one says, which alone has the project; raises HoneError."""
    from engine.runtimes import mlx
    from engine.runtimes.mlx import ranks

    told = json.loads(ranks.current().tell())
    recipe, loaded = from_dict(told["plan"]), mlx.load(base_folder(told["base"]))
    if fingerprint(loaded.path) != told["plan"]["base"]:
        raise HoneError("The base model differs", f"{loaded.path}: copy it from the first Mac.")
    reader = Reader(loaded, told["plan"]["style"], recipe.mask_prompt)
    rows = fitting({split: reader.lines(text) for split, text in told["rows"].items()}, recipe)
    _trainer(reader, rows, recipe, None).follow(reader.held_out(rows.held_out, recipe))


def _gather(run: runs.Run, folder: Path) -> None:
    """Tell the other ranks, where there are any, what is trained; they follow from here on."""
    from engine.runtimes.mlx import ranks

    mine = ranks.current()
    mine.check(from_dict(run.plan))
    if mine.size > 1:
        files = {split: folder / f"{split}.jsonl" for split in ("train", "valid")}
        rows = {split: file.read_text(encoding="utf-8") for split, file in files.items() if file.is_file()}
        told = {"plan": run.plan, "base": portable(Path(run.base)), "rows": {"valid": "", **rows}}
        mine.tell(json.dumps(told).encode())


def _trainer(reader: Reader, rows: Rows, recipe: Recipe, scratch: Path | None) -> Trainer:
    from engine.runtimes.mlx import ranks
    from engine.runtimes.mlx.training import Trainer

    def vary(row: int, random: Random) -> Example | None:
        return reader.varied(rows.train[row].messages, recipe, random)

    examples, varies = [row.example for row in rows.train], bool(recipe.cues or recipe.word_dropout)
    return Trainer(reader.loaded, recipe, examples, vary if varies else None, scratch, ranks.current())


def _train(
    project: Project, run: runs.Run, reader: Reader, rows: dict[str, list[Row]], emit: Emit, cancel: Cancel
) -> None:
    """Train with the plan of the run, or with a smaller one as long as it takes more memory than there is."""
    from engine.runtimes import mlx

    found, tried = rehearsal.TooMuch("The memory ran out.") if runs.ran_out(run) else None, False
    while True:
        kept = fitting(rows, from_dict(run.plan))
        if found is not None:
            before, run = run, rehearsal.relieve(project, run, kept.sizes, found, emit)
            kept, tried = fitting(rows, from_dict(run.plan)), run is before
        try:
            return _go_on(project, run, reader, kept, emit, cancel, tried=tried)
        except rehearsal.TooMuch as too_much:
            found = too_much.with_traceback(None)  # its frames hold on to the model
        mlx.renew(reader.loaded)


def _go_on(
    project: Project, run: runs.Run, reader: Reader, rows: Rows, emit: Emit, cancel: Cancel, *, tried: bool
) -> None:
    from engine.runtimes.mlx.ranks import Lost

    recipe, folder = from_dict(run.plan), datasets.get(project, run.dataset_id).folder
    _gather(run, folder)
    trainer = _trainer(reader, rows, recipe, run.folder)
    asked = choose(reader, folder, rows, recipe)
    keeper = Keeper(project, run, trainer, Measures(recipe, rows, reader.held_out(rows.held_out, recipe), asked), emit)
    runs.set_state(project, run.id, "running")
    try:
        keeper.restore()
        trainer.align()
        pace = Pace("train", recipe.iterations, emit, trainer.iteration)
        trainer.tell = _telling(pace, emit)
        if recipe.iterations and trainer.is_alone and not (trainer.iteration or tried):
            rehearsal.rehearse(trainer, emit, cancel)
        keeper.evaluate_when_due(cancel)
        while trainer.iteration < recipe.iterations and not keeper.exhausted:
            cancel.check()
            keeper.note(trainer.step(cancel.check))
            if not keeper.evaluate_when_due(cancel) and trainer.iteration % recipe.checkpoint_every == 0:
                keeper.checkpoint()
            pace.advance()
    except JobCancelled:
        keeper.checkpoint()
        trainer.dismiss()
        runs.set_state(project, run.id, "stopped")
        raise
    except HoneError as error:
        runs.set_state(project, run.id, "stopped" if isinstance(error, Lost) else "failed")
        raise
    trainer.dismiss()
    _finish(project, run.id, trainer.iteration, recipe, emit)
    emit(events.Artifact("adapter", str(run.adapter), _figures(project, run.id, rows)))


def _telling(pace: Pace, emit: Emit) -> Callable[[int, int], None]:
    """Progress of the rows that pass the blocks which do not learn; it is not time of an iteration."""
    rows: Pace | None = None
    known = 0

    def tell(done: int, total: int) -> None:
        nonlocal rows, known
        if rows is None or known != total or rows.done >= done:  # the first of some rows
            rows, known = Pace("rows", total, emit), total
        rows.advance(done - rows.done)
        pace.resume()

    return tell


def _finish(project: Project, run_id: int, reached: int, recipe: Recipe, emit: Emit) -> None:
    early = reached if reached < recipe.iterations else None
    runs.set_state(project, run_id, "finished", stopped_early=early)
    if early is not None:
        best = runs.get(project, run_id).best_iteration
        emit(
            events.Log(
                f"Stopped early at iteration {reached}: {recipe.patience} evaluations in a row were no better. "
                f"The adapter of iteration {best} is kept."
            )
        )


def _figures(project: Project, run_id: int, rows: Rows) -> dict[str, Any]:
    run = runs.get(project, run_id)
    before = runs.metrics(project, run_id, "val_loss")[0][1]
    return {
        "run": run.id,
        "iterations": run.iterations if run.stopped_early is None else run.stopped_early,
        "val_loss_before": before,
        "best_val_loss": run.best_val_loss,
        "best_iteration": run.best_iteration,
        "train_rows": len(rows.train),
        "valid_rows": len(rows.valid),
        "dropped_rows": rows.dropped,
    }


def unfinished(project: Project, spec: TrainSpec, dataset_id: int) -> runs.Run | None:
    """The run to go on with: the asked one, or the newest unfinished one of equal options, rows and base."""
    if spec.resume is None:
        options = _options(spec.to_json())
        found = [run for run in runs.unfinished(project, dataset_id) if _options(run.spec) == options and _same(run)]
        return found[-1] if found else None
    run = runs.get(project, spec.resume)
    for wrong, why in (
        (run.state == "finished", "is finished"),
        (run.dataset_id != dataset_id, "was made with an older dataset"),
        (not _same(run), "was made with a base model that has changed since"),
    ):
        if wrong:
            raise HoneError(f"Run {run.id} {why}", "Start a new one by leaving out --resume.")
    return run


def _options(spec: str) -> dict[str, Any]:
    """A spec's options without those that do not change the result; a run of an older Hone lacks the newest."""
    given = {field.name: field.default for field in dataclasses.fields(TrainSpec)} | json.loads(spec)
    return {name: value for name, value in given.items() if name not in ("project", "resume", "hosts")}


def _same(run: runs.Run) -> bool:
    folder = Path(run.base)
    return (folder / "config.json").is_file() and fingerprint(folder) == run.plan["base"]


def _new_run(
    project: Project, spec: TrainSpec, loaded: Loaded, dataset: datasets.Dataset, rows: list[Row], emit: Emit
) -> runs.Run:
    from engine.runtimes.mlx.model import describe

    recipe, reasons = plan(dataclasses.asdict(spec), [len(row.example.tokens) for row in rows], describe(loaded))
    recipe, reasons = _fitted(recipe, reasons, loaded, fitting({"train": rows, "valid": []}, recipe))
    emit(events.Log(", ".join(f"{name} {getattr(recipe, name)} ({reason})" for name, reason in reasons.items())))
    return runs.add(
        project,
        spec=spec.to_json(),
        plan={**dataclasses.asdict(recipe), **_surroundings(dataset, loaded)},
        dataset_id=dataset.id,
        base=str(loaded.path.resolve()),
        iterations=recipe.iterations,
    )


def _surroundings(dataset: datasets.Dataset, loaded: Loaded) -> dict[str, str]:
    """What replies need to be asked for in the way the rows were, and what tells whether the base is the same."""
    return {"style": dataset.style, "system": dataset.system, "base": fingerprint(loaded.path), "machine": machine()}


def _fitted(recipe: Recipe, reasons: dict[str, str], loaded: Loaded, rows: Rows) -> tuple[Recipe, dict[str, str]]:
    try:
        base, shape = measure(loaded.path, loaded.config)
    except HoneError:  # a base whose config names its sizes in another way is trained as it is
        return recipe, reasons
    return fit(recipe, reasons, base, shape, rows.sizes)


@contextmanager
def _locked(run: runs.Run) -> Iterator[None]:
    """Hold the run against a second process; the system lets go of it when this one ends, however it ends."""
    run.folder.mkdir(parents=True, exist_ok=True)
    with (run.folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise HoneError(f"Run {run.id} is being trained already", "Wait for it, or stop the other one.") from error
        yield
