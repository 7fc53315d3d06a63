"""Reporting words in a sentence: verbs, and phrases such as "according to" that bring their source behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tollbook import lexicon
from tollbook.model import Token
from tollbook.terms import Stance

QUOTES = frozenset("\"'“”„«»‘’`")


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens [first, last) that report; `form` is verb, according, citing or carried."""

    first: int
    last: int
    form: str
    stance: Stance


def cues(tokens: Sequence[Token]) -> tuple[Cue, ...]:
    """The reporting words of a sentence, in order."""
    found: list[Cue] = []
    known = _phrases()
    for at in [at for at, (_, _, word) in enumerate(tokens) if word in known]:
        cue = _at(tokens, at) if not found or at >= found[-1].last else None
        if cue:
            found.append(cue)
    return tuple(found)


def _at(tokens: Sequence[Token], at: int) -> Cue | None:
    for words, form, stance in _phrases()[tokens[at].word]:
        last = at + len(words)
        if [token.word for token in tokens[at:last]] == list(words) and (form != "verb" or _reports(tokens, at, last)):
            return Cue(at, last, form, stance)
    return None


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str, Stance], ...]]:
    """First word -> (words, form, stance), the longest first."""
    table = lexicon.table("cues")
    listed = [(phrase, "verb", Stance(stance)) for stance, verbs in table["verbs"].items() for phrase in verbs]
    listed += [(phrase, form, Stance.ASSERTS) for form, phrases in table["prepositions"].items() for phrase in phrases]
    known: dict[str, list[tuple[tuple[str, ...], str, Stance]]] = {}
    for phrase, form, stance in listed:
        known.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), form, stance))
    return {first: tuple(sorted(some, key=lambda one: (-len(one[0]), one[1]))) for first, some in known.items()}


def _reports(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the verb reports here: "is said to", "the reports" and "to say" do not."""
    before = tokens[first - 1].word if first else ""
    after = tokens[last].word if last < len(tokens) else ""
    word = tokens[first].word
    is_noun = word.endswith("s") and before in ("media", "news")  # "media reports that …"
    if is_noun or before in lexicon.grammar("no_cue_behind"):
        return False
    if after in ("say", "said", "suggest", "suggested", "says"):
        return False
    if last - first == 1 and after in ("of", "to") and word not in ("said", "told", "reported"):
        return False
    if last - first == 1 and word in lexicon.words("cues", "weak.verbs"):
        return after in ("that", ":", ",") or after in QUOTES or before in QUOTES or before == ","
    return True
