"""Whom a verb is said of: the subject of its own clause, and nobody who has or suffers another verb already."""

import pytest

from tests.extract.reading import claims
from tests.extract.told import told


def words(text: str) -> list[tuple[str, str]]:
    """(harm, the words of the figure) of every claim that counts people."""
    return sorted((one.harm.value, one.count.text) for one in claims(text) if one.harm and one.count)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # who stands in the clause, and nobody before it
        ("Two women are in custody after a student was gunned down.", [("killed", "a student")]),
        ("Three men were held after a cook was shot dead in Vell.", [("killed", "a cook")]),
        ("Two men were arrested when a guard was stabbed.", [("injured", "a guard")]),
        ("Two men were held because their cousin was killed.", [("killed", "their cousin")]),
        ("The two women fled before their brother was killed.", [("killed", "their brother")]),
        ("Two people were arrested after four porters were killed.", [("killed", "four")]),
        ("Two women wept where a boy was gunned down.", [("killed", "a boy")]),
        # nobody at all stands in it
        ("3 of 4 suspects charged after a police dog was killed", []),
        ("Two men are held after a dog was killed.", []),
        ("Four men charged after a horse was shot.", []),
        ("Police came after Orsk was shelled.", []),
        # a name that nothing else tells to be a person's
        ("Both were taken to Marl Hospital, where Prell was pronounced dead.",
         [("injured", "Both"), ("killed", "Prell")]),
        ("The two were taken to Vell, where Ana Prell was declared dead.", [("killed", "Ana Prell")]),
        ("Police came after Danilo was shot.", [("injured", "Danilo")]),
        # a pronoun points before the clause
        ("Two women mourn a week after they were shot.", [("injured", "Two")]),
        ("Two men were charged on Monday after they were shot.", [("injured", "Two")]),
        ("Danilo died hours after he was shot.", [("killed", "Danilo")]),
        # a clause that harms nobody takes none of the harm before it
        ("Two people were killed after a gunman opened fire.", [("killed", "Two")]),
        ("Three nurses were hurt while Tom Marl was killed.", [("injured", "Three"), ("killed", "Tom Marl")]),
    ],
)  # fmt: skip
def test_a_clause_has_a_subject_of_its_own(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whom another verb harms has not the next one
        ("A man wounded in a raid that killed his brother died.", [("killed", "A man"), ("killed", "his brother")]),
        ("A man hurt in a fire that killed his two sons has died.", [("killed", "A man"), ("killed", "two")]),
        ("A driver wounded in a raid that killed three porters died on Monday.",
         [("killed", "A driver"), ("killed", "three")]),
        ("A cook, shot in a raid where two men were killed, died.", [("killed", "A cook"), ("killed", "two")]),
        ("A shooting that sent five cooks to a clinic has died down.", [("injured", "five")]),
        ("A man hurt in a shooting that sent five cooks to a clinic has died.",
         [("injured", "five"), ("killed", "A man")]),
        ("A crash sent two men to hospital and killed a girl.", [("injured", "two"), ("killed", "a girl")]),
        ("A raid that sent two men to the hospital killed three.", [("killed", "three")]),
        # who has a verb before the comma has no second
        ("A cook shot in a raid where two men were killed, died.", [("killed", "two")]),
        # "those" are told of nowhere
        ("Relatives of those killed by the blast wept.", []),
        ("Two nurses spoke of those killed by Orsk police.", []),
        ("Those killed by the blast were cooks.", []),
        ("Four of those killed by the mob were cooks.", [("killed", "Four")]),
        # whom "who" and "that" are said of
        ("Four were shot, including a girl that had succumbed.", [("injured", "Four"), ("killed", "a girl")]),
        ("Police said a porter that had succumbed was 40.", [("killed", "a porter")]),
    ],
)  # fmt: skip
def test_a_verb_is_said_of_whoever_is_left(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Guards opened fire and shot Prell dead.", ("Prell",)),
        ("Guards shot Danilo dead in Orsk.", ("Danilo",)),
        ("Gunmen shot Ana Prell dead.", ("Ana Prell",)),
        ("The blast left Danilo dead.", ("Danilo",)),
    ],
)
def test_whoever_is_shot_dead_has_the_name_between(text, persons):
    [claim] = claims(text)
    assert (claim.harm, claim.count.low, claim.persons) == ("killed", 1, persons)


def test_two_included_who_died_are_taken_out_of_the_hurt():
    assert told("Four were shot, including two girls who died.") == ["injured 2", "killed 2"]
