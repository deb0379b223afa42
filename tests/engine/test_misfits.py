"""Questions read back into their sentence: what it does not say is not asked for."""

from __future__ import annotations

import pytest

from engine.writers.forms import attributes
from engine.writers.indirect import indirect
from engine.writers.misfits import misfit
from engine.writers.names import names_in
from engine.writers.phrases import stands_alone
from engine.writers.spans import spans
from engine.writers.yes_no import asked


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        # Which other answers there are.
        ("The charter also defines a committee.", "What does the charter define?"),
        (
            "Known flaws in Marlin are tracked in the tracker.",
            "Do you know what are known flaws in Marlin tracked in?",
        ),
        ("Finally, the pump command lists the valves.", "What does the pump command list?"),
        ("Marlin uses a rotor as its main drive.", "What does Marlin use?"),
        ("The kiln has a small window.", "What does the kiln have?"),
        # Polarity.
        ("After the start, you should not open the lid.", "What must be done after the start?"),
        ("Joining two pumps is not supported by default.", "How is joining two pumps supported?"),
        # A verb of another clause or another subject.
        ("The kiln is special because its lamps are located in the lid.", "What is the kiln located in?"),
        (
            "A rack with shelves can be split; in the same way, a rack can use rails.",
            "What can a rack with shelves use?",
        ),
        ("The town clerks chose the press, included in the box.", "What do the town clerks come with?"),
        # What is not told: a way, a place, an action.
        ("The display is used by default unless you choose another.", "How is the display used?"),
        ("Changes are stored as soon as you leave the menu.", "How are changes stored?"),
        ("The labels of a drum are read quickly and in their entirety.", "Where are the labels of a drum read?"),
        ("The labels of a drum are read quickly.", "Could you tell me where the labels of a drum are read?"),
        ("Most cards should be supported by the pump.", "What should be done with most cards?"),
        ("Use a single clamp for the lid.", "What do I have to do with a single clamp?"),
        ("After setting the clock, the pump then sends a signal.", "What must be done after setting the clock?"),
        ("To reduce the noise, newer kilns run slowly.", "How to reduce the noise?"),
        # What happens.
        ("If the test succeeds, you won't see the menu.", "What happens if the test succeeds?"),
        ("If the lid is open, and the drum is full, the lamp is red.", "What happens if the lid is open?"),
        ("As such, it will stop if a belt is torn.", "Can you tell me what happens if a belt is torn?"),
        ("Before you start, you will need to check the belt.", "What happens before you start?"),
        # The complement that matters is another one.
        ("An alarm informs the owner if a belt is torn.", "What does an alarm inform?"),
        ("The valve allows users to drain the tank.", "What does the valve allow?"),
        ("The clerk sees the lamp as a signal for the drivers.", "What does the clerk see?"),
        ("The town distributes the paper divided between several boxes.", "What does the town distribute?"),
        ("The pointer increases from left to right.", "What does the pointer increase from?"),
        ("Coarse belts impose far less load on the drum.", "What do coarse belts impose?"),
        # Subjects.
        ("Assuming the pump has no leak, small cracks have no effect.", "What do assuming the pump have?"),
        ("Back up any note on the disk.", "What does back up any note on?"),
        ("The kiln itself runs on gas.", "What does the kiln itself run on?"),
        ("The pump later opens the valve.", "Can you tell me what the pump later opens?"),
        ("Loose belts could be ordered from the maker.", "From whom could Loose belts be ordered?"),
        ("Mara Brandt was the main editor of the book.", "What was Mara Brandt?"),
        # Values.
        ("The default delay is 12 s.", "Default setting of the default delay?"),
        ("The prefix is common to all pump names.", "Name of the prefix?"),
        ("The recommended file system is FAT.", "Definition of the recommended file system?"),
        ("The Marlin 4 provides lamps for the display.", "What does the Marlin 4 provide?"),
        ("Levers are provided to look up the value associated with a key.", "With what are levers provided?"),
        ("Splits are treated specially since they are begun by a server.", "By whom are splits treated?"),
        ("Pins are distributed along the edge, aligned with the lid.", "How are pins distributed?"),
        ("The driver is responsible for the power.", "Who is responsible for the driver?"),
        ("Use only for compact pumps with low load.", "What must be used for compact pumps?"),
        ("Status lamps and service points are placed on the top side.", "Place of status lamps?"),
        ("Drivers should be expected to stop when signals disappear.", "What should I do when signals disappear?"),
        ("The most common lamps are listed in the tables below.", "What are the most common lamps listed in?"),
        ("In Marlin various pumps can be found under the lid.", "Where do I find Marlin various pumps?"),
        ("When there are many pumps, it is good practice to label them.", "What happens when there are many pumps?"),
        ("At Marlin, sorting is interesting for most users.", "What happens at Marlin?"),
        ("A client wishing to start a long query first asks the server.", "What do a client wishing to start a query?"),
        ("Small pumps respond to such requests by stopping.", "What do small pumps respond to?"),
        ("Sending signals on first replies ensures that clients wait.", "What does sending signals on first reply?"),
        ("Changes are stored as soon as you leave a page of the menu.", "What is the right way to store a page?"),
        ("Marlin brings together pumps from all over the world.", "What does Marlin bring?"),
        ("The standard will allow clerks to wait.", "What thing will the standard allow?"),
        ("The default for a console is vt102.", "Default setting for the default for a console?"),
        ("Marlin charges 37 euros for a paddle.", "Which amount is charged for Marlin?"),
        ("If you run a large kiln, it's generally good to have a shelf.", "What happens when you run a large kiln?"),
        (
            "If you have a plan for daily, weekly, or monthly runs, print it.",
            "What to do if you have a plan for daily?",
        ),
        ("Setting up the network is followed by a test.", "Could you tell me how the network is followed?"),
        ("In both cases, the bridge will be required.", "What do I need for the bridge?"),
    ],
)
def test_what_the_sentence_does_not_say(sentence: str, question: str) -> None:
    assert misfit(sentence, question)


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("The composter is a heated machine with a strong motor.", "What is the composter?"),
        ("The composter is a heated machine with a strong motor.", "Definition of the composter?"),
        (
            "The ring around the display starts, pauses and changes a cycle.",
            "What does the ring around the display change?",
        ),
        ("Large bones, shells and stones damage the paddle.", "What do large bones, shells and stones damage?"),
        ("Empty the cup when it is full.", "What must be done when it is full?"),
        ("If the lamp is red, do not open the lid.", "What must not be done if the lamp is red?"),
        ("The lid must never be opened.", "What must never be done with the lid?"),
        ("Clean the drum with vinegar.", "How must the drum be cleaned?"),
        ("Enter the code 44719 when asked.", "What should be done with the code 44719?"),
        ("The drum must be emptied after two days.", "What must be done with the drum?"),
        ("To open the menu, press the ring.", "Can you tell me how to open the menu?"),
        ("The number is printed on a label inside the lid.", "Could you tell me where the number is printed?"),
        ("The noise of the pump was measured at 41 decibels.", "What was the noise of the pump measured at?"),
        ("The light turns blue when the drum is ready.", "When does the light turn blue?"),
        ("The inside of the drum carries a grey coating.", "Do you know what the inside of the drum carries?"),
        ("If the code returns, call the service.", "What should be done if the code returns?"),
        ("If the lid is opened, the drum stops.", "Can you tell me what happens if the lid is opened?"),
        ("Error code E15 warns that the drum is hot.", "What does error code E15 mean?"),
        ("The machine comes with a warranty of 42 months.", "What warranty does the machine come with?"),
        ("The pump is connected to the valve.", "To what is the pump connected?"),
        ("The pump is driven by a small motor.", "By what is the pump driven?"),
        ("The slow cycle runs for 19 hours and keeps more moisture.", "How long does the slow cycle run?"),
        ("The slow cycle must be run for 19 hours.", "How long must the slow cycle be run?"),
        ("The pump does not open the valve.", "What does the pump not open?"),
    ],
)
def test_what_the_sentence_says(sentence: str, question: str) -> None:
    assert misfit(sentence, question) == ""


