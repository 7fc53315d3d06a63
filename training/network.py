"""The encoder in plain torch: the lower layers of MiniLM, and heads for cues, what belongs to each, names and sense."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from tollbook.annotate.encoder.decode import EDGES, PARTS
from tollbook.annotate.encoder.windows import SHAPES

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, PLACES = 384, 12, 6, 1536, 30522, 512
# What is told of a word: whether it is a cue's first; of a source, a cue, a content, of whichever cue; its name tag.
TAGS = ("first", "source", "cue", "content")
NAME_TAGS = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place")
CHANNELS = len(PARTS) * EDGES
REACH = 48  # words; a cue and a word further apart are as far as this
ROWS = 3  # sentences, likewise
DEPTH = 40


def rounded(states: Tensor) -> Tensor:
    """The states [B, T, …] as 8 bits hold them, 256 steps from the smallest to the largest of a window."""
    low = states.detach().amin((1, 2), keepdim=True).clamp(max=0)
    step = (states.detach().amax((1, 2), keepdim=True).clamp(min=0) - low).clamp(min=1e-6) / 255
    return states + (torch.round((states.detach() - low) / step) * step + low - states.detach())


def narrowed(weights: Tensor) -> Tensor:
    """The weights [out, in] as the exported network holds them: 64 steps on each side of 0, a scale for each row."""
    step = weights.detach().abs().amax(1, keepdim=True).clamp(min=1e-9) / 64
    return weights + (torch.round(weights.detach() / step) * step - weights.detach())


class Sums(nn.Linear):
    """A layer's matrix; `rounds` is set while it learns to do with what the exported network keeps of it and of its
    states."""

    rounds = False

    def forward(self, states: Tensor) -> Tensor:
        if not (self.rounds and self.training):
            return super().forward(states)
        return nn.functional.linear(rounded(states), narrowed(self.weight), self.bias)


class Layer(nn.Module):
    """One of MiniLM's: each piece looks at the others, then at itself."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (Sums(WIDTH, WIDTH) for _ in range(3))
        self.out = Sums(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = Sums(WIDTH, INNER), Sums(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor | None, firsts: Tensor | None = None) -> Tensor:
        """The states [B, T, 384] of the pieces, of those at `firsts` [B, N] alone where these are given."""
        asked = states if firsts is None else _at(states, firsts)
        query, key, value = (
            one(some).view(some.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)
            for one, some in ((self.query, asked), (self.key, states), (self.value, states))
        )
        mixed = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(asked.shape)
        states = self.norm(asked + self.drop(self.out(mixed)))
        wide = nn.functional.gelu(self.widen(states))
        return self.last_norm(states + self.drop(self.narrow(wide)))


def _at(states: Tensor, places: Tensor) -> Tensor:
    return torch.gather(states, 1, places.unsqueeze(-1).expand(-1, -1, WIDTH))


class Encoder(nn.Module):
    """Pieces [B, T], shapes [B, T] and each word's first piece [B, N] -> the words' states [B, N, 384].

    `forward` takes one window, with the sentence of each word [1, N] and the logit from which a word may begin a cue,
    and gives what `decode.Told` holds.
    """

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.vectors = nn.Linear(WIDTH, WIDTH)
        self.of_cue = nn.Linear(WIDTH, CHANNELS * DEPTH)
        self.of_word = nn.Linear(WIDTH, CHANNELS * DEPTH)
        self.single = nn.Linear(WIDTH, CHANNELS)
        self.distance = nn.Embedding(2 * REACH + 1, CHANNELS)
        self.row_distance = nn.Embedding(2 * ROWS + 1, CHANNELS)

    def states(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None, firsts: Tensor | None = None) -> Tensor:
        """What the layers make of the pieces [B, T, 384], the last one of those at `firsts` [B, N] alone."""
        places = torch.arange(pieces.shape[1])
        states = self.drop(self.norm(self.words(pieces) + self.places(places) + self.shapes(shapes)))
        for layer in self.layers[:-1]:
            states = layer(states, mask)
        return self.layers[-1](states, mask, firsts)

    def forward(
        self, pieces: Tensor, shapes: Tensor, firsts: Tensor, rows: Tensor, least: Tensor
    ) -> tuple[Tensor, ...]:
        words = self.states(pieces, shapes, None, firsts)[0]
        told = torch.cat((self.tags(words), self.names(words), self.single(words)), -1)
        likely = torch.nonzero(told[:, 0] > least).squeeze(1)
        of_cue, of_word = nn.functional.gelu(self.of_cue(words[likely])), nn.functional.gelu(self.of_word(words))
        own = (rows == torch.arange(rows.max() + 1).unsqueeze(1)).float()
        vectors = self.vectors(own @ words / own.sum(1, keepdim=True))
        return told, vectors, of_cue, of_word, self.distance.weight, self.row_distance.weight

    def pairs(self, words: Tensor, cues: Tensor, rows: Tensor, at: Tensor) -> Tensor:
        """[B, A, N, 9]: for each of the cues' words [B, A, 384], standing `at` [B, A], and each word."""
        batch, count, _ = words.shape
        of_cue = nn.functional.gelu(self.of_cue(self.drop(cues))).view(batch, -1, CHANNELS, DEPTH).transpose(1, 2)
        of_word = nn.functional.gelu(self.of_word(self.drop(words))).view(batch, count, CHANNELS, DEPTH).transpose(1, 2)
        told = (of_cue @ of_word.transpose(-1, -2) / math.sqrt(DEPTH)).permute(0, 2, 3, 1)
        distance = (torch.arange(count) - at.unsqueeze(2)).clamp(-REACH, REACH) + REACH
        row = torch.gather(rows, 1, at)
        row_distance = (rows.unsqueeze(1) - row.unsqueeze(2)).clamp(-ROWS, ROWS) + ROWS
        return told + self.single(words).unsqueeze(1) + self.distance(distance) + self.row_distance(row_distance)


def begun(folder: Path, layers: int = LAYERS) -> Encoder:
    """The encoder with the weights of MiniLM-L6 in `folder`, and heads that know nothing yet."""
    encoder = Encoder(layers)
    given = load_file(folder / "model.safetensors")
    given = {name.removeprefix("bert."): value for name, value in given.items()}
    own = encoder.state_dict()
    for name, source in _sources(layers):
        own[name] = given[source]
    own["shapes.weight"] = given["embeddings.token_type_embeddings.weight"][:1].expand(SHAPES, -1).clone()
    own["single.bias"].copy_(torch.tensor([-2.0, -4.0, 1.0]).repeat(len(PARTS)))
    own["distance.weight"].zero_()
    own["row_distance.weight"].zero_()
    encoder.load_state_dict(own)
    return encoder


def _sources(layers: int) -> list[tuple[str, str]]:
    found = [
        ("words.weight", "embeddings.word_embeddings.weight"),
        ("places.weight", "embeddings.position_embeddings.weight"),
        ("norm.weight", "embeddings.LayerNorm.weight"),
        ("norm.bias", "embeddings.LayerNorm.bias"),
    ]
    inside = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "last_norm": "output.LayerNorm",
    }
    for at in range(layers):
        for own, theirs in inside.items():
            for kind in ("weight", "bias"):
                found.append((f"layers.{at}.{own}.{kind}", f"encoder.layer.{at}.{theirs}.{kind}"))
    return found
