"""Fitting a judge, and asking one."""
import random
import time

import torch
import torch.nn.functional as F

from encoder import Judge
from examples import Examples


def fit(judge: Judge, examples: Examples, chosen: list[int], *, epochs: float, rate: float, size: int, seed: int,
        taught: torch.Tensor | None = None, trust: float = 0.5) -> None:
    """Learns from labels and, where `taught` has a row that is no zero, from what a teacher thinks.

    Of a pair with both, the label counts `1 - trust` and the teacher `trust`.
    """
    torch.manual_seed(seed)
    shuffled = random.Random(seed)
    judge.train()
    matrices = [p for p in judge.parameters() if p.ndim > 1]
    rest = [p for p in judge.parameters() if p.ndim <= 1]
    cuda = examples.device == "cuda"
    optimizer = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}],
                                  lr=rate, fused=cuda)
    steps = int(epochs * -(-len(chosen) // size)) + 1
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / warm, max(0.02, (steps - at) / (steps - warm))))
    done, begun = 0, time.time()
    while done < steps:
        for group in examples.batches(chosen, size, shuffled):
            if done >= steps:
                break
            swap = torch.rand(len(group), device=examples.device) < 0.5
            words, types = examples.batch(group, swap)
            with torch.autocast(examples.device, dtype=torch.bfloat16, enabled=cuda):
                logits = judge(words, types)
            loss = loss_of(logits.float(), examples, group, taught, trust)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
    judge.eval()
    print(f"    {steps} steps of {size} in {time.time() - begun:.0f} s, last loss {loss.item():.3f}", flush=True)


def loss_of(logits: torch.Tensor, examples: Examples, group: torch.Tensor, taught: torch.Tensor | None,
            trust: float) -> torch.Tensor:
    allow, among = examples.allow[group], examples.among[group]
    labelled = allow.any(1)
    # the share of the allowed classes among those that the label decides between
    of = lambda mask: logits.masked_fill(~mask, -1e4).logsumexp(1)
    by_label = of(among) - of(allow)
    weight = examples.weight[group]
    if taught is None:
        return (weight * labelled * by_label).sum() / weight.sum()
    opinion = taught[group]
    heard = opinion.sum(1) > 0
    by_teacher = -(opinion * F.log_softmax(logits, dim=1)).sum(1)
    share = torch.where(heard, torch.where(labelled, trust, 1.0), 0.0)
    return (weight * (labelled * (1 - share) * by_label + share * by_teacher)).sum() / weight.sum()


@torch.no_grad()
def ask(judge: Judge, examples: Examples, chosen: list[int], size: int = 512) -> torch.Tensor:
    """Probabilities of the classes, [all pairs, classes], the mean of both orders; zero where not asked."""
    judge.eval()
    found = torch.zeros(len(examples.pairs), judge.decide.out_features, device=examples.device)
    for group in examples.batches(chosen, size, None):
        for swap in (False, True):
            words, types = examples.batch(group, torch.full_like(group, swap, dtype=torch.bool))
            with torch.autocast(examples.device, dtype=torch.bfloat16, enabled=examples.device == "cuda"):
                logits = judge(words, types)
            found[group] += logits.float().softmax(1) / 2
    return found
