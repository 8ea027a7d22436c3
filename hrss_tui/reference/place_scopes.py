"""Which place a figure is of: by the scope and the subject that are stated, and what 全省, 全区, 全市, 全县 mean in the mouth of a place."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.place_bare import bare_city, bare_place, called_also
from hrss_tui.reference.place_groups import group_of
from hrss_tui.reference.place_words import place_words
from hrss_tui.reference.places import (
    CORPS,
    NATION,
    Place,
    customary,
    is_within,
    named,
    places,
    whole_of,
)
from hrss_tui.reference.places_text import SEAM, mentions, places_named, zone_of
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.units import figure_words

_LEVEL_BESIDE = re.compile(r"^[省市县区州盟旗](?:本级|直)[、和]")
"""The level of government that is told together with places: 市本级、东山县."""
AUTONOMOUS = ("15", "45", "54", "64", "65")


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
    begins with, else of the document's. A group of places (南疆四地州, 35个脱贫县, 其余各市) is none.
    """
    whole, seam, _ = subject.rpartition(SEAM)
    *_, part = first, *parts = subject.split(SEAM)
    also = called_also(part, own)
    none = not also and (group_of(subject, own) or zone_of(part) or (not scope and zone_of(whole)))
    named_part = next(filter(None, (_leading(each, own) for each in reversed(parts))), [])
    bare = next(filter(None, (bare_place(each, own) for each in (whole, *reversed(parts), first))), None)
    if none or also or named_part or bare:
        return None if none or len(named_part) > 1 else also or next(iter(named_part), bare)
    if not scope:
        return _of_subject(whole if seam else subject, own)
    if scope.startswith(place_words().nation):
        return NATION
    word = own_word(scope)
    if word is not None:
        return of_own_word(word, own)
    found = places_named(scope, own) or list(filter(None, [bare_place(scope, own)]))
    if len(found) == 1 and not group_of(scope, own):
        return found[0]
    return _of_other_words(scope, own) if not found else None


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
        city = _own_city(behind, own, found) or (bare_city(behind, found[0]) if len(found) == 1 else None)
        return [city] if city else found
    city = bare_city(text, own)
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
