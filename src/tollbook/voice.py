"""Who is one voice: the claims that repeat each other, and the one among them that the others go back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from tollbook import lexicon
from tollbook.lexicon.outlets import outlet
from tollbook.model import Claim, Copy, Document, Passage, Source
from tollbook.terms import Field

VERSION = "1"

# Counterparts in an edited passage share this share of the shorter quotation's words; below that it is another sentence
# of the same passage that happens to give the same figure.
SHARED_WORDS = 0.5
# How many claims of one figure are weighed against each other in one passage; more are only matched word for word.
WEIGHED = 50

# How far a sentence is looked for on either side of a claim, in characters.
SENTENCE = 400
STOP = re.compile(r"[.!?\n]")

Repeated = tuple[Claim, Claim, bool]
Speaker = tuple[str, ...]
Figure = tuple[int, int | None] | None


def voice(claims: Sequence[Claim], copies: Sequence[Copy], documents: Sequence[Document]) -> Mapping[str, str]:
    """For each claim's id the id of the claim that it goes back to, its own where it repeats none.

    Two claims are one voice where one repeats the other's words; where, within one incident, both cite one source for
    one figure or end in one speaker who says one thing; and where one document says it of itself, from one speaker.
    What makes two claims one is the same whoever came first, so that a copy of a document, however it is dated, adds
    no origin. The order of the arguments makes no difference.
    """
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.field, claim.span, claim.id))
    published = {document.id: _published(document) for document in documents}
    voices = _Joined(claim.id for claim in ordered)
    repeats = list(_repeated(ordered, copies))
    for copy, original, _ in repeats:
        voices.join(copy.id, original.id)
    voices.join_all(_same_words(ordered, copies, documents))
    families = _families(ordered, voices)
    names = {document.id: outlet(document.publisher) for document in documents if document.publisher}
    voices.join_all((*_same_source(ordered, names), *_same_speaker(ordered), *_same_document(ordered, families)))
    copied = {copy.id for copy, _, is_directed in repeats if is_directed}
    first = sorted(ordered, key=lambda claim: (claim.id in copied, published[claim.document], _place(claim)))
    return voices.origins(claim.id for claim in first)


class _Joined:
    """Claims, or documents, of which some are one; by id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._heads = {one: one for one in ids}

    def head(self, one: str) -> str:
        """The one that stands for all that are joined to this one."""
        while self._heads[one] != one:
            self._heads[one] = one = self._heads[self._heads[one]]
        return one

    def join(self, one: str, other: str) -> None:
        """Makes the two one."""
        low, high = sorted((self.head(one), self.head(other)))
        self._heads[high] = low

    def join_all(self, groups: Iterable[Sequence[Claim]]) -> None:
        """Makes each group of claims one voice."""
        for first, *others in groups:
            for other in others:
                self.join(first.id, other.id)

    def origins(self, ids: Iterable[str]) -> Mapping[str, str]:
        """For each the one of those joined to it that comes first in `ids`, which are all of them."""
        origins: dict[str, str] = {}
        found = [(one, origins.setdefault(self.head(one), one)) for one in ids]
        return dict(sorted(found))


def _place(claim: Claim) -> tuple[str, str, int, str]:
    return claim.document, claim.field, claim.span.start, claim.id


def _published(document: Document) -> str:
    """The date as it sorts, in UTC; the undated come last."""
    try:
        moment = datetime.fromisoformat((document.published or "").strip())
    except ValueError:
        return "~"
    return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)).isoformat()


def _repeated(ordered: Sequence[Claim], copies: Sequence[Copy]) -> Iterator[Repeated]:
    """Claims that a passage takes over from another: the copy's, the original's, and whether it is told that way."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.field is Field.TEXT:
            found[claim.document].append(claim)
    for some in found.values():
        some.sort(key=_anchor)
    for copy in copies:
        pairs = _counterparts(_within(copy.copy, found), _within(copy.original, found))
        yield from ((one, other, copy.directed) for one, other in pairs)


def _anchor(claim: Claim) -> int:
    """Where its figure stands; a claim's sentence may begin before the passage that was copied."""
    return (claim.count or claim).span.start


