"""Ranks: how many are dead once a fourth has died, and which ranks say nothing of that."""

from __future__ import annotations

import pytest

from tests.reconcile.scenes import bounds, report, says
from tollbook.terms import Harm

HURT = {"harm": Harm.INJURED}
# The sentences between keep what follows out of the opening.
BETWEEN = "Streets were closed. Schools were shut. "

SPECIMENS = [
    (
        "A fourth beside three makes four.",
        f"Three people died in Vell. {BETWEEN}A fourth victim has died.",
        [says("Three people died", 3, "Three"), says("A fourth victim has died", 1, "A fourth victim")],
        (4, 4, 4),
    ),
    (
        "In digits too.",
        f"Eleven people died in Vell. {BETWEEN}A 12th victim has died.",
        [says("Eleven people died", 11, "Eleven"), says("A 12th victim has died", 1, "A 12th victim")],
        (12, 12, 12),
    ),
    (
        "A death with a rank at the head of a report counts all.",
        "Third man dies after Vell blast",
        [says("Third man dies", 1, "Third man")],
        (3, 3, 3),
    ),
    (
        "And stands above a count far below.",
        f"Third man dies after Vell blast. {BETWEEN}Nine people died there in May.",
        [says("Third man dies", 1, "Third man"), says("Nine people died", 9, "Nine")],
        (3, 3, 3),
    ),
    (
        "Of those shot the fourth may be the only one dead.",
        f"Two people were shot. {BETWEEN}the fourth victim died.",
        [says("Two people were shot", 2, "Two", **HURT), says("the fourth victim died", 1, "the fourth victim")],
        (1, 1, 1),
    ),
    (
        "Far down a rank alone may be of another matter.",
        f"A man was killed. {BETWEEN}A third man has died.",
        [says("A man was killed", 1, "A man"), says("A third man has died", 1, "A third man")],
        (1, 1, 1),
    ),
    (
        "Of five no fourth makes four.",
        f"Five people died in Vell. {BETWEEN}A fourth victim has died.",
        [says("Five people died", 5, "Five"), says("A fourth victim has died", 1, "A fourth victim")],
        (5, 5, 5),
    ),
    (
        "Who is first makes nobody more.",
        "The first victim died in Vell.",
        [says("The first victim died", 1, "The first victim")],
        (1, 1, 1),
    ),
    (
        "A third who was killed this week may be of another matter.",
        "A third man was killed in Vell.",
        [says("A third man was killed", 1, "A third man")],
        (1, 1, 1),
    ),
]


@pytest.mark.parametrize(
    ("text", "claims", "killed"), [row[1:] for row in SPECIMENS], ids=[row[0] for row in SPECIMENS]
)
def test_a_rank_tells_how_many_are_dead(
    text: str, claims: list[dict[str, object]], killed: tuple[int, int, int]
) -> None:
    assert bounds(report("Herald", text, *claims).toll()) == killed


def test_a_rank_says_nothing_of_the_hurt() -> None:
    scene = report(
        "Herald",
        "Three were hurt in Vell. A fourth victim was hurt.",
        says("Three were hurt", 3, "Three", **HURT),
        says("A fourth victim was hurt", 1, "A fourth victim", **HURT),
    )
    assert scene.toll(harm=Harm.INJURED).high == 3


def test_the_death_that_makes_four_is_evidence_for_them() -> None:
    scene = report("Herald", SPECIMENS[0][1], *SPECIMENS[0][2])
    ids = tuple(sorted(one.id for one in scene.claims))
    assert scene.toll().evidence == ids
    assert {one.claim for one in scene.toll().reasons if one.used} == set(ids)
