"""The rows of the contract as plain values: what stands in each table of an export, sorted, with names as chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tollbook import __version__
from tollbook.export.choices import Choices
from tollbook.export.names import MASK, Mask, Masks, is_masked, masks
from tollbook.model import (
    Actor,
    Attribution,
    Book,
    Claim,
    Copy,
    Decision,
    Document,
    Group,
    Incident,
    Interval,
    Passage,
    Place,
    Source,
    Span,
    Toll,
    TollGroup,
)
from tollbook.terms import Field

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A book as it may be shown: its masks, and each text of each document with the names in it masked."""

    book: Book
    choices: Choices
    masks: Masks
    texts: Mapping[tuple[str, Field], str]

    def mask(self, document: str) -> Mask:
        """The mask of one document; that of the whole book where the document no longer speaks."""
        return self.masks.documents.get(document, self.masks.book)

    def words(self, claim: Claim, span: Span) -> str:
        """The words that a span of the claim points at; names that only begin or end inside it are masked too."""
        return span.of(self.texts[claim.document, claim.field])


def shown(book: Book, choices: Choices) -> Shown:
    """The book under these choices, ready to be written as rows."""
    hidden = masks(book, choices)
    texts = {
        (one.document.id, field): hidden.documents[one.document.id](one.document.field(field))
        for one in book.readings
        for field in Field
    }
    return Shown(book, choices, hidden, texts)


def tables(view: Shown) -> dict[str, list[Row]]:
    """Every table of the contract by name, its rows sorted: the same book gives the same rows in the same order."""
    return {
        "documents": documents(view),
        "attributions": attributions(view),
        "claims": claims(view),
        "copies": copies(view),
        "incidents": incidents(view),
    }


def about(view: Shown) -> Row:
    """What an export says of itself: nothing in it depends on when or where it was made."""
    return {
        "tollbook": __version__,
        "names": view.choices.names,
        "rule": sorted({toll.rule for incident in view.book.incidents for toll in incident.tolls}),
        "unresolved": [decision(one, view.masks.book) for one in view.book.unresolved],
    }


def documents(view: Shown) -> list[Row]:
    """One row a document that speaks; `incident` is the one that it is mainly about."""
    main = {document: incident.id for incident in reversed(view.book.incidents) for document in incident.about}
    rows = [
        document(view, one.document, main.get(one.document.id)) | {"foreign": one.is_foreign}
        for one in view.book.readings
    ]
    return sorted(rows, key=lambda row: row["id"])


def document(view: Shown, one: Document, incident: str | None) -> Row:
    """One document, without its text."""
    mask = view.mask(one.id)
    return {
        "id": one.id,
        "url": _masked(mask, one.url),
        "publisher": _masked(mask, one.publisher),
        "published": one.published,
        "title": None if one.title is None else view.texts[one.id, Field.TITLE],
        "language": one.language,
        "sha256": one.sha256,
        "characters": len(one.text),
        "incident": incident,
        "case": _masked(mask, one.case),
        "furniture": list(map(_span, one.furniture)),
    }


def attributions(view: Shown) -> list[Row]:
    """One row for each place in a text where somebody is said to say something."""
    rows = [
        attribution(reading.document.id, one)
        for reading in view.book.readings
        for one in reading.attributions
        if one.field is Field.TEXT
    ]
    return sorted(rows, key=lambda row: (row["document"], row["content"], row["cue"], row["source"], row["stance"]))


def attribution(document: str, one: Attribution) -> Row:
    """One attribution; each part is a list of spans, and may be empty."""
    return {
        "document": document,
        "source": list(map(_span, one.source)),
        "cue": list(map(_span, one.cue)),
        "content": list(map(_span, one.content)),
        "stance": one.stance.value,
    }


def claims(view: Shown) -> list[Row]:
    """One row a claim, in the order in which the claims stand in their documents."""
    ordered = sorted(view.book.claims, key=lambda one: (one.document, one.field, one.span, one.kind, one.id))
    return [claim(view, one) for one in ordered]


def claim(view: Shown, one: Claim) -> Row:
    """One claim with all that was read of it; `quote` is exactly its span's words, masked as chosen."""
    mask = view.mask(one.document)
    words = partial(view.words, one)
    return {
        "id": one.id,
        "document": one.document,
        "field": one.field.value,
        "span": _span(one.span),
        "quote": words(one.span),
        "kind": one.kind.value,
        "sources": [_source(mask, link) for link in one.sources],
        "cue": one.cue and {"text": words(one.cue.span), "span": _span(one.cue.span)},
        "stance": one.stance.value,
        "certainty": one.certainty.value,
        "harm": one.harm and one.harm.value,
        "count": _count(view, one),
        "measure": one.measure.value,
        "part_of": one.part_of,
        "group": one.group and _group(view, one, one.group),
        "actor": one.actor and {**_actor(mask, one.actor), "span": one.actor.span and _span(one.actor.span)},
        "persons": [_person(view, one, mask, person) for person in one.persons],
        "when": _interval(one.when, spanned=True),
        "said": _interval(one.said, spanned=True),
        "where": one.where and _spanned_place(mask, one.where),
        "incident_kind": one.incident_kind,
        "incident": one.incident,
        "origin": one.origin,
    }


