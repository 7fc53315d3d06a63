"""Annotations with what the encoder tags in the sentences that it reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tollbook.annotate import rules
from tollbook.annotate.encoder import load
from tollbook.annotate.encoder.near import near
from tollbook.model import Annotations, Document, Name, Tagged, Vector
from tollbook.terms import Field


def annotate(document: Document, field: Field, *, vague: str = "default", folder: Path = load.FOLDER) -> Annotations:
    """What stands where in one field, with the encoder's tags; without a model it is what the rules find alone."""
    plain = rules.annotate(document, field, vague=vague)
    return read(plain, folder) if load.is_there(folder) and not plain.is_foreign else plain


def read(plain: Annotations, folder: Path = load.FOLDER) -> Annotations:
    """The annotations with what the model tells of their sentences that stand near a harm or a reporting word."""
    # Here, so that a command that reads nothing does not wait for these libraries.
    from tollbook.annotate.encoder import decode, network, windows

    model = network.encoder(folder)
    run = windows.lines(model.tokenizer, plain.text, near(plain), plain.quotations)
    tagged: list[Tagged] = []
    names: list[Name] = []
    vectors: list[Vector] = []
    for window in windows.windows(model.tokenizer, run):
        told = model.told(window)
        tagged += decode.tagged(window, told)
        names += decode.names(window, told, plain.text)
        vectors += decode.vectors(window, told)
    return replace(plain, encoder=model.name, tagged=tuple(tagged), tagged_names=tuple(names), vectors=tuple(vectors))
