"""Korean words without their particles, and which of them may be names of persons."""

from __future__ import annotations

import functools
import re

_PARTICLE_WORDS = (
    "은 는 이 가 을 를 과 와 의 에 에서 에게 에게서 께 께서 로 으로 도 만 까지 부터 마다 보다 처럼"
    " 이나 나 이라 라 이란 란 입니다 이다 이며 이고 이었습니다 였습니다 이었다 였다 에는 에서는 에도 으로는"
    " 로는 으로만 로만 이라는 라는 인 일 씩 뿐 밖에 하고 이라고 라고 들 들이 들은 들을 들의 에서만 에만"
    " 까지는 부터는 께서는 이에요 예요 이지만 지만"
)
_PARTICLES = sorted(
    _PARTICLE_WORDS.split(),
    key=len,
    reverse=True,
)
# Verbs and adjectives as they end a sentence or stand before a noun.
_PREDICATE = re.compile(
    r"(?:니다|시오|세요|까요|나요|어요|아요|해야|어야|아야|하는|되는|있는|없는|하고|되고|하며|되며|하면|되면|려면|어서|아서|해서|하여|지만|도록"
    r"|하게|한다|된다|었다|았다|했다|됩니|하지|되지|거나|든지|면서|는지|던|했던|하기|되기|하려|켜|쓸|할|될|한|된)$"
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도석선설마길연위표명기반"
)
_TITLE = (
    "박사|과장|대표|강사|선생|선생님|씨|팀장|부장|상담사|교수|제빵사|사서|원장|소장|대장|천문대장|감독|작가|화학자|제본가|기사|의사|연구원"
    "|연구가|관장|회장|사장|이사|대리|사원|변호사|기자|시인|화가|기술자|설계자|장인|목사|지휘자|간호사|주임"
)
_NAMED = re.compile(
    rf"(?:(?:{_TITLE})(?:인|이자)?\s)(?P<after>[가-힣]{{3}})(?=(?:은|는|이|가|을|를|과|와|의|에게|께서|께|입니다|이며|이고|이었습니다|였습니다|이에요)?"
    rf"(?![가-힣]))|(?P<before>[가-힣]{{3}})\s(?:{_TITLE})(?=(?:은|는|이|가|을|를|과|와|의|에게|께서|께|님|였|이|입)|[.,\s]|$)"
)
_BARE = re.compile(
    r"(?<![가-힣])(?P<bare>[가-힣]{3})(?=(?:은|는|이|가|을|를|과|와|의|에게|께서|입니다|이었습니다|였습니다|이에요|예요)(?![가-힣]))"
)
_NOUN_ENDINGS = frozenset(
    "원실장기관계법문서류비료금회사소대점집방길역시군구도면리동산강물품질량수치율력성화복색빛손발눈일날달해분초개권명번호팀과부처럼"
)


@functools.lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """A word without its particle; '' for a verb, which carries no name."""
    if _PREDICATE.search(word) and not word.endswith(("입니다", "였습니다", "이었습니다")):
        return ""
    for particle in _PARTICLES:
        if word.endswith(particle) and len(word) - len(particle) >= 2:
            return word[: -len(particle)]
    return word


def nouns(text: str) -> list[str]:
    """Roots of two syllables and more, in order."""
    found = (root(word) for word in re.findall(r"[가-힣]+", text))
    return [word for word in found if len(word) >= 2]


def person_names(text: str) -> list[str]:
    """Words of three syllables that begin with a surname: beside a title, or bare and not ending like a common noun."""
    found: dict[str, None] = {}
    for match in _NAMED.finditer(text):
        name = match["after"] or match["before"]
        if name[0] in _SURNAMES:
            found[name] = None
    for match in _BARE.finditer(text):
        if match["bare"][0] in _SURNAMES and match["bare"][-1] not in _NOUN_ENDINGS:
            found[match["bare"]] = None
    return list(found)
