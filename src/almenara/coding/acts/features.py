"""What the act model sees of each sentence: words, pairs of words, relations, neighbours, place, and the lexicon's hits."""

from collections.abc import Iterator, Mapping

from almenara.codebook import Hit
from almenara.coding.acts.reading import CONTENT, Reading, fold
from almenara.language import Parsed, Sentence, Token

TOLD = frozenset(("NOUN", "VERB"))
SILENT = frozenset(("PUNCT", "SPACE"))
RELATIONS = frozenset("nsubj nsubj:pass obj iobj obl obl:agent nmod amod compound xcomp ccomp acl advcl conj".split())
LENGTHS = (6, 12, 20, 30, 45)
PLACES = (1, 2, 3, 5, 8, 13, 21)


def rows(reading: Reading) -> list[list[str]]:
    """The features of each sentence of a document, each once."""
    parsed, views = reading.parsed, reading.views
    own = [list(dict.fromkeys(_inside(parsed, s))) for s in parsed.sentences]
    bags = [list(dict.fromkeys(fold(t.lemma) for t in parsed.tokens_of(s) if t.pos in TOLD)) for s in parsed.sentences]
    head = [f"h:{w}" for w in bags[0]] if bags else []
    out = []
    for k, sentence in enumerate(parsed.sentences):
        around = [f"p:{w}" for w in bags[k - 1]] + [f"xp:{a}" for a in views[k - 1].hits] if k else ["p:-"]
        if k + 1 < len(views):
            around += [f"n:{w}" for w in bags[k + 1]] + [f"xn:{a}" for a in views[k + 1].hits]
        else:
            around.append("n:-")
        around += head if k > 1 else []
        around += [f"xh:{a}" for a in views[0].hits] if k else []
        out.append(own[k] + around + _position(parsed, sentence) + _lexicon(views[k].hits))
    return out


def _inside(parsed: Parsed, sentence: Sentence) -> Iterator[str]:
    """Features of the words of one sentence."""
    before = "^"
    for token in parsed.tokens_of(sentence):
        pos = token.pos
        if pos in SILENT:
            continue
        word = fold(token.lemma)
        yield f"w:{word}"
        if pos != "DET":
            yield f"b:{before} {word}"
            before = word
        if pos in CONTENT or pos == "ADV":
            yield from _relation(parsed, token, word)


def _relation(parsed: Parsed, token: Token, word: str) -> Iterator[str]:
    if token.dep == "root":
        yield f"r:{word}"
    elif token.dep in RELATIONS:
        governor = fold(parsed.tokens[token.head].lemma)
        yield f"d:{governor}>{token.dep}>{word}"
        yield f"g:{governor}>{token.dep}"
        yield f"o:{token.dep}>{word}"


def _position(parsed: Parsed, sentence: Sentence) -> list[str]:
    size = sentence.last - sentence.first
    place = sum(sentence.index >= k for k in PLACES)
    out = [f"at:{place}", f"size:{sum(size > n for n in LENGTHS)}", f"in:{sentence.section}", f"lang:{parsed.language}"]
    return out + [f"name:{label}" for label in dict.fromkeys(n.label for n in parsed.names_by_sentence[sentence.index])]


def _lexicon(hits: Mapping[str, Hit]) -> list[str]:
    return [f"x:{act}" for act in hits] + [f"xe:{hit.entry.id}" for hit in hits.values()] + [f"xc:{min(len(hits), 5)}"]
