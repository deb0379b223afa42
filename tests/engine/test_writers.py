"""What writers rest on: which sentences carry a fact, the question grammar, prompts, and finding a quote again."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from engine.project import Project
from engine.project import documents as stored
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher, Request
from engine.runtimes.gguf import load_gguf
from engine.writers import prompts
from engine.writers.base import Sentence, Source
from engine.writers.chat import locate
from engine.writers.clauses import is_instruction
from engine.writers.examples import Example
from engine.writers.facts import carries_fact, clean_sentence
from engine.writers.forms import STYLES, attributes, question_forms
from engine.writers.kinds import KINDS
from engine.writers.names import first_word, names_in
from engine.writers.opening import Wishes, open_writer
from engine.writers.question_grammar import question_grammar, question_words, sentence_words
from engine.writers.rewording import REWORDED
from engine.writers.sources import sources
from engine.writers.spans import spans
from engine.writers.starter import StarterWriter, _Try, is_starter
from engine.writers.verbs import verbs
from tests.engine.gguf_files import rewritten

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "text",
    [
        "The Brivolt 40 costs 320 euros.",
        "Press and hold Start for 5 seconds to reset the timer.",
        "Do not operate the unit above 40 °C.",
        "If the lamp flashes red, the tank is empty.",
        "Marlin has been based in Utrecht since 2004.",
        "E07 means that the pump is blocked.",
        "There are two filters in the box.",
        'The mode "Eco" saves up to 30 % of the energy.',
        "You can order spare parts by telephone on weekdays.",
        "The dry product is what this manual calls crumb.",
    ],
)
def test_statements_carry_a_fact(text: str) -> None:
    assert carries_fact(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Safety",
        "Technical data and dimensions",
        "It lasts 8 hours.",
        "This makes it easy to clean.",
        "These parts must be replaced every year.",
        "However, the pump may be used.",
        "How much does the pump cost?",
        "See chapter 5.",
        "This manual describes the Brivolt 40.",
        "All prices in this chapter include tax.",
        "Chapter 15, Cleaning the Pump contains some examples.",
        "The settings are described in chapter 4 in detail.",
        "and then press the button.",
        "Thank you for buying the Brivolt 40.",
        "12 14 16 18 volts 20.",
        "The following table lists all parts.",
        "word " * 70 + ".",
        "Specifies whether the lamp is on when the door is open.",
        "The server already supports [feature].",
        "The editor replaces those with the actual text.",
        "Another example is the Open Government Licence.",
        "The lack of such a document means that you rely on norms.",
        "Run the following commands to go to the folder.",
        "Pump, Valve, and Filter: This part consists of steel.",
        "Robotics and motion control platforms.",
        "Choosing Versions explains how to choose a version.",
        "If the chip in question is your controller, use a shield.",
        "Nonetheless, running a local server is useful.",
        "The host uses that information to command the board.",
        "The log is written when we commit a tablet.",
        "Suppose that three processes agree.",
        "The drum uses a similar motor.",
    ],
)
def test_fragments_and_pointers_do_not(text: str) -> None:
    assert not carries_fact(text, "en")


def test_korean_facts() -> None:
    assert carries_fact("탱크의 용량은 2.4리터입니다.", "ko")
    assert not carries_fact("기술 자료", "ko")
    assert not carries_fact("이것은 쉽게 청소할 수 있습니다.", "ko")
    assert not carries_fact("탱크의 용량은 얼마입니까?", "ko")


def test_sentences_are_cleaned() -> None:
    assert clean_sentence("• The **tank**\n holds `2 litres`.") == "The tank holds 2 litres."
    assert clean_sentence("3. Press [Start](#start).") == "Press Start."
    assert clean_sentence("2.5 litres fit into the tank.") == "2.5 litres fit into the tank."


def test_sentences_know_whether_a_name_begins_them(project_path: str) -> None:
    """By the whole document, not only by the chunk they stand in."""
    pages = ("Anki keeps the cards. Cards are red.", "Open Anki and look at the cards.")
    with Project(project_path) as project:
        stored.add(
            project,
            stored.Document(0, "x", "x", "text", "", "en", "read", "", 0, 0),
            [stored.Page(0, number, page, "read", "") for number, page in enumerate(pages, start=1)],
            [stored.Chunk(0, 0, 0, 1, 0, 1, len(pages[0]), pages[0], 20)],
        )
        (source,) = sources(project)
    assert [(s.text, s.named) for s in source.sentences] == [("Anki keeps the cards.", True), ("Cards are red.", False)]


def test_further_wordings_must_be_surer_than_the_only_one() -> None:
    sentence = Sentence("The pump of the kiln costs 40 euros.", "", 1, 1, 0, 36, fact=True)
    likely = _Try("ask", "How much does the pump of the kiln cost?", 0.7, 0.2)
    sure = _Try("ask which", "Which price does the pump of the kiln have?", 0.9, 0.3)
    with closing(StarterWriter(load_gguf(starter_gguf()), wordings=4, seed=0)) as writer:

        def asked(tries: list[_Try]) -> list[str]:
            return [w.question for w in writer._chosen(sentence, tries, {})[0] if w.style != REWORDED]

        assert asked([likely]) == [likely.question]
        assert asked([likely, sure]) == [sure.question]
        wordings = writer._chosen(sentence, [likely], {})[0]
        assert [w.style for w in wordings] == ["ask", REWORDED, REWORDED, REWORDED]
        assert wordings[1].question == "What does the pump of the kiln cost?"
        unsure = _Try("ask", likely.question, 0.2, 0.0001)
        ((refused,), _) = writer._chosen(sentence, [unsure], {})
    assert "probability 0.20" in refused.doubt


def test_sentences_know_their_place(project_path: str) -> None:
    """Also those that go on overleaf, and those that two overlapping chunks have."""
    pages = ("Heading\nThe pump costs 40 euros. The tank of the machine holds two", "litres of water. The lamp is red.")
    with Project(project_path) as project:
        text = f"{pages[0]} {pages[1][:16]}"
        document = stored.Document(0, "x", "x", "text", "", "en", "read", "", 0, 0)
        stored.add(
            project,
            document,
            [stored.Page(0, number, page, "read", "") for number, page in enumerate(pages, start=1)],
            [
                stored.Chunk(0, 0, 0, 1, 0, 2, 16, text, 20),
                stored.Chunk(0, 0, 1, 1, 8, 1, 33, pages[0][8:33], 20),
                stored.Chunk(0, 0, 2, 2, 17, 2, len(pages[1]), pages[1][17:], 5),
            ],
        )
        first, second, third = sources(project)
    assert [(s.text, s.page, s.start, s.end, s.fact) for s in first.sentences] == [
        ("Heading", 1, 0, 7, False),
        ("The pump costs 40 euros.", 1, 8, 32, True),
        ("The tank of the machine holds two litres of water.", 1, 33, len(pages[0]), True),
    ]
    assert second.sentences == ()
    assert [(s.text, s.page, s.start, s.end) for s in third.sentences] == [("The lamp is red.", 2, 17, 33)]
    assert pages[1][17:33] == third.sentences[0].quote


def test_words_of_a_sentence() -> None:
    words = sentence_words("The filters of the Brivolt 40 weighed 2.4 kg, carried by E-12.")
    assert {"filter", "weigh", "carry", "Brivolt", "40", "2.4", "E-12"} <= words
    assert "brivolt" not in words


def test_question_grammar_allows_only_the_document_s_words() -> None:
    """Held to the grammar, a model can neither garble a number nor bring in a word of its own."""
    sentence = "The cartridge of the Quexolim 73 holds 2.45 litres."
    allowed = {word.lower() for word in question_words() | sentence_words(sentence)}
    with load_gguf(starter_gguf()) as model, Batcher(model, sequences=8, cells=2048) as batcher:
        asked = tuple(model.prompt([{"role": "user", "content": sentence}]))
        requests = [
            Request(asked, 40, temperature=3.0, seed=seed, grammar=question_grammar(sentence)) for seed in range(8)
        ]
        for completion in batcher.write(requests):
            words = completion.text.replace("?", " ").replace(",", " ").replace(". ", " ").split()
            whole = words if completion.finish == "stop" else words[:-1]
            assert {word.lower() for word in whole} <= allowed
            assert completion.finish == "length" or completion.text.endswith("?")


def test_prompts_keep_what_a_person_says() -> None:
    system, user = prompts.messages(
        "ask",
        "en",
        topic="prices in $",
        instructions="Ask $briefly.",
        kinds=("fact", "why"),
        examples=(Example("What does it cost in $?", "", "It costs $9."),),
        text="It costs $5.",
        count="2",
        wanted="why, fact",
    )
    assert "- why: a reason" in str(system.content)
    assert "Question: What does it cost in $?" in str(system.content)
    assert "Answer: It costs $9." in str(system.content)
    assert "prices in $" in str(system.content)
    assert "Ask $briefly." in str(system.content)
    assert "It costs $5." in str(user.content)
    assert str(user.content).endswith("Write 2 different questions that this text answers.")
    plain, _ = prompts.messages("ask", "fr", topic="", instructions="", text="x", count="2", wanted="fact")
    assert "topic" not in str(plain.content)


@pytest.mark.parametrize("language", prompts.LANGUAGES)
@pytest.mark.parametrize(
    ("task", "values"),
    [
        ("ask", {"text": "T", "count": "2", "wanted": "fact"}),
        ("unanswerable", {"text": "T", "count": "1"}),
        ("answer", {"text": "T", "question": "Q", "beside": "X"}),
        ("wordings", {"question": "Q", "count": "3"}),
    ],
)
def test_every_prompt_can_be_filled(language: str, task: str, values: dict[str, str]) -> None:
    said: dict[str, Any] = {"topic": "a", "instructions": "b", **values}
    shown = (Example("Where is it?", "", "In Bonn."),)
    system, user = prompts.messages(task, language, **said, kinds=KINDS, examples=shown)
    assert "$" not in str(system.content) + str(user.content)
    assert ("In Bonn." in str(system.content)) == (task != "wordings")
    assert all(value in str(user.content) for value in values.values())


def test_a_quote_is_found_again() -> None:
    texts = ["The pump costs 40 euros.", "The tank  holds\n2.4 litres of clean water."]
    sentences = tuple(
        Sentence(" ".join(text.split()), text, 1, 1, 100 * i, 100 * i + len(text), fact=True)
        for i, text in enumerate(texts)
    )
    shown = [Source(1, "en", " ".join(texts), sentences)]
    for quote in (
        "holds 2.4 litres",
        "The tank holds 2.4 litres of clean water",
        "The tank hold 2.4 litres of clean water.",
    ):
        evidence = locate(quote, shown)
        assert evidence is not None
        assert evidence.quote == texts[1]
    assert locate("The lamp is yellow and bright.", shown) is None
    both = tuple(
        Sentence(text, text, 1, 1, start, start + len(text), fact=True)
        for text, start in (("The pump is red.", 0), ("The tank is blue.", 17))
    )
    row = locate("The pump is red. The tank is blue.", [Source(1, "en", "The pump is red.\nThe tank is blue.", both)])
    assert row is not None
    assert (row.start, row.end, row.quote) == (0, 34, "The pump is red.\nThe tank is blue.")
    assert locate("", shown) is None


def test_a_starter_is_known_by_vocabulary_and_template(tmp_path: Path) -> None:
    with load_gguf(starter_gguf()) as model:
        assert is_starter(model)
    template = "{% for m in messages %}[{{m['role']}}]{{m['content']}}{% endfor %}"
    path = rewritten(starter_gguf(), tmp_path / "chat.gguf", {"tokenizer.chat_template": template})
    writer = open_writer(path, Wishes())
    assert (writer.kind, writer.knows("ko")) == ("chat", True)
    writer.close()


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("The water filter of the Brivolt 40 must be replaced every 60 days.", {"the water filter of the Brivolt 40"}),
        (
            "A fully charged battery powers the spectrometer for 11 hours.",
            {"a fully charged battery", "the spectrometer"},
        ),
        ("Error E12 means that the internal shutter is stuck.", {"error E12"}),
        ("Ingrid Solheim is responsible for customer service.", {"customer service"}),
        ("Clean the window with a lint-free cloth.", {"the window"}),
        ("The replacement of a lost card costs 3 pounds.", {"the replacement of a lost card"}),
        ("Tormund Optics introduced the Aurelia FS-200 in March 2019.", {"Tormund Optics", "the Aurelia FS-200"}),
        ("Suggestions for new books can be sent to the desk.", {"suggestions for new books"}),
    ],
)
def test_what_a_sentence_is_about(sentence: str, phrases: set[str]) -> None:
    assert phrases <= set(spans(sentence)["np"])


def test_other_spans() -> None:
    press = spans("Press and hold Start for 5 seconds to reset the timer.")
    assert "reset the timer" in press["vp"]
    assert press["unit"] == ("seconds",)
    warning = spans("If the sample is too dark, the display shows a warning.")
    assert warning["cl"] == ("the sample is too dark",)
    assert "show" in warning["v3"]
    assert spans("A member may borrow up to 15 items.")["mv"] == ("borrow",)
    assert spans("") == {}


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("The price of a drum includes the delivery.", {"the price of a drum"}),
        ("The light around the display turns blue.", {"the light", "the light around the display"}),
        ("During a cycle the composter shrinks the waste.", {"the composter"}),
        ("Electrical safety concerns correct voltage and earthing.", {"electrical safety"}),
        ("GET requests return a page.", {"GET requests"}),
        ("In the closed drum, fresh granules need 26 hours.", {"fresh granules"}),
        ("On top of the board sits a lidar.", set()),
        ("There are no plans to sell the company.", set()),
        ("Press the ring for six seconds.", set()),
    ],
)
def test_who_does_what_the_verb_says(sentence: str, subjects: set[str]) -> None:
    assert set(spans(sentence).get("sub", ())) == subjects


def test_names_keep_their_capital() -> None:
    text = "Open Anki first. Decks of Anki are shared, and decks are free."
    names = names_in([text, "The Deck is red, Anki is not."])
    assert names == {"Anki"}
    assert first_word("“Anki” syncs.") == "Anki"
    assert "anki" not in question_forms("Anki replaces the field.", "ask", named=True)
    assert '"anki"' in question_forms("Anki replaces the field.", "ask")
    assert spans("RF emissions reduce the range.")["sub"] == ("RF emissions",)


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("Interviewers wait 5 minutes for a candidate.", "v0"),
        ("A lot of antennas come labeled with a frequency.", "v0"),
        ("The context created by meetings degrades in many teams.", "vdp"),
        ("The modules must be enabled for them to be measured.", "ppp"),
        ("The environment metrics supports a limited amount of fields.", "subs"),
        ("The next three buttons allow alignment.", "sub"),
        ("When you're done, proceed to the final step.", "cl"),
        ("When you add the above note, the program makes two cards.", "cl"),
        ("Even if you know the sender, do not open the attachment.", "cl"),
        ("The relay is active when the pin is low.", "cl"),
        ("The day should end at 5.", "mv"),
        ("The structure doesn’t have a lot of support.", "v0"),
        ("For our community, we have a free edition.", "opening"),
        ("You're free to purchase a chair.", "sub"),
        ("On the firmware end, nothing special needs to happen.", "sub"),
        ("The baud rate has no impact on the rate of the controller.", "v3"),
        ("Starting the process can be hard if you have a large code base.", "v0"),
        ("Do not use your personal link for the call.", "ingok"),
        ("Similar to the direct journey the prospect buys through a partner.", "sub"),
        ("Observe polarity and use only the specified battery.", "sub"),
        ("Perform initial tests on a bench with a current limit.", "sub"),
        ("In practice, message blocks sent from the board never contain more than one response.", "v3"),
        ("Windows users may have trouble running the program.", "mv"),
        ("The transistor makes sure that the signal is inverted.", "v3"),
        ("The plug-in takes care of the monitoring.", "v3"),
        ("A stepper motor moves by cycling through a series of phases.", "v3p"),
        ("Additional packages will be required as discussed later.", "ppp"),
        ("Changes should be made only when the topology is fully defined.", "cl"),
        ("Do not open the lid unless the drum has stopped.", "cl"),
        ("Read the manual to operate correctly.", "vp"),
        ('Untick "Auto update graph" to pause the plotter and analyze the data.', "v0"),
        ("Integers close to zero use less bytes.", "v0p"),
        ("A script to configure the computer exists in the repository.", "v3p"),
        ("The current branch of the library is required.", "bpp"),
        ("After a while, the robot should start moving in the room.", "mv"),
        ("Station software can choose to either switch or wait.", "mvp"),
        ("Copy the key to use for configuring the node.", "vp"),
        ("After a short while, the robot should stop.", "later"),
        ("Boxes with a small area are filtered out.", "bpp"),
        ("The recommended value is 2048.", "sub"),
    ],
)
def test_spans_nobody_should_ask_with(sentence: str, slot: str) -> None:
    assert slot not in spans(sentence)


@pytest.mark.parametrize(
    ("sentence", "attribute", "states"),
    [
        ("The meeting is 25 minutes.", "is_what", False),
        ("The maximum load of the tray is 5 kg.", "is_what", True),
        ("The merlin is a small falcon.", "is_what", True),
        ("The chip is only equipped with a radio.", "is_what", False),
        ("The GitHub Help Wanted issue is closed.", "purpose", False),
        ("The system is designed to be simple.", "purpose", False),
        ("The valve can be used to drain the tank.", "purpose", True),
        ("Connect to the remote node.", "connects_to", False),
        ("Connect the hose to the tap.", "connects_to", True),
        ("Do not download the drivers unless required to install support.", "procedure", False),
        ("A local database is required (this is the default).", "is_what", False),
        ("A greater number of codecs is desirable.", "is_what", False),
        ("Providing the speed is a given, the player works.", "is_what", False),
        ("The deck needs to be mounted on the drone.", "consumable", False),
        ("Click the Connect button.", "button", False),
        ("Press the Start button to begin.", "button", True),
        ("You can return to the list at any time.", "active", False),
        ("A technician must replace the filter every year.", "active", True),
        ("Spreadsheets are a powerful tool only if the rows are sorted.", "defines", False),
        ("A merlin is a small falcon.", "defines", True),
        ("Place a piece of blue tape on the bed.", "colour", False),
        ("The lamp is dark blue at night.", "colour", True),
        ("Hold the antenna up, minimizing material near the radio.", "material", False),
        ("The distance between the minimum and the maximum is called range.", "min_setting", False),
        ("The file contains what will be needed during installation.", "consumable", False),
        ("The meeting is 25 minutes and a recording is kept for staff.", "staff", False),
        ("The workshop has twelve employees.", "staff", True),
        ("Issues should avoid updates of the repository.", "warning", False),
    ],
)
def test_attributes_that_look_alike(sentence: str, attribute: str, states: bool) -> None:
    assert (attribute in attributes(sentence)) is states


def test_an_action_ends_where_its_sentence_goes_on() -> None:
    assert "vp" not in spans("In order to get good quality prints the printer should be calibrated.")
    assert "vp" not in spans("Remind everyone to arrange a microphone.")
    assert spans("In order to get good prints, calibrate the printer.")["vp"] == ("get good prints",)
    assert spans("Working remotely offers flexibility.")["sub"] == ("working remotely",)
    assert "vp" not in spans("Select the backup you wish to restore from.")
    assert spans("Specifically the pump supports two modes.")["sub"] == ("the pump",)
    assert is_instruction("Be patient when errors occur.")
    assert is_instruction("Avoid blindspots in design by asking users.")
    assert not is_instruction("Use cases are stories.")


def test_clauses_without_a_subject_are_not_asked_about() -> None:
    assert "cl" not in spans("When first started, the server stores its configuration.")
    assert "cl" not in spans("If needed, replace the filter.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The republisher node is used to achieve this.",
        "The service names above have to be changed.",
        "The rest of the manual uses these names throughout.",
    ],
)
def test_a_sentence_that_leans_on_others_carries_no_fact(sentence: str) -> None:
    assert not carries_fact(sentence, "en")


def test_attributes_of_a_sentence() -> None:
    assert {"price"} <= attributes("The pump costs 40 euros.")
    assert "price" not in attributes("The pump weighs 4 kilograms.")
    assert {"replacement", "how_often"} <= attributes("The filter must be replaced every 60 days.")
    assert "location" in attributes("The fuse is located under the cover.")
    assert "location" not in attributes("The library is closed on Sundays.")


@pytest.mark.parametrize("style", STYLES)
def test_every_question_form_is_kept(style: str) -> None:
    """What a model writes under the forms of a style starts and ends as a question and names the sentence's thing."""
    sentence = "The water filter of the Quexolim 73 must be replaced every 60 days."
    with load_gguf(starter_gguf()) as model, Batcher(model, sequences=8, cells=2048) as batcher:
        asked = tuple(model.prompt([{"role": "user", "content": sentence}]))
        requests = [
            Request(asked, 150, temperature=2.0, seed=seed, grammar=question_forms(sentence, style))
            for seed in range(6)
        ]
        for completion in batcher.write(requests):
            assert completion.finish == "stop"
            assert completion.text.endswith("?")
            assert any(name in completion.text for name in ("filter", "Quexolim 73"))


def test_forms_follow_the_grammatical_number() -> None:
    assert "What does " in question_forms("The lid covers the tank.", "ask")
    rules = question_forms("The lids of the tanks cover them.", "ask")
    assert "npp ::=" in rules


def test_a_sentence_without_a_noun_phrase_has_no_forms() -> None:
    assert question_forms("It is so.", "ask") == ""


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("stopped", "stop"),
        ("replaces", "replace"),
        ("carried", "carry"),
        ("written", "write"),
        ("committing", "commit"),
        ("preferred", "prefer"),
        ("dying", ""),
    ],
)
def test_forms_of_verbs(form: str, plain: str) -> None:
    assert [verb.plain for verb in verbs().get(form, [])] == ([plain] if plain else [])
