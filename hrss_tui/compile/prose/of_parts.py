"""What a figure is of that is no value of the whole quantity: of one kind or class of it, or of several together."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import scopes
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.subjects import SEAM, is_dependent
from hrss_tui.reference import find_indicator
from hrss_tui.reference.indicators import Indicator, names_it
from hrss_tui.reference.parts import halves
from hrss_tui.reference.place_scopes import own_word
from hrss_tui.reference.places_text import places_named
from hrss_tui.reference.qualifiers import qualifier
from hrss_tui.reference.statements import statement_words

_CLASS = re.compile(r"(?<![共分为等])[一二三四五六七甲乙丙丁][类档](?!别)")
"""二类区月最低工资标准, 其余县执行三类标准: what one class of several has."""
_AND = "、"
_PAID = re.compile(rf"(?:{re.any_of(statement_words().funds.paid_out)})$")
_TOGETHER = re.compile(r"(?:等[\u3400-\u9fff]{0,8}|合计|共计|总计)$")
"""发放创业补贴、社保补贴等各类资金: so much together."""
_SORT = 2
"""Characters of the shortest word for those of whom a group is: 居民."""
_EVERYBODY = ("", "全体")
"""What stands before that word where it is of everybody."""


def is_no_value(reading: Reading, found: Indicator, own: str, place: str | None) -> bool:
    """Is a figure whose name holds that of an indicator but what a class or a kind has of it, or what several things come to?"""
    return _is_of_class(reading, found, place) or _is_of_kind(reading, found) or _is_sum(reading, found, own)


def of_group(whole: str, group: str, unit: str) -> Indicator | None:
    """The indicator of what a group has of what everybody has: 居民人均可支配收入 城镇居民 is 城镇居民人均可支配收入."""
    half = next((word for pair in halves() for word in pair if group.startswith(word)), "")
    sort = group[len(half) :]
    if not half or len(sort) < _SORT:
        return None
    before, named, rest = whole.partition(sort)
    return find_indicator(group + rest, unit) if named and rest and before in _EVERYBODY else None


def _is_of_class(reading: Reading, found: Indicator, place: str | None) -> bool:
    """Does a figure belong to one of several classes, and not to the one place of which it is said that it is of that class?"""
    name = reading.subject.text
    classes = _CLASS.findall(name)
    if not classes or not found.lacks(classes):
        return False
    return own_word(name) is None and len(places_named(name, place)) != 1


def _is_of_kind(reading: Reading, found: Indicator) -> bool:
    """Is it what one kind has of those that the whole is made of, where the kind is told between them: 技工院校 技师学院 在校生?"""
    whole, _, rest = reading.measure.partition(SEAM)
    kind, _, own = rest.rpartition(SEAM)
    if (
        not kind
        or is_dependent(kind)
        or scopes.place_of(kind + SEAM)
        or not qualifier(found.indicator_id, kind)
    ):
        return False
    unit = reading.measure_unit
    alone = (find_indicator(own, unit), find_indicator(kind + own, unit))
    return found not in alone and find_indicator(whole + SEAM + own, unit, own) == found


def _is_sum(reading: Reading, found: Indicator, own: str) -> bool:
    """Are several kinds of money told together: 发放创业补贴、社保补贴等各类资金 9 亿元?"""
    kinds = [_TOGETHER.sub("", kind) for kind in own.split(_AND)]
    if len(kinds) == 1 or not all(map(_PAID.search, kinds)):
        return False
    return any(
        find_indicator(kind, reading.measure_unit) != found and not names_it(found.indicator_id, kind)
        for kind in kinds
    )
