"""The report as a file: every figure beside its words, hostile text as text, names as chosen, whole and on its own."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from tests.builders import a_claim, a_document, a_reading
from tests.export.books import a_hostile_book
from tests.export.harbour import WIRE, a_harbour_book
from tollbook.export import Choices, html
from tollbook.export.html.bars import Axis, bar, in_words
from tollbook.export.html.passages import REACH, around
from tollbook.export.html.shelf import day
from tollbook.export.visible import on_one_line, visible
from tollbook.model import Book, Span

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }} {% raw %}",
    "</mark></td></table><h1>big</h1>",
    "&lt;b&gt; &amp;",
    "]]> <!-- -->",
    "\x1b[31mred\x1b[0m",
    "\u202egnp.exe",
]


def page_of(book: Book, folder: Path, choices: Choices | None = None) -> HtmlElement:
    """The report of this book as a browser's parser would see it."""
    html.export(book, folder / "report.html", choices or Choices("all"))
    return lxml.html.document_fromstring((folder / "report.html").read_bytes())


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> HtmlElement:
    return page_of(a_harbour_book(), tmp_path_factory.mktemp("page"))


def part(page: HtmlElement, title: str) -> HtmlElement:
    """The article about the incident of this title."""
    return page.xpath(f"//article[h3[contains(., '{title}')]]")[0]


def test_every_claim_stands_in_the_page_with_its_quotation_marked_in_its_passage(page: HtmlElement) -> None:
    book = a_harbour_book()
    text = {reading.document.id: reading.document.text for reading in book.readings}
    for claim in book.claims:
        (row,) = page.xpath(f"//tr[@id='{claim.id}']")
        assert row.xpath(".//mark")[0].text_content() == claim.quote
        passage = row.xpath(".//*[contains(@class, 'passage')]")[0].text_content().strip("… ")
        assert passage.replace("\n", "") in text[claim.document].replace("\n", "")


def test_the_figure_the_source_and_the_cue_are_told_apart_inside_the_passage(page: HtmlElement) -> None:
    wire = next(claim for claim in a_harbour_book().claims if claim.document == "wire" and claim.persons)
    (passage,) = page.xpath(f"//tr[@id='{wire.id}']//*[contains(@class, 'passage')]")
    found = {
        role: [words(one) for one in passage.xpath(f".//*[@class='{role}']")] for role in ("count", "source", "cue")
    }
    assert found == {"count": ["At least 12"], "source": ["Harbour Wire", "a port official"], "cue": ["said"]}


def test_a_passage_never_carries_the_whole_article(page: HtmlElement) -> None:
    assert "keep the channel free" in WIRE
    assert "keep the channel free" not in page.text_content()


def test_what_repeats_a_voice_is_folded_under_it(page: HtmlElement) -> None:
    repeats = [claim for claim in a_harbour_book().claims if claim.origin != claim.id]
    for claim in repeats:
        (row,) = page.xpath(f"//tr[@id='{claim.id}']")
        (voice,) = row.xpath("ancestor::details/ancestor::tbody[contains(@class, 'voice')]")
        assert voice.xpath("./tr[1]/@id") == [claim.origin]
    assert len(repeats) == 3
    assert words(page.xpath("//details[.//tr[@id]]/summary")[0]) == (
        "Repeated 3 times, which adds no voice: Coast Daily, The Ferry Post, Quay News"
    )


def test_a_chain_is_told_from_the_outermost_source_inwards(page: HtmlElement) -> None:
    wire = next(claim for claim in a_harbour_book().claims if claim.document == "wire" and claim.persons)
    (who,) = page.xpath(f"//tr[@id='{wire.id}']/th")
    assert words(who) == "Harbour Wire ← citing a port official"


def test_who_denies_and_who_does_not_know_is_said_in_sentences(page: HtmlElement) -> None:
    told = [words(one) for one in part(page, "Port Sella").xpath(".//*[@class='dissent']//li")]
    assert [one.split(". In ")[0] for one in told] == [
        "The northern army denies responsibility",
        "A spokesman denies that 12 civilians were killed",
        "The interior ministry has no information on people killed",
    ]
    assert "no information on casualties" in told[2]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Port Sella", {"Killed everybody": "9 or more best 12", "Killed civilians": "unknown",
                        "Injured everybody": "3 to 99 best 27"}),
        ("Flood of the Oma", {"Killed everybody": "2", "Displaced everybody": "0 to 40,000 no best figure"}),
    ],
)  # fmt: skip
def test_a_toll_is_a_range_in_words(page: HtmlElement, title: str, told: dict[str, str]) -> None:
    tolls = part(page, title).xpath(".//*[@class='toll'][details]")
    assert {words(toll[0]): words(toll[1]) for toll in tolls} == told


