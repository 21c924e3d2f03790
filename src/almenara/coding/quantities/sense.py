"""What a count can be: people are not seized, a riot is not killed, and the verb above a number says what befell it."""

from almenara.coding.quantities import deeds
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed

PEOPLE = frozenset(
    "killed wounded kidnapped missing arrested charged convicted displaced surrendered deployed participants".split()
)
THINGS = frozenset("seized eradicated destroyed stolen paid laundered".split())
PERSONS, GOODS = frozenset(("person", "case", "item", "none", "percent")), frozenset(("mass", "area", "volume", "money"))
SUBJECTS, OBJECTS = ("nsubj", "nsubj:pass"), ("obj", "nsubj:pass", "iobj")
BEFALLS = frozenset("killed wounded kidnapped missing arrested convicted displaced surrendered".split())
LOSING, LIFE = ("lose", "perder"), ("life", "vida")
EASED = 0.6  # of the threshold, where the tree says plainly what the model only suspects
OF_ACT = {
    "arrest": "arrested", "displacement": "displaced", "kidnapping": "kidnapped", "surrender": "surrendered",
    "conviction": "convicted",
}  # fmt: skip
VIOLENT = frozenset(
    "armed_clash attack targeted_killing massacre bombing air_strike shelling prison_violence riot repression robbery".split()
)


def possible(what: str, quantity: Quantity, behind: str | None, *, single: bool) -> bool:
    """Whether a quantity can be counted so; of what has only an article ("a riot") people must be known for people.

    `behind` is the deed that the words right behind it tell.
    """
    if what in THINGS:
        return quantity.kind != "person"
    if what not in PEOPLE:
        return True
    done = behind in THINGS and quantity.kind == "item"  # "two laboratories destroyed" beside those arrested
    return quantity.kind in PERSONS and not done and (not single or quantity.kind == "person")


def governed(parsed: Parsed, quantity: Quantity, what: str) -> str:
    """What the verb right above a number of people says befell them, whatever the model makes of the rest."""
    told = _befallen(parsed, quantity) if what in PEOPLE and quantity.kind == "person" else None
    return told or what


def plain(parsed: Parsed, quantity: Quantity, what: str, act: str) -> bool:
    """Whether the tree says what befell those counted, and an event of `act` is of that kind."""
    of_act = what in ("killed", "wounded") if act in VIOLENT else OF_ACT.get(act) == what
    if not of_act or quantity.kind in GOODS:
        return False
    noun = quantity.noun
    own = noun is not None and deeds.deed_at(parsed, noun) == what
    return own or _befallen(parsed, quantity) == what


def _befallen(parsed: Parsed, quantity: Quantity) -> str | None:
    """The deed of the verb whose object or passive subject a number is, or whose subject it is where the verb has no object."""
    tokens = parsed.tokens
    at = quantity.noun if quantity.noun is not None else quantity.first
    while tokens[at].dep in ("nummod", "conj", "fixed") and tokens[at].head != at and tokens[at].pos != "VERB":
        at = tokens[at].head
    verb = tokens[at].head
    if tokens[verb].pos != "VERB" or tokens[at].dep not in (*SUBJECTS, *OBJECTS):
        return None
    if tokens[verb].lemma in LOSING and any(tokens[c].lemma in LIFE for c in parsed.children[verb]):
        return "killed"
    others = (tokens[c] for c in parsed.children[verb] if tokens[c].dep in ("obj", "ccomp", "xcomp"))
    if tokens[at].dep == "nsubj" and any(t.pos != "PRON" for t in others):
        return None
    deed = deeds.deed_at(parsed, verb)
    return deed if deed in BEFALLS else None
