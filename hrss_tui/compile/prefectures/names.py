"""What a column of a table by place is called: its label without year, months, kind, part, number and unit.

A leaf that says nothing else (年度目标, 比上年±, 合计) is called by what stands above it; one that stands several times
(参保人数 below 失业保险 and below 工伤保险) by both.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.columns import Column
from hrss_tui.compile.prefectures.cells import before_words, behind_words
from hrss_tui.compile.prefectures.periods import without_times
from hrss_tui.reference import total_labels
from hrss_tui.reference.metrics import (
    Metric,
    fillers,
    is_chapter,
    is_rank,
    kind_words,
    measured_by,
    metric_by_key,
    metric_for_label,
    title_forms,
)
from hrss_tui.reference.places_text import mentions
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words, units
from hrss_tui.sources.captions import without_unit
from hrss_tui.sources.text import close_gaps

_THINGS = things()
_TURNS = turns()
_NO_UNITS = frozenset({"类", "日", "分"})
"""Units that in brackets behind a label are none: (类) is a level of a classification."""
_PER = rf"(?:/(?:[人月年天日次户个]{{1,2}}|{re.any_word(figure_words().per_units)})){{0,2}}+"
_COUNTED = re.any_word({*units(), "％"} - _NO_UNITS)
UNIT = re.compile(
    rf"[（(]\s*+(?:(?:金额|计量|货币|数量)?单位\s*+[:：]\s*+)?(?:[±+＋\-－/／、,，]{{1,3}}+\s*+)?(?:(?P<before>{re.any_word(before_words())})\s*+)?"
    rf"(?P<unit>[十百千万亿]{{0,2}}(?:{_COUNTED}){_PER}|万|亿)\s*+(?:(?P<behind>{re.any_word(behind_words())})\s*+)?[）)]\s*$"
)
"""A unit in brackets, with a bound where the label states one (（%以内）) or the signs of a change (（±%）)."""
_LEADS = re.compile(rf"(?P<word>{re.any_word(word for word in before_words() if len(word) > 1)}|[≥≤])$")
"""What a label ends with that makes a bound of the figures below it: 城镇登记失业率控制在, 参保人数不少于."""
_NUMERALS = "一二三四五六七八九十"
_ORDINAL = re.compile(
    rf"^\s*(?:[{_NUMERALS}]{{1,3}}[、.．]|[（(](?:[{_NUMERALS}]{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[、.．](?!\d))\s*"
)
"""What numbers a label: 一、 （二） 3."""
_PART = re.compile(r"^(?:其中|#|＃|含|其中包括)\s*[:：]?\s*")
_NUMBERED = re.compile(
    rf"^(?:(?:(?:部门)?(?:公开)?附?表|附件)\s*(?:\d{{1,2}}(?=(?:19|20)\d{{2}}[年—–－~～-])|[\d{_NUMERALS}]{{1,3}}(?:[-—－.]\d{{1,3}})?)|(?:{re.any_of(_THINGS.names.forms)})?\d{{1,2}}(?:-\d{{1,2}})?表(?=\s)|\d{{1,2}}[-—－.]\d{{1,3}}(?=\s|[各分全历按主]))[\s:：、.．]*"
)
"""The number of a table before its title: 表3, 附件2：, 4-12; a year, or the first of several, may stand right behind it (表32033年…)."""
_DIVISIONS = re.compile(r"^.{0,12}?[各分][、,，（）()省市县州区地盟旗师自治直辖]{1,20}+")
"""Whose figures a table lists: 各县（市、区）, 全省各市州."""
_WHERE = re.compile(r"^(?:历年来?)?(?:[全我本][国省市县区州盟旗师]|自治[区州县]|兵团)?(?:历年来?)?")
"""The area a title is of where it is not named, and that it is of all years: 全省历年城镇新增就业."""
_OVER = re.compile(r"[各分][、,，（()）省市县区州地盟旗师]{1,16}+$")
"""城镇新增就业分县市: over whom a title lists what it names."""
_UNTIL = re.compile(r"[（(]?截[至止][^（）()]{0,24}+[）)]?$")
"""（截至2033年9月30日）: up to when, behind the title."""
RANK = "rank"
FULFILS = re.compile(
    rf"[完占为达](?:成|到)?(?:的|了)?(?:[年全度本]{{0,4}}|年初|调整后?|[上下]半年|[一二三四]季度|阶段性?|当[月期季]|序时|时序)(?:{re.any_of(_TURNS.aims.fulfils)})"
)
"""How much of what was aimed at is reached, where it is a part in a hundred: 完成年计划（%）, 为年度目标%, 完成预算（%）."""
_PART_OF_AIM = re.compile(r"的?(?:[%％‰]|比例|百分比|比重)")
_AROUND = " 、：:的"
_EMPTY = ("（）", "()", "（)", "(）")
_WRAPPED = re.compile(r"[（(][^（）()]*[）)]$")


def plain_label(label: str) -> str:
    """A label as printed, without number, part, bound and unit: 城镇新增就业目标 of 1.其中：城镇新增就业目标（人）."""
    own = _PART.sub("", _ORDINAL.sub("", _LEADS.sub("", _unmeasured(label))))
    return _ORDINAL.sub("", own).strip(" ：:")


def leads(label: str) -> str | None:
    """The word at the end of a label that makes a bound of its figures: 控制在 of 失业率控制在（%）."""
    found = _LEADS.search(_unmeasured(label))
    return found["word"] if found else None


def _unmeasured(label: str) -> str:
    return close_gaps(UNIT.sub("", label)).rstrip(" ：:")


def bare(label: str) -> str:
    """A label without number, part, times, kind and unit: of （一）其中：2031年甲项完成数（人） that is 甲项; "" where nothing is left."""
    text = plain_label(label)
    fulfils = FULFILS.match(text)
    if fulfils is not None and _PART_OF_AIM.fullmatch(text[fulfils.end() :]):
        return ""
    text = _trimmed(_kind_pattern().sub("", without_times(text)))
    return "" if _is_filler(text) else text


def _trimmed(text: str) -> str:
    """What is left of a label without marks around it, and without brackets that have lost what they held or their other half."""
    while text != (shorter := _unbracketed(text.strip(_AROUND))):
        text = shorter
    return text


def _unbracketed(text: str) -> str:
    if text.endswith(_EMPTY):
        return text[:-2]
    opened, closed = (sum(char in pair for char in text) for pair in ("（(", "）)"))
    if text.startswith(("）", ")")) or (
        text.startswith(("（", "(")) and (opened > closed or _WRAPPED.match(text))
    ):
        return text[1:]
    return (
        text[:-1] if text.endswith(("（", "(")) or (text.endswith(("）", ")")) and closed > opened) else text
    )


def _is_filler(text: str) -> bool:
    """Does a label say nothing but that it is a sum, or a figure of what stands above it?"""
    folded = fold_label(text)
    return folded in _sums() or bool(_filler_pattern().fullmatch(folded))


@cache
def _sums() -> frozenset[str]:
    return frozenset((*map(fold_label, total_labels().any), *subtotal_labels()))


@cache
def _filler_pattern() -> re.Pattern[str]:
    words = re.any_word(fillers())
    return re.compile(rf"(?:{words}){{0,6}}+")


@cache
def _list_pattern() -> re.Pattern[str]:
    """Words at the end of a title that say how it lists what it names: 完成情况统计表, 月度进展通报."""
    return re.compile(rf"(?:{re.any_word(title_forms())}){{0,6}}+$")


@cache
def _kind_pattern() -> re.Pattern[str]:
    """Words of kinds at the head of a label, and at its end with what counts."""
    words = re.any_word({word for each in kind_words() for word in each.words})
    return re.compile(
        rf"^(?:{words}){{1,4}}|(?:控制)?(?:{words}){{1,4}}(?:{re.any_of(_THINGS.names.counts)})?$|控制(?:数|线|值)?$"
    )


def is_part_label(label: str) -> bool:
    """Does a label say that its figures are parts of those of another column: 其中：女性, 3.# 职工?"""
    return bool(_PART.match(_ORDINAL.sub("", label.strip())))


