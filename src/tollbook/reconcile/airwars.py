"""The range that a recorder of air strikes keeps: from the lowest to the highest credible count of civilians.

| step | what is done |
|---|---|
| 1 | every voice counts with its latest figure; a vague word is read by the lexicon `assessed` (`dozens` 12 to 24) |
| 2 | a report whose first sentence counts in its own words has weighed those it quotes: "11 were killed" and "between |
|   | 12 and 15" stand as they are, "at least 12" is the least and "up to 15" the most; "many" gives way to any count |
|   | and "about six" to a list of twelve names; where its first sentence has several counts it ranges over these |
| 3 | an end that no such report closes is the lowest or the highest of all counts that anybody stands by, also where |
|   | one report gives several; "a man", "two children" and a list of names are none |
| 4 | the dead whom a report tells of one by one are so many at least: a lower count is early or partial and sets no |
|   | low, and where all are lower both ends are those dead (but up to a third more than the highest count are some |
|   | told of twice: that count stands, or the longest list of names); beside a report of step 2 they change nothing |
|   | where the report says how many have a name ("identified 12 victims"), that is the floor in place of its list |
| 5 | where nobody counts everybody, what those say who are quoted, "four men"; where nobody names anybody either,    |
|   | the figures that voices stand for; beside "dozens" no smaller one is a least, and one beside "people" is 1 to 2 |
| 6 | a range that the report puts down ("the minimum has been recorded as 15") sets its ends before all of this |
| 7 | no best; provisional with fewer than two voices |

In the row of civilians, people whose status nobody tells are counted too, unless fighters are counted beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.model import Claim, Ruling
from tollbook.reconcile.account import Account, Figure
from tollbook.reconcile.roll import roll
from tollbook.reconcile.said import is_single
from tollbook.terms import Bound, Field, Harm, Measure

LEXICON = "assessed"
OF_SOME = re.compile(r"\s{1,3}of\s{1,3}(?:the|those|these|them|whom|his|her|their)\b")
OTHERS = frozenset(("other", "others"))
WHOSE = ("whose.others", "whose.own")

TWICE = 1.3
"""Up to so many times the highest count, a roll of names is taken to hold some people twice.

Swept from 1 to 2 on 537 assessments, without their first sentence: killed both .512 with 1 (none), .527 with 1.2, .529
with 1.3, .529 with 1.5, .525 with 2. Measure again: python -m evals --only airwars --only airwars_no_lead
"""

LONGER = 1.6
"""A list of names in one sentence that is so many times longer than the count of an opening outweighs it: "about six
are feared dead", and twelve names below. From 1.3 to 2 nothing moves by more than one assessment."""

ENDS = 6
"""Within so many words "the minimum civilian death toll" tells what it is the minimum of; 4 to 9 score alike there."""

FEW = 3
"""A count above this is no part of the people whom an opening calls "some" or "a number"; 3 to 9 score alike there."""


def decide(accounts: Sequence[Account]) -> Ruling:
    """The range of the credible counts."""
    counted = [_read(one) for one in accounts]
    low, high = _range(accounts, counted)
    reasons = [
        reason
        for one, figure in zip(accounts, counted, strict=True)
        for reason in one.because(_part_played(one, figure, low, high))
    ]
    return Ruling(low, None, high, len(accounts) < 2, tuple(reasons))


