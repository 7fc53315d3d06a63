"""Whether "shot" and the word behind it hit nobody: "shot at officers" does not, "shot at a party" and "shot twice" do.

| told | hit |
|---|---|
| "was shot at a party", "two shot at Vell apartments", "was shot several times", "shot through the leg" | somebody |
| "was shot at by two men", "shot at two officers", "shot out a window", "shot several rounds" | nobody |
"""

from __future__ import annotations

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.nouns import AGED, noun

# So many words name a place: "at the | Harbour Hill senior citizens center".
PLACE = 7
# "shot through | the lower left leg": the part of the body stands within so many tokens.
BODY = 4
# "A nurse | shot": the article stands so near.
LED = 3


def is_aimed(line: Line, first: int, last: int) -> bool:
    """Whether the word at [first, last) only tells of a shot that was fired."""
    after = line.word(last)
    if after not in lexicon.words("harm", "decoys.after_shot"):
        return False
    is_passive = _is_passive(line, first)
    if after == "at":
        return not (_is_placed(line, last + 1) if is_passive else _is_bare(line, first) and _is_place(line, last + 1))
    if after in ("several", "multiple"):
        return not (_is_times(line, last + 1, is_passive or _is_bare(line, first)) or _is_people(line, last + 1))
    if after == "through":
        return lexicon.words("harm", "hits.body").isdisjoint(line.words(last, last + BODY + 1))
    return not (after == "from" and is_passive)


def _is_passive(line: Line, at: int) -> bool:
    at -= 1
    while line.word(at) in lexicon.grammar("adverbs") and line.word(at) not in lexicon.grammar("be") | {"found"}:
        at -= 1
    return line.word(at) in lexicon.grammar("be") | {"found"}


def _is_bare(line: Line, at: int) -> bool:
    """ "Two men | shot", "A nurse | shot", "5 | shot": a headline's people, and not "the man | shot"."""
    before = line.word(at - 1)
    is_people = noun(before) is not None or AGED.fullmatch(before) is not None
    is_number = any(end == at and one.unit is None for one, end in line.numbers.values())
    return (is_people or is_number) and lexicon.grammar("owners").isdisjoint(line.words(at - LED, at))


def _is_placed(line: Line, at: int) -> bool:
    """ "was shot at | a party", "at | least twice", "at | 3 a.m.", but "was shot at | by two men", "at | 11 times"."""
    word = line.word(at)
    if at in line.numbers:
        return "times" not in line.words(at, at + 3)
    is_led = word in lexicon.grammar("owners") or word in ("a", "an", "another", "least", "close", "point-blank")
    is_name = at in line.names or (bool(word) and line.text[line.tokens[at].start].isupper())
    return is_led or is_name or _is_place(line, at)


def _is_place(line: Line, at: int) -> bool:
    """Whether the words behind "at" end in a place, and not in people: "Vell City | park", "a store | clerk"."""
    found = False
    for index in range(at, at + PLACE):
        word = line.word(index)
        is_led = index == at and (word in lexicon.grammar("owners") or word in ("a", "an", "another"))
        if not is_led and (word in lexicon.grammar("stops") or not word[:1].isalnum()):
            break
        found = word in lexicon.words("harm", "aimed.places") or (found and noun(word) is None)
    return found


def _is_times(line: Line, at: int, is_people: bool) -> bool:
    """ "was shot several | times", but "fired several | times at a car"."""
    return is_people and line.word(at) == "times" and line.word(at + 1) not in ("at", "into", "toward", "towards")


def _is_people(line: Line, at: int) -> bool:
    known = noun(line.word(at))
    return known is not None and known[1]
