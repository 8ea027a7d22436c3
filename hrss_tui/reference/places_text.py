"""Names of places in running text, and the zones that are called after places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.place_words import place_words
from hrss_tui.reference.places import (
    CORPS,
    customary,
    find_place,
    former_names,
    is_within,
    named,
    places,
)
from hrss_tui.reference.prose import prose_words

_TYPED = re.compile(r".+[省州市县盟旗师区]$")
"""A name that shows by its last character that it is one."""
_WORD = re.compile(r".[县区旗]|全州县|[新老旧城东西南北中郊港矿关市]+区")
"""Names that may be a word or the end of another: 成县 in 完成县级任务, 老城区."""
_YEAR_AHEAD = re.compile(r"(?:19|20)\d{2}年度?")
_OF_COUNTIES = re.compile(r"[级域长委直属外内里]|城(?!镇|乡)")
_LISTED, _LEVEL = ("、", "和", "与", "及"), ("级", "域")
"""Between places of a list, and behind what is a level or a sort of area rather than a county."""
SEAM = " "
"""Between a whole and its part in a subject."""
SHORT = 6
"""Characters of a name without its type."""


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"[^\s关于年,，。、（(]{{0,8}}?(?:{re.any_of(place_words().zones)})")


@cache
def _other_name() -> re.Pattern[str]:
    return re.compile(re.any_of(place_words().others))


@cache
def _town() -> re.Pattern[str]:
    return re.compile(re.any_of(place_words().towns))


def is_town(text: str, end: int) -> bool:
    """Does a name that ends there go on as that of a town or street, which lies elsewhere: 唐县镇, 海南街道?"""
    return _town().match(text, end) is not None


@cache
def _longer_name() -> re.Pattern[str]:
    """What makes a bare name (云南) part of another: 云南某某大学, 中国云南网."""
    words = place_words()
    sites, news = re.any_of(words.sites), re.any_of(words.news)
    return re.compile(
        rf"[^，。、；：的\d]{{0,6}}?(?:{re.any_of(words.longer)}|(?:{sites})(?=$|[^\u3400-\u9fff]|{news}))"
    )


class Mention(msgspec.Struct, frozen=True):
    """A name of a place at text[start:end] and the codes it may mean."""

    start: int
    end: int
    codes: tuple[str, ...]


@cache
def _heads() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """First two characters → the names that begin so with their codes, longest first."""
    found: dict[str, dict[str, None]] = {}
    for code, each in places().items():
        for name in customary(code):
            bare = name == each.proper != each.name and not code.startswith(CORPS)
            if each.level == "province" or (not bare and _TYPED.fullmatch(name)):
                found.setdefault(name, {})[code] = None
    for former in former_names():
        now = any(
            code[:2] == former.code[:2] for code in found.get(former.name, ())
        )  # 2004: 延寿县 as 230128
        if len(former.followed) == 1 and _TYPED.fullmatch(former.name) and not now:
            found.setdefault(former.name, {})[former.followed[0]] = None
    heads: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name in sorted(found, key=lambda name: (-len(name), name)):
        heads.setdefault(name[:2], []).append((name, tuple(found[name])))
    return MappingProxyType({head: tuple(names) for head, names in heads.items()})


def _names(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Start, name and codes of every name in a text, the longest first, none inside another."""
    heads, at = _heads(), 0
    while (match := _begins().search(text, at)) is not None:
        at = match.start()
        found = next(
            (each for each in heads.get(text[at : at + 2], ()) if text.startswith(each[0], at)), None
        )
        if found is not None:
            yield at, *found
        at += len(found[0]) if found is not None else 1


@cache
def _begins() -> re.Pattern[str]:
    """Two characters with which a name may begin: most places of a text are passed over by it."""
    first, second = ("".join(sorted({head[at] for head in _heads() if len(head) > 1})) for at in (0, 1))
    return re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")


