"""One document's claims taken apart into tellings: what it says of the incident it is mainly about, and of others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain

from tollbook.lexicon import table, words
from tollbook.link import dating
from tollbook.model import Annotations, Claim, Document, Interval, Reading, Span
from tollbook.terms import Bound, Field, Harm

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# A claim of the title counts as three, one of the lead (the first sentences) as two: there the news stands.
TITLE_WEIGHT = 3.0
LEAD_WEIGHT = 2.0
LEAD_SENTENCES = 3
# A report with fewer claims, none of them in title or lead, is about an incident only where it counts somebody and is
# shorter than so many sentences. Measure again: python -m evals --only muc --only gva
SEVERAL = 3
LONG = 14
# Reports of one incident differ by a day ("overnight"); a date further back is another incident's.
SLACK = timedelta(days=1)
# A date that is no nearer than this ("in 2015") is background, whatever the news is.
PRECISE_DAYS = 10


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document says of one incident: its claims in text order, and what can be compared with others.

    `words` counts lower-case words of the sentences that tell it, `own` has those of its claims' sentences alone;
    `lead` has the ids of the claims that stand in the title or in the first sentences;
    `days` are votes for when it was; `weight` is how much of the document's news it is; `is_background` marks what
    it tells of other times, or of several incidents together; `is_news` is False where the document only mentions it.
    """

    document: Document
    is_main: bool
    claims: tuple[Claim, ...]
    weight: float
    words: Mapping[str, int]
    days: dating.Votes
    places: tuple[str, ...]
    case: str | None = None
    own: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    is_background: bool = False
    is_news: bool = True

    @property
    def id(self) -> str:
        """The smallest id of its claims: no two tellings share a claim."""
        return min(claim.id for claim in self.claims)


@dataclass(slots=True)
class _Strand:
    """A telling while it is being gathered: positions are (field, sentence)."""

    claims: list[Claim] = field(default_factory=list)
    positions: set[tuple[Field, int]] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    days: list[Interval] = field(default_factory=list)
    streets: set[str] = field(default_factory=set)
    weight: float = 0.0
    is_background: bool = False
    is_apart: bool = False
    is_sum: bool = False
    lead: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A claim with the sentence it stands in and what that sentence says of which incident it is."""

    claim: Claim
    field: Field
    sentence: int
    paragraph: int
    words: str

    @property
    def position(self) -> tuple[Field, int]:
        return self.field, self.sentence

    @property
    def is_past(self) -> bool:
        when = self.claim.when
        is_of_before = _marked("past", self.words) or (when is not None and dating.length(when) > 31)
        return self.is_sum or (is_of_before and not self.is_tried)

    @property
    def is_tried(self) -> bool:
        """Whether the news is of a trial: "sentenced on Monday for the deaths of two people last year"."""
        is_lead = self.field is Field.TITLE or self.sentence < LEAD_SENTENCES
        return is_lead and _marked("trials", self.words)

    @property
    def is_sum(self) -> bool:
        """Whether its sentence adds up several incidents: "4 killed, 11 wounded in weekend shootings"."""
        return self.claim.count is not None and self.claim.count.low > 1 and _marked("sums", self.words)

    @property
    def is_apart(self) -> bool:
        return _marked("apart", self.words)

    @property
    def is_onward(self) -> bool:
        return self.words.startswith(_onward())


def tellings(reading: Reading) -> list[Telling]:
    """The document's tellings, the main one first; none where it makes no claims."""
    strands = _strands(_placed(reading))
    if not strands:
        return []
    main = max(strands, key=lambda strand: (not strand.is_background, not strand.is_apart, strand.weight))
    strands.sort(key=lambda strand: strand is not main)
    others = {position for strand in strands[1:] for position in strand.positions}
    apart = {position for strand in strands[1:] if not strand.is_sum for position in strand.positions}
    is_news = reading.document.case is not None or _is_news(main, reading)
    told = [_telling(reading, strand, strand is main, others, apart) for strand in strands]
    return [replace(one, is_news=is_news) for one in told]


