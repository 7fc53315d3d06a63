"""The model opened, once in a process, and asked about one window at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tollbook.annotate.encoder import load
from tollbook.annotate.encoder.decode import MAY_BEGIN, Told
from tollbook.annotate.encoder.windows import Window
from tollbook.errors import ModelError


@dataclass(frozen=True, slots=True)
class Encoder:
    """The opened model. `name` tells it from every other one."""

    name: str
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer

    def told(self, window: Window) -> Told:
        """What the network tells of a window. It is given alone: in company its 8 bits would be rounded otherwise."""
        return Told(*self.session.run(list(Told.__slots__), given(window)))


def given(window: Window, least: float = MAY_BEGIN) -> dict[str, NDArray[np.generic]]:
    """A window as the network's inputs; of words whose first logit is not above `least` nothing is told as of a cue."""
    names = ("pieces", "shapes", "firsts", "rows")
    inputs: dict[str, NDArray[np.generic]] = {name: np.array([getattr(window, name)], np.int64) for name in names}
    return inputs | {"least": np.array(least, np.float32)}


@cache
def encoder(folder: Path = load.FOLDER) -> Encoder:
    """The model in this folder, opened; ModelError for one that cannot be used."""
    known = load.name(folder)
    try:
        tokenizer = Tokenizer.from_file(str(folder / load.TOKENIZER))
        opened = session(folder / load.NETWORK)
    except Exception as error:
        raise ModelError(f"{folder / load.NETWORK} cannot be opened: {type(error).__name__}: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(known, opened, tokenizer)


def session(network: Path) -> onnxruntime.InferenceSession:
    """The network in this file, opened as a reader asks it."""
    options = onnxruntime.SessionOptions()
    # A process is one reader: a build has as many as it was given, and the order of sums stays the same.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Adding and norming in one step takes longer than in two.
    return onnxruntime.InferenceSession(
        network, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
