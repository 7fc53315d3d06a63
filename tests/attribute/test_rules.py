"""Attributions: who says what, through whom, and how far the words said go."""

import pytest

from tests.extract.reading import attributions, claims
from tollbook.terms import SourceKind


def told(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each attribution, pieces joined by " … "."""
    return [
        tuple(" … ".join(span.of(text) for span in part) for part in (one.source, one.cue, one.content))
        for one in attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Police said the bridge fell.", "Police", "said", "the bridge fell"),
        ("The ministry said that the bridge fell.", "The ministry", "said", "the bridge fell"),
        ("The bridge fell, police said.", "police", "said", "The bridge fell"),
        ("The bridge fell, police said on Tuesday.", "police", "said", "The bridge fell"),
        ("The bridge fell, said Ana Prell.", "Ana Prell", "said", "The bridge fell"),
        ("According to doctors, four people died.", "doctors", "According to", "four people died"),
        ("Four people died, according to the hospital.", "the hospital", "according to", "Four people died"),
        ("Ana Prell, a nurse, said the ward was full.", "Ana Prell, a nurse", "said", "the ward was full"),
        ("“It fell,” the mayor said.", "the mayor", "said", "It fell,"),
        ("The port had earlier put the number of dead at 12.", "The port", "put the number", "dead at 12"),
        ("The army denied that it bombed the mill.", "The army", "denied", "it bombed the mill"),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_found(text, source, cue, content):
    [(who, how, what)] = told(text)
    assert (who, how) == (source, cue)
    assert content in what


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Citing Ana Prell, a lawmaker, the agency Tavro said four people died.", ["agency Tavro", "Ana Prell"]),
        ("A port official told Harbour News that four people died.", ["Harbour News", "port official"]),
        ("No one died, the ministry said in a statement carried by Tavro News on Friday.", ["Tavro News", "ministry"]),
        (
            "Leva said his group has confirmed the death of four porters based on social media.",
            ["Leva", "his group", "social media"],
        ),
        ("Four people died, police said.", ["police"]),
        ("Ana Prell, a port official, said four people died.", ["Ana Prell"]),
        # Behind the place of a report: it is no name that what follows describes.
        ("ORSK, Vell - A man, described as a friend of four people who died, was held.", []),
        ("Four people died.", []),
    ],
)  # fmt: skip
def test_a_claim_takes_over_the_whole_chain_outermost_first(text, chain):
    [claim] = claims(text)
    assert [link.name for link in claim.sources] == chain


def test_a_pronoun_is_the_person_last_named():
    found = attributions("Sgt. Tom Marl said the road was closed. “It is icy,” he said.")
    assert [one.chain[0].name for one in found] == ["Tom Marl", "Tom Marl"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A commander said the road was closed. “It is icy,” he said.", "commander"),
        ("Its spokeswoman Dara Moll knew nothing. A witness said it was late. “It is icy,” she said.", "witness"),
        ("Its spokeswoman Dara Moll said it was late. “It is icy,” he said.", "he"),
        ("The commander said it was late. His spokeswoman said nothing fell. “It is icy,” he said.", "commander"),
        ("Police said the road was closed. “It is icy,” he said.", "he"),
        ("Sgt. Tom Marl said it was late. Mayor Ana Moll called it “a scandal”. “It is icy,” she said.", "Ana Moll"),
    ],
)
def test_a_pronoun_is_one_person_whom_it_fits(text, speaker):
    assert attributions(text)[-1].chain[0].name == speaker


def test_a_surname_is_the_person_named_in_full_before():
    found = attributions("Ana Prell said the road was closed. Prell said it was icy.")
    assert [one.chain[0].name for one in found] == ["Ana Prell", "Ana Prell"]


@pytest.mark.parametrize(
    "text",
    [
        "Police Chief Dara Moll said the road was closed. Moll said it was icy. She said it was late.",
        "Moll said it was icy. The road was closed, said Orsk Police Sgt. Dara Moll. She said it was late.",
    ],
)
def test_a_police_chief_is_one_person_and_the_police(text):
    links = [one.chain[0] for one in attributions(text)]
    assert {(link.name, link.kind) for link in links} == {("Dara Moll", SourceKind.POLICE)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police said four people died.", "police"),
        ("The OKPD said four people died.", "police"),
        ("Cops said four people died.", "police"),
        ("The Vell Bureau of Investigation said four people died.", "police"),
        ("According to the affidavit, four people died.", "government"),
        ("The outlet said four people died.", "media"),
        ("The Health Ministry said four people died.", "medical"),
        ("The army said four people died.", "military"),
        ("A witness said four people died.", "witness"),
        ("The observatory, a monitor, said four people died.", "monitor"),
        ("His mother said four people died.", "relative"),
        ("An official said four people died.", "official_unnamed"),
    ],
)
def test_the_kind_of_a_source_is_read_from_its_words(text, kind):
    assert attributions(text)[0].chain[0].kind is SourceKind(kind)


def test_spans_point_at_their_words_and_a_claim_is_in_its_speakers_content():
    text = "“Four people died,” said Tom Marl. Two more were hurt."
    first, second = claims(text)
    assert [link.span.of(text) for link in first.sources] == ["Tom Marl"]
    assert second.sources == ()
