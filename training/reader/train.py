"""Train the reader: tags, dependencies and names in English and Spanish.

    python training/reader/train.py BASE_DIR OUT.pt --data DIR --names FILE... [--epochs 6] [--minutes 42]
        [--init FILE.pt --rate 0.4]

BASE_DIR is what vocabulary.py writes. Treebanks: UD English EWT (train) and Spanish GSD (its dev part) and PUD, all CC BY-SA;
names: the silver of names.py. Measures on EWT dev and on every tenth Spanish tree, which are held back. Seeds are fixed; on one
core an epoch takes ten minutes, on a GPU seconds (--device cuda). OUT.pt is written after every epoch.
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import network
import torch
from batches import IGNORED, Batcher, Example, label_lists, named, trees
from tokenizers import Tokenizer
from torch import Tensor, nn

SEED, SIZE = 7, 1600
ENCODER_RATE, HEAD_RATE, DECAY, WARM = 1.5e-4, 1e-3, 0.01, 0.06
SPANISH_TIMES, HELD_BACK, NAMES_SHARE, NAMES_HELD = 2, 10, 0.4, 40
LOSSES = {"upos": 0.5, "xpos": 0.3, "heads": 1.0, "deprel": 1.0, "names": 0.7}


def loss_of(scores: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the layers that the batch annotates."""
    total = scores["arcs"].new_zeros(())
    for layer, weight in LOSSES.items():
        if (batch[layer] != IGNORED).any():
            given = scores["arcs" if layer == "heads" else layer].float()
            total = total + weight * nn.functional.cross_entropy(
                given.flatten(0, 1), batch[layer].flatten(), ignore_index=IGNORED
            )
    return total


def right(model: network.Reader, batcher: Batcher, examples: list[Example]) -> str:
    """Tag accuracy, attachment (plain, and with the main relation), share of the words of names with the right tag."""
    count: Counter[str] = Counter()
    model.eval()
    main = [d.split(":")[0] for d in model.labels["deprel"]]
    device = next(model.parameters()).device
    with torch.inference_mode():
        for drawn in batcher.batches([(e, [batcher.pieces(w) for w in e.words]) for e in examples], 4 * SIZE, None):
            batch = {k: v.to(device) for k, v in drawn.items()}
            out = model(batch)
            there = batch["heads"] != IGNORED
            arcs = (out["heads"] == batch["heads"])[there].tolist()
            said, truth = out["deprel"].argmax(-1)[there].tolist(), batch["deprel"][there].tolist()
            count["words"] += len(arcs)
            count["uas"] += sum(arcs)
            count["las"] += sum(a and main[s] == main[t] for a, s, t in zip(arcs, said, truth, strict=True))
            count["upos"] += int((out["upos"].argmax(-1) == batch["upos"])[there].sum())
            there = batch["names"] > 0
            count["name words"] += int(there.sum())
            count["names"] += int((out["names"].argmax(-1) == batch["names"])[there].sum())
    model.train()
    shares = {k: count[k] / max(1, count["name words" if k == "names" else "words"]) for k in ("upos", "uas", "las", "names")}
    return ", ".join(f"{k} {v:.3f}" for k, v in shares.items() if v)


class Corpus:
    """What is trained on and what is held back."""

    def __init__(self, data: Path, names: list[Path]) -> None:
        spanish = trees(data / "ud/es_gsd-train.conllu") + trees(data / "ud/es_pud-train.conllu")
        marked = [e for path in names for e in named(path)]
        self.held = {"en": trees(data / "ud/en_ewt-dev.conllu"), "es": spanish[::HELD_BACK], "names": marked[::NAMES_HELD]}
        self.trees = trees(data / "ud/en_ewt-train.conllu")
        self.trees += [e for i, e in enumerate(spanish) if i % HELD_BACK] * SPANISH_TIMES
        self.names = [e for i, e in enumerate(marked) if i % NAMES_HELD]

    def drawn(self, rng: random.Random) -> list[Example]:
        """The sentences of one epoch."""
        return self.trees + rng.sample(self.names, int(NAMES_SHARE * len(self.names)))


class Trainer:
    """The optimiser; `rate(done)` warms up and then falls to nothing at done = 1."""

    def __init__(self, model: network.Reader, scale: float = 1.0) -> None:
        self.model, self.scale = model, scale
        model.encoder.embeddings.word_embeddings.weight.requires_grad = False  # rare words would drift from their kin
        inside = {id(p) for p in model.encoder.parameters()}
        encoder = [p for p in model.encoder.parameters() if p.requires_grad]
        heads = [p for p in model.parameters() if id(p) not in inside]
        groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
        self.device = next(model.parameters()).device

    def step(self, drawn: dict[str, Tensor], done: float) -> float:
        """One step; returns the loss."""
        for group, rate in zip(self.optimiser.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True):
            group["lr"] = self.scale * rate * min(1.0, done / WARM + 0.01) * (1 - done)
        batch = {k: v.to(self.device) for k, v in drawn.items()}
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            scores = self.model(batch)
        loss = loss_of(scores, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        return float(loss.detach())


def train(model: network.Reader, batcher: Batcher, corpus: Corpus, given: argparse.Namespace) -> None:
    """All epochs, or as many as the minutes allow."""
    rng, trainer, start = random.Random(SEED), Trainer(model, given.rate), time.monotonic()  # noqa: S311
    for epoch in range(given.epochs):
        batches, total = list(batcher.epoch(corpus.drawn(rng), SIZE, rng)), 0.0
        for number, batch in enumerate(batches):
            minutes = (time.monotonic() - start) / 60
            done = max((epoch + number / len(batches)) / given.epochs, minutes / given.minutes)
            if done >= 1:
                break
            total += trainer.step(batch, done)
            if number % 100 == 0:
                print(
                    f"epoch {epoch} batch {number}/{len(batches)} loss {total / (number + 1):.3f} {minutes:.1f} min", flush=True
                )
        for name, sentences in corpus.held.items():
            print(f"epoch {epoch} {name}: {right(model, batcher, sentences)}", flush=True)
        torch.save({"labels": model.labels, "state": model.state_dict()}, given.out)
        if done >= 1:
            return


def main() -> None:
    """Train and write OUT.pt."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("base", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--names", type=Path, nargs="*", default=[])
    args.add_argument("--init", type=Path)
    args.add_argument("--epochs", type=int, default=6)
    args.add_argument("--minutes", type=float, default=1e9)
    args.add_argument("--rate", type=float, default=1.0, help="a factor of the learning rates, below 1 to go on from --init")
    args.add_argument("--device", default="cpu")
    given = args.parse_args()
    torch.manual_seed(SEED)
    corpus = Corpus(given.data, given.names)
    model = network.load(given.init, given.base) if given.init else network.new(given.base, label_lists(corpus.trees))
    batcher = Batcher(Tokenizer.from_file(str(given.base / "tokenizer.json")), model.labels)
    train(model.to(given.device).train(), batcher, corpus, given)


if __name__ == "__main__":
    main()
