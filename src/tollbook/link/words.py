"""Incidents found by what the reports say: the words, days and kinds of their tellings."""

from __future__ import annotations

from collections.abc import Sequence

from tollbook.link.incidents import incident
from tollbook.link.joining import join
from tollbook.link.resemblance import Settings, scores
from tollbook.link.tellings import Telling, tellings
from tollbook.model import Copy, Incident, Reading


def link(readings: Sequence[Reading], copies: Sequence[Copy], settings: Settings | None = None) -> tuple[Incident, ...]:
    """The incidents that the readings' claims are about, sorted by id; every claim is in exactly one.

    The order of the readings makes no difference. A document without claims is in no incident.
    """
    told = [one for reading in readings for one in tellings(reading)]
    return tuple(incident(group) for group in gathered(told, copies, settings or Settings()))


def gathered(told: Sequence[Telling], copies: Sequence[Copy], settings: Settings) -> list[list[Telling]]:
    """The tellings, a list for each incident, in the order of the incidents' ids."""
    ordered = sorted(told, key=lambda one: one.id)
    groups = join(ordered, scores(ordered, copies, settings), settings.same)
    return [[ordered[at] for at in group] for group in sorted(groups)]
