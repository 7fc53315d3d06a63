"""Incidents found by words: what belongs together over documents, what is told apart in one, in any order."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.builders import a_claim, a_document, a_reading
from tollbook import config, plugins
from tollbook.link import LINKERS, Settings
from tollbook.model import Copy, Incident, Passage, RawDocument, Reading, Span
from tollbook.pipeline import read_document
from tollbook.terms import CopyKind

link = LINKERS["words"]
STAGES = config.stages(config.Config(), plugins.tables())

STRIKE = """PORT ORRIN (VP) — An airstrike on a grain depot in Port Orrin killed nine people on Tuesday, doctors said.

Doctor Ilse Varga said that five others were wounded when two missiles hit the depot by the old canal lock.

The Vellish air command denied that it had struck the depot. Dockers had gathered there to collect flour."""

STRIKE_TOO = """Nine people were killed when missiles hit a grain depot by the canal lock in Port Orrin, the mayor said.

The airstrike came on Tuesday as the men were collecting flour, doctor Ilse Varga told the Vellish radio."""

CRASH = """SARNA (VP) — Four passengers were killed when a minibus crashed into a timber lorry near Sarna on Wednesday.

The lorry's driver was injured. The police said that ice on the mountain road had delayed the ambulances."""

SEVERAL = """An airstrike killed nine people at a grain depot in Port Orrin on Tuesday, the hospital said.

In a separate incident, a drone strike killed three men near Tell Marn on Saturday, villagers said.

More than 4,000 civilians have been killed so far this year, the monitors say."""


def read(id: str, text: str, published: str | None = "2031-03-06") -> Reading:
    return read_document(RawDocument(id, "text", text, published=published), STAGES)


def about(incidents: Sequence[Incident]) -> set[tuple[str, ...]]:
    return {one.about for one in incidents if one.about}


def test_reports_of_one_incident_come_together_and_others_stay_apart() -> None:
    found = link([read("a", STRIKE), read("b", STRIKE_TOO), read("c", CRASH)], tuple)
    assert about(found) == {("a", "b"), ("c",)}


def test_an_incident_is_told_by_what_most_of_its_reports_say() -> None:
    (found,) = link([read("a", STRIKE), read("b", STRIKE_TOO)], tuple)
    assert found.title == "Airstrike, Port Orrin, 4 Mar 2031"
    assert (found.kind, found.where and found.where.name) == ("airstrike", "Port Orrin")
    assert found.when is not None
    assert (found.when.start, found.when.end, found.when.span) == ("2031-03-04", "2031-03-04", None)
    assert found.documents == ("a", "b")


def test_the_id_is_made_from_the_smallest_claim_and_every_claim_is_in_one_incident() -> None:
    readings = [read("a", STRIKE), read("b", SEVERAL), read("c", CRASH)]
    found = link(readings, tuple)
    held = [claim for one in found for claim in one.claims]
    assert sorted(held) == sorted(claim.id for reading in readings for claim in reading.claims)
    assert [one.id for one in found] == ["i" + min(one.claims).removeprefix("c") for one in found]
    assert [one.id for one in found] == sorted(one.id for one in found)


def test_one_document_tells_of_several_incidents_and_is_about_one() -> None:
    found = link([read("a", SEVERAL)], tuple)
    assert {one.kind for one in found} >= {"airstrike", "drone_strike"}
    assert len(found) == 3
    assert about(found) == {("a",)}
    (main,) = [one for one in found if one.about]
    assert main.kind == "airstrike"


def test_background_in_one_report_goes_to_the_incident_that_another_is_about() -> None:
    drone = """Three men were killed in a drone strike near Tell Marn on Saturday, villagers said.

A shepherd who survived said the flock was grazing by the spring at Tell Marn when the drone came."""
    found = link([read("a", SEVERAL), read("b", drone)], tuple)
    (drone_strike,) = [one for one in found if one.about == ("b",)]
    assert drone_strike.documents == ("a", "b")


def test_a_second_sentence_about_the_same_people_stays_with_the_first() -> None:
    text = """Two miners were shot dead in Orrin on Tuesday, police said.

In a separate shooting, a guard was wounded on Sunday in Lugo, police said.

He was later pronounced dead, the hospital said."""
    found = link([read("a", text)], tuple)
    assert about(found) == {("a",)}
    (aside,) = [one for one in found if not one.about]
    assert len(aside.claims) == 2


def test_the_same_words_on_days_far_apart_are_two_incidents() -> None:
    again = STRIKE_TOO.replace("on Tuesday", "on Jan. 14")
    near = Settings(days=((0, 1.2),), days_beyond=0.0)
    found = link([read("a", STRIKE), read("b", again)], tuple, near)
    assert about(found) == {("a",), ("b",)}


