"""Invented incidents for the rules: documents with claims whose words stand in them, and their tolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.builders import a_claim, a_document
from tollbook.model import Claim, Document, Group, Incident, Interval, Source, Span, Toll
from tollbook.reconcile import RULES, tolls
from tollbook.terms import Harm, Kind, SourceKind

Pair = tuple[str | None, bool | None]


@dataclass(frozen=True)
class Scene:
    """The claims about one incident, and the documents that hold them."""

    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]

    def __add__(self, other: Scene) -> Scene:
        documents = {one.id: one for one in (*self.documents, *other.documents)}
        return Scene((*self.claims, *other.claims), tuple(documents.values()))

    def tolls(self, rule: str = "tollbook") -> tuple[Toll, ...]:
        ids = tuple(claim.id for claim in self.claims)
        incident = Incident("i1", "", "other", None, None, (), tuple(one.id for one in self.documents), ids)
        return tolls(incident, self.claims, self.documents, rule, RULES)

    def toll(self, rule: str = "tollbook", harm: Harm = Harm.KILLED, pair: Pair = (None, None)) -> Toll:
        return next(one for one in self.tolls(rule) if one.harm is harm and pair_of(one) == pair)

    def why(self, quote: str, rule: str = "tollbook") -> str:
        """What became of the claim with these words, in the row for everybody."""
        ids = {claim.id for claim in self.claims if claim.quote == quote}
        return next(one.why for toll in self.tolls(rule) for one in toll.reasons if one.claim in ids)


def pair_of(toll: Toll) -> Pair:
    return (toll.group.side, toll.group.combatant) if toll.group else (None, None)


def bounds(toll: Toll) -> tuple[int | None, int | None, int | None]:
    return toll.low, toll.best, toll.high


def report(
    id: str, text: str, *claims: dict[str, Any], published: str | None = None, origin: str | None = None
) -> Scene:
    """A report and its claims, one voice each unless `origin` names another; see `says` for a claim."""
    document = a_document(text, id, published=published, publisher=f"The {id}")
    made = [_claim(document, **one) for one in claims]
    voices = {claim.sources: claim.id for claim in reversed(made)}
    own = [replace(claim, origin=claim.origin or origin or voices[claim.sources]) for claim in made]
    return Scene(tuple(own), (document,))


def says(quote: str, low: int | None = None, count: str | None = None, **more: Any) -> dict[str, Any]:
    """A claim: `by` is (name, kind) of who says it, `pair` the side and status counted, `on` the day it was said."""
    return {"quote": quote, "low": low, "count": count, **more}


def _claim(document: Document, quote: str, low: int | None, count: str | None, **more: Any) -> Claim:
    at = document.text.index(quote)
    start = document.text.index(count, at) if count else at
    span = Span(start, start + len(count or quote))
    by: Sequence[tuple[str, SourceKind]] = more.pop("by", ())
    pair, words, on = more.pop("pair", None), more.pop("group", None), more.pop("on", None)
    if pair or words:
        more["group"] = Group(words or "them", span, *(pair or (None, None)))
    more["sources"] = tuple(Source(name, kind, span) for name, kind in by)
    more["said"] = Interval(on, on) if on else None
    harm = more.pop("harm", Harm.KILLED) if more.get("kind", Kind.HARM) is Kind.HARM else None
    return a_claim(document, quote, count, low, **({"harm": harm} if harm else {}), **more)