def is_sum(label: str) -> bool:
    """Does a label say nothing but that it is a sum?"""
    return fold_label(UNIT.sub("", label)) in _sums()


def is_average(label: str) -> bool:
    """Does a label say that its figures are means of what stands above it, or in the title?"""
    return "均" in label and not bare(label)


def without_number(title: str) -> str:
    """The title of a table without its number."""
    return _NUMBERED.sub("", close_gaps(title))


def bare_title(title: str) -> str:
    """What the title of a table names: 城镇登记失业率 in 表3 2029—2031年各州（市）城镇登记失业率."""
    text = _trimmed(without_times(_UNTIL.sub("", without_number(without_unit(title)))))
    listed = _DIVISIONS.sub("", _OVER.sub("", _list_pattern().sub("", text)))
    return bare(_list_pattern().sub("", _WHERE.sub("", _without_places(listed))))


def _without_places(title: str) -> str:
    """A title without the places that it begins with: 云南省昭通市城镇新增就业."""
    end = 0
    for place in mentions(title):
        if place.start != end:
            break
        end = place.end
    return title[end:]


def metric_of(column: Column, before: Sequence[str], title: str) -> tuple[Metric | None, str]:
    """The metric and its key: of the leaf as printed, of its bare name, of both labels, of a label above, of the column before, of the title.

    `before` are the keys of the columns left of it that are no parts of others.
    """
    name = bare(column.leaf)
    for text in (column.leaf, name):
        if text and (metric := metric_for_label(text)) is not None:
            return metric, metric.key
    above = [text for span in reversed(column.spans) if (text := bare(span))]
    whole = bare_title(title)
    said = metric_for_label(whole) if whole else None
    own = name or (above[0] if above else "")
    if said is not None and own and whole.endswith(own):
        return said, said.key
    if name:
        part = is_part_label(column.leaf)
        whole = before[-1].partition(":")[0] if part and before and not above else ""
        metric, key = (None, f"{whole}/{fold_label(name)}") if whole else _below(name, above, part)
        counted = "" if metric or whole else counted_by(title, column)
        return metric, f"{fold_label(counted)}/{key}" if counted else key
    if above:
        return _of_spans(column.spans, above)
    if before:
        last = before[-1].partition(":")[0]
        return metric_by_key(last), last
    text = whole or close_gaps(title)
    metric = metric_for_label(text)
    return metric, metric.key if metric else fold_label(text) or fold_label(column.leaf)


