"""What became of the hurt: who was shot and died is counted once, among the dead, in one report and across reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tollbook import lexicon
from tollbook.model import Claim, Count, Document, Reason
from tollbook.persons import Keys, is_of_bombs, is_open, points_back, tells_of_single
from tollbook.reconcile.rank import dead_by_rank
from tollbook.reconcile.said import ONE, date_of
from tollbook.terms import Bound, Field, Harm, Measure

# The word before a claim has no more characters.
WORD = 20
# Words point back to somebody told of so many sentences before.
SOON = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """The claims about the hurt with the dead taken out of them, and for each claim that changed, why."""

    claims: tuple[Claim, ...]
    reasons: tuple[Reason, ...]


def outcome(
    claims: Sequence[Claim], people: Keys, sentence_of: Mapping[str, int], documents: Mapping[str, Document], dead: int
) -> Outcome:
    """The claims, with every figure of people hurt without those of them who died.

    `dead` is how many the incident's reports support. "Eight people were shot", and one of them died: seven are hurt.
    A report of three hurt and none dead, which a later one of two dead follows, leaves one hurt. All that is taken out
    stays in the book, with the reason.
    """
    born = _born(claims, documents)
    reports = [
        _Report(some, people, sentence_of, born, dead, documents.get(document))
        for document, some in _by_document(claims).items()
    ]
    kept: list[Claim] = []
    reasons: list[Reason] = []
    for one in reports:
        for claim in one.claims:
            left, why = one.left_of(claim, _died_elsewhere(one, reports, dead))
            if left:
                kept.append(left)
            if why:
                reasons.append(Reason(claim.id, left is not None, why))
    return Outcome(tuple(kept), tuple(reasons))


class _Report:
    """What one document says of the incident's dead and hurt."""

    def __init__(
        self,
        claims: Sequence[Claim],
        people: Keys,
        sentence_of: Mapping[str, int],
        born: Mapping[str, str],
        dead: int,
        document: Document | None,
    ) -> None:
        self.document = document
        self.claims = claims
        self.sentence_of = sentence_of
        self.people = people
        self.is_of_bombs = is_of_bombs(document.field(Field.TEXT) if document else "", claims)
        self.date = max((born[one.origin or one.id] for one in claims), default="")
        told_dead = [one for one in claims if one.harm is Harm.KILLED and one.supplies]
        self.told_dead = told_dead
        self.persons_dead = {key for one in told_dead for key in people.get(one.id, ())}
        counted = max((low_of(one) for one in told_dead if _is_whole(one)), default=len(self.persons_dead))
        counted = max(counted, *map(dead_by_rank, told_dead), 0)
        self.dead = min(counted, dead)
        told_hurt = [one for one in claims if one.harm is Harm.INJURED and one.supplies]
        hurt = {key for one in told_hurt for key in people.get(one.id, ())} - self.persons_dead
        self.since = {one.id: self._died_since(one, told_dead, told_hurt) for one in told_hurt}
        explicit = (low_of(one) - self.since[one.id] for one in told_hurt if _is_explicit(one))
        self.hurt = max(len(hurt), *explicit, 0)
        self.is_of_one_shot = all(is_open(one) and low_of(one) == 1 and not _is_counted(one) for one in told_hurt)

    def _died_since(self, claim: Claim, dead: Sequence[Claim], hurt: Sequence[Claim]) -> int:
        """How many of the hurt died since, by the report's own words.

        "Third man dies" above "two were dead at the scene, and four were hurt"; "one of the five people hurt has died"
        beside an older "five people were hurt".
        """
        if not _is_explicit(claim) or low_of(claim) < 2:
            return 0
        place = self.sentence_of.get(claim.id)
        beside = [one for one in dead if self.sentence_of.get(one.id) == place]
        if any(dead_by_rank(one) == sum(map(low_of, beside)) + 1 for one in dead if one not in beside):
            return 1 if beside else 0
        pairs = ((low_of(one), low_of(other)) for one in hurt for other in dead if one.span == other.span)
        shares = (died for left, died in pairs if left + died == low_of(claim))
        return 0 if beside else next(shares, 0)

    def left_of(self, claim: Claim, died_elsewhere: tuple[int, int]) -> tuple[Claim | None, str | None]:
        """The claim without the dead, None where nobody is left; and why it changed, None where it did not."""
        if claim.harm is not Harm.INJURED or not claim.supplies or not low_of(claim):
            return claim, None
        keys = self.people.get(claim.id, ())
        if keys and self.persons_dead.issuperset(keys) and not (_is_alive(claim) and not self._died_soon(claim)):
            return None, "of people whom the same report tells to be dead"
        later, floor = died_elsewhere
        here = self.dead if self._is_undivided(claim) else self.since.get(claim.id, 0)
        if not here and not later:
            return claim, None
        low = max(low_of(claim) - here - later, min(low_of(claim), max(floor, self.hurt if here and not later else 0)))
        if low == low_of(claim):
            return claim, None
        if low == 0:
            return None, "of people who died, as other reports tell" if later else "of people who died"
        return with_low(claim, low), f"{low} of the {low_of(claim)} are hurt, the others died"

    def _died_soon(self, claim: Claim) -> bool:
        """ "Deputies found | a wounded man. The man was flown out, but he died": words point back to him."""
        place, keys = self.sentence_of.get(claim.id, 0), set(self.people.get(claim.id, ()))
        return any(
            0 <= self.sentence_of.get(one.id, -SOON) - place <= SOON and one.span.start > claim.span.start
            for one in self.told_dead
            if one.field is claim.field and not keys.isdisjoint(self.people.get(one.id, ())) and points_back(one)
        )

    def _is_undivided(self, claim: Claim) -> bool:
        """Whether the figure may hold the dead: "8 people shot"; "1 dead, 3 shot" is split already."""
        if self.is_of_bombs or not _is_shot(claim) or not _is_counted(claim):
            return False
        place = self.sentence_of.get(claim.id)
        beside = [one for one in self.claims if one.harm is Harm.KILLED and self.sentence_of.get(one.id) == place]
        split = [one for one in beside if one.supplies and one.span.start < claim.span.start]
        return not split or self._is_after(claim)

    def _is_after(self, claim: Claim) -> bool:
        """ "A man is dead after | five people were shot": he is one of the five."""
        text = self.document.field(claim.field) if self.document else ""
        before = text[max(0, claim.span.start - WORD) : claim.span.start].casefold().split()[-1:]
        return bool(before) and before[0] in lexicon.words("persons", "holding.words")


