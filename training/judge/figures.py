"""How well probabilities of the classes fit labels."""
import json

import numpy as np
from sklearn.metrics import roc_auc_score

LABELLED = ("gold", "marked", "real")


def show(name: str, pairs: list[dict], chosen: list[int], opinion: np.ndarray) -> None:
    """Prints one line of JSON: area by corpus, and what happens to the written pairs."""
    line = {"name": name}
    for source in (*LABELLED, "train"):
        for corpus in ("", *sorted({corpus_of(pairs[i]) for i in chosen if pairs[i]["source"] == source})):
            own = [i for i in chosen if pairs[i]["source"] == source and corpus in ("", corpus_of(pairs[i]))]
            truth = [pairs[i]["allow"] in "sc" for i in own]
            if len(own) >= 20 and 0 < sum(truth) < len(truth):
                line[f"area {source} {corpus}".strip()] = round(roc_auc_score(truth, opinion[own][:, :2].sum(1)), 4)
    for source in ("contrast", "train", "written", "gold", "real"):
        own = [i for i in chosen if pairs[i]["source"].startswith(source) and pairs[i]["allow"]]
        if own:
            line |= {f"{source} {key}": value for key, value in three_ways(pairs, own, opinion).items()}
    print(json.dumps(line), flush=True)


def corpus_of(pair: dict) -> str:
    return pair["paths"][0].split("/")[0] if pair["paths"] else ""


def three_ways(pairs: list[dict], own: list[int], opinion: np.ndarray) -> dict:
    said = np.stack([opinion[own][:, 0], opinion[own][:, 1], opinion[own][:, 2:].sum(1)], 1).argmax(1)
    truth = np.array([{"s": 0, "c": 1}.get(pairs[i]["allow"], 2) for i in own])
    share = lambda which: round(float((said == truth)[which].mean()), 3) if which.any() else None
    return {
        "right": share(np.ones(len(own), bool)),
        "same": share(truth == 0), "conflict": share(truth == 1), "neither": share(truth == 2),
        "conflicts": int((truth == 1).sum()), "as same": int(((truth == 1) & (said == 0)).sum()),
    }
