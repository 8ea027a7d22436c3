"""Percentages against the figures beside them: 完成预算的, 完成任务的, 占…的, 比…增长; balances; items of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, at_own_prices, percentage
from hrss_tui.compile.checks.text import headed_lists
from hrss_tui.compile.checks.text import wholes as told_wholes
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.wholes import LONGEST, TRIMMED
from hrss_tui.records import Check
from hrss_tui.reference.statements import statement_words
from hrss_tui.sources.text import fold

_WORDS = statement_words()
_BUDGET = re.compile(
    r"(?:完成|占|为)(?:了)?(?:\w{0,4}年初|全年|调整后?|本年|当年|年度)?(?:部门|支出|收入)?预算(?:数|总额)?的?$|(?:预算)?(?:执行|完成)率(?:为|达到?|是)?$"
    r"|(?:支出|执行|支付)进度(?:为|达到?|是)?$"
)
_SET = re.compile(r"(?:安排|下达|到位)[^，。;:]{0,20}$")
"""What was set aside, where no word says 预算: 安排资金 2000 万元，支出 1500 万元，支出进度 75%.

It may be of any that stands before what was spent: 安排 2000 万元，其中中央 1500 万元，支出 1200 万元，支出进度 80%.
"""
_DONE_OF = re.compile(
    r"(?:完成|为|占)(?:了)?(?:年初|全年|调整后?|本年|当年|年度|部门|支出|收入){0,3}预算(?:安排)?(?:数|总额)?(?:为)?$"
)
"""完成年初预算 6000 万元的 98%."""
_IS_BUDGET = re.compile(r"预算(?:数|安排|总额|批复)?(?:为|是|合计)?$")
_EDITIONS = ("年初", "调整")
"""Of two budgets of one year, the one that a rate is of: 完成调整预算的 90%."""
_OWN_BUDGET = re.compile(r"(?:年初|全年|调整后?|变动|本年|当年|年度|代编|的){0,3}预算(?:安排|调整)?数?")
"""税收 900 万元，占预算的 103%: every item has a budget of its own, and that of all before it is not what is meant."""
_IS_DONE = re.compile(r"(?:决算|支出|收入|完成|执行|实际|使用)(?:数|额|总额|合计)?(?:为|是|了)?$")
_TASK = re.compile(r"(?:任务|目标|计划)(?:数|总数|总量)?(?:为|是)?$")
_TASK_BEHIND = re.compile(r"^的?(?:年度|全年)?(?:目标)?任务")
"""超额完成全年 6000 人目标任务: what the figure is stands behind it."""
_OF_TASK = re.compile(r"完成.{0,80}(?:任务|目标|计划)(?:数)?的?$|^的$|完成率(?:为|达到?)?$")
_SHARE = re.compile(r"占(?:比(?![重例])|(?P<whole>[^，。;:占]{0,24}?)的?(?:比重|比例)?)(?:达到?|约|为)?$")
_GROWN = re.compile(rf"(?:{re.any_of(_WORDS.rates.grown)})(?:率?[为是达]到?|了)?$")
_YEARLY = re.compile(r"年均|年平均|平均每年|年递增|年复合")
_EACH_OF = re.compile(r"(?:分别|依次)[^，。;:]{0,12}$")
"""分别提高 21% 和 34%: the rates of several, told at once."""
_FRAMING = re.compile(rf"(?:{re.any_of(_WORDS.rates.framing)}){{0,4}}")
_SHRUNK = re.compile(rf"(?:{re.any_of(_WORDS.rates.shrunk)})(?:[为是达]到?|了)?$")
_COMPARED = re.compile(r"(?:比|较|同)(?P<base>[^，。;:]{0,24}?)(?:的|为)?$")
_AGAINST = re.compile(
    r"(?:比|较)(?P<base>[^，。;:比较]{1,20}?)(?:增长|增加|上升|提高|减少|下降|降低)(?:了)?$"
)
_FROM, _TO = (
    re.compile(r"(?:由|从)[^，]{0,16}$"),
    re.compile(rf"(?:{re.any_of(_WORDS.rates.reaching)})(?:到|至|为)(?:20\d\d年(?:度|[底末])?的?)?$"),
)
_LAST_YEAR = re.compile(
    r"(?:比|较)(?:上年|去年|上一年|上年度|20\d\d年)|与(?:上年|去年|上一年度?|上年度|20\d\d年度?)(?:预算数?|决算数?|执行数)?相比"
)
_EACH = re.compile(r"(?:各|均|分别)?(?:增加|增长|减少|下降|减|增)了?(?:约|为)?$")
_LAST_ONE = re.compile(r"(?:上年|去年|上一年度?|上年度)(?:同期)?(?:数)?(?:为|是)?$")
_OF_FIGURE = re.compile(r"占[^，。;:]{0,20}$")
_OF_SEVERAL = re.compile(r"(?:分别|依次|各|合计|共计?|[两三四五]项|[两三四五]者|之和)[^，。;:]{0,4}占")
"""Before a whole of which one part alone is not said to be so much: 甲 60 万人、乙 22 万人，分别占 …, 合计占 …."""
_NET = re.compile(re.any_of(_WORDS.deeds.grown))
_NEW = re.compile(re.any_of(_WORDS.deeds.new_of))
_OF_YEARS = re.compile(r"累计|历年|以来|总[量数]|年(?:来|间)")
_OWN_TIME = re.compile(
    r"(?:[今本当]年|\d年(?:度)?|[上下]半年|季度|\d月(?:份|底|末)?)[^，;。]{0,6}(?:完成|占)"
)
_FAR = 2
_PASSED = (_GROWN, _SHRUNK, _OF_TASK)
"""What rates say that may stand between what was done and a task: its growth, how much of another task it is."""
_CLOSES = re.compile(r"\s*\)\s*的\s*")


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every percentage that the figures beside it give."""
    told = told_wholes.wholes_by_name(passages)
    heads = headed_lists.heads(passages)
    for passage in passages:
        head = heads.get(passage.at.block_id)
        for rate in (one for one in passage.figures if one.is_rate):
            stated, window = _opened(passage, rate, _window(passage, rate))
            for family in (_of_budget, _of_task, _growth):
                found = family(passage, stated, window)
                if found is not None:
                    yield found
                    break
            else:
                yield from _share(passage, stated, window, told, head)


