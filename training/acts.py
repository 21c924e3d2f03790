"""Train and measure the model of acts: which sentence tells what, what is one event, how it is told.

    python training/acts.py --data DIR [--cache DIR]            cross-validated figures, the model file, figures on DIR/gold
    python training/acts.py --data DIR [--cache DIR] --measure  figures of the shipped model on DIR/gold

Trained on the annotated articles of DIR/train; sentences of everyday text (DIR/ud, the parts named train) are examples of
documents that tell nothing. Parses are kept in --cache (pickles of your own making; never load one that you did not write).
"""

import argparse
import json
import pickle
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from regressions import MIN_COUNT, SEED, fit_dense, fit_judge, fit_table

from almenara import codebook, language
from almenara.coding.acts import context, detect, features, same, telling
from almenara.coding.acts.dense import Dense, Views, vectors_of
from almenara.coding.acts.model import LOUDNESS, REALITIES, Model
from almenara.coding.acts.reading import Reading
from almenara.coding.acts.table import Judge, Table
from almenara.coding.acts.triggers import trigger
from almenara.coding.draft import EventDraft
from almenara.language import Parsed
from almenara.model import Document
from almenara.scoring import Scores, score

WRITTEN = Path(__file__).parent / "data/acts.toml"
OUT = Path(__file__).parent.parent / "src/almenara/coding/acts/data/acts.npz"
FOLDS, RARE, PRIOR = 5, 8, 8.0
TOLD_C, AGAIN_C, SAME_C, REAL_C, BACKGROUND_C, DENSE_C = 20.0, 0.3, 0.1, 8.0, 2.0, 0.03
EVERYDAY = (("es_gsd-train", "es", 100), ("es_pud-train", "es", 70), ("en_ewt-train", "en", 150))
EVERYDAY_SIZE, MANY_HITS = 14, 3
EXCERPTS = (1, 1, 1, 2, 3)
HARDLY = 0.003
NOTHING: dict[str, Any] = {"events": [], "claims": [], "forecasts": [], "figures": []}


class Article:
    """One document: its parse, its gold coding, and (act, reality, background, sentences) of its events."""

    def __init__(self, parsed: Parsed, coding: dict[str, Any]) -> None:
        self.coding = coding
        self.reading = Reading(parsed)
        self.rows = features.rows(self.reading)
        self.events = [(e["act"], e["reality"], bool(e["background"]), told_in(parsed, e)) for e in coding["events"]]
        self.logits: NDArray[Any] = np.zeros((0, 0), np.float32)
        self.fold = -1
        self.weights: dict[str, float] = {}
        self.vectors = vectors_of(parsed)
        self.further: Views = ()

    @property
    def parsed(self) -> Parsed:
        """The parse."""
        return self.reading.parsed


def told_in(parsed: Parsed, event: dict[str, Any]) -> list[int]:
    """The sentences of an event's evidence."""
    found: list[int] = []
    for quote in event["evidence"]:
        start = parsed.text.find(quote)
        for s in parsed.sentences:
            shared = min(s.end, start + len(quote)) - max(s.start, start)
            if start >= 0 and shared >= min(15, s.end - s.start, len(quote)) and s.index not in found:
                found.append(s.index)
    return found


