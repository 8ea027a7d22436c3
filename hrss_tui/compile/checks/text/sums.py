"""Balances, and lists whose items must add up to the total before or behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, compare, not_checkable, overlap, total
from hrss_tui.compile.checks.text.balances import balances
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.rolled import rolled
from hrss_tui.compile.prose.accounts import is_account
from hrss_tui.records import Check
from hrss_tui.reference.checks import carried
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.reference.parts import complements
from hrss_tui.reference.things import things
from hrss_tui.words.check_reasons import because

_THINGS = things()
_OPENS = re.compile(
    r"^\s*[，。;(]?\s*(?:其中|分别为|分别是|具体(?:为|是|包括|分[配解](?:为|如下)?|安排|构成|如下)|(?:分[配解])?明细(?:为|如下)?"
    r"|分配(?:为|如下)|主要包括|包括|涵盖|由以下部分组成)?\s*[:：]?"
)
_WHOLE = re.compile(rf"(?:{re.any_of(_THINGS.money.whole)})(?:为|是|达到?)?$")
_ALL_OF_IT = ("总收入", "总支出")
"""总收入，其中征缴收入…、财政补贴… names the largest parts and leaves out interest and transfers."""
_AREA = re.compile(
    r"(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算(?:收入|支出)(?:总计|合计|总额)(?:为|是|达到?)?$"
)
"""国有资本经营预算支出总计, 其中…: what an area passes on to others below or above it is named or not."""
_MORE = re.compile(r"等[，。;)]|等\d*[项类个]|等$")
_OF_YEAR = re.compile(r"^(?:\d{4}年度?)?(?:本|我|全)?(?:部门|单位|年度?)?")
"""Before the first of two parts, when and of whom both are: 2031年基本支出 6 万元，项目支出 3 万元."""
_COUNT = re.compile(r"共([一二三四五六七八九十\d]{1,3})项")
_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}
_AMONG = "其中"
_MOST_OF_IT = Decimal("0.9")
"""其中 need not name everything: what leaves out more than a tenth of the whole was never meant to be all of it."""
_ASIDE = because("beside_it")
_TOTALS = because("sum_listed")
_BOTH = re.compile(
    rf"收支(?:预算|决算)?(?:{re.any_of(_THINGS.money.both)}|(?<=支)预算|(?<=支)决算)(?:数|均)?(?:为|是)?$"
)
_SIDES = re.compile(
    r"\s*+[，。;]\s*+(?:其中[:，]?+\s*+)?收入(?:预算|总计)?(?:按[^，。;:]{0,16}?)?(?:主要)?(?:包括|分为|具体为|为|是)?+\s*+[:：]?"
)
_TURN = re.compile(
    r"[，。;]\s*+支出(?:预算|总计)?(?:按[^，。;:]{0,16}?)?(?:主要)?(?:包括|分为|具体为)\s*+[:：]?"
)
_GRAND = re.compile(r"(?:收入|支出)总计(?:为|是)?$")
"""What a year brought, and what was left of the years before, make up the grand total of a side."""
_AT_LAST = re.compile(r"^[，;]\s*(?:合计|共计|总计)(?:为)?$")
_OF_ALL = re.compile(
    r"^[，;]\s*(?P<of>[\u3400-\u9fff]{0,12}?(?:支出|收入|经费))(?:预算|决算)?(?:合计|共计|总计|总额)(?:数)?(?:为|是|达到?)?$"
)
"""A total that names of what it is all: 基本支出 6 万元，项目支出 3 万元，支出预算合计 9 万元."""


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every balance and every list of the text."""
    for passage in passages:
        yield from balances(passage)
        yield from rolled(passage)
        for whole in passage.figures:
            yield from _list(passage, whole)
            yield from _behind(passage, whole)
            yield from _two_sides(passage, whole)


def _two_sides(passage: Passage, whole: Figure) -> Iterator[Check]:
    """The total of both sides and what each is made of: 收支总预算 90 万元。收入包括：甲 90 万元；支出包括：乙 60 万元、丙 30 万元."""
    opened = _SIDES.match(passage.text, whole.end) if _BOTH.search(whole.before.strip()) else None
    if opened is None or not whole.value:
        return
    turn = _TURN.search(passage.text, opened.end())
    end = passage.text.find("。", turn.end()) if turn else -1
    if turn is None:
        return
    sides = ((opened.end(), turn.start()), (turn.end(), end if end >= 0 else len(passage.text)))
    for side, (start, stop) in zip(("收入", "支出"), sides, strict=True):
        items = [one for one in passage.figures if start <= one.start < stop and one.depth == whole.depth]
        items = [one for one in items if not one.is_rate]
        plain = all(
            one.base == whole.base and not one.is_change and _AMONG not in one.before for one in items
        )
        parts = total(map(passage.quantity, items))
        near = abs(parts.value - whole.value) <= whole.value * (1 - _MOST_OF_IT)
        if items and plain and near and not _MORE.search(passage.text[items[-1].end : stop + 1]):
            words = f"{_name(whole)} {whole.shown} = {side}所列 {len(items)} 项之和"
            at = passage.block(whole.start)
            identity = Identity("stated_parts", words, at, whole.base, f"{whole.start}/{side}", _TOTALS)
            yield compare(identity, passage.quantity(whole), parts)


