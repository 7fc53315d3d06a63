"""Text from documents is shown as what it is, and cannot act."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.export.visible import as_json, on_one_line, spelled_out, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain [b]words[/b]", "plain [b]words[/b]"),
        ("clear\x1b[2J", "clear␛[2J"),
        ("bell\a nul\0 return\r", "bell␇ nul␀ return␍"),
        ("del\x7f csi\x9b2J", "del␡ csi\\x9b2J".replace("\\x9b", "\\u009b")),
        ("left\u202eright\u2066", "left\\u202eright\\u2066"),
        ("line\u2028end\u2029", "line\\u2028end\\u2029"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("lone\ud800", "lone\\ud800"),
        ("two\nlines\tand", "two\nlines and"),
        ("می\u200cروم 👩\u200d🚒 Дом 东京", "می\u200cروم 👩\u200d🚒 Дом 东京"),
    ],
)
def test_what_acts_is_drawn_and_what_is_writing_stays(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_a_title_is_folded_to_one_line_and_an_id_is_spelled_out() -> None:
    assert on_one_line(" a\r\n\t b\u2028c ") == "a b c"
    assert spelled_out(" a\r\nb ") == " a␍␊b "


@given(st.text(st.characters()))
def test_nothing_that_acts_is_left_in_any_text(text: str) -> None:
    shown = spelled_out(text)
    assert not [one for one in shown if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c") & set(shown)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_reads_back_unchanged_and_is_one_line_of_harmless_text(text: str) -> None:
    line = as_json({"text": text})
    assert json.loads(line) == {"text": text}
    assert len(line.splitlines()) == 1
    assert visible(line) == line


@pytest.mark.parametrize("text", ["\ud800", "\udcff.txt", "\x7f", "\x9b"])
def test_json_keeps_even_what_utf_8_cannot_hold(text: str) -> None:
    assert json.loads(as_json(text).encode("utf-8")) == text
