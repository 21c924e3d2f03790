"""How a word stands to the word that tells an event: features that dates and places share."""

from collections.abc import Iterator

from msgspec import Struct

from almenara.coding.circumstances.tellings import FAR, Tellings, steps
from almenara.coding.entities.lexicon import word_class
from almenara.coding.roles.relations import path
from almenara.coding.roles.wordlists import words

CLAUSES = frozenset(("advcl", "acl", "acl:relcl", "ccomp", "parataxis", "conj", "csubj"))


class Position(Struct, frozen=True, gc=False):
    """Token `at` seen from token `trigger` of the same sentence (None where no word tells the event)."""

    at: int
    trigger: int | None
    steps: int
    nearer: int  # triggers of the sentence that stand nearer in the tree
    between: int  # triggers of the sentence that stand between the two in line


def position(tellings: Tellings, at: int, trigger: int | None) -> Position:
    """Where a token stands."""
    if trigger is None:
        return Position(at, None, FAR, 0, 0)
    parsed = tellings.parsed
    others = [t for t in tellings.by_sentence.get(parsed.tokens[at].sentence, ()) if t != trigger]
    own = steps(parsed, trigger, at)
    low, high = min(at, trigger), max(at, trigger)
    nearer = sum(steps(parsed, t, at) < own for t in others)
    return Position(at, trigger, own, nearer, sum(low < t < high for t in others))


def preposition(tellings: Tellings, at: int) -> str:
    """The word before the phrase of a token that says how it is tied on: its case, else the word that stands before it."""
    parsed = tellings.parsed
    cases = [parsed.tokens[c].lower for c in parsed.children[at] if parsed.tokens[c].dep == "case"]
    if cases:
        return cases[0]
    token = parsed.tokens[at]
    if token.dep in ("conj", "appos", "flat", "compound") and token.head != at:
        return preposition(tellings, token.head)
    return "-"


def features(tellings: Tellings, place: Position, case: str) -> Iterator[str]:
    """Names of what is to be said of a position."""
    tokens = tellings.parsed.tokens
    token = tokens[place.at]
    governor = tokens[token.head]
    saying = governor.lemma in words("saying")
    yield f"dep={token.dep}"
    yield f"dep={token.dep} {case}"
    yield f"gov={governor.lemma}"
    yield f"govpos={governor.pos}"
    yield f"saying={saying}"
    sort = word_class(governor, tellings.parsed.language) if governor.index != token.index else "root"
    yield f"govclass={sort}|{token.dep}"
    yield f"govclass={sort}|{case}"
    verb, said = _verb(tellings, place.at), is_said(tellings, place.at)
    if place.trigger is None:
        yield "no_trigger"
        yield f"no_trigger|said={said}"
        return
    yield f"verb={verb == place.trigger}|{said}"
    yield f"verb={verb == place.trigger}|{trigger_verb(tellings, place.trigger) == verb}"
    side = "before" if place.at < place.trigger else "after"
    gap = abs(place.at - place.trigger)
    bucket = "1" if gap < 3 else "2" if gap < 6 else "3" if gap < 11 else "4" if gap < 20 else "5"
    trigger = tokens[place.trigger]
    yield f"steps={place.steps}"
    yield f"side={side}{bucket}"
    yield f"nearer={min(place.nearer, 2)}"
    yield f"between={min(place.between, 2)}"
    yield f"nearer={min(place.nearer, 2)}|steps={min(place.steps, 4)}"
    yield f"path={path(tellings.parsed, place.trigger, place.at)}"
    yield f"path={path(tellings.parsed, place.trigger, place.at)}|{case}"
    yield f"own={governor.index == place.trigger}|{saying}"
    yield f"trigger={trigger.pos}|{side}"
    yield f"root={trigger.dep == 'root'}|{side}"


def is_said(tellings: Tellings, at: int) -> bool:
    """Whether a token belongs to a verb of saying ("announced on Monday")."""
    verb = _verb(tellings, at)
    return verb is not None and tellings.parsed.tokens[verb].lemma in words("saying")


def _verb(tellings: Tellings, at: int) -> int | None:
    """The nearest verb above a token, itself left out."""
    tokens = tellings.parsed.tokens
    return next((a for a in tellings.parsed.ancestors(at) if tokens[a].pos in ("VERB", "AUX")), None)


def trigger_verb(tellings: Tellings, trigger: int) -> int | None:
    """The verb of the clause that a trigger stands in."""
    return trigger if tellings.parsed.tokens[trigger].pos in ("VERB", "AUX") else _verb(tellings, trigger)
