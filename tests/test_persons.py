"""Who is told of one by one: texts with their claims about single people, and how many people these are."""

from __future__ import annotations

import pytest

from tests.reconcile.scenes import report, says
from tollbook.persons import people
from tollbook.reconcile.said import sentences_of
from tollbook.terms import Harm

HURT = {"harm": Harm.INJURED}

TEXTS = [
    ("A man was shot. He died.", [("A man was shot", "A man", HURT), ("He died", "He", {})], 1),
    ("A man was shot. The man died.", [("A man was shot", "A man", HURT), ("The man died", "The man", {})], 1),
    ("A man and a woman died. She", [("A man", "A man", {}), ("a woman died", "a woman", {})], 2),
    ("A man died. Another man died.", [("A man died", "A man", {}), ("Another man died", "Another man", {})], 2),
    ("One man died, a man fell.", [("One man died", "One man", {}), ("a man fell", "a man", {})], 2),
    (
        "A 9-year-old boy died. A 12-year-old boy died.",
        [("A 9-year-old boy died", "A 9-year-old boy", {}), ("A 12-year-old boy died", "A 12-year-old boy", {})],
        2,
    ),
    (
        "A 34-year-old man was shot. Tomas Prell, 34, died.",
        [
            ("A 34-year-old man was shot", "A 34-year-old man", HURT),
            ("Tomas Prell, 34, died", "Tomas Prell", {"persons": ("Tomas Prell",)}),
        ],
        1,
    ),
    (
        "Ana Prell was killed. Castan was killed. Prell was",
        [
            ("Ana Prell was", "Ana Prell", {"persons": ("Ana Prell",)}),
            ("Castan was", "Castan", {"persons": ("Castan",)}),
            ("Prell was", "Prell", {"persons": ("Prell",)}),
        ],
        2,
    ),
    (
        "Tomas Prell, 35, died. His 2-year-old daughter was shot.",
        [
            ("Tomas Prell, 35, died", "Tomas Prell, 35", {"persons": ("Tomas Prell",)}),
            ("His 2-year-old daughter was shot", "His 2-year-old daughter", HURT),
        ],
        2,
    ),
    (
        "The gunman died. His cousin was shot. Marl was killed.",
        [
            ("The gunman died", "The gunman", {}),
            ("His cousin was shot", "His cousin", HURT),
            ("Marl was killed", "Marl", {"persons": ("Marl",)}),
        ],
        2,
    ),
    (
        "A boy died. A 14-year-old boy was wounded. A young boy died, another was wounded.",
        [
            ("A boy died", "A boy", {}),
            ("A 14-year-old boy was wounded", "A 14-year-old boy", HURT),
            ("A young boy died", "A young boy", {}),
            ("another was wounded", "another", HURT),
        ],
        2,
    ),
    ("A man died. A woman was wounded.", [("A man died", "A man", {}), ("A woman was wounded", "A woman", HURT)], 2),
    (
        "A 16-year-old boy died. Another 16-year-old boy was shot.",
        [
            ("A 16-year-old boy died", "A 16-year-old boy", {}),
            ("Another 16-year-old boy was shot", "Another 16-year-old boy", HURT),
        ],
        2,
    ),
    (
        "A 9-year-old boy died. The shooting killed 9-year-old Tom Prell.",
        [
            ("A 9-year-old boy died", "A 9-year-old boy", {}),
            ("killed 9-year-old Tom Prell", "Tom Prell", {"persons": ("Tom Prell",)}),
        ],
        1,
    ),
    (
        "A second man was shot. A third man was shot.",
        [("A second man was shot", "A second man", HURT), ("A third man was shot", "A third man", HURT)],
        2,
    ),
    (
        "A murder, the shooting death of a boy.",
        [("A murder, the shooting death of a boy", "a boy", {}), ("death of a boy", "a boy", {})],
        1,
    ),
    ("A man died. A man was wounded.", [("A man died", "A man", {}), ("A man was wounded", "A man", HURT)], 2),
]


@pytest.mark.parametrize(("text", "claims", "many"), TEXTS, ids=[row[0] for row in TEXTS])
def test_a_person_met_again_is_one(text: str, claims: list[tuple[str, str, dict[str, object]]], many: int) -> None:
    scene = report("Herald", text, *(says(quote, 1, count, **more) for quote, count, more in claims))
    documents = {one.id: one for one in scene.documents}
    known = people(scene.claims, sentences_of(scene.claims, documents))
    assert len({key for keys in known.values() for key in keys}) == many
    assert known == people(reversed(scene.claims), sentences_of(scene.claims, documents))


def test_a_figure_tells_of_nobody_in_particular() -> None:
    scene = report("Herald", "Three men died.", says("Three men died", 3, "Three men"))
    assert people(scene.claims, {}) == {}