def mentions(text: str) -> Iterator[Mention]:
    """The places that a text without white space names; no part of another name, no zone, no town."""
    last = -1
    for at, name, codes in _names(text):
        end = at + len(name)
        bare = any(places()[code].proper == name for code in codes)  # 贵州, whose last character is no type
        other = _longer_name() if bare or not _TYPED.fullmatch(name) else _other_name()
        beside = at == last or (last > 0 and text[last:at] in _LISTED)
        headed = name[-1] in "县旗" and _is_at_head(text, at, end)
        stands = not _WORD.fullmatch(name) or beside or headed
        part = _is_zone(text, end) or is_town(text, end) or other.match(text, end)
        if stands and not part:
            yield Mention(at, end, codes)
            last = end


def _is_at_head(text: str, start: int, end: int) -> bool:
    """Does a short name stand at the head of a text, or behind the year at its head: 2033年富县, not 2033年富县级?"""
    return (start == 0 and text[end : end + 1] not in _LEVEL) or bool(
        _YEAR_AHEAD.fullmatch(text, 0, start) and not _OF_COUNTIES.match(text, end)
    )


def opens_short_name(text: str) -> bool:
    """Does a text begin with the name of a county of one character (泗县), and not with words that end like one (成县级), or 沙县区?"""
    longer = text[2:3] in ("市", "区") and bool(named(text[:3]))
    return text[1:2] in ("县", "旗") and not longer and not _OF_COUNTIES.match(text, 2)


def _is_zone(text: str, end: int) -> bool:
    """Does a zone (开发区) stand behind a name that ends there, and no division that is called so (滨海新区)?"""
    if _zone().match(text, end) is None:
        return False
    return not any(text.startswith(name, end) for name, _ in _heads().get(text[end : end + 2], ()))


@cache
def _zones() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The names of zones, and the end of any zone behind the name of a place or a few words."""
    words = prose_words()
    sorts = re.any_word(words.zone_sorts)
    end = rf"(?:(?!{sorts})[\u3400-\u9fff]){{0,8}}?(?:{re.any_word(words.zone_types)})"
    return re.compile(re.any_word(words.zones)), re.compile(end)


@lru_cache(maxsize=1024)
def zone_of(text: str) -> str:
    """The zone that a text begins with, which is called like a place and is no division (雄安新区, 兰州新区); "" where it begins with none.

    One that is called after no place is only known by a name of its own, or where nothing else is named (城南新区).
    """
    known, end = _zones()
    if match := known.match(text):
        return match.group()
    match = end.match(text)
    if match is None or any(name.startswith(match.group()) for name, _ in _heads().get(text[:2], ())):
        return ""
    ends = match.end() == len(text) or text.startswith(SEAM, match.end())
    named = not match.group().startswith(prose_words().verbs)  # 新增高新区 2 个 counts them
    alone = ends and named and match.group().endswith(prose_words().zones_alone)
    return match.group() if alone or _called_after_place(match.group()) else ""


def _called_after_place(zone: str) -> bool:
    """Does the name of a zone begin with that of a prefecture or county, with its type or without?"""
    first = next(_names(zone), None)
    bare = (find_place(zone[:end]) for end in range(2, min(SHORT, len(zone))))
    return (first is not None and first[0] == 0) or any(found is not None for found in bare)


def names_zone(text: str) -> bool:
    """Does a text name a zone (开发区, 园区) of a place, which is no division and not the place?"""
    return any(_is_zone(text, at + len(name)) for at, name, _ in _names(text))


def places_named(text: str, whole: str | None = None) -> list[str]:
    """Codes of the places a text names, in order: 江苏省南通市 is one, 鼓楼区 is where what stands before it says.

    A name of several places that nothing tells apart is left out; `whole` is a place that the others lie in.
    """
    found: list[str] = []
    end = -1
    for mention in mentions(text):
        before = found[-1] if found and mention.start == end else None
        code = _meant(mention.codes, [each for each in (before, *reversed(found), whole) if each])
        end = mention.end
        if code is None:
            continue
        if before is not None and is_within(code, before):
            found.pop()
        found.append(code)
    return list(dict.fromkeys(found))


def _meant(codes: tuple[str, ...], wholes: list[str]) -> str | None:
    """The one place of several that lies in what was named before; the province where a prefecture has its name."""
    for whole in wholes:
        inside = [code for code in codes if is_within(code, whole)]
        if len(inside) == 1:
            return inside[0]
    shortest = [code for code in codes if len(code) == min(map(len, codes))]
    return shortest[0] if len(shortest) == 1 else None
