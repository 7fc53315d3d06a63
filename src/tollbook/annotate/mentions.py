"""The expressions of time that stand in a text, taken apart into calendar parts and not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from re import Match

from tollbook.lexicon import table
from tollbook.model import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression as it stands: its calendar parts, or the name of a relative one; what is not said is None."""

    span: Span
    shape: str
    day: int | None = None
    last_day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    modifier: str = ""
    count: int = 0
    is_future: bool = False


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of these, longest first, with any white space between words and either apostrophe."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}").replace("'", "['’]?") for word in longest)


@cache
def _pattern() -> re.Pattern[str]:
    times = table("times")
    names = [name for names in times["months"] for name in names]
    short = [name for _, *shorter in times["months"] for name in shorter]
    month = rf"(?:(?:{any_of(short)})\b\.?|(?:{any_of(names)})\b)"
    full = "(?:" + any_of(times["weekdays"]) + ")"
    weekday = "(?:" + any_of([*times["weekdays"], *times["weekdays_short"]]) + r")\b\.?"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![:%]|[.,]\d)"
    year = r"(?:1[89]|20)\d\d\b(?!%)"
    part = "(?:" + any_of(times["parts_of_day"]) + r")\b"
    phrases = any_of([*times["days"], *times["units"]])
    count = "(?:" + any_of(list(_counts())) + r"|\d{1,3})"
    gap = r"[\s]{1,3}"
    comma = r",?[\s]{1,3}"
    # A year of two digits is read only where it closes a dateline: "3 JAN 90 (AP) --", not "on 7 Feb 12 men".
    short_year = r"['’]?\d\d(?=\s{0,2}(?:\([^()\n]{1,40}\)\s{0,2})?(?:--|[-–—]\s))"
    return re.compile(
        rf"""(?<![\w/])(?:
          (?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
        | (?:(?P<mdw>{weekday}){comma})?(?P<mdm>{month}){gap}(?P<mdd>{day})(?:\s?[-–]\s?(?P<mde>\d{{1,2}})(?![\w-]))?
            (?:{comma}(?P<mdy>{year}))?
        | (?:(?P<dmw>{weekday}){comma})?(?:the{gap})?(?P<dmd>{day}){gap}(?:of{gap})?(?P<dmm>{month})
            (?:{comma}(?P<dmy>{year})|{gap}(?P<dms>{short_year}))?
        | (?P<num>\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d)(?![\d/])
        | (?:(?P<mym>early|mid|late)[\s-])?(?P<mymm>{month}){comma}(?:of{gap})?(?P<myy>{year})
        | (?P<hol>{any_of(list(times["holidays"]))})\b(?:{comma}(?P<holy>{year}))?
        | (?P<rel>{phrases})\b
        | (?P<agon>{count}){gap}(?P<agou>day|week|month|year)s?{gap}ago\b
        | (?:(?P<wdm>last|next|this{gap}past|this|past|early|late){gap})?(?P<wd>{full})\b(?:{gap}{part})?
        | (?:{any_of(times["before_month"])})[\s-](?:(?P<bmm>early|mid|late|last|next)[\s-])?(?P<bm>{month})
            (?!\.?,?\s{{1,3}}(?:{day}|{year}))
        | (?:{any_of(times["before_year"])})[\s-](?:(?P<bym>early|mid|late)[\s-])?(?P<by>{year})(?![\d%-])
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _counts() -> dict[str, int]:
    words = ["an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return {"a": 1} | {word: max(1, rank) for rank, word in enumerate(words)}


def mentions(text: str) -> Iterator[Mention]:
    """Every expression of when, in text order, not yet resolved; time is linear in the text."""
    for match in _matches(text):
        mention = _read(match)
        if mention is not None:
            yield mention


def _matches(text: str) -> Iterator[Match[str]]:
    """What `_pattern` finds, at a fifth of the price: it is tried only where an expression can begin."""
    pattern, end = _pattern(), 0
    for start in _starts().finditer(_lowered(text)):
        match = pattern.match(text, start.start()) if start.start() >= end else None
        if match:
            end = match.end()
            yield match


def _lowered(text: str) -> str:
    """The text in lower case, every character in its place: "İ" alone would become two."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(one.lower()[0] for one in text)


@cache
def _starts() -> re.Pattern[str]:
    """Where an expression can begin, in lower case: a word that is one, or a number or a word and what can follow."""
    times = table("times")
    months, units = [name for names in times["months"] for name in names], ["day", "week", "month", "year"]
    days = [*times["weekdays"], *times["weekdays_short"], *months]
    phrases = [phrase.split() for key in ("days", "units", "holidays") for phrase in times[key]]
    modifiers = ["early", "mid", "late", "last", "next", "this", "past"]
    openers = [*modifiers, "the", *_counts(), *times["before_month"], *times["before_year"]]
    alone = {*days, *(words[0] for words in phrases if len(words) == 1)}
    first = {*openers, *(words[0] for words in phrases if len(words) > 1)} - alone
    second = {*days, *modifiers, *(words[1] for words in phrases if len(words) > 1), *units}
    behind = rf"[\s-]{{1,3}}(?:\d|{_by_letter(second)})"
    number = rf"\d{{1,4}}(?=[-/]\d|(?:st|nd|rd|th)?\s{{1,3}}(?:{_by_letter({'of', *months, *units})}))"
    return re.compile(rf"(?<![\w/])(?:{number}|(?:{_by_letter(alone)})\b|(?:{_by_letter(first)})\b(?={behind}))")


def _by_letter(words: Collection[str]) -> str:
    """A pattern for any of these that looks at a first letter once, and so passes most words over at once."""
    letters = sorted({word[0] for word in words})
    return "|".join(f"{one}(?:{any_of([word[1:] for word in words if word[0] == one])})" for one in letters)


def _read(match: Match[str]) -> Mention | None:
    """The mention of a match, by the one group that its alternative always sets."""
    for group, reader in _READERS.items():
        if match[group] is not None:
            return reader(match)
    return None


def _iso(match: Match[str]) -> Mention:
    year, month, day = map(int, match["iso"].split("-"))
    return Mention(Span(*match.span("iso")), "date", day=day, month=month, year=year)


def _month_day(match: Match[str]) -> Mention | None:
    if not match["mdm"][0].isupper():  # "march 7 miles"
        return None
    last = int(match["mde"]) if match["mde"] else None
    year = int(match["mdy"]) if match["mdy"] else None
    month, day = _month(match["mdm"]), _digits(match["mdd"])
    return Mention(Span(*match.span()), "date", day, last, month, year, _weekday(match["mdw"]))


def _day_month(match: Match[str]) -> Mention | None:
    if not match["dmm"][0].isupper():  # "7 may die"
        return None
    year = int(match["dmy"]) if match["dmy"] else None
    if match["dms"]:
        year = _digits(match["dms"])
        year += 1900 if year >= 50 else 2000
    month, day = _month(match["dmm"]), _digits(match["dmd"])
    return Mention(Span(*match.span()), "date", day, None, month, year, _weekday(match["dmw"]))


def _numeric(match: Match[str]) -> Mention | None:
    """Day and month by slashes, only where no other reading is possible: 03/04 is two days."""
    first, second, year = map(int, match["num"].split("/"))
    if first > 12 or first == second:
        first, second = second, first
    elif second <= 12:
        return None
    return Mention(Span(*match.span("num")), "date", day=second, month=first, year=year)


def _month_year(match: Match[str]) -> Mention | None:
    if not match["mymm"][0].isupper():
        return None
    modifier = (match["mym"] or "").lower()
    return Mention(Span(*match.span()), "month", month=_month(match["mymm"]), year=int(match["myy"]), modifier=modifier)


def _holiday(match: Match[str]) -> Mention:
    name = " ".join(match["hol"].lower().replace("’", "'").split())
    names = {key.replace("'", ""): value for key, value in table("times")["holidays"].items()}
    month, day = map(int, names[name.replace("'", "")].split("-"))
    return Mention(
        Span(*match.span()), "date", day=day, month=month, year=int(match["holy"]) if match["holy"] else None
    )


def _relative(match: Match[str]) -> Mention:
    return Mention(Span(*match.span("rel")), "relative", modifier=" ".join(match["rel"].lower().split()))


def _ago(match: Match[str]) -> Mention:
    said = match["agon"].lower()
    count = int(said) if said.isdecimal() else _counts()[said]
    return Mention(Span(*match.span()), "ago", modifier=match["agou"].lower(), count=count)


def _day_of_week(match: Match[str]) -> Mention:
    modifier = " ".join((match["wdm"] or "").lower().split())
    return Mention(Span(*match.span()), "weekday", weekday=_weekday(match["wd"]), modifier=modifier)


def _bare_month(match: Match[str]) -> Mention | None:
    if not match["bm"][0].isupper():
        return None
    modifier = (match["bmm"] or "").lower()
    return Mention(Span(*match.span("bm")), "month", month=_month(match["bm"]), modifier=modifier)


def _bare_year(match: Match[str]) -> Mention:
    modifier = (match["bym"] or "").lower()
    start = match.start("bym") if modifier else match.start("by")
    return Mention(Span(start, match.end("by")), "year", year=int(match["by"]), modifier=modifier)


_READERS = {
    "iso": _iso,
    "mdd": _month_day,
    "dmd": _day_month,
    "num": _numeric,
    "myy": _month_year,
    "hol": _holiday,
    "rel": _relative,
    "agou": _ago,
    "wd": _day_of_week,
    "bm": _bare_month,
    "by": _bare_year,
}


def _digits(words: str) -> int:
    return int("".join(one for one in words if one.isdecimal()))


def _month(name: str) -> int:
    wanted = name.lower().rstrip(".")
    return next(rank for rank, names in enumerate(table("times")["months"], 1) if wanted in names)


def _weekday(name: str | None) -> int | None:
    if not name:
        return None
    return next(rank for rank, day in enumerate(table("times")["weekdays"]) if day.startswith(name[:3].lower()))
