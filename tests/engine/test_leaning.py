"""Which sentences go on from others, are pieces of one, or are completed by others."""

from __future__ import annotations

import pytest

from engine.project import Project
from engine.project import documents as stored
from engine.writers.facts import carries_fact
from engine.writers.leaning import is_broken, leans_back
from engine.writers.several import Several
from engine.writers.sources import sources


@pytest.mark.parametrize(
    "sentence",
    [
        "Sometimes the masters remove a package.",
        "The first group of results shows how many are required.",
        "In addition, the pump stops at night.",
        "In the meantime, the pump fills the tank.",
        "As a result, the tank is empty.",
        "Again following the plan, each tank has a lid.",
        "Assuming the pump has no leak, the tank stays full.",
        "Next, you need to fill the tank.",
        "Larger tanks need a stronger pump.",
        "If a larger tank doesn't help, try a stronger pump.",
        "A more interesting difference is the new lid.",
        "The second part is the number of tanks.",
        "The last command will create a folder.",
        "The second component (foo) is the name of a tank.",
        "The two pumps have different lids.",
        "Many pumps use two filters.",
        "One succeeds and becomes the main pump.",
        "The pump therefore stops at night.",
        "The charter also defines a committee.",
        "The tank is emptied after the corresponding lamp lights up.",
        "All the filters it contains are white.",
        "When it is full, the tank must be emptied.",
        "Before you start, check the pressure of the tank.",
        "Requests go to the pump; such requests are rare.",
        "The pump responds to such requests by stopping.",
        "New releases are published every six weeks.",
        "The company keeps both versions.",
        "Adding other users is a simple matter.",
        "The pump command asks a few questions, but is quickly done.",
        "Further many owners wash the lid in the sink.",
        "If R later arrives, the pump stops.",
        "The request of the pump (4) is refused.",
        "After entering that command, the pump stops.",
        "Larger tanks and pumps lead to different conclusions.",
    ],
)
def test_sentences_that_go_on_from_others(sentence: str) -> None:
    assert leans_back(sentence)
    assert not carries_fact(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "In contrast to the Brivolt 20, the Brivolt 40 has a lid.",
        "At the end of a cycle, the lid stays locked.",
        "One cycle of the Daily programme takes two hours.",
        "A seal should be replaced after 30 months, or earlier if it shows a crack.",
        "The Brivolt 40 is larger than the Brivolt 20.",
        "The first workshop of the company stood in Lisk.",
        "Press the button, then hold it for two seconds.",
        "The company makes an app which also brings new software.",
        "Write the code down, because it disappears.",
        "There are two filters in the box.",
        "The pump (1) fills the tank and (2) empties the cup.",
        "New software for the pump is published in June.",
        "The lamp ensures that files are kept.",
        "The pump needs spare parts, such as a lid and a seal.",
    ],
)
def test_sentences_that_stand_alone(sentence: str) -> None:
    assert not leans_back(sentence)
    assert not is_broken(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Set to false to prevent starting the pump.",
        "Set to false to stop the pump, and be aware that it may leak.",
        "Can be used to choose a theme.",
        "Domain allowed to read the log files.",
        "Secondary headers and test access.",
        "Lack of quotas Marlin was never intended to be used for storage.",
        "The name service was moved to DNS settings for services 11.8.2.",
        "THE PUMP COMES WITHOUT A WARRANTY.",
        "The pump is the heart of the machine, a noisy one).",
        "A target computer, called target, where the program will be installed.",
        "The disk on which the program should be installed.",
        "Processing triggers for the pump ...",
    ],
)
def test_pieces_of_sentences(sentence: str) -> None:
    assert is_broken(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Set the lamp to red to stop the pump.",
        "Since 2012 Marlin has belonged to the people who work there.",
        "Error code E02 means that the lid is not closed.",
        "The engineer Odile Marrant founded the company.",
        "Do not open the lid while the pump runs.",
        "Owners who register the pump receive a free lid.",
        "A maintainer, whose name is known, can change it.",
        "Built on a rock, the tower was lit in 1923.",
        "If the tank is empty, the lamp blinks.",
    ],
)
def test_whole_sentences(sentence: str) -> None:
    assert not is_broken(sentence)


def test_what_several_sentences_tell_of_one_subject() -> None:
    several = Several(
        [
            "The board provides two buses.",
            "Some drivers need both; the board provides both.",
            "The board stores ten programmes.",
            "The board is used for tests.",
            "The board is used in class rooms.",
            "The board is small.",
            "The board is green.",
            "When the lid is open, the board provides no power.",
            "Do not open the lid.",
            "Do not wash the lid.",
        ]
    )
    assert several.tells_part("The board provides two buses.")
    assert several.tells_part("The board is used for tests.")
    assert not several.tells_part("The board stores ten programmes.")
    assert not several.tells_part("The board is small.")
    assert not several.tells_part("When the lid is open, the board provides no power.")
    assert not several.tells_part("Do not open the lid.")


def test_a_sentence_that_is_there_twice_is_one() -> None:
    assert not Several(["The board has a clock.", "The board  has a clock."]).tells_part("The board has a clock.")


def test_a_caption_and_what_is_told_in_parts_are_not_asked_about(project_path: str) -> None:
    text = (
        "Figure 2: The lid at rest. Arrows show the flow of water.\n"
        "The pump stores ten programmes. The pump provides water. When the lid opens, the pump provides steam."
    )
    with Project(project_path) as project:
        stored.add(
            project,
            stored.Document(0, "x", "x", "text", "", "en", "read", "", 0, 0),
            [stored.Page(0, 1, text, "read", "")],
            [stored.Chunk(0, 0, 0, 1, 0, 1, len(text), text, 20)],
        )
        (source,) = sources(project)
    assert [sentence.text for sentence in source.sentences if sentence.fact] == [
        "The pump stores ten programmes.",
        "When the lid opens, the pump provides steam.",
    ]
