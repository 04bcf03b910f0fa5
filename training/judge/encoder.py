"""A transformer that reads two sentences and says which of the five classes they are.

One class for both models: MiniLM, which ships, and MPNet, which teaches it. They differ in size and in how MPNet
learns distances between words. Only what is needed is here, so that the same code trains and exports.
"""
import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from pairs import CLASSES

# the segment of a word piece: of the first or the second sentence, and whether the other sentence has it as well
A, B, A_SHARED, B_SHARED, PADDING = 0, 1, 2, 3, 4


@dataclass(frozen=True)
class Shape:
    words: int
    width: int
    layers: int
    inner: int
    heads: int = 12
    epsilon: float = 1e-12
    distances: bool = False  # MPNet's
    apart: int = 0  # this many lower layers read each sentence by itself (LAIT)
    dropout: float = 0.1


MINILM = dict(width=384, inner=1536)
MPNET = dict(width=768, inner=3072, layers=12, epsilon=1e-5, distances=True)


class Layer(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.dropout = shape.heads, shape.dropout
        for name in "qkvo":
            setattr(self, name, nn.Linear(shape.width, shape.width))
        self.norm1, self.norm2 = (nn.LayerNorm(shape.width, eps=shape.epsilon) for _ in range(2))
        self.up, self.down = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        rows, length, width = x.shape
        apart = lambda y: y.view(rows, length, self.heads, width // self.heads).transpose(1, 2)
        q, k, v = apart(self.q(x)), apart(self.k(x)), apart(self.v(x))
        read = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype),
                                              dropout_p=self.dropout if self.training else 0.0)
        drop = lambda y: F.dropout(y, self.dropout, self.training)
        x = self.norm1(x + drop(self.o(read.transpose(1, 2).reshape(rows, length, width))))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x)))))


class Judge(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.words, shape.width)
        self.positions = nn.Embedding(512, shape.width)
        self.types = nn.Embedding(5, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        if shape.distances:
            self.distances = nn.Embedding(32, shape.heads)
        self.decide = nn.Linear(3 * shape.width, len(CLASSES))
        nn.init.normal_(self.decide.weight, std=0.02)
        nn.init.zeros_(self.decide.bias)

    def forward(self, words: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Logits of the classes. Both are [pairs, pieces]; a type of PADDING is not read."""
        length = words.shape[1]
        there = types != PADDING
        first = (types == A) | (types == A_SHARED)
        x = self.words(words) + self.types(types) + self.positions(torch.arange(length, device=words.device))
        x = F.dropout(self.norm(x), self.shape.dropout, self.training)
        together = there[:, None, None, :]
        bias = self.bias(together, length, x.dtype)
        if self.shape.apart:
            own = (first[:, None, :, None] == first[:, None, None, :]) & together
            alone = self.bias(own, length, x.dtype)
        for number, layer in enumerate(self.layers):
            x = layer(x, alone if number < self.shape.apart else bias)
        mean_a, mean_b = mean(x, first & there), mean(x, ~first & there)
        pooled = torch.cat([x[:, 0], mean_a + mean_b, (mean_a - mean_b).abs()], dim=-1)
        return self.decide(F.dropout(pooled, self.shape.dropout, self.training))

    def bias(self, read: torch.Tensor, length: int, dtype: torch.dtype) -> torch.Tensor:
        bias = torch.zeros(read.shape, device=read.device, dtype=dtype).masked_fill(~read, -30_000.0)
        if self.shape.distances:
            bias = bias + self.distances(buckets(length, read.device)).permute(2, 0, 1)[None].to(dtype)
        return bias


def mean(x: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
    share = chosen.to(x.dtype).unsqueeze(-1)
    return (x * share).sum(1) / share.sum(1).clamp(min=1)


def buckets(length: int, device: torch.device) -> torch.Tensor:
    """MPNet's buckets of distances: exact when near, wider and wider when far, before and after apart."""
    places = torch.arange(length, device=device)
    distance = -(places[None, :] - places[:, None])
    found = (distance < 0).long() * 16
    far = distance.abs()
    wide = 8 + (torch.log(far.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
    return found + torch.where(far < 8, far, wide.clamp(max=15))


def started(shape: Shape, weights: dict, keep: tuple[int, ...] | None = None) -> Judge:
    """A judge that starts from pretrained weights; `keep` names the layers to start from where it has fewer."""
    judge = Judge(shape)
    own = judge.state_dict()
    keep = keep or tuple(range(shape.layers))
    for name in own:
        source = name
        if name.startswith("layers."):
            _, number, rest = name.split(".", 2)
            source = f"layers.{keep[int(number)]}.{rest}"
        if name == "types.weight":
            types = torch.tensor(weights["types"]) if "types" in weights else torch.zeros(2, shape.width)
            own[name] = torch.stack([types[0], types[1], types[0], types[1], types[0] * 0])
        elif source in weights:
            own[name] = torch.tensor(weights[source])
        elif source.removesuffix(".weight") in weights:
            found = torch.tensor(weights[source.removesuffix(".weight")])
            own[name] = found[: own[name].shape[0]] if name == "positions.weight" else found
        elif not name.startswith("decide"):
            raise ValueError(f"no weights for {name}")
    judge.load_state_dict(own)
    return judge
