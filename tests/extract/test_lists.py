"""Lists of people: what is one sum, what is a claim for each group, and who is part of whom."""

import pytest

from tests.extract.reading import claims, figures

K, H, C = "killed", "injured", "captured"


def parts(text: str) -> list[tuple[str, int]]:
    return [(one.harm, one.count.low) for one in claims(text) if one.count and one.measure == "part"]


def wholes(text: str) -> set[tuple[str, int, int | None]]:
    return {(one.harm, one.count.low, one.count.high) for one in claims(text) if one.count and one.measure != "part"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least 38 people were killed, including 17 boys and 12 girls, and at least four others were hurt.",
         {(K, 38, None), (H, 4, None)}),
        ("Sixteen people were killed, including two boys and six women, and eleven others were hurt, when it fell.",
         {(K, 16, 16), (H, 11, 11)}),
        ("Twelve people were killed and between 32 and 47 others were hurt, including a child.",
         {(K, 12, 12), (H, 32, 47)}),
        ("Six miners died and scores of others, including a boy, were reportedly hurt.",
         {(K, 6, 6), (H, 40, 99)}),
        ("Twenty porters, including two nurses, were killed and at least fifteen others were reported injured.",
         {(K, 20, 20), (H, 15, None)}),
        ("Twelve sailors – including four boys – were killed and dozens of others hurt in Port Miro.",
         {(K, 12, 12), (H, 24, 99)}),
        ("The raid killed 13 members of the Marl family, including five young children, and injured 20 porters.",
         {(K, 13, 13), (H, 20, 20)}),
        ("Between seven and nine villagers including four boys and one nurse were killed, and dozens were hurt.",
         {(K, 7, 9), (H, 24, 99)}),
        ("Nine villagers, two of whom were nurses, died, alongside at least one rebel, in Orsk.",
         {(K, 9, 9), (K, 1, None)}),
        ("Nine villagers from the Prell family, all women and children, were killed.", {(K, 9, 9)}),
        ("Gunmen killed three guards and two porters were wounded.", {(K, 3, 3), (H, 2, 2)}),
        ("The blast tore down the wall, killing three and 12 were hurt.", {(K, 3, 3), (H, 12, 12)}),
    ],
)  # fmt: skip
def test_a_part_never_takes_the_next_clause(text, told):
    assert wholes(text) == told


def test_parts_belong_to_the_figure_before_them():
    text = "Six miners were killed and scores of others, including a boy, were hurt."
    assert parts(text) == [(H, 1)]
    assert parts(
        "The blast killed up to 27 porters, including up to 19 members of the Marl family and five cooks."
    ) == [(K, 0), (K, 5)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Prell, 42; Tom Marl, 19; a minor known as Rima; Lina Castan, and a farmer died.", {(K, 5, 5)}),
        (
            "Three journalists: Ana Prell, a photographer, Tom Marl, a teacher, and Rima Castan were killed.",
            {(K, 3, 3)},
        ),
        ("A 16-year-old girl, 15-year-old girl and 23-year-old cook were kidnapped.", {(C, 3, 3)}),
        ("A woman and toddler were killed.", {(K, 2, 2)}),
        ("Ana Prell (51) and Tom Marl (34) were killed.", {(K, 2, 2)}),
        ("41-year-old Ana Prell and 12-year-old Tom Marl , and Rima Castan, were killed.", {(K, 3, 3)}),
        ("Two brothers, Ana Prell and Tom Prell, were killed.", {(K, 2, 2)}),
        ("Two brothers – Abel Prell and Tom Prell, as well as their cousin Ana Marl, were killed.", {(K, 3, 3)}),
        ("The strike killed three porters identified as Ana Prell, Tom Marl and Rima Castan.", {(K, 3, 3)}),
        ("Five children from the Prell family, two boys, two girls and a baby, were killed.", {(K, 5, 5)}),
        ("The strike killed the father, mother and sister of the reporter Tom Marl.", {(K, 3, 3)}),
        ("One person, identified as a farmer in his twenties, was killed.", {(K, 1, 1)}),
        ("A man and a woman were killed.", {(K, 2, 2)}),
        ("A man and his two sons were killed.", {(K, 3, 3)}),
        ("Ana Prell, her husband and their two sons were killed.", {(K, 4, 4)}),
        ("Ana Prell was killed alongside some 15 to 18 other farmers.", {(K, 16, 19)}),
        # a name, and two nouns for who she was
        ("Ana Prell, a student and cancer survivor, died.", {(K, 1, 1)}),
        ("Ana Prell, a mother and nurse, was shot dead.", {(K, 1, 1)}),
        ("A mother and son, Ana Prell and Tom Prell, were killed.", {(K, 2, 2)}),
        ("Ana Castan and Mia Prell, a mother and daughter, were killed.", {(K, 2, 2)}),
        ("Abel Prell, his wife, a son and daughter were killed.", {(K, 4, 4)}),
        # behind a dash or a colon stands who they are, or a list that is no more of them
        ("Four cooks — three teenagers and a girl — were killed.", {(K, 4, 4)}),
        ("They found six victims: Ana Prell and Mia Castan were dead.", {(K, 2, 2)}),
        ("Three teen girls and one man were killed.", {(K, 4, 4)}),
        ("A mother and daughter, Ana and Mia Prell, were killed on Friday.", {(K, 2, 2)}),
        ("Ana Prell, a nurse and a porter were killed.", {(K, 2, 2)}),
        ("Ana Prell, a nurse and her son, were killed.", {(K, 2, 2)}),
        ("A cook and nurse were killed.", {(K, 2, 2)}),
        # a headline has no "and"
        ("3 girls, 1 man shot in Vell", {(H, 4, 4)}),
        ("2 men, 1 boy killed in Orsk", {(K, 3, 3)}),
        ("A Vell couple was killed.", {(K, 2, 2)}),
        ("A couple and their three children died.", {(K, 5, 5)}),
        # by age and sex alone nobody is a group
        ("A woman and two children were killed.", {(K, 3, 3)}),
        ("A man, a woman and three girls were killed.", {(K, 5, 5)}),
        # claims of their own
        ("Six priests and two nurses were killed.", {(K, 6, 6), (K, 2, 2)}),
        ("One cook and four porters were killed.", {(K, 1, 1), (K, 4, 4)}),
    ],
)
def test_a_list_is_one_sum_or_a_claim_for_each_group(text, told):
    assert figures(text) == told


def test_the_names_of_a_figure_are_its_persons():
    [claim] = claims("Two men – Abel Prell and Tom Marl – were reportedly killed.")
    assert (claim.count.low, claim.persons) == (2, ("Abel Prell", "Tom Marl"))


def test_the_sum_of_single_people_beside_a_figure_is_a_group():
    found = {one.group.text: one.count.low for one in claims("A cook, a nurse and three porters were killed.")}
    assert found == {"cook, a nurse": 2, "porters": 3}
