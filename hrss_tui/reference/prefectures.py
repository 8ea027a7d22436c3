"""The 14 prefectures of Xinjiang and the names that mean them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.text import fold_name


class Prefecture(Entry, frozen=True):
    """One division; `code` is the four-digit GB/T 2260 code. See the comments of prefectures.toml."""

    code: str
    name: str
    short_name: str
    name_en: str
    pinyin: str
    initials: str
    aliases: tuple[str, ...]
    not_aliases: tuple[str, ...]
    groups: tuple[str, ...]
    work_points_order: int
    code_order: int
    tile_row: int
    tile_col: int

    def names(self) -> tuple[str, ...]:
        """Everything that names this division: code, names, pinyin, initials, aliases; no duplicates."""
        own = (self.code, self.name, self.short_name, self.name_en, self.pinyin, self.initials)
        return tuple(dict.fromkeys(own + self.aliases))


class PrefectureGroup(Entry, frozen=True):
    """A named set of divisions, such as 南疆四地州; the divisions list the groups they belong to."""

    name: str
    name_en: str
    aliases: tuple[str, ...]


class _File(Entry, frozen=True):
    groups: tuple[PrefectureGroup, ...]
    prefectures: tuple[Prefecture, ...]


@cache
def _file() -> _File:
    return load("prefectures.toml", _File)


def prefectures() -> tuple[Prefecture, ...]:
    """All divisions in the order of their codes."""
    return _file().prefectures


def prefecture_groups() -> tuple[PrefectureGroup, ...]:
    """All groups, in the order in which they should be offered."""
    return _file().groups


@cache
def prefecture_index() -> Mapping[str, Prefecture]:
    """Folded name (see fold_name) → division, over every name of every division."""
    return MappingProxyType({fold_name(name): entry for entry in prefectures() for name in entry.names()})


def find_prefecture(text: str) -> Prefecture | None:
    """The division that `text` as a whole names, or None: 昌吉 and cj are 昌吉州, 昌吉市 is not."""
    return prefecture_index().get(fold_name(text))