def copies(view: Shown) -> list[Row]:
    """One row for each repeated passage."""
    return [copy(view, one) for one in sorted(view.book.copies, key=lambda one: (one.copy, one.original, one.kind))]


def copy(view: Shown, one: Copy) -> Row:
    """One repeat, and what tells its direction."""
    return {
        "copy": _passage(one.copy),
        "original": _passage(one.original),
        "kind": one.kind.value,
        "overlap": one.overlap,
        "directed": one.directed,
        "evidence": view.masks.book(one.evidence),
    }


def incidents(view: Shown) -> list[Row]:
    """One row an incident, by id."""
    return [incident(view, one) for one in sorted(view.book.incidents, key=lambda one: one.id)]


def incident(view: Shown, one: Incident) -> Row:
    """One incident with its tolls."""
    mask = view.masks.incidents[one.id]
    return {
        "id": one.id,
        "title": mask(one.title),
        "kind": one.kind,
        "when": _interval(one.when),
        "where": one.where and _place(mask, one.where),
        "actors": [_actor(view.masks.book, actor) for actor in one.actors],
        "documents": list(one.documents),
        "claims": list(one.claims),
        "about": list(one.about),
        "tolls": [toll(view, one, each) for each in one.tolls],
    }


def toll(view: Shown, incident: Incident, one: Toll) -> Row:
    """One toll, each rule's answer beside it, and why each claim was used or dropped."""
    mask = view.masks.incidents[incident.id]
    return {
        "harm": one.harm.value,
        "group": one.group and _toll_group(view, mask, one.group),
        "low": one.low,
        "best": one.best,
        "high": one.high,
        "contested": one.contested,
        "provisional": one.provisional,
        "grade": one.grade,
        "origins": one.origins,
        "documents": one.documents,
        "rule": one.rule,
        "evidence": list(one.evidence),
        "against": list(one.against),
        "other_rules": {rule: [low, best, high] for rule, low, best, high in one.other_rules},
        "reasons": [{"claim": each.claim, "used": each.used, "why": mask(each.why)} for each in one.reasons],
        "leave_one_out": {origin: [low, best, high] for origin, low, best, high in one.leave_one_out},
    }


def decision(one: Decision, mask: Mask) -> Row:
    """One decision as the export lists it: who and when stay in the book."""
    return {"kind": one.kind, "subject": one.subject, "role": one.role, "why": mask(one.why)}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _passage(one: Passage) -> Row:
    return {"document": one.document, "span": _span(one.span)}


def _masked(mask: Mask, text: str | None) -> str | None:
    return None if text is None else mask(text)


def _source(mask: Mask, link: Source) -> Row:
    return {"name": mask(link.name), "kind": link.kind.value, "span": _span(link.span)}


def _count(view: Shown, one: Claim) -> Row | None:
    if one.count is None:
        return None
    count = one.count
    text = view.words(one, count.span)
    return {"low": count.low, "high": count.high, "bound": count.bound.value, "text": text, "span": _span(count.span)}


def _group(view: Shown, one: Claim, group: Group) -> Row:
    return {
        "text": view.words(one, group.span),
        "span": _span(group.span),
        "side": _masked(view.masks.book, group.side),
        "combatant": group.combatant,
    }


def _toll_group(view: Shown, mask: Mask, group: TollGroup) -> Row:
    return {"text": mask(group.text), "side": _masked(view.masks.book, group.side), "combatant": group.combatant}


def _actor(mask: Mask, actor: Actor) -> Row:
    return {"name": mask(actor.name), "role": actor.role}


def _person(view: Shown, one: Claim, mask: Mask, person: str) -> str:
    return MASK * len(person) if view.choices.names == "none" and is_masked(one) else mask(person)


def _interval(one: Interval | None, spanned: bool = False) -> Row | None:
    if one is None:
        return None
    return {"start": one.start, "end": one.end, **({"span": one.span and _span(one.span)} if spanned else {})}


def _place(mask: Mask, one: Place) -> Row:
    return {
        "name": mask(one.name),
        "country": one.country,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "radius_km": one.radius_km,
    }


def _spanned_place(mask: Mask, one: Place) -> Row:
    return {**_place(mask, one), "span": one.span and _span(one.span), "candidates": list(map(mask, one.candidates))}
