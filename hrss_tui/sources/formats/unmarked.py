"""UTF-16 without a mark at its beginning: characters of two bytes, told by which order of them makes a text."""

from __future__ import annotations

_ORDERS = ("utf-16-le", "utf-16-be")
_SAMPLE = 4_096
_USUAL = 0.95
"""In a text of Chinese so many characters are Chinese, of ASCII, or marks of either."""
_RANGES = (
    ("\t", "\r"),
    (" ", "~"),
    ("\u00a0", "\u00ff"),
    ("\u2010", "\u206f"),
    ("\u2460", "\u24ff"),
    ("\u2500", "\u257f"),
    ("\u3000", "\u303f"),
    ("\u4e00", "\u9fff"),
    ("\uff01", "\uffee"),
)


def unmarked(data: bytes) -> str | None:
    """The encoding of bytes of which some are zero, where they are a text in UTF-16; None for all other."""
    if len(data) % 2 or b"\0" not in data:
        return None
    found = [order for order in _ORDERS if _is_text(data[:_SAMPLE], order)]
    return found[0] if len(found) == 1 else None


def _is_text(sample: bytes, order: str) -> bool:
    try:
        text = sample.decode(order)
    except UnicodeDecodeError as error:  # the sample may end in the middle of a character
        if error.start < len(sample) - 2:
            return False
        text = sample[: error.start].decode(order)
    usual = sum(any(first <= char <= last for first, last in _RANGES) for char in text)
    return usual >= _USUAL * len(text)
