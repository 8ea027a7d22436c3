"""Names that marks of enumeration join: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hrss_tui.compile.prose.subjects import SEAM, Named
from hrss_tui.reference.places import former_names, places

_SECTORS = re.compile(r"(?P<listed>第?[一二三](?:[、和及]第?[二三]){1,2})(?:次)?产业")

_LAST = re.compile("以及")
"""Before the last of a list, whose members may hold 和: 科学研究和技术服务业以及批发和零售业."""


@cache
def split() -> re.Pattern[str]:
    """What joins the names of a list; the last character of a county's name (政和县) joins nothing."""
    names = {one.name for one in places().values()} | {one.name for one in former_names()}
    ends = sorted(name[:-1] for name in names if name.endswith("和县") and len(name) > len("和县"))
    county = "|".join(f"(?<={end})县" for end in ends)
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
    match = _SECTORS.search(noun)
    numbers = re.findall("[一二三]", match["listed"]) if match else []
    if match is None or len(numbers) != count:
        return []
    order = "第" if match["listed"].startswith("第") else ""
    return [f"{noun[: match.start()]}{order}{number}产业{noun[match.end() :]}" for number in numbers]


def parts_alone(told: Sequence[Named], count: int) -> Sequence[Named]:
    """So many parts without their whole before them: 经费 9 亿元，其中：甲 5 亿元，乙 4 亿元; else all that was told."""
    whole = told[0].text + SEAM if told else ""
    parts = len(told) == count + 1 and all(one.text.startswith(whole) for one in told[1:])
    return told[1:] if parts else told
