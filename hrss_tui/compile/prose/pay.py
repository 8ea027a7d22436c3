"""What is paid to each, raised by words of its own: 每人每月增发 45 元, 每人每月增加基本养老金 35 元, 按本人养老金的 2% 增加."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()

GRANTED = rf"(?:(?<=每月|{re.any_of(_THINGS.money.granted)})|(?<=月再|人再|金再|员再|者再))[增加多]发"
"""每人每月增发 45 元: what is given besides raises it."""
_WORDS = statement_words().pay
_NAMED = rf"(?:{re.any_of(_WORDS.paid)})"
_VERBS = rf"(?P<verb>{re.any_of((*_WORDS.raises, *_WORDS.falls))})"
_RAISED = re.compile(
    rf"(?<=每月|每人|月再|人再|人均|均月|平月|最低|最高){_VERBS}(?:发放|支付)?[\u3400-\u9fff]{{0,6}}?{_NAMED}$"
    rf"|(?P<wide>{re.any_of(_WORDS.scaled)})[\u3400-\u9fff]{{2,12}}规模$"
    rf"|(?<![了续量幅])(?P<cost>{re.any_of(_WORDS.spent)})(?:安排)?[\u3400-\u9fff]{{1,12}}(?:{re.any_of(_WORDS.costs)})$"
    rf"|(?<![了续量]){_VERBS.replace('verb', 'of')}(?![到至为])(?:本人)?(?:(?:(?:19|20)\d{{2}}|[上去])年度?(?:\d{{1,2}}月份?)?[末底]?)?[\u3400-\u9fff]{{0,8}}?{_NAMED}(?:水平|标准)?的$"
)
"""A verb with what is paid behind it, how much more of something there is (扩大招聘规模 500 人) or is spent (增加人员经费 14 万元), and the part of what is paid by which it is raised."""
_REACH = 40


def lowers(verb: str) -> bool:
    """Does one of the verbs say less: 减少, 压减?"""
    return verb in _WORDS.falls or verb in _WORDS.cuts


def raised(folded: str, low: int, end: int) -> tuple[int, str, int] | None:
    """Where the words that raise what is paid begin before a figure, their verb and its sign; None where none do."""
    match = _RAISED.search(folded, max(low, end - _REACH), end)
    if match is None:
        return None
    name = next(one for one in ("verb", "wide", "cost", "of") if match[one])
    behind = name in ("wide", "cost")  # of what there is more stands behind the verb
    start = match.end() if behind else match.start(name)
    return start, match[name], -1 if lowers(match[name]) else 1
