"""Expressions of time: the quick search for where one can begin misses none that the whole pattern finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tollbook.annotate import mentions

WORDS = [
    "last",
    "this",
    "the",
    "in",
    "of",
    "early",
    "mid",
    "Jan.",
    "Sept",
    "May",
    "7",
    "7-8",
    "7th",
    "3-5",
    "2018",
    "18",
    "2018-02-07",
    "1/13/2018",
    "Tuesday",
    "tues",
    "night",
    "days",
    "week",
    "year",
    "ago",
    "two",
    "a",
    "24",
    "hours",
    "Christmas",
    "Eve",
    "new",
    "year's",
    "years’",
    "fourth",
    "July,",
    "over",
    "weekend",
    "before",
    "yesterday",
    "İn",
    "past",
]
GAPS = st.sampled_from([" ", "  ", "\n", "-", ", ", "", "/", "."])


@given(st.lists(st.tuples(st.sampled_from(WORDS), GAPS), max_size=30))
def test_all_that_the_pattern_finds_is_found(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    whole = [match.span() for match in mentions._pattern().finditer(text)]
    assert [match.span() for match in mentions._matches(text)] == whole
