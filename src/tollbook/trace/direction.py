"""Which of two documents repeats the other: by credit, then by date, then by containment; else nothing tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tollbook.lexicon.outlets import outlet
from tollbook.trace.credits import credits
from tollbook.trace.passages import Page, Wording
from tollbook.trace.repeats import Repeat, repeatable

# The longer document is the original where nearly all of the shorter one stands in it, and it is longer by so much.
CONTAINED = 0.9
LONGER = 1.25

DAY = len("2000-01-01")
UNDATED = "~"  # sorts after every date


@dataclass(frozen=True, slots=True)
class Standing:
    """What a document tells of its own place in a line of repeats; `credits` maps outlets to the words that do it."""

    page: Page
    outlet: str | None
    credits: Mapping[str, str]
    published: str
    moment: datetime | None


def in_line(pages: Sequence[Page], near: Mapping[Wording, Sequence[Repeat]]) -> list[Standing]:
    """The pages so that an original stands before its copies, wherever something tells which is which.

    First those that others credit, then by date, the undated last; then the longer one, then by id.
    """
    outlets = frozenset(outlet(page.document.publisher) for page in pages if page.document.publisher)
    standings = [_standing(page, outlets) for page in pages]
    latest: dict[Wording, dict[str, str]] = defaultdict(dict)
    for one in standings:
        for _, piece, _ in repeatable(one.page):
            dates = latest[piece.words]
            if one.outlet is not None:
                dates[one.outlet] = max(one.published, dates.get(one.outlet, ""))

    def rank(one: Standing) -> tuple[str, bool, int, str, str]:
        credited = list(_credited(one, latest, near)) if one.credits else []
        document = one.page.document
        return max([one.published, *credited]), bool(credited), -one.page.size, document.id, document.fingerprint

    return sorted(standings, key=rank)


def tell(copy: Standing, original: Standing, words: int) -> tuple[bool, str]:
    """Whether something tells that `copy` repeats `original`, of which it holds so many words; and what that is."""
    if copy.page is original.page:
        return False, "stands twice in one document"
    if original.outlet is not None and original.outlet in copy.credits:
        return True, f"carries the credit “{copy.credits[original.outlet]}”"
    later = _later(copy, original)
    if later is not None:
        return later > timedelta(0), _dated(later)
    if words >= CONTAINED * copy.page.size and original.page.size >= LONGER * copy.page.size:
        return True, "nearly all of it stands in the longer document"
    return False, "same words; nothing tells which came first"


def _standing(page: Page, outlets: frozenset[str]) -> Standing:
    document = page.document
    moment = _moment(document.published)
    has_time = len((document.published or "").strip()) > DAY
    published = UNDATED if moment is None else moment.isoformat()[: None if has_time else DAY]
    own = outlet(document.publisher) if document.publisher else None
    return Standing(page, own, credits(document.text, outlets - {own or ""}), published, moment)


def _credited(
    one: Standing, latest: Mapping[Wording, Mapping[str, str]], near: Mapping[Wording, Sequence[Repeat]]
) -> Iterator[str]:
    """The dates of those that a document credits and shares words with."""
    for _, piece, _ in repeatable(one.page):
        for wording in (piece.words, *(other for other, _ in near.get(piece.words, ()))):
            yield from (latest[wording][name] for name in one.credits if name in latest[wording])


def _moment(published: str | None) -> datetime | None:
    """When it was published, in UTC; midnight where only the day is given, None where it is no ISO date."""
    try:
        moment = datetime.fromisoformat((published or "").strip())
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _later(copy: Standing, original: Standing) -> timedelta | None:
    """How much later the copy was published; None where the dates do not tell."""
    if copy.moment is None or original.moment is None:
        return None
    if min(len(copy.published), len(original.published)) > DAY:
        return copy.moment - original.moment or None
    return copy.moment.date() - original.moment.date() or None


def _dated(later: timedelta) -> str:
    if later < timedelta(0):
        return "same words; credits and dates disagree on which came first"
    days, minutes = later.days, later.seconds // 60
    number, unit = (days, "day") if days else (minutes // 60, "hour") if minutes >= 60 else (minutes, "minute")
    return f"published {number} {unit}{'s' * (number != 1)} later" if number else "published less than a minute later"
