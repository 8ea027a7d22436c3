"""Whom or where a figure is about: 全区, 区属, 南疆五地州, 35 个脱贫县."""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.reference.place_bare import is_word
from hrss_tui.reference.places import is_within, named
from hrss_tui.reference.places_text import is_town, opens_short_name, zone_of
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words

_TURNS = turns()
_WORDS = statement_words()
_AREAS = ("全", "我", "本", "自治区")
_AREA = "全[省市县州盟旗]"
"""An area that has no bodies of its own name: there is 自治区财政 and 全国总工会, and 全市财政 is all finances of it."""
_WHOLE = ("nation", "region")


_GIVES = r"(?<![全我本].)(?:提前)?(?:下达|分解下达|分配给?|交办|核定|下拨)"
"""自治区下达我市任务: who hands something down to the place that tells of it, and not where it is done."""


class Scope(msgspec.Struct, frozen=True, gc=False):
    """A scope word at folded[start:end]; `cut` where the subject reads better without it (全区).

    `among` where it only says among what, or with what, the figure is told (在全省 91 个县中居首): it reaches no further.
    """

    start: int
    end: int
    cut: bool
    among: bool = False


@cache
def _leading() -> re.Pattern[str]:
    stops, below = (re.any_word(list(each)) for each in (prose_words().scope_stops, prose_words().area_stops))
    word, other = (
        re.any_word([entry.word for entry in figure_words().scopes]),
        re.any_word([*prose_words().no_stops]),
    )
    own = r"(?<!全国(?=[“\"]))"  # 全国“质量月”: a campaign, and what a place did in it
    return re.compile(
        rf"(?P<word>{word}){own}(?!{_GIVES})(?:(?<={_AREA})(?!{below})|(?<!{_AREA})(?!(?!{other})(?:{stops})))"
    )


@cache
def _groups() -> re.Pattern[str]:
    stops = re.any_word(list(prose_words().scope_stops))
    words = re.any_word([entry.word for entry in figure_words().scopes if entry.kind == "group"])
    return re.compile(rf"(?:{words})(?!{stops})")


@cache
def _kinds() -> dict[str, str]:
    return {entry.word: entry.kind for entry in figure_words().scopes}


_PLACE_END = re.compile(r"自治[县州]|[市县区旗州盟]")
_COUNTY = re.compile(
    r"(?!.{0,2}[各全本我该每此多几两三贫脱重示试点帮扶国先产业模典百强牧边农大小穷区市省属级])[\u3400-\u9fff]{2}(?:县(?!域)|旗(?!下))(?=[\u3400-\u9fff]{2})"
)
"""A county by its name, also one that is in no list."""
_LONGEST_PLACE = 14
_REACH = 120
"""Characters in which places are named together."""
_TWO = 2
"""Characters of the shortest names of divisions."""


def place_of(text: str) -> str:
    """The division of the country, or the zone, that a name begins with (喀什市转移就业); "" where it begins with none."""
    if zone := zone_of(text):
        return zone
    ends = [match.end() for match in _PLACE_END.finditer(text[:_LONGEST_PLACE])]
    known = next((text[:end] for end in ends if end < len(text) and _is_division(text, end)), "")
    county = _COUNTY.match(text)
    deed = county is not None and text.startswith(prose_words().verbs)  # 支持县医院 12 家
    return known or (county.group() if county and not deed else "")


def _is_division(text: str, end: int) -> bool:
    """Is text[:end] the name of a division: 泗县, but neither 城区, which is a word as well, nor the beginning of 唐县镇 or 沙县区?"""
    if end <= _TWO and not opens_short_name(text):
        return False
    return bool(named(text[:end])) and not is_town(text, end)


_TOGETHER_NAMED = re.compile(
    r"(?:(?:[\u3400-\u9fff]{1,8}?[省市县区州盟旗]|市本级|市直)(?:、|和|与|以?及)){1,40}(?:[\u3400-\u9fff]{1,8}?[省市县区州盟旗])"
)
"""东山县、西河县和南口区: what they have is of none of them alone."""
_JOINTS = re.compile("、|和|与|以?及")
_HEADED = re.compile(r"(?P<place>[\u3400-\u9fff]{2,14})[:：。]")


def together(text: str) -> str:
    """The places that a text begins with, where there are several (东山县、西河县最低工资标准); "" where there are not."""
    match = _TOGETHER_NAMED.match(text)
    found = match is not None and any(named(one) for one in _JOINTS.split(match.group()))
    return match.group() if match is not None and found else ""


def heading_place(text: str, own: str | None) -> str:
    """The division within that of the document (`own`), any one where it has none, that a paragraph begins with, alone before a colon or full stop."""
    match = _HEADED.match(text)
    if match is None:
        return ""
    found = named(match["place"])
    if own is None:
        return (
            match["place"]
            if [len(code) for code in found].count(min(map(len, found), default=0)) == 1
            else ""
        )
    inside = any(code != own and is_within(code, own) for code in found)
    return match["place"] if inside and not is_word(match["place"]) else ""


