"""A claim as a person reads it: what is said, by whom and through whom, in which words, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.text import Text

from tollbook.cli.figures import bounds
from tollbook.cli.page import line, words
from tollbook.export.visible import spelled_out

Row = Mapping[str, Any]

STANCES = {"confirms": "confirms", "denies": "DENIES", "doubts": "DOUBTS", "no_information": "HAS NO INFORMATION"}


def statement(claim: Row) -> Text:
    """What the claim says and whose word it is: "killed 2 · the mayor (government) · hedged"."""
    parts = [Text(subject(claim), style="bold")]
    if claim["stance"] in STANCES:
        parts.append(Text(STANCES[claim["stance"]], style="bold red" if claim["stance"] == "denies" else "bold"))
    parts.append(chain(claim))
    parts += [Text(word) for word in _qualities(claim)]
    return Text(" · ").join(parts)


def subject(claim: Row) -> str:
    """What the claim is about: "killed 2", "injured, no number", "that it happened", "who did it"."""
    if claim["kind"] == "occurrence":
        return "that it happened"
    if claim["kind"] == "responsibility":
        return "who did it"
    count = claim["count"]
    about = {"about": "about ", "at_most": "up to "}.get(count["bound"], "") if count else ""
    return f"{claim['harm']} {about}{bounds(count['low'], count['high'])}" if count else f"{claim['harm']}, no number"


def chain(claim: Row) -> Text:
    """Through whom it reached the page, outermost first; where nobody is named, the report says it itself."""
    return Text(" → ").join(map(_link, claim["sources"])) if claim["sources"] else Text("the report itself", "dim")


def quotation(claim: Row) -> Text:
    """The words themselves, on one line."""
    return line("“", words(claim["quote"], "italic"), "”")


def place(claim: Row) -> Text:
    """Where it stands: document, publisher, date, and the claim's own id; the document's row is under "in"."""
    known = [words(claim["in"][name]) for name in ("publisher", "published") if claim["in"][name]]
    titled = [Text("in the title")] if claim["field"] == "title" else []
    return Text(", ").join([Text(spelled_out(claim["document"])), *known, *titled, Text(claim["id"])])


def standing(toll: Row) -> str:
    """What a reader must know before quoting a toll: contested, provisional, its grade."""
    marks = [name for name in ("contested", "provisional") if toll[name]]
    return ", ".join([*marks, *([f"grade {toll['grade']}"] if toll["grade"] else [])])


def number_of(number: int, name: str) -> str:
    """A number and what it counts: "1 document", "3 documents"."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def when(row: Row | None) -> str:
    """A day, or the first and last one that it can have been; "?" where the texts do not say."""
    if row is None:
        return "?"
    return str(row["start"]) if row["start"] == row["end"] else f"{row['start']} to {row['end']}"


def _link(source: Row) -> Text:
    kind = f" ({source['kind'].replace('_', ' ')})" if source["kind"] != "unknown" else ""
    return line(words(source["name"]), Text(kind, "dim"))


def _qualities(claim: Row) -> list[str]:
    group = claim["group"]
    return [
        *([str(words(group["text"]))] if group else []),
        *([claim["certainty"]] if claim["certainty"] != "stated" else []),
        *({"new": ["newly added"], "part": ["part of a larger figure"]}.get(claim["measure"], [])),
    ]
