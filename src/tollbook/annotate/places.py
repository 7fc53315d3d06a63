"""Where: the places that a text names, known by the words around their names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, takewhile

from tollbook.annotate.names import is_upper
from tollbook.lexicon import table, words
from tollbook.model import Name, Place, Span

CAPITAL = r"[^\W\d_a-z]"
WORD = re.compile(r"\S+")
NEXT = re.compile(r"[ ](\w+)")
POSSESSIVE = re.compile(r"['’]s?$")
SHORTENED = re.compile(r"\s(?:St|Ave|Rd|Dr|Blvd)\.$")


def find(text: str, sentences: Sequence[Span], names: Sequence[Name]) -> tuple[Place, ...]:
    """The places named in a text, in text order and without overlap, named as they stand there.

    Known by pattern alone, so without coordinates: "near X", "the southern town of X", "X province", "the 6700 block
    of X Street", a dateline. `names` rules out persons and organisations and may be empty; a place reaches into no
    second sentence of `sentences`, which may be empty too.
    """
    pattern = _upper_pattern() if is_upper(text) else _pattern()
    found: list[Span] = []
    for match in pattern.finditer(text):
        group = match.lastgroup or ""  # every alternative has one group, and it is named
        span = _trimmed(text, Span(*match.span(group)))
        if span is not None and _is_place(text, Span(*match.span(group)), span, group) and not _is_other(span, names):
            found.append(span)
    return tuple(Place(span.of(text), span=span) for span in found if _is_whole(span, sentences))


@cache
def _pattern() -> re.Pattern[str]:
    places = table("places")
    article = r"(?:(?:[Aa]l|[Ee]l|[Aa][dnrstz]|[Aa]sh|[Ee]z)-|(?:[Aa]l|[Ee]l|[Ee]z)[ ])?"
    word = rf"{article}{CAPITAL}[\w'’\-]{{0,30}}+(?:(?<=\b[SFM]t)\.)?"
    name = rf"{word}(?:[ ](?:(?:{_any(places['inner'])})[ ])?{word}){{0,4}}"
    ranked = r"\d{1,3}(?:st|nd|rd|th)"
    designator = _by_letter(places["designators"])
    qualifier = rf"(?:{_by_letter(places['qualifiers'])}[ ])?"
    capitals = rf"{CAPITAL}[^\W\d_a-z.'’\-]{{1,30}}"
    after = r"(?:,[ ][^()\n–—-]{1,40})?(?:,?[ ]?\([^()\n]{1,40}\))?[ ]?(?:--|[–—]|-[ ])"
    return re.compile(
        rf"""(?m:^)[ \t]{{0,8}}(?P<dateline>{capitals}(?:[ ]{capitals}){{0,3}}){after}
        | (?<!\w)(?:
          (?P<block>\d{{1,5}}[ ][Bb]lock[ ]of[ ](?:{name}[ ])?(?:{ranked}(?:[ ]{name})?|{name}))
        | [Tt][Hh][Ee][ ]{qualifier}{designator}[ ]of[ ](?P<of>{name})
        | (?P<before>{name}[ ](?:{designator}|{_any(places["ways"])}))\b
        | {_by_letter(places["before"])}[ ](?:[Tt][Hh][Ee][ ])?{qualifier}(?P<in>{name}(?:[ ]{designator}\b)?)
        )""",
        re.VERBOSE,
    )


@cache
def _upper_pattern() -> re.Pattern[str]:
    """For texts in capitals: the words around alone decide, so that a name is at most three words long."""
    places = table("places")
    plain = rf"(?!(?:{_any(places['ends'])})\b)[^\W\d_][\w'’\-]{{0,30}}"
    name = rf"{plain}(?:\s(?:(?:{_any(places['inner'])})\s)?{plain}){{0,2}}"
    designator = _any(places["designators"])
    qualifier = rf"(?:(?:{_any(places['qualifiers'])})\s)?"
    return re.compile(
        rf"""(?m:^)[ \t]{{0,8}}(?P<dateline>{plain}(?:\s{plain}){{0,3}})(?:\s?\([^()\n]{{1,30}}\))?,\s\d[\w\s]{{4,14}}
            (?:\([^()\n]{{1,40}}\)\s)?--
        | (?<!\w)(?:
          (?:THE\s)?(?P<block>\d{{1,5}}\sBLOCK\sOF\s{name})
        | THE\s{qualifier}(?:{designator})\sOF\s(?P<of>{name})
        | (?:IN|NEAR)\s(?P<before>{name}\s(?:{designator}))\b
        | (?:IN|NEAR|OUTSIDE)\s{qualifier}(?P<in>{name})(?=[,.;:)\]]|\s(?:{_any(places["ends"])})\b)
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def _by_letter(words: Sequence[str]) -> str:
    """A pattern for any of these, in any case; it looks at a first letter once, and so costs half of `_any`."""
    letters = sorted({word[0] for word in words})
    some = (f"[{one}{one.upper()}](?i:{_any([word[1:] for word in words if word[0] == one])})" for one in letters)
    return f"(?:{'|'.join(some)})"


def _trimmed(text: str, span: Span) -> Span | None:
    """The span from after a possessive ("Ostland's Lugo") up to one, without words that are part of no name."""
    pieces = [match.span() for match in WORD.finditer(span.of(text))]
    owners = [at for at, (start, end) in enumerate(pieces[:-1]) if span.of(text)[start:end].endswith(("'s", "’s"))]
    pieces = pieces[owners[-1] + 1 :] if owners else pieces
    others = words("places", "others")
    kept = list(dropwhile(lambda piece: _bare(span.of(text)[slice(*piece)]) in others, pieces))
    kept = kept[:1] + list(takewhile(lambda piece: _bare(span.of(text)[slice(*piece)]) not in others, kept[1:]))
    if not kept:
        return None
    start, end = kept[0][0], kept[-1][1]
    name = POSSESSIVE.sub("", span.of(text)[start:end])
    name = name if SHORTENED.search(name) else name.rstrip(".,")
    return Span(span.start + start, span.start + start + len(name)) if name else None


def _bare(word: str) -> str:
    return POSSESSIVE.sub("", word.lower().rstrip(".,"))


def _is_place(text: str, whole: Span, span: Span, group: str) -> bool:
    """Whether the name as `whole` stands there, what `_trimmed` leaves of it, and the word after leave it a place."""
    name = [_bare(word) for word in span.of(text).split()]
    if len(name[0]) < 2 or set(name) <= words("places", "designators"):
        return False
    if group == "block":
        return True
    full, bodies = [_bare(word) for word in whole.of(text).split()], words("places", "bodies")
    ends = full[-2:-1] if group == "before" else full[-2:]
    after = NEXT.match(text[whole.end : whole.end + 20])
    if not bodies.isdisjoint(ends) or after is None or group in ("of", "dateline"):
        return bodies.isdisjoint(ends)
    is_title = after[1][0].isupper() and after[1].lower() in bodies
    return not is_title and after[1].lower() not in words("places", "spoke")


def _is_other(span: Span, names: Sequence[Name]) -> bool:
    """Whether the annotator of names holds this for a person or an organisation."""
    first = bisect_left(names, span.start, key=lambda one: one.span.end)
    near = names[first : first + 3]
    return any(one.kind in ("person", "organisation") and one.span.touches(span) for one in near)


def _is_whole(span: Span, sentences: Sequence[Span]) -> bool:
    at = bisect_right(sentences, span.start, key=lambda one: one.start) - 1
    return at < 0 or span.start >= sentences[at].end or span.end <= sentences[at].end
