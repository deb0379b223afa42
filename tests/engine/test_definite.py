"""What a document shows of whether "the valve" is one thing, and which sentences lean on others."""

from __future__ import annotations

import pytest

from engine.writers.definite import Definite, among_sources, tells_facts

SURVEY = [
    "A proof is given. The proof uses induction. Other proofs are longer. Each proof has a lemma.",
    "Such proofs.",
]
MANUAL = ["The drum holds nine litres. Turn the drum. The drum rests. A cycle ends when the drum is cool.", "The drum."]


def test_one_of_many_is_told_from_the_only_one() -> None:
    assert not Definite(SURVEY).is_one("proof")
    assert Definite(MANUAL).is_one("drum")
    assert not Definite(MANUAL).is_one("cycle")
    assert Definite([]).is_one("pump")


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("The proof uses induction on the number of steps.", True),
        ("It ends when the proof is done.", True),
        ("The drum holds nine litres of water.", False),
        ("The proof by Fischer uses induction.", False),  # which proof is said
        ("The I/O board has 16 inputs.", False),
        ("An extension of the proof gives a bound.", True),
        ("Each signal takes its own route.", True),
        ("Each METADATA row stores a kilobyte.", False),
    ],
)
def test_sentences_that_lean_on_others(sentence: str, leans: bool) -> None:
    assert Definite([*SURVEY, *MANUAL]).leans(sentence) is leans


def test_in_a_long_document_themes_are_named_on_many_pages() -> None:
    filler = "Water is warm and clear and quiet. " * 200
    pages = [f"The drum turns. The steam pump runs. {filler}" for _ in range(20)]
    pages[3] += "The signature is checked. The return value says so. Check the signature."
    long = Definite(pages)
    assert long.leans("The signature is checked.")
    assert long.leans("The return value tells whether the drum turns.")
    assert long.leans("If you are ready, check the signature.")
    assert long.leans("Exceeding the total budget stops the drum.")
    assert long.leans("The --memory option sets the size.")
    assert not long.leans("The drum turns twice.")
    assert not long.leans("The steam pump runs for two hours.")
    assert not long.leans("The signature of Tobias Kenning is checked.")
    assert not long.leans("The tar command packs files.")
    assert not long.leans("The Linux kernel starts first.")
    short = Definite(["The drum turns. The signature is checked.", "The return value says so."])
    assert not short.leans("The signature is checked.")
    assert not short.leans("The return value tells whether the drum turns.")


def test_longer_names_of_one_of_many() -> None:
    text = ["When the solder bridge is closed, the fuse is off. Each solder bridge has a number. All solder bridges."]
    assert Definite(["A CD-ROM is flat. CD-ROMs are cheap. Take the CD-ROM."]).leans("The CD-ROM has room for much.")
    assert Definite(text).leans("When the solder bridge is closed, the fuse is off.")


def test_titles_in_a_list_of_sources_are_known_by_their_neighbours() -> None:
    sources = (
        "12. A. Miller. Extended results for complete networks. In Proceedings of the 3rd Symposium on Networks, pages"
        " 12-19, 1990. 13. B. Smith. Decisions in distributed systems. Technical Report 7, May 1991."
    )
    assert among_sources(sources, 14, 55)
    prose = "The drum was shown at the Workshop on Drums, 1990. It turns. " + "It holds nine litres of water. " * 20
    assert not among_sources(prose, 0, 50)


@pytest.mark.parametrize(
    ("section", "tells"),
    [
        (("5 Results", "5.1 Speed"), True),
        (("References",), False),
        (("12. References",), False),
        (("Manual", "Table of contents"), False),
        (("참고문헌",), False),
        (("Appendix F. GNU General Public License",), False),
        (("Reference voltage",), True),
        ((), True),
    ],
)
def test_lists_of_sources_tell_nothing(section: tuple[str, ...], tells: bool) -> None:
    assert tells_facts(section) is tells
