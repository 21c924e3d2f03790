"""Train the reader: tags, dependencies and names in English and Spanish.

    python training/reader/train.py BASE_DIR OUT.pt --data DIR --names FILE... [--epochs 8] [--init FILE.pt]

BASE_DIR is what vocabulary.py writes. Treebanks: UD English EWT (train) and Spanish GSD (its dev part) and PUD, all CC BY-SA;
names: the silver of names.py. Measures on EWT dev and the last tenth of the Spanish trees, which are held back. Seeds are
fixed; on two cores an epoch takes some minutes, on a GPU seconds (--device cuda).
"""

import argparse
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn

import network
from batches import IGNORED, Batcher, Example, label_lists, named, trees
from tokenizers import Tokenizer

SEED, SIZE = 7, 1600
ENCODER_RATE, HEAD_RATE, DECAY, WARM = 1.5e-4, 1e-3, 0.01, 0.06
SPANISH_TIMES, HELD_BACK, NAMES_SHARE = 2, 10, 0.4
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


def right(model: network.Reader, batcher: Batcher, examples: list[Example], device: str) -> str:
    """Tag accuracy, attachment (plain and with the main relation) and share of words with the right name tag."""
    hit, all_ = dict.fromkeys(("upos", "uas", "las", "name words"), 0), dict.fromkeys(("words", "name words"), 0)
    model.eval()
    main = [d.split(":")[0] for d in model.labels["deprel"]]
    with torch.inference_mode():
        for batch in batcher.batches([(e, [batcher.pieces(w) for w in e.words]) for e in examples], 4 * SIZE, None):
            batch = {k: v.to(device) for k, v in batch.items()}
            out = model(batch)
            if (batch["heads"] != IGNORED).any():
                there = batch["heads"] != IGNORED
                arcs = (out["heads"] == batch["heads"]) & there
                same = torch.tensor(
                    [
                        main[a] == main[b]
                        for a, b in zip(
                            out["deprel"].argmax(-1)[there].tolist(), batch["deprel"][there].clamp(min=0).tolist(), strict=True
                        )
                    ]
                )
                hit["uas"] += int(arcs.sum())
                hit["las"] += int((arcs[there].cpu() & same).sum())
                hit["upos"] += int(((out["upos"].argmax(-1) == batch["upos"]) & there).sum())
                all_["words"] += int(there.sum())
            there = batch["names"] > 0
            hit["name words"] += int(((out["names"].argmax(-1) == batch["names"]) & there).sum())
            all_["name words"] += int(there.sum())
    model.train()
    parts = [f"{k} {hit[k] / all_['words']:.3f}" for k in ("upos", "uas", "las") if all_["words"]]
    return ", ".join(parts + [f"{k} {hit[k] / all_[k]:.3f}" for k in ("name words",) if all_[k]])


def main() -> None:
    """Train and write OUT.pt, the best by Spanish and English attachment."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("base", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--names", type=Path, nargs="*", default=[])
    args.add_argument("--init", type=Path)
    args.add_argument("--epochs", type=int, default=8)
    args.add_argument("--minutes", type=float, default=1e9, help="the learning rate falls to nothing by then")
    args.add_argument("--device", default="cpu")
    given = args.parse_args()
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311
    english = trees(given.data / "ud/en_ewt-train.conllu")
    spanish = trees(given.data / "ud/es_gsd-train.conllu") + trees(given.data / "ud/es_pud-train.conllu")
    held = {"en": trees(given.data / "ud/en_ewt-dev.conllu"), "es": spanish[::HELD_BACK]}
    spanish = [e for i, e in enumerate(spanish) if i % HELD_BACK]
    names = [e for path in given.names for e in named(path)]
    if names:
        held["names"] = names[::40]
        names = [e for i, e in enumerate(names) if i % 40]
    examples = english + spanish * SPANISH_TIMES
    if given.init:
        model = network.load(given.init, given.base)
    else:
        model = network.new(given.base, label_lists(examples))
    model.to(given.device).train()
    model.encoder.embeddings.word_embeddings.weight.requires_grad = False
    batcher = Batcher(Tokenizer.from_file(str(given.base / "tokenizer.json")), model.labels)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    inside = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in inside]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY
    )
    base = [g["lr"] for g in optimiser.param_groups]
    start, steps = time.time(), 0
    for epoch in range(given.epochs):
        some = rng.sample(names, int(NAMES_SHARE * len(names)))
        batches = list(batcher.epoch(examples + some, SIZE, rng))
        total = 0.0
        for number, batch in enumerate(batches):
            done = max((epoch + number / len(batches)) / given.epochs, (time.time() - start) / 60 / given.minutes)
            if done >= 1:
                break
            scale = min(1.0, done / WARM + 0.01) * (1 - done)
            for group, rate in zip(optimiser.param_groups, base, strict=True):
                group["lr"] = rate * scale
            batch = {k: v.to(given.device) for k, v in batch.items()}
            with torch.autocast(given.device, dtype=torch.bfloat16):
                scores = model(batch)
            loss = loss_of(scores, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            total, steps = total + float(loss), steps + 1
            if number % 100 == 0:
                print(
                    f"epoch {epoch} batch {number}/{len(batches)} loss {total / (number + 1):.3f} {time.time() - start:.0f} s",
                    flush=True,
                )
        for name, sentences in held.items():
            print(f"epoch {epoch} {name}: {right(model, batcher, sentences, given.device)}", flush=True)
        torch.save({"labels": model.labels, "state": model.state_dict()}, given.out)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
