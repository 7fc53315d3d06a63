"""What it adds up to: an incident's claims as tolls, under one named rule, with every other rule's answer beside it."""

from __future__ import annotations

from tollbook.reconcile import airwars, envelope, tollbook
from tollbook.reconcile.account import Account, Figure, NamedRule, Rule
from tollbook.reconcile.toll import tolls

__all__ = ["RULES", "VERSION", "Account", "Figure", "NamedRule", "Rule", "tolls"]

VERSION = "8"
"""Of what comes before any rule: rows, voices and the arithmetic inside one of them."""

RULES: dict[str, NamedRule] = {
    rule.name: rule
    for rule in (
        NamedRule(
            "airwars", "5", airwars.decide, "lowest to highest credible count, none below a report's own least", True
        ),
        NamedRule("envelope", "1", envelope.decide, "lowest to highest figure of any voice; no best"),
        NamedRule(
            "tollbook", "6", tollbook.decide, "one vote a voice, its best supported figure; best is the lower median"
        ),
    )
}
