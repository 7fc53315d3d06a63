"""The smallest stages that make a whole book: for tests of what lies around the stages.

A claim is "<digits> killed in <Place>"; an incident is a place. Three words make trouble: see `clean`.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tollbook import review
from tollbook.model import (
    Actor,
    Annotations,
    Attribution,
    Claim,
    Copy,
    Count,
    Document,
    Incident,
    Interval,
    Passage,
    Place,
    RawDocument,
    Reading,
    Reason,
    Source,
    Span,
    Toll,
    TollGroup,
)
from tollbook.stages import Stages
from tollbook.terms import Bound, CopyKind, Field, Harm, Kind, SourceKind

CLAIM = re.compile(r"(\d+) killed in ([A-Z]\w+)")
SAID = re.compile(r"(Mayor \w+) (said) (.+)")


def clean(raw: RawDocument) -> Document:
    """The article; raises where it says UNREADABLE or BOTTOMLESS, and ends the process where it says DEADLY."""
    if "UNREADABLE" in raw.content:
        raise ValueError("a page of\nnonsense")
    if "BOTTOMLESS" in raw.content:
        raise RecursionError
    if "DEADLY" in raw.content:
        os._exit(3)
    text = re.sub("<[^>]*>|[\ud800-\udfff]", "", raw.content) if raw.media == "html" else raw.content
    return Document(
        raw.id, text, raw.fingerprint, raw.url, raw.publisher, raw.title, raw.language, raw.published, raw.case
    )


def annotate(document: Document, field: Field) -> Annotations:
    """Words and one sentence."""
    text = document.field(field)
    tokens = tuple(Span(*found.span()) for found in re.finditer(r"\w+", text))
    return Annotations(field, text, (Span(0, len(text)),), tokens)


def attribute(annotations: Annotations) -> tuple[Attribution, ...]:
    """What a mayor said."""
    found = SAID.search(annotations.text)
    if not found:
        return ()
    source, cue, content = (Span(*found.span(part)) for part in (1, 2, 3))
    chain = (Source(found[1], SourceKind.POLITICIAN, source),)
    return (Attribution(annotations.field, (source,), (cue,), (content,), chain),)


def extract(document: Document, annotations: Annotations, attributions: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    """Everybody killed."""
    sources = attributions[0].chain if attributions else ()
    return tuple(_claim(document, annotations.field, found, sources) for found in CLAIM.finditer(annotations.text))


def _claim(document: Document, field: Field, found: re.Match[str], sources: tuple[Source, ...]) -> Claim:
    return Claim(
        document.id, document.sha256, field, Span(*found.span()), found[0], Kind.HARM,
        sources=sources, harm=Harm.KILLED, where=Place(found[2], span=Span(*found.span(2))),
        count=Count(int(found[1]), None, Bound.AT_LEAST, found[1], Span(*found.span(1))),
        actor=Actor("the Reds", "attacker"), when=Interval("2031-05-01", "2031-05-02"),
    )  # fmt: skip


def trace(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """A document with the words of another copies the first of them by id."""
    first: dict[str, Document] = {}
    copies = []
    for document in (reading.document for reading in readings):
        original = first.setdefault(document.text, document)
        if original is not document:
            whole = Span(0, len(document.text))
            sides = Passage(document.id, whole), Passage(original.id, whole)
            copies.append(Copy(*sides, CopyKind.VERBATIM, 1.0, False, "the same words"))
    return tuple(copies)


def link(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Incident, ...]:  # noqa: ARG001
    """An incident for each place."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in (claim for reading in readings for claim in reading.claims):
        found[claim.where.name if claim.where else ""].append(claim)
    return tuple(_incident(place, found[place]) for place in sorted(found))


def _incident(place: str, claims: Sequence[Claim]) -> Incident:
    documents = tuple(sorted({claim.document for claim in claims}))
    ids = tuple(sorted(claim.id for claim in claims))
    where = Place(place, "XX", 12.5, -3.25)
    return Incident(
        "i" + ids[0][1:], f"Deaths in {place}", "other", claims[0].when, where, (Actor("the Reds", "attacker"),),
        documents, ids, about=documents[:1],
    )  # fmt: skip


def voice(claims: Sequence[Claim], copies: Sequence[Copy], documents: Sequence[Document]) -> Mapping[str, str]:  # noqa: ARG001
    """Everybody speaks for himself."""
    return {claim.id: claim.id for claim in claims}


def reconcile(incident: Incident, claims: Sequence[Claim], documents: Sequence[Document]) -> tuple[Toll, ...]:  # noqa: ARG001
    """Everybody, and civilians with nothing known."""
    ids = incident.claims
    everybody = Toll(
        Harm.KILLED, None, min(claim.count.low for claim in claims if claim.count), None, None, False, True, None,
        len(claims), len(incident.documents), "plain@1", ids, (),
        other_rules=(("envelope@1", 1, None, None),),
        reasons=tuple(Reason(id, True, "it is there") for id in ids),
        leave_one_out=((ids[0], 1, None, 3),),
    )  # fmt: skip
    return everybody, replace(everybody, group=TollGroup("civilians", None, False), low=None)


STAGES = Stages(clean, annotate, attribute, extract, review.speaking, trace, link, voice, reconcile, version="plain 1")
