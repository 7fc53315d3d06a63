"""The model opened, once in a process, and asked about one window at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from tollbook.annotate.encoder import load
from tollbook.annotate.encoder.decode import Told
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
        inputs = {name: np.array([getattr(window, name)], np.int64) for name in ("pieces", "shapes", "firsts")}
        outputs = dict(zip(Told.__slots__, self.session.run(list(Told.__slots__), inputs), strict=True))
        return Told(**{name: value[0] if value.ndim == 3 else value for name, value in outputs.items()})


@cache
def encoder(folder: Path = load.FOLDER) -> Encoder:
    """The model in this folder, opened; ModelError for one that cannot be used."""
    known = load.name(folder)
    options = onnxruntime.SessionOptions()
    # A process is one reader: a build has as many as it was given, and the order of sums stays the same.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        tokenizer = Tokenizer.from_file(str(folder / load.TOKENIZER))
        session = onnxruntime.InferenceSession(folder / load.NETWORK, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"{folder / load.NETWORK} cannot be opened: {type(error).__name__}: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(known, session, tokenizer)
