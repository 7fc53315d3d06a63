"""How many of the dead have a name, as a report counts them; invented."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims

STRIKE = "An airstrike hit a mill in Vell. "
COUNTED: list[tuple[str, int, str]] = [
    ("Tributes by neighbours helped the desk to identify 12 of the victims.", 12, "identify 12 of the victims"),
    ("The desk could identify full or partial names of 41 fatalities.", 41, "identify full or partial names of 41"),
    ("So far only 14 names have been identified.", 14, "14 names have been identified"),
    (
        "All nine of the victims have by now been named.",
        9,
        "nine of the victims have by now been named",
    ),
    ("The desk identified 13 relatives by name.", 13, "identified 13 relatives"),
    ("Tom Prell then identified 28 relatives who had died.", 28, "identified 28 relatives"),
    ("The desk matched the victim's name with the clinic's list.", 1, "victim's name"),
    ("The desk matched the name of the civilian killed with a list.", 1, "the civilian"),
    ("Both names have been matched with the clinic's list of fatalities.", 2, "Both names"),
    ("All four names have been matched with the clinic's list.", 4, "All four names"),
]
NOBODY = [
    "The desk identified nine strikes.",
    "The desk found three more mills.",
    "The desk identified four injured victims.",
    "The desk has identified three fighters by name.",
    "The desk matched 12 names with the clinic's list.",
    "Both names are those of mills.",
    "Rima Castan's name was not found on the clinic's list of fatalities.",
    "Rima Castan's name was found on the list of guests.",
]


@pytest.mark.parametrize(("text", "many", "words"), COUNTED)
def test_those_with_a_name_are_counted_with_the_words_that_say_so(text: str, many: int, words: str) -> None:
    told = [one for one in claims(STRIKE + text) if one.harm == "killed" and one.count]
    assert [(one.count.low, one.count.high) for one in told if one.count] == [(many, many)]
    assert told[0].quote.startswith(words)


@pytest.mark.parametrize("text", NOBODY)
def test_other_names_count_nobody(text: str) -> None:
    assert not [one for one in claims(STRIKE + text) if one.harm == "killed" and one.count]


def test_who_is_on_a_list_of_the_dead_is_told_of_by_name() -> None:
    [one] = claims("Rima Castan's name was found on the clinic's list of fatalities.")
    assert (one.harm, one.persons) == ("killed", ("Rima Castan",))


def test_victims_of_a_shooting_who_have_a_name_may_live() -> None:
    assert not [one for one in claims("Shots were fired in Vell. Police identified three victims.") if one.count]


def test_who_is_found_dead_is_no_mere_name() -> None:
    text = "Police identified the two people found shot to death in a cart as Rima Castan, 24, and Tom Marl, 26."
    assert [(one.harm, one.count and one.count.low) for one in claims(text)] == [("killed", 2)]