def _died_elsewhere(one: _Report, reports: Iterable[_Report], dead: int) -> tuple[int, int]:
    """How many more died than the report says, as others tell, and how many those still tell to be hurt."""
    others = [other for other in reports if other is not one and dead >= other.dead > one.dead]
    later = [other for other in others if other.date >= one.date]
    if not later:
        return int(dead == 1 and one.is_of_one_shot and _is_told_alone(others)), 0
    most = max(other.dead for other in later)
    return most - one.dead, max(other.hurt for other in later if other.dead == most)


def _is_told_alone(earlier: Sequence[_Report]) -> bool:
    """ "One boy died", of whom an aside a year after, "the boy who shot his friend", tells no more: nobody else was
    hurt."""
    return bool(earlier) and not any(one.hurt for one in earlier)


def _born(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Mapping[str, str]:
    """For each origin the first day on which it was told, so that a late copy makes no report younger."""
    found: dict[str, str] = {}
    for claim in claims:
        day, origin = date_of(claim, documents.get(claim.document)) or "", claim.origin or claim.id
        found[origin] = min(day, found.get(origin, day)) if day else found.get(origin, "")
    return found


def _by_document(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document].append(claim)
    return found


def low_of(claim: Claim) -> int:
    """How many it counts at least; 0 where it counts nobody."""
    return claim.count.low if claim.count else 0


def _is_counted(claim: Claim) -> bool:
    """Whether it counts people, and does not tell of a single one: "one man" does, "a man" does not."""
    return claim.count is not None and (not tells_of_single(claim) or bool(ONE.search(claim.count.text)))


def _is_whole(claim: Claim) -> bool:
    is_vague = claim.count is not None and claim.count.bound is Bound.VAGUE
    return claim.measure is not Measure.PART and not is_vague and _is_counted(claim)


def _is_explicit(claim: Claim) -> bool:
    """Whether it counts all who were hurt, and not "shot"."""
    return _is_whole(claim) and not is_open(claim)


def _is_shot(claim: Claim) -> bool:
    """Whether it counts people of whom some may have died: "8 people shot", "8 taken to hospital", not "8 others"."""
    words = f" {claim.quote.casefold()} "
    return is_open(claim) and not any(f" {one} " in words for one in lexicon.words("persons", "others.words"))


def _is_alive(claim: Claim) -> bool:
    """Whether the words tell of somebody hurt who lived, and give no name by which one of the dead could be meant."""
    words = claim.quote.casefold().split()
    return not (claim.persons or is_open(claim)) and not lexicon.words("persons", "state.alive").isdisjoint(words)


def with_low(claim: Claim, low: int) -> Claim:
    """The claim with so many people at least, its high moved as far; its words stay as they stand."""
    count = claim.count
    if count is None:
        return claim
    high = None if count.high is None else max(low, count.high - (count.low - low))
    return replace(claim, count=Count(low, high, count.bound, count.text, count.span))
