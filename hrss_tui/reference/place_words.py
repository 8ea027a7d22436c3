"""Words around the names of places: those of place_words.toml, see its comments."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class PlaceWords(Entry, frozen=True):
    """Everything of place_words.toml; `types` by level, by the word behind 全."""

    zones: tuple[str, ...]
    others: tuple[str, ...]
    towns: tuple[str, ...]
    words: tuple[str, ...]
    inner: tuple[str, ...]
    regions: tuple[str, ...]
    no_towns: tuple[str, ...]
    not_towns: tuple[str, ...]
    longer: tuple[str, ...]
    sites: tuple[str, ...]
    news: tuple[str, ...]
    examples: tuple[str, ...]
    selves: tuple[str, ...]
    below: tuple[str, ...]
    nation: tuple[str, ...]
    nation_bodies: tuple[str, ...]
    nation_firms: tuple[str, ...]
    seats: tuple[str, ...]
    deeds_when: tuple[str, ...]
    changes: tuple[str, ...]
    own_level: tuple[str, ...]
    types: dict[str, dict[str, tuple[str, ...]]]


@cache
def place_words() -> PlaceWords:
    """The words of place_words.toml, in the order of the file."""
    return load("place_words.toml", PlaceWords)
