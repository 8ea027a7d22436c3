"""Words for years that lean on another, and for parts of years: those of years.toml."""

from collections.abc import Mapping
from functools import cache

from hrss_tui.reference._load import Entry, load


class Half(Entry, frozen=True):
    """Half a year: its word, and its first and last month as periods write them."""

    word: str
    first: str
    last: str


class Parts(Entry, frozen=True):
    """Years behind others, halves of years and thirds of months."""

    next: tuple[str, ...]
    halves: tuple[Half, ...]
    thirds: dict[str, int]


class YearWords(Entry, frozen=True):
    """Everything of years.toml: by word, how many years it is from the year it leans on."""

    of_text: dict[str, int]
    of_tables: dict[str, int]
    of_stretches: dict[str, int]
    parts: Parts

    @property
    def halves(self) -> Mapping[str, tuple[str, str]]:
        """Word of half a year → its first and last month."""
        return {half.word: (half.first, half.last) for half in self.parts.halves}


@cache
def year_words() -> YearWords:
    """The words of years.toml, in the order of the file."""
    return load("years.toml", YearWords)
