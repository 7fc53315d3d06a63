"""The spine: the two functions that call the stages; it imports no stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import starmap
from operator import attrgetter

from tollbook.model import Book, Claim, Decision, Document, Incident, RawDocument, Reading
from tollbook.stages import Beside, Reconcile, Stages
from tollbook.terms import Field

# An incident, its claims, and the documents that make them.
Case = tuple[Incident, Sequence[Claim], Sequence[Document]]


def read_document(raw: RawDocument, stages: Stages) -> Reading:
    """Everything that can be known from one document alone: pure, so it is cached by content and runs in parallel."""
    document = stages.clean(raw)
    fields = [field for field in Field if document.field(field)]
    annotations = tuple(stages.annotate(document, field) for field in fields)
    attributions = tuple(stages.attribute(one) for one in annotations)
    claims = [stages.extract(document, *pair) for pair in zip(annotations, attributions, strict=True)]
    return Reading(document, annotations, sum(attributions, ()), sum(claims, ()))


def keep_book(
    readings: Sequence[Reading], decisions: Sequence[Decision], stages: Stages, beside: Beside = cache
) -> Book:
    """What all documents together add up to; the order of the readings makes no difference. What may be done in
    another process meanwhile is given to `beside`."""
    speaking, unresolved = stages.speaking(sorted(readings, key=_place), decisions)
    documents = [reading.document for reading in speaking]
    copies = beside(partial(stages.trace, [replace(one, attributions=(), claims=()) for one in speaking]))
    incidents = stages.link(speaking, copies)
    claims = _linked(speaking, incidents)
    origins = stages.voice(claims, copies(), documents)
    claims = tuple(replace(claim, origin=origins[claim.id]) for claim in claims)
    cases = _cases(incidents, claims, documents)
    some = beside(partial(_tolled, cases[::2], stages.reconcile))
    rest = _tolled(cases[1::2], stages.reconcile)
    tolled = sorted((*some(), *rest), key=attrgetter("id"))
    return Book(speaking, claims, copies(), tuple(tolled), unresolved)


def _cases(incidents: Sequence[Incident], claims: Sequence[Claim], documents: Sequence[Document]) -> Sequence[Case]:
    """Each incident with its claims and the documents that make them."""
    about, texts = _by_incident(claims), {one.id: one for one in documents}
    makers = {one.id: sorted({claim.document for claim in about[one.id]}) for one in incidents}
    return [(one, about[one.id], [texts[maker] for maker in makers[one.id]]) for one in incidents]


def _tolled(cases: Sequence[Case], reconcile: Reconcile) -> tuple[Incident, ...]:
    tolls = starmap(reconcile, cases)
    return tuple(replace(one, tolls=found) for (one, _, _), found in zip(cases, tolls, strict=True))


def _place(reading: Reading) -> tuple[str, str]:
    return reading.document.id, reading.document.fingerprint


def _linked(readings: Sequence[Reading], incidents: Sequence[Incident]) -> tuple[Claim, ...]:
    incident_of = {claim: incident.id for incident in incidents for claim in incident.claims}
    return tuple(replace(claim, incident=incident_of.get(claim.id)) for reading in readings for claim in reading.claims)


def _by_incident(claims: Sequence[Claim]) -> Mapping[str, Sequence[Claim]]:
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.incident is not None:
            about[claim.incident].append(claim)
    return about
