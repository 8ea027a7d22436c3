"""So many times something else, stated without a unit: 求人倍率为 1.38, 抚养比由 2.8 降至 2.3."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns

_TURNS = turns()
_WORDS = statement_words()
_TIMES = re.compile(
    rf"(?:{re.any_of(_WORDS.rates.multiples)})(?:月均|年均|平均)?(?:值|水平)?(?:\([^()\d]{{1,24}}\)|\[\d{{0,3}}\])?"
    rf"(?:(?:{re.any_of(_TURNS.manner.gradual)})?(?:{re.any_of(_TURNS.change.ratios_went)})[，,](?=[由从]))?"
    r"(?:则)?(?:分别)?(?:(?:约?[为是达]|达到|(?:预计)?(?:保持|稳定|维持)?在)|[由从](?:[上去]年(?:同期|末|底)?|\d{4}年(?:末|底)?)?的?(?:\d{1,2}\.\d{1,4})?)?"
    rf"(?:(?:可|将|进一步|继续)?(?:{re.any_of(_TURNS.change.ratios)})[到至为](?:\d{{4}}年[末底]?的?)?)?$"
)
"""What is stated as so many times something else, without a unit, as in 收入比由上年的 2.25 缩小为 2.20."""
_TIMES_CHANGE = re.compile(
    rf"[，,](?:比|较|同比|环比)[^，。；]{{0,12}}(?:微|略|小幅)?(?:{re.any_of(_TURNS.change.ratios_by)})(?:了)?$"
)
"""倍率为 1.38，较 8 月份上升 0.07: the change of what was stated so."""
_LEVEL = re.compile(r"\d{1,2}\.\d{1,4}(?:[:：]1)?$")
_GOES_ON_BARE = re.compile(
    rf"[\d.:：A-Za-z]|(?!以?[和及与至到]\d|之间|(?:{re.any_of(_TURNS.change.ratios_bare)})[到至为])[\u3400-\u9fff]"
)
_LISTED = re.compile(
    r"[、和及与]|[—–\-~～〜至到]+|[，、；](?P<among>其中[，:：]?)?[\u3400-\u9fff]{2,8}?(?:为)?"
)
"""Between two of them: 2.31、2.08; 1.2 至 1.3; 1.32，其中技术工人 2.14."""
_AMONG = re.compile(r"其中[^。；]{0,30}$")
"""Behind it the parts go on: 其中技术工人 2.14，普工 1.18."""
_TWO_PLACES = re.compile(r"\d{1,2}\.\d{1,2}")


def is_multiple(folded: str, at: int, end: int) -> bool:
    """Does the bare number at folded[at:end] say how many times as much something is, or how that changed?"""
    if _GOES_ON_BARE.match(folded, end):
        return False
    return bool(_TIMES.search(folded, max(0, at - 48), at)) or _times_changed(folded, at)


def is_listed(folded: str, stop: int, at: int, end: int) -> bool:
    """Does folded[at:end] go on with such a number that ends at `stop`: enumerated, as the end of a range, as one of its parts?"""
    between = folded[stop:at]
    if len(between) > 1 and not _TWO_PLACES.fullmatch(folded, at, end):
        return False
    listed = _LISTED.fullmatch(between)
    if listed is None or _GOES_ON_BARE.match(folded, end):
        return False
    told = len(between) == 1 or between[0] not in "，、；" or listed["among"]
    return bool(told) or bool(_AMONG.search(folded, max(0, stop - 32), stop))


def _times_changed(folded: str, at: int, steps: int = 2) -> bool:
    """Does a bare number at an offset say how what is so many times something changed, on one base or on a second?"""
    change = _TIMES_CHANGE.search(folded, max(0, at - 24), at)
    level = change and _LEVEL.search(folded, max(0, change.start() - 10), change.start())
    if level is None:
        return False
    if _TIMES.search(folded, max(0, level.start() - 48), level.start()):
        return True
    return steps > 1 and _times_changed(folded, level.start(), steps - 1)
