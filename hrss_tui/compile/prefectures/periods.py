"""The times that labels and titles of tables by place state: a year, and the months where it is a part of one.

What something is compared with (比上年, 较2030年同期) is no time of the figure.
"""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.so_far import adds_up, from_january
from hrss_tui.reference.things import things
from hrss_tui.reference.years import year_words
from hrss_tui.sources.text import fold

_THINGS = things()
_YEAR_OF = rf"(?:19|20)\d{{2}}(?![\d万亿]|元(?![月旦])|(?:{re.any_of(_THINGS.count.behind)})(?:及?以上|以下|以内|左右))"
"""A year, and no other figure of four digits: 2000万元以上."""
_RANGE = re.compile(rf"{_YEAR_OF}\s*+年?\s*+[-—–－~～至]+\s*+{_YEAR_OF}\s*+年?")
_YEAR = re.compile(rf"({_YEAR_OF})\s*+年?(?:度|末|底|(?<=年)基数)?")
"""A year, or what there was in it of what a plan is measured from: 2035年基数."""
_RELATIVE = year_words().of_tables
_RELATIVE_YEAR = re.compile("(?:" + re.any_of(_RELATIVE) + ")(?:度|末|底)?")
_AGAINST = re.compile(
    rf"[比较与同]\s*+(?:{_YEAR_OF}\s*+年?|上一?年|去年|前年|年初|上月|上季度?)(?:度|末|底|同期|同月)*+(?:相比较?|比较|比)?+"
)
"""What a figure is compared with."""
_MONTHS = re.compile(
    r"(?:截至)?(?P<first>\d{1,2})\s*+(?:月份?)?\s*+[-—–－~～至]\s*+(?P<last>\d{1,2})\s*+月(?:份|末|底)?"
    r"|(?P<half>[上下])半年|前(?P<quarters>[二三23])季度|第?(?P<quarter>[一二三四1-4])季度(?:末|底)?"
    r"|截[至止](?:到|至)?\s*+(?P<until>\d{1,2})\s*+月\s*+(?P<day>\d{1,2})\s*+日"
    r"|(?:截至)?(?<!\d)(?P<one>\d{1,2})\s*+月(?:份|末|底)?(?!\d)"
)
_YEAR_UNTIL = re.compile(rf"(?<=截至){_YEAR_OF}\s*+年|(?<=截止){_YEAR_OF}\s*+年|(?<=截止到){_YEAR_OF}\s*+年")
"""The year between 截至 and its day: 截至2033年9月25日."""
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
"""Digits that some print as wide as characters."""
_ENDS = ("末", "底")
"""What there is at the end of December is what there is at the end of the year."""
_THIS = re.compile(r"[本当]月|[本当]季度?")
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}
_LAST, _LAST_DAY = 12, "31"
_QUARTERLY = 3
_STRETCH = len("01-02")
_MONTH, _QUARTER = "month", "quarter"


def without_times(label: str) -> str:
    """A label without years, months and what it compares with."""
    label = label.translate(_WIDE)
    for pattern in (_AGAINST, _RANGE, _YEAR, _MONTHS, _THIS, _RELATIVE_YEAR):
        label = pattern.sub("", label)
    return label


def without_base(label: str) -> str:
    """A label without what it compares with: 较年初增加 speaks of no day in January."""
    return _AGAINST.sub("", label.translate(_WIDE))


def compares(label: str) -> bool:
    """Does a label say what its figures are compared with?"""
    return bool(_AGAINST.search(label.translate(_WIDE)))


def states_year(label: str) -> bool:
    """Does a label state a year, or several?"""
    text = without_base(label)
    return bool(_YEAR.search(text) or _RELATIVE_YEAR.search(text))


def is_span(label: str) -> bool:
    """Does a label name the first and the last of several years?"""
    return bool(_RANGE.search(without_base(label)))


def year_of(label: str, year: int | None) -> int | None:
    """The year of a label; None where it states none, or several. `year` is that of the table."""
    text = without_base(label)
    if _RANGE.search(text):
        return None
    if match := _YEAR.search(text):
        return int(match[1])
    relative = _RELATIVE_YEAR.search(text)
    if relative and year is not None:
        return year + next(step for word, step in _RELATIVE.items() if relative[0].startswith(word))
    return None


def months_within(label: str, whole: str) -> str | None:
    """The months of a label in a table of `whole` months: 累计 in one of 05 is 01-05, 本月 is 05; None where it states none.

    "" are all of the year: 累计 in a table of December, or of its last quarter.
    """
    own = months_of(label)
    summed = bool(whole) and adds_up(label)
    if own == _QUARTER:
        return _quarter_of(whole)
    if own == _MONTH:
        return from_january(whole) if summed else _month_of(whole)
    if not own:
        return from_january(whole) if summed else None
    return from_january(own) if len(own) < _STRETCH and adds_up(label) else own


def _month_of(whole: str) -> str:
    """The current month in a table of some: the month, or the last of those from January on; else it is open which."""
    first, _, last = whole.partition("-")
    return (last or first) if whole and (first == "01" or not last) else _MONTH


def _quarter_of(whole: str) -> str:
    """The current quarter in a table of one, or of those from January on; else it is open which."""
    first, _, last = whole.partition("-")
    ends = bool(last) and int(last) % _QUARTERLY == 0
    begins = int(last) - _QUARTERLY + 1 if ends else 0
    return f"{begins:02}-{last}" if ends and first in ("01", f"{begins:02}") else _QUARTER


def months_of(label: str) -> str:
    """The months of a label as a part of a key, 01-06 for 上半年; "" where it states none, or the whole year."""
    text = _YEAR_UNTIL.sub("", fold(_RANGE.sub("", without_base(label))))
    if _THIS.search(text):
        return _MONTH if "月" in text else _QUARTER
    match = _MONTHS.search(text)
    if match is None:
        return ""
    first, last = _stretch(match)
    ends = match[0].endswith(_ENDS) or match["day"] == _LAST_DAY
    of_year = (first, last) == (1, _LAST) or (last == _LAST and ends)
    if not 1 <= first <= last <= _LAST or of_year:
        return ""
    return f"{first:02}-{last:02}" if first < last else f"{first:02}"


def day_of(label: str) -> int | None:
    """The day of its month up to which a label says that its figures go: 截至9月25日."""
    match = _MONTHS.search(_YEAR_UNTIL.sub("", fold(_RANGE.sub("", without_base(label)))))
    return int(match["day"]) if match is not None and match["day"] else None


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    """The first and the last month of what was found."""
    if match["first"]:
        return int(match["first"]), int(match["last"])
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarters"]:
        return 1, 3 * _number(match["quarters"])
    if match["quarter"]:
        last = 3 * _number(match["quarter"])
        return last - 2, last
    month = int(match["until"] or match["one"])
    return month, month


def _number(text: str) -> int:
    return _DIGITS.get(text) or int(text)
