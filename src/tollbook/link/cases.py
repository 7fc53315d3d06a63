"""Incidents known beforehand: documents of one case are about one incident, and the rest is found by words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tollbook.link.choosing import chosen
from tollbook.link.incidents import incident, silent
from tollbook.link.resemblance import Settings
from tollbook.link.tellings import Telling, tellings
from tollbook.link.twins import between_firsts, twins, with_twins
from tollbook.link.words import gathered
from tollbook.model import Copy, Incident, Reading


def link(
    readings: Sequence[Reading], copies: Callable[[], Sequence[Copy]], settings: Settings | None = None
) -> tuple[Incident, ...]:
    """The incidents, sorted by id: one for every case, though nothing was read in it, and others that are told besides.

    All documents of a case are about its incident. Documents without one may join a case or another incident.
    """
    known = twins(readings)
    cases: dict[str, list[str]] = defaultdict(list)
    told: list[Telling] = []
    for reading in known.first:
        case = reading.document.case
        if case is not None:
            cases[case].append(reading.document.id)
        told += [replace(one, case=case) for one in tellings(reading)]
    told = [replace(one, case=one.case if one.is_main else None) for one in chosen(told)]
    groups = gathered(told, lambda: between_firsts(copies(), known), settings or Settings())
    found = [_of(group, cases) for group in groups]
    spoken = {one.case for one in told}
    found += [silent(case, documents) for case, documents in cases.items() if case not in spoken]
    return with_twins(found, known)


def _of(group: Sequence[Telling], cases: Mapping[str, Sequence[str]]) -> Incident:
    """The group's incident, with those documents of its case that make no claims."""
    one = incident(group)
    case = next((telling.case for telling in group if telling.case is not None), None)
    documents = cases.get(case, ()) if case is not None else ()
    return replace(
        one,
        documents=tuple(sorted({*one.documents, *documents})),
        about=tuple(sorted({*one.about, *documents})),
    )
