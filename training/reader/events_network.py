"""The branch of the reader that looks for acts and for who takes part in them, on top of its word vectors.

One more transformer layer over words; an act is scored at every word and the sentence takes a soft maximum, so that little
data goes a long way and the word that speaks for an act can be seen.
"""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

HEADS, INNER, DROP = 6, 768, 0.3
PRIOR = -4.0
FAR = -1e4
TOKEN_LAYERS, SENTENCE_LAYERS = ("roles", "muc_roles"), ("acts", "told", "muc_types")


class Events(nn.Module):
    """`labels` maps the five layers to their lists; all are independent yes-or-no questions."""

    def __init__(self, size: int, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.labels = labels
        self.before = nn.Dropout(DROP)
        self.layer = nn.TransformerEncoderLayer(size, HEADS, INNER, DROP, "gelu", batch_first=True)
        self.heads = nn.ModuleDict({k: nn.Linear(size, len(v)) for k, v in labels.items()})
        for head in self.heads.values():
            nn.init.constant_(head.bias, PRIOR)  # type: ignore[arg-type]

    def forward(self, vectors: Tensor, word_mask: Tensor) -> dict[str, Tensor]:
        """Logits: token layers [b, w, K], sentence layers [b, K]."""
        words = self.before(vectors)
        words = self._attended(words, word_mask)
        out = {k: self.heads[k](words) for k in self.heads}
        absent = ((1 - word_mask.to(vectors.dtype)) * FAR).unsqueeze(-1)
        for k in SENTENCE_LAYERS:
            if k in out:
                out[k] = torch.logsumexp(out[k] + absent, 1)
        return out

    def _attended(self, words: Tensor, word_mask: Tensor) -> Tensor:
        """The transformer layer; in training torch's own, else the same sums written so that sizes may vary in a graph."""
        if self.training:
            out: Tensor = self.layer(words, src_key_padding_mask=word_mask == 0)
            return out
        layer, attention = self.layer, self.layer.self_attn
        mixed = nn.functional.linear(words, attention.in_proj_weight, attention.in_proj_bias)
        q, k, v = (part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in mixed.chunk(3, -1))
        scores = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5 + ((1 - word_mask.to(words.dtype)) * FAR)[:, None, None, :]
        heard = attention.out_proj((scores.softmax(-1) @ v).transpose(1, 2).flatten(2))
        words = layer.norm1(words + heard)
        return layer.norm2(words + layer.linear2(nn.functional.gelu(layer.linear1(words))))


def load(checkpoint: Path) -> Events:
    """A trained branch."""
    stored: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
    model = Events(stored["size"], stored["labels"])
    model.load_state_dict(stored["state"])
    return model.eval()
