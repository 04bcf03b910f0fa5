"""The word pieces that the judge knows, and the weights that training starts from, cut down to them.

    python vocabulary.py --pairs pairs.jsonl.gz --minilm MODEL_FOLDER [--teacher MPNET_FOLDER] --out FOLDER

Kept are single characters, common English (the first pieces of the list, which is in order of frequency) and what
occurs in the pairs. A word whose pieces were cut falls apart into shorter ones, it is never unknown for that.
"""
import argparse
import collections
import gzip
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import BertWordPieceTokenizer

SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
FIRST_WORD = 1996  # of the original list: *the*; before it stand characters and what is reserved
SIZE = 8_000
MPNET_SHIFT = 4  # MPNet's list is BERT's with four pieces put before it, and its specials


def main() -> None:
    arguments = argparse.ArgumentParser()
    for name in ("pairs", "minilm", "teacher", "out"):
        arguments.add_argument(f"--{name}", type=Path, required=name != "teacher")
    args = arguments.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = (args.minilm / "vocab.txt").read_text().splitlines()
    kept = choose(pieces, args.minilm / "vocab.txt", args.pairs)
    (args.out / "vocab.txt").write_text("\n".join(SPECIALS + [pieces[i] for i in kept]) + "\n")
    rows = [pieces.index(piece) for piece in SPECIALS] + kept
    save(args.out / "minilm.npz", minilm(load_file(args.minilm / "model.safetensors"), rows))
    if args.teacher:
        shifted = [row + MPNET_SHIFT for row in rows]
        shifted[:4] = [1, pieces.index("[UNK]") + MPNET_SHIFT, 0, 2]
        for number, part in enumerate(halves(mpnet(load_file(args.teacher / "model.safetensors"), shifted))):
            save(args.out / f"teacher{number}.npz", part)
    print(len(SPECIALS) + len(kept), "word pieces")


def choose(pieces: list[str], vocabulary: Path, pairs: Path) -> list[int]:
    tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    counts = collections.Counter()
    with gzip.open(pairs, "rt") as lines:
        texts = {text for line in lines for pair in [json.loads(line)] if pair["source"] != "contrast"
                 for text in (pair["a"], pair["b"])}
    for encoded in tokenizer.encode_batch(sorted(texts), add_special_tokens=False):
        counts.update(encoded.ids)
    latin = lambda piece: all(ord(c) < 0x250 or 0x2010 <= ord(c) <= 0x20ac for c in piece)
    bare = lambda piece: piece.removeprefix("##")
    keep = {i for i, piece in enumerate(pieces) if len(bare(piece)) == 1 and latin(bare(piece)) and not piece.startswith("[")}
    # a piece counts by its use here; common English comes first among those used equally often
    order = sorted((i for i in range(FIRST_WORD, len(pieces)) if latin(bare(pieces[i]))),
                   key=lambda i: (-min(counts[i], 3), i))
    for i in order:
        if len(keep) + len(SPECIALS) >= SIZE:
            break
        keep.add(i)
    return sorted(keep)


def minilm(raw: dict, rows: list[int]) -> dict:
    weights = {
        "words": raw["embeddings.word_embeddings.weight"][rows],
        "positions": raw["embeddings.position_embeddings.weight"],
        "types": raw["embeddings.token_type_embeddings.weight"],
        "norm.weight": raw["embeddings.LayerNorm.weight"], "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    names = {"attention.self.query": "q", "attention.self.key": "k", "attention.self.value": "v",
             "attention.output.dense": "o", "attention.output.LayerNorm": "norm1",
             "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2"}
    return weights | layers(raw, names)


def mpnet(raw: dict, rows: list[int]) -> dict:
    weights = {
        "words": raw["embeddings.word_embeddings.weight"][rows],
        "positions": raw["embeddings.position_embeddings.weight"][2:],
        "norm.weight": raw["embeddings.LayerNorm.weight"], "norm.bias": raw["embeddings.LayerNorm.bias"],
        "distances": raw["encoder.relative_attention_bias.weight"],
    }
    names = {"attention.attn.q": "q", "attention.attn.k": "k", "attention.attn.v": "v", "attention.attn.o": "o",
             "attention.LayerNorm": "norm1", "intermediate.dense": "up", "output.dense": "down",
             "output.LayerNorm": "norm2"}
    return weights | layers(raw, names)


def layers(raw: dict, names: dict[str, str]) -> dict:
    found = {}
    for key, value in raw.items():
        if key.startswith("encoder.layer."):
            _, _, number, rest = key.split(".", 3)
            name, _, kind = rest.rpartition(".")
            found[f"layers.{number}.{names[name]}.{kind}"] = value
    return found


def halves(weights: dict) -> tuple[dict, dict]:
    late = lambda name: name.startswith("layers.") and int(name.split(".")[1]) >= 6
    return {n: w for n, w in weights.items() if not late(n)}, {n: w for n, w in weights.items() if late(n)}


def save(file: Path, weights: dict) -> None:
    """Matrices in eight bits, a scale for each row: what training starts from need not be exact, and it travels."""
    packed = {}
    for name, weight in weights.items():
        if weight.ndim == 2 and weight.size > 100_000:
            scale = np.abs(weight).max(axis=1, keepdims=True) / 127 + 1e-12
            packed[name] = np.round(weight / scale).astype(np.int8)
            packed[f"{name}/scale"] = scale.astype(np.float32)
        else:
            packed[name] = weight.astype(np.float32)
    np.savez_compressed(file, **packed)


def load(*files: Path) -> dict:
    found = {}
    for file in files:
        with np.load(file) as packed:
            for name in packed.files:
                if not name.endswith("/scale"):
                    value = packed[name].astype(np.float32)
                    found[name] = value * packed[f"{name}/scale"] if f"{name}/scale" in packed.files else value
    return found


if __name__ == "__main__":
    main()
