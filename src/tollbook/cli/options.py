"""The arguments and options that several commands take, each described once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Names(StrEnum):
    """What becomes of the names of people killed, hurt, missing or captured."""

    NONE = "none"
    ALL = "all"


BookPath = Annotated[Path, typer.Argument(metavar="BOOK", help="The book, as `tollbook build --book` made it.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program instead of words for a person.")]
ShownNames = Annotated[
    Names,
    typer.Option("--names", help="none: put █ over the names of people harmed. What you see here stays with you."),
]
GivenNames = Annotated[
    Names,
    typer.Option("--names", help="all: leave in the names of people killed, hurt, missing or captured."),
]
