"""Phrases that stand for people, and how many they are."""

import pytest

from tests.extract.reading import claims, figures

K, H = "killed", "injured"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Both men died at the scene.", {(K, 2, 2)}),
        ("Both were killed.", {(K, 2, 2)}),
        ("The couple were shot dead.", {(K, 2, 2)}),
        ("A couple was killed.", {(K, 2, 2)}),
        ("The two were wounded.", {(H, 2, 2)}),
        ("The three wounded cooks were taken to Orsk General.", {(H, 3, 3)}),
        ("14-year-old Marl boy dies after raid", {(K, 1, 1)}),
        ("Police: Victim of dock raid dies", {(K, 1, 1)}),
        ("Orsk stabbing victim dies", {(K, 1, 1)}),
        ("A family of five was killed.", {(K, 5, 5)}),
        ("A 16-year old boy was killed.", {(K, 1, 1)}),
        ("A twenty-two year old soldier was killed.", {(K, 1, 1)}),
        # an age with spaces stands for somebody too
        ("A 12 year old was shot.", {(H, 1, 1)}),
        ("The 12 year old and her mother were shot.", {(H, 2, 2)}),
        ("Three boys and a 9 year-old were hurt.", {(H, 4, 4)}),
        ("The 45 year old father of two was killed.", {(K, 1, 1)}),
        ("2-year-old girl killed in Vell", {(K, 1, 1)}),
        ("Man killed, woman wounded in dock blast", {(K, 1, 1), (H, 1, 1)}),
        ("He and his brother were killed.", {(K, 2, 2)}),
        ("The blast killed him and his brother.", {(K, 2, 2)}),
        ("The blast wounded Ana Prell's son.", {(H, 1, 1)}),
        ("A Colombian was killed.", {(K, 1, 1)}),
        ("The national guard killed two.", {(K, 2, 2)}),
        ("This one hurt.", set()),
    ],
)
def test_words_for_people_say_how_many(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "count", "persons"),
    [
        ("Gunmen killed Dr. Ana Prell.", 1, ("Ana Prell",)),
        ("The victim, Ana Prell, 34, was killed.", 1, ("Ana Prell",)),
        ("Her husband, Tom Prell, and two sons were killed.", 3, ("Tom Prell",)),
        ("Two officers, Ana Prell and Tom Marl, were killed.", 2, ("Ana Prell", "Tom Marl")),
        ("Ana Prell (51), Tom Prell (20) and Rima Marl were killed.", 3, ("Ana Prell", "Tom Prell", "Rima Marl")),
        ("Ana Prell (also known as Umm Vell) was killed.", 1, ("Ana Prell",)),
        ("He was charged in the death of Ana Prell, 53, Sgt. Tom Marl said.", 1, ("Ana Prell",)),
        ("JESUITS LUIS PRELL, JOSE MARL, AND ANA VELL WERE KILLED.", 3, ("LUIS PRELL", "JOSE MARL", "ANA VELL")),
        ("SENATOR LUIS MARLEZ WAS ASSASSINATED.", 1, ("LUIS MARLEZ",)),
    ],
)
def test_named_people_are_counted_once_each(text, count, persons):
    [claim] = claims(text)
    assert (claim.count.low, claim.count.high, claim.persons) == (count, count, persons)
