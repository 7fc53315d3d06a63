"""The steps that lessen what is lost, epoch by epoch."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import nn

from training.corpora import Example
from training.lessons import Lesson, lessons
from training.losses import Senses, losses
from training.network import Encoder, Sums

BATCH = 8
# The pace of the heads, which know nothing yet, and of the rest; both rise for 6 % of the steps and then fall to 0.
YOUNG, OLD, RISING = 1e-3, 2e-4, 0.06
HEADS = frozenset(("tags", "names", "vectors", "of_cue", "of_word", "single", "distance", "row_distance"))
TOLD_EVERY = 40  # steps
# In the last epochs the layers' weights and states are rounded as in the exported network.
ROUNDED = 2


@dataclass(frozen=True)
class Course:
    """How many epochs, how many of them an earlier run has done, and the seed."""

    epochs: int
    done: int
    seed: int


def learn(
    encoder: Encoder, examples: Sequence[Example], senses: Senses, tokenizer: Tokenizer, course: Course
) -> Iterator[int]:
    """Teach the encoder, a yield an epoch; the same seed on the same machine gives the same weights."""
    torch.manual_seed(course.seed)
    chance = random.Random(course.seed)
    encoder.words.weight.requires_grad_(False)  # rare words keep what MiniLM knows of them
    each = len(_pool(examples, tokenizer, random.Random(course.seed))) // BATCH
    steps, done = course.epochs * each, course.done * each
    optimiser = _optimiser(encoder)
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: _pace((at + course.done * each) / steps))
    begun = time.monotonic()
    for epoch in range(1, course.epochs + 1):
        encoder.train()
        pool = _pool(examples, tokenizer, chance)
        if epoch <= course.done:
            continue
        for one in encoder.modules():
            if isinstance(one, Sums):
                one.rounds = epoch > course.epochs - ROUNDED
        for at in range(0, len(pool) - BATCH + 1, BATCH):
            optimiser.zero_grad()
            lost = losses(encoder, pool[at : at + BATCH], senses)
            torch.stack(list(lost.values())).sum().backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            pace.step()
            done += 1
            if done % TOLD_EVERY == 0:
                told = " ".join(f"{name} {value.item():.3f}" for name, value in lost.items())
                print(f"epoch {epoch} step {done} of {steps}, {time.monotonic() - begun:.0f} s: {told}", flush=True)
        yield epoch


def _pool(examples: Sequence[Example], tokenizer: Tokenizer, chance: random.Random) -> list[Lesson]:
    """An epoch's lessons, in the order in which they are given."""
    pool = [lesson for one in examples for lesson in lessons(one, tokenizer, chance)]
    chance.shuffle(pool)
    return pool


def _optimiser(encoder: Encoder) -> torch.optim.Optimizer:
    named = [(name.split(".")[0], weights) for name, weights in encoder.named_parameters() if weights.requires_grad]
    young = [weights for name, weights in named if name in HEADS]
    old = [weights for name, weights in named if name not in HEADS]
    return torch.optim.AdamW(
        [{"params": old, "lr": OLD}, {"params": young, "lr": YOUNG}], weight_decay=0.01, fused=True
    )


def _pace(done: float) -> float:
    """The share of the full pace, by the share of the steps that are done."""
    return min((done + 1e-4) / RISING, max(1 - done, 0.0) / (1 - RISING))
