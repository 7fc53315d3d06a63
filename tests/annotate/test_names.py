"""Names, and who of them is a person, in plain and in upper-case text."""

import pytest

from tollbook.annotate.names import names
from tollbook.annotate.sentences import sentences
from tollbook.annotate.tokens import tokens


def persons(text: str) -> list[str]:
    return [one.text for one in names(text, [tokens(text, span) for span in sentences(text)]) if one.kind == "person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # by a title, a role, a given name
        ("THE ASSASSINATION OF MSGR OSKAR PRELL SHOCKED THE CITY.", ["OSKAR PRELL"]),
        ("COUNCILMAN ULDO CASTAN SPOKE TO THE PRESS TODAY.", ["ULDO CASTAN"]),
        ("YESTERDAY LUIS CASTAN MARL REPORTED ON THE TALKS.", ["LUIS CASTAN MARL"]),
        ("THE SPEECH OF ANA DE LA PRELL WAS BRIEF.", ["ANA DE LA PRELL"]),
        # by what is told of them
        ("THE MURDER OF ULDO MARLEZ WAS CONDEMNED.", ["ULDO MARLEZ"]),
        ("ULDO MARLEZ, 43, LIVED IN THE PORT.", ["ULDO MARLEZ"]),
        ("ULDO MARLEZ WAS SHOT AT NOON.", ["ULDO MARLEZ"]),
        ("ULDO MARLEZ, COORDINATOR OF THE LEAGUE, RESIGNED.", ["ULDO MARLEZ"]),
        ("JESUITS LUIS PRELL, ULDO MARLEZ, AND JOSE VELL MET.", ["LUIS PRELL", "ULDO MARLEZ", "JOSE VELL"]),
        ("THEY MET THE MAYOR, ULDO MARLEZ, HIS DRIVER, AND A CLERK.", ["ULDO MARLEZ"]),
        # by their whole name elsewhere
        ("LUIS MARLEZ CAME BACK.  MARLEZ SAID NOTHING.", ["LUIS MARLEZ", "MARLEZ"]),
        # places, bodies and plain words
        ("THE TOWN OF SAN LUIS WAS TAKEN BY THE REBELS.", []),
        ("TROOPS OF THE JOSE MARLEZ BATTALION ENTERED THE CITY.", []),
        ("THE ARMED FORCES ATTACKED THE CITY AT DAWN AND THEN WITHDREW.", []),
        ("AN EXPLOSION IN ULDO MARLEZ, NEAR THE COAST, DAMAGED A BRIDGE.", []),
    ],
)
def test_persons_are_found_where_capitals_tell_nothing(text, found):
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The driver, Ana Prell, was hurt.", ["Ana Prell"]),
        ('Police named Mark "Nick" Prell on Friday.', ['Mark "Nick" Prell']),
        ("He met Tomas Prell Jr. on Friday.", ["Tomas Prell Jr"]),
        ("Yesterday Duha al-Marl , Umm Iyad , and Sana Prell spoke.", ["Duha al-Marl", "Umm Iyad", "Sana Prell"]),
        ("He lives in Henry County near the Mary Prell Hospital.", []),
        ("The crash happened in Austin on Friday.", []),
        ("Members of the Hassan family fled.", []),
    ],
)
def test_persons_are_told_from_places_and_families(text, found):
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They named Ana June Castan and his son.", ["Ana June Castan"]),
        ("They named Ana Ramadan Castan and his son.", ["Ana Ramadan Castan"]),
        ("The dead are Tomas Prell, Ramadan Castan and Ana Marl.", ["Tomas Prell", "Ramadan Castan", "Ana Marl"]),
        ("On Monday June rain fell, and during Ramadan Orsk was calm.", []),
    ],
)
def test_a_month_between_capitals_is_part_of_a_name(text, found):
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police Chief Dara Moll said so.", ["Dara Moll"]),
        ("It was Orsk County Sheriff’s Sgt. Dara Moll who spoke.", ["Dara Moll"]),
        ("The wife of San Orlo Mayor Dara Moll was there.", ["Dara Moll"]),
        ("They met NYPD Detective Moll and left.", ["Moll"]),
        ("Prime Minister Dara Moll spoke.", ["Dara Moll"]),
        ("According to the Orsk Police Chief, Dara Moll, it was late.", ["Dara Moll"]),
        ("She was taken to Orsk General Hospital.", []),
        ("The Orsk Police Chief spoke.", []),
        ("They asked Ana King Prell and Adnan Sheikh Marl.", ["Ana King Prell", "Adnan Sheikh Marl"]),
    ],
)
def test_a_title_inside_a_run_of_capitals_begins_a_person(text, found):
    assert persons(text) == found
