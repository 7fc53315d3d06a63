"""Deaths told in passing: beside a report that opens with the hurt alone they are another incident's."""

import pytest

from tests.link.test_words import STAGES, about
from tollbook.link import LINKERS
from tollbook.model import Incident, RawDocument, Reading
from tollbook.pipeline import read_document
from tollbook.terms import Harm

link = LINKERS["cases"]

HURT = "Four people were wounded in a shooting in Vell on Tuesday. Police closed Mill Street. A dog ran off."
ASIDE = HURT + " Neighbors were worried. The mayor came by. Olek Prell was killed near the mill."
HEAD = "Olek Prell was killed and three people were wounded in Vell on Tuesday. Police closed Mill Street."


def read(id: str, text: str, published: str = "2031-03-06") -> Reading:
    return read_document(RawDocument(id, "text", text, published=published, case="one"), STAGES)


def deaths(incidents: tuple[Incident, ...], *readings: Reading) -> int:
    """How many claims of deaths the case's own incident has."""
    (own,) = [one for one in incidents if one.about]
    dead = {claim.id for one in readings for claim in one.claims if claim.harm is Harm.KILLED}
    return len(dead.intersection(own.claims))


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        pytest.param((ASIDE, HURT), 0, id="what no other report knows of is told in passing"),
        pytest.param((ASIDE,), 1, id="alone it is believed"),
        pytest.param((ASIDE, HEAD), 2, id="what another report tells is believed"),
        pytest.param((HEAD, HURT), 1, id="a death at the head of a report is believed"),
        pytest.param((ASIDE, "The council met in Vell on Tuesday."), 1, id="who tells of nobody hurt knows nothing"),
    ],
)
def test_a_death_in_the_depth_of_one_report(texts: tuple[str, ...], left: int) -> None:
    readings = [read(f"d{number}", text) for number, text in enumerate(texts)]
    found = link(readings, tuple)
    assert deaths(found, *readings) == left
    assert sorted(claim for one in found for claim in one.claims) == sorted(
        c.id for one in readings for c in one.claims
    )
    assert about(found) == {tuple(one.document.id for one in readings)}


DEAD = "Olek Prell was killed in a shooting in Vell on Tuesday. Police closed Mill Street. A dog ran off."


@pytest.mark.parametrize(
    ("aside", "left"),
    [
        ("A baker was wounded near the mill.", 0),
        ("Two others were also wounded.", 1),
        ("A second victim was wounded.", 1),
        ("Gunmen killed Olek Prell and wounded three of his kin.", 1),
    ],
)
def test_hurt_that_go_on_from_the_dead_are_not_told_in_passing(aside: str, left: int) -> None:
    readings = [read("a", f"{DEAD} Neighbors were worried. The mayor came by. {aside}"), read("b", DEAD)]
    (own,) = [one for one in link(readings, tuple) if one.about]
    hurt = {claim.id for one in readings for claim in one.claims if claim.harm is Harm.INJURED}
    assert len(hurt.intersection(own.claims)) == left


def test_the_order_of_the_readings_makes_no_difference() -> None:
    readings = [read("a", ASIDE), read("b", HURT)]
    assert link(readings, tuple) == link(readings[::-1], tuple)
