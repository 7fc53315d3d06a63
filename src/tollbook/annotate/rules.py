"""Annotations by rules and tables alone: the way that needs no model."""

from __future__ import annotations

from itertools import chain

from tollbook.annotate import places, times
from tollbook.annotate.language import is_foreign
from tollbook.annotate.names import names
from tollbook.annotate.numbers import numbers
from tollbook.annotate.quotations import quotations
from tollbook.annotate.sentences import sentences
from tollbook.annotate.tokens import tokens
from tollbook.model import Annotations, Document
from tollbook.terms import Field


def annotate(document: Document, field: Field, *, vague: str = "default") -> Annotations:
    """What stands where in one field; `vague` names the lexicon that says what "dozens" is."""
    text = document.field(field)
    spans = sentences(text)
    words = [tokens(text, span) for span in spans]
    proper = names(text, words)
    every = tuple(chain.from_iterable(words))
    return Annotations(
        field,
        text,
        sentences=spans,
        tokens=every,
        numbers=tuple(chain.from_iterable(numbers(some, vague) for some in words)),
        quotations=quotations(text),
        names=proper,
        times=times.find(text, spans, document.published),
        places=places.find(text, spans, proper),
        furniture=document.furniture if field is Field.TEXT else (),
        is_foreign=is_foreign(every, document.language),
    )
