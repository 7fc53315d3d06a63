"""From claims to accounts: who speaks of a row, what supplies no number and why, whose figure supports whose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tollbook.model import Claim, Reason
from tollbook.reconcile.account import Account, Figure
from tollbook.reconcile.record import Record
from tollbook.reconcile.row import Row, pair_of
from tollbook.reconcile.said import date_of, distinct_names
from tollbook.reconcile.story import story
from tollbook.terms import Certainty, Kind, Measure, SourceKind, Stance

PARTISAN = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.GOVERNMENT})
"""Kinds of source that are interested where they are a party: an army counts its own dead low, the enemy's high."""

SILENT = {
    Stance.DENIES: "denies: supplies no number",
    Stance.DOUBTS: "doubts: supplies no number",
    Stance.NO_INFORMATION: "has no information: supplies no number, and no zero",
}


def silence(claim: Claim, row: Row) -> str | None:
    """Why a claim supplies no number to the row, in words for a recorder; None where it does."""
    if claim.stance in SILENT:
        return SILENT[claim.stance]
    if claim.count is None:
        return "gives no number"
    if claim.certainty is Certainty.HYPOTHETICAL:
        return "hypothetical: supplies no number"
    if claim.count.high == 0 and claim.measure is not Measure.TOTAL:
        return "no others: adds nothing"
    if claim.count.high == 0 and claim.group and (row.group is None or pair_of(claim) != row.pair):
        return f"none among {claim.group.text}: says nothing of the others"
    return None


def accounts(claims: Iterable[Claim], row: Row, known: Record) -> tuple[Account, ...]:
    """The voices that supply a figure to the row, in order of origin; the claims come in order of their place."""
    voices: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.harm is row.harm and row.holds(pair_of(claim)) and silence(claim, row) is None:
            origin = claim.origin or claim.id
            voices[known.voices.get(origin, origin)].append(claim)
    return tuple(_account(origin, voices[origin], row, known) for origin in sorted(voices))


def settled(voices: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts, with those that tell of some of the people standing behind the smallest full figure with room.

    "Ana Prell was killed" beside another voice's "three people were killed" is no vote for one: it supports the
    three. Where no full figure has room for them, the people told of stand for themselves; where no voice gives a
    full figure, all whom one document tells of are added. "Up to 27" takes its least from those who say one.
    """
    full = [one.figure for one in voices if one.is_whole]
    if not full:
        return tuple(_together(one, voices) for one in voices)
    return tuple(_below(one, full) if one.is_whole else _supporting(one, full) for one in voices)


def _together(account: Account, voices: Sequence[Account]) -> Account:
    """The account, standing behind all the people whom the voices in its documents tell of, each name once."""
    beside = [one for one in voices if not set(one.documents).isdisjoint(account.documents)]
    largest = max((one.figure for one in beside), key=lambda one: one.size)
    claims = [claim for one in beside for claim in one.claims if claim.id in one.figure.claims]
    names = distinct_names(name for claim in claims for name in claim.persons)
    low = max(largest.low, len(names))
    highs = [one.figure.high for one in beside if one.figure.high is not None]
    together = replace(largest, low=low, high=max(low, *highs) if highs else None)
    return account if together == account.figure else replace(account, stands_behind=together)


def _below(account: Account, full: Sequence[Figure]) -> Account:
    """The account; if it gives a ceiling alone, with the lowest count under that ceiling as its least."""
    ceiling = account.figure
    lows = [one.low for one in full if not one.is_ceiling and one.low <= (ceiling.high or 0)]
    return replace(account, stands_behind=replace(ceiling, low=min(lows))) if ceiling.is_ceiling and lows else account


def _supporting(account: Account, full: Sequence[Figure]) -> Account:
    """The account with the smallest full figure that has room for the people it tells of, and its own high."""
    room = [one for one in full if one.low >= account.figure.low]
    return (
        replace(account, stands_behind=_reaching(min(room, key=lambda one: one.size), account.figure))
        if room
        else account
    )


def _reaching(figure: Figure, other: Figure) -> Figure:
    """The figure with the higher of the two highs; an open one stays open."""
    return figure if figure.high is None else replace(figure, high=max(figure.high, other.high or 0))


def _account(origin: str, claims: Sequence[Claim], row: Row, known: Record) -> Account:
    told = story(claims, row, known)
    *earlier, figure = told.figures
    speaking = [claim for claim in claims if claim.id in figure.claims]
    return Account(
        origin,
        _speaker(speaking[0], known),
        figure,
        tuple(sorted(claims, key=lambda one: date_of(one, known.documents.get(one.document)) or "")),
        tuple(sorted({claim.document for claim in claims})),
        tuple(earlier),
        next((claim.sources[-1] for claim in speaking if claim.sources), None),
        is_whole=told.is_whole,
        is_part=all(pair_of(claim) != row.pair or claim.measure is Measure.PART for claim in speaking),
        is_interested=all(_is_interested(claim, known) for claim in speaking),
        is_hedged=all(claim.certainty is not Certainty.STATED for claim in speaking),
        reasons=told.reasons,
        support=told.support,
        opening=frozenset(claim.id for claim in claims if known.sentence_of.get(claim.id, 1) < 1),
    )


def _speaker(claim: Claim, known: Record) -> str:
    if claim.sources:
        return claim.sources[-1].name
    document = known.documents.get(claim.document)
    return (document and document.publisher) or claim.document


def _is_interested(claim: Claim, known: Record) -> bool:
    """Whether a party to the incident speaks; a source whose name matches no known side or actor is not guessed at."""
    if not claim.sources or claim.sources[-1].kind not in PARTISAN:
        return False
    name = _words(claim.sources[-1].name)
    return any(party <= name or name <= party for party in map(_words, known.parties) if party)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split()) - {"the", "of"}


def reasons_of(claims: Iterable[Claim], row: Row) -> tuple[Reason, ...]:
    """For every claim of the row that supplies no number, and for every denial of the incident: why."""
    found = []
    for claim in claims:
        if claim.harm is row.harm and row.holds(pair_of(claim)):
            found.append((claim.id, silence(claim, row)))
        elif claim.kind is Kind.OCCURRENCE and claim.stance in (Stance.DENIES, Stance.DOUBTS):
            found.append((claim.id, f"{claim.stance} that it happened: supplies no number"))
    return tuple(Reason(one, False, why) for one, why in found if why)
