"""qna.yaml files are read with the line of every error, written as InstructLab takes them, and compared with git."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.cli import main
from engine.dataset.formats import read_rows
from engine.dataset.taxonomy import Seed, check, knowledge, skill
from engine.dataset.taxonomy.changes import look
from engine.errors import HoneError
from engine.imports import ImportSpec, import_pairs
from engine.jobs import Cancel
from engine.project import Project, imports
from engine.taxonomy import TaxonomySpec, taxonomy

if TYPE_CHECKING:
    from tests.conftest import Recorder

PLACE = PurePath("knowledge/animals/otters/qna.yaml")
SKILLS = PurePath("compositional_skills/writing/qna.yaml")
DOCUMENT = {"repo": "https://git.example.org/otters.git", "commit": "951999a", "patterns": ["otters.md"]}
FIELDS: dict[str, Any] = {"created_by": "mina", "domain": "otters", "document_outline": "Otters.", "document": DOCUMENT}
OLD: dict[str, Any] = {"created_by": "mina", "domain": "otters", "task_description": "Otters.", "document": DOCUMENT}


def seeds(contexts: int = 5, pairs: int = 3) -> list[Seed]:
    return [
        Seed(f"Otter {n}\neats fish.", [(f"What does otter {n} eat, {m}?", "Fish.") for m in range(pairs)])
        for n in range(contexts)
    ]


def test_what_is_written_is_valid() -> None:
    checked = check(knowledge(seeds(), version=3, **FIELDS), PLACE)
    assert checked.errors == []
    assert checked.warnings == []
    assert checked.version == 3
    assert len(checked.rows) == 15
    assert {row.origin for row in checked.rows} == {"seed"}
    assert checked.rows[0].source == "Otter 0\neats fish."
    old = check(knowledge(seeds(), version=1, **OLD), PLACE)
    assert (old.errors, old.version, len(old.rows)) == ([], 1, 15)
    assert "version 3 only" in old.warnings[0].what
    text = skill([Seed("", [("Rhyme.", "No.")]), *seeds(4, 1)], version=3, created_by="m", task_description="Rhyme")
    new = check(text, SKILLS)
    assert new.errors == []
    assert [row.input for row in new.rows][:2] == ["", "Otter 0\neats fish."]
    assert {row.kind for row in new.rows} == {"skill"}


odd = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\x85"), min_size=1, max_size=20),
    st.sampled_from(
        ["yes", "42", "null", "- a", "a: b", "# x", "  lead\n x", "end \n", "|", "'\"", "🦦\n필터", "1e3", "~"]
    ),
).filter(str.strip)


@settings(max_examples=40)
@given(odd, odd, odd)
@example("a", "b", "c\x85")
def test_any_text_comes_back(context: str, question: str, answer: str) -> None:
    pairs = [(f"{question}{n}", answer) for n in range(3)]
    text = knowledge([Seed(f"{n}{context}", pairs) for n in range(5)], version=3, **FIELDS)
    checked = check(text, PLACE)
    assert checked.errors == []
    assert [(row.source, row.question, row.answer) for row in checked.rows] == [
        (f"{n}{context}", *pair) for n in range(5) for pair in pairs
    ]
    assert yaml.safe_load(text)["seed_examples"][4]["context"] == f"4{context}"


BROKEN = """version: 3
createdby: mina
domain: 42
document:
  commit: 951999a
  patterns: []
document_outline: ""
seed_examples:
  - context: Otters eat fish.
    questions_and_answers:
      - question: What?
        answer: yes
      - question: Why?
      - question: What?
        answer: yes
    note: x
  - just text
