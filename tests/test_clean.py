"""What clean takes from a page, and which lines of a text it marks as no reporting."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.clean import clean, furniture
from tollbook.errors import UnreadableError
from tollbook.model import Document, RawDocument

LEAD = "Four people died when a bridge fell in Orvel on Monday, the fire service said."
MORE = "Two lorries were on the bridge, which was built in 1911 and closed to lorries last spring."


def cleaned(page: str, **more: str) -> Document:
    return clean(RawDocument("d1", "html", page, **more))  # type: ignore[arg-type]


def a_page(head: str = "", body: str = f"<article><p>{LEAD}</p><p>{MORE}</p></article>") -> str:
    return f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"


def marked(text: str) -> list[str]:
    return [span.of(text) for span in furniture.spans(text)]


# --- plain text


@pytest.mark.parametrize("text", [LEAD, f"\r\n  {LEAD}\r\n\r\n{MORE}\r", f"<p>{LEAD}</p>", "&amp; \u202e", "a\ufeff"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean(RawDocument("d1", "text", text)).text == text


def test_a_document_keeps_what_was_given_and_the_fingerprint_of_it() -> None:
    raw = RawDocument("d1", "text", LEAD, None, "https://a.example", "The Lantern", "Bridge", "en", "2031-04-05", "c")
    document = clean(raw)
    assert document == Document(
        "d1", LEAD, raw.fingerprint, "https://a.example", "The Lantern", "Bridge", "en", "2031-04-05", "c"
    )


@pytest.mark.parametrize(
    ("media", "content", "reason"),
    [
        ("text", " \n", "empty"),
        ("html", "", "no article in the page"),
        ("html", "<html><body></body></html>", "no article in the page"),
        ("html", "<html><body><nav><a href='/'>Home</a></nav><p>Log in</p></body></html>", "no article in the page"),
        ("html", "<html><body><script>var dead = 'four people died in Orvel';</script>", "no article in the page"),
        ("html", "<!-- four people died in Orvel", "no article in the page"),
    ],
)
def test_a_document_without_words_is_refused(media: str, content: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=f"d1: {reason}"):
        clean(RawDocument("d1", media, content))


def test_no_text_holds_what_cannot_be_stored() -> None:
    assert clean(RawDocument("d1", "text", "four\0 dead\ud800")).text == "four\ufffd dead\ufffd"
    assert "\0" not in cleaned(a_page(body=f"<p>Four\0 people &#0; died in Orvel. &#xD800; {MORE}</p>")).text


# --- pages


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<meta property='og:title' content='Bridge falls in\n Orvel'>", "title", "Bridge falls in Orvel"),
        ("<title>Bridge falls - The Lantern</title>", "title", "Bridge falls - The Lantern"),
        (
            "<title>Bridge falls - The Lantern</title><meta property='og:site_name' content='The Lantern'>",
            "title",
            "Bridge falls",
        ),
        ("<meta property='og:site_name' content='The Lantern'>", "publisher", "The Lantern"),
        ("<link rel='canonical' href='https://lantern.example/1'>", "url", "https://lantern.example/1"),
        ("<meta property='og:url' content='https://lantern.example/2'>", "url", "https://lantern.example/2"),
        ("<link rel='canonical' href='javascript:alert(1)'>", "url", None),
        ("", "language", "en-GB"),
        ("", "title", None),
        ("<meta property='article:published_time' content='2031-04-05T06:07Z'>", "published", "2031-04-05T06:07Z"),
        ("<meta name='date' content='2031-04-05 06:07 GMT'>", "published", "2031-04-05"),
        ("<meta name='date' content='5 April 2031'>", "published", None),
        ("<meta itemprop='copyrightYear' content='2031'>", "published", None),
        ("<meta property='article:modified_time' content='2031-04-05'>", "published", None),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-04-05"}</script>',
            "published",
            "2031-04-05",
        ),
        (
            '<script>[{"datePublished": "2031-04-05"}, {"datePublished": "2030-01-01"}]</script>',
            "published",
            None,
        ),
    ],
)
def test_a_page_says_what_it_is(head: str, field: str, value: str | None) -> None:
    assert getattr(cleaned(a_page(head)), field) == value


def test_no_date_is_taken_from_the_words_of_a_page() -> None:
    body = f"<p>{LEAD}</p><p>{MORE} Last updated: 2031-04-05</p><footer>© 2031 The Lantern, 5 April 2031</footer>"
    assert cleaned(a_page(body=body)).published is None


def test_what_was_given_is_not_overruled_by_the_page() -> None:
    head = """<title>Other</title><meta property='og:site_name' content='Other'>
        <link rel='canonical' href='https://other.example'><meta name='date' content='1999-01-01'>"""
    given_fields = {
        "title": "Bridge", "publisher": "The Lantern", "url": "https://lantern.example", "published": "2031-04-05",
        "language": "de",
    }  # fmt: skip
    document = cleaned(a_page(head), **given_fields)
    assert {field: getattr(document, field) for field in given_fields} == given_fields


def test_a_page_gives_its_article_without_menus_headline_or_comments() -> None:
    body = f"""<nav><a href='/'>Home of the Lantern for all news</a></nav>
        <article><h1>Bridge falls in Orvel</h1><p>{LEAD}</p><h2>What happened next?</h2><p>{MORE}</p></article>
        <div class='comments'><p>I was told that four hundred people died there.</p></div>
        <footer>All about the Lantern and its cookies</footer>"""
    document = cleaned(a_page("<title>Bridge falls in Orvel</title>", body))
    assert document.text.split("\n") == [LEAD, "What happened next?", MORE]
    assert [span.of(document.text) for span in document.furniture] == ["What happened next?"]


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{LEAD}</p>",
        LEAD,
        f"<html><head><title>Bridge</title></head><body><p>{LEAD[:-1]}<b class='x",
        f"<p>{LEAD}<p>{LEAD}",
        f"</p></div>{LEAD}<![CDATA[",
        f'<?xml version="1.0" encoding="windows-1251"?><html><body><p>{LEAD}</p>',
        f"<meta charset='windows-1251'><p>{LEAD}</p>",
    ],
)
def test_a_fragment_or_a_broken_page_is_read_as_far_as_it_goes(page: str) -> None:
    assert LEAD[:-1] in cleaned(page).text


@pytest.mark.parametrize(
    "body",
    [
        f"<article><p>{LEAD}</p><p>{MORE}</p></article>",
        f"<div>{LEAD}<br>{MORE}</div>",
        f"<article>{LEAD}<br><br>{MORE}</article>",
        f"<article><div>{LEAD}<br/>{MORE}<br/></div></article>",
        f"<p>{LEAD}<br>{MORE}</p>",
        f"<div>{LEAD}</div><div>{MORE}</div>",
        f"<article>{LEAD}<p>{MORE}</p></article>",
        f"<article><p>{LEAD}</p>{MORE}</article>",
        f"<div>{LEAD.replace('bridge', '<b>bridge</b>')}<br>{MORE.replace('1911', '<a href=/1911>1911</a>')}</div>",
    ],
)
def test_every_paragraph_of_a_short_article_stands_there_once(body: str) -> None:
    assert cleaned(a_page(body=body)).text.split("\n") == [LEAD, MORE]


def test_what_repeats_itself_in_a_page_is_kept() -> None:
    assert cleaned(a_page(body=f"<p>{LEAD}</p><p>{MORE}</p><p>{LEAD}</p>")).text.split("\n") == [LEAD, MORE, LEAD]


def test_a_page_is_words_by_now_whatever_encoding_it_declares() -> None:
    words = "Четыре человека погибли под обломками моста в Орвеле."
    assert cleaned(a_page("<meta charset='koi8-r'>", f"<p>{words}</p><p>{words} Ещё.</p>")).text.startswith(words)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + f"<p>{LEAD}</p>" + "</div>" * 10_000,
        "<b>" * 100_000 + LEAD,
        "<table><tr><td>" * 20_000 + LEAD,
        "<ul><li>" * 20_000 + LEAD,
        f"<p>{LEAD}</p>" * 20_001,
        f"<div {' '.join(f'a{at}=1' for at in range(40_000))}><p>{LEAD}</p></div>",
        f"<p>{LEAD}</p>" + "<!--" * 100_000,
        f"<p>{LEAD}</p>" + "<" * 200_000,
        f"<p>{LEAD}</p>" + "&" * 200_000,
        f"<p>{LEAD}</p><script>" + '"datePublished"' * 20_000,
    ],
    ids=["divs", "bolds", "tables", "lists", "flat", "attributes", "comments", "brackets", "entities", "script"],
)
def test_a_hostile_page_gives_its_words(page: str) -> None:
    assert LEAD in cleaned(f"<html><body>{page}").text


@pytest.mark.slow
@pytest.mark.parametrize("paragraphs", [2_000, 10_000, 19_990, 200_000])
def test_the_limits_of_a_page_can_be_measured_again(paragraphs: int) -> None:
    assert LEAD in cleaned(a_page(body=f"<p>{LEAD}</p>" * paragraphs)).text


def test_text_alone_does_not_pay_for_reading_pages() -> None:
    code = """import sys
