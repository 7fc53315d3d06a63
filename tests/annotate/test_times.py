"""When: each expression of time, the day the report is written on, and what cannot be resolved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.annotate import times
from tollbook.model import Span

FRIDAY = "2018-02-09"


def found(text: str, published: str | None = FRIDAY) -> list[tuple[str, str, str]]:
    return [(time.span.of(text), time.start, time.end) for time in times.find(text, (), published) if time.span]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Two died on Tuesday.", "Tuesday", "2018-02-06", "2018-02-06"),
        ("Two died on Friday.", "Friday", "2018-02-09", "2018-02-09"),
        ("Two died last Friday.", "last Friday", "2018-02-02", "2018-02-02"),
        ("It fell Tuesday night.", "Tuesday night", "2018-02-06", "2018-02-06"),
        ("A hearing is scheduled for Monday.", "Monday", "2018-02-12", "2018-02-12"),
        ("Two died today.", "today", "2018-02-09", "2018-02-09"),
        ("Two died yesterday.", "yesterday", "2018-02-08", "2018-02-08"),
        ("It was hit overnight.", "overnight", "2018-02-08", "2018-02-09"),
        ("It was hit over the weekend.", "over the weekend", "2018-02-03", "2018-02-04"),
        ("It was hit last week.", "last week", "2018-01-29", "2018-02-04"),
        ("It was hit this week.", "this week", "2018-02-05", "2018-02-09"),
        ("It was hit earlier this month.", "earlier this month", "2018-02-01", "2018-02-09"),
        ("It was hit last month.", "last month", "2018-01-01", "2018-01-31"),
        ("It was hit last year.", "last year", "2017-01-01", "2017-12-31"),
        ("It was hit three days ago.", "three days ago", "2018-02-06", "2018-02-06"),
        ("It was hit two weeks ago.", "two weeks ago", "2018-01-23", "2018-01-29"),
        ("The strikes of Feb. 7 went on.", "Feb. 7", "2018-02-07", "2018-02-07"),
        ("The strikes of 7 February went on.", "7 February", "2018-02-07", "2018-02-07"),
        ("The strikes of Feb. 3-5 went on.", "Feb. 3-5", "2018-02-03", "2018-02-05"),
        ("It fell on November 30.", "November 30", "2017-11-30", "2017-11-30"),
        ("On October 23 2023 it fell.", "October 23 2023", "2023-10-23", "2023-10-23"),
        ("On October 7, 2023, it fell.", "October 7, 2023", "2023-10-07", "2023-10-07"),
        ("On 7th October, 2023, it fell.", "7th October, 2023", "2023-10-07", "2023-10-07"),
        ("On the 7th of October 2023 it fell.", "the 7th of October 2023", "2023-10-07", "2023-10-07"),
        ("It fell on 2018-02-07.", "2018-02-07", "2018-02-07", "2018-02-07"),
        ("It fell on 02/17/2017.", "02/17/2017", "2017-02-17", "2017-02-17"),
        ("They left in December 2017.", "December 2017", "2017-12-01", "2017-12-31"),
        ("They left in late December 2017.", "late December 2017", "2017-12-21", "2017-12-31"),
        ("They left in December.", "December", "2017-12-01", "2017-12-31"),
        ("The January shooting is solved.", "January", "2018-01-01", "2018-01-31"),
        ("It began in 2015.", "2015", "2015-01-01", "2015-12-31"),
        ("It fell on New Year’s Eve.", "New Year’s Eve", "2017-12-31", "2017-12-31"),
    ],
)
def test_an_expression_is_the_days_it_means(text: str, words: str, start: str, end: str) -> None:
    assert found(text) == [(words, start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "On February 31, nothing.",
        "It may 7 times fall; they march 3 miles.",
        "It fell on 03/04/2017.",  # 3 April or 4 March
        "The year 9999-99-99 is far.",
        "Tuesdays are quiet.",
        "In 2015 rounds of fire? 20155 rounds.",
    ],
)
def test_what_is_no_day_gives_none(text: str) -> None:
    assert [words for words, _, _ in found(text) if words not in ("2015",)] == []


def test_without_any_anchor_only_whole_dates_are_resolved() -> None:
    assert found("It fell on Tuesday, over the weekend, on Feb. 7 and last year.", None) == []
    assert found("It began in 2015, they said on Tuesday.", None) == [("2015", "2015-01-01", "2015-12-31")]


@pytest.mark.parametrize(
    ("text", "published", "words", "start"),
    [
        ("PORT ORRIN, 3 JAN 90 (VLP) -- TWO MEN DIED YESTERDAY.", None, "YESTERDAY", "1990-01-02"),
        ("PORT ORRIN, 3 Jan. 2018 (Vela) — Two men died Tuesday.", None, "Tuesday", "2018-01-02"),
        ("LUGO COUNTY, Tern. (Aug. 28, 2015) – Two died Thursday.", "2018-05-01", "Thursday", "2015-08-27"),
        ("Posted: 5:12 PM, May 5, 2016\nTwo died Wednesday.", "2019-01-01", "Wednesday", "2016-05-04"),
        ("PORT ORRIN, 8 Feb. 2018 — Two died Tuesday.", FRIDAY, "Tuesday", "2018-02-06"),
    ],
)
def test_a_dateline_is_the_report_s_day_where_publication_is_absent_or_weeks_off(
    text: str, published: str | None, words: str, start: str
) -> None:
    assert (words, start, start) in found(text, published)


def test_dates_in_the_text_fix_each_other() -> None:
    text = "They withdrew in December 2017. The raids of Feb. 7 killed two, he wrote on Thursday."
    assert found(text, None) == [
        ("December 2017", "2017-12-01", "2017-12-31"),
        ("Feb. 7", "2018-02-07", "2018-02-07"),
        ("Thursday", "2018-02-01", "2018-02-08"),
    ]


def test_a_weekday_beside_the_date_wins_over_a_publication_date_that_is_the_crawl_s() -> None:
    assert found("It fell on Wednesday, Feb. 7, they said.", "2020-06-01")[0][1] == "2018-02-07"


def test_upper_case_text_is_read_too() -> None:
    text = "THE MASS TOOK PLACE ON 30 DECEMBER. THEY MAY COME ON MONDAY."
    assert [words for words, _, _ in found(text)] == ["30 DECEMBER", "MONDAY"]


def test_a_word_of_the_future_in_another_sentence_changes_nothing() -> None:
    text = "It will rain. Two died Tuesday."
    sentences = (Span(0, 13), Span(14, 31))
    assert [time.start for time in times.find(text, sentences, FRIDAY)] == ["2018-02-06"]


@given(
    st.text(alphabet=st.sampled_from("Feb. 731TuesdayMonth,0129/-JAN\n lastweg—()"), max_size=200),
    st.none() | st.dates(),
)
def test_every_interval_points_at_words_and_runs_forward(text: str, day: object) -> None:
    for time in times.find(text, (), None if day is None else str(day)):
        assert time.span is not None
        assert time.span.of(text).strip()
        assert time.start <= time.end


@pytest.mark.parametrize("piece", ["Feb. ", "7 ", "the 7 of ", "last ", "in ", " ", "Tuesday ", "1/1/"])
def test_a_long_run_of_anything_is_read_to_its_end(piece: str) -> None:
    text = piece * 20_000 + ". Feb. 7, 2018"
    assert times.find(text, (), None)[-1].start == "2018-02-07"
