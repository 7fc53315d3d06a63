"""Names of persons in a text that is upper case throughout, known by the words around them and by given names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tollbook import lexicon
from tollbook.model import Name, Span, Token

# No name of a person has more parts than this; "DE LA" is none.
PARTS = 6
VOWELS = frozenset("aeiouyáéíóú")
# A run of words that are no ordinary ones: tokens [first, last) of one sentence.
Run = tuple[Sequence[Token], int, int]


def persons(sentences: Sequence[Sequence[Token]], text: str) -> tuple[Name, ...]:
    """The persons named in the sentences, in order; a surname alone is one where the whole name stands elsewhere."""
    runs = [run for tokens in sentences for run in _marked(tokens)]
    surnames = {part for run, is_sure in runs if is_sure for part in _surnames(run)}
    return tuple(_name(run, text) for run, is_sure in runs if is_sure or _is_known(run, surnames))


def _marked(tokens: Sequence[Token]) -> Iterator[tuple[Run, bool]]:
    """The runs of a sentence, cut to what is sure to be a person's name where anything is."""
    end = -9
    for first, last in _runs(tokens):
        start = _start(tokens, first, last, end)
        if start is None:
            yield (tokens, first, last), False
            continue
        end = last
        yield (tokens, start, last), True


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(tokens):
        if not _is_free(tokens[at].word):
            at += 1
            continue
        end = at + 1
        while (after := _next(tokens, end)) is not None and end - at < 2 * PARTS:
            end = after
        yield at, end
        at = end


def _next(tokens: Sequence[Token], at: int) -> int | None:
    """One past the name's next part, over what joins it: "PRELL", "DE LA PRELL", "T. PRELL"; None where it ends."""
    if tokens[at - 1].word.endswith("'s"):
        return None
    end = at
    while end < len(tokens) and end - at < 3 and _joins(tokens, end):
        end += 1
    return end + 1 if end < len(tokens) and _is_free(tokens[end].word) else None


def _joins(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].word
    is_initial = len(word) == 1 and word.isalpha() and word != "a"
    return word in _inner() or is_initial or (word == "." and len(tokens[at - 1].word) == 1)


@cache
def _inner() -> frozenset[str]:
    return lexicon.words("names", "particles") | {"los", "las", "y", "santa"}


@lru_cache(maxsize=1 << 16)
def _is_free(word: str) -> bool:
    """Whether the word may be part of a name: a given name, or none of the ordinary words."""
    word = word.removesuffix("'s")
    if word in _given():
        return True
    if len(word) < 3 or not word.replace("-", "").replace("'", "").isalpha() or VOWELS.isdisjoint(word):
        return False
    if "-" in word:
        return all(part in _inner() or _is_free(part) for part in word.split("-"))
    plain = _ordinary()
    if word in plain or (word.endswith("s") and word[:-1] in plain) or word in _inner():
        return False
    return not word.endswith(tuple(lexicon.table("ordinary")["endings"]))


@cache
def _given() -> frozenset[str]:
    """The given names that are no word as well: "MARK" and "ROSE" open no name by themselves."""
    return lexicon.words("names", "given") - _ordinary() - lexicon.words("names", "particles")


@cache
def _ordinary() -> frozenset[str]:
    """Every word that a table holds, but for the names."""
    found = set(lexicon.words("ordinary", "words") | lexicon.words("ordinary", "lands"))
    for name in ("abbreviations", "cues", "furniture", "grammar", "harm", "incidents", "numbers", "people", "places",
                 "roles", "speakers", "stances", "times", "vague"):  # fmt: skip
        found.update(_words_in(lexicon.table(name)))
    for key in ("organisation", "place", "plain", "titles"):
        found |= lexicon.words("names", key)
    return frozenset(found)


