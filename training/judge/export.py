"""Turns what was learned into the files that ship: models/judge.onnx (eight bits), its vocabulary and its card.

    python export.py --student student6.npz --vocabulary vocab.txt --temperature 1.3 --models ../../models
"""
import argparse
import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder import MINILM, Judge, Shape


def main() -> None:
    arguments = argparse.ArgumentParser()
    for name in ("student", "vocabulary", "models"):
        arguments.add_argument(f"--{name}", type=Path, required=True)
    arguments.add_argument("--temperature", type=float, default=1.0, help="what logits are divided by")
    args = arguments.parse_args()
    target = args.models / "judge.onnx"
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "judge.onnx"
        exported(student(args.student), whole)
        quantize_dynamic(whole, target, per_channel=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gather"])
    model = onnx.load(target)
    model.doc_string, model.producer_version = "", ""  # the same bytes whoever makes it
    onnx.save(model, target)
    shutil.copy(args.vocabulary, args.models / "judge.vocabulary.txt")
    card = {"sha256": hashlib.sha256(target.read_bytes()).hexdigest(), "temperature": args.temperature}
    (args.models / "judge.json").write_text(json.dumps(card, indent=2) + "\n")
    print(target.stat().st_size, "bytes", card)


def student(file: Path) -> Judge:
    with np.load(file) as weights:
        found = {name: torch.tensor(weights[name].astype(np.float32)) for name in weights.files}
    layers = 1 + max(int(name.split(".")[1]) for name in found if re.match(r"layers\.\d", name))
    judge = Judge(Shape(words=len(found["words.weight"]), layers=layers, **MINILM))
    judge.load_state_dict(found)
    return judge.eval()


class Three(nn.Module):
    """Same, conflict, neither. How *neither* splits into its kinds was labelled too rarely to be shown to anybody."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, words: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        logits = self.judge(words, types)
        return torch.cat([logits[:, :2], logits[:, 2:].logsumexp(1, keepdim=True)], dim=1)


def exported(judge: Judge, file: Path) -> None:
    words = torch.arange(80).view(2, 40)
    types = torch.tensor([[0] * 20 + [1] * 20] * 2)
    axes = {"words": {0: "pairs", 1: "pieces"}, "types": {0: "pairs", 1: "pieces"}, "logits": {0: "pairs"}}
    torch.onnx.export(Three(judge), (words, types), file, input_names=["words", "types"], output_names=["logits"],
                      dynamic_axes=axes, opset_version=17, dynamo=False)


if __name__ == "__main__":
    main()
