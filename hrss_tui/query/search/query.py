"""A query as matchers for one package: what must occur, what must not, and the terms as one exact phrase."""

from __future__ import annotations

from itertools import islice, product

from hrss_tui import lazy_re as re
from hrss_tui.query.search.expressions import Expression
from hrss_tui.query.search.matchers import Either, Literal, Shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrss_tui.query.search.filters import Filters
    from hrss_tui.query.search.language import Typed
    from hrss_tui.query.search.matchers import Matcher

_DIGIT = re.compile("[0-9]")
_PHRASES = 8
"""Combinations of alternatives that are looked for as an exact phrase."""


class Query:
    """Matchers for what must occur, what must not, and the terms as one exact phrase.

    `phrase` is None where there is no difference: for a single term that is no number, or for terms that are
    no plain texts. `counted` are the places of the terms whose number of occurrences counts: plain words.
    A single character occurs often everywhere, a figure is better once in the right place, and alternatives are
    different things.
    """

    __slots__ = ("counted", "filters", "phrase", "terms", "typed", "without")

    def __init__(
        self, typed: Typed, terms: Sequence[Matcher], without: Sequence[Matcher], chosen: Filters
    ) -> None:
        self.typed = typed
        self.terms = terms
        self.without = without
        self.filters = chosen
        self.phrase = _phrase(terms)
        self.counted = [place for place, term in enumerate(terms) if counts(term)]

    def expressions(self) -> Iterator[Expression]:
        """The regular expressions in it."""
        for matcher in (*self.terms, *self.without):
            for part in matcher.matchers if isinstance(matcher, Either) else (matcher,):
                if isinstance(part, Expression):
                    yield part


def _phrase(terms: Sequence[Matcher]) -> Shapes | None:
    """The terms one after the other, figures whole: 12万 is not a part of 345.12万."""
    if not terms or not all(term.literals for term in terms):
        return None
    ways = ("".join(way) for way in product(*(term.literals for term in terms)))
    texts = list(dict.fromkeys(islice(ways, _PHRASES)))
    if len(terms) == 1 and not any(_DIGIT.match(text[:1]) or _DIGIT.match(text[-1:]) for text in texts):
        return None
    return Shapes("|".join(map(_whole, texts)), texts)


def counts(term: Matcher) -> bool:
    """Does the number of its occurrences count?"""
    return isinstance(term, Literal) and len(term.text) > 1 and not any(map(str.isdigit, term.text))


def _whole(text: str) -> str:
    """Source of an expression for a text whose figures are not parts of longer ones.

    The text comes first and is looked back at, so that the engine can leap from one occurrence to the next.
    """
    literal = re.escape(text)
    before = f"(?<![0-9.]{literal})" if _DIGIT.match(text[0]) else ""
    after = r"(?!\.?[0-9])" if _DIGIT.match(text[-1]) else ""
    return literal + before + after
