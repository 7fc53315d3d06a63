"""What is known around an incident's claims: documents, parties, voices, people, and how prominent a claim is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tollbook.model import Claim, Document, Incident
from tollbook.reconcile.persons import Keys, people
from tollbook.reconcile.said import sentences_of
from tollbook.terms import Field

HEADLINE, OPENING = 6, 4
"""What a figure in the headline and in the opening weighs, one further down weighing 1: there a report gives the count,
and below it tells of some, of background and of other days. Swept on gva --cases: killed and injured exact .820 and
.746 where all weigh the same, .842 and .767 with 3 and 2, .844 and .783 as shipped. Measure again: python -m evals
"""

OPENING_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Record:
    """What is known around an incident's claims: their documents, the names of those who are a party to it, who is
    one voice, by origin, and which single people each claim tells of.
    """

    documents: Mapping[str, Document]
    parties: frozenset[str]
    voices: Mapping[str, str]
    people: Keys
    sentence_of: Mapping[str, int]

    def prominence(self, claim: Claim) -> int:
        """How much of its report's news the claim is: a headline's more than the opening's, that more than the rest."""
        if claim.field is Field.TITLE:
            return HEADLINE
        return OPENING if self.sentence_of.get(claim.id, OPENING_SENTENCES) < OPENING_SENTENCES else 1


def record(incident: Incident, claims: Iterable[Claim], documents: Iterable[Document]) -> Record:
    """The record of an incident; its parties are its actors and every side whose people are counted."""
    claims = tuple(claims)
    sides = {claim.group.side for claim in claims if claim.group and claim.group.side}
    here = {claim.document for claim in claims}
    named = sides | {actor.name for actor in incident.actors}
    texts = {one.id: one for one in documents if one.id in here}
    places = sentences_of(claims, texts)
    return Record(texts, frozenset(named), _voices(claims), people(claims, places), places)


def _voices(claims: Sequence[Claim]) -> Mapping[str, str]:
    """For each origin the one that stands for its voice: what one speaker says in one document is one account.

    "Two soldiers" and "three villagers" have an origin each, being repeated from nowhere; the report that gives both
    is one voice. A copy that adds a figure of its own adds it in another document, so it stays a voice of its own.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        if claim.id == claim.origin:
            speaker = claim.sources[-1].name.casefold() if claim.sources else ""
            found[claim.document, speaker].append(claim.origin)
    return {origin: min(origins) for origins in found.values() for origin in origins}