def test_an_open_end_is_an_arrow_and_an_unknown_toll_has_no_bar(page: HtmlElement) -> None:
    open_one, unknown, closed = part(page, "Port Sella").xpath(".//*[@class='toll'][details]/*[@class='chart']")
    arrows, ends = ".//*[@class='arrow']", ".//*[@class='end']"
    drawn = [(len(chart.xpath(arrows)), len(chart.xpath(ends))) for chart in (open_one, unknown, closed)]
    assert drawn == [(1, 1), (0, 0), (0, 2)]


def test_silence_is_never_a_zero(page: HtmlElement) -> None:
    (row,) = page.xpath("//tbody[@id='incident-rows']/tr[contains(., 'Tarn')]")
    cells = {cell.get("data-label"): words(cell) for cell in row}
    assert cells["Killed"] == cells["Injured"] == "not reported"
    assert cells["When"] == cells["Where"] == "unknown"
    assert "That is not a toll of zero" in words(part(page, "Tarn bridge"))


def test_other_rules_stand_side_by_side_and_say_what_they_are(tmp_path: Path) -> None:
    page = page_of(a_harbour_book(), tmp_path, Choices("all", {"ibc": "two origins, else provisional"}))
    table = part(page, "Port Sella").xpath(".//table[@class='rules']")[0]
    assert [[words(cell) for cell in row[:3]] for row in table.xpath("tbody/tr")] == [
        ["tollbook@1", "9 or more", "12"],
        ["envelope@1", "9 to 19", "none"],
        ["ibc@1", "9 to 19", "none"],
        ["ucdp@1", "unknown", "none"],
    ]
    assert "Rule ibc@1 two origins, else provisional" in words(page.xpath("//*[@class='method']")[0])


def test_what_repeats_what_tells_the_manner_the_share_and_the_evidence(page: HtmlElement) -> None:
    told = [words(one) for one in part(page, "Port Sella").xpath(".//ul[@class='copies']/li")]
    assert told[0].startswith(
        "Coast Daily (4 May 2031) repeats Harbour Wire (3 May 2031), word for word: 100% of its words. "
        "Told by: credits Harbour Wire."
    )
    assert "Quay News (4 May 2031) shares words with Harbour Wire" in told[2]
    assert "Which came first is not known." in told[2]


def test_only_addresses_on_the_web_are_links_and_they_tell_nothing_of_the_reader(page: HtmlElement) -> None:
    outward = {link.get("href"): link.get("rel") for link in page.xpath("//a") if not link.get("href").startswith("#")}
    published = ("wire.example/2031/sella", "daily.example/2031/sella", "post.example/2031/sella/ilan-verosta")
    assert outward == {f"https://{address}": "noreferrer noopener external" for address in published}
    assert "javascript:alert(document.domain)" in page.text_content()


def test_every_link_within_the_page_leads_somewhere_and_no_place_is_twice(page: HtmlElement) -> None:
    places = page.xpath("//@id")
    assert len(places) == len(set(places))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(places)


