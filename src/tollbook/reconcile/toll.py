"""An incident's tolls: the rows, each with one rule's range, every other rule's beside it, and who disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tollbook.errors import UsageError
from tollbook.model import Claim, Document, Incident, Reason, Ruling, Toll
from tollbook.reconcile.account import Account, NamedRule
from tollbook.reconcile.ballot import accounts, reasons_of, settled
from tollbook.reconcile.culprit import with_culprit
from tollbook.reconcile.outcome import outcome
from tollbook.reconcile.record import Record, record
from tollbook.reconcile.row import Pair, Row, disjoint, pair_of, rows_of
from tollbook.terms import Harm, Kind, Stance

Voices = Mapping[Row, tuple[Account, ...]]
"""Who supplies a figure to each row of one harm; wholes before their parts."""

Bounds = tuple[int | None, int | None, int | None]
"""Low, best, high."""

LeftOut = tuple[str, int | None, int | None, int | None]
"""An origin, and low, best, high without it."""


def tolls(
    incident: Incident,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    rule: str,
    rules: Mapping[str, NamedRule],
) -> tuple[Toll, ...]:
    """What the incident's claims add up to under the rule, a row for everybody, all civilians and each side.

    `claims` are the incident's, with their origins; their order makes no difference. UsageError where no rule goes by
    the name.
    """
    if rule not in rules:
        raise UsageError(f"no rule is called {rule!r}; there are {', '.join(sorted(rules))}")
    claims = sorted(claims, key=_place)
    known = record(incident, claims, documents)
    slain = with_culprit(claims, known.sentence_of)
    dead = _of_harm(Harm.KILLED, claims, known, rule, rules, slain.claims)
    most = next((one.best or one.low or 0 for one in dead if one.group is None), 0)
    left = outcome(claims, known.people, known.sentence_of, known.documents, most)
    others = [
        toll
        for harm in Harm
        if harm is not Harm.KILLED
        for toll in _of_harm(harm, claims, known, rule, rules, left.claims)
    ]
    return _told_why([*dead, *others], claims, {Harm.KILLED: slain.reasons, Harm.INJURED: left.reasons})


def _told_why(
    tolls: Iterable[Toll], claims: Sequence[Claim], changed: Mapping[Harm, Sequence[Reason]]
) -> tuple[Toll, ...]:
    """The tolls in the order of harms, with what became of the claims whose figures changed."""
    found = sorted(tolls, key=lambda one: list(Harm).index(one.harm))
    return tuple(_explained(one, claims, {why.claim: why for why in changed.get(one.harm, ())}) for one in found)


def _explained(toll: Toll, claims: Sequence[Claim], changed: Mapping[str, Reason]) -> Toll:
    """The toll with these reasons: a claim that is out has only this one, a claim that stays has it behind its own."""
    stays = [
        replace(one, why=f"{one.why} ({changed[one.claim].why})") if one.claim in changed else one
        for one in toll.reasons
    ]
    out = [one for one in changed.values() if not one.used] if toll.group is None else []
    return replace(toll, reasons=_in_order((*stays, *out), claims))


def _of_harm(
    harm: Harm,
    claims: Sequence[Claim],
    known: Record,
    rule: str,
    rules: Mapping[str, NamedRule],
    speaking: Sequence[Claim] | None = None,
) -> list[Toll]:
    speaking = claims if speaking is None else speaking
    voices = {row: accounts(speaking, row, known) for row in rows_of(claims, harm)}
    rulings = {name: _rulings(voices, one) for name, one in rules.items()}
    without = _without_each(voices, rules[rule])
    found = []
    for row in voices:
        others = tuple((rules[name].title, *_bounds(of[row])) for name, of in sorted(rulings.items()) if name != rule)
        toll = _toll(row, claims, voices[row], rulings[rule][row])
        found.append(replace(toll, rule=rules[rule].title, other_rules=others, leave_one_out=without[row]))
    return found


def _toll(row: Row, claims: Sequence[Claim], voices: Sequence[Account], ruling: Ruling) -> Toll:
    against = _against(row, claims, voices)
    reasons = _in_order((*reasons_of(claims, row), *ruling.reasons), claims)
    evidence = {reason.claim for reason in reasons if reason.used}
    if not evidence and not against:  # a toll always has claims behind it, if only one that says that nothing is known
        evidence = {one.id for one in claims if one.harm is row.harm and row.holds(pair_of(one))}
    return Toll(
        row.harm,
        row.group,
        *_bounds(ruling),
        contested=any(claim.stance is not Stance.DOUBTS for claim in against),
        provisional=ruling.provisional,
        grade=None,
        origins=len(voices),
        documents=len({document for one in voices for document in one.documents}),
        rule="",
        evidence=tuple(sorted(evidence)),
        against=tuple(sorted(claim.id for claim in against)),
        reasons=reasons,
    )


def _rulings(voices: Voices, rule: NamedRule) -> dict[Row, Ruling]:
    """The rule's answer for each row; no row's range passes that of a row which holds it."""
    found: dict[Row, Ruling] = {}
    for row in voices:
        ruling = _ruling(_counted_as(row, voices, rule), voices, rule)
        for whole in (one for one in found if one.holds(row.pair)):
            ruling = _within(found[whole], ruling)
        found[row] = ruling
    return found


def _counted_as(row: Row, voices: Voices, rule: NamedRule) -> Row:
    """The row whose voices the rule hears: civilians are everybody where it says so and nobody is a fighter."""
    everybody = next(one for one in voices if one.group is None)
    is_unsure = rule.takes_unsure and row.pair == (None, False) and not any(one.combatant for one in voices)
    is_unsure = is_unsure and bool(voices[row])
    return everybody if is_unsure else row


def _ruling(row: Row, voices: Voices, rule: NamedRule) -> Ruling:
    """The rule's answer from the row's own voices; where they speak of narrower groups alone, those groups united."""
    here = voices[row]
    if not here:
        return Ruling(None, None, None, True)
    if any(one.is_whole or _is_addressed(one, row) for one in here):
        ruling = rule.decide(settled(here))
        return replace(ruling, reasons=(*ruling.reasons, *(reason for one in here for reason in one.reasons)))
    narrower = [one for one in voices if one != row and row.holds(one.pair) and voices[one]]
    return _united({one.pair: _ruling(one, voices, rule) for one in narrower})


def _is_addressed(account: Account, row: Row) -> bool:
    return any(pair_of(claim) == row.pair for claim in account.claims)


def _united(rulings: Mapping[Pair, Ruling]) -> Ruling:
    """The groups that have nobody in common, added; of two that may overlap the larger stands for both."""
    largest = sorted(rulings, key=lambda pair: (rulings[pair].low or 0, rulings[pair].high or 0), reverse=True)
    chosen = [rulings[pair] for pair in disjoint(largest)]
    reasons = {reason.claim: reason for pair in reversed(largest) for reason in rulings[pair].reasons}
    low, best, high = (_sum(numbers) for numbers in zip(*map(_bounds, chosen), strict=True))
    if high is not None:
        high = max(high, *(number for one in rulings.values() if (number := one.high or one.low) is not None))
    return Ruling(low, best, high, any(one.provisional for one in chosen), tuple(reasons.values()))


def _within(whole: Ruling, part: Ruling) -> Ruling:
    """The part's range with nothing above the whole's: "3 people" leaves no room for another voice's "5 civilians".

    A part that nobody gives a figure for gets none from its whole.
    """
    if _bounds(part) == (None, None, None):
        return part
    low, high = _lower(part.low, whole.low), _lower(part.high, whole.high)
    best = None if part.best is None else _lower(_lower(part.best, whole.best), high)
    return replace(part, low=low, best=best, high=high)


def _without_each(voices: Voices, rule: NamedRule) -> dict[Row, tuple[LeftOut, ...]]:
    """For each row with two origins or more: each of them, and the range that is left without it."""
    origins = {one.origin for some in voices.values() for one in some}
    left = {one: _rulings(_without(voices, one), rule) for one in sorted(origins)} if len(origins) > 1 else {}
    return {
        row: tuple((one.origin, *_bounds(left[one.origin][row])) for one in some) if len(some) > 1 else ()
        for row, some in voices.items()
    }


def _without(voices: Voices, origin: str) -> Voices:
    return {row: tuple(one for one in some if one.origin != origin) for row, some in voices.items()}


def _against(row: Row, claims: Iterable[Claim], voices: Sequence[Account]) -> list[Claim]:
    """Who denies or doubts the harm or the incident, and who counts none where others count some."""
    speaks = [one for one in claims if one.kind is Kind.OCCURRENCE or _speaks_of(one, row)]
    found = [one for one in speaks if one.stance in (Stance.DENIES, Stance.DOUBTS)]
    if any(one.figure.low > 0 for one in voices):
        zeros = {claim for one in voices if one.figure.high == 0 for claim in one.figure.claims}
        found += [one for one in speaks if one.id in zeros]
    return found


def _speaks_of(claim: Claim, row: Row) -> bool:
    """Whether the claim is about people of the row; a denial about everybody is one about each of them."""
    return claim.harm is row.harm and (row.holds(pair_of(claim)) or pair_of(claim) == (None, None))


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.document, claim.field, claim.span, claim.id


def _in_order(reasons: Iterable[Reason], claims: Sequence[Claim]) -> tuple[Reason, ...]:
    """One reason a claim, in the order of the claims."""
    of_claim = {reason.claim: reason for reason in reasons}
    return tuple(of_claim[claim.id] for claim in claims if claim.id in of_claim)


def _bounds(ruling: Ruling) -> Bounds:
    return ruling.low, ruling.best, ruling.high


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _lower(one: int | None, other: int | None) -> int | None:
    return min((number for number in (one, other) if number is not None), default=None)
