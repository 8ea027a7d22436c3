"""What a column of a table by place holds: the metric, the year, and whether it is a target, an outcome or a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui.compile.basics.columns import Column
from hrss_tui.compile.prefectures.cells import before_words, behind_words, bound
from hrss_tui.compile.prefectures.units import is_ratio, unit_of
from hrss_tui.reference.metrics import Metric, is_rank, is_rate, kind_words, metric_by_key, metric_for_label
from hrss_tui.reference.text import fold_label
from hrss_tui.sources.text import close_gaps, fold

_COUNTED = "人次|人|户次|户|家次|家|个|元|名|件|次|期|场|所|%|％|‰"
_UNIT = re.compile(
    rf"[（(]\s*+(?:单位\s*+[:：]\s*+)?(?:(?P<before>{before_words()})\s*+)?"
    rf"(?P<unit>[十百千万亿]{{0,2}}(?:{_COUNTED})|万|亿)\s*+(?:(?P<behind>{behind_words()})\s*+)?[）)]\s*$"
)
"""A unit in brackets, with a bound where the label states one: （%以内）."""
_YEAR = re.compile(
    r"((?:19|20)\d{2})\s*+年?度?(?:\s*+\d{1,2}\s*+[-—–~至]\s*+\d{1,2}\s*+月(?:份)?|上半年|末|底)?"
)
_RELATIVE = {"上年": -1, "去年": -1, "上一年": -1, "本年": 0, "今年": 0, "当年": 0, "明年": 1, "下年": 1}
_RELATIVE_YEAR = re.compile("(?:" + "|".join(_RELATIVE) + ")(?:度)?")
_PART = re.compile(r"^(?:其中|#|＃|含|其中包括)\s*[:：]?\s*")


class Measure(msgspec.Struct, frozen=True):
    """A column of values: key (the folded label where the reference has none), label, unit, year, kind, indicator.

    `unit` is "" where neither the column nor its table states any, None where it is not plain which. `operator` is the bound that the label states of all its values, else =.
    """

    index: int
    key: str
    label: str
    unit: str | None
    year: int | None
    kind: str
    indicator: str | None
    known: bool
    operator: str = "="


class Said(msgspec.Struct, frozen=True):
    """What a table says of columns that do not say it: its title, the units of its caption, year and kind."""

    title: str
    units: tuple[str, ...]
    year: int | None
    kind: str


def measures(found: Sequence[Column], said: Said) -> list[Measure]:
    """The columns of values."""
    made: list[Measure] = []
    for column in found:
        made.append(_measure(column, said, made))
    return _distinct(made)


def _measure(column: Column, said: Said, before: Sequence[Measure]) -> Measure:
    texts = (column.leaf, *reversed(column.spans))
    stated = next(
        (match for text in texts if (match := _UNIT.search(text)) and _is_of(text, match, texts)), None
    )
    label = next((text for each in texts if (text := close_gaps(_UNIT.sub("", each)))), "")
    own_kind = next((found for text in texts if (found := _kind(text))), None) or said.kind
    metric, name = _metric(column, before, said.title)
    unit = stated["unit"] if stated else unit_of(_named(texts), metric, own_kind, said.units)
    share = own_kind == "change" or _is_rate(column.leaf)
    return Measure(
        column.index,
        f"{name}:{own_kind}" if own_kind == "change" else name,
        label,
        close_gaps(unit) if unit is not None else None,
        next(
            (own for text in texts if (own := _year(text, said.year))),
            _year_beside(before, own_kind, said.year),
        ),
        own_kind,
        metric.indicator if metric is not None and not share else None,
        metric is not None,
        bound(stated["before"], stated["behind"]) if stated else "=",
    )


def _is_of(text: str, stated: re.Match[str], texts: Sequence[str]) -> bool:
    """Is the unit of a label that of the leaf: its own, or of one above where it counts the same?"""
    leaf = _named(texts)
    return text == texts[0] or not (is_rate(leaf) or is_rank(leaf)) or is_ratio(stated["unit"])


def _named(texts: Sequence[str]) -> str:
    """The first label that says more than a year, without its unit."""
    own = (_UNIT.sub("", text) for text in texts)
    return next((text for text in own if fold(_RELATIVE_YEAR.sub("", _YEAR.sub("", text)))), texts[0])


def _year_beside(before: Sequence[Measure], kind: str, year: int | None) -> int | None:
    """The year of a column that states none: a rate or change is of the year of the column left of it."""
    return before[-1].year if kind == "change" and before else year


def _metric(column: Column, before: Sequence[Measure], title: str) -> tuple[Metric | None, str]:
    """The metric and its key: of the leaf as printed, of its bare name, of a label above, of the column before, of the title."""
    for text in (column.leaf, _bare(column.leaf)):
        if text and (metric := metric_for_label(text)) is not None:
            return metric, metric.key
    bare = fold_label(_bare(column.leaf))
    if bare:
        return None, bare
    for span in reversed(column.spans):
        name = _bare(span)
        if name:
            metric = metric_for_label(name)
            return metric, metric.key if metric else fold_label(name)
    if before:
        last = before[-1].key.partition(":")[0]
        return metric_by_key(last), last
    metric = metric_for_label(_bare(title))
    own = fold_label(_YEAR.sub("", close_gaps(title))) or fold_label(column.leaf)
    return metric, metric.key if metric else own


def _bare(label: str) -> str:
    """A label without year, kind, part and unit: of 2031年甲项完成数 that is 甲项."""
    text = _PART.sub("", close_gaps(_UNIT.sub("", label)))
    text = _RELATIVE_YEAR.sub("", _YEAR.sub("", text))
    return _kind_pattern().sub("", text).strip(" 、（）()：:的")


@cache
def _kind_pattern() -> re.Pattern[str]:
    """Words of kinds at the head of a label, and at its end with what counts."""
    words = "|".join(
        sorted({word for each in kind_words() for word in each.words}, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"^(?:{words}){{1,4}}|(?:{words}){{1,4}}(?:人数|人次|户数|数|值|情况|表)?$")


def _kind(text: str) -> str | None:
    """target, actual or change, as a label says."""
    folded = fold(_UNIT.sub("", text))
    return next((each.kind for each in kind_words() if any(word in folded for word in each.words)), None)


def _is_rate(text: str) -> bool:
    """Is a column a rate of completion, which is no value of its metric?"""
    return "完成率" in text or "完成比例" in text or "进度" in text


def _year(text: str, year: int | None) -> int | None:
    match = _YEAR.search(text)
    if match:
        return int(match[1])
    relative = _RELATIVE_YEAR.search(text)
    if relative and year is not None:
        return year + next(step for word, step in _RELATIVE.items() if relative[0].startswith(word))
    return None


def _distinct(made: Sequence[Measure]) -> list[Measure]:
    """The columns with keys of their own: one label twice has a number."""
    seen: dict[tuple[str, int | None, str], int] = {}
    found = []
    for each in made:
        own = (each.key, each.year, each.kind)
        seen[own] = seen.get(own, 0) + 1
        key = each.key if seen[own] == 1 else f"{each.key}:{seen[own]}"
        found.append(msgspec.structs.replace(each, key=key))
    return found


def table_kind(title: str, planned: bool) -> str:
    """What the values of a table are where their columns do not say: by its title, else as they are `planned` or not."""
    return _kind(title) or ("target" if planned else "actual")
