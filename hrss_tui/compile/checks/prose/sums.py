"""Figures of prose that others add up to: parts of an indicator, of a whole, of "the two together"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.closed import is_closed
from hrss_tui.compile.checks.basics.identity import (
    Identity,
    Quantity,
    at_most,
    compare,
    not_checkable,
    overlap,
    total,
)
from hrss_tui.compile.checks.basics.slips import slip_of
from hrss_tui.compile.checks.prose.sentences import (
    Prose,
    is_absolute,
    is_level,
    own_words,
    quantity,
    signed,
    whole_words,
)
from hrss_tui.compile.prose.accounts import is_flow_of_balance
from hrss_tui.compile.prose.named_levels import SPENT
from hrss_tui.records import Check, Observation
from hrss_tui.reference.checks import IndicatorSum, indicator_bounds, indicator_sums, openers
from hrss_tui.reference.parts import fault_words, group_words, ways_of_firms
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import units
from hrss_tui.words.check_reasons import because

_THINGS = things()
_TOGETHER = re.compile(r"^([两二三四五六七八九]|\d)项.{0,8}?合计$")
_OTHER = re.compile(
    rf"{_TOGETHER.pattern}|(?:年初|调整后?|全年|年度|当年|本年|实际|已|仅)*(?:{re.any_of(_THINGS.money.executed)})(?:安排)?(?:数|值|情况)?$|实际"
    rf"|[比较](?:{re.any_of(_THINGS.money.others)}|\d{{4}}年)"
)
"""What stands behind a name and is no part of it: two together, what was set, what was done, what was saved against it."""
_BUDGETED = re.compile(r"预算(?:安排)?数?$")
"""决算数 80 万元，其中：货物预算数 60 万元，决算数 50 万元: what came of a whole is not made of the budgets of its parts."""
_USED = re.compile(rf"(?:已|实际|累计|全年|共){{0,2}}(?:{re.any_of(_THINGS.money.used)})(?:资金|数|额|金额)?")
_TWO_SIDES = "收"
"""安排 90 万元，其中省级 60 万元，支出 50 万元: what came of it is no part of it, if it is not income and spending together."""
_ENUMERATES, _NEAR = re.compile(r"[^，。；、]{0,6}(?:、|和|及)"), 8
_NEVER_ADDED = ("ratio", "points")
_AGE = "岁"
"""Kinds of units, and a unit, of which those of parts make up no whole: 求人倍率 of each trade, the age of men and of women."""
_NUMERALS = dict(zip("两二三四五六七八九", (2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_KINDS = re.compile(
    r"(?<![\d第前后等余多])(?P<count>[两二三四五六七八九]|[2-9])(?:大)?[项类](?P<kind>[\u3400-\u9fff]{2,4})"
)
"""三项社会保险: of how many kinds a whole is, and what they are called."""
_PAIR = 2
_LISTED = 6
"""Parts whose figures a description prints."""
_NAMES_END = re.compile(r"[；;。]|[)）](?=[；;，,。])")
_ENUMERATED = 2
"""Marks of enumeration from which on what stands before a comma is a list of names."""
_AGAIN = re.compile(r"[。；;]\s*其中")
"""A list of the same whole that begins anew."""
_OF_ONE = re.compile(r"其中(?!(?:主要|具体)?(?:包括|包含|用于)?[:：，,])[^；;。]{0,60}[；;]")
"""其中 without a colon, and a semicolon behind its part: what follows may stand beside the whole instead of below it."""
_DEED = re.compile(r"已[\u3400-\u9fff]|再|新")
"""Words of what was done beside a figure, or with those counted: 已就业 4.9 万人，已签约 3.2 万人; 再建 5 家，新建 2 家."""
_PARTS = re.compile(r"其中|包括|包含|分别|[：:]")
_FOR = ("为", "对", "面向", "针对", "向")
"""Before those for whom something was done, where what it is called is not all of it: 为养老护理员开展职业技能培训."""
_NARROW = because("whole_of_group")
_MOST, _LEAST = Decimal("0.99"), Decimal("0.05")
"""How much of a whole the parts without one of them are, at least, and that one, where it lies within another."""
_OPEN = because("parts_missing")
_OVERLAP = because("parts_overlap")
_BESIDE = because("behind_semicolon")
_ASIDE = because("beside_it")
_LARGER = because("whole_of_others")


def checks(found: Prose) -> Iterator[Check]:
    """Sums and bounds of indicators, parts of a whole, and totals of what was just named."""
    for entry in indicator_sums():
        yield from _indicator(found, entry)
        yield from _changes(found, entry)
    yield from _bounds(found)
    yield from _parts(found)
    yield from _together(found)


def _indicator(found: Prose, entry: IndicatorSum) -> Iterator[Check]:
    for (indicator, period), whole in found.levels.items():
        parts = [found.level(part, period) for part in entry.parts]
        present = [part for part in parts if part is not None]
        if indicator == entry.total and present:
            yield _sum(whole, present, entry, [quantity(row) for row in (whole, *present)])


def _changes(found: Prose, entry: IndicatorSum) -> Iterator[Check]:
    """A change of the whole against the changes of its parts on the same base."""
    changes: dict[tuple[str | None, str | None, str | None], Observation] = {}
    for row in found.rows:
        if row.change and is_absolute(row):
            changes.setdefault((row.indicator_id, row.period, row.against), row)
    for (indicator, period, against), whole in changes.items():
        parts = [changes.get((part, period, against)) for part in entry.parts]
        present = [part for part in parts if part is not None]
        if indicator == entry.total and len(present) == len(entry.parts):
            yield _sum(whole, present, entry, [signed(row) for row in (whole, *present)])


def _sum(
    whole: Observation,
    parts: Sequence[Observation],
    entry: IndicatorSum,
    values: Sequence[Quantity],
) -> Check:
    words = f"{whole.subject} = {' + '.join(row.subject for row in parts)}"
    identity = Identity(
        "indicator_sum", words, whole, whole.base_unit, entry.parts[0], because("sum_of_parts")
    )
    left, right = values[0], total(values[1:])
    missing = len(parts) < len(entry.parts)
    short = right.value + right.error + left.error < left.value
    if missing or (entry.open and short):
        return not_checkable(identity, _OPEN, left)
    return compare(identity, left, right)


def _bounds(found: Prose) -> Iterator[Check]:
    for entry in indicator_bounds():
        for (indicator, period), part in found.levels.items():
            whole = found.level(entry.whole, period)
            if indicator == entry.part and whole is not None and whole.base_unit == part.base_unit:
                words = f"{part.subject} 不超过 {whole.subject}"
                identity = Identity(
                    "indicator_part", words, part, part.base_unit, context=because("part_exceeds")
                )
                check = at_most(identity, quantity(part), quantity(whole))
                narrow = check.status == "fails" and whole.subject.startswith(_FOR)
                yield not_checkable(identity, _NARROW, quantity(part)) if narrow else check


def _parts(found: Prose) -> Iterator[Check]:
    """A sum of money or a count with at least two parts of its own in the same unit.

    What stands in the block of the whole and what is listed in blocks of its own are two ways of dividing it.
    """
    summed = {(entry.total, part) for entry in indicator_sums() for part in entry.parts}
    lists: dict[tuple[str, bool], list[Observation]] = {}
    for row in found.rows:
        if not is_level(row) or not whole_words(row) or _OTHER.match(own_words(row)):
            continue
        whole = found.nearest(whole_words(row), row)
        if whole is not None and _is_outcome_of(whole, own_words(row)):
            continue
        if whole is not None and (whole.indicator_id, row.indicator_id) not in summed and _alike(row, whole):
            lists.setdefault((whole.observation_id, row.block_id == whole.block_id), []).append(row)
    for (whole_id, beside), parts in lists.items():
        whole = found.rows[found.places[whole_id]]
        for each, listed in _opened(found, whole, parts) if beside else [(whole, parts)]:
            if len(listed) > 1:
                between = _between(found, each, listed[-1]) if beside else ""
                below = _enough(found, each, listed) if beside and "；" not in between else listed
                deeds = any(_DEED.match(own_words(row)) for row in below)
                aside = beside and deeds and not _PARTS.search(between)
                doubt = _ASIDE if aside else _BESIDE if _OF_ONE.search(between) else ""
                yield _whole(found, each, below, "" if beside else "list", doubt)


def _is_outcome_of(whole: Observation, words: str) -> bool:
    """Does one of two amounts only tell what came of the other, or what was set for a part of it?"""
    budgeted = SPENT.fullmatch(own_words(whole)) and _BUDGETED.search(words)
    return bool(budgeted or (_USED.fullmatch(words) and _TWO_SIDES not in whole.subject))


def _opened(
    found: Prose, whole: Observation, parts: Sequence[Observation]
) -> Iterator[tuple[Observation, list[Observation]]]:
    """The parts of one block: behind 具体为 stand those of the part before it, not of the whole."""
    text = found.shown(whole)
    place = text.find(whole.printed) + len(whole.printed)
    below: list[Observation] = []
    for row in parts:
        at = text.find(row.printed, place)
        between = text[place:at]
        if below and any(word in _behind_names(between) for word in openers()):
            yield whole, below
            whole, below = whole if _AGAIN.search(between) else below[-1], []
        below.append(row)
        place = at + len(row.printed) if at >= 0 else place
    yield whole, below


def _behind_names(between: str) -> str:
    """What stands between two figures, behind a list of names that have none: 主要包括：办公费、水费；公用经费 opens nothing."""
    rest = _NAMES_END.split(between)[-1]
    names, _, last = rest.replace(",", "，").rpartition("，")
    return last if names.count("、") >= _ENUMERATED else rest


def _alike(row: Observation, whole: Observation) -> bool:
    """Are both counted in the same for the same time? Money and things, no means or sums over years; of targets exact money."""
    mean = any(word in whole.subject for word in prose_words().averages)
    unit = units().get(whole.base_unit)
    added = unit is None or (unit.kind not in _NEVER_ADDED and unit.base != _AGE)
    granted = unit is not None and unit.kind == "money" and (whole.operator, row.operator) == ("=", "=")
    told = whole.kind in ("amount", "actual") or (whole.kind == "target" and granted)
    flow = is_flow_of_balance(whole.subject, own_words(row))
    if mean or not added or not told or flow or not is_absolute(whole):
        return False
    return (row.base_unit, row.kind, row.period) == (whole.base_unit, whole.kind, whole.period)


def _between(found: Prose, whole: Observation, last: Observation) -> str:
    """What is printed from a whole to its last part in the same block."""
    text = found.shown(whole)
    start = max(text.find(whole.printed), 0)
    return text[start : max(text.find(last.printed, start + len(whole.printed)), start)]


def _whole(found: Prose, whole: Observation, parts: Sequence[Observation], part: str, doubt: str) -> Check:
    listed = " + ".join(row.printed for row in parts) if len(parts) <= _LISTED else ""
    words = f"{whole.subject} = 其中 {len(parts)} 项之和" + (f": {listed}" if listed else "")
    identity = Identity("stated_parts", words, whole, whole.base_unit, part, because("sum_among"))
    left = quantity(whole, found.decimals(whole))
    pointed = {row.unit for row in (whole, *parts) if "." in row.printed}
    below = [
        Quantity(Decimal(0), ids=(row.observation_id,))
        if row.printed == "0" and row.unit in pointed  # 0 万元 beside 18.96 万元 is nothing, and not rounded
        else quantity(row, found.decimals(row))
        for row in parts
    ]
    right = total(below)
    closed = is_closed([own_words(row) for row in parts], own_words(whole))
    why = "" if closed else _doubt(whole, parts, left, below, doubt)
    return not_checkable(identity, why, left) if why else compare(identity, left, right)


def _enough(found: Prose, whole: Observation, parts: Sequence[Observation]) -> Sequence[Observation]:
    """The parts up to where two or more make up the whole: 其中甲 3 人、乙 5 人，评估丙 12 人 tells of something else then.

    What is enumerated with them (甲 3 人、乙 5 人、丙 1 人) is one more of them, and they do not fit.
    """
    left = quantity(whole, found.decimals(whole)).value
    values = [quantity(row, found.decimals(row)).value for row in parts]
    full = max((count for count, value in enumerate(accumulate(values), 1) if value == left != 0), default=1)
    listed = full < len(parts) and _ENUMERATES.match(_behind(found, parts[full - 1]))
    return parts[:full] if full > 1 and not listed else parts


def _behind(found: Prose, row: Observation) -> str:
    """What stands right behind a figure."""
    text = found.shown(row)
    return text[text.find(row.printed) + len(row.printed) :][:_NEAR] if row.printed in text else ""


def _doubt(
    whole: Observation, parts: Sequence[Observation], left: Quantity, below: Sequence[Quantity], doubt: str
) -> str:
    """Why parts need not make up their whole; "" where they should."""
    right = total(below)
    if right.value + right.error + left.error < left.value:
        return "" if _are_all(whole, parts) else _OPEN
    excess = right.value - right.error - left.error > left.value
    apart = any(_is_group(row, whole) for row in parts) or _divides_twice(parts) or _are_faults(whole, parts)
    twice = excess and apart
    if twice or overlap(left, below) or _holds_another(left, below):
        return _OVERLAP
    if any(_is_larger(row, left, right) for row in below):
        return _LARGER
    return (doubt or _BESIDE) if excess and (doubt or _is_full(left, below[:-1])) else ""


def _are_all(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Does the whole say of how many kinds it is, and are there as many parts, each named after them?

    三项补贴 90 万元，其中培训补贴 40 万元、社保补贴 30 万元、岗位补贴 20 万元; 三项保险基金收入 has more than 征缴收入, 财政补助 and 利息.
    """
    match = _KINDS.search(own_words(whole))
    if match is None or (_NUMERALS.get(match["count"]) or int(match["count"])) != len(parts):
        return False
    kind = match["kind"]
    pairs = [kind[at : at + 2] for at in range(len(kind) - 1)]
    return all(any(pair in own_words(row) for pair in pairs) for row in parts)