def _window(passage: Passage, stated: Figure) -> list[Figure]:
    """The figures of the sentence between the percentage before and this one."""
    same = [one for one in passage.sentence(stated.sentence) if one.start < stated.start]
    last = next((place for place in range(len(same) - 1, -1, -1) if same[place].is_rate), -1)
    return same[last + 1 :]


def _opened(passage: Passage, stated: Figure, window: Sequence[Figure]) -> tuple[Figure, Sequence[Figure]]:
    """A rate and the figures before it, where the last is told in brackets as if these were not there: 完成任务（1.5 万人）的 55.5%."""
    last = window[-1] if window else None
    if last is None or not last.before.rstrip().endswith("("):
        return stated, window
    if not _CLOSES.fullmatch(passage.text[last.end : stated.start]):
        return stated, window
    own = msgspec.structs.replace(last, before=last.before.rstrip().rstrip("("))
    return msgspec.structs.replace(stated, before="的"), [*window[:-1], own]


def _last(figures: Iterable[Figure], fits: Callable[[Figure], object]) -> Figure | None:
    return next((one for one in reversed(list(figures)) if fits(one)), None)


def _of_budget(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Check | None:
    """完成预算的 x %: what was spent against the budget."""
    if stated.before.strip() == "的" and window and _DONE_OF.search(_said(window[-1])):
        done = [one for one in window[:-1] if _IS_DONE.search(_said(one))]
        return _only(passage, stated, [(one, window[-1]) for one in done])
    if not _BUDGET.search(stated.before.strip()):
        return None
    budgets = [one for one in window if _IS_BUDGET.search(_said(one))]
    edition = next((word for word in _EDITIONS if word in stated.before), "")
    budgets = [one for one in budgets if edition in _said(one)] or budgets
    if not budgets and "进度" in stated.before and window and _SET.search(_said(window[0])):
        budgets = [one for one in window[:-1] if one.base == window[0].base]
    done = [one for one in window if one not in budgets and _IS_DONE.search(_said(one))]
    return _only(passage, stated, [(one, budget) for budget in budgets for one in done])


def _of_task(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Check | None:
    """完成任务的 x %: what was reached against the task."""
    if not _OF_TASK.search(stated.before.strip()):
        return None
    task = _last(window, lambda one: _TASK.search(_said(one)) or _is_task(passage, one))
    if task is None or (stated.before.strip() == "的" and "完成" not in task.before and "占" in task.before):
        return None
    done = [one for one in window if one is not task and not _TASK.search(_said(one))]
    done = done or _before_growth(passage, stated, task)
    grown = [one for one in done if one.is_change]
    if grown and _NET.search(task.before):  # 净增 5.8 万人，完成净增任务 9 万人的 64.4%
        return _only(passage, stated, [(one, task) for one in grown])
    return _only(passage, stated, [(one, task) for one in done if not one.is_change])


def _is_task(passage: Passage, one: Figure) -> bool:
    """Is a figure told before the word for what it is: 完成全年 6000 人目标任务?"""
    behind = passage.text[one.end : one.end + _NEXT]
    return "完成" in one.before and bool(_TASK_BEHIND.match(behind))


_NEXT = 8


def _before_growth(passage: Passage, stated: Figure, task: Figure) -> list[Figure]:
    """What a sentence counts once, where only its growth stands between it and its task: 3126 人，同比增长 4.2%，完成任务 5200 人的 60.1%.

    A task of what is new (完成扩面任务 0.5 万人) is not that of all there are, one of a year not that of what there was
    before it (累计 …，今年完成任务); nor is one from which the rate is far off.
    """
    before = [one for one in passage.sentence(stated.sentence) if one.start < stated.start]
    if not all(any(words.search(one.before.strip()) for words in _PASSED) for one in before if one.is_rate):
        return []
    counted = [one for one in before if not (one.is_rate or one.is_change or _TASK.search(_said(one)))]
    if len(counted) != 1 or passage.is_bound(counted[0]) or not task.value:
        return []
    own = counted[0]
    if _OF_YEARS.search(own.before) or _OWN_TIME.search(task.before):
        return []
    new = bool(_NEW.search(task.before)) and not _NEW.search(own.before)
    near = own.value * 100 / task.value / (stated.value or 1)
    return [own] if not new and 1 / _FAR < near < _FAR else []


def _only(
    passage: Passage,
    stated: Figure,
    pairs: Sequence[tuple[Figure, Figure]],
    sort: str = "stated_completion",
) -> Check | None:
    """The pair that the percentage follows from; where none does, the only pair there is."""
    alike = [(part, whole) for part, whole in pairs if part.base == whole.base]
    found = [_ratio(sort, passage, stated, part, whole) for part, whole in alike]
    good = next((check for check in found if check.status != "fails"), None)
    return good or (found[0] if len(found) == 1 else None)


def _growth(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Check | None:
    """A growth rate whose two figures the sentence names."""
    said = stated.before.strip()
    if _YEARLY.search(said) or _EACH_OF.search(said):
        return None
    sign = 1 if _GROWN.search(said) else -1 if _SHRUNK.search(said) else 0
    if sign and window and window[-1].is_change:
        return _by_change(passage, stated, window, sign)
    pair = _two_figures(passage, stated, window) if sign else None
    if pair is None or pair[1].value == 0:
        return None
    found = _grown(passage, stated, pair, sign)
    return None if found.status == "fails" and _is_last_of_list(passage, pair[0], window) else found


def _is_last_of_list(passage: Passage, one: Figure, window: Sequence[Figure]) -> bool:
    """Is a figure told in one breath with the one before it? 甲 0.9 万人、乙 0.6 万人，比上年的 1.4 万人增长 7.1%."""
    before = _last(window, lambda other: other.end <= one.start)
    return before is not None and passage.are_listed(before, one)


def _grown(passage: Passage, stated: Figure, pair: tuple[Figure, Figure], sign: int) -> Check:
    """The rate between two figures."""
    now, base = pair
    words = f"{_name(now)} {_shown(now)}，比 {_shown(base)} 的增减 {stated.printed}% = 差额 ÷ 基数"
    identity = Identity(
        "stated_growth", words, passage.block(stated.start), PERCENT_UNIT, _part(stated), _GROWTH
    )
    change = passage.quantity(now) - passage.quantity(base)
    change = change if sign > 0 else Quantity(-change.value, change.error, change.ids)
    check = percentage(identity, passage.quantity(stated), change, passage.quantity(base))
    return at_own_prices(check, now.before + base.before)


def _by_change(passage: Passage, stated: Figure, window: Sequence[Figure], sign: int) -> Check | None:
    """A growth rate behind the change it is of: 325 万元，比上年增加 65 万元，增长 25%.

    Behind a list it is of the one that it follows from: 支出 90 万元，其中：甲 60 万元、乙 30 万元，比上年增加 3 万元，增长 3.4%.
    """
    change = window[-1]
    same = [one for one in window[:-1] if one.base == change.base and not one.is_change]
    same = same or _told_before(passage, change)
    if not _LAST_YEAR.search(change.before):
        return None
    found = [check for one in same if (check := _changed(passage, stated, one, change, sign)) is not None]
    good = next((check for check in found if check.status != "fails"), None)
    return good or (found[0] if found and len(same) == 1 else None)


def _changed(passage: Passage, stated: Figure, one: Figure, change: Figure, sign: int) -> Check | None:
    """The rate of a change of one figure; None where there was nothing before it."""
    now, difference = passage.quantity(one), passage.quantity(change)
    base = now - difference if sign > 0 else now + difference
    if base.value <= 0:
        return None
    words = f"{_name(one)} {_shown(one)}，增减 {_shown(change)}：{stated.printed}% = 增减额 ÷ 上期数"
    identity = Identity(
        "stated_growth", words, passage.block(stated.start), PERCENT_UNIT, _part(stated), _GROWTH
    )
    check = percentage(identity, passage.quantity(stated), difference, base)
    return at_own_prices(check, one.before)


def _told_before(passage: Passage, change: Figure) -> list[Figure]:
    """The figure of the sentence before that the words of a change name: 总计 X 万元。与上年相比，总计增加 Y 万元."""
    words = fold(_EACH.sub("", re.split(r"[，。;:]", change.before.strip())[-1]))
    found = [
        one
        for one in passage.sentence(change.sentence - 1)
        if one.base == change.base and not one.is_change and len(words) > 1 and words in fold(one.before)
    ]
    return found[:1]


def _two_figures(passage: Passage, stated: Figure, window: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The figure and its base: 比上年的 A, 由 A 增长到 B, 比2030年预算执行数 with that amount before."""
    if not window or window[-1].is_change:
        return None
    last = window[-1]
    if (
        _COMPARED.search(_said(last))
        and passage.text[last.end : stated.start].strip("的 ") in _WORDS.rates.bare
    ):
        now = _last(window[:-1], lambda one: one.base == last.base and not one.is_change)
        return (now, last) if now is not None else None
    if (
        _LAST_ONE.search(_said(last))
        and passage.text[last.end : stated.start].strip("，的 ") in _WORDS.rates.bare
    ):
        before = [one for one in window[:-1] if one.base == last.base and not one.is_change]
        return (before[0], last) if len(before) == 1 else None
    if (
        len(window) > 1
        and _TO.search(_said(last))
        and _FROM.search(_said(window[-2]))
        and window[-2].base == last.base
        and _names_nothing(passage.text[last.end : stated.start])
    ):
        return last, window[-2]
    against = _AGAINST.search(stated.before.strip())
    if against is None:
        return None
    named = [one for one in window[:-1] if one.base == last.base and _is_named(one, against["base"])]
    return (last, named[-1]) if len(named) == 1 else None


def _names_nothing(between: str) -> bool:
    """Do words before a rate say no more than that something grew or shrank: ，平均时限压缩 has a name of its own?"""
    said = between.strip("，的 ")
    verb = _GROWN.search(said) or _SHRUNK.search(said)
    return verb is not None and _FRAMING.fullmatch(said, 0, verb.start()) is not None


def _is_named(one: Figure, words: str) -> bool:
    """Does the text before a figure name it as the words do: the year and the last two characters of them?"""
    said, wanted = fold(one.before), fold(words)
    years = re.findall(r"20\d\d", wanted)
    return len(wanted) > 4 and wanted[-2:] in said[-6:] and bool(years) and years[0] in said


def _share(
    passage: Passage,
    stated: Figure,
    window: Sequence[Figure],
    told: dict[str, list[tuple[Passage, Figure]]],
    head: tuple[Passage, Figure] | None,
) -> Iterator[Check]:
    """占…的 x %: a part against the whole that is named, or against the only figure it can be part of."""
    if len(window) > 1 and stated.before.strip() == "的" and _OF_FIGURE.search(_said(window[-1])):
        if _TASK.search(_said(window[-1])):
            yield from _of_its_task(passage, stated, window)
        elif window[-1].base == window[-2].base and not _OF_SEVERAL.search(_said(window[-1])):
            yield _ratio("stated_share", passage, stated, window[-2], window[-1])
        return
    match = _SHARE.search(stated.before.strip())
    part = window[-1] if window else None
    if match is None or part is None or part.is_change or _has_own_part(stated, match):
        return
    words = TRIMMED.sub("", fold(match["whole"] or ""))
    if _TASK.search(words):
        return
    near = told_wholes.near(passage, part)
    wholes = [(passage, one) for one in near if not words or told_wholes.names(one, words)]
    if not near and head is not None and head[1].base == part.base:
        near, wholes = [head[1]], [head] if not words or told_wholes.names(head[1], words) else []
    if words and not wholes:
        wholes = [
            pair
            for pair in told.get(told_wholes.core(fold(match["whole"] or "")), ())
            if pair[1].base == part.base
        ]
    found = [_ratio("stated_share", passage, stated, part, whole, own) for own, whole in wholes]
    good = [check for check in found if check.status != "fails"]
    if good:
        yield good[0]
    elif passage.is_bound(part) or _is_of_own_budget(words, wholes):
        return
    elif (
        found
        and len({whole.value for _, whole in wholes}) == 1
        and _sure(near, words, wholes)
        and all(told_wholes.names_it(one, words) for _, one in wholes)
    ):
        yield found[0]


def _is_of_own_budget(words: str, wholes: Sequence[tuple[Passage, Figure]]) -> bool:
    """Is a share one of 预算, where none of the figures before it is said to be a budget?"""
    said = any(_IS_BUDGET.search(_said(one)) for _, one in wholes)
    return bool(_OWN_BUDGET.fullmatch(words)) and not said


def _of_its_task(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Iterator[Check]:
    """占任务 20000 人的 167.75%: which of those told before it is of the whole, whatever parts of it stand between."""
    done = [one for one in window[:-1] if not one.is_change]
    found = _only(passage, stated, [(one, window[-1]) for one in done], "stated_share")
    if found is not None:
        yield found


def _has_own_part(stated: Figure, match: re.Match[str]) -> bool:
    """Does the clause name its own part, for which there is no figure: 引进 12 万人，35 岁以下的占 72%?"""
    return bool(stated.before.strip()[: match.start()].strip("，,;；。:：( ").removeprefix("其中"))


def _sure(near: Sequence[Figure], words: str, wholes: Sequence[tuple[Passage, Figure]]) -> bool:
    return bool(words) or len({one.value for one in near}) == len({whole.value for _, whole in wholes})


PERCENT_UNIT = "%"
_GROWTH = "百分比与所列两数不符"
_CONTEXTS = {"stated_completion": "完成的百分比与所列两数不符", "stated_share": "占比与所列两数不符"}


def _ratio(  # noqa: PLR0913, PLR0917 - two figures, each with its passage
    kind: str, passage: Passage, stated: Figure, part: Figure, whole: Figure, own: Passage | None = None
) -> Check:
    words = f"{_name(part)} {_shown(part)} ÷ {_name(whole)} {_shown(whole)} = {stated.printed}%"
    identity = Identity(
        kind, words, passage.block(stated.start), PERCENT_UNIT, _part(stated), _CONTEXTS[kind]
    )
    other = (own or passage).quantity(whole)
    return percentage(identity, passage.quantity(stated), passage.quantity(part), other)


def _said(one: Figure) -> str:
    return one.before.strip().rstrip(":").strip()


def _shown(one: Figure) -> str:
    return f"{one.printed}{one.unit}"


def _name(one: Figure) -> str:
    """What a figure is called: the words right before it."""
    words = re.split(r"[，。;:]", one.before.strip(" ，。;:的"))[-1].strip()
    return words[-LONGEST:] or "数"


def _part(one: Figure) -> str:
    return str(one.start)
