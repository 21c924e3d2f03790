"""Forms that lemmatisers get wrong, made by rule: participles taken for nouns, plurals taken for verbs, verbs with clitics."""

from almenara.model import Language

PARTICIPLES = {"ar": "ad", "er": "id", "ir": "id", "ír": "íd"}
CLITICS = ("se", "lo", "la", "los", "las", "le", "les")
VOWELS = "aeiouáéó"


def verb_forms(verb: str, language: Language) -> frozenset[str]:
    """Participles of a Spanish verb and its infinitive with clitics; regular forms of an English one, doubled letters or not."""
    if language == "en":
        stems = {verb, verb + verb[-1], verb[:-1] if verb.endswith("e") else verb}
        return frozenset(stem + end for stem in stems for end in ("ing", "ed"))
    stem, ending = verb[:-2], verb[-2:]
    if ending not in PARTICIPLES:
        return frozenset()
    participle = stem + PARTICIPLES[ending]
    return frozenset(participle + end for end in ("o", "a", "os", "as")) | frozenset(verb + clitic for clitic in CLITICS)


def noun_forms(noun: str, language: Language) -> frozenset[str]:
    """The regular plural of a noun."""
    if language == "en":
        return frozenset({noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"})
    if noun.endswith("ón"):
        return frozenset({noun[:-2] + "ones"})
    return frozenset({noun[:-1] + "ces" if noun.endswith("z") else noun + ("s" if noun[-1] in VOWELS else "es")})
