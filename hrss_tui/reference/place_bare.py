"""Divisions by their names without 市 or 县, which only say so within the area that a text is of: 海宁 in a text of 嘉兴."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.place_words import place_words
from hrss_tui.reference.places import NATION, Place, find_place, is_within
from hrss_tui.reference.places_text import SHORT
from hrss_tui.reference.prose import prose_words

DIRECT = "90"
"""Behind the code of a province, that of the counties directly below it: 潜江."""
_ALSO = re.compile(r"[\u3400-\u9fff]{2,8}区[（(](?P<name>[\u3400-\u9fff]{2,6}[市区县旗])[）)]")
_PROVINCE = 2
"""Characters of the code of a province."""


def bare_place(name: str, own: str | None) -> str | None:
    """The division within a place that a name as a whole is that of, without its type: 海宁 in a text of 嘉兴; a city in one of the nation."""
    if own is None or not 1 < len(name) < SHORT:
        return None
    found = find_place(name, own)
    if found is None or found.code == own or not is_within(found.code, own):
        return None
    return found.code if own != NATION or found.level == "prefecture" else None


def called_also(zone: str, own: str | None) -> str | None:
    """The district whose name a bracket gives behind that of the zone which it governs: 高新区（新市区）; None for none."""
    match = _ALSO.match(zone)
    found = find_place(match["name"], own) if match is not None and own not in (None, NATION) else None
    return found.code if found is not None and found.code != own else None


def is_word(name: str) -> bool:
    """Is the name of a county a word as well (新建, 公安), so that alone it says nothing of a place?"""
    return name in place_words().words


def bare_city(text: str, own: str | None) -> str | None:
    """The division that a text of the place around it begins with, without its type but with what it did: 青岛新增, 青岛计划.

    One that is called like the province (吉林) is none; a county in a text of its province has what only places have.
    """
    if own is None:
        return None
    names = [text[:end] for end in range(2, SHORT) if _deeds().match(text, end)]
    if own == NATION:
        return next(filter(None, (bare_place(name, own) for name in names)), None)
    found = (find_place(name, own[:_PROVINCE]) for name in names)
    place = next((one for one in found if one is not None and len(one.code) > _PROVINCE), None)
    if place is not None and _is_city(place):
        return place.code if own in (place.code, own[:_PROVINCE]) else None
    inside = (bare_place(name, own) for name in names if not is_word(name) and _is_told(text, len(name), own))
    return next(filter(None, inside), None)


def _is_city(place: Place) -> bool:
    return place.level == "prefecture" or place.code.startswith(DIRECT, _PROVINCE)


def _is_told(text: str, end: int, own: str) -> bool:
    """Does what stands behind the name of a county tell of a place: in a text of its province no verb alone (西湖建设) does."""
    return len(own) > _PROVINCE or own_things().match(text, end) is not None


@cache
def _deeds() -> re.Pattern[str]:
    words, verbs = place_words(), re.any_of(map(re.escape, prose_words().verbs))
    return re.compile(rf"(?:{re.any_of(words.deeds_when)}){{0,3}}(?:{verbs})|{own_things().pattern}")


@cache
def own_things() -> re.Pattern[str]:
    """What a place has, and how that has changed, also against another time: 城镇新增就业, 与2033年相比增加."""
    words = place_words()
    things, changes = re.any_word(prose_words().things_of_cities), re.any_of(words.changes)
    beside = r"(?:同比|环比|[与较比同][^，。；]{1,12}?)?"
    return re.compile(rf"(?:{re.any_of(words.deeds_when)}){{0,3}}{beside}(?:{changes})|(?:{things})")
