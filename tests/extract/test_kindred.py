"""Kin in lists, lists of the dead, and other ways of telling of people one by one."""

import pytest

from tests.extract.reading import claims, figures

K, H = "killed", "injured"


@pytest.mark.parametrize(
    ("text", "many"),
    [
        # company
        ("Tom Marl, who was killed with his aunt, Lina Marl, her son Abel Castan and Abel’s small"
         " daughter, was 50.", 4),
        ("Tom Marl was killed, as was his wife Rima , their sons Abel Marl, Tim Marl and Sam Marl ,"
         " and his cousin.", 6),
        ("Tom Marl (52) was killed with his two sons, Abel (11) and Tim.", 3),
        ("Her three sons, Abel , Tim , and Sam were killed, as was her niece, 5-year-old Lina .", 4),
        ("Rima Prell was killed with two of her children.", 3),
        ("Uncle and niece Tom Prell (28) and Lina Prell (9) were killed, along with their cousin Sam Prell (2).", 3),
        ("They said that Tom Prell was killed, along with 13 members of his family.", 14),
        ("Tom Prell died in the raid along with his two sons 7-year-old Abel Prell and 9-year-old Tim Prell .", 3),
        ("A woman named Rima Prell was killed, with her son Tom Prell, Tom’s wife Lina Castan , along with their"
         " daughters Ana Prell and Eva Prell, and her uncle.", 6),
        ("Abel Prell was killed alongside his wife, a 44-year old nurse Lina Prell .", 2),
        ("Some called Tom Prell a poet killed in his shop with four other members of his family.", 5),
        # whose they are
        ("Rima’s mother and father , as well as her brother , were also killed.", 3),
        ("Rima’s son Abel was killed.", 1),
        ("The wife of surviving Tom Prell was killed.", 1),
        ("A 29-year old wife of Tom Prell named Rima Prell (Castan) , and their two sons Abel Prell"
         " and Tim Prell died.",
         3),
        ("The mother of Tom, Rima Prell was killed alongside their nieces – five-year-old girl Ana Prell and"
         " two-year-old girl Eva Prell.", 3),
        ("Tom’s wife, 33-year-old Rima Prell , was killed with their children: their four-year-old son Abel Prell , and"
         " daughters Ana Prell (7) and Eva Prell (8).", 4),
        ("Lina Prell was killed together with her sons, 14-year old Abel Marl (Castan) and 15-year"
         " old Tim Marl (Castan),"
         " as well as Tim’s small son .", 4),
        # ages in words
        ("Ana Prell, three years old, and less than a month old Tim Prell were also killed.", 2),
        ("Their two sons, 20- or 21-year old Tom Prell and 17-year old Abel Prell , were killed.", 2),
        ("Several other boys were killed: four year old Tim Prell , Abel Prell, six/seven year old"
         " Tom Prell , and their"
         " cousin 11 year old Sam Prell .", 4),
        # lists of the dead
        ("The deceased were identified as Tom Prell and Rima Castan.", 2),
        ("The dead have been identified by the coroner’s office as Tom E. Prell, 41, of the 300"
         " block of Mill Street, and"
         " Abel Marl, 19.", 2),
        ("He told of the Prell family members killed as Tom Prell , his brother Abel Prell (also"
         " known as Sam), his wife,"
         " Rima Prell , and their two children.", 5),
        ("Neighbours read the names of the killed relatives as: 50-year-old Tom Prell ; his wife,"
         " Rima Prell ; and their"
         " two daughters, 12-year-old Ana Prell and 10-year-old Eva Prell .", 4),
        ("Killed in the raid were Tom Prell, Rima Prell and Abel Castan.", 3),
        ("The martyrs are: Tom Prell, Rima Prell and Abel Castan.", 3),
        ("Among those killed were Tom Prell and Rima Castan.", 2),
        # nouns of harm
        ("He lost his wife and two children in the fire.", 3),
        ("Police are investigating the man's death.", 1),
        ("Tom Prell's murder was condemned.", 1),
        ("The march follows the death yesterday of nine people in Vell.", 9),
        ("The total number of civilians killed in the raid had risen to 31 by dawn.", 31),
        ("Men are wrapping a dead body near the well.", 1),
        # whom a verb is said of
        ("Tom Marl shared a post for his cousin, Rima Castan , who was also reported killed.", 1),
        ("He had no reports on the raid in which another guard was slain.", 1),
        ("The leader, Tom Prell, a member of the council, was martyred.", 1),
        ("A third unnamed member of the Prell family was also killed.", 1),
        ("Mother of 8-Year-Old Boy Killed in Vell Speaks Out", 1),
        ("“14 [members] of [his] family” were killed.", 14),
        ("A man and two children are dead in Vell.", 3),
        ("Two men shot, killed near the mall", 2),
    ],
)  # fmt: skip
def test_everyone_told_of_is_counted_once(text, many):
    assert figures(text) == {(K, many, many)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tom Prell and his family were killed.", {(K, 2, None)}),
        ("The Prell family was killed.", {(K, 1, None)}),
        ("At least another 12 villagers were killed.", {(K, 12, None)}),
        ("The post told of “martyrs and injuries” in Vell.", {(K, 2, None), (H, 2, None)}),
        ("A cook was killed, and there were several injuries.", {(K, 1, 1), (H, 3, 9)}),
        ("One user wrote about two injured miners.", {(H, 2, 2)}),
        ("The post reported dozens of injuries.", {(H, 24, 99)}),
        ("Ana Prell and Tom Marl sustained injuries but survived the raid.", {(H, 2, 2)}),
        ("At least five other family members sustained injuries.", {(H, 5, None)}),
        ("Two women in their 30s and a man in his 50s were taken to Vell Hospital.", {(H, 3, 3)}),
        ("A woman was hit in the arm.", {(H, 1, 1)}),
        ("Shots rang out in the yard, hitting three people.", {(H, 3, 3)}),
        ("Man shot himself, police say", {(H, 1, 1)}),
        ("He killed three people before killing himself.", {(K, 3, 3), (K, 1, 1)}),
        ("16-Year-Old Accidentally Shot", {(H, 1, 1)}),
    ],
)  # fmt: skip
def test_other_ways_of_telling(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Those killed were Umm Rafi Prell, along with her two sons, Tom Prell and Abel Prell, and"
         " her infant niece, Lina"
         " Prell .", ("Umm Rafi Prell", "Tom Prell", "Abel Prell", "Lina Prell")),
        ("Her two sons died with her: 6-year-old Tom Prell and nine-year-old Abel Prell .", ("Tom"
         " Prell", "Abel Prell")),
        ("Tom Prell, the husband of Lina Prell, and their two daughters, an 8-year old Ana Prell and a 9-year old"
         " Eva Prell , were also killed.", ("Tom Prell", "Ana Prell", "Eva Prell")),
    ],
)  # fmt: skip
def test_the_names_are_those_of_the_dead_alone(text, persons):
    [claim] = claims(text)
    assert claim.persons == persons


