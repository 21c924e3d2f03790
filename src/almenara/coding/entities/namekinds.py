"""The kind of a name: by its head noun, by the title before it, else by the recogniser's label."""

from almenara.coding.entities.lexicon import class_of_word, fold, given_names, is_honorific, is_title, kind_of_class, word_class
from almenara.coding.entities.mention import head_of
from almenara.language import Parsed
from almenara.model import EntityKind

BODY_CLASSES = frozenset(("group", "band", "force", "state", "organisation", "outlet"))
EXTRA: dict[str, dict[str, EntityKind]] = {
    "en": {"ministry": "government", "committee": "government", "fund": "organisation", "institute": "organisation"},
    "es": {
        "comité": "government",
        "centro": "organisation",
        "unidad": "state_force",
        "sala": "government",
        "poder": "government",
        "subprocuraduría": "state_force",
        "plan": "organisation",
    },
}
BY_LABEL: dict[str, EntityKind] = {"PER": "person", "LOC": "place", "NORP": "population"}
QUALIFYING = frozenset(("amod", "compound", "nmod", "nmod:poss", "flat"))
ORGANISED = frozenset("organization organisation organizacion".split())
CIVIL = frozenset(
    """rights advocacy aid watchdog monitoring humanitarian civic civil nonprofit nongovernmental research environmental religious
    derechos ayuda humanitaria humanitario gubernamental defensa ambientalista ecologista religiosa vecinal civiles
    indigenous indigena victims victimas""".split()
)
PLURAL_BANDS = frozenset("los las".split())
FOLLOWED = frozenset("jefe cabecilla líder integrante miembro sicario member leader boss gunman".split())


def takes_complement(parsed: Parsed, i: int) -> bool:
    """Whether a word can open a name with a complement ("Ministry of Defense", "Fuerzas Armadas de Colombia")."""
    word = parsed.tokens[i].lower
    return class_of_word(word, parsed.language) in BODY_CLASSES or word in EXTRA[parsed.language]


def kind_of(parsed: Parsed, first: int, last: int, label: str | None) -> EntityKind | None:
    """The kind of the name [first, last), or None where it names nothing that acts or is acted on."""
    if (label == "NORP" and not _stands_alone(parsed, first, last)) or _is_law(parsed, first, last):
        return None
    by_head = _kind_of_head(parsed, first, last)
    if by_head:
        return by_head
    beside = _kind_beside(parsed, first, last)
    if beside:
        return beside
    if _opens_as_person(parsed, first, last) or (_has_title(parsed, first) and label != "ORG"):
        return "person"
    if label == "ORG" or _is_followed(parsed, first, last):
        return "armed_group" if parsed.tokens[first].lower in PLURAL_BANDS else "organisation"
    return BY_LABEL.get(label or "") or _unlabelled(parsed, first, last)


def _stands_alone(parsed: Parsed, first: int, last: int) -> bool:
    token = parsed.tokens[last - 1]
    return token.dep not in ("amod", "compound", "nmod:poss") and (last - first > 1 or token.tag == "NNPS" or token.pos == "NOUN")


def _is_law(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a Spanish name is that of a law or decree ("Decreto Supremo 77")."""
    return last - first > 1 and parsed.language == "es" and parsed.tokens[first].lower in ("decreto", "ley", "resolución")


def _kind_of_head(parsed: Parsed, first: int, last: int) -> EntityKind | None:
    """The kind by the head noun: the first word of a Spanish name, the last before "of" of an English one."""
    words = [t.lower for t in parsed.tokens[first:last]]
    if parsed.language == "en":
        stop = next((k for k, w in enumerate(words) if k and w in ("of", "for", "on", "against")), len(words))
        order = [w for w in reversed(words[:stop]) if w not in ("'s",)][:1]
    else:
        order = words[:1] if words[0] not in PLURAL_BANDS else words[1:2]
    for word in order:
        if len(words) == 1 and parsed.tokens[first].pos == "PROPN" and word in ("general", "marina"):
            return None
        name = class_of_word(word, parsed.language)
        if name in BODY_CLASSES:
            return kind_of_class(name, parsed.language)
        if word in EXTRA[parsed.language]:
            return EXTRA[parsed.language][word]
    return None


def _kind_beside(parsed: Parsed, first: int, last: int) -> EntityKind | None:
    """The kind by the noun just before ("the company Pesquera Azul") or in apposition ("Los Halcones, a gang from the port")."""
    nouns = [first - 1] if first and parsed.tokens[first - 1].pos == "NOUN" else []
    nouns += [c for i in range(first, last) for c in parsed.children[i] if c >= last and parsed.tokens[c].dep == "appos"]
    for i in nouns:
        name = word_class(parsed.tokens[i], parsed.language)
        if name in BODY_CLASSES and name != "state" and parsed.tokens[i].text[0].islower():
            peaceful = name == "band" and parsed.tokens[first].lower not in PLURAL_BANDS and is_civil(parsed, i)
            return "organisation" if peaceful else kind_of_class(name, parsed.language)
    return None


def is_civil(parsed: Parsed, noun: int) -> bool:
    """Whether a group is no armed one: "rights group", "organización humanitaria", one that nothing calls criminal."""
    own = [c for c in parsed.children[noun] if parsed.tokens[c].dep in QUALIFYING]
    own += [c for q in own for c in parsed.children[q] if parsed.tokens[c].dep in QUALIFYING]
    words = {fold(parsed.tokens[c].text) for c in own if parsed.tokens[c].text[0].islower()}
    plain = fold(parsed.tokens[noun].text) in ORGANISED and not words
    return plain or bool(words & CIVIL)


def _is_followed(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a name in the plural has leaders or members ("jefe de Los Halcones")."""
    head = parsed.tokens[parsed.tokens[head_of(parsed, first, last)].head]
    return parsed.tokens[first].lower in PLURAL_BANDS and last - first > 1 and head.lemma in FOLLOWED


def _opens_as_person(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a given name opens two to five capitals that no joiner interrupts ("Santiago de Cali" is a place)."""
    words = [t.text for t in parsed.tokens[first:last]]
    capitals = sum(w[0].isupper() for w in words)
    return 2 <= capitals <= 5 and capitals == len(words) and fold(words[0]) in given_names()


def _has_title(parsed: Parsed, first: int) -> bool:
    if first == 0:
        return False
    before = parsed.tokens[first - 1]
    language = parsed.language
    return is_honorific(before, language) or (is_title(before, language) and before.sentence == parsed.tokens[first].sentence)


def _unlabelled(parsed: Parsed, first: int, last: int) -> EntityKind | None:
    """A run of capitals without a label: an acronym is a body, two Spanish words or more mostly a person."""
    text = parsed.tokens[first].text
    if last - first == 1:
        return "organisation" if text.isupper() and 2 < len(text) <= 8 and text.isalpha() else None
    if parsed.tokens[first].lower in PLURAL_BANDS:
        return "armed_group"
    capitals = [t for t in parsed.tokens[first:last] if t.text[0].isupper()]
    return "person" if parsed.language == "es" and 2 <= len(capitals) <= 5 and all(t.pos == "PROPN" for t in capitals) else None
