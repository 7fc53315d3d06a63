"""Claims by grammar and tables alone: sentence by sentence, then the arithmetic of the story."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tollbook.extract import identified, ranges, roster
from tollbook.extract.bind import bindings
from tollbook.extract.context import Context
from tollbook.extract.elided import with_elided
from tollbook.extract.harmed import harm_claims
from tollbook.extract.harms import marks, triggers
from tollbook.extract.line import Line, lines
from tollbook.extract.people import people
from tollbook.extract.statements import statements, telling
from tollbook.extract.story import told
from tollbook.extract.strangers import with_strangers
from tollbook.extract.stretch import stretched
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
    by_line = [tuple(_of_line(line, context)) for line in lines(annotations, _telling(), vague)]
    distinct = {claim.id: claim for claim in told(by_line, annotations.text)}
    return tuple(sorted(distinct.values(), key=lambda claim: (claim.span, claim.id)))


@cache
def _telling() -> frozenset[str]:
    """The words without any of which a sentence makes no claim: most sentences of a report, passed over at once."""
    return marks() | roster.marks() | ranges.marks() | identified.marks() | telling()


def _of_line(line: Line, context: Context) -> Iterator[Claim]:
    found = triggers(line)
    named = with_strangers(line, stretched(line, people(line)), found) if found else ()
    bound = roster.with_rosters(line, bindings(line, named, found) if found else ())
    bound = with_elided(line, ranges.with_ranges(line, identified.with_identified(line, bound)))
    yield from harm_claims(line, bound, context)
    yield from statements(line, bound, context)