def test_names_keep_their_capital() -> None:
    assert misfit("Hot water cleans the drum.", "What does Hot water clean?", named=False)
    assert misfit("Marlin cleans the drum.", "What does Marlin clean?", named=True) == ""


@pytest.mark.parametrize(
    "phrase", ["larger jobs", "a more interesting difference", "the second part", "the last command", "another lid"]
)
def test_comparisons_do_not_stand_alone(phrase: str) -> None:
    assert not stands_alone(phrase)


@pytest.mark.parametrize(
    "phrase", ["the first start", "the second valve of the pump", "the larger", "the last Friday of May"]
)
def test_ordinals_with_what_they_count_do(phrase: str) -> None:
    assert stands_alone(phrase) is not phrase.endswith("larger")


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("Certain modules must be loaded in order for the mouse to work.", "ppp"),
        ("Loose parts could be obtained for example from the maker.", "ppp"),
        ("The child lock switches on when you turn the ring.", "v3p"),
        ("The kiln suite still leads the way.", "v3"),
        ("Software makers must give priority to the belt.", "mv"),
        ("A lamp is required at the system level.", "ppp"),
        ("The master waits until each pump stops.", "v3p"),
        ("A small part of the memory used for filters greatly reduces reads.", "vdp"),
    ],
)
def test_adverbs_and_idioms_are_no_objects(sentence: str, slot: str) -> None:
    assert slot not in spans(sentence)


