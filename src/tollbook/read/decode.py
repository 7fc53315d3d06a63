"""Bytes, file names and JSON strings to text that can be stored: UTF-8 can write it, and it is what was meant."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from tollbook.errors import UnreadableError

# The UTF-32 mark begins with the UTF-16 one, so it is asked for first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a page may declare and what is guessed from: the encodings that news is written in. Python knows others
# (unicode_escape, idna, utf-7) that no page may choose, and short text in UTF-16 or EBCDIC looks like anything.
ENCODINGS = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-13", "iso8859-15",
    "koi8-r", "koi8-u", "gb18030", "big5", "shift_jis", "euc_jp", "cp949",
)  # fmt: skip

# Labels that browsers read as their larger neighbours, and a page that can say "utf-16" in ASCII is not in it.
MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gbk": "gb18030", "gb2312": "gb18030",
    "euc_kr": "cp949", "cp932": "shift_jis", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 200_000  # bytes that an encoding is guessed from


def sound(text: str) -> str:
    """The text with U+FFFD for NUL and for lone surrogates, which neither UTF-8 nor a database can hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def where(path: Path, line: int | None = None) -> str:
    """A file, and the line in it, as a summary names them."""
    return sound(str(path)) if line is None else f"{sound(str(path))}:{line}"


def decode(content: bytes, place: str, declared: str | None = None) -> str:
    """The text of a file: by its byte-order mark, else as declared, else UTF-8, else by detection.

    The mark is dropped and nothing else is touched, line ends included. UnreadableError where it is no text.
    """
    for mark, codec in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    text = _strictly(content, _codec(declared)) if declared else None
    text = text if text is not None else _strictly(content, "utf-8")
    if text is None:
        text = _guessed(content)
    elif _share_of_controls(text) > 0.3:
        text = None
    if text is None:
        raise UnreadableError(place, "binary, not text")
    return text


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = MEANT.get(name, name)
    return name if name == "utf-8" or name in ENCODINGS else None


def _strictly(content: bytes, codec: str | None) -> str | None:
    if codec is None:
        return None
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _guessed(content: bytes) -> str | None:
    if b"\0" in content:
        return None
    mended = content.decode("utf-8", "replace")
    beyond_ascii = len(mended) - len(mended.encode("ascii", "ignore"))
    # UTF-8 with a wound, such as a file cut off inside a character: one bad byte in eleven at most.
    if mended.count("\ufffd") * 11 <= beyond_ascii:
        return mended
    codec = _detected(content[:_SAMPLE])
    text = content.decode(codec, "replace") if codec else None
    return text if text is not None and _share_of_controls(text) < 0.05 else None


def _detected(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=["utf_8", *ENCODINGS])
    best = matches.best()
    if best is None:
        return None
    # Western and Central European fit many short texts alike ("Señor", "Seńor"): browsers take Western then.
    alike = [one.encoding for one in matches if (one.chaos, one.coherence) == (best.chaos, best.coherence)]
    return "cp1252" if "cp1252" in alike else best.encoding


def _share_of_controls(text: str) -> float:
    return len(_CONTROL.findall(text)) / len(text) if text else 0.0
