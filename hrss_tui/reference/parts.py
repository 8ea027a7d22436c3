"""Parts by their names: which leave nothing of their whole out, and which one thing or person may be several of."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class GroupWords(Entry, frozen=True):
    """What begins the names of parts by what persons are or have, and words within such names."""

    leads: tuple[str, ...]
    words: tuple[str, ...]


class FaultWords(Entry, frozen=True):
    """What begins the names of what is found wrong, words within, and the units of those who bear it."""

    leads: tuple[str, ...]
    words: tuple[str, ...]
    bearers: tuple[str, ...]


class _File(Entry, frozen=True):
    complements: tuple[tuple[str, str], ...]
    halves: tuple[tuple[str, str], ...]
    closed_parts: tuple[tuple[tuple[str, ...], ...], ...]
    closed_wholes: tuple[tuple[str, ...], ...]
    closed_leads: tuple[str, ...]
    ways_of_firms: tuple[tuple[str, ...], ...]
    group_words: GroupWords
    fault_words: FaultWords


@cache
def _file() -> _File:
    return load("parts.toml", _File)


def complements() -> tuple[tuple[str, str], ...]:
    """Pairs of words that together leave nothing out: 地上 and 地下."""
    return _file().complements


def halves() -> tuple[tuple[str, str], ...]:
    """Pairs of words of which one told behind the other is of the same whole: 男 and 女."""
    return _file().halves


def closed_parts() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Words of parts that together leave nothing of their whole out, part by part: 人员经费 and 公用经费."""
    return _file().closed_parts


def closed_wholes() -> tuple[tuple[str, ...], ...]:
    """For each of these, the words of the whole that they are all of: 基本支出."""
    return _file().closed_wholes


def closed_leads() -> tuple[str, ...]:
    """Words before the names of these that leave each all of its kind: 日常公用经费."""
    return _file().closed_leads


def ways_of_firms() -> tuple[tuple[str, ...], ...]:
    """Words of the names of firms, by the way in which they are told apart: by size, by what they do, by whose they are."""
    return _file().ways_of_firms


def group_words() -> GroupWords:
    """How parts are named that one person may be of several of."""
    return _file().group_words


def fault_words() -> FaultWords:
    """How faults are named, of which one may have several."""
    return _file().fault_words
