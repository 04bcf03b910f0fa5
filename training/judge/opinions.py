"""The mean opinion of several teachers on every pair: python opinions.py fold0.npz fold2.npz … --out opinions.npz"""
import argparse
from pathlib import Path

import numpy as np


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folds", type=Path, nargs="+")
    arguments.add_argument("--out", type=Path, required=True)
    args = arguments.parse_args()
    each = [np.load(fold)["teacher"].astype(np.float32) for fold in args.folds]
    asked = sum(opinion.sum(1, keepdims=True) > 0 for opinion in each)
    np.savez_compressed(args.out, teacher=(sum(each) / np.maximum(asked, 1)).astype(np.float16))


if __name__ == "__main__":
    main()
