"""What every rule owes, whatever the voices say: an ordered range, deaf to copies, order, denials and silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.scenes import Scene, bounds, pair_of, report, says
from tollbook.model import Toll
from tollbook.reconcile import RULES
from tollbook.terms import Bound, Certainty, Kind, Measure, SourceKind, Stance

pytestmark = pytest.mark.parametrize("rule", RULES)

few = settings(max_examples=40, deadline=None)

WORDS = "Reports on the attack in Vell differ."
DAYS = st.sampled_from([None, "2031-05-01", "2031-05-02", "2031-05-03"])
PAIRS = st.sampled_from([None, (None, False), (None, True), ("Orsk", True), ("Orsk", None), ("Vell", False)])
SOURCES = st.sampled_from(
    [
        (),
        (("police", SourceKind.POLICE),),
        (("Orsk army", SourceKind.MILITARY),),
        (("Tass", SourceKind.MEDIA), ("a witness", SourceKind.WITNESS)),
    ]
)
BOUNDS = st.sampled_from([(Bound.EXACT, 0), (Bound.RANGE, 3), (Bound.VAGUE, 75), (Bound.AT_LEAST, None)])


@st.composite
def statements(draw: st.DrawFn, measures: Sequence[Measure]) -> dict[str, Any]:
    low, (bound, width) = draw(st.integers(0, 40)), draw(BOUNDS)
    start = draw(st.integers(0, len(WORDS) - 5))
    persons = draw(st.sampled_from([(), (), ("Ana Prell",), ("Ana Prell", "Jon Marsh")]))
    low, bound, width = (len(persons), Bound.EXACT, 0) if persons else (low, bound, width)
    return says(
        WORDS[start : start + 4],
        low,
        high=None if width is None else low + width,
        bound=bound,
        pair=draw(PAIRS),
        by=draw(SOURCES),
        measure=draw(st.sampled_from(measures)),
        certainty=draw(st.sampled_from(Certainty)),
        persons=persons,
    )


@st.composite
def scenes(draw: st.DrawFn, measures: Sequence[Measure] = tuple(Measure)) -> Scene:
    """Up to five reports, each of up to three statements: a voice for each source in it."""
    texts = st.lists(statements(measures), min_size=1, max_size=3)
    told = draw(st.lists(st.tuples(texts, DAYS), min_size=1, max_size=5))
    made = (report(f"r{n}", WORDS, *claims, published=day) for n, (claims, day) in enumerate(told))
    whole = Scene((), ())
    for scene in made:
        whole += scene
    return Scene(tuple({one.id: one for one in whole.claims}.values()), whole.documents)


def ranges(scene: Scene, rule: str) -> dict[object, object]:
    """What a copy or a denial may not change, by row."""
    return {pair_of(toll): (bounds(toll), toll.origins, toll.provisional) for toll in scene.tolls(rule)}


def is_ordered(toll: Toll) -> bool:
    known = [number for number in bounds(toll) if number is not None]
    return known == sorted(known) and (toll.low is not None or known == [])


@few
@given(scenes())
def test_low_best_and_high_are_in_order_in_every_row_and_with_any_origin_left_out(rule: str, scene: Scene) -> None:
    for toll in scene.tolls(rule):
        assert is_ordered(toll)
        for _, low, best, high in toll.leave_one_out:
            assert is_ordered(replace(toll, low=low, best=best, high=high))


@few
@given(scenes(), st.randoms(use_true_random=False))
def test_order_changes_nothing(rule: str, scene: Scene, random: Any) -> None:
    claims, documents = list(scene.claims), list(scene.documents)
    random.shuffle(claims)
    random.shuffle(documents)
    assert Scene(tuple(claims), tuple(documents)).tolls(rule) == scene.tolls(rule)


@few
@given(scenes(), st.data())
def test_a_copy_changes_no_figure(rule: str, scene: Scene, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(scene.claims))
    of = next(one for one in scene.documents if one.id == claim.document)
    copy = replace(of, id="mirror", published=data.draw(st.sampled_from([None, "2031-05-09"])))
    copied = [
        replace(one, document="mirror", origin=one.origin or one.id)
        for one in scene.claims
        if one.document == claim.document and data.draw(st.booleans())
    ]
    assert ranges(scene + Scene(tuple(copied), (copy,)), rule) == ranges(scene, rule)


@few
@given(scenes(), st.sampled_from([Stance.DENIES, Stance.DOUBTS, Stance.NO_INFORMATION]), st.sampled_from(Kind))
def test_who_denies_doubts_or_knows_nothing_moves_no_number(
    rule: str, scene: Scene, stance: Stance, kind: Kind
) -> None:
    number = {"low": 3} if kind is Kind.HARM and stance is not Stance.NO_INFORMATION else {}
    silent = report("silent", WORDS, says("differ", kind=kind, stance=stance, **number))
    before, after = ranges(scene, rule), ranges(scene + silent, rule)
    assert {pair: after[pair] for pair in before} == before


@few
@given(scenes())
def test_a_denial_contests_everybody_and_is_named(rule: str, scene: Scene) -> None:
    denial = report("denial", WORDS, says("differ", 3, stance=Stance.DENIES))
    toll = (scene + denial).toll(rule)
    assert toll.contested
    assert denial.claims[0].id in toll.against
    assert denial.claims[0].id not in toll.evidence


@few
@given(scenes())
def test_parts_never_pass_their_whole(rule: str, scene: Scene) -> None:
    everybody, *parts = scene.tolls(rule)
    for part in parts:
        for whole, some in zip(bounds(everybody), bounds(part), strict=True):
            assert whole is None or some is None or some <= whole
        if everybody.high is not None:
            assert part.low is None or part.high is not None


@few
@given(scenes())
def test_every_claim_of_the_harm_is_named_once_and_evidence_is_what_was_used(rule: str, scene: Scene) -> None:
    everybody = scene.toll(rule)
    assert sorted(one.claim for one in everybody.reasons) == sorted(one.id for one in scene.claims)
    assert all(one.why for one in everybody.reasons)
    used = {one.claim for one in everybody.reasons if one.used}
    assert used == set(everybody.evidence) or not used
    assert everybody.evidence or everybody.against


def test_silence_gives_none_and_an_explicit_nobody_zero(rule: str) -> None:
    nothing = report("Post", "We have no figures.", says("no figures", stance=Stance.NO_INFORMATION))
    assert bounds(nothing.toll(rule)) == (None, None, None)
    nobody = report("Post", "Nobody died.", says("Nobody died", 0, "Nobody"))
    assert (nobody.toll(rule).low, nobody.toll(rule).high) == (0, 0)
    assert Scene((), ()).tolls(rule) == ()
