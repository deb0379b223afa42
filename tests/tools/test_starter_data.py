"""The training data of the starter model is well-formed and the same on every run."""

from __future__ import annotations

from random import Random

import pytest

from tools.starter import facts, rules, styled
from tools.starter.text import good, paragraphs

SENTENCES = {
    "The vertical axis shows the exchange rate for dollars.": "What does the vertical axis show?",
    "The b term is called the y-intercept.": "What is the b term called?",
    "A trade imbalance is a situation with a net inflow of capital.": "What is a trade imbalance?",
    "If oranges get cheaper, people buy more of them.": "What happens if oranges get cheaper?",
    "To construct the table, plug in a series of values.": "How can one construct the table?",
    "Zero elasticity refers to the extreme case.": "What does zero elasticity refer to?",
    "The house was built in 1998 by a local firm.": "When was the house built?",
    "The release notes include a list of changes.": "What do the release notes include?",
}


def drawn(seed: int, count: int) -> list[facts.Fact]:
    rng = Random(seed)
    return [fact for _ in range(count) for fact in facts.random_facts(rng, 2)]


@pytest.mark.parametrize(("sentence", "question"), SENTENCES.items())
def test_rules_ask_for_what_the_sentence_says(sentence: str, question: str) -> None:
    asked = rules.ask(sentence)
    assert asked is not None
    assert asked.plain == question


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a situation with a net inflow of capital.",
        "Average costs are typically low on a graph.",
        "When it rains, the shop is closed.",
        "Such rules apply everywhere.",
    ],
)
def test_rules_stay_silent_when_the_subject_is_unclear(sentence: str) -> None:
    assert rules.ask(sentence) is None


def test_styled_questions_about_sentences_differ_from_the_plain_one() -> None:
    rng = Random(2)
    for sentence in SENTENCES:
        asked = rules.ask(sentence)
        assert asked is not None
        for style in facts.STYLES[1:]:
            text = styled.styled(rng, asked, style)
            assert text != asked.plain
            assert text[0].isupper()
            assert text[-1] in "?."


def test_facts_are_the_same_for_the_same_seed() -> None:
    def listing(seed: int) -> list[str]:
        rng = Random(seed)
        return [q for fact in drawn(seed, 40) for _, q in facts.questions(rng, fact, 6)]

    assert listing(4) == listing(4)
    assert listing(4) != listing(5)


def test_every_sentence_holds_its_value_and_no_slot_stays_open() -> None:
    rng = Random(6)
    for fact in drawn(6, 1000):
        sentence = fact.sentence()
        assert fact.value.lower() in sentence.lower()
        for text in (sentence, *(q for _, q in facts.questions(rng, fact, 6))):
            assert not set("{}[]") & set(text), text
            assert text[0].isupper() or text[0] in "$€£±-" or not text[0].isalpha(), text


def test_every_question_names_its_subject() -> None:
    rng = Random(8)
    for fact in drawn(8, 500):
        own = fact.attribute.kinds[0] == "own" and fact.attribute.name != "auto"
        names = [fact.slots[k] for k in ("C", "B", "O", "X", "H") if fact.slots.get(k)] if own else list(fact.variants)
        heads = {name.split()[-1].lower() for name in names}
        for _, text in facts.questions(rng, fact, 6):
            assert any(head in text.lower() for head in heads), (text, names)


def test_the_value_is_never_given_away_by_the_question() -> None:
    rng = Random(9)
    for fact in drawn(9, 500):
        if len(fact.value) > 6 and fact.value.lower() not in fact.subject.lower():
            for _, text in facts.questions(rng, fact, 6):
                assert fact.value.lower() not in text.lower(), text


def test_the_tables_offer_several_forms_and_wordings() -> None:
    attributes = facts.attributes()
    assert len(attributes) >= 100
    assert len({a.name for a in attributes}) == len(attributes)
    for a in attributes:
        assert len(a.forms) >= 3, a.name
        assert len(a.nouns) + len(a.indirect) + len(a.otherwise) + len(a.user) + len(a.which) >= 6, a.name


def test_paragraphs_leave_figures_and_code_out() -> None:
    xml = "<para>One <emphasis>short</emphasis> line.<figure><para>No.</para></figure></para>"
    assert [" ".join(p.split()).replace("\u0000", "").strip() for p in paragraphs(xml, ".cnxml")] == ["One short line."]
    assert list(paragraphs("Some text.\n\n```\ncode\n```\n", ".md"))[0] == "Some text."
    assert good("This is a plain sentence of prose.")
    assert not good("x = 4 + 12345 / 678.")
