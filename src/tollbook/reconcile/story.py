"""The arithmetic of one voice: repeats, parts, sums said in one breath, increments, people told of one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tollbook import lexicon
from tollbook.model import Claim, Document, Reason
from tollbook.reconcile.account import Figure
from tollbook.reconcile.rank import ranked
from tollbook.reconcile.record import Record
from tollbook.reconcile.row import Row, disjoint
from tollbook.reconcile.said import Said, breaths, is_first_hand, said
from tollbook.reconcile.support import Candidate, Place, best_supported
from tollbook.terms import Measure


@dataclass(frozen=True, slots=True)
class Story:
    """What one voice makes of one row: its states, oldest first; whether the last counts all; what stands behind it;
    and what was left out.
    """

    figures: tuple[Figure, ...]
    is_whole: bool
    support: int
    reasons: tuple[Reason, ...]


def story(claims: Sequence[Claim], row: Row, known: Record) -> Story:
    """What a voice says of a row, from all of its claims that supply a number there, of which there is one at least."""
    documents = known.documents
    made = [_ready(claim, known) for claim in claims]
    kept, repeats = _without_repeats(made, known)
    kept, parts = _without_parts(kept, row)
    candidates = [*_wholes(kept, row, documents), *_told(kept, row, documents), *_all_told(kept, known)]
    candidates = ranked(candidates, kept)
    until = {one.id: one.until for one in kept}
    found = _upheld([_state(_standing(candidates, day, until)) for day in _days(candidates)])
    states = _increased([one.figure for one, _ in found], _increments(kept, documents))
    is_whole, support = (found[-1][0].is_whole, found[-1][1]) if found else (False, 1)
    left = [Reason(one.id, False, _why(one, states)) for one in kept if one.id not in states[-1].claims]
    return Story(tuple(states), is_whole, support, (*repeats, *parts, *left))


def _ready(claim: Claim, known: Record) -> Said:
    """The claim for the arithmetic."""
    return replace(
        said(claim, known.documents), places=frozenset({known.place(claim)}), is_first_hand=is_first_hand(claim)
    )


def _without_repeats(claims: Sequence[Said], known: Record) -> tuple[list[Said], list[Reason]]:
    """The claims with each statement once, first as in the document that the voice is named after.

    Its date is the earliest on which the voice made it, so a copy that is published late makes no figure younger:
    Monday's "three dead", carried again on Wednesday, does not replace the "five dead" of Tuesday.
    """
    documents = known.documents
    homes = {known.homes.get(one.claim.origin or "") for one in claims}
    statements: dict[object, list[Said]] = defaultdict(list)
    for one in sorted(claims, key=lambda one: one.claim.document not in homes):
        statements[one.content].append(one)
    kept, reasons = [], []
    for first, *others in statements.values():
        dates = [one.date for one in (first, *others) if one.date]
        own = [one.date for one in (first, *others) if one.date and one.claim.document in homes]
        places = frozenset(place for one in (first, *others) for place in one.places)
        kept.append(replace(first, date=first.date and min(dates), until=max(own, default=None), places=places))
        reasons += [Reason(one.id, False, _repeats(one, first, documents)) for one in others]
    return kept, reasons


def _without_parts(claims: Sequence[Said], row: Row) -> tuple[list[Said], list[Reason]]:
    """Leaves out what is inside another figure of the same row; "20 dead, 8 of them civilians" is 8 civilians.

    Where nothing but parts was read, they tell of some of the people.
    """
    here = {one.id for one in claims}
    inside = {one.id for one in claims if one.claim.part_of in here or _is_part(one, row)}
    if inside == here:
        return list(claims), []
    reasons = [Reason(one.id, False, "part of a larger figure") for one in claims if one.id in inside]
    return [one for one in claims if one.id not in inside], reasons


def _wholes(claims: Sequence[Said], row: Row, documents: Mapping[str, Document]) -> list[Candidate]:
    """Every figure that counts all people of the row: said outright, or a sum of groups with nobody in common."""
    counted = [one for one in claims if not (one.is_new or one.is_told or _is_part(one, row))]
    summed = [groups for breath in breaths(claims, documents) if len(groups := _groups(breath)) > 1]
    summed = [groups for groups in summed if not all(one.is_told for one in groups)]
    some = {one.id for groups in summed for one in groups}
    found = [c for one in counted if one.pair == row.pair for c in _candidates(one, one.id not in some)]
    found += [_added_up(groups, "counted") for groups in summed]
    narrower = sorted((one for one in counted if one.pair != row.pair), key=lambda one: one.size, reverse=True)
    largest = {pair: next(one for one in narrower if one.pair == pair) for pair in (one.pair for one in narrower)}
    if len(pairs := disjoint(largest)) > 1:
        found.append(_added_up([largest[pair] for pair in pairs], "counted"))
    return found


def _told(claims: Sequence[Said], row: Row, documents: Mapping[str, Document]) -> list[Candidate]:
    """What the voice tells of some of the people: one by one, and those of one breath together."""
    some = [one for one in claims if one.is_told or one.pair != row.pair or _is_part(one, row)]
    some = [one for one in some if not one.is_back] or some
    found = [
        _added_up(_groups(breath), "told together") for breath in breaths(some, documents) if len(_groups(breath)) > 1
    ]
    return found + [candidate for one in some for candidate in _candidates(one, False)]


def _all_told(claims: Sequence[Said], known: Record) -> list[Candidate]:
    """Everybody whom a report tells of one by one, each once; of several reports of one voice that with the most.

    Far down a report tells of other incidents too. So they stand where the last of them does, unless the report goes
    on from those it began with: "Danilo Marl was also killed".
    """
    people: dict[str, dict[str, str]] = defaultdict(dict)
    for one in (one for one in claims if one.is_told):
        for key in known.people.get(one.id, ()):
            people[one.claim.document].setdefault(key, one.id)
    most = max(people.values(), key=len, default={})
    telling = [one for one in claims if one.id in most.values()]
    if not most:
        return []
    figure = replace(_sum(telling), low=len(most), high=len(most), is_vague=False)
    places = sorted(place for one in telling for place in one.places)
    place = places[0 if any(_goes_on(one) for one in telling) else -1] if len(most) > 1 else Place.BELOW
    return [Candidate(figure, "all told", place, False)]


def _goes_on(one: Said) -> bool:
    """ "A second victim was treated", "Danilo Marl was also killed"."""
    words = one.claim.count.text.casefold().split()[:3] if one.claim.count else []
    is_another = not lexicon.words("persons", "another.words").isdisjoint(words)
    return is_another or not lexicon.words("persons", "beside.words").isdisjoint(one.claim.quote.casefold().split())


def _candidates(one: Said, is_whole: bool) -> list[Candidate]:
    """The claim's figure, once for each place where it stands."""
    made = "vague" if one.figure.is_vague else "counted" if is_whole else "told"
    return [Candidate(one.figure, made, place, is_whole, one.is_first_hand) for place in sorted(one.places)]


