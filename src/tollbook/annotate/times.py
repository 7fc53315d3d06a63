"""When: every expression of time in a text, resolved against the day that the report itself was written on."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from tollbook.annotate.mentions import Mention, any_of, mentions
from tollbook.lexicon import table
from tollbook.model import Interval, Span

# A publication date further than this from the one in the text's own dateline is the crawl's, and the dateline wins.
CRAWL_DAYS = 30
# A report whose day is only known from the dates it tells was written at most this long after the latest of them.
WRITTEN_WITHIN = timedelta(days=6)
# A dateline or a stamp stands in a text's first lines.
HEAD = 300
DATELINE = 100
# How many code points before an expression can make it one to come: "will be held at 6 p.m. Tuesday".
AHEAD = 40
LETTERS = re.compile(r"[a-z]+")
# What closes a dateline behind its date: "(VLP) --".
DASH = re.compile(r"\)?\s{0,2}(?:\([^()\n]{1,40}\))?\s{0,2}(?:--|[-–—]\s)")
# Dates with their weekday repeat after 5, 6 or 11 years: further back, a match proves nothing.
WEEKDAY_YEARS = 11
DAY = timedelta(days=1)
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of the report: earliest and latest it can be; `is_inferred` where only dates that it tells say so."""

    earliest: date
    latest: date
    is_inferred: bool = False


def find(text: str, sentences: Sequence[Span], published: str | None) -> tuple[Interval, ...]:
    """Every expression of when, in text order, with the ISO days it can mean and the span of its words.

    "Tuesday" is the last one on or before the report's day, or the next where the sentence looks ahead. The report's
    day is `published`, unless the text has a dateline of its own that is weeks off; else the dateline, else what the
    dates in the text fix between them. What cannot be resolved to a year is left out, as is "February 31".
    """
    said = [_looking_ahead(text, sentences, one) for one in mentions(text)]
    anchor = _anchor(text, said, _day_of(published))
    found = []
    for mention in said:
        days = _resolved(mention, anchor)
        if days is not None and days[0] <= days[1]:
            found.append(Interval(days[0].isoformat(), days[1].isoformat(), mention.span))
    return tuple(found)


def _looking_ahead(text: str, sentences: Sequence[Span], mention: Mention) -> Mention:
    """The mention, marked where a word before it in its sentence speaks of what is to come."""
    at = bisect_right(sentences, mention.span.start, key=lambda one: one.start) - 1
    start = max(sentences[at].start if at >= 0 else 0, mention.span.start - AHEAD)
    before = set(LETTERS.findall(text[start : mention.span.start].lower()))
    is_future = mention.modifier == "next" or not before.isdisjoint(table("times")["future"])
    return replace(mention, is_future=True) if is_future else mention


# ---- the report's own day ----


def _anchor(text: str, mentions: Sequence[Mention], published: date | None) -> Anchor | None:
    stamp = next((day for one in mentions if (day := _stamp(text, one)) is not None), None)
    if stamp is not None and (published is None or abs((stamp - published).days) > CRAWL_DAYS):
        return Anchor(stamp, stamp)
    if published is not None:
        return Anchor(published, published)
    return _inferred(mentions)


def _stamp(text: str, mention: Mention) -> date | None:
    """The mention's day, where it is a full one that a dateline or "Posted:" presents as the report's own."""
    if mention.shape != "date" or mention.year is None or mention.span.start > HEAD:
        return None
    before, after = text[max(0, mention.span.start - 60) : mention.span.start], text[mention.span.end :][:60]
    is_dateline = mention.span.start <= DATELINE and DASH.match(after) is not None
    is_stamp = _stamps().search(before) is not None
    return _date(mention.year, mention.month, mention.day) if is_dateline or is_stamp else None


@cache
def _stamps() -> re.Pattern[str]:
    stamps = any_of(table("times")["stamps"])
    return re.compile(rf"\b(?:{stamps})(?:\s(?:on|at))?[:\s]{{0,3}}[\d:apmestcd.,|\s]{{0,20}}$", re.IGNORECASE)


def _inferred(mentions: Sequence[Mention]) -> Anchor | None:
    """The day that dates in the text fix between them: the latest of those told, or a few days after.

    A full date does it alone; a month with its year ("December 2017") only together with a date ("Feb. 7"), which is
    then the nearest to it. A bare year fixes nothing.
    """
    dates = [one for one in mentions if one.shape == "date"]
    full = [day for one in dates if (day := _date(one.year, one.month, one.day)) is not None]
    months = [day for one in mentions if one.shape == "month" and (day := _date(one.year, one.month, 15)) is not None]
    if not full and not months:
        return None
    fixed = max(full or months)
    near = Anchor(fixed, fixed, is_inferred=True)
    told = [day for one in dates if one.year is None and (day := _yearless(one, near)) is not None]
    if not full and not told:
        return None
    latest = max([*full, *told])
    return Anchor(latest, latest + WRITTEN_WITHIN, is_inferred=True)


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, or None where it is not whole or there is none such ("February 31")."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


