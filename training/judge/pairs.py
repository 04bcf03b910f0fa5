"""Pairs of sentences to learn from, read from labels, written pairs, public pairs and unlabelled candidates.

    python pairs.py --shared SHARED --reports REPORTS --out pairs.jsonl.gz

Every pair says which classes its label allows (see CLASSES), among which classes that is decided, how much it
counts, and which articles and event it comes from, so that nobody is judged on an event they learned from.
"""
import argparse
import collections
import gzip
import hashlib
import json
import random
import re
from pathlib import Path

from edits import edited

CLASSES = ("same", "conflict", "update", "part", "neither")
ALL = "scupn"
FOLDS = 5

# which classes a label allows; a reader who wrote RELATED did not say which kind of *neither* it is
ALLOWED = {
    "SAME": "s", "CONFLICT": "c", "RELATED": "upn", "NONE": "n",
    "same": "s", "conflict": "c", "update": "u", "part": "p", "neither": "upn", "none": "upn",
}
UPDATE, PART = 14, 15  # the written kinds that are an update over time, and a part against the whole
WRITTEN_UPDATE_OR_PART = {UPDATE: "u", PART: "p"}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--shared", type=Path, required=True, help="the folder with eval/ and corpora/")
    arguments.add_argument("--marked", type=Path, default=Path(__file__).parent.parent / "claimsMarked.json")
    arguments.add_argument("--written", type=Path, nargs="*", default=[Path(__file__).parent / "written.jsonl"])
    arguments.add_argument("--real", type=Path, nargs="*", default=[Path(__file__).parent / "labelled.jsonl"])
    arguments.add_argument("--reports", type=Path, help="reports of the command line tool, one a corpus")
    arguments.add_argument("--candidates", type=int, default=36_000, help="most candidates to take from the reports")
    arguments.add_argument("--out", type=Path, required=True)
    args = arguments.parse_args()
    corpora = Corpora(args.shared / "corpora")
    gold = args.shared / "eval" / "gold"
    pairs = [
        *labelled("gold", json.loads((gold / "pairs.dev.json").read_text()), corpora),
        *labelled("marked", json.loads(args.marked.read_text()), corpora),
        *labelled("real", [one for file in args.real for one in lines(file)], corpora),
        *written("train", lines(gold / "contrast" / "train.jsonl")),
        *(pair for file in args.written for pair in written(file.stem, lines(file))),
        *nli(lines(args.shared / "corpora" / "pairs" / "breaking_nli.jsonl")),
        *edits(corpora),
        *contrast(gold / "contrast" / "dev"),
    ]
    pairs += [*siblings(pairs), *(candidates(args.reports, corpora, args.candidates) if args.reports else [])]
    with gzip.open(args.out, "wt") as out:
        for pair in pairs:
            out.write(json.dumps(pair) + "\n")
    for (source, allow), count in sorted(collections.Counter((p["source"], p["allow"]) for p in pairs).items()):
        print(f"{source:12} {allow or '-':4} {count}")


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text().splitlines() if line.strip()]


