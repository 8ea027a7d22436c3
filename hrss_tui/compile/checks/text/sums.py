"""Balances that a sentence states (收入 − 支出 = 结余) and lists whose items must add up to the total before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, compare, not_checkable, overlap, total
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.rolled import rolled
from hrss_tui.compile.prose.accounts import is_account
from hrss_tui.records import Check
from hrss_tui.reference.checks import carried
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.reference.parts import complements
from hrss_tui.reference.statements import statement_words
from hrss_tui.words.check_reasons import because

_WORDS = statement_words()
_INCOME = re.compile(r"收入(?:合计|总计|总额)?(?:为|达到?)?$")
_SPENDING = re.compile(r"支出(?:合计|总计|总额)?(?:为|达到?)?$")
_BALANCE = re.compile(r"(?:收支|本年|当年|当期|本期)(?:收支)?(?:结余|盈余)(?:为|额为?)?$")
_WANTING = re.compile(r"(?:收支|本年|当年|当期|本期)(?:收支)?(?:缺口|赤字|亏空|差额缺口)(?:为|额为?|达)?$")
_ADJUSTED = re.compile(re.any_of(_WORDS.balances.adjusted))
"""Before a balance that is not of all income and all spending: 剔除财政补贴，当期缺口."""
_COVERS = re.compile(re.any_of(_WORDS.balances.covered))
_GENERAL = re.compile(re.any_of(_WORDS.balances.general))
"""What a general budget wants is what transfers leave open, and not income less spending."""
_OPENS = re.compile(
    r"^\s*[，。;(]?\s*(?:其中|分别为|分别是|具体(?:为|是|包括|分[配解](?:为|如下)?|安排|构成|如下)|(?:分[配解])?明细(?:为|如下)?"
    r"|分配(?:为|如下)|主要包括|包括|涵盖|由以下部分组成)?\s*[:：]?"
)
_WHOLE = re.compile(r"(?:合计|总计|共计|总额|总收入|总支出|总数)(?:为|是|达到?)?$")
_ALL_OF_IT = ("总收入", "总支出")
"""总收入，其中征缴收入…、财政补贴… names the largest parts and leaves out interest and transfers."""
_MORE = re.compile(r"等[，。;)]|等\d*[项类个]|等$")
_COUNT = re.compile(r"共([一二三四五六七八九十\d]{1,3})项")
_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}
_AMONG = "其中"
_MOST_OF_IT = Decimal("0.9")
"""其中 need not name everything: what leaves out more than a tenth of the whole was never meant to be all of it."""
_ASIDE = because("beside_it")
_TOTALS = because("sum_listed")
_BOTH = re.compile(
    r"收支(?:预算|决算)?(?:总预算|总决算|总计|总额|总数|(?<=支)预算|(?<=支)决算)(?:数|均)?(?:为|是)?$"
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


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every balance and every list of the text."""
    for passage in passages:
        yield from _balances(passage)
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
            words = f"{_name(whole)} {_shown(whole)} = {side}所列 {len(items)} 项之和"
            at = passage.block(whole.start)
            identity = Identity("stated_parts", words, at, whole.base, f"{whole.start}/{side}", _TOTALS)
            yield compare(identity, passage.quantity(whole), parts)


def _balances(passage: Passage) -> Iterator[Check]:
    for stated in passage.figures:
        wanting = bool(_WANTING.search(stated.before.strip()))
        if not (wanting or _BALANCE.search(stated.before.strip())) or _ADJUSTED.search(stated.before):
            continue
        income, spending = _sides(passage, stated, passage.sentence(stated.sentence))
        near = passage.sentence(stated.sentence)
        if not (income or spending):
            near = _up_to_full_stop(passage, stated)
            income, spending = _sides(passage, stated, near)
        if len(income) == 1 and len(spending) == 1 and not _is_covered(stated, income[0], near, wanting):
            words = f"收入 {_shown(income[0])} − 支出 {_shown(spending[0])} = 结余 {'−' if wanting else ''}{_shown(stated)}"
            at = passage.block(stated.start)
            identity = Identity(
                "stated_balance", words, at, stated.base, str(stated.start), because("balance")
            )
            more, less = (spending, income) if wanting else (income, spending)
            difference = passage.quantity(more[0]) - passage.quantity(less[0])
            yield compare(identity, passage.quantity(stated), difference)


def _is_covered(stated: Figure, income: Figure, figures: Sequence[Figure], wanting: bool) -> bool:
    """May other money stand between income and spending and what is wanting: that of a general budget, or what is told of transfers?"""
    others = (
        one
        for one in figures
        if income.start < one.start < stated.start
        and not (one.is_rate or one.is_change)
        and one.base == stated.base
    )
    beside = any(_COVERS.search(one.before) for one in others)
    return beside or (wanting and bool(_GENERAL.search(income.before)))


def _sides(passage: Passage, stated: Figure, figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Income and spending among the figures before a balance, counted as it is and exactly."""
    before = [
        one
        for one in figures
        if one.start < stated.start
        and one.base == stated.base
        and not one.is_change
        and not passage.is_bound(one)
    ]
    return (
        [one for one in before if _INCOME.search(one.before.strip())],
        [one for one in before if _SPENDING.search(one.before.strip())],
    )


def _up_to_full_stop(passage: Passage, stated: Figure) -> list[Figure]:
    """The figures between the last full stop and a balance: 收入 9 亿元，增长 3%；支出 8 亿元，增长 2%；当期结余 1 亿元."""
    start = passage.text.rfind("。", 0, stated.start)
    near = [passage.sentence(stated.sentence - back) for back in range(_PARTS, -1, -1)]
    return [one for group in near for one in group if one.start > start]


_PARTS = 3
"""Parts between semicolons that a balance may stand behind."""


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
    words = f"{_name(whole)} {_shown(whole)} = 所列 {len(items)} 项之和"
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
    if not _AT_LAST.search(whole.before):
        return
    before = [one for one in passage.sentence(whole.sentence) if one.start < whole.start and not one.is_rate]
    plain = all(one.base == whole.base and not one.is_change and _AMONG not in one.before for one in before)
    if len(before) < 2 or not plain or any(one.depth != whole.depth for one in before):
        return
    parts = total(map(passage.quantity, before))
    words = f"合计 {_shown(whole)} = 前面 {len(before)} 项之和"
    at = passage.block(whole.start)
    identity = Identity("stated_parts", words, at, whole.base, str(whole.start), _TOTALS)
    check = compare(identity, passage.quantity(whole), parts)
    if check.status != "fails" or not any(one.value > whole.value for one in before):
        yield check


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
    years = "|".join((*narrative_words().changes.bases, "前年"))
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
    if said and not (_AMONG in opened and said.group().startswith(_ALL_OF_IT)):
        return True
    return _AMONG not in opened and ("包括" not in opened or most)


def _complement(whole: Figure, items: Sequence[Figure]) -> bool:
    """Are there two items, the words of which differ in nothing but a pair that leaves nothing out?

    Two of an account are of what the whole is: 财政拨款基本支出 and 财政拨款项目支出 are not all of 支出预算.
    """
    if len(items) != 2:
        return False
    one, other = (own_words(item).removeprefix(_AMONG) for item in items)
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


def _shown(one: Figure) -> str:
    return f"{one.printed}{one.unit}"


def _name(one: Figure) -> str:
    words = re.split(r"[，。;:]", one.before.strip(" ，。;:的"))[-1].strip()
    return words[-20:] or "总数"
