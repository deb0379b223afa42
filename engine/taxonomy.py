"""Write the accepted pairs as seed examples of an InstructLab taxonomy: a knowledge file, and one of skills."""

from __future__ import annotations

import getpass
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from engine import events
from engine.errors import HoneError
from engine.project import Project, artifacts, files
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.dataset.taxonomy import Seed
    from engine.jobs import Cancel, Emit

_CONTEXTS, _PAIRS, _SKILLS = 5, 3, 5  # the least that InstructLab takes
_GROUPED = """
    SELECT question, answer, input, opening, chunk_id, chunks.text AS chunk, chunks.document_id AS document,
           facts.source AS source, facts.origin AS origin
    FROM pairs JOIN facts ON facts.id = fact_id LEFT JOIN chunks ON chunks.id = chunk_id
    WHERE pairs.state = 'accepted' AND answer IS NOT NULL
      AND wording = (SELECT min(wording) FROM pairs AS other
                     WHERE other.fact_id = pairs.fact_id AND other.state = 'accepted')
    ORDER BY chunks.document_id, chunks.position, facts.position, pairs.id
"""


@dataclass(frozen=True, kw_only=True)
class TaxonomySpec(Spec):
    """Where in which taxonomy the pairs go, and what its files say of themselves."""

    folder: str = option("", "Folder", "The taxonomy; it is made when it is not there.")
    path: str = option("", "Path", "Below knowledge/ and compositional_skills/; by default the project's name.")
    created_by: str = option("", "Created by", "Your name at the taxonomy's host; by default this machine's user.")
    domain: str = option("", "Domain", "What it is about, as a chapter's title; by default the project's name.")
    outline: str = option("", "Outline", "The document in a sentence; by default its title.")
    repo: str = option("", "Repository", "Address of the git repository with the documents.")
    commit: str = option("", "Commit", "Of that repository.")
    version: int = option(3, "Version", "Of qna.yaml; 1 is for old taxonomies.", choices=(1, 3))
    examples: int | None = option(None, "Examples", "The most seed examples a file; by default all.", minimum=5)


def taxonomy(spec: TaxonomySpec, emit: Emit, cancel: Cancel) -> None:
    """Write knowledge/.../qna.yaml of what documents say and compositional_skills/.../qna.yaml of the rest.

    Raises HoneError when there are too few pairs for either, or another file is in the way.
    """
    with Project(spec.project) as project:
        contexts, skills, lost = _gathered(project)
        cancel.check()
        if lost:
            emit(events.Log(f"{lost} pairs have turns before the question, which qna.yaml cannot hold: left out."))
        texts = {}
        if len(contexts) >= _CONTEXTS:
            texts["knowledge"] = _knowledge(project, spec, _spread(contexts, spec.examples))
        if len(skills) >= _SKILLS:
            texts["compositional_skills"] = _skills(project, spec, _spread(skills, spec.examples))
        _tell(contexts, skills, texts, emit)
        for branch, text in texts.items():
            cancel.check()
            target = Path(spec.folder).expanduser().resolve() / branch / _place(project, spec) / "qna.yaml"
            figures = _write(target, branch, text)
            artifacts.record(project, "qna", str(target), figures, files.sha256(target))
            emit(events.Artifact("qna", str(target), figures))


def _gathered(project: Project) -> tuple[list[Seed], list[Seed], int]:
    """Contexts with three pairs or more, skills of one pair each, and how many pairs fit neither.

    A chunk with too few pairs shares a context with the next of its document; seed examples keep their own.
    """
    from engine.dataset.taxonomy import Seed

    groups: dict[tuple[str, str | int], dict[int | str, list[tuple[str, str]]]] = {}
    texts: dict[int | str, str] = {}
    skills: list[Seed] = []
    lost = 0
    for row in project.rows(_GROUPED):
        pair = (row["question"], row["answer"])
        seeded = row["chunk_id"] is None and row["origin"] == "seed" and row["source"]
        if row["opening"] != "[]":
            lost += 1
        elif row["chunk_id"] is None and not seeded:
            skills.append(Seed(row["input"], [pair]))
        else:
            key = row["source"] if seeded else row["chunk_id"]
            texts[key] = row["source"] if seeded else row["chunk"]
            group: tuple[str, str | int] = ("seed", key) if seeded else ("document", row["document"])
            chunk = groups.setdefault(group, {}).setdefault(key, [])
            if pair not in chunk:
                chunk.append(pair)
    contexts = [seed for chunks in groups.values() for seed in _merged(chunks, texts)]
    return contexts, _distinct(skills), lost


