"""Which rows an incident has, what each holds, and who is named against it."""

import pytest

from tests.reconcile.scenes import Scene, bounds, pair_of, report, says
from tollbook.errors import UsageError
from tollbook.reconcile import RULES
from tollbook.terms import Certainty, Harm, Kind, Measure, SourceKind, Stance

ARMY = (("Orsk army", SourceKind.MILITARY),)
MONITOR = (("Delta Monitor", SourceKind.MONITOR),)


def test_everybody_comes_first_then_civilians_then_sides_by_name() -> None:
    scene = report(
        "Herald",
        "Six were killed. Two Vell gunmen, one Orsk soldier and three villagers died. Two children died.",
        says("Six were killed", 6, "Six"),
        says("Two Vell gunmen", 2, "Two", group="Vell gunmen", pair=("Vell", True)),
        says("one Orsk soldier", 1, "one", group="Orsk soldier", pair=("Orsk", True)),
        says("three villagers", 3, "three", group="villagers", pair=(None, False)),
        says("Two children died", 2, "Two", group="children"),
    )
    rows = [(toll.group and toll.group.text, bounds(toll)) for toll in scene.tolls()]
    assert rows == [
        (None, (6, 6, 6)),
        ("civilians", (3, 3, 3)),
        ("Orsk combatants", (1, 1, 1)),
        ("Vell combatants", (2, 2, 2)),
    ]


def test_each_harm_that_claims_speak_of_has_its_rows_and_no_other() -> None:
    scene = report(
        "Herald",
        "Two died and four were hurt.",
        says("Two died", 2, "Two"),
        says("four were hurt", 4, "four", harm=Harm.INJURED),
    )
    assert [(toll.harm, toll.best) for toll in scene.tolls()] == [(Harm.KILLED, 2), (Harm.INJURED, 4)]


def test_civilians_of_all_sides_are_one_row() -> None:
    scene = report(
        "Herald",
        "Two Orsk farmers died. Three Vell fishermen died.",
        says("Two Orsk farmers died", 2, "Two", group="Orsk farmers", pair=("Orsk", False)),
        says("Three Vell fishermen died", 3, "Three", group="Vell fishermen", pair=("Vell", False)),
    )
    assert bounds(scene.toll(pair=(None, False))) == (5, 5, 5)
    assert [pair_of(toll) for toll in scene.tolls()].count((None, False)) == 1


def test_groups_that_different_voices_count_are_united_where_none_counts_everybody() -> None:
    army = report("Post", "Orsk lost three soldiers.", says("three soldiers", 3, "three", pair=("Orsk", True), by=ARMY))
    monitor = report("Wire", "Ten villagers died.", says("Ten villagers", 10, "Ten", pair=(None, False), by=MONITOR))
    assert (army + monitor).toll("envelope").low == 13
    assert (army + monitor).toll("envelope").high == 13


def test_one_group_counted_differently_stays_a_range_for_everybody() -> None:
    one = report("Post", "Five villagers died.", says("Five villagers", 5, "Five", pair=(None, False)))
    other = report("Wire", "Nine villagers died.", says("Nine villagers", 9, "Nine", pair=(None, False)))
    assert bounds((one + other).toll()) == (5, 5, 9)


def test_a_part_never_passes_its_whole() -> None:
    whole = report("Post", "Three people died.", says("Three people died", 3, "Three"))
    part = report("Wire", "Five villagers died.", says("Five villagers", 5, "Five", pair=(None, False)))
    everybody, civilians = (whole + part).tolls()
    assert bounds(everybody) == (3, 3, 5)
    assert bounds(civilians) == (3, 3, 5)


