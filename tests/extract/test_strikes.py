"""Narratives of strikes, crashes and floods: the hurt without a number, and tolls in the words of many voices."""

import pytest

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Vell Radio, in addition to other sources, reported “injuries” from the strike.", ["injured 2+"]),
        ("Multiple sources mentioned “injuries” occurring from the strike.", ["injured 2+"]),
        ("Orsk Today reported that injuries had resulted from the raid.", ["injured 2+"]),
        ("“Martyrs” were reported by local sources.", ["killed 2+"]),
        ("Outlets stated that there were “martyrs and wounded” in Vell.", ["injured 2+", "killed 2+"]),
        ("The post spoke of dozens of martyrs and injured.", ["injured 24-99", "killed 24-99"]),
        ("There were injured, and a number killed, in Vell.", ["injured 2+", "killed 2+"]),
        # nobody tells of any, or of one alone
        ("Five martyrs and wounded were brought in.", ["killed 5"]),
        ("The raid left nine casualties, counting dead and wounded.", []),
        ("Two cooks were killed and a maid were “still missing”.", ["killed 2"]),
        ("The police did not report injuries.", []),
        ("She noted injuries to his neck.", []),
        ("He died of injuries sustained in the strike.", ["killed 1"]),
    ],
)
def test_the_hurt_and_dead_without_a_number_are_some(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The Vell Monitor put the total at ten.", ["killed 10"]),
        ("The Vell Monitor put the total at ten houses.", []),
        ("Estimates of the dead ranged from five to eight.", ["killed 5-8"]),
        ("The highest number given was 53, the lowest 30.", ["killed 30", "killed 53"]),
        ("It was the highest number of murders since 1990, of which 300 were reported.", []),
        ("The highest number of injured given was 53.", []),
        ("More than a hundred people were killed.", ["killed 101+"]),
        ("Nine killed, including four killed in a mill.", ["killed 4 part", "killed 9"]),
        ("Fifteen porters were injured in addition to 5 deaths.", ["injured 15", "killed 5"]),
        ("Sources, including Vell Live, said that 18 people, including six boys, were killed.",
         ["killed 18", "killed 6 part"]),
        ("Four were killed, among them a cook and her two daughters, and five more were injured.",
         ["injured 5", "killed 3 part", "killed 4"]),
        ("33 people had been killed under the rubble.", ["killed 33"]),
        ("Relatives listed the dead: Nadia Vell, 61, Rami Vell, 35, and Mona Prell.", ["killed 3"]),
    ],
)  # fmt: skip
def test_tolls_that_many_voices_give(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A ferry capsized off Port Miro, drowning 40 passengers.", ["killed 40"]),
        ("He saved a boy from drowning.", []),
        ("Nine miners were buried alive in Vell.", ["killed 9"]),
        ("A roofer fell to his death from a tower.", ["killed 1"]),
        ("Eight climbers froze to death.", ["killed 8"]),
        ("21 people were trampled to death.", ["killed 21"]),
        ("Six people lost their lives and 18 needed hospital treatment.", ["injured 18", "killed 6"]),
        ("One child was hurt by flying glass.", ["injured 1"]),
        ("One child was hurt by the news.", []),
        ("Five nurses were “slightly injured” in the raid.", ["injured 5"]),
        ("Two neighbours were pulled out with broken legs.", ["injured 2"]),
        ("A man was taken to hospital with serious injuries.", ["injured 1"]),
        ("A light aircraft was shot dead.", []),
    ],
)
def test_ways_to_die_and_to_be_hurt(text, lines):
    assert told(text) == lines


def test_the_hurt_of_a_bomb_are_none_of_its_dead():
    text = "The missile killed a couple. Their daughter suffered burns. Two neighbours suffered burns as well."
    assert told(text) == ["injured 1", "injured 2", "killed 2"]
    assert told(text.replace("missile", "fire")) == ["killed 2"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Local media reported that the death toll had risen from 4 to 9.", ["killed 9"]),
        ("The death toll ranged from four to nine.", ["killed 4-9"]),
        ("One source put the death toll at nine, another at eleven.", ["killed 11", "killed 9"]),
        ("The number of dead was given as six by Vell Radio and as eight by the clinic.", ["killed 6", "killed 8"]),
        ("A woman was killed, while the woman's husband survived with severe burns.", ["injured 1", "killed 1"]),
        ("A boy lost his hand when a bomblet exploded.", ["injured 1"]),
        ("The strike killed Samir Prell, a 45 year old civilian and resident of Marl.", ["killed 1"]),
        ("Three soldiers were machine-gunned to death.", ["killed 3"]),
        ("Rebels machine-gunned a bus.", []),
        ("No civilians were harmed.", ["injured 0", "killed 0"]),
        ("Two nurses were harmed by the raid.", []),
        ("Among the injured here are Pablo Marl, 53; Jose Orsk, 24; and Ana Castan.", ["injured 3 part"]),
        ("The assassinations of Pablo Marl, Jose Orsk, and of Luis Vell were condemned.", ["killed 1", "killed 2"]),
        ("The airstrike hit Vell. One post reported a fifth victim identified as Jamal Marl.", ["killed 1"]),
        ("Fourteen people drowned and six remain unaccounted for.", ["killed 14", "missing 6"]),
        ("The raid claimed the lives of 16 people and left seven with injuries.", ["injured 7", "killed 16"]),
    ],
)
def test_figures_that_move_and_names_behind_others(text, lines):
    assert told(text) == lines
