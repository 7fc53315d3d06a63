"""Numbers: bounds, words, and what a number counts that is no people."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.annotate.numbers import numbers
from tollbook.annotate.tokens import tokens
from tollbook.lexicon import rank_of
from tollbook.model import Number, Span


def read(text: str, vague: str = "default") -> list[Number]:
    return list(numbers(tokens(text, Span(0, len(text))), vague)) if text else []


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "bound"),
    [
        ("eight people", "eight", 8, 8, "exact"),
        ("1,200 people", "1,200", 1200, 1200, "exact"),
        ("twenty-five men", "twenty-five", 25, 25, "exact"),
        ("two hundred and six villagers", "two hundred and six", 206, 206, "exact"),
        ("at least 12 people", "at least 12", 12, None, "at_least"),
        ("more than 100 fighters", "more than 100", 101, None, "at_least"),
        ("no fewer than nine", "no fewer than nine", 9, None, "at_least"),
        ("up to 40 miners", "up to 40", 0, 40, "at_most"),
        ("as many as 20 sailors", "as many as 20", 0, 20, "at_most"),
        ("fewer than ten", "fewer than ten", 0, 9, "at_most"),
        ("between 12 and 15 people", "between 12 and 15", 12, 15, "range"),
        ("200 to 300 injured", "200 to 300", 200, 300, "range"),
        ("12-15 people", "12-15", 12, 15, "range"),
        ("two or three people", "two or three", 2, 3, "range"),
        ("about 100 people", "about 100", 90, 110, "about"),
        ("an estimated 50 people", "an estimated 50", 45, 55, "about"),
        ("dozens of soldiers", "dozens", 24, 99, "vague"),
        ("a dozen women", "a dozen", 10, 14, "about"),
        ("two dozen women", "two dozen", 21, 27, "about"),
        ("scores of people", "scores", 40, 99, "vague"),
        ("a couple of men", "a couple", 2, 3, "vague"),
        ("several hundred people", "several hundred", 300, 900, "vague"),
        ("large numbers of men", "large numbers", 3, None, "vague"),
        ("no troops", "no", 0, 0, "exact"),
        ("the three-man crew", "three-man", 3, 3, "exact"),
        ("30 or more people", "30 or more", 30, None, "at_least"),
        ("between 10 to 11 men", "between 10 to 11", 10, 11, "range"),
        ("from eight to 25 men", "from eight to 25", 8, 25, "range"),
        ("at least 15 to 18 others", "at least 15 to 18", 15, 18, "range"),
        ("at least 15 and up to 25 men", "at least 15 and up to 25", 15, 25, "range"),
        ("between eight and more than 30 men", "between eight and more than 30", 8, 31, "range"),
        ("over 40 men", "over 40", 41, None, "at_least"),
        ("more than a dozen men", "more than a dozen", 13, None, "at_least"),
        ("half a dozen men", "half a dozen", 5, 7, "about"),
        ("least16 members", "least16", 16, None, "at_least"),
        ("an unknown number of men", "an unknown number", 2, None, "vague"),
        ("a large number of men", "a large number", 2, None, "vague"),
        ("tens of thousands of men", "tens of thousands", 20000, 99000, "vague"),
    ],
)
def test_a_number_has_its_words_and_its_bounds(text, words, low, high, bound):
    [number] = read(text)
    assert (number.span.of(text), number.low, number.high, number.bound, number.unit) == (words, low, high, bound, None)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Ana Prell, 34, lives there", "age"),
        ("aged 34 and well", "age"),
        ("34 years old today", "age"),
        ("five miles away", "distance"),
        ("for 20 minutes", "time"),
        ("$2 a month", "money"),
        ("on Feb. 7 it rained", "date"),
        ("on 7 February it rained", "date"),
        ("in December 2017 they left", "date"),
        ("On 20th October 2023, a child", "ordinal"),
        ("the second strike", "ordinal"),
        ("the 4th victim", "ordinal"),
        ("20 shots rang out", "objects"),
        ("two units had been hit", "objects"),
        ("three counts of murder", "objects"),
        ("Route 95 was closed", "address"),
        ("at 24 Elm Street", "address"),
        ("the 16400 block of Elm", "distance"),
        ("Ana Prell (51) died", "age"),
        ("both 19, were shot", "age"),
        ("the 14- and 18-year-olds", "age"),
        ("she called 911 and waited", "address"),
        ("the 999 caller wept", "address"),
        ("he dialled 112.", "address"),
    ],
)
def test_a_number_that_counts_no_people_says_what_it_counts(text, unit):
    assert read(text)[0].unit == unit


@pytest.mark.parametrize(
    "text", ["a 13-year-old boy", "122mm howitzers", "the T-72 tank", "an M-19 leader", "MQ-9", "a 7.62 rifle"]
)
def test_a_number_inside_a_word_is_none(text):
    assert [number for number in read(text) if number.unit is None] == []


def test_both_of_two_ages_are_ages():
    assert [number.unit for number in read("boys aged 9 and 12 were")] == ["age", "age"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("ages 17, 19, and 31, and three women", ["age", "age", "age", None]),
        ("aged 9, 11, 12 and 15, and two cooks", ["age", "age", "age", "age", None]),
        ("ages 19 and 24, and 30 porters", ["age", "age", None]),
    ],
)
def test_a_list_of_ages_ends_where_people_begin(text, units):
    assert [number.unit for number in read(text)] == units


@pytest.mark.parametrize("text", ["112 people were killed", "911 men", "999 civilians died", "1,112 called"])
def test_a_number_that_one_could_dial_may_count_people(text):
    assert [number.unit for number in read(text)] == [None]


@pytest.mark.parametrize(
    ("word", "rank"),
    [("first", 1), ("fifth", 5), ("5th", 5), ("22nd", 22), ("twentieth", 20), ("hundredth", 100),
     ("five", None), ("5", None), ("th", None), ("length", None)],
)  # fmt: skip
def test_an_ordinal_has_its_rank(word, rank):
    assert rank_of(word) == rank


@pytest.mark.parametrize(("text", "low"), [("a fifth victim", 5), ("the 4th man", 4), ("a third was hurt", 3)])
def test_a_rank_is_the_low_of_its_number_and_counts_nobody(text, low):
    [number] = read(text)
    assert (number.low, number.high, number.unit) == (low, None, "ordinal")


@pytest.mark.parametrize("text", ["this one hurt", "at 9:30 they left", "a 16-year old boy"])
def test_these_are_no_numbers(text):
    assert read(text) == []


def test_the_named_lexicon_decides_what_vague_words_are():
    assert [(n.low, n.high) for name in ("default", "acled", "airwars") for n in read("dozens of people", name)] == [
        (24, 99),
        (12, None),
        (24, None),
    ]


WORDS = [
    "at",
    "least",
    "about",
    "between",
    "and",
    "to",
    "12",
    "7",
    "dozen",
    "dozens",
    "hundred",
    "a",
    "two",
    "no",
    "several",
    "-",
    ",",
    "thousand",
    "million",
    "people",
    "or",
    "more",
    "34th",
    "of",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_numbers_stand_in_order_and_their_bounds_are_closed_rightly(text):
    found = read(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(n.low >= 0 and (n.high is None or n.low <= n.high) for n in found)
