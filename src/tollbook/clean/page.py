"""A web page to its article, and to what the page says of itself: title, publisher, date, address, language."""

from __future__ import annotations

import re
from configparser import ConfigParser
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

# Pages beyond these lose their layout only: they are read line by line instead of by trafilatura, which takes 5 s for
# a flat page of 20,000 paragraphs and 38 s for 200,000. lxml's tree drops all that lies 256 tags deep, and takes 17 s
# for one tag with 40,000 attributes. Measure again: pytest -m slow tests/test_clean.py --durations=0
MOST_ELEMENTS, MOST_DEPTH, MOST_ATTRIBUTES = 20_000, 200, 200

FEWEST_WORDS = 4  # on one line at least, or the page holds no article: "4 dead in Orvel" is one, "Log in" is none

DATES = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "date",
    "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
)  # fmt: skip
BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
BOXES = ("article", "body", "div", "main", "section")
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
SILENT = frozenset({
    "aside", "button", "footer", "form", "head", "header", "iframe", "nav", "noscript", "object", "script", "select",
    "style", "svg", "template", "textarea",
})  # fmt: skip

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LINKED_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page, and what it says of itself; `is_tame` is False for one that no tree can be built of."""

    text: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    is_tame: bool = True


def take(content: str, title: str | None = None) -> Page:
    """A page with its article as the text, a paragraph a line; `title` is what it is known by elsewhere.

    The headline above the article is left out: a title is no part of a text. A page without an article has no text.
    """
    page = _survey(content)
    text = (_article(content) if page.is_tame else "") or page.text
    first, _, rest = text.partition("\n")
    if _bare(first) in {_bare(title or ""), _bare(page.title or "")}:
        text = rest
    is_article = any(len(line.split()) >= FEWEST_WORDS for line in text.split("\n"))
    return replace(page, text=text if is_article else "")


def _survey(content: str) -> Page:
    from lxml import etree  # type: ignore[import-untyped]

    # What encoding the page declares was the reader's matter: by now it is words.
    parser = etree.HTMLParser(target=_Target(), encoding="utf-8", huge_tree=True)
    parser.feed(content.encode())
    page: Page = parser.close()
    return page


def _article(content: str) -> str:
    import trafilatura
    from lxml import html

    # Neither has a list of what it raises. A page that breaks them is read line by line, like one that they find
    # nothing in. trafilatura's own parser is left out: it refuses fragments, and mends pages of one line to pieces.
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = html.document_fromstring(content.encode(), parser=parser)
        for box in list(tree.iter(*BOXES)):
            _set_paragraphs(box)
        found = trafilatura.bare_extraction(
            tree, favor_recall=True, include_comments=False, deduplicate=False, config=_settings()
        )
    except Exception:
        return ""
    return (getattr(found, "text", None) or "").strip()


@cache
def _settings() -> ConfigParser:
    """Below 250 characters, an article would be gathered a second time, comments and all, and stand there twice."""
    from trafilatura.settings import use_config

    settings: ConfigParser = use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "25"
    return settings


def _set_paragraphs(box: Any) -> None:
    """Put words that stand loose in an element into paragraphs: "<div>Four died.<br>Two fled.</div>" loses its first
    line or doubles its second in trafilatura otherwise."""
    children = list(box)
    if not any((words or "").strip() for words in (box.text, *(child.tail for child in children))):
        return
    paragraph = box.makeelement("p")
    paragraph.text, box.text = box.text, None
    box.insert(0, paragraph)
    for child in children:
        if child.tag in INLINE:
            paragraph.append(child)
            continue
        paragraph = box.makeelement("p")
        paragraph.text, child.tail = child.tail, None
        child.addnext(paragraph)
        if child.tag == "br":
            box.remove(child)


class _Target:
    """Gathers a `Page` as lxml's parser goes along: without a tree, no page is too deep or too broken."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.silent = self.elements = self.deepest = self.attributes = 0
        self.language = ""
        self.declared: dict[str, str] = {}
        self.linked_dates: list[str] = []
        self.heading: list[str] = []
        self.words: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.open.append(tag)
        self.silent += tag in SILENT
        self.elements += 1
        self.deepest = max(self.deepest, len(self.open))
        self.attributes = max(self.attributes, len(attributes))
        if tag in BLOCKS:
            self.words.append("\n")
        if tag == "html":
            self.language = self.language or attributes.get("lang") or attributes.get("xml:lang") or ""
        elif tag == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self._declare(key, attributes.get("content"))
        elif tag == "link":
            self._declare(attributes.get("rel", ""), attributes.get("href"))
        elif tag == "time" and attributes.get("itemprop", "").lower() == "datepublished":
            self.linked_dates.append(attributes.get("datetime", ""))

    def end(self, tag: str) -> None:
        if self.open:
            self.silent -= self.open.pop() in SILENT
        if tag in BLOCKS:
            self.words.append("\n")

    def data(self, words: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside == "title" and "head" in self.open[:2]:
            self.heading.append(words)
        elif inside == "script":
            self.linked_dates += _LINKED_DATE.findall(words)
        elif not self.silent:
            self.words.append(words)

    def close(self) -> Page:
        publisher = self.declared.get("og:site_name")
        urls = (self.declared.get(key, "") for key in ("canonical", "og:url"))
        return Page(
            text=_lines("".join(self.words)),
            title=self.declared.get("og:title") or _without(publisher, _one_line("".join(self.heading))) or None,
            publisher=publisher,
            url=next((url for url in urls if url.startswith(("http://", "https://"))), None),
            language=self.language.strip() or None,
            published=self._published(),
            is_tame=self.elements <= MOST_ELEMENTS
            and self.deepest <= MOST_DEPTH
            and self.attributes <= MOST_ATTRIBUTES,
        )

    def _declare(self, key: str, content: str | None) -> None:
        if content and content.strip():
            self.declared.setdefault(key.strip().lower(), _one_line(content))

    def _published(self) -> str | None:
        """What the page itself calls its date, in ISO: those in prose, footers and addresses would be guesses."""
        for key in DATES:
            if found := _iso(self.declared.get(key, "")):
                return found
        linked = [found for one in self.linked_dates if (found := _iso(one))]
        # A list of other stories carries their dates in the same way, and then nothing tells which is the page's.
        return linked[0] if len({one[:10] for one in linked}) == 1 else None


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _lines(words: str) -> str:
    return "\n".join(line for line in map(_one_line, words.split("\n")) if line)


def _bare(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _without(publisher: str | None, title: str) -> str:
    """The headline in "Toll rises to 26 - Herald", where the page is the Herald's."""
    shorter = title.removesuffix(publisher or "")
    return shorter.rstrip(" |-–—·:»") if shorter != title else title


def _iso(words: str) -> str | None:
    for form, parse in ((words, datetime.fromisoformat), (words[:10], date.fromisoformat)):
        try:
            parse(form)
        except ValueError:
            continue
        return form if _DAY.match(form) else None
    return None
