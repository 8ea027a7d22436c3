"""The unit of a table's amounts by the nearest statement: cell, column header, caption, document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import narrow
from hrss_tui.reference import furniture
from hrss_tui.reference import units as known_units
from hrss_tui.reference.preparers import is_preparer, without_seal
from hrss_tui.sources.marks import is_ended

_SPACE = re.compile(r"\s+")
_NUMBERED = re.compile(
    r"(?:[\[【〔(（]\d{3,9}[\]】〕)）]|\d{3,9})[-_—－、.:\s]{0,3}(?=[\u3400-\u9fff])", re.ASCII
)
"""The number of a body before its name: 401_, [403], 034001-."""
_MONEY = r"(?:人民币\(?)?([十百千万亿]{0,2}元)"
_STATED = re.compile(
    rf"(?:单位|币种)(?:均为|都是|为|是)?[:：∶﹕]?\(?(?:[人户个次辆台件项家%]{{1,2}}[、,/]){{0,3}}{_MONEY}|金额[:：]{_MONEY}"
)
_OTHER = re.compile(rf"[、,/或和及]{_MONEY}(?!/)")
"""Another unit of money behind one: which amounts are in which is open."""
_ALONE = re.compile(rf"[(（]?{_MONEY}[)）]?")
_BRACKETED = re.compile(r"\(([^()]{1,3})\)$")
_IN_LABEL = re.compile(rf"[(（](?:单位[:：])?{_MONEY}[)）]")
_BEHIND_LABEL = re.compile(rf"(?<=[\u3400-\u9fff])[/,:]{_MONEY}$")
"""合计/元: the unit behind a label without brackets."""


def stated_unit(text: str) -> str | None:
    """The unit a caption states: 单位：万元, （金额单位：人民币元）, 编制部门：… 单位：元, 万元; none of two."""
    found = units_in(text)
    return found[0] if len(found) == 1 else None


def units_in(text: str) -> tuple[str, ...]:
    """The units of money a caption states: of several (元/万元) it does not say which amounts are in which."""
    bare = _SPACE.sub("", narrow(text))
    match = _STATED.search(bare)
    if match:
        unit = match.group(1) or match.group(2)
        other = _OTHER.match(bare, match.end())
        return (unit, other.group(1)) if other and other.group(1) != unit else (unit,)
    alone = _ALONE.fullmatch(bare)
    return (alone.group(1),) if alone else ()


def label_unit(text: str) -> str | None:
    """The unit a header cell prints: 合计（元）, or a cell of its own that holds nothing else."""
    bare = _SPACE.sub("", narrow(text))
    match = _IN_LABEL.search(bare) or _ALONE.fullmatch(bare) or _BEHIND_LABEL.search(bare)
    return match.group(1) if match else None


def title_unit(title: str) -> str | None:
    """The unit the title of a table prints in brackets: 部门支出总表（万元）."""
    return stated_unit(title) or label_unit(title)


def first_unit(texts: Iterable[str]) -> str | None:
    """The unit of the first text that states one; none where it states two."""
    found = first_units(texts)
    return found[0] if len(found) == 1 else None


def first_units(texts: Iterable[str]) -> tuple[str, ...]:
    """The units of the first text that states any."""
    return next((found for text in texts if (found := units_in(text))), ())


def only_unit(texts: Iterable[str]) -> str | None:
    """The unit of a document whose statements all name the same one."""
    found = {unit for text in texts if (unit := stated_unit(text))}
    return found.pop() if len(found) == 1 else None


def stated_for_all(text: str) -> bool:
    """Is a unit that a text states that of more than the table below it: 各表金额单位均为元, （单位：万元，下同）, a sentence?"""
    return not stated_for_one(text) and (is_ended(text) or any(word in text for word in furniture().for_all))


def stated_for_one(text: str) -> bool:
    """Is a unit that a text states that of one table: 注：本表金额单位为万元?"""
    return any(word in text for word in furniture().for_one)


def counts_things(name: str) -> bool:
    """Does the name of a row say that it counts what is no money: 国内公务接待批次（个）, 车辆保有量?"""
    bare = _SPACE.sub("", narrow(name))
    match = _BRACKETED.search(bare)
    if match and match.group(1) in known_units():
        return known_units()[match.group(1)].kind != "money"
    return bare.endswith(furniture().counts)


def preparer(captions: Sequence[str]) -> str | None:
    """Who prepared the table by its captions: 编制部门：X, 部门：401_X 金额单位：元."""
    for caption in captions:
        for part in _parts(caption):
            label, colon, value = part.replace(":", "：").partition("：")
            value = without_seal(value).strip("： ")
            folded = value.replace("（", "(").replace("）", ")")
            value = value[: len(value) - max(0, folded.count(")") - folded.count("("))]
            if colon and value and is_preparer(label) and stated_unit(part) is None:
                number = _NUMBERED.match(value)
                return value[number.end() :] if number else value
    return None


def _parts(caption: str) -> list[str]:
    """The captions of a line: each begins with its label, after a gap."""
    return [part for part in _LABELS.split(caption) if part.strip()]


def _spaced(label: str) -> str:
    return r"\s*".join(map(re.escape, label))


_LABELS = re.compile(
    r"(?<!\s)\s++(?=(?:"
    + re.any_of(
        _spaced(label) for label in sorted((*furniture().preparer, *furniture().unit), key=len, reverse=True)
    )
    + r")\s*[:：])"
)
