"""Train the reader's event branch on frozen word vectors, and write what it says of articles that it was not trained on.

    python training/reader/events.py BASE_DIR READER.pt SENTENCES.jsonl OUT_DIR [--muc FILE.jsonl] [--folds 4] [--epochs 6]

SENTENCES.jsonl is what sentences.py writes for the train part; --muc adds sentences of MUC-4 train with its five roles and six
types (layers of their own; no licence is stated with that corpus). OUT_DIR receives branch.pt (trained on everything)
and unseen.npz: per article, logits of the folds without it.
"""

import argparse
import json
import random
import zlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import network
import numpy as np
import torch
from batches import Batcher, Example
from events_network import TOKEN_LAYERS, Events
from msgspec import Struct
from tokenizers import Tokenizer
from torch import Tensor, nn

SEED, RATE, SIZE, READ_SIZE = 7, 8e-4, 1200, 6000
WEIGHTS = {"roles": 3.0, "muc_roles": 3.0, "acts": 1.0, "told": 0.5, "muc_types": 0.7}
TOLD = ("background", "occurred", "ongoing", "attempted", "planned", "threatened", "alleged", "denied", "hypothetical")
MUC_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
MAX_WORDS = 120


class Read(Struct):
    """A sentence with its word vectors and the layers that are annotated."""

    doc: str
    vectors: Tensor
    targets: dict[str, Any]


def vectors_of(reader: network.Reader, batcher: Batcher, sentences: Sequence[list[str]]) -> list[Tensor]:
    """Word vectors of each sentence in half precision."""
    out: list[Tensor] = [torch.zeros(0)] * len(sentences)
    seen = [(Example(words[:MAX_WORDS]), [batcher.pieces(w) for w in words[:MAX_WORDS]]) for words in sentences]
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in batcher.batches(seen, READ_SIZE, None):
            found = reader.words(batch).half()
            for row, number in enumerate(batch["order"].tolist()):
                out[number] = found[row, : len(seen[number][1])].clone()
    return out


def collate(chosen: Sequence[Read], labels: dict[str, list[str]]) -> tuple[Tensor, Tensor, dict[str, tuple[Tensor, Tensor]]]:
    """Vectors, mask and, per layer, its targets with the mask of what is annotated."""
    size = max(len(r.vectors) for r in chosen)
    vectors = torch.zeros(len(chosen), size, chosen[0].vectors.shape[1])
    mask = torch.zeros(len(chosen), size)
    out: dict[str, tuple[Tensor, Tensor]] = {}
    for k, values in labels.items():
        shape = (len(chosen), size, len(values)) if k in TOKEN_LAYERS else (len(chosen), len(values))
        out[k] = (torch.zeros(shape), torch.zeros(shape))
    for row, read in enumerate(chosen):
        vectors[row, : len(read.vectors)] = read.vectors.float()
        mask[row, : len(read.vectors)] = 1
        for k, found in read.targets.items():
            if k not in out:
                continue
            target, known = out[k]
            number = {v: i for i, v in enumerate(labels[k])}
            if k in TOKEN_LAYERS:
                known[row, : len(read.vectors)] = 1
                for first, last, value in found:
                    target[row, first:last, number[value]] = 1
            else:
                known[row] = 1
                target[row, [number[v] for v in found if v in number]] = 1
    return vectors, mask, out


