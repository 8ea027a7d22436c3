"""Names that marks of enumeration join: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.subjects import SEAM, Named
from hrss_tui.reference.places import former_names, places
from hrss_tui.reference.things import things

_THINGS = things()
_SECTORS = re.compile(r"(?P<listed>第?[一二三](?:[、和及]第?[二三]){1,2})(?:次)?产业")

_REGIONS = re.compile(r"(?P<listed>[东中西](?:[、和及][东中西]){1,2})(?=部)")
"""东、中、西部市场求人倍率 are three."""
_STRUCTURE = re.compile(
    rf"(?:三次)?产业(?P<rest>(?:增加值|就业|从业)?(?:{re.any_of(_THINGS.money.structure)}){{1,2}})"
)
"""产业结构 of three shares is that of the first, the second and the third."""
_THREE = 3

_LAST = re.compile("以及")
"""Before the last of a list, whose members may hold 和: 科学研究和技术服务业以及批发和零售业."""
_SECTOR = re.compile(r"第?[一二三]产业")


@cache
def split() -> re.Pattern[str]:
    """What joins the names of a list; the last character of a county's name (政和县) joins nothing."""
    names = {one.name for one in places().values()} | {one.name for one in former_names()}
    ends = sorted(name[:-1] for name in names if name.endswith("和县") and len(name) > len("和县"))
    county = re.any_of(f"(?<={end})县" for end in ends)
    return re.compile(
        rf"以及|、|(?<=”)(?=“)|和(?![谐平睦解田]|{county}|县(?![级区市城直域人外内]))|(?<![涉普顾遍])及(?!以[上下内外])|(?<!参)与"
    )


def ways(listed: str, count: int) -> list[str]:
    """The names of a list, parted so that there are `count` of them if they can be, else at every mark.

    金融业、软件和信息服务业 are two: 和 may stand inside the name of a member, or before the last of them alone.
    """
    every = [part for part in split().split(listed) if part]
    if len(every) <= count or "、" not in listed:
        return every
    members = [part for part in listed.split("、") if part]
    *_, mark = [None, *split().finditer(members[-1])]
    mark = _LAST.search(members[-1]) or mark
    last = [members[-1][: mark.start()], members[-1][mark.end() :]] if mark is not None else [members[-1]]
    for parts in ([*members[:-1], *last], members):
        if len(parts) == count and all(len(part) > 1 for part in parts):
            return parts
    return every


def sectors_of(noun: str, count: int) -> list[str]:
    """第一、二、三产业就业人员 are three, and 二、三产业增加值 two; [] where no sectors are listed."""
    if count == _THREE and (all_three := _STRUCTURE.search(noun)) and all_three.end() == len(noun):
        head, rest = noun[: all_three.start()], all_three["rest"]
        return [f"{head}第{number}产业{rest}" for number in "一二三"]
    if regions := _regions_of(noun, count):
        return regions
    match = _SECTORS.search(noun)
    numbers = re.findall("[一二三]", match["listed"]) if match else []
    if match is None or len(numbers) != count:
        return []
    order = "第" if match["listed"].startswith("第") else ""
    rest = noun[match.end() :].removeprefix("分别")
    return [f"{noun[: match.start()]}{order}{number}产业{rest}" for number in numbers]


def _regions_of(noun: str, count: int) -> list[str]:
    """Each of the regions that share 部 and what stands behind it; [] where not so many are listed."""
    match = _REGIONS.search(noun)
    each = re.findall("[东中西]", match["listed"]) if match else []
    if match is None or len(each) != count:
        return []
    return [noun[: match.start()] + one + noun[match.end() :].removesuffix("分别") for one in each]


def sectors_told(told: Sequence[Named]) -> tuple[Named, ...]:
    """The sectors that were told of last, each without what it had: 第一产业 of 第一产业拉动经济增长; () where not all are sectors."""
    found = [_SECTOR.match(one.text) for one in told]
    named = [Named(match.group(), one.line) for match, one in zip(found, told, strict=True) if match]
    return tuple(named) if len(named) == len(told) == len({one.text for one in named}) else ()


def parts_alone(told: Sequence[Named], count: int) -> Sequence[Named]:
    """So many parts without their whole before them: 经费 9 亿元，其中：甲 5 亿元，乙 4 亿元; else all that was told."""
    whole = told[0].text + SEAM if told else ""
    parts = len(told) == count + 1 and all(one.text.startswith(whole) for one in told[1:])
    return told[1:] if parts else told


def in_full(told: Sequence[Named], named: Named) -> Named:
    """The one thing that a sentence has told of with its whole, where a name repeats only its end: 卫生院 卫生人员, then 人员增加."""
    bare = named.text.removesuffix("数")
    found = [one for one in told if bare and one.text.removesuffix("数").endswith(bare)]
    only = (
        len(found) == 1 and SEAM in found[0].text
    )  # 新增技能人才 高技能人才, then 技能人才占 38%: of neither
    return Named(found[0].text, named.line, found[0].unit) if only else named