def _range(accounts: Sequence[Account], counted: Sequence[Figure]) -> tuple[int, int]:
    claims = [claim for one in accounts for claim in one.claims]
    counting = [claim for one in accounts for claim in one.claims if _is_count(claim, one)]
    told = _with_name(
        [*counting, *filter(_is_on_list, claims)], roll(claim for claim in claims if claim.harm is Harm.KILLED)
    )
    bounds = [one for one in map(_bounds, counting) if one[1]]
    counts = [(low or (told if 1 < told < high else high), high) for low, high in bounds]  # "up to 15", seven named
    if told and not counts:
        counts = [(one.figure.low, one.figure.top) for one in accounts if _is_stated(one)]
    openings = _openings(accounts, is_counted=told > 1 or any(high > FEW for _, high in counts))
    openings = [one for one in openings if not (one.persons or is_single(one)) or 2 * _bounds(one)[1] > told]
    listed = max((len(claim.persons) for claim in claims if claim.harm is Harm.KILLED), default=0)
    openings = [one for one in openings if listed <= LONGER * _bounds(one)[1]]
    low, high = _opened([*openings, *_in_one_breath(accounts, openings)])
    least, most = _counted(counts, told, listed) if counts or told else _stood_for(accounts, counted)
    if any(map(_is_loss, counting)):
        whole = [_bounds(one) for one in counting if not _is_loss(one)]
        least, _ = _counted([(low or high, high) for low, high in whole if high] or counts, told, listed)
    if openings and counts:
        most = max(high for _, high in counts)
    low, high = _settled(claims, low, high)
    low = least if low is None else low
    high = max(low, most, _some(claims)) if high is None else high
    return min(low, high), high


def _settled(claims: Sequence[Claim], low: int | None, high: int | None) -> tuple[int | None, int | None]:
    """The ends as a range sets them that a report puts down: "the minimum has been recorded as 15"."""
    for claim in sorted(filter(_is_range, claims), key=lambda one: (one.document, one.field, one.span)):
        if claim.count and claim.count.bound is not Bound.AT_MOST:
            low = claim.count.low
        if claim.count and claim.count.bound is not Bound.AT_LEAST:
            high = claim.count.high
        elif low is not None and high is not None and low > high:
            high = None
    return low, high


def _is_range(claim: Claim) -> bool:
    """Whether it is a range or an end of one, and no mere "minimum of 12 people"; `extract.ranges` reads them so."""
    count = claim.count
    if count is None or count.bound is Bound.VAGUE or claim.measure is not Measure.TOTAL:
        return False
    words = claim.quote.casefold().split()
    nouns, ends = (lexicon.words("ranges", key) for key in ("nouns", "ends"))
    is_end = words[0] in ends and not lexicon.words("ranges", "counts").isdisjoint(words[1:ENDS])
    is_told = is_end or words[0] in nouns or words[-1] in nouns
    return is_told and lexicon.words("ranges", "some").isdisjoint(words)


def _with_name(claims: Sequence[Claim], told: int) -> int:
    """How many have a name: as a report counts them ("identified 12 victims by name"), or as it tells of them.

    Where it counts a few less than it tells of, some are told of twice.
    """
    named = max((claim.count.low for claim in claims if claim.count and _is_naming(claim)), default=0)
    return named if told <= named * TWICE else told


def _is_naming(claim: Claim) -> bool:
    words = claim.quote.casefold().split()
    is_verb = words[0] in lexicon.words("identified", "identify")
    return is_verb or _is_on_list(claim) or words[-1] in lexicon.words("identified", "identified")


def _is_on_list(claim: Claim) -> bool:
    """ "both names", "all four names" (were found on a list): so many at least, and a count of nobody else."""
    words = claim.quote.casefold().split()
    return words[0] in ("both", "all") and words[-1] == "names"


def _is_all_named(claim: Claim) -> bool:
    """ "tributes helped to identify 12 of the victims": all that could be; "a post named 12 of them" is less."""
    words = claim.quote.casefold().split()
    return words[0] in lexicon.words("identified", "could") or words[-1] in lexicon.words("identified", "identified")


def _is_loss(claim: Claim) -> bool:
    """ "Prell lost nine relatives" counts one survivor's dead: there may be more, and so it is no least."""
    return claim.quote.casefold().startswith("lost")


