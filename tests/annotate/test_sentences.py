"""Sentences, tokens and quotations: where they begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.annotate.quotations import quotations
from tollbook.annotate.sentences import LONGEST, sentences
from tollbook.annotate.tokens import tokens
from tollbook.model import Span


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Two died. Three fled.", ["Two died.", "Three fled."]),
        ("A U.S. MQ-9 drone fell. It burned.", ["A U.S. MQ-9 drone fell.", "It burned."]),
        ("The strikes on Feb. 7 were heavy.", ["The strikes on Feb. 7 were heavy."]),
        ("Lt. Tom Marl spoke. He left.", ["Lt. Tom Marl spoke.", "He left."]),
        ("“He fell.” She ran.", ["“He fell.”", "She ran."]),
        ("Two Dead in Fire\n\nTwo people died.", ["Two Dead in Fire", "Two people died."]),
        ("J. Prell died. No one saw it.", ["J. Prell died.", "No one saw it."]),
        ("Two fled, deputies said.The mill burned.", ["Two fled, deputies said.", "The mill burned."]),
        ("The gov.Marl site is down.", ["The gov.Marl site is down."]),
        ("At 9 p.m. the fire spread.", ["At 9 p.m. the fire spread."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, pieces):
    assert [span.of(text) for span in sentences(text)] == pieces


def test_a_line_break_inside_a_wrapped_text_ends_no_sentence():
    text = (
        "   PORT MIRO, 3 JAN 90 -- THE GARRISON HAS REPORTED THAT ABOUT\n"
        "TWENTY PEASANTS WERE TAKEN FROM THEIR HOMES BY ARMED MEN WHO\n"
        "CAME AT NIGHT FROM THE HILLS.  THE GARRISON ADDED THAT THREE OF\n"
        "THEM HAD ESCAPED AND WERE SAFE.\n\n"
        "   MEANWHILE, THE BRIDGE AT SAN ORO WAS CLOSED TO ALL TRAFFIC AND\n"
        "WILL BE MENDED.\n"
    )
    assert len(sentences(text)) == 3


@given(st.text(max_size=300))
def test_sentences_are_in_order_apart_and_lose_no_letter(text):
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join(span.of(text) for span in found).split() == text.split() or "".join(
        "".join(span.of(text).split()) for span in found
    ) == "".join(text.split())


def test_no_sentence_is_longer_than_the_bound():
    assert max(span.end - span.start for span in sentences("word " * 10_000)) <= LONGEST


@given(st.text(max_size=200))
def test_tokens_are_the_letters_of_the_text(text):
    found = tokens(text, Span(0, len(text))) if text else ()
    assert "".join(one.of(text) for one in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ('He said "no comment" twice.', ["no comment"]),
        ("‘It is over,’ she said.", ["It is over,"]),
        ("“We don't know,” he said, “who did it.”", ["We don't know,", "who did it."]),
        ("the mill was blown ’to matchwood,’‘ she wrote", ["to matchwood,"]),
        ('calling it ’a cowardly raid" on them', ["a cowardly raid"]),
        ("Prell's house and the victims' cars", []),
        ("“An open quotation\n\nwith no end", []),
    ],
)
def test_quotations_are_paired_where_the_marks_allow_it(text, pieces):
    assert [span.of(text) for span in quotations(text)] == pieces