def _list(passage: Passage, whole: Figure) -> Iterator[Check]:
    """The items behind a total: where the text says that they are all of it, or where they are."""
    opened = _opening(passage, whole)
    if opened is None or whole.is_rate or whole.value == 0 or whole.is_change:
        return
    items = _items(passage, whole, opened)
    if len(items) < 2 or any(item.value > whole.value for item in items):
        return
    items = _enough(passage, whole, _with_rest(passage, whole, items))
    quantities = [passage.quantity(item) for item in items]
    parts = total(quantities)
    pair = _complement(whole, items)
    few = parts.value < whole.value * _MOST_OF_IT and not pair
    if _AMONG in opened and (few or overlap(passage.quantity(whole), quantities)):
        return
    end = _end(passage, whole, items)
    rest = passage.text[items[-1].end : end]
    stated = passage.quantity(whole)
    fits = abs(stated.value - parts.value) <= stated.error + parts.error
    most = parts.value >= whole.value * _MOST_OF_IT
    if not fits and not (
        (pair or _is_whole(passage, whole, opened, most))
        and not _MORE.search(rest)
        and _counted(rest, len(items))
    ):
        return
    words = f"{_name(whole)} {whole.shown} = 所列 {len(items)} 项之和"
    identity = Identity(
        "stated_parts",
        words,
        passage.block(whole.start),
        whole.base,
        str(whole.start),
        _TOTALS,
    )
    if not fits and _is_full(whole, items):
        yield not_checkable(identity, _ASIDE, stated)
    else:
        yield compare(identity, stated, parts)


def _enough(passage: Passage, whole: Figure, items: list[Figure]) -> list[Figure]:
    """The items up to where two or more make up the whole; behind them stands what is enumerated with them, or another thing."""
    if ";" in passage.text[whole.end : items[-1].start]:
        return items
    sums = enumerate(accumulate(item.value for item in items), 1)
    full = max((count for count, value in sums if value == whole.value), default=1)
    listed = full < len(items) and passage.are_listed(items[full - 1], items[full])
    return items[:full] if full > 1 and not listed else items


def _is_full(whole: Figure, items: Sequence[Figure]) -> bool:
    """Do the first items make up the whole already? 实有 43 人，其中：在职 43 人；退休 28 人: the others stand beside it."""
    return any(each == whole.value for each in accumulate(item.value for item in items[:-1]))


def _behind(passage: Passage, whole: Figure) -> Iterator[Check]:
    """A total behind its items: 甲 120 万元，乙 80 万元，合计 200 万元."""
    named = _OF_ALL.search(whole.before)
    if not (named or _AT_LAST.search(whole.before)):
        return
    before = [one for one in passage.sentence(whole.sentence) if one.start < whole.start and not one.is_rate]
    if named:
        before = _pair_of(whole, before[-2:], named["of"])
    plain = all(one.base == whole.base and not one.is_change and _AMONG not in one.before for one in before)
    if len(before) < 2 or not plain or any(one.depth != whole.depth for one in before):
        return
    parts = total(map(passage.quantity, before))
    words = f"合计 {whole.shown} = 前面 {len(before)} 项之和"
    at = passage.block(whole.start)
    identity = Identity("stated_parts", words, at, whole.base, str(whole.start), _TOTALS)
    check = compare(identity, passage.quantity(whole), parts)
    if check.status != "fails" or not any(one.value > whole.value for one in before):
        yield check


def _pair_of(whole: Figure, items: list[Figure], of: str) -> list[Figure]:
    """The two parts that leave nothing of a named whole out and are told next to each other before it; else none."""
    ends = of[-_ACCOUNT:]
    both = _complement(whole, items) and all(ends in own_words(one) for one in items)
    return items if both else []


def _opening(passage: Passage, whole: Figure) -> str | None:
    """What stands between a total and its first item, where that opens a list: a colon, 其中, 分别为."""
    rest = passage.text[whole.end : whole.end + _HEAD]
    match = _OPENS.match(rest)
    said = match.group() if match else ""
    return said if any(mark in said for mark in (":", _AMONG, "分别", "具体", "包括")) else None


_HEAD = 12


def _items(passage: Passage, whole: Figure, opened: str) -> list[Figure]:
    """The figures of the list: of the unit of the total, outside brackets of their own, none a part of another."""
    sentences = (whole.sentence, whole.sentence + 1) if "。" in opened else (whole.sentence,)
    stop = _stop(passage, whole, "。" in opened)
    found: list[Figure] = []
    for one in passage.figures:
        if (
            one.start <= whole.start
            or one.start >= stop
            or (one.sentence not in sentences and ";" not in passage.text[whole.end : one.start])
        ):
            continue
        if one.depth > whole.depth + ("(" in opened):
            continue
        if found and (_AMONG in one.before or ":" in one.before):
            return []
        rest = _is_of_grand_total(whole, one)
        if found and (_parted(passage, whole, found, one) or (is_account(own_words(one)) and not rest)):
            break
        if one.is_rate or ((one.is_change or _was(one)) and not rest):
            continue
        if one.base != whole.base:
            return found if _complement(whole, found) else []
        found.append(one)
    return found