class Corpora:
    """The texts of articles by their path in the folder of corpora."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, str] = {}
        ecb = folder / "ecbplus" / "sentences.jsonl"
        self.ecb = {(one["doc"], one["sentence"]): one["text"] for one in lines(ecb)} if ecb.is_file() else {}

    def text(self, path: str) -> str:
        if path not in self.texts:
            file = self.folder / path
            self.texts[path] = file.read_bytes().decode("utf-8") if file.is_file() else ""
        return self.texts[path]

    def sentence(self, side: dict) -> str:
        """Offsets count UTF-16 units; ECB+ has sentences alone, and `start` is the number of one."""
        if "/" not in side["path"] and self.ecb:
            return squeeze(self.ecb[side["path"], side["start"]])
        whole = self.text(side["path"]).encode("utf-16-le")
        return squeeze(whole[2 * side["start"]:2 * side["end"]].decode("utf-16-le"))


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def fold_of(event: str) -> int:
    return hashlib.sha256(event.encode()).digest()[0] % FOLDS


def pair_of(source: str, a: str, b: str, allow: str, *, among: str = ALL, weight: float = 1, event: str = "",
            paths: tuple[str, ...] = (), key: str = "", kind: int = 0) -> dict:
    return {
        "source": source, "key": key, "event": event, "fold": fold_of(event) if event else -1, "paths": paths,
        "allow": allow, "among": among, "weight": weight, "kind": kind, "a": a, "b": b,
    }


def labelled(source: str, found: list[dict], corpora: Corpora) -> list[dict]:
    return [
        pair_of(source, corpora.sentence(one["a"]), corpora.sentence(one["b"]), ALLOWED[one["label"]],
                event=one.get("event") or one["group"], paths=(one["a"]["path"], one["b"]["path"]),
                key=f"{source}:{index}")
        for index, one in enumerate(found)
    ]


def written(source: str, found: list[dict]) -> list[dict]:
    # neighbours in the file share leads: they fall into one fold
    return [
        pair_of(source, squeeze(one["a"]), squeeze(one["b"]), written_allow(one),
                event=f"{source}:{index // 60}", key=f"{source}:{index}", kind=one["kind"])
        for index, one in enumerate(found)
    ]


def written_allow(one: dict) -> str:
    allow = ALLOWED[one["expect"]]
    return WRITTEN_UPDATE_OR_PART.get(one["kind"], allow) if one["expect"] == "none" else allow


def contrast(folder: Path) -> list[dict]:
    """Only to measure on: `train.py` never learns from a pair of this source."""
    corpora = Corpora(folder / "articles")
    return [
        pair_of("contrast", corpora.sentence(one["a"]), corpora.sentence(one["b"]), ALLOWED[one["expect"]],
                key=f"contrast:{index}", kind=one["kind"])
        for index, one in enumerate(json.loads((folder / "pairs.json").read_text()))
    ]


def nli(found: list[dict], count: int = 800) -> list[dict]:
    """One word changed: a contradiction or not. What is *neutral* there means something else here and is left out."""
    random.Random(5).shuffle(found)
    allow = {"contradiction": "c", "entailment": "s"}
    by_label = collections.defaultdict(list)
    for one in found:
        if one["gold_label"] in allow:
            by_label[one["gold_label"]].append(one)
    return [
        pair_of("nli", one["sentence1"], one["sentence2"], allow[label], among="sc", weight=0.3,
                event=f"nli:{index}", key=f"nli:{label}:{index}")
        for label, own in by_label.items() for index, one in enumerate(own[:count // 2])
    ]


def edits(corpora: Corpora, labelled: int = 500, unlabelled: int = 3000) -> list[dict]:
    """Real sentences against themselves with one decisive change, or one that changes nothing.

    Few of them say what they are: a learner soon finds out that what is nearly the same was made to contradict.
    """
    chosen = random.Random(7)
    found = []
    files = sorted(p for name in ("basil", "rumours", "fakes", "newswcl50", "polnear/train/text")
                   for p in (corpora.folder / name).glob("*.txt"))
    while len(found) < labelled + unlabelled:
        file = chosen.choice(files)
        path = str(file.relative_to(corpora.folder))
        sentences = [s for s in re.split(r"(?<=[.!?])\s+", squeeze(corpora.text(path).split("---")[-1]))
                     if 50 <= len(s) <= 260]
        made = edited(chosen.choice(sentences), chosen) if sentences else None
        if made:
            a, b, allow = made
            allow = allow if len(found) < labelled else ""
            found.append(pair_of("edited", a, b, allow, weight=0.3 if allow else 1, event=path, paths=(path,),
                                 key=f"edited:{len(found)}"))
    return found


def siblings(pairs: list[dict], most: int = 8) -> list[dict]:
    """Sentences that were written to stand beside the same one, with one another, unread."""
    beside = collections.defaultdict(set)
    for pair in pairs:
        if pair["source"].startswith("written"):
            beside[pair["event"], pair["a"]].add(pair["b"])
            beside[pair["event"], pair["b"]].add(pair["a"])
    chosen = random.Random(11)
    read = {frozenset((pair["a"], pair["b"])) for pair in pairs}
    found = {}
    for (event, _), sentences in sorted(beside.items()):
        both = [(a, b) for a in sorted(sentences) for b in sorted(sentences) if a < b]
        for a, b in chosen.sample(both, min(most * len(sentences) // 2, len(both))):
            if frozenset((a, b)) not in read:
                found[a, b] = event
    return [pair_of("siblings", a, b, "", event=event, key=f"siblings:{index}")
            for index, ((a, b), event) in enumerate(found.items())]


def candidates(reports: Path, corpora: Corpora, most: int) -> list[dict]:
    """What the first look finds, unread: the teacher's opinion on these is what the shipped model learns from."""
    found = {}
    for report in sorted(reports.glob("*.json")):
        read = json.loads(report.read_text())
        for one in [*read["crossReferences"], *read["possible"]]:
            sides = [{**side, "path": side["path"].split("/corpora/")[-1]} for side in (one["a"], one["b"])]
            a, b = map(corpora.sentence, sides)
            if a != b and max(len(a), len(b)) <= 700:
                found[tuple(sorted((a, b)))] = (a, b, sides[0]["path"], sides[1]["path"])
    chosen = sorted(found.values(), key=lambda one: hashlib.sha256((one[0] + one[1]).encode()).digest())
    return [pair_of("candidates", a, b, "", paths=(x, y), key=f"candidates:{index}")
            for index, (a, b, x, y) in enumerate(chosen[:most])]


if __name__ == "__main__":
    main()
