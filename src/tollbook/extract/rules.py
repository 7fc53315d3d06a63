"""Claims by grammar and tables alone: sentence by sentence, then the arithmetic of the story."""

from __future__ import annotations

from collections.abc import Iterator

from tollbook.extract.bind import bindings
from tollbook.extract.context import Context
from tollbook.extract.harmed import harm_claims
from tollbook.extract.harms import triggers
from tollbook.extract.line import Line, lines
from tollbook.extract.people import people
from tollbook.extract.statements import statements
from tollbook.extract.story import told
from tollbook.model import Annotations, Attribution, Claim, Document


def extract(
    document: Document,
    annotations: Annotations,
    attributions: tuple[Attribution, ...],
    *,
    vague: str = "default",
) -> tuple[Claim, ...]:
    """The claims of one field, in text order; no two share an id."""
    context = Context(document, annotations, attributions)
    claims = [claim for line in lines(annotations, vague) for claim in _of_line(line, context)]
    distinct = {claim.id: claim for claim in told(claims)}
    return tuple(sorted(distinct.values(), key=lambda claim: (claim.span, claim.id)))


def _of_line(line: Line, context: Context) -> Iterator[Claim]:
    found = triggers(line)
    bound = bindings(line, people(line), found) if found else ()
    yield from harm_claims(line, bound, context)
    yield from statements(line, bound, context)