def test_the_page_can_be_read_without_seeing_it(page: HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert all(words(one) for one in page.xpath("//table/caption"))
    assert not page.xpath("//table[not(caption)]")
    assert [one.tag for one in page.xpath("//h1 | //h2")].index("h1") == 0
    assert page.xpath("//*[contains(@class, 'passage')][@lang='ar']/@dir") == ["auto"]
    assert all(one.get("aria-hidden") for one in page.xpath("//svg[not(ancestor::svg)]"))


def test_the_file_asks_for_nothing_and_runs_only_its_own_script(page: HtmlElement) -> None:
    assert not page.xpath("//@src | //@srcset | //link | //iframe | //object | //form/@action")
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (script,), (style,) = page.xpath("//script/text()"), page.xpath("//style/text()")
    hashes = [b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import", style)


def test_no_recognised_name_of_a_person_harmed_is_anywhere_in_the_file_by_default(tmp_path: Path) -> None:
    page_of(a_harbour_book(), tmp_path, Choices())
    written = (tmp_path / "report.html").read_text("utf-8").casefold()
    assert "oana brisk" in written
    assert not re.search("verosta|ilan", written)


def test_names_are_shown_where_the_person_asks_for_them(page: HtmlElement) -> None:
    assert "Persons: Ilan Verosta" in words(part(page, "Port Sella"))


@pytest.mark.parametrize("names", ["all", "none"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_reaches_the_page_as_words(hostile: str, names: str, tmp_path: Path) -> None:
    plain = page_of(a_hostile_book("words"), tmp_path, Choices(names))
    page = page_of(a_hostile_book(hostile), tmp_path, Choices(names))
    assert [one.tag for one in page.iter()] == [one.tag for one in plain.iter()]
    assert [sorted(one.keys()) for one in page.iter()] == [sorted(one.keys()) for one in plain.iter()]
    assert not any(ord(sign) in (0x1B, 0x202E) for sign in page.text_content())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_can_be_read_where_it_stood(hostile: str, tmp_path: Path) -> None:
    page = page_of(a_hostile_book(hostile), tmp_path)
    shown = " ".join(visible(hostile).split())
    for before in ("incident", "publisher", "title", "id-", "place", "actor", "why", "Four"):
        assert before + (shown if before == "id-" else f" {shown}") in words(page.body), before


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "http://", "http://[x",
     "https://x.example/\u202ea", "https://x.example/\na"],
)  # fmt: skip
def test_an_address_that_may_do_harm_is_text(url: str, tmp_path: Path) -> None:
    document = a_document(url=url)
    page = page_of(Book((a_reading(document),), (), (), ()), tmp_path)
    assert all(link.startswith("#") for link in page.xpath("//a/@href"))
    assert on_one_line(url) in page.text_content()


def test_a_book_without_incidents_still_makes_a_page(tmp_path: Path) -> None:
    document = a_document("Two died.", language='en" onload="x')
    claim = a_claim(document, "Two died", "Two", 2)
    page = page_of(Book((a_reading(document, claim),), (claim,), (), ()), tmp_path)
    assert "No incident was read" in words(page)
    assert page.xpath("//section[@aria-labelledby='loose']//mark")[0].text_content() == "Two died"
    assert page.xpath("//@lang") == ["en"]


def test_a_folder_gets_the_report_under_its_own_name(tmp_path: Path) -> None:
    html.export(a_harbour_book(), tmp_path / "out", Choices())
    html.export(a_harbour_book(), tmp_path / "strike.htm", Choices())
    assert (tmp_path / "out" / "report.html").read_bytes() == (tmp_path / "strike.htm").read_bytes()


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(4, 12, "4 to 12"), (5, 5, "5"), (12, None, "12 or more"), (None, 9, "up to 9"), (None, None, "unknown"),
     (0, 0, "0"), (2000, 40000, "2,000 to 40,000")],
)  # fmt: skip
def test_a_range_in_words(low: int | None, high: int | None, said: str) -> None:
    assert in_words(low, high) == said


@pytest.mark.parametrize(
    ("figures", "labels"),
    [([], [0, 1]), ([0], [0, 1]), ([4, 12], [0, 5, 10]), ([9, 99], [0, 20, 40, 60, 80]),
     ([3, 100], [0, 20, 40, 60, 80, 100]), ([2, 40000], [0, 1, 10, 100, 1000, 10000])],
)  # fmt: skip
def test_an_axis_is_labelled_with_round_figures(figures: list[int], labels: list[int]) -> None:
    assert [figure for figure, _ in Axis.over(figures).ticks] == labels


@given(st.lists(st.integers(0, 10**7), min_size=1))
def test_a_larger_figure_never_stands_left_of_a_smaller_one(figures: list[int]) -> None:
    axis = Axis.over(figures)
    places = [axis.at(figure) for figure in sorted(figures)]
    assert places == sorted(places)
    assert all(0 <= place < 100 for place in places)
    assert 2 <= len(axis.ticks) <= 6


def test_no_figure_no_bar() -> None:
    assert bar(Axis.over([5]), None, None, None) is None


@given(st.text(min_size=1, max_size=900), st.data())
def test_a_passage_is_the_document_s_own_words_around_the_quotation(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    cuts = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text))))})
    claim = replace(a_claim(a_document(text), text), span=span, quote=span.of(text))
    excerpt = around(text, claim, [Span(*ends) for ends in pairwise(cuts)])
    before, quote, after = (
        "".join(piece.text for piece in pieces) for pieces in (excerpt.before, excerpt.quote, excerpt.after)
    )
    assert max(len(before), len(after)) <= REACH
    assert _folded(quote) in _folded(span.of(text))
    assert _folded(quote) == _folded(span.of(text)) or len(span.of(text)) > 800
    assert _folded(text[: span.start]).endswith(_folded(before))


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2031-05-02", "2 May 2031"), ("2031-05-02T10:00:00Z", "2 May 2031"), ("soon", "soon"),
     ("2031-13-02", "2031-13-02")],
)  # fmt: skip
def test_a_day_in_words(iso: str, said: str) -> None:
    assert day(iso) == said
