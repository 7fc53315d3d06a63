"""Tollbook keeps the book on who was killed, hurt, missing or unharmed, who says so, and who merely repeats it."""

__version__ = "0.1.0"
