"""Forms of words of harm that take their people in ways of their own."""

import pytest

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # the present tense of headlines
        ("Officer shoots man", ["injured 1"]),
        ("Officer shoots, kills man in Vell", ["killed 1"]),
        ("Deputies shoot and kill a suspect.", ["killed 1"]),
        ("Rebels kill 12 in Orsk", ["killed 12"]),
        ("Guns kill people.", []),
        ("The man wanted to kill two guards.", []),
        ("Officers had to shoot and kill a dog.", []),
        # whom a verb harms, and how it ends
        ("He opened fire, shooting two people.", ["injured 2"]),
        ("Shooting suspect Tom Marl was jailed.", []),
        ("Marl stabbed three men to death in his house.", ["killed 3"]),
        ("Marl is accused of shooting a nurse and a porter to death.", ["killed 2"]),
        ("Marl killed three people before taking his own life.", ["killed 1 new", "killed 3"]),
        ("The fire ended with sirens, sending three people to the hospital.", ["injured 3"]),
        ("A theft sent her to jail.", []),
        ("A gunman killed two people and then himself.", ["killed 3"]),
        ("Vell woman kills 5-year-old son, self", ["killed 2"]),
        ("He shot two women to death before turning the gun on himself.", ["killed 1 new", "killed 2"]),
        # what hits, and where
        ("The man was hit by four bullets.", ["injured 1"]),
        ("A boy was hit twice in his left leg.", ["injured 1"]),
        ("The rifle went off, and a bullet struck a shepherd in the chest.", ["injured 1"]),
        ("The house was hit by shells and bullets.", []),
        ("Two men sat in the car when it was hit by bullets.", []),
        ("A man was found with several gunshot wounds, including one to the neck.", ["injured 1"]),
        ("Two adult females and a male were shot.", ["injured 3"]),
        ("Deputies found a woman and a man who were shot.", ["injured 2"]),
        ("The suspect and the man who died had met before.", ["killed 1"]),
        ("The bodies of Ana Prell and her son were found.", ["killed 2"]),
        ("Marl was charged in the shooting that killed 9-year-old Mia Prell.", ["killed 1"]),
        # both, and what never came to pass
        ("Deputies say both men were pronounced dead.", ["killed 2"]),
        ("Both of them died at the scene.", ["killed 2"]),
        ("There should've been six people dead.", ["killed 6 hypothetical"]),
        ("The guard was nearly killed by a shell.", ["killed 1 hypothetical"]),
        ("Nearly 40 people were killed.", ["killed 36-44"]),
        # lives, counts, names of deeds
        ("The life of Olek Prell came to an end in Orsk.", ["killed 1"]),
        ("A raid took his eight-year-old daughter's life.", ["killed 1"]),
        ("Officials corrected the count to two.", ["killed 2"]),
        ("He lost the count at two.", []),
        ("A triple murder shook Vell.", ["killed 3"]),
        ("A woman is fighting for her life.", ["injured 1"]),
        ("The victims were treated for burns.", ["injured 2+"]),
        ("The boy was not taken to a hospital.", []),
        ("News crews captured images of Ana Prell and Tom Marl.", []),
        # what is no harm done
        ("Civilians are being killed in Vell every day.", []),
        ("The men should be shot, the mayor said.", ["injured 2+ hypothetical"]),
        ("He said that you were killed.", []),
        ("No pilgrim has ever been hurt there.", []),
        ("They talk of killing people.", []),
        ("The rebels could not survive the winter.", []),
        # both harms at once
        ("Eight youths have been injured or killed.", ["injured 0-8", "killed 0-8"]),
        ("A porter was killed and a 7-year-old boy was shot.", ["injured 1", "killed 1"]),
    ],
)
def test_words_of_harm_find_whom_they_harm(text, lines):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The neighbour of the boy who died was questioned.", "the boy"),
        ("The mother of the son of a man killed by the guard spoke.", "a man"),
        ("The family of an Orsk cook who died after being hurt spoke.", "an Orsk cook"),
        ("He fired, striking Fellan, who was killed.", "Fellan"),
        ("The driver of a Vella Model S van has been killed.", "The driver"),
        ("Guard Danilo Castan of 900 Garden Way was killed.", "Danilo Castan"),
        ("Prell said that a total of 11 people were killed.", "11"),
    ],
)
def test_the_dead_are_told_from_others_near(text, words):
    from tests.extract.reading import claims

    assert [one.count.text for one in claims(text) if one.harm == "killed"] == [words]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Two court zorbels were wounded.", ["injured 2"]),
        ("A zorbel was shot dead in Vell.", ["killed 1"]),
        ("The blast killed two zorbels.", ["killed 2"]),
        ("A fire killed a lodger and a navigator.", ["killed 2"]),
        ("Two dogs were killed.", []),
        ("A bill was killed in committee.", []),
    ],
)
def test_whoever_is_killed_or_hurt_is_a_person_though_no_list_has_the_noun(text, lines):
    assert told(text) == lines


def test_a_surname_alone_at_the_head_of_a_sentence_is_the_person_told_of():
    assert told("Danilo Castan, 41, was hurt at noon. Castan died at the scene.") == ["injured 1", "killed 1"]


def test_where_they_were_killed_tells_of_no_single_person():
    assert told("Castan was in the house where they were murdered.") == []
