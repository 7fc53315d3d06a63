"""How far two tellings look like tellings of one incident: rare words shared, days and dates that fit."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby
from operator import itemgetter

from tollbook.lexicon import words
from tollbook.link.tellings import Telling, alike
from tollbook.model import Copy, Span
from tollbook.terms import Field

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Settings:
    """The weights, as a reviewer reads them. `same` is what two tellings of one incident reach at least.

    Swept on gva (2,290 documents, 874 incidents), B-cubed F1: words alone .882, without the days told .907, as shipped
    .931; `same` at .06 .928, .08 .933, .12 .925, .18 .906. The shipped one keeps precision at .981: a wrong join puts
    two tolls into one. Measure again: python -m evals.linking
    """

    same: float = 0.09
    # (days apart at most, factor) of the nearest days that the two tell; the last holds beyond.
    days: tuple[tuple[int, float], ...] = ((0, 1.2), (1, 1.0), (3, 0.7), (30, 0.5))
    days_beyond: float = 0.35
    # The same for the days on which they were published, which may be the crawl's.
    published: tuple[tuple[int, float], ...] = ((3, 1.15), (30, 1.0))
    published_beyond: float = 0.8
    # A brief telling is held against the words of a longer one: the share of its words found there, times this.
    brief: float = 0.25
    brief_words: int = 5
    # Words that give less are not worth a look at the days; a pair counts as 0 then.
    negligible: float = 0.02
    # A word in more documents than this makes no pair; two that are rarer do. For a headline alone, of so many words at
    # most, one does, with another word besides: F1 .940 without; .943 for tellings of any length, but precision .972.
    rare: int = 40
    rare_shared: int = 2
    headline: int = 8
    # As many reports without any of its words are added to a book: else two of three documents share nothing rare.
    # Books of two incidents drawn from gva: F1 .925 with 1, .943 with 30; of twelve .951 and .954.
    unseen: int = 30
    # A word in more than this share of a large book tells nothing.
    frequent_share: float = 0.2


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of a telling is compared: its words by weight (a vector of length 1), and days as ordinals.

    `near` are those that are no further from one of its `days` than each row of `Settings.days` allows.
    """

    words: Mapping[str, float]
    kinds: frozenset[str]
    days: frozenset[int]
    near: tuple[frozenset[int], ...]
    published: int | None


def scores(
    tellings: Sequence[Telling], copies: Callable[[], Sequence[Copy]], settings: Settings
) -> Mapping[Pair, float]:
    """A score for every pair of tellings, by position, that shares rare words or a copied passage; others have none."""
    traits = _traits(tellings, settings)
    cosines = _cosines([one.words for one in traits])

    def are_others(one: int, other: int) -> bool:
        same = tellings[one].document.id == tellings[other].document.id
        return not same and _kinds_fit(traits[one].kinds, traits[other].kinds)

    def likeness(one: int, other: int, cosine: float) -> float:
        are_news = tellings[one].is_main and tellings[other].is_main
        score = cosine if are_news else _share(traits[one].words, traits[other].words, settings)
        if score < settings.negligible:
            return 0.0
        score *= _days_fit(traits[one], traits[other], settings)
        return score * _published_fit(traits[one], traits[other], settings) if are_news else score

    def scored(pairs: Iterable[Pair]) -> Iterator[tuple[Pair, float]]:
        for one, some in groupby(sorted(filter(lambda pair: are_others(*pair), pairs)), key=itemgetter(0)):
            others = [other for _, other in some]
            for other, cosine in zip(others, cosines(one, others), strict=True):
                yield (one, other), likeness(one, other, cosine)

    found = {pair: score for pair, score in scored(_candidates(traits, settings)) if score}
    copied = _copied(tellings, copies())
    for pair, score in scored(copied):
        found[pair] = score + copied[pair]
    return dict(sorted(found.items()))


# ---- words ----


def _traits(tellings: Sequence[Telling], settings: Settings) -> list[_Traits]:
    documents: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        for word in telling.words:
            documents[word].add(telling.document.id)
    many = len({telling.document.id for telling in tellings})
    most = max(settings.rare, many * settings.frequent_share)
    common = words("incidents", "words.common")
    telling_words = {word: len(ids) for word, ids in documents.items() if word not in common and len(ids) <= most}
    rarity = {word: math.log((many + settings.unseen) / count) for word, count in telling_words.items()}
    return [_traits_of(telling, rarity, settings) for telling in tellings]


def _traits_of(telling: Telling, rarity: Mapping[str, float], settings: Settings) -> _Traits:
    days = [(date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal()) for start, end in telling.days]
    return _Traits(
        words=_unit(telling.words, rarity),
        kinds=frozenset(claim.incident_kind for claim in telling.claims if claim.incident_kind),
        days=_around(days, 0),
        near=tuple(_around(days, apart) for apart, _ in settings.days),
        published=_ordinal(telling.document.published),
    )


