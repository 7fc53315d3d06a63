"""Annotations -> Attributions: who says what, and through whom it reached the page."""

from tollbook.attribute.rules import attribute as by_rules

VERSION = "2"
ATTRIBUTORS = {"rules": by_rules}
