"""The project's own small transformer, which tags who says what, names and the sense of sentences."""

from tollbook.annotate.encoder import near
from tollbook.annotate.encoder.load import is_there, name
from tollbook.annotate.encoder.read import annotate, everywhere

__all__ = ["annotate", "everywhere", "is_there", "name", "near"]
