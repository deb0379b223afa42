"""Errors of ten kinds put into good pairs, always the same ones: each function spoils one pair or gives None."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from benchmarks.good_pairs import Good
from engine.dataset.checks.candidate import Candidate

Spoil = Callable[[Good, list[Good], Random], Candidate | None]

_SPELLED_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen twenty thirty forty ninety"
_SPELLED = _SPELLED_WORDS.split()
_KOREAN_SPELLED_WORDS = "두 세 네 다섯 여섯 일곱 여덟 아홉 열"
_KOREAN_SPELLED = _KOREAN_SPELLED_WORDS.split()
_UNITS = [
    ("minutes", "hours"),
    ("hours", "days"),
    ("days", "weeks"),
    ("weeks", "days"),
    ("months", "weeks"),
    ("seconds", "minutes"),
    ("years", "months"),
    ("kilograms", "grams"),
    ("grams", "kilograms"),
    ("millilitres", "litres"),
    ("litres", "millilitres"),
    ("millimetres", "centimetres"),
    ("centimetres", "metres"),
    ("metres", "kilometres"),
    ("watts", "volts"),
    ("volts", "amperes"),
    ("gigahertz", "megahertz"),
    ("decibels", "percent"),
    ("euros", "dollars"),
    ("pounds", "euros"),
    ("percent", "degrees"),
    ("degrees Celsius", "percent"),
    ("degrees", "percent"),
    ("kilometres per hour", "metres"),
    ("kg", "g"),
    ("%", " degrees"),
    ("g", "kg"),
    ("시간", "분"),
    ("분", "시간"),
    ("개월", "주"),
    ("주", "개월"),
    ("일", "시간"),
    ("년", "개월"),
    ("센티미터", "미터"),
    ("미터", "센티미터"),
    ("cm", "mm"),
    ("m", "cm"),
    ("ml", "리터"),
    ("g", "kg"),
    ("kg", "g"),
    ("리터", "밀리리터"),
    ("도", "퍼센트"),
    ("퍼센트", "도"),
    (" 원", " 달러"),
    ("원", "달러"),
    ("dB", "V"),
    ("와트", "볼트"),
    ("톤", "킬로그램"),
    ("권", "일"),
    ("명", "퍼센트"),
    ("세", "개월"),
]
_KOREAN_NAMES_TEXT = "윤해강 손마리 오다빈 서유담 도은결 한누리 문가람 정보라 백이슬 차도담 고은별"
_KOREAN_NAMES = _KOREAN_NAMES_TEXT.split()
_KOREAN_PLACES_TEXT = "신안 전주 대전 한들 노루봉 물빛 새벽들 다솜 달무리 은하수 솔바담"
_KOREAN_PLACES = _KOREAN_PLACES_TEXT.split()
_INVENTED = [
    ", and it was awarded a prize for gardening",
    ", and it can also be used under water",
    " and is painted by hand in a small village",
    ", because bees are attracted by its smell",
    ". It was tested by astronauts on a long flight",
    ", which saves a family a fortune in taxes",
    " and it sings a lullaby at bedtime",
    ", but only members of the royal club may know",
    ". Dentists and bakers recommend the same",
    ", and every buyer receives a free umbrella",
    " and was inspired by an old fairy tale",
    ". The idea comes from Norwegian fishermen",
]
_INVENTED_KOREAN = [
    " 또한 우주 비행사가 직접 시험했습니다.",
    " 그리고 구매자에게 우산을 선물합니다.",
    " 이것은 노르웨이 어부의 발명입니다.",
    " 고래와 돌고래도 같은 방식을 좋아합니다.",
    " 옛날 임금님의 잔치에서 유래했습니다.",
    " 치과 의사와 축구 선수도 추천합니다.",
]
_FOREIGN = {
    "en": [
        "필터는 얼마나 자주 교체해야 하나요?",
        "이 기계의 무게는 얼마입니까?",
        "Wie oft muss der Filter gewechselt werden?",
        "Was ist zu tun, wenn die Lampe rot leuchtet?",
        "Combien de temps dure le programme et quand faut-il le lancer ?",
        "Où se trouve le filtre de la machine ?",
        "¿Cuánto cuesta la pieza y dónde se puede comprar?",
        "Quanto dura il programma e quando si deve pulire la macchina?",
        "Как часто нужно менять фильтр?",
        "フィルターはどのくらいの頻度で交換しますか?",
        "过滤器应该多久更换一次?",
        "Hoe vaak moet het filter worden vervangen?",
    ],
    "ko": [
        "How often must the filter be replaced?",
        "Who founded the company and when?",
        "Which temperature is the room kept at?",
        "作業室の温度は何度ですか?",
        "每天什么时候开始工作?",
        "Wann beginnt die Arbeit am Morgen?",
        "Сколько книг можно взять одновременно?",
        "Quel est le prix du billet pour un adulte ?",
    ],
}
_FOREIGN_ANSWERS = {
    "en": [
        "필터는 정해진 때마다 교체해야 합니다.",
        "Der Filter muss regelmäßig gewechselt werden.",
        "Le filtre doit être changé avec soin par le technicien.",
        "El filtro debe cambiarse con cuidado por un técnico.",
        "Фильтр нужно менять регулярно.",
        "フィルターは定期的に交換します。",
    ],
    "ko": [
        "It must be replaced by the staff of the workshop.",
        "Das muss vom Personal der Werkstatt erledigt werden.",
        "職員が行わなければなりません。",
        "必须由工作人员完成。",
    ],
}
_DEPENDENT = [
    "What does the figure above show?",
    "What is described in this chapter?",
    "How does it work?",
    "What does he do?",
    "What must be done in step 3 above?",
    "Why is this important?",
    "When should they be replaced?",
    "What is shown in the table below?",
    "What happens after the previous step?",
    "Which part is mentioned above?",
    "How long does it last?",
    "What is it used for?",
    "Where was she born?",
    "What does this section explain?",
    "How many of them are there?",
    "What did they decide to do?",
    "Which value is given in Table 2?",
    "What is its weight?",
    "What does Figure 4 illustrate?",
    "How is that done?",
    "What should be checked as described above?",
    "Is it safe?",
    "Why did he leave?",
    "What follows from the example below?",
    "How much does this one cost?",
    "Who wrote it?",
]
_DEPENDENT_KOREAN = [
    "이 장에서 설명하는 것은 무엇인가요?",
    "위 그림은 무엇을 보여 주나요?",
    "그는 무엇을 했나요?",
    "그것은 어떻게 작동하나요?",
    "아래 표에 나온 값은 무엇인가요?",
    "앞 절에서 말한 규칙은 무엇인가요?",
    "3단계에서 해야 할 일은 무엇인가요?",
    "그녀는 언제 왔나요?",
    "이것은 어디에 쓰나요?",
    "위에서 설명한 방법은 무엇인가요?",
    "다음 문단의 주제는 무엇인가요?",
    "그곳에는 누가 있나요?",
]
# For the half that is held back: written after the checks were done.
_LATE_DEPENDENT = [
    "According to the diagram, which part comes first?",
    "What is explained on the next page?",
    "Does it need cleaning?",
    "Who gave it to her?",
    "How often do they meet?",
    "What is the purpose of the box on the right of the page?",
    "What does the note under the picture warn about?",
    "When did that happen?",
    "What are these used for?",
    "How should I do this?",
    "What is listed in the second column?",
    "Which of the following is true?",
    "What does the author recommend?",
    "In the example given earlier, what was the result?",
    "What does Section 5 cover?",
    "How heavy is he?",
    "Where does that lead?",
    "What did I just read about?",
    "What does the caption say?",
    "Which item comes after it?",
]
_LATE_DEPENDENT_KOREAN = [
    "이 표에서 가장 큰 값은 무엇인가요?",
    "그 사람은 무엇을 좋아하나요?",
    "앞에서 본 그림의 이름은 무엇인가요?",
    "이것을 언제 해야 하나요?",
    "그때 무슨 일이 있었나요?",
    "다음 쪽에는 무엇이 나오나요?",
    "본문에서 말하는 핵심은 무엇인가요?",
    "그 방법은 왜 중요한가요?",
]
_LATE_FOREIGN = {
    "en": [
        "Kiedy należy wymienić filtr w urządzeniu?",
        "Quando deve ser trocado o filtro da máquina?",
        "Πόσο ζυγίζει η μηχανή;",
        "كم مرة يجب تغيير المرشح؟",
        "Hur ofta ska filtret bytas och vem gör det?",
        "Filtre ne sıklıkla değiştirilmeli?",
    ],
    "ko": [
        "Cuándo empieza la jornada y quién lo decide?",
        "部屋の湿度はどのくらいに保ちますか?",
        "What happens when the drill begins?",
        "Πότε αρχίζει η δουλειά;",
        "谁负责人事工作?",
    ],
}
_LATE_INVENTED = [
    ", and the inventor wore green socks that morning",
    " although penguins prefer the older version",
    ". Its scent reminds sailors of home",
    ", so the neighbours can listen to jazz",
    " and won the hearts of three kings",
]
_LATE_INVENTED_KOREAN = [
    " 펭귄들은 예전 모양을 더 좋아합니다.",
    " 발명가는 그날 초록 양말을 신었습니다.",
    " 뱃사람들은 이 향기를 그리워합니다.",
]
_VERBS = re.compile(r"\b(is|are|was|were|must|should|may|can|has|will)\b")
_KOREAN_DENIALS = [
    ("할 수 있습니다", "할 수 없습니다"),
    ("수 있습니다", "수 없습니다"),
    ("에 있습니다", "에 없습니다"),
    ("하지 않습니다", "합니다"),
    ("않습니다", "좋습니다"),
    ("해야 합니다", "해서는 안 됩니다"),
    ("야 합니다", "지 않아야 합니다"),
    ("수 없습니다", "수 있습니다"),
    ("이 걸립니다", "이 걸리지 않습니다"),
    ("가 걸립니다", "가 걸리지 않습니다"),
    ("열었습니다", "열지 않았습니다"),
    ("시작합니다", "시작하지 않습니다"),
    ("보관합니다", "보관하지 않습니다"),
    ("유지합니다", "유지하지 않습니다"),
    ("합니다", "하지 않습니다"),
    ("받습니다", "받지 않습니다"),
    ("맡습니다", "맡지 않습니다"),
    ("씁니다", "쓰지 않습니다"),
    ("냅니다", "내지 않습니다"),
    ("입니다", "이 아닙니다"),
]


def wrong_number(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """One number of the answer becomes one that stands nowhere in evidence or question."""
    pair = good.pair
    taken = set(re.findall(r"\d+", f"{pair.evidence} {pair.question} {pair.answer}"))
    found = [
        m for m in re.finditer(r"(?<![A-Za-z\d])\d+(?:,\d{3})*(?:\.\d+)?", pair.answer) if m[0] not in pair.question
    ]
    if found:
        match = draw.choice(found)
        value = match[0].replace(",", "")
        choices = [str(int(float(value)) + step) for step in (1, 2, 7, 10, -3)] + [
            value + "0",
            f"{int(float(value)) // 2 + 1}.5",
        ]
        possible = [c for c in choices if c.split(".")[0] not in taken and not c.startswith(("-", "0"))]
        return _with_answer(pair, match, draw.choice(possible)) if possible else None
    words = _KOREAN_SPELLED if pair.language == "ko" else _SPELLED
    before, after = (r"(?<![가-힣])", r"(?= )") if pair.language == "ko" else (r"\b", r"\b")
    spelled = list(re.finditer(rf"{before}(?:{'|'.join(words)}){after}", pair.answer))
    if not spelled:
        return None
    match = draw.choice(spelled)
    other = [word for word in words if word not in pair.evidence and word not in pair.question]
    return _with_answer(pair, match, draw.choice(other))


def wrong_unit(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """The unit of one number becomes another one."""
    pair = good.pair
    for unit, other in _UNITS:
        letters = r"(?![A-Za-z])" if unit[-1].isascii() else ""
        found = re.search(rf"(?<=\d)\s?{re.escape(unit)}{letters}", pair.answer)
        if found is None and unit.isalpha() and unit.isascii():
            found = re.search(rf"(?<=[a-z])\s{unit}{letters}", _spelled_number(pair.answer, unit))
        if found:
            space = " " if found[0].startswith(" ") and not other.startswith(" ") else ""
            return _with_answer(pair, found, space + other)
    return None


def _spelled_number(answer: str, unit: str) -> str:
    return answer if re.search(rf"\b(?:{'|'.join(_SPELLED)})\s{unit}\b", answer) else ""


def swapped_name(good: Good, everything: list[Good], draw: Random) -> Candidate | None:
    """A name of the answer becomes another name of the same document."""
    pair = good.pair
    if pair.language == "ko":
        for names in (_KOREAN_NAMES, _KOREAN_PLACES):
            if said := [name for name in names if name in pair.answer and name not in pair.question]:
                name = draw.choice(said)
                other = draw.choice([n for n in names if n not in pair.evidence and n not in pair.question])
                return replace(pair, answer=pair.answer.replace(name, other))
        return None
    run = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+(?: (?:of the )?[A-Z][a-z]+)*")
    said_runs = [m for m in run.finditer(pair.answer) if m[0] not in pair.question and len(m[0]) > 3]
    others = sorted({m[0] for m in run.finditer(pair.page or pair.chunk) if len(m[0]) > 3})
    others = [o for o in others if not any(w in f"{pair.evidence} {pair.question}" for w in o.split())]
    if not said_runs or not others:
        return None
    return _with_answer(pair, draw.choice(said_runs), draw.choice(others))


def invented_fact(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """Something that nobody said is added."""
    pair = good.pair
    if pair.language == "ko":
        return replace(
            pair, answer=pair.answer + draw.choice(_LATE_INVENTED_KOREAN if good.held_back else _INVENTED_KOREAN)
        )
    return replace(
        pair, answer=pair.answer.rstrip(".") + draw.choice(_LATE_INVENTED if good.held_back else _INVENTED) + "."
    )


def negated_fact(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """The answer says that it is not so, or that what is denied is so."""
    pair = good.pair
    if pair.language == "ko":
        for said, other in _KOREAN_DENIALS:
            if f"{said}." in pair.answer:
                return replace(pair, answer=pair.answer.removeprefix("아니요, ").replace(f"{said}.", f"{other}."))
        return None
    denied = re.search(r"\b(?:(?<=must )never|(?<=must )not|(?<=is )not|(?<=are )never|cannot)\b ?", pair.answer)
    if denied:
        answer = _with_answer(pair, denied, "can " if denied[0].startswith("cannot") else "").answer
        return replace(pair, answer=answer.removeprefix("No, "))
    found = _VERBS.search(pair.answer)
    return _with_answer(pair, found, f"{found[0]} not") if found else None


def other_question(good: Good, everything: list[Good], draw: Random) -> Candidate | None:
    """Answer and evidence of another question about the same document."""
    pair = good.pair
    same = [g.pair for g in everything if g.pair.page == pair.page and g.pair.language == pair.language]
    others = [p for p in same if p.evidence != pair.evidence and p.evidence in f"{pair.chunk} {p.evidence}"]
    near = [p for p in others if p.evidence in pair.chunk] or others
    other = draw.choice(near)
    return replace(pair, answer=other.answer, evidence=other.evidence)


def copied(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """The question again, hardly changed: to be found beside the first, as of another fact."""
    pair = good.pair
    question = pair.question
    changes: list[Callable[[str], str]]
    if pair.language == "ko":
        changes = [
            lambda q: q.replace("나요?", "습니까?") if "하나요" not in q else q.replace("하나요?", "합니까?"),
            lambda q: q.replace("얼마인가요?", "얼마입니까?").replace("무엇인가요?", "무엇입니까?"),
            lambda q: q.replace("?", " ?"),
            lambda q: f"{q} ",
        ]
    else:
        changes = [
            lambda q: re.sub(r"\bmust\b", "should", q),
            lambda q: q.replace("the ", "", 1),
            lambda q: q.upper() if q.isascii() else q,
            lambda q: f"Please tell me: {q[0].lower()}{q[1:]}",
            lambda q: re.sub(r"\b(do|can) I\b", r"\1 we", q),
            lambda q: q.replace("?", " exactly?"),
            lambda q: q,
        ]
    return replace(pair, question=draw.choice(changes)(question))


def wrong_language(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """Question or answer in another language."""
    pair = good.pair
    if draw.random() < 0.6:
        return replace(pair, question=draw.choice((_LATE_FOREIGN if good.held_back else _FOREIGN)[pair.language]))
    return replace(pair, answer=draw.choice(_FOREIGN_ANSWERS[pair.language]))


def context_dependent(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """A question that only the page around it makes sense of."""
    pair = good.pair
    korean, english = _DEPENDENT_KOREAN, _DEPENDENT
    if good.held_back:
        korean, english = _LATE_DEPENDENT_KOREAN, _LATE_DEPENDENT
    return replace(pair, question=draw.choice(korean if pair.language == "ko" else english))


def garbled(good: Good, _: list[Good], draw: Random) -> Candidate | None:
    """Letters out of order, repeated syllables, or characters broken on the way, in question or answer."""
    pair = good.pair
    field = draw.choice(["question", "answer"])
    text: str = getattr(pair, field)
    words = [m for m in re.finditer(r"[A-Za-z]{6,}|[가-힣]{3,}", text)]
    if not words:
        return None
    match = draw.choice(words)
    word = match[0]
    ways = [_shuffled, _stuttered, _soup, _mojibake]
    return replace(pair, **{field: text[: match.start()] + draw.choice(ways)(word, draw) + text[match.end() :]})


def _shuffled(word: str, draw: Random) -> str:
    letters = list(word[1:])
    while "".join(letters) == word[1:] and len(set(letters)) > 1:
        draw.shuffle(letters)
    return word[0] + "".join(letters)


def _stuttered(word: str, _: Random) -> str:
    part = word[:3] if word.isascii() else word[:1]
    return part * 3 + word[len(part) :]


def _soup(word: str, draw: Random) -> str:
    if word.isascii():
        return "".join(draw.choice("bcdfghjklmnpqrstvwxzaeiou") for _ in word)
    return "".join(chr(draw.randrange(0xAC00, 0xD7A4)) for _ in word)


def _mojibake(word: str, draw: Random) -> str:
    if not word.isascii():
        return word.encode().decode("latin-1")
    return word[:2] + "é".encode().decode("latin-1") + word[3:]


def _with_answer(pair: Candidate, match: re.Match[str], new: str) -> Candidate:
    return replace(pair, answer=pair.answer[: match.start()] + new + pair.answer[match.end() :])


CLASSES: dict[str, Spoil] = {
    "wrong number": wrong_number,
    "wrong unit": wrong_unit,
    "swapped name": swapped_name,
    "invented fact": invented_fact,
    "negated fact": negated_fact,
    "answer to another question": other_question,
    "copied duplicate": copied,
    "wrong language": wrong_language,
    "context-dependent question": context_dependent,
    "garbled words": garbled,
}


def planted(
    everything: list[Good], each: int, *, held_back: bool, seed: int = 0
) -> dict[str, list[tuple[Good, Candidate]]]:
    """`each` errors of every class, made of good pairs of one half; no pair is spoiled twice in the same way."""
    found: dict[str, list[tuple[Good, Candidate]]] = {}
    sources = [good for good in everything if good.held_back == held_back]
    for name, spoil in CLASSES.items():
        draw = Random(f"{seed} {name} {held_back}")
        order = draw.sample(sources, len(sources))
        rows: list[tuple[Good, Candidate]] = []
        seen: set[tuple[str, str]] = set()
        for good in order * 3:  # a class that few pairs can have takes several errors of each
            spoiled = spoil(good, everything, draw)
            if spoiled is None or len(rows) == each:
                continue
            key = (spoiled.question, spoiled.answer)
            is_same = (spoiled.question, spoiled.answer) == (good.pair.question, good.pair.answer)
            if key not in seen and (not is_same or name == "copied duplicate"):
                seen.add(key)
                rows.append((good, spoiled))
        found[name] = rows
    return found
