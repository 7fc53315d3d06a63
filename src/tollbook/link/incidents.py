"""An incident made from the tellings of it: its id, its title, and what most of the reports say it was."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from tollbook.lexicon import table, words
from tollbook.link import dating
from tollbook.link.tellings import Telling
from tollbook.model import Actor, Incident, Interval, Place, digest
from tollbook.terms import Kind, Stance

# Background tells of an incident in a clause: its dates and places count for less than those of the news.
BRIEF_SHARE = 0.3
# An actor that fewer claims than this share of the most named one's name is left out.
LEAST_ACTOR = 0.2


def incident(tellings: Sequence[Telling]) -> Incident:
    """The incident that these tellings tell; there is one at least. Its id is made from the smallest claim id."""
    claims = sorted(claim.id for telling in tellings for claim in telling.claims)
    kind, when, where = _kind(tellings), _when(tellings), _where(tellings)
    return Incident(
        id="i" + claims[0].removeprefix("c"),
        title=title(kind, when, where),
        kind=kind,
        when=when,
        where=where,
        actors=_actors(tellings),
        documents=tuple(sorted({telling.document.id for telling in tellings})),
        claims=tuple(claims),
        about=_about(tellings),
    )


def _about(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The documents that are mainly about it; one that only mentions it is, where others are with it."""
    mains = {telling.document.id: telling.is_news for telling in tellings if telling.is_main}
    return tuple(sorted(mains)) if len(mains) > 1 or any(mains.values()) else ()


def silent(case: str, documents: Sequence[str]) -> Incident:
    """The incident of a case in whose documents no claim was read: it is known to be there, and nothing else is."""
    everyone = tuple(sorted(documents))
    name = "i" + digest("case", case)[:16]
    return Incident(name, title("other", None, None), "other", None, None, (), everyone, (), everyone)


def title(kind: str, when: Interval | None, where: Place | None) -> str:
    """A short name from kind, place and date, never from anybody's: "Airstrike, Port Orrin, 7 Feb 2018"."""
    parts = [table("incidents")["kinds"].get(kind, table("incidents")["kinds"]["other"])["title"]]
    parts += [where.name] if where else []
    parts += [_days(when)] if when else []
    return ", ".join(parts)


def _days(when: Interval) -> str:
    first, last = date.fromisoformat(when.start), date.fromisoformat(when.end)
    if first == last:
        return _day(first)
    is_one_month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day}–{_day(last)}" if is_one_month else f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _share(telling: Telling) -> float:
    return 1.0 if telling.is_main else BRIEF_SHARE


def _kind(tellings: Sequence[Telling]) -> str:
    """The kind most claims name, one vote a telling; of equals the first of the lexicon."""
    votes: dict[str, float] = defaultdict(float)
    for telling in tellings:
        named = Counter(claim.incident_kind for claim in telling.claims if claim.incident_kind)
        for kind, count in sorted(named.items()):
            votes[kind] += _share(telling) * count / named.total()
    ranks = {kind: rank for rank, kind in enumerate(table("incidents")["kinds"])}
    return min(votes, key=lambda kind: (-round(votes[kind], 6), ranks.get(kind, len(ranks)), kind), default="other")


def _when(tellings: Sequence[Telling]) -> Interval | None:
    votes: dict[dating.Days, float] = defaultdict(float)
    for telling in tellings:
        for days, share in telling.days.items():
            votes[days] += _share(telling) * share
    return dating.best(votes)


def _where(tellings: Sequence[Telling]) -> Place | None:
    """The place most tellings name, towns before streets; spelt as most of them spell it, not in capitals."""
    votes: dict[str, float] = defaultdict(float)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for telling in tellings:
        named = Counter([*telling.places, *(claim.where.name for claim in telling.claims if claim.where)])
        for name, count in sorted(named.items()):
            key = " ".join(name.lower().split())
            spellings[key][" ".join(name.split())] += count
            votes[key] += _share(telling) * count / named.total()
    towns = {key for key in votes if words("places", "streets").isdisjoint(key.split())} or votes.keys()
    best = min(towns, key=lambda key: (-round(votes[key], 6), key), default=None)
    return None if best is None else Place(_spelt(spellings[best]))


def _spelt(spellings: Counter[str]) -> str:
    name = min(spellings, key=lambda one: (one.isupper(), -spellings[one], one))
    return name.title() if name.isupper() and len(name) > 4 else name


def _actors(tellings: Sequence[Telling]) -> tuple[Actor, ...]:
    """Those said to have done it or to have had a part, the most named first; a denial makes nobody an actor."""
    named: Counter[tuple[str, str]] = Counter()
    for telling in tellings:
        for claim in telling.claims:
            said = claim.kind is Kind.RESPONSIBILITY and claim.stance in (Stance.ASSERTS, Stance.CONFIRMS)
            if said and claim.actor is not None:
                named[claim.actor.name, claim.actor.role] += 1
    most = max(named.values(), default=0)
    kept = [actor for actor in named if named[actor] >= LEAST_ACTOR * most]
    return tuple(Actor(*actor) for actor in sorted(kept, key=lambda actor: (-named[actor], actor)))
