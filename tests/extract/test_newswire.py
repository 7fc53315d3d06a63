"""Upper-case newswire: who is named in an apposition, whom a murder is of, and which groups a list keeps apart."""

import pytest

from tests.extract.reading import claims


def named(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.harm, one.persons) for one in claims(text) if one.count]


def counted(text: str) -> list[tuple[str, int, int | None]]:
    return [(one.harm, one.count.low, one.count.high) for one in claims(text) if one.count]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Prell, one of the best-known judges in Orsk, was assassinated.", [("killed", ("Ana Prell",))]),
        ("Ana Prell, one of the three leaders of the union, was found dead.", [("killed", ("Ana Prell",))]),
        ("Tom Marl, another union leader, was killed in Vell.", [("killed", ("Tom Marl",))]),
        ("The injured officer is Tom Marl.", [("injured", ("Tom Marl",))]),
        ("The two other wounded nuns are Ana Prell and Mia Castan.", [("injured", ("Ana Prell", "Mia Castan"))]),
        ("The driver who was killed has been identified as Tom Marl.", [("killed", ("Tom Marl",))]),
        ("The driver who was not wounded was identified as Tom Marl.", [("unharmed", ("Tom Marl",))]),
        ("The murder of Ana Prell and of Tom Marl was condemned.",
         [("killed", ("Ana Prell",)), ("killed", ("Tom Marl",))]),
        ("Gunmen gunned down Judge Tom Marl in Vell.", [("killed", ("Tom Marl",))]),
        ("The assassins of Tom Marl were never found.", [("killed", ("Tom Marl",))]),
    ],
)  # fmt: skip
def test_whoever_is_told_of_beside_a_name_is_named(text, told):
    assert named(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what they do keeps groups apart, whosever they are; sex and age alone do not
        ("The murder of the six priests and the two maids.", [("killed", 6, 6), ("killed", 2, 2)]),
        ("Six priests and two women were killed.", [("killed", 6, 6), ("killed", 2, 2)]),
        ("The death of six monks and their two maids.", [("killed", 6, 6), ("killed", 2, 2)]),
        ("A boy and two women were killed.", [("killed", 3, 3)]),
        ("The murder of six priests and two maids was condemned.", [("killed", 6, 6), ("killed", 2, 2)]),
        ("The deaths of an Orsk County couple and their three children is under review.", [("killed", 5, 5)]),
        # how they were killed
        ("Three porters were brutally murdered.", [("killed", 3, 3)]),
        ("Also wounded in the raid was a clerk.", [("injured", 1, 1)]),
        ("The fatality was a clerk.", [("killed", 1, 1)]),
        ("The killings during the past two days of a judge shook Orsk.", [("killed", 1, 1)]),
        # whom a murder is of
        ("The murders of judges, officials and porters went on.", [("killed", 2, None)] * 3),
        ("The massacres of peasants in Orsk are known.", [("killed", 2, None)]),
        ("The priests' murder was never solved.", [("killed", 2, None)]),
        # what is done, and to nobody in particular
        ("The murder of judges must end.", []),
        ("They are killing peasants.", []),
        ("The assassins of priests and of peasants remain free.", []),
        ("He was calling for the murder of Ana Prell.", []),
        ("The plan should keep judges from being murdered.", []),
        # a verb ends the noun before it
        ("The badly burned man died.", [("killed", 1, 1)]),
    ],
)
def test_newswire_counts_each_group_once(text, told):
    assert counted(text) == told
