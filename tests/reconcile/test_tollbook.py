"""The default rule: which voices set low, best and high, which give way, and where it finds no best."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contracts.test_rules import ranges, scenes
from tests.reconcile.scenes import Scene, bounds, report, says
from tollbook.reconcile.tollbook import lower_quantile
from tollbook.terms import Bound, Certainty, Measure, SourceKind, Stance

POLICE = (("police", SourceKind.POLICE),)
ARMY = (("the Orsk army", SourceKind.MILITARY),)
MONITOR = (("Delta Monitor", SourceKind.MONITOR),)
MINISTRY = (("health ministry", SourceKind.GOVERNMENT),)
VAGUE = {"high": 99, "bound": Bound.VAGUE}


def voices(*told: tuple[str | None, dict[str, object]]) -> Scene:
    """A report for each (day, claim); the claim's words are those of its number."""
    scene = Scene((), ())
    for number, (day, claim) in enumerate(told):
        scene += report(f"paper{number}", f"{claim['quote']} dead.", claim, published=day)
    return scene


SPECIMENS = [
    ("One voice.", [(None, says("4", 4))], (4, 4, 4)),
    ("Two voices: the lower.", [(None, says("4", 4)), (None, says("9", 9))], (4, 4, 9)),
    ("Three voices: the middle one.", [(None, says("4", 4)), (None, says("9", 9)), (None, says("6", 6))], (4, 6, 9)),
    (
        "Who was there has two votes.",
        [(None, says("4", 4)), (None, says("9", 9, by=POLICE)), (None, says("5", 5))],
        (4, 5, 9),
    ),
    ("At least: the range stays open.", [(None, says("at least 4", 4, high=None))], (4, 4, None)),
    (
        "An open figure is closed by another voice.",
        [(None, says("at least 12", 12, high=None)), (None, says("8", 8))],
        (8, 8, 12),
    ),
    ("A vague word beside a count.", [(None, says("dozens", 24, **VAGUE)), (None, says("30", 30))], (24, 30, 99)),
    (
        "Vague words alone have votes.",
        [(None, says("dozens", 24, **VAGUE)), (None, says("scores", 40, **VAGUE))],
        (24, 24, 99),
    ),
    ("One voice, so wide that it has no best.", [(None, says("dozens", 9, **VAGUE))], (9, None, 99)),
    (
        "An early count does not lower the minimum.",
        [("2031-05-01", says("3", 3)), ("2031-05-02", says("5", 5))],
        (5, 5, 5),
    ),
    (
        "Unless somebody still gives it as late.",
        [("2031-05-01", says("3", 3)), ("2031-05-02", says("5", 5)), ("2031-05-02", says("3", 3))],
        (3, 3, 5),
    ),
    (
        "A later lower count is a disagreement.",
        [("2031-05-01", says("5", 5)), ("2031-05-02", says("3", 3))],
        (3, 3, 5),
    ),
    ("Without dates nothing is early.", [(None, says("3", 3)), ("2031-05-02", says("5", 5))], (3, 3, 5)),
    (
        "Two who count for themselves disagree, whatever the days.",
        [("2031-05-01", says("3", 3, by=MINISTRY)), ("2031-05-02", says("5", 5, by=MONITOR))],
        (3, 3, 5),
    ),
    (
        "The same speaker, quoted later.",
        [("2031-05-01", says("3", 3, by=MINISTRY)), ("2031-05-02", says("5", 5, by=MINISTRY))],
        (5, 5, 5),
    ),
    (
        "One person told of stands behind the full figure.",
        [("2031-05-01", says("5", 5)), ("2031-05-02", says("Ana Prell", 1, persons=("Ana Prell",)))],
        (5, 5, 5),
    ),
    (
        "Part of the dead stands behind the full figure.",
        [(None, says("7", 7)), (None, says("2 of them", 2, measure=Measure.PART))],
        (7, 7, 7),
    ),
    (
        "Those who say that there were some agree with any count.",
        [(None, says("villagers", 2, high=None, bound=Bound.VAGUE)), (None, says("7", 7)), (None, says("9", 9))],
        (7, 7, 9),
    ),
    (
        "A ceiling sets high and takes its least from the others.",
        [(None, says("up to 9", 0, high=9, bound=Bound.AT_MOST)), (None, says("7", 7))],
        (7, 7, 9),
    ),
    (
        "Told of one by one: what one report tells is added, another may tell of fewer.",
        [
            (None, says("Ana Prell and Jon Marsh", 2, persons=("Ana Prell", "Jon Marsh"))),
            (None, says("Ana Prell", 1, persons=("Ana Prell",))),
            (None, says("a woman", 1)),
        ],
        (1, 1, 2),
    ),
    (
        "More people told of than any figure has room for.",
        [(None, says("1", 1)), (None, says("Ana Prell, Jon Marsh", 2, persons=("Ana Prell", "Jon Marsh")))],
        (1, 1, 2),
    ),
]


@pytest.mark.parametrize(("told", "killed"), [row[1:] for row in SPECIMENS], ids=[row[0] for row in SPECIMENS])
def test_voices_add_up_to(
    told: list[tuple[str | None, dict[str, object]]], killed: tuple[int, int | None, int | None]
) -> None:
    assert bounds(voices(*told).toll()) == killed


def test_people_told_of_by_several_speakers_in_one_report_are_added() -> None:
    scene = report(
        "Herald",
        "Ana Prell died, police said. Jon Marsh died, his brother Rana said.",
        says("Ana Prell", 1, persons=("Ana Prell",), by=POLICE),
        says("Jon Marsh", 1, persons=("Jon Marsh",), by=(("Rana Marsh", SourceKind.RELATIVE),)),
    )
    assert bounds(scene.toll()) == (2, 2, 2)
    assert scene.toll().origins == 2


