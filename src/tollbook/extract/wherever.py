"""The dead told by where they died: "one died at the scene and two died at a hospital" makes three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.shares import Binding
from tollbook.model import Span
from tollbook.terms import Bound

# "died | at the scene": the place stands within so many tokens behind.
NEAR = 6


def by_place(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """The bindings, the second of two who died in two places with the first added to it."""
    found: list[Binding] = []
    before: Binding | None = None
    for one in bound:
        if one.harm != "killed":
            found.append(one)
            continue
        is_both = before is not None and _place(line, before) and _is_further(line, before, one)
        before = _added(before, one) if before and is_both else one
        found.append(before)
    return found


def _is_further(line: Line, before: Binding, one: Binding) -> bool:
    """Whether a bare number of other dead follows, in another place: ", | two pronounced dead at the hospital"."""
    people = one.people
    is_told = people.form == "number" and people.is_bare and people.bound is Bound.EXACT and people.low > 0
    is_exact = before.people.bound is Bound.EXACT and not before.is_part and not one.is_part
    is_next = before.last <= one.first and line.word(people.first - 1) in ("and", ",", ";", "while")
    is_share = "of" in line.words(people.head, people.last)
    return is_told and is_exact and is_next and not is_share and _place(line, one) not in ("", _place(line, before))


def _place(line: Line, one: Binding) -> str:
    """ "scene", "hospital": where they died."""
    places = lexicon.words("harm", "open.scenes") | lexicon.words("harm", "injured.hospitals")
    behind = line.words(one.trigger.last, one.trigger.last + NEAR)
    return next((word.removesuffix("s") for word in behind if word in places), "")


def _added(before: Binding, one: Binding) -> Binding:
    low = before.people.low + one.people.low
    count = Span(before.people.count.start, one.people.count.end)
    people = replace(one.people, low=low, high=low, count=count, is_other=False)
    return replace(one, people=people, first=before.first)