def test_a_headline_alone_joins_its_report_by_one_rare_word_and_another() -> None:
    """The page behind a headline held only the titles of its videos."""
    headline = RawDocument("a", "text", "The weather in a minute", title="Toddler shot in stomach in Quarn")
    report = "A toddler was shot in the stomach on Tuesday at a farm outside Quarn, deputies said. His aunt drove him."
    others = (
        "A toddler was shot in Lugo on Monday, police say.",
        "A guard was shot in the stomach in Orrin on Friday.",
    )
    readings = [
        read_document(headline, STAGES),
        read("b", report),
        *(read(f"c{n}", one) for n, one in enumerate(others)),
    ]
    found = link(readings, tuple, Settings(rare=2, frequent_share=1.0))
    assert ("a", "b") in about(found)


def test_what_a_trial_is_about_is_the_news_and_what_was_before_is_not() -> None:
    tried = (
        "Two men were sentenced on Monday in the shooting deaths of three clerks last year. A fourth was shot twice."
    )
    (found,) = link([read("a", tried)], tuple)
    assert found.about == ("a",)
    news = "Three clerks were shot dead in Orrin on Monday. Two other clerks were shot dead last year in Lugo."
    assert len(link([read("a", news)], tuple)) == 2


def test_a_document_without_claims_is_in_no_incident() -> None:
    found = link([read("a", "The council met in Orrin on Tuesday."), read("b", CRASH)], tuple)
    assert all("a" not in one.documents for one in found)
    assert link([read("a", "The council met in Orrin.")], tuple) == ()
    assert link([], tuple) == ()


def test_claims_in_a_repeated_passage_are_of_one_incident_whatever_else_the_documents_say() -> None:
    one, other = a_document("Nine died. Snow fell.", "a"), a_document("Nine died. Wind blew.", "b")
    readings = [a_reading(one, a_claim(one, "Nine died", low=9)), a_reading(other, a_claim(other, "Nine died", low=9))]
    copy = Copy(Passage("b", Span(0, 10)), Passage("a", Span(0, 10)), CopyKind.VERBATIM, 1.0, False, "same words")
    assert about(link(readings, tuple)) == {("a",), ("b",)}
    assert about(link(readings, lambda: (copy,))) == {("a", "b")}


@pytest.mark.parametrize("published", ["2031-03-05", "2031-03-09", "2044-01-01", None])
def test_a_verbatim_copy_moves_no_incident(published: str | None) -> None:
    readings = [read("a", STRIKE), read("b", STRIKE_TOO), read("c", CRASH), read("d", SEVERAL)]
    before = link(readings, tuple)
    after = link([*readings, read("z", SEVERAL, published), read("y", STRIKE, published)], tuple)
    kept = {claim.id for reading in readings for claim in reading.claims}
    assert len(after) == len(before)
    assert {tuple(sorted(kept & set(one.claims))) for one in after} == {one.claims for one in before}
    assert {(one.kind, one.where) for one in after} == {(one.kind, one.where) for one in before}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_makes_no_difference(seed: int) -> None:
    readings = [read("a", STRIKE), read("b", STRIKE_TOO), read("c", CRASH), read("d", SEVERAL), read("e", STRIKE)]
    shuffled = list(readings)
    random.Random(seed).shuffle(shuffled)
    assert link(shuffled, tuple) == link(readings, tuple)


def test_no_chain_joins_two_incidents_through_one_round_up() -> None:
    round_up = read("z", STRIKE + "\n\n" + CRASH)
    found = link([read("a", STRIKE), read("c", CRASH), round_up], tuple)
    assert not any({"a", "c"} <= set(one.about) for one in found)


def test_a_denial_makes_nobody_an_actor() -> None:
    (found,) = [one for one in link([read("a", STRIKE)], tuple) if one.about]
    assert "Vellish" not in " ".join(actor.name for actor in found.actors)


def test_victims_are_never_in_a_title() -> None:
    text = "Mara Voss, 34, and Ilan Prell, 9, were shot dead in Orrin on Tuesday, police said."
    (found,) = link([read("a", text)], tuple)
    assert found.title == "Shooting, Orrin, 4 Mar 2031"


def test_a_title_in_the_metadata_counts_as_the_news() -> None:
    raw = RawDocument("a", "text", CRASH, title="Four killed in crash near Sarna", published="2031-03-06")
    reading = read_document(raw, STAGES)
    (found,) = link([reading], tuple)
    assert found.about == ("a",)
    assert link([replace(reading, claims=())], tuple) == ()
