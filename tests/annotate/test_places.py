"""Where: the words around a name that make it a place's, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.annotate import places
from tollbook.model import Name, Span


def found(text: str, *names: Name) -> list[str]:
    return [place.name for place in places.find(text, (), names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died in Port Orrin.", ["Port Orrin"]),
        ("Two men died near Lake Vell, outside Orrin.", ["Lake Vell", "Orrin"]),
        ("in the southern town of Port Orrin", ["Port Orrin"]),
        ("the village of Isle of Wrack", ["Isle of Wrack"]),
        ("in eastern Deir ez-Mor, north of Al-Qarra", ["Deir ez-Mor", "Al-Qarra"]),
        ("five miles south of St. Anselm", ["St. Anselm"]),
        ("Two died in Lugo County on Friday", ["Lugo County"]),
        ("at the Tell Marn camp in Sarna province", ["Tell Marn camp", "Sarna province"]),
        ("in the 6700 block of North Orrin Street", ["6700 block of North Orrin Street"]),
        ("in the 100 block of East 26th St. on Monday", ["100 block of East 26th St."]),
        ("in Ostland's Lugo region", ["Lugo region"]),
        ("NEW ORRIN (VP) — Two men died.", ["NEW ORRIN"]),
        ("NEW ORRIN, Tern. – Two men died.", ["NEW ORRIN"]),
        ("NEW ORRIN, Mar. 3 (Vela Press) - Two men died.", ["NEW ORRIN"]),
        ("SAN MIRO, 3 JAN 90 (VLP) -- TWO MEN DIED IN SAN LUIS DE LA ROSA.", ["SAN MIRO", "SAN LUIS DE LA ROSA"]),
        ("THE MINE IN THE TOWN OF BELLA VISTA, IN USUTA DEPARTMENT, BLEW UP.", ["BELLA VISTA", "USUTA DEPARTMENT"]),
    ],
)
def test_a_place_is_known_by_the_words_around_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It happened in May, in December and at Christmas.",
        "In Tuesday's attack two died.",
        "What he left in Vellor said much.",  # a name that speaks
        "He was treated at Orrin General Hospital.",
        "The case is in Lugo Superior Court.",
        "the Lugo Police Department",
        "in the area, in the city of the dead",
        "in English",
        "SOLDIERS IN FRONT OF THE BARRACKS, IN ADDITION, FELL IN THE NIGHT.",
    ],
)
def test_months_days_speakers_and_offices_are_no_places(text: str) -> None:
    assert found(text) == []


def test_a_name_known_to_be_a_person_s_or_a_body_s_is_no_place() -> None:
    text = "They believe in Mara Voss, and fight in Red Dawn, in Orrin."
    names = (Name(Span(16, 25), "Mara Voss", "person"), Name(Span(40, 48), "Red Dawn", "organisation"))
    assert found(text, *names) == ["Orrin"]
    assert found(text) == ["Mara Voss", "Red Dawn", "Orrin"]


def test_a_place_reaches_into_no_second_sentence() -> None:
    text = "Two died in St. Anselm County"
    assert [one.name for one in places.find(text, (Span(0, 15), Span(16, len(text))), ())] == []


def test_without_a_gazetteer_nothing_has_coordinates() -> None:
    (place,) = places.find("Two died in Port Orrin.", (), ())
    assert (place.latitude, place.longitude, place.country, place.span) == (None, None, None, Span(12, 22))


@given(st.text(alphabet=st.sampled_from("IN in Port Orrin's, the 12 block of St. (AP) —\n-elEZ"), max_size=200))
def test_every_place_is_named_as_it_stands_and_none_overlaps(text: str) -> None:
    end = 0
    for place in places.find(text, (), ()):
        assert place.span is not None
        assert place.name == place.span.of(text)
        assert place.span.start >= end
        end = place.span.end


@pytest.mark.parametrize("piece", ["Aa ", "IN AA ", "the ", "AAA-", "AAA\n", "12 Block of A ", "Aa" * 30])
def test_a_long_run_of_anything_is_read_to_its_end(piece: str) -> None:
    text = piece * 10_000 + "a, b. They died in Port Orrin." + "a" * 40_000 * len(piece)
    assert places.find(text, (), ())[-1].name == "Port Orrin"
