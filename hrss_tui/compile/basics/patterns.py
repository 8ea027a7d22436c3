"""Patterns that are made of words."""

from __future__ import annotations

import re
from collections.abc import Sequence


def spaced(words: Sequence[str]) -> str:
    """A pattern for any of the words, longest first, white space between the characters allowed."""
    ordered = sorted(words, key=lambda word: -len(word))
    return "|".join(r"\s*".join(map(re.escape, word)) for word in ordered)
