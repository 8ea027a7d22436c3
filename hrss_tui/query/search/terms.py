"""What was typed made ready for one package: its terms as matchers, its filters as sets of what they let through."""

from __future__ import annotations

from hrss_tui.query.search.expressions import Expression
from hrss_tui.query.search.filters import filters
from hrss_tui.query.search.language import Part, Typed, faulty
from hrss_tui.query.search.matchers import Either, Shapes, any_of
from hrss_tui.query.search.query import Query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrss_tui.query.search.engine import Engine
    from hrss_tui.query.search.matchers import Matcher


def ready(typed: Typed, engine: Engine) -> Query:
    """Make a query ready. Raises QueryError where the package has no such document, kind, code or year."""
    terms = [_matcher(parts, engine) for parts in _each_once(typed.terms, engine)]
    without = [_matcher(parts, engine) for parts in typed.without]
    return Query(typed, terms, without, filters(typed, engine.pack))


def _each_once(terms: list[tuple[Part, ...]], engine: Engine) -> list[tuple[Part, ...]]:
    """Terms without those that are typed again, in whatever signs: what occurs once is counted once."""
    once: dict[frozenset[tuple[str, str]], tuple[Part, ...]] = {}
    for parts in terms:
        once.setdefault(frozenset(_same(part, engine) for part in parts), parts)
    return list(once.values())


def _same(part: Part, engine: Engine) -> tuple[str, str]:
    return part.how, part.text if part.how == "regex" else engine.fold.text(part.text)


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
