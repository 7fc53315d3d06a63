"""The book as one HTML file that a person opens: it works from the disk, asks for nothing and runs no words as code."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tollbook.export.choices import Choices
from tollbook.export.files import put
from tollbook.export.html.page import report
from tollbook.export.visible import visible
from tollbook.model import Book

_SUFFIXES = (".html", ".htm")


def export(book: Book, to: Path, choices: Choices) -> None:
    """Write the report to the file `to`, or as report.html into the folder `to` where it is no name of an HTML file.

    The page is made and written piece by piece, an incident at a time. TollbookError where it cannot be written.
    """
    place = to if to.suffix.lower() in _SUFFIXES else to / "report.html"
    page = _environment().get_template("report.html")
    style, script = (_kept(name) for name in ("report.css", "report.js"))
    pieces = page.stream(
        report=report(book, choices), style=style, script=script, style_hash=_hash(style), script_hash=_hash(script)
    )
    pieces.enable_buffering(200)
    put({place: pieces})


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("tollbook.export.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """The one door to the page: all that a template prints comes through here and is escaped after it."""
    if value is None:
        return "unknown"
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _kept(name: str) -> Markup:
    """A file of our own beside the templates, the only text that reaches the page unescaped."""
    return Markup(files(__name__).joinpath("templates", name).read_text("utf-8"))


def _hash(text: str) -> str:
    """What the page's content security policy knows the script and the style by: no other may run."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