def _counted(counts: Sequence[tuple[int, int]], told: int, listed: int) -> tuple[int, int]:
    """The lowest and the highest count, none of them below the people told of one by one.

    Where those are a little more than anybody counts, some of them are told of twice, under two spellings.
    """
    most = max((high for _, high in counts), default=0)
    told = max(most, listed) if most < told <= most * TWICE else told
    return min((low for low, _ in counts if low >= told), default=told), max(told, *(high for _, high in counts), 0)


def _some(claims: Sequence[Claim]) -> int:
    """What a plural without a number is at least, where one tells of any: "people were killed"."""
    counts = [one.count for one in claims if one.count and one.count.bound is Bound.VAGUE]
    return 2 if any(one.low > 1 and one.high is None for one in counts) else 0


def _stood_for(accounts: Sequence[Account], counted: Sequence[Figure]) -> tuple[int, int]:
    whole = [figure for one, figure in zip(accounts, counted, strict=True) if one.is_whole] or counted
    exact = _dozens(whole) or [figure for figure in whole if not figure.is_vague] or whole
    low = min([one.low for one in exact if not one.is_ceiling] or [min(one.high or 0 for one in exact)])
    return low, max(low, *(figure.top for figure in exact))


def _dozens(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures as large as "dozens", where somebody says so: beside it "people were hurt" and "two girls are being
    treated" are no least."""
    least: int = lexicon.table("vague")[LEXICON]["dozens"][0]
    many = [figure for figure in figures if figure.low >= least]
    return many if any(figure.is_vague for figure in many) else []


def _is_stated(account: Account) -> bool:
    """Whether somebody whom a report quotes says how many, if only of some by age or sex: "four men were killed"."""
    is_exact = account.is_whole and not account.figure.is_vague and not account.figure.is_ceiling
    has_names = any(claim.persons for claim in account.claims if claim.id in account.figure.claims)
    return is_exact and not has_names and account.source is not None and account.figure.low > 1


def _is_count(claim: Claim, account: Account) -> bool:
    """Whether the claim says how many there were, and its voice has not since said another figure."""
    count = claim.count
    if count is None or claim.measure is not Measure.TOTAL or count.bound is Bound.VAGUE or is_single(claim):
        return False
    if claim.persons and count.high == 1:  # "so far one of the dead has a name: Ana Prell"
        return False
    if _is_on_list(claim) or (_is_of_some(claim) and not (_is_naming(claim) and _is_all_named(claim))):
        return False
    if any(claim.id in old.claims for old in account.earlier) and claim.id not in account.figure.claims:
        return False
    words = count.text.casefold().split()
    if _is_told_before(claim):
        return False
    if any(word in lexicon.words("persons", key) for word in words for key in WHOSE) or any(
        name in count.text for name in claim.persons
    ):
        return False
    return claim.group is None or not (claim.group.combatant or _is_some(claim.group.text))


def _is_told_before(claim: Claim) -> bool:
    """ "the three were found dead": of whom was told before, and they need not be all."""
    words = claim.quote.casefold().split()
    figure = claim.count.text.casefold().split() if claim.count else []
    return words[0] in lexicon.words("persons", "back.shares") and words[1:2] == figure


def _is_some(group: str) -> bool:
    """Whether the word tells of some by their age, sex or family: "children", "three sons"."""
    plurals = lexicon.table("people")["plurals"]
    words = {plurals.get(word, word.removesuffix("s")) for word in group.casefold().split()}
    lists = [lexicon.words("persons", key) for key in ("sex.male", "sex.female", "grown.young", "grown.old")]
    return any(words & some for some in (*lists, lexicon.grammar("kin")))


def _openings(accounts: Sequence[Account], is_counted: bool) -> list[Claim]:
    """The counts that reports open with; where anybody is counted, no vague word is one."""
    is_alone = len({claim.document for one in accounts for claim in one.claims if claim.id == claim.origin}) == 1
    found = [claim for one in accounts if (claim := _opening(one, is_alone))]
    return [one for one in found if not (is_counted and _is_vague(one))]


def _in_one_breath(accounts: Sequence[Account], openings: Sequence[Claim]) -> list[Claim]:
    """The other counts in the first sentence of a report, which then has weighed none: "five, as Vell Live says, or
    eight, as the clinic does"."""
    documents, taken = {one.document for one in openings}, {one.id for one in openings}
    near = [(claim, one) for one in accounts for claim in one.claims if claim.id in one.opening - taken]
    found = [claim for claim, one in near if claim.document in documents and _is_count(claim, one)]
    return [one for one in found if not (one.persons or _is_beside(one)) and _bounds(one)[1]]


def _is_vague(claim: Claim) -> bool:
    return claim.count is not None and claim.count.bound is Bound.VAGUE


def _opening(account: Account, is_alone: bool) -> Claim | None:
    """The count in the first sentence of a report, in its own words; None where it opens otherwise.

    "A man was killed" is a count where there is no other report, and no figure of its own behind it.
    """
    if account.source is not None:
        return None
    first = sorted(account.claims, key=lambda one: (one.field is not Field.TITLE, one.span.start))
    counts = [one for one in first if one.count and one.measure is Measure.TOTAL]
    counts = [one for one in counts if not (_is_beside(one) or _is_loss(one) or _is_on_list(one))]
    counts = [one for one in counts if not (one.persons or is_single(one))] or (
        counts if is_alone and not account.is_whole else []
    )
    return next((one for one in counts if one.id in account.opening), None)


def _is_beside(claim: Claim) -> bool:
    """Whether it adds to what was said before, or tells of some: "a cook was also killed", "one of those killed".

    A figure in quotation marks is somebody else's; others who are hurt may be all of the hurt, beside the dead.
    """
    words = claim.quote.casefold().split()
    is_other = claim.harm is Harm.KILLED and not OTHERS.isdisjoint(words)
    is_else = is_other or not lexicon.words("persons", "beside.words").isdisjoint(words)
    return _is_of_some(claim) or is_else or "“" in claim.quote


def _is_of_some(claim: Claim) -> bool:
    behind = claim.quote[claim.count.span.end - claim.span.start :] if claim.count else ""
    return OF_SOME.match(behind) is not None


def _opened(openings: Sequence[Claim]) -> tuple[int | None, int | None]:
    """Low and high as far as the reports that open with a count close them."""
    figures = [(one.count.bound, *_bounds(one)) for one in openings if one.count]
    lows = [low for bound, low, _ in figures if bound is not Bound.AT_MOST]
    highs = [high for bound, _, high in figures if bound is not Bound.AT_LEAST]
    return (min(lows) if lows else None), (max(highs) if len(highs) == len(figures) and highs else None)


def _bounds(claim: Claim) -> tuple[int, int]:
    count = claim.count
    if count is None:
        return 0, 0
    low, high = (count.low, count.high) if count.bound is not Bound.VAGUE else _assessed(claim)
    if count.bound is Bound.ABOUT and high is not None:  # "around 30" is put down as 30
        low = high = (low + high) // 2
    return low, low if high is None else high


def _read(account: Account) -> Figure:
    """The voice's figure, a vague word as recorders read it."""
    figure = account.vote
    if not figure.is_vague:
        return figure
    claim = next((one for one in account.claims if one.id in figure.claims and one.count), None)
    low, high = _assessed(claim) if claim else (figure.low, figure.high)
    return replace(figure, low=low, high=high)


def _assessed(claim: Claim) -> tuple[int, int]:
    words = claim.count.text.casefold().split() if claim.count else []
    table = lexicon.table("vague")[LEXICON]
    bounds = next((table[word] for word in words if word in table), table["plural"])
    return bounds[0], bounds[-1]


def _part_played(account: Account, figure: Figure, low: int, high: int) -> str:
    played = [name for name, at in (("low", figure.low == low), ("high", figure.top == high)) if at]
    return f"{account.says}: " + (f"sets {' and '.join(played)}" if played else f"within {low} to {high}")
