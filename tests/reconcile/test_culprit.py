"""Who did it and died as well: when a count of those whom he killed is one larger, and when it holds him already."""

from __future__ import annotations

import pytest

from tests.reconcile.scenes import Scene, bounds, report, says
from tollbook.terms import Harm, Measure

WITH = "with the one who killed them, who died too"
DEAD = says("The gunman was shot dead", 1, "The gunman")
THREE = says("killed three guards", 3, "three", group="three guards")

SPECIMENS = [
    ("He and those whom he killed.", "A man killed three guards. The gunman was shot dead.", [THREE, DEAD], 4),
    (
        "Who killed himself is one more as well.",
        "A man killed three guards. He also killed himself.",
        [THREE, says("killed himself", 1, "himself")],
        4,
    ),
    (
        "The same three, told of without him.",
        "A man killed three guards. Three guards are dead. The gunman was shot dead.",
        [THREE, says("Three guards are dead", 3, "Three"), DEAD],
        4,
    ),
    (
        "A count that says who is in it.",
        "A man killed three guards. Four are dead, among them the gunman.",
        [THREE, says("Four are dead", 4, "Four"), says("among them the gunman", 1, "the gunman")],
        4,
    ),
    (
        "Another count may hold him: only that of his victims grows.",
        "A man killed three guards. Four people are dead. The gunman was shot dead.",
        [THREE, says("Four people are dead", 4, "Four"), DEAD],
        4,
    ),
    (
        "In one sentence he is told as one more already.",
        "A man killed three guards and then himself.",
        [THREE, says("himself", 1, "himself", measure=Measure.NEW)],
        4,
    ),
    (
        "Where nobody tells that he is dead, they are three.",
        "A man killed three guards. The gunman fled.",
        [THREE],
        3,
    ),
    (
        "Three dead, and nobody says that he killed them: he may be one of them.",
        "Three people are dead. The gunman was shot dead.",
        [says("Three people are dead", 3, "Three"), DEAD],
        3,
    ),
    (
        "Killed by police, the gunmen are no victims of his.",
        "Police killed three gunmen. The gunman was shot dead.",
        [says("killed three gunmen", 3, "three", group="three gunmen"), DEAD],
        3,
    ),
    (
        "A figure that names himself holds him already.",
        "Marl killed his two sons and himself. Marl killed three people. The gunman was shot dead.",
        [
            says("killed his two sons and himself", 3, "his two sons and himself"),
            says("killed three people", 3, "three", group="people"),
            DEAD,
        ],
        3,
    ),
    (
        "Those killed are the ones who did it.",
        "A clerk killed three robbers. The robber was found at a pole.",
        [
            says("killed three robbers", 3, "three", group="three robbers"),
            says("The robber was found at a pole", 1, "The robber"),
        ],
        3,
    ),
    (
        "One of several suspects is none beside them.",
        "A clerk killed three men. Another suspect died in his car.",
        [says("killed three men", 3, "three", group="three men"), says("Another suspect died", 1, "Another suspect")],
        3,
    ),
]


def scene_of(text: str, claims: list[dict[str, object]]) -> Scene:
    return report("Herald", text, *claims)


@pytest.mark.parametrize(("text", "claims", "best"), [row[1:] for row in SPECIMENS], ids=[row[0] for row in SPECIMENS])
def test_the_one_who_did_it_is_counted_once(text: str, claims: list[dict[str, object]], best: int) -> None:
    assert scene_of(text, claims).toll().best == best


def test_a_headline_of_another_report_grows_with_it() -> None:
    told = report("Herald", "A man killed three guards. The gunman was shot dead.", THREE, DEAD)
    head = report("Post", "Three slain in Vell", says("Three slain", 3, "Three"))
    assert bounds((told + head).toll()) == (4, 4, 4)


def test_the_reason_says_why_a_count_is_larger() -> None:
    scene = scene_of(*SPECIMENS[0][1:3])
    assert scene.why("killed three guards").endswith(f"({WITH})")
    assert WITH not in scene.why("The gunman was shot dead")
    assert not any(WITH in reason.why for toll in scene_of(*SPECIMENS[6][1:3]).tolls() for reason in toll.reasons)


def test_the_figure_of_the_claim_itself_stays() -> None:
    scene = scene_of(*SPECIMENS[0][1:3])
    before = [one.count for one in scene.claims]
    scene.tolls()
    assert [one.count for one in scene.claims] == before


def test_the_hurt_are_none_more_and_have_reasons_of_their_own() -> None:
    scene = report(
        "Herald",
        "A man killed three guards. The gunman was shot dead. Three guards were shot.",
        THREE,
        DEAD,
        says("Three guards were shot", 3, "Three guards", harm=Harm.INJURED),
    )
    hurt = [reason.why for toll in scene.tolls() if toll.harm is Harm.INJURED for reason in toll.reasons]
    assert hurt
    assert not any(WITH in why for why in hurt)
