"""Git repositories as a source of documents: real ones, made here, fetched from the disk and over HTTP."""

from __future__ import annotations

import threading
import wsgiref.simple_server
from typing import TYPE_CHECKING, Any, cast

import pytest
from dulwich import porcelain
from dulwich.repo import Repo
from dulwich.server import DictBackend
from dulwich.web import make_wsgi_chain

from engine import events, jobs
from engine.documents.repository import Address, address, fetch, matching
from engine.errors import HoneError, JobCancelled
from engine.project import Project
from engine.project import documents as store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Recorder

BODY = "The pump moves nine litres of water in a minute when the filter is clean and the valve stands open."


class Source:
    """A repository with two commits, a tag at the first and a branch with a third."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.repository = Repo.init(str(path), mkdir=True)
        self.first = self.commit({"README.md": "# One", "docs/a.md": "# A", "docs/x.png": "x", "code.py": "print()"})
        self.second = self.commit({"docs/a.md": f"# A\n\n{BODY}", "docs/deep/b.md": f"# B\n\nDeep. {BODY}"})
        self.commit({"next.md": "# Next"})
        porcelain.branch_create(str(path), "next/one")
        porcelain.reset(str(path), "hard", self.second)
        porcelain.tag_create(
            str(path), b"v1", author=b"A <a@example.com>", message=b"One", annotated=True, objectish=self.first.encode()
        )

    def commit(self, files: dict[str, str]) -> str:
        """Commit these files; returns the hash."""
        for name, text in files.items():
            (self.path / name).parent.mkdir(parents=True, exist_ok=True)
            (self.path / name).write_text(text)
        porcelain.add(str(self.path), paths=[str(self.path / name) for name in files])
        who = b"A <a@example.com>"
        return porcelain.commit(str(self.path), message=b"m", author=who, committer=who).decode()


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Source]:
    made = Source(tmp_path / "source")
    yield made
    made.repository.close()


def fetched(url: str, folder: Path, *patterns: str) -> tuple[str, list[str]]:
    where = address(url)
    assert where is not None
    checkout = fetch(where, patterns, folder, lambda: None)
    assert all(path.is_file() for path, _ in checkout.files)
    return checkout.sha, [name for _, name in checkout.files]


def refused(url: str, folder: Path, *patterns: str) -> HoneError:
    with pytest.raises(HoneError) as caught:
        fetched(url, folder, *patterns)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.com/a/b.git", Address("https://example.com/a/b.git")),
        ("https://example.com/a/b.git@v1", Address("https://example.com/a/b.git", "v1")),
        ("https://example.com/a/b.git@next/one", Address("https://example.com/a/b.git", "next/one")),
        ("https://me:secret@example.com/a/b@abc123", Address("https://me:secret@example.com/a/b", "abc123")),
        ("https://me@example.com/a/b", Address("https://me@example.com/a/b")),
        ("git@example.com:a/b.git@v1", Address("git@example.com:a/b.git", "v1")),
        ("file:///a/b@v1", Address("file:///a/b", "v1")),
        ("manual.pdf", None),
        ("me@example.pdf", None),
        ("a\x00b", None),
    ],
)
def test_addresses(text: str, expected: Address | None) -> None:
    assert address(text) == expected


def test_passwords_are_not_shown() -> None:
    assert Address("https://me:secret@example.com/a").public == "https://example.com/a"


def test_folders_are_repositories_only_with_a_commit_or_bare(source: Source, tmp_path: Path) -> None:
    assert address(str(source.path)) is None
    assert address(f"{source.path}@v1") == Address(str(source.path), "v1")
    bare = Repo.init_bare(str(tmp_path / "bare"), mkdir=True)
    bare.close()
    assert address(str(tmp_path / "bare")) == Address(str(tmp_path / "bare"))
    assert refused(str(tmp_path / "bare"), tmp_path / "to").title.endswith("is empty")


def test_patterns() -> None:
    paths = ["README.md", "docs/a.md", "docs/deep/b.rst", "src/docs/c.md"]
    assert matching((), paths) == paths
    assert matching(("*.md",), paths) == ["README.md", "docs/a.md", "src/docs/c.md"]
    assert matching(("/docs/",), paths) == ["docs/a.md", "docs/deep/b.rst"]
    assert matching(("docs/**/*.rst", "/*.md"), paths) == ["README.md", "docs/deep/b.rst"]
    assert matching(("*.md", "!README.md"), paths) == ["docs/a.md", "src/docs/c.md"]


def test_any_commit(source: Source, tmp_path: Path) -> None:
    url, to = source.path.as_uri(), tmp_path / "to"
    assert fetched(url, to, "*.md") == (source.second, ["README.md", "docs/a.md", "docs/deep/b.md"])
    assert fetched(f"{url}@{source.first}", to, "*.md") == (source.first, ["README.md", "docs/a.md"])
    assert fetched(f"{url}@{source.first[:9]}", to, "docs/")[1] == ["docs/a.md", "docs/x.png"]
    assert fetched(f"{url}@v1", tmp_path / "new", "*.md") == (source.first, ["README.md", "docs/a.md"])
    assert "next.md" in fetched(f"{url}@next/one", to)[1]


def test_a_commit_that_is_here_needs_no_other_side(source: Source, tmp_path: Path) -> None:
    url = f"{source.path.as_uri()}@{source.second}"
    before = fetched(url, tmp_path / "to", "*.md")
    source.path.rename(tmp_path / "gone")
    assert fetched(url, tmp_path / "to", "*.md") == before


@pytest.fixture
def server(source: Source) -> Iterator[str]:
    """The repository over HTTP; gives its address."""

    class Quiet(wsgiref.simple_server.WSGIRequestHandler):
        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    app = make_wsgi_chain(DictBackend({"/": cast("Any", source.repository)}))
    with wsgiref.simple_server.make_server("127.0.0.1", 0, app, handler_class=Quiet) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()
        thread.join()


def test_over_http(source: Source, server: str, tmp_path: Path) -> None:
    to = tmp_path / "to"
    assert fetched(server, to, "*.md") == (source.second, ["README.md", "docs/a.md", "docs/deep/b.md"])
    assert fetched(f"{server}@{source.first}", to, "*.md") == (source.first, ["README.md", "docs/a.md"])
    assert fetched(f"{server}@{source.first[:8]}", tmp_path / "b", "*.md")[0] == source.first


def test_what_cannot_be_fetched_says_why(source: Source, tmp_path: Path) -> None:
    url, to = source.path.as_uri(), tmp_path / "to"
    assert refused(f"{url}@nothing", to).title == f"There is no commit nothing in {url}"
    assert refused(f"{url}@deadbeef", to).title == f"There is no commit deadbeef in {url}"
    assert refused(f"{url}@{'0' * 40}", to).title == f"There is no commit {'0' * 40} in {url}"
    assert refused(url, to, "*.rst", "*.adoc").title == f"{url} has no file that fits *.rst or *.adoc"
    missing = (tmp_path / "missing").as_uri()
    assert refused(missing, to).title == f"There is no git repository at {missing}"
    offline = refused("http://me:secret@127.0.0.1:9/x.git", to)
    assert offline.title == "http://127.0.0.1:9/x.git could not be fetched"
    assert "secret" not in str(offline)
    (tmp_path / "file").write_text("")
    assert refused(url, tmp_path / "file").title == "The repository cannot be stored"


def test_fetching_can_be_stopped(source: Source, tmp_path: Path) -> None:
    cancel = jobs.Cancel()
    cancel.cancel()
    with pytest.raises(JobCancelled):
        fetch(Address(source.path.as_uri()), (), tmp_path / "to", cancel.check)


def test_links_and_strange_names_are_left_out(source: Source, tmp_path: Path) -> None:
    (source.path / "link.md").symlink_to("/etc/hostname")
    porcelain.add(str(source.path), paths=[str(source.path / "link.md")])
    source.commit({"big.md": "version https://git-lfs.github.com/spec/v1\noid sha256:00\n", ".hidden.md": "# H"})
    names = fetched(source.path.as_uri(), tmp_path / "to")[1]
    assert names == ["README.md", "code.py", "docs/a.md", "docs/deep/b.md", "docs/x.png"]


def ingest(project_path: str, emit: Recorder, *paths: str, **fields: Any) -> Any:
    jobs.run("ingest", {"project": project_path, "paths": list(paths), **fields}, emit, jobs.Cancel())
    return emit.last


def test_ingest_records_the_commit(source: Source, project_path: str, emit: Recorder) -> None:
    url = source.path.as_uri()
    assert ingest(project_path, emit, url, pattern=["docs/*.md", "docs/deep/"]) == events.Finished()
    with Project(project_path) as project:
        found = [(document.name, document.source) for document in store.documents(project)]
        assert store.chunks(project)[0].section == ("A",)
    assert found == [
        ("a.md", f"{url}@{source.second}:docs/a.md"),
        ("b.md", f"{url}@{source.second}:docs/deep/b.md"),
    ]


def test_without_a_pattern_ingest_takes_documents(source: Source, project_path: str, emit: Recorder) -> None:
    url = source.path.as_uri()
    assert ingest(project_path, emit, f"{url}@v1") == events.Finished()
    with Project(project_path) as project:
        assert [document.name for document in store.documents(project)] == ["README.md", "a.md"]
    told = [log.text for log in emit.of(events.Log)]
    assert f"2 files at {url}@{source.first[:12]} are no documents that Hone reads and were left out" in told
    assert isinstance(ingest(project_path, emit, f"{url}@v1", pattern=["*.rst"]), events.Failed)


def test_a_repository_that_cannot_be_fetched_leaves_the_others(
    source: Source, project_path: str, tmp_path: Path, emit: Recorder
) -> None:
    missing = (tmp_path / "missing").as_uri()
    assert ingest(project_path, emit, missing, str(source.path / "README.md")) == events.Finished()
    warnings = [log.text for log in emit.of(events.Log) if log.level == "warning"]
    assert warnings == [f"There is no git repository at {missing}. Look at the address again."]
    assert isinstance(ingest(project_path, emit, missing), events.Failed)


def test_patterns_choose_in_a_folder_too(source: Source, project_path: str, emit: Recorder) -> None:
    assert ingest(project_path, emit, str(source.path), pattern=["code.py"]) == events.Finished()
    with Project(project_path) as project:
        assert [document.name for document in store.documents(project)] == ["code.py"]
