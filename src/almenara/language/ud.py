"""The English parser's ClearNLP relations to Universal Dependencies, so that rules are written once for both languages.

Source of the mapping: the ClearNLP guidelines and the UD v2 relation list. Content words become heads: prepositions turn
into `case` of their noun, a copula into `cop` of its predicate.
"""

RENAMED = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "dative": "iobj",
    "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt", "npadvmod": "obl:npmod", "neg": "advmod",
    "preconj": "cc:preconj", "predet": "det:predet", "quantmod": "advmod", "oprd": "xcomp", "intj": "discourse",
    "meta": "dep", "acomp": "xcomp", "pcomp": "advcl", "ROOT": "root",
}  # fmt: skip
UPOS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "CD": "NUM", "DT": "DET", "PDT": "DET",
    "WDT": "PRON", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON",
    "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "CC": "CCONJ", "MD": "AUX", "UH": "INTJ",
    "SYM": "SYM", "$": "SYM", "FW": "X", "LS": "X", "ADD": "X", "NFP": "PUNCT", "HYPH": "PUNCT", "_SP": "SPACE", "AFX": "ADJ",
}  # fmt: skip
PREPOSITIONAL = ("prep", "agent")
MAX_CLIMB = 8  # longest chain of prepositions looked through ("out from under the ...")


def upos(tag: str, dep: str) -> str:
    """The universal part of speech of a Penn tag in its relation."""
    if tag.startswith("VB"):
        return "AUX" if dep.startswith(("aux", "cop")) else "VERB"
    if dep == "mark" and tag == "IN":
        return "SCONJ"
    return UPOS.get(tag, "PUNCT" if dep == "punct" else "X")


def convert(deps: list[str], heads: list[int], tags: list[str]) -> tuple[list[str], list[int]]:
    """UD relations and heads of one text; lists run parallel to its tokens and `heads` are absolute."""
    new_deps, new_heads = [RENAMED.get(d, d) for d in deps], list(heads)
    for i, dep in enumerate(deps):
        if dep in ("pobj", "pcomp"):
            _lift(i, deps, heads, tags, (new_deps, new_heads))
    for i, dep in enumerate(deps):
        if dep in ("attr", "acomp"):
            _demote_copula(i, new_deps, new_heads)
    return new_deps, new_heads


def _lift(i: int, deps: list[str], heads: list[int], tags: list[str], out: tuple[list[str], list[int]]) -> None:
    """Hang the object of a preposition on what the preposition hung on, and the preposition on the object."""
    new_deps, new_heads = out
    chain, at = [heads[i]], heads[heads[i]]
    by_agent = deps[heads[i]] == "agent"
    while len(chain) < MAX_CLIMB and at != chain[-1] and _is_preposition(chain[-1], deps, tags) and deps[at] in PREPOSITIONAL:
        chain.append(at)
        at = heads[at]
    if _leads_to(at, {i, *chain}, new_heads):  # two lifts of a tangled parse would bite their own tails
        return
    governor_is_verb = tags[at].startswith(("VB", "JJ", "RB", "MD"))
    new_heads[i] = at
    if deps[i] == "pcomp":
        new_deps[i] = "advcl" if governor_is_verb else "acl"
    else:
        new_deps[i] = "obl:agent" if by_agent else "obl" if governor_is_verb else "nmod"
    for p in chain:
        new_heads[p], new_deps[p] = i, "mark" if deps[i] == "pcomp" else "case"


def _leads_to(at: int, those: set[int], heads: list[int]) -> bool:
    """Whether the way up from `at` meets one of `those`."""
    while at not in those:
        if heads[at] == at:
            return False
        at = heads[at]
    return True


def _is_preposition(i: int, deps: list[str], tags: list[str]) -> bool:
    return deps[i] in PREPOSITIONAL or tags[i] in ("IN", "TO")


def _demote_copula(i: int, deps: list[str], heads: list[int]) -> None:
    """Make a nominal or adjectival predicate the head and its copula a `cop`."""
    be = heads[i]
    if be == i or deps[be] in ("case", "cop"):
        return
    deps[i], heads[i] = deps[be], i if heads[be] == be else heads[be]
    deps[be] = "cop"
    for k, head in enumerate(heads):
        if head == be and k not in (i, be):
            heads[k] = i
    heads[be] = i
