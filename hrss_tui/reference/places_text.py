"""Names of places in running text, and what 全省, 全区, 全市, 全县 mean in the mouth of a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.place_words import place_words
from hrss_tui.reference.places import (
    CORPS,
    NATION,
    Place,
    customary,
    find_place,
    former_names,
    is_within,
    named,
    places,
    whole_of,
)
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.units import figure_words

_TYPED = re.compile(r".+[省州市县盟旗师区]$")
"""A name that shows by its last character that it is one."""
_WORD = re.compile(r".[县区]|全州县|[新老旧城东西南北中郊港矿关市]+区")
"""Names that may be a word or the end of another: 成县 in 完成县级任务, 老城区."""
_YEAR_AHEAD = re.compile(r"(?:19|20)\d{2}年度?")
_OF_COUNTIES = re.compile(r"[级域长委直属外内里]|城(?!镇|乡)")
_LEVEL_BESIDE = re.compile(r"^[省市县区州盟旗](?:本级|直)[、和]")
"""The level of government that is told together with places: 市本级、东山县."""
AUTONOMOUS = ("15", "45", "54", "64", "65")


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"[^\s关于年,，。、（(]{{0,8}}?(?:{re.any_of(place_words().zones)})")


@cache
def _other_name() -> re.Pattern[str]:
    return re.compile(re.any_of(place_words().others))


@cache
def _longer_name() -> re.Pattern[str]:
    """What makes a bare name (云南) part of another: 云南某某大学, 中国云南网."""
    words = place_words()
    sites, news = re.any_of(words.sites), re.any_of(words.news)
    return re.compile(
        rf"[^，。、；：的\d]{{0,6}}?(?:{re.any_of(words.longer)}|(?:{sites})(?=$|[^\u3400-\u9fff]|{news}))"
    )


@cache
def _own() -> re.Pattern[str]:
    """A place that speaks of itself: 全市, 我省, 本县."""
    return re.compile(rf"(?:全|我|本|该)(?P<type>{re.any_of(place_words().selves)})(?!级|直|属|外|内)")


@cache
def _example() -> re.Pattern[str]:
    """东山县水厂改造等民生项目: its place is but that of the first of them."""
    return re.compile(
        rf"(?<![高中初同平优特对均头])等(?:[\u3400-\u9fff]{{0,10}})(?:{re.any_of(place_words().examples)})$"
    )


@cache
def _name_of_nation() -> re.Pattern[str]:
    """A body whose branch in a place it is (中国银行某县支行), a campaign of which a place tells its part (全国“质量月”): no figure of the nation."""
    words = place_words()
    bodies, firms = re.any_of(words.nation_bodies), re.any_of(words.nation_firms)
    return re.compile(rf"全国[“\"]|中国(?:[\u3400-\u9fff]{{0,6}}?(?:{bodies})|{firms})")


@cache
def _seat() -> re.Pattern[str]:
    """What a city is of the place around it, before its name: 省会郑州市."""
    return re.compile(rf"^(?:{re.any_of(place_words().seats)})(?=[\u3400-\u9fff]{{2}})")


@cache
def _own_level() -> re.Pattern[str]:
    return re.compile(re.any_of(place_words().own_level))


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
    """The places that a text without white space names; no part of another name, no zone."""
    last = -1
    for at, name, codes in _names(text):
        end = at + len(name)
        bare = any(places()[code].proper == name for code in codes)  # 贵州, whose last character is no type
        other = _longer_name() if bare or not _TYPED.fullmatch(name) else _other_name()
        stands = not _WORD.fullmatch(name) or at == last or (name[-1] == "县" and _is_at_head(text, at, end))
        if stands and not _is_zone(text, end) and not other.match(text, end):
            yield Mention(at, end, codes)
            last = end


def _is_at_head(text: str, start: int, end: int) -> bool:
    """Does a short name stand at the head of a text, or behind the year at its head: 2033年富县, not 2033年富县级?"""
    return start == 0 or bool(_YEAR_AHEAD.fullmatch(text, 0, start) and not _OF_COUNTIES.match(text, end))


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
    alone = ends and match.group().endswith(prose_words().zones_alone)
    return match.group() if alone or _called_after_place(match.group()) else ""


def _called_after_place(zone: str) -> bool:
    """Does the name of a zone begin with that of a prefecture or county, with its type or without?"""
    first = next(_names(zone), None)
    bare = (find_place(zone[:end]) for end in range(2, min(_SHORT, len(zone))))
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


def own_word(text: str) -> str | None:
    """The type of division in the first word such as 全市, 我省, 本县 of a text; 国 for the nation."""
    match = _own().search(text)
    return match["type"] if match else None


def of_own_word(word: str, own: str | None) -> str | None:
    """The place that 全 and a type of division mean in a document of `own`: itself, or what it lies in.

    全区 is the autonomous region where no district speaks; None where no division around is of that type.
    """
    if word == "国":
        return NATION
    if word in ("疆", "兵团"):
        return "65" if word == "疆" else CORPS
    if own is None or own == NATION or word in place_words().below:
        return None
    code = own
    while code != NATION:
        if _says(places()[code], word):
            return code
        code = whole_of(code)
    return None


def _says(place: Place, word: str) -> bool:
    if place.code in AUTONOMOUS and word in ("区", "自治区"):
        return True
    return place.type in place_words().types[place.level].get(word, ())


def place_of(scope: str | None, own: str | None, subject: str = "") -> str | None:
    """The place that a figure with a stated scope and subject is of, in a document of the place `own`.

    A part named by its place (城镇新增就业 杭州市) is of that; without a scope a figure is of the place its subject
    begins with, else of the document's. A group of places (南疆四地州, 35个脱贫县) is none.
    """
    whole, seam, _ = subject.rpartition(SEAM)
    *_, part = first, *parts = subject.split(SEAM)
    zone = zone_of(part) or (not scope and zone_of(whole))
    named_part = next(filter(None, (_leading(each, own) for each in reversed(parts))), [])
    bare = next(filter(None, (bare_place(each, own) for each in (whole, *reversed(parts), first))), None)
    if zone or named_part or bare:
        return None if zone or len(named_part) > 1 else next(iter(named_part), bare)
    if not scope:
        return _of_subject(whole if seam else subject, own)
    if scope.startswith(place_words().nation):
        return NATION
    word = own_word(scope)
    if word is not None:
        return of_own_word(word, own)
    found = places_named(scope, own)
    if len(found) == 1 and "、" not in scope:
        return found[0]
    return _of_other_words(scope, own) if not found else None


def bare_place(name: str, own: str | None) -> str | None:
    """The division within a place that a name as a whole is that of, without its type: 海宁 in a text of 嘉兴."""
    found = find_place(name, own) if own not in (None, NATION) and 1 < len(name) < _SHORT else None
    return (
        found.code if found is not None and own and is_within(found.code, own) and found.code != own else None
    )


def province_at_head(text: str) -> str:
    """The name of the province that a text begins with: 贵州 of 贵州调整最低工资标准; "" where it begins with none, or another name."""
    first = next(mentions(text), None)
    if first is None or first.start or len(first.codes) != 1:
        return ""
    province = places()[first.codes[0]].level == "province"
    return text[: first.end] if province else ""


def scope_beside(scope: str | None, place: str | None) -> str | None:
    """The scope of a figure beside its place: None where it is the place itself (全区 of 65), else as stated.

    Two figures are of the same things where place and this are equal: 区属 and 全区 of a region are not.
    """
    if scope is None or place is None:
        return scope
    bare = "".join(scope.split())
    if _own().fullmatch(bare) or bare in (*place_words().nation, *figure_words().whole):
        return None
    return None if bare in (customary(place) if place != NATION else ()) else scope


def _of_subject(subject: str, own: str | None) -> str | None:
    """The place that a subject begins with; the document's own where that only grants the honour that is counted."""
    if subject.startswith(place_words().nation):
        named = _name_of_nation().match(subject) or _once().match(subject)
        return own if named or _is_honour(subject) else NATION
    word = _own().match(subject)
    if word is not None:
        return of_own_word(word["type"], own)
    found = _leading(_LEVEL_BESIDE.sub("", subject), own)
    if len(found) == 1 and own is not None and is_within(found[0], own) and _example().search(subject):
        return own
    if len(found) == 1 and own is not None and is_within(own, found[0]) and _is_honour(subject):
        return own
    return own if not found else found[0] if len(found) == 1 else None


