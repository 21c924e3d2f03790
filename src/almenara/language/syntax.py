"""Questions that coders ask of a tree: who does it, to whom, by whom, and the words of a phrase."""

from collections.abc import Iterator

from almenara.language.parsed import Parsed

CLAUSE_DEPS = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "appos", "conj", "cc", "punct", "ccomp", "dep", "discourse"})
"""Dependents that lie outside the bare phrase of a noun."""


def dependents(parsed: Parsed, i: int, *deps: str) -> list[int]:
    """Dependents of token `i` under one of the relations `deps`."""
    tokens = parsed.tokens
    return [c for c in parsed.children[i] if tokens[c].dep in deps]


def with_conjuncts(parsed: Parsed, i: int) -> list[int]:
    """Token `i` and what is coordinated with it ("arrested three men and a woman")."""
    out = [i]
    for at in out:
        out += [c for c in dependents(parsed, at, "conj") if c not in out]
    return out


def subjects(parsed: Parsed, i: int) -> list[int]:
    """Active subjects of a verb, borrowed from its coordination partner where it has none of its own."""
    found = dependents(parsed, i, "nsubj", "csubj")
    token = parsed.tokens[i]
    if not found and token.dep in ("conj", "xcomp") and token.head != i and not passive_subjects(parsed, i):
        found = subjects(parsed, token.head)
    return [c for s in found for c in with_conjuncts(parsed, s)]


def passive_subjects(parsed: Parsed, i: int) -> list[int]:
    """Subjects of a passive verb ("three men were arrested", "fue detenido un hombre")."""
    found = dependents(parsed, i, "nsubj:pass", "csubj:pass")
    if not found and is_passive(parsed, i):
        found = dependents(parsed, i, "nsubj")
    return [c for s in found for c in with_conjuncts(parsed, s)]


def is_passive(parsed: Parsed, i: int) -> bool:
    """Whether a verb has a passive auxiliary."""
    return bool(dependents(parsed, i, "aux:pass"))


def objects(parsed: Parsed, i: int) -> list[int]:
    """Direct objects of a verb, with coordination."""
    found = dependents(parsed, i, "obj", "iobj")
    return [c for o in found for c in with_conjuncts(parsed, o)]


def case_of(parsed: Parsed, i: int) -> str:
    """The preposition of a nominal, in lower case ("" where it has none)."""
    return " ".join(parsed.tokens[c].lower for c in dependents(parsed, i, "case"))


def obliques(parsed: Parsed, i: int) -> list[tuple[str, int]]:
    """(preposition, nominal) pairs that depend on token `i`, with coordination."""
    found = [c for c in parsed.children[i] if parsed.tokens[c].dep.split(":")[0] in ("obl", "nmod")]
    return [(case_of(parsed, c) or case_of(parsed, f), c) for f in found for c in with_conjuncts(parsed, f)]


def agents(parsed: Parsed, i: int) -> list[int]:
    """Who does it in a passive or nominal: "by the army", "por el Ejército"."""
    return [n for case, n in obliques(parsed, i) if case in ("by", "por", "por parte de", "a manos de")]


def subtree(parsed: Parsed, i: int) -> Iterator[int]:
    """Token `i` and everything below it, not in order."""
    stack = [i]
    while stack:
        at = stack.pop()
        yield at
        stack.extend(parsed.children[at])


def subtree_range(parsed: Parsed, i: int) -> tuple[int, int]:
    """First token and the one after the last of the subtree of `i`, inside its sentence."""
    nodes = list(subtree(parsed, i))
    return min(nodes), max(nodes) + 1


def phrase_range(parsed: Parsed, i: int, *, articles: bool = False, complements: bool = True) -> tuple[int, int]:
    """Tokens [first, last) of the noun phrase headed by `i`: no relative clauses, appositions or coordination.

    `articles` keeps a leading determiner; `complements` keeps what hangs on it by a preposition ("of the cartel").
    """
    first, last, stack = i, i + 1, [i]
    tokens = parsed.tokens
    while stack:
        for c in parsed.children[stack.pop()]:
            dep = tokens[c].dep
            if (
                dep in CLAUSE_DEPS
                or (dep == "nmod" and not complements)
                or dep.startswith(("aux", "cop", "mark", "nsubj", "obl"))
            ):
                continue
            first, last = min(first, c), max(last, c + 1)
            stack.append(c)
    while first < i and (tokens[first].dep in ("case", "punct", "cc", "mark") or (not articles and tokens[first].pos == "DET")):
        first += 1
    while last > i + 1 and tokens[last - 1].dep in ("punct", "cc"):
        last -= 1
    return first, last
