"""Questions that the documents do not answer, and the honest answer to them.

Two sorts can be trusted without a model: a cell of a table that was left empty, and an attribute of a thing
where nothing that the documents say of the thing speaks of the attribute.
"""

from __future__ import annotations

import dataclasses
import re
import zlib
from collections import defaultdict
from typing import TYPE_CHECKING

from engine.dataset.words import content, stem, tokens
from engine.writers.base import Asked, Given, Wording
from engine.writers.kinds import UNANSWERABLE
from engine.writers.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.writers.base import Source

FIRST = 3000  # position in its chunk of the first unanswerable question
STYLE = "unanswerable"
REFUSED = re.compile(r"^(the (document|text|manual) does not say|not mentioned|언급되지 않|문서에 나와)", re.IGNORECASE)
_REFUSAL = {"ko": "문서에 나와 있지 않습니다."}
_WORDS = 2  # of a thing's name: one word alone, the light, may stand for many things
_MENTIONS = 2  # sentences that speak of a thing, at least: else it is hardly a subject of the documents
# Attributes of things, and the words by which a text may speak of one: any of them near the thing, and it is not asked.
_ATTRIBUTES: dict[str, tuple[str, str]] = {
    "weight": (r"weigh|kilo|gram|\bkg\b|\bg\b|heav|light|mass\b|pound|load", "How much does {} weigh?"),
    "price": (
        r"pric|cost|euro|dollar|pound|[€$£]|fee|charg|expens|cheap|pay|buy|sell|sold|order",
        "How much does {} cost?",
    ),
    "colour": (
        r"colou?r|white|black|\bred\b|green|blue|gr[ea]y|yellow|orange|brown|silver|dark|bright|transparent",
        "What colour is {}?",
    ),
    "material": (
        r"made (of|from)|material|steel|plastic|alumin|wood|glass|ceramic|\bcast\b|rubber|metal|cotton|cloth|paper|foam"
        r"|leather|iron|copper|brass|coat|fabric|silicon|charcoal",
        "What is {} made of?",
    ),
    "diameter": (
        r"diamet|wide|width|\bmm\b|\bcm\b|met(re|er)|size|dimension|thick|long|length|inch",
        "What diameter does {} have?",
    ),
    "manufacturer": (
        r"manufactur|made by|maker|produc|suppl|company|brand|built by",
        "Who is the manufacturer of {}?",
    ),
    "part number": (r"number|article|\bcode|\bno\.", "Which part number does {} have?"),
    "service life": (r"life|last|wear|year|month|replac|durab|hours", "How long is the service life of {}?"),
    "warranty period": (r"warrant|guarant", "How long is the warranty period of {}?"),
}
_OBJECT = re.compile(
    r"\b(located|attached|replace|clean|remove|mount|fitted|packed|place|install|insert|sits|hangs|slides|hold|carr(y|ies)|wash"
    r"|pull|lift|rinse|empty|screw|plug|turn)",
    re.IGNORECASE,
)


def refusal(language: str) -> str:
    """The answer where the documents have none."""
    return _REFUSAL.get(language, "The document does not say.")


def asked(questions: Sequence[str], language: str, position: int) -> Asked:
    """A fact whose answer is that there is none."""
    wordings = tuple(Wording(STYLE, question) for question in questions)
    return Asked(position, None, wordings, UNANSWERABLE, Given(refusal(language), None, ""))


def with_share(
    everything: Sequence[Source], chosen: Sequence[Source], share: float, seed: int, wordings: int
) -> list[Source]:
    """The chunks with so many unanswerable questions that they have their share of all facts, drawn by the seed.

    Those that rules read off empty cells are among the chosen chunks' facts already: what is not drawn is
    taken out. `everything` is what must not answer them.
    """
    plain = [dataclasses.replace(s, read=tuple(f for f in s.read if f.kind != UNANSWERABLE)) for s in chosen]
    if share <= 0:
        return plain
    number = round(share / (1 - share) * sum(sum(x.fact for x in s.sentences) + len(s.read) for s in plain))
    found = [(s.chunk_id, fact.wordings) for s in chosen for fact in s.read if fact.kind == UNANSWERABLE]
    found += _of_things(everything, {source.chunk_id for source in chosen})
    drawn = sorted(found, key=lambda one: zlib.crc32(f"{seed} {one[1][0].question}".encode()))[:number]
    more: dict[int, list[Asked]] = defaultdict(list)
    for source in plain:
        for chunk, words in drawn:
            if chunk == source.chunk_id:
                texts = [wording.question for wording in words[:wordings]]
                more[chunk].append(asked(texts, source.language, FIRST + len(more[chunk])))
    return [dataclasses.replace(source, read=(*source.read, *more[source.chunk_id])) for source in plain]


def _of_things(everything: Sequence[Source], chosen: set[int]) -> list[tuple[int, tuple[Wording, ...]]]:
    """Questions for attributes of things in the chosen chunks, each with the chunk that speaks of the thing first."""
    texts = [source.text.lower() for source in everything]
    found = []
    for name, (chunk, mentions) in _things(everything).items():
        if chunk not in chosen or len(mentions) < _MENTIONS or not any(map(_OBJECT.search, mentions)):
            continue
        words = content(name)
        near = [text for text in texts if words <= {stem(token) for token in tokens(text)}]
        head = stem(tokens(name)[-1])
        near += [text for text in texts if head in {stem(token) for token in tokens(text)} and text not in near]
        for attribute, (cue, own) in _ATTRIBUTES.items():
            if not any(re.search(cue, text) for text in near):
                forms = (
                    f"What is the {attribute} of {name}?",
                    own.format(name),
                    f"Can you tell me the {attribute} of {name}?",
                    f"Could you please tell me what the {attribute} of {name} is?",
                )
                texts_of = dict.fromkeys(forms)
                found.append((chunk, tuple(Wording(STYLE, question) for question in texts_of)))
    return found


def _things(everything: Iterable[Source]) -> dict[str, tuple[int, list[str]]]:
    """Things in the singular that English sentences are about: the chunk of the first, and all sentences."""
    found: dict[str, tuple[int, list[str]]] = {}
    for source in everything:
        if source.language not in ("en", ""):
            continue
        for sentence in source.sentences:
            for name in spans(sentence.text, named=sentence.named).get("np", ()) if sentence.fact else ():
                if re.fullmatch(r"the [a-z]+ [a-z]+", name) and len(content(name)) == _WORDS:
                    found.setdefault(name, (source.chunk_id, []))[1].append(sentence.text)
    return found
