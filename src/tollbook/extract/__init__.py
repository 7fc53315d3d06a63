"""Annotations + Attributions -> Claims about harm to people, about whether it happened, and about who did it."""

from tollbook.extract import rules

VERSION = "1"
EXTRACTORS = {"rules": rules.extract}