from tollbook.clean import clean
from tollbook.model import RawDocument
clean(RawDocument("d1", "text", "Four dead."))
assert not {"trafilatura", "lxml"} & set(sys.modules)"""
    subprocess.run([sys.executable, "-c", code], check=True)


# --- furniture


@pytest.mark.parametrize(
    "line",
    [
        ".",
        "___",
        "* * *",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING",
        "Latest News",
        "Read more: Four killed in Orvel bridge collapse",
        "RELATED: Seven hurt in ferry fire",
        "Related Coverage Man shot and killed in Orvel",
        "Close Get email notifications on Mira Tolan daily!",
        "There was a problem saving your notification.",
        "Open the online Public Inspection File of Channel Six",
        "More: Seven hurt in ferry fire",
        "READ MORE | Seven hurt in ferry fire",
        "Share this story",
        "Share this: Facebook",
        "Follow us on Facebook and @lanternnews",
        "Sign up for our morning newsletter and never miss a story",
        "Please enable Javascript to watch this video",
        "Rescuers at the bridge on Tuesday. (Photo: Mira Tolan/The Lantern)",
        "Four people were killed when the bridge fell. (Lantern photo)",
        "A trader waits by the river. Photo: Mira Tolan",
        "Photo: Mira Tolan / The Lantern",
        "Mira Tolan/Getty Images",
        "The bridge in Orvel. (Source: Channel Six)",
        "Copyright 2031 The Lantern. All rights reserved.",
        "© 2031 The Lantern",
        "(c) 2031 The Lantern",
        "Mira Tolan is a reporter for The Lantern. She lives in Orvel.",
        "mtolan@lantern.example",
        "Mira Tolan: mtolan@lantern.example or 555-010-1234",
        "Follow @miratolan on Twitter",
        "What happened next?",
        "How did the ministry react?",
        "Who are the victims?",
    ],
)
def test_furniture_is_marked(line: str) -> None:
    assert marked(f"{LEAD}\n\n  {line} \r\n{MORE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        "Dozens feared dead in strike",
        "4 dead in Orvel",
        "BREAKING NEWS: Four dead in Orvel",
        "UPDATE: Four dead in Orvel",
        "Did 40 people die under the bridge?",
        '"What could we do?"',
        "Who could have known that the bridge would fall? Nobody did, said Tolan, and four people died.",
        "Four people died. (Source: Red Crescent)",
        "Four people died, Channel Six said. (AFP)",
        "Four people were killed (two of them in this picture), police said.",
        "Two dead: police@orvel.example",
        "@OrvelPolice: two dead at the bridge",
        "@OrvelPolice: Two Bridges Down",
        "Anyone with information can write to police@orvel.example",
        "Sign up for the memorial of the four people killed closes on Friday.",
        "Mira Tolan, who is a reporter for The Lantern, said that nobody was hurt.",
        "A reporter for The Lantern was among the dead.",
        "Getty Images photographer Mira Tolan was killed.",
        "Reporting by Mira Tolan",
        "The Orvel Press Agency contributed to this report.",
        "A message from the governor was read at the funeral.",
        "14:32 Two explosions are heard near the bridge.",
        "8:10 p.m. The fire service arrives.",
        "Support us, the miners shouted.",
        "Also: two bystanders were hurt.",
        f"{'.' * 3_000} {LEAD}",
    ],
)
def test_reporting_is_not_marked(line: str) -> None:
    assert marked(f"{LEAD}\n\n{line}\n\n{MORE}") == []
    assert marked(line) == []


def test_a_question_at_the_head_of_a_text_is_its_headline() -> None:
    assert marked(f"Who killed the bridge?\n{LEAD}") == []


APPEAL = [
    "A message from the Orvel Lantern:",
    "Dear readers,",
    "We lost our printing house last winter. The ministry said that it was unsafe, and we disagree.",
    "It began under the old owner.",
    "Please support us, from just $3 a month.",
    "We are grateful for your support.",
    "Remind me later.",
]  # fmt: skip


def test_an_appeal_is_marked_from_its_heading_to_its_last_line() -> None:
    assert marked("\n".join([LEAD, MORE, *APPEAL])) == APPEAL


def test_an_appeal_ends_where_reporting_goes_on() -> None:
    after = [MORE, '"We heard it fall," said Tolan, "and then our windows broke."', LEAD, "Subscribe to The Lantern"]
    assert marked("\n".join([LEAD, *APPEAL[:2], *APPEAL[4:], *after])) == [*APPEAL[:2], *APPEAL[4:], after[-1]]


def test_what_only_begins_like_an_appeal_is_none() -> None:
    text = "\n".join(["Dear readers", LEAD, "The mayor asked for donations to the families of the dead.", MORE])
    assert marked(text) == []


FILMS = ["1:23 Ferry burns off Port Lisson Pause", "0:31 Four dead under Orvel bridge", "2:04 Mayor: 'We will rebuild'"]


def test_a_row_of_films_is_marked_and_the_hours_of_a_live_report_are_not() -> None:
    assert marked("\n".join([LEAD, *FILMS])) == FILMS
    hours = ["9:02 Bridge falls", "9:40 Four bodies found", "10:15 Mayor speaks"]
    assert marked("\n".join(hours)) == marked("\n".join(hours[::-1])) == []


def test_headlines_after_related_stories_are_marked_down_to_the_end() -> None:
    stories = ["Related stories", "Seven hurt in ferry fire", "Was the bridge safe?", "Crown slips"]
    assert marked("\n".join([LEAD, *stories])) == stories
    assert marked("\n".join([LEAD, *stories, MORE])) == [stories[0], stories[2]]
    assert marked("\n".join(stories)) == [stories[0], stories[2]]


PIECES = [LEAD, "", " ", "\u2028", ".", "Latest News", *APPEAL, *FILMS]


@given(st.lists(st.sampled_from(PIECES) | st.text()))
def test_marks_are_whole_paragraphs_in_order(lines: list[str]) -> None:
    text = "\r\n".join(lines)
    spans = furniture.spans(text)
    assert list(spans) == sorted(spans)
    for span, after in pairwise(spans):
        assert span.end < after.start
    paragraphs = {line.strip() for piece in text.split("\n") for line in piece.split("\r")}
    assert {span.of(text) for span in spans} <= paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "Dear readers,\n" * 20_000,
        "Support us\n" * 20_000,
        "Support us\nwe\n" * 10_000,
        "Related stories\n" * 20_000,
        "1:23 A\n" * 20_000,
        "(" * 1_000_000,
        "@" * 299 + "\n" + ("a@" * 149 + "\n") * 5_000,
        "a" * 5_000_000 + "?",
        ". " * 2_000_000,
        "\n" * 2_000_000,
    ],
    ids=["dear", "support", "we", "related", "films", "brackets", "addresses", "word", "stops", "lines"],
)
def test_hostile_text_is_gone_through_once(text: str) -> None:
    furniture.spans(text)
