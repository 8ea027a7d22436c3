"""Papers of a town or a street: the county that a title names before it is not the place of what they tell."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.places_text import mentions
from hrss_tui.sources.text import fold

_YEAR = r"(?:19|20)\d{2}年?(?:度)?"


def is_of_town(title: str) -> bool:
    """Does a title name a town behind its place: 墨玉县奎牙镇2032年工作总结?"""
    text = fold(title)
    end = max((mention.end for mention in mentions(text)), default=0)
    match = _town().match(text, end) if end else None
    return match is not None and not match["name"].endswith(paper_words().towns.sorts)


@cache
def _town() -> re.Pattern[str]:
    words = paper_words().towns
    types, behind = re.any_word(words.types), re.any_word(words.behind)
    return re.compile(rf"(?P<name>[\u3400-\u9fff]{{1,6}}?(?:{types}))(?=(?:{_YEAR})?(?:{behind})|{_YEAR}|$)")
