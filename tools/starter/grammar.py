"""Closed word classes and verb forms for the rules about real sentences."""

# ruff: noqa: SIM905
from __future__ import annotations

DETERMINERS = set(
    """
a about additional all an another any both different each every five four its many more most new no one only our
several some the their three two various your
""".split()
)

PRONOUNS = set(
    """
after again all also although and another anyone as assume at because before between both but by chapter
consequently consider despite during each even everyone everything example figure finally first for from
furthermore he her here him his how however i if imagine in instead it its just let let's like listing many me
moreover most my neither next no none not note nothing notice now of often on once one only or others our over
part perhaps recall remember second section see she similarly since so some someone something step such suppose
table that their them then there therefore these they this those through thus to today under unless unlike until
us usually we what when where whether which while who why with yes you your
""".split()
)

SUBJECT_STOP = set(
    """
above actually already also always and are aren't be because been being below both but can can't could did do
does doesn't don't either even generally had has have he here how i if is isn't it just may might must neither
never not now often only or perhaps said she should simply so still than that then there these they this those
to typically usually was we were what when where which who whom whose why will won't would you
""".split()
)

OBJECT_PREPOSITIONS = set(
    """
about against as at between by for from into of on through under upon with within
""".split()
)

NAMES = set(
    """
Africa Amazon America American Americans Apple Asia Bluetooth Brazil Britain British California Canada Cargo
China Chinese Congress English Europe European Federal France French German Germany Git Go Google India Japan
Java Keynes Keynesian Kubernetes Linux Medicaid Medicare Mexico Microsoft OpenTelemetry Prometheus Python Rust
Slack Social Spanish Walmart Windows ZMK
""".split()
)

BE = {"is", "are", "was", "were"}
MODALS = {"can", "must", "should", "may", "will", "could", "would", "might", "cannot"}

_PLAIN_VERBS = """
costs provides requires contains needs uses means includes offers shows produces creates allows causes reduces
increases describes represents measures controls supports prevents protects takes gives makes affects defines
returns holds stores receives sends reads writes prints determines expects implements calls covers explains
follows generates helps indicates involves illustrates keeps lets manages moves owns pays performs raises
reflects replaces runs sets specifies spends starts states tells transfers wants buys sells faces encourages
discusses compares collects charges changes builds assumes argues adds accepts introduces imposes lowers serves
suggests supplies matches checks compiles ensures enables earns demands consumes exports imports borrows lends
employs hires establishes promotes has fetches connects reports detects displays accepts activates removes
deletes loads defaults overrides exposes extends passes processes records selects sorts triggers updates
validates monitors maps handles filters formats identifies installs converts combines configures captures
carries attracts awards attends answers assigns avoids benefits blocks boosts captures clears closes completes
conducts considers costs delivers designs develops distributes divides drives eliminates emits evaluates
examines exceeds expresses features finds forms gains hurts ignores improves influences inserts issues joins
justifies lacks leaves limits lists lowers maintains operates orders organizes outlines plays presents preserves
proposes publishes pushes ranks recommends reveals rewards saves shares shifts signs solves speeds splits steps
stops strengthens submits summarizes targets teaches threatens tracks transforms turns views votes weakens works
yields outweighs
"""
_WITH_PREPOSITION = """
refers:to depends:on leads:to consists:of results:in relies:on focuses:on belongs:to applies:to comes:from
contributes:to responds:to differs:from invests:in participates:in specializes:in competes:with deals:with
interacts:with connects:to corresponds:to relates:to appeals:to listens:to points:to begins:with starts:with
ends:with varies:with works:with looks:like acts:as functions:as stands:for accounts:for pays:for asks:for
looks:for aims:at arrives:at occurs:in appears:in lies:in
"""
VERBS: dict[str, str] = {verb: "" for verb in _PLAIN_VERBS.split()}
"""Third person forms, with the preposition that belongs to the verb or nothing."""
for _pair in _WITH_PREPOSITION.split():
    _verb, _preposition = _pair.split(":")
    VERBS.setdefault(_verb, _preposition)
    if _verb in (
        "refers",
        "depends",
        "leads",
        "consists",
        "results",
        "relies",
        "focuses",
        "belongs",
        "applies",
        "comes",
    ):
        VERBS[_verb] = _preposition


def base(verb: str) -> str:
    """The infinitive of a third person form."""
    if verb == "has":
        return "have"
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("shes", "ches", "sses", "xes", "oes")):
        return verb[:-2]
    return verb[:-1]


PLURAL = {base(verb): (verb, preposition) for verb, preposition in VERBS.items()}

NOUN_LIKE = set(
    """
answers attempts awards benefits blocks boosts builds calls changes charges checks clears closes comes controls
costs covers defaults delivers demands designs displays drives estimates exceeds exports faces features filters
finds follows formats forms gains gives helps holds imports increases interests issues joins leaves limits lists
loads makes maps matches means measures moves needs offers orders passes pays plays presents prices prints
processes produces pushes ranks rates reads records reports results returns rewards runs saves serves sets
shares shifts shows signs speeds splits starts states steps stops stores supplies supports takes targets taxes
tracks triggers turns updates uses values views votes wages works
""".split()
)

_PAST = """
announced:announce became:become began:begin bought:buy built:build caused:cause created:create
developed:develop established:establish founded:found increased:increase introduced:introduce invented:invente
launched:launch made:make offered:offer opened:open paid:pay passed:pass produced:produce published:publish
raised:raise reached:reach received:receive reduced:reduce sold:sell spent:spend used:use won:win wrote:write
"""
PAST = dict(pair.split(":") for pair in _PAST.split())
"""Past forms with their infinitives."""

PARTICIPLES = set(
    """
begun bought broken brought built caught chosen cut drawn driven fed felt found given grown held hidden hit kept
known led left lent lost made meant paid put read run seen sent set shown sold spent split spread taken thrown
told understood won worn written
""".split()
)

NUMBERS = set("two three four five six seven eight nine ten eleven twelve twenty thirty fifty".split())
IMPERATIVES = set(
    """
add ask call check choose click configure connect contact copy create define delete disable download edit enable
enter fill go hold install open paste press remove restart run save select send set specify start stop turn type
update use visit
""".split()
)
