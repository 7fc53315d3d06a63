"""The taught encoder as an ONNX file in 8 bits, checked against the torch it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from tollbook.annotate.encoder import network
from tollbook.annotate.encoder.decode import Told
from tollbook.annotate.encoder.windows import Window
from training.network import Encoder

OUTPUTS = Told.__slots__
# By each input and output, what its second or its first dimension counts.
PIECES, WORDS = ("pieces", "shapes"), ("firsts", "rows")
EVERY = -1e9  # a logit that the first word of no cue is below: every word's `of_cue` is looked at
SIZES = {"told": "words", "vectors": "sentences", "of_cue": "cues", "of_word": "words"}


class Rounded(nn.Module):
    """The vectors of the word pieces in 8 bits, each with a scale of its own; the library has one scale for all."""

    def __init__(self, words: nn.Embedding) -> None:
        super().__init__()
        scale = words.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", torch.round(words.weight.detach() / scale).to(torch.int8))

    def forward(self, pieces: torch.Tensor) -> torch.Tensor:
        return self.rows[pieces].float() * self.scale[pieces]


def export(encoder: Encoder, example: Window, exact: Path, small: Path) -> None:
    """Write the network as it is, and with its weights in 8 bits, a scale for each channel."""
    encoder.eval()
    _write(encoder, example, exact)
    rounded = deepcopy(encoder)
    rounded.words = Rounded(encoder.words)
    _write(rounded, example, small)
    # The layers' sums are "MatMul", the heads' "Gemm", which the library first renames.
    heads = [f"{node.name}_MatMul" for node in onnx.load(small).graph.node if node.op_type == "Gemm"]
    quantize_dynamic(
        small,
        small,
        per_channel=True,
        # 7 bits: with 8, a processor without 8-bit dot products clips the sums. On one, weights of five epochs had .786
        # F1 of whole attributions on PolNeAR dev with 8 bits and .797 with 7, and .802 as they were taught.
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=heads,  # a small part of the sums, so they stay exact
    )


def _write(encoder: Encoder, example: Window, place: Path) -> None:
    given = network.given(example)
    inputs = tuple(torch.tensor(value) for value in given.values())
    axes = {name: {1: size} for size, names in (("pieces", PIECES), ("words", WORDS)) for name in names}
    axes |= {name: {0: size} for name, size in SIZES.items()}
    with torch.no_grad():
        torch.onnx.export(
            encoder, inputs, str(place), input_names=list(given), output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip


def furthest(encoder: Encoder, path: Path, windows: Sequence[Window]) -> dict[str, float]:
    """How far the file's outputs are from the network's over these windows, the largest difference of each output."""
    session = network.session(path)
    encoder.eval()
    far = dict.fromkeys(OUTPUTS, 0.0)
    for window in windows:
        given = network.given(window, EVERY)
        told = session.run(OUTPUTS, given)
        with torch.no_grad():
            taught = encoder(*(torch.tensor(value) for value in given.values()))
        for name, one, other in zip(OUTPUTS, told, taught, strict=True):
            far[name] = max(far[name], float(np.abs(one - other.detach().numpy()).max()))
    return far


# The exact file may differ from the network by what the order of sums makes; the small one rounds each weight to 1 in
# 128 of its channel's range. Seen with the shipped weights: 2.2e-5, and 2.2; 4.6 where sums were clipped.
EXACT, SMALL = 1e-3, 3.0


def judged(encoder: Encoder, exact: Path, small: Path, windows: Sequence[Window]) -> int:
    """0 where both files tell what the network does, as far as each can, 1 where one does not; and print how far."""
    verdict = 0
    for path, most in ((exact, EXACT), (small, SMALL)):
        far = furthest(encoder, path, windows)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, " + ", ".join(f"{n} {v:.2g}" for n, v in far.items()))
        verdict |= max(far.values()) > most
    return verdict
