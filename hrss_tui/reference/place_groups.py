"""Names that mean several places, or one below those that have a code: 其余县, 东山县、西河县, 鹿城区等, 市区, 厉山镇."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.place_bare import bare_place, is_word, own_things
from hrss_tui.reference.place_words import place_words
from hrss_tui.reference.places import NATION, named
from hrss_tui.reference.places_text import SEAM, SHORT, mentions, zone_of
from hrss_tui.reference.prose import prose_words

_HEAD = 80
"""Characters of a name in which the places that it begins with stand."""
_JOINT = re.compile("、|和|与|以?及")
_COUNTED = re.compile(r"(?:等)?(?:\d{1,3}|[两二三四五六七八九十]{1,3})个?[省市县区州盟旗]{1,3}")
_AND_OTHERS = re.compile(r"等(?:地(?!区)|各?[省市县区州盟旗]{1,3}|$)")
_MOST = 40
"""Places of a list."""


def group_of(subject: str, own: str | None) -> str:
    """The words of a name that mean no one division, in a text of the place `own`; "" where it names one, or none.

    What stands last goes first: 转移就业 其余县; 其余县 执行三类标准 月最低工资标准.
    """
    for part in reversed(subject.split(SEAM)):
        if found := _group(part, own):
            return found
        if _end_of_place(part, 0, {one.start: one.end for one in mentions(part[:_HEAD])}, own):
            return ""
    return ""


def _group(name: str, own: str | None) -> str:
    match = _rest().match(name) or (_inner().match(name) if own and own != NATION else None)
    match = match or _region(name)
    return match.group() if match is not None else _listed(name, own)


def _region(name: str) -> re.Match[str] | None:
    """The region that a name begins with, which is called like no division (湘西, 黔东南)."""
    match = _regions().match(name)
    ends = range(2, min(SHORT, len(name)) + 1) if match is not None else ()
    return None if any(named(name[:end]) for end in ends) else match


def town_of(subject: str) -> str:
    """The town or street that a name, or its last part, is of, which has no code: 厉山镇, 厉山镇城镇新增就业; "" for none."""
    part = subject.rpartition(SEAM)[2]
    match = _town().fullmatch(part) or _town_of_things().match(part)
    return match["town"] if match is not None and not match["town"].endswith(place_words().not_towns) else ""


def _listed(name: str, own: str | None) -> str:
    """The places that a name lists at its head, or the one with 等 behind it; "" for one alone and for none."""
    ends = {one.start: one.end for one in mentions(name[:_HEAD])}
    end = last = count = 0
    while count < _MOST:
        behind = _end_of_place(name, end, ends, own)
        if not behind:
            break
        count, last = count + 1, behind
        joint = _JOINT.match(name, behind)
        if joint is None:
            break
        end = joint.end()
    if not count:
        return ""
    more = _COUNTED.match(name, last) or _AND_OTHERS.match(name, last)
    return name[: more.end() if more else last] if count > 1 or more else ""


def _end_of_place(name: str, start: int, ends: dict[int, int], own: str | None) -> int:
    """Where the place, or the zone, ends that begins at an offset of a name; 0 where none does."""
    if zone := zone_of(name[start : start + _HEAD]):
        return start + len(zone)
    if start in ends:
        return ends[start]
    bare = (
        end
        for end in range(min(start + SHORT, len(name)), start + 1, -1)
        if bare_place(name[start:end], own) and not is_word(name[start:end])
    )
    return next(bare, 0)


def is_rest(name: str) -> bool:
    """Does a name begin with those of several places that are not named: 其他地区?"""
    return _rest().match(name) is not None


def is_inner(name: str) -> bool:
    """Does a name begin with a part of a city that is no division: 市区?"""
    return _inner().match(name) is not None


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(prose_words().rest_of_places)


@cache
def _regions() -> re.Pattern[str]:
    return re.compile(re.any_of(place_words().regions))


@cache
def _inner() -> re.Pattern[str]:
    """Parts of a city that are no division: 市区."""
    return re.compile(re.any_of(place_words().inner))


@cache
def _town() -> re.Pattern[str]:
    first = re.any_of(place_words().no_towns)
    return re.compile(rf"(?P<town>(?!{first})[\u3400-\u9fff]{{1,6}}?(?:镇|乡|街道|苏木))")


@cache
def _town_of_things() -> re.Pattern[str]:
    return re.compile(rf"{_town().pattern}(?={own_things().pattern})")
