"""What a verb of saying says: behind "that", between marks, in a clause before or around it, as a noun phrase."""

from almenara.coding.statements.frames import EDGES, LEAST, trimmed
from almenara.coding.statements.naming import name_range
from almenara.coding.statements.quotes import Quote
from almenara.coding.statements.scene import Scene
from almenara.coding.statements.speakers import SUBJECTS
from almenara.language import Parsed
from almenara.language.syntax import dependents, subtree_range

NEAR = 16  # tokens between a verb of saying and what is said
CLAUSES = frozenset(("ccomp", "xcomp", "csubj"))


def content_of(scene: Scene, i: int) -> tuple[str, int, int] | None:
    """The way in which a verb says something, and the tokens of what it says; None where it says nothing."""
    cue = scene.cues[i]
    light = cue.last > i + 1
    for kind, find in _WAYS:
        if kind == "object" and cue.lemma not in scene.words.object and not light:
            continue
        if kind in ("before", "around") and cue.lemma not in scene.words.before and not light:
            continue
        found = find(scene, i)
        if found is None:
            continue
        first, last = found if kind == "quote" else trimmed(scene.parsed, *found)
        if last - first >= (1 if kind in ("quote", "object") else 2):
            return kind, first, last
    return None


def _quote_behind(scene: Scene, i: int) -> tuple[int, int] | None:
    """A quote behind a verb with nothing but the speaker between them."""
    for quote in scene.quotes:
        if quote.first > i and quote.size >= LEAST:
            return (quote.first, quote.last) if _clear(scene, i + 1, quote.first) and _introduced(scene, i, quote) else None
    return None


def _quote_before(scene: Scene, i: int) -> tuple[int, int] | None:
    """A quote before a verb, in its sentence or just before it, with nothing but the speaker between them."""
    tokens, start = scene.parsed.tokens, scene.sentence.first
    for quote in reversed(scene.quotes):
        if quote.last <= i and quote.size >= LEAST:
            outside = quote.last < start and any(tokens[k].text not in EDGES for k in range(start, i))
            return (quote.first, quote.last) if not outside and _clear(scene, quote.last, i) else None
    return None


