"""Values for tests: each builder fills in all that a test does not care about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tollbook.model import Annotations, Claim, Count, Document, Group, RawDocument, Reading, Source, Span
from tollbook.terms import Bound, Field, Harm, Kind, SourceKind


def a_document(text: str = "Four people died.", id: str = "d1", **more: Any) -> Document:
    """A document of this text, as clean would give it."""
    raw = RawDocument(id, "text", text, **{k: v for k, v in more.items() if k != "furniture"})
    return Document(id, text, raw.fingerprint, **more)


def a_source(text: str, name: str, kind: SourceKind = SourceKind.UNKNOWN) -> Source:
    """A link of a chain whose words stand in the text."""
    start = text.index(name)
    return Source(name, kind, Span(start, start + len(name)))


def a_claim(document: Document, quote: str, count: str | None = None, low: int | None = None, **more: Any) -> Claim:
    """A claim of harm (killed, unless `harm` says otherwise) read from `quote`; `count` are the number's own words.

    `high` is `low` unless given; `sources` may be plain names that stand in the text; so may `group`.
    """
    start = document.text.index(quote)
    high = more.pop("high", low)
    bound = more.pop("bound", Bound.EXACT if low == high else Bound.AT_LEAST if high is None else Bound.RANGE)
    number = None
    if low is not None:
        at = document.text.index(count or quote, start)
        number = Count(low, high, bound, count or quote, Span(at, at + len(count or quote)))
    sources = tuple(a_source(document.text, one) if isinstance(one, str) else one for one in more.pop("sources", ()))
    group = more.pop("group", None)
    if isinstance(group, str):
        at = document.text.index(group)
        group = Group(group, Span(at, at + len(group)))
    kind = more.pop("kind", Kind.HARM)
    harm = more.pop("harm", Harm.KILLED) if kind is Kind.HARM else None
    claim = Claim(
        document.id, document.sha256, Field.TEXT, Span(start, start + len(quote)), quote, kind,
        sources=sources, harm=harm, count=number, group=group,
    )  # fmt: skip
    return replace(claim, **more)


def a_reading(document: Document, *claims: Claim) -> Reading:
    """A reading with these claims, and one sentence a line."""
    sentences, at = [], 0
    for line in document.text.split("\n"):
        if line.strip():
            sentences.append(Span(at, at + len(line)))
        at += len(line) + 1
    annotations = Annotations(Field.TEXT, document.text, sentences=tuple(sentences))
    return Reading(document, (annotations,), (), claims)