def _added_up(claims: Sequence[Said], made: str) -> Candidate:
    """The claims as one figure, which stands where the first of them does."""
    first = min(place for one in claims for place in one.places)
    return Candidate(_sum(claims), made, first, made == "counted")


def _increments(claims: Sequence[Said], documents: Mapping[str, Document]) -> list[Figure]:
    """What adds to an earlier figure: "two more died".

    In "Ana Prell and two others" the breath adds them already, "many more deaths" is no number to add, and a headline's
    count holds whoever is told of below it.
    """
    headed = {one.claim.document for one in claims if Place.HEADLINE in one.places and not one.is_told}
    alone = (groups[0] for breath in breaths(claims, documents) if len(groups := _groups(breath)) == 1)
    more = (one.figure for one in alone if one.is_new and not one.is_told and one.claim.document not in headed)
    return sorted(more, key=lambda one: (one.date or "", one.claims))


def _increased(states: list[Figure], increments: Sequence[Figure]) -> list[Figure]:
    """The states, and what the increments make of them; without a figure to add to, they tell of some.

    "Six injured. … Six additional victims were found": more than the dead, and the same six.
    """
    for more in increments:
        if not states or more.claims == states[-1].claims:
            states = states or [more]
        elif (states[-1].date or "") <= (more.date or "") and more.low != states[-1].low:
            states = [*states, _added([states[-1], more])]
    return states


def _standing(candidates: Sequence[Candidate], day: str | None, until: Mapping[str, str | None]) -> list[Candidate]:
    """The figures first given on the day, and older ones that are given on it or later still."""
    return [one for one in candidates if one.figure.date == day or _lasts(one.figure, day, until)]


def _lasts(figure: Figure, day: str | None, until: Mapping[str, str | None]) -> bool:
    last = max((until.get(claim) or "" for claim in figure.claims), default="")
    return (figure.date or "") < (day or "") <= last


def _state(standing: Sequence[Candidate]) -> tuple[Candidate, int]:
    """The figure of one day with the most behind it, and how much.

    "Up to 27" beside "19" is 19 to 27. Three people told of are a floor under "at least two" that stands as early.
    """
    best, behind = best_supported(standing)
    top = best.figure
    beside = [one.figure for one in standing if one.figure.is_ceiling or _is_floor(one, best)]
    highs = [one.high for one in beside if one.is_ceiling and one.high is not None]
    low = max([top.low, *(one.low for one in beside)])
    high = None if top.high is None else max([top.high, *highs])
    if (low, high) == (top.low, top.high):
        return best, behind
    claims = {claim for one in beside if one.low == low or one.high == high for claim in one.claims}
    return replace(best, figure=replace(top, low=low, high=high, claims=tuple(sorted({*top.claims, *claims})))), behind


def _is_floor(told: Candidate, best: Candidate) -> bool:
    return not told.is_whole and best.figure.high is None and told.place is best.place and not told.figure.is_vague


def _groups(breath: Sequence[Said]) -> list[Said]:
    """The largest claim of each group in a breath: "two soldiers and three villagers"; everybody is no group, but where
    more come to them: "killed four people, then himself".
    """
    found: dict[str, Said] = {}
    is_more = any(one.is_new for one in breath)
    for one in sorted(breath, key=lambda one: one.size):
        is_apart = one.is_new or bool(one.claim.persons)
        if one.claim.group or is_apart or is_more:
            found[one.claim.group.text.casefold() if one.claim.group else one.id if is_apart else ""] = one
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


def _upheld(states: Sequence[tuple[Candidate, int]]) -> list[tuple[Candidate, int]]:
    """The states without those that less stands behind than behind an earlier one: a later aside replaces nothing."""
    kept: list[tuple[Candidate, int]] = []
    for state in states:
        if not kept or state[1] >= kept[-1][1]:
            kept.append(state)
    return kept


def _days(candidates: Sequence[Candidate]) -> list[str | None]:
    """The days on which the figures were given, in order; what has no date comes first."""
    return sorted({one.figure.date for one in candidates}, key=lambda day: day or "")


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
