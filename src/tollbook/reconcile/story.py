"""The arithmetic of one voice: repeats, parts, sums said in one breath, increments, people told of one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tollbook.model import Claim, Document, Reason
from tollbook.reconcile.account import Figure
from tollbook.reconcile.record import Record
from tollbook.reconcile.row import Row, disjoint
from tollbook.reconcile.said import Said, breaths, distinct_names, said
from tollbook.terms import Measure


@dataclass(frozen=True, slots=True)
class Story:
    """What one voice makes of one row: its states, oldest first; whether they count all; and what was left out."""

    figures: tuple[Figure, ...]
    is_whole: bool
    reasons: tuple[Reason, ...]


def story(claims: Sequence[Claim], row: Row, known: Record) -> Story:
    """What a voice says of a row, from all of its claims that supply a number there, of which there is one at least."""
    documents = known.documents
    made = [_ready(claim, known) for claim in claims]
    kept, repeats = _without_repeats(made, documents)
    kept, parts = _without_parts(kept, row)
    wholes = _wholes(kept, row, documents)
    told = _told(kept, row, documents)
    lasting, news = {one.id: one.until for one in kept}, {one.id: one.prominence for one in kept}
    states = [_largest(_standing(wholes, day, lasting), news) for day in _days(wholes)]
    states = _with_room(states, told) if told else states
    states = _increased(states, _increments(kept, documents))
    left = [Reason(one.id, False, _why(one, states)) for one in kept if one.id not in states[-1].claims]
    return Story(tuple(states), bool(wholes), (*repeats, *parts, *left))


def _ready(claim: Claim, known: Record) -> Said:
    """The claim for the arithmetic."""
    return replace(said(claim, known.documents), prominence=known.prominence(claim))


def _without_repeats(claims: Sequence[Said], documents: Mapping[str, Document]) -> tuple[list[Said], list[Reason]]:
    """The claims with each statement once, first as in the document that the voice is named after.

    Its date is the earliest on which the voice made it, so a copy that is published late makes no figure younger:
    Monday's "three dead", carried again on Wednesday, does not replace the "five dead" of Tuesday.
    """
    homes = {one.claim.document for one in claims if one.id == one.claim.origin}
    statements: dict[object, list[Said]] = defaultdict(list)
    for one in sorted(claims, key=lambda one: one.claim.document not in homes):
        statements[one.content].append(one)
    kept, reasons = [], []
    for first, *others in statements.values():
        dates = [one.date for one in (first, *others) if one.date]
        own = [one.date for one in (first, *others) if one.date and one.claim.document in homes]
        news = max(one.prominence for one in (first, *others))
        kept.append(replace(first, date=min(dates, default=None), until=max(own, default=None), prominence=news))
        reasons += [Reason(one.id, False, _repeats(one, first, documents)) for one in others]
    return kept, reasons


def _without_parts(claims: Sequence[Said], row: Row) -> tuple[list[Said], list[Reason]]:
    """Leaves out what is inside another figure of the same row; "20 dead, 8 of them civilians" is 8 civilians.

    Where nothing but parts was read, they tell of some of the people.
    """
    here = {one.id for one in claims}
    inside = {one.id for one in claims if one.claim.part_of in here or (_is_part(one, row) and not one.claim.part_of)}
    if inside == here:
        return list(claims), []
    reasons = [Reason(one.id, False, "part of a larger figure") for one in claims if one.id in inside]
    return [one for one in claims if one.id not in inside], reasons


def _wholes(claims: Sequence[Said], row: Row, documents: Mapping[str, Document]) -> list[Figure]:
    """Every figure that counts all people of the row: said outright, or a sum of groups with nobody in common."""
    counted = [one for one in claims if not (one.is_new or one.is_told or _is_part(one, row))]
    found = [one.figure for one in counted if one.pair == row.pair]
    for breath in breaths(claims, documents):
        if len(_groups(breath)) > 1 and not all(one.is_told for one in breath):
            found.append(_sum(_groups(breath)))
    narrower = sorted((one for one in counted if one.pair != row.pair), key=lambda one: one.size, reverse=True)
    largest = {pair: next(one for one in narrower if one.pair == pair) for pair in (one.pair for one in narrower)}
    if len(pairs := disjoint(largest)) > 1:
        found.append(_sum([largest[pair] for pair in pairs]))
    return found


def _told(claims: Sequence[Said], row: Row, documents: Mapping[str, Document]) -> Figure | None:
    """What the voice tells of some of the people: each name once, and the largest sum or single figure beside it."""
    some = [one for one in claims if one.is_told or one.pair != row.pair or _is_part(one, row)]
    some = [one for one in some if not one.is_back] or some
    found = [_sum(_groups(breath)) for breath in breaths(some, documents) if len(_groups(breath)) > 1]
    found += [one.figure for one in some]
    named = [one for one in claims if one.claim.persons]
    if names := distinct_names(name for one in named for name in one.claim.persons):
        found.append(replace(_sum(named), low=len(names), high=len(names), is_vague=False))
    return max(found, key=_size, default=None)


def _increments(claims: Sequence[Said], documents: Mapping[str, Document]) -> list[Figure]:
    """What adds to an earlier figure: "two more died".

    In "Ana Prell and two others" the breath adds them already, and "many more deaths" is no number to add.
    """
    alone = (groups[0] for breath in breaths(claims, documents) if len(groups := _groups(breath)) == 1)
    more = (one.figure for one in alone if one.is_new and not (one.figure.is_vague and one.count.high is None))
    return sorted(more, key=lambda one: (one.date or "", one.claims))


def _increased(states: list[Figure], increments: Sequence[Figure]) -> list[Figure]:
    """The states, and what the increments make of them; without a figure to add to, they tell of some."""
    for more in increments:
        if not states or more.claims == states[-1].claims:
            states = states or [more]
        elif (states[-1].date or "") <= (more.date or ""):
            states = [*states, _added([states[-1], more])]
    return states


def _with_room(states: list[Figure], told: Figure) -> list[Figure]:
    """The states, the last of them large enough for the people that the voice tells of."""
    if not states:
        return [told]
    last = states[-1]
    if told.low <= last.low:
        return states
    high = last.high if last.high is None else max(last.high, told.low)
    return [*states[:-1], replace(last, low=told.low, high=high, claims=tuple(sorted({*last.claims, *told.claims})))]


def _standing(wholes: Sequence[Figure], day: str | None, until: Mapping[str, str | None]) -> list[Figure]:
    """The figures first given on the day, and older ones that are given on it or later still."""
    return [one for one in wholes if one.date == day or _lasts(one, day, until)]


def _lasts(figure: Figure, day: str | None, until: Mapping[str, str | None]) -> bool:
    last = max((until.get(claim) or "" for claim in figure.claims), default="")
    return (figure.date or "") < (day or "") <= last


def _largest(figures: Sequence[Figure], news: Mapping[str, int]) -> Figure:
    """The largest of the most prominent figures of one day, so that no background stands above the headline's count.

    "Up to 27" beside "19" is 19 to 27: a ceiling says nothing of the least.
    """
    most = max(_news(one, news) for one in figures)
    figures = [one for one in figures if _news(one, news) == most]
    ceilings = sorted((one for one in figures if one.is_ceiling), key=lambda one: (one.high or 0, one.claims))
    counts = [one for one in figures if not one.is_ceiling]
    if not (ceilings and counts):
        return ceilings[-1] if ceilings else _largest_count(counts)
    top, ceiling = _largest_count(counts), ceilings[-1]
    if top.high is None or top.high >= (ceiling.high or 0):
        return top
    return replace(top, high=ceiling.high, claims=tuple(sorted({*top.claims, *ceiling.claims})))


def _news(figure: Figure, news: Mapping[str, int]) -> int:
    return max(news.get(claim, 1) for claim in figure.claims)


def _largest_count(figures: Sequence[Figure]) -> Figure:
    """The largest count; a vague word only where it lies wholly above all that was counted."""
    top = max((one for one in figures if not one.is_vague), key=_size, default=None)
    vague = max((one for one in figures if one.is_vague), key=_size, default=None)
    if top and (vague is None or vague.low <= (top.low if top.high is None else top.high)):
        return top
    return max(figures, key=_size)


def _groups(breath: Sequence[Said]) -> list[Said]:
    """The largest claim of each group in a breath: "two soldiers and three villagers"; everybody is no group."""
    found: dict[str, Said] = {}
    for one in sorted(breath, key=lambda one: one.size):
        if one.claim.group or one.is_new or one.claim.persons:
            found[one.claim.group.text.casefold() if one.claim.group else one.id] = one
    return list(found.values())


def _sum(claims: Sequence[Said]) -> Figure:
    return _added([one.figure for one in claims])


def _added(figures: Sequence[Figure]) -> Figure:
    highs = [one.high for one in figures if one.high is not None]
    return Figure(
        sum(one.low for one in figures),
        sum(highs) if len(highs) == len(figures) else None,
        tuple(sorted({claim for one in figures for claim in one.claims})),
        max((one.date for one in figures if one.date), default=None),
        any(one.is_vague for one in figures),
    )


def _is_part(one: Said, row: Row) -> bool:
    return one.claim.measure is Measure.PART and row.group is None


def _days(figures: Sequence[Figure]) -> list[str | None]:
    """The days on which the figures were given, in order; what has no date comes first."""
    return sorted({one.date for one in figures}, key=lambda day: day or "")


def _size(figure: Figure) -> tuple[int, bool, int, tuple[str, ...]]:
    """To sort by: the larger figure is the greater, of two with one low that which closes sooner."""
    return figure.low, figure.high is not None, -(figure.high or 0), figure.claims


def _repeats(one: Said, first: Said, documents: Mapping[str, Document]) -> str:
    if one.claim.document == first.claim.document:
        return "says the same figure again"
    document = documents.get(first.claim.document)
    return f"repeats {(document and document.publisher) or first.claim.document}'s words"


def _why(one: Said, states: Sequence[Figure]) -> str:
    """Why a claim is not in the figure that its voice stands by now."""
    now = states[-1]
    if any(one.id in state.claims for state in states[:-1]):
        return f"replaced by {now.words}, which the same voice gave later" + (f" ({now.date})" if now.date else "")
    if one.is_told:
        return f"tells of some among the {now.words}"
    return f"a smaller figure beside {now.words} in the same account"
