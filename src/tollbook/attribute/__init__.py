"""Annotations -> Attributions: who says what, and through whom it reached the page."""

from tollbook.attribute.rules import attribute as by_rules
from tollbook.attribute.tags import attribute as by_tags

VERSION = "8"
ATTRIBUTORS = {"rules": by_rules, "encoder": by_tags}
