"""The dead told one by one behind a head, however the list wanders."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims

TEXTS: list[tuple[str, int, tuple[str, ...]]] = [
    (
        "Among those killed in the strike were Umm Rami al-Prell , along with her two sons, Tomas al-Prell and "
        "Abel Rami al-Prell , and her infant granddaughter, Mira al-Prell .",
        4,
        ("Umm Rami al-Prell", "Tomas al-Prell", "Abel Rami al-Prell", "Mira al-Prell"),
    ),
    (
        "The dead were named by their kin as the patriarch, 77-year-old Tomas Castan , and his wife "
        "64-year-old Mira Castan , their daughter 42-year-old Amal Castan and their son 47-year-old Abel Castan.",
        4,
        ("Tomas Castan", "Mira Castan", "Amal Castan", "Abel Castan"),
    ),
    (
        "Omar Prell mourned his nieces, 15-year-old Rima Castan , 11-year-old Lara Castan , and Karam Prell .",
        3,
        ("Rima Castan", "Lara Castan", "Karam Prell"),
    ),
    (
        "Those killed included 68-year-old Abel Castan, who was a baker and his wife, 54-year-old Nora Castan, "
        "and her mother.",
        3,
        ("Abel Castan", "Nora Castan"),
    ),
    (
        "Among those killed were Samir Castan and his three children: a daughter, 13-year-old Mira Castan ; and his "
        "two sons, 8-year-old Abel Castan and 11-year-old Omar Castan .",
        4,
        ("Samir Castan", "Mira Castan", "Abel Castan", "Omar Castan"),
    ),
    (
        "Rima Castan and her husband Tomas Castan were killed, along with their children 13-year-old Lina Castan , "
        "16-year-old Omar Castan , and 5-year-old Abel Castan .",
        5,
        ("Rima Castan", "Tomas Castan", "Lina Castan", "Omar Castan", "Abel Castan"),
    ),
    (
        "Tom's brother 57 year old Abel Prell , his wife 53 year old Amal Prell and their children, 31 year old Omar "
        "Prell , 26 year old Nora Prell and 23 year old Mira Prell were also among those killed.",
        5,
        ("Abel Prell", "Amal Prell", "Omar Prell", "Nora Prell", "Mira Prell"),
    ),
    (
        "From the Castan family, 38-year-old Tomas Castan and his wife 37-year-old Rima Castan were killed, along with "
        "their children 13-year-old Lina Castan , 16-year-old Omar Castan , and 14-year-old Abel Castan .",
        5,
        ("Tomas Castan", "Rima Castan", "Lina Castan", "Omar Castan", "Abel Castan"),
    ),
    (
        "Ana Prell, a student who was a gifted singer, Tom Marl, a teacher at the school, and Olek Castan were killed.",
        3,
        ("Ana Prell", "Tom Marl", "Olek Castan"),
    ),
    (
        "Rima's three sons were killed with their mother: Abel Castan, Omar Castan (whose age is not known) and "
        "nine-year-old Tom Castan.",
        3,
        ("Abel Castan", "Omar Castan", "Tom Castan"),
    ),
    (
        "Ana and Tom's two sons were killed with them: Abel Prell and Omar Prell.",
        2,
        ("Abel Prell", "Omar Prell"),
    ),
    (
        "Another couple, 61-year-old Samir Castan, who was also a baker, and his wife Nora Castan were killed.",
        2,
        ("Samir Castan", "Nora Castan"),
    ),
    (
        "Omar Castan lost his life together with his wife Nora Castan and their children, an eight-year-old girl "
        "Lina Castan and a boy Abel Castan.",
        4,
        ("Omar Castan", "Nora Castan", "Lina Castan", "Abel Castan"),
    ),
    (
        "The names of those killed – Abel Prell (18), Omar Prell (5, whom the neighbours also knew as “the young "
        "Castan” by then), “their only sister” Lina Prell (10) and their mother Umm Abel Prell.",
        4,
        ("Abel Prell", "Omar Prell", "Lina Prell", "Umm Abel Prell"),
    ),
    (
        "Abel Castan, Rima and Tom's third son, and his wife Nora Castan were also killed.",
        2,
        ("Abel Castan", "Nora Castan"),
    ),
]


@pytest.mark.parametrize(("text", "many", "names"), TEXTS, ids=[row[0][:40] for row in TEXTS])
def test_everybody_is_counted_by_name_or_as_kin(text: str, many: int, names: tuple[str, ...]) -> None:
    told = [one for one in claims(text) if one.harm == "killed" and one.count]
    assert [(one.count.low, one.count.high, one.persons) for one in told if one.count] == [(many, many, names)]


def test_others_who_were_killed_are_named_behind() -> None:
    text = "Others of the family were killed, named as Abel Castan , and five-year-old Omar Castan."
    told = [one.persons for one in claims(text) if one.harm == "killed" and one.persons]
    assert told == [("Abel Castan", "Omar Castan")]


@pytest.mark.parametrize(
    "text",
    [
        "The victims were taken to the hospital in Vell, said Ana Prell and Tom Marl.",
        "Those killed were Ana Prell's neighbours, Tom Marl said.",
        "The victims were mourned by Ana Prell and Tom Marl.",
        "Those killed were neighbours of Ana Prell's.",
        "Ana Prell, a sister of the deceased, wrote that she could not sleep.",
        "Tom Marl mourned the dead.",
    ],
)
def test_who_only_speaks_or_mourns_is_not_among_the_dead(text: str) -> None:
    assert not [one for one in claims(text) if one.harm == "killed" and one.persons]
