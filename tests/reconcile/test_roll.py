"""How many different people a report tells of one by one, whatever it calls them."""

from __future__ import annotations

import pytest

from tests.reconcile.scenes import report, says
from tollbook.reconcile.roll import roll, same_name

Told = list[tuple[str, int, tuple[str, ...]]]

REPORTS: list[tuple[str, Told, int]] = [
    ("Rima Castan and her two sons died.", [("Rima Castan and her two sons", 3, ("Rima Castan",))], 3),
    (
        "Rima Castan and her two sons died. The sons, Tom Castan and Abel Castan, were small.",
        [
            ("Rima Castan and her two sons", 3, ("Rima Castan",)),
            ("Tom Castan and Abel Castan", 2, ("Tom Castan", "Abel Castan")),
        ],
        3,
    ),
    (
        "Tom Castan died with a cook. Rima Castan and Abel Castan and Omar Prell died.",
        [
            ("Tom Castan died with a cook", 2, ("Tom Castan",)),
            ("Rima Castan and Abel Castan and Omar Prell", 3, ("Rima Castan", "Abel Castan", "Omar Prell")),
        ],
        5,
    ),
    (
        "Rima Castan and her two sons died. A friend mourned Rima and her two sons.",
        [("Rima Castan and her two sons", 3, ("Rima Castan",)), ("Rima and her two sons", 3, ("Rima",))],
        3,
    ),
    (
        "Rima Castan and her three sons died. Tom Castan died. Abel Castan died. Omar Castan died.",
        [
            ("Rima Castan and her three sons", 4, ("Rima Castan",)),
            ("Tom Castan died", 1, ("Tom Castan",)),
            ("Abel Castan died", 1, ("Abel Castan",)),
            ("Omar Castan died", 1, ("Omar Castan",)),
        ],
        4,
    ),
    ("A man died. His cousin died.", [("A man", 1, ()), ("His cousin", 1, ())], 0),
    (
        "Abel Tom Castan and Tom Castan died.",
        [("Abel Tom Castan and Tom Castan", 2, ("Abel Tom Castan", "Tom Castan"))],
        2,
    ),
    (
        "Rima Castan and four cooks died. Tom Castan and Abel Marl and Omar Prell died.",
        [
            ("Rima Castan and four cooks", 5, ("Rima Castan",)),
            ("Tom Castan and Abel Marl and Omar Prell", 3, ("Tom Castan", "Abel Marl", "Omar Prell")),
        ],
        5,
    ),
]


@pytest.mark.parametrize(("text", "told", "many"), REPORTS, ids=[row[0] for row in REPORTS])
def test_each_person_is_counted_once(text: str, told: Told, many: int) -> None:
    scene = report("Herald", text, *(says(quote, count, quote, persons=persons) for quote, count, persons in told))
    assert roll(scene.claims) == many
    assert roll(reversed(scene.claims)) == many


def test_two_reports_are_not_added() -> None:
    one = report("Herald", "Ana Prell died.", says("Ana Prell", 1, "Ana Prell", persons=("Ana Prell",)))
    other = report("Post", "Tom Marl died.", says("Tom Marl", 1, "Tom Marl", persons=("Tom Marl",)))
    assert roll((*one.claims, *other.claims)) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Tomm Kastan", "Tom Castan", True),
        ("Youssef al-Prell", "Yusef Prell", True),
        ("Dr. Ana Prell", "Ana Mira Prell", True),
        ("Prell", "Ana Prell", True),
        ("Ana", "Ana Prell", True),
        ("Abd al-Castan Prell", "Abdulcastan Prell", True),
        ("Abdel Castan Prell", "Abd al-Castan Omar Prell", True),
        ("Tom Castan", "Abel Tom Castan", False),
        ("Tom Castan", "Abel Castan", False),
        ("Mira", "Ana Mira Prell", False),
        ("Muhammad Castan", "Mohamed Castan", True),
        ("Mahmoud Castan", "Muhammad Castan", False),
    ],
)
def test_a_name_is_the_same_however_it_is_spelt(one: str, other: str, is_same: bool) -> None:
    assert same_name(one, other) is is_same
    assert same_name(other, one) is is_same
