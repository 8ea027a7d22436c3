"""A query made ready for one package: its terms as matchers, its filters as sets of what they let through."""

from __future__ import annotations

import re
from itertools import islice, product

from hrss_tui.query.search.expressions import Expression
from hrss_tui.query.search.filters import Filters, filters
from hrss_tui.query.search.language import Part, Typed, faulty
from hrss_tui.query.search.matchers import Either, Literal, Shapes, any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrss_tui.query.search.engine import Engine
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


def ready(typed: Typed, engine: Engine) -> Query:
    """Make a query ready. Raises QueryError where the package has no such document, kind, code or year."""
    terms = [_matcher(parts, engine) for parts in typed.terms]
    without = [_matcher(parts, engine) for parts in typed.without]
    return Query(typed, terms, without, filters(typed, engine.pack))


def _matcher(parts: tuple[Part, ...], engine: Engine) -> Matcher:
    texts: list[str] = []
    others: list[Matcher] = []
    for part in parts:
        if part.how == "regex":
            others.append(Expression(part.text, part.at, engine.fold))
        elif part.how == "pinyin":
            others.append(_spelled(part, engine))
        else:
            texts.append(_normal(part, engine))
            others.extend(_names(part, engine))
    if texts:
        others.insert(0, any_of(texts))
    return others[0] if len(others) == 1 else Either(others)


def _normal(part: Part, engine: Engine) -> str:
    # a cell border is nothing that could be searched for
    text = engine.fold.text(part.text.replace("\t", " "))
    if not text.strip():
        faulty("no_words", part.at, text=part.text)
    return text


def _spelled(part: Part, engine: Engine) -> Matcher:
    shapes = _pinyin(part, engine, names_only=False)
    if shapes is None:
        faulty("bad_pinyin", part.at, text=part.text)
    return shapes


def _names(part: Part, engine: Engine) -> Iterator[Matcher]:
    """Letters are also looked for as the pinyin of names."""
    shapes = _pinyin(part, engine, names_only=True) if part.how == "words" else None
    if shapes is not None:
        yield shapes


def _pinyin(part: Part, engine: Engine, names_only: bool) -> Shapes | None:
    letters = part.text.lower()
    ways = engine.pinyin.ways(letters)
    return Shapes(engine.pinyin.pattern(letters), ways=ways, names_only=names_only) if ways else None


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