def test_an_order_ends_at_the_next_one() -> None:
    sentence = "Empty the cup after every second cycle and pour the water down the sink."
    assert spans(sentence)["later"] == ("every second cycle",)


def test_what_is_checked_is_no_case() -> None:
    assert "cl" not in spans("During the start the pump checks if any of the valves need oil.")


def test_once_after_a_form_of_be_begins_no_clause() -> None:
    assert "cl" not in spans("Almost everything that was once food may go into the drum.")


@pytest.mark.parametrize(
    ("sentence", "attribute"),
    [
        ("The standard pump image has been compiled with a new valve.", "standard"),
        ("The composter works perfectly well without a telephone.", "phone"),
        ("The display is used by default.", "how"),
        ("The valve is not opened with a key.", "how"),
        ("A battery can be connected to preserve the clock.", "connects_to"),
        ("The board is laid out to keep both rails apart.", "storage"),
        ("Marlin 8 starts fast.", "speed"),
        ("Never put more than 2 kilograms into the drum.", "weight"),
        ("The first run takes 55 minutes and may smell of warm paint.", "warmup"),
        ("The slow cycle runs for 19 hours and keeps more moisture.", "kept_for"),
        ("The kiln keeps a diary of the last 64 cycles.", "shelf_life"),
        ("The interface is used unless you select another.", "protocol"),
        ("The installer runs on the fifth console.", "consumable"),
        ("Mara Brandt was the release manager during the first years.", "head"),
        ("The domain is provided by the core.", "condition"),
    ],
)
def test_attributes_need_a_value(sentence: str, attribute: str) -> None:
    assert attribute not in attributes(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["More news about the pump can be found in the annual report.", "The same effect can be achieved by hand."],
)
def test_that_something_can_be_found_needs_no_question(sentence: str) -> None:
    assert asked(sentence, korean=False) is None


def test_parts_of_addresses_are_no_words() -> None:
    text = "Here Marlin helps. See marlin.example or the marlin-pump tool or /marlin for Marlin and its lids."
    assert "Marlin" in names_in([text, "In the marlin-pump tool Marlin runs; for Marlin see marlin.example too."])


def test_what_is_counted_is_plural() -> None:
    assert spans("There are two time sources in a computer.")["unit"] == ("time sources",)
    assert "percent" in spans("The composter shrinks waste to 14 percent of its volume.")["unit"]


def test_there_stands_before_the_verb_in_indirect_questions() -> None:
    assert indirect("How many time sources are there in a computer?") == "how many time sources there are in a computer"
