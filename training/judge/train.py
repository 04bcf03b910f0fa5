"""Learns the judge. One fold, to measure what it does on events it has not seen, or all of it, to ship:

    python train.py --pairs pairs.jsonl.gz --weights FOLDER --out FOLDER --fold 0 1
    python train.py --pairs pairs.jsonl.gz --weights FOLDER --out FOLDER

A large teacher learns from the labels; a small student learns from the labels and from what the teacher thinks of
them and of pairs that nobody labelled. Pairs of the source `contrast` are never learned from.
"""
import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")

import numpy as np
import torch

from encoder import MINILM, MPNET, Shape, started
from examples import Examples
from figures import show
from learning import ask, fit
from vocabulary import load

# layers of MiniLM that a student of so many layers starts from
KEEP = {2: (0, 5), 3: (0, 2, 5), 4: (0, 1, 3, 5), 5: (0, 1, 3, 4, 5), 6: (0, 1, 2, 3, 4, 5)}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pairs", type=Path, required=True)
    arguments.add_argument("--weights", type=Path, required=True, help="made by vocabulary.py")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--fold", type=int, nargs="*", help="folds that are not learned from; all is learned from without")
    arguments.add_argument("--teachers", type=int, default=1, help="teachers, of different seeds, that are averaged")
    arguments.add_argument("--teach", type=Path, help="what a teacher of this fold thought, instead of learning one")
    arguments.add_argument("--students", type=int, nargs="*", default=[4], help="layers of each student")
    arguments.add_argument("--teacher-epochs", type=float, default=4)
    arguments.add_argument("--student-epochs", type=float, default=6)
    arguments.add_argument("--teacher-rate", type=float, default=3.5e-5)
    arguments.add_argument("--student-rate", type=float, default=2e-4)
    arguments.add_argument("--size", type=int, default=48, help="pairs in a batch of the teacher; of a student four times")
    arguments.add_argument("--without", nargs="*", default=[], help="sources to leave out")
    arguments.add_argument("--apart", type=int, default=0, help="lower layers of a student that read sentences apart")
    arguments.add_argument("--unmarked", action="store_true", help="do not mark words that both sentences have")
    arguments.add_argument("--small", action="store_true", help="MiniLM as the teacher")
    arguments.add_argument("--limit", type=int, default=0, help="so many pairs of each source: to try it out")
    arguments.add_argument("--name", default="")
    args = arguments.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.use_deterministic_algorithms(True, warn_only=True)
    torch.utils.deterministic.fill_uninitialized_memory = False
    torch.backends.cuda.matmul.allow_tf32 = True
    args.out.mkdir(parents=True, exist_ok=True)
    examples = Examples(args.pairs, args.weights / "vocab.txt", device, not args.unmarked, args.limit)
    name = args.name or ("final" if args.fold is None else f"fold{args.fold[0]}")
    learn, test, spare = divide(examples.pairs, args.fold, args.without)
    print(f"{name}: {len(learn)} labelled to learn from, {len(spare)} unlabelled, {len(test)} to test", flush=True)
    found = {}
    opinion = None
    if args.teach:
        opinion = torch.tensor(np.load(args.teach)["teacher"].astype(np.float32), device=device)
    else:
        opinion = teach(args, examples, learn, [*learn, *test, *spare], device)
        found["teacher"] = opinion
        write(args.out / f"{name}-teacher.npz", found)
        show(f"{name} teacher", examples.pairs, test, opinion.cpu().numpy())
    minilm = load(args.weights / "minilm.npz")
    for layers in args.students:
        shape = Shape(words=len(minilm["words"]), layers=layers, apart=args.apart, **MINILM)
        student = started(shape, minilm, KEEP[layers]).to(device)
        fit(student, examples, [*learn, *spare], epochs=args.student_epochs, rate=args.student_rate,
            size=4 * args.size, seed=layers, taught=mask(opinion, [*learn, *spare]))
        found[f"student{layers}"] = ask(student, examples, test)
        show(f"{name} student of {layers}", examples.pairs, test, found[f"student{layers}"].cpu().numpy())
        if args.fold is None:
            save(args.out / f"student{layers}.npz", student)
    write(args.out / f"{name}.npz", found)


def divide(pairs: list[dict], folds: list[int] | None, without: list[str]) -> tuple[list[int], list[int], list[int]]:
    """Which pairs are learned from, tested on, and open to the teacher's opinion.

    An article of a tested pair is in no pair that is learned from, whatever event that one was filed under.
    """
    every = [i for i, pair in enumerate(pairs) if not pair["source"].startswith(tuple(without))]
    tested = lambda pair: pair["source"] == "contrast" or (folds is not None and pair["fold"] in folds)
    test = [i for i in every if tested(pairs[i])]
    seen = {path for i in test for path in pairs[i]["paths"]}
    free = [i for i in every if not tested(pairs[i]) and not seen.intersection(pairs[i]["paths"])]
    return [i for i in free if pairs[i]["allow"]], test, [i for i in free if not pairs[i]["allow"]]


def teach(args, examples: Examples, learn: list[int], asked: list[int], device: str) -> torch.Tensor:
    if args.small:
        weights = load(args.weights / "minilm.npz")
        shape = Shape(words=len(weights["words"]), layers=6, apart=args.apart, **MINILM)
    else:
        weights = load(args.weights / "teacher0.npz", args.weights / "teacher1.npz")
        shape = Shape(words=len(weights["words"]), **MPNET)
    total = 0
    for seed in range(args.teachers):
        teacher = started(shape, weights).to(device)
        fit(teacher, examples, learn, epochs=args.teacher_epochs, rate=args.teacher_rate, size=args.size, seed=seed)
        total = total + ask(teacher, examples, asked) / args.teachers
    return total


def mask(opinion: torch.Tensor, chosen: list[int]) -> torch.Tensor:
    """The opinion on what may be learned from alone."""
    found = torch.zeros_like(opinion)
    found[chosen] = opinion[chosen]
    return found


def write(file: Path, found: dict) -> None:
    np.savez_compressed(file, **{key: value.cpu().numpy().astype(np.float16) for key, value in found.items()})


def save(file: Path, judge) -> None:
    np.savez_compressed(file, **{name: value.detach().cpu().numpy().astype(np.float16)
                                 for name, value in judge.state_dict().items()})


if __name__ == "__main__":
    main()