SILENT = [
    ("a denial", says("denied that ten had died", 10, "ten", stance=Stance.DENIES), True, "denies"),
    ("a doubt", says("denied that ten had died", 10, "ten", stance=Stance.DOUBTS), False, "doubts"),
    ("no information", says("denied", stance=Stance.NO_INFORMATION), False, "no information"),
    ("a supposition", says("ten had died", 10, "ten", certainty=Certainty.HYPOTHETICAL), False, "hypothetical"),
    ("no number", says("denied"), False, "gives no number"),
]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("claim", "is_contested", "why"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_what_supplies_no_number_moves_none_and_says_why(
    claim: dict[str, object], is_contested: bool, why: str, rule: str
) -> None:
    silent = report("Post", "The mayor denied that ten had died.", claim)
    counted = report("Wire", "Four people died.", says("Four people died", 4, "Four"))
    assert bounds(silent.toll(rule)) == (None, None, None)
    assert silent.toll(rule).origins == 0
    assert bounds((silent + counted).toll(rule)) == bounds(counted.toll(rule))
    assert (silent + counted).toll(rule).contested is is_contested
    assert (silent + counted).toll(rule).origins == 1
    assert why in silent.why(str(claim["quote"]), rule)


def test_a_toll_without_a_number_still_leads_to_its_claims() -> None:
    for _, claim, _, _ in SILENT:
        toll = report("Post", "The mayor denied that ten had died.", claim).toll()
        assert toll.evidence or toll.against


def test_a_denial_of_the_incident_contests_every_row() -> None:
    counted = report("Wire", "Four villagers died.", says("Four villagers died", 4, "Four", pair=(None, False)))
    denial = report(
        "Post",
        "No strike took place, Orsk said.",
        says("No strike", kind=Kind.OCCURRENCE, stance=Stance.DENIES, by=ARMY),
    )
    scene = counted + denial
    assert [toll.contested for toll in scene.tolls()] == [True, True]
    assert [bounds(toll) for toll in scene.tolls()] == [bounds(toll) for toll in counted.tolls()]
    assert scene.toll().against == (denial.claims[0].id,)
    assert "denies that it happened" in scene.why("No strike")


def test_a_denial_of_responsibility_contests_no_toll() -> None:
    counted = report("Wire", "Four villagers died.", says("Four villagers died", 4, "Four"))
    denial = report("Post", "We had no part.", says("no part", kind=Kind.RESPONSIBILITY, stance=Stance.DENIES))
    assert not (counted + denial).toll().contested


def test_nobody_hurt_is_zero_and_contests_those_who_count_some() -> None:
    none = report("Post", "Nobody was hurt.", says("Nobody was hurt", 0, "Nobody", harm=Harm.INJURED))
    some = report("Wire", "Two were hurt.", says("Two were hurt", 2, "Two", harm=Harm.INJURED))
    assert bounds(none.toll(harm=Harm.INJURED)) == (0, 0, 0)
    assert not none.toll(harm=Harm.INJURED).contested
    both = (none + some).toll(harm=Harm.INJURED)
    assert both.contested
    assert both.against == (none.claims[0].id,)
    assert (both.low, both.high) == (0, 2)


def test_none_of_one_side_is_no_zero_for_everybody() -> None:
    scene = report("Post", "No Orsk troops died.", says("No Orsk troops died", 0, "No", pair=("Orsk", True)))
    assert bounds(scene.toll()) == (None, None, None)
    assert bounds(scene.toll(pair=("Orsk", True))) == (0, 0, 0)


def test_every_claim_of_the_harm_has_one_reason() -> None:
    scene = report(
        "Herald",
        "Five died, two of them children. A man died. Nobody knows if ten died, Five died.",
        says("Five died", 5, "Five"),
        says("two of them children", 2, "two", group="children", measure=Measure.PART),
        says("A man died", 1, "A man", group="A man"),
        says("Nobody knows", stance=Stance.NO_INFORMATION),
    )
    reasons = scene.toll().reasons
    assert sorted(one.claim for one in reasons) == sorted(one.id for one in scene.claims)
    assert {one.claim for one in reasons if one.used} == set(scene.toll().evidence) == {scene.claims[0].id}
    assert scene.why("two of them children") == "part of a larger figure"
    assert scene.why("A man died") == "tells of some among the 5"


def test_each_origin_is_left_out_in_turn_where_there_are_two() -> None:
    one = report("Post", "Five died.", says("Five died", 5, "Five"))
    other = report("Wire", "Nine died.", says("Nine died", 9, "Nine"))
    left = {origin: rest for origin, *rest in (one + other).toll().leave_one_out}
    assert left == {one.claims[0].id: [9, 9, 9], other.claims[0].id: [5, 5, 5]}
    assert one.toll().leave_one_out == ()


def test_the_other_rules_stand_beside_with_their_versions() -> None:
    scene = report("Post", "Five died.", says("Five died", 5, "Five"))
    assert scene.toll("tollbook").rule == RULES["tollbook"].title
    assert scene.toll("tollbook").other_rules == (
        (RULES["airwars"].title, 5, None, 5),
        (RULES["envelope"].title, 5, None, 5),
    )


def test_an_unknown_rule_is_named_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="'median'; there are airwars, envelope, tollbook"):
        Scene((), ()).tolls("median")


def test_a_group_of_which_deaths_are_only_denied_has_no_figure_of_its_own() -> None:
    wire = report("Wire", "Nine people died.", says("Nine people died", 9, "Nine"))
    army = report(
        "Post",
        "The army denied that eight civilians died.",
        says("eight civilians died", 8, "eight", pair=(None, False), by=ARMY, stance=Stance.DENIES),
    )
    scene = wire + army
    assert bounds(scene.toll(pair=(None, False))) == (None, None, None)
    assert [bounds(scene.toll(rule, pair=(None, False))) for rule in RULES] == [(None, None, None)] * len(RULES)


def test_fighters_of_two_sides_are_not_added_unless_one_breath_tells_of_both() -> None:
    apart = report(
        "Herald",
        "At least 90 government fighters died. It is said that 20 Orsk volunteers fell there.",
        says("90 government fighters", 90, "90", group="government fighters", pair=("government", True)),
        says("20 Orsk volunteers", 20, "20", group="Orsk volunteers", pair=("Orsk", True)),
    )
    assert apart.toll().best == 90
    together = report(
        "Herald",
        "Two Orsk soldiers and three Vell gunmen died.",
        says("Two Orsk soldiers", 2, "Two", group="Orsk soldiers", pair=("Orsk", True)),
        says("three Vell gunmen", 3, "three", group="Vell gunmen", pair=("Vell", True)),
    )
    assert together.toll().best == 5
