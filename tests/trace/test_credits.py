"""Credits: which outlets a text names as where its story is from."""

from __future__ import annotations

import pytest

from tollbook.lexicon.outlets import outlet
from tollbook.trace.credits import credits


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("The Harbour Post", "https://www.harbourpost.example/", True),
        ("harbour-post.co.uk", "Harbour Post", True),
        ("AP", "The Associated Press", True),
        ("apnews.com", "The Associated Press", True),
        ("vestrel.harbourpost.example", "Vestrel", False),
        ("Harbour Post", "Harbour Wire", False),
    ],
)
def test_an_outlet_is_known_by_its_name_and_its_site(one: str, other: str, is_same: bool) -> None:
    assert (outlet(one) == outlet(other)) is is_same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ORLAVA (Harbour Wire) — Four miners died.", "(Harbour Wire)"),
        ("ORLAVA (HARBOUR WIRE) - Four miners died.", "(HARBOUR WIRE)"),
        ("On Tuesday Harbour Wire reported that four died.", "Harbour Wire reported"),
        ("Four died, according to the Harbour Wire.", "according to Harbour Wire"),
        ("Four died. Reported by Harbour Wire. All rights are ours.", "Reported by Harbour Wire"),
        ("The harbour wire fence fell.", None),
        ("Harbour Wire won a prize (for the second time).", None),
        ("Four died, according to the Vestrel Post.", None),
    ],
)
def test_a_credit_is_a_known_outlet_in_a_dateline_or_beside_a_cue(text: str, found: str | None) -> None:
    assert credits(text, frozenset({"harbourwire"})) == ({"harbourwire": found} if found else {})
