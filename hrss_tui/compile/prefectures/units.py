"""The unit of a column that states none: that of the table's caption, where it is plain which of several it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from hrss_tui import lazy_re as re
from hrss_tui.reference.metrics import Metric, is_multiple, is_rank, is_rate, measured_by
from hrss_tui.reference.units import base_unit, split_unit, units
from hrss_tui.sources.text import fold

_CAPTION = re.compile(r"单\s*+位\s*+[:：]\s*+([^（()）单。]{1,30})")
_TIMES = "人次"
_BETWEEN = re.compile(r"[\s、，,;；和及]+|/(?=[%％‰])")


def caption_units(texts: Iterable[str]) -> tuple[str, ...]:
    """The units that captions state: 单位：人、% are two. The first words as printed where none is known."""
    stated = [[*_parts(match[1])] for text in texts for match in _CAPTION.finditer(text)]
    known = (tuple(takewhile(_is_unit, parts)) for parts in stated)
    return next(filter(None, known), tuple(stated[0][:1]) if stated else ())


def _parts(text: str) -> Iterator[str]:
    return (part for part in _BETWEEN.split(text.strip()) if part)


def _is_unit(text: str) -> bool:
    return split_unit(fold(text).partition("/")[0])[1] in units()


def unit_of(label: str, metric: Metric | None, kind: str, stated: Sequence[str]) -> str | None:
    """The unit of a column by its label, its metric (None where it is not known) and its kind; None where it is not plain.

    A rate has none of what is counted, a place in an order has none; of several units, a metric has its own, and what
    ends in 数 the only one of counts.
    """
    if not stated or is_rank(label):
        return ""
    ratios = [unit for unit in stated if is_ratio(unit)]
    counts = [unit for unit in stated if unit not in ratios]
    if is_multiple(label) and counts:
        return None
    if is_rate(label):
        fits = ratios
    elif len(stated) == 1:
        fits = list(stated)
    elif kind in ("change", "rate"):
        sort = measured_by(fold(label))  # 增减 over 人数 and 幅度
        fits = [unit for unit in counts if sort and _sort(unit, label) == sort]
    elif metric is not None:
        fits = [unit for unit in stated if base(unit) == metric.unit]
    else:
        sort = measured_by(fold(label))
        fits = [unit for unit in counts if sort and _sort(unit, label) == sort]
        fits = fits or (counts if fold(label).endswith("数") else [])
    return fits[0] if len(fits) == 1 else None


def _sort(unit: str, label: str) -> str:
    """What is counted in a unit: persons, money, things; "" for persons where a label counts how often, and the reverse."""
    known = units().get(base(unit))
    kind = known.kind if known is not None else ""
    if kind == "persons" and (base(unit) == _TIMES) != fold(label).endswith(_TIMES):
        return ""
    return kind if kind in ("persons", "money", "ratio") else "count"


def base(unit: str) -> str:
    """The unit in which figures are compared: 人 of 万人, 名."""
    return base_unit(split_unit(fold(unit))[1])


def is_ratio(unit: str) -> bool:
    """Is it a unit of parts of something: %?"""
    known = units().get(base(unit))
    return known is not None and known.kind == "ratio"