def _words_in(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield from entry.lower().replace("-", " ").split()
    elif isinstance(entry, list):
        for one in entry:
            yield from _words_in(one)
    elif hasattr(entry, "items"):
        for key, value in entry.items():
            yield from _words_in(key)
            yield from _words_in(value)


def _start(tokens: Sequence[Token], first: int, last: int, end: int) -> int | None:
    """Where the person's name begins in the run, None where nothing says that it is one; `end` of the last name."""
    before, after = _word(tokens, first - 1), _word(tokens, last)
    if before == "." and first > 1:
        before = tokens[first - 2].word
    if before in lexicon.words("names", "titles"):
        return first
    if before in lexicon.words("names", "before_parts") or _is_body(after):
        return None
    length = last - first
    if (
        length == 1
        and tokens[first].word.removesuffix("'s") in _given()
        and (_is_role(before) or before in ("as", "named"))
    ):
        return first
    is_led = _is_role(before) or _is_apposed(tokens, first, last)
    if length > 1 and (is_led or _is_cued(tokens, first, last) or _is_listed(tokens, first, end)):
        return first
    given = next((at for at in range(first, last - 1) if tokens[at].word in _given()), None)
    in_place = given == first and before in lexicon.words("names", "before_places")
    return None if in_place else given


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _is_body(word: str) -> bool:
    """ "LUIS PRELL STREET", "ANA MARL BATTALION"."""
    return word in lexicon.words("names", "organisation") or word in lexicon.words("names", "place")


@lru_cache(maxsize=1 << 12)
def _is_role(word: str) -> bool:
    """Whether what follows the word may be whom it describes: "COUNCILMAN", "JESUITS", "23-YEAR-OLD"."""
    roles = _roles()
    return word in roles or (word.endswith("s") and word[:-1] in roles) or word.endswith("-year-old")


@cache
def _roles() -> frozenset[str]:
    keys = ("people", "combatant", "civilian", "officials")
    return frozenset(word for key in keys for word in lexicon.words("people", key)) - {"other", "source", "media"}


def _is_apposed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "THE MAYOR, X, HIS DRIVER", "A BISHOP, X, WAS": between the marks stands who it is."""
    is_behind = _word(tokens, first - 1) == "," and _is_role(_word(tokens, first - 2))
    return is_behind and _word(tokens, last) in (",", ".", "")


def _is_cued(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "THE MURDER OF X", "KILLED X", "X, 34," or "X WAS SHOT"."""
    words = lexicon.words
    before = _word(tokens, first - 1)
    if before in words("names", "before_places"):
        return False
    if before in words("names", "before_victims"):
        return True
    if before in ("of", "as", "that") and _word(tokens, first - 2) in words("names", "of_victims"):
        return True
    behind = [token.word for token in tokens[last : last + 5]]
    if behind[:1] == [","] and len(behind) > 1:
        is_aged = behind[1].isdigit() and len(behind[1]) == 2
        return is_aged or behind[1] in ("who", "whose", "alias") or _is_told(tokens, last + 1)
    return (
        bool(behind) and behind[0] in words("names", "auxiliaries") and not words("names", "harms").isdisjoint(behind)
    )


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """ ", COORDINATOR OF", ", A HIGHER COURT MAGISTRATE": what somebody is."""
    if tokens[at].word not in ("a", "an", "the", "former"):
        return _is_role(tokens[at].word)
    return any(_is_role(token.word) for token in tokens[at + 1 : at + 5])


def _is_listed(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the run goes on with a list: "A, B, AND C"."""
    between = [token.word for token in tokens[max(end, 0) : first]]
    return 0 < len(between) < 3 and all(word in (",", "and", ";") for word in between)


def _surnames(run: Run) -> Iterator[str]:
    tokens, first, last = run
    for token in tokens[min(first + 1, last - 1) : last]:
        word = token.word.removesuffix("'s")
        if len(word) > 3 and word not in _given() and word not in _inner():
            yield word


def _is_known(run: Run, surnames: set[str]) -> bool:
    tokens, first, last = run
    is_placed = _word(tokens, first - 1) in lexicon.words("names", "before_places")
    is_part = _word(tokens, first - 1) in lexicon.words("names", "before_parts")
    if is_placed or is_part or last - first > 3 or _is_body(_word(tokens, last)):
        return False
    return all(token.word.removesuffix("'s") in surnames for token in tokens[first:last])


def _name(run: Run, text: str) -> Name:
    tokens, first, last = run
    whole = Span.over(tokens, first, last)
    span = Span(whole.start, whole.end - 2) if tokens[last - 1].word.endswith("'s") else whole
    return Name(span, " ".join(span.of(text).split()), "person")
