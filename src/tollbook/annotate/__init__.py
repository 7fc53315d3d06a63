"""Document -> Annotations: what stands where, before anyone asks what it means."""

from tollbook.annotate import encoder, rules

__all__ = ["ANNOTATORS", "BY_MODEL", "VERSION", "encoder"]

VERSION = "9"
BY_MODEL = {"encoder": encoder.annotate, "encoder_everywhere": encoder.everywhere}
ANNOTATORS = {"rules": rules.annotate, **BY_MODEL}
