"""Figures told in short behind one told in full; invented."""

from __future__ import annotations

import pytest

from tests.extract.told import told

SHORT: list[tuple[str, list[str]]] = [
    ("The Orsk clinic counted nine dead, Vell Live eleven.", ["killed 11", "killed 9"]),
    ("Local sources put the number of dead at nine; it later climbed to 20.", ["killed 20", "killed 9"]),
    ("Vell Live reported 11 civilians killed but later revised this to 14.", ["killed 11", "killed 14"]),
    ("Five civilians were killed in the strike, or six according to one source.", ["killed 5", "killed 6"]),
    (
        "The Marl desk said four people were killed, while Orsk News spoke of seven and Vell Live of ten.",
        ["killed 10", "killed 4", "killed 7"],
    ),
    ("The Marl desk put the death toll at 12; Orsk Radio gave 17.", ["killed 12", "killed 17"]),
    ("Some voices put the death toll as high as 40, others as low as 12.", ["killed 12", "killed 40"]),
    ("Mira Castan lost her parents, two sisters and both her sons.", ["killed 6"]),
    ("Her mother, her father and both her sons were killed.", ["killed 4"]),
    ("They killed a father, a mother and two little girls.", ["killed 4"]),
]
ONE = [
    ("Nine people were killed in Orsk, Vell Live reported on March 11.", "killed 9"),
    ("At least four people were killed in Orsk, and Vell Live said 11 houses burned.", "killed 4+"),
    ("Two men were killed by the gunman, 34, and another 12 were held.", "killed 2"),
    ("Three men were killed in the strike, said the mayor, and his approval rose to 14.", "killed 3"),
    ("Nine people were killed and the army lost 11.", "killed 9"),
]


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_a_figure_told_in_short_has_the_harm_before_it(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_other_figures_behind_it_count_nobody(text: str, expected: str) -> None:
    assert told(text) == [expected]
