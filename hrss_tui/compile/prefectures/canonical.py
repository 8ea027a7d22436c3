"""Which canonical indicator the figures of a column of a table by place are, as the same words are one in a text.

The labels of the metrics decide first; what they do not list, or count in another unit, is asked of the indicators.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hrss_tui.compile.basics.columns import Column
from hrss_tui.compile.prefectures.names import bare, bare_title, counted_by, is_part_label
from hrss_tui.compile.prefectures.units import base
from hrss_tui.reference import find_indicator
from hrss_tui.reference.indicators import Indicator, names_it, narrowing_of, says_insured, whom_of
from hrss_tui.reference.metrics import Metric, is_chapter, is_rank, measured_by
from hrss_tui.reference.places_text import mentions
from hrss_tui.sources.text import fold


def canonical(column: Column, title: str, units: Iterable[str]) -> tuple[Indicator, str] | None:
    """The indicator that a column is in one of some units, and which; None where it is none or several.

    A part (其中：在职) is none, nor is what a title counts that the column does not name (待遇人数 over 失业保险).
    """
    found = {
        one.indicator_id: (one, unit) for unit in units if (one := _told(column, title, unit)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def in_unit(metric: Metric, column: Column, unit: str | None) -> str:
    """The indicator of a known metric in the unit of its column: of persons who are counted as times another, or none ("")."""
    if not unit or base(unit) == metric.unit:
        return metric.indicator
    found = _named(_names(column) or [metric.name], unit)
    return found.indicator_id if found is not None else ""


def of_some(title: str, labels: Iterable[str]) -> str:
    """What a title names, without its place, where it speaks of some persons only; where a label names them too it lists them."""
    said = "".join(map(fold, labels))
    if all(word in said for word in whom_of(title)):
        return ""
    whole = bare_title(title)
    first = next(iter(mentions(whole)), None)
    return whole[first.end :] if first is not None and first.start == 0 else whole


def narrowed_by(title: str, labels: Iterable[str]) -> tuple[str, ...]:
    """What a title says that narrows the columns below it, where no label says it: 跨省 over 农村劳动力转移就业."""
    said = "".join(map(fold, labels))
    return tuple(word for word in narrowing_of(title) if word not in said)


def _told(column: Column, title: str, unit: str) -> Indicator | None:
    names = _names(column)
    if is_part_label(column.leaf) or any(map(is_rank, names)) or (names and counted_by(title, column)):
        return None
    whole = bare_title(title)
    found = _named(names or [whole], unit)
    told = any(says_insured(text) or measured_by(text) for text in (*names, whole))
    return None if found is not None and found.scheme and not told else found


def _names(column: Column) -> list[str]:
    """What the labels of a column name, the nearest first; a chapter of the work above it says nothing of it."""
    own, *above = (bare(text) for text in (column.leaf, *reversed(column.spans)))
    return [name for name in (own, *(text for text in above if not is_chapter(text))) if name]


def _named(names: Sequence[str], unit: str) -> Indicator | None:
    """The indicator that a name and what stands above it are together, where each of several is in its names."""
    counted = base(unit)
    over = [*reversed(names[:2])]
    found = find_indicator("".join(over), counted) or find_indicator("".join(names[:2]), counted)
    alone = len(names) < 2 or (
        found is not None and all(names_it(found.indicator_id, name) for name in names)
    )
    return found if alone else None
