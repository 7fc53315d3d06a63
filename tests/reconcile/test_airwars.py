"""The range that a recorder of strikes keeps, from what one report or several tell."""

from __future__ import annotations

from tests.reconcile.scenes import Scene, report, says
from tollbook.terms import Bound


def kept(scene: Scene) -> tuple[int | None, int | None]:
    toll = scene.toll("airwars")
    return toll.low, toll.high


def test_every_count_of_one_report_is_a_voice() -> None:
    text = "A house was hit. First reports told of 5 killed. By noon 8 were killed."
    assert kept(report("Herald", text, says("5 killed", 5, "5"), says("8 were killed", 8, "8"))) == (5, 8)


def test_the_dead_told_one_by_one_are_the_floor() -> None:
    text = "A house was hit. At first 2 killed. Ana Prell, Tom Prell and Abel Prell were killed. 4 were killed."
    names = ("Ana Prell", "Tom Prell", "Abel Prell")
    all_three = "Ana Prell, Tom Prell and Abel Prell"
    listed = says(f"{all_three} were killed", 3, all_three, persons=names)
    few, many = says("2 killed", 2, "2"), says("4 were killed", 4, "4")
    assert kept(report("Herald", text, few, listed)) == (3, 3)
    assert kept(report("Herald", text, few, listed, many)) == (4, 4)


def test_a_count_in_the_first_sentence_has_weighed_the_others() -> None:
    text = "At least 6 people were killed. The clinic counted 9 killed. Early on 4 killed were told of."
    least = says("At least 6 people were killed", 6, "At least 6", high=None, bound=Bound.AT_LEAST)
    assert kept(report("Herald", text, least, says("9 killed", 9, "9"), says("4 killed", 4, "4"))) == (6, 9)


def test_what_goes_on_about_an_earlier_count_opens_no_report() -> None:
    text = "A cook and a nurse were also killed. In all 7 were killed."
    also = says("A cook and a nurse were also killed", 2, "A cook and a nurse")
    assert kept(report("Herald", text, also, says("7 were killed", 7, "7")))[1] == 7


def test_one_of_those_killed_is_no_count() -> None:
    text = "A house was hit. One of those killed was a cook. In all 7 were killed."
    one = says("One of those killed", 1, "One")
    assert kept(report("Herald", text, one, says("7 were killed", 7, "7"))) == (7, 7)


def test_a_plural_beside_one_makes_the_high_two() -> None:
    text = "A house was hit. At noon one was killed. People were killed, the mayor said."
    some = says("People were killed", 2, "People", high=None, bound=Bound.VAGUE)
    assert kept(report("Herald", text, says("one was killed", 1, "one"), some)) == (1, 2)