def _is_news(strand: _Strand, reading: Reading) -> bool:
    """Whether the report is about what the strand tells: one that mentions an old murder is about something else."""
    length = max((len(page.sentences) for page in reading.annotations), default=0)
    is_early = any(where is Field.TITLE or at < max(LEAD_SENTENCES, length // 3) for where, at in strand.positions)
    is_counted = any(one.count and one.count.bound is not Bound.VAGUE and one.count.high != 0 for one in strand.claims)
    if is_early or len(strand.claims) >= SEVERAL:
        return True
    return is_counted and length < LONG and not strand.is_background


# ---- what a claim's sentence says ----


def _placed(reading: Reading) -> list[_Placed]:
    """The document's claims in reading order, the title's first."""
    found = []
    for page in reading.annotations:
        text, starts = page.text, [sentence.start for sentence in page.sentences]
        breaks = [match.end() for match in re.finditer(r"\n[ \t]*\n" if "\n\n" in text else "\n", text)]
        for claim in (one for one in reading.claims if one.field is page.field):
            at = max(0, bisect_right(starts, claim.span.start) - 1)
            sentence = page.sentences[at] if starts else claim.span
            spoken = " ".join(_words(text, sentence))
            paragraph = bisect_right(breaks, claim.span.start)
            found.append(_Placed(claim, page.field, at, paragraph, spoken))
    return sorted(found, key=lambda one: (one.field is Field.TEXT, one.claim.span, one.claim.id))


@cache
def _onward() -> tuple[str, ...]:
    return tuple(f"{word} " for word in table("incidents")["background"]["onward"])


@cache
def _markers(name: str) -> re.Pattern[str]:
    phrases = table("incidents")["background"][name]
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?![\w-])")


@lru_cache(1 << 10)  # the claims of a sentence ask the same of it, and more than once
def _marked(name: str, spoken: str) -> bool:
    return _markers(name).search(spoken) is not None


# ---- which strand it belongs to ----


def _strands(placed: Sequence[_Placed]) -> list[_Strand]:
    strands: list[_Strand] = []
    before: tuple[_Placed, _Strand] | None = None
    is_round_up = any(one.is_sum for one in placed if one.field is Field.TITLE or one.sentence < LEAD_SENTENCES)
    for one in placed:
        strand = _strand_for(one, strands, before, is_round_up)
        if strand is None:
            strand = _Strand(
                is_background=one.is_past, is_apart=one.is_apart and bool(strands), is_sum=one.is_sum or is_round_up
            )
            strands.append(strand)
        _add(strand, one)
        before = one, strand
    return strands


def _strand_for(
    one: _Placed, strands: Sequence[_Strand], before: tuple[_Placed, _Strand] | None, is_round_up: bool
) -> _Strand | None:
    """The strand that the claim goes on with; None where it begins another.

    A sentence is about one thing; one that begins with "He" goes on about the sentence before. What marks itself as
    background or as another incident is one; the rest is the main incident's unless something contradicts.
    """
    if before is not None and _goes_on(one, *before):
        return before[1]
    if one.is_past:
        return None
    news = [strand for strand in strands if not strand.is_background]
    main = [] if one.is_apart or is_round_up else news[:1]
    others = [] if is_round_up else [strand for strand in news[1:] if _agrees(one, strand)]
    return next((strand for strand in [*main, *others] if not _contradicts(one, strand)), None)


def _goes_on(one: _Placed, last: _Placed, strand: _Strand) -> bool:
    if one.position == last.position:
        return True
    is_next = one.field is last.field and one.sentence - last.sentence <= 1 + one.is_onward
    is_open = is_next and not one.is_past and not one.is_apart and not _contradicts(one, strand)
    return is_open and (one.is_onward or (one.paragraph == last.paragraph and not strand.is_background))


def _contradicts(one: _Placed, strand: _Strand) -> bool:
    """Whether the claim's kind, day or street cannot be the strand's."""
    kind, when = one.claim.incident_kind, one.claim.when
    if kind and strand.kinds and not any(alike(kind, other, "within") for other in strand.kinds):
        return True
    if when is not None and kind and strand.days and all(_is_another_day(one, when, day) for day in strand.days):
        return True
    street = _street(one.claim)
    return bool(street and strand.streets and street not in strand.streets and not one.is_onward)


def _is_another_day(one: _Placed, when: Interval, day: Interval) -> bool:
    """Earlier is another incident; later is one only where nobody can have died of the first ("died Tuesday")."""
    if dating.length(when) > PRECISE_DAYS or dating.length(day) > PRECISE_DAYS:
        return False
    if date.fromisoformat(when.end) < date.fromisoformat(day.start) - SLACK:
        return True
    is_later = date.fromisoformat(when.start) > date.fromisoformat(day.end) + SLACK
    return is_later and one.claim.harm is not Harm.KILLED


def _agrees(one: _Placed, strand: _Strand) -> bool:
    """Whether something that is told of the claim is told of the strand too."""
    kind, when = one.claim.incident_kind, one.claim.when
    same_day = when is not None and any((when.start, when.end) == (day.start, day.end) for day in strand.days)
    return kind in strand.kinds or same_day or _street(one.claim) in strand.streets


@cache
def alike(kind: str, other: str, where: str = "across") -> bool:
    """Whether reports of one incident use both words for it, across documents or "within" one."""
    groups = table("incidents")["alike"][where]
    return kind == other or "other" in (kind, other) or any({kind, other} <= set(group) for group in groups)


def _street(claim: Claim) -> str | None:
    """The street that the claim is placed at: two streets are two places, where two towns may be one and its suburb."""
    name = claim.where.name.lower() if claim.where else ""
    return name if name[:1].isdigit() and not words("places", "streets").isdisjoint(name.split()) else None


def _add(strand: _Strand, one: _Placed) -> None:
    claim = one.claim
    strand.claims.append(claim)
    strand.positions.add(one.position)
    strand.kinds |= {claim.incident_kind} if claim.incident_kind else set()
    strand.days += [claim.when] if claim.when else []
    strand.streets |= {street} if (street := _street(claim)) else set()
    is_lead = one.sentence < LEAD_SENTENCES
    strand.lead |= {claim.id} if one.field is Field.TITLE or is_lead else set()
    strand.weight += TITLE_WEIGHT if one.field is Field.TITLE else LEAD_WEIGHT if is_lead else 1.0


# ---- what can be compared ----


def _telling(
    reading: Reading, strand: _Strand, is_main: bool, others: set[tuple[Field, int]], apart: set[tuple[Field, int]]
) -> Telling:
    """The main telling has all the document's sentences but those of the others; these have only their own.

    A round-up's sum is told of other places as well, and yet of the same days (`apart` leaves out the rest).
    """
    spoken: Counter[str] = Counter()
    own: set[str] = set()
    days: Counter[dating.Days] = Counter()
    places: list[str] = []
    for page in reading.annotations:
        kept = list(_kept(page, strand, is_main, others))
        spoken.update(chain.from_iterable(_words(page.text, span) for span in kept))
        days.update(dating.votes(page, list(_kept(page, strand, is_main, apart))))
        told = [
            page.sentences[at] for field, at in strand.positions if field is page.field and at < len(page.sentences)
        ]
        own.update(word for span in told for word in _words(page.text, span))
        places += [one.name for one in page.places if one.span and any(span.holds(one.span) for span in kept)]
    return Telling(
        reading.document, is_main, tuple(strand.claims), strand.weight, spoken, dating.shares(days), tuple(places),
        own=frozenset(own), lead=frozenset(strand.lead), is_background=strand.is_background,
    )  # fmt: skip


def _words(text: str, span: Span) -> Sequence[str]:
    return WORD.findall(span.of(text).lower())


def _kept(annotations: Annotations, strand: _Strand, is_main: bool, others: set[tuple[Field, int]]) -> Iterable[Span]:
    furniture, positions = annotations.furniture, strand.positions
    for at, sentence in enumerate(annotations.sentences):
        position = annotations.field, at
        wanted = position not in others if is_main else position in positions
        if wanted and not (furniture and any(map(sentence.touches, furniture))):
            yield sentence
