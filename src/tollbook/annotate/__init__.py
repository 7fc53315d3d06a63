"""Document -> Annotations: what stands where, before anyone asks what it means."""

from tollbook.annotate.rules import annotate as by_rules

VERSION = "5"
ANNOTATORS = {"rules": by_rules}
