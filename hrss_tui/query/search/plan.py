"""From a query to match expressions for the index: which rows may answer it, in the order of rank.

An expression lets through every row that answers and perhaps some that do not, which reading the row decides.
None stands for "any row may": nothing can be told from tokens. An empty text stands for "no row can".
"""

from __future__ import annotations

from itertools import pairwise

from hrss_tui.query.search.expressions import Expression
from hrss_tui.query.search.grams import all_of, held, held_characters, held_digits, holding_any, holding_name
from hrss_tui.query.search.matchers import Either, Shapes
from hrss_tui.query.search.query import counts
from hrss_tui.query.search.rank import IN_HEADING, IN_LABEL, IN_TEXT, MOST, NEAR, PHRASE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrss_tui.query.search.matchers import Matcher
    from hrss_tui.query.search.pinyin import Way
    from hrss_tui.query.search.query import Query

SENTENCE_SIGNS = "。！？；!?;"
_SPELLINGS = 4000
"""Pairs of characters that are looked for to find pinyin in running text."""


Rows = tuple[str, str | None]
"""A table and the expression for its rows."""


class Group:
    """All answers whose scores begin alike: the same phrase, place and nearness, but not the same number of times.

    `tables` have the rows of their blocks; `worth` is what the answers have in common.
    """

    __slots__ = ("query", "tables", "whole", "worth")

    def __init__(self, query: Query, worth: int, tables: tuple[str, ...], whole: bool) -> None:
        self.query = query
        self.worth = worth
        self.tables = tables
        self.whole = whole

    def rows(self, times: int) -> list[Rows]:
        """The rows that blocks have which hold every counted term so many times; none where there can be none."""
        asked = [rows(self.query, table, times, self.whole) for table in self.tables]
        return [entry for entry in asked if entry[1] != ""]


def groups(query: Query) -> Iterator[Group]:
    """The groups of answers, the best first."""
    several = len(query.terms) > 1
    phrases = (True, False) if query.phrase is not None else (not several,)
    for whole in phrases:
        for place, tables in _places(query, whole):
            for near, used in _nearness(tables, whole or not several):
                yield Group(query, PHRASE * whole + place + near, used, whole)


def most_times(query: Query) -> int:
    """The most that the number of occurrences may be worth."""
    return MOST if query.counted else 1


def _places(query: Query, whole: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    yield IN_HEADING, ("heads",)
    yield IN_LABEL, ("names",)
    # A single row of `parts` holds all that stands in one sentence; what runs over the end of one is in `wholes`.
    across = any(map(_crosses, (*query.terms, *filter(None, [query.phrase]))))
    yield IN_TEXT, ("parts", "wholes") if across or not (whole or len(query.terms) == 1) else ("parts",)


def _crosses(term: Matcher) -> bool:
    """May it hold the end of a sentence, so that no single sentence holds it?"""
    if isinstance(term, Either):
        return any(map(_crosses, term.matchers))
    return any(sign in text for text in term.literals for sign in SENTENCE_SIGNS)


def _nearness(tables: tuple[str, ...], near_only: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    """What nearness may be worth there, and the tables with the rows that are worth it."""
    if near_only or tables == ("names",):
        yield NEAR, tables
    elif tables == ("heads",):
        yield NEAR, tables
        yield 0, tables
    else:
        yield NEAR, ("parts",)
        yield 0, ("wholes",)


def rows(query: Query, table: str, times: int = 1, whole: bool = False) -> Rows:
    """The rows of which every block has one that answers in this table's way, every counted term so many times.

    `wholes` knows no single characters: where all terms are such, one of them is looked for in `parts`.
    """
    match = _matching(query, table, times, whole)
    if table == "wholes" and match is None:
        inside = [_need(term, "parts", 1) for term in query.terms if not _crosses(term)]
        known = [need for need in inside if need is not None]
        return "parts", _joined(known[:1]) if known else None
    return table, match


def _matching(query: Query, table: str, times: int, whole: bool) -> str | None:
    if table in ("heads", "names"):
        needs = [_need(term, table, times) for term in query.terms]
    else:
        # A term that may be pinyin of a name need not stand in the row as it is typed. The others must; where
        # there are none, one at least does, for a row of which all terms are names is found by `names`.
        needs = [_need(term, table, times) for term in query.terms if not _may_be_name(term)]
        loose = [_need(term, table, 1) for term in query.terms if _may_be_name(term)]
        needs = needs or [None if None in loose else _either([need for need in loose if need])]
    if whole and query.phrase is not None:
        ways = [_text(text, table, whole=True) for text in query.phrase.literals]
        needs += [_either([way for way in ways if way])] if all(way is not None for way in ways) else []
    known = [need for need in needs if need is not None]
    return _joined(known) if known else None


class Need:
    """What a row must have: all of some tokens and all of some expressions. False where no row can."""

    __slots__ = ("expressions", "tokens")

    def __init__(self, tokens: Sequence[str] = (), expressions: Sequence[str] = ()) -> None:
        self.tokens = tokens
        self.expressions = expressions

    def __bool__(self) -> bool:
        return bool(self.tokens or self.expressions)


def _joined(needs: Sequence[Need]) -> str:
    """All needs as one expression; empty where one of them cannot be met."""
    if not all(needs):
        return ""
    tokens = [token for need in needs for token in need.tokens]
    return " AND ".join(
        [*([all_of(tokens)] if tokens else []), *(f"({part})" for need in needs for part in need.expressions)]
    )


def _either(needs: Sequence[Need]) -> Need:
    """One of several needs."""
    possible = [need for need in needs if need]
    if len(possible) < 2:
        return possible[0] if possible else Need()
    return Need((), [" OR ".join(f"({_joined([need])})" for need in possible)])


def _may_be_name(term: Matcher) -> bool:
    parts = term.matchers if isinstance(term, Either) else (term,)
    return any(isinstance(part, Shapes) and part.names_only for part in parts)


def _need(term: Matcher, table: str, times: int) -> Need | None:
    """What a row of a table that holds a term has; None where nothing is known."""
    if isinstance(term, Either):
        several = [_need(part, table, times) for part in term.matchers]
        known = [need for need in several if need is not None]
        return _either(known) if len(known) == len(several) else None
    if isinstance(term, Shapes) and term.ways:
        return _spelling(term.ways, term.names_only, table)
    texts = [term.required] if isinstance(term, Expression) else list(term.literals)
    several = [_text(text, table, times if counts(term) else 1) for text in texts]
    known = [need for need in several if need is not None]
    return _either(known) if known and len(known) == len(several) else None


def _text(text: str, table: str, times: int = 1, whole: bool = False) -> Need | None:
    """What a row that holds a text has; None where nothing is known of it: `wholes` knows no single characters."""
    tokens = held(text, times, whole)
    if tokens or not text:
        return Need(tokens) if tokens else None
    if len(text) == 2 and text.isdigit():
        return Need((), [held_digits(text)])
    return None if table == "wholes" else Need(held_characters(text))


def _spelling(ways: Sequence[Way], names_only: bool, table: str) -> Need | None:
    if names_only:
        named = [holding_name(way.initials) for way in ways] if table in ("heads", "names") else []
        return _either([Need((), [name]) for name in named])
    found = []
    for way in ways:
        left, right = min(pairwise(way.classes), key=lambda two: len(two[0]) * len(two[1]))
        if len(left) * len(right) > _SPELLINGS:
            return None
        found.append(Need((), [holding_any(left, right)]))
    return _either(found)
