"""What became of the hurt: each specimen is one case, and how many of its people live with wounds."""

from __future__ import annotations

import pytest

from tests.reconcile.scenes import Scene, report, says
from tollbook.terms import Harm

HURT = {"harm": Harm.INJURED}
Reported = tuple[str, str, list[dict[str, object]]]

SPECIMENS: list[tuple[str, list[Reported], int | None]] = [
    (
        "Eight were shot, and one of them died.",
        [
            (
                "2031-05-01",
                "Eight people were shot. One man died.",
                [says("Eight people were shot", 8, "Eight", **HURT), says("One man died", 1, "One man")],
            )
        ],
        7,
    ),
    (
        "1 dead, 3 shot is split already.",
        [("2031-05-01", "1 dead, 3 shot in Orsk", [says("1 dead", 1, "1"), says("3 shot", 3, "3", **HURT)])],
        3,
    ),
    (
        "A man is dead after three people were shot: he is one of them.",
        [
            (
                "2031-05-01",
                "A man is dead after three people were shot in Orsk.",
                [says("A man is dead", 1, "A man"), says("three people were shot", 3, "three", **HURT)],
            )
        ],
        2,
    ),
    (
        "4 shot, 2 dead is not.",
        [("2031-05-01", "4 shot, 2 dead in Orsk", [says("4 shot", 4, "4", **HURT), says("2 dead", 2, "2")])],
        2,
    ),
    (
        "Others who were shot are none of the dead.",
        [
            (
                "2031-05-01",
                "A man died. Three others were shot.",
                [says("A man died", 1, "A man"), says("Three others were shot", 3, "Three", **HURT)],
            )
        ],
        3,
    ),
    (
        "A wounded man, to whom words point back: he died.",
        [
            (
                "2031-05-01",
                "Deputies found a wounded man. The man was flown out, where he died.",
                [
                    says("a wounded man", 1, "a wounded man", **HURT),
                    says("The man was flown out", 1, "The man", **HURT),
                    says("he died", 1, "he"),
                ],
            )
        ],
        None,
    ),
    (
        "A wounded man is not the one of whom it is told elsewhere that he died.",
        [
            (
                "2031-05-01",
                "The man died at noon. Deputies found a wounded man.",
                [says("The man died", 1, "The man"), says("a wounded man", 1, "a wounded man", **HURT)],
            )
        ],
        1,
    ),
    (
        "Who was shot and died is no longer hurt.",
        [
            (
                "2031-05-01",
                "A man was shot. He died.",
                [says("A man was shot", 1, "A man", **HURT), says("He died", 1, "He")],
            )
        ],
        None,
    ),
    (
        "A woman who lives is.",
        [
            (
                "2031-05-01",
                "A man died. A woman was shot.",
                [says("A man died", 1, "A man"), says("A woman was shot", 1, "A woman", **HURT)],
            )
        ],
        1,
    ),
    (
        "A later report tells that one of the three died.",
        [
            ("2031-05-01", "Three were wounded.", [says("Three were wounded", 3, "Three", **HURT)]),
            ("2031-05-09", "One victim died.", [says("One victim died", 1, "One victim")]),
        ],
        2,
    ),
    (
        "A rank tells how many are dead by then.",
        [
            (
                "2031-05-01",
                "Two were killed and four were hurt.",
                [says("Two were killed", 2, "Two"), says("four were hurt", 4, "four", **HURT)],
            ),
            ("2031-05-09", "Third man dies in Orsk.", [says("Third man dies", 1, "Third man")]),
        ],
        3,
    ),
    (
        "Who died since is no longer one of those hurt at first.",
        [
            (
                "2031-05-09",
                "Third man dies in Orsk. Two were killed and four were hurt.",
                [
                    says("Third man dies", 1, "Third man"),
                    says("Two were killed", 2, "Two"),
                    says("four were hurt", 4, "four", **HURT),
                ],
            )
        ],
        3,
    ),
    (
        "One of the five has died: an older count of five is of all.",
        [
            (
                "2031-05-09",
                "Five were hurt in Orsk. One of the five hurt has died.",
                [
                    says("Five were hurt", 5, "Five", **HURT),
                    says("One of the five hurt has died", 4, "five", **HURT),
                    says("One of the five hurt has died", 1, "One"),
                ],
            )
        ],
        4,
    ),
    (
        "Of those taken to hospital one may have died.",
        [
            (
                "2031-05-01",
                "Four people were taken to a hospital. One woman died.",
                [says("Four people were taken to", 4, "Four", **HURT), says("One woman died", 1, "One woman")],
            )
        ],
        3,
    ),
    (
        "An earlier report takes nobody out of a later one's wounded.",
        [
            ("2031-05-01", "One victim died.", [says("One victim died", 1, "One victim")]),
            ("2031-05-09", "Three were wounded.", [says("Three were wounded", 3, "Three", **HURT)]),
        ],
        3,
    ),
    (
        "A later aside does not say again that the boy who was shot had died.",
        [
            ("2031-05-01", "A boy died.", [says("A boy died", 1, "A boy")]),
            ("2032-05-09", "Marl shot a boy.", [says("shot a boy", 1, "a boy", **HURT)]),
        ],
        None,
    ),
    (
        "Where somebody else was hurt it may be of him.",
        [
            (
                "2031-05-01",
                "A boy died and one girl was hurt.",
                [says("A boy died", 1, "A boy"), says("one girl was hurt", 1, "one girl", **HURT)],
            ),
            ("2032-05-09", "Marl shot a boy.", [says("shot a boy", 1, "a boy", **HURT)]),
        ],
        1,
    ),
    (
        "Of who lies in a hospital nothing says that he died.",
        [
            ("2031-05-01", "A boy died.", [says("A boy died", 1, "A boy")]),
            ("2031-05-09", "A boy was in grave condition.", [says("boy was in grave condition", 1, "boy", **HURT)]),
        ],
        1,
    ),
    (
        "The later report counts the wounded itself.",
        [
            ("2031-05-01", "Three were wounded.", [says("Three were wounded", 3, "Three", **HURT)]),
            (
                "2031-05-09",
                "One died, three were hurt.",
                [says("One died", 1, "One"), says("three were hurt", 3, "three", **HURT)],
            ),
        ],
        3,
    ),
]


