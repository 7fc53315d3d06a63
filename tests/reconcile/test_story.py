"""The arithmetic of one voice: each specimen is one report, and what it says of everybody killed."""

from dataclasses import replace

import pytest

from tests.reconcile.scenes import bounds, report, says
from tollbook.reconcile.said import distinct_names, said
from tollbook.terms import Bound, Harm, Measure

NEW, PART = Measure.NEW, Measure.PART

SPECIMENS = [
    ("A figure said twice counts once.", "Three died. The three dead", [("Three", 3), ("three dead", 3)], (3, 3)),
    ("A part retold: the larger stands.", "A man was killed. Three died.", [("A man", 1), ("Three", 3)], (3, 3)),
    (
        "Two groups in one breath are added.",
        "Two soldiers and three villagers were killed.",
        [("Two soldiers", 2, {"group": "soldiers"}), ("three villagers", 3, {"group": "villagers"})],
        (5, 5),
    ),
    (
        "The same groups in two sentences may be the same people.",
        "Two women were killed. Three relatives died.",
        [("Two women", 2, {"group": "women"}), ("Three relatives", 3, {"group": "relatives"})],
        (3, 3),
    ),
    (
        "But nobody is soldier and civilian at once.",
        "Two soldiers were killed. Three villagers died.",
        [("Two soldiers", 2, {"pair": (None, True)}), ("Three villagers", 3, {"pair": (None, False)})],
        (5, 5),
    ),
    (
        "A whole and its groups in one breath are not added.",
        "Five died, two soldiers and three villagers.",
        [("Five", 5), ("two soldiers", 2, {"group": "soldiers"}), ("three villagers", 3, {"group": "villagers"})],
        (5, 5),
    ),
    (
        "Parts are never added.",
        "Twenty died, eight of them women, four of them aid workers.",
        [("Twenty", 20), ("eight", 8, {"measure": PART}), ("four", 4, {"measure": PART})],
        (20, 20),
    ),
    ("Parts alone tell of some.", "Eight of the dead were women.", [("Eight", 8, {"measure": PART})], (8, 8)),
    (
        "Names in different sentences are people each.",
        "Ana Prell, 34, died at the scene. Tomas Prell died in hospital. Prell was a teacher.",
        [
            ("Ana Prell", 1, {"persons": ("Ana Prell",)}),
            ("Tomas Prell", 1, {"persons": ("Tomas Prell",)}),
            ("Prell was", 1, {"persons": ("Prell",)}),
        ],
        (2, 2),
    ),
    (
        "The named are a floor under the number given.",
        "At least two died. Ana Prell, Jon Marsh and Ida Roe were killed.",
        [
            ("At least two", 2, {"high": None}),
            ("Ana Prell, Jon Marsh and Ida Roe", 3, {"persons": ("Ana Prell", "Jon Marsh", "Ida Roe")}),
        ],
        (3, None),
    ),
    (
        "Some died: a report that there were some counts nobody.",
        "Villagers were killed. Three died.",
        [("Villagers", 2, {"high": None, "bound": Bound.VAGUE}), ("Three", 3)],
        (3, 3),
    ),
    (
        "A ceiling says nothing of the least.",
        "Up to nine died. Six bodies were found.",
        [("Up to nine", 0, {"high": 9, "bound": Bound.AT_MOST}), ("Six", 6)],
        (6, 9),
    ),
    (
        "An age is no count, and a boy beside a whole is one of them.",
        "A 9-year-old boy died. A girl died. Two died.",
        [("A 9-year-old boy", 1, {"group": "boy"}), ("A girl", 1, {"group": "girl"}), ("Two", 2)],
        (2, 2),
    ),
    (
        "Many more is no number to add.",
        "Three died. Many more died.",
        [("Three", 3), ("Many more", 3, {"high": None, "bound": Bound.VAGUE, "measure": NEW})],
        (3, 3),
    ),
    (
        "No other deaths adds nothing and is no zero.",
        "Two died. No others died.",
        [("Two", 2), ("No others", 0, {"measure": NEW})],
        (2, 2),
    ),
    ("Two more died.", "Three died. Later two more died.", [("Three", 3), ("two more", 2, {"measure": NEW})], (5, 5)),
    ("More without a figure before.", "Two more died.", [("Two more", 2, {"measure": NEW})], (2, 2)),
    (
        "Others named beside one in the same breath.",
        "Three died. Ana Prell and two others were killed.",
        [("Three", 3), ("Ana Prell", 1, {"persons": ("Ana Prell",)}), ("two others", 2, {"measure": NEW})],
        (3, 3),
    ),
    (
        "A count beats a vague word that it falls into.",
        "Dozens died. The count is 37.",
        [("Dozens", 24, {"high": 99, "bound": Bound.VAGUE}), ("37", 37)],
        (37, 37),
    ),
    (
        "A vague word stands above a count that is far below it.",
        "Dozens died. Two died",
        [("Dozens", 24, {"high": 99, "bound": Bound.VAGUE}), ("Two", 2)],
        (24, 99),
    ),
    (
        "Later words of the same voice replace.",
        "Nine died. Four died.",
        [("Nine", 9, {"on": "2031-05-01"}), ("Four", 4, {"on": "2031-05-03"})],
        (4, 4),
    ),
    (
        "Unless they were said first.",
        "Nine died. Four died.",
        [("Nine", 9, {"on": "2031-05-03"}), ("Four", 4, {"on": "2031-05-01"})],
        (9, 9),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claims", "killed"), [row[1:] for row in SPECIMENS], ids=[row[0] for row in SPECIMENS]
)
def test_one_voice_adds_up_to(text: str, claims: list[tuple[str, int]], killed: tuple[int, int | None]) -> None:
    made = [says(quote, low, **(more[0] if more else {})) for quote, low, *more in claims]
    toll = report("Herald", text, *made).toll("envelope")
    assert (toll.low, toll.high) == killed
    assert toll.origins == 1


def test_what_the_words_replaced_is_told() -> None:
    scene = report(
        "Herald", "Nine died. Four died.", says("Nine", 9, on="2031-05-01"), says("Four", 4, on="2031-05-03")
    )
    assert scene.why("Nine") == "replaced by 4, which the same voice gave later (2031-05-03)"


def test_a_copy_changes_nothing_and_is_named_as_a_repeat() -> None:
    first = report("Wire", "Three died.", says("Three died", 3, "Three"), published="2031-05-01")
    voice = first.claims[0].id
    second = report("Wire2", "Five died.", says("Five died", 5, "Five"), published="2031-05-02", origin=voice)
    late = report("Mirror", "Now three died.", says("three died", 3, "three"), published="2031-05-04", origin=voice)
    assert bounds((first + second + late).toll()) == bounds((first + second).toll()) == (5, 5, 5)
    assert (first + second + late).toll().origins == 1
    assert (first + second + late).toll().documents == 3
    assert (first + late).why("three died") == "repeats The Wire's words"


def test_one_speaker_in_one_document_is_one_voice_though_each_claim_is_its_own_origin() -> None:
    scene = report(
        "Herald",
        "Two soldiers and three villagers died, five in all.",
        says("Two soldiers", 2, group="soldiers"),
        says("three villagers", 3, group="villagers"),
        says("five", 5),
    )
    apart = replace(scene, claims=tuple(replace(one, origin=one.id) for one in scene.claims))
    assert bounds(apart.toll()) == (5, 5, 5)
    assert apart.toll().origins == 1


def test_a_copy_that_adds_a_figure_is_a_voice_of_its_own_for_it() -> None:
    wire = report("Wire", "Three died.", says("Three died", 3, "Three"))
    carried = report("Mirror", "Three died. We counted five.", says("Three died", 3, "Three"), origin=wire.claims[0].id)
    added = report("Mirror", "Three died. We counted five.", says("We counted five", 5, "five"))
    assert bounds((wire + carried + added).toll()) == (3, 3, 5)
    assert (wire + carried + added).toll().origins == 2


NAMES = [
    (("Ana Prell", "Prell", "Ana"), ("Ana Prell",)),
    (("Ana Prell", "Tomas Prell"), ("Ana Prell", "Tomas Prell")),
    (("ana prell", "Ana Prell"), ("Ana Prell",)),
    ((), ()),
]


@pytest.mark.parametrize(("names", "people"), NAMES)
def test_a_surname_is_no_further_person(names: tuple[str, ...], people: tuple[str, ...]) -> None:
    assert distinct_names(names) == people
    assert distinct_names(reversed(names)) == people


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Two men remain in the hospital.", True),
        ("Three are in critical condition.", True),
        ("Two men were wounded.", False),
    ],
)
def test_who_is_told_of_by_how_they_fare_is_not_counted(text: str, is_told: bool) -> None:
    scene = report("Herald", text, says(text.rstrip("."), 2, text.split()[0], harm=Harm.INJURED))
    assert said(scene.claims[0], {}).is_told is is_told
