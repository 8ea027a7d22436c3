"""How it is told by how much something has grown, and what makes a rate another than that of two printed figures."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class _File(Entry, frozen=True):
    rounding_notes: tuple[str, ...]
    growth_words: tuple[str, ...]
    other_growth: tuple[str, ...]
    year_begins: tuple[str, ...]
    alike_words: tuple[str, ...]
    real_growth: tuple[str, ...]
    real_words: tuple[str, ...]


@cache
def _file() -> _File:
    return load("growth.toml", _File)


def rounding_notes() -> tuple[str, ...]:
    """Words of a note that rates were computed before rounding."""
    return _file().rounding_notes


def growth_words() -> tuple[str, ...]:
    """Words of a note on how growth was computed."""
    return _file().growth_words


def other_growth() -> tuple[str, ...]:
    """Words of a label by which its growth is no plain one on the year before."""
    return _file().other_growth


def year_begins() -> tuple[str, ...]:
    """Words of a label that compares with the beginning of the year."""
    return _file().year_begins


def alike_words() -> tuple[str, ...]:
    """Words that say that figures of two years were made alike before they were compared."""
    return _file().alike_words


def real_growth() -> tuple[str, ...]:
    """Indicators whose growth is told at constant prices, beside a level at those of the year."""
    return _file().real_growth


def real_words() -> tuple[str, ...]:
    """Words by which prose names what they are of."""
    return _file().real_words
