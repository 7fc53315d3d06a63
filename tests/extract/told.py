"""Claims as the tables of the tests write them: "killed 9+ part", "injured 0", "killed 40 denies"."""

from __future__ import annotations

from tests.extract.reading import claims
from tollbook.model import Claim
from tollbook.terms import Certainty, Kind, Measure, Stance


def told(text: str) -> list[str]:
    """The claims of harm of a text, a line each, sorted."""
    return sorted(line(one) for one in claims(text) if one.kind is Kind.HARM)


def line(claim: Claim) -> str:
    """One claim: harm, figure, and whatever is not the rule of measure, stance and certainty."""
    usual = (Measure.TOTAL, Stance.ASSERTS, Certainty.STATED)
    rest = (one for one in (claim.measure, claim.stance, claim.certainty) if one not in usual)
    return " ".join([claim.harm or claim.kind, *([_figure(claim)] if claim.kind is Kind.HARM else []), *rest])


def _figure(claim: Claim) -> str:
    if claim.count is None:
        return "?"
    low, high = claim.count.low, claim.count.high
    return f"{low}+" if high is None else f"{low}" if low == high else f"{low}-{high}"
