"""Quotations over paragraphs: what runs on into the next one, and what only stands there."""

import pytest

from tollbook.attribute.paragraphs import Paragraphs
from tollbook.model import Span


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(one), text.index(one) + len(one)) for one in words]


@pytest.mark.parametrize(
    ("text", "content", "told"),
    [
        ("“It fell,” Ana said.", ["“It fell,”"], ["“It fell,”"]),
        (
            "“They came at night.\n\n“They took it all,” Rana said.",
            ["“They took it all,”"],
            ["“They came at night.", "“They took it all,”"],
        ),
        (
            '"One.\n"Two.\n"Three," Rana said.',
            ['"Three,"'],
            ['"One.', '"Two.', '"Three,"'],
        ),
        ("“It rained.”\n“It fell,” Ana said.", ["“It fell,”"], ["“It fell,”"]),
        ("The road is wide.\n“It fell,” Ana said.", ["“It fell,”"], ["“It fell,”"]),
        ("The road is wide.\n“It fell,” Ana said.", ["The road is wide.\n“It fell,”"], ["“It fell,”"]),
        ("Ana said:\nIt fell.\nIt rained.", ["It fell.\nIt rained."], ["It fell.", "It rained."]),
        ("“It fell,” Ana said.\n\n“Nobody was in it.”", ["“It fell,”", "“Nobody was in it.”"], None),
    ],
)
def test_what_is_said_runs_on_through_quotations_alone(text: str, content: list[str], told: list[str] | None) -> None:
    cue = Span(text.index("said"), text.index("said") + 4)
    found = Paragraphs(text).told(spans(text, *content), cue)
    assert [span.of(text) for span in found] == (told or content)


def test_a_paragraph_behind_in_which_somebody_else_speaks_is_theirs() -> None:
    text = "Ana said the road was wide.\nIt fell, according to Tom.\nNobody was in it."
    content = spans(text, "the road was wide.\nIt fell", "Nobody was in it.")
    found = Paragraphs(text, [text.index("said"), text.index("according")]).told(content, Span(4, 8))
    assert [span.of(text) for span in found] == ["the road was wide.", "Nobody was in it."]
