"""ingest: files become documents with pages and chunks, each committed as a whole."""

from __future__ import annotations

import json
import os
import stat
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events, jobs
from engine.errors import HoneError, JobCancelled
from engine.project import SUFFIX, Project, files
from engine.project import documents as store
from engine.project.documents import BLANK, FAILED, PARTIAL, READ, SCANNED, Document, Page, report
from engine.project.rereading import reread
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.documents.isolation.guard import Answer, Guard
    from engine.documents.reading import Reading
    from engine.documents.repository import Address
    from engine.jobs import Cancel, Emit

# In a folder only these are taken for documents among its text files; a file that is named is read whatever it is.
_ONLY_NAMED = ("text", "image")
_TEXT_NAMES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", ".rst"})
_NAMES = frozenset({".pdf", ".docx", ".pptx", ".epub", ".html", ".htm", ".xhtml"})
_REPOSITORIES = "repositories"  # the folder of the project with what was fetched
_NAMED = 5  # page numbers, or failed files, told one by one
_MOST_BYTES = 4_000_000_000


@dataclass(frozen=True, kw_only=True)
class IngestSpec(Spec):
    """What to read and how to split it."""

    paths: tuple[str, ...] = option(
        (),
        "Documents",
        "Files (PDF, Word, PowerPoint, EPUB, web page, text), folders, or git repositories as URL@COMMIT.",
    )
    pattern: tuple[str, ...] = option(
        (), "Pattern", "Of folders and repositories take only the files that fit, as in .gitignore: '*.md', 'docs/'."
    )
    password: str = option("", "Password", "Opens the PDFs that need one; it is not stored.")
    again: bool = option(
        False, "Again", "Read what is in the project already once more; pairs stay where the text is the same."
    )
    chunk_tokens: int = option(256, "Chunk size", "Most tokens in a chunk.", minimum=32, maximum=4096)
    chunk_overlap: int = option(
        0, "Overlap", "Tokens of whole sentences that a chunk repeats from the one before.", minimum=0, maximum=1024
    )
    page_seconds: int = option(
        20, "Seconds for a page", "A page that takes longer is left out.", minimum=1, maximum=86_400
    )
    ocr_seconds: int = option(
        180, "Seconds for OCR", "The same for a page whose letters are recognised.", minimum=1, maximum=86_400
    )
    memory_mb: int = option(
        4096, "Memory for reading", "Megabytes; a file that needs more is stopped.", minimum=256, maximum=1_048_576
    )

    def validate(self) -> None:
        """Check the ranges, and that a chunk is mostly its own text."""
        super().validate()
        if 2 * self.chunk_overlap > self.chunk_tokens:
            raise HoneError(
                "The overlap of the chunks is too large", f"Choose at most {self.chunk_tokens // 2}, half of a chunk."
            )


