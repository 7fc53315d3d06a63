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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A woman shot and killed her husband Sunday.", ["killed 1"]),
        ("The blast killed her cat.", []),
        ("Bar fight ends in gunfire; one dead, two critical", ["injured 2", "killed 1"]),
        ("A pair of brothers were wounded.", ["injured 2"]),
        ("One dead, pair wounded in Vell", ["injured 2", "killed 1"]),
        ("Coroner names couple found dead in Vell home", ["killed 2"]),
        ("Twin 13-year-old brothers were shot in Vell.", ["injured 2"]),
        ("He fatally shot both of his parents.", ["killed 2"]),
        ("Gunman fires on family, killing mom and grandmother", ["killed 2"]),
        ("Texas police: Father kills wife, son, daughter, then himself", ["killed 4"]),
        ("The victims, ages 16, 17 and 19, were shot.", ["injured 3"]),
        ("The brothers, 25 and 28, were wounded in the raid.", ["injured 2"]),
        ("The others, a man and a woman, were wounded.", ["injured 2"]),
        ("Police named a man and a woman who were found dead in their home.", ["killed 2"]),
        ("A judge denied bail for a man accused of killing his uncle.", ["killed 1"]),
        ("Bond was denied to a man who killed a clerk.", ["killed 1"]),
    ],
)
def test_who_is_harmed_is_told_in_many_ways(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Police say six people were hit.", ["injured 6"]),
        ("Two others were also struck and are expected to live.", ["injured 2"]),
        ("The houses were hit.", []),
        ("Gunfire from an alley hit nine people.", ["injured 9"]),
        ("Bullets struck two women as they slept.", ["injured 2"]),
        ("One boy was shot in the chest and another in the hand.", ["injured 1", "injured 1 new"]),
        ("One was shot in the hip and the other in the knee.", ["injured 1", "injured 1"]),
        ("A 16-year-old was shot in the jaw and a 20-year-old in the arm.", ["injured 1", "injured 1"]),
        ("A boy was shot in the foot and a girl in the park ran.", ["injured 1"]),
        ("Three people with non-life-threatening injuries were taken away.", ["injured 3"]),
        ("Both are expected to make full recoveries.", ["injured 2"]),
        ("Two victims arrived at the hospital in a private vehicle.", ["injured 2"]),
        ("A man drove himself to a hospital.", ["injured 1"]),
        ("A woman who was hit by a ricochet is at home.", ["injured 1"]),
        ("Two officers arrived at the hospital.", []),
        ("Two men died at the scene. A cook and a guard were taken to a hospital.", ["injured 2", "killed 2"]),
        ("A man was shot. He was taken to a hospital and died.", ["killed 1"]),
    ],
)
def test_how_they_were_hurt_and_where_they_came(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A deputy was shot in the arm and a man who fired at him was killed.", ["injured 1", "killed 1"]),
        ("Two men were shot and one was killed.", ["injured 1", "killed 1"]),
        ("A man was shot and later died.", ["killed 1"]),
        (
            "A man was killed. Deputy Tom Marl underwent surgery and is in good condition.",
            ["injured 1", "injured 1", "killed 1"],
        ),
        ("A boy who was among four people shot at a party died Tuesday.", ["injured 4", "killed 1"]),
        ("Off-duty deputy, two others shot in Vell", ["injured 3"]),
        ("Woman held for shooting husband", ["injured 1"]),
        ("Teen charged in friend's shooting death", ["killed 1"]),
        ("Mother, two sons died in Vell", ["killed 3"]),
        ("Guard killed, partner wounded in Vell", ["injured 1", "killed 1"]),
        ("Three soldiers of a partner force were killed.", ["killed 3"]),
        ("A man suspected of killing his parents was shot and wounded.", ["injured 1", "killed 2"]),
        ("A man driving with his wife and two sons was shot.", ["injured 1"]),
        ("A blast hurt a cook named Prell, who was taken to a hospital.", ["injured 1", "injured 1"]),
        ("Clerk kills one robber and hurts two", ["injured 2", "killed 1"]),
        ("The delay hurts two-thirds of the guards' claims.", []),
        ("Three officers were shot. All three were in stable condition.", ["injured 3", "injured 3"]),
    ],
)
def test_the_dead_and_the_hurt_of_one_report_are_told_apart(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The bodies of Tom Prell, 40, his wife, Ana, 38, and their two children were found.", ["killed 4"]),
        ("The woman was shot in the hip; the man, in the chest.", ["injured 1", "injured 1"]),
        ("Bullets also hit a 12-year-old boy and his grandmother.", ["injured 2"]),
        ("The robber fired, striking the clerk in the neck.", ["injured 1"]),
        ("The striking miners met in Vell.", []),
        ("He is charged with killing two people and wounding a third.", ["injured 1", "killed 2"]),
        ("Three of the victims were treated and released.", ["injured 3 part"]),
        ("The two were rushed to Marl Hospital, where one was pronounced dead.", ["injured 1", "killed 1"]),
    ],
)
def test_those_told_of_last_are_counted_too(text, lines):
    assert told(text) == lines
