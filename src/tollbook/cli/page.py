"""What every command writes with: one console, one way to print JSON, one line for a person on the error stream."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from tollbook.export.visible import as_json, on_one_line

WIDTH = 100  # columns where the output is no terminal: what a person pastes into a mail or a ticket


def console() -> Console:
    """The console for results; nothing in what it prints is read as markup or as the name of an emoji."""
    width = None if sys.stdout.isatty() else WIDTH
    return Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def is_terminal() -> bool:
    """Whether a person sees the error stream as it is written."""
    return sys.stderr.isatty()


def words(text: object, style: str = "") -> Text:
    """Any text, from wherever, as one harmless line."""
    return Text(on_one_line(str(text)), style=style, overflow="fold")


def line(*parts: Text | str) -> Text:
    """Parts of one line side by side; plain strings are our own words."""
    return Text.assemble(*parts, overflow="fold")


def indented(by: int, parts: Iterable[RenderableType]) -> list[RenderableType]:
    """The same, moved to the right by so many columns, also where a line is broken."""
    return [Padding(part, (0, 0, 0, by), expand=False) for part in parts]


def show(parts: Iterable[RenderableType]) -> None:
    """Print these for a person."""
    out = console()
    for part in parts:
        out.print(part)


def show_json(value: object) -> None:
    """Print the value for a program; where the terminal's encoding lacks a character, JSON's own escapes stand in."""
    text = as_json(value, indent=2)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    print(text)


def tell(text: str) -> None:
    """One line on the error stream, where it does not mix with results."""
    print(on_one_line(text), file=sys.stderr)
