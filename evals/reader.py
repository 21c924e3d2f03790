"""The reader against treebanks and names: python -m evals.reader [--spacy] [--speed] [--limit N].

UD English EWT and Spanish GSD, test, on their own words and sentences (treebanks.py says how multiword tokens are counted);
relations without their subtypes, as is usual, and with them. Names on CoNLL-2002 Spanish testa: PER, ORG and LOC, strict,
and whatever their label. `--spacy` measures the spaCy pipelines too, on the same words, through the same conversion that
coders see; its English relations before that conversion are no UD, so that their plain attachment shows what it gains.
"""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from almenara.language import Parsed, Sentence
from almenara.model import Document
from evals.corpora import need
from evals.treebanks import Tree, named, trees

FILES = {"en": "en_ewt-test.conllu", "es": "es_gsd-test.conllu"}
LABELS = ("PER", "ORG", "LOC")
TAKEN_OFF = "punctuation not counted"
Parse = Callable[[Sequence[Sequence[str]]], Parsed]


def ours(language: str) -> Parse:
    """Our model over given words."""
    from almenara.language import choice, network, reader
    from almenara.language.outline import Outline

    model = network.network(choice.model_folder())

    def parse(sentences: Sequence[Sequence[str]]) -> Parsed:
        plan = Outline(Document(id="", text=" ".join(w for s in sentences for w in s)), language, [], [], [])
        for sentence in sentences:
            first, start = len(plan.forms), (plan.starts[-1] + len(plan.forms[-1]) + 1) if plan.forms else 0
            for word in sentence:
                plan.starts.append(start)
                plan.forms.append(word)
                start += len(word) + 1
            where = plan.starts[first], start - 1
            plan.sentences.append(Sentence(len(plan.sentences), first, len(plan.forms), *where, "body", 0))
        return reader.read(plan, model)

    return parse


def piped(language: str) -> Parse:
    """The spaCy pipeline over given words, its sentences fixed."""
    from almenara.language.piped import Assembly

    def parse(sentences: Sequence[Sequence[str]]) -> Parsed:
        out, text = Assembly(language), " ".join(w for s in sentences for w in s)
        at = 0
        for doc in raw(language, sentences):
            out.add(doc, at, "body", 0)
            at += len(doc.text) + 1
        return Parsed(Document(id="", text=text), language, out.tokens, out.sentences, out.names)

    return parse


def raw(language: str, sentences: Sequence[Sequence[str]]) -> list[Any]:
    """SpaCy's own annotation of given words."""
    from spacy.tokens import Doc

    from almenara.language.pipelines import pipeline

    nlp = pipeline(language)
    made = (
        Doc(nlp.vocab, words=list(s), spaces=[True] * (len(s) - 1) + [False], sent_starts=[True] + [False] * (len(s) - 1))
        for s in sentences
    )
    return list(nlp.pipe(made))


def syntax(gold: Sequence[Tree], parsed: Parsed) -> dict[str, float]:
    """Shares right: parts of speech, Penn tags, heads, heads with relations."""
    right, words = Counter[str](), Counter[str]()
    at = 0
    for tree in gold:
        for i, (pos, tag, head, dep) in enumerate(zip(tree.pos, tree.tags, tree.heads, tree.deps, strict=True)):
            token = parsed.tokens[at + i]
            attached = token.head == at + head
            main = attached and token.dep.split(":")[0] == dep.split(":")[0]
            marks = {"upos": token.pos == pos, "tag": token.tag == tag, "uas": attached, "las": main}
            marks["las, subtypes"] = attached and token.dep == dep
            for where in ("", *([] if pos == "PUNCT" else [f", {TAKEN_OFF}"])):
                words[where] += 1
                right.update(k + where for k, v in marks.items() if v)
        at += len(tree.words)
    return {k: right[k] / words[k.removeprefix(k.split(f", {TAKEN_OFF}")[0])] for k in sorted(right)}


def names(gold: Sequence[tuple[list[str], set[tuple[int, int, str]]]], parsed: Parsed) -> dict[str, float]:
    """F1 of names with their labels, and of their spans alone."""
    wanted, at = set(), 0
    for words, found in gold:
        wanted |= {(at + a, at + b, label) for a, b, label in found if label in LABELS}
        at += len(words)
    said = {(n.first, n.last, n.label) for n in parsed.names if n.label in LABELS}
    bare_all = {(a, b) for a, b in ((n.first, n.last) for n in parsed.names)}
    out = {"names": f1(wanted, said), "name spans": f1({w[:2] for w in wanted}, {s[:2] for s in said})}
    out["name spans, found under any label"] = len({w[:2] for w in wanted} & bare_all) / len(wanted)
    return out | {f"names {k}": f1({w for w in wanted if w[2] == k}, {s for s in said if s[2] == k}) for k in LABELS}


def f1(gold: set[Any], found: set[Any]) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * len(gold & found) / max(len(gold) + len(found), 1)


def pinned(folder: Path) -> dict[str, float]:
    """Our pinned figures on both treebanks."""
    out = {}
    for language, name in FILES.items():
        gold = trees(folder / name)
        found = syntax(gold, ours(language)([t.words for t in gold]))
        out |= {f"{language}_{k}": found[k] for k in ("upos", "uas", "las")}
    return out


def show(title: str, found: dict[str, float]) -> None:
    """One block of figures."""
    print(title)
    for name, value in found.items():
        print(f"  {name:44}{value:.4f}")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy", action="store_true", help="the spaCy pipelines too")
    parser.add_argument("--speed", action="store_true", help="words a second of both, on the same text")
    parser.add_argument("--limit", type=int, help="only so many sentences")
    args = parser.parse_args()
    makers = {"ours": ours} | ({"spaCy": piped} if args.spacy or args.speed else {})
    for language, name in FILES.items():
        gold = trees(need("ud") / name)[: args.limit]
        for who, make in makers.items():
            show(f"{name}, {who}", syntax(gold, make(language)([t.words for t in gold])))
        if args.spacy:
            _unconverted(language, gold)
    marked = named(need("conll2002_es") / "esp.testa")[: args.limit]
    for who, make in makers.items():
        show(f"esp.testa, {who}", names(marked, make("es")([words for words, _ in marked])))
    if args.speed:
        from evals.reader_speed import compare

        compare({language: trees(need("ud") / name)[: args.limit] for language, name in FILES.items()})


def _unconverted(language: str, gold: Sequence[Tree]) -> None:
    """Plain attachment of spaCy's parse as it comes."""
    docs = raw(language, [t.words for t in gold])
    right = sum(
        token.head.i == head for doc, tree in zip(docs, gold, strict=True) for token, head in zip(doc, tree.heads, strict=True)
    )
    print(f"  {'uas before the conversion':44}{right / sum(len(t.words) for t in gold):.4f}")


if __name__ == "__main__":
    main()