"""


def test_every_error_has_a_line_and_what_to_do() -> None:
    checked = check(BROKEN, PLACE)
    assert [str(problem) for problem in checked.errors] == [
        "line 1: created_by is missing: add it.",
        "line 2: createdby: there is no such field here: did you mean created_by?",
        "line 3: domain: 42 is read as a number: put it in quotation marks.",
        "line 6: document.patterns: it has 0 and needs at least 1: add 1 more.",
        "line 7: document_outline: it is empty: write something.",
        "line 9: seed_examples: it has 2 and needs at least 5: add 3 more.",
        "line 12: seed_examples[0].questions_and_answers[0].answer: yes is read as a yes or no: put it in quotation "
        "marks.",
        "line 13: seed_examples[0].questions_and_answers[1]: answer is missing: add it.",
        "line 14: seed_examples[0].questions_and_answers: this one equals that of line 11: delete or change it.",
        "line 15: seed_examples[0].questions_and_answers[2].answer: yes is read as a yes or no: put it in quotation "
        "marks.",
        "line 16: seed_examples[0].note: there is no such field here: known are context, questions_and_answers.",
        "line 17: seed_examples[1]: it must be fields with values, as `question: ...` and `answer: ...`.",
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b: c\n", 1, "not valid YAML"),
        ("version: 3\nseed_examples: [\n", 3, "not valid YAML"),
        ("- a\n", 1, "must be fields"),
        ("", 1, "must be fields"),
        ("created_by: a\nversion: three\n", 2, "`version: 3`"),
        ("created_by: a\ncreated_by: b\n", 2, "already in line 1"),
        ("seed_examples: none\n", 1, "must be a list"),
        ("a: \x01\n", 1, "not valid YAML"),
    ],
)
def test_broken_files(text: str, line: int, words: str) -> None:
    assert any(problem.line == line and words in problem.what for problem in check(text, PLACE).errors)


def test_seeds_are_rows_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "qna.yaml").write_text(knowledge(seeds(), version=3, **FIELDS), encoding="utf-8")
    found = read_rows(tmp_path / "qna.yaml")
    assert (len(found.rows), found.problems, found.kind) == (15, [], "qna.yaml version 3")
    (tmp_path / "qna.yaml").write_text(BROKEN.replace("answer: yes", "answer: fish"), encoding="utf-8")
    found = read_rows(tmp_path / "qna.yaml")
    assert [row.question for row in found.rows] == ["What?", "What?"]
    assert found.problems[0].startswith("qna.yaml, line 1: created_by is missing")


def write(folder: Path, place: PurePath, text: str) -> Path:
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_git_all_is_new(tmp_path: Path) -> None:
    write(tmp_path, PLACE, knowledge(seeds(), version=3, **FIELDS))
    write(tmp_path, PurePath("knowledge/other/wrong.yaml"), knowledge(seeds(2), version=3, **FIELDS))
    write(tmp_path, PurePath("README.yaml"), "not of the taxonomy")
    found = look(tmp_path)
    assert found.against == ""
    assert [(file.path, file.state, file.checked.valid) for file in found.files] == [
        ("knowledge/animals/otters/qna.yaml", "new", True),
        ("knowledge/other/wrong.yaml", "new", False),
    ]
    assert "qna.yaml only" in found.files[1].checked.errors[0].what


@pytest.mark.parametrize("inner", ["", "taxonomy"])
def test_against_git(tmp_path: Path, inner: str) -> None:
    from dulwich import porcelain

    folder = tmp_path / inner
    good = knowledge(seeds(), version=3, **FIELDS)
    repo = porcelain.init(str(tmp_path))
    same, changed, gone = (
        write(folder, PurePath(f"knowledge/{name}/qna.yaml"), good) for name in ("same", "changed", "gone")
    )
    assert [file.state for file in look(folder).files] == ["new"] * 3  # before the first commit
    porcelain.add(repo, [str(same), str(changed), str(gone)])
    porcelain.commit(repo, message=b"first", author=b"a <a@b.c>", committer=b"a <a@b.c>")
    changed.write_text(good.replace("Fish.", "42"), encoding="utf-8")
    gone.unlink()
    write(folder, SKILLS, "version: 2\n")
    found = look(folder)
    assert found.against == "HEAD"
    assert found.deleted == ["knowledge/gone/qna.yaml"]
    assert {file.path.split("/")[1]: (file.state, file.checked.valid) for file in found.files} == {
        "same": ("same", True),
        "changed": ("changed", False),
        "writing": ("new", False),
    }
    with pytest.raises(HoneError, match="has no v9"):
        look(folder, "v9")
    repo.close()


def test_no_taxonomy(tmp_path: Path) -> None:
    with pytest.raises(HoneError, match="is no taxonomy"):
        look(tmp_path)
    with pytest.raises(HoneError, match="no folder"):
        look(tmp_path / "x")


def fill(path: str, chunks: int, facts: int) -> None:
    with Project(path) as project, project.transaction() as db:
        db.execute(
            "INSERT INTO documents (id, sha256, name, source, kind, state, title)"
            " VALUES (1, 'x', 'otters.md', '', 'text', 'read', 'On otters')"
        )
        for chunk in range(1, chunks + 1):
            db.execute(
                "INSERT INTO chunks (id, document_id, position, first_page, start, last_page, end, text, tokens)"
                " VALUES (?, 1, ?, 1, 0, 1, 5, ?, 2)",
                (chunk, chunk, f"Text of chunk {chunk}.\n"),
            )
            for fact in range(facts):
                number = chunk * 100 + fact
                db.execute(
                    "INSERT INTO facts (id, chunk_id, position, origin, answer) VALUES (?, ?, ?, 'generated', 'Fish.')",
                    (number, chunk, fact),
                )
                for wording, state in enumerate(("rejected", "accepted", "accepted")):
                    db.execute(
                        "INSERT INTO pairs (fact_id, wording, question, state) VALUES (?, ?, ?, ?)",
                        (number, wording, f"What {number}? {wording}", state),
                    )


def test_accepted_pairs_become_valid_files(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    fill(project_path, chunks=10, facts=2)
    with Project(project_path) as project:
        imports.add(project, [imports.Imported(f"Rhyme {n}.", "", "No.") for n in range(6)])
    spec = TaxonomySpec(project=project_path, folder=str(tmp_path / "taxonomy"), path="Animals/Sea Otters")
    taxonomy(spec, emit, Cancel())
    found = look(tmp_path / "taxonomy")
    assert [(file.path, file.checked.valid, len(file.checked.rows)) for file in found.files] == [
        ("compositional_skills/animals/sea_otters/qna.yaml", True, 6),
        ("knowledge/animals/sea_otters/qna.yaml", True, 20),
    ]
    first = found.files[1].checked.rows[0]
    assert (first.question, first.source) == ("What 100? 1", "Text of chunk 1.\n\n\nText of chunk 2.\n")
    text = (tmp_path / "taxonomy" / found.files[1].path).read_text()
    assert yaml.safe_load(text)["document"] == {"patterns": ["otters.md"]}
    assert yaml.safe_load(text)["document_outline"] == "On otters"
    taxonomy(spec, emit, Cancel())  # its own files are replaced
    assert (tmp_path / "taxonomy" / found.files[1].path).read_text() == text
    (tmp_path / "taxonomy" / found.files[1].path).write_text("mine")
    with pytest.raises(HoneError, match="exists already"):
        taxonomy(spec, emit, Cancel())


def test_seed_examples_go_in_and_out_again(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    path = write(tmp_path / "in", PLACE, knowledge(seeds(), version=3, **FIELDS))
    import_pairs(ImportSpec(project=project_path, path=str(path)), emit, Cancel())
    with Project(project_path) as project:
        stored = project.rows("SELECT origin, source, state FROM facts JOIN pairs ON fact_id = facts.id")
    assert {tuple(row)[::2] for row in stored} == {("seed", "accepted")}
    assert {row["source"] for row in stored} == {seed.context for seed in seeds()}
    taxonomy(TaxonomySpec(project=project_path, folder=str(tmp_path / "out"), path="x", version=3), emit, Cancel())
    (file,) = look(tmp_path / "out").files
    assert file.checked.rows == check(path.read_text(), PLACE).rows


def test_too_few_pairs_say_what_is_needed(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    fill(project_path, chunks=3, facts=3)
    with pytest.raises(HoneError, match="too few") as failure:
        taxonomy(TaxonomySpec(project=project_path, folder=str(tmp_path)), emit, Cancel())
    assert "there are 3" in failure.value.hint
    fill_more = TaxonomySpec(project=project_path, folder=str(tmp_path), version=1)
    with Project(project_path) as project, project.transaction() as db:
        db.execute("DELETE FROM facts WHERE chunk_id = 1")
    with pytest.raises(HoneError, match="too few"):
        taxonomy(fill_more, emit, Cancel())
    assert list(tmp_path.glob("knowledge")) == []


def test_version_1_names_its_repository(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    fill(project_path, chunks=5, facts=3)
    with pytest.raises(HoneError, match="repository"):
        taxonomy(TaxonomySpec(project=project_path, folder=str(tmp_path), version=1), emit, Cancel())
    told = TaxonomySpec(project=project_path, folder=str(tmp_path), version=1, repo="https://x.org/r.git", commit="1a2")
    taxonomy(told, emit, Cancel())
    (file,) = look(tmp_path).files
    assert (file.checked.valid, file.checked.version, len(file.checked.rows)) == (True, 1, 15)


def test_diff_at_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, PLACE, knowledge(seeds(), version=3, **FIELDS))
    assert main(["taxonomy", "diff", str(tmp_path)]) == 0
    assert "new     knowledge/animals/otters/qna.yaml  version 3, 15 pairs, valid" in capsys.readouterr().out
    write(tmp_path, SKILLS, "version: 3\ncreated_by: 7\n")
    assert main(["taxonomy", "diff", str(tmp_path)]) == 1
    assert "compositional_skills/writing/qna.yaml, line 2: created_by: 7 is read" in capsys.readouterr().out
    assert main(["taxonomy", "diff", str(tmp_path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [file["valid"] for file in told["files"]] == [False, True]
    assert told["files"][0]["errors"][0]["line"] == 1
    assert main(["taxonomy", "diff", str(tmp_path / "x")]) == 1
