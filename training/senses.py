"""What MiniLM, as it comes, makes of each sentence alone: what the encoder's own vectors are to point along with."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor

from tollbook.annotate.encoder.windows import CLS, LONGEST, SEP
from training.corpora import Example
from training.lessons import Where
from training.losses import mask_of, padded
from training.network import Encoder

BATCH = 64


def senses(teacher: Encoder, examples: Sequence[Example], tokenizer: Tokenizer) -> dict[Where, Tensor]:
    """A vector of 384 for every sentence that has a word."""
    marks = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP)
    told: list[tuple[Where, list[int]]] = []
    for one in examples:
        for line in one.lines:
            start = next((word.span.start for word in line.words if word.span.of(one.text)[0].isalnum()), None)
            if start is not None:
                pieces = [piece for word in line.words for piece in word.pieces][: LONGEST - 2]
                told.append(((one.name, start), [marks[0], *pieces, marks[1]]))
    told.sort(key=lambda pair: len(pair[1]))
    found: dict[Where, Tensor] = {}
    teacher.eval()
    with torch.no_grad():
        for at in range(0, len(told), BATCH):
            some = told[at : at + BATCH]
            pieces, mask = padded([one for _, one in some]), mask_of([one for _, one in some])
            states = teacher.states(pieces, torch.zeros_like(pieces), mask[:, None, None, :])
            vectors = (states * mask.unsqueeze(-1)).sum(1)
            found |= {where: vector for (where, _), vector in zip(some, vectors, strict=True)}
    return found
