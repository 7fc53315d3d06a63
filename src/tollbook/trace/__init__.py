"""Documents -> Copies: the passages that one document repeats of another, and nothing about what they mean."""

from tollbook.trace import words

VERSION = "1"
TRACERS = {"words": words.trace}
