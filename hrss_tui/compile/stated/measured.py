"""The unit of a figure in a table without places: of its cell, its column, its row, the caption; none where it is not plain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hrss_tui import lazy_re as re
from hrss_tui.compile.prefectures.names import UNIT
from hrss_tui.compile.prefectures.units import is_ratio
from hrss_tui.compile.stated.labels import Value
from hrss_tui.reference.metrics import is_multiple, is_quantity, is_rank, is_rate, measured_by, thing_of
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.things import things
from hrss_tui.reference.units import base_unit, split_unit, units
from hrss_tui.sources.text import close_gaps, fold

_THINGS = things()

Sort = Literal["persons", "money", "ratio", "count", ""]

_BRACKET = re.compile(r"[（(]([^（）()]{2,12})[）)]\s*$")
_BEHIND = re.compile(
    rf"[/,，、:： ](?:[十百千万亿]{{0,2}}(?:{re.any_of(_THINGS.count.behind_label)})|[%％‰])$|[万亿](?:元|人次|人|户|件|个)$|[%％‰]$"
)
_BETWEEN = re.compile(r"[、，,和或]")


def unit_of(cell: str, names: Sequence[str], unit: str, value: Value, stated: Sequence[str]) -> str | None:
    """The unit of a figure: `cell` is its own, `unit` that of its row, `stated` are those of the caption.

    `names` are the label of its row and that of the row it is a part of, whose unit is nearer than the caption.
    """
    if value.sort != "level" and (
        value.sort != "change" or value.unit or is_rate(value.label) or is_ratio(cell)
    ):
        found = cell or value.unit or _ratio(stated)
        return found if found and (value.sort == "change" or is_ratio(found)) else None
    of_row = unit_of_row(names[0], unit)
    if value.sure and value.sort == "change" and not cell and is_ratio(of_row):
        return of_row  # whose difference its two levels show, else it is open
    counted = bool(cell or value.unit or of_row)
    if not value.sure or any(_is_open(text) for text in (value.printed, *(names[:1] if counted else names))):
        return None
    row = next((match["unit"] for name in names if (match := UNIT.search(name))), "")
    of = [
        fold_label(text) for text in (value.counted, *reversed(value.names), UNIT.sub("", names[0])) if text
    ]
    own = unit or close_gaps(row)
    if own and not stated and value.counted and not value.names and is_quantity(value.counted):
        of = of[1:]
    if own and (value.names or value.counted) and stated and not value.unit:
        # 计量单位 of things that are counted beside a caption of what they cost: what the column counts decides.
        fits = [each for each in (own, *stated) if _sort(each) == sort_of_names(of[:1])]
        own = fits[0] if len(set(fits)) == 1 else ""
        stated = ()
    found = _whole(cell, value.unit or own)
    if found is None:
        times = bool(of) and is_multiple(of[0]) and not all(map(is_ratio, stated))
        found = None if times else _of_caption(of, stated)
        if found is not None and sort_of_names(of) not in {"", _sort(found)}:
            return None
    found = _with_base(found, of) if found else None
    if found is None or (value.sort == "change" and is_ratio(found)):
        return None
    return found if _fits(found, of) else None


def unit_of_row(name: str, unit: str) -> str:
    """The unit that a row states: in a cell of its own, or behind its name."""
    stated = UNIT.search(name)
    return unit or (stated["unit"] if stated else "")


def _with_base(unit: str, of: Sequence[str]) -> str | None:
    """A unit; of a multiplier alone (万) with what is counted: persons or yuan, else none."""
    if split_unit(unit)[1]:
        return unit
    base = {"persons": "人", "money": "元"}.get(sort_of_names(of))
    return f"{unit}{base}" if base else None


def _is_open(label: str) -> bool:
    """Does a label end with several units (台、套), or with one that is in no brackets: 发放贷款/万元?"""
    if _BEHIND.search(fold(label)):
        return True
    match = _BRACKET.search(label)
    parts = [split_unit(fold(part))[1] for part in _BETWEEN.split(match[1])] if match else []
    return len(parts) > 1 and all(part in units() for part in parts)


def _ratio(stated: Sequence[str]) -> str | None:
    """The only ratio among the units of a caption."""
    found = [unit for unit in stated if is_ratio(unit)]
    return found[0] if len(found) == 1 else None


def _whole(cell: str, unit: str | None) -> str | None:
    """The unit of a cell, which may print the multiplier alone; None where neither it nor what is around states one."""
    if not cell or split_unit(cell)[1]:
        return cell or unit or None
    return f"{cell}{unit}" if unit and split_unit(unit)[0] == 1 else None


def _of_caption(of: Sequence[str], stated: Sequence[str]) -> str | None:
    """The unit of a caption: the only one, or of several the only one of the sort that is counted."""
    if len(stated) == 1:
        return stated[0]
    sort = sort_of_names(of)
    fits = [unit for unit in stated if _sort(unit) == sort] if sort else []
    return fits[0] if len(fits) == 1 else None


def _fits(unit: str, of: Sequence[str]) -> bool:
    """Is what is counted not plainly of another sort than a unit?"""
    if any(map(is_rank, of)):
        return False
    sort, own = sort_of_names(of), _sort(unit)
    if not own or not sort:
        return True
    return (own == "money") == (sort == "money") and (own == "ratio") == (sort == "ratio")


def sort_of_names(of: Sequence[str]) -> Sort:
    """What is counted, by the first name that says so: 金额 of 机构 is money, whichever of the two stands above the other."""
    for name in of:
        if is_rate(name):
            return "ratio"
        if (measured := measured_by(name)) is not None:
            return measured
    return next((thing for name in of if (thing := thing_of(name)) is not None), "")


def _sort(unit: str) -> Sort:
    """What is counted in a unit; "" for one that is not known."""
    if is_ratio(unit):
        return "ratio"
    known = units().get(base_unit(split_unit(fold(unit).partition("/")[0])[1]))
    if known is None:
        return ""
    return "money" if known.kind == "money" else "persons" if known.kind == "persons" else "count"