def is_named_alone(column: Column) -> bool:
    """Is the leaf of a column named by more than that it counts (参保人数 below 失业保险)?"""
    name = bare(column.leaf)
    above = [text for span in column.spans if (text := bare(span)) and not is_chapter(text)]
    return not above or any(map(metric_for_label, (column.leaf, name)))


def counted_by(title: str, column: Column) -> str:
    """What a title says that its columns count, where they only name those it is counted of: 社会保险参保人数 over 失业保险."""
    whole, names = bare_title(title), [bare(text) for text in (*column.spans, column.leaf)]
    said = measured_by(whole) is None or any(measured_by(name) or is_rank(name) for name in names if name)
    return "" if said or any(name and name in whole for name in names) else whole


def _of_spans(spans: Sequence[str], above: Sequence[str]) -> tuple[Metric | None, str]:
    """The metric of the nearest label above that names something; of a part of what stands above that, both."""
    nearest = next(span for span in reversed(spans) if bare(span))
    if above[1:] and _PART.match(_ORDINAL.sub("", nearest.strip())):
        return _below(above[0], above[1:], part=True)
    metric = metric_for_label(above[0])
    return metric, metric.key if metric else fold_label(above[0])


def _below(name: str, above: Sequence[str], part: bool) -> tuple[Metric | None, str]:
    """The metric of a name below others: 参保人数 below 失业保险; a place in an order is that of what stands above it.

    What is a `part` (# 职工) is one of what stands above.
    """
    for text in above[:1]:
        over = metric_for_label(text)
        if is_rank(name):
            return None, f"{over.key if over else fold_label(text)}:{RANK}"
        both = metric_for_label(text + name) or metric_for_label(name + text)
        if both is not None:
            return both, both.key
    told = [text for text in above[:1] if part or not is_chapter(text)]
    return None, "/".join(map(fold_label, (*told, name)))


def printed(column: Column, known: bool) -> str:
    """The label of a column as printed, without its unit; those above it tell of what it is where it is nothing `known`.

    职工 below 养老保险 names nothing alone; a chapter of the work (社会保障) above it does not say of what it is.
    """
    labels = [text for label in (*column.spans, column.leaf) if (text := close_gaps(UNIT.sub("", label)))]
    above = any(text and not is_chapter(text) for text in map(bare, labels[:-1]))
    below = above and not (known or is_rank(labels[-1]))
    alone = not labels or (bare(labels[-1]) and not below and (known or not _PART.match(labels[-1].strip())))
    return " ".join(labels[-1:] if alone else labels)


def path(column: Column) -> str:
    """The names of a column from the top to the leaf, for those that share their leaf with another.

    A sum that nothing stands above is of all columns; what says no more than 完成率 is of another and has no name.
    """
    names = "/".join(fold_label(text) for label in (*column.spans, column.leaf) if (text := bare(label)))
    return names or (fold_label(column.leaf) if is_sum(column.leaf) else "")
