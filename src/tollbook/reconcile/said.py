"""A claim that supplies a number, ready for arithmetic: its figure, when it was given, whom it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tollbook import lexicon
from tollbook.model import Claim, Count, Document
from tollbook.reconcile.account import Figure
from tollbook.reconcile.row import Pair, pair_of
from tollbook.reconcile.support import Place
from tollbook.terms import Bound, Field, Harm, Measure, SourceKind

# Each way begins with the mark that ends: sought by what stands before it, every letter would be a beginning.
SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\w\w[.!?])[.!?]*[\"”’')\]]*\s+(?=[^a-z\d\s])|(?<=[a-z]{3}\.)(?=[A-Z][a-z])|(?<=\n)\s*\n)"
)
"""A stop after two letters or more: "killed. The" and "said.The" end a sentence, "U.S. troops" and "Feb. 7" do not."""

ONE = re.compile(r"\b(?:1|one)\b(?!-)", re.IGNORECASE)
"""A number that closes: "one man", not "a 21-year-old" or "a one-year-old"."""


FIRST_HAND = frozenset({SourceKind.POLICE, SourceKind.MEDICAL, SourceKind.WITNESS, SourceKind.RELATIVE})
"""Those who saw the dead or treated the wounded. A monitor, a ministry or a newspaper has it from somebody."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim with what the arithmetic asks of it; `date` and `until` are the ISO dates of the first and the last day
    on which its voice gave the figure, `places` is where in its reports it stands.

    `is_told`: it tells of people one by one ("Ana Prell", "a man") or that there were some ("villagers were killed"),
    and counts nobody; `is_back` where it only points back at people told of before ("the victims").
    """

    claim: Claim
    id: str
    count: Count
    pair: Pair
    date: str | None
    is_told: bool
    is_back: bool = False
    until: str | None = None
    places: frozenset[Place] = frozenset({Place.BELOW})
    is_first_hand: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it adds to an earlier figure."""
        return self.claim.measure is Measure.NEW

    @property
    def figure(self) -> Figure:
        """The figure of this claim alone."""
        return Figure(self.count.low, self.count.high, (self.id,), self.date, self.count.bound is Bound.VAGUE)

    @property
    def content(self) -> tuple[object, ...]:
        """What makes two claims of one voice the same statement."""
        group = self.claim.group.text.casefold() if self.claim.group and self.is_told and self.count.high else None
        persons = tuple(sorted(self.claim.persons))
        return self.count.low, self.count.high, self.count.bound, self.claim.measure, self.pair, persons, group

    @property
    def size(self) -> tuple[int, int, str]:
        """To sort by: the larger figure is the greater."""
        return self.count.low, self.count.high or 0, self.id


def said(claim: Claim, documents: Mapping[str, Document]) -> Said:
    """The claim as the arithmetic wants it; it must supply a number."""
    if claim.count is None:
        raise ValueError(f"claim {claim.id} gives no number")
    count, day = claim.count, date_of(claim, documents.get(claim.document))
    is_some = count.bound is Bound.VAGUE and count.high is None
    return Said(
        claim,
        claim.id,
        count,
        pair_of(claim),
        day,
        _is_named(claim) or is_single(claim) or is_some or _is_state(claim),
        is_some and _points_back(claim),
        day,
    )


def is_single(claim: Claim) -> bool:
    """Whether it tells of a single person and counts nobody: "a man", not "one man"."""
    return claim.count is not None and claim.count.is_one and not ONE.search(claim.count.text)


def _is_named(claim: Claim) -> bool:
    """Whether names stand for the figure; in "three people: A, B and C" the three are counted, and named besides."""
    return any(name in (claim.count.text if claim.count else "") for name in claim.persons)


def _is_state(claim: Claim) -> bool:
    """ "Two are in critical condition", "three remain in the hospital": how some of the hurt fare."""
    words = set(claim.quote.casefold().split())
    return claim.harm is Harm.INJURED and not words.isdisjoint(lexicon.words("persons", "state.words"))


def _points_back(claim: Claim) -> bool:
    """Whether the words only take up people told of before: "the victims", "those wounded"."""
    words = (claim.count.text if claim.count else "").casefold().split()
    return bool(words) and words[0] in lexicon.words("persons", "back.words")


def is_first_hand(claim: Claim) -> bool:
    """Whether one speaks who saw it, with nobody between but the report."""
    return len(claim.sources) == 1 and claim.sources[0].kind in FIRST_HAND


def date_of(claim: Claim, document: Document | None) -> str | None:
    """The ISO date on which the figure was given: when it was said, else when it was published, else None."""
    if claim.said:
        return claim.said.end
    published = (document and document.published) or ""
    return published[:10] if re.match(r"\d{4}-\d\d-\d\d", published) else None


def breaths(claims: Iterable[Said], documents: Mapping[str, Document]) -> list[list[Said]]:
    """The claims, those said in one breath together: in one field, with no end of a sentence between their numbers."""
    found: list[list[Said]] = []
    for one in sorted(claims, key=lambda one: (one.claim.document, one.claim.field, one.count.span, one.id)):
        if found and _is_one_breath(found[-1][-1], one, documents):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def sentences_of(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Mapping[str, int]:
    """For each claim's id the number of the sentence it stands in; a title's are none of the text's."""
    ends: dict[tuple[str, Field], list[int]] = {}
    found = {}
    for claim in claims:
        where = claim.document, claim.field
        if where not in ends:
            text = documents[claim.document].field(claim.field) if claim.document in documents else ""
            ends[where] = [match.start() for match in SENTENCE_END.finditer(text)]
        number = bisect_right(ends[where], claim.span.start)
        found[claim.id] = number if claim.field is Field.TEXT else -1 - number
    return found


def distinct_names(names: Iterable[str]) -> tuple[str, ...]:
    """One name a person: "Prell" and "Ana Prell" are one, "Ana Prell" and "Tomas Prell" two."""
    chosen: list[str] = []
    for name in sorted(set(names), key=lambda one: (-len(one.split()), one.casefold(), one)):
        words = set(name.casefold().split())
        if not any(words <= set(other.casefold().split()) for other in chosen):
            chosen.append(name)
    return tuple(chosen)


def _is_one_breath(one: Said, other: Said, documents: Mapping[str, Document]) -> bool:
    here, there = one.claim, other.claim
    if (here.document, here.field) != (there.document, there.field) or here.document not in documents:
        return False
    text = documents[here.document].field(here.field)
    return not SENTENCE_END.search(text[one.count.span.end : other.count.span.start + 1])