def load(data: Path, part: str, cache: Path | None) -> list[Article]:
    """The articles of a part of the corpus, parsed."""
    kept = cache / f"acts_{part}.pkl" if cache else None
    parses: dict[str, Parsed] = pickle.loads(kept.read_bytes()) if kept and kept.exists() else {}  # noqa: S301
    out = []
    for path in sorted((data / part / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        if raw["id"] not in parses:
            document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw.get("published"))
            parses[raw["id"]] = language.load(raw["language"]).parse(document)
        out.append(Article(parses[raw["id"]], json.loads((data / part / "codings" / path.name).read_text("utf-8"))))
    if kept:
        kept.write_bytes(pickle.dumps(parses))
    return out


def everyday(data: Path, cache: Path | None) -> list[Article]:
    """Documents made of consecutive sentences of treebanks; those in which the lexicon finds much are left out."""
    kept = cache / "acts_everyday.pkl" if cache else None
    if kept and kept.exists():
        parses = pickle.loads(kept.read_bytes())  # noqa: S301
    else:
        parses = [p for name, lang, n in EVERYDAY for p in _treebank(data / "ud" / f"{name}.conllu", lang, n)]
        if kept:
            kept.write_bytes(pickle.dumps(parses))
    articles = [Article(p, NOTHING | {"id": p.document.id}) for p in parses]
    return [a for a in articles if sum(any(h.entry.weight > 0.3 for h in v.hits.values()) for v in a.reading.views) < MANY_HITS]


def _treebank(path: Path, lang: str, wanted: int) -> list[Parsed]:
    lines = path.read_text("utf-8").splitlines()
    sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    texts = ["\n".join(sentences[k : k + EVERYDAY_SIZE]) for k in range(0, len(sentences), EVERYDAY_SIZE)]
    step = max(1, len(texts) // wanted)
    reader = language.load(lang)
    return [reader.parse(Document(id=f"{path.stem}-{k}", text=t, language=lang)) for k, t in enumerate(texts[::step][:wanted])]


def written() -> list[Article]:
    """The sentences of data/acts.toml, each a document that tells one act."""
    out = []
    for act, sides in tomllib.loads(WRITTEN.read_text("utf-8")).items():
        for lang, sentences in sides.items():
            reader = language.load(lang)
            for k, sentence in enumerate(sentences):
                name = f"{act}-{lang}-{k}"
                event = {"act": act, "reality": "occurred", "background": False, "evidence": [sentence]}
                parsed = reader.parse(Document(id=name, text=sentence, language=lang))
                out.append(Article(parsed, NOTHING | {"id": name, "events": [event]}))
    return out


def excerpts(articles: Sequence[Article]) -> list[Article]:
    """Short stretches of articles, so that a text of a sentence or two is read as well; `coding.of` names the article."""
    chance, out = np.random.default_rng(SEED), []
    for article in articles:
        for size in EXCERPTS:
            start = int(chance.integers(0, max(1, len(article.rows) - size)))
            parsed = article.parsed.only(range(start, min(start + size, len(article.rows))))
            events = [e for e in article.coding["events"] if told_in(parsed, e)]
            name = f"{article.coding['id']}-{size}-{start}"
            out.append(Article(parsed, NOTHING | {"id": name, "of": article.coding["id"], "events": events}))
    return out


def fit_told(articles: Sequence[Article], acts: Sequence[str]) -> Table:
    """Which acts a sentence tells."""
    return fit_table([r for a in articles for r in a.rows], targets_of(articles, acts), [TOLD_C] * len(acts), LOUDNESS)


def targets_of(articles: Sequence[Article], acts: Sequence[str]) -> NDArray[Any]:
    """Which acts each sentence tells, as ones and zeros."""
    number = {a: k for k, a in enumerate(acts)}
    targets = []
    for article in articles:
        target = np.zeros((len(article.rows), len(acts)), np.int8)
        for act, _, _, sentences in article.events:
            target[sentences, number[act]] = 1
        targets.append(target)
    return np.concatenate(targets)


def fit_vectors(articles: Sequence[Article], acts: Sequence[str]) -> Dense | None:
    """Which acts a sentence tells, from its vector; None where the reader gives no vectors."""
    known = [a for a in articles if a.vectors is not None and "of" not in a.coding]
    if not known:
        return None
    return fit_dense(np.concatenate([a.vectors for a in known]), targets_of(known, acts), DENSE_C)


def fit_again(articles: Sequence[Article], acts: tuple[str, ...], *, closer: bool = False) -> Judge:
    """The second look, from first looks by models that had not seen the document; `closer` also from sentence vectors."""
    rows, numbers, truth = [], [], []
    for article in articles:
        told = {(s, act) for act, _, _, sentences in article.events for s in sentences}
        further = article.further if closer else ()
        rows.append(context.vectors(article.reading, article.logits, acts, further=further, weights=article.weights))
        pairs = context.candidates(article.logits)
        numbers += [a for _, a in pairs]
        truth += [(s, acts[a]) in told for s, a in pairs]
    return fit_judge(np.concatenate(rows), np.array(numbers), np.array(truth), AGAIN_C, len(acts))


def fit_same(articles: Sequence[Article], acts: tuple[str, ...], idf: dict[str, float]) -> Judge:
    """Whether two sentences that tell one act tell one event."""
    rows, numbers, truth = [], [], []
    for article in articles:
        for k, act in enumerate(acts):
            ids: dict[int, set[int]] = {}
            for e, (other, _, _, sentences) in enumerate(article.events):
                for s in sentences if other == act else ():
                    ids.setdefault(s, set()).add(e)
            compare = same.comparer(article.reading, idf, act)
            for i, j in ((i, j) for j in sorted(ids) for i in sorted(ids) if i < j):
                rows.append(compare(i, j))
                numbers.append(k)
                truth.append(bool(ids[i] & ids[j]))
    return fit_judge(np.array(rows, np.float64), np.array(numbers), np.array(truth), SAME_C, len(acts))


def fit_real(articles: Sequence[Article], model: Model) -> Table:
    """Realities and background of events, each telling of an event an example."""
    rows, targets = [], []
    for article in articles:
        for act, reality, background, sentences in article.events:
            for s in sentences:
                rows.append(telling.features(article.reading, s, act, trigger(article.reading, s, act, model.triggers)))
                targets.append([*(reality == r for r in REALITIES), background])
    return fit_table(rows, np.array(targets, np.int8), [REAL_C] * len(REALITIES) + [BACKGROUND_C], {})


def rarity(articles: Sequence[Article]) -> dict[str, float]:
    """Inverse document frequency of words over sentences."""
    views = [v for a in articles for v in a.reading.views]
    counts = Counter(w for v in views for w in v.words | v.names)
    return {w: float(np.log(len(views) / (1 + n))) for w, n in sorted(counts.items()) if n >= MIN_COUNT}


def fit_rest(parts: Sequence[Sequence[Article]], acts: tuple[str, ...], told: Table) -> Model:
    """The model around a table of what is told; `parts` are articles, excerpts and documents of nothing, with `logits`."""
    articles = parts[0]
    idf = rarity(articles)
    judges = (fit_again([a for part in parts for a in part], acts), fit_same(articles, acts, idf))
    blind = Model(acts, (told, told), judges, idf)
    model = Model(acts, (told, fit_real(articles, blind)), judges, idf)
    if articles[0].further:
        model.closer = fit_again([a for part in parts for a in part], acts, closer=True)
    known = Counter(act for a in articles for act, *_ in a.events)
    model.rare = frozenset(act for act in acts if known[act] < RARE)
    return model


def coding_of(article: Article, found: Sequence[EventDraft]) -> dict[str, Any]:
    """Drafts as the scorer reads them."""
    parsed, events = article.parsed, []
    for draft in found:
        spans = [parsed.sentence_span(parsed.sentences[s]) for s in draft.sentences]
        evidence = [{"start": s.start, "end": s.end, "quote": s.quote} for s in spans]
        events.append({"act": draft.act, "reality": draft.reality, "background": draft.background, "evidence": evidence})
    return {"document": {"text": parsed.text}, "events": events, "claims": [], "forecasts": [], "figures": []}


def agreement(articles: Sequence[Article], found: dict[str, list[EventDraft]], keep: Callable[[Article], bool]) -> Scores:
    """Agreement of the articles that `keep` keeps."""
    kept = {a.coding["id"]: a for a in articles if keep(a)}
    return score({i: a.coding for i, a in kept.items()}, {i: coding_of(a, found[i]) for i, a in kept.items()})


def report(title: str, articles: Sequence[Article], found: dict[str, list[EventDraft]], *, acts: bool = False) -> None:
    """Print agreement in all and by language, and by act."""
    for lang in ("", "en", "es"):
        result = agreement(articles, found, lambda a, lang=lang: lang in ("", a.parsed.language))  # type: ignore[misc]
        print(title, lang or "all", summary(result))
    if acts:
        tallies = agreement(articles, found, lambda a: True).acts
        for act, tally in sorted(tallies.items(), key=lambda pair: -pair[1].gold):
            print(f"  {act:22} hit {tally.hit:4} found {tally.found:4} gold {tally.gold:4}")


def summary(result: Scores) -> str:
    """One line of figures."""
    out = result.result()
    strict, lenient = out["events_strict"], out["events_lenient"]
    facts = "  ".join(f"{k} {out[k]['accuracy']:.3f}" for k in ("reality", "background"))
    return f"strict P {strict['P']:.3f} R {strict['R']:.3f} F1 {strict['F1']:.3f}  lenient F1 {lenient['F1']:.3f}  {facts}"


def look(article: Article, told: Table, dense: Dense | None) -> None:
    """Set what the first look and the reader's vectors say of an article."""
    article.logits = told.logits(article.rows)
    article.further = (dense.logits(article.vectors),) if dense and article.vectors is not None else ()


def trusted(articles: Sequence[Article]) -> dict[str, float]:
    """Weights of the lexicon's entries as training/lexicon_precision.py measures them, on some articles only."""
    fired, right = Counter[str](), Counter[str]()
    for article in articles:
        told = {(s, act) for act, _, _, sentences in article.events for s in sentences}
        for s, view in enumerate(article.reading.views):
            for act, hit in view.hits.items():
                fired.update((hit.entry.id, _act(hit.entry.id), ""))
                right.update((hit.entry.id, _act(hit.entry.id), "") if (s, act) in told else ())
    whole = right[""] / fired[""]
    entries = [*codebook.lexicon("en").entries, *codebook.lexicon("es").entries]
    acts = {name: (right[name] + PRIOR * whole) / (fired[name] + PRIOR) for name in {_act(e) for e in entries}}
    return {e: (right[e] + PRIOR * acts[_act(e)]) / (fired[e] + PRIOR) for e in entries}


def _act(entry: str) -> str:
    return entry.rpartition(".")[0]


def held_out(everything: Sequence[Article], acts: tuple[str, ...], more: Sequence[Article] = ()) -> None:
    """Give every article a fold, its excerpts the same, and what models of the other folds and of `more` say of it."""
    order = np.random.default_rng(SEED).permutation(len(everything))
    for place, k in enumerate(order):
        everything[k].fold = place % FOLDS
    folds = {a.coding["id"]: a.fold for a in everything}
    for article in everything:
        article.fold = folds[article.coding.get("of", article.coding["id"])]
    first_looks(everything, acts, FOLDS, more)


def first_looks(
    everything: Sequence[Article], acts: tuple[str, ...], folds: int, more: Sequence[Article] = ()
) -> list[tuple[Table, Dense | None]]:
    """Set what the models that have not seen an article's fold say of it; returns those models by fold. All see `more`."""
    out = []
    for fold in range(folds):
        seen = [a for a in everything if a.fold != fold]
        told, dense = fit_told([*seen, *more], acts), fit_vectors([*seen, *more], acts)
        weights = trusted([a for a in seen if "of" not in a.coding])
        for article in (a for a in everything if a.fold == fold):
            look(article, told, dense)
            article.weights = weights
        out.append((told, dense))
    return out


def found_in(model: Model, articles: Sequence[Article]) -> dict[str, list[EventDraft]]:
    """The events of articles by a model, from their logits."""
    return {
        a.coding["id"]: detect.drafts(
            model, a.reading, detect.chances(model, a.reading, a.logits, further=a.further, weights=a.weights)
        )
        if a.rows
        else []
        for a in articles
    }


def cross_validate(parts: Sequence[Sequence[Article]], acts: tuple[str, ...]) -> float:
    """Print figures of models that have not seen what they are measured on; returns the best limit of an event."""
    articles, short, _ = parts
    models = []
    for fold in range(FOLDS):
        table = Table({}, np.zeros(0, np.float32), np.zeros((0, len(acts)), np.float32), np.zeros(len(acts), np.float32))
        models.append(fit_rest([[a for a in part if a.fold != fold] for part in parts], acts, table))
    tried: list[tuple[float, float, dict[str, list[EventDraft]]]] = []
    for event in (0.23, 0.26, 0.29, 0.32, 0.35):
        found: dict[str, list[EventDraft]] = {}
        for fold, model in enumerate(models):
            model.limits = replace(model.limits, event=event)
            found |= found_in(model, [a for a in (*articles, *short) if a.fold == fold])
        result = agreement(articles, found, lambda a: True)
        print(f"cv {event:.2f}", summary(result), " excerpts", summary(agreement(short, found, lambda a: True))[:32])
        tried.append((result.result()["events_strict"]["F1"], event, found))
    # the strictest of those that hardly differ: every false event also brings false participants, places and dates
    _, event, found = [t for t in tried if t[0] >= max(t[0] for t in tried) - HARDLY][-1]
    report(f"cv {event}", articles, found, acts=True)
    return event


def train(articles: Sequence[Article], nothing: Sequence[Article]) -> Model:
    """Cross-validated figures, then the model of everything."""
    acts = tuple(sorted(codebook.acts()))
    parts = (articles, excerpts(articles), nothing)
    everything = [a for part in parts for a in part]
    more = written()
    held_out(everything, acts, more)
    event = cross_validate(parts, acts)
    model = fit_rest(parts, acts, fit_told([*everything, *more], acts))
    model.dense = fit_vectors([*everything, *more], acts)
    model.limits = replace(model.limits, event=event)
    return model


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    if not options.measure:
        train(load(options.data, "train", options.cache), everyday(options.data, options.cache)).save(OUT)
        print(f"{OUT.name}: {OUT.stat().st_size / 1e6:.2f} MB")
    gold, model = load(options.data, "gold", options.cache), Model.shipped()
    for article in gold:
        look(article, model.told, model.dense)
    report("gold", gold, found_in(model, gold), acts=options.measure)


if __name__ == "__main__":
    main()
