"""Documents of one text are one for linking: a verbatim copy moves no incident and has no vote in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tollbook.model import Claim, Copy, Incident, Passage, Reading


@dataclass(frozen=True, slots=True)
class Twins:
    """The first reading of each text, and all readings of each first one's text, by its document's id."""

    first: tuple[Reading, ...]
    of_first: Mapping[str, tuple[Reading, ...]]


def twins(readings: Iterable[Reading]) -> Twins:
    """The readings by text, title and case; the first of each is the earliest published, the undated last."""
    same: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=_age):
        document = reading.document
        same[document.sha256, document.title, document.case].append(reading)
    groups = sorted(same.values(), key=lambda some: some[0].document.id)
    return Twins(tuple(some[0] for some in groups), {some[0].document.id: tuple(some) for some in groups})


def _age(reading: Reading) -> tuple[str, str]:
    return reading.document.published or "~", reading.document.id


def between_firsts(copies: Iterable[Copy], known: Twins) -> tuple[Copy, ...]:
    """The copies with each document's place taken by the first of its text; those inside one text are left out."""
    first = {one.document.id: name for name, some in known.of_first.items() for one in some}

    def of(passage: Passage) -> Passage:
        return replace(passage, document=first[passage.document])

    moved = (replace(copy, copy=of(copy.copy), original=of(copy.original)) for copy in copies)
    return tuple(copy for copy in moved if copy.copy.document != copy.original.document)


def with_twins(incidents: Iterable[Incident], known: Twins) -> tuple[Incident, ...]:
    """The incidents with the claims and documents that stand for the same words in the copies, sorted by id."""
    standing = {claim.id: (name, _place(claim)) for name, some in known.of_first.items() for claim in some[0].claims}
    alike: dict[Hashable, list[str]] = defaultdict(list)
    for name, some in known.of_first.items():
        for claim in (claim for reading in some for claim in reading.claims):
            alike[name, _place(claim)].append(claim.id)
    whole = (_whole(one, known, [alike[standing[claim]] for claim in one.claims]) for one in incidents)
    return tuple(sorted(whole, key=lambda one: one.id))


def _whole(incident: Incident, known: Twins, claims: Sequence[Sequence[str]]) -> Incident:
    every = sorted(claim for some in claims for claim in some)
    return replace(
        incident,
        id="i" + every[0].removeprefix("c") if every else incident.id,
        claims=tuple(every),
        documents=_all(incident.documents, known),
        about=_all(incident.about, known),
    )


def _all(documents: Iterable[str], known: Twins) -> tuple[str, ...]:
    """The documents, and those of the same text."""
    every = {one.document.id for name in documents for one in known.of_first.get(name, ())}
    return tuple(sorted(every | set(documents)))


def _place(claim: Claim) -> Hashable:
    """Where and of whom the claim is, in any document of its text."""
    return claim.field, claim.span, claim.harm, claim.kind, claim.group and (claim.group.text, claim.group.span)