def _within(passage: Passage, found: Mapping[str, list[Claim]]) -> Sequence[Claim]:
    claims = found.get(passage.document, [])
    low = bisect_left(claims, passage.span.start, key=_anchor)
    return claims[low : bisect_left(claims, passage.span.end, key=_anchor)]


def _counterparts(here: Sequence[Claim], there: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of two passages that say the same in the same words: the k-th here with the k-th there."""
    left: dict[Hashable, list[Claim]] = defaultdict(list)
    exact: dict[Hashable, list[Claim]] = defaultdict(list)
    for other in reversed(there):
        exact[_said(other), _words(other.quote), _group(other)].append(other)
    unmatched = []
    for one in here:
        same = exact[_said(one), _words(one.quote), _group(one)]
        if same:
            yield one, same.pop()
        else:
            unmatched.append(one)
    for other in (claim for some in exact.values() for claim in some):
        left[_said(other)].append(other)
    for one in unmatched:
        weighed = [(_overlap(one, other), -_anchor(other), other.id, other) for other in left[_said(one)][:WEIGHED]]
        share, _, _, best = max(weighed, key=lambda each: each[:3], default=(0.0, 0, "", one))
        if share >= SHARED_WORDS:
            left[_said(one)].remove(best)
            yield one, best


def _said(claim: Claim) -> Hashable:
    actor = claim.actor and _words(claim.actor.name)
    return claim.kind, claim.harm, claim.stance, _figure(claim), actor


def _figure(claim: Claim) -> Figure:
    return (claim.count.low, claim.count.high) if claim.count else None


def _group(claim: Claim) -> tuple[str, ...]:
    return _words(claim.group.text) if claim.group else ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def _overlap(one: Claim, other: Claim) -> float:
    """The share of the shorter quotation's words that the other has; 0 where they count different groups of people."""
    groups = set(_group(one)), set(_group(other))
    if all(groups) and groups[0].isdisjoint(groups[1]):
        return 0.0
    here, there = set(_words(one.quote)), set(_words(other.quote))
    return len(here & there) / max(1, min(len(here), len(there)))


def _same_words(
    ordered: Sequence[Claim], copies: Sequence[Copy], documents: Sequence[Document]
) -> Iterator[list[Claim]]:
    """Claims about one incident in the same sentences, of documents that copies join: what no row tells.

    A headline is in no row, and a short sentence only where one beside it was copied from the same document.
    """
    joined = _Joined(document.id for document in documents)
    for copy in copies:
        joined.join(copy.copy.document, copy.original.document)
    by_id = {document.id: document for document in documents}
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in ordered:
        about = joined.head(claim.document), claim.incident, _said(claim), _words(claim.quote), _group(claim)
        found[about, _words(_around(claim, by_id[claim.document].field(claim.field)))].append(claim)
    yield from found.values()


def _around(claim: Claim, text: str) -> str:
    """The words that the claim stands in, from one stop or line end to the next."""
    start, end = claim.span.start, claim.span.end
    before = max(text.rfind(mark, max(0, start - SENTENCE), start) for mark in ".!?\n")
    after = STOP.search(text, end, end + SENTENCE)
    return text[before + 1 if before >= 0 else max(0, start - SENTENCE) : after.start() if after else end + SENTENCE]


def _families(ordered: Sequence[Claim], voices: _Joined) -> Mapping[str, frozenset[str]]:
    """For each claim the texts that hold it in the same words; a document that is another one adds no text."""
    holders: dict[str, set[str]] = defaultdict(set)
    for claim in ordered:
        holders[voices.head(claim.id)].add(claim.text_sha256)
    frozen = {head: frozenset(texts) for head, texts in holders.items()}
    return {claim.id: frozen[voices.head(claim.id)] for claim in ordered}


def _same_source(ordered: Sequence[Claim], publishers: Mapping[str, str]) -> Iterator[list[Claim]]:
    """Claims of one incident that cite one named source for one figure; with that source's own, if it publishes."""
    full = _full_names(ordered)
    citing: dict[Hashable, list[Claim]] = defaultdict(list)
    own: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.incident is None or claim.count is None:
            continue
        said = claim.incident, claim.harm, _figure(claim), claim.supplies
        for name in filter(None, map(_named, claim.sources)):
            citing[said, outlet(" ".join(full[claim.incident, name]))].append(claim)
        if not claim.sources and claim.document in publishers:
            own[said, publishers[claim.document]].append(claim)
    yield from (claims + own.get(key, []) for key, claims in citing.items())


def _same_speaker(ordered: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims of one incident whose chains end in one speaker, who says the same about the same harm."""
    full = _full_names(ordered)
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.incident is None or not claim.sources:
            continue
        name, body = _named(claim.sources[-1]), _body(claim)
        if name is not None:
            found[claim.incident, _said(claim), full[claim.incident, name]].append(claim)
        elif body is not None:
            found[claim.incident, _said(claim), body].append(claim)
    yield from found.values()


def _same_document(ordered: Sequence[Claim], families: Mapping[str, frozenset[str]]) -> Iterator[list[Claim]]:
    """Claims of one document about one harm, group and incident from one speaker, who gives one figure or corrects it.

    A correction is known by this, that every document which holds the one figure holds the other as well; where only
    one of the two stands elsewhere, it may be from elsewhere, and is a voice of its own.
    """
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.incident is None:
            continue
        speaker = _plain(claim.sources[-1].name) if claim.sources else ()
        side = claim.group and (claim.group.side, claim.group.combatant, _group(claim))
        about = claim.document, claim.incident, claim.kind, claim.harm, side, speaker
        found[about, _figure(claim) or claim.stance].append(claim)
        found[about, families[claim.id]].append(claim)
    yield from found.values()


def _named(source: Source) -> Speaker | None:
    """The name of a source that has one; None for a bare role ("police", "a spokesman")."""
    name = _plain(source.name)
    is_bare = " ".join(name) in lexicon.words("roles", "bare.words") or source.name == source.name.casefold()
    return None if is_bare or not name else name


def _body(claim: Claim) -> Speaker | None:
    """The body that an unnamed speaker speaks for, with its place, where a place has only one."""
    name = " ".join(_plain(claim.sources[-1].name))
    if claim.where is None or name not in lexicon.words("speakers", "one_in_a_place"):
        return None
    return name, *_words(claim.where.name)


def _plain(name: str) -> Speaker:
    """The words of a name without those that only lead up to it: "the Harbour Wire" is "harbour wire"."""
    words = _words(name)
    while words and words[0] in lexicon.words("speakers", "leading"):
        words = words[1:]
    return words


def _full_names(ordered: Sequence[Claim]) -> Mapping[tuple[str, Speaker], Speaker]:
    """For each name within an incident the longest one that ends in it ("Ames": "Dana Ames"); itself where two do."""
    found: dict[tuple[str, str], set[Speaker]] = defaultdict(set)
    for claim in ordered:
        if claim.incident is not None:
            for name in filter(None, map(_named, claim.sources)):
                found[claim.incident, name[-1]].add(name)
    return {(incident, name): _longest(name, names) for (incident, _), names in found.items() for name in names}


def _longest(name: Speaker, names: Iterable[Speaker]) -> Speaker:
    longer = sorted((one for one in names if one[-len(name) :] == name), key=len)
    is_one_line = all(longer[-1][-len(one) :] == one for one in longer)
    return longer[-1] if is_one_line else name
