"""Annotations + Attributions -> Claims about harm to people, about whether it happened, and about who did it."""

from tollbook.extract.rules import extract as by_rules

VERSION = "8"
EXTRACTORS = {"rules": by_rules}