# ---- resolving ----


def _resolved(mention: Mention, anchor: Anchor | None) -> Days | None:
    """The first and the last day that the mention can mean; None where they cannot be known."""
    try:
        if mention.year is not None:
            return _absolute(mention)
        return None if anchor is None else _anchored(mention, anchor)
    except (OverflowError, ValueError):  # before year 1 or after 9999
        return None


def _absolute(mention: Mention) -> Days | None:
    year = mention.year or 1
    if mention.shape == "year":
        return _third(date(year, 1, 1), date(year, 12, 31), mention.modifier)
    if mention.shape == "month":
        return _third(*_whole_month(year, mention.month or 1), mention.modifier)
    day = _date(year, mention.month, mention.day)
    return None if day is None else (day, _date(year, mention.month, mention.last_day) or day)


def _anchored(mention: Mention, anchor: Anchor) -> Days | None:
    if mention.shape == "date":
        day = _yearless(mention, anchor)
        return None if day is None else (day, _date(day.year, mention.month, mention.last_day) or day)
    if mention.shape == "month":
        return _named_month(mention, anchor)
    early, late = _from(mention, anchor.earliest), _from(mention, anchor.latest)
    return min(early[0], late[0]), max(early[1], late[1])


def _from(mention: Mention, day: date) -> Days:
    """What a relative mention means in a report of this day."""
    if mention.shape == "weekday":
        found = _day_by_name(mention, day)
        return found, found
    if mention.shape == "ago":
        return _some_time_ago(mention, day)
    times = table("times")
    if mention.modifier in times["days"]:
        first, last = times["days"][mention.modifier]
        return day + first * DAY, day + last * DAY
    unit, offset = times["units"][mention.modifier]
    return _unit(unit, offset, day)


def _yearless(mention: Mention, anchor: Anchor) -> date | None:
    """The year of "Feb. 7": the nearest to dates in the text, else the last one on or before the report's day.

    Where a weekday stands beside it that contradicts, the weekday wins: the report is older than its date says.
    """
    years = range(anchor.latest.year + 1, anchor.latest.year - WEEKDAY_YEARS, -1)
    days = [day for year in years if (day := _date(year, mention.month, mention.day)) is not None]
    if anchor.is_inferred:
        return min(days, key=lambda day: (abs(day - anchor.earliest), day), default=None)
    if mention.is_future:
        return min((day for day in days if day >= anchor.earliest), default=None)
    past = [day for day in days if day <= anchor.latest + DAY]
    fitting = [day for day in past if mention.weekday in (None, day.weekday())]
    return max(fitting or past, default=None)


def _named_month(mention: Mention, anchor: Anchor) -> Days:
    """The last month of this name that began on or before the report's day; the next one where it looks ahead."""
    month, year = mention.month or 1, anchor.latest.year
    if mention.is_future:
        year += month < anchor.earliest.month
    else:
        year -= date(year, month, 1) > anchor.latest
    return _third(*_whole_month(year, month), mention.modifier)


def _day_by_name(mention: Mention, day: date) -> date:
    back = (day.weekday() - (mention.weekday or 0)) % 7
    if mention.is_future:
        return day + (7 - back) * DAY
    return day - (7 if back == 0 and mention.modifier == "last" else back) * DAY


def _some_time_ago(mention: Mention, day: date) -> Days:
    if mention.modifier == "day":
        found = day - mention.count * DAY
        return found, found
    if mention.modifier == "week":
        found = day - 7 * mention.count * DAY
        return found - 3 * DAY, found + 3 * DAY
    return _unit(mention.modifier, -mention.count, day)


def _unit(unit: str, offset: int, day: date) -> Days:
    """A calendar week (from Monday), weekend, month or year, so many from the day's own; never beyond the day."""
    if unit == "week":
        first = day + (7 * offset - day.weekday()) * DAY
        last = first + 6 * DAY
    elif unit == "weekend":
        first = day + (7 * offset - (day.weekday() + 2) % 7) * DAY
        last = first + DAY
    elif unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + offset, 12)
        first, last = _whole_month(year, month + 1)
    else:
        first, last = date(day.year + offset, 1, 1), date(day.year + offset, 12, 31)
    return first, min(last, day)


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _third(first: date, last: date, modifier: str) -> Days:
    """The early, middle or late third of a month or year, or all of it."""
    third = (last - first) // 3
    thirds = {"early": (first, first + third), "mid": (first + third, last - third), "late": (last - third, last)}
    return thirds.get(modifier, (first, last))
