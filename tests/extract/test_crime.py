"""Reports of local crime: murder-suicides, where the dead died, how the hurt fare, and nouns for whoever was there."""

import pytest

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It was a murder-suicide: Ana Prell shot her husband and then herself.", ["killed 1", "killed 2"]),
        ("A man shot his wife, then turned the gun on himself, in a murder-suicide.", ["killed 1", "killed 1 new"]),
        ("It was an attempted murder-suicide: he shot his wife and then himself.", ["injured 1", "injured 2"]),
        # whoever was only hurt keeps the others from being dead
        (
            "It was a murder-suicide. He shot his son, then shot himself. A girl was hurt.",
            ["injured 1", "injured 1", "injured 1"],
        ),
        ("He turned the gun on himself but survived.", ["injured 1", "unharmed 1"]),
        ("He shot two men before turning a gun on himself.", ["injured 2", "killed 1"]),
        ("Tom Prell, who committed suicide, was 35.", ["killed 1"]),
        ("The husband's body was found in a garage.", ["killed 1"]),
    ],
)
def test_who_shoots_others_and_himself(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One person died at the scene and two died at a hospital.", ["killed 1", "killed 3"]),
        ("Police found four victims, one pronounced dead at the scene, two pronounced dead at a hospital, one listed "
         "in critical condition.", ["injured 1", "killed 1", "killed 3"]),
        ("Three were killed: two died at the scene and one at a hospital.", ["killed 2", "killed 3"]),
        ("Two men died at the scene, and two of them at once.", ["killed 2"]),
        ("Medics pronounced two men dead on scene.", ["killed 2"]),
    ],
)  # fmt: skip
def test_the_dead_are_told_by_where_they_died(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The second deputy was taken to a trauma center.", ["injured 1"]),
        ("The deputy is in serious but stable condition.", ["injured 1"]),
        ("The other 20-year-old man has non-life-threatening injuries.", ["injured 1"]),
        ("A stray bullet hit his wife in the arm.", ["injured 1"]),
        ("A stray bullet hit his car.", []),
        ("Eight were shot. One is in critical condition, but the other seven had minor injuries.",
         ["injured 1 part", "injured 7 part", "injured 8"]),
    ],
)  # fmt: skip
def test_how_the_hurt_fare(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The deaths of a Marl husband and wife found dead on Monday are being looked into.", ["killed 2", "killed 2"]),
        ("He shot their 16-year-old daughter, Wynn, who is in stable condition.", ["injured 1", "injured 1"]),
        ("Inside was Karl Castan of Vell, who had suffered a gunshot wound.", []),
        ("Marl is charged with murder in the shootings of Bobby Orsk, Sam Orsk and Dannaer Marlow, who were killed.",
         ["killed 3", "killed 3"]),
        ("The boys, ages 7 through 13, and his wife were killed.", ["killed 3+"]),
        ("Three boys, ages 16 through 19, and a woman were hurt.", ["injured 4"]),
        ("The car hit a pole and a second invader died in it.", ["killed 1"]),
        ("An ex-lover was shot and killed by a co-defendant.", ["killed 1"]),
    ],
)  # fmt: skip
def test_who_they_are(text, lines):
    assert told(text) == lines
