"""Filtering as the reader types: a name matches by its characters, its code, its pinyin or its initials."""

from __future__ import annotations

import re
from functools import cached_property

from hrss_tui.tui.desk import Desk


class Matcher:
    """All words typed must match. Letters are read as pinyin by the package's table; other forms of a name count too."""

    def __init__(self, desk: Desk, text: str) -> None:
        self.words = text.casefold().split()
        self.desk = desk

    @cached_property
    def _readings(self) -> dict[str, re.Pattern[str]]:
        """Word of letters → the characters it may stand for."""
        patterns = {word: self.desk.data.letters.pattern(word) for word in self.words if word.isascii()}
        return {word: re.compile(pattern) for word, pattern in patterns.items() if pattern}

    def matches(self, *fields: str) -> bool:
        """Whether every word is in one of the fields, or one is read so, or is also called so."""
        texts = [field.casefold().replace(" ", "") for field in fields if field]
        forms = self.desk.data.pinyin
        texts += [form for field in fields for form in forms.get(field, ())]
        return all(self._in(word, texts) for word in self.words)

    def _in(self, word: str, texts: list[str]) -> bool:
        if any(word in text for text in texts):
            return True
        read = self._readings.get(word)
        return read is not None and any(read.search(text) for text in texts)