def _holds_another(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Are the parts far more than the whole and, without one large one, nearly all of it: 内资企业, and 私营企业 which are such?"""
    everything = total(parts).value
    if len(parts) <= _PAIR or everything - whole.value < whole.value * _LEAST:
        return False
    rests = (everything - part.value for part in parts if part.value >= whole.value * _LEAST)
    return any(whole.value * _MOST <= rest <= whole.value for rest in rests)


def _is_full(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Do the first parts make up the whole already? Then what is listed behind them stands beside it."""
    sums = (total(parts[:count]) for count in range(1, len(parts) + 1))
    return any(one.value == whole.value != 0 for one in sums)


def _is_larger(part: Quantity, whole: Quantity, parts: Quantity) -> bool:
    """Is a part larger than the whole, and no slip of it alone the reason? Then it is a part of something else."""
    if part.value - part.error <= whole.value + whole.error:
        return False
    rest = whole.value - (parts.value - part.value)
    return not (
        slip_of(part.value, rest, whole.error + parts.error) or slip_of(whole.value, parts.value, parts.error)
    )


def _divides_twice(parts: Sequence[Observation]) -> bool:
    """Are parts told apart in two ways: 小微企业 by their size, 劳动密集型企业 by what they do?"""
    named = [own_words(row) for row in parts]
    return sum(any(word in name for word in way for name in named) for way in ways_of_firms()) > 1


@cache
def _fault() -> re.Pattern[str]:
    """What is found wrong: 未签合同, 拖欠工资; 有隐患."""
    words = fault_words()
    return re.compile(f"^(?:{'|'.join(words.leads)})|{'|'.join(words.words)}")


@cache
def _group() -> re.Pattern[str]:
    """What persons are or have, the longer word first: 女性, 获得证书."""
    words = group_words()
    leads, within = (re.longest_of(each) for each in (words.leads, words.words))
    return re.compile(f"^(?:{leads})|{within}")


def _are_faults(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Are those counted who have some fault, of which one may have several: 欠薪 30 户、未签合同 25 户 of 45?"""
    borne = whole.base_unit in fault_words().bearers
    return borne and any(_fault().search(own_words(row)) for row in (whole, *parts))


def _is_group(part: Observation, whole: Observation) -> bool:
    """Is a part told apart by what the persons are, where the whole is not: 职工, of them women and members?"""
    match = _group().search(own_words(part))
    return match is not None and match.group() not in own_words(whole)


def _together(found: Prose) -> Iterator[Check]:
    """两项合计: the figures before it in the same block, in the same unit."""
    for position, row in enumerate(found.rows):
        match = _TOGETHER.match(own_words(row))
        if match is None or not is_level(row):
            continue
        count = _NUMERALS.get(match[1]) or int(match[1])
        before = [
            other
            for other in found.rows[:position]
            if other.block_id == row.block_id and is_level(other) and other.base_unit == row.base_unit
        ]
        words = f"{row.subject} = 前面 {count} 项之和"
        identity = Identity("stated_parts", words, row, row.base_unit, "before", because("sum"))
        if len(before) < count:
            yield not_checkable(identity, because("too_few_parts"), quantity(row))
        else:
            yield compare(identity, quantity(row), total(map(quantity, before[-count:])))
