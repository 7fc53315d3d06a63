"""Where a book is kept: documents, decisions and configuration for ever, and what follows from them till it changes."""

from tollbook.store.base import Reader, Writer
from tollbook.store.codec import Packed, packed
from tollbook.store.sqlite import open_book

__all__ = ["Packed", "Reader", "Writer", "open_book", "packed"]