@cache
def _once() -> re.Pattern[str]:
    """What there is once in the nation, and behind it what a place has to do with it: 全国会计资格考试报名; not how many there are."""
    words = prose_words()
    deeds, names = re.any_of(words.nation_deeds), re.any_of(words.nation_names)
    return re.compile(
        rf"全国(?!{deeds})[^，。；、\d]{{2,16}}?(?:{names})(?!(?:总?数量?)?(?:已?达到?|共?有|为|超过?|约)?(?:$|{SEAM}))"
    )


def _is_honour(subject: str) -> bool:
    """Does a name say what a nation or a province honours or lists, of which every place of it has some?"""
    return any(word in subject for word in prose_words().honours)


_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{2,16})[”\"]")


def _leading(text: str, own: str | None) -> list[str]:
    """The places that a text begins with; what stands in quotation marks (“广东技工”工程) is a name and no place, unless it is one."""
    quoted = _QUOTED.match(text)
    if quoted is not None and not named(quoted["name"]):
        return []
    text = _seat().sub("", text.lstrip('“"'))
    first = next(mentions(text[:_HEAD]), None)
    if first is not None and first.start == 0:
        found = places_named(text[:_HEAD], own)
        behind = text[first.end :]
        city = _own_city(behind, own, found) or (_bare_city(behind, found[0]) if len(found) == 1 else None)
        return [city] if city else found
    city = _bare_city(text, own)
    return [city] if city else []


