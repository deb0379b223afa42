"""Sentences of openly licensed books, read from git directories without a work tree."""

from __future__ import annotations

import argparse
import html
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Source:
    """A repository with the licence under which its prose may be used, and where the prose lies."""

    repository: str
    licence: str
    suffix: str
    folder: str = ""


SOURCES = (
    Source("openstax/osbooks-principles-economics-bundle", "CC BY 4.0", ".cnxml", "modules"),
    Source("rust-lang/book", "MIT OR Apache-2.0", ".md", "src"),
    Source("18F/handbook", "CC0 1.0", ".md"),
    Source("open-telemetry/opentelemetry.io", "CC BY 4.0", ".md", "content/en"),
    Source("prometheus/docs", "Apache-2.0", ".md", "docs"),
    Source("dart-lang/site-www", "CC BY 4.0", ".md", "src"),
    Source("GSA/digitalgov.gov", "public domain, CC0 1.0", ".md", "content"),
    Source("18F/guides", "public domain, CC0 1.0", ".md", "content"),
    Source("alphagov/govuk-design-system", "MIT", ".md", "src"),
    Source("cncf/glossary", "CC BY 4.0", ".md", "content/en"),
    Source("linkerd/website", "Apache-2.0", ".md", "linkerd.io"),
    Source("knative/docs", "CC BY 4.0", ".md", "docs"),
    Source("mavlink/qgc-user-guide", "CC BY 4.0", ".md", "en"),
    Source("openthread/ot-docs", "BSD-3-Clause", ".md", "site"),
)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", f"--git-dir={folder}", *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def folder_of(root: Path, source: Source) -> Path:
    return root / source.repository.replace("/", "+") / "repo"


def commit_of(root: Path, source: Source) -> str:
    return git(folder_of(root, source), "rev-parse", "HEAD").strip()


def check_licence(folder: Path, source: Source) -> None:
    """Raises ValueError if the repository's own words name a licence that is not free for every use.

    A licence file at the top is not enough: documentation often has a licence of its own, which then
    stands in a README, in the site's configuration or, for OpenStax, in the collection.
    """
    asked = "creativecommons.org/licenses/by-|CC.?BY.?(NC|SA|ND)|NonCommercial|ShareAlike"
    places = (
        ":(icase)*readme*",
        ":(icase)*licen[cs]e*",
        ":(icase)*config*",
        ":(icase)copyright*",
        ":(glob)collections/**",
    )
    spared = (":(exclude,icase)*lock*", ":(exclude)*.svg", ":(exclude)themes", ":(exclude)node_modules")
    command = ["git", f"--git-dir={folder}", "grep", "-I", "-l", "-i", "-E", asked, "HEAD", "--", *places, *spared]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise ValueError(f"{source.repository}: licence not readable: {done.stderr.strip()}")
    if done.stdout:
        raise ValueError(f"{source.repository}: another licence is named in {done.stdout.split()}")


def blobs(folder: Path, source: Source) -> Iterator[str]:
    """The text of every file of the source, by one `git cat-file --batch`."""
    names = git(folder, "ls-tree", "-r", "HEAD", *([source.folder + "/"] if source.folder else [])).splitlines()
    wanted = [line.split()[2] for line in names if line.endswith(source.suffix)]
    done = subprocess.run(
        ["git", f"--git-dir={folder}", "cat-file", "--batch"],
        input="\n".join(wanted).encode(),
        capture_output=True,
        check=True,
    )
    data, at = done.stdout, 0
    while at < len(data):
        end = data.index(b"\n", at)
        size = int(data[at:end].split()[2])
        yield data[end + 1 : end + 1 + size].decode("utf-8", "replace")
        at = end + size + 2


def paragraphs(text: str, suffix: str) -> Iterator[str]:
    if suffix == ".cnxml":
        text = re.sub(
            r"<(note|exercise|figure|table|equation|m:math|math|footnote|code)\b.*?</\1>", " \u0000 ", text, flags=re.S
        )
        for match in re.finditer(r"<(para|item)\b[^>]*>(.*?)</\1>", text, flags=re.S):
            yield html.unescape(re.sub(r"<[^>]+>", "", match.group(2)))
        return
    text = re.sub(r"^---.*?^---", "", text, count=1, flags=re.S | re.M)
    text = re.sub(r"```.*?```|<!--.*?-->|\{[%{].*?[%}]\}", "\n\n", text, flags=re.S)
    text = re.sub(r"!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])", r"\1", text)
    for block in re.split(r"\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s", text):
        if not block.lstrip().startswith(("#", "|", ">", "<")):
            yield re.sub(r"[*_`]|<[^>]+>", "", block)


def good(sentence: str) -> bool:
    letters = sum(c.isalpha() or c == " " for c in sentence)
    return (
        25 <= len(sentence) <= 220
        and sentence[0].isupper()
        and sentence.endswith(".")
        and letters >= 0.85 * len(sentence)
        and "\u0000" not in sentence
        and sentence.count("(") == sentence.count(")")
        and sentence.isprintable()
        and "http" not in sentence
    )


def tidy(text: str) -> str:
    for old, new in (
        ("\u2019", "'"),
        ("\u2018", "'"),
        ("\u201c", '"'),
        ("\u201d", '"'),
        ("\u2014", " - "),
        ("\u2013", "-"),
        ("\u00a0", " "),
    ):
        text = text.replace(old, new)
    return " ".join(text.split())


def sentences(root: Path, source: Source) -> Iterator[str]:
    """Sentences of 25 to 220 characters that read like prose, in the order of the text."""
    folder = folder_of(root, source)
    check_licence(folder, source)
    for blob in blobs(folder, source):
        for paragraph in paragraphs(blob, source.suffix):
            for sentence in re.split(r"(?<=[a-z0-9)\"%]\.)\s+(?=[A-Z])", tidy(paragraph)):
                if good(sentence):
                    yield sentence


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the distinct sentences of all sources, one a line.")
    parser.add_argument("root", type=Path, help="folder with OWNER+NAME/repo git directories")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    seen: dict[str, None] = {}
    for source in SOURCES:
        before = len(seen)
        seen.update(dict.fromkeys(sentences(args.root, source)))
        print(f"{source.repository} {source.licence} {commit_of(args.root, source)} {len(seen) - before} sentences")
    args.out.write_text("\n".join(seen) + "\n")


if __name__ == "__main__":
    main()