def _around(days: Sequence[tuple[int, int]], apart: int) -> frozenset[int]:
    """The days of these intervals, and those that are so far from them at most."""
    return frozenset(day for first, last in days for day in range(first - apart, last + apart + 1))


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None


def _unit(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: (1 + math.log(counts[word])) * rarity[word] for word in sorted(counts) if word in rarity}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def _candidates(traits: Sequence[_Traits], settings: Settings) -> set[Pair]:
    """The pairs that share enough rare words: what keeps thousands of documents from being compared each with each."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(traits):
        for word in one.words:
            holders[word].append(at)
    shared: Counter[Pair] = Counter()
    for held in holders.values():
        if 1 < len(held) <= settings.rare:
            shared.update(combinations(held, 2))
    headlines = {at for at, one in enumerate(traits) if len(one.words) <= settings.headline}
    return {
        (one, other)
        for (one, other), count in shared.items()
        if count >= settings.rare_shared
        or ((one in headlines or other in headlines) and _shares(traits[one], traits[other], settings))
    }


def _shares(headline: _Traits, other: _Traits, settings: Settings) -> bool:
    """Whether what is hardly more than a headline, with few words to share, shares as many as others must."""
    return len(headline.words.keys() & other.words.keys()) >= settings.rare_shared


def _cosines(vectors: Sequence[Mapping[str, float]]) -> Callable[[int, Sequence[int]], Sequence[float]]:
    """The cosines of one of these with others, by position: one is unfolded, and the others are looked up in it."""
    import numpy as np  # here, so that a command that links nothing does not wait for it

    numbers = {word: at for at, word in enumerate(sorted({word for one in vectors for word in one}))}
    # Each by the numbers of its words, which grow: so the order of a sum does not depend on how the words came.
    places = [np.array(sorted(numbers[word] for word in one), np.intp) for one in vectors]
    weights = [np.array([one[word] for word in sorted(one)]) for one in vectors]
    unfolded = np.zeros(len(numbers))

    def cosines(one: int, others: Sequence[int]) -> Sequence[float]:
        unfolded[places[one]] = weights[one]
        shared = unfolded[np.concatenate([places[other] for other in others])]
        shared *= np.concatenate([weights[other] for other in others])
        unfolded[places[one]] = 0.0
        whose = np.repeat(np.arange(len(others)), [len(places[other]) for other in others])
        found: list[float] = np.bincount(whose, shared, len(others)).tolist()
        return found

    return cosines


def _share(one: Mapping[str, float], other: Mapping[str, float], settings: Settings) -> float:
    """What share of a brief telling's words the longer one has: against a whole report, a sentence has no cosine."""
    small, large = sorted((one, other), key=len)
    if len(small) < settings.brief_words:
        return 0.0
    found = math.fsum([small[word] for word in small.keys() & large.keys()])
    return settings.brief * found / math.fsum(small.values())


# ---- what must fit ----


def _kinds_fit(kinds: frozenset[str], others: frozenset[str]) -> bool:
    return not kinds or not others or any(alike(kind, other) for kind in kinds for other in others)


def _days_fit(one: _Traits, other: _Traits, settings: Settings) -> float:
    if not one.days or not other.days:
        return 1.0
    rows = zip(settings.days, one.near, strict=True)
    return next((factor for (_, factor), near in rows if not near.isdisjoint(other.days)), settings.days_beyond)


def _published_fit(one: _Traits, other: _Traits, settings: Settings) -> float:
    """News of one incident is of the same days; background may be told years after."""
    if one.published is None or other.published is None:
        return 1.0
    return _factor(abs(one.published - other.published), settings.published, settings.published_beyond)


def _factor(apart: int, table: Sequence[tuple[int, float]], beyond: float) -> float:
    return next((factor for most, factor in table if apart <= most), beyond)


# ---- copies ----


def _copied(tellings: Sequence[Telling], copies: Sequence[Copy]) -> Mapping[Pair, float]:
    """For two tellings with claims in one repeated passage: its overlap, times the smaller share of their claims."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        by_document[telling.document.id].append(at)
    found: dict[Pair, float] = {}
    for copy in sorted(copies, key=lambda one: (one.copy, one.original)):
        for one, share in _inside(copy.copy.document, copy.copy.span, by_document, tellings):
            for other, more in _inside(copy.original.document, copy.original.span, by_document, tellings):
                pair = min(one, other), max(one, other)
                found[pair] = max(found.get(pair, 0.0), copy.overlap * min(share, more))
    return found


def _inside(
    document: str, span: Span, by_document: Mapping[str, Sequence[int]], tellings: Sequence[Telling]
) -> Iterator[tuple[int, float]]:
    """The document's tellings with claims in the passage, and the share of their claims that stand there."""
    for at in by_document.get(document, ()):
        claims = tellings[at].claims
        within = sum(claim.field is Field.TEXT and span.touches(claim.span) for claim in claims)
        if within:
            yield at, within / len(claims)
