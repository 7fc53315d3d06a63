"""Reports of local shootings: how headlines, hospitals and gunfire tell who was killed and hurt."""

import pytest

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A man was shot at his home.", ["injured 1"]),
        ("Four people were shot at a party in Marl.", ["injured 4"]),
        ("Five teens shot at Vell City park, one fatally", ["injured 4", "killed 1"]),
        ("3 shot at block party", ["injured 3"]),
        ("He was shot several times.", ["injured 1"]),
        ("Man shot multiple times in Vell", ["injured 1"]),
        ("Three men were shot through the legs.", ["injured 3"]),
        ("The girl was shot from behind.", ["injured 1"]),
        ("A nurse was shot at 3 a.m. in Vell.", ["injured 1"]),
        ("Two men shot at officers.", []),
        ("A man shot at a store clerk.", []),
        ("He was shot at by two men.", []),
        ("The car was shot at 11 times.", []),
        ("The suspect shot several times at a car.", []),
        ("Tom Marl shot out a window.", []),
    ],
)
def test_a_shot_at_a_place_hit_somebody_and_one_at_people_need_not(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # behind a verb or a preposition
        ("Police ID man killed in Vell raid", ["killed 1"]),
        ("Vigil held for teen killed by stray bullet", ["killed 1"]),
        ("Police seek gunman after man wounded in Vell", ["injured 1"]),
        ("Shootout leaves robber dead", ["killed 1"]),
        ("Mother speaks after son shot to death", ["killed 1"]),
        # whom a noun or a verb of harm has
        ("Arrest made in fatal shooting of clerk", ["killed 1"]),
        ("Man gets 40 years for killing of ex-girlfriend", ["killed 1"]),
        ("Man pleads guilty to killing roommate over rent", ["killed 1"]),
        ("Marl man kills neighbor, shoots neighbor's wife", ["injured 1", "killed 1"]),
        ("Man killed ailing wife, self", ["killed 2"]),
        ("Man kills girlfriend, then himself, at diner", ["killed 2"]),
        ("Officer killed teen in Vell", ["killed 1"]),
        ("Raid leads to killing of civilian trade", []),
        ("The killing of nurse Ana Prell shocked Vell.", ["killed 1"]),
        # who else speaks in reports
        ("Deputy wounded, suspect killed in shootout", ["injured 1", "killed 1"]),
        ("Police officer killed, three wounded in Vell", ["injured 3", "killed 1"]),
        ("Teen killed, friend injured after gun goes off", ["injured 1", "killed 1"]),
        ("Man, 19, killed; girl, 6, hurt in Vell", ["injured 1", "killed 1"]),
    ],
)
def test_a_headline_leaves_the_article_out(text, lines):
    assert told(text) == lines
