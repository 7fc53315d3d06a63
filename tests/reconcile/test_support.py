"""What stands behind a figure: where a report tells it, and whether it counts."""

import pytest

from tests.reconcile.scenes import bounds, report, says
from tollbook.reconcile.account import Figure
from tollbook.reconcile.support import SUPPORT, Candidate, Place, best_supported, support
from tollbook.terms import SourceKind

POLICE = (("police", SourceKind.POLICE),)
# The sentences between keep what follows out of the opening.
BETWEEN = "Streets were closed. Schools were shut. "


def counted(low: int, place: Place, made: str = "counted", high: int | None = -1) -> Candidate:
    return Candidate(
        Figure(low, low if high == -1 else high, (f"c{low}{place}{made}",)), made, place, made == "counted"
    )


def test_each_kind_of_statement_is_worth_something_and_counts_once() -> None:
    once = support([counted(3, Place.OPENING)])
    assert support([counted(3, Place.OPENING), counted(3, Place.OPENING)]) == once
    assert support([counted(3, Place.OPENING), counted(3, Place.HEADLINE)])[3] > once[3]
    assert all(weight > 0 for places in SUPPORT.values() for weight in places.values())


@pytest.mark.parametrize(
    ("candidates", "low"),
    [
        pytest.param([counted(3, Place.OPENING), counted(26, Place.BELOW)], 3, id="background stands below"),
        pytest.param([counted(3, Place.HEADLINE), counted(2, Place.HEADLINE)], 3, id="of equals the larger"),
        pytest.param([counted(1, Place.OPENING, "told"), counted(4, Place.BELOW)], 1, id="the news is one man"),
        pytest.param([counted(1, Place.OPENING, "told"), counted(4, Place.OPENING)], 4, id="a count tells more"),
        pytest.param([counted(0, Place.OPENING, high=9), counted(4, Place.BELOW)], 4, id="a ceiling is no least"),
    ],
)
def test_the_best_supported_figure(candidates: list[Candidate], low: int) -> None:
    assert best_supported(candidates)[0].figure.low == low
    assert best_supported(candidates[::-1])[0].figure.low == low


SPECIMENS = [
    (
        "A report opens with its count; what it tells below is of other days.",
        f"Three people died in Vell. {BETWEEN}In all, twelve died there.",
        [says("Three", 3), says("twelve", 12)],
        (3, 3, 3),
    ),
    (
        "Somebody told of alone at the head, and a count far below.",
        f"A man was shot dead. {BETWEEN}Five died in other raids.",
        [says("A man", 1), says("Five", 5)],
        (1, 1, 1),
    ),
    (
        "What the police count is the report's own count.",
        "Police counted four. Four people died.",
        [says("Police counted four", 4, "four", by=POLICE), says("Four", 4)],
        (4, 4, 4),
    ),
    (
        "People named far below are of other incidents, unless the report goes on.",
        f"Ana Prell was killed. {BETWEEN}Jon Marsh was killed in May.",
        [says("Ana Prell", 1, persons=("Ana Prell",)), says("Jon Marsh", 1, persons=("Jon Marsh",))],
        (1, 1, 1),
    ),
    (
        "The report goes on.",
        f"Ana Prell was killed. {BETWEEN}Jon Marsh was also killed.",
        [
            says("Ana Prell", 1, persons=("Ana Prell",)),
            says("Jon Marsh was also killed", 1, "Jon Marsh", persons=("Jon Marsh",)),
        ],
        (2, 2, 2),
    ),
    (
        "A second goes on from the first.",
        f"A girl was killed. {BETWEEN}A second guest was killed.",
        [says("A girl", 1, group="girl"), says("A second guest", 1, group="guest")],
        (2, 2, 2),
    ),
]


@pytest.mark.parametrize(
    ("text", "claims", "killed"), [row[1:] for row in SPECIMENS], ids=[row[0] for row in SPECIMENS]
)
def test_a_report_stands_by(text: str, claims: list[dict[str, object]], killed: tuple[int, int, int]) -> None:
    scene = report("Herald", text, *claims)
    assert bounds(scene.toll()) == killed
    assert scene.toll().origins == 1
