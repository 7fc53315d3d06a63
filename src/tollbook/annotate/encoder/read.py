"""Annotations with what the encoder tags in the sentences that it reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tollbook.annotate import rules
from tollbook.annotate.encoder import load
from tollbook.annotate.encoder.near import near
from tollbook.model import Annotations, Document, Name, Span, Tagged, Vector
from tollbook.terms import Field


def annotate(document: Document, field: Field, *, vague: str = "default", folder: Path = load.FOLDER) -> Annotations:
    """What stands where in one field, with the encoder's tags; without a model it is what the rules find alone."""
    plain = rules.annotate(document, field, vague=vague)
    return _with_tags(plain, partial(near, headline=document.title or ""), folder)


def everywhere(document: Document, field: Field, *, vague: str = "default", folder: Path = load.FOLDER) -> Annotations:
    """The same with every sentence read: a little more is found, and it takes longer (`make bench`)."""
    return _with_tags(rules.annotate(document, field, vague=vague), _sentences, folder)


def _sentences(annotations: Annotations) -> tuple[Span, ...]:
    return annotations.sentences


def _with_tags(plain: Annotations, chosen: Callable[[Annotations], tuple[Span, ...]], folder: Path) -> Annotations:
    is_read = load.is_there(folder) and not plain.is_foreign
    return read(plain, chosen(plain), folder) if is_read else plain


def read(plain: Annotations, sentences: Sequence[Span], folder: Path = load.FOLDER) -> Annotations:
    """The annotations with what the model tells of these of their sentences."""
    # Here, so that a command that reads nothing does not wait for these libraries.
    from tollbook.annotate.encoder import decode, network, windows

    model = network.encoder(folder)
    run = windows.lines(model.tokenizer, plain.text, sentences, plain.quotations)
    tagged: list[Tagged] = []
    names: list[Name] = []
    vectors: list[Vector] = []
    for window in windows.windows(model.tokenizer, run):
        told = model.told(window)
        tagged += decode.tagged(window, told)
        names += decode.names(window, told, plain.text)
        vectors += decode.vectors(window, told)
    return replace(plain, encoder=model.name, tagged=tuple(tagged), tagged_names=tuple(names), vectors=tuple(vectors))
