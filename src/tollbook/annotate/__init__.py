"""Document -> Annotations: what stands where, before anyone asks what it means."""

from tollbook.annotate import encoder, rules

__all__ = ["ANNOTATORS", "VERSION", "encoder"]

VERSION = "6"
ANNOTATORS = {"rules": rules.annotate, "encoder": encoder.annotate}