def _merged(chunks: dict[int | str, list[tuple[str, str]]], texts: dict[int | str, str]) -> list[Seed]:
    """Neighbouring chunks until each context has enough pairs; what is left goes to the last one."""
    from engine.dataset.taxonomy import Seed

    found: list[Seed] = []
    text: list[str] = []
    pairs: list[tuple[str, str]] = []
    for key, asked in chunks.items():
        text.append(texts[key])
        pairs += [pair for pair in asked if pair not in pairs]
        if len(pairs) >= _PAIRS:
            found.append(Seed("\n\n".join(text), pairs))
            text, pairs = [], []
    if pairs and found:
        last = found.pop()
        more = [pair for pair in pairs if pair not in last.pairs]
        found.append(Seed("\n\n".join([last.context, *text]), [*last.pairs, *more]))
    return found


def _distinct(skills: list[Seed]) -> list[Seed]:
    return list({(seed.context, seed.pairs[0]): seed for seed in skills}.values())


def _spread(seeds: list[Seed], most: int | None) -> list[Seed]:
    if most is None or len(seeds) <= most:
        return seeds
    return [seeds[number * len(seeds) // most] for number in range(most)]


def _knowledge(project: Project, spec: TaxonomySpec, seeds: list[Seed]) -> str:
    from engine.dataset.taxonomy import knowledge

    rows = project.rows("SELECT name, title FROM documents WHERE state != 'failed' ORDER BY id")
    names = list(dict.fromkeys(row["name"] for row in rows)) or ["*"]
    titles = list(dict.fromkeys(row["title"] or row["name"] for row in rows))
    outline = spec.outline or ", ".join(titles) or project.path.stem
    document: dict[str, Any] = {"repo": spec.repo, "commit": spec.commit}
    document = {name: value for name, value in document.items() if value} | {"patterns": names}
    if spec.version == 1 and not (spec.repo and spec.commit):
        raise HoneError(
            "A qna.yaml of version 1 names the repository of its documents",
            "Give --repo ADDRESS and --commit COMMIT, or write version 3.",
        )
    about = {"task_description": outline} if spec.version == 1 else {"document_outline": outline}
    return knowledge(
        seeds,
        version=spec.version,
        created_by=spec.created_by or getpass.getuser(),
        domain=spec.domain or project.path.stem,
        **about,
        document=document,
    )


def _skills(project: Project, spec: TaxonomySpec, seeds: list[Seed]) -> str:
    from engine.dataset.taxonomy import skill

    by = spec.created_by or getpass.getuser()
    about = spec.outline or spec.domain or project.path.stem
    return skill(seeds, version=spec.version, created_by=by, task_description=about)


def _tell(contexts: list[Seed], skills: list[Seed], texts: dict[str, str], emit: Emit) -> None:
    if not texts:
        raise HoneError(
            "There are too few accepted pairs for a qna.yaml",
            f"Knowledge needs {_CONTEXTS} contexts with {_PAIRS} pairs each and there are {len(contexts)}; "
            f"a skill needs {_SKILLS} pairs of no document and there are {len(skills)}. "
            "Write more with: hone generate PROJECT",
        )
    if contexts and "knowledge" not in texts:
        emit(events.Log(f"{len(contexts)} contexts are too few for knowledge, which needs {_CONTEXTS}: left out."))
    if skills and "compositional_skills" not in texts:
        emit(events.Log(f"{len(skills)} pairs of no document are too few for a skill ({_SKILLS}): left out."))


def _place(project: Project, spec: TaxonomySpec) -> PurePosixPath:
    """The folder below the branch: names that InstructLab takes, in ASCII."""
    parts = [
        re.sub(r"[^a-z0-9]+", "_", part.lower()).strip("_") for part in (spec.path or project.path.stem).split("/")
    ]
    kept = [part for part in parts if part]
    if not kept:
        raise HoneError("The path has no name in it", "Give one with letters of a to z: --path science/animals/otters")
    return PurePosixPath(*kept)


def _write(target: Path, branch: str, text: str) -> dict[str, Any]:
    """Write a file that is valid; only an earlier one of Hone's own is replaced."""
    from engine.dataset.taxonomy import MARK, check

    checked = check(text, PurePosixPath(branch, "qna.yaml"))
    if checked.errors:
        raise HoneError(
            "These pairs make no valid qna.yaml",
            f"{checked.errors[0]} Correct or reject that pair, or give the option.",
        )
    try:
        if target.exists() and not target.read_text(encoding="utf-8", errors="replace").startswith(MARK):
            raise HoneError(
                f"{target.name} exists already", f"{target} was not written by Hone: choose another place with --path."
            )
        files.write_text(target, text)
        target.chmod(0o644)  # temporary files are made for their owner alone
    except OSError as error:
        raise HoneError(
            "The taxonomy could not be written", f"{error.strerror} ({error.filename}): choose another folder."
        ) from error
    return {"version": checked.version, "pairs": len(checked.rows)}
