"""The rows that `show` and `explain` draw, and print as they are with --json."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from tollbook.export import rows
from tollbook.export.rows import Shown
from tollbook.model import Claim, Document, Incident, Toll

Row = dict[str, Any]


def incident(view: Shown, one: Incident) -> Row:
    """An incident's row, and under "statements" each claim about it."""
    return rows.incident(view, one) | {"statements": statements(view, lambda claim: claim.incident == one.id)}


def document(view: Shown, one: Document) -> Row:
    """A document's row, its claims under "statements", and the copies that it takes part in."""
    (row,) = (row for row in rows.documents(view) if row["id"] == one.id)
    copies = [row for row in rows.copies(view) if one.id in (row["copy"]["document"], row["original"]["document"])]
    return row | {"copies": copies, "statements": statements(view, lambda claim: claim.document == one.id)}


def claim(view: Shown, one: Claim) -> Row:
    """A claim's row, its document's under "in", and the ids of those that repeat it."""
    (row,) = statements(view, lambda claim: claim.id == one.id)
    return row | {"repeated_by": sorted(each.id for each in view.book.claims if each.origin == one.id != each.id)}


def statements(view: Shown, is_wanted: Callable[[Claim], bool]) -> list[Row]:
    """The rows of the claims wanted, each with its document's row under "in"."""
    documents = {row["id"]: row for row in rows.documents(view)}
    wanted = {one.id for one in view.book.claims if is_wanted(one)}
    return [row | {"in": documents[row["document"]]} for row in rows.claims(view) if row["id"] in wanted]


def account(view: Shown, one: Incident) -> Row:
    """An incident's row, and in each toll under "voices" whom the figure rests on, under "dissent" who is against.

    A voice is one origin: {"origin", "claims", "without"}. `claims` are rows with "used" (None where the rule says
    nothing of a claim) and "why": those used come first, and of these the origin's own. `without` is the toll
    [low, best, high] without that voice, None where it supplies no figure.
    """
    row = rows.incident(view, one)
    about = {each["id"]: each for each in statements(view, lambda claim: claim.incident == one.id)}
    tolls = [each | _heard(each, toll, about) for each, toll in zip(row["tolls"], one.tolls, strict=True)]
    return row | {"tolls": tolls}


def _heard(row: Row, toll: Toll, about: dict[str, Row]) -> Row:
    judged = {one["claim"]: {"used": one["used"], "why": one["why"]} for one in row["reasons"]}
    claims = {one: about[one] | judged.get(one, {"used": None, "why": None}) for one in about}
    dissent = [claims[one] for one in toll.against if one in claims]
    voices: dict[str, list[Row]] = defaultdict(list)
    for one in claims.values():
        if one["used"] or (one["id"] in {*judged, *toll.evidence} and one not in dissent):
            voices[one["origin"]].append(one)
    heard = [_voice(origin, claims, row) for origin, claims in voices.items()]
    return {"voices": sorted(heard, key=lambda one: _standing(one["claims"][0])), "dissent": dissent}


def _voice(origin: str, claims: list[Row], toll: Row) -> Row:
    ordered = sorted(claims, key=lambda one: (not one["used"], one["id"] != origin, _standing(one)))
    return {"origin": origin, "claims": ordered, "without": toll["leave_one_out"].get(origin)}


def _standing(one: Row) -> tuple[bool, str, list[int], str]:
    """What counts stands first, then the order of documents and of their words."""
    return not one["used"], one["document"], one["span"], one["id"]
