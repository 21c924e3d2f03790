"""The reader: a short transformer with heads for parts of speech, tags, dependencies and names.

Dependencies by biaffine attention (Dozat and Manning 2017); a word is the vector of its first piece.
"""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertModel

ARC, REL = 256, 96
MOST_LAYERS = 24
DROP = 0.2
FAR = -1e4


class Biaffine(nn.Module):
    """Scores of pairs: x [b, n, d] and y [b, m, d] to [b, out, n, m], a constant joined to both."""

    def __init__(self, size: int, out: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out, size + 1, size + 1))

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        """Scores [b, out, n, m]."""
        x, y = (torch.cat([v, torch.ones_like(v[..., :1])], -1) for v in (x, y))
        return torch.einsum("bnd,ode,bme->bonm", x, self.weight, y)


class Reader(nn.Module):
    """`labels` maps upos, xpos, deprel and names to their lists."""

    def __init__(self, encoder: BertModel, labels: dict[str, list[str]]) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder, self.labels = encoder, labels
        self.drop = nn.Dropout(DROP)
        self.upos, self.xpos, self.names = (nn.Linear(size, len(labels[k])) for k in ("upos", "xpos", "names"))
        self.root = nn.Parameter(torch.zeros(size))
        self.arc_dep, self.arc_head = (nn.Sequential(nn.Linear(size, ARC), nn.GELU(), nn.Dropout(DROP)) for _ in range(2))
        self.rel_dep, self.rel_head = (nn.Sequential(nn.Linear(size, REL), nn.GELU(), nn.Dropout(DROP)) for _ in range(2))
        self.arcs = Biaffine(ARC, 1)
        self.rel_weight = nn.Parameter(torch.zeros(REL + 1, len(labels["deprel"]), REL + 1))

    def words(self, batch: dict[str, Tensor]) -> Tensor:
        """Word vectors [b, w, h]."""
        out = self.encoder(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"]).last_hidden_state
        return out.gather(1, batch["first"].unsqueeze(-1).expand(-1, -1, out.shape[-1]))

    def heads_of(self, words: Tensor, word_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Arc scores [b, w, w+1] (column 0 is the root) and the governors' vectors [b, w+1, h]."""
        above = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        scores = self.arcs(self.arc_dep(words), self.arc_head(above)).squeeze(1)
        allowed = torch.cat([torch.ones_like(word_mask[:, :1]), word_mask], 1)
        return scores + (1 - allowed.to(scores.dtype)).unsqueeze(1) * FAR, above

    def relations(self, words: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Relation scores [b, w, R] for the governors `heads` [b, w]."""
        of = above.gather(1, heads.unsqueeze(-1).expand(-1, -1, above.shape[-1]))
        x, y = self.rel_dep(words), self.rel_head(of)
        x, y = (torch.cat([v, torch.ones_like(v[..., :1])], -1) for v in (x, y))
        left = x @ self.rel_weight.flatten(1)  # [b, w, R * (REL + 1)]
        return (left.view(*x.shape[:2], -1, REL + 1) * y.unsqueeze(2)).sum(-1)

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """All scores; relations are those of the given governors in training, of the best ones otherwise."""
        bare = self.words(batch)
        words = self.drop(bare)
        arcs, above = self.heads_of(words, batch["word_mask"])
        heads = batch["heads"].clamp(min=0) if self.training else arcs.argmax(-1)
        return {
            "upos": self.upos(words), "xpos": self.xpos(words), "names": self.names(words),
            "arcs": arcs, "heads": heads, "deprel": self.relations(words, above, heads), "vectors": bare,
        }  # fmt: skip


def new(folder: Path, labels: dict[str, list[str]], *, attention: str = "sdpa") -> Reader:
    """A reader whose encoder lies in `folder` and whose heads are untrained."""
    encoder = BertModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation=attention, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    model = Reader(encoder, labels)
    for weight in (model.arcs.weight, model.rel_weight):
        nn.init.normal_(weight, std=0.02)
    return model


def load(checkpoint: Path, folder: Path, *, attention: str = "sdpa") -> Reader:
    """A trained reader from its checkpoint; `folder` gives the encoder's shape, layers above its own are left out."""
    stored: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
    model = new(folder, stored["labels"], attention=attention)
    above = tuple(f"encoder.encoder.layer.{i}." for i in range(model.encoder.config.num_hidden_layers, MOST_LAYERS))
    model.load_state_dict({k: v for k, v in stored["state"].items() if not k.startswith(above)})
    return model.eval()
