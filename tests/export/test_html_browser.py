"""The report in a real browser, from the disk and with the network off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.export.books import a_hostile_book
from tests.export.harbour import a_harbour_book
from tollbook.export import Choices, html
from tollbook.model import Book

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
HOSTILE = "<script>alert(1)</script></script>\"><img src=x onerror=alert(2)>'onload='alert(3)'\x1b[31m\u202egnp.exe"

# The contrast of an element's ink to the paper that is really behind it, as WCAG 2 computes it.
CONTRAST = """element => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const linear = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  let behind = element;
  while (channels(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const colours = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
  const [a, b] = colours.map((colour) => light(channels(colour)));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def browser(needs: Callable[[str], Path | str]) -> Iterator[Browser]:
    program = needs("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(program), args=[*FLAGS])
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(offline=True, viewport=WIDE)
    yield opened
    opened.close()


class Complaints(list[str]):
    """What a page said or asked for that it should not have."""

    def hear(self, page: Page) -> None:
        page.on("console", lambda message: self.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.append(f"error: {error}"))
        page.on("request", lambda asked: None if asked.url.startswith("file:") else self.append(f"asked: {asked.url}"))
        page.on("dialog", lambda dialog: (self.append(f"dialog: {dialog.message}"), dialog.dismiss()))


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def opened(context: BrowserContext, complaints: Complaints, tmp_path: Path) -> Callable[[Book], Page]:
    """The report of a book, opened from the disk."""

    def open_report(book: Book) -> Page:
        html.export(book, tmp_path / "report.html", Choices("all"))
        page = context.new_page()
        complaints.hear(page)
        page.goto((tmp_path / "report.html").as_uri())
        return page

    return open_report


def test_the_report_opens_from_the_disk_without_a_word_of_complaint(
    opened: Callable[[Book], Page], complaints: Complaints
) -> None:
    page = opened(a_harbour_book())
    assert page.get_by_role("heading", level=1).inner_text() == "What 11 documents say of 3 incidents"
    assert page.locator("article").count() == 3
    assert complaints == []


def test_hostile_text_does_nothing_and_is_seen(opened: Callable[[Book], Page], complaints: Complaints) -> None:
    page = opened(a_hostile_book(HOSTILE))
    page.locator("summary").first.click()
    page.mouse.move(300, 300)
    assert page.evaluate("[document.scripts.length, document.images.length]") == [1, 0]
    shown = page.locator("article h3").inner_text()
    assert shown.startswith('incident <script>alert(1)</script></script>"><img src=x')
    assert shown.endswith("\u241b[31m\\u202egnp.exe")
    assert complaints == []


def test_a_script_that_is_not_the_page_s_own_is_refused(opened: Callable[[Book], Page], complaints: Complaints) -> None:
    page = opened(a_harbour_book())
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in one for one in complaints)


def test_words_typed_into_the_filter_leave_the_incidents_that_hold_them(opened: Callable[[Book], Page]) -> None:
    page = opened(a_harbour_book())
    rows, articles = page.locator("#incident-rows > tr:visible"), page.locator("article:visible")
    page.get_by_label("Show only").fill("SELLA ferry")
    assert (rows.count(), articles.count()) == (1, 1)
    assert page.locator("#filter-told").inner_text() == "1 of 3 shown"
    page.get_by_label("Show only").fill("nowhere")
    assert (rows.count(), articles.count()) == (0, 0)
    page.get_by_label("Show only").fill("")
    page.get_by_label("contested").check()
    assert articles.locator("h3").all_inner_texts() == ["Missile strike on the ferry terminal of Port Sella"]


def test_quotations_are_highlighted_and_stance_needs_no_colour(opened: Callable[[Book], Page]) -> None:
    page = opened(a_harbour_book())
    mark = page.locator("mark", has_text="forces had struck")
    row = mark.locator("xpath=ancestor::tr")
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != row.evaluate("e => getComputedStyle(e).color")
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert row.locator(".stance").inner_text() == "denies"


def test_a_link_to_a_folded_copy_unfolds_it_and_shows_what_the_filter_hid(opened: Callable[[Book], Page]) -> None:
    page = opened(a_harbour_book())
    copy = next(claim for claim in a_harbour_book().claims if claim.document == "post")
    page.get_by_label("Show only").fill("Oma")
    assert not page.locator(f"#{copy.id}").is_visible()
    page.evaluate("id => { location.hash = id; }", copy.id)
    page.locator(f"#{copy.id}").wait_for(state="visible")


def test_the_filter_and_the_folds_work_from_the_keyboard(opened: Callable[[Book], Page]) -> None:
    page = opened(a_harbour_book())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the incidents"
    summary = page.locator("summary", has_text="Repeated 3 times")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("By our staff.").is_visible()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("book", [a_harbour_book(), a_hostile_book("x" * 300)], ids=["plain", "unbroken"])
def test_nothing_runs_over_the_edge(opened: Callable[[Book], Page], book: Book, size: dict[str, int]) -> None:
    page = opened(book)
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper_by_day_and_by_night(opened: Callable[[Book], Page], scheme: str) -> None:
    page = opened(a_harbour_book())
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for words in (
        ".lead",
        ".soft",
        "caption",
        ".passage",
        "mark",
        ".against",
        ".unknown",
        "article a",
        ".stance.denies",
    ):
        assert page.locator(words).first.evaluate(CONTRAST) >= 4.5, words


def test_what_is_folded_is_printed(opened: Callable[[Book], Page]) -> None:
    page = opened(a_harbour_book())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0


def test_right_to_left_words_run_from_the_right(opened: Callable[[Book], Page]) -> None:
    page = opened(a_harbour_book())
    for words in ("قتلوا", "נפצעו"):
        assert page.locator(".passage", has_text=words).evaluate("e => getComputedStyle(e).direction") == "rtl"
