"""What a name says beside the words of its indicator and those that only frame it: of whom, of which kind, of what part."""

from __future__ import annotations

from functools import cache, lru_cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.catalogue import framing_words
from hrss_tui.reference.indicators import Indicator, indicators, insured_framing, stating_words
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.units import figure_words

_SMALL = r"\d{2,4}年度?|[“”\"的了将数共总为达额]"
"""Years and characters that say nothing of what a figure is of."""

_EXPLAINED = re.compile(r"\([^()]*\)")
"""含生育保险, in brackets: what is in it, where names of one thing print that or not."""


@cache
def _entries() -> dict[str, Indicator]:
    return {one.indicator_id: one for one in indicators()}


@cache
def _own(indicator_id: str) -> re.Pattern[str]:
    """All words by which an indicator is found, and those that frame them."""
    entry = _entries()[indicator_id]
    said = (word for pattern in entry.patterns for word in pattern)
    words = {fold_label(word) for word in (entry.name, *entry.aliases, *entry.names, *said)}
    framing = f"|{insured_framing()}" if entry.scheme else ""
    return re.compile(re.any_word(words - {""}) + framing)


@cache
def _framing() -> re.Pattern[str]:
    areas = (scope.word for scope in figure_words().scopes if scope.kind in ("nation", "region"))
    words = re.any_word({fold_label(word) for word in (*framing_words(), *stating_words(), *areas)})
    return re.compile(rf"{words}|{_SMALL}")


@lru_cache(maxsize=4096)
def qualifier(indicator_id: str, name: str) -> str:
    """What a name says more than that it is of an indicator; empty where nothing."""
    return _framing().sub("", _own(indicator_id).sub("", _EXPLAINED.sub("", fold_label(name))))