def _was(one: Figure) -> bool:
    """Is a figure what there was before, told beside what there is: 女 30 人次，上年 10 人次?"""
    return bool(_before().match(own_words(one)))


@cache
def _before() -> re.Pattern[str]:
    years = re.any_of((*narrative_words().changes.bases, "前年"))
    return re.compile(rf"(?:而|当)?(?:{years})(?:度|同期|全年)?(?:为|是|仅|只有)?$")


def _is_of_grand_total(whole: Figure, one: Figure) -> bool:
    """Is a figure one of what a grand total has besides the year's own: 年初结转和结余 of 收入总计?"""
    return bool(_GRAND.search(whole.before.strip())) and own_words(one).startswith(carried())


def _with_rest(passage: Passage, whole: Figure, items: list[Figure]) -> list[Figure]:
    """The items, with what follows a semicolon where only that makes up the whole: 甲 6 元，乙 3 元；丙 1 元."""
    stated = passage.quantity(whole)
    stop = passage.text.find("。", items[-1].end)
    rest = [
        one
        for one in passage.figures
        if items[-1].end < one.start < (stop if stop >= 0 else len(passage.text))
        and one.base == whole.base
        and one.depth == items[-1].depth
        and not one.is_rate
        and (_is_of_grand_total(whole, one) or not (one.is_change or _was(one)))
        and ";" in passage.text[items[-1].end : one.start]
    ]
    every = [*items, *rest]
    parts = total(map(passage.quantity, every))
    return every if rest and abs(stated.value - parts.value) <= stated.error + parts.error else items


def _parted(passage: Passage, whole: Figure, found: Sequence[Figure], one: Figure) -> bool:
    """Does a semicolon end the list: one whose items are parted by commas?"""
    if ";" not in passage.text[found[-1].end : one.start]:
        return False
    return len(found) > 1 and ";" not in passage.text[found[0].end : found[-1].start]


def own_words(one: Figure) -> str:
    """The words of a figure behind the last mark before it."""
    return re.split(r"[，。;:、]", one.before.strip(" ，。;:、"))[-1].strip()


def _stop(passage: Passage, whole: Figure, later: bool) -> int:
    """Where the list ends: at the full stop, or the next one where the list is a sentence of its own."""
    stops = [match.start() for match in re.finditer("。", passage.text) if match.start() >= whole.end]
    if later:
        stops = stops[1:]
    return stops[0] if stops else len(passage.text)


def _end(passage: Passage, whole: Figure, items: Sequence[Figure]) -> int:
    stop = passage.text.find("。", items[-1].end)
    return stop + 1 if stop >= 0 else len(passage.text)


def _is_whole(passage: Passage, whole: Figure, opened: str, most: bool) -> bool:
    """Does the text say that the items are all there is? 包括 does where they make up `most` of the total."""
    said = _WHOLE.search(whole.before.strip())
    partly = said and (said.group().startswith(_ALL_OF_IT) or _AREA.search(whole.before.strip()))
    if said and not (_AMONG in opened and partly):
        return True
    return _AMONG not in opened and ("包括" not in opened or most)


def _complement(whole: Figure, items: Sequence[Figure]) -> bool:
    """Are there two items, the words of which differ in nothing but a pair that leaves nothing out?

    Two of an account are of what the whole is: 财政拨款基本支出 and 财政拨款项目支出 are not all of 支出预算.
    """
    if len(items) != 2:
        return False
    one, other = (_OF_YEAR.sub("", own_words(item).removeprefix(_AMONG)) for item in items)
    return any(
        first in one
        and second in other
        and one.replace(first, second, 1) == other
        and _is_of(whole, one.replace(first, "", 1))
        for pair in complements()
        for first, second in (pair, pair[::-1])
    )


def _is_of(whole: Figure, shared: str) -> bool:
    """Is the whole of what two parts share, where that is an account?"""
    return not is_account(shared[-_ACCOUNT:]) or shared in whole.before


_ACCOUNT = 2
"""Characters of 收入 and 支出."""


def _counted(rest: str, items: int) -> bool:
    """Is the number of items, where the text states it, the number of those found?"""
    match = _COUNT.search(rest)
    if match is None:
        return True
    said = int(match[1]) if match[1].isdigit() else _DIGITS.get(match[1], 0)
    return said == items


def _name(one: Figure) -> str:
    words = re.split(r"[，。;:]", one.before.strip(" ，。;:的"))[-1].strip()
    return words[-20:] or "总数"
