"""How it is told by how much something has grown, and what makes a rate another than that of two printed figures."""

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load


class _File(Entry, frozen=True):
    rounding_notes: tuple[str, ...]
    growth_words: tuple[str, ...]
    other_growth: tuple[str, ...]
    year_begins: tuple[str, ...]
    alike_words: tuple[str, ...]
    real_growth: tuple[str, ...]
    real_words: tuple[str, ...]
    of_time: tuple[str, ...]
    of_aim: tuple[str, ...]
    last_year: tuple[str, ...]


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


@cache
def _pattern_of_time() -> re.Pattern[str]:
    return re.compile(re.any_of(_file().of_time))


@cache
def _pattern_of_aim() -> re.Pattern[str]:
    return re.compile(re.any_of(_file().of_aim))


@cache
def _pattern_of_last_year() -> re.Pattern[str]:
    return re.compile(re.any_of(_file().last_year))


def is_of_time(against: str) -> bool:
    """Is a value measured against the same at another time: 比上年, and not 比邻省, 比支出, 比全国平均?"""
    return bool(_pattern_of_time().search(against) and not _pattern_of_aim().search(against))


def is_last_year(against: str) -> bool:
    """Is a value measured against that of the year before?"""
    return bool(_pattern_of_last_year().search(against))
