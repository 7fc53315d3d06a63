"""The range that a recorder puts down, in the words of recorders; invented."""

from __future__ import annotations

import pytest

from tests.extract.told import told

RANGES: list[tuple[str, list[str]]] = [
    ("A minimum number of dead was recorded as 15.", ["killed 15+"]),
    ("Castan has included an upper range of nine casualties.", ["killed 0-9"]),
    ("The desk has recorded a fatality range of two to four.", ["killed 2-4"]),
    ("The desk has used a 14-21 range in the fatality and injury fields.", ["injured 14-21", "killed 14-21"]),
    ("For Vell the desk has used a 2-2 range in the fatality field.", ["killed 2"]),
    ("Castan has put the injury range at 3 to 6 for this attack.", ["injured 3-6"]),
    ("An upper estimate of the fatality range was put at ten.", ["killed 0-10"]),
    ("The desk has set a range of at least 30 civilians killed and wounded.", ["injured 30+", "killed 30+"]),
    (
        "For civilian deaths Prell has used an upper range of two and, below, a lower estimate of one.",
        ["killed 0-2", "killed 1+"],
    ),
]
NO_RANGES = [
    "Some in Orsk cited a range between 12 and 17.",
    "The desk has used a range of 40 years for the men.",
    "The minimum number of militants has been recorded as three.",
    "An upper range of five has been set for the Prell family.",
    "The gunman used a range of five weapons in Vell.",
    "The mill has set a range of three to five for its prices.",
    "The rocket used has a range of 40 km.",
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_a_range_is_read_with_its_end(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_RANGES)
def test_other_ranges_count_nobody(text: str) -> None:
    assert told(text) == []
