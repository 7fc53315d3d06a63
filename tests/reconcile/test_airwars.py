"""The range that a recorder of strikes keeps, from what one report or several tell."""

from __future__ import annotations

from tests.reconcile.scenes import Scene, report, says
from tollbook.terms import Bound, SourceKind


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


def test_those_with_a_name_are_the_least_that_a_report_counts() -> None:
    text = "A house was hit. At first 9 were killed. Tributes helped to identify 12 of the victims. 15 were killed."
    few, many = says("9 were killed", 9, "9"), says("15 were killed", 15, "15")
    named = says("identify 12 of the victims", 12, "12")
    assert kept(report("Herald", text, few, named, many)) == (12, 15)


def test_some_whom_a_post_named_are_no_count() -> None:
    text = "A house was hit. A post identified two of the bakers killed. In all 4 were killed."
    named = says("identified two of the bakers killed", 2, "two")
    assert kept(report("Herald", text, named, says("4 were killed", 4, "4"))) == (4, 4)


def test_both_names_are_a_floor_and_no_count() -> None:
    text = "A house was hit. In all 4 were killed. Both names were matched with a list."
    assert kept(report("Herald", text, says("4 were killed", 4, "4"), says("Both names", 2, "Both"))) == (4, 4)


def test_one_list_longer_than_every_count_stands() -> None:
    names = ("Ana Prell", "Tom Marl", "Abel Castan", "Rima Voss", "Mira Prell")
    text = f"A house was hit. A post told of {', '.join(names)} killed. In all 4 were killed."
    listed = says(f"{', '.join(names)} killed", 5, ", ".join(names), persons=names)
    assert kept(report("Herald", text, listed, says("4 were killed", 4, "4"))) == (5, 5)


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


def test_around_thirty_is_put_down_as_thirty() -> None:
    around = says("Around 30 were killed", 27, "Around 30", high=33, bound=Bound.ABOUT)
    assert kept(report("Herald", "Around 30 were killed in Vell.", around)) == (30, 30)


def test_what_one_survivor_lost_is_no_least() -> None:
    text = "A house was hit. The baker lost nine relatives. In all 14 were killed."
    lost, all_dead = says("lost nine relatives", 9, "nine"), says("14 were killed", 14, "14")
    assert kept(report("Herald", text, lost, all_dead)) == (14, 14)
    assert kept(report("Herald", text, lost)) == (9, 9)


def test_one_with_a_name_is_no_count() -> None:
    text = "A house was hit. So far one of them has a name, Ana Prell. In all 7 were killed."
    named = says("one of them has a name, Ana Prell", 1, "one", persons=("Ana Prell",))
    assert kept(report("Herald", text, named, says("7 were killed", 7, "7"))) == (7, 7)


def test_a_range_that_the_report_puts_down_sets_its_ends() -> None:
    text = "A house was hit. The minimum number of dead was recorded as 4. The clinic counted 9 killed and 2 killed."
    least = says("minimum number of dead was recorded as 4", 4, "4", high=None, bound=Bound.AT_LEAST)
    assert kept(report("Herald", text, least, says("9 killed", 9, "9"), says("2 killed", 2, "2"))) == (4, 9)
    text = "A house was hit. An upper range of 7 was used. The clinic counted 9 killed and 2 killed."
    most = says("upper range of 7", 0, "7", high=7, bound=Bound.AT_MOST)
    assert kept(report("Herald", text, most, says("9 killed", 9, "9"), says("2 killed", 2, "2"))) == (2, 7)


def test_a_mere_minimum_is_a_count_as_any() -> None:
    text = "A house was hit. A minimum of 5 killed, the mayor said. The clinic counted 3 killed on the upper floor."
    least = says("minimum of 5 killed", 5, "minimum of 5", high=None, bound=Bound.AT_LEAST)
    assert kept(report("Herald", text, least, says("3 killed on the upper floor", 3, "3"))) == (3, 5)


def test_a_roll_a_little_longer_than_every_count_holds_some_twice() -> None:
    some, more = ("Ana Prell", "Tom Prell", "Abel Castan"), ("Rima Castan", "Mira Marl")
    lists = [", ".join(names) for names in (some, more)]
    text = f"A house was hit. {lists[0]} were killed. {lists[1]} were killed. The clinic counted 4 killed."
    told = [
        says(f"{one} were killed", len(names), one, persons=names)
        for one, names in zip(lists, (some, more), strict=True)
    ]
    assert kept(report("Herald", text, *told, says("4 killed", 4, "4"))) == (4, 4)


def test_a_figure_of_others_opens_no_report() -> None:
    text = "2 other cooks were killed. In all 7 were killed."
    other = says("2 other cooks were killed", 2, "2")
    assert kept(report("Herald", text, other, says("7 were killed", 7, "7"))) == (2, 7)


def test_a_first_sentence_with_several_counts_has_weighed_none() -> None:
    text = "Early on 5 were killed and in the end 8 were killed. Nothing else is known."
    assert kept(report("Herald", text, says("8 were killed", 8, "8"), says("5 were killed", 5, "5"))) == (5, 8)


def test_a_much_longer_list_of_names_outweighs_an_opening() -> None:
    names = ("Ana Prell", "Tom Marl", "Abel Castan", "Rima Voss", "Mira Prell")
    text = f"First 3 were killed. A post told of {', '.join(names)} killed."
    listed = says(f"{', '.join(names)} killed", 5, ", ".join(names), persons=names)
    assert kept(report("Herald", text, says("3 were killed", 3, "3"), listed)) == (5, 5)


def test_those_told_of_before_are_no_count_of_their_own() -> None:
    text = "A house was hit. In all 8 were killed. By night the three were found dead."
    three = says("the three were found dead", 3, "three")
    assert kept(report("Herald", text, says("8 were killed", 8, "8"), three)) == (8, 8)


def test_up_to_so_many_were_killed_and_some_have_a_name() -> None:
    names = ("Ana Prell", "Tom Marl", "Abel Castan")
    text = f"Up to 8 were killed. A post told of {', '.join(names)} killed."
    most = says("Up to 8 were killed", 0, "Up to 8", high=8, bound=Bound.AT_MOST)
    listed = says(f"{', '.join(names)} killed", 3, ", ".join(names), persons=names)
    assert kept(report("Herald", text, most, listed)) == (3, 8)


def test_a_plural_beside_another_voices_dozens_is_no_least() -> None:
    dozens = says("Dozens were killed", 24, "Dozens", high=99, bound=Bound.VAGUE)
    some = says("People were killed", 2, "People", high=None, bound=Bound.VAGUE)
    herald = report("Herald", "A house was hit. Dozens were killed.", dozens)
    post = report("Post", "A house was hit. People were killed.", some)
    assert kept(herald + post) == (12, 24)


def test_four_men_of_whom_others_tell_are_more_than_one_with_a_name() -> None:
    text = "Ana Prell was killed, her son wrote. Marl Aid said four men were killed."
    named = says("Ana Prell was killed", 1, "Ana Prell", persons=("Ana Prell",), by=[("son", SourceKind.RELATIVE)])
    four = says("four men were killed", 4, "four men", group="four men", by=[("Marl Aid", SourceKind.MONITOR)])
    assert kept(report("Herald", text, named, four)) == (4, 4)
