"""Write the trained reader as ONNX in 8 bits, with its pieces and labels, where the product looks for it.

    python training/reader/export.py BASE_DIR READER.pt OUT_DIR [--branch BRANCH.pt]

OUT_DIR receives reader.onnx, pieces.json and labels.json. With --branch the scores of acts and roles are outputs too.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import events_network
import network
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

INPUTS = ("input_ids", "attention_mask", "first", "word_mask")
FLOAT_PARTS = ("arc", "upos", "xpos", "names", "rel_", "heads")
"""Stay in full precision: they are small, and an error there costs a whole relation."""


class Whole(nn.Module):
    """The graph that ships: see the contract in almenara.language."""

    def __init__(self, reader: network.Reader, branch: events_network.Events | None) -> None:
        super().__init__()
        self.reader, self.branch = reader, branch

    def forward(self, input_ids: Tensor, attention_mask: Tensor, first: Tensor, word_mask: Tensor) -> tuple[Tensor, ...]:
        """All outputs in the order of their names."""
        batch = {"input_ids": input_ids, "attention_mask": attention_mask, "first": first, "word_mask": word_mask}
        out = self.reader(batch)
        vectors, weight = out["vectors"], word_mask.unsqueeze(-1).float()
        sentence = (vectors * weight).sum(1) / weight.sum(1).clamp(min=1)
        found = [out[k] for k in ("upos", "xpos", "names", "heads", "deprel", "arcs")] + [sentence]
        if self.branch is not None:
            said = self.branch(vectors, word_mask)
            found += [said[k] for k in self.branch.labels]
        return tuple(found)


def axes(names: list[str]) -> dict[str, dict[int, str]]:
    """Which dimensions vary."""
    out: dict[str, dict[int, str]] = {
        "input_ids": {0: "b", 1: "p"},
        "attention_mask": {0: "b", 1: "p"},
        "first": {0: "b", 1: "w"},
        "word_mask": {0: "b", 1: "w"},
    }
    for name in names:
        sentence = name == "sentence" or name in events_network.SENTENCE_LAYERS
        out[name] = {0: "b"} if sentence else {0: "b", 1: "w", 2: "g"} if name == "arcs" else {0: "b", 1: "w"}
    return out


def export(model: Whole, names: list[str], out: Path) -> None:
    """The graph in full precision, its attention fused."""
    ids = torch.randint(4, 1000, (2, 12))
    ones = torch.ones_like(ids)
    first = torch.arange(1, 9).repeat(2, 1)
    given = (ids, ones, first, torch.ones_like(first))
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.onnx"
        torch.onnx.export(
            model,
            given,
            str(raw),
            input_names=list(INPUTS),
            output_names=names,
            dynamic_axes=axes(names),
            opset_version=17,
            dynamo=False,
        )
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        fused: Any = optimize_model(str(raw), "bert", num_heads=12, hidden_size=384, optimization_options=options)
        print("fused:", fused.get_fused_operator_statistics())
        fused.save_model_to_file(str(out))


def main() -> None:
    """Write the three files."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "reader", "out"):
        args.add_argument(name, type=Path)
    args.add_argument("--branch", type=Path)
    given = args.parse_args()
    reader = network.load(given.reader, given.base, attention="eager")  # the form that onnxruntime knows to fuse
    branch = events_network.load(given.branch) if given.branch else None
    names = ["upos", "xpos", "names", "heads", "deprel", "arcs", "sentence", *(branch.labels if branch else ())]
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        export(Whole(reader, branch).eval(), names, whole)
        nodes = [n.name for n in onnx.load(whole).graph.node if n.op_type == "MatMul"]
        outside = [name for name in nodes if any(part in name for part in FLOAT_PARTS)]
        quantize_dynamic(
            whole,
            given.out / "reader.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=outside,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    shutil.copy(given.base / "tokenizer.json", given.out / "pieces.json")
    labels = dict(reader.labels) | (dict(branch.labels) if branch else {})
    (given.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1), encoding="utf-8")
    print({p.name: p.stat().st_size for p in given.out.iterdir()})


if __name__ == "__main__":
    main()
