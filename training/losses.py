"""What is lost on a batch of lessons, head by head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from tollbook.annotate.encoder.decode import EDGES, PARTS
from training.lessons import Lesson, Where
from training.network import NAME_TAGS, TAGS, Encoder

Senses = Mapping[Where, Tensor]
# How much each head's loss counts: so that none drowns the others while all are still large.
WEIGHTS = {"tags": 4.0, "pairs": 0.06, "names": 1.0, "senses": 1.0}


@dataclass(frozen=True)
class Read:
    """A batch as the encoder reads it: `words` [B, N, 384], their `rows` [B, N], and which of them are `real`."""

    batch: Sequence[Lesson]
    words: Tensor
    rows: Tensor
    real: Tensor


def padded(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    """The rows as one matrix, the shorter ones filled up."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])


def mask_of(rows: Sequence[Sequence[int]]) -> Tensor:
    """[B, T]: which places of the padded rows are theirs."""
    lengths = torch.tensor([len(row) for row in rows])
    return torch.arange(int(lengths.max())) < lengths.unsqueeze(1)


def losses(encoder: Encoder, batch: Sequence[Lesson], senses: Senses) -> dict[str, Tensor]:
    """Each head's loss, weighted; a head that nothing in the batch is labelled for has none."""
    windows = [one.window for one in batch]
    mask = mask_of([one.pieces for one in windows])[:, None, None, :]
    given = (padded([getattr(one, name) for one in windows]) for name in ("pieces", "shapes", "firsts"))
    pieces, shapes, firsts = given
    words = encoder.drop(encoder.states(pieces, shapes, mask, firsts))
    read = Read(batch, words, padded([one.rows for one in windows], 99), mask_of([one.firsts for one in windows]))
    found = {"tags": _tags(encoder, read), "pairs": _pairs(encoder, read), "names": _names(encoder, read)}
    found["senses"] = _senses(encoder, read, senses)
    return {name: WEIGHTS[name] * value for name, value in found.items() if value is not None}


def _tags(encoder: Encoder, read: Read) -> Tensor | None:
    told = [at for at, one in enumerate(read.batch) if one.held is not None]
    if not told:
        return None
    logits = encoder.tags(read.words[told])
    truth = torch.zeros_like(logits)
    for row, at in enumerate(told):
        truth[row, list(read.batch[at].cues), 0] = 1.0
        for words in read.batch[at].held or ():
            for place, part in enumerate(PARTS, start=1):
                truth[row, words[part], place] = 1.0
    each = nn.functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    real = read.real[told]
    return (each * real.unsqueeze(-1)).sum() / (real.sum() * len(TAGS))


def _pairs(encoder: Encoder, read: Read) -> Tensor | None:
    chosen = [(row, cue) for row, one in enumerate(read.batch) for cue in one.cues]
    if not chosen:
        return None
    at = padded([list(one.cues) or [0] for one in read.batch])
    cues = torch.gather(read.words, 1, at.unsqueeze(-1).expand(-1, -1, read.words.shape[-1]))
    order = [list(one.cues).index(cue) for row, cue in chosen for one in (read.batch[row],)]
    rows = [row for row, _ in chosen]
    scores = encoder.pairs(read.words, cues, read.rows, at)[rows, order]
    truth = torch.zeros(len(chosen), len(PARTS), scores.shape[1])
    for which, (row, cue) in enumerate(chosen):
        for place, part in enumerate(PARTS):
            truth[which, place, read.batch[row].cues[cue][part]] = 1.0
    return chains(scores, truth, read.real[rows]).mean()


def chains(scores: Tensor, truth: Tensor, real: Tensor) -> Tensor:
    """[K, 3]: minus the log likelihood of each part's words, a chain of in and out, under `scores` [K, N, 9].

    `truth` [K, 3, N] is 1 where a word is in; `real` [K, N] is false behind a window's last word.
    """
    inside, start, stop = scores.view(*scores.shape[:2], len(PARTS), EDGES).permute(3, 0, 2, 1)  # each [K, 3, N]
    before, held = nn.functional.pad(truth[..., :-1], (1, 0)), real.unsqueeze(1)
    gained = (inside * truth + start * truth * (1 - before) + stop * (1 - truth) * before) * held
    out = torch.zeros_like(inside[..., 0])
    within = start[..., 0] + inside[..., 0]
    for at in range(1, inside.shape[-1]):
        next_out = torch.logaddexp(out, within + stop[..., at])
        next_in = inside[..., at] + torch.logaddexp(within, out + start[..., at])
        out = torch.where(held[..., at], next_out, out)
        within = torch.where(held[..., at], next_in, within)
    return torch.logaddexp(out, within) - gained.sum(-1)


def _names(encoder: Encoder, read: Read) -> Tensor | None:
    told = [at for at, one in enumerate(read.batch) if one.names is not None]
    if not told:
        return None
    logits = encoder.names(read.words[told])
    truth = padded([read.batch[at].names or [] for at in told], -100)
    logits = logits[:, : truth.shape[1]]
    return nn.functional.cross_entropy(logits.reshape(-1, len(NAME_TAGS)), truth.reshape(-1), ignore_index=-100)


def _senses(encoder: Encoder, read: Read, senses: Senses) -> Tensor | None:
    """How far each sentence's vector points from the one that MiniLM makes of the sentence alone."""
    vectors = encoder.vectors(read.words)
    made, wanted = [], []
    for row, one in enumerate(read.batch):
        for place, where in enumerate(one.sentences):
            if where in senses:
                made.append(vectors[row][read.rows[row] == place].mean(0))
                wanted.append(senses[where])
    if not made:
        return None
    return (1 - nn.functional.cosine_similarity(torch.stack(made), torch.stack(wanted))).mean()
