"""Pairs as tensors: word pieces of every sentence once, and batches put together from them."""
import gzip
import json
import random
from pathlib import Path

import torch
from tokenizers import BertWordPieceTokenizer

from encoder import A, A_SHARED, B, B_SHARED, PADDING
from pairs import ALL, CLASSES

PAD, CLS, SEP = 0, 2, 3
LONGEST = 96  # word pieces of a sentence; what is longer is cut


class Examples:
    """All pairs, on one device. `pairs` keeps what was read; an example is its index."""

    def __init__(self, file: Path, vocabulary: Path, device: str, shared: bool = True, limit: int = 0) -> None:
        with gzip.open(file, "rt") as lines:
            self.pairs = [json.loads(line) for line in lines]
        if limit:  # a taste of each source, to try the machinery out
            self.pairs = [pair for source in sorted({p["source"] for p in self.pairs})
                          for pair in [p for p in self.pairs if p["source"] == source][:limit]]
        self.shared, self.device = shared, device
        tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        sentences = sorted({p[side] for p in self.pairs for side in "ab"})
        place = {sentence: index for index, sentence in enumerate(sentences)}
        pieces = [encoded.ids[:LONGEST] for encoded in tokenizer.encode_batch(sentences, add_special_tokens=False)]
        longest = max(map(len, pieces))
        self.texts = torch.tensor([own + [PAD] * (longest - len(own)) for own in pieces], device=device)
        self.lengths = torch.tensor([len(own) for own in pieces], device=device)
        long = lambda values: torch.tensor(values, device=device)
        self.a = long([place[p["a"]] for p in self.pairs])
        self.b = long([place[p["b"]] for p in self.pairs])
        marks = lambda name: torch.tensor([[letter in p[name] for letter in ALL] for p in self.pairs], device=device)
        self.allow, self.among = marks("allow"), marks("among")
        self.weight = torch.tensor([p["weight"] for p in self.pairs], device=device)

    @property
    def pair_lengths(self) -> torch.Tensor:
        return self.lengths[self.a] + self.lengths[self.b] + 3

    def batch(self, chosen: torch.Tensor, swap: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Word pieces and their types, `[CLS] a [SEP] b [SEP]`, with the two sentences swapped where asked."""
        a, b = self.a[chosen], self.b[chosen]
        a, b = torch.where(swap, b, a), torch.where(swap, a, b)
        la, lb = self.lengths[a][:, None], self.lengths[b][:, None]
        ta, tb = self.texts[a], self.texts[b]
        length = int((la + lb).max()) + 3
        length += -length % 8
        column = torch.arange(length, device=self.device)[None, :]
        in_a, in_b = (column >= 1) & (column < 1 + la), (column >= 2 + la) & (column < 2 + la + lb)
        at_a = (column - 1).expand(len(a), -1).clamp(0, ta.shape[1] - 1)
        at_b = (column - 2 - la).clamp(0, tb.shape[1] - 1)
        end = column == 2 + la + lb
        words = torch.full((len(a), length), PAD, device=self.device)
        words = torch.where(in_a, ta.gather(1, at_a), words)
        words = torch.where(in_b, tb.gather(1, at_b), words)
        words = torch.where((column == 1 + la) | end, SEP, words)
        words = torch.where(column == 0, CLS, words)
        types = torch.where(column <= 1 + la, A, torch.where(column <= 2 + la + lb, B, PADDING))
        if self.shared:
            same = (ta[:, :, None] == tb[:, None, :]) & (ta != PAD)[:, :, None]
            types = torch.where(in_a & same.any(2).gather(1, at_a), A_SHARED, types)
            types = torch.where(in_b & same.any(1).gather(1, at_b), B_SHARED, types)
        return words, types

    def batches(self, chosen: list[int], size: int, shuffled: random.Random | None):
        """Index tensors of about equal length, in random order when learning."""
        order = list(chosen)
        lengths = self.pair_lengths.tolist()
        if shuffled is None:
            order.sort(key=lambda i: lengths[i])
            groups = [order[at:at + size] for at in range(0, len(order), size)]
        else:
            shuffled.shuffle(order)
            groups = []
            for at in range(0, len(order), 40 * size):
                near = sorted(order[at:at + 40 * size], key=lambda i: lengths[i])
                groups += [near[x:x + size] for x in range(0, len(near), size)]
            shuffled.shuffle(groups)
        for group in groups:
            yield torch.tensor(group, device=self.device)


assert len(ALL) == len(CLASSES)
