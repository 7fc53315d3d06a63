"""The chains that real reports make a reader follow, in words of our own, whole by every attributor."""

from __future__ import annotations

import pytest

from tests.builders import a_document
from tollbook.annotate import ANNOTATORS
from tollbook.attribute import ATTRIBUTORS
from tollbook.extract import EXTRACTORS
from tollbook.model import Claim
from tollbook.terms import Field, Harm, SourceKind, Stance

WAYS = ("rules", "encoder")


def claims(text: str, way: str) -> list[Claim]:
    """The claims that count somebody, by this annotator and the attributor of its name."""
    document = a_document(text)
    annotations = ANNOTATORS[way](document, Field.TEXT)
    found = EXTRACTORS["rules"](document, annotations, ATTRIBUTORS[way](annotations))
    return [one for one in found if one.harm in (Harm.KILLED, Harm.INJURED)]


def names(claim: Claim) -> list[str]:
    return [link.name for link in claim.sources]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Citing Ines Kollar, a municipal councillor in Brask, the state news agency Verin said three residents"
            " were killed.",
            ["state news agency Verin", "Ines Kollar"],
        ),
        (
            "Orlo Dant leads a team that follows the war. Dant said his team has confirmed the death of six volunteers"
            " based on social media.",
            ["Dant", "his team", "social media"],
        ),
        (
            "Nine of them were killed, Orlo Dant wrote in a post on the Plovik social network on Monday, citing an"
            " unnamed source.",
            ["Plovik social network", "Orlo Dant", "unnamed source"],
        ),
        (
            "“No soldier was killed,” the defence ministry said in a statement cited by Norfax on Thursday.",
            ["Norfax", "defence ministry"],
        ),
        ("Ana Prell told Harbour News on Tuesday that the strike killed 14 people.", ["Harbour News", "Ana Prell"]),
        ("Tavro published that medical sources reported five dead.", ["Tavro", "medical sources"]),
        ("One man was shot and killed, Marl told police.", ["police", "Marl"]),
        ("Police said a witness told them three people were shot.", ["Police", "witness"]),
        ("The agency Verin reported, citing the hospital, that ten people were wounded.", ["agency Verin", "hospital"]),
        ("The strike killed 12 people, ’to pieces,’‘ Ana Prell said.", ["Ana Prell"]),
        ("A doctor said on condition of anonymity that 20 people were killed.", ["doctor"]),
        ("Three people were killed, it was reported.", []),
        (
            "The coast guard on Saturday lowered the death toll to 11, saying that one was on two lists.",
            ["coast guard"],
        ),
        ("Drevnia: Floods killed 26 people, the civil service said on Saturday.", ["civil service"]),
        (
            "Officials said that seven people were hurt when a bus overturned on Monday, correcting a count of nine.",
            ["Officials"],
        ),
        ("@marl_reports: “Four people were killed in the market.”", ["@marl_reports"]),
        ("@marlvik: Police said four people were killed.", ["@marlvik", "Police"]),
    ],
)
def test_the_chain_of_a_claim_is_whole_outermost_first(text: str, chain: list[str], way: str) -> None:
    assert [names(one) for one in claims(text, way)] == [chain]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "text",
    [
        "The mayor, Ana Prell, visited the town. “Eight of our people were killed there.” The road was closed.",
        "“Eight of our people were killed there.” Ana Prell walked back to the car.",
        "Ana Prell stood by the wall.\n\n“Eight of our people were killed there.”\n\nThe road was closed.",
    ],
)
def test_a_quotation_that_nobody_is_said_to_have_said_has_no_speaker(text: str, way: str) -> None:
    assert [names(one) for one in claims(text, way)] == [[]]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "The foreign ministry spokeswoman Rina Sol said five citizens had died. Sol added that ten were hurt.",
            [["Rina Sol"], ["Rina Sol"]],
        ),
        (
            "A spokesman for the coalition, Tom Marl, said two men were killed. The spokesman said that no troops were"
            " hurt.",
            [["Tom Marl"], ["Tom Marl"]],
        ),
        ("Tom Marl said two men were killed. He said that four were wounded.", [["Tom Marl"], ["Tom Marl"]]),
        (
            "But he would not comment. The U.S. official put the death toll at 100.",
            [["U.S. official"]],
        ),
    ],
)
def test_one_speaker_has_one_name(text: str, chains: list[list[str]], way: str) -> None:
    assert [names(one) for one in claims(text, way)] == chains


@pytest.mark.parametrize("way", WAYS)
def test_each_link_has_its_kind_and_each_claim_its_stance(way: str) -> None:
    [one] = claims("The army denied that its planes killed 20 people, the agency Tavro reported.", way)
    assert one.stance is Stance.DENIES
    [one] = claims("“No soldier was killed,” the defence ministry said in a statement carried by Tavro News.", way)
    assert [link.kind for link in one.sources] == [SourceKind.MEDIA, SourceKind.MILITARY]