@pytest.mark.parametrize(("reports", "hurt"), [row[1:] for row in SPECIMENS], ids=[row[0] for row in SPECIMENS])
def test_the_dead_are_taken_out_of_the_hurt(reports: list[Reported], hurt: int | None) -> None:
    assert _scene(reports).toll(harm=Harm.INJURED).best == hurt


@pytest.mark.parametrize("reports", [row[1] for row in SPECIMENS], ids=[row[0] for row in SPECIMENS])
def test_the_dead_stay_who_they_are(reports: list[Reported]) -> None:
    alone = [(on, text, [one for one in claims if "harm" not in one]) for on, text, claims in reports]
    with_hurt, without = _scene(reports).toll(), _scene(alone).toll()
    assert (with_hurt.low, with_hurt.best, with_hurt.high) == (without.low, without.best, without.high)


def test_what_was_taken_out_says_why() -> None:
    scene = _scene(SPECIMENS[0][1])
    whys = {reason.why for toll in scene.tolls() if toll.harm is Harm.INJURED for reason in toll.reasons}
    assert any("7 of the 8 are hurt, the others died" in why for why in whys)
    scene = _scene(SPECIMENS[5][1])
    whys = {reason.why for toll in scene.tolls() if toll.harm is Harm.INJURED for reason in toll.reasons}
    assert whys == {"of people whom the same report tells to be dead"}


def _scene(reports: list[Reported]) -> Scene:
    scenes = [report(f"R{at}", text, *claims, published=on) for at, (on, text, claims) in enumerate(reports)]
    return sum(scenes[1:], scenes[0])