def ingest(spec: IngestSpec, emit: Emit, cancel: Cancel) -> None:
    """Read the files of the spec into the project; what is there already is left as it is.

    Each document is one transaction: a job that was stopped or killed goes on with the next one. Files that
    cannot be read are recorded as failed, with what to do. Raises HoneError when nothing could be read.
    """
    from engine.documents.isolation.guard import Guard
    from engine.documents.isolation.keeper import Limits

    limits = Limits(page_seconds=spec.page_seconds, ocr_seconds=spec.ocr_seconds, memory_mb=spec.memory_mb)
    with Project(spec.project) as project, Guard(limits, cancel.check) as guard:
        named = _files(spec, project, guard, emit, cancel)
        sources = [_source(path, origin, spec, guard) for path, origin in named.items()]
        progress = _Progress(sum(source.pages for source in sources), emit, cancel)
        failures: list[HoneError] = []
        for source in sources:
            cancel.check()
            progress.begin(source.pages)
            try:
                _ingest_file(project, source, spec, guard, progress, emit)
            except JobCancelled:
                raise
            except HoneError as error:
                title, name = _shown(error.title), _shown(source.path.name)
                # Among many files a failure says which one it is about.
                title = title if name in title or len(sources) == 1 else f"{name}: {title}"
                error = HoneError(title, _shown(error.hint))
                failures.append(error)
                if len(sources) > 1:
                    emit(events.Log(str(error), "warning"))
            progress.end()
        if len(failures) == len(sources):
            raise _nothing_read(failures)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file to read: how many pages it will count, and what it is; or why it broke while that was looked up.

    `origin` says where it comes from, when that is not the file itself.
    """

    path: Path
    pages: int
    kind: str
    broken: HoneError | None = None
    origin: str = ""


class _Progress:
    """Two bars over the pages of all files: read, and split into chunks."""

    def __init__(self, pages: int, emit: Emit, cancel: Cancel) -> None:
        self._paces = {stage: jobs.Pace(stage, pages, emit) for stage in ("read", "split")}
        self._left: Counter[str] = Counter()
        self._cancel = cancel

    def begin(self, pages: int) -> None:
        """A file of so many pages follows."""
        self._left = Counter(dict.fromkeys(self._paces, pages))

    def page(self, stage: str) -> None:
        """One page is through a stage; raises JobCancelled when the stop was asked for."""
        self._cancel.check()
        if self._left[stage]:
            self._left[stage] -= 1
            self._paces[stage].advance()

    def end(self) -> None:
        """The file is done, or has failed: nothing of it is left."""
        for stage, pace in self._paces.items():
            if self._left[stage]:
                pace.advance(self._left[stage])


def _files(spec: IngestSpec, project: Project, guard: Guard, emit: Emit, cancel: Cancel) -> dict[Path, str]:
    """The files to read: those named, and the documents in folders and repositories; with where they come from."""
    from engine.documents.repository import address

    found: dict[Path, str] = {}
    failures: list[HoneError] = []
    for name in spec.paths:
        path, repository = Path(name).expanduser(), address(name)
        if repository is None:
            found.update(dict.fromkeys(_in_folder(path, spec.pattern, guard, emit) if path.is_dir() else [path], ""))
            continue
        try:
            found.update(_in_repository(repository, spec.pattern, project, guard, emit, cancel))
        except JobCancelled:
            raise
        except HoneError as error:
            failures.append(error)
    for failure in failures if found else ():
        emit(events.Log(str(failure), "warning"))
    if failures and not found:
        raise _nothing_read(failures)
    if not found:
        where = ", ".join(spec.paths) or "the list of files"
        fitting = f" that fits {' or '.join(spec.pattern)}" if spec.pattern else ""
        raise HoneError(
            f"There is nothing to read in {where}{fitting}",
            "Choose a PDF, Word, text or other document, or a folder of them.",
        )
    return found


def _in_repository(
    repository: Address, patterns: tuple[str, ...], project: Project, guard: Guard, emit: Emit, cancel: Cancel
) -> dict[Path, str]:
    """The documents at one commit of a repository, each with its address there."""
    from engine.documents.repository import fetch

    emit(events.Log(f"Fetching {repository.public}"))
    checkout = fetch(repository, patterns, project.path / _REPOSITORIES, cancel.check)
    place = f"{repository.public}@{checkout.sha}"
    found = {path: f"{place}:{name}" for path, name in checkout.files if patterns or _wanted(path, guard)}
    emit(events.Log(f"{len(found)} documents at {place}"))
    left = len(checkout.files) - len(found) + checkout.skipped
    if left:
        emit(events.Log(f"{left} files at {place[:-28]} are no documents that Hone reads and were left out"))
    return found


def _in_folder(folder: Path, patterns: tuple[str, ...], guard: Guard, emit: Emit) -> list[Path]:
    """The documents in a folder and the folders below, hidden ones and projects left out."""
    from engine.documents.repository import matching

    names_ = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(SUFFIX))
        names_ += [Path(root, name).relative_to(folder).as_posix() for name in sorted(names) if name[0] != "."]
    chosen = [folder / name for name in matching(patterns, names_)]
    found = [path for path in chosen if patterns or _wanted(path, guard)]
    if len(found) < len(chosen):
        left = len(chosen) - len(found)
        emit(events.Log(f"{left} files in {folder.name} are no documents that Hone reads and were left out"))
    return found


def _wanted(path: Path, guard: Guard) -> bool:
    """Whether a file that nobody named is a document, or was one before it was damaged."""
    try:
        _regular(path)
        return guard.kind(path) not in _ONLY_NAMED or path.suffix.lower() in _TEXT_NAMES
    except JobCancelled:
        raise
    except HoneError:
        return path.suffix.lower() in (_NAMES | _TEXT_NAMES) - {""}


def _source(path: Path, origin: str, spec: IngestSpec, guard: Guard) -> _Source:
    """Look up how many pages a file has; its own refusal comes when it is read, with a record."""
    kind = "other"
    try:
        _regular(path)
        kind = guard.kind(path)
        return _Source(path, guard.count(path, spec.password), kind, origin=origin)
    except JobCancelled:
        raise
    except HoneError as error:
        return _Source(path, 1, kind, error, origin)


def _regular(path: Path) -> os.stat_result:
    """What the system says of a file; raises HoneError for what is none: opening a pipe or a device may never end."""
    from engine.documents.reader import unreadable

    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise unreadable(path, error if isinstance(error, OSError) else OSError(22, str(error))) from error
    if not stat.S_ISREG(found.st_mode):
        raise HoneError(f"{path.name} is no file", f"{path} is a pipe, a device or the like: name a file or a folder.")
    if found.st_size > _MOST_BYTES:
        raise HoneError(
            f"{path.name} is too large", f"Hone reads files up to {_MOST_BYTES // 1_000_000_000} GB: split it."
        )
    return found


def _ingest_file(
    project: Project, source: _Source, spec: IngestSpec, guard: Guard, progress: _Progress, emit: Emit
) -> None:
    """Read one file and store it, or record that and why it failed and raise HoneError."""
    from engine.documents import reader
    from engine.documents.reading import without_text

    path, name = source.path, _shown(source.path.name)
    before = _regular(path)
    try:
        sha256 = files.sha256(path)
    except OSError as error:
        raise reader.unreadable(path, error) from error
    known = store.known(project, sha256)
    earlier = known or (store.read_from(project, _place(source)) if spec.again else None)
    if known is not None and not spec.again:
        same = "" if known.name == name else f" as {known.name}"
        emit(events.Log(f"{name} is in the project already{same}: the same file is not added twice"))
        return
    reading: Reading | None = None
    try:
        if source.broken:
            raise source.broken
        pdf_pages = source.pages if source.kind == "pdf" else 0
        answer = guard.read(path, spec.password, spec.chunk_tokens, spec.chunk_overlap, progress.page, pdf_pages)
        _still(path, before)
        reading = answer.reading
        if not any(page.text for page in reading.pages):
            raise without_text(path.name, reading)
    except JobCancelled:
        raise
    except HoneError as error:
        if earlier is None:  # else what was read before stays
            document = _document(source, sha256, reading, FAILED, str(error))
            store.add(project, document, _pages(reading), [])
        raise
    _store(project, source, sha256, answer, earlier, progress, emit)


def _shown(text: str) -> str:
    """A text with a name in it, fit for a terminal and the database: names may hold anything but a slash."""
    text = unicodedata.normalize("NFC", text)
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _still(path: Path, before: os.stat_result) -> None:
    """Raise HoneError when the file is not the one that was hashed: its pages and its hash would not fit."""
    now = _regular(path)
    if (now.st_ino, now.st_size, now.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns):
        hint = "Wait until the program that writes it has finished, and read it again."
        raise HoneError(f"{path.name} changed while it was read", hint)


def _store(
    project: Project,
    source: _Source,
    sha256: str,
    answer: Answer,
    earlier: Document | None,
    progress: _Progress,
    emit: Emit,
) -> None:
    """Commit what was read and split, and tell what was made and what is missing."""
    reading = answer.reading
    missing = _missing(reading)
    document = _document(source, sha256, reading, PARTIAL if missing else READ, missing, answer.language)
    if earlier is None:
        store.add(project, document, _pages(reading), answer.chunks)
    else:
        found = reread(project, earlier.id, document, _pages(reading), answer.chunks)
        emit(events.Log(f"{document.name} was read again: {found.said}"))
    progress.end()
    if missing:
        emit(events.Log(f"{document.name}: {missing}", "warning"))
    blank = [page.number for page in reading.pages if not page.text and page.message == BLANK]
    if blank:
        emit(events.Log(f"{document.name}: {_numbered(blank)} blank"))
    figures = {
        "pages": len(reading.pages),
        "chunks": len(answer.chunks),
        "language": answer.language,
        "state": document.state,
        "report": json.loads(document.report),
    }
    emit(events.Artifact("document", document.name, figures))


def _document(
    source: _Source, sha256: str, reading: Reading | None, state: str, message: str, language: str = ""
) -> Document:
    from engine.documents.characters import count_words

    path = source.path
    return Document(
        id=0,
        sha256=sha256,
        name=_shown(path.name),
        kind=reading.kind if reading else source.kind,
        title=reading.title if reading else path.stem,
        language=language,
        state=state,
        message=_shown(message),
        pages=len(reading.pages) if reading else 0,
        words=sum(count_words(page.text) for page in reading.pages) if reading else 0,
        source=_place(source),
        report=json.dumps(report(_pages(reading))),
    )


def _place(source: _Source) -> str:
    """Where a document comes from, as it is stored."""
    return source.origin or _shown(str(source.path.resolve()))


def _pages(reading: Reading | None) -> list[Page]:
    return [Page(0, p.number, p.text, p.state, p.message, p.method, p.tables) for p in reading.pages] if reading else []


def _missing(reading: Reading) -> str:
    """Which pages could not be read, in words; '' when only blank ones have no text."""
    pictures: dict[str, list[int]] = {}
    for page in reading.pages:
        if page.state == SCANNED and page.message != BLANK:
            pictures.setdefault(page.message, []).append(page.number)
    broken = [page.number for page in reading.pages if page.state == FAILED]
    parts = [f"{_numbered(numbers)} without text: {message}" for message, numbers in pictures.items()]
    if broken:
        parts.append(f"{_numbered(broken)} unreadable; everything else was read.")
    return " ".join(parts)


def _numbered(numbers: list[int]) -> str:
    """'page 3 is', 'pages 3, 7 are', 'pages 1, 2, 3, 4, 5 and 10 more are'."""
    listed = ", ".join(map(str, numbers[:_NAMED]))
    if len(numbers) > _NAMED:
        listed += f" and {len(numbers) - _NAMED} more"
    return f"page {listed} is" if len(numbers) == 1 else f"pages {listed} are"


def _nothing_read(failures: list[HoneError]) -> HoneError:
    if len(failures) == 1:
        return failures[0]
    more = f" And {len(failures) - _NAMED} more." if len(failures) > _NAMED else ""
    hint = " ".join(str(failure) for failure in failures[:_NAMED])
    return HoneError(f"None of the {len(failures)} files could be read", hint + more)
