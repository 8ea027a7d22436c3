"""Filtering as the reader types: a name matches by its characters, its code, its pinyin or its initials."""

from __future__ import annotations

from hrss_tui.tui.desk import Desk


class Matcher:
    """All words typed must match; what the package ships of pinyin is used, nothing is computed."""

    def __init__(self, desk: Desk, text: str) -> None:
        self.words = text.casefold().split()
        self.pinyin = desk.data.pinyin

    def matches(self, *fields: str) -> bool:
        """Whether every word is in one of the fields, or in the pinyin of one."""
        texts = [field.casefold().replace(" ", "") for field in fields if field]
        texts += [form for field in fields for form in self.pinyin.get(field, ())]
        return all(any(word in text for text in texts) for word in self.words)