def test_the_victims_are_dead_only_where_the_story_says_so():
    named = "The victims were identified as Tom Marl, 21, and Abel Prell, 25."
    assert figures(named) == set()
    assert (K, 2, 2) in figures(f"Two men died in Vell. {named}")
    assert (K, 2, 2) not in figures(f"Two men were shot in Vell and one died. {named}")


@pytest.mark.parametrize(
    "text",
    [
        "The spy had the mission of assassinating President Prell.",
        "They demanded to halt the murder of activists.",
        "No casualty figure was given for this attack.",
        "The rebels burned half a field of coffee.",
        "She shared the names of all of the miners killed.",
        "The children were taken to school.",
        "Two other cars were hit in the yard.",
    ],
)
def test_nobody_is_harmed_by_these(text):
    assert figures(text) == set()


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Also killed were the wife of Tom, Rima Prell , and their sons Abel Prell and Tim Prell.", 3),
        ("Posts identified Rima Prell, her daughter Lina Prell and Abel Castan as killed in the raid.", 3),
        ("A cook named Tom Marl and his son Abel Marl among the dead.", 2),
        ("The names of those who were killed are: Rima Prell (aged between 30 and 32), her aunt Lina Castan (60).", 2),
        ("Those killed were named as two young men of the Prell family, Tom Prell and Abel Prell , and a small girl,"
         " Mira Castan.", 3),
        ("A sister identified 12 members of the extended Prell family killed.", 12),
        ("The baker lost 11 relatives that night.", 11),
        ("Papers listed 14 names of people killed.", 14),
        ("The raid is said to have killed nine cooks.", 9),
        ("Others put the number of killed at 17.", 17),
        ("Prell lost his four children: Tom, aged nine; Abel, aged five; Vell, aged two; and Rima.", 4),
    ],
)  # fmt: skip
def test_the_dead_are_counted_by_whoever_lists_them(text, many):
    assert (K, many, many) in {(harm.value, low, high) for harm, low, high in figures(text)}


def test_the_victims_of_bombs_are_dead_and_mourners_are_not():
    bombs = "The airstrike hit a mill. "
    named = "The victims were identified as Tom Marl, 21, and Abel Prell, 25."
    assert (K, 2, 2) in {(harm.value, low, high) for harm, low, high in figures(bombs + named)}
    assert figures("Those who mourned the victims included Tom Marl and Abel Prell.") == set()