def _clear(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing between a verb and a quote says anything itself."""
    tokens = scene.parsed.tokens
    return last - first <= NEAR and not any(
        tokens[k].pos == "VERB" or tokens[k].lower in ("that", "que") for k in range(first, last)
    )


def _introduced(scene: Scene, i: int, quote: Quote) -> bool:
    """Whether a quote behind a verb stands for itself: behind a colon, a comma or the verb."""
    tokens, at = scene.parsed.tokens, quote.first - 1
    while at > i and tokens[at].text in EDGES and tokens[at].text not in (":", ","):
        at -= 1
    return at == i or tokens[at].text in (":", ",")


def _that(scene: Scene, i: int) -> tuple[int, int] | None:
    """From "that" or "que" to the end of what the verb governs."""
    tokens = scene.parsed.tokens
    start = scene.cues[i].last
    for k in range(start, min(scene.sentence.last, i + NEAR)):
        token = tokens[k]
        if token.lower in ("that", "que") and (
            token.pos == "SCONJ" or k == start or token.dep == "mark" or tokens[k - 1].lower == "de"
        ):
            return k + 1, end_of(scene, i, k + 1)
        if token.pos == "VERB" and k > start:
            return None
    return None


def _clause(scene: Scene, i: int) -> tuple[int, int] | None:
    """A clause behind the verb without a word that joins it ("police said the men fled")."""
    tokens = scene.parsed.tokens
    for c in scene.parsed.children[i]:
        if c > i and tokens[c].dep in CLAUSES and tokens[c].pos not in ("ADV",):
            first = max(subtree_range(scene.parsed, c)[0], scene.cues[i].last)
            return first, end_of(scene, i, first)
    return None


def _before(scene: Scene, i: int) -> tuple[int, int] | None:
    """A clause before the verb, of which only the speaker follows or precedes ("..., police said", "..., dijo X")."""
    tokens, start = scene.parsed.tokens, scene.sentence.first
    cut = next(
        (k for k in range(i - 1, max(start, i - NEAR) - 1, -1) if tokens[k].text in (",", "—", "--", "–", "”", '"', "»")), None
    )
    fronted = [c for c in scene.parsed.children[i] if c < i and tokens[c].dep in ("ccomp", "parataxis", "csubj")]
    if cut is not None and not any(tokens[k].pos == "VERB" for k in range(cut + 1, i)):
        last = cut
    elif fronted:
        last = min(i, subtree_range(scene.parsed, fronted[-1])[1])
    else:
        return None
    own = dependents(scene.parsed, i, *SUBJECTS)
    if any(s < last for s in own) and not any(s >= last for s in own):
        return None
    if last - start < LEAST or not any(tokens[k].pos in ("VERB", "AUX") for k in range(start, last)):
        return None
    return start, last


def _around(scene: Scene, i: int) -> tuple[int, int] | None:
    """What follows a verb that commas set off ("Este mes, explicó, se han cerrado ...")."""
    tokens, last = scene.parsed.tokens, scene.sentence.last
    if i == scene.sentence.first or tokens[i - 1].text != ",":
        return None
    for k in range(i + 1, min(last, i + NEAR)):
        if tokens[k].text == ",":
            has_object = any(i < c < k for c in dependents(scene.parsed, i, "obj"))
            return None if has_object else (k + 1, end_of(scene, i, k + 1))
        if tokens[k].pos in ("VERB", "AUX", "SCONJ"):
            return None
    return None


def _object(scene: Scene, i: int) -> tuple[int, int] | None:
    """What a verb says of somebody as a noun phrase: "blamed the gang for the attack"."""
    tokens = scene.parsed.tokens
    first = scene.cues[i].last
    for s in dependents(scene.parsed, i, *SUBJECTS):
        if s > i:
            first = max(first, name_range(scene.parsed, scene.entities, s)[1])
    if first >= scene.sentence.last or tokens[first].text in (".", ";"):
        return None
    return first, end_of(scene, i, first)


_WAYS = (
    ("that", _that),
    ("quote", _quote_behind),
    ("clause", _clause),
    ("quote", _quote_before),
    ("before", _before),
    ("around", _around),
    ("object", _object),
)


def end_of(scene: Scene, i: int, first: int) -> int:
    """Where what is said ends: the sentence's end, an attribution behind it, or a verb of saying coordinated with this one."""
    tokens = scene.parsed.tokens
    relative = tokens[i].dep.startswith("acl") and tokens[i].pos == "VERB"
    stop = max(subtree_range(scene.parsed, i)[1], first + 1) if relative else scene.sentence.last
    for bound in scene.bounds:
        if bound > first + 1 and bound < stop:
            stop = bound
    for k in scene.cues:
        if first < k < stop and _coordinated(scene.parsed, k, i, first):
            left = [
                c
                for c in scene.parsed.children[k]
                if c < k and tokens[c].dep in ("cc", "punct", "mark", "nsubj", "aux", "advmod")
            ]
            stop = max(first, min([k, *left]))
            if stop > first and tokens[stop - 1].text == ",":
                stop -= 1
        elif first < k < stop and (comma := _closing(scene, k)) is not None and comma > first:
            stop = comma
    return stop


def _closing(scene: Scene, k: int) -> int | None:
    """The comma before an attribution that closes a sentence (", reported El Tiempo", ", la policía dijo"), or None."""
    tokens, last = scene.parsed.tokens, scene.sentence.last
    if tokens[k].lemma not in scene.words.before or any(tokens[j].pos in ("VERB", "AUX", "SCONJ") for j in range(k + 1, last)):
        return None
    for j in range(k - 1, max(k - NEAR, scene.sentence.first), -1):
        if tokens[j].text == ",":
            return j
        if tokens[j].pos in ("VERB", "AUX", "SCONJ", "CCONJ"):
            return None
    return None


def _coordinated(parsed: Parsed, k: int, i: int, first: int) -> bool:
    """Whether the saying at `k` stands beside the one at `i` and is not part of what is said."""
    at = k
    for _ in range(4):
        token = parsed.tokens[at]
        if token.head == i:
            return token.dep in ("conj", "advcl", "parataxis", "dep")
        if token.head == at or token.dep not in ("conj", "advcl", "parataxis"):
            return False
        at = token.head
        if at >= first:
            return False
    return False
