"""Annotations -> Attributions: who says what, and through whom it reached the page."""

from tollbook.attribute import rules

VERSION = "1"
ATTRIBUTORS = {"rules": rules.attribute}
