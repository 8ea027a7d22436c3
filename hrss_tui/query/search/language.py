r"""The query language: what a person types, taken apart. Nothing is looked up here.

    南疆 就业          all terms, in any order, in one paragraph or row
    "三支一扶"         exactly this, spaces included
    -教育  a|b         without; either
    /\d+万人次/        regular expression over the normalised text
    py:shebao          pinyin in running text (without py: only names are matched by pinyin)
    doc: kind: code: year:   filters; several values separated by commas; -doc: excludes

Full-width signs of Chinese input methods (“ ” ： ｜ － and the wide space) mean the same.
"""

from __future__ import annotations

from hrss_tui.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Never

FILTERS = ("doc", "kind", "code", "year")
_QUOTES = '"“”„＂'
_COLONS = ":："
_BARS = "|｜"
_MINUS = "-－−"
_COMMAS = ",，、"
LONGEST = 1000
"""Characters of a query; what is longer is no query."""


class QueryError(UsageError):
    """A query that cannot be used; `at` is the offset in the query where it goes wrong."""

    def __init__(self, message: str, hint: str, at: int) -> None:
        super().__init__(message, hint)
        self.at = at


class Part:
    """One alternative of a term. `how` is words, exact, regex or pinyin; `text` as typed; `at` its offset."""

    __slots__ = ("at", "how", "text")

    def __init__(self, how: str, text: str, at: int) -> None:
        self.how = how
        self.text = text
        self.at = at

    def __repr__(self) -> str:
        return f"{self.how}:{self.text}"


class Typed:
    """A query taken apart.

    `terms` and `without` hold the alternatives of each term; `filters` holds (key, values, wanted, offset). What was
    chosen beside the text stands in `beside`: key → values, within what the text asks for.
    """

    __slots__ = ("beside", "filters", "terms", "text", "without")

    def __init__(self, text: str) -> None:
        self.text = text
        self.terms: list[tuple[Part, ...]] = []
        self.without: list[tuple[Part, ...]] = []
        self.filters: list[tuple[str, tuple[str, ...], bool, int]] = []
        self.beside: dict[str, tuple[str, ...]] = {}

    @property
    def empty(self) -> bool:
        """Nothing to search for and nothing to filter by."""
        return not (self.terms or self.filters)


def faulty(what: str, at: int, /, **values: object) -> Never:
    """Raise what is wrong with a query: the words `find.error.WHAT` and its `.hint`."""
    from hrss_tui.words import phrase

    raise QueryError(phrase(f"find.error.{what}", **values), phrase(f"find.error.{what}.hint", **values), at)


def parse(text: str) -> Typed:
    """Take a query apart. Raises QueryError, which names the place."""
    if len(text) > LONGEST:
        faulty("long", LONGEST, most=LONGEST)
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def read(self) -> Typed:
        found = Typed(self.text)
        while self._skip():
            wanted = not self._minus()
            if not self._filter(found, wanted):
                term = self._term()
                (found.terms if wanted else found.without).append(term)
        if found.without and not found.terms and not found.filters:
            faulty("only_without", 0)
        return found

    def _skip(self) -> bool:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)

    def _peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.text[place] if place < len(self.text) else ""

    def _minus(self) -> bool:
        """A minus sign before a word, not before a number: -1.5 is a figure."""
        following = self._peek(1)
        if self._peek() in _MINUS and following and not following.isspace() and not following.isdigit():
            self.at += 1
            return True
        return False

    def _filter(self, found: Typed, wanted: bool) -> bool:
        key = self._key()
        if key not in FILTERS:
            return False
        start = self.at
        self.at += len(key) + 1
        value = self._word("")
        values = value
        for comma in _COMMAS:
            values = values.replace(comma, " ")
        if not values.split():
            faulty("no_value", start, name=key)
        found.filters.append((key, tuple(values.split()), wanted, start))
        return True

    def _key(self) -> str:
        """The word before a colon, where it is one of ours; else nothing."""
        end = self.at
        while end < len(self.text) and self.text[end].isascii() and self.text[end].isalpha():
            end += 1
        key = self.text[self.at : end].lower()
        known = key == "py" or key in FILTERS
        return key if known and end < len(self.text) and self.text[end] in _COLONS else ""

    def _term(self) -> tuple[Part, ...]:
        parts = [self._part()]
        while self._peek() and self._peek() in _BARS:
            self.at += 1
            parts.append(self._part())
        return tuple(parts)

    def _part(self) -> Part:
        start = self.at
        char = self._peek()
        if char and char in _QUOTES:
            return Part("exact", self._quoted(), start)
        if char == "/":
            return Part("regex", self._expression(), start)
        how = "words"
        if self._key() == "py":
            self.at += 3
            how = "pinyin"
        text = self._word(_BARS)
        if not text:
            faulty("no_pinyin" if how == "pinyin" else "no_alternative", start)
        return Part(how, text, start)

    def _word(self, stops: str) -> str:
        start = self.at
        while self.at < len(self.text) and not self.text[self.at].isspace() and self._peek() not in stops:
            self.at += 1
        return self.text[start : self.at]

    def _quoted(self) -> str:
        start = self.at
        end = start + 1
        while end < len(self.text) and self.text[end] not in _QUOTES:
            end += 1
        inside = self.text[start + 1 : end]
        if end == len(self.text):
            faulty("open_quote", start)
        if not inside.strip():
            faulty("empty_quote", start)
        self.at = end + 1
        return inside

    def _expression(self) -> str:
        start = self.at
        end = start + 1
        while end < len(self.text) and self.text[end] != "/":
            end += 2 if self.text[end] == "\\" else 1
        inside = self.text[start + 1 : end]
        if end >= len(self.text):
            faulty("open_regex", start)
        if not inside:
            faulty("empty_regex", start)
        self.at = end + 1
        return inside
