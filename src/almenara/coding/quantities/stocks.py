"""Numbers that tell a state by their syntax, however rare their words: what one has, how strong a group is, who lives there."""

from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed

LEAST = 10
HOLDING = frozenset("have operate exist count hold tener haber contar existir poseer operar".split())
DEFINITE = frozenset({"the", "los", "las", "these", "estos", "those"})
STRENGTH = frozenset("member fighter combatant guerrilla guerrillero combatiente miembro integrante militante elemento".split())
RESIDENT = frozenset({"inhabitant", "habitante"})
WITH = frozenset({"with", "con"})


def is_stock(parsed: Parsed, quantity: Quantity) -> bool:
    """Whether a number counts what is there: "has 64 bases", "con unos 8 mil combatientes", "de 3 millones de habitantes"."""
    if quantity.noun is None or quantity.kind not in {"item", "person"} or quantity.number.value < LEAST:
        return False
    noun = parsed.tokens[quantity.noun]
    if noun.lemma in RESIDENT:
        return True
    if quantity.first > 0 and parsed.tokens[quantity.first - 1].lower in DEFINITE:
        return False
    if noun.dep in {"obj", "nsubj"}:
        return parsed.tokens[noun.head].lemma in HOLDING
    return noun.lemma in STRENGTH and any(parsed.tokens[c].lower in WITH for c in parsed.children[quantity.noun])