def test_what_his_mother_and_footage_tell_of_is_the_reports_own_account() -> None:
    mother, footage = ((("his mother", SourceKind.RELATIVE),), (("Surveillance footage", SourceKind.SOCIAL_MEDIA),))
    scene = report(
        "Herald",
        "Three were hurt. A boy was hurt, his mother said. Footage shows two men hurt.",
        says("Three were hurt", 3, "Three"),
        says("A boy was hurt", 1, "A boy", by=mother),
        says("two men hurt", 2, "two men", by=footage),
    )
    assert (bounds(scene.toll()), scene.toll().origins) == ((3, 3, 3), 1)


def test_who_names_three_is_no_vote_against_many() -> None:
    some = ("Ana Prell", "Tom Marl", "Abel Voss")
    told = [(None, says(", ".join(some), 3, persons=some)) for _ in range(3)]
    assert voices((None, says("53", 53)), (None, says("53", 53)), *told).toll().best == 53


def test_a_party_sets_low_and_high_but_never_best() -> None:
    loss = says("4", 4, by=ARMY, pair=("Orsk", True))
    alone = voices((None, loss))
    assert bounds(alone.toll(pair=("Orsk", True))) == (4, None, 4)
    assert "only parties" in alone.why("4")
    both = voices((None, loss), (None, says("6", 6, by=MONITOR, pair=("Orsk", True))))
    assert bounds(both.toll(pair=("Orsk", True))) == (4, 6, 6)


def test_an_army_that_no_claim_makes_a_party_is_not_guessed_at() -> None:
    assert bounds(voices((None, says("4", 4, by=ARMY))).toll()) == (4, 4, 4)


def test_one_voice_and_hedged_voices_are_provisional() -> None:
    hedged = says("4", 4, certainty=Certainty.HEDGED)
    assert voices((None, says("4", 4))).toll().provisional
    assert voices((None, hedged), (None, hedged)).toll().provisional
    assert not voices((None, says("4", 4)), (None, hedged)).toll().provisional


def test_what_each_voice_did_is_told() -> None:
    scene = voices(("2031-05-01", says("3", 3)), ("2031-05-02", says("5", 5)))
    assert scene.why("3") == "The paper0 says 3 and stands behind 5: best 5 is the lower median"
    assert scene.why("3", "envelope") == "The paper0 says 3: sets low"


def test_with_many_voices_one_outlier_sets_no_bound() -> None:
    scene = voices(*((None, says(f"{number}", number)) for number in [1, *range(20, 30), 300]))
    assert bounds(scene.toll()) == (20, 24, 29)
    assert (scene.toll("envelope").low, scene.toll("envelope").high) == (1, 300)


@settings(max_examples=60, deadline=None)
@given(scenes(measures=(Measure.TOTAL,)), st.data())
def test_an_independent_voice_that_agrees_never_widens_the_range(scene: Scene, data: st.DataObject) -> None:
    before = scene.toll()
    if before.low is None:
        return
    agreed = data.draw(st.integers(before.low, before.low + 60 if before.high is None else before.high))
    day = data.draw(st.sampled_from([None, "2031-05-01", "2031-05-09"]))
    after = (scene + report("agrees", f"{agreed} died.", says(f"{agreed}", agreed), published=day)).toll()
    if any("tells of " in reason.why for reason in (*before.reasons, *after.reasons)):
        return  # a report that counts nobody and tells of some counts these, as soon as another counts
    assert after.low is not None
    assert after.low >= before.low
    assert before.high is None or (after.high is not None and after.high <= before.high)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 2)), min_size=1))
def test_the_lower_median_leaves_no_more_than_half_of_the_votes_on_either_side(values: list[tuple[int, int]]) -> None:
    middle = lower_quantile(values, (1, 2))
    total = sum(votes for _, votes in values)
    assert sum(votes for value, votes in values if value < middle) * 2 < total
    assert sum(votes for value, votes in values if value > middle) * 2 <= total


def test_a_copy_of_the_lowest_voice_wins_it_no_vote() -> None:
    scene = voices((None, says("4", 4)), (None, says("9", 9)), (None, says("6", 6)))
    copied = scene + report("mirror", "4 dead.", says("4", 4), origin=scene.claims[0].id)
    assert ranges(copied, "tollbook") == ranges(scene, "tollbook")


def test_the_worked_example_of_the_page_on_this_stage() -> None:
    wire = report("Harbour Wire", "At least 3 died.", says("At least 3", 3, high=None), published="2031-05-01")
    scene = (
        wire
        + report(
            "Coast Herald",
            "At least 3 died.",
            says("At least 3", 3, high=None),
            published="2031-05-02",
            origin=wire.claims[0].id,
        )
        + report("Delta Post", "Police counted 5 dead.", says("5 dead", 5, "5", by=POLICE), published="2031-05-02")
        + report("Vell Times", "Ana Prell died.", says("Ana Prell", 1, persons=("Ana Prell",)), published="2031-05-02")
        + report("Ridge News", "The monitor counts 8.", says("8", 8, by=MONITOR), published="2031-05-03")
        + report("Post", "The army denies 8 dead.", says("8 dead", 8, by=ARMY, stance=Stance.DENIES))
    )
    toll = scene.toll()
    assert bounds(toll) == (5, 5, 8)
    assert (toll.origins, toll.documents, toll.contested, toll.provisional) == (4, 5, True, False)
    assert toll.other_rules == (("airwars@5", 3, None, 8), ("envelope@1", 3, None, 8))
    assert scene.why("Ana Prell") == "The Vell Times tells of 1 and stands behind 5: best 5 is the lower median"
    assert scene.why("At least 3") == "repeats The Harbour Wire's words"
    assert scene.why("8 dead") == "denies: supplies no number"
