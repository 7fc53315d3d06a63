"""Incidents found by what the reports say: the words, days and kinds of their tellings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tollbook.link.incidents import incident
from tollbook.link.joining import join
from tollbook.link.passing import parted
from tollbook.link.resemblance import Settings, scores
from tollbook.link.tellings import Telling, tellings
from tollbook.link.twins import between_firsts, twins, with_twins
from tollbook.model import Copy, Incident, Reading


def link(
    readings: Sequence[Reading], copies: Callable[[], Sequence[Copy]], settings: Settings | None = None
) -> tuple[Incident, ...]:
    """The incidents that the readings' claims are about, sorted by id; every claim is in exactly one.

    The order of the readings makes no difference, and a verbatim copy moves no incident. A document without claims is
    in none. The copies are asked for last: they may be traced meanwhile.
    """
    known = twins(readings)
    told = [one for reading in known.first for one in tellings(reading)]
    found = map(incident, gathered(told, lambda: between_firsts(copies(), known), settings or Settings()))
    return with_twins(found, known)


def gathered(told: Sequence[Telling], copies: Callable[[], Sequence[Copy]], settings: Settings) -> list[list[Telling]]:
    """The tellings, a list for each incident, in a fixed order."""
    ordered = sorted(told, key=lambda one: one.id)
    groups = join(ordered, scores(ordered, copies, settings), settings.same)
    whole = ([ordered[at] for at in group] for group in sorted(groups))
    return [part for group in whole for part in parted(group)]