def fit(reads: Sequence[Read], labels: dict[str, list[str]], epochs: int, size: int) -> Events:
    """A branch trained on some sentences."""
    torch.manual_seed(SEED)
    rng, model = random.Random(SEED), Events(size, labels)  # noqa: S311
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.05)
    per = max(1, SIZE // 30)
    total, step = epochs * (len(reads) // per + 1), 0
    for _ in range(epochs):
        order = sorted(range(len(reads)), key=lambda i: (len(reads[i].vectors) // 6, rng.random()))
        groups = [order[i : i + per] for i in range(0, len(order), per)]
        rng.shuffle(groups)
        for group in groups:
            vectors, mask, targets = collate([reads[i] for i in group], labels)
            out = model(vectors, mask)
            loss = vectors.new_zeros(())
            for k, (target, known) in targets.items():
                if known.any():
                    raw = nn.functional.binary_cross_entropy_with_logits(out[k], target, reduction="none")
                    loss = loss + WEIGHTS[k] * (raw * known).sum() / known.sum() * min(10, target.shape[-1])
            for g in optimiser.param_groups:
                g["lr"] = RATE * min(1.0, step / (0.1 * total) + 0.01) * (1 - step / total)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
    return model.eval()


def logits(model: Events, reads: Sequence[Read]) -> list[dict[str, np.ndarray]]:
    """What a branch says of each sentence."""
    out: list[dict[str, np.ndarray]] = []
    with torch.inference_mode():
        for i in range(0, len(reads), 32):
            vectors, mask, _ = collate(reads[i : i + 32], {})
            found = model(vectors, mask)
            for row, read in enumerate(reads[i : i + 32]):
                size = len(read.vectors)
                out.append({k: (v[row, :size] if k in TOKEN_LAYERS else v[row]).numpy() for k, v in found.items()})
    return out


def measured(reads: Sequence[Read], said: Sequence[dict[str, np.ndarray]], labels: dict[str, list[str]]) -> str:
    """Micro F1 of each layer at the best single threshold, a rough guide."""
    parts = []
    for k, values in labels.items():
        scores, truth = [], []
        for read, found in zip(reads, said, strict=True):
            if k in read.targets:
                _, _, target = collate([read], {k: values})
                scores.append(found[k].ravel())
                truth.append(target[k][0][0].numpy().ravel())
        if scores:
            s, t = np.concatenate(scores), np.concatenate(truth)
            best = max((2 * (t * (s > c)).sum() / max(1, t.sum() + (s > c).sum()), c) for c in np.linspace(-3, 2, 21))
            parts.append(f"{k} {best[0]:.3f} (at {best[1]:.2f})")
    return ", ".join(parts)


def reads_of(rows: list[dict[str, Any]], muc: list[dict[str, Any]], vectors: list[Tensor]) -> list[Read]:
    """Annotated articles' sentences, then MUC's; a sentence without acts tells nothing of how acts are told."""
    out = []
    for row, v in zip(rows, vectors, strict=False):
        told = {k: row[k] for k in ("acts", "told")} if row["acts"] else {"acts": []}
        out.append(Read(row["doc"], v, told | {"roles": [s for s in row["roles"] if s[1] <= len(v)]}))
    for row, v in zip(muc, vectors[len(rows) :], strict=True):
        spans = [s for s in row["spans"] if s[1] <= len(v)]
        out.append(Read(row["docid"], v, {"muc_roles": spans, "muc_types": row["types"]}))
    return out


def cross_fitted(reads: list[Read], labels: dict[str, list[str]], folds: int, epochs: int) -> dict[str, np.ndarray]:
    """Logits of each article and layer by the branch of the folds without it, under "article/layer"."""
    fold = {r.doc: zlib.crc32(r.doc.encode()) % folds for r in reads}
    unseen: dict[str, list[dict[str, np.ndarray]]] = defaultdict(list)
    for k in range(folds):
        model = fit([r for r in reads if fold[r.doc] != k], labels, epochs, reads[0].vectors.shape[1])
        out_of = [r for r in reads if fold[r.doc] == k]
        said = logits(model, out_of)
        print(f"fold {k}: {measured(out_of, said, labels)}", flush=True)
        for read, found in zip(out_of, said, strict=True):
            unseen[read.doc].append(found)
    joined = {k: np.concatenate if k in TOKEN_LAYERS else np.stack for k in labels}
    return {f"{doc}/{k}": joined[k]([f[k] for f in found]).astype(np.float16) for doc, found in unseen.items() for k in labels}


def label_lists(rows: list[dict[str, Any]], muc: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The labels of each layer."""
    out = {
        "roles": sorted({role for row in rows for _, _, role in row["roles"]}),
        "acts": sorted({act for row in rows for act in row["acts"]}),
        "told": list(TOLD),
    }
    return out | ({"muc_roles": list(MUC_ROLES), "muc_types": sorted({t for row in muc for t in row["types"]})} if muc else {})


def main() -> None:
    """Train, cross-fit, write."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "reader", "sentences", "out"):
        args.add_argument(name, type=Path)
    args.add_argument("--muc", type=Path)
    args.add_argument("--folds", type=int, default=4)
    args.add_argument("--epochs", type=int, default=6)
    given = args.parse_args()
    reader = network.load(given.reader, given.base)
    batcher = Batcher(Tokenizer.from_file(str(given.base / "tokenizer.json")), reader.labels)
    rows, muc = (
        [json.loads(line) for line in path.open(encoding="utf-8")] if path else [] for path in (given.sentences, given.muc)
    )
    labels = label_lists(rows, muc)
    reads = reads_of(rows, muc, vectors_of(reader, batcher, [row["words"] for row in rows + muc]))
    given.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(given.out / "unseen.npz", **cross_fitted(reads, labels, given.folds, given.epochs))
    size = reads[0].vectors.shape[1]
    model = fit(reads, labels, given.epochs, size)
    torch.save({"labels": labels, "size": size, "state": model.state_dict()}, given.out / "branch.pt")
    (given.out / "labels.json").write_text(json.dumps(labels), encoding="utf-8")


if __name__ == "__main__":
    main()
