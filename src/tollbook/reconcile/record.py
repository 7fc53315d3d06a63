"""What is known around an incident's claims: documents, parties, voices, people, and where a claim stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tollbook import lexicon
from tollbook.model import Claim, Document, Incident, Source
from tollbook.persons import Keys, people
from tollbook.reconcile.said import sentences_of
from tollbook.reconcile.support import Place
from tollbook.terms import Field, SourceKind

OPENING_SENTENCES = 2

COUNTING = frozenset({SourceKind.POLICE, SourceKind.MEDICAL, SourceKind.OFFICIAL_UNNAMED})
"""Whom a report has its own count from, so that theirs and its own are one account."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known around an incident's claims: their documents, the names of those who are a party to it, who is
    one voice and which document it is at home in, by origin, and which single people each claim tells of.
    """

    documents: Mapping[str, Document]
    parties: frozenset[str]
    voices: Mapping[str, str]
    homes: Mapping[str, str]
    people: Keys
    sentence_of: Mapping[str, int]

    def place(self, claim: Claim) -> Place:
        """Where in its report the claim stands."""
        if claim.field is Field.TITLE:
            return Place.HEADLINE
        is_early = self.sentence_of.get(claim.id, OPENING_SENTENCES) < OPENING_SENTENCES
        return Place.OPENING if is_early else Place.BELOW


def record(incident: Incident, claims: Iterable[Claim], documents: Iterable[Document]) -> Record:
    """The record of an incident; its parties are its actors and every side whose people are counted."""
    claims = tuple(claims)
    sides = {claim.group.side for claim in claims if claim.group and claim.group.side}
    here = {claim.document for claim in claims}
    named = sides | {actor.name for actor in incident.actors}
    texts = {one.id: one for one in documents if one.id in here}
    homes = {claim.id: claim.document for claim in claims if claim.id == claim.origin}
    places = sentences_of(claims, texts)
    return Record(texts, frozenset(named), _voices(claims, texts), homes, people(claims, places), places)


def _voices(claims: Sequence[Claim], texts: Mapping[str, Document]) -> Mapping[str, str]:
    """For each origin the one that stands for its voice: what one speaker says in one document is one account.

    "Two soldiers" and "three villagers" have an origin each, being repeated from nowhere; the report that gives both
    is one voice, and so is what it has from the police or the hospital: they count as it goes on, and it keeps up. A
    copy that adds a figure of its own adds it in another document, so it stays a voice of its own. Documents of one
    text are one: of two that are alike, each may be the origin of some of the claims.
    """
    homes = {claim.id: _account_of(claim, texts) for claim in claims if claim.id == claim.origin}
    found: dict[Hashable, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.origin and homes.get(claim.origin) == _account_of(claim, texts):
            found[claim.document, _speaker(claim)].append(claim.origin)
    voice: dict[str, str] = {}
    for origins in found.values():
        heads = {_head(origin, voice) for origin in origins}
        voice |= dict.fromkeys(heads, min(heads))
    return {origin: _head(origin, voice) for origin in homes}


def _head(origin: str, voice: Mapping[str, str]) -> str:
    while voice.get(origin, origin) != origin:
        origin = voice[origin]
    return origin


def _account_of(claim: Claim, texts: Mapping[str, Document]) -> Hashable:
    """Whose account it is in which words, the same in all documents of one text."""
    text = texts.get(claim.document)
    return (claim.text_sha256, text.title) if text else claim.document, _speaker(claim)


def _speaker(claim: Claim) -> str:
    """Whose count it is, "" for the report's own."""
    last = claim.sources[-1] if claim.sources else None
    return "" if last is None or last.kind in COUNTING or _has_no_count(claim, last) else last.name.casefold()


def _has_no_count(claim: Claim, source: Source) -> bool:
    """Whether it can only tell of some: what footage shows, or "his mother", who tells of one without a name."""
    words = source.name.casefold().split()
    if not words or source.name[1:] != source.name[1:].casefold():
        return False
    is_one = claim.count is None or (claim.count.is_one and not claim.persons)
    return words[-1] in lexicon.words("speakers", "shown") or (source.kind is SourceKind.RELATIVE and is_one)