_AMONG = re.compile(r"[在同与和跟从居列](?:(?:19|20)\d{2}年度?)?$")
"""Before an area in which, or with which, something is compared or done: 在全国 217 家中列第 13 位, 同全国 30 个省份结算."""


@cache
def _of_nation() -> re.Pattern[str]:
    words = prose_words()
    deeds, names = re.any_of(words.nation_deeds), re.any_of(words.nation_names)
    honours = re.any_word(list(words.honours))
    return re.compile(
        rf"全国(?!{deeds})(?:[^，。；、\d]{{2,16}}?(?:{names})(?!(?:总?数量?)?(?:已?达到?|共?有|为|超过?|约)?\d)"
        rf"|[^，。；、\d]{{0,12}}?(?:{honours})[^，。；、\d]{{0,16}}\d)"
    )


def leading_scope(folded: str, start: int, end: int) -> Scope | None:
    """The scope word a statement begins with; none where it begins the name of what there is once in the nation.

    全国根治欠薪线索反映平台 is where cases of a place are told, and a place has 全国先进集体 3 个; 全国建成招聘平台 320 个
    counts those of the nation.
    """
    match = _leading().match(folded, start, end)
    if match is None or _is_name(folded, match, end) or _is_rank(folded, match):
        return None
    if match.end() == end and named(match["word"]):
        return None  # 河南 4 亿元、新疆 3 亿元: a place of a list, and what its figure is called
    if named(match["word"]) and place_of(f"{folded[match.end() : end]} "):
        return None  # 新疆昌吉州民生支出: where the place that is meant lies
    if together(folded[start : min(end, start + _REACH)]):
        return None
    if _of_nation().match(folded, match.start()):
        return None
    return Scope(match.start(), match.end(), _kinds()[match["word"]] in _WHOLE)


@cache
def _view() -> re.Pattern[str]:
    words = re.any_word([entry.word for entry in figure_words().scopes if entry.kind in _WHOLE])
    return re.compile(
        rf"(?:{re.any_of(_TURNS.told.views_from)})?(?P<area>{words})(?:的?(?:{re.any_of(_TURNS.told.views_of)})){{0,2}}(?:内|上)?(?:{re.any_of(_TURNS.told.views_at)})"
    )


def viewed(text: str) -> str:
    """The area of which a clause says that it is looked at: 从全国看, 就全省而言; "" where it says nothing else."""
    match = _view().fullmatch(text)
    return match["area"] if match else ""


def listed(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The areas that are listed from an offset on: 全国、全省和全市失业率."""
    found: list[tuple[int, int]] = []
    while (match := _leading().match(folded, start, end)) is not None and _kinds()[match["word"]] in _WHOLE:
        found.append(match.span())
        start = match.end() + (folded[match.end() : match.end() + 1] in tuple("、和与及"))
        if start == match.end():
            break
    return found


def is_rank(word: str) -> bool:
    """Is it a level of government (省级), which is the scope of nothing but what is said of it at once?"""
    return word.endswith("级") and not word.endswith("各级")


def _is_rank(folded: str, match: re.Match[str]) -> bool:
    """Does the level say how high a thing ranks (国家级基地, 省级示范岗) rather than whose it is (省级支出)?"""
    word = match["word"]
    if not is_rank(word) or word.endswith("本级"):
        return False
    return not _own_money().match(folded, match.end())


@cache
def _own_money() -> re.Pattern[str]:
    return re.compile(re.any_word(list(prose_words().ranked_money)))


def _is_name(folded: str, match: re.Match[str], end: int) -> bool:
    """Is the word the beginning of a name: 自治区 … 项目?"""
    words = prose_words()
    return match["word"] in words.name_scopes and folded[:end].endswith(words.name_endings)


_COMPARED = re.compile(rf"(?:{re.any_word(_WORDS.compared.areas)})(?:[\u3400-\u9fff]{{2,6}}[、和与及])?$")
"""高于全国、全省: before the last of the areas that a figure is measured against."""


def trailing_scope(folded: str, start: int, end: int) -> Scope | None:
    """The scope word directly before a figure: 保障全区 55 万余人."""
    for match in _leading().finditer(folded, start, end):
        if match.end() == end and _COMPARED.search(folded, start, match.start()):
            return None
        if match.end() == end and match["word"].startswith(_AREAS) and _kinds()[match["word"]] in _WHOLE:
            among = bool(_AMONG.search(folded, start, match.start()))
            return Scope(match.start(), match.end(), True, among)
    return None


def group_scope(folded: str, start: int, end: int) -> Scope | None:
    """A named group of places anywhere in a stretch."""
    match = _groups().search(folded, start, end)
    return Scope(match.start(), match.end(), False) if match else None


def counted_scope(folded: str, quantity: Quantity, end: int) -> Scope | None:
    """A group of places that the quantity counts: 35 个脱贫县."""
    match = _groups().match(folded, quantity.end, end)
    return Scope(quantity.at, match.end(), False) if match else None
