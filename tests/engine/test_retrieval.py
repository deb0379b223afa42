"""Tokens, latent vectors, the word match and fusion: what each finds, and what it must not find."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from engine.errors import HoneError, JobCancelled
from engine.retrieval import latent
from engine.retrieval.fusion import marginal_relevance, reciprocal_rank_fusion
from engine.retrieval.tokenise import mostly_wide, pairs, pieces, query_tokens, tokens
from engine.retrieval.words import WordIndex

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    "The pump moves water from the tank to the heater. Descale the pump every three months.",
    "The warranty covers broken parts for two years. Send the receipt to the service office.",
    "Clean the filter under running water and let it dry before you put it back.",
    "세척 펌프는 물탱크의 물을 히터로 보냅니다. 펌프는 석 달마다 청소해야 합니다.",
    "보증 기간은 구입일로부터 2년입니다. 영수증을 서비스 센터로 보내 주십시오.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Copies of the valve's filters", ["copi", "of", "the", "valv", "filter"]),
        ("2.4 litres", ["2.4", "litr"]),
        ("The HX-200 reads read_line", ["the", "hx", "200", "read", "read", "lin", "hx-200", "read_line"]),
        ("필터를 청소하려면", ["필터", "터를", "청소"]),
        ("물", ["물"]),
        ("東京の水", ["東京", "京の", "の水"]),
        ("Ｐｕｍｐ", ["pump"]),
        ("Насосы", ["насосы"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    "forms", ["copy copies copied copying", "valve valves", "string strings", "run runs running", "process processes"]
)
def test_inflections_share_a_token(forms: str) -> None:
    assert len({tuple(tokens(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How can I use the pump?", ["pump"]),
        ("How is it?", ["how", "is", "it"]),
        ("while let은 무엇인가요?", ["whil", "let"]),
        ("필터는 어떻게 교체하나요?", ["필터", "터는", "교체"]),
    ],
)
def test_the_frame_of_a_question_is_left_out(question: str, expected: list[str]) -> None:
    assert query_tokens(question) == expected


def test_decomposed_hangul_is_the_same_word() -> None:
    assert tokens(unicodedata.normalize("NFD", "필터 교체")) == tokens("필터 교체") == ["필터", "교체"]


def test_particles_and_questions_keep_the_noun() -> None:
    for wording in ("펌프는", "펌프를", "펌프에서", "펌프인가요"):
        assert "펌프" in tokens(wording)


@given(st.text())
def test_tokens_are_never_empty_or_spaced(text: str) -> None:
    assert all(token and not token.isspace() and token == token.lower() for token in tokens(text))


@given(st.text(alphabet="가나다라", min_size=2, max_size=9))
def test_pairs_cover_every_character(run: str) -> None:
    found = pairs(run)
    assert found[0][0] + "".join(pair[1] for pair in found) == run


def test_korean_with_names_is_korean() -> None:
    assert mostly_wide("Rc<T> 타입은 std::mem::drop 함수로 버립니다")
    assert not mostly_wide("The word 가 is a particle in Korean grammar")
    assert not mostly_wide("12.5")


def test_words_find_what_shares_a_token_and_nothing_else() -> None:
    index = WordIndex.of(TEXTS)
    assert index.ranking("receipt for the warranty", 5) == [1]
    assert index.ranking("보증은 몇 년인가요?", 5) == [4]
    assert set(index.ranking("water", 5)) == {0, 2}
    assert index.ranking("giraffe", 5) == []


def test_a_chance_word_is_no_match() -> None:
    """All of them have "water"; only one has all three words."""
    texts = ["water pump heater", "water", "water glass", "water lily"]
    assert WordIndex.of(texts).ranking("water for the pump and the heater", 4) == [0]


def test_a_word_of_every_chunk_still_counts() -> None:
    """BM25Okapi gives 0 to a word that half of the documents have; BM25Plus does not."""
    index = WordIndex.of(["pump seal", "pump filter"])
    assert index.ranking("pump", 5) == [0, 1]
    assert index.ranking("pump filter", 5) == [1]


def test_nothing_to_index() -> None:
    assert WordIndex.of(["...", "—"]).ranking("pump", 5) == []
    with pytest.raises(HoneError, match="no words"):
        latent.fit(["...", "—"], 16)


@given(
    st.lists(
        st.lists(st.sampled_from(["pump", "seal", "valve", "lid", "cup", "hx-7", "물", "필터"]), max_size=7),
        max_size=12,
    ),
    st.lists(st.sampled_from(["pump", "seals", "valve", "lid", "gasket", "hx-7", "물"]), max_size=5),
    st.integers(1, 6),
)
def test_word_scores_are_those_of_the_library(rows: list[list[str]], words: list[str], limit: int) -> None:
    """rank-bm25 gives its base score to every chunk; of those that share a word, the order is the same."""
    texts, query = [" ".join(row) for row in rows], " ".join(words)
    found = WordIndex.of(texts).ranking(query, limit)
    corpus, asked = [tokens(text) for text in texts], query_tokens(query)
    if not any(corpus):
        assert found == []
        return
    library = BM25Plus(corpus, k1=0.9, b=0.25)
    sharing = [number for number, row in enumerate(corpus) if set(asked) & set(row)]
    base = sum(library.idf.get(word, 0) for word in asked)
    scores = library.get_scores(asked) - base
    best = max((scores[number] for number in sharing), default=0)
    wanted = [number for number in sharing if scores[number] >= 0.65 * best - 1e-9]
    assert set(found) <= set(wanted)
    assert len(found) == min(limit, len(wanted))
    assert [scores[number] for number in found] == pytest.approx(sorted(scores[wanted], reverse=True)[: len(found)])


def test_a_word_index_is_read_as_it_was_saved(tmp_path: Path) -> None:
    index = WordIndex.of(TEXTS)
    index.save(tmp_path)
    again = WordIndex.load(tmp_path, len(TEXTS))
    assert again.numbers == index.numbers
    assert again.ranking("the pump and the warranty", 5) == index.ranking("the pump and the warranty", 5)
    with pytest.raises(ValueError, match="does not fit"):
        WordIndex.load(tmp_path, len(TEXTS) + 1)


@given(st.text(alphabet="aB'’9_-/.,  \n\xa0\u3000\x1fÉe\u0301Σς가나漢", max_size=16))
def test_no_token_goes_on_over_white_space(text: str) -> None:
    """The word index remembers the tokens of what stands between."""
    assert sorted(tokens(text)) == sorted(token for part in text.split() for token in tokens(part))


def test_building_the_word_index_can_be_stopped() -> None:
    def stop() -> None:
        raise JobCancelled

    with pytest.raises(JobCancelled):
        WordIndex.of(TEXTS, stop)


@given(st.text(alphabet="aB'’9_-/., ", max_size=16))
@example("a-b-2")
@example("9/z")
def test_ascii_is_cut_as_any_other_text(text: str) -> None:
    """It takes a shorter way."""
    assert pieces(text) == pieces(f"{text} \u2014")
    assert sorted(tokens(text)) == sorted(tokens(f"{text} \u2014"))


def test_latent_vectors_are_unit_and_repeatable() -> None:
    embedder, vectors = latent.fit(TEXTS, 16)
    again, same = latent.fit(TEXTS, 16)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors, same)
    assert np.array_equal(embedder.projection, again.projection)
    assert np.allclose(embedder.embed(TEXTS), vectors, atol=1e-5)


def test_latent_vectors_join_inflections_and_leave_strangers_at_zero() -> None:
    embedder, vectors = latent.fit(TEXTS, 16)
    assert int(np.argmax(embedder.embed(["descaling pumps"]) @ vectors.T)) == 0
    assert int(np.argmax(embedder.embed(["영수증은 어디로 보내나요?"]) @ vectors.T)) == 4
    assert not embedder.embed(["zzz"]).any()
    assert len(embedder.embed_query("pump")) == vectors.shape[1]


def test_words_that_occur_beside_the_same_others_are_near() -> None:
    """No sentence has both words, and no character of one is in the other: only the company they keep is shared."""
    texts = [f"The {word} burns fuel in every cold winter night." for word in ("stove", "furnace")] * 6
    texts += [f"Our {word} sings in every green summer tree." for word in ("robin", "finch")] * 6
    embedder, _ = latent.fit(texts, 2)
    stove, furnace, robin = embedder.embed(["stove", "furnace", "robin"])
    assert float(stove @ furnace) > 0.8
    assert float(stove @ robin) < 0.3


@pytest.mark.parametrize("texts", [["one"], ["pump", "pump"], ["a b", "c"]])
def test_tiny_documents(texts: list[str]) -> None:
    embedder, vectors = latent.fit(texts, 256)
    assert len(vectors) == len(texts)
    assert float((embedder.embed([texts[0]]) @ vectors[0])[0]) == pytest.approx(1, abs=1e-3)


def test_fusion_weighs_ranks() -> None:
    fused = reciprocal_rank_fusion([([7, 8], 0.7), ([8, 9], 0.3)])
    assert [number for number, _ in fused] == [8, 7, 9]
    assert dict(fused) == pytest.approx({7: 0.7 / 61, 8: 0.7 / 62 + 0.3 / 61, 9: 0.3 / 62})
    assert reciprocal_rank_fusion([([], 0.7), ([3], 0.3)]) == [(3, 0.3 / 61)]


def test_marginal_relevance_puts_a_copy_back() -> None:
    vectors = np.array([[1, 0], [1, 0], [0.8, 0.6]], dtype=np.float32)
    similarity = np.array([1.0, 1.0, 0.8], dtype=np.float32)
    assert marginal_relevance(similarity, vectors, 1.0) == [0, 1, 2]
    assert marginal_relevance(similarity, vectors, 0.4) == [0, 2, 1]
    assert marginal_relevance(similarity[:0], vectors[:0], 0.5) == []


@given(st.lists(st.floats(0, 1, width=32), max_size=8), st.floats(0, 1))
def test_marginal_relevance_keeps_every_candidate(values: list[float], relevance: float) -> None:
    similarity = np.array(values, dtype=np.float32)
    vectors = np.eye(len(values), 8, dtype=np.float32)
    assert sorted(marginal_relevance(similarity, vectors, relevance)) == list(range(len(values)))
