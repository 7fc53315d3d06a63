"""Which version of a document speaks, what a withdrawal takes out, and that the log of decisions shows tampering."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_document, a_reading
from tollbook.model import Decision, Reading
from tollbook.review import Verdict, first_broken, next_decision, speaking

WHEN = "2031-05-04T10:00:00+00:00"


def version(text: str, published: str | None = None, id: str = "d1") -> Reading:
    return a_reading(a_document(text, id, published=published))


def withdrawal(seen: Reading, earlier: tuple[Decision, ...] = ()) -> Decision:
    document = seen.document
    verdict = Verdict("withdraw", document.id, document.fingerprint, "a hoax", who="R. Ames", role="editor")
    return next_decision("log", earlier, verdict, WHEN)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (None, "2031-05-01"),
        (None, "about noon"),
        ("about noon", "2031-05-01"),
        ("2031-05-01", "2031-05-02"),
        ("2031-05-01", "2031-05-01T08:00:00"),
        ("2031-05-01T23:30:00-05:00", "2031-05-02T05:00:00Z"),
        ("2031-05-02T01:00:00+09:00", "2031-05-01T23:00:00+00:00"),
        ("0001-01-01T00:00:00+05:00", "9999-12-31T23:00:00-05:00"),
    ],
)
def test_the_version_published_last_speaks(older: str | None, newer: str | None) -> None:
    first, last = version("Four died.", older), version("Five died.", newer)
    for order in ([first, last], [last, first]):
        assert speaking(order, ()) == ((last,), ())


def test_of_versions_with_one_date_the_same_speaks_in_any_order() -> None:
    versions = [version(f"{number} died.", "2031-05-01") for number in range(9)]
    expected = speaking(versions, ())
    assert len(expected[0]) == 1
    for seed in range(5):
        assert speaking(random.Random(seed).sample(versions, 9), ()) == expected


def test_a_withdrawn_document_gives_nothing_and_no_older_version_speaks_in_its_stead() -> None:
    old, new, other = version("Four.", "2031-05-01"), version("Five.", "2031-05-02"), version("Six.", id="d2")
    assert speaking([old, new, other], [withdrawal(new)]) == ((other,), ())


def test_a_newer_version_speaks_and_leaves_the_decision_unresolved() -> None:
    old, new = version("Four.", "2031-05-01"), version("Five.", "2031-05-02")
    decision = withdrawal(old)
    assert speaking([old, new], [decision]) == ((new,), (decision,))


def test_a_second_decision_takes_the_newer_version_out_too() -> None:
    old, new = version("Four.", "2031-05-01"), version("Five.", "2031-05-02")
    first = withdrawal(old)
    second = withdrawal(new, (first,))
    assert speaking([old, new], [first, second]) == ((), (first,))


def test_a_decision_on_a_document_that_is_not_there_is_unresolved() -> None:
    decision = withdrawal(version("Four.", id="gone"))
    assert speaking([], [decision]) == ((), (decision,))


def a_log(length: int) -> tuple[Decision, ...]:
    rows: tuple[Decision, ...] = ()
    for number in range(length):
        rows += (withdrawal(version("Four.", id=f"d{number}"), rows),)
    return rows


def test_a_log_counts_and_chains_its_rows() -> None:
    rows = a_log(3)
    assert [row.sequence for row in rows] == [0, 1, 2]
    assert [row.previous for row in rows] == ["", rows[0].hash, rows[1].hash]
    assert first_broken(rows) is None


def test_two_logs_in_one_book_do_not_disturb_each_other() -> None:
    mine = a_log(2)
    theirs = next_decision("other", mine, Verdict("withdraw", "d9", "f", "why"), WHEN)
    assert (theirs.sequence, theirs.previous) == (0, "")
    assert first_broken((*mine, theirs)) is None


@given(st.integers(0, 3), st.sampled_from(["who", "role", "when", "why", "subject", "fingerprint", "content", "kind"]))
def test_any_change_to_any_row_shows(place: int, column: str) -> None:
    rows = list(a_log(4))
    rows[place] = replace(rows[place], **{column: "something else"})
    assert first_broken(rows) == rows[place]


@given(st.integers(0, 2))
def test_a_row_taken_out_shows(place: int) -> None:
    rows = list(a_log(4))
    del rows[place]
    assert first_broken(rows) == rows[place]
