"""Percentages and averages of prose: growth with the base it implies, shares, means per year."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.cells import item_cell, section_total
from hrss_tui.compile.checks.basics.identity import (
    REAL,
    ZERO,
    Identity,
    Quantity,
    at_least,
    at_most,
    compare,
    not_checkable,
    percentage,
    quotient,
    total,
)
from hrss_tui.compile.checks.basics.papers import figure
from hrss_tui.compile.checks.basics.slips import slip_of
from hrss_tui.compile.checks.prose.sentences import (
    PERCENT,
    Prose,
    is_absolute,
    is_level,
    own_words,
    quantity,
    signed,
    whole_words,
    years,
)
from hrss_tui.compile.prose.numerals import small
from hrss_tui.records import Check, Document, Observation
from hrss_tui.reference import three_public_item
from hrss_tui.reference.checks import averages, indicator_sums
from hrss_tui.reference.growth import real_growth, rounding_notes
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.words.check_reasons import because

_THINGS = things()
_TURNS = turns()
_WORDS = statement_words()
_QUANTITY_ENDING = re.compile(rf"(?:的)?(?:{re.any_of(_THINGS.money.quantities)})$")
_MEAN = "年均"
_YEARS_TOLD = re.compile(rf"(?<![\d第])(\d|[两二三四五六七八九十])年(?:{re.any_of(_TURNS.time.lasting)})")
_NOTED = Decimal("0.1")
FULL = Quantity(Decimal(100))
_BESIDE = 12
"""Figures before a rate among which its value and its change stand."""
_ALIKE = 1_000
"""Figures of one name that are looked at for one share; no document has as many."""
UNTOLD = because("no_level_and_change")
TWICE = because("two_rates")
UNSURE = because("two_wholes")

_BUDGETED = re.compile(r"(?:年初|全年)?(?:预算|决算)(?:数|总额)?$")
"""占项目支出预算的 90%, where 项目支出 47 万元 stands before it."""
_NAMES = len("项目支出")
_COMPARED = re.compile(r"[比较与]|[同环]比|[增减降涨跌]|上升|下降|提高")
"""What a rate goes on with behind the name of its level, where no indicator tells that both are one."""
_TOGETHER = re.compile(r".{2,}?(?:[和与及、]|以及)")
"""补助和贷款 are more than 贷款总额."""
_BARE = re.compile(rf"(?:本年|全年|年度|总)?(?:收入|支出)(?:{re.any_of(_THINGS.money.bare)})?(?:数)?")
"""A side of all accounts."""
_BOUNDS = (">=", ">", "<=", "<")
_SIDE = len("支出")


def checks(found: Prose) -> Iterator[Check]:
    """Growth rates, shares and means of a document."""
    yield from _growth(found)
    yield from _shares(found)
    yield from _means(found)


def _counted_in(row: Observation) -> str:
    """The unit of a figure without what it is per: 元 of 元/月."""
    return row.base_unit.partition("/")[0]


def _growth(found: Prose) -> Iterator[Check]:
    """A growth rate is the change divided by the level before it."""
    slack = _NOTED if _is_noted(found) else ZERO
    added_up = {entry.total for entry in indicator_sums()}
    rates = Counter(_rate(row) for row in found.rows if row.change and row.base_unit == PERCENT)
    undated = Counter(row.indicator_id for row in found.rows if row.period is None and is_level(row))
    for row in found.rows:
        if row.change is None or row.base_unit != PERCENT:
            continue
        words = f"{row.subject} {row.printed}% = 增减额 ÷ 上期数（本期数 − 增减额）"
        identity = Identity("growth_rate", words, row, PERCENT, context=because("rate_of_change"))
        level, change = _told_beside(found, row) or (
            _level_of(found, row),
            found.counterpart(row) if row.indicator_id else None,
        )
        if level is not None and change is not None and _counted_in(change) != _counted_in(level):
            change = None  # 五年内翻了两番 says how many times, and not how much
        if level is None or change is None:
            if level is None or row.indicator_id not in added_up:  # else the parts may tell the base
                yield not_checkable(identity, UNTOLD, quantity(row))
            continue
        base = quantity(level) - signed(change)
        check = percentage(identity, _stated(row), signed(change), base, slack)
        timeless = (
            level.period is None and undated[level.indicator_id] > 1
        )  # 由 1700 元上调至 1850 元: which is now?
        doubt = None
        if check.status == "fails":
            doubt = _doubt(found, row, level, change) or (TWICE if rates[_rate(row)] > 1 else None)
            doubt = doubt or (REAL if row.indicator_id in real_growth() else UNTOLD if timeless else None)
        yield not_checkable(identity, doubt, quantity(row)) if doubt else check


def _doubt(found: Prose, row: Observation, level: Observation, change: Observation) -> str | None:
    """Why a rate may not be that of a level and a change, though they share its indicator; None where it is."""
    named = row.subject.startswith(level.subject) or own_words(level) in row.subject
    return (
        UNTOLD if not named or _are_apart(found, level, change) else None
    )  # an indicator of many items: 支出预算


def _are_apart(found: Prose, level: Observation, change: Observation) -> bool:
    """Is one of the two told of a place, in a document that has none: of the nation, where the other need not be?"""
    placeless = all(document.place is None for document in found.papers.of(Document))
    return placeless and level.place != change.place


def _told_beside(found: Prose, row: Observation) -> tuple[Observation, Observation] | None:
    """The value and the change that are told right before a rate under its own name."""
    place = found.places[row.observation_id]
    before = found.rows[max(0, place - _BESIDE) : place][::-1]
    level = next((one for one in before if is_level(one) and _is_named_by(one, row)), None)
    if level is None or level.period != row.period or not is_absolute(level):
        return None
    changes = (one for one in before if one.change == row.change and one.against == row.against)
    change = next(
        (one for one in changes if is_absolute(one) and one.subject.startswith(level.subject)), None
    )
    same = change is not None and change.base_unit == level.base_unit and change.block_id == row.block_id
    return (level, change) if same and change is not None else None


def _is_named_by(level: Observation, row: Observation) -> bool:
    """Does the subject of a rate begin with that of a value, and go on with what it is compared with?"""
    if not row.subject.startswith(level.subject):
        return False
    rest = row.subject[len(level.subject) :]
    return bool(rest) if row.indicator_id else bool(row.against and _COMPARED.match(rest))


def _rate(row: Observation) -> tuple[str | None, ...]:
    """What two rates of one change share that stand in one block."""
    return row.block_id, row.indicator_id or row.subject, row.period, row.against, row.change


def _stated(row: Observation) -> Quantity:
    """A rate with its sign, rounded as printed: also that of a target, which is computed like any other."""
    found = figure(row.printed, row.unit, row.observation_id)
    return Quantity(-found.value, found.error, found.ids) if row.change == "decrease" else found


def _is_noted(found: Prose) -> bool:
    """Does a note say that rates were computed before rounding?"""
    blocks = found.papers.blocks.values()
    return any(word in block.text.replace(" ", "") for block in blocks for word in rounding_notes())


def _level_of(found: Prose, row: Observation) -> Observation | None:
    if row.indicator_id:
        return found.level(row.indicator_id, row.period)
    return None


def _shares(found: Prose) -> Iterator[Check]:
    groups: dict[tuple[str, tuple[str, ...]], list[tuple[Observation, Observation, Quantity]]] = {}
    for row in found.rows:
        if row.change is not None or row.against is None or row.base_unit != PERCENT:
            continue
        words = f"{row.subject} {row.printed}% = 部分 ÷ 总数"
        identity = Identity("share", words, row, PERCENT, context=because("share"))
        part = _part_of(found, row)
        wholes = _wholes_of(found, row, part)
        if part is None or not wholes:
            missing = "no_part" if part is None and not _tells_part(found, row) else "no_whole"
            yield not_checkable(identity, because(missing), quantity(row))
            continue
        whole, check = _share(identity, row, part, wholes)
        yield check
        if check.status == "not_checkable":
            continue
        groups.setdefault((found.section(row), whole.ids), []).append((row, part, whole))
    for (section, _), rows in groups.items():
        yield from _full(section, rows)


def _share(
    identity: Identity, row: Observation, part: Observation, wholes: Sequence[Quantity]
) -> tuple[Quantity, Check]:
    """A share of the first of the totals of its name that it holds for; where several have it and it holds for none, of none."""
    stated, value = _as_printed(row), _as_printed(part)
    for whole in wholes:
        check = percentage(identity, stated, value, whole)
        if check.status != "fails":
            return whole, check
    whole = wholes[0]
    if _is_other_whole(row, value, whole):
        return whole, not_checkable(identity, because("no_whole"), stated)
    if len(wholes) > 1:
        return whole, not_checkable(identity, UNSURE, stated)
    return whole, percentage(identity, stated, value, whole)


def _as_printed(row: Observation) -> Quantity:
    """A figure with what rounding of its print may have moved it: a share that is aimed at follows from its two sides, too."""
    return quantity(msgspec.structs.replace(row, kind="actual") if row.kind == "target" else row)


def _is_other_whole(row: Observation, part: Quantity, whole: Quantity) -> bool:
    """Is a part larger than what was taken for its whole, and not by a slip? Then the share is of something else."""
    if not whole.value or part.value <= whole.value or quantity(row).value > FULL.value:
        return False
    return not slip_of(quantity(row).value, part.value / whole.value * FULL.value, quantity(row).error)


def _tells_part(found: Prose, row: Observation) -> bool:
    """Is what was done told right before how much of something it is: 收入 158 亿元，为预算的 103%?"""
    place = found.places[row.observation_id]
    return any(
        is_level(one)
        and is_absolute(one)
        and one.block_id == row.block_id
        and len(one.subject) < len(row.subject)
        and row.subject.startswith(one.subject)
        for one in found.rows[max(0, place - _BESIDE) : place]
    )


def _part_of(found: Prose, row: Observation) -> Observation | None:
    """What the share is: the figure of the same subject, nearest before it."""
    part = found.nearest(row.subject.rpartition("占")[0], row)
    return part if part is not None and is_absolute(part) else None


def _wholes_of(found: Prose, row: Observation, part: Observation | None) -> list[Quantity]:
    """What the share may be of: the table of its section, or of the item it is said to be of (占“三公”经费的…%);
    else the first figure so named, and the nearest in its section.

    The part itself may end like the whole (高技能人才 and 技能人才) and is none.
    """
    words = _QUANTITY_ENDING.sub("", row.against or "")
    is_item = three_public_item(words) is not None
    cell = (
        item_cell(found.papers, words) if is_item else section_total(found.papers, found.section(row), words)
    )
    if cell is not None and not _is_all(cell.quantity, row, part):
        return [cell.quantity]

    def own(other: Observation) -> bool:
        behind = found.places[other.observation_id] > found.places[row.observation_id]
        return _may_be_whole(other, part, words) and not (behind and _is_sibling(other, part, words))

    wholes: list[Quantity] = []
    bare = _BUDGETED.sub("", words)
    # 农民工总量 itself before what only ends like 农民工
    for ends in dict.fromkeys((row.against or "", words, bare if len(bare) >= _NAMES else words)):
        named = found.named(ends, row.period)
        place = found.places[row.observation_id]
        before = bisect_left(named, place, key=lambda other: found.places[other.observation_id])
        near = next(filter(own, islice(reversed(named[max(before - _ALIKE, 0) : before]), _ALIKE)), None)
        first = next(filter(own, islice(named, _ALIKE)), None)
        if first is not None and ends in (row.against, words):
            wholes.append(_as_printed(first))
        if near is not None and found.section(near) == found.section(row):
            wholes.append(_as_printed(near))
    return [whole for at, whole in enumerate(wholes) if whole.value not in {one.value for one in wholes[:at]}]


def _may_be_whole(other: Observation, part: Observation | None, words: str) -> bool:
    """Can a figure be what a share of the part is of: counted alike, no mere bound, and neither the part nor of it?"""
    if other.operator in _BOUNDS or other is part or (part is not None and part.base_unit != other.base_unit):
        return False
    beside = part is not None and part.subject[-_SIDE:] == words[-_SIDE:]
    if beside and _BARE.fullmatch(words) and not _BARE.fullmatch(other.subject):
        return False  # the share of a class in 支出 is of all spending, and not of that of another class
    if other.subject.endswith(words) and _TOGETHER.fullmatch(own_words(other).removesuffix(words)):
        return False
    if words.endswith(_WORDS.aims.names) and (part is None or not other.subject.startswith(part.subject)):
        return False  # every item has a task of its own
    return not _is_named_so(other, part, words)


def _is_sibling(other: Observation, part: Observation | None, words: str) -> bool:
    """Are a part and another figure two kinds of the whole: 一年期贷款 and 三年期贷款 of 贷款总额?"""
    named = [own_words(one) for one in (part, other) if one is not None]
    return len(named) > 1 and all(one.endswith(words) and one != words for one in named)


def _is_named_so(other: Observation, part: Observation | None, words: str) -> bool:
    """Is another figure of the part itself, whose name ends like that of the whole (每万人中有高技能人才)?"""
    own = own_words(part) if part is not None else ""
    return own.endswith(words) and other.subject.endswith(own)


def _is_all(whole: Quantity, row: Observation, part: Observation | None) -> bool:
    """Is the part all of what its section is about, though its share is not? Then the share is of something larger."""
    if part is None or quantity(row).value == FULL.value:
        return False
    own = quantity(part)
    return abs(own.value - whole.value) <= own.error + whole.error


def _full(section: str, rows: list[tuple[Observation, Observation, Quantity]]) -> Iterator[Check]:
    """Shares whose parts make up the whole add up to 100 %."""
    parts = total(quantity(part) for _, part, _ in rows)
    whole = rows[0][2]
    if len(rows) < 2 or abs(parts.value - whole.value) > parts.error + whole.error:
        return
    words = f"{section.rpartition(' / ')[2].rstrip('：:')}：{len(rows)} 个占比之和 = 100%"
    identity = Identity("share_sum", words, rows[0][0], PERCENT, context=because("sum_of_shares"))
    yield compare(identity, FULL, total(quantity(share) for share, _, _ in rows))


def _means(found: Prose) -> Iterator[Check]:
    """年均 is the whole of a span of years divided by their number; 以上 and 以内 only bound it."""
    wholes = dict(averages())
    for row in found.rows:
        count = years(row.period)
        if not is_level(row) or count is None:
            continue
        whole: Observation | None = None
        if own_words(row).startswith(_MEAN) and whole_words(row):
            whole = found.nearest(whole_words(row), row)
        elif row.indicator_id in wholes:
            whole = found.level(wholes[row.indicator_id], row.period)
        if (
            whole is not None
            and whole.base_unit == row.base_unit
            and not _counts_otherwise(row, whole, count)
        ):
            yield _mean(row, whole, count)


def _counts_otherwise(row: Observation, whole: Observation, count: int) -> bool:
    """Do the words count the years of a span by the steps between them: 2032年至2036年的4年里?"""
    told = _YEARS_TOLD.search(row.subject) or _YEARS_TOLD.search(whole.subject)
    return told is not None and (int(told[1]) if told[1].isdigit() else small(told[1])) != count


def _mean(row: Observation, whole: Observation, count: int) -> Check:
    words = f"{row.subject} = {whole.subject} ÷ {count} 年"
    identity = Identity("average", words, row, row.base_unit, context=because("mean"))
    stated, summed = quantity(row), quantity(whole)
    mean = Quantity(summed.value / count, summed.error / count, summed.ids)
    if row.operator in (">=", ">"):
        return at_most(identity, stated, mean)
    if row.operator in ("<=", "<"):
        return at_least(identity, stated, mean)
    return quotient(identity, stated, summed, Quantity(Decimal(count)))
