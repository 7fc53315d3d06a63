"""Numbers out of numbers, ranks, ages and pronouns: how many a phrase stands for, and who is told of apart."""

import pytest

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # a share that only describes
        ("15 people, four of them children, were killed.", ["killed 15", "killed 4 part"]),
        ("The raid killed 15 people, four of them children.", ["killed 15", "killed 4 part"]),
        ("Four people, three of whom are children, were hurt.", ["injured 3 part", "injured 4"]),
        ("Four people were hurt, two of them seriously.", ["injured 4"]),
        ("Four children were among the 15 killed.", ["killed 15", "killed 4 part"]),
        ("Of the 30 dead, 12 were guards.", ["killed 12 part", "killed 30"]),
        ("Of the 30 people killed, 12 were guards.", ["killed 12 part", "killed 30"]),
        ("Two of the dead were nurses.", ["killed 2 part"]),
        ("Among the dead were Olek Prell and Danilo Castan.", ["killed 2 part"]),
        ("The dead were identified as Olek Prell and Danilo Castan.", ["killed 2"]),
        ("Nine were hurt, including at least five boys and three girls.",
         ["injured 3+ part", "injured 5+ part", "injured 9"]),
        ("Two were hurt, including a nurse who was shot.", ["injured 1 part", "injured 2"]),
        ("Four were shot, including a girl who did not survive.", ["injured 4", "killed 1"]),
        ("One of the men was wounded in the arm.", ["injured 1 part"]),
        ("The raid wounded three of his kin.", ["injured 3"]),
        # one out of many
        ("He was one of three people killed in the raid.", ["killed 1 part", "killed 3"]),
        ("Prell, one of three people killed in the raid, was a cook.", ["killed 1 part", "killed 3"]),
        ("He was one of nine miners who were wounded.", ["injured 1 part", "injured 9"]),
        ("One of the four dead was Olek Prell.", ["killed 1 part", "killed 4"]),
        ("Nine of the 50 fighters killed were from Orsk.", ["killed 50", "killed 9 part"]),
        ("Nine of the 50 fighters were killed.", ["killed 9"]),
        # some of whom died
        ("One of five people hurt in the fire has died.", ["injured 4", "killed 1"]),
        ("Two of the three men shot have died.", ["injured 1", "killed 2"]),
        ("Two of the five wounded died.", ["injured 3", "killed 2"]),
        ("Of the five men shot, two died.", ["injured 3", "killed 2"]),
        ("Four people were shot in Vell, and two did not survive.", ["injured 2", "killed 2"]),
        ("Three of the wounded later died.", ["killed 3"]),
        ("Four of the injured were flown to a hospital.", ["injured 4 part", "injured 4 part"]),
        ("One of the two people who died was a nurse.", ["killed 1 part", "killed 2"]),
        ("Two of the five people who were killed were cooks.", ["killed 2 part", "killed 5"]),
        ("Marl shot six people, killing four of them.", ["injured 2", "killed 4"]),
        ("Marl shot six people, killing four.", ["injured 2", "killed 4"]),
        ("Six people were shot, killing four of them.", ["injured 2", "killed 4"]),
        # none of whom
        ("None of the four people shot has life-threatening injuries.", ["injured 4"]),
        ("None of the four men hurt is a guard.", ["injured 4"]),
        ("None of the four people who died was a guard.", ["killed 4"]),
        ("None of the four who were shot died.", ["injured 4"]),
        ("None of the four people shot died.", ["injured 4", "killed 0"]),
        ("None of the four people died.", ["killed 0"]),
        ("None of the four people was killed.", ["killed 0"]),
        # numbers that are included
        ("Nine were hurt, including four in critical condition.", ["injured 4 part", "injured 9"]),
        ("Nine people were hurt, including four who were shot.", ["injured 4 part", "injured 9"]),
        ("Nine people were shot, including two who were in critical condition.", ["injured 2 part", "injured 9"]),
        ("Nine were killed, including four.", ["killed 4 part", "killed 9"]),
        ("At least nine people were shot, including four who died.", ["injured 5+", "killed 4"]),
        # how somebody fares who was hurt
        ("Three were shot. Two of them were in critical condition.", ["injured 2 part", "injured 3"]),
        ("One of them is in critical condition.", ["injured 1 part"]),
        ("Two were in critical condition.", ["injured 2 part"]),
        ("Two others were in critical condition.", ["injured 2"]),
        ("One man was in serious condition.", ["injured 1"]),
        ("Three people were shot. Two are in fair condition and one is in critical condition.",
         ["injured 1 part", "injured 2 part", "injured 3"]),
        ("There are three who are in serious condition, and two that are in critical condition.",
         ["injured 2", "injured 3"]),
    ],
)  # fmt: skip
def test_a_share_is_told_from_its_whole(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A boy of 14 was shot.", ["injured 1"]),
        ("The girl of six and a man of 40 were hurt.", ["injured 2"]),
        ("A mother of three was shot dead.", ["killed 1"]),
        ("A third victim was wounded.", ["injured 1"]),
        ("The third victim died.", ["killed 1"]),
        ("Three people were killed and a fourth was wounded.", ["injured 1", "killed 3"]),
        ("The 49 who died were cooks.", ["killed 49"]),
        ("The slain couple were cooks.", ["killed 2"]),
        ("Her parents, Ana Prell, 42, and Tom Prell, 45, were killed.", ["killed 2"]),
        ("The victims, two women in their 30s and an old man in his 60s, were taken to a hospital.", ["injured 3"]),
        ("They found a nurse and a cook, both 23, and another porter dead.", ["killed 3"]),
        # pronouns beside others
        ("Marl killed her and three other people.", ["killed 4"]),
        ("The blast killed him and two sailors.", ["killed 3"]),
        ("He and four others were wounded.", ["injured 5"]),
        ("Marl shot him and his two daughters.", ["injured 3"]),
        ("The blast killed her and her son.", ["killed 2"]),
        # ages in a row are no more people
        ("Three men, ages 17, 19, and 31, and three women were shot.", ["injured 6"]),
        ("Two men, ages 19 and 24, and 3 women were shot.", ["injured 5"]),
        ("Four boys, ages 9, 11, 12 and 15, died.", ["killed 4"]),
        ("The 14- and 18-year-olds were shot.", ["injured 2+"]),
        ("A man called 911 and died.", ["killed 1"]),
        ("911 men were killed.", ["killed 911"]),
        ("Marl has killed his two children and himself.", ["killed 3"]),
        ("Cook Kills Himself, 2 Children", ["killed 3"]),
        # headlines
        ("2 adults, 1 child dead in Vell", ["killed 3"]),
        ("3 girls, 1 man shot", ["injured 4"]),
        ("Police: 2 men, 1 boy killed in Orsk", ["killed 3"]),
        ("Third man dies after Vell blast", ["killed 1"]),
        ("Third victim dies", ["killed 1"]),
        ("Victim of drive-by shooting dies", ["killed 1"]),
        ("Woman in Vell fire dies", ["killed 1"]),
        ("Vell man, two children dead", ["killed 3"]),
        ("1 shooting victim has died", ["killed 1"]),
        # nobody
        ("Neither driver was hurt.", ["injured 0"]),
        ("Neither the driver nor the passenger was hurt.", ["injured 0"]),
        ("Nobody else was hurt.", ["injured 0 new"]),
        ("No one was killed or hurt.", ["injured 0", "killed 0"]),
        ("The depot burned without a single casualty.", ["injured 0", "killed 0"]),
        ("The depot burned without loss of life.", ["killed 0"]),
        # what is no number of people
        ("The 2014 Port Miro killings shook Vell.", []),
        ("Every person killed in the raid was a guard.", []),
        ("Approx. 40 people were killed.", ["killed 36-44"]),
        ("There may be as many as 15 dead.", ["killed 0-15 hedged"]),
    ],
)
def test_a_phrase_stands_for_as_many_as_it_says(text, lines):
    assert told(text) == lines
