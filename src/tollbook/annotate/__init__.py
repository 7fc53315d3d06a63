"""Document -> Annotations: what stands where, before anyone asks what it means."""

from tollbook.annotate import rules

VERSION = "1"
ANNOTATORS = {"rules": rules.annotate}
