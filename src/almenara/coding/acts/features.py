"""What the act model sees of each sentence: its words, pairs of words, relations, neighbours and place in the document."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from almenara.language import Parsed, Sentence, Token

CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "X", "INTJ", "SYM"))
TOLD = frozenset(("NOUN", "VERB"))
RELATIONS = frozenset("nsubj nsubj:pass obj iobj obl obl:agent nmod amod compound xcomp ccomp acl advcl conj".split())
LENGTHS = (6, 12, 20, 30, 45)
PLACES = (1, 2, 3, 5, 8, 13, 21)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case without accents; digits all read 0."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join("0" if c.isdigit() else c for c in plain if not unicodedata.combining(c))


def bag(tokens: Sequence[Token]) -> list[str]:
    """Folded lemmas of the words that tell what a sentence is about."""
    return [fold(t.lemma) for t in tokens if t.pos in TOLD]


def rows(parsed: Parsed) -> list[list[str]]:
    """The features of each sentence of a document."""
    sentences = parsed.sentences
    own = [list(dict.fromkeys(_inside(parsed, s))) for s in sentences]
    bags = [list(dict.fromkeys(bag(parsed.tokens_of(s)))) for s in sentences]
    head = [f"h:{w}" for w in bags[0]] if bags else []
    out = []
    for s in sentences:
        k = s.index
        near = [f"p:{w}" for w in bags[k - 1]] if k else ["p:-"]
        near += [f"n:{w}" for w in bags[k + 1]] if k + 1 < len(bags) else ["n:-"]
        out.append(own[k] + near + (head if k > 1 else []) + _position(parsed, s))
    return out


def _inside(parsed: Parsed, sentence: Sentence) -> Iterator[str]:
    """Features of the words of one sentence."""
    tokens = parsed.tokens
    before = "^"
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        pos = token.pos
        if pos == "PUNCT" or pos == "SPACE":
            continue
        word = fold(token.lemma)
        yield f"w:{word}"
        if pos != "DET":
            yield f"b:{before} {word}"
            before = word
        if pos in CONTENT:
            yield from _shape(fold(token.text))
            yield from _relation(parsed, token, word)


def _shape(form: str) -> Iterator[str]:
    if len(form) > 4:
        yield f"c:{form[:5]}"
        yield f"c:{form[:4]}"
        if len(form) > 6:
            yield f"c:{form[:7]}"
            yield f"e:{form[-4:]}"


def _relation(parsed: Parsed, token: Token, word: str) -> Iterator[str]:
    if token.dep == "root":
        yield f"r:{word}"
    elif token.dep in RELATIONS:
        governor = parsed.tokens[token.head]
        yield f"d:{fold(governor.lemma)}>{token.dep}>{word}"
        yield f"g:{fold(governor.lemma)}>{token.dep}"
        yield f"o:{token.dep}>{word}"


def _position(parsed: Parsed, sentence: Sentence) -> list[str]:
    size = sentence.last - sentence.first
    place = sum(sentence.index >= k for k in PLACES)
    out = [f"at:{place}", f"size:{sum(size > n for n in LENGTHS)}", f"in:{sentence.section}", f"lang:{parsed.language}"]
    out += [f"name:{n.label}" for n in parsed.names_by_sentence[sentence.index]]
    return list(dict.fromkeys(out))