def _own_city(behind: str, own: str | None, found: list[str]) -> str | None:
    """The city of a document whose name without its type stands right behind that of its province: 江苏盐城公布."""
    if own is None or own == NATION or len(found) != 1 or len(found[0]) != _PROVINCE:
        return None
    return (
        own
        if is_within(own, found[0]) and own != found[0] and behind.startswith(places()[own].proper)
        else None
    )


def _bare_city(text: str, own: str | None) -> str | None:
    """The city that a text of its province begins with, without its type but with what it did: 青岛新增, 青岛计划.

    One that is called like the province (吉林) is none.
    """
    if own is None or own == NATION:
        return None
    province = own[:_PROVINCE]
    names = (text[:end] for end in range(2, _SHORT) if _deeds().match(text, end))
    found = (find_place(name, province) for name in names)
    place = next((one for one in found if one is not None and len(one.code) > _PROVINCE), None)
    direct = place is not None and place.code.startswith(DIRECT, _PROVINCE)
    told = place is not None and (direct or place.level == "prefecture") and own in (place.code, province)
    return place.code if place is not None and told else None


@cache
def _deeds() -> re.Pattern[str]:
    words, verbs = place_words(), re.any_of(map(re.escape, prose_words().verbs))
    return re.compile(rf"(?:{re.any_of(words.deeds_when)}){{0,3}}(?:{re.any_of(words.changes)}|{verbs})")


SEAM = " "
"""Between a whole and its part in a subject."""
_SHORT = 6
"""Characters of a name without its type."""
DIRECT = "90"
"""Behind the code of a province, that of the counties directly below it: 潜江."""
_PROVINCE = 2
"""Characters of the code of a province."""
_HEAD = 24
"""Characters of a subject in which the place it begins with stands."""
_CORPS = re.compile(r"^(?:新疆)?(?:生产)?(?:建设)?兵团")


def _of_other_words(scope: str, own: str | None) -> str | None:
    if _CORPS.match(scope):
        return CORPS
    if scope == "自治区":
        return of_own_word("自治区", own)
    return own if _own_level().search(scope) else None
